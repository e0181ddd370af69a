import type { Coverage, FindingsDocument, InputSummary } from '../model/finding.ts';
import { shownSpan } from './clock.ts';
import { coverageBrief, coverageByAnalytic, coverageSentence } from './coverage-words.ts';
import { countsSentence, rejectedTotal, totalOf } from './finding-words.ts';
import { byteSize, counted } from './number.ts';
import type { RenderOptions } from './options.ts';
import type { Paint } from './paint.ts';
import { visible } from './safe.ts';
import { padded, width } from './text-width.ts';
import { hanging, wrapped } from './wrap.ts';

/** What each analytic could not see, one entry an analytic; with `verbose` every sentence behind it, `brief` one line each. */
export function coverageLines(
	document: Pick<FindingsDocument, 'coverage'> & { readonly run?: FindingsDocument['run'] },
	columns: number,
	style: Paint,
	{ verbose, brief = false }: { readonly verbose: boolean; readonly brief?: boolean },
): readonly string[] {
	const lines = [style.heading('what could not be seen')];
	const groups = coverageByAnalytic(document);
	if (groups.length === 0) lines.push(...wrapped('No analytic ran.', columns - 2).map((line) => `  ${line}`));
	for (const [analytic, coverage] of groups) {
		const name = visible(analytic);
		const beside = width(name) <= 12;
		if (!beside) lines.push(...hanging('  ', name, columns, style.strong));
		lines.push(
			...hanging(
				beside ? `  ${style.strong(padded(name, 7))} ` : '          ',
				brief ? coverageBrief(coverage) : coverageSentence(coverage),
				columns,
			),
		);
		if (verbose) for (const line of coverage) lines.push(...hanging('            ', detail(line), columns, style.faint));
	}
	return lines;
}

function detail({ platform, activity, text }: Coverage): string {
	return `${activity} on ${platform}: ${text}`;
}

/** Files told in brief before the rest is only counted. */
const BRIEFLY = 5;

function isOdd(input: InputSummary): boolean {
	return (
		input.truncated ||
		input.problems.length > 0 ||
		input.notes.length > 0 ||
		rejectedTotal(input) > 0 ||
		input.parts !== undefined
	);
}

/**
 * What was read, one entry a file, with its counts, span, problems and notes; then the files that could not be used. `brief`: all files in one
 * line, and only those by themselves of which there is more to say.
 */
export function inputLines(
	inputs: readonly InputSummary[],
	unusable: FindingsDocument['run']['unusable'],
	{ columns, style, ...options }: Pick<RenderOptions, 'columns' | 'verbose' | 'timeZone'> & { readonly style: Paint },
	brief = false,
): readonly string[] {
	const lines = [style.heading('what was read')];
	if (inputs.length === 0) lines.push('  nothing');
	// Briefly: all files together, and those of which there is more to say.
	const told = brief ? inputs.filter(isOdd) : inputs;
	if (brief && inputs.length > 0)
		lines.push(...hanging('  ', `${counted(inputs.length, 'file')}, ${countsSentence(totalOf(inputs))}`, columns));
	for (const input of brief ? told.slice(0, BRIEFLY) : told) {
		const size = `${input.platform}, ${input.format}, ${byteSize(input.bytes)}${input.truncated ? ', cut off at its end' : ''}`;
		lines.push(...hanging('  ', `${input.file} (${size})`, columns, style.strong));
		lines.push(...hanging('      ', countsSentence(input), columns));
		if (input.first !== undefined && input.last !== undefined) {
			lines.push(...hanging('      ', shownSpan(input.first, input.last, options.timeZone), columns, style.faint));
		}
		if (options.verbose) {
			const archive = input.archive === undefined ? '' : `, in ${input.archive.file} sha256 ${input.archive.sha256}`;
			lines.push(...hanging('      ', `sha256 ${input.sha256}${archive}`, columns, style.faint));
		}
		for (const problem of input.problems) lines.push(...hanging('      ! ', problem, columns));
		for (const note of input.notes) lines.push(...hanging('      - ', note, columns));
	}
	if (brief && told.length > BRIEFLY)
		lines.push(...hanging('  ', `and ${counted(told.length - BRIEFLY, 'more file')} with something to say of`, columns));
	for (const { file, why } of unusable) lines.push(...hanging('  ! ', `${file} could not be used: ${why}`, columns));
	return lines;
}
