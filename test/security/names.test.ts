import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ANALYTICS } from '../../analytics/index.ts';
import { loadContext } from '../../src/context/load.ts';
import { inspect } from '../../src/hunt/inspect.ts';
import { checkAssignments } from '../../src/hunt/options.ts';
import { renderInspectJson } from '../../src/render/json.ts';
import { signIn } from '../cli/log.ts';
import { splitText } from '../fuzz/split-text.ts';

/** Names that every object of JavaScript has, or that change what it is. */
const NAMES = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf', '0', 'length'] as const;

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'saashound-names-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** Lines of an Okta log, one a name: the name as operation and as the person. */
function lines(): string {
	return NAMES.map((name, index) =>
		signIn('ana', Date.UTC(2026, 2, 3, 9, index), '192.0.2.1')
			.replaceAll('user.session.start', name)
			.replace('"alternateId":"ana@example.com"', `"alternateId":"${name}"`),
	).join('');
}

async function inspected(content: string) {
	const file = join(folder, 'log.ndjson');
	await writeFile(file, content);
	return inspect({ evidence: [file], analytics: [], arguments: [], version: '0' });
}

describe('names that mean something to JavaScript are names like others', () => {
	test('as operations: each keeps its count, through JSON and back', async () => {
		const result = await inspected(lines());
		const again = JSON.parse(renderInspectJson(result, { pretty: true }));
		for (const counts of [result.inputs[0]?.operations, again.inputs[0].operations]) {
			expect(Object.entries(counts ?? {}).sort()).toEqual(NAMES.map((name) => [name, 1]).sort());
		}
	});

	test('as people: each is one', async () => {
		const { platforms } = await inspected(lines());
		expect(platforms[0]?.actors.map(({ value, count }) => [value, count]).sort()).toEqual(
			NAMES.map((name) => [name.toLowerCase(), 1]).sort(),
		);
	});

	test('as members of a record: nothing is inherited, nothing is changed', async () => {
		const members = NAMES.map((name) => `${JSON.stringify(name)}:{"polluted":true,"eventType":"x"}`).join(',');
		await inspected(`{${members}}\n${lines()}`);
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
		expect(({} as Record<string, unknown>)['eventType']).toBeUndefined();
	});

	test('as columns: each cell stays under its name', () => {
		const { records } = splitText('csv', `${NAMES.join(',')}\n${NAMES.map((_, index) => index).join(',')}\n`);
		expect(Object.entries(records[0]?.value ?? {}).sort()).toEqual(NAMES.map((name, index) => [name, String(index)]).sort());
	});

	test('as people, apps and networks of the context: found only where they are listed', async () => {
		await writeFile(join(folder, 'people.csv'), 'user,name\nana@example.com,Ana\n__proto__,Nobody\n');
		await writeFile(join(folder, 'apps.csv'), 'app,name\nconstructor,Builder\n');
		const context = await loadContext(folder);
		expect(NAMES.filter((name) => context.person(name) !== undefined)).toEqual(['__proto__']);
		expect(NAMES.filter((name) => context.app(name, undefined, 'okta') !== undefined)).toEqual(['constructor']);
	});

	test.each(NAMES)('as an option: %s is unknown', (name) => {
		expect(() => checkAssignments(ANALYTICS, [`${name}=1`])).toThrow(/no such option|expected name=value/);
	});
});
