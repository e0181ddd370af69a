import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../src/model/json.ts';
import type { Source } from '../../src/model/source.ts';
import { member } from '../../src/read/fields.ts';
import { prepare } from '../../src/sources/normalise.ts';
import { newScanner, scanOne } from '../scan/scanned.ts';
import { canonical, EchoStream, leavesOf, withLeaf } from './echo-streams.ts';

const FOLDER = fileURLToPath(new URL('../../fixtures/sources/', import.meta.url));
const FILES = readdirSync(FOLDER)
	.toSorted()
	.flatMap((platform) => readdirSync(join(FOLDER, platform)).map((name) => `${platform}/${name}`))
	.filter((name) => name.endsWith('.ndjson'));

/** Records of one file: each four times, then with each of its values exchanged for the same place's value in the next record that has the place. */
function* variants(records: readonly JsonObject[]): Generator<string> {
	for (const [index, record] of records.entries()) {
		for (let time = 0; time < 4; time += 1) yield JSON.stringify(record);
		for (const path of leavesOf(record)) {
			const other = records.slice(index + 1).find((candidate) => at(candidate, path) !== undefined);
			if (other === undefined) continue;
			const changed = JSON.stringify(withLeaf(record, path, at(other, path) as Json));
			for (let time = 0; time < 3; time += 1) yield changed;
			yield JSON.stringify(record);
		}
	}
}

function at(record: JsonObject, path: readonly (string | number)[]): Json | undefined {
	let value: Json | undefined = record;
	for (const step of path) {
		if (typeof value !== 'object' || value === null) return undefined;
		value = (value as Record<string | number, Json>)[step];
	}
	return typeof value === 'object' ? undefined : value;
}

const MOST_RECORDS = 60;

describe('records that repeat one another give the events that they give alone', () => {
	test.each(FILES)('%s', (name) => {
		const lines = readFileSync(join(FOLDER, name), 'utf8').split('\n');
		const records = lines.filter((line) => line.startsWith('{')).slice(0, MOST_RECORDS);
		const whole = new EchoStream();
		const brief = new EchoStream([]);
		for (const text of variants(records.map((line) => JSON.parse(line) as JsonObject))) {
			expect(whole.differs(text)).toBeUndefined();
			expect(brief.differs(text)).toBeUndefined();
		}
	});

	test('most of them are not worked out anew', () => {
		const stream = new EchoStream();
		const record = (n: number) =>
			`{"uuid":"${n}","published":"2026-03-03T09:00:${String(n % 60).padStart(2, '0')}.000Z","eventType":"user.session.start","actor":{"id":"00u1","type":"User","alternateId":"ana@example.com","displayName":"Ana"},"client":{"ipAddress":"192.0.2.${n % 200}"},"outcome":{"result":"SUCCESS"},"target":[]}`;
		for (let n = 0; n < 100; n += 1) expect(stream.differs(record(n))).toBeUndefined();
		expect(stream.echoes).toBeGreaterThan(80);
	});
});

/** A source of our own that counts how often its code runs. */
function counting(over: Partial<Source> = {}): { readonly source: Source; readonly calls: { finish: number; late: number } } {
	const calls = { finish: 0, late: 0 };
	const source: Source = {
		id: 'okta',
		title: 'A log',
		references: [],
		formats: [{ id: 'log', title: 'A log', has: ['at', 'op', 'who'] }],
		fields: { time: 'at', id: 'id', operation: 'op', actorId: 'who', session: 'session', ip: 'ip' },
		activities: () => ({ read: 'file.read', write: 'file.upload' }),
		uniqueIds: true,
		blindSpots: [],
		finish(record, event, later) {
			calls.finish += 1;
			if (member(record, 'kind') === 'machine' && event.actor !== undefined) event.actor = { ...event.actor, type: 'service' };
			if (member(record, 'kind') === 'odd') event.details = { note: String(member(record, 'note')) };
			later((late, draft) => {
				calls.late += 1;
				draft.target = { type: 'file', id: String(member(late, 'file')) };
			});
		},
		...over,
	};
	return { source, calls };
}

/** Gives records to a source as a file would. */
function feed(
	source: Source,
	records: readonly JsonObject[],
	whole?: Parameters<ReturnType<typeof prepare>['event']>[3],
): readonly string[] {
	const scanner = newScanner();
	const normaliser = prepare(source);
	return records.map((record, index) => {
		const text = JSON.stringify(record);
		const found = scanOne(scanner, text);
		const value = found === undefined ? (JSON.parse(text) as JsonObject) : scanner.show(found);
		return canonical(normaliser.event(value, 'a.ndjson', index + 1, whole));
	});
}

const record = (n: number, more: JsonObject = {}): JsonObject => ({
	...{ at: 1_772_000_000_000 + n * 1000, id: `id-${n}`, op: 'read', who: 'ana@example.com', kind: 'person', note: `note ${n}` },
	...{ session: `s-${n}`, ip: `192.0.2.${n % 250}`, file: `file-${n}` },
	...more,
});

