import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ANALYTICS } from '../../analytics/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import { SOURCES } from '../../src/sources/index.ts';
import { removalLog } from '../cli/log.ts';

const PEOPLE = [
	"o'brien",
	'$(touch owned)',
	'`touch owned`',
	'a; touch owned #',
	'-rf',
	'&& touch owned',
	'a"b\\c',
	'*',
	"';touch owned;'",
];

const FILTERED = [
	'x" or actor:"y',
	'x created:2001-01-01..2030-01-01',
	'ana, From 2001-01-01, To 2030-01-01',
	'x\n| search *',
	"x' or 'a'='a",
	'x\u2019 -Operations \u2018*',
	'x\\" or 1 eq 1 or "',
	'x\u201d, To 2030-01-01',
];

let folder: string;
beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'saashound-commands-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the command that a finding suggests', () => {
	test.each(PEOPLE)('passes the name %j on as one word and runs nothing in it', async (name) => {
		const file = join(folder, 'log');
		const log = removalLog()
			.replaceAll('"ana@example.com"', JSON.stringify(name))
			.replaceAll('"00uexample-ana"', JSON.stringify(name));
		await writeFile(file, log);
		const { findings } = await hunt({
			evidence: [file],
			analytics: ANALYTICS,
			set: [],
			minScore: 0,
			arguments: [],
			version: '0',
		});
		const found = findings.find(({ actor }) => actor.id === name.toLowerCase());
		const command = found?.next.find((step) => step.startsWith('saashound timeline')) ?? '';
		expect(command).toContain('--actor ');
		// A shell takes the line apart; every word comes back behind a NUL.
		const words = execFileSync('sh', ['-c', command.replace(/^saashound/, "printf '%s\\0'")], {
			cwd: folder,
			encoding: 'utf8',
		}).split('\0');
		expect(words[words.indexOf('--actor') + 1]).toBe(name.toLowerCase());
		expect(await readdir(folder)).toEqual(['log']);
	});
});

describe('the filter for the vendor’s console', () => {
	const START = '2026-03-02T11:29:00.000Z';
	const END = '2026-03-02T11:39:00.000Z';
	const filters = SOURCES.flatMap((source) =>
		source.consoleFilter === undefined ? [] : [[source.id, source.consoleFilter.bind(source)] as const],
	);

	test.each(filters)('of %s holds a name in quotes that the name cannot end', (id, filter) => {
		// How each language writes its own quote inside quotes; where there is no way, none may be left.
		const escaped: Readonly<Record<string, RegExp>> = {
			m365: /''|\u2018\u2018|\u2019\u2019/g,
			salesforce: /\\['\\]/g,
			okta: /\\["\\]/g,
			entra: /\\["\\]/g,
		};
		const quote = id === 'm365' || id === 'salesforce' ? "'" : '"';
		const ends = id === 'm365' ? /['\u2018-\u201b\n]/ : id === 'salesforce' ? /['\\]/ : /["\\\n\u201c-\u201f]/;
		const usual = filter('blank name', START, END).split(`${quote}blank name${quote}`);
		expect(usual.length).toBeGreaterThan(1);
		for (const name of FILTERED) {
			let rest = filter(name, START, END);
			// Everything around the name is as it is for anybody else.
			for (const [index, around] of usual.entries()) {
				const at = index === usual.length - 1 ? rest.lastIndexOf(around) : rest.indexOf(around);
				expect(at).toBeGreaterThanOrEqual(0);
				if (index > 0) {
					const held = rest.slice(0, at);
					expect([held.at(0), held.at(-1)]).toEqual([quote, quote]);
					const bare = held.slice(1, -1).replace(escaped[id] ?? /$^/g, '');
					// Entra and Okta write their names with straight quotes only: curly ones mean nothing there.
					expect(id === 'entra' || id === 'okta' ? bare.replace(/[\u201c-\u201f]/g, '') : bare).not.toMatch(ends);
				} else expect(at).toBe(0);
				rest = rest.slice(at + around.length);
			}
			expect(rest).toBe('');
		}
	});

	test('writes a plain login name on GitHub as people do', () => {
		const filter = SOURCES.find(({ id }) => id === 'github')?.consoleFilter;
		expect(filter?.('octo-ana', START, END)).toBe('actor:octo-ana created:2026-03-02..2026-03-02');
	});
});
