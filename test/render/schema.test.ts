import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import ajv2020 from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { renderJson } from '../../src/render/json.ts';
import { renderNdjson } from '../../src/render/ndjson.ts';
import { EMPTY, EXAMPLE, HOSTILE, many } from './examples.ts';

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
	])('holds for %s', (_, document) => {
		validate(JSON.parse(renderJson(document, { pretty: true })));
		expect(validate.errors ?? []).toEqual([]);
	});

	it('holds for each line of NDJSON', () => {
		for (const line of renderNdjson(EXAMPLE).trimEnd().split('\n')) {
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
