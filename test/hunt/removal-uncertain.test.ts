import { describe, expect, test } from '@jest/globals';
import { analytic } from '../../analytics/AN0339-account-removal/index.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import type { Finding } from '../../src/model/finding.ts';
import { asking } from './asking.ts';

const START = Date.UTC(2026, 1, 10, 12);

function event(type: string, id: number, time: number, source: object) {
	return JSON.stringify({
		type: 'event',
		event_id: `00000000-1111-4222-8333-${String(id).padStart(12, '0')}`,
		event_type: type,
		created_at: new Date(time).toISOString(),
		created_by: { type: 'user', id: '111', login: 'ana@example.com' },
		source,
	});
}

/** Ten quiet days, then so many users edited 5 s apart, of whom the first `deleted` are deleted. */
async function found(statuses: readonly (string | undefined)[], deleted = 0): Promise<Finding | undefined> {
	const quiet = Array.from({ length: 10 }, (_, day) =>
		event('PREVIEW', day, START - (day + 1) * 86_400_000, { item_type: 'file', item_id: '5', item_name: 'plan' }),
	);
	const edits = statuses.map((status, index) =>
		event(index < deleted ? 'DELETE_USER' : 'EDIT_USER', 100 + index, START + index * 5000, {
			type: 'user',
			id: String(500 + index),
			login: `u${index}@example.com`,
			...(status !== undefined && { status }),
		}),
	);
	return (await asking([...quiet, ...edits].join('\n'), { analytics: [analytic] }, hunt)).findings[0];
}

describe('removals of which the log does not say whether they are any', () => {
	test('edits alone are called edits', async () => {
		const finding = await found(Array<undefined>(20).fill(undefined));
		expect(finding?.title).toMatch(/^20 accounts edited, perhaps disabled on box /);
		expect(finding?.reasons.find(({ signal }) => signal === 'removal-rate')?.text).toContain(
			'20 accounts edited, perhaps disabled',
		);
		expect(finding?.caveats).toContain(
			'none of these events says for certain that an account was switched off: look at what the accounts are now',
		);
	});

	test('among removals they are counted apart', async () => {
		const finding = await found(Array<undefined>(20).fill(undefined), 8);
		expect(finding?.title).toMatch(/^20 accounts deleted or disabled on box /);
		expect(finding?.caveats).toContain(
			'12 of these 20 events do not say for certain that an account was switched off: look at what the accounts are now',
		);
	});

	test('a user who is not inactive afterwards was not switched off', async () => {
		expect(await found(Array<string>(20).fill('cannot_delete_edit'))).toBeUndefined();
		expect((await found(Array<string>(20).fill('inactive')))?.title).toMatch(/^20 accounts deleted or disabled on box /);
	});
});
