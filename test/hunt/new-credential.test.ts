import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { analytic } from '../../analytics/AN0732-bulk-repository-access/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import { asking } from './asking.ts';

// On 17 February hal.hunt@example.com, `hal-hunt` on GitHub, downloads fifteen repositories.
const LOG = readFileSync(new URL('../../fixtures/AN0732/github/attack-insider/audit-log.ndjson', import.meta.url), 'utf8');

const ROLE = { action: 'org.update_member', permission: 'admin', old_permission: 'read' };
const TOKEN = { action: 'personal_access_token.access_granted', user_programmatic_access_name: 'sync' };

/** What a grant on the same day, earlier, adds. */
async function newCredentials(holder: string, given: object, by = 'ana-alves'): Promise<unknown> {
	const time = Date.UTC(2026, 1, 17, 9);
	const grant = {
		'@timestamp': time,
		_document_id: 'Grant0000000000000000a',
		actor: by,
		actor_ip: '192.0.2.11',
		created_at: time,
		org: 'example-org',
		user: holder,
		...given,
	};
	const { findings } = await asking(`${LOG}${JSON.stringify(grant)}\n`, { analytics: [analytic] }, hunt);
	const [finding] = findings.filter(({ actor }) => actor.id === 'hal.hunt@example.com');
	return finding?.reasons.find(({ signal }) => signal === 'new-credential')?.observed;
}

test('a role given shortly before counts though the log names its holder by another name than the person', async () => {
	expect(await newCredentials('hal-hunt', ROLE)).toBe(1);
	expect(await newCredentials('ben-bauer', ROLE)).toBeUndefined();
});

test('a token that an owner let in counts for whose token it is', async () => {
	expect(await newCredentials('hal-hunt', TOKEN)).toBe(1);
	expect(await newCredentials('hal-hunt', TOKEN, 'hal-hunt')).toBe(1);
	expect(await newCredentials('ben-bauer', TOKEN)).toBeUndefined();
});
