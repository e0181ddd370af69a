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
			record(admin, START + day * DAY + 22 * 3_600_000 + index * 60_000, 'user.lifecycle.deactivate', ip, account),
		)
		.join('');
}

function record(person: string, time: number, eventType: string, ip = '192.0.2.10', account?: string): string {
	return `${JSON.stringify({
		uuid: `00000000-0000-4000-8000-${String(time).slice(1)}`,
		published: new Date(time).toISOString(),
		eventType,
		version: '0',
		severity: 'INFO',
		actor: { id: `00uexample${person}`, type: 'User', alternateId: `${person}@example.com`, displayName: person },
		client: { ipAddress: ip },
		outcome: { result: 'SUCCESS' },
		target: account === undefined ? null : [{ id: `00uexample${account}`, type: 'User', alternateId: `${account}@example.com` }],
	})}\n`;
}
