import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import papaparse from 'papaparse';
import { renderCsv } from '../../src/render/csv.ts';
import { inputsHash } from '../../src/render/custody.ts';
import { FORMAT_NAMES, formatOf, isFormat, RENDERERS, render } from '../../src/render/index.ts';
import { renderJunit } from '../../src/render/junit.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { RENDER_DEFAULTS } from '../../src/render/options.ts';
import { renderTimesketch } from '../../src/render/timesketch.ts';
import { fileUri } from '../../src/render/uri.ts';
import { EMPTY, EXAMPLE, HOSTILE } from './examples.ts';

const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200b\u202e\u2028\p{Surrogate}]/u;

describe('the formats', () => {
	it.each(FORMAT_NAMES)(
		'%s gives the same bytes twice, ends with a line feed and holds no raw control character',
		async (format) => {
			for (const document of [EXAMPLE, EMPTY, HOSTILE]) {
				const text = await render(format, document, RENDER_DEFAULTS);
				expect(await render(format, document, RENDER_DEFAULTS)).toBe(text);
				expect(text === '' || text.endsWith('\n')).toBe(true);
				expect(text).not.toMatch(CONTROLS);
			}
		},
	);

	it('are known by the endings of files, the longest first', () => {
		const names = [
			'a.JSON',
			'b/c.ndjson',
			'x.csv',
			'x.md',
			'x.sarif',
			'x.sarif.json',
			'x.ocsf.json',
			'x.timesketch.jsonl',
			'x.jsonl',
			'x.pdf',
			'json',
		];
		expect(names.map(formatOf)).toEqual([
			...['json', 'ndjson', 'csv', 'markdown', 'sarif', 'sarif', 'ocsf', 'timesketch', 'ndjson', undefined, undefined],
		]);
	});

	it('are known by name, and by nothing else', () => {
		expect(isFormat('sarif')).toBe(true);
		expect(['xml', 'toString', '__proto__', ''].some(isFormat)).toBe(false);
		expect(Object.keys(RENDERERS)).toEqual(FORMAT_NAMES);
	});
});

describe('renderCsv', () => {
	it('gives one row a finding, strongest reasons first', () => {
		const { data, errors } = papaparse.parse<Record<string, string>>(renderCsv(EXAMPLE), { header: true, skipEmptyLines: true });
		expect(errors).toEqual([]);
		expect(data).toHaveLength(3);
		expect(data[0]).toMatchObject({
			rank: '1',
			analytic: 'AN1514',
			technique: 'T1567',
			severity: 'critical',
			score: '92.4',
			chance: '0.00012',
			actor: 'ana@example.com',
			platforms: 'm365 box',
			start: '2026-03-03T09:00:00Z',
			evidence_count: '412',
			evidence_first: 'export/audit.ndjson.gz:1837',
		});
		expect(data[0]?.['reasons']).toMatch(/^upload-rate: 412 files .* new-network: .* trusted-network: /);
	});
	it('says of each row from which bytes it comes and how the program was called', () => {
		const { data } = papaparse.parse<Record<string, string>>(renderCsv(EXAMPLE), { header: true, skipEmptyLines: true });
		const [m365 = '', box = ''] = EXAMPLE.inputs.map(({ sha256 }) => sha256);
		expect(data[0]).toMatchObject({
			tool_version: EXAMPLE.tool.version,
			arguments: JSON.stringify(EXAMPLE.tool.arguments),
			all_inputs_sha256: createHash('sha256')
				.update(`${[m365, box].sort().join('\n')}\n`)
				.digest('hex'),
			partial: '',
		});
		expect(data[0]?.['inputs_sha256']?.split('; ')).toEqual([`${m365}  export/audit.ndjson.gz`, `${box}  box/events.json`]);
		const [record] = EXAMPLE.findings[0]?.evidence.sample.filter(({ sha256 }) => sha256 !== undefined) ?? [];
		expect(data[0]?.['records_sha256']).toContain(`${record?.sha256}  ${record?.file}:${record?.record}`);
	});
	it('lets no cell be a formula', () => {
		const { data } = papaparse.parse<readonly string[]>(renderCsv(HOSTILE), { skipEmptyLines: true });
		for (const cell of data.flat()) expect(cell).not.toMatch(/^\s*[=+\-@]/);
		expect(data[1]?.[13]).toMatch(/^'=cmd/);
	});
	it('gives the header alone when nothing was found', () => {
		expect(renderCsv(EMPTY)).toMatch(/^rank,id,[a-z\d_,]+\n$/);
	});
});

/** A line of Markdown without its code and without escaped characters: what could come alive. */
function alive(line: string): string {
	let rest = line;
	let text = '';
	while (rest !== '') {
		const fence = /^`+/.exec(rest)?.[0] ?? '';
		const end = fence === '' ? -1 : rest.slice(fence.length).search(new RegExp(`(?<!\`)${fence}(?!\`)`));
		if (rest.startsWith('\\')) rest = rest.slice(2);
		else if (end >= 0) rest = rest.slice(end + 2 * fence.length);
		else {
			text += rest[0];
			rest = rest.slice(1);
		}
	}
	return text;
}

