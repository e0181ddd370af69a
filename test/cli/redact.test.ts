import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { quiet, removals } from '../hunt/okta-log.ts';
import { saashound } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-redact-'));
const PEOPLE = ['ana-maria', 'bo.larsen', 'cleo-quill', 'dag-quill', 'eli-quill'];
const ACCOUNTS = Array.from({ length: 12 }, (_, index) => `${String.fromCharCode(122 - index)}-account`);
/** Everything in the evidence and the context that names somebody or something. */
const NAMES = [
	...PEOPLE,
	...ACCOUNTS,
	'example.com',
	'203.0.113.7',
	'192.0.2.10',
	'00uexample',
	'secret-case',
	'Ana Maria',
	'Falcon House',
	'Operation Falcon',
	'payroll-robot',
];

beforeAll(() => {
	writeFileSync(join(folder, 'secret-case.ndjson'), quiet(20, PEOPLE) + removals('ana-maria', 19, ACCOUNTS, '203.0.113.7'));
	writeFileSync(join(folder, 'people.csv'), 'user,name\nana-maria@example.com,Ana Maria\n');
	writeFileSync(join(folder, 'networks.csv'), 'cidr,name\n203.0.113.0/24,Falcon House\n');
	writeFileSync(
		join(folder, 'changes.csv'),
		// As long a note as people may write.
		`id,start,end,actors,activities,note\nCHG-1,2026-02-01,2026-02-02T00:00Z,,,Operation Falcon\nCHG-2,2026-02-21,2026-02-23,,,Operation Falcon ${'and so on '.repeat(300)}\n`,
	);
});
afterAll(() => rmSync(folder, { recursive: true }));

function here(...words: string[]) {
	return saashound(words, { cwd: folder });
}

function leaks(text: string): readonly string[] {
	return NAMES.filter((name) => text.toLowerCase().includes(name.toLowerCase()));
}

const SET = ['--set', 'allowActors=payroll-robot,dag-quill@example.com'];
const HUNT = ['hunt', 'all', 'secret-case.ndjson', '--context', '.', '--min-score', '0', ...SET];

