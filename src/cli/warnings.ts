import type { InputSummary } from '../model/finding.ts';
import { count, counted } from '../render/number.ts';
import { EXIT } from './exit.ts';
import type { TalkOptions } from './options/common.ts';
import { say } from './say.ts';

/** A file that could not be used, and why. */
export interface Unusable {
	readonly file: string;
	readonly why: string;
}

/**
 * Says on standard error what could not be read; nothing with `--quiet`, every known place with `--verbose`. Where a file ended too early the exit code
 * becomes 2, as it does for one that cannot be used at all: nobody knows how much is missing.
 */
export function warnOf(inputs: readonly InputSummary[], options: TalkOptions): void {
	if (inputs.some(({ truncated }) => truncated)) process.exitCode ??= EXIT.usage;
	if (options.quiet === true) return;
	for (const input of inputs) for (const line of warningsOf(input, options.verbose === true)) say(`warning: ${line}`);
}

/** What is wrong with one input, a line each. */
export function warningsOf(input: InputSummary, verbose: boolean): readonly string[] {
	const lines: string[] = [];
	const rejected = Object.entries(input.rejected).filter(([, times]) => times > 0);
	const lost = rejected.reduce((sum, [, times]) => sum + times, 0);
	if (lost > 0) {
		const reasons = rejected.map(([reason, times]) => `${reason} ${count(times)}`).join(', ');
		const first = input.problems[0];
		const example = first === undefined || verbose ? '' : `; first: ${first}`;
		lines.push(`${input.file}: ${count(lost)} of ${counted(input.records, 'record')} could not be used (${reasons})${example}`);
		if (verbose) lines.push(...input.problems);
	}
	const parts = Object.values(input.parts?.rejected ?? {}).reduce((sum, times) => sum + times, 0);
	if (parts > 0) lines.push(`${input.file}: in records that hold several events, ${count(parts)} of those could not be used`);
	if (input.truncated) lines.push(`${input.file}: the file ends in the middle of a record or of its compression`);
	if (verbose) lines.push(...input.notes.map((note) => `${input.file}: ${note}`));
	return lines;
}
