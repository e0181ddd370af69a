import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { analytic as abuse } from '../../analytics/AN1349-app-abuse/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { asking } from './asking.ts';

const LOG = 'fixtures/AN1349/github/attack-app-let-in/audit-log.ndjson';
const FAMILIAR = 'GitHub App server-to-server token';

/** An app clones forty repositories with a kind of token; a week before, its grantor cloned one with that kind. */
function records(kindOfLast: string): readonly JsonObject[] {
	const log: JsonObject[] = readFileSync(LOG, 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line));
	const clones = log.filter(({ action }) => action === 'git.clone');
	const times = clones.map((record) => Number(record['@timestamp']));
	const { integration: _app, ...own } = clones[0] ?? {};
	const before = { ...own, '@timestamp': Math.min(...times) - 7 * 86_400_000, _document_id: 'before' };
	return [before, ...log].map((record) =>
		record['@timestamp'] === Math.max(...times) ? { ...record, programmatic_access_type: kindOfLast } : record,
	);
}

async function tokenKind(kindOfLast: string): Promise<string | undefined> {
	const { findings } = await asking(records(kindOfLast), { analytics: [abuse] }, hunt);
	const ana = findings.find(
		({ actor, title }) => actor.id === 'ana.alves@example.com' && title.startsWith('Secure Document Viewer'),
	);
	return ana?.reasons.find(({ signal }) => signal === 'token-kind')?.text;
}

test('a kind of token that the grantor had not used is told, whatever kind the app used first', async () => {
	expect(await tokenKind(FAMILIAR)).toBeUndefined();
	expect(await tokenKind('OAuth access token')).toBe(
		'1 record with a token of a kind that ana.alves@example.com had not used (OAuth access token)',
	);
});
