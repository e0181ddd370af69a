import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import type { InputTally } from '../../../src/hunt/input-reading.ts';
import { readEvidence } from '../../../src/hunt/read-evidence.ts';
import { EvidenceError } from '../../../src/model/errors.ts';
import type { InputSummary } from '../../../src/model/finding.ts';
import { SOURCES } from '../../../src/sources/index.ts';
import { workbookOf } from '../../read/workbooks.ts';
import { zipOf } from '../../read/zips.ts';
import { fixtureFiles } from '../fixture-files.ts';
import { hostileText } from '../hostile.ts';
import { hold, type Target, target } from '../target.ts';
import { checkEvent } from './sources.ts';

const FILES = fixtureFiles();

/** What is done to the bytes of a file; places count through it, wrapping around. */
type Damage =
	| { readonly what: 'flip' | 'cut' | 'drop' | 'copy'; readonly at: number; readonly length: number }
	| { readonly what: 'insert'; readonly at: number; readonly text: string }
	| { readonly what: 'splice'; readonly at: number; readonly file: number };

const at = fc.nat(20_000);
const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
	fc.oneof(
		fc.record({ what: fc.constantFrom('flip', 'cut', 'drop', 'copy'), at, length: fc.integer({ min: 1, max: 300 }) }),
		fc.record({ what: fc.constant('insert'), at, text: hostileText }),
		fc.record({ what: fc.constant('splice'), at, file: fc.nat(FILES.length - 1) }),
	),
	{ maxLength: 5 },
);

function damaged(content: Buffer, list: readonly Damage[]): Buffer {
	let bytes: Buffer = Buffer.from(content);
	for (const damage of list) {
		const from = bytes.length === 0 ? 0 : damage.at % bytes.length;
		const [before, behind] = [bytes.subarray(0, from), bytes.subarray(from)];
		if (damage.what === 'insert') bytes = Buffer.concat([before, Buffer.from(damage.text), behind]);
		else if (damage.what === 'splice') bytes = Buffer.concat([before, (FILES[damage.file]?.content ?? before).subarray(from)]);
		else if (damage.what === 'cut') bytes = Buffer.from(before);
		else if (damage.what === 'drop') bytes = Buffer.concat([before, behind.subarray(damage.length)]);
		else if (damage.what === 'copy') bytes = Buffer.concat([before, behind.subarray(0, damage.length), behind]);
		else if (from < bytes.length) bytes[from] = (bytes[from] ?? 0) ^ (1 << (damage.length % 8));
	}
	return bytes;
}

const PACKINGS = ['plain', 'plain', 'gzip', 'gzip twice', 'zip', 'utf-16', 'workbook'] as const;

function packed(content: Buffer, how: (typeof PACKINGS)[number]): Buffer {
	if (how === 'gzip') return gzipSync(content, { level: 1 });
	if (how === 'gzip twice') return Buffer.concat([gzipSync(content.subarray(0, 500)), gzipSync(content.subarray(500))]);
	if (how === 'utf-16') return Buffer.from(`\ufeff${content.toString('utf8')}`, 'utf16le');
	if (how === 'zip')
		return zipOf([
			{ name: 'a.json', content, deflate: true },
			{ name: '../b.json', content: content.subarray(0, 900) },
		]);
	if (how === 'workbook') return workbook(content);
	return content;
}

/** The lines of a text as rows of a sheet, the text once more in the middle of the sheet's XML, and its beginning in the shared texts. */
function workbook(content: Buffer): Buffer {
	const text = content.toString('utf8');
	const row = (line: string) =>
		`<row>${line
			.split(',')
			.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`)
			.join('')}</row>`;
	const rows = text.split('\n').slice(0, 40).map(row);
	const middle = rows.length >> 1;
	return workbookOf({
		sheets: { a: [] },
		parts: {
			'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows.slice(0, middle).join('')}${text.slice(0, 300)}${rows.slice(middle).join('')}`,
			'xl/sharedStrings.xml': `<sst><si><t>x</t></si>${text.startsWith('<') ? text : ''}</sst>`,
		},
	});
}

/** @throws Error where records are lost or counted twice. */
export function checkSums({ records, events, other, duplicates, rejected }: InputSummary): void {
	const refused = Object.values(rejected).reduce((sum, times) => sum + times, 0);
	const sum = events + other + duplicates + refused;
	hold(records === sum, () => `${records} records, but ${events} + ${other} + ${duplicates} + ${refused} accounted for`);
}

function checkTally({ summary, operations, activities }: InputTally): void {
	checkSums(summary);
	const total = (counts: ReadonlyMap<string, number>) => [...counts.values()].reduce((sum, times) => sum + times, 0);
	hold(total(operations) === total(activities), () => 'operations and activities do not add up to the same');
	hold(total(activities) >= summary.events + summary.other - noEvent(summary), () => 'fewer activities than records');
}

// A record may be read and hold no event at all (an empty batch): it counts as other.
function noEvent({ other }: InputSummary): number {
	return other;
}

async function checkFile(bytes: Buffer): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'saashound-fuzz-'));
	try {
		const file = join(folder, 'log');
		writeFileSync(file, bytes);
		let heard = 0;
		const read = await readEvidence({ evidence: [file] }, SOURCES, (event) => {
			heard += 1;
			checkEvent(event);
		});
		for (const input of read.inputs) {
			checkTally(input);
			hold(!input.summary.problems.some((text) => text.includes('breaks our reader')), () => input.summary.problems.join('\n'));
		}
		const counted = read.inputs.flatMap(({ activities }) => [...activities.values()]).reduce((sum, times) => sum + times, 0);
		hold(counted === heard, () => `${heard} events heard, ${counted} counted`);
	} catch (error) {
		if (!(error instanceof EvidenceError)) throw error;
		hold(/; expected |: .*\S/.test(error.message), () => `an error without words: ${error.message}`);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Whole files of every platform and format, damaged before they are packed, and after. */
export const EVIDENCE: readonly Target[] = [
	target(
		'files of all platforms',
		fc.tuple(fc.nat(FILES.length - 1), damages, fc.constantFrom(...PACKINGS), damages).map(([file, before, how, behind]) => {
			const bytes = packed(damaged(FILES[file]?.content ?? Buffer.alloc(0), before), how);
			return how === 'plain' ? bytes : damaged(bytes, behind.slice(0, 2));
		}),
		checkFile,
		(bytes) => bytes.length,
	),
	target(
		'bytes',
		fc.uint8Array({ maxLength: 600 }),
		(bytes) => checkFile(Buffer.from(bytes)),
		(bytes) => bytes.length,
	),
];
