import type { Explanation, JudgedWindow, WhyNot } from '../model/explanation.ts';
import { chanceSentence } from './chance-words.ts';
import { shownSpan, shownTime } from './clock.ts';
import { volumeRows } from './explain-words.ts';
import { actorSentence, baselineSentence, measure, place, shareText } from './finding-words.ts';
import { jsonText } from './json.ts';
import { counted, decades, decimal, small } from './number.ts';
import type { RenderOptions } from './options.ts';
import { type Paint, paint } from './paint.ts';
import { plotLines } from './plot.ts';
import { padded } from './text-width.ts';
import { hanging, wrapped } from './wrap.ts';

type TableOptions = Pick<RenderOptions, 'columns' | 'colour' | 'timeZone'>;

/** Columns before the text of a labelled row. */
const LABEL = 14;
const NARROWEST = 40;
const NOTED = { lowered: 'lowered', raised: 'raised', none: 'no effect' } as const;
/** Lines left out one by one that are told. */
const MOST_WITHOUT = 5;

/** `hunt --explain` for people on a terminal. No line is wider than `columns` (at least 40). */
export function renderExplanation(explanation: Explanation, options: TableOptions): string {
	const columns = Math.max(NARROWEST, options.columns);
	const style = paint(options.colour);
	const { finding, volume, run } = explanation;
	const page = { columns, style };
	const severity = finding.score < explanation.silentIf.below ? 'not shown' : finding.severity;
	const lines = [
		...wrapped(finding.title, columns).map(style.strong),
		'',
		...row('finding', finding.id, page),
		...row(
			'score',
			`${decimal(finding.score, 1)} of 100 (${severity})${finding.rank > 0 ? `, number ${finding.rank}` : ''}; ${chanceSentence(finding.chance, run)}`,
			page,
		),
		...row('who', actorSentence(finding.actor), page),
		...row(
			'when',
			`${shownSpan(finding.window.start, finding.window.end, options.timeZone)} on ${finding.platforms.join(', ')}`,
			page,
		),
	];
	if (finding.series !== undefined)
		lines.push('', style.heading('around it'), ...plotLines(finding.series, finding.window, { ...options, columns }));
	if (volume === undefined)
		lines.push(...row('judged as', 'an act of its own: nothing is counted, so there is no usual number', page));
	else {
		lines.push('', style.heading('what was usual'), ...row('against', baselineSentence(finding), page));
		const [unit = ''] = (finding.reasons.find((reason) => reason.unit.includes('/'))?.unit ?? finding.series?.unit ?? '').split(
			'/',
		);
		for (const [label, text] of volumeRows(volume, unit)) lines.push(...row(label, text, page));
	}
	lines.push('', style.heading('what makes the score'), ...ledgerLines(finding.reasons, page));
	lines.push('', style.heading('what you told it'), ...contextLines(explanation, page));
	lines.push('', style.heading('what would have kept it silent'), ...silenceLines(explanation, page));
	return `${lines.join('\n')}\n`;
}

interface Page {
	readonly columns: number;
	readonly style: Paint;
}

function row(label: string, text: string, { columns, style }: Page): readonly string[] {
	return hanging(`  ${style.faint(padded(label, LABEL - 2))}`, text, columns);
}

function ledgerLines(reasons: Explanation['finding']['reasons'], { columns, style }: Page): readonly string[] {
	const lines: string[] = [];
	for (const reason of reasons) {
		const lead = `  ${padded(decades(reason.surprise), 5, 'left')} ${padded(shareText(reason, reasons), 6, 'left')}  `;
		lines.push(...hanging(lead, `${reason.signal}: ${measure(reason)}`, columns));
		lines.push(...hanging(' '.repeat(lead.length), reason.text, columns, style.faint));
	}
	const sum = reasons.reduce((total, { surprise }) => total + surprise, 0);
	lines.push(
		...hanging(
			`  ${padded(decades(sum), 5, 'left')}         `,
			'in sum, powers of ten; the share is of all that raise',
			columns,
			style.strong,
		),
	);
	return lines;
}

function contextLines({ context, finding }: Explanation, page: Page): readonly string[] {
	const { score, without, lines } = context;
	// What lowered or raised is a line of the ledger.
	const notes = finding.context.filter(({ effect }) => lines.length === 0 || effect === 'none');
	const weighed =
		lines.length === 0
			? row('context', 'no line of this score rests on it', page)
			: [
					...lines.flatMap(({ surprise, text }) => row(decades(surprise), text, page)),
					...row('with them', `${decimal(score, 1)}; without these lines ${decimal(without, 1)}`, page),
				];
	return [...weighed, ...notes.flatMap(({ text, ref, effect }) => row(NOTED[effect], `${text} (${ref})`, page))];
}

