import type { EvidenceRef, Finding, FindingsDocument, Reason } from '../model/finding.ts';
import { chanceSentence } from './chance-words.ts';
import { shownSpan, shownTime } from './clock.ts';
import { commandLines } from './command-lines.ts';
import {
	actorSentence,
	analyticOf,
	baselineSentence,
	entitySentences,
	HOW_TO_READ,
	measure,
	place,
	shareText,
} from './finding-words.ts';
import { togetherSentence } from './incident-words.ts';
import { count, counted, decades, decimal } from './number.ts';
import type { Paint } from './paint.ts';
import { visible } from './safe.ts';
import { padded, width } from './text-width.ts';
import { hanging, wrapped } from './wrap.ts';

/** What the lines of one finding need. */
export interface FindingPage {
	readonly document: FindingsDocument;
	readonly columns: number;
	readonly style: Paint;
	readonly verbose: boolean;
	readonly timeZone: string;
}

/** Records of the sample shown unless everything is asked for. */
const SAMPLE_SHOWN = 5;

/** Names of one role (repositories, mailboxes) shown unless everything is asked for. */
const NAMES_SHOWN = 8;

/** Columns before the text of a labelled row. */
const LABEL = 12;

/** Columns of the longest bar. */
const BAR = 16;

/** One finding in full. */
export function findingLines(finding: Finding, page: FindingPage): readonly string[] {
	const { columns, style } = page;
	const lines = [...ruler(finding, page), ...wrapped(finding.title, columns).map(style.strong), ''];
	const row = (label: string, text: string) => lines.push(...hanging(labelled(label, style), text, columns));
	row('who', actorSentence(finding.actor));
	for (const sentence of entitySentences(finding.entities, page.verbose ? undefined : NAMES_SHOWN)) row('with', sentence);
	row('when', `${shownSpan(finding.window.start, finding.window.end, page.timeZone)} on ${finding.platforms.join(', ')}`);
	const together = togetherSentence(finding, page.document);
	if (together !== undefined) row('together', together);
	row('against', baselineSentence(finding));
	row('by chance', chanceSentence(finding.chance, page.document.run));
	const attack = analyticOf(page.document, finding.analytic)?.attack;
	if (attack !== undefined) row('ATT&CK', `${attack.technique} ${attack.techniqueName} (${attack.tactic}) ${attack.url}`);
	if (page.verbose) row('id', finding.id);
	lines.push(
		...seriesLines(finding, page),
		...stageLines(finding, page),
		...reasonLines(finding, page),
		...contextLines(finding, page),
	);
	lines.push(...evidenceLines(finding, page));
	lines.push(...listLines('bear in mind', finding.caveats, page), ...listLines('next', finding.next, page));
	return lines;
}

// The name of the analytic goes below where there is no room for it.
function ruler(finding: Finding, { columns, style, document }: FindingPage): readonly string[] {
	const severity = finding.severity.toUpperCase();
	const name = analyticOf(document, finding.analytic)?.name ?? '';
	const whole = `${finding.analytic} ${name}`.trim();
	const plain = (analytic: string) => `── #${finding.rank} ${severity} ${finding.score.toFixed(1)} ${analytic} `;
	const fits = width(plain(whole)) <= columns;
	const analytic = fits ? whole : finding.analytic;
	const rest = style.faint('─'.repeat(Math.max(0, columns - width(plain(analytic)))));
	const first = `${style.faint('──')} #${finding.rank} ${style.severity[finding.severity](severity)} ${finding.score.toFixed(1)} ${analytic} ${rest}`;
	return fits ? [first] : [first, ...wrapped(name, columns)];
}

function labelled(label: string, style: Paint): string {
	return `  ${style.faint(padded(label, LABEL - 2))}`;
}

/** The ledger: what raises first, each with its decades, bar and share, then its sentence. */
function reasonLines(finding: Finding, page: FindingPage): readonly string[] {
	const { reasons } = finding;
	const { columns, style } = page;
	if (reasons.length === 0) return [];
	const largest = Math.max(...reasons.map(({ surprise }) => Math.abs(surprise)), 0.1);
	const lines = ['', style.heading('why'), ...wrapped(HOW_TO_READ, columns - 2).map((line) => style.faint(`  ${line}`))];
	for (const reason of reasons) {
		const tint = reason.surprise < 0 ? style.lowered : style.raised;
		const lead = `  ${padded(decades(reason.surprise), 5, 'left')} `;
		const share = padded(shareText(reason, reasons), 5, 'left');
		const text = `${reason.signal}: ${measure(reason)}`;
		const beside = columns - lead.length - BAR - share.length - 3;
		lines.push(...hanging(`${lead}${tint(bar(reason, largest))} ${share}  `, beside >= 20 ? text : '', columns));
		if (beside < 20) lines.push(...hanging(' '.repeat(8), text, columns));
		lines.push(...hanging(' '.repeat(8), reason.text, columns, style.faint));
	}
	const sum = reasons.reduce((total, { surprise }) => total + surprise, 0);
	lines.push(
		...hanging(
			`  ${padded(decades(sum), 5, 'left')} `,
			`in sum; score ${decimal(finding.score, 1)} of 100`,
			columns,
			style.strong,
		),
	);
	return lines;
}

