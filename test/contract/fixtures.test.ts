import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import ajv2020 from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { ANALYTICS } from '../../analytics/index.ts';
import { runCase } from '../../src/cli/check/run-case.ts';
import type { FindingsDocument } from '../../src/model/finding.ts';
import { renderJson } from '../../src/render/json.ts';
import { CASES, huntCase } from './cases.ts';

describe('the fixture case', () => {
	test.each(CASES)('%s gives what it must and nothing that it must not', async (folder) => {
		expect((await runCase(folder, ANALYTICS)).problems).toEqual([]);
	});
});

describe('all fixture cases together', () => {
	const documents = new Map<string, FindingsDocument>();

	beforeAll(async () => {
		for (const folder of CASES) documents.set(folder, await huntCase(folder));
	}, 120_000);

	test.each(ANALYTICS.map((analytic) => [analytic.id, analytic] as const))(
		'make every signal of %s speak, and no other',
		(id, analytic) => {
			const spoken = new Set<string>();
			for (const { findings } of documents.values())
				for (const finding of findings.filter((one) => one.analytic === id))
					for (const { signal } of finding.reasons) spoken.add(signal);
			expect([...spoken].toSorted()).toEqual(Object.keys(analytic.signals).toSorted());
		},
	);

	test('give documents that keep to the published schema', () => {
		const ajv = new ajv2020.Ajv2020({ strict: false, allErrors: true });
		formats.default(ajv);
		const schema = new URL('../../src/render/schema/findings-1.schema.json', import.meta.url);
		const valid = ajv.compile(JSON.parse(readFileSync(schema, 'utf8')));
		for (const [folder, document] of documents) {
			valid(JSON.parse(renderJson(document, { pretty: false })));
			expect({ folder, errors: valid.errors ?? [] }).toEqual({ folder, errors: [] });
		}
	});

	test('score no harmless twin as high as the attack on the same platform', () => {
		const best = (kind: string): ReadonlyMap<string, readonly number[]> => {
			const scores = new Map<string, number[]>();
			for (const [folder, { findings }] of documents) {
				const [, analytic, platform, name] = folder.split('/');
				if (name?.startsWith(kind) !== true) continue;
				const key = `${analytic}/${platform}`;
				scores.set(key, [...(scores.get(key) ?? []), findings[0]?.score ?? 0]);
			}
			return scores;
		};
		const attacks = best('attack-');
		const twins = best('benign-');
		expect([...twins.keys()].filter((key) => !attacks.has(key))).toEqual([]);
		for (const [key, scores] of twins)
			expect([key, Math.max(...scores) < Math.min(...(attacks.get(key) ?? [0]))]).toEqual([key, true]);
	});

	test('give sentences without a plural of one, a missing number or an empty list', () => {
		for (const { findings } of documents.values()) {
			for (const { title, reasons, caveats, next } of findings) {
				for (const text of [title, ...reasons.map((reason) => reason.text), ...caveats, ...next]) {
					expect(text).not.toMatch(/undefined|NaN|\[object|\(\)|(?:^|(?<!of) )1 (?!of\b)[a-z-]+s\b/);
					expect(text.trim()).not.toBe('');
				}
			}
		}
	});
});