function silenceLines({ silentIf, finding }: Explanation, page: Page): readonly string[] {
	const { below, count, without, together } = silentIf;
	if (finding.score < below) return row('already', `it lies below ${decimal(below, 1)} and is not shown`, page);
	const lines: string[] = [];
	if (count !== undefined) {
		const text = `at most ${decimal(count.largest, 1)} (the first ${counted(count.records, 'record')}) would have scored ${decimal(count.score, 1)}, everything else being the same`;
		lines.push(...row('count', text, page));
	} else if (finding.series !== undefined)
		lines.push(
			...row(
				'count',
				`no smaller one would have: even its first record alone, in these surroundings, reaches ${decimal(below, 1)}`,
				page,
			),
		);
	for (const { text, score } of without.slice(0, MOST_WITHOUT))
		lines.push(...row('line', `${text}: ${decimal(score, 1)}${score < below ? ', silent' : ''}`, page));
	if (together !== undefined)
		lines.push(...row('lines', `without ${together.signals.join(' and ')}: ${decimal(together.score, 1)}, silent`, page));
	return lines;
}

/** `hunt --why-not` for people on a terminal. No line is wider than `columns` (at least 40). */
export function renderWhyNot(whyNot: WhyNot, options: TableOptions): string {
	const columns = Math.max(NARROWEST, options.columns);
	const style = paint(options.colour);
	const page = { columns, style };
	const lines: string[] = [];
	if (whyNot.people.length === 0) {
		lines.push(...wrapped(`Nobody is called '${whyNot.asked}' in this evidence.`, columns).map(style.strong));
		if (whyNot.alike.length > 0) lines.push(...row('like it', whyNot.alike.join(', '), page));
	}
	for (const { id, names, days, events } of whyNot.people) {
		lines.push(
			...wrapped(
				`${id}: active on ${counted(days, 'day')}; ${counted(events, 'event')} of kinds that the analytics hear or sign-ins`,
				columns,
			).map(style.strong),
		);
		if (names.length > 1) lines.push(...row('also', names.slice(1).join(', '), page));
	}
	for (const { analytic, name, windows, text } of whyNot.analytics) {
		lines.push('', ...hanging(`${style.heading(analytic)} `, name, columns), ...hanging('  ', text, columns));
		for (const window of windows) lines.push(...windowLines(window, whyNot.below, page, options.timeZone));
	}
	return `${lines.join('\n')}\n`;
}

function windowLines(window: JudgedWindow, below: number, page: Page, zone: string): readonly string[] {
	const { columns, style } = page;
	const lines = [
		...hanging(
			`  ${style.strong(padded(decimal(window.score, 1), 5, 'left'))}  `,
			`${window.title}, ${shownTime(window.start, zone)} [${place(window.first)}]`,
			columns,
		),
	];
	for (const reason of window.reasons)
		lines.push(
			...hanging(
				`         ${padded(decades(reason.surprise), 5, 'left')}  `,
				`${reason.signal}: ${reason.text}`,
				columns,
				style.faint,
			),
		);
	if (window.volume !== undefined) {
		const { days, weight, expected } = window.volume;
		const text = `${decimal(window.observed, 1)} ${window.unit} where ${small(expected)} were expected, from ${decimal(weight, 0)} on ${counted(days, 'day')} of history`;
		lines.push(...hanging('         ', text, columns, style.faint));
	}
	const { finding } = window;
	if (finding !== undefined && finding.score >= below)
		lines.push(...hanging('         ', `part of what is reported as ${finding.id} (${decimal(finding.score, 1)})`, columns));
	else if (window.missing > 0) {
		const enough =
			window.neededCount === undefined
				? ''
				: `; ${window.neededCount} ${window.unit} instead of ${decimal(window.observed, 1)} would do`;
		lines.push(
			...hanging('         ', `${decimal(window.missing, 2)} decades are missing to ${decimal(below, 1)}${enough}`, columns),
		);
	}
	return lines;
}

/** Either as JSON. */
export function renderExplainJson(value: Explanation | WhyNot, options: Pick<RenderOptions, 'pretty'>): string {
	return jsonText(value, options.pretty);
}