describe('renderMarkdown', () => {
	const options = { timeZone: 'UTC' };
	it('tells who, when, why and what to do next', () => {
		const text = renderMarkdown(EXAMPLE, options);
		expect(text).toContain(
			'**3 findings: 1 critical, 1 high, 1 low.** 2 weaker findings are not shown; --min-score 0 without further limits shows all.',
		);
		expect(text).toContain('- Who: Ana A \\<ana@example.com\\> \\(user\\)');
		expect(text).toContain('| +3.6 | 60 % | upload-rate | 412 against 6.1 files/1h |');
		expect(text).toContain('- Ask Ana A about Sync Tool.');
		expect(text).toContain('  - file.copy on box: Box logs copies; this export holds none.');
	});
	it('gives commands and filters of consoles as code, to be taken as they stand', () => {
		const [first, ...others] = EXAMPLE.findings;
		const next = ["m365: Search-UnifiedAuditLog -UserIds 'a_b@example.com'", 'in Entra: look at a_b'];
		const text = renderMarkdown({ ...EXAMPLE, findings: first === undefined ? [] : [{ ...first, next }, ...others] }, options);
		expect(text).toContain("- m365: `Search-UnifiedAuditLog -UserIds 'a_b@example.com'`\n- in Entra: look at a\\_b");
	});
	it('says plainly when nothing was found', () => {
		expect(renderMarkdown(EMPTY, options)).toContain('No findings: nothing in this evidence');
	});
	it('keeps the shape of its tables and lets no markup of a log through', () => {
		const lines = renderMarkdown(HOSTILE, options).split('\n');
		for (const line of lines) {
			expect(alive(line)).not.toMatch(/[<>[\]`]/);
			if (line.startsWith('| 1 |')) expect(line.replace(/\\\|/g, '').match(/\|/g)).toHaveLength(7);
		}
	});
});

describe('renderTimesketch', () => {
	const lines = renderTimesketch(EXAMPLE)
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line));
	it('has the fields that an import needs, in time order', () => {
		for (const line of lines) {
			expect(line).toMatchObject({ message: expect.any(String), timestamp_desc: expect.any(String) });
			expect(line.datetime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+00:00$/);
			expect(line.timestamp).toBe(Date.parse(line.datetime) * 1000);
		}
		const times = lines.map((line) => line.timestamp);
		expect(times).toEqual(times.toSorted((a, b) => a - b));
	});
	it('says on the lines of a finding how it was made, and of each record the hashes of itself and its file', () => {
		const head = lines.find((line) => line.timestamp_desc === 'Finding: first moment');
		expect(head).toMatchObject({
			tool: `saashound ${EXAMPLE.tool.version}`,
			tool_arguments: EXAMPLE.tool.arguments,
			all_inputs_sha256: inputsHash(EXAMPLE),
		});
		for (const line of lines.filter(({ timestamp_desc }) => timestamp_desc === 'Evidence'))
			expect(line.source_sha256).toBe(EXAMPLE.inputs.find(({ file }) => file === line.source_file)?.sha256);
	});
	it('holds findings, stages, sign-ins and evidence', () => {
		// First: start and end, 3 stages, 2 sign-ins, 6 records; the others: start, end and 1 record each.
		expect(lines).toHaveLength(13 + 3 + 3);
		expect(lines.find((line) => line.timestamp_desc === 'Failed sign-in')?.message).toBe('failed sign-in from 203.0.113.77');
	});
});

describe('renderJunit', () => {
	it('counts and names what failed', () => {
		const text = renderJunit([
			{ name: 'attack-burst', group: 'AN1514/m365', outcome: 'passed' },
			{
				name: 'benign-<move>',
				group: 'AN1514/m365',
				outcome: 'failed',
				message: 'one finding too many',
				details: 'expected none\ngot "1" & more',
			},
		]);
		expect(text).toBe(
			'<?xml version="1.0" encoding="UTF-8"?>\n' +
				'<testsuites name="saashound check" tests="2" failures="1" errors="0" skipped="0">\n' +
				'  <testsuite name="AN1514/m365" tests="2" failures="1" errors="0" skipped="0">\n' +
				'    <testcase name="attack-burst" classname="AN1514.m365"/>\n' +
				'    <testcase name="benign-&lt;move&gt;" classname="AN1514.m365"><failure message="one finding too many">expected none\n' +
				'got &quot;1&quot; &amp; more</failure></testcase>\n' +
				'  </testsuite>\n' +
				'</testsuites>\n',
		);
	});
});

describe('fileUri', () => {
	it.each([
		['a b/c#1.json', 'a%20b/c%231.json'],
		['/var/log/x.json', 'file:///var/log/x.json'],
		['C:\\logs\\x.json', 'file:///C:/logs/x.json'],
		['x:y', 'x%3Ay'],
		['a\ud800', 'a%EF%BF%BD'],
	])('%j is %s', (file, uri) => {
		expect(fileUri(file)).toBe(uri);
	});
});

describe('a document of an interrupted run', () => {
	const partial = { reason: 'interrupted', partly: ['export/audit.ndjson.gz'], unread: ['z.json'] } as const;
	const document = { ...EXAMPLE, run: { ...EXAMPLE.run, partial } };

	it.each(FORMAT_NAMES)('says so in %s', async (format) => {
		const whole = await render(format, EXAMPLE, RENDER_DEFAULTS);
		const text = await render(format, document, RENDER_DEFAULTS);
		expect(whole).not.toMatch(/PARTIAL|"partial":true/);
		switch (format) {
			case 'ndjson':
			case 'timesketch':
				for (const line of text.trimEnd().split('\n')) expect(JSON.parse(line)).toMatchObject({ partial: true });
				break;
			case 'ocsf':
				for (const line of text.trimEnd().split('\n')) expect(JSON.parse(line)).toMatchObject({ unmapped: { partial: true } });
				break;
			case 'csv':
				for (const row of papaparse.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data)
					expect(row['partial']).toBe('yes');
				break;
			case 'json':
				expect(JSON.parse(text).run.partial).toEqual(partial);
				break;
			case 'sarif':
				expect(JSON.parse(text).runs[0].invocations[0].executionSuccessful).toBe(false);
				expect(text).toContain('PARTIAL: the run was interrupted');
				break;
			default:
				expect(text.replace(/\s+/g, ' ')).toContain(
					'PARTIAL: the run was interrupted before all was read: 1 file was read in part',
				);
		}
	});
});
