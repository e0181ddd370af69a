import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { ANALYTICS } from '../../analytics/index.ts';
import { CASES } from './cases.ts';

const HEADS = ['What it looks for', 'Signals', 'Options', 'Fixtures', 'False positives', 'Blind spots', 'Tuning', 'References'];

function part(text: string, name: string): string {
	return text.split(`<!-- begin ${name} -->`)[1]?.split(`<!-- end ${name} -->`)[0] ?? '';
}

/** First cells of a table's rows, without head and rule. */
function firstCells(text: string): readonly string[] {
	const rows = text.trim().split('\n').slice(2);
	return rows.map((row) => row.split('|')[1]?.trim() ?? '');
}

describe.each(ANALYTICS)('the README of $id', ({ id, name, signals, options, attack }) => {
	const text = readFileSync(`analytics/${id}-${name}/README.md`, 'utf8');

	test('has its sections in order', () => {
		expect([...text.matchAll(/^## (.+)$/gm)].map(([, head]) => head)).toEqual(HEADS);
	});

	test('lists the signals and options that the code declares', () => {
		expect(firstCells(part(text, 'signals'))).toEqual(Object.keys(signals).map((signal) => `\`${signal}\``));
		expect(firstCells(part(text, 'options'))).toEqual(Object.keys(options).map((option) => `\`${option}\``));
		for (const { attack: element } of Object.values(options))
			if (element !== undefined) expect(part(text, 'options')).toContain(element);
	});

	test('lists every fixture case there is', () => {
		const listed = firstCells(part(text, 'fixtures')).map((cell) => `fixtures/${id}/${cell.slice(1, cell.indexOf(']'))}`);
		expect(listed.toSorted()).toEqual(CASES.filter((path) => path.startsWith(`fixtures/${id}/`)).toSorted());
	});

	test('names the technique and the page of the analytic', () => {
		expect(part(text, 'references')).toContain(attack.technique);
		expect(part(text, 'references')).toContain(attack.url);
	});
});
