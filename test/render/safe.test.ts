import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { csvCell, escapedJson, html, markdown, markdownCode, visible } from '../../src/render/safe.ts';
import { cpuMs } from '../cpu.ts';
import { NASTY } from './examples.ts';

const RAW = /[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\p{Surrogate}]/u;

describe('visible', () => {
	it('spells terminal escapes, C1 controls and line breaks', () => {
		expect(visible('a\u001b[31mred\u009b0m\u007f\n\r\t\0')).toBe('a\\x1b[31mred\\x9b0m\\x7f\\n\\r\\t\\x00');
	});
	it('spells reversed, hidden and broken text', () => {
		expect(visible('\u202egnp\u2066\u200b\ufeff\u2028\u{e0041}\ud800')).toBe(
			'\\u202egnp\\u2066\\u200b\\ufeff\\u2028\\u{e0041}\\ud800',
		);
	});
	it('leaves languages, emoji and Windows names alone', () => {
		const text = 'DOMAIN\\ana Zoë 李小龍 हिन्दी 🙂 👍🏽';
		expect(visible(text)).toBe(text);
	});
	it('cuts marks piled upon one letter', () => {
		expect(visible(`a${'\u0301'.repeat(500)}b`)).toBe(`a${'\u0301'.repeat(6)}…b`);
	});
	it('never lets an unsafe character through', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !RAW.test(visible(text))));
	});
	it('takes time in proportion to the text', () => {
		const started = cpuMs();
		visible(`${'\u0301'.repeat(200_000)}x${'\u001b'.repeat(200_000)}`);
		expect(cpuMs() - started).toBeLessThan(10000);
	});
});

describe('csvCell', () => {
	it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '＝1'])('puts an apostrophe before %j', (text) => {
		expect(csvCell(text)).toBe(`'${visible(text)}`);
	});
	it('leaves ordinary text alone', () => {
		expect(csvCell('ana@example.com = owner')).toBe('ana@example.com = owner');
	});
});

describe('html', () => {
	it('leaves nothing that opens a tag, an entity or an attribute', () => {
		expect(html('<b a="1" c=\'2\'>&amp;`')).toBe('&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&#96;');
		expect(html(NASTY)).not.toMatch(/[<>"'`]/);
	});
});

describe('markdown', () => {
	it('keeps markup, tables, links and addresses from coming alive', () => {
		expect(markdown('*a* | [x](http://example.com) <b>')).toBe('\\*a\\* \\| \\[x\\]\\(http\\://example.com\\) \\<b\\>');
		expect(markdown('see www.example.com')).toBe('see www\\.example.com');
	});
	it('keeps mentions from notifying people, and mail addresses as they are', () => {
		expect(markdown('ping @octo, ana@example.com, 李@example.com')).toBe('ping @&#8203;octo, ana@example.com, 李@example.com');
	});
	it('does not begin a list or a heading', () => {
		expect([markdown('- x'), markdown('# x'), markdown('1. x'), markdown('1.5')]).toEqual(['\\- x', '\\# x', '&#49;. x', '1.5']);
	});
	it('fences code with more backticks than it holds', () => {
		expect([markdownCode('a`b'), markdownCode('`a'), markdownCode('a|b'), markdownCode('')]).toEqual([
			'``a`b``',
			'`` `a ``',
			'`a\\|b`',
			'',
		]);
	});
});

describe('escapedJson', () => {
	it('keeps the value and hides what steers a terminal', () => {
		const text = escapedJson(JSON.stringify({ a: NASTY }));
		expect(text).not.toMatch(RAW);
		expect(JSON.parse(text)).toEqual({ a: NASTY });
	});
});
