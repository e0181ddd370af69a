import { describe, expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../src/model/json.ts';
import type { Format } from '../../src/model/source.ts';
import { isLent, member } from '../../src/read/fields.ts';
import { contentHash } from '../../src/scan/content-hash.ts';
import { shownContent } from '../../src/scan/scanner.ts';
import { Natives } from '../../src/sources/natives.ts';
import { copying, emptyObject, type ObjectDraft } from '../../src/sources/reshape.ts';
import { newScanner, scanOne } from '../scan/scanned.ts';
import { EchoStream } from './echo-streams.ts';

type Event = { readonly name: string; readonly parameters?: Json };

/** An activity of Drive; time, qualifier, item and title are another in each. */
function activity(n: number, events: Json, more: JsonObject = {}): string {
	return JSON.stringify({
		kind: 'admin#reports#activity',
		id: { time: new Date(1_772_000_000_000 + n * 1000).toISOString(), uniqueQualifier: `-${n}`, applicationName: 'drive' },
		etag: `"etag ${n}"`,
		actor: { callerType: 'USER', email: `user${n % 3}@example.com`, profileId: `10000000000000000${n % 3}` },
		ipAddress: `192.0.2.${n % 200}`,
		networkInfo: { ipAsn: [64496 + (n % 2)], regionCode: 'DE' },
		events,
		...more,
	});
}

const parameters = (n: number, ...more: readonly Json[]): Json => [
	{ name: 'primary_event', boolValue: true },
	{ name: 'doc_id', value: `item ${n}` },
	{ name: 'doc_title', value: `A "title" ${n} – é` },
	{ name: 'visibility', value: 'private' },
	...more,
];

const view = (n: number, ...more: readonly Json[]): Event => ({ name: 'view', parameters: parameters(n, ...more) });

const TIMES = 60;

/** Odd ways in which events come, each by its number. */
const CASES: Readonly<Record<string, (n: number) => string>> = {
	'one event': (n) => activity(n, [view(n)]),
	'a type and a status': (n) => activity(n, [{ ...view(n), type: 'access', status: { eventStatus: n % 2 ? 'FAILED' : null } }]),
	'what Drive says is not the act, now and then': (n) =>
		activity(n, [{ name: 'view', parameters: [{ name: 'primary_event', boolValue: n % 4 > 0 }] }]),
	'another name of a parameter now and then': (n) =>
		activity(n, [view(n, { name: n % 5 ? 'billable' : 'copy_type', value: 'external' })]),
	'a parameter twice': (n) =>
		activity(n, [view(n, { name: 'visibility', value: `v${n % 2}` }, { name: 'doc_id', value: `other ${n}` })]),
	'a parameter twice, once with a message': (n) =>
		activity(n, [
			view(
				n,
				{ name: 'visibility', messageValue: { parameter: [{ name: 'a', value: `${n}` }] } },
				{ name: 'doc_title', messageValue: null },
			),
		]),
	'values of null': (n) =>
		activity(n, [view(n, { name: 'doc_type', value: n % 2 ? null : 'folder' }, { name: 'owner', value: null })]),
	'two kinds of value': (n) =>
		activity(n, [view(n, { name: 'owner', value: n % 2 ? null : `a${n}@example.com`, intValue: `${n}` })]),
	'no value': (n) =>
		activity(n, [view(n, { name: 'owner' }, { value: `${n}` }, { name: null, value: 'x' }, { name: `  owner `, value: 'x' })]),
	'lists of values': (n) =>
		activity(n, [
			view(n, { name: 'owner', multiValue: [`a${n}@example.com`, 'b@example.com'] }, { name: 'x', multiIntValue: [] }),
		]),
	'messages in messages': (n) =>
		activity(
			n,
			[
				{
					name: 'delivery',
					parameters: [
						{
							name: 'event_info',
							messageValue: {
								parameter: [
									{ name: 'mail_event_type', intValue: n % 20 },
									{
										name: 'client_context',
										messageValue: { parameter: [{ name: 'session_context', messageValue: { parameter: [] } }] },
									},
								],
							},
						},
						{ name: 'message_info', multiMessageValue: [{ parameter: [{ name: 'subject', value: `S ${n}` }] }, {}] },
					],
				},
			],
			{ id: { time: 1_772_000_000_000 + n, uniqueQualifier: n, applicationName: 'gmail' } },
		),
	'old and new value in one parameter': (n) =>
		activity(n, [view(n, { name: 'x', value: `${n}`, old_value: `o${n}`, new_value: 'n' }, { name: 'old_value', value: null })]),
	'named parameters': (n) =>
		activity(n, [{ name: 'view', parameters: { doc_id: `item ${n}`, visibility: 'private', owner: null } }]),
	'names that objects have': (n) =>
		activity(n, [view(n, { name: '__proto__', value: 'x' }, { name: 'constructor', value: `${n}` }, { name: '0', value: 'x' })]),
	'no qualifier, blank or none': (n) =>
		activity(n, [view(n)], {
			id: { time: `2026-03-03T09:00:${10 + (n % 50)}Z`, uniqueQualifier: n % 3 ? ' ' : null, applicationName: 'drive' },
		}),
	'no time': (n) => activity(n, [view(n)], { id: { uniqueQualifier: `${n}`, applicationName: 'drive' } }),
	'an upload and what comes with it': (n) =>
		activity(n, [
			{ name: 'create', parameters: parameters(n) },
			{ name: 'upload', parameters: parameters(n % 3 ? n : n + 1000) },
			{ name: 'edit', parameters: parameters(n % 2 ? n : n + 2000) },
		]),
	'the same twice': (n) =>
		activity(n, [view(n), view(n % 2 ? n : n + 1000), view(n, { name: 'target_user', value: `u${n % 2}@example.com` })]),
	'two acts on one item': (n) => activity(n, [view(n), { name: 'download', parameters: parameters(n) }]),
	'a companion that says so': (n) =>
		activity(n, [
			view(n),
			{
				name: 'edit',
				parameters: [
					{ name: 'primary_event', boolValue: n % 2 === 0 },
					{ name: 'doc_id', value: `item ${n}` },
				],
			},
		]),
	'one event that is no list': (n) => activity(n, view(n)),
	'events as text': (n) => activity(n, JSON.stringify([view(n)])),
	'events as text, the same in many': (n) => activity(n, JSON.stringify([view(n % 2)])),
	'events that are none': (n) => activity(n, n % 2 ? [] : ['a', n, null, view(n)]),
	'more than a list of events': (n) => activity(n, [view(n)], { records: [{ id: n }], items: [] }),
	nobody: (n) =>
		activity(n, [view(n)], { actor: n % 2 ? { key: 'HANGOUTS_EXTERNAL_OR_ANONYMOUS' } : { profileId: '105250506097979753968' } }),
	'a rule of mail with an item': (n) =>
		activity(n, [
			{
				name: 'email_forwarding_out_of_domain',
				parameters: parameters(n, { name: 'email_forwarding_destination_address', value: `x${n % 2}@example.org` }),
			},
		]),
	'a rule of mail with a blank item and a person': (n) =>
		activity(n, [
			{
				name: 'email_forwarding_out_of_domain',
				parameters: [
					{ name: 'doc_id', value: n % 2 ? '' : `item ${n}` },
					{ name: n % 3 ? 'USER_EMAIL' : 'GROUP_EMAIL', value: 'B@example.com' },
				],
			},
		]),
	'an item without a name, and a person': (n) =>
		activity(n, [
			{
				name: 'change_user_access',
				parameters: [
					{ name: 'doc_id', value: n % 2 ? '' : `item ${n}` },
					{ name: 'USER_EMAIL', value: 'B@example.com' },
					{ name: 'GROUP_EMAIL', value: 'G@example.com' },
				],
			},
		]),
	'a role on an item': (n) =>
		activity(
			n,
			[
				{
					name: 'ASSIGN_ROLE',
					parameters: parameters(n, { name: 'USER_EMAIL', value: 'B@example.com' }, { name: 'ROLE_NAME', value: 'R' }),
				},
			],
			{
				id: { time: 1_772_000_000_000 + n, uniqueQualifier: `${n}`, applicationName: n % 2 ? 'admin' : 'drive' },
			},
		),
};

describe('activities of Google off their bytes', () => {
	test.each(Object.keys(CASES))('%s: events and content are those of the parsed record', (name) => {
		const [whole, brief] = [new EchoStream(), new EchoStream([])];
		for (let n = 0; n < TIMES; n += 1) {
			const text = CASES[name]?.(n) ?? '';
			expect(whole.differs(text)).toBeUndefined();
			expect(brief.differs(text)).toBeUndefined();
		}
	});

	test('all of them in turn', () => {
		const stream = new EchoStream();
		for (let n = 0; n < TIMES; n += 1) for (const make of Object.values(CASES)) expect(stream.differs(make(n))).toBeUndefined();
		expect(stream.lent).toBeGreaterThan(TIMES * 10);
	});

	test('most are not put together anew, and most events not worked out anew', () => {
		const stream = new EchoStream();
		for (let n = 0; n < 200; n += 1) expect(stream.differs(activity(n, [view(n)]))).toBeUndefined();
		expect(stream.lent).toBeGreaterThan(190);
		expect(stream.echoes).toBeGreaterThan(180);
	});

	test('activities of several events are not put together anew', () => {
		const stream = new EchoStream();
		const events = (n: number) => [view(n), { name: 'create', parameters: parameters(n) }];
		for (let n = 0; n < 200; n += 1) expect(stream.differs(activity(n, events(n)))).toBeUndefined();
		expect(stream.lent).toBeGreaterThan(380);
	});
});

/** A format of our own: `kind` decides what becomes of `text`. */
function counting(over: Partial<Format> = {}): { readonly natives: Natives; readonly calls: { count: number } } {
	const calls = { count: 0 };
	const format: Format = {
		id: 'wrapped',
		title: 'Wrapped',
		has: ['kind'],
		carries: true,
		reshape(record, carrier = copying) {
			calls.count += 1;
			const kind = member(record, 'kind') ?? null;
			const made: ObjectDraft = emptyObject();
			made['kind'] = kind;
			if (kind === 'moved') carrier.member(made, 'moved', record, 'text');
			if (kind === 'looked') made['looked'] = `looked at ${String(record['text'])}`;
			carrier.value(made, 'read', () => (record['text'] === 'none' ? undefined : `read ${String(record['text'])}`));
			return [made];
		},
		...over,
	};
	return { natives: new Natives(format), calls };
}

/** What becomes of records, as JSON with the hash of its content; both are held against the parsed record's. */
function feed(
	natives: Natives,
	records: readonly JsonObject[],
): { readonly made: readonly string[]; readonly lent: number; readonly kinds: number } {
	const scanner = newScanner();
	let lent = 0;
	const kinds = new Set<Json | undefined>();
	const made = records.map((record) => {
		const found = scanOne(scanner, JSON.stringify(record));
		const [native] = natives.of(found === undefined ? record : scanner.show(found));
		const [plain] = natives.of(record);
		if (native !== undefined && isLent(native)) {
			lent += 1;
			kinds.add(record['kind']);
		}
		expect(shownContent(native ?? {}) ?? contentHash(native)).toBe(contentHash(plain));
		expect(contentHash(plain)).toBe(contentHash(JSON.parse(JSON.stringify(plain)) as Json));
		expect(JSON.stringify(native)).toBe(JSON.stringify(plain));
		return JSON.stringify(native);
	});
	return { made, lent, kinds: kinds.size };
}

const numbered = (count: number, kind: (n: number) => string): readonly JsonObject[] =>
	Array.from({ length: count }, (_, n) => ({ kind: kind(n), text: n % 7 === 3 ? 'none' : `v${n}` }));

describe('what a reshape makes', () => {
	test('stands for records in which it looks at nothing else', () => {
		const { natives, calls } = counting();
		const { made, lent } = feed(
			natives,
			numbered(100, () => 'moved'),
		);
		expect(lent).toBeGreaterThan(90);
		// Once for each of the parsed ones, which are not lent.
		expect(calls.count).toBeLessThan(115);
		expect(made[50]).toBe('{"kind":"moved","moved":"v50","read":"read v50"}');
		expect(made[52]).toBe('{"kind":"moved","moved":"none"}');
	});

	test('is made anew where it looked at a value that is another', () => {
		const { natives } = counting();
		const { made, lent } = feed(
			natives,
			numbered(100, () => 'looked'),
		);
		expect(lent).toBeLessThan(20);
		expect(made[50]).toBe('{"kind":"looked","looked":"looked at v50","read":"read v50"}');
	});

	test('follows what it looks at from record to record', () => {
		const { natives } = counting();
		const kinds = ['moved', 'looked', 'other'];
		const { made } = feed(
			natives,
			numbered(300, (n) => kinds[n % 3] ?? ''),
		);
		expect(made[210]).toBe('{"kind":"moved","moved":"v210","read":"read v210"}');
		expect(made[211]).toBe('{"kind":"looked","looked":"looked at v211","read":"read v211"}');
		expect(made[212]).toBe('{"kind":"other","read":"read v212"}');
	});

	test('is made of each record where the format does not carry, and where it looks at nothing', () => {
		const eager = new Natives({ id: 'eager', title: 'Eager', has: [], reshape: (record) => [{ text: record['text'] ?? null }] });
		const records = numbered(20, () => 'moved');
		expect(feed(eager, records).lent).toBe(0);
		expect(feed(counting({ reshape: () => [{ nothing: 1 }] }).natives, records).lent).toBe(0);
	});

	test('no more is kept than there is room for', () => {
		const records = Array.from({ length: 1200 }, (_, n) => ({ kind: `kind ${n}`, text: 'v' }));
		const { kinds } = feed(
			counting().natives,
			records.flatMap((record) => Array.from({ length: 8 }, () => record)),
		);
		expect(kinds).toBe(1024);
	});

	test('is over when the next record is shown', () => {
		const { natives } = counting();
		const scanner = newScanner();
		const texts = ['{"kind":"moved","text":"a"}', '{"kind":"moved","text":"b"}'];
		let native: JsonObject | undefined;
		for (let time = 0; time < 10; time += 1) {
			const found = scanOne(scanner, texts[time % 2] ?? '');
			if (found !== undefined) [native] = natives.of(scanner.show(found));
		}
		expect(native !== undefined && isLent(native)).toBe(true);
		scanOne(scanner, texts[0] ?? '');
		expect(native !== undefined && isLent(native)).toBe(false);
	});
});
