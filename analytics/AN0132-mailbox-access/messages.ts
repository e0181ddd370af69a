import { counted, distinctOf, factOf, type HeardEvent, line, type Reason, type View } from '../../src/analytic.ts';
import { isScripted } from '../../src/features/client-family.ts';
import { attributesOf, consent, consentsOf, oddlyConsented } from './consent.ts';
import { tokenKind } from './kinds.ts';
import { isAdopted, laterUse } from './later.ts';
import { appOf, clientOf } from './mailbox.ts';

/** Whose mailbox, and through what: person, mailbox and client or app; undefined for the platform itself. */
export function mailboxClient(event: HeardEvent): string | undefined {
	if (event.actorType === 'system') return undefined;
	const mailbox = event.target?.toLowerCase() ?? event.actor;
	const owner = event.details['appOnly'] === true || event.actorType === 'app' ? mailbox : event.actor;
	if (owner === '') return undefined;
	const bucket = event.details['firstParty'] === true ? 'mail clients' : (event.app ?? bucketOf(event));
	return `${owner}\n${mailbox}\n${bucket}`;
}

// People read mail in Outlook and the browser; protocols and scripts each have a rhythm of their own.
function bucketOf(event: HeardEvent): string {
	const client = event.client ?? '';
	return /imap|pop3|webservices|ews|rest|powershell/i.test(client) || (client !== '' && isScripted(client))
		? client
		: 'mail clients';
}

/** Lines for one client’s reading of one mailbox. */
export function judgeMessages(view: View): readonly (Reason | undefined)[] {
	const consents = consentsOf(view);
	let answer: boolean | undefined;
	const adopted = (): boolean => {
		answer ??= isAdopted(view);
		return answer;
	};
	return [
		view.volumeLine('message-rate', 'read'),
		view.coldStartLine('no-history', view.number('mailAccessVolumeThreshold')),
		firstFetch(view),
		laterUse(view, mailboxClient, { adopted, vouched: () => adopted() || vouched(view, consents) }),
		view.noveltyLine('session-novelty', attributesOf(view, consents, adopted)),
		// An application that acts by itself has no hours.
		view.events[0]?.details['appOnly'] === true ? undefined : view.oddHourLine('odd-hour'),
		tokenKind(view),
		view.signInLine('failed-sign-ins'),
		consent(view, consents),
		throttled(view),
		rules(view),
		reported(view),
		known(view),
		scripted(view),
	];
}

// A consent from the usual place; where nobody needs to consent, that the client is in a place where the person has been before.
function vouched(view: View, consents: readonly HeardEvent[]): boolean {
	if (consents.length > 0) return !oddlyConsented(view, consents);
	if (appOf(view) !== '' && view.events[0]?.details['firstParty'] !== true) return false;
	const placed = view.events.filter(({ network }) => network !== undefined && isKnown(view, network)).length;
	return placed * 2 >= view.events.filter(({ network }) => network !== undefined).length;
}

/** So many colleagues make a network known to somebody who was not there before. */
const COLLEAGUES = 3;

function isKnown(view: View, network: string): boolean {
	const { isNew, holders } = view.newness('network', network);
	return !isNew || holders >= COLLEAGUES;
}

/** Share of the volume's line that a client's very first fetch gives back. */
const FIRST_FETCH = 0.3;

/** A first fetch of fewer messages than this is a trial rather than a collection … */
const COLLECTION = 100;
/** … and gives back this much more for each tenfold below it, decades. */
const TRIAL = 0.75;

// A new client always fetches a mailbox at once: that it is new is said by its novelty, and should not be said twice.
function firstFetch(view: View): Reason | undefined {
	if (view.volume.largest > 0 || view.volume.surprise <= 0) return undefined;
	const trial = TRIAL * Math.max(0, Math.log10(COLLECTION / view.volume.observed));
	return line('first-fetch', -FIRST_FETCH * view.volume.surprise - trial, {
		observed: view.volume.observed,
		expected: 'a first synchronisation',
		unit: 'messages',
		text: 'nothing was read through this client before: a first synchronisation is always large',
	});
}

function throttled(view: View): Reason | undefined {
	const count = view.events.filter((event) => event.details['throttled'] === true).length;
	return line('throttled', count > 0 ? 0.5 : 0, {
		observed: count,
		expected: 0,
		unit: 'records',
		text: `${counted(count, 'record')} ${count === 1 ? 'says' : 'say'} that logging of this mailbox was throttled`,
	});
}

function rules(view: View): Reason | undefined {
	const around = view.number('ruleWindow');
	const marks = view
		.find({ activities: ['mail.rule'], person: view.actor, from: view.start - around, to: view.end + around })
		.filter((event) => event.actorType !== 'system' && event.ok !== false);
	return line('mail-rule', marks.length > 0 ? 0.7 * view.gate : 0, {
		observed: marks.length,
		expected: 0,
		unit: 'events',
		text: `${counted(marks.length, 'mail rule, forwarding or delegation', 'mail rules, forwardings or delegations')} around it (${distinctOf(
			marks.map(({ operation }) => operation),
		)
			.slice(0, 3)
			.join(', ')})`,
	});
}

function reported(view: View): Reason | undefined {
	const [abuse] = distinctOf(view.events.map((event) => factOf(event, 'reportedAbuse')));
	return line('reported-app', abuse === undefined ? 0 : 1, {
		observed: appOf(view),
		expected: '',
		unit: 'app',
		text: `${clientOf(view)} was publicly reported: ${abuse}`,
	});
}

function known(view: View): Reason | undefined {
	const first = view.events.filter((event) => event.details['firstParty'] === true);
	if (first.length * 2 < view.events.length || appOf(view) === '') return undefined;
	const age = view.newness('app', appOf(view));
	return line('known-app', age.holders >= 3 ? -0.7 : 0, {
		observed: appOf(view),
		expected: '',
		unit: 'app',
		text: `${clientOf(view)} is a first-party app that ${age.holders} people here used before`,
	});
}

function scripted(view: View): Reason | undefined {
	const by = view.events.filter((event) => event.client !== undefined && isScripted(event.client));
	const [client] = distinctOf(by.map((event) => event.client));
	if (client === undefined || !view.newness('client', client).isNew) return undefined;
	return line('scripted-client', 0.4 * (by.length / view.events.length) * view.gate, {
		observed: by.length,
		expected: 0,
		unit: 'events',
		text: `${by.length} of ${view.events.length} records through ${client}, which this account had not used`,
	});
}

/** What the records cannot say of synchronisations. */
export function messageCaveats(view: View): readonly string[] {
	const synced = view.events.filter((event) => factOf(event, 'accessType') === 'Sync').length;
	return synced > 0
		? [
				`${counted(synced, 'record is a synchronisation', 'records are synchronisations')} of whole folders: how many messages they held is not logged`,
			]
		: [];
}
