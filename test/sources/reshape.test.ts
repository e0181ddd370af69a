import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/model/json.ts';
import { emptyObject, jsonCells, renameColumns, setPath } from '../../src/sources/reshape.ts';

describe('setPath', () => {
	test('builds nested objects and arrays, filling gaps with null', () => {
		const made = emptyObject();
		setPath(made, 'actor.alternateId', 'ana@example.com');
		setPath(made, 'target.1.id', '00u2');
		setPath(made, '"client.ip"', '192.0.2.1');
		expect(JSON.parse(JSON.stringify(made))).toEqual({
			actor: { alternateId: 'ana@example.com' },
			target: [null, { id: '00u2' }],
			'client.ip': '192.0.2.1',
		});
	});

	test('refuses __proto__ and leaves prototypes alone', () => {
		const made = emptyObject();
		setPath(made, 'a.__proto__.polluted', true);
		setPath(made, '__proto__', { polluted: true });
		expect(Object.keys(made)).toEqual([]);
		expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
	});

	test('writes nothing through a scalar, a word in a list, or an absurd index', () => {
		const made = emptyObject();
		setPath(made, 'a', 'text');
		setPath(made, 'a.b', 1);
		setPath(made, 'list.0', 'first');
		setPath(made, 'list.word', 2);
		setPath(made, 'list.99999999', 3);
		expect(JSON.parse(JSON.stringify(made))).toEqual({ a: 'text', list: ['first'] });
	});
});

describe('renameColumns', () => {
	test('matches columns whatever their case and blanks, and drops empty cells', () => {
		const reshape = renameColumns({ 'Event Time': 'time', 'actor.id': 'actor.id' });
		expect(plain(reshape({ ' event  TIME ': '2026-03-04T10:00:00Z', 'actor.id': ' ', extra: 'x' }))).toEqual([
			{ time: '2026-03-04T10:00:00Z' },
		]);
	});

	test('takes the first listed of several columns for one path', () => {
		const reshape = renameColumns({ published: 'time', TimeGenerated: 'time' });
		expect(plain(reshape({ TimeGenerated: 'late', published: 'event' }))).toEqual([{ time: 'event' }]);
		expect(plain(reshape({ TimeGenerated: 'late', published: '' }))).toEqual([{ time: 'late' }]);
	});

	test('strips Log Analytics suffixes where asked, an exact column first', () => {
		const reshape = renameColumns(
			{ published_t: 'published', actor_id: 'actor.id', TimeGenerated: 'ingested' },
			{ stripUtcSuffix: true, stripTypeSuffix: true },
		);
		expect(plain(reshape({ 'published_t [UTC]': 'p', actor_id_g: '00u1', 'TimeGenerated [UTC]': 't' }))).toEqual([
			{ published: 'p', actor: { id: '00u1' }, ingested: 't' },
		]);
		expect(plain(renameColumns({ actor_id: 'id' })({ actor_id_s: 'x' }))).toEqual([{}]);
	});

	test('parses the JSON in named cells and keeps broken JSON as text', () => {
		const reshape = renameColumns({ target_s: 'target' }, { json: ['target'] });
		expect(plain(reshape({ target_s: '[{"id":"1"}]' }))).toEqual([{ target: [{ id: '1' }] }]);
		expect(plain(reshape({ target_s: '[{"id":' }))).toEqual([{ target: '[{"id":' }]);
	});

	test('finds nested members by their dotted name, and keeps the others when asked', () => {
		const reshape = renameColumns({ 'okta.actor.id': 'actor.id' }, { nested: true, keepOthers: true });
		expect(plain(reshape({ okta: { actor: { id: '00u1' } }, tags: ['a'] }))).toEqual([{ actor: { id: '00u1' }, tags: ['a'] }]);
		expect(plain(reshape({ 'okta.actor.id': '00u2' }))).toEqual([{ actor: { id: '00u2' } }]);
	});

	test('carries no __proto__ column over', () => {
		const hostile = JSON.parse('{"__proto__":{"polluted":true},"a":1}') as JsonObject;
		const [made] = renameColumns({ a: 'a' }, { keepOthers: true })(hostile);
		expect(Object.keys(made ?? {})).toEqual(['a']);
	});
});

test('jsonCells parses only the named cells', () => {
	expect(plain([jsonCells({ a: '{"b":1}', c: '{"d":2}', e: '{bad' }, ['a', 'e'])])).toEqual([
		{ a: { b: 1 }, c: '{"d":2}', e: '{bad' },
	]);
});

function plain(records: readonly JsonObject[]): unknown {
	return JSON.parse(JSON.stringify(records));
}

test('cells that should hold objects or lists are read as Python or PowerShell print them, too; others stay', () => {
	const record = { actor: "{'id': 'x', 'bot': False}", source: '@{id=1; name=Plan}', note: "{'a': 1}", lists: 'System.Object[]' };
	expect(jsonCells(record, ['actor', 'source', 'lists'])).toEqual({
		actor: { id: 'x', bot: false },
		source: { id: '1', name: 'Plan' },
		note: "{'a': 1}",
		lists: 'System.Object[]',
	});
});
