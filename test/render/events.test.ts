import { describe, expect, it } from '@jest/globals';
import type { NormalisedEvent } from '../../src/model/event.ts';
import { eventLine } from '../../src/render/event-ndjson.ts';
import { eventHead, eventRow } from '../../src/render/event-table.ts';
import { renderInspectTable } from '../../src/render/inspect-table.ts';
import { width } from '../../src/render/text-width.ts';
import { EVENT, INSPECTED, NASTY } from './examples.ts';

const BARE: NormalisedEvent = {
	time: Date.UTC(2026, 0, 1),
	platform: 'zoom',
	activity: 'other',
	operation: 'Update',
	ref: { file: 'zoom.csv', record: 7 },
};

const HOSTILE_EVENT: NormalisedEvent = {
	...EVENT,
	operation: NASTY,
	userAgent: NASTY,
	actor: { type: 'user', id: NASTY },
	target: { type: NASTY, id: NASTY },
	ref: { file: NASTY, record: 1 },
};

describe('eventLine', () => {
	it('writes the members of the contract in their order, then the others', () => {
		expect(eventLine(EVENT)).toBe(
			'{"time":"2026-03-03T09:00:12.345Z","platform":"m365","activity":"file.upload","operation":"FileUploaded",' +
				'"actor":{"type":"user","id":"ana@example.com","name":"Ana A","email":"ana@example.com","aliases":["guid-1"]},' +
				'"app":{"id":"app-1","name":"Sync Tool"},"target":{"type":"file","id":"/sites/x/plan.docx","name":"plan.docx"},' +
				'"scopes":["Files.Read"],"ip":"203.0.113.77","userAgent":"Sync/1.0","country":"PT","session":"s-1","ok":true,"items":3,' +
				'"ref":{"file":"export/audit.ndjson.gz","record":1837,"id":"r-1"},"bytes":1024}\n',
		);
	});
	it('leaves absent facts out', () => {
		expect(eventLine(BARE)).toBe(
			'{"time":"2026-01-01T00:00:00.000Z","platform":"zoom","activity":"other","operation":"Update","ref":{"file":"zoom.csv","record":7}}\n',
		);
	});
	it('writes details by name, whatever order they came in', () => {
		expect(eventLine({ ...BARE, details: { b: 1, a: true } })).toContain('"details":{"a":true,"b":1}');
	});
	it('keeps a hostile text on one line and whole', () => {
		const line = eventLine(HOSTILE_EVENT);
		expect(line).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2028]/);
		expect(line.split('\n')).toHaveLength(2);
		expect(JSON.parse(line).operation).toBe(NASTY);
	});
});

describe('eventRow', () => {
	it.each([40, 80, 139, 140, 200])('keeps within %d columns', (columns) => {
		const options = { columns, colour: false, timeZone: 'UTC' };
		for (const event of [EVENT, BARE, HOSTILE_EVENT]) {
			const text = eventHead(options) + eventRow(event, options);
			for (const line of text.split('\n')) expect(width(line)).toBeLessThanOrEqual(columns);
			expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2028]/);
		}
	});
	it('says who did what from where, and which record says so', () => {
		const text = eventRow(EVENT, { columns: 100, colour: false, timeZone: 'UTC' });
		expect(text.replace(/\s+/g, ' ')).toBe(
			'2026-03-03 09:00:12Z m365 file.upload FileUploaded ana@example.com through Sync Tool from 203.0.113.77 PT Sync/1.0 ' +
				'on file plan.docx, 3 items, scopes Files.Read [export/audit.ndjson.gz:1837] ',
		);
	});
	it('says that something failed, and that nobody is named', () => {
		expect(eventRow({ ...BARE, ok: false }, { columns: 80, colour: false, timeZone: 'UTC' })).toContain('Update (failed)');
		expect(eventRow(BARE, { columns: 80, colour: false, timeZone: 'UTC' })).toContain('nobody named');
	});
});

describe('renderInspectTable', () => {
	const options = { columns: 80, colour: false, verbose: false, timeZone: 'UTC' };
	it('shows files, platforms, gaps and what cannot be seen', () => {
		const text = renderInspectTable(INSPECTED, options).replace(/\s+/g, ' ');
		expect(text).toContain('2 files, 12,300 events, judged by an analytic or not, of m365');
		expect(text).toContain('FileUploaded (1,204), Add member to role. (2)');
		expect(text).toContain('Two days without a record; Saturdays here usually bring 40.');
		expect(text).toContain('not in this evidence, though these platforms log it: mail.read (m365)');
		expect(text).toContain('export/readme.pdf could not be used');
		expect(text).toContain('note export: 2 hidden names passed over');
	});
	it('lists every operation of every file when asked for everything', () => {
		expect(renderInspectTable(INSPECTED, { ...options, verbose: true })).toMatch(
			/1,204 {2}FileUploaded\n +2 {2}Add member to role\./,
		);
	});
	it.each([40, 80, 200])('keeps within %d columns', (columns) => {
		for (const line of renderInspectTable(INSPECTED, { ...options, columns, verbose: true }).split('\n')) {
			expect(width(line)).toBeLessThanOrEqual(columns);
		}
	});
});
