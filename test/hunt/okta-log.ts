import type { JsonObject } from '../../src/model/json.ts';

const DAY = 86_400_000;
const START = Date.UTC(2026, 1, 2);

/** People who sign in once a day at eight from the same place, from Monday, 2 February 2026 on. */
export function quiet(days: number, people: readonly string[]): string {
	return Array.from({ length: days }, (_, day) =>
		people
			.map((person, index) => record(person, START + day * DAY + 8 * 3_600_000 + index * 1000, 'user.session.start'))
			.join(''),
	).join('');
}

/** One person deactivates accounts on a day (0: 2 February) at 22:00, one a minute, from some address. */
export function removals(admin: string, day: number, accounts: readonly string[], ip: string): string {
	return accounts
		.map((account, index) =>
			record(admin, START + day * DAY + 22 * 3_600_000 + index * 60_000, 'user.lifecycle.deactivate', ip, [
				{ id: `00uexample${account}`, type: 'User', alternateId: `${account}@example.com` },
			]),
		)
		.join('');
}

/**
 * One person does something on a day (0: 2 February) at noon.
 * @param target as the log has it: `{id, type, alternateId}`
 * @param minute after noon
 */
export function acted(person: string, day: number, eventType: string, target: readonly JsonObject[], minute = 0): string {
	return record(person, START + day * DAY + 12 * 3_600_000 + minute * 60_000, eventType, '192.0.2.10', target);
}

function record(person: string, time: number, eventType: string, ip = '192.0.2.10', target: readonly JsonObject[] = []): string {
	return `${JSON.stringify({
		uuid: `00000000-0000-4000-8000-${String(time).slice(1)}`,
		published: new Date(time).toISOString(),
		eventType,
		version: '0',
		severity: 'INFO',
		actor: { id: `00uexample${person}`, type: 'User', alternateId: `${person}@example.com`, displayName: person },
		client: { ipAddress: ip },
		outcome: { result: 'SUCCESS' },
		target: target.length === 0 ? null : target,
	})}\n`;
}
