import { describe, expect, test } from '@jest/globals';
import { analytic as removal } from '../../analytics/AN0339-account-removal/index.ts';
import { analytic as repositories } from '../../analytics/AN0732-bulk-repository-access/index.ts';
import type { Analytic } from '../../src/analytic.ts';
import { loadContext } from '../../src/context/load.ts';
import { explain } from '../../src/hunt/explain.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import type { HuntRequest } from '../../src/hunt/request.ts';
import type { Finding } from '../../src/model/finding.ts';
import { folderOf } from '../context/folder.ts';

const GITHUB = ['fixtures/demo/github'];

async function requestOf(
	evidence: readonly string[],
	analytic: Analytic,
	files: Readonly<Record<string, string>>,
): Promise<HuntRequest> {
	const context = await loadContext(await folderOf(files));
	return { evidence, analytics: [analytic], set: [], minScore: 0, arguments: [], version: '0', context };
}

/** Goran clones nine repositories within 45 minutes. */
async function goran(files: Readonly<Record<string, string>>): Promise<Finding> {
	const { findings } = await hunt(await requestOf(GITHUB, repositories, files));
	const found = findings.find(({ actor }) => actor.id === 'goran.achterberg@example.com');
	if (found === undefined) throw new Error('nothing was found');
	return found;
}

function people(row: string): Readonly<Record<string, string>> {
	return { 'people.csv': `user,privileged,developer,account_type\ngoran.achterberg@example.com,${row}\n` };
}

describe('what raises a finding', () => {
	test('is named with file and line: a privileged account, no developer, a contractor', async () => {
		const silent = await goran({});
		const raised = await goran(people('yes,no,contractor'));
		expect(silent.context).toEqual([]);
		expect(raised.score).toBeGreaterThan(silent.score);
		expect(raised.context).toEqual([
			{ kind: 'role', ref: 'people.csv:2', effect: 'raised', text: 'not a developer' },
			{ kind: 'role', ref: 'people.csv:2', effect: 'raised', text: 'a privileged account' },
			{ kind: 'role', ref: 'people.csv:2', effect: 'raised', text: 'a contractor' },
		]);
		expect(raised.reasons.filter((reason) => 'rests' in reason)).toEqual([]);
	});

	test('is named by the row of repositories.csv that says so, and no row that calls them public raises', async () => {
		const silent = await goran({});
		const restricted = await goran({ 'repositories.csv': 'repository,sensitivity\n\n*,restricted\n' });
		const open = await goran({ 'repositories.csv': 'repository,sensitivity\n*,public\n' });
		expect(restricted.score).toBeGreaterThan(silent.score);
		expect(restricted.context).toHaveLength(1);
		expect(restricted.context[0]).toMatchObject({ kind: 'sensitivity', ref: 'repositories.csv:3', effect: 'raised' });
		// Nine of them: three are named.
		expect(restricted.context[0]?.text).toMatch(/^[\w-]+\/[\w-]+, .* and 6 more: listed as restricted$/);
		expect([open.score, open.context]).toEqual([silent.score, []]);
	});

	test('lists a row each for repositories, the first ten rows', async () => {
		const { entities } = await goran({});
		const names = entities.map(({ id }) => id);
		const more = ['example-org/elsewhere'];
		const rows = [...more, ...names].map((name) => `${name},restricted`).join('\n');
		const { context } = await goran({ 'repositories.csv': `repository,sensitivity\n${rows}\n` });
		expect(context).toHaveLength(9);
		expect(context.map(({ ref }) => Number(ref.split(':')[1])).toSorted((a, b) => a - b)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11]);
	});

	test('is named where removed accounts are privileged ones', async () => {
		const okta = ['fixtures/demo/okta'];
		const plain = (await hunt(await requestOf(okta, removal, {}))).findings[0];
		const [target] = plain?.entities.filter(({ role }) => role === 'target') ?? [];
		const files = { 'people.csv': `user,privileged\n${target?.id},yes\n` };
		const [raised] = (await hunt(await requestOf(okta, removal, files))).findings;
		expect(raised?.context).toEqual([
			{ kind: 'role', ref: 'people.csv:2', effect: 'raised', text: `${target?.id}: a privileged account` },
		]);
	});

	test('a row that says developer takes back what was inferred, and says so', async () => {
		const leif = async (files: Readonly<Record<string, string>>): Promise<Finding | undefined> => {
			const { findings } = await hunt(await requestOf(GITHUB, repositories, files));
			return findings.find(({ actor }) => actor.id === 'leif.calloway@example.com');
		};
		const silent = await leif({});
		const declared = await leif({ 'people.csv': 'user,developer\nleif.calloway@example.com,yes\n' });
		expect(silent?.reasons.find(({ signal }) => signal === 'role')?.text).toContain('never pushed');
		expect(declared?.score).toBeLessThan(silent?.score ?? 0);
		expect(declared?.reasons.filter(({ signal }) => signal === 'role')).toEqual([]);
		expect(declared?.context).toEqual([
			{ kind: 'role', ref: 'people.csv:2', effect: 'lowered', text: 'a developer, though no push of theirs is in this evidence' },
		]);
	});

	test('counts among what explain calls told, and is left out of the score without it', async () => {
		const silent = await goran({});
		const { context } = await explain(await requestOf(GITHUB, repositories, people('yes,no,contractor')), silent.id);
		// Of the second line only the contractor is told: that the account is new is seen. 43.7 becomes 64.6.
		expect(context.lines.map(({ signal, surprise }) => [signal, Number(surprise.toFixed(2))])).toEqual([
			['role', 1.3],
			['account-kind', 0.3],
		]);
		expect(context.score).toBeGreaterThan(context.without);
		expect(context.without).toBe(silent.score);
	});

	test('what a row took back comes back in the score without it', async () => {
		const { findings } = await hunt(await requestOf(GITHUB, repositories, {}));
		const silent = findings.find(({ actor }) => actor.id === 'leif.calloway@example.com');
		const files = { 'people.csv': 'user,developer\nleif.calloway@example.com,yes\n' };
		const { context } = await explain(await requestOf(GITHUB, repositories, files), silent?.id ?? '');
		expect(context.lines.map(({ surprise, text }) => [surprise, text])).toEqual([
			[-1, 'a developer, though no push of theirs is in this evidence (people.csv:2)'],
		]);
		expect(context.without).toBe(silent?.score);
	});
});
