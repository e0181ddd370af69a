/** Lines of an invented Okta system log: each person signs in once a day, from 2 February 2026 on. */
export function quietLog(days: number, people: readonly string[]): string {
	const lines: string[] = [];
	for (let day = 0; day < days; day += 1) {
		for (const [index, person] of people.entries()) {
			lines.push(signIn(person, Date.UTC(2026, 1, 2 + day, 8, index), `192.0.2.${10 + index}`));
		}
	}
	return lines.join('');
}

/** Accounts deactivated by one person, one a minute. */
export function removals(admin: string, start: number, accounts: readonly string[], ip: string): string {
	return accounts
		.map((account, index) =>
			record(admin, start + index * 60_000, ip, 'user.lifecycle.deactivate', [
				{ id: `00uexample-${account}`, type: 'User', alternateId: `${account}@example.com`, displayName: account },
			]),
		)
		.join('');
}

/** One successful sign-in. */
export function signIn(person: string, time: number, ip: string): string {
	return record(person, time, ip, 'user.session.start', null);
}

/** Ten accounts gone in ten minutes at night after twenty quiet days: one finding of AN0339, medium or above. */
export function removalLog(): string {
	const people = ['ana', 'bo', 'cleo', 'dag', 'eli', 'finn', 'gro', 'hal'];
	const targets = [...people.slice(1), 'ivo', 'jon', 'kai'];
	return quietLog(20, people) + removals('ana', Date.UTC(2026, 1, 22, 22, 5), targets, '203.0.113.7');
}

function record(person: string, time: number, ip: string, eventType: string, target: readonly object[] | null): string {
	return `${JSON.stringify({
		uuid: `00000000-0000-4000-8000-${String(time).padStart(13, '0').slice(1)}${person.length}${ip.length}`,
		published: new Date(time).toISOString(),
		eventType,
		version: '0',
		severity: 'INFO',
		displayMessage: eventType,
		actor: { id: `00uexample-${person}`, type: 'User', alternateId: `${person}@example.com`, displayName: person },
		client: {
			ipAddress: ip,
			userAgent: { rawUserAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0' },
		},
		outcome: { result: 'SUCCESS' },
		target,
	})}\n`;
}
