import { describe, expect, it } from '@jest/globals';
import { ACTIVITIES } from '../../src/model/activity.ts';
import type { NormalisedEvent } from '../../src/model/event.ts';
import { renderOcsf } from '../../src/render/ocsf.ts';
import { ocsfLine } from '../../src/render/ocsf-event.ts';
import { EVENT, EXAMPLE } from './examples.ts';

/**
 * Required members of the classes in use and their activity ids, from https://schema.ocsf.io/1.5.0/classes. The published schema is not to
 * be had as a package, so its rules are written out here.
 */
const RULES: Readonly<
	Record<number, { readonly category: number; readonly required: readonly string[]; readonly last: number }>
> = {
	0: { category: 0, required: [], last: 0 },
	3001: { category: 3, required: ['user'], last: 12 },
	3002: { category: 3, required: ['user', 'service'], last: 6 },
	3004: { category: 3, required: ['entity'], last: 13 },
	3005: { category: 3, required: ['user', 'privileges'], last: 2 },
	6002: { category: 6, required: ['app'], last: 8 },
	6003: { category: 6, required: ['actor', 'api', 'src_endpoint'], last: 4 },
	6005: { category: 6, required: ['actor', 'src_endpoint', 'databucket'], last: 10 },
	6006: { category: 6, required: ['actor', 'file', 'src_endpoint'], last: 17 },
};

/** Of each object, one of these members must be there. */
const ONE_OF: Readonly<Record<string, readonly string[]>> = {
	user: ['account', 'name', 'uid'],
	actor: ['process', 'user', 'invoked_by', 'session', 'app_name', 'app_uid'],
	src_endpoint: ['ip', 'uid', 'name', 'hostname', 'svc_name', 'domain'],
	entity: ['name', 'uid', 'device', 'group', 'org', 'policy', 'user', 'email'],
	app: ['name', 'uid'],
	service: ['name', 'uid'],
	databucket: ['name', 'uid'],
};

const BARE: NormalisedEvent = {
	time: 1_772_528_412_345,
	platform: 'zoom',
	activity: 'other',
	operation: 'Update',
	ref: { file: 'zoom.csv', record: 7 },
};

function written(event: NormalisedEvent) {
	return JSON.parse(ocsfLine(event));
}

describe('eventToOcsf', () => {
	it.each(ACTIVITIES)('gives %s what its class requires, with all facts and with none', (activity) => {
		for (const event of [written({ ...EVENT, activity }), written({ ...BARE, activity })]) {
			const rule = RULES[event.class_uid];
			if (rule === undefined) throw new Error(`unexpected class ${event.class_uid}`);
			expect(event.category_uid).toBe(rule.category);
			expect(event.activity_id === 99 || event.activity_id <= rule.last).toBe(true);
			expect(event.type_uid).toBe(event.class_uid * 100 + event.activity_id);
			expect(event).toMatchObject({
				severity_id: 1,
				time: expect.any(Number),
				metadata: { version: '1.5.0', product: { name: expect.any(String) } },
			});
			for (const member of rule.required) expect(event).toHaveProperty(member);
			for (const [member, choices] of Object.entries(ONE_OF)) {
				if (event[member] !== undefined) expect(choices.some((choice) => event[member][choice] !== undefined)).toBe(true);
			}
		}
	});

	it('keeps who, where and what', () => {
		expect(written(EVENT)).toMatchObject({
			class_uid: 6006,
			activity_name: 'Upload',
			type_name: 'File Hosting Activity: Upload',
			time: EVENT.time,
			status_id: 1,
			count: 3,
			actor: {
				user: { name: 'ana@example.com', full_name: 'Ana A', type_id: 1 },
				app_name: 'Sync Tool',
				session: { uid: 's-1' },
			},
			src_endpoint: { ip: '203.0.113.77', location: { country: 'PT' } },
			file: { name: 'plan.docx', uid: '/sites/x/plan.docx', type_id: 1, size: 1024 },
			metadata: { uid: 'r-1', log_name: 'export/audit.ndjson.gz', sequence: 1837, product: { vendor_name: 'Microsoft' } },
			unmapped: { platform: 'm365', activity: 'file.upload', scopes: ['Files.Read'], user_agent: 'Sync/1.0' },
		});
	});

	it('tells success, failure and neither apart', () => {
		const status = (event: Partial<NormalisedEvent>) => written({ ...BARE, ...event }).status;
		expect([status({ ok: true }), status({ ok: false }), status({}), status({ activity: 'login.failed' })]).toEqual([
			...['Success', 'Failure', 'Unknown', 'Failure'],
		]);
	});

	it('gives the privileges of a consent to the app', () => {
		const event = written({ ...EVENT, activity: 'app.grant' });
		expect(event).toMatchObject({ class_uid: 3005, user: { name: 'Sync Tool', uid: 'app-1' }, privileges: ['Files.Read'] });
	});

	it('points its observables at members that are there', () => {
		for (const activity of ACTIVITIES) {
			const event = written({ ...EVENT, activity });
			for (const { name, value } of event.observables) {
				const found = name.split('.').reduce((part: Record<string, unknown> | undefined, key: string) => part?.[key], event);
				expect(found).toBe(value);
			}
		}
	});
});

