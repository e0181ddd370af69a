import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { openEvidence } from '../../src/read/open-evidence.ts';
import { ownDocument } from '../../src/read/own-document.ts';
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
