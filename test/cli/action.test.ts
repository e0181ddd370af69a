import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { removalLog } from './log.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-action-'));
const path = (name: string) => fileURLToPath(new URL(`../../${name}`, import.meta.url));

beforeAll(() => {
	mkdirSync(join(folder, 'my logs'));
	writeFileSync(join(folder, 'my logs', 'okta.ndjson'), removalLog());
	writeFileSync(join(folder, '-okta.ndjson'), removalLog());
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the step of the action as GitHub would: inputs by environment, outputs into a file. */
function step(inputs: Readonly<Record<string, string>>) {
	const outputs = join(folder, 'outputs.txt');
	writeFileSync(outputs, '');
	const { status, stderr } = spawnSync('bash', [path('scripts/action.sh')], {
		encoding: 'utf8',
		cwd: folder,
		env: {
			...process.env,
			NODE_OPTIONS: `--import ${new URL('../../scripts/typescript.mjs', import.meta.url).href}`,
			PROGRAM: path('bin/saashound.ts'),
			GITHUB_OUTPUT: outputs,
			OUTPUT: 'results',
			...inputs,
		},
	});
	return { status, stderr, outputs: readFileSync(outputs, 'utf8') };
}

const inputsRead = (): string[] =>
	JSON.parse(readFileSync(join(folder, 'results/findings.json'), 'utf8')).inputs.map(({ file }: { file: string }) => file);

describe('the step of the action', () => {
	test('takes evidence and arguments one a line, whatever blanks stand around them', () => {
		const { status, stderr, outputs } = step({ EVIDENCE: '\n  my logs \n\n', ARGUMENTS: ' --min-score \n0\n', FAIL_ON: 'low' });
		expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
		expect(outputs).toMatch(/^findings=[1-9]\d*\ncode=1\n$/);
		expect(inputsRead()).toEqual(['my logs/okta.ndjson']);
	});

	test('takes for a path what begins like an option', () => {
		expect(step({ EVIDENCE: '-okta.ndjson' }).status).toBe(0);
		expect(inputsRead()).toEqual(['-okta.ndjson']);
	});

	test('counts no findings that an earlier run left there', () => {
		step({ EVIDENCE: 'my logs' });
		const { status, outputs } = step({ EVIDENCE: 'not there' });
		expect(status).toBe(2);
		expect(outputs).toBe('findings=0\ncode=2\n');
	});
});
