import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/model/json.ts';
import { fromSplunkFields } from '../../src/read/splunk-fields.ts';
import { unwrap } from '../../src/read/unwrap.ts';
import { cpuMs } from '../cpu.ts';

/** As JSON, so that objects without a prototype compare. */
const read = (record: JsonObject): unknown => JSON.parse(JSON.stringify(fromSplunkFields(record) ?? null));

describe('fields that Splunk took out of a record', () => {
	test('are members and lists again', () => {
		expect(
			read({
				eventType: 'user.session.start',
				'actor.id': '00u1',
				'actor.detail.kind': 'x',
				'target{}.id': ['a', 'b'],
				'target{}.type': ['User', 'App'],
				'tags{}': ['x', 'y'],
			}),
		).toEqual({
			eventType: 'user.session.start',
			actor: { id: '00u1', detail: { kind: 'x' } },
			target: [
				{ id: 'a', type: 'User' },
				{ id: 'b', type: 'App' },
			],
			tags: ['x', 'y'],
		});
	});

	test('a single value of a list is a list of one; in a CSV each value has a line', () => {
		expect(read({ 'p{}.Name': 'AccountEnabled', 'p{}.NewValue': '[\r\n  false\r\n]' })).toEqual({
			p: [{ Name: 'AccountEnabled', NewValue: '[\r\n  false\r\n]' }],
		});
		expect(read({ 'p{}.Name': 'a\nb', 'p{}.NewValue': '[\r\n  1\r\n]\n[]' })).toEqual({
			p: [
				{ Name: 'a', NewValue: '[\r\n  1\r\n]' },
				{ Name: 'b', NewValue: '[]' },
			],
		});
	});

	test('values of which some are missing are left out: nobody can say where they belong', () => {
		expect(read({ 'p{}.Name': ['a', 'b'], 'p{}.OldValue': ['only one'] })).toEqual({ p: [{ Name: 'a' }, { Name: 'b' }] });
	});

	test('a list in a list is kept where one object holds it', () => {
		expect(read({ 't{}.id': 'x', 't{}.changes{}.name': ['a', 'b'] })).toEqual({
			t: [{ id: 'x', changes: [{ name: 'a' }, { name: 'b' }] }],
		});
		expect(read({ 't{}.id': ['x', 'y'], 't{}.changes{}.name': ['a', 'b'] })).toEqual({ t: [{ id: 'x' }, { id: 'y' }] });
	});

	test('what Splunk adds goes: a vendor’s own `source` is not hidden by it', () => {
		expect(read({ source: 'tcp:514', host: 'h', sourcetype: 's', _time: '1', 'source.id': '7', 'source.type': 'file' })).toEqual({
			source: { id: '7', type: 'file' },
		});
	});

	test.each([
		['no dotted name', { a: 1, b: 'x' }],
		['objects', { 'a.b': 1, c: { d: 1 } }],
	])('a record with %s is no row of fields', (_, record) => expect(fromSplunkFields(record)).toBeUndefined());

	test('hostile names make nothing', () => {
		expect(read({ '__proto__.x': 1, 'a.__proto__.x': 1, 'a..b': 1, [`${'a.'.repeat(50)}b`]: 1, 'ok.x': 1, ok: 2 })).toEqual({
			ok: { x: 1 },
		});
		expect(({} as JsonObject)['x']).toBeUndefined();
		const wide = Object.fromEntries(Array.from({ length: 5000 }, (_, n) => [`a.${n}`, n]));
		expect(fromSplunkFields(wide)).toBeUndefined();
		const before = cpuMs();
		fromSplunkFields({ [`${'a{}.'.repeat(50_000)}b`]: 'x' });
		expect(cpuMs() - before).toBeLessThan(500);
	});

	test('are told by `_time`, or by the result they stand in', () => {
		expect(unwrap({ _time: '1', 'actor.id': '7', x: '1' })).toMatchObject({
			envelope: ['splunk'],
			values: [{ actor: { id: '7' }, x: '1' }],
		});
		expect(unwrap({ preview: false, result: { 'actor.id': '7' } })).toMatchObject({
			envelope: ['splunk'],
			values: [{ actor: { id: '7' } }],
		});
		expect(unwrap({ _time: '1', x: '1' }).envelope).toEqual([]);
		expect(unwrap({ 'actor.id': '7' }).envelope).toEqual([]);
	});
});
