import type { AttackReference, Finding, FindingsDocument, Reason } from '../../model/finding.ts';
import { chanceSentence } from '../chance-words.ts';
import { shownMinute, shownTime } from '../clock.ts';
import {
	actorSentence,
	analyticOf,
	baselineSentence,
	consoleFilter,
	entitySentences,
	HOW_TO_READ,
	measure,
	place,
	shareText,
} from '../finding-words.ts';
import { incidentOf, linksSentence, membersOf } from '../incident-words.ts';
import { count, counted, decades } from '../number.ts';
import { rectangle, seriesChart } from './chart.ts';
import { lines, type Markup, markup, raw, span } from './markup.ts';

/** Findings after this one begin folded. */
const OPEN = 10;

/** Length of the longest bar, px. */
const BAR = 96;

/** One entry of the ranked list: its place in the page, and what a lead needs of it. */
export function rankEntry(finding: Finding, document: FindingsDocument, zone: string): Markup {
	const { rank, severity, score, analytic, window, title, actor } = finding;
	return markup`<li ${filterAttributes(finding)}><a href="#f${rank}"><span class="rank">${rank}</span> <span class="badge ${severity}">${severity}</span> <span class="score">${score.toFixed(1)}</span> <span class="what"><span class="title">${title}</span> <span class="who">${actorSentence(actor)}</span></span> <span class="when">${analyticOf(document, analytic)?.name ?? analytic} <time datetime="${window.start}">${shownMinute(window.start, zone)}</time></span></a></li>`;
}

/** What the filter looks at. */
function filterAttributes({ analytic, severity, platforms, actor }: Finding): Markup {
	const names = [actor.id, actor.name ?? '', actor.email ?? ''].join(' ').toLowerCase();
	return markup`data-analytic="${analytic}" data-severity="${severity}" data-platforms="${platforms.join(' ')}" data-actor="${names}"`;
}

/** One finding in full. */
export function findingArticle(finding: Finding, document: FindingsDocument, zone: string): Markup {
	const { rank, severity, score, title, analytic } = finding;
	return markup`<article id="f${rank}" class="finding" aria-labelledby="f${rank}-title" ${filterAttributes(finding)}>
<details${rank <= OPEN && markup` open`}>
<summary><h3 id="f${rank}-title"><span class="rank">${rank}</span> <span class="badge ${severity}">${severity}</span> <span class="score"><span class="unseen">score </span>${score.toFixed(1)}</span> ${title}</h3></summary>
${facts(finding, document, zone)}
${seriesChart(finding, zone)}
${stages(finding, zone)}
${reasons(finding)}
${context(finding)}
${evidence(finding, zone)}
${list('Bear in mind', finding.caveats)}
${list('Next', finding.next)}
<p class="id">${analytic} finding <code>${finding.id}</code></p>
</details>
</article>`;
}

function facts(finding: Finding, document: FindingsDocument, zone: string): Markup {
	const { actor, entities, window, platforms, chance, analytic } = finding;
	const known = analyticOf(document, analytic);
	const rows: (readonly [string, Markup])[] = [
		['Who', markup`${actorSentence(actor)}`],
		...entitySentences(entities).map((sentence) => ['With', markup`${sentence}`] as const),
		['When', span(window.start, window.end, zone)],
		['Where', markup`${platforms.join(', ')}`],
		...together(finding, document),
		['Against', markup`${baselineSentence(finding)}`],
		['By chance', markup`${chanceSentence(chance, document.run)}`],
	];
	if (known !== undefined) rows.push(['ATT&CK', technique(known.attack)]);
	return markup`<dl class="facts">${rows.map(([name, value]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>`;
}

function together(finding: Finding, document: FindingsDocument): readonly (readonly [string, Markup])[] {
	const incident = incidentOf(finding, document);
	if (incident === undefined) return [];
	const others = incident.findings.filter((id) => id !== finding.id);
	return [['Together', markup`with ${rankLinks(others, document)}: ${linksSentence(incident, document)}`]];
}

/** The findings of these ids, by rank, each leading to its place in the report. */
export function rankLinks(ids: readonly string[], document: FindingsDocument): Markup {
	return lines(membersOf(ids, document).map(({ rank }) => markup`<a href="#f${rank}">#${rank}</a>`));
}

