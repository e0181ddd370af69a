import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Random } from '../organisation/random.ts';
import { SHAPES, type Shape, type Vendor } from './shapes.ts';

/** How the records of a file are laid out; `gz`: NDJSON, packed. */
export type Layout = 'ndjson' | 'json' | 'csv' | 'gz';

/** A generated export. */
export interface Export {
	readonly vendor: Vendor;
	readonly layout: Layout;
	/** Size of the text that was asked for, MB of 1,000,000 bytes. */
	readonly size: number;
	readonly path: string;
	/** Bytes of text, unpacked. */
	readonly bytes: number;
	readonly records: number;
}

const FLUSH = 8 * 2 ** 20;
const PURVIEW_HEADER =
	'RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames';

/**
 * Writes an export of a made-up organisation of 2,000 people over 30 days: the same size gives the same bytes.
 * @param size MB of text
 */
export function generate(vendor: Vendor, layout: Layout, size: number, folder: string): Export {
	mkdirSync(folder, { recursive: true });
	const path = join(folder, `${vendor}-${size}.${layout === 'gz' ? 'ndjson.gz' : layout}`);
	const plain = layout === 'gz' ? path.slice(0, -3).replace('.ndjson', '.unpacked.ndjson') : path;
	const written = write(SHAPES[vendor], layout, size * 1e6, plain);
	if (layout === 'gz') {
		writeFileSync(path, gzipSync(readFileSync(plain)));
		rmSync(plain);
	}
	return { vendor, layout, size, path, ...written };
}

function write(shape: Shape, layout: Layout, target: number, path: string): { readonly bytes: number; readonly records: number } {
	const random = new Random(`speed/${shape.vendor}`);
	const file = openSync(path, 'w');
	const parts: string[] = layout === 'json' ? ['['] : layout === 'csv' ? [`${PURVIEW_HEADER}\r\n`] : [];
	let waiting = 0;
	let bytes = 0;
	let records = 0;
	const flush = () => {
		bytes += writeSync(file, parts.join(''));
		parts.length = 0;
		waiting = 0;
	};
	while (bytes + waiting < target) {
		const record = shape.record(random, records);
		const text = layout === 'csv' ? purviewRow(record) : JSON.stringify(record);
		parts.push(layout === 'json' ? `${records === 0 ? '' : ','}\n${text}` : `${text}\n`);
		waiting += text.length;
		records += 1;
		if (waiting >= FLUSH) flush();
	}
	if (layout === 'json') parts.push('\n]\n');
	flush();
	closeSync(file);
	return { bytes, records };
}

function purviewRow(record: Readonly<Record<string, unknown>>): string {
	const json = JSON.stringify(record).replaceAll('"', '""');
	return `${record['Id']},${record['CreationTime']}.0000000Z,${record['RecordType']},${record['Operation']},${record['UserId']},"${json}",,\r`;
}
