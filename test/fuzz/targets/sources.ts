import { isIP } from 'node:net';
import fc from 'fast-check';
import { isActivity } from '../../../src/model/activity.ts';
import type { NormalisedEvent } from '../../../src/model/event.ts';
import { isObject, type JsonObject } from '../../../src/model/json.ts';
import type { Source } from '../../../src/model/source.ts';
import { unwrap } from '../../../src/read/unwrap.ts';
import { eventLine } from '../../../src/render/event-ndjson.ts';
import { ocsfLine } from '../../../src/render/ocsf-event.ts';
import { SOURCES } from '../../../src/sources/index.ts';
import { type Normaliser, prepare } from '../../../src/sources/normalise.ts';
import { Recogniser } from '../../../src/sources/recognise.ts';
import { containerOf, fixtureFiles } from '../fixture-files.ts';
import { changed, changes } from '../hostile.ts';
import { nativesOf } from '../natives.ts';
import { splitText } from '../split-text.ts';
import { hold, type Target, target } from '../target.ts';

/** Members of an event that hold one text. */
const TEXTS = ['operation', 'asOrg', 'country', 'city', 'userAgent', 'session', 'token', 'tokenKind', 'device', 'ip'] as const;
const NUMBERS = ['time', 'asn', 'items', 'bytes'] as const;
const FLAGS = ['proxy', 'privileged', 'restricted', 'external', 'ok'] as const;

/** @throws Error where the event is not of the shape that the model promises. */
export function checkEvent(event: NormalisedEvent): void {
	for (const name of TEXTS) {
		const value = event[name];
		hold(value === undefined || (typeof value === 'string' && value !== ''), () => `${name} is ${JSON.stringify(value)}`);
	}
	for (const name of NUMBERS) {
		const value = event[name];
		hold(
			value === undefined || (typeof value === 'number' && Number.isFinite(value)),
			() => `${name} is ${JSON.stringify(value)}`,
		);
	}
	for (const name of FLAGS)
		hold(event[name] === undefined || typeof event[name] === 'boolean', () => `${name} is ${JSON.stringify(event[name])}`);
	hold(isActivity(event.activity), () => `activity is ${event.activity}`);
	hold(event.ip === undefined || isIP(event.ip) !== 0, () => `ip is ${event.ip}`);
	for (const one of [event.actor, event.app, event.target]) {
		if (one === undefined) continue;
		hold(typeof one.id === 'string' && one.id !== '', () => `an id is ${JSON.stringify(one)}`);
		hold(one.name === undefined || (typeof one.name === 'string' && one.name !== ''), () => `a name is ${JSON.stringify(one)}`);
	}
	for (const scope of event.scopes ?? [])
		hold(typeof scope === 'string' && scope !== '', () => `a scope is ${JSON.stringify(scope)}`);
	for (const [name, fact] of Object.entries(event.details ?? {}))
		hold(['string', 'number', 'boolean'].includes(typeof fact), () => `details.${name} is ${JSON.stringify(fact)}`);
	hold(({} as Record<string, unknown>)['polluted'] === undefined, () => 'the prototype of all objects was changed');
}

/** @throws Error where a line of `export` is not one line of JSON without a character that a terminal obeys. */
export function checkLines(event: NormalisedEvent): void {
	for (const line of [eventLine(event), ocsfLine(event)]) {
		JSON.parse(line);
		hold(line.indexOf('\n') === line.length - 1, () => 'more than one line');
		hold(
			!/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(line),
			() => `a raw control character: ${JSON.stringify(line)}`,
		);
	}
}

function checkRecord(source: Source, normaliser: Normaliser, recogniser: Recogniser, record: JsonObject): void {
	for (const value of unwrap(record).values) {
		const found = recogniser.recognise(value);
		const format = found?.format ?? normaliser.recognise(value)?.format;
		const owner = found?.normaliser ?? normaliser;
		if (format === undefined) continue;
		for (const native of nativesOf(format, value)) {
			const event = owner.event(native, 'fuzz', 1);
			if ('reason' in event && !('time' in event)) {
				hold(event.got !== '' && event.expected !== '', () => `${source.id}: a rejection without words`);
				continue;
			}
			checkEvent(event as NormalisedEvent);
			checkLines(event as NormalisedEvent);
		}
	}
}

function recordsOf(platform: string): readonly JsonObject[] {
	return fixtureFiles()
		.filter((file) => file.platform === platform)
		.flatMap(({ name, content }) => {
			return splitText(containerOf(name), content)
				.records.slice(0, 40)
				.map(({ value }) => value);
		});
}

function sourceTarget(source: Source): Target {
	const normaliser = prepare(source);
	const recogniser = new Recogniser([normaliser]);
	const records = recordsOf(source.id);
	return target(
		`records of ${source.id}`,
		fc.tuple(fc.nat(records.length - 1), changes).map(([index, list]) => changed(records[index] ?? {}, list)),
		(record) => {
			if (isObject(record)) checkRecord(source, normaliser, recogniser, record);
		},
		(record) => JSON.stringify(record).length,
	);
}

/** Every source with records of its own fixtures, wrong in any place. */
export const SOURCE_TARGETS: readonly Target[] = SOURCES.map(sourceTarget);
