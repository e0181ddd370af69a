import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { checkTargets, type FilesRead, targetsOf } from '../../src/cli/targets.ts';
import { removalLog } from './log.ts';
import { saashound, shell } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-targets-'));
const at = (name: string) => join(folder, name);
const LOG = removalLog();

/** Every file that a run reads, none of which it may touch. */
const READ = [
	'a.ndjson',
	'E/deep/b.ndjson',
	'ctx/people.csv',
	'columns.csv',
	'places.mmdb',
	'last.json',
	'key',
	'case/case.json',
];

beforeAll(() => {
	for (const name of ['E/deep', 'ctx', 'case']) mkdirSync(at(name), { recursive: true });
	for (const name of READ) writeFileSync(at(name), name.endsWith('.ndjson') ? LOG : name);
	symlinkSync('E/deep/b.ndjson', at('link.json'));
	symlinkSync('E', at('linked'));
	linkSync(at('a.ndjson'), at('hard.json'));
	symlinkSync('not-there', at('nowhere.json'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const EVERYTHING: FilesRead = {
	evidence: [at('a.ndjson'), at('E')],
	cases: [at('case')],
	context: at('ctx'),
	columns: at('columns.csv'),
	geoip: [at('places.mmdb')],
	compare: at('last.json'),
	redact: true,
	redactKey: `@${at('key')}`,
};

describe('a target', () => {
	test.each([
		['a.ndjson', 'is among the evidence and would be overwritten'],
		['E/../a.ndjson', 'a.ndjson, which is among the evidence'],
		['E/deep/b.ndjson', 'is among the evidence'],
		['linked/deep/b.ndjson', 'b.ndjson, which is among the evidence'],
		['link.json', 'b.ndjson, which is among the evidence'],
		['hard.json', 'a.ndjson, which is among the evidence'],
		['ctx/people.csv', 'is read for --context'],
		['columns.csv', 'is read for --columns'],
		['places.mmdb', 'is read for --geoip'],
		['last.json', 'is read for --compare'],
		['key', 'is read for --redact'],
		['case/case.json', 'is part of a case'],
	])('%s is refused where it is read', async (name, why) => {
		const file = `${folder}/${name}`;
		const checked = checkTargets(targetsOf({ '--output': at('new.json'), '--write': file }), EVERYTHING);
		await expect(checked).rejects.toThrow(`--write: ${file} is `);
		await expect(checked).rejects.toThrow(why);
	});

	test.each(['E/report.json', 'ctx/notes.csv', 'nowhere.json', 'elsewhere.json'])(
		'%s is taken where nothing that is read is there',
		async (name) => {
			if (name === 'ctx/notes.csv' || name === 'elsewhere.json') writeFileSync(at(name), 'another');
			await checkTargets(targetsOf({ '--output': at(name) }), EVERYTHING);
		},
	);

	test.each([
		['m.json', `${folder}/./m.json`],
		['nowhere.json', at('nowhere.json')],
		['last.json', `${folder}/E/../last.json`],
		['E/new.json', `${folder}/linked/new.json`],
	])('%s is refused where another option names it', async (name, other) => {
		const targets = targetsOf({ '--output': at(name), '--manifest': other });
		await expect(checkTargets(targets, {})).rejects.toThrow(/^--manifest: .* is the same place.*, which --output names/);
	});

	test('standard output takes one thing, a device as many as one likes', async () => {
		await expect(checkTargets(targetsOf({ '--output': '-', '--write': '-' }), {})).rejects.toThrow(
			'--output and --write both mean standard output; name a file for one',
		);
		await checkTargets(targetsOf({ '--output': '/dev/null', '--manifest': '/dev/null' }), EVERYTHING);
	});

	test('is named by its option where it cannot be written', async () => {
		const targets = targetsOf({ '--manifest': at('absent/m.json') });
		await expect(checkTargets(targets, {})).rejects.toThrow(`--manifest: the folder ${at('absent')} is missing`);
	});
});

describe('no command overwrites what it reads', () => {
	test.each([
		['hunt', 'all', 'E', '-o', 'link.json'],
		['hunt', 'all', 'E', '-o', 'report.html', '-o', './report.html'],
		['hunt', 'all', 'E', '--explain', '1', '-o', 'link.json'],
		['hunt', 'all', 'E', '--compare', 'last.json', '-o', 'last.json'],
		['inspect', 'a.ndjson', '-o', 'hard.json'],
		['export', 'a.ndjson', '-o', 'a.ndjson'],
		['export', 'a.ndjson', '-o', 'out.json', '--manifest', './out.json'],
		['export', 'a.ndjson', '-o', 'out.json', '--manifest', 'a.ndjson'],
		['timeline', 'a.ndjson', '--actor', 'ana', '-o', 'out.json', '--manifest', 'a.ndjson'],
		['rehearse', 'AN0339', 'E', '--write', 'E/deep/b.ndjson'],
		['rehearse', 'AN0339', 'E', '-o', 'E/deep/b.ndjson'],
		['check', 'case', '-o', 'case/case.json'],
	])('%s %j %j %j %j %j', async (...words) => {
		const before = readdirSync(folder);
		const { code, stdout, stderr } = await saashound(words, { cwd: folder });
		expect(stderr).toMatch(/^saashound: --(output|manifest|write): [^\n]*; name another file\n$/);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		for (const name of READ) expect(readFileSync(at(name), 'utf8')).toBe(name.endsWith('.ndjson') ? LOG : name);
		expect(readdirSync(folder)).toEqual(before);
	});

	test.each([
		['export - -o a.ndjson < a.ndjson', '--output: a.ndjson is the same file as standard input'],
		['export E >> E/deep/b.ndjson', 'standard output would be added to E/deep/b.ndjson, which is among the evidence'],
	])('nor by the shell: %s', async (line, why) => {
		const { code, stderr } = await shell(`saashound ${line}`, folder);
		expect(stderr).toContain(why);
		expect(code).toBe(2);
		for (const name of ['a.ndjson', 'E/deep/b.ndjson']) expect(readFileSync(at(name), 'utf8')).toBe(LOG);
	});
});

describe('a report among the evidence', () => {
	const DOCUMENTS = ['r.csv', 'r.html', 'r.json', 'r.md', 'r.sarif', 'r.txt'];
	const LINES = ['r.ndjson', 'r.ocsf', 'r.timesketch'];
	const NAMES = [...DOCUMENTS, ...LINES];

	test('of whatever form is passed over the next time, and written anew', async () => {
		mkdirSync(at('R'));
		writeFileSync(at('R/log.ndjson'), LOG);
		const words = ['hunt', 'all', 'R', ...NAMES.flatMap((name) => ['--output', `R/${name}`])];
		const [first, second] = [await saashound(words, { cwd: folder }), await saashound(words, { cwd: folder })];
		expect([first, second]).toEqual([first, { code: 0, stdout: '', stderr: '' }]);
		const { run, inputs, findings } = JSON.parse(readFileSync(at('R/r.json'), 'utf8'));
		expect(run.notes.slice(0, NAMES.length)).toEqual(
			NAMES.map((name) => {
				const what = LINES.includes(name) ? 'holds nothing but lines' : 'is a document';
				return expect.stringMatching(`^R/${name}: ${what} that saashound itself wrote \\([^)]+\\); passed over$`);
			}),
		);
		expect(run.unusable).toEqual([]);
		expect(inputs).toHaveLength(1);
		expect(findings.length).toBeGreaterThan(0);
	});

	test('is named by export only with --verbose, and never with its name under --redact', async () => {
		mkdirSync(at('anna'));
		writeFileSync(at('anna/log.ndjson'), LOG);
		await saashound(['inspect', 'anna', '-o', 'anna/about-anna.json', '--format', 'json'], { cwd: folder });
		const words = ['export', 'anna', '-o', 'events.ndjson'];
		expect((await saashound(words, { cwd: folder })).stderr).toBe('');
		expect((await saashound([...words, '--verbose'], { cwd: folder })).stderr).toBe(
			'saashound: anna/about-anna.json: is a document that saashound itself wrote (saashound/inspect/1); passed over\n',
		);
		const { stdout } = await saashound(['hunt', 'all', 'anna', '--redact=key'], { cwd: folder });
		expect(JSON.parse(stdout).run.notes[0]).toMatch(/^evidence-\w+\.json: is a document that saashound itself wrote/);
	});
});
