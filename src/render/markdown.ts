import type { Coverage, Finding, FindingsDocument, Incident, InputSummary } from '../model/finding.ts';
import { chanceSentence } from './chance-words.ts';
import { shownMinute, shownSpan, shownTime } from './clock.ts';
import { commandText } from './command-lines.ts';
import { coverageByAnalytic, coverageSentence, heardNowhere } from './coverage-words.ts';
import {
	actorSentence,
	analyticOf,
	baselineSentence,
	consoleFilter,
	countsSentence,
	entitySentences,
	HOW_TO_READ,
	measure,
	place,
	shareText,
	suppressedSentence,
	tallySentence,
} from './finding-words.ts';
import { linksSentence, ranksOf, togetherSentence } from './incident-words.ts';
import { count, counted, decades } from './number.ts';
import type { RenderOptions } from './options.ts';
import { partialLines } from './partial-words.ts';
import { noneSentence, overSentence } from './run-words.ts';
import { markdown, markdownCode } from './safe.ts';

/** A report in Markdown (GitHub flavour) to be pasted into a ticket. Nothing from a log comes alive in it. */
export function renderMarkdown(document: FindingsDocument, { timeZone }: Pick<RenderOptions, 'timeZone'>): string {
	const blocks = [
		'# What saashound found',
		...partialLines(document.run.partial).map((line) => `> **${markdown(line)}**`),
		...summary(document, timeZone),
		...document.findings.flatMap((finding) => findingBlocks(finding, document, timeZone)),
		'## What could not be seen',
		...coverageByAnalytic(document).map(([analytic, lines]) => coverageBlock(analytic, lines)),
		'## What was read',
		inputTable(document.inputs, timeZone),
		...problems(document),
		`Made by saashound ${markdown(document.tool.version)} with ${markdownCode(commandText(document.tool.arguments))}`,
	];
	return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function summary(document: FindingsDocument, zone: string): readonly string[] {
	const { findings, incidents, run } = document;
	const incidentText = (incident: Incident) =>
		`${ranksOf(incident.findings, document)}, ${shownSpan(incident.window.start, incident.window.end, zone)}: ${linksSentence(incident, document)}`;
	const ran = run.analytics.map(({ id, name }) => `${id} ${name}`).join(', ');
	const found = findings.length === 0 ? `${noneSentence(run)}.` : `${tallySentence(findings)}.`;
	const below = run.suppressed > 0 ? ` ${markdown(suppressedSentence(run.suppressed))}.` : '';
	const rows = findings.map(
		({ rank, severity, score, actor, title, window }) =>
			`| ${rank} | ${severity} | ${score.toFixed(1)} | ${shownMinute(window.start, zone)} | ${markdown(actorSentence(actor))} | ${markdown(title)} |`,
	);
	const table =
		rows.length === 0 ? '' : ['| # | Severity | Score | Start | Who | What |', '|--:|---|--:|---|---|---|', ...rows].join('\n');
	return [
		`**${markdown(found)}**${below}`,
		`Ran: ${markdown(ran === '' ? 'no analytic' : ran)}. Over: ${overSentence(run, zone)}.`,
		bullets(run.notes),
		table,
		incidents.length === 0 ? '' : `### What belongs together\n\n${bullets(incidents.map((incident) => incidentText(incident)))}`,
	];
}

function findingBlocks(finding: Finding, document: FindingsDocument, zone: string): readonly string[] {
	const attack = analyticOf(document, finding.analytic)?.attack;
	const together = togetherSentence(finding, document);
	const facts = [
		`- Who: ${markdown(actorSentence(finding.actor))}`,
		...entitySentences(finding.entities).map((sentence) => `- With: ${markdown(sentence)}`),
		`- When: ${shownSpan(finding.window.start, finding.window.end, zone)} on ${markdown(finding.platforms.join(', '))}`,
		...(together === undefined ? [] : [`- Together ${markdown(together)}`]),
		`- Severity ${finding.severity}, score ${finding.score.toFixed(1)} of 100`,
		`- By chance: ${markdown(chanceSentence(finding.chance, document.run))}`,
		`- Measured against: ${markdown(baselineSentence(finding))}`,
		...(attack === undefined ? [] : [`- ATT&CK: ${markdown(`${attack.technique} ${attack.techniqueName}, ${attack.tactic}`)}`]),
		`- Finding: ${markdownCode(finding.id)}`,
	];
	return [
		`## ${finding.rank}. ${markdown(finding.title)}`,
		facts.join('\n'),
		section('Why', reasonTable(finding)),
		section('In this order', stageList(finding, zone)),
		section(
			'What is known',
			bullets(
				finding.context.map(
					({ effect, text, kind, ref }) => `${effect === 'none' ? 'no effect' : effect}: ${text} (${kind}, ${ref})`,
				),
			),
		),
		section('Evidence', evidenceTable(finding, zone)),
		section('Bear in mind', bullets(finding.caveats)),
		section('Next', finding.next.map(step).join('\n')),
	];
}

function section(title: string, body: string): string {
	return body === '' ? '' : `### ${title}\n\n${body}`;
}

function bullets(texts: readonly string[]): string {
	return texts.map((text) => `- ${markdown(text)}`).join('\n');
}

// Commands and the filters of consoles (`m365: …`) as code: they are to be taken as they stand.
function step(text: string): string {
	if (text.startsWith('saashound ')) return `- ${markdownCode(text)}`;
	const filter = consoleFilter(text);
	return filter === undefined ? `- ${markdown(text)}` : `- ${filter.platform}: ${markdownCode(filter.query)}`;
}

function reasonTable({ reasons }: Finding): string {
	if (reasons.length === 0) return '';
	const rows = reasons.map(
		(reason) =>
			`| ${decades(reason.surprise)} | ${shareText(reason, reasons)} | ${markdown(reason.signal)} | ${markdown(measure(reason))} | ${markdown(reason.text)} |`,
	);
	return [HOW_TO_READ, '', '| Weight | Share | Signal | Measured | In words |', '|--:|--:|---|---|---|', ...rows].join('\n');
}

function stageList({ stages = [] }: Finding, zone: string): string {
	return stages
		.map(({ time, name, text, evidence }, i) => {
			const record = evidence === undefined ? '' : ` (${markdownCode(place(evidence))})`;
			return `${i + 1}. ${shownTime(time, zone)} ${markdown(`${name}: ${text}`)}${record}`;
		})
		.join('\n');
}

function evidenceTable({ evidence }: Finding, zone: string): string {
	const rows = evidence.sample.map(
		(record) =>
			`| ${shownTime(record.time, zone)} | ${markdown(record.operation)} | ${markdownCode(place(record))} | ${markdownCode(record.id ?? '')} |`,
	);
	const head = `${counted(evidence.count, 'record')}${rows.length < evidence.count ? `, of which ${count(rows.length)} here` : ''}.`;
	if (rows.length === 0) return head;
	return [head, '', '| Time | Operation | Record | Id |', '|---|---|---|---|', ...rows].join('\n');
}

function coverageBlock(analytic: string, lines: readonly Coverage[]): string {
	const blind = new Set(heardNowhere(lines).map(({ activity }) => activity));
	const telling = lines.filter(({ activity, status }) => blind.has(activity) && status === 'not-in-evidence');
	const details = telling.map(({ activity, platform, text }) => `  - ${markdown(`${activity} on ${platform}: ${text}`)}`);
	return [`- ${markdown(analytic)}: ${markdown(coverageSentence(lines))}`, ...details].join('\n');
}

function inputTable(inputs: readonly InputSummary[], zone: string): string {
	if (inputs.length === 0) return 'Nothing.';
	const rows = inputs.map((input) => {
		const span = input.first !== undefined && input.last !== undefined ? shownSpan(input.first, input.last, zone) : 'no event';
		const kind = `${input.platform}, ${input.format}${input.truncated ? ', cut off at its end' : ''}`;
		return `| ${markdownCode(input.file)} | ${markdown(kind)} | ${markdown(countsSentence(input))} | ${span} | ${markdownCode(input.sha256)} |`;
	});
	return ['| File | Kind | Records | Span | SHA-256 |', '|---|---|---|---|---|', ...rows].join('\n');
}

function problems({ inputs, run }: FindingsDocument): readonly string[] {
	const lines = inputs.flatMap((input) => [...input.problems, ...input.notes.map((note) => `${input.file}: ${note}`)]);
	for (const { file, why } of run.unusable) lines.push(`${file} could not be used: ${why}`);
	return [bullets(lines)];
}
