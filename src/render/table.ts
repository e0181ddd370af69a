import type { Finding, FindingsDocument } from '../model/finding.ts';
import { shownMinute } from './clock.ts';
import { actorSentence, analyticOf, suppressedSentence, tallySentence } from './finding-words.ts';
import { linksSentence, ranksOf } from './incident-words.ts';
import type { RenderOptions } from './options.ts';
import { type Paint, paint } from './paint.ts';
import { partialLines } from './partial-words.ts';
import { noneSentence, overSentence } from './run-words.ts';
import { visible } from './safe.ts';
import { coverageLines, inputLines } from './table-coverage.ts';
import { findingLines } from './table-finding.ts';
import { padded, width } from './text-width.ts';
import { beside, hanging, wrapped } from './wrap.ts';

/** How many findings are shown in full unless everything is asked for. */
const SHOWN_IN_FULL = 3;

/** From this width on the summary is a table; below, two lines a finding. */
const WIDE = 120;

/** Narrower terminals get this many columns all the same: below, nothing would be readable. */
const NARROWEST = 40;

/**
 * Findings for people on a terminal: all in short by rank, the first three (with `verbose` all) in full, then what could not be seen, what was
 * read, and how to see the rest. No line is wider than `columns` (at least 40); sentences are wrapped, never cut.
 */
export function renderTable(
	document: FindingsDocument,
	options: Pick<RenderOptions, 'columns' | 'colour' | 'verbose' | 'timeZone'>,
): string {
	const style = paint(options.colour);
	const columns = Math.max(NARROWEST, options.columns);
	const shown = options.verbose ? document.findings : document.findings.slice(0, SHOWN_IN_FULL);
	const lines = [...headLines(document, columns, style, options.timeZone)];
	if (document.findings.length > 1) lines.push('', ...summaryLines(document, columns, style, options.timeZone));
	if (document.incidents.length > 0) lines.push('', ...incidentLines(document, columns, style, options.timeZone));
	for (const finding of shown) lines.push('', ...findingLines(finding, { ...options, document, columns, style }));
	lines.push('', ...coverageLines(document, columns, style, { verbose: options.verbose, brief: !options.verbose }));
	if (!options.verbose)
		lines.push(...hanging('  ', 'saashound inspect or --verbose tells why, platform by platform', columns, style.faint));
	lines.push('', ...inputLines(document.inputs, document.run.unusable, { ...options, columns, style }, !options.verbose));
	lines.push(...closingLines(document, shown.length, columns, style));
	return `${lines.join('\n')}\n`;
}

// What stands on the screen when all has run past.
function closingLines({ findings }: FindingsDocument, shown: number, columns: number, style: Paint): readonly string[] {
	const hidden = findings.length - shown;
	if (hidden <= 0) return [];
	const next = findings[shown]?.rank ?? shown + 1;
	return [
		'',
		...wrapped(capital(`${tallySentence(findings)}.`), columns).map(style.strong),
		...wrapped(
			`All are listed at the top, the first ${shown} in full. For one of the others hunt again with --explain ${next}; for all, with --verbose or --output report.html.`,
			columns,
		),
	];
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}

function headLines(document: FindingsDocument, columns: number, style: Paint, zone: string): readonly string[] {
	const { run, findings } = document;
	const lines: string[] = partialLines(run.partial).flatMap((line) => [
		...wrapped(line, columns).map(style.severity.critical),
		'',
	]);
	if (findings.length === 0) {
		lines.push(...wrapped(`${noneSentence(run)}.`, columns).map(style.strong));
		lines.push(...wrapped('What they could not see is listed below; nothing found there means nothing.', columns));
	} else {
		lines.push(...wrapped(capital(tallySentence(findings)), columns).map(style.strong));
	}
	const ran = run.analytics.map(({ id, name }) => `${id} ${name}`).join(', ');
	lines.push(...hanging('ran      ', ran === '' ? 'no analytic' : ran, columns, style.faint));
	lines.push(...hanging('over     ', overSentence(run, zone), columns, style.faint));
	if (run.suppressed > 0) {
		lines.push(...hanging('besides  ', suppressedSentence(run.suppressed), columns, style.faint));
	}
	for (const note of run.notes) lines.push(...hanging('note     ', note, columns));
	return lines;
}

