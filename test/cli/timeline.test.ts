import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { saashound } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-timeline-'));

/** A sign-in as Okta logs it: id, login and display name of the same person. */
function okta(person: string, time: string, ip: string): string {
	return `${JSON.stringify({
		uuid: `00000000-0000-4000-8000-${time.replace(/\D/g, '').slice(2, 14)}`,
		published: time,
		eventType: 'user.session.start',
		version: '0',
		severity: 'INFO',
		actor: { id: `00uexample${person}`, type: 'User', alternateId: `${person}@example.com`, displayName: `${person} example` },
		client: { ipAddress: ip },
		outcome: { result: 'SUCCESS' },
		target: null,
	})}\n`;
}

/** A clone as GitHub logs it: a login of GitHub's own. */
function clone(login: string, time: string): string {
	return `${JSON.stringify({
		'@timestamp': Date.parse(time),
		_document_id: `doc-${time}`,
		action: 'git.clone',
		actor: login,
		actor_id: 7,
		org: 'example-org',
		repo: 'example-org/falcon',
		repository_public: false,
		user_agent: 'git/2.39.5',
	})}\n`;
}

/** A row of Salesforce's setup audit trail: what an administrator did signed in as somebody else stands under that person, with the administrator beside. */
const TRAIL = `Date,User,Source Namespace Prefix,Action,Section,Delegate User
"3/3/2026, 10:00:00 AM UTC",bo@example.com,,"Changed role for user dan@example.com from none to CEO",Manage Users,ana@example.com
`;

beforeAll(() => {
	writeFileSync(join(folder, 'trail.csv'), TRAIL);
	writeFileSync(
		join(folder, 'okta.ndjson'),
		okta('ana', '2026-03-02T08:00:00.000Z', '203.0.113.9') +
			okta('ana', '2026-03-03T08:00:00.000Z', '203.0.112.1') +
			okta('anatol', '2026-03-03T09:00:00.000Z', '2001:db8::9'),
	);
	writeFileSync(join(folder, 'github.ndjson'), clone('ana-gh', '2026-03-03T08:30:00.000Z'));
	writeFileSync(join(folder, 'people.csv'), 'user,aliases\nana@example.com,ana-gh\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function shown(...words: string[]) {
	const { stdout, stderr, code } = await saashound(['timeline', 'okta.ndjson', 'github.ndjson', ...words], { cwd: folder });
	expect(code).toBe(0);
	const events = stdout === '' ? [] : stdout.trimEnd().split('\n');
	return { times: events.map((line) => JSON.parse(line).time.slice(5, 16)), stderr };
}

describe('timeline of a person', () => {
	test('has what they did under the name of somebody else, which has it too', async () => {
		const of = async (actor: string) => {
			const { stdout } = await saashound(['timeline', 'trail.csv', '--actor', actor, '--quiet'], { cwd: folder });
			return stdout
				.trimEnd()
				.split('\n')
				.map((line) => JSON.parse(line).details?.impersonatedBy);
		};
		expect(await of('bo@example.com')).toEqual(['ana@example.com']);
		expect(await of('Ana@example.com')).toEqual(['ana@example.com']);
	});

	test.each(['ana@example.com', 'ANA-GH', '00uexampleana', 'Ana Example'])(
		'follows %s over platforms under all names',
		async (name) => {
			const { times, stderr } = await shown('--actor', name, '--context', '.');
			expect(times).toEqual(['03-02T08:00', '03-03T08:00', '03-03T08:30']);
			expect(stderr).toContain('ana@example.com: taken for one person: ana@example.com, 00uexampleana, ');
			expect(stderr).toContain('ana-gh');
		},
	);

	test('reads standard input twice', async () => {
		const { stdout } = await saashound(['timeline', '-', '--actor', '00uexampleana'], {
			stdin: okta('ana', '2026-03-02T08:00:00.000Z', '203.0.113.9'),
		});
		expect(JSON.parse(stdout).actor.id).toBe('ana@example.com');
	});

	test('says which names are like one that nobody has', async () => {
		const { times, stderr } = await shown('--actor', 'ana@exampel.com');
		expect(times).toEqual([]);
		expect(stderr).toBe(
			"saashound: no event has the actor 'ana@exampel.com' in this evidence; like it there is ana@example.com\n",
		);
		expect((await shown('--actor', 'anat')).stderr).toContain('anatol@example.com');
	});

	test('says when the person is there, but not in that span', async () => {
		const { stderr } = await shown('--actor', 'anatol@example.com', '--around', '2026-03-02T09:00Z');
		expect(stderr).toContain('no event in that span: 1 event fits otherwise, from 2026-03-03T09:00:00.000Z');
	});
});

describe('timeline of an application', () => {
	// As the directory logs them: the grant names it by the directory's own number too, its sign-in by that alone.
	const APP = 'aaaa0001-0000-4000-8000-000000000001';
	const OBJECT = 'bbbb0001-0000-4000-8000-000000000001';

	test.each([[APP], [OBJECT], ['Mail Reader']])('follows %s under both of its ids', async (name) => {
		const grant = {
			...{ id: 'g1', category: 'ApplicationManagement', activityDateTime: '2026-03-02T08:00:00Z', result: 'success' },
			...{ activityDisplayName: 'Consent to application', loggedByService: 'Core Directory', operationType: 'Assign' },
			initiatedBy: { user: { id: 'cccc0001-0000-4000-8000-000000000001', userPrincipalName: 'ana@example.com' } },
			targetResources: [{ id: OBJECT, displayName: 'Mail Reader', type: 'ServicePrincipal', modifiedProperties: [] }],
			additionalDetails: [{ key: 'AppId', value: APP }],
		};
		const use = {
			...{ ...grant, id: 'g2', activityDateTime: '2026-03-02T09:00:00Z', activityDisplayName: 'Update user' },
			...{ initiatedBy: { app: { servicePrincipalId: OBJECT } }, targetResources: [], additionalDetails: [] },
		};
		const stdin = `${JSON.stringify(grant)}\n${JSON.stringify(use)}\n`;
		const { stdout } = await saashound(['timeline', '-', '--app', name], { stdin });
		expect(
			stdout
				.trimEnd()
				.split('\n')
				.map((line) => JSON.parse(line).operation),
		).toEqual(['Consent to application', 'Update user']);
	});
});

describe('timeline of an address', () => {
	test.each([
		['203.0.113.9', 1],
		['203.0.113.0/24', 1],
		['203.0.112.0/23', 2],
		['203.0.', 2],
		['2001:DB8:0::9', 1],
		['2001:db8::/32', 1],
		['0.0.0.0/0', 2],
	])('takes %s', async (address, events) => {
		expect((await shown('--address', address)).times).toHaveLength(events);
	});

	test.each(['203.0.113.0/33', 'ana', '2001:db8::/x'])('refuses %s', async (address) => {
		const { code, stderr } = await saashound(['timeline', 'okta.ndjson', '--address', address], { cwd: folder });
		expect(code).toBe(2);
		expect(stderr).toContain(`--address: '${address}' is no address`);
	});
});
