import { describe, expect, test } from '@jest/globals';
import papaparse from 'papaparse';
import type { FindingsDocument } from '../../src/model/finding.ts';
import { renderCsv } from '../../src/render/csv.ts';
import { renderHtml } from '../../src/render/html.ts';
import { linksSentence, togetherSentence } from '../../src/render/incident-words.ts';
import { renderJson } from '../../src/render/json.ts';
import { renderMarkdown } from '../../src/render/markdown.ts';
import { renderNdjson } from '../../src/render/ndjson.ts';
import { renderOcsf } from '../../src/render/ocsf.ts';
import { RENDER_DEFAULTS } from '../../src/render/options.ts';
import { redactedDocument } from '../../src/render/redact/document.ts';
import { Redactor } from '../../src/render/redact/redactor.ts';
import { renderSarif } from '../../src/render/sarif.ts';
import { renderTable } from '../../src/render/table.ts';
import { renderTimesketch } from '../../src/render/timesketch.ts';
import { CRITICAL, EXAMPLE, HIGH, INCIDENT } from './examples.ts';

const BY_ADDRESS = 'address 203.0.113.77, new to each';
/** The same two findings, tied by the account of the first. */
const BY_ACCOUNT: FindingsDocument = {
	...INCIDENT,
	incidents: INCIDENT.incidents.map((incident) => ({
		...incident,
		links: [
			{ by: 'account', id: 'ana@example.com', name: 'Ana A', findings: incident.findings },
			{ by: 'app', id: 'sync', name: 'Sync Tool', findings: incident.findings },
		],
	})),
};

function lines(text: string): readonly Record<string, unknown>[] {
	return text
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line));
}

describe('findings that belong together', () => {
	test('are told under the list and in each of them', () => {
		const text = renderTable(INCIDENT, { ...RENDER_DEFAULTS, columns: 100 });
		expect(text).toContain(`together\n  #1, #2, 2026-03-01 02:00 to 2026-03-03 10:00: ${BY_ADDRESS}\n`);
		expect(text).toContain(`  together  with #2: ${BY_ADDRESS}\n`);
		expect(text).toContain(`  together  with #1: ${BY_ADDRESS}\n`);
		expect(renderTable(EXAMPLE, { ...RENDER_DEFAULTS, columns: 100 })).not.toContain('together');
	});

	test('say in which of them an account acts and in which it is only named', () => {
		const [incident] = BY_ACCOUNT.incidents;
		expect(incident === undefined ? '' : linksSentence(incident, BY_ACCOUNT)).toBe(
			'account Ana A, ana@example.com (acts in #1; named in #2); app Sync Tool, sync',
		);
		expect(BY_ACCOUNT.findings.map((finding) => togetherSentence(finding, BY_ACCOUNT)?.slice(0, 8))).toEqual([
			'with #2:',
			'with #1:',
			undefined,
		]);
	});

	test('say which of them a link ties, where it is not all', () => {
		const [, , third] = EXAMPLE.findings;
		const wider = INCIDENT.incidents.map((incident) => ({ ...incident, findings: [...incident.findings, third?.id ?? ''] }));
		const [incident] = wider;
		expect(incident === undefined ? '' : linksSentence(incident, INCIDENT)).toBe(`${BY_ADDRESS} (#1, #2)`);
	});

	test('lead to one another in the report, and are listed in Markdown', () => {
		const page = renderHtml(INCIDENT, RENDER_DEFAULTS);
		expect(page).toContain('<h3>What belongs together</h3>');
		expect(page).toMatch(/<dt>Together<\/dt><dd>with <a href="#f2">#2<\/a>: address 203\.0\.113\.77, new to each<\/dd>/);
		const text = renderMarkdown(INCIDENT, RENDER_DEFAULTS);
		expect(text).toContain('### What belongs together\n\n- \\#1, \\#2, 2026-03-01 02:00:00Z to 2026-03-03 10:00:00Z');
		expect(text).toContain('- Together with \\#2: address 203.0.113.77, new to each\n');
		for (const other of [renderHtml(EXAMPLE, RENDER_DEFAULTS), renderMarkdown(EXAMPLE, RENDER_DEFAULTS)])
			expect(other).not.toContain('ogether');
	});

	test('carry one id in every format for machines; who stands alone carries none', () => {
		const ids = [CRITICAL.id, CRITICAL.id, undefined];
		expect(lines(renderNdjson(INCIDENT)).map(({ incident }) => incident)).toEqual(ids);
		expect(JSON.parse(renderJson(INCIDENT, { pretty: false })).incidents).toEqual(INCIDENT.incidents);
		const { data } = papaparse.parse<Record<string, string>>(renderCsv(INCIDENT), { header: true, skipEmptyLines: true });
		expect(data.map(({ incident }) => incident)).toEqual([CRITICAL.id, CRITICAL.id, '']);
		const { runs } = JSON.parse(renderSarif(INCIDENT, { ...RENDER_DEFAULTS }));
		expect(runs[0].results.map(({ properties }: { properties: { incident?: string } }) => properties.incident)).toEqual(ids);
		const events = lines(renderOcsf(INCIDENT)) as readonly { readonly metadata: { readonly correlation_uid?: string } }[];
		expect(events.map(({ metadata }) => metadata.correlation_uid)).toEqual(ids);
		const sketch = new Map(lines(renderTimesketch(INCIDENT)).map(({ finding_id, incident }) => [finding_id, incident]));
		expect([sketch.get(CRITICAL.id), sketch.get(HIGH.id), sketch.get(EXAMPLE.findings[2]?.id)]).toEqual(ids);
	});

	test('are tied without names where names are not to be told', () => {
		const redactor = new Redactor('key');
		for (const document of [INCIDENT, BY_ACCOUNT]) {
			const { findings, incidents } = redactedDocument(document, redactor, new Map());
			const text = JSON.stringify(incidents);
			expect(text).not.toMatch(/ana|svc-backup|203\.0\.113/i);
			expect(incidents[0]?.findings).toEqual(findings.slice(0, 2).map(({ id }) => id));
			expect(findings.map(({ incident }) => incident)).toEqual([findings[0]?.id, findings[0]?.id, undefined]);
		}
		const { findings, incidents } = redactedDocument(BY_ACCOUNT, redactor, new Map());
		expect(incidents[0]?.links[0]).toMatchObject({ by: 'account', id: findings[0]?.actor.id, name: findings[0]?.actor.name });
	});
});