function technique({ technique: id, techniqueName, tactic, url }: AttackReference): Markup {
	const text = `${id} ${techniqueName}`;
	const known = url.startsWith('https://attack.mitre.org/');
	return markup`${known ? markup`<a href="${url}" rel="noreferrer">${text}</a>` : text} (${tactic})`;
}

function stages({ stages: steps = [] }: Finding, zone: string): Markup | undefined {
	if (steps.length === 0) return undefined;
	const rows = steps.map(
		({ time, name, text, evidence: record }) =>
			markup`<li><time datetime="${time}">${shownTime(time, zone)}</time> <strong>${name}</strong> ${text}${record !== undefined && markup` <code>${place(record)}</code>`}</li>`,
	);
	return markup`<h4>In this order</h4><ol class="stages">${rows}</ol>`;
}

function reasons({ reasons: ledger, score }: Finding): Markup | undefined {
	if (ledger.length === 0) return undefined;
	const largest = Math.max(...ledger.map(({ surprise }) => Math.abs(surprise)), 0.1);
	const sum = ledger.reduce((total, { surprise }) => total + surprise, 0);
	const rows = ledger.map(
		(reason) =>
			markup`<tr><td class="weight">${bar(reason, largest)}<span class="number">${decades(reason.surprise)}</span> <span class="share">${shareText(reason, ledger)}</span></td><td><strong>${reason.signal}</strong> ${measure(reason)}<br><span class="sentence">${reason.text}</span></td></tr>`,
	);
	return markup`<h4>Why</h4><table class="reasons">
<caption>${HOW_TO_READ}</caption>
<thead><tr><th scope="col">Weight</th><th scope="col">Reason</th></tr></thead>
<tbody>${rows}</tbody>
<tfoot><tr><td class="weight"><span class="number">${decades(sum)}</span></td><td>in sum; score ${score.toFixed(1)} of 100</td></tr></tfoot>
</table>`;
}

function bar({ surprise }: Reason, largest: number): Markup {
	const length = (Math.abs(surprise) / largest) * BAR;
	return markup`<svg class="bar" viewBox="0 0 ${BAR} 10" width="${BAR}" height="10" aria-hidden="true"><path class="${surprise < 0 ? 'lowers' : 'raises'}" d="${raw(rectangle(0, 0, length, 10))}"/></svg>`;
}

function context({ context: notes }: Finding): Markup | undefined {
	if (notes.length === 0) return undefined;
	const rows = notes.map(
		({ effect, text, kind, ref }) =>
			markup`<li><span class="effect ${effect}">${effect === 'none' ? 'no effect' : effect}</span> ${text} <span class="source">${kind}, <code>${ref}</code></span></li>`,
	);
	return markup`<h4>What is known</h4><ul class="context">${rows}</ul>`;
}

function evidence({ evidence: found, rank }: Finding, zone: string): Markup {
	const rows = found.sample.map(
		({ time, operation, file, record, id, sha256 }) =>
			markup`<tr><td><time datetime="${time}">${shownTime(time, zone)}</time></td><td>${operation}</td><td><code>${place({ file, record })}</code></td><td><code>${id ?? ''}</code></td><td><code>${sha256?.slice(0, 12) ?? ''}</code></td></tr>`,
	);
	const shown = found.sample.length < found.count ? `, of which ${count(found.sample.length)} here` : '';
	return markup`<h4>Evidence</h4>
<div class="scroll" tabindex="0" role="region" aria-label="Evidence of finding ${rank}"><table>
<caption>${counted(found.count, 'record')}${shown}</caption>
<thead><tr><th scope="col">Time</th><th scope="col">Operation</th><th scope="col">File and record</th><th scope="col">Id</th><th scope="col">SHA-256 begins</th></tr></thead>
<tbody>${rows}</tbody>
</table></div>`;
}

function list(heading: string, texts: readonly string[]): Markup | undefined {
	if (texts.length === 0) return undefined;
	return markup`<h4>${heading}</h4><ul>${lines(texts.map((text) => markup`<li>${shown(text)}</li>`))}</ul>`;
}

// Commands and the filters of consoles (`m365: …`) as code: they are to be taken as they stand.
function shown(text: string): Markup {
	if (text.startsWith('saashound ')) return markup`<code>${text}</code>`;
	const filter = consoleFilter(text);
	return filter === undefined ? markup`${text}` : markup`${filter.platform}: <code>${filter.query}</code>`;
}
