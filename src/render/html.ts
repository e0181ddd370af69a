import { createHash } from 'node:crypto';
import type { FindingsDocument } from '../model/finding.ts';
import { commandText } from './command-lines.ts';
import { heardNowhere } from './coverage-words.ts';
import { rejectedTotal, suppressedSentence, tallySentence, WORST_FIRST } from './finding-words.ts';
import { findingArticle, rankEntry, rankLinks } from './html/finding.ts';
import { coverageSection, inputSection } from './html/ground.ts';
import { type Markup, markup, raw, span } from './html/markup.ts';
import { overview } from './html/overview.ts';
import { SCRIPT } from './html/script.ts';
import { STYLE } from './html/style.ts';
import { linksSentence } from './incident-words.ts';
import { count } from './number.ts';
import type { RenderOptions } from './options.ts';
import { partialLines } from './partial-words.ts';
import { noneWords } from './run-words.ts';

/**
 * The report as one HTML file that needs nothing else: no network (its content security policy forbids it), no font, no image. Only its own
 * style and script run, by their hashes; everything that was read is escaped. It says everything without the script.
 */
export function renderHtml(document: FindingsDocument, { timeZone }: Pick<RenderOptions, 'timeZone'>): string {
	const policy = `default-src 'none'; style-src ${hash(STYLE)}; script-src ${hash(SCRIPT)}; img-src data:; base-uri 'none'; form-action 'none'`;
	const { markup: page } = markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="saashound ${document.tool.version}">
<title>${document.run.partial !== undefined && 'PARTIAL '}saashound: ${tallySentence(document.findings)}</title>
<style>${raw(STYLE)}</style>
</head>
<body>
<a class="skip" href="#findings">Skip to the findings</a>
${head(document, timeZone)}
<main>
${ranked(document, timeZone)}
${overview(document)}
${details(document, timeZone)}
${coverageSection(document)}
${inputSection(document, timeZone)}
</main>
<footer><p>Made by saashound ${document.tool.version} with <code>${commandText(document.tool.arguments)}</code>. Times are ${timeZone}; days are UTC.</p></footer>
<script>${raw(SCRIPT)}</script>
</body>
</html>
`;
	return page;
}

function hash(text: string): string {
	return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The answer first, then the few numbers that say how far to trust it. */
function head({ findings, inputs, run, coverage }: FindingsDocument, zone: string): Markup {
	const [none, why] = noneWords(run);
	const lead = findings.length === 0 ? capital(why) : findings[0]?.title;
	let events = 0;
	let rejected = 0;
	for (const input of inputs) {
		events += input.events;
		rejected += rejectedTotal(input);
	}
	// An activity counts once, however many analytics listen for it.
	const blind = new Set(heardNowhere(coverage).map(({ activity }) => activity));
	const severities = WORST_FIRST.map(
		(severity) => [severity, findings.filter((finding) => finding.severity === severity).length] as const,
	);
	const dates = run.from !== undefined && run.to !== undefined ? span(run.from, run.to, zone) : 'no events were read';
	return markup`<header>
${partialLines(run.partial).map((line) => markup`<p class="partial" role="note">${line}</p>`)}
<h1>${findings.length === 0 ? none : capital(tallySentence(findings))}</h1>
<p class="lead">${findings.length > 0 && markup`First of them: `}${lead}${findings[0] !== undefined && markup` <a href="#f1">(finding 1)</a>`}.</p>
<dl class="tiles">
${severities.map(([severity, number]) => markup`<div><dt>${capital(severity)}</dt><dd>${count(number)}</dd></div>`)}
<div><dt>Events judged</dt><dd>${count(events)}</dd></div>
<div><dt>Records rejected</dt><dd>${count(rejected)}</dd></div>
<div><dt>Activities heard nowhere</dt><dd><a href="#coverage">${count(blind.size)}</a></dd></div>
<div><dt>Files</dt><dd><a href="#inputs">${count(inputs.length)}</a></dd></div>
<div class="long"><dt>Evidence from and to</dt><dd>${dates}</dd></div>
${run.judged !== undefined && markup`<div class="long"><dt>Judged from and to</dt><dd>${span(run.judged.from, run.judged.to, zone)}</dd></div>`}
<div class="long"><dt>Analytics</dt><dd>${run.analytics.map(({ id, name }) => `${id} ${name}`).join(', ')}</dd></div>
</dl>
${run.notes.length > 0 && markup`<ul>${run.notes.map((note) => markup`<li>${note}</li>`)}</ul>`}
</header>`;
}

function ranked(document: FindingsDocument, zone: string): Markup {
	const { findings, run } = document;
	const below = run.suppressed > 0 ? `${capital(suppressedSentence(run.suppressed))}.` : '';
	if (findings.length === 0) {
		return markup`<section aria-labelledby="findings"><h2 id="findings">What was found</h2><p>${noneWords(run)[0]}. What could not be seen is <a href="#coverage">listed below</a>; nothing found there means nothing. ${below}</p></section>`;
	}
	return markup`<section aria-labelledby="findings">
<h2 id="findings">What was found</h2>
${findings.length > 1 && filter(findings)}
<ol class="ranks">${findings.map((finding) => rankEntry(finding, document, zone))}</ol>
${together(document, zone)}
${below !== '' && markup`<p>${below}</p>`}
</section>`;
}

function together(document: FindingsDocument, zone: string): Markup | undefined {
	const { incidents } = document;
	if (incidents.length === 0) return undefined;
	const rows = incidents.map(
		(incident) =>
			markup`<li>${rankLinks(incident.findings, document)}, ${span(incident.window.start, incident.window.end, zone)}: ${linksSentence(incident, document)}</li>`,
	);
	return markup`<h3>What belongs together</h3>
<ul>${rows}</ul>`;
}

/** Hidden until the script shows it: without the script it would do nothing. */
function filter(findings: FindingsDocument['findings']): Markup {
	const choice = (name: string, title: string, values: readonly string[]) =>
		markup`<div><label for="by-${name}">${title}</label><select id="by-${name}" name="${name}"><option value="">all</option>${values.map((value) => markup`<option>${value}</option>`)}</select></div>`;
	const unique = (values: readonly string[]) => [...new Set(values)].sort();
	return markup`<form id="filter" aria-label="Filter the findings" hidden>
${choice('analytic', 'Analytic', unique(findings.map(({ analytic }) => analytic)))}
${choice(
	'severity',
	'Severity',
	WORST_FIRST.filter((severity) => findings.some((finding) => finding.severity === severity)),
)}
${choice('platform', 'Platform', unique(findings.flatMap(({ platforms }) => platforms)))}
<div><label for="by-actor">Actor contains</label><input id="by-actor" name="actor" type="search" autocomplete="off"></div>
<div><button type="reset">Show all</button></div>
</form>
<p id="filter-state" role="status"></p>`;
}

function details(document: FindingsDocument, zone: string): Markup | undefined {
	if (document.findings.length === 0) return undefined;
	const articles = document.findings.map((finding) => findingArticle(finding, document, zone));
	return markup`<section aria-labelledby="details"><h2 id="details">The findings one by one</h2>
${articles}
</section>`;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
