import { gzipSync } from 'node:zlib';
import { offsetOf, ZONES } from './calendar.ts';
import type { Entry } from './world.ts';

type Row = Entry['record'];

/** RFC 4180. */
function cell(value: unknown): string {
	const text = value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function csv(header: readonly string[], rows: readonly (readonly unknown[])[]): string {
	return `${[header, ...rows].map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

function lines(rows: readonly Row[]): string {
	return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** Purview's current CSV: the record as JSON in a cell, the date quoted and with a trailing blank. */
function purview(rows: readonly Row[]): string {
	const header = 'RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames\r\n';
	return (
		header +
		rows
			.map(
				(row) =>
					`${cell(row['Id'])},"${String(row['CreationTime'])}.0000000Z ",${cell(row['RecordType'])},${cell(row['Operation'])},${cell(row['UserId'])},"${JSON.stringify(row).replaceAll('"', '""')}",,\r\n`,
			)
			.join('')
	);
}

/** `2/12/2026, 4:21:14 AM PST`: the clock of the person who downloads it. */
function pacificText(time: number): string {
	const offset = offsetOf(ZONES[2], time - (time % 86_400_000)) - 180;
	const local = new Date(time + offset * 60_000);
	const hour = local.getUTCHours();
	const two = (number: number): string => String(number).padStart(2, '0');
	const day = `${local.getUTCMonth() + 1}/${local.getUTCDate()}/${local.getUTCFullYear()}`;
	return `${day}, ${hour % 12 === 0 ? 12 : hour % 12}:${two(local.getUTCMinutes())}:${two(local.getUTCSeconds())} ${hour < 12 ? 'AM' : 'PM'} ${offset === -420 ? 'PDT' : 'PST'}`;
}

function setUpTrail(entries: readonly Entry[]): string {
	return csv(
		['Date', 'User', 'Source Namespace Prefix', 'Action', 'Section', 'Delegate User'],
		entries.map(({ time, record }) => [
			pacificText(time),
			(record['CreatedBy'] as { Username: string }).Username,
			'',
			record['Display'],
			record['Section'],
			'',
		]),
	);
}

const LOGIN_COLUMNS = [
	'Id',
	'UserId',
	'LoginTime',
	'LoginType',
	'SourceIp',
	'LoginUrl',
	'Browser',
	'Platform',
	'Status',
	'Application',
	'ClientVersion',
	'ApiType',
	'ApiVersion',
	'CountryIso',
] as const;

/** How a log is laid out in a file. Each entry keeps the vendor's own shape. */
export const FORMATS = {
	ndjson: (entries) => lines(entries.map(({ record }) => record)),
	'ndjson.gz': (entries) => gzipSync(lines(entries.map(({ record }) => record)), { level: 6 }),
	array: (entries) => `[\n${entries.map(({ record }) => JSON.stringify(record)).join(',\n')}\n]\n`,
	'graph-page': (entries) =>
		`{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#auditLogs/signIns","value":[\n${entries.map(({ record }) => JSON.stringify(record)).join(',\n')}\n]}\n`,
	'box-page': (entries) =>
		`{"chunk_size":${entries.length},"next_stream_position":"1152922976252290886","entries":[\n${entries.map(({ record }) => JSON.stringify(record)).join(',\n')}\n]}\n`,
	'google-page': (entries) =>
		`{"kind":"admin#reports#activities","etag":"\\"page\\"","items":[\n${entries.map(({ record }) => JSON.stringify(record)).join(',\n')}\n]}\n`,
	'purview-csv': (entries) => purview(entries.map(({ record }) => record)),
	'setup-csv': setUpTrail,
	'login-csv': (entries) =>
		csv(
			LOGIN_COLUMNS,
			entries.map(({ record }) => LOGIN_COLUMNS.map((column) => record[column])),
		),
	'zoom-operations': (entries) =>
		`{"from":"2026-01-01","to":"2026-12-31","page_size":${entries.length},"next_page_token":"","operation_logs":[\n${entries.map(({ record }) => JSON.stringify(record)).join(',\n')}\n]}\n`,
	'zoom-activities': (entries) =>
		`{"from":"2026-01-01","to":"2026-12-31","page_size":${entries.length},"next_page_token":"","activity_logs":[\n${entries.map(({ record }) => JSON.stringify(record)).join(',\n')}\n]}\n`,
} as const satisfies Readonly<Record<string, (entries: readonly Entry[]) => string | Buffer>>;

export type FormatName = keyof typeof FORMATS;
