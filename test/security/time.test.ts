import { describe, expect, test } from '@jest/globals';
import { oneLine } from '../../src/cli/errors.ts';
import { clientFamily } from '../../src/features/client-family.ts';
import { isObject, type Json, type JsonObject } from '../../src/model/json.ts';
import type { Source } from '../../src/model/source.ts';
import { parseAddress } from '../../src/read/address.ts';
import { asTexts } from '../../src/read/fields.ts';
import { findBreak, parseInner } from '../../src/read/json-text.ts';
import { sniff } from '../../src/read/sniff.ts';
import { nameColumns } from '../../src/read/split-csv.ts';
import { afterSyslogHeader } from '../../src/read/syslog.ts';
import { parseTime } from '../../src/read/time.ts';
import { Redactor } from '../../src/render/redact/redactor.ts';
import { csvCell, html, markdown, markdownCode, visible } from '../../src/render/safe.ts';
import { SOURCES } from '../../src/sources/index.ts';
import { prepare } from '../../src/sources/normalise.ts';
import { containerOf, fixtureFiles } from '../fuzz/fixture-files.ts';
import { splitText } from '../fuzz/split-text.ts';

/** Beginnings, a piece repeated, and an end that fits nowhere: what makes a careless pattern go back and try again. */
const ATTACKS: readonly (readonly [before: string, piece: string, behind: string])[] = [
	['', 'a', '!'],
	['', ' ', 'x'],
	['2026-03-03', ' ', 'x'],
	['1/1/2026 10:00', ' ', 'x'],
	['1.1.2026 10:00', ' ', 'x'],
	['', '1', 'x'],
	['', '\\', '"'],
	['"', '\\"', ''],
	['', 'a.', '@'],
	['', 'a@', ' '],
	['', '/a', ' '],
	['', 'a, ', ';'],
	['', '[{"a":', ''],
	['', '(', ''],
	['[', ':', ''],
	['', '\u0301', 'x'],
	['', 'Scope: ', ','],
	['', '`', 'x'],
	['Mozilla/5.0 ', '(a; ', ''],
	['', '\t\n', 'x'],
	['', '-', ''],
	['', 'A=', '&'],
];

function attack([before, piece, behind]: readonly [string, string, string], length: number): string {
	return before + piece.repeat(Math.ceil(length / piece.length)) + behind;
}

/** The best of three, ms: the machine may be busy. */
function timed(work: () => unknown): number {
	let best = Number.POSITIVE_INFINITY;
	for (let i = 0; i < 3; i += 1) {
		const started = performance.now();
		work();
		best = Math.min(best, performance.now() - started);
		if (best < 40) break;
	}
	return best;
}

/** Twice the text may take twice the time, generously: three times and 40 ms. Quadratic work on these sizes takes seconds. */
function expectLinear(name: string, work: (text: string) => unknown, length: number): void {
	for (const pattern of ATTACKS) {
		const once = timed(() => work(attack(pattern, length)));
		const twice = timed(() => work(attack(pattern, length * 2)));
		if (twice > 3 * once + 40)
			throw new Error(`${name}, ${JSON.stringify(pattern)}: ${once.toFixed(0)} ms, then ${twice.toFixed(0)} ms`);
	}
}

const READERS: Readonly<Record<string, (text: string) => unknown>> = {
	parseTime,
	parseAddress,
	asTexts,
	parseInner,
	findBreak,
	afterSyslogHeader,
	clientFamily,
	visible,
	csvCell,
	html,
	markdown,
	markdownCode,
	oneLine,
	'names replaced': (text) => {
		const redactor = new Redactor('key');
		redactor.learn('user', `${text.slice(0, text.length >> 1)}b`);
		redactor.learn('user', 'ana@example.com');
		return redactor.text(text);
	},
	sniff: (text) => sniff(Buffer.from(text), true),
	'columns of one name': (text) => nameColumns(text.slice(0, text.length / 6).split('')),
	'JSON lines': (text) => splitText('ndjson', text),
	'JSON lines, broken ones': (text) => splitText('ndjson', text.replaceAll(/(.{50})/gs, '$1\n')),
	CEF: (text) => splitText('cef', `CEF:0|a|b|c|d|e|f|msg=${text}`),
	'CEF, its header': (text) => splitText('cef', `<14>CEF:0|${text}`),
	JSON: (text) => splitText('json', text),
	'JSON in an array': (text) => splitText('json', `[{"a":1},${text}`),
	CSV: (text) => splitText('csv', `a,b,c\n${text}`),
	'CSV with quotes': (text) => splitText('csv', `a,b,c\n"${text.replaceAll(/(.{20})/gs, '$1"\n"')}`),
};

describe('takes time in proportion to the text', () => {
	test.each(Object.entries(READERS))('%s', (name, work) => expectLinear(name, work, 60_000), 60_000);
});

/** The record with the text in each place that holds another text, but for the time and the operation, which decide what is looked at. */
function filled(value: Json, text: string, kept: ReadonlySet<unknown>, behind: boolean): Json {
	if (typeof value === 'string') {
		if (kept.has(value) || parseTime(value) !== undefined) return value;
		return behind ? value + text : text;
	}
	if (Array.isArray(value)) return value.map((one) => filled(one, text, kept, behind));
	if (!isObject(value)) return value;
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filled(one ?? null, text, kept, behind)]));
}

const RECORDS_OF_EACH = 10;

/** A few records of each source, evenly over its fixture files. */
function someRecords(source: Source): readonly JsonObject[] {
	const all = fixtureFiles()
		.filter(({ platform }) => platform === source.id)
		.flatMap(({ name, content }) => splitText(containerOf(name), content).records);
	const step = Math.max(1, Math.floor(all.length / RECORDS_OF_EACH));
	return all.filter((_, index) => index % step === 0).map(({ value }) => value);
}

describe('reads a record in time that grows with its texts', () => {
	test.each(SOURCES.map((source) => [source.id, source] as const))(
		'%s',
		(_id, source) => {
			const normaliser = prepare(source);
			const events = (record: JsonObject) =>
				(normaliser.recognise(record)?.format.reshape?.(record) ?? [record]).map((native) => normaliser.event(native, 'log', 1));
			const slow: string[] = [];
			for (const record of someRecords(source)) {
				const kept = new Set(events(record).flatMap((event) => ('operation' in event ? [event.operation] : [])));
				for (const pattern of ATTACKS) {
					for (const behind of [false, true]) {
						const made = filled(record, attack(pattern, 4000), kept, behind) as JsonObject;
						const took = timed(() => {
							try {
								events(made);
							} catch (error) {
								if (!(error instanceof Error) || error.name !== 'BrokenCell') throw error;
							}
						});
						// Some fifty texts of 4 kB: a few ms. A pattern that goes back over one of them takes 16 million steps or more.
						if (took > 250) slow.push(`${JSON.stringify(pattern)} ${took.toFixed(0)} ms`);
					}
				}
			}
			expect(slow).toEqual([]);
		},
		120_000,
	);
});