describe('--redact', () => {
	test.each(['json', 'ndjson', 'csv', 'markdown', 'html', 'sarif', 'ocsf', 'timesketch', 'table'])(
		'leaves no name in a hunt as %s',
		async (format) => {
			const plain = (await here(...HUNT, '--format', format)).stdout;
			expect(leaks(plain)).toContain('ana-maria');
			const { stdout, code } = await here(...HUNT, '--format', format, '--redact=key');
			expect(code).toBe(0);
			expect(stdout.length).toBeGreaterThan(200);
			expect(leaks(stdout)).toEqual([]);
		},
	);

	test.each([
		['inspect', ['inspect', 'secret-case.ndjson', '--format', 'json']],
		['export', ['export', 'secret-case.ndjson']],
		['export as OCSF', ['export', 'secret-case.ndjson', '--format', 'ocsf']],
		['timeline', ['timeline', 'secret-case.ndjson', '--actor', 'ana-maria@example.com', '--format', 'table']],
		['an explanation', [...HUNT, '--explain', '1', '--format', 'table']],
		['a rehearsal', ['rehearse', 'AN0339', 'secret-case.ndjson', '--actor', 'ana-maria', '--format', 'json']],
		['a sweep', ['rehearse', 'AN0339', 'secret-case.ndjson', '--sweep', '--verbose', '--format', 'table']],
		['why not', [...HUNT, '--why-not', 'bo.larsen@example.com', '--format', 'json']],
	])('leaves no name in %s', async (_what, words) => {
		const { stdout, code } = await here(...words, '--redact=key');
		expect(code).toBe(0);
		expect(stdout.length).toBeGreaterThan(200);
		expect(leaks(stdout)).toEqual([]);
	});

	test('leaves no name in the events of a rehearsed attack', async () => {
		const words = [
			'rehearse',
			'AN0339',
			'secret-case.ndjson',
			'--actor',
			'ana-maria',
			'--size',
			'12',
			'--write',
			'-',
			'--output',
			'r.json',
		];
		const plain = (await here(...words)).stdout;
		expect(leaks(plain)).toContain('ana-maria');
		const { stdout, code } = await here(...words, '--redact=key');
		expect(code).toBe(0);
		expect(stdout.split('\n').length).toBe(plain.split('\n').length);
		expect(leaks(stdout)).toEqual([]);
		expect(leaks(readFileSync(join(folder, 'r.json'), 'utf8'))).toEqual([]);
	});

	test('changes no score, and the document stays valid', async () => {
		const plain = JSON.parse((await here(...HUNT)).stdout);
		const redacted = JSON.parse((await here(...HUNT, '--redact')).stdout);
		const scores = (document: { findings: { score: number; reasons: { surprise: number }[] }[] }) =>
			document.findings.map(({ score, reasons }) => [score, ...reasons.map(({ surprise }) => surprise)]);
		expect(scores(redacted)).toEqual(scores(plain));
		const ajv = new Ajv.default({ strict: false });
		addFormats.default(ajv);
		const validate = ajv.compile(
			JSON.parse(readFileSync(new URL('../../src/render/schema/findings-1.schema.json', import.meta.url), 'utf8')),
		);
		expect([validate(redacted), validate.errors]).toEqual([true, null]);
		expect(redacted.tool.arguments).toEqual(['hunt', '--redact']);
		expect(redacted.findings[0].context.map(({ text }: { text: string }) => text)).toContain(
			'12 of 12 events from a trusted network',
		);
	});

	test('tells neither what tickets are called where there are several, nor the earlier findings, nor a name that the shell needs quoted', async () => {
		const [own, log] = [join(folder, "the quills'"), "the quills'/o'hara.ndjson"];
		mkdirSync(own);
		writeFileSync(join(folder, log), quiet(20, ["o'hara"]) + removals("o'hara", 19, ACCOUNTS, '203.0.113.7'));
		const ticket = (id: string, start: string, end: string) =>
			`${id},2026-02-21T22:${start}Z,2026-02-21T22:${end}Z,,,Operation Falcon\n`;
		writeFileSync(
			join(own, 'changes.csv'),
			`id,start,end,actors,activities,note\n${ticket('CHG-3', '00', '07')}${ticket('CHG-4', '07', '30')}`,
		);
		const words = ['hunt', 'all', log, '--context', own, '--min-score', '0'];
		const { findings } = JSON.parse((await here(...words)).stdout);
		expect(findings[0].context.map(({ text }: { text: string }) => text)).toContain(
			'change ticket CHG-4: Operation Falcon covers 5 of them',
		);
		const redacted = JSON.parse((await here(...words, '--redact')).stdout);
		expect(redacted.findings[0].context.map(({ text }: { text: string }) => text)).toEqual(
			expect.arrayContaining(['2 change tickets cover 12 of 12 events', 'a change ticket covers 5 of them']),
		);
		const command = redacted.findings[0].next.find((step: string) => step.startsWith('saashound timeline'));
		expect(command).toContain(`--actor '${redacted.findings[0].actor.id}' `);
		expect(JSON.stringify(redacted)).not.toMatch(/falcon|CHG-|hara|quill/i);
		await here(...words, '--output', 'quill-earlier.json');
		const compared = (await here(...words, '--compare', 'quill-earlier.json', '--redact')).stdout;
		expect(JSON.parse(compared).run.notes.at(-1)).toMatch(/left out: already in evidence-\w+\.json$/);
		expect(compared).not.toContain('quill');
	});

	test('gives the same pseudonyms with the same key, over commands, and others with another or none', async () => {
		const ids = async (...words: string[]) => JSON.parse((await here(...HUNT, ...words)).stdout).findings[0].actor.id;
		const [first, again, other, none, noneAgain] = [
			await ids('--redact=a'),
			await ids('--redact=a'),
			await ids('--redact=b'),
			await ids('--redact'),
			await ids('--redact'),
		];
		expect(again).toBe(first);
		expect(new Set([first, other, none, noneAgain]).size).toBe(4);
		writeFileSync(join(folder, 'key'), 'a\n');
		expect(await ids('--redact=@key')).toBe(first);
		const events = (await here('export', 'secret-case.ndjson', '--redact=a', '--context', '.')).stdout
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line));
		expect(events.at(-1).actor.id).toBe(first);
	});

	test('refuses an empty key', async () => {
		const { code, stderr } = await here(...HUNT, '--redact=');
		expect(code).toBe(2);
		expect(stderr).toContain('--redact: the key is empty');
	});
});
