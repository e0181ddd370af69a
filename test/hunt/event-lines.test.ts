import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { eventLines } from '../../src/hunt/event-lines.ts';
import { events } from '../../src/hunt/events.ts';
import { eventLine } from '../../src/render/event-ndjson.ts';

const DEMO = new URL('../../fixtures/demo', import.meta.url).pathname;

test('lines come in the order of the events, all of them', async () => {
	const expected: string[] = [];
	await events({ evidence: [DEMO] }, (event) => expected.push(eventLine(event)));
	expect(expected.length).toBeGreaterThan(4000);
	const lines: string[] = [];
	const inputs = await eventLines({ evidence: [DEMO] }, eventLine, { write: (line) => lines.push(line), ready: async () => {} });
	expect(lines).toEqual(expected);
	expect(inputs.length).toBe(14);
});

test('who has no room is waited for', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'saashound-lines-'));
	try {
		const file = join(folder, 'okta.ndjson');
		const record = (number: number) => ({
			uuid: `a${number}`,
			published: new Date(Date.UTC(2026, 2, 3) + number).toISOString(),
			eventType: 'user.session.start',
			version: '0',
			actor: { id: '00u1', type: 'User', alternateId: 'ana@example.com', displayName: 'Ana' },
			outcome: { result: 'SUCCESS' },
		});
		writeFileSync(file, Array.from({ length: 2000 }, (_, number) => `${JSON.stringify(record(number))}\n`).join(''));
		let waiting = 0;
		let most = 0;
		let written = 0;
		await eventLines({ evidence: [file] }, eventLine, {
			write() {
				written += 1;
				waiting += 1;
				most = Math.max(most, waiting);
			},
			async ready() {
				await new Promise((resolve) => setTimeout(resolve, 1));
				waiting = 0;
			},
		});
		expect(written).toBe(2000);
		expect(most).toBeLessThanOrEqual(256);
	} finally {
		rmSync(folder, { recursive: true });
	}
});
