import { describe, expect, test } from '@jest/globals';
import { CommanderError } from 'commander';
import { ending, oneLine } from '../../src/cli/errors.ts';
import { progressText } from '../../src/cli/progress.ts';
import { warningsOf } from '../../src/cli/warnings.ts';
import { Defect, EvidenceError, UsageError } from '../../src/model/errors.ts';
import type { InputSummary } from '../../src/model/finding.ts';
import { cpuMs } from '../cpu.ts';

describe('how a run ends', () => {
	test('usage and evidence: 2 and one line', () => {
		expect(ending(new UsageError('wrong\nand long'))).toEqual({ code: 2, line: 'wrong and long' });
		expect(ending(new EvidenceError('a.json: is empty'))).toEqual({ code: 2, line: 'a.json: is empty' });
	});

	test('what the system refuses: 2, in words, with the file', () => {
		const error = Object.assign(new Error('ENOSPC: no space left on device, write'), {
			code: 'ENOSPC',
			syscall: 'write',
			path: 'out.json',
		});
		expect(ending(error)).toEqual({ code: 2, line: 'out.json: no space left' });
	});

	test('a defect: 3, one line, and the stack with its causes apart', () => {
		const { code, line, stack } = ending(new Defect('ledger', { cause: new Error('deep') }));
		expect(code).toBe(3);
		expect(line).toBe('defect: ledger; please report it, with what SAASHOUND_DEBUG=1 adds');
		expect(stack).toMatch(/Defect: ledger[\s\S]+caused by Error: deep/);
		expect(ending('thrown text').code).toBe(3);
	});

	test('help and version: 0 and no line', () => {
		expect(ending(new CommanderError(0, 'commander.helpDisplayed', '(outputHelp)'))).toEqual({ code: 0 });
	});

	test('a line of many blanks is made one line at once', () => {
		const started = cpuMs();
		expect(oneLine(`a${' '.repeat(200_000)}\n b`)).toHaveLength(3);
		expect(cpuMs() - started).toBeLessThan(5000);
	});
});

describe('progress', () => {
	test('says how far, how fast, and how long still', () => {
		const progress = { file: 'a', bytes: 250_000_000, total: 1_000_000_000, records: 1_234_567 };
		expect(progressText(progress, 5)).toBe('reading  250 MB of 1.0 GB  25 %  1,234,567 records  50.0 MB/s  15 s left');
	});

	test('claims no end where it knows none', () => {
		expect(progressText({ file: '-', bytes: 1500, total: undefined, records: 3 }, 1)).toBe(
			'reading  1.5 kB  3 records  1.5 kB/s',
		);
	});
});

describe('warnings', () => {
	const input: InputSummary = {
		file: 'a.ndjson',
		sha256: '',
		bytes: 1,
		platform: 'okta',
		format: 'ndjson',
		variants: [],
		encoding: 'utf-8',
		records: 1200,
		events: 1197,
		other: 0,
		duplicates: 0,
		rejected: { 'broken-json': 2, 'no-time': 1, truncated: 0 },
		truncated: true,
		problems: ['a.ndjson:7: broken', 'a.ndjson:9: broken'],
		notes: [],
	};

	test('count what was lost by reason and show the first place', () => {
		expect(warningsOf(input, false)).toEqual([
			'a.ndjson: 3 of 1,200 records could not be used (broken-json 2, no-time 1); first: a.ndjson:7: broken',
			'a.ndjson: the file ends in the middle of a record or of its compression',
		]);
	});

	test('show every known place when asked to', () => {
		expect(warningsOf(input, true)).toEqual([
			'a.ndjson: 3 of 1,200 records could not be used (broken-json 2, no-time 1)',
			'a.ndjson:7: broken',
			'a.ndjson:9: broken',
			'a.ndjson: the file ends in the middle of a record or of its compression',
		]);
	});

	test('are silent where all is well', () => {
		expect(warningsOf({ ...input, rejected: {}, truncated: false }, false)).toEqual([]);
	});
});
