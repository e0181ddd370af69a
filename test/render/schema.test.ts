import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import ajv2020 from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { renderJson } from '../../src/render/json.ts';
import { renderNdjson } from '../../src/render/ndjson.ts';
import { EMPTY, EXAMPLE, HOSTILE, INCIDENT, many } from './examples.ts';

const SCHEMA = new URL('../../src/render/schema/findings-1.schema.json', import.meta.url);
const ajv = new ajv2020.default({ strict: true, allowUnionTypes: true, allErrors: true });
formats.default(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(SCHEMA, 'utf8')));
const validateFinding = ajv.compile({ $ref: 'saashound/findings/1#/$defs/finding' });

describe('the schema of the findings document', () => {
	it.each([
		['an example', EXAMPLE],
		['no findings', EMPTY],
		['hostile texts', HOSTILE],
		['many findings', many(30)],
		['findings that belong together', INCIDENT],
	])('holds for %s', (_, document) => {
		validate(JSON.parse(renderJson(document, { pretty: true })));
		expect(validate.errors ?? []).toEqual([]);
	});

	it('holds for a run that was interrupted', () => {
		const partial = { reason: 'interrupted', partly: ['a'], unread: [] } as const;
		validate(JSON.parse(renderJson({ ...EXAMPLE, run: { ...EXAMPLE.run, partial } }, { pretty: true })));
		expect(validate.errors ?? []).toEqual([]);
	});

	it('holds for each line of NDJSON, which names the program and the inputs behind it', () => {
		for (const line of renderNdjson(EXAMPLE).trimEnd().split('\n')) {
			expect(JSON.parse(line)).toMatchObject({ tool: EXAMPLE.tool, inputsSha256: expect.any(String) });
			const named = new Set(JSON.parse(line).evidence.sample.map(({ file }: { file: string }) => file));
			expect(
				JSON.parse(line)
					.inputs.map(({ file }: { file: string }) => file)
					.filter((file: string) => named.has(file)),
			).toHaveLength(named.size);
			validateFinding(JSON.parse(line));
			expect(validateFinding.errors ?? []).toEqual([]);
		}
	});

	it('allows further members, and refuses what breaks the contract', () => {
		const document = JSON.parse(renderJson(EXAMPLE, { pretty: false }));
		expect(validate({ ...document, later: 1 })).toBe(true);
		expect(validate({ ...document, schema: 'saashound/findings/2' })).toBe(false);
		for (const member of ['tool', 'run', 'inputs', 'findings', 'coverage'])
			expect(validate({ ...document, [member]: undefined })).toBe(false);
		const [finding] = document.findings;
		for (const wrong of [
			{ severity: 'grave' },
			{ score: 101 },
			{ rank: 0 },
			{ window: { start: '2026-03-03 09:00', end: finding.window.end } },
			{ platforms: [] },
		]) {
			expect(validate({ ...document, findings: [{ ...finding, ...wrong }] })).toBe(false);
		}
	});
});
