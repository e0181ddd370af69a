// The target of a coverage-guided run: bytes in, an exception out where something does not hold. How to run it: docs/security.md.
import { unwrap } from '../../src/read/unwrap.ts';
import { SOURCES } from '../../src/sources/index.ts';
import { prepare } from '../../src/sources/normalise.ts';
import { Recogniser } from '../../src/sources/recognise.ts';
import { nativesOf } from './natives.ts';
import { splitText } from './split-text.ts';
import { hold } from './target.ts';

const recogniser = new Recogniser(SOURCES.map((source) => prepare(source)));
const CONTAINERS = ['ndjson', 'json', 'csv', 'cef'] as const;

/** The first byte chooses the container, the rest is the text. */
export function fuzz(bytes: Buffer): void {
	const container = CONTAINERS[(bytes[0] ?? 0) % CONTAINERS.length] ?? 'json';
	const { records, rejections, count } = splitText(container, bytes.subarray(1), { maxRecordBytes: 4000 });
	const distinct = new Set([...records.map(({ record }) => record), ...rejections.map(({ record }) => record)]).size;
	hold(distinct === count, () => `${count} counted, ${distinct} accounted for`);
	for (const { value } of records) {
		for (const one of unwrap(value).values) {
			const found = recogniser.recognise(one);
			if (found === undefined) continue;
			for (const native of nativesOf(found.format, one)) found.normaliser.event(native, 'fuzz', 1);
		}
	}
}
