import { describe, expect, test } from '@jest/globals';
import { analytic as mail } from '../../analytics/AN0132-mailbox-access/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import type { Finding } from '../../src/model/finding.ts';
import { asking } from './asking.ts';

const START = Date.UTC(2026, 0, 5, 8);
const DAY = 86_400_000;
const MINUTE = 60_000;

interface Act {
	readonly application: 'token' | 'vault' | 'login' | 'takeout';
	readonly name: string;
	readonly time: number;
	readonly parameters?: Readonly<Record<string, string>>;
	readonly ip?: string;
}

function record({ application, name, time, parameters = {}, ip = '192.0.2.10' }: Act, index: number): unknown {
	return {
		kind: 'admin#reports#activity',
		id: { time: new Date(time).toISOString(), uniqueQualifier: String(index), applicationName: application, customerId: 'C01' },
		actor: { callerType: 'USER', email: 'ana@example.com', profileId: '110000000000000000001' },
		ipAddress: ip,
		events: [{ name, parameters: Object.entries(parameters).map(([key, value]) => ({ name: key, value })) }],
	};
}

/** Four weeks of signing in on working days. */
const everyDay = Array.from({ length: 26 }, (_, day) => day)
	.filter((day) => day % 7 < 5)
	.map((day): Act => ({ application: 'login', name: 'login_success', time: START + day * DAY }));

async function findingsOf(acts: readonly Act[]): Promise<readonly Finding[]> {
	return (await asking([...everyDay, ...acts].map(record), { analytics: [mail] }, hunt)).findings;
}

const many = (count: number, act: Omit<Act, 'time'>): readonly Act[] =>
	Array.from({ length: count }, (_, at) => ({
		...act,
		ip: '203.0.113.77',
		time: START + 25 * DAY + 18 * 60 * MINUTE + at * MINUTE,
	}));

describe('mail of Google Workspace', () => {
	test('forty searches in Vault and a dozen exports downloaded from it are found, and the advice is Google’s', async () => {
		const query = { query: 'password', matter_id: 'm-1' };
		const searched = await findingsOf(many(40, { application: 'vault', name: 'search', parameters: query }));
		expect(searched[0]?.title).toContain('40 mail searches');
		expect(searched[0]?.reasons.find(({ signal }) => signal === 'sensitive-search')?.observed).toBe(40);
		const [exported] = await findingsOf(many(12, { application: 'vault', name: 'export_file_download', parameters: query }));
		expect(exported?.title).toContain('12 records of mail exports');
		expect(exported?.next[0]).toMatch(/^in Vault: /);
	});

	test('somebody’s own Takeout is looked up in its log, not in Vault', async () => {
		const parameters = { PRODUCTS_REQUESTED: 'Gmail', TAKEOUT_JOB_ID: '1' };
		const [taken] = await findingsOf(many(2, { application: 'takeout', name: 'STARTED_USER_TAKEOUT', parameters }));
		expect(taken?.title).toContain('2 records of mail exports');
		expect(taken?.next[0]).toMatch(/^in the admin console: look at the log of Takeout .* sign-ins of ana@example\.com/);
		expect(taken?.next.join(' ')).not.toContain('Vault');
	});

	test('whoever looks into what an app read is sent to Google’s console, not to Entra', async () => {
		const parameters = { client_id: '123456789012-abc.apps.googleusercontent.com', api_name: 'gmail', product_bucket: 'GMAIL' };
		const [found] = await findingsOf(many(200, { application: 'token', name: 'activity', parameters }));
		expect(found?.title).toContain('200 messages read');
		expect(found?.next.filter((step) => step.includes('Entra'))).toEqual([]);
		expect(found?.next[0]).toMatch(/^in the admin console: /);
	});
});
