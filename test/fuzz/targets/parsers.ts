import { isIP } from 'node:net';
import fc from 'fast-check';
import { isObject, type Json, type JsonObject } from '../../../src/model/json.ts';
import { parseAddress } from '../../../src/read/address.ts';
import { asFlag, asJson, asNumber, asObjects, asText, asTexts } from '../../../src/read/fields.ts';
import { findBreak, parseInner } from '../../../src/read/json-text.ts';
import type { TextContainer } from '../../../src/read/sniff.ts';
import { sniff } from '../../../src/read/sniff.ts';
import { parseTime } from '../../../src/read/time.ts';
import { unwrap } from '../../../src/read/unwrap.ts';
import { changed, changes, hostileJson, hostileText } from '../hostile.ts';
import { splitText, type Taken } from '../split-text.ts';
import { hold, type Target, target } from '../target.ts';

/** Pieces out of which texts are made that look like logs and are none. */
const PIECES = [
	...['{', '}', '[', ']', ',', ':', '"', '\\', '\n', '\r\n', '\r', ' ', '\t', ';', '|', '\u001e', '\ufeff'],
	...[
		'{"a":1}',
		'{"n":"x"}\n',
		'[{"a":1},',
		'{"value":[',
		'"records":[{"a":{}}]',
		'a,b,c\n',
		'1,2,3\n',
		'"1","2","3"\n',
		'"a""b",',
	],
	...[
		'null',
		'true',
		'-1e5',
		'9007199254740993',
		'"\\ud800"',
		'<14>Mar  3 09:00:00 host app: {"a":1}',
		'2026-03-03T09:00:00Z x {"a":1}',
	],
];

const logLike = fc
	.array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...PIECES) }, hostileText), { maxLength: 60 })
	.map((parts) => parts.join(''));

function accounts({ records, rejections, count }: Taken): string {
	const numbers = [...records.map(({ record }) => record), ...rejections.map(({ record }) => record)];
	return JSON.stringify({ distinct: new Set(numbers).size, count, last: Math.max(0, ...numbers), parts: records.length });
}

function checkSplit(container: TextContainer, text: string, size: number): void {
	// A bound that small texts reach too.
	const limits = { maxRecordBytes: 400, maxDepth: 20 };
	const whole = splitText(container, text, limits);
	const { distinct, count, last } = JSON.parse(accounts(whole)) as { distinct: number; count: number; last: number };
	hold(
		distinct === count && last === count,
		() => `${container}: ${count} counted, ${distinct} accounted for, the last is ${last}`,
	);
	const bytes = Buffer.byteLength(text);
	for (const { got, expected } of whole.rejections)
		hold(got !== '' && expected !== '', () => `${container}: a rejection without words`);
	// In pieces of any size nothing gets lost either.
	const pieces = splitText(container, text, limits, size);
	for (const { offset, length } of [...whole.records, ...pieces.records])
		hold(
			offset >= 0 && length > 0 && offset + length <= bytes,
			() => `${container}: a record at ${offset}+${length} of ${bytes}`,
		);
	const other = JSON.parse(accounts(pieces)) as { distinct: number; count: number };
	hold(
		other.distinct === other.count,
		() => `${container} in pieces of ${size}: ${other.count} counted, ${other.distinct} accounted for`,
	);
}

function checkRecord(record: JsonObject): void {
	const { values, envelope } = unwrap(record);
	hold(values.length > 0 && values.every(isObject), () => 'unwrap: no object left');
	hold(envelope.length <= 6, () => 'unwrap: too many layers');
}

function checkText(text: string): void {
	const time = parseTime(text);
	hold(time === undefined || (Number.isInteger(time) && Math.abs(time) <= 8.64e15), () => `time ${time}`);
	const address = parseAddress(text);
	hold(address === undefined || isIP(address) !== 0, () => `address ${address}`);
	parseInner(text);
	findBreak(text);
	sniff(Buffer.from(text), true);
	sniff(Buffer.from(text), false);
}

function checkValue(value: Json): void {
	const time = parseTime(value);
	hold(time === undefined || Number.isInteger(time), () => `time ${time}`);
	const text = asText(value);
	hold(text === undefined || text.trim() === text, () => 'asText');
	const number = asNumber(value);
	hold(number === undefined || Number.isFinite(number), () => 'asNumber');
	asFlag(value);
	asJson(value);
	hold(asObjects(value).every(isObject), () => 'asObjects');
	hold(asTexts(value)?.every((part) => part !== '') ?? true, () => 'asTexts');
}

const ENVELOPE: JsonObject = {
	_source: { event: { original: '{"eventType":"x"}' } },
	records: [{ body: '{"a":1}', receiptHandle: 'r' }, { kinesis: { data: 'eyJhIjoxfQ==' } }],
	message: '<14>Mar  3 09:00:00 host app: {"a":{"b":[1]}}',
	data: { events: [{ uuid: 'x' }], integration: 'okta', okta: { uuid: 'y' } },
	value: [{ a: 1 }, { b: 2 }],
	'@timestamp': '2026-03-03T09:00:00Z',
};

/** A row of fields that Splunk took out of a record. */
const FIELDS: JsonObject = {
	_time: '1',
	source: 'x',
	'actor.id': 'a',
	'target{}.id': ['a', 'b'],
	'target{}.changes{}.name': 'c\nd',
	'tags{}': 'e',
};

/** Splitters, times, addresses, field readers and envelopes. */
export const PARSERS: readonly Target[] = [
	...(['ndjson', 'json', 'csv', 'cef'] as const).map((container) =>
		target(
			`split ${container}`,
			fc.tuple(logLike, fc.integer({ min: 1, max: 50 })),
			([text, size]) => checkSplit(container, text, size),
			([text]) => text.length,
		),
	),
	target('times, addresses, JSON in texts', fc.oneof(hostileText, logLike), checkText, (text) => text.length),
	target('field readers', hostileJson, checkValue, () => 50),
	target(
		'envelopes',
		fc
			.tuple(fc.constantFrom(ENVELOPE, FIELDS), changes)
			.map(([record, list]) => changed(record, list))
			.filter(isObject),
		checkRecord,
		(record) => JSON.stringify(record).length,
	),
];
