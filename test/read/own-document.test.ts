import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/model/json.ts';
import { openEvidence } from '../../src/read/open-evidence.ts';
import { ownDocument, ownLine, ownTable } from '../../src/read/own-document.ts';
import { eventLine } from '../../src/render/event-ndjson.ts';
import { renderNdjson } from '../../src/render/ndjson.ts';
import { renderOcsf } from '../../src/render/ocsf.ts';
import { ocsfLine } from '../../src/render/ocsf-event.ts';
import { renderTimesketch } from '../../src/render/timesketch.ts';
import { EXAMPLE } from '../render/examples.ts';
import { folderOf } from './reading.ts';
import { zipOf } from './zips.ts';

const LINES = '{"n":1}\n{"n":2}\n';
const REPORT = `${JSON.stringify({ schema: 'saashound/findings/1', tool: { name: 'saashound' }, findings: [] }, null, 2)}\n`;
const kind = (text: string, whole = true) => ownDocument(Buffer.from(text), whole);

describe('a document of our own', () => {
	test.each(['findings', 'inspect', 'explanation', 'why-not', 'rehearsal', 'manifest', 'evidence', 'check'])('%s', (name) => {
		expect(kind(REPORT.replace('findings', name))).toBe(`saashound/${name}/1`);
	});

	test('laid out in lines, where it is longer than what is looked at; in one line only where all of it is seen', () => {
		expect(kind(REPORT.slice(0, 60), false)).toBe('saashound/findings/1');
		expect(kind(JSON.stringify(JSON.parse(REPORT)))).toBe('saashound/findings/1');
		expect(kind('{"schema":"saashound/findings/1","tool":{', false)).toBeUndefined();
	});

	test.each([
		['lines of a log, the first of which pretends', `{"schema":"saashound/findings/1"}\n${LINES}`],
		['a record that says so further down', '{"n":1,"schema":"saashound/findings/1"}'],
		['an event whose value is such a text', '{"schema":"another","text":"saashound/findings/1"}'],
		['a cut one, of which nobody knows what stood behind', REPORT.slice(0, 60)],
		['SARIF of another tool', '{"$schema":"x","version":"2.1.0","runs":[{"tool":{"driver":{"name":"other"}}}]}'],
		['a table with other columns', 'rank,id,operation\n1,2,3\n'],
		['another page', '<!DOCTYPE html>\n<html><head><meta name="generator" content="other"></head>'],
	])('is not %s', (_what, text) => expect(kind(text)).toBeUndefined());

	test('as a table for terminals', () => {
		const table = '1 finding: 1 high\nran      AN1514 bulk-upload\nover     2026-02-02 07:12:22Z to 2026-02-18 14:16:04Z\n';
		expect(ownTable(Buffer.from(table))).toBe(true);
		expect(ownTable(Buffer.from(table.replace('AN1514', 'the')))).toBe(false);
		expect(ownTable(Buffer.from('1 finding\nof another tool\n'))).toBe(false);
	});

	test('is passed over, packed or not, and said', async () => {
		const root = await folderOf({
			'a.json': LINES,
			'b.json': REPORT,
			'c.gz': gzipSync(REPORT),
			'd.zip': zipOf([
				{ name: 'log.json', content: Buffer.from('{"n":3}\n') },
				{ name: 'report.json', content: Buffer.from(REPORT) },
			]),
		});
		const { files, notes, unreadable } = await openEvidence([root]);
		expect(files.map(({ file }) => file.slice(root.length + 1))).toEqual(['a.json', 'd.zip!log.json']);
		expect(notes).toEqual(
			['b.json', 'c.gz', 'd.zip!report.json'].map(
				(name) => `${root}/${name}: is a document that saashound itself wrote (saashound/findings/1); passed over`,
			),
		);
		expect(unreadable).toEqual([]);
	});

	test('is an error where there is nothing else', async () => {
		const root = await folderOf({ 'b.json': REPORT });
		for (const path of [root, `${root}/b.json`])
			await expect(openEvidence([path])).rejects.toThrow(
				`${root}/b.json: is a document that saashound itself wrote (saashound/findings/1); expected the logs themselves`,
			);
	});
});

describe('a line of our own', () => {
	const EVENT = {
		time: Date.UTC(2026, 0, 5),
		platform: 'okta',
		activity: 'login',
		operation: 'user.session.start',
		ref: { file: 'a.json', record: 1 },
	} as const;
	const parsed = (line: string): JsonObject => JSON.parse(line) as JsonObject;

	test.each([
		['an exported event', eventLine(EVENT)],
		['an exported event', eventLine({ ...EVENT, activity: 'other' })],
		['an exported event as OCSF', ocsfLine(EVENT)],
		['an exported event as OCSF', ocsfLine({ ...EVENT, activity: 'file.read' })],
		['a finding', renderNdjson(EXAMPLE)],
		['a finding as OCSF', renderOcsf(EXAMPLE)],
		['a finding for Timesketch', renderTimesketch(EXAMPLE)],
	])('%s', (what, text) => {
		const lines = text.trimEnd().split('\n');
		expect(lines.map((line) => ownLine(parsed(line)))).toEqual(lines.map(() => what));
	});

	test.each([
		['an event of OCSF by another tool', { ...parsed(ocsfLine(EVENT)), unmapped: { vendor: 'x' } }],
		[
			'a finding of OCSF by another tool',
			{ class_uid: 2004, unmapped: {}, metadata: { product: { name: 'x', vendor_name: 'y' } } },
		],
		['a platform that we do not know', { ...parsed(eventLine(EVENT)), platform: 'other' }],
		['an activity that is not in our words', { ...parsed(eventLine(EVENT)), activity: 'Login' }],
		['an event without the record it was read from', { ...parsed(eventLine(EVENT)), ref: 'a.json' }],
		['a record that names the program as its tool', { tool: { name: 'saashound' }, actor: 'eve@example.com' }],
		['a record with a tag of ours', { tag: ['saashound'], message: 'x' }],
		['a record of a platform', { uuid: '1', published: '2026-01-05T00:00:00Z', eventType: 'user.session.start', actor: {} }],
	])('is not %s', (_what, record) => expect(ownLine(record)).toBeUndefined());
});
