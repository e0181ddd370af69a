import {
	distinctOf,
	type HeardEvent,
	line,
	type Reason,
	type Series,
	usualWords,
	type View,
	withinWords,
} from '../../src/analytic.ts';
import { inConsole } from './mailbox.ts';

/** What an export of mail that is out of the ordinary adds, decades: it takes whole mailboxes, or all that a search found, at once. */
const EXPORTED = 1;

/** Exports of mailboxes and of the results of eDiscovery searches, by whoever runs them. */
export const exportsSeries: Series = {
	id: 'exports',
	unit: 'export records',
	hears: ['file.export'],
	only: { fact: 'mail', words: 'of mail' },
	subject: (event) => (event.actor === '' || event.actorType === 'system' ? undefined : `${event.actor}\nexports`),
	judge: judgeExports,
	title: (view) =>
		`${Math.round(view.volume.observed)} records of mail exports ${withinWords(view)} (${operationsOf(view.events)}), against a usual ${usualWords(view)}`,
	entities: (view) =>
		distinctOf(view.events.map((event) => (event.targetType === 'mailbox' ? event.target : undefined)))
			.slice(0, 25)
			.map((id) => ({ role: 'mailbox' as const, type: 'mailbox', id })),
	caveats: () => [
		'one export may leave several records (started, finished, downloaded), and an eDiscovery export may hold files instead of mail',
	],
	next: (view) => [
		inConsole(view, {
			microsoft:
				'in Purview: open the case or search, look at what was exported and by whom it was downloaded, and who holds the roles eDiscovery Manager and Mailbox Import Export',
			google: isOwnTakeout(view)
				? `in the admin console: look at the log of Takeout for what was taken and where it went, and at the sign-ins of ${view.actor}; reset the sign-in cookies if they are not explained`
				: 'in Vault: open the matter, look at what was exported and by whom it was downloaded, and who holds the privileges of Vault; in the admin console: look at Data export and at the log of Takeout',
		}),
	],
};

// Somebody takes their own data along: no matter of Vault tells of it.
function isOwnTakeout(view: View): boolean {
	return view.events.every(({ operation }) => /_USER_TAKEOUT$/.test(operation));
}

function operationsOf(events: readonly HeardEvent[]): string {
	const operations = distinctOf(events.map(({ operation }) => operation));
	return `${operations.slice(0, 3).join(', ')}${operations.length > 3 ? ', …' : ''}`;
}

function judgeExports(view: View): readonly (Reason | undefined)[] {
	return [
		view.volumeLine('export-rate', 'written'),
		view.coldStartLine('no-history', view.number('keywordSearchFrequency')),
		view.noveltyLine('session-novelty', ['network', 'country', 'client', 'app']),
		view.oddHourLine('odd-hour'),
		view.signInLine('failed-sign-ins'),
		line('mail-export', EXPORTED * view.gate, {
			observed: view.events.length,
			expected: 0,
			unit: 'records',
			text: `what was found or held left the mailboxes: ${operationsOf(view.events)}`,
		}),
	];
}
