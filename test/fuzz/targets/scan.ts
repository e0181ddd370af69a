import fc from 'fast-check';
import type { JsonObject } from '../../../src/model/json.ts';
import { parseExact } from '../../../src/read/json-text.ts';
import { withDefaults } from '../../../src/read/limits.ts';
import { Sink } from '../../../src/read/sink.ts';
import { splitterOf } from '../../../src/read/split.ts';
import { mayBeWrapped } from '../../../src/read/unwrap.ts';
import { contentHash } from '../../../src/scan/content-hash.ts';
import { Scanner, shownContent } from '../../../src/scan/scanner.ts';
import { EchoStream, leavesOf, withLeaf } from '../../sources/echo-streams.ts';
import { fixtureFiles } from '../fixture-files.ts';
import { hostileJson, hostileText } from '../hostile.ts';
import { hold, type Target, target } from '../target.ts';

const LINES = fixtureFiles()
	.filter(({ name }) => name.endsWith('.ndjson'))
	.flatMap(({ content }) => content.toString('utf8').split('\n'))
	.filter((line) => line.startsWith('{'));

/** A record as bytes: of a fixture, or any object, in which some bytes are others. */
const records = fc
	.tuple(
		fc.oneof(
			fc.constantFrom(...LINES),
			fc
				.array(fc.tuple(hostileText, hostileJson), { maxLength: 5 })
				.map((entries) => JSON.stringify(Object.fromEntries(entries))),
		),
		fc.array(
			fc.tuple(fc.nat(20_000), fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0x22, 0x5c, 0x2c, 0x7d, 0x30, 0x2e))),
			{ maxLength: 3 },
		),
	)
	.map(([text, changes]) => {
		const bytes = Buffer.from(text);
		for (const [at, byte] of changes) bytes[at % bytes.length] = byte;
		return bytes;
	});

const scanner = Scanner.create(mayBeWrapped);

function plainly(bytes: Buffer): JsonObject | undefined {
	try {
		return parseExact(bytes.toString('utf8'), 200) as JsonObject;
	} catch {
		return undefined;
	}
}

/** A few records of a fixture; then which value of the first becomes which. */
const repeated = fc
	.tuple(
		fc.constantFrom(...LINES.filter((line) => line.endsWith('}'))),
		fc.array(fc.tuple(fc.nat(500), fc.oneof(hostileText, fc.constantFrom(null, true, 0, 1.5, '', '-', '::', 'unknown'))), {
			maxLength: 6,
		}),
	)
	.map(([line, changes]) => {
		const record = JSON.parse(line) as JsonObject;
		const leaves = leavesOf(record);
		const others = changes.map(([at, value]) => JSON.stringify(withLeaf(record, leaves[at % leaves.length] ?? [], value)));
		// Each often enough to be known by its values.
		return [line, ...others].flatMap((text) => [text, text, text, line]);
	});

/** Rows with quotes where none may be, and cells that are a row by themselves once a quote is lost. */
const rows = fc
	.tuple(
		fc.constantFrom('a,b,c\n', '"a","b","c"\r\n'),
		fc.array(
			fc.oneof(
				fc.constantFrom('1,2,3\n', 'x,"",z\n', '"x","",""\r\n', '"x ""y""","é",z\n', 'x,"y\ny",z\r', 'one,two,three,four\n'),
				fc.constantFrom('"', '""', ',', '\n', '\r\n', '\r', 'x', 'x,"open,z\n', '"shut",', '\ufeff'),
			),
			{ maxLength: 40 },
		),
		fc.integer({ min: 1, max: 400 }),
	)
	.map(([header, parts, size]) => ({ text: header + parts.join(''), size }));

/** What a CSV says, in pieces of some size, each record before the next piece. */
function said(text: string, size: number, lent: Scanner | undefined): string {
	const bytes = Buffer.from(text);
	const sink = new Sink(withDefaults({}), (offset) => offset, lent);
	const splitter = splitterOf({ container: 'csv', delimiter: ',' }, sink);
	const lines: string[] = [];
	const take = () => {
		const { records, rejections } = sink.take();
		for (const { record, offset, length, value } of records)
			lines.push(`${record} ${offset}+${length} ${JSON.stringify({ ...value })}`);
		for (const { record, line, reason } of rejections) lines.push(`${record} line ${line} ${reason}`);
	};
	for (let from = 0; from < bytes.length; from += size) {
		splitter.push(bytes.subarray(from, from + size));
		take();
	}
	splitter.end();
	take();
	return lines.join('\n');
}

const echoes = [new EchoStream(), new EchoStream([])];

/** Records and rows read off their bytes are what the plain reader makes of them; records three times in a row: their structure is learnt the second time. */
export const SCAN: readonly Target[] = [
	target(
		'records off their bytes',
		records,
		(bytes) => {
			for (let time = 0; time < 3; time += 1) {
				// Something stands before and behind it, as in a file.
				scanner?.load(Buffer.concat([Buffer.from('{"a":1}\n'), bytes, Buffer.from('"}]}\n')]), 0, bytes.length + 13);
				const whole = scanner?.object(8);
				if (whole !== undefined) {
					const own = bytes.toString('utf8', 0, whole.length);
					const shown = JSON.stringify(scanner?.show(whole.found));
					hold(shown === JSON.stringify(plainly(Buffer.from(own))), () => `${shown}\n${own}`);
				}
				const found = scanner?.scan(8, 8 + bytes.length);
				if (scanner === undefined || found === undefined) continue;
				hold(
					time < 2 || bytes.at(-1) !== 0x7d || whole?.length === bytes.length,
					() => `its end is not found: ${bytes.toString()}`,
				);
				const shown = scanner.show(found);
				const plain = plainly(bytes);
				hold(JSON.stringify(shown) === JSON.stringify(plain), () => `${JSON.stringify(shown)}\n${JSON.stringify(plain)}`);
				hold(shownContent(shown) === contentHash(plain), () => `content hash of ${JSON.stringify(plain)}`);
			}
		},
		(bytes) => bytes.length,
	),
	target(
		'rows of CSV off their bytes',
		rows,
		({ text, size }) => {
			const [fast, plain] = [said(text, size, scanner), said(text, size, undefined)];
			hold(fast === plain, () => `${JSON.stringify(text)} in pieces of ${size}:\n${fast}\nplain:\n${plain}`);
		},
		({ text }) => text.length,
	),
	target(
		'records that repeat one another',
		repeated,
		(texts) => {
			for (const stream of echoes) {
				for (const text of texts) {
					const difference = stream.differs(text);
					hold(difference === undefined, () => `${difference?.join('\n')}`);
				}
			}
		},
		(texts) => texts.join('').length,
	),
];
