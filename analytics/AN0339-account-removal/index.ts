import {
	counted,
	dayStart,
	defineAnalytic,
	distinctOf,
	type HeardEvent,
	type Line,
	line,
	UNCORROBORATED,
	type View,
	withinWords,
} from '../../src/analytic.ts';
import { rehearsal } from './rehearsal.ts';
import { preparations, sessionLines } from './session.ts';
import { distinct, targetLines } from './targets.ts';

/** Targets with which people's access goes, but which are no accounts: they are not counted. */
const NO_ACCOUNTS: ReadonlySet<string> = new Set(['group', 'device', 'app']);

/** Accounts removed by an odd session or en masse. */
export const analytic = defineAnalytic({
	id: 'AN0339',
	name: 'account-removal',
	title: 'Accounts deleted, disabled or locked out by an odd administrator session or en masse',
	summary:
		'Counts the distinct accounts that somebody deletes, deactivates or suspends, over all platforms together, and judges the count against that person’s own past, peers and hours. The administrator’s session (network, country, client, device, token, failed sign-ins), the targets (still in use, privileged, taken in a scripted order) and recently gained roles raise it; change tickets lower it.',
	attack: {
		technique: 'T1531',
		techniqueName: 'Account Access Removal',
		tactic: 'Impact',
		strategy: 'DET0120',
		version: '18.1',
		url: 'https://attack.mitre.org/detectionstrategies/DET0120#AN0339',
	},
	options: {
		bulkActionThreshold: {
			kind: 'number',
			default: '5',
			min: 1,
			title: 'distinct accounts in one window from which removals speak without any history',
			unit: 'accounts',
			attack: 'BulkActionThreshold',
		},
		sessionDeviceType: {
			kind: 'flag',
			default: 'on',
			title: 'whether an unfamiliar client, device or token of the administrator counts',
			attack: 'SessionDeviceType',
		},
		roleLookback: { kind: 'duration', default: '7d', title: 'how long before the removals a newly granted role still counts' },
		reactivationGrace: {
			kind: 'duration',
			default: '1d',
			title: 'accounts switched on again within this time lower the finding',
		},
		allowActors: {
			kind: 'list',
			default: '',
			title: 'provisioning accounts (HR, SCIM) whose removals are expected, by any of their names',
		},
	},
	signals: {
		'removal-rate': {
			title: 'Removals against the usual',
			unit: 'accounts/window',
			text: 'distinct accounts removed, against the person’s own past, peers and time of day',
			witness: 'amount',
		},
		'session-novelty': {
			title: 'Unfamiliar session',
			unit: 'decades of rarity',
			text: 'network, country, client, device or token new to the administrator, or such a sign-in within 16 hours',
			witness: 'surroundings',
		},
		'failed-sign-ins': {
			title: 'Failed and flagged sign-ins',
			unit: 'failed sign-ins',
			text: 'three or more failures from six hours before to one hour after the beginning, an address flagged as a proxy, an alert of the vendor, a sign-in by device code or one of somebody else as this account, such as it hardly ever had (16 hours before to one hour after), or (with --geoip) two places too far apart for the time between',
			witness: 'entry',
		},
		'odd-hour': {
			title: 'Odd hour',
			unit: 'UTC',
			text: 'begun at an hour in which the person is hardly ever active',
			witness: 'surroundings',
		},
		'targets-in-use': {
			title: 'Accounts still in use',
			unit: 'share of targets',
			text: 'share of the removed accounts that were active within the last four days',
			witness: 'matter',
		},
		'unused-targets': {
			title: 'Accounts that nobody used',
			unit: 'accounts',
			text: 'share of the removed accounts that had done nothing for two weeks lowers, where five people and more signed in',
			witness: 'matter',
		},
		'privileged-targets': {
			title: 'Privileged targets',
			unit: 'accounts',
			text: 'removed accounts that people.csv calls privileged',
			witness: 'matter',
		},
		'scripted-order': {
			title: 'Scripted order',
			unit: 'accounts',
			text: 'targets in alphabetical order or at even intervals',
			witness: 'surroundings',
		},
		'new-role': {
			title: 'Newly granted role',
			unit: 'grants',
			text: 'the administrator was given a role shortly before',
			witness: 'entry',
		},
		'credentials-reset': {
			title: 'Credentials reset by somebody else',
			unit: 'resets',
			text: 'within a day before, somebody else had reset the administrator’s password or factors, as a help desk does that was talked into it',
			witness: 'entry',
		},
		impersonation: {
			title: 'Impersonated session',
			unit: 'events',
			text: 'the log names another principal behind the session',
			witness: 'entry',
		},
		reactivation: {
			title: 'Switched on again',
			unit: 'share of targets',
			text: 'targets that were enabled again soon afterwards lower the finding',
			witness: 'matter',
		},
		'expected-actor': { title: 'Expected actor', unit: 'account', text: 'a provisioning account named in allowActors' },
		'no-history': {
			title: 'Fixed threshold',
			unit: 'accounts',
			text: 'with fewer than three days of history the count is held against bulkActionThreshold',
			witness: 'amount',
		},
		uncorroborated: UNCORROBORATED,
		context: { title: 'Context', unit: 'events', text: 'change tickets, service accounts and trusted networks' },
	},
	series: [
		{
			id: 'removals',
			unit: 'accounts',
			hears: ['account.delete', 'account.disable'],
			subject,
			distinct,
			distinctPeople: true,
			judge: (view) => judge(view, onlyEdits(view) ? PERHAPS : 'removed'),
			title: (view) => title(view, onlyEdits(view) ? PERHAPS : 'deleted or disabled'),
			entities,
			evidence: preparations,
			caveats,
			next,
		},
		{
			id: 'lockouts',
			unit: 'accounts',
			hears: ['account.lockout'],
			subject,
			distinct,
			distinctPeople: true,
			judge: (view) => judge(view, 'locked out'),
			title: (view) => title(view, 'locked out (sessions, passwords, factors or licences taken away)'),
			entities,
			evidence: preparations,
			next,
		},
	],
	marks: ['account.enable', 'role.grant', 'mfa.change'],
	tuning: [
		'Name provisioning accounts in allowActors or as service accounts in people.csv.',
		'Put offboarding batches into changes.csv: they stay visible, lower.',
		'Raise bulkActionThreshold for exports that hold less than three days.',
	],
	falsePositives: [
		'an offboarding batch or licence clean-up without a ticket',
		'the first removals by a new administrator',
		'a SCIM connector that is switched on',
	],
	blindSpots: [
		'who asked for a removal, and whether it was agreed',
		'deleted groups, and devices whose user the log does not name: whose access goes with them is not said, and they are not counted',
		'Box logs EDIT_USER without saying whether the account became inactive: such edits count as removals, and the finding says so',
		'removals through directory synchronisation appear under the connector’s name',
	],
	rehearsal,
});

