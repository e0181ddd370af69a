import type { JsonObject } from '../../model/json.ts';
import { asText } from '../../read/fields.ts';
import { emptyObject } from '../reshape.ts';

/** Records of a file that are taken out of one list entry: a file of an hour or a day has fewer. */
const MOST_ROWS = 1_000_000;

/**
 * The events in an `EventLogFile` record whose `LogFile` holds the file itself (Base64 of a CSV), as the API gives it to some exporters.
 * The address of a file (`/services/data/…`) holds none.
 */
export function eventsInFile(record: JsonObject): readonly JsonObject[] {
	const file = asText(record['LogFile'])?.trim() ?? '';
	if (file.length < 64 || file.startsWith('/') || file.includes(':') || !/^[A-Za-z0-9+/\s]{64}/.test(file)) return [];
	const [header, ...rows] = rowsOf(Buffer.from(file, 'base64').toString('utf8'));
	if (header === undefined || !header.includes('EVENT_TYPE')) return [];
	return rows
		.filter((row) => row.length > 1)
		.map((row) => {
			const event = emptyObject();
			for (const [column, name] of header.entries()) {
				const cell = row[column];
				if (name !== '__proto__' && cell !== undefined && cell !== '') event[name] = cell;
			}
			return event;
		});
}

/** Rows of a CSV text (RFC 4180) in one pass. */
function rowsOf(text: string): readonly (readonly string[])[] {
	const rows: string[][] = [];
	let row: string[] = [];
	let at = 0;
	while (at < text.length && rows.length < MOST_ROWS) {
		let cell = '';
		if (text[at] === '"') {
			for (at += 1; at < text.length; ) {
				const quote = text.indexOf('"', at);
				const end = quote < 0 ? text.length : quote;
				cell += text.slice(at, end);
				at = end + 1;
				if (text[at] !== '"') break;
				cell += '"';
				at += 1;
			}
		} else {
			const start = at;
			while (at < text.length && text[at] !== ',' && text[at] !== '\n' && text[at] !== '\r') at += 1;
			cell = text.slice(start, at);
		}
		row.push(cell);
		if (text[at] === ',') at += 1;
		else {
			while (at < text.length && text[at] !== '\n') at += 1;
			at += 1;
			rows.push(row);
			row = [];
		}
	}
	if (row.length > 0) rows.push(row);
	return rows;
}
