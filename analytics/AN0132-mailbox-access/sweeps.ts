import { counted, daysBefore, line, mailboxesLine, type Reason, type View, withinWords } from '../../src/analytic.ts';
import { appAge, DAY, grantsOf, mailboxes } from './mailbox.ts';

/** Lines for one app that opens many mailboxes. */
export function judgeMailboxes(view: View): readonly (Reason | undefined)[] {
	if (view.length > DAY) return [];
	const opened = mailboxes(view);
	const grants = grantsOf(view, view.actor);
	const tenantWide = grants.some((event) => event.details['tenantWide'] === true || event.details['adminConsent'] === true);
	const consented = new Set(grants.map((event) => event.actor));
	const without = tenantWide ? 0 : opened.filter((mailbox) => !consented.has(mailbox)).length / Math.max(1, opened.length);
	const approved = view.approval(view.actor)?.approved === true || view.list('oauthClientAllowList').includes(view.actor);
	const messages = view.events.reduce((sum, event) => sum + event.items, 0);
	const ageDays = appAge(view, view.actor);
	const appOnly = view.events.some((event) => event.details['appOnly'] === true);
	const sum = mailboxesLine({ mailboxes: opened.length, messages, ageDays, appOnly, withoutConsent: without, approved });
	return [
		line('many-mailboxes', sum, {
			observed: opened.length,
			expected: 1,
			unit: 'mailboxes',
			text: `${view.appName(view.actor)} opened ${opened.length} mailboxes and ${messages} messages ${withinWords(view)}; first seen here ${daysBefore(ageDays)}${appOnly ? '; it acts without a user' : ''}${approved ? '; approved' : ''}${without > 0 ? `; no consent in the evidence for ${Math.round(without * opened.length)} of the owners` : ''}`,
		}),
		habit(view),
	];
}

// What an app does every night is its habit, however many mailboxes it is; at the very beginning of the evidence nobody knows.
function habit(view: View): Reason | undefined {
	const opened = mailboxes(view).length;
	const { evidenceDays } = view.volume;
	const age = view.newness('app', view.actor).ageDays ?? 0;
	if (evidenceDays < 3 && evidenceDays - age <= 2) {
		return line('app-habit', -3, {
			observed: opened,
			expected: 'unknown',
			unit: 'mailboxes',
			text: `the evidence begins ${counted(evidenceDays, 'day')} before: whether this app has always done so is not known`,
		});
	}
	const dayStart = view.start - (view.start % DAY);
	const days = new Map<number, Set<string>>();
	for (const event of view.find({ activities: ['mail.read'], app: view.actor, from: Number.NEGATIVE_INFINITY, to: dayStart })) {
		const day = Math.floor(event.time / DAY);
		const known = days.get(day) ?? new Set();
		days.set(day, known.add(event.target?.toLowerCase() ?? event.actor));
	}
	const most = Math.max(0, ...[...days.values()].map(({ size }) => size));
	const share = days.size < 2 ? 0 : Math.min(1, most / opened);
	return line('app-habit', share < 0.3 ? 0 : -3 * share, {
		observed: opened,
		expected: most,
		unit: 'mailboxes',
		text: `this app opened up to ${most} mailboxes on ${days.size} days before`,
	});
}
