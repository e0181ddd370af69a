import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import draft4 from 'ajv-draft-04';
import formats from 'ajv-formats';
import { renderSarif } from '../../src/render/sarif.ts';
import { EMPTY, EXAMPLE, HOSTILE } from './examples.ts';

// The published schema of SARIF 2.1.0 as Microsoft ships it.
const SCHEMA = new URL('../../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', import.meta.url);
const ajv = new draft4.default({ strict: false, allErrors: true, unicodeRegExp: false });
formats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));

describe('renderSarif', () => {
	it.each([
		['an example', EXAMPLE],
		['no findings', EMPTY],
		['hostile texts', HOSTILE],
	])('obeys the schema of SARIF 2.1.0 with %s', (_, document) => {
		validate(JSON.parse(renderSarif(document, { pretty: true, exitCode: 0 })));
		expect(validate.errors ?? []).toEqual([]);
	});

	const [run] = JSON.parse(renderSarif(EXAMPLE, { pretty: false, exitCode: 1 })).runs;

	it('gives each analytic as a rule with its ATT&CK technique', () => {
		expect(run.tool.driver.rules.map((rule: { id: string }) => rule.id)).toEqual(['AN1514', 'AN0132', 'AN1349']);
		expect(run.tool.driver.rules[0].helpUri).toBe('https://attack.mitre.org/techniques/T1567/');
		expect(run.tool.driver.rules[0].properties.tags).toContain('attack.t1567');
		expect(run.taxonomies[0].taxa.map((taxon: { id: string }) => taxon.id)).toEqual(['T1114.002', 'T1528', 'T1567']);
	});

	it('gives each finding its level, rank, fingerprint and records', () => {
		expect(run.results.map((result: { level: string }) => result.level)).toEqual(['error', 'error', 'note']);
		const [result] = run.results;
		expect(result).toMatchObject({ ruleId: 'AN1514', ruleIndex: 0, rank: 92.4 });
		// printf %s AN1514/m365/ana@example.com/2026-03-03T09:00Z | sha256sum | cut -c1-16
		expect(result.partialFingerprints).toEqual({
			'findingId/v1': 'AN1514/m365/ana@example.com/2026-03-03T09:00Z',
			primaryLocationLineHash: '5c406cf2c55e4eda:1',
		});
		expect(result.locations[0].physicalLocation).toEqual({ artifactLocation: { uri: 'export/audit.ndjson.gz', index: 0 } });
		expect(result.locations[0].logicalLocations[0].fullyQualifiedName).toBe('export/audit.ndjson.gz:1837');
		expect(result.relatedLocations).toHaveLength(5);
		expect(result.codeFlows[0].threadFlows[0].locations).toHaveLength(3);
	});

	it('names a line only where records are lines of the file', () => {
		const plain = { ...EXAMPLE, inputs: EXAMPLE.inputs.map((input) => ({ ...input, format: 'ndjson' })) };
		const [result] = JSON.parse(renderSarif(plain, { pretty: false })).runs[0].results;
		expect(result.locations[0].physicalLocation.region).toEqual({ startLine: 1837 });
	});

	it('says how it was called, what it read and what it could not', () => {
		expect(run.invocations[0]).toMatchObject({ exitCode: 1, arguments: ['hunt', 'all', 'export', 'box'] });
		expect(run.artifacts[0].hashes['sha-256']).toBe(EXAMPLE.inputs[0]?.sha256);
		const levels = run.invocations[0].toolExecutionNotifications.map((one: { level: string }) => one.level);
		// The archive that cannot be read, and the file that was cut off.
		expect(levels).toEqual(['error', 'error', 'warning', 'note', 'note', 'note']);
	});

	it('declares every kind of notification that it uses', () => {
		const declared = run.tool.driver.notifications.map(({ id }: { id: string }) => id);
		const used = run.invocations[0].toolExecutionNotifications.map((one: { descriptor: { id: string } }) => one.descriptor.id);
		expect(used).toContain('truncated');
		expect(used.filter((id: string) => !declared.includes(id))).toEqual([]);
	});

	it('keeps braces and brackets of a log from being placeholders and links', () => {
		const [finding] = EXAMPLE.findings;
		if (finding === undefined) throw new Error('the example has findings');
		const stages = [{ name: 'grant', time: '2026-03-03T09:00:00.000Z', text: '{1} [y](https://example.com)' }];
		const unusable = [{ file: '[z](2)', why: 'is {2}' }];
		const findings = [{ ...finding, title: '{0} [x](1)', stages }];
		const text = renderSarif({ ...EXAMPLE, run: { ...EXAMPLE.run, unusable }, findings }, { pretty: false });
		const [told] = JSON.parse(text).runs;
		expect(told.results[0].message.text).toMatch(/^\{\{0\}\} \\\[x\\\]\(1\)/);
		expect(told.results[0].codeFlows[0].threadFlows[0].locations[0].location.message.text).toBe(
			'grant: {{1}} \\[y\\](https://example.com)',
		);
		expect(told.invocations[0].toolExecutionNotifications[0].message.text).toBe('\\[z\\](2) could not be used: is {{2}}');
	});
});