describe('renderOcsf', () => {
	const lines = renderOcsf(EXAMPLE)
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line));

	it('gives each finding as a Detection Finding with what the class requires', () => {
		expect(lines).toHaveLength(3);
		for (const line of lines) {
			expect(line).toMatchObject({
				class_uid: 2004,
				category_uid: 2,
				activity_id: 1,
				type_uid: 200_401,
				metadata: { version: '1.5.0' },
			});
			expect(line.finding_info).toMatchObject({ uid: expect.any(String), title: expect.any(String), analytic: { type_id: 3 } });
		}
		expect(lines.map((line) => [line.severity_id, line.risk_level_id])).toEqual([
			[5, 4],
			[4, 3],
			[2, 1],
		]);
		expect(lines.map((line) => line.confidence)).toEqual(['High', 'Medium', 'Low']);
	});

	it('says how it was made and from which inputs', () => {
		expect(lines[0].unmapped).toMatchObject({
			tool: EXAMPLE.tool,
			inputs: EXAMPLE.inputs.map(({ file, sha256 }) => ({ file, sha256 })),
			inputsSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
		});
	});

	it('names technique, tactic, evidence and observables', () => {
		const [line] = lines;
		expect(line.finding_info.attacks).toEqual([
			{
				version: '18.1',
				tactic: { uid: 'TA0010', name: 'Exfiltration' },
				tactics: [{ uid: 'TA0010', name: 'Exfiltration' }],
				technique: { uid: 'T1567', name: 'Exfiltration Over Web Service' },
			},
		]);
		expect(line.evidences[1]).toEqual({ src_endpoint: { ip: '203.0.113.77' } });
		expect(line.evidences[2].name).toBe('export/audit.ndjson.gz:1837');
		expect(line.observables.map(({ value }: { value: string }) => value)).toEqual([
			...['ana@example.com', '203.0.113.77', '0a1b2c3d-1111-4222-8333-444455556666'],
		]);
	});

	it('splits a sub-technique from its technique', () => {
		const analytics = EXAMPLE.run.analytics.map((analytic) => ({
			...analytic,
			attack: { ...analytic.attack, technique: 'T1114.002' },
		}));
		const [line] = renderOcsf({ ...EXAMPLE, run: { ...EXAMPLE.run, analytics } }).split('\n');
		expect(JSON.parse(line ?? '').finding_info.attacks[0]).toMatchObject({
			technique: { uid: 'T1114' },
			sub_technique: { uid: 'T1114.002' },
		});
	});
});
