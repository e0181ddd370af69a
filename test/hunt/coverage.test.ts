import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { analytic as mail } from '../../analytics/AN0132-mailbox-access/index.ts';
import { ANALYTICS } from '../../analytics/index.ts';
import { concerns, coverageOf, FactCounts, heardBy, lossWords, sayableBy, sayableTo } from '../../src/hunt/coverage.ts';
import type { Activity } from '../../src/model/activity.ts';
import type { PlatformId } from '../../src/model/platform.ts';
import type { Format, Source } from '../../src/model/source.ts';
import { openEvidence } from '../../src/read/open-evidence.ts';
import { SOURCES } from '../../src/sources/index.ts';
import { prepare, reshaped } from '../../src/sources/normalise.ts';
import { Recogniser } from '../../src/sources/recognise.ts';

const sources: ReadonlyMap<string, Source> = new Map(SOURCES.map((source) => [source.id, source]));

const facts = new FactCounts([mail]);

function formats(platform: PlatformId, ids: readonly string[]): ReadonlyMap<PlatformId, ReadonlyMap<string, Format>> {
	const all = sources.get(platform)?.formats ?? [];
	return new Map([[platform, new Map(all.filter(({ id }) => ids.includes(id)).map((format) => [format.id, format]))]]);
}

function statusOf(platform: PlatformId, counts: ReadonlyMap<Activity, number>): ReadonlyMap<string, string> {
	const rows = coverageOf([mail], sources, { counts: new Map([[platform, counts]]), facts, formats: formats(platform, []) });
	return new Map(rows.map(({ activity, status }) => [activity, status]));
}

