import { expect, test } from '@jest/globals';
import { colleaguesSeries } from '../../analytics/AN0132-mailbox-access/colleagues.ts';
import type { HeardEvent } from '../../src/analytic.ts';

test('a colleague’s mailbox is none of one’s own, under whichever name', () => {
	const event: HeardEvent = {
		time: Date.UTC(2026, 0, 5),
		platform: 'm365',
		activity: 'mail.read',
		operation: 'MailItemsAccessed',
		actor: 'ana@example.com',
		actorType: 'user',
		app: undefined,
		target: 'Ana-Admin@example.com',
		targetType: 'mailbox',
		network: undefined,
		ip: undefined,
		country: undefined,
		client: undefined,
		token: undefined,
		device: undefined,
		items: 1,
		ok: true,
		proxy: false,
		restricted: undefined,
		external: false,
		privileged: false,
		details: { delegate: true },
	};
	expect(colleaguesSeries.subject(event, (name) => name)).toBe('ana@example.com\ncolleagues');
	expect(colleaguesSeries.subject(event, () => 'ana@example.com')).toBeUndefined();
});