describe('what a record takes over from others', () => {
	test('time, id, session, address and what code puts off are its own', () => {
		const { source, calls } = counting();
		const events = feed(
			source,
			Array.from({ length: 40 }, (_, n) => record(n)),
		).map((text) => JSON.parse(text) as JsonObject);
		expect(calls.finish).toBeLessThan(10);
		expect(calls.late).toBe(40);
		for (const [n, event] of events.entries())
			expect(event).toEqual({
				...{ time: 1_772_000_000_000 + n * 1000, platform: 'okta', activity: 'file.read', operation: 'read' },
				...{ ref: { file: 'a.ndjson', record: n + 1, id: `id-${n}` }, session: `s-${n}`, ip: `192.0.2.${n % 250}` },
				actor: { type: 'user', id: 'ana@example.com', email: 'ana@example.com' },
				target: { type: 'file', id: `file-${n}` },
			});
	});

	test('a value at which the code looked only then is noticed when it is another', () => {
		const { source } = counting();
		const records = Array.from({ length: 60 }, (_, n) => record(n, n % 3 === 0 ? { kind: 'odd' } : {}));
		const notes = feed(source, records).map((text) => (JSON.parse(text) as { details?: { note: string } }).details?.note);
		expect(notes).toEqual(records.map((_, n) => (n % 3 === 0 ? `note ${n}` : undefined)));
	});

	test('what code puts off is not read where nobody looks at the event whole', () => {
		const { source, calls } = counting();
		const records = Array.from({ length: 40 }, (_, n) => record(n, { op: n % 2 === 0 ? 'read' : 'write' }));
		const events = feed(source, records, new Set(['file.upload' as const]));
		expect(calls.late).toBe(20);
		const targets = events.map((text) => (JSON.parse(text) as { target?: { id: string } }).target?.id);
		expect(targets).toEqual(records.map((_, n) => (n % 2 === 0 ? undefined : `file-${n}`)));
	});

	test('it is read all the same where the object is needed to tell events apart', () => {
		const { source, calls } = counting({ weakId: () => true });
		feed(
			source,
			Array.from({ length: 40 }, (_, n) => record(n)),
			new Set(),
		);
		expect(calls.late).toBe(40);
	});

	test('code that looks at a fact keeps it from being taken over unseen', () => {
		const { source } = counting({
			finish(_record, event) {
				if (event.session === 's-7') event.privileged = true;
				if (event.time === 1_772_000_009_000) event.external = true;
			},
		});
		const records = Array.from({ length: 30 }, (_, n) => record(n));
		const events = feed(source, records).map((text) => JSON.parse(text) as { privileged?: boolean; external?: boolean });
		expect(events.map(({ privileged }) => privileged)).toEqual(records.map((_, n) => (n === 7 ? true : undefined)));
		expect(events.map(({ external }) => external)).toEqual(records.map((_, n) => (n === 9 ? true : undefined)));
	});

	test('code and a path may look at the same list', () => {
		const { source } = counting({
			fields: { time: 'at', id: 'id', operation: 'op', actorId: 'who', ip: 'list.0' },
			finish(seen, event) {
				const list = member(seen, 'list');
				if (Array.isArray(list) && list[1] === 'inside') event.restricted = true;
			},
		});
		const records = Array.from({ length: 60 }, (_, n) => record(n, { list: ['192.0.2.1', n % 4 === 1 ? 'inside' : 'outside'] }));
		const seen = feed(source, records).map((text) => (JSON.parse(text) as { restricted?: boolean }).restricted);
		expect(seen).toEqual(records.map((_, n) => (n % 4 === 1 ? true : undefined)));
	});

	test('more people than can be remembered', () => {
		const { source } = counting();
		const people = 40_000;
		const records = Array.from({ length: 2 * people + 500 }, (_, n) => record(n, { who: `user${n % people}@example.com` }));
		const actors = feed(source, records).map((text) => (JSON.parse(text) as { actor: { id: string } }).actor.id);
		expect(actors.every((id, n) => id === `user${n % people}@example.com`)).toBe(true);
	});

	test('values that look alike in a hash or as text are told apart', () => {
		const { source } = counting({
			finish(seen, event) {
				event.details = { kind: JSON.stringify(member(seen, 'kind') ?? null) };
			},
		});
		const kinds: readonly Json[] = [
			1,
			'1',
			true,
			'true',
			null,
			'null',
			'',
			0,
			'0',
			false,
			10,
			1.5,
			-1,
			'é',
			'e\u0301',
			'\u00e9 "quoted"',
		];
		const records = Array.from({ length: 160 }, (_, n) => record(n, { kind: kinds[n % kinds.length] ?? null }));
		const seen = feed(source, records).map((text) => (JSON.parse(text) as { details: { kind: string } }).details.kind);
		expect(seen).toEqual(records.map(({ kind }) => JSON.stringify(kind)));
	});
});
