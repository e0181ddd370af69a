import { describe, expect, it } from '@jest/globals';
import type { FindingsDocument } from '../../src/model/finding.ts';
import { inputsHash } from '../../src/render/custody.ts';
import { renderInspectJson, renderJson } from '../../src/render/json.ts';
import { renderNdjson } from '../../src/render/ndjson.ts';
import { EMPTY, EXAMPLE, HOSTILE, INSPECTED } from './examples.ts';

/** The same value with the members of every object in the opposite order. */
function reversed(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(reversed);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.toReversed()
			.map(([member, child]) => [member, reversed(child)]),
	);
}

describe('renderJson', () => {
	it('keeps the document', () => {
		for (const document of [EXAMPLE, EMPTY, HOSTILE]) {
			for (const pretty of [true, false]) expect(JSON.parse(renderJson(document, { pretty }))).toEqual(document);
		}
	});
	it('writes the same bytes however the members came', () => {
		const other = reversed(EXAMPLE) as FindingsDocument;
		expect(renderJson(other, { pretty: true })).toBe(renderJson(EXAMPLE, { pretty: true }));
		expect(renderNdjson(other)).toBe(renderNdjson(EXAMPLE));
	});
	it('begins with the schema and ends with one line feed', () => {
		expect(renderJson(EXAMPLE, { pretty: false })).toMatch(
			/^\{"schema":"saashound\/findings\/1","tool":\{"name":"saashound","version"/,
		);
		expect(renderJson(EXAMPLE, { pretty: true })).toMatch(/^\{\n {2}"schema": "saashound\/findings\/1",\n[\s\S]*[^\n]\n$/);
	});
	it('leaves nothing that steers a terminal', () => {
		expect(renderJson(HOSTILE, { pretty: true })).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u200b\u2028]/);
	});
	it('keeps members that have the names of prototypes', () => {
		const rejected = JSON.parse('{"__proto__":1,"constructor":2}');
		const [input] = EXAMPLE.inputs;
		if (input === undefined) throw new Error('the example has inputs');
		const text = renderJson({ ...EXAMPLE, inputs: [{ ...input, rejected }] }, { pretty: false });
		expect(text).toContain('"rejected":{"__proto__":1,"constructor":2}');
	});
	it('writes what inspect found', () => {
		expect(JSON.parse(renderInspectJson(INSPECTED, { pretty: true }))).toEqual(INSPECTED);
	});
});

describe('renderNdjson', () => {
	it('writes one finding a line, in their order', () => {
		const text = renderNdjson(HOSTILE);
		expect(text.endsWith('}\n')).toBe(true);
		expect(
			text
				.trimEnd()
				.split('\n')
				.map((line) => JSON.parse(line)),
		).toEqual(
			HOSTILE.findings.map((finding) => ({
				...finding,
				tool: HOSTILE.tool,
				inputs: expect.any(Array),
				inputsSha256: inputsHash(HOSTILE),
			})),
		);
	});
	it('writes many findings without losing one', () => {
		const findings = Array.from({ length: 500 }, () => EXAMPLE.findings).flat();
		expect(renderNdjson({ ...EXAMPLE, findings }).split('\n')).toHaveLength(1501);
	});
	it('writes nothing when nothing was found', () => {
		expect(renderNdjson(EMPTY)).toBe('');
	});
});
