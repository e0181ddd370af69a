import type { Coverage, CoverageStatus, FindingsDocument, InputSummary } from '../../model/finding.ts';
import { coverageByAnalytic, coverageSentence } from '../coverage-words.ts';
import { analyticOf, countsSentence } from '../finding-words.ts';
import { byteSize, count } from '../number.ts';
import { type Markup, markup, span } from './markup.ts';

const STATUS: Readonly<Record<CoverageStatus, string>> = {
	seen: 'seen',
	'not-in-evidence': 'not in this evidence',
	'not-logged-by-platform': 'never logged there',
};

/** What could not be seen: for each analytic a sentence and the lines behind it. */
export function coverageSection(document: FindingsDocument): Markup {
	const groups = coverageByAnalytic(document).map(([id, coverage]) => {
		const name = analyticOf(document, id)?.name;
		return markup`<h3>${id}${name !== undefined && markup` ${name}`}</h3><p>${capital(coverageSentence(coverage))}.</p>${coverageTable(id, coverage)}`;
	});
	return markup`<section aria-labelledby="coverage">
<h2 id="coverage">What could not be seen</h2>
${groups.length === 0 ? markup`<p>No analytic ran.</p>` : groups}
</section>`;
}

function coverageTable(id: string, coverage: readonly Coverage[]): Markup | undefined {
	if (coverage.length === 0) return undefined;
	const rows = coverage.map(
		({ activity, platform, status, events, text }) =>
			markup`<tr><th scope="row">${activity}</th><td>${platform}</td><td class="status ${status}">${STATUS[status]}</td><td class="number">${count(events)}</td><td class="long">${text}</td></tr>`,
	);
	return markup`<details><summary>Platform by platform</summary><div class="scroll" tabindex="0" role="region" aria-label="Coverage of ${id}"><table>
<caption class="unseen">What ${id} listens for, and whether it was there</caption>
<thead><tr><th scope="col">Activity</th><th scope="col">Platform</th><th scope="col">Status</th><th scope="col">Events</th><th scope="col">In words</th></tr></thead>
<tbody>${rows}</tbody>
</table></div></details>`;
}

/** What was examined: each file with its hash, counts, span and problems. */
export function inputSection({ inputs, run }: FindingsDocument, zone: string): Markup {
	return markup`<section aria-labelledby="inputs">
<h2 id="inputs">What was examined</h2>
${inputs.length === 0 ? markup`<p>Nothing.</p>` : inputs.map((input) => inputArticle(input, zone))}
${run.unusable.length > 0 && markup`<h3>Could not be used</h3><ul>${run.unusable.map(({ file, why }) => markup`<li><code>${file}</code> ${why}</li>`)}</ul>`}
</section>`;
}

function inputArticle(input: InputSummary, zone: string): Markup {
	const { file, platform, format, bytes, variants, encoding, first, last, truncated, archive, sha256, problems, notes } = input;
	const dates = first !== undefined && last !== undefined ? span(first, last, zone) : 'no event';
	const kind = [platform, format, ...variants, encoding, byteSize(bytes)].join(', ');
	return markup`<article class="input"><h3><code>${file}</code></h3>
<dl class="facts">
<div><dt>Kind</dt><dd>${kind}${truncated && markup` <strong>cut off at its end</strong>`}</dd></div>
<div><dt>Records</dt><dd>${countsSentence(input)}</dd></div>
<div><dt>Span</dt><dd>${dates}</dd></div>
<div><dt>SHA-256</dt><dd><code>${sha256}</code></dd></div>
${archive !== undefined && markup`<div><dt>Archive</dt><dd><code>${archive.file}</code> SHA-256 <code>${archive.sha256}</code></dd></div>`}
</dl>
${problems.length > 0 && markup`<h4>Rejected, for example</h4><ul>${problems.map((text) => markup`<li><code>${text}</code></li>`)}</ul>`}
${notes.length > 0 && markup`<ul>${notes.map((text) => markup`<li>${text}</li>`)}</ul>`}
</article>`;
}

function capital(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
