import type { InspectInput, InspectResult, PlatformSummary, Tally } from '../model/inspect.ts';
import { shownSpan, shownTime } from './clock.ts';
import { count, counted } from './number.ts';
import type { RenderOptions } from './options.ts';
import { type Paint, paint } from './paint.ts';
import { coverageLines, inputLines } from './table-coverage.ts';
import { hanging, wrapped } from './wrap.ts';

/** How many of a platform's operations, people, apps and addresses are shown unless everything is asked for. */
const TOP = 5;

/**
 * What is in the evidence, for people on a terminal: each file, each platform with what is most frequent in it, gaps, and what each
 * analytic cannot see here. No line is wider than `columns` (at least 40).
 */
export function renderInspectTable(
	result: InspectResult,
	options: Pick<RenderOptions, 'columns' | 'colour' | 'verbose' | 'timeZone'>,
): string {
	const style = paint(options.colour);
	const columns = Math.max(40, options.columns);
	const page = { ...options, columns, style };
	const lines = [...headLines(result, columns, style), '', ...inputLines(result.inputs, result.unusable, page)];
	if (options.verbose) for (const input of result.inputs) lines.push('', ...operationLines(input, columns, style));
	for (const platform of result.platforms) lines.push('', ...platformLines(platform, page));
	lines.push('', ...coverageLines(result, columns, style, options));
	return `${lines.join('\n')}\n`;
}

function headLines({ inputs, platforms, notes }: InspectResult, columns: number, style: Paint): readonly string[] {
	const files = counted(inputs.length, 'file');
	let [events, records] = [0, 0];
	for (const platform of platforms) events += platform.events;
	for (const input of inputs) records += input.events + input.other;
	// A record may hold several events.
	const of = records < events ? ` in ${counted(records, 'record')}` : '';
	const text =
		platforms.length === 0
			? `${files}, and not one event in them`
			: `${files}, ${counted(events, 'event')}${of}, judged by an analytic or not, of ${platforms.map(({ platform }) => platform).join(', ')}`;
	const lines = wrapped(text, columns).map(style.strong);
	for (const note of notes) lines.push(...hanging('note     ', note, columns));
	return lines;
}

function platformLines(
	summary: PlatformSummary,
	{ columns, style, verbose, timeZone }: Pick<RenderOptions, 'columns' | 'verbose' | 'timeZone'> & { readonly style: Paint },
): readonly string[] {
	const lines = [style.heading(summary.platform)];
	lines.push(
		...hanging(
			'  ',
			`${counted(summary.events, 'event')}, ${shownTime(summary.first, timeZone)} to ${shownTime(summary.last, timeZone)}`,
			columns,
		),
	);
	const tallies = [
		['operations', summary.operations],
		['activities', summary.activities],
		['people', summary.actors],
		['apps', summary.apps],
		['addresses', summary.addresses],
	] as const;
	for (const [label, tally] of tallies) {
		const shown = verbose ? tally : tally.slice(0, TOP);
		if (shown.length > 0) lines.push(...hanging(`  ${style.faint(label.padEnd(11))}`, tallyText(shown), columns));
	}
	for (const { start, end, text } of summary.gaps) {
		lines.push(...hanging(`  ${style.faint('gap        ')}`, `${shownSpan(start, end, timeZone)}: ${text}`, columns));
	}
	for (const note of summary.notes) lines.push(...hanging('  - ', note, columns));
	return lines;
}

function operationLines(input: InspectInput, columns: number, style: Paint): readonly string[] {
	const lines = wrapped(`operations in ${input.file}`, columns).map(style.strong);
	const tally = (counts: Readonly<Record<string, number | undefined>>): readonly Tally[] =>
		Object.entries(counts)
			.map(([value, number]) => ({ value, count: number ?? 0 }))
			.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
	const out = [...lines];
	for (const { value, count: number } of tally(input.operations))
		out.push(...hanging(`${count(number).padStart(12)}  `, value, columns));
	out.push(...wrapped(`activities in ${input.file}`, columns).map(style.strong));
	for (const { value, count: number } of tally(input.activities))
		out.push(...hanging(`${count(number).padStart(12)}  `, value, columns));
	return out;
}

function tallyText(tally: readonly Tally[]): string {
	return tally.map(({ value, count: number }) => `${value} (${count(number)})`).join(', ');
}