/** What looked for it, as people call it. */
function nameOf({ analytic }: Finding, document: FindingsDocument): string {
	return visible(analyticOf(document, analytic)?.name ?? analytic);
}

/** Every finding in short, by rank. */
function summaryLines(document: FindingsDocument, columns: number, style: Paint, zone: string): readonly string[] {
	return columns >= WIDE ? wideSummary(document, columns, style, zone) : narrowSummary(document, columns, style, zone);
}

/** What belongs together, an incident after the other. */
function incidentLines(document: FindingsDocument, columns: number, style: Paint, zone: string): readonly string[] {
	return [
		style.heading('together'),
		...document.incidents.flatMap((incident) => {
			const { start, end } = incident.window;
			const ranks = ranksOf(incident.findings, document);
			const span = `${shownMinute(start, zone)} to ${shownMinute(end, zone)}`;
			return hanging('  ', `${ranks}, ${span}: ${linksSentence(incident, document)}`, columns);
		}),
	];
}

function wideSummary(document: FindingsDocument, columns: number, style: Paint, zone: string): readonly string[] {
	const { findings } = document;
	const names = findings.map((finding) => nameOf(finding, document));
	const kind = Math.min(24, Math.max(...names.map(width)));
	const rank = Math.max(1, String(findings.length).length);
	const fixed = rank + 2 + 8 + 2 + 5 + 2 + kind + 2 + 16 + 2;
	const actor = Math.min(40, Math.floor((columns - fixed) * 0.35));
	const title = columns - fixed - actor - 2;
	const cells = (
		texts: readonly [string, string, string, string, string, string, string],
		paintSeverity?: (text: string) => string,
	) =>
		beside([
			{ text: texts[0], columns: rank, side: 'left' },
			{ text: texts[1], columns: 8, ...(paintSeverity === undefined ? {} : { style: paintSeverity }) },
			{ text: texts[2], columns: 5, side: 'left' },
			{ text: texts[3], columns: kind },
			{ text: texts[4], columns: 16 },
			{ text: texts[5], columns: actor },
			{ text: texts[6], columns: title },
		]);
	const lines = cells(['#', 'severity', 'score', '', 'start', 'who', 'what']).map(style.faint);
	for (const [index, finding] of findings.entries()) {
		const { severity, score, window, actor: who } = finding;
		const start = shownMinute(window.start, zone);
		lines.push(
			...cells(
				[String(finding.rank), severity, score.toFixed(1), names[index] ?? '', start, actorSentence(who), finding.title],
				(text) => (text.trim() === '' ? text : style.severity[severity](text.trimEnd()) + text.slice(text.trimEnd().length)),
			),
		);
	}
	return lines;
}

function narrowSummary(document: FindingsDocument, columns: number, style: Paint, zone: string): readonly string[] {
	const { findings } = document;
	const rank = Math.max(2, String(findings.length).length);
	const blanks = ' '.repeat(rank + 2);
	const lines: string[] = [];
	for (const finding of findings) {
		const head = `${padded(String(finding.rank), rank, 'left')}  ${style.severity[finding.severity](finding.severity)}`;
		const gap = ' '.repeat(8 - finding.severity.length);
		const start = shownMinute(finding.window.start, zone);
		const name = nameOf(finding, document);
		const line = `${head}${gap}  ${finding.score.toFixed(1).padStart(5)}  ${start}`;
		const fits = rank + 2 + 8 + 2 + 5 + 2 + start.length + 2 + width(name) <= columns;
		lines.push(fits ? `${line}  ${name}` : line);
		lines.push(...hanging(blanks, `${fits ? '' : `${name}: `}${actorSentence(finding.actor)}: ${finding.title}`, columns));
	}
	return lines;
}