/** Blocks in eighths, right-filled with blanks; lowering lines are drawn in a lighter shade so that they differ without colour. */
function bar(reason: Reason, largest: number): string {
	const eighths = Math.round((Math.abs(reason.surprise) / largest) * BAR * 8);
	const full = Math.floor(eighths / 8);
	if (reason.surprise < 0) return padded('░'.repeat(Math.max(1, Math.round(eighths / 8))), BAR);
	return padded('█'.repeat(full) + (['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'][eighths % 8] ?? ''), BAR);
}

/** The subject's activity around the window as one line of blocks, as many steps to a block as it takes. */
function seriesLines({ series }: Finding, { columns, style, timeZone }: FindingPage): readonly string[] {
	if (series === undefined || series.observed.length === 0) return [];
	const room = Math.max(8, columns - LABEL);
	const per = Math.ceil(series.observed.length / room);
	const largest = Math.max(...series.observed, 1);
	let blocks = '';
	for (let i = 0; i < series.observed.length; i += per) {
		const value = Math.max(...series.observed.slice(i, i + per));
		blocks += value <= 0 ? '·' : ('▁▂▃▄▅▆▇█'[Math.min(7, Math.floor((value / largest) * 8))] ?? '█');
	}
	const end = new Date(Date.parse(series.start) + series.observed.length * series.step).toISOString();
	const text = `${series.unit} per ${stepWords(series.step)} over ${shownSpan(series.start, end, timeZone)}, at most ${count(largest)}`;
	return [`${labelled('activity', style)}${blocks}`, ...hanging(' '.repeat(LABEL), text, columns, style.faint)];
}

function stepWords(ms: number): string {
	if (ms === 3_600_000) return 'hour';
	return ms === 86_400_000 ? 'day' : `${count(Math.round(ms / 60_000))} min`;
}

function stageLines({ stages }: Finding, { columns, style, timeZone }: FindingPage): readonly string[] {
	if (stages === undefined || stages.length === 0) return [];
	const lines = ['', style.heading('in this order')];
	for (const stage of stages) {
		const record = stage.evidence === undefined ? '' : ` [${place(stage.evidence)}]`;
		lines.push(
			...hanging(`  ${style.faint(shownTime(stage.time, timeZone))}  `, `${stage.name}: ${stage.text}${record}`, columns),
		);
	}
	return lines;
}

function contextLines({ context }: Finding, { columns, style }: FindingPage): readonly string[] {
	if (context.length === 0) return [];
	const lines = ['', style.heading('what is known')];
	for (const note of context) {
		const effect = note.effect === 'none' ? 'no effect' : note.effect;
		const tint = note.effect === 'lowered' ? style.lowered : note.effect === 'raised' ? style.raised : style.faint;
		lines.push(...hanging(`  ${tint(padded(effect, 9))}  `, `${note.text} (${note.kind}, ${note.ref})`, columns));
	}
	return lines;
}

function evidenceLines({ evidence }: Finding, page: FindingPage): readonly string[] {
	const { columns, style, verbose } = page;
	const shown = verbose ? evidence.sample : evidence.sample.slice(0, SAMPLE_SHOWN);
	const which = shown.length < evidence.count ? `, the first ${counted(shown.length, 'one', 'of them')}:` : ':';
	const lines = [
		'',
		...hanging(
			`${style.heading('evidence')}  `,
			`${counted(evidence.count, 'record')}${shown.length === 0 ? '' : which}`,
			columns,
		),
	];
	const operation = Math.min(28, Math.max(...shown.map((record) => width(visible(record.operation)))));
	for (const record of shown) lines.push(...recordLines(record, operation, page));
	return lines;
}

function recordLines(
	record: EvidenceRef,
	operationColumns: number,
	{ columns, style, verbose, timeZone }: FindingPage,
): readonly string[] {
	const id = verbose && record.id !== undefined ? ` id ${visible(record.id)}` : '';
	const lead = `  ${style.faint(shownTime(record.time, timeZone))}  `;
	const operation = visible(record.operation);
	const where = `${visible(place(record))}${id}`;
	const used = 2 + width(shownTime(record.time, timeZone)) + 2 + operationColumns + 2;
	if (width(operation) <= operationColumns && used + width(where) <= columns)
		return [`${lead}${padded(operation, operationColumns)}  ${where}`];
	return [...hanging(lead, operation, columns), ...hanging('      ', where, columns)];
}

function listLines(heading: string, texts: readonly string[], { columns, style }: FindingPage): readonly string[] {
	if (texts.length === 0) return [];
	const item = (text: string) =>
		commandLines(text, columns - 4)?.map((line, index) => `${index === 0 ? '  - ' : '    '}${line}`) ??
		hanging('  - ', text, columns);
	return ['', style.heading(heading), ...texts.flatMap(item)];
}