function subject(event: HeardEvent, nameOf: (name: string) => string): string | undefined {
	if (event.actor === '' || event.actorType === 'system') return undefined;
	const { automatic, downstream, partial } = event.details;
	if (automatic === true || downstream === true || partial === true || NO_ACCOUNTS.has(event.targetType ?? '')) return undefined;
	// Somebody who leaves on their own account, under whichever name, is not removed by an administrator.
	return event.target !== undefined && nameOf(event.target) === event.actor ? undefined : event.actor;
}

function judge(view: View, verb: string): readonly (Line | undefined)[] {
	return [
		view.volumeLine('removal-rate', verb),
		view.coldStartLine('no-history', view.number('bulkActionThreshold')),
		...sessionLines(view),
		...targetLines(view),
		view.list('allowActors').some((name) => view.nameOf(name) === view.actor)
			? line('expected-actor', -2, { observed: view.actor, expected: '', unit: 'account', text: 'named in allowActors' })
			: undefined,
	];
}

/** What is said of events none of which says what was changed of the account. */
const PERHAPS = 'edited, perhaps disabled';

function onlyEdits(view: View): boolean {
	return view.events.every(isUncertain);
}

function isUncertain(event: HeardEvent): boolean {
	return event.details['uncertain'] === true;
}

function title(view: View, what: string): string {
	const count = view.volume.observed;
	const platforms = distinctOf(view.events.map(({ platform }) => platform))
		.toSorted()
		.join(', ');
	return `${counted(count, 'account')} ${what} on ${platforms} ${withinWords(view)}`;
}

function entities(view: View) {
	return distinctOf(view.events.map((event) => event.target))
		.slice(0, 25)
		.map((id) => ({ role: 'target' as const, type: 'user', id }));
}

function caveats(view: View): readonly string[] {
	const count = view.events.filter(isUncertain).length;
	if (count === 0) return [];
	const which =
		count === view.events.length
			? 'none of these events says'
			: `${count} of these ${counted(view.events.length, 'event')} ${count === 1 ? 'does' : 'do'} not say`;
	return [`${which} for certain that an account was switched off: look at what the accounts are now`];
}

function next(view: View): readonly string[] {
	const day = new Date(dayStart(view)).toISOString().slice(0, 10);
	return [
		`ask the owner of ${view.actor} and the people team whether an offboarding was agreed for ${day}; until then keep the accounts recoverable`,
	];
}