describe('coverage', () => {
	test('tells apart what is seen, what is missing from the evidence and what the platform never logs', () => {
		const m365 = statusOf('m365', new Map([['mail.read', 3]]));
		expect(m365.get('mail.read')).toBe('seen');
		expect(m365.get('mail.search')).toBe('not-in-evidence');
		expect(statusOf('okta', new Map()).get('mail.read')).toBe('not-logged-by-platform');
	});

	test('has a row for each activity that the analytic hears, once', () => {
		const rows = coverageOf([mail], sources, { counts: new Map(), facts, formats: formats('m365', []) });
		expect(rows.map(({ activity }) => activity)).toEqual([...heardBy(mail)]);
		expect(new Set(rows.map(({ activity }) => activity)).size).toBe(rows.length);
	});

	test('reads well of a platform that is called by its logs', () => {
		const rows = coverageOf([mail], sources, { counts: new Map(), facts, formats: formats('m365', []) });
		const text = (wanted: string) => rows.find(({ activity }) => activity === wanted)?.text ?? '';
		expect(text('mail.read')).toMatch(/^Microsoft 365 unified audit log: mail\.read is logged, but none is in this evidence/);
		const okta = coverageOf([mail], sources, { counts: new Map(), facts, formats: formats('okta', []) });
		expect(okta.find(({ activity }) => activity === 'mail.read')?.text).toBe('Okta: mail.read is not logged');
	});

	test('says one event in the singular, and what a format cannot carry', () => {
		const [lossy] = (sources.get('salesforce')?.formats ?? []).filter(({ lacks }) => lacks?.includes('ip') === true);
		expect(lossy).toBeDefined();
		const rows = coverageOf([mail], sources, {
			counts: new Map([['salesforce', new Map<Activity, number>([['app.install', 1]])]]),
			facts,
			formats: formats('salesforce', [lossy?.id ?? '']),
		});
		const text = rows.find(({ activity }) => activity === 'app.install')?.text ?? '';
		expect(text).toMatch(/^1 event;/);
		expect(text).toContain('has no address');
	});

	test('says what the platform cannot show of any activity too, after what it says of this one', () => {
		const rows = coverageOf([mail], sources, { counts: new Map(), facts, formats: formats('google_workspace', []) });
		const text = rows.find(({ activity }) => activity === 'mail.rule')?.text ?? '';
		const own = text.indexOf('Gmail logs need a paid edition');
		const any = text.indexOf('The API keeps 180 days');
		expect(own).toBeGreaterThan(0);
		expect(any).toBeGreaterThan(own);
	});

	test('where nothing was heard, licences and settings come before what is sampled', () => {
		const of = (counts: ReadonlyMap<Activity, number>) =>
			coverageOf([mail], sources, { counts: new Map([['m365', counts]]), facts, formats: formats('m365', []) }).find(
				({ activity }) => activity === 'mail.read',
			)?.text ?? '';
		expect(of(new Map())).toContain('MailItemsAccessed needed Audit Premium');
		expect(of(new Map())).not.toContain('IsThrottled');
		expect(of(new Map([['mail.read', 3]]))).toContain('IsThrottled');
	});

	test('a blind spot that names no activity is one for all of them', () => {
		const general = { activities: [], kind: 'retention', text: '' } as const;
		expect(concerns(general, 'login')).toBe(true);
		expect(concerns({ ...general, activities: ['mail.read'] }, 'login')).toBe(false);
		expect(concerns({ ...general, activities: ['mail.read', 'login'] }, 'login')).toBe(true);
	});

	test('says what is counted only of mail by how many events of mail there are', () => {
		const counts = new Map<Activity, number>([['file.export', 3]]);
		const mails = new FactCounts([mail]);
		for (const details of [{ mail: true }, undefined, { mail: false }]) mails.hear('m365', 'file.export', details);
		const row = (platform: PlatformId, told: FactCounts) =>
			coverageOf([mail], sources, { counts: new Map([[platform, counts]]), facts: told, formats: formats(platform, []) }).find(
				({ activity }) => activity === 'file.export',
			);
		expect(row('m365', mails)).toMatchObject({ status: 'seen', events: 1 });
		expect(row('m365', mails)?.text).toMatch(/^1 event of mail/);
		expect(row('m365', facts)).toMatchObject({ status: 'not-in-evidence', events: 0 });
		expect(row('box', facts)).toMatchObject({ status: 'not-logged-by-platform', events: 0 });
		expect(row('box', facts)?.text).toBe('Box: file.export of mail is not told from other');
		expect(sayableTo(mail, sources.get('m365') as Source).has('file.export')).toBe(true);
		expect(sayableTo(mail, sources.get('box') as Source).has('file.export')).toBe(false);
	});

	test('names fields of a format in words that people know', () => {
		expect(lossWords({ id: 'x', title: 'Some table', lacks: ['ip', 'userAgent', 'session'] } as unknown as Format)).toBe(
			'the Some table format has no address, client, session',
		);
	});

	test('whatever a reader, a fallback or the last touch makes of a record is sayable: no fixture says more than its platform', async () => {
		const recogniser = new Recogniser(SOURCES.map((source) => prepare(source)));
		const unsaid = new Set<string>();
		for (const source of SOURCES) {
			const said = sayableBy(source);
			const { files } = await openEvidence([fileURLToPath(new URL(`../../fixtures/sources/${source.id}`, import.meta.url))]);
			for (const file of files) {
				for await (const { records } of file.batches()) {
					for (const { value } of records) {
						const { normaliser, format } = recogniser.recognise(value) ?? {};
						if (normaliser === undefined || format === undefined) continue;
						const natives = reshaped(format, value);
						for (const native of 'reason' in natives ? [] : natives) {
							const event = normaliser.event(native, file.file, 1);
							if ('activity' in event && event.activity !== 'other' && !said.has(event.activity))
								unsaid.add(`${source.id} ${event.operation} ${event.activity}`);
						}
					}
				}
			}
		}
		expect([...unsaid]).toEqual([]);
		// Declared beside the table because no rule of it names them.
		expect(sayableBy(sources.get('google_workspace') as Source).has('admin.change')).toBe(true);
		expect(sayableBy(sources.get('m365') as Source).has('session.anomaly')).toBe(true);
	});

	test('an activity that only a condition leads to is sayable; other never is', () => {
		for (const source of SOURCES) {
			const said = sayableBy(source);
			expect(said.has('other')).toBe(false);
			expect(said.size).toBeGreaterThan(0);
		}
	});
});

test('what few platforms tell is not looked for in every event of all', () => {
	// AN0132 counts exports only of mail, AN1349 sign-ins only of apps by OAuth, which Salesforce alone tells: every sign-in would have to be read whole.
	expect([...new FactCounts(ANALYTICS).wanted.keys()]).toEqual(['file.export']);
});
