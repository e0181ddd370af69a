import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { analytic } from '../../analytics/AN0339-account-removal/index.ts';
import { loadContext } from '../../src/context/load.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import { quiet, removals } from './okta-log.ts';

const PEOPLE = ['ana', 'bo', 'cleo', 'dag', 'eli', 'finn'];

async function largest(context: boolean): Promise<unknown> {
	const folder = mkdtempSync(join(tmpdir(), 'saashound-removal-people-'));
	try {
		writeFileSync(
			join(folder, 'log.ndjson'),
			quiet(19, PEOPLE) + removals('ana', 19, ['cleo', 'cleo-admin', 'dag'], '203.0.113.7'),
		);
		writeFileSync(
			join(folder, 'people.csv'),
			'user,name,department,role,account_type,privileged,developer,aliases\ncleo@example.com,Cleo,IT,,,,,cleo-admin@example.com\n',
		);
		const known = context ? await loadContext(folder) : undefined;
		const { findings } = await hunt({
			evidence: [join(folder, 'log.ndjson')],
			analytics: [analytic],
			set: [],
			minScore: 0,
			arguments: [],
			version: '0',
			...(known !== undefined && { context: known }),
		});
		return findings[0]?.reasons.find(({ signal }) => signal === 'removal-rate')?.observed;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

describe('removals', () => {
	test('count people: two accounts of one person are one', async () => {
		expect(await largest(false)).toBe(3);
		expect(await largest(true)).toBe(2);
	});
});
