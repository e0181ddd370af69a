import { describe, expect, test } from '@jest/globals';
import { whyNot } from '../../src/hunt/why-not.ts';
import { asking, burst, DAY, findingsOf, HOUR, routine, START } from './uploading.ts';

const WHEN = START + 16 * DAY + 14 * HOUR;
/** Sixty uploads, and forty copies in between. */
const MIXED = [
	...routine(18),
	...burst('ana', WHEN, 60),
	...burst('ana', WHEN + 3000, 40, { operation: 'FileCopied' }),
	// Ben copies only.
	...burst('ben', WHEN, 60, { operation: 'FileCopied' }),
];

describe('operations of AN1514', () => {
	test('leaves what it does not name out of the count, the evidence and the title', async () => {
		const all = (await findingsOf(MIXED)).find(({ actor }) => actor.id === 'ana@example.com');
		expect(all?.title).toMatch(/^100 files uploaded or copied /);
		const found = await findingsOf(MIXED, { set: ['operations=file.upload'] });
		const ana = found.find(({ actor }) => actor.id === 'ana@example.com');
		expect(ana?.title).toMatch(/^60 files uploaded on /);
		expect(ana?.reasons.find(({ signal }) => signal === 'upload-rate')?.observed).toBe(60);
		expect(ana?.evidence.count).toBe(60);
		expect(ana?.score).toBeLessThan(all?.score ?? 0);
	});

	test('is silent of who did nothing else', async () => {
		const of = async (...set: string[]) =>
			(await findingsOf(MIXED, { set, minScore: 40 })).filter(({ actor }) => actor.id === 'ben@example.com').length;
		expect(await of()).toBe(1);
		expect(await of('operations=file.upload')).toBe(0);
		expect(await of('operations=file.copy')).toBe(1);
	});

	test('is what --why-not calls heard, too', async () => {
		const copies = MIXED.filter(({ person }) => person === 'cid').map((one) => ({ ...one, operation: 'FileCopied' as const }));
		const { analytics } = await asking(copies, { set: ['operations=file.upload'] }, (request) =>
			whyNot({ ...request, minScore: 40 }, 'cid@example.com'),
		);
		expect(analytics[0]?.text).toBe('no event of theirs is one that it hears (file.upload)');
	});

	test('with all named counts as it does without', async () => {
		const of = async (set: readonly string[]) =>
			(await findingsOf(MIXED, { set })).map(({ id, score, title, reasons }) => ({ id, score, title, reasons }));
		expect(await of(['operations=file.copy,file.create,file.upload'])).toEqual(await of([]));
	});
});
