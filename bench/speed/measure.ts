import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** One run of a program. */
export interface Run {
	/** Seconds by the clock. */
	readonly wall: number;
	/** Seconds of processor time of it and its children; NaN where the system does not tell. */
	readonly cpu: number;
	/** Peak memory, MB of 1,000,000 bytes; NaN where the system does not tell. */
	readonly memory: number;
	readonly output: string;
}

const TIME = '/usr/bin/time';

/**
 * Runs a command to its end.
 * @throws Error when it fails (exit codes 0 and 1 are well: 1 means findings)
 */
export function run(command: readonly string[]): Run {
	const folder = mkdtempSync(join(tmpdir(), 'saashound-speed-'));
	const report = join(folder, 'time');
	const timed = existsSync(TIME) ? [TIME, '-o', report, '-f', '%U %S %M', ...command] : command;
	try {
		const start = process.hrtime.bigint();
		const { status, stdout, stderr } = spawnSync(timed[0] ?? '', timed.slice(1), { encoding: 'utf8', maxBuffer: 2 ** 30 });
		const wall = Number(process.hrtime.bigint() - start) / 1e9;
		if (status !== 0 && status !== 1) throw new Error(`${command.join(' ')}: exit ${status}: ${stderr.slice(0, 500)}`);
		const [user, system, kilobytes] = existsSync(report)
			? (readFileSync(report, 'utf8').trim().split('\n').at(-1) ?? '').split(' ').map(Number)
			: [];
		return {
			wall,
			cpu: (user ?? Number.NaN) + (system ?? Number.NaN),
			memory: ((kilobytes ?? Number.NaN) * 1024) / 1e6,
			output: stdout,
		};
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = sorted.length >> 1;
	const [low, high] = [sorted[middle - 1], sorted[middle]];
	return sorted.length % 2 === 1 || low === undefined ? (high ?? Number.NaN) : (low + (high ?? low)) / 2;
}
