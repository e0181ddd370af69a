import {
	counted,
	distinctOf,
	factOf,
	type HeardEvent,
	line,
	type Reason,
	type Series,
	usualWords,
	type View,
	withinWords,
} from '../../src/analytic.ts';
import { isScripted } from '../../src/features/client-family.ts';
import { attributesOf, consent, consentsOf, oddlyConsented } from './consent.ts';
import { isProtocol, tokenKind } from './kinds.ts';
import { adoptedBy, laterUse } from './later.ts';
import {
	appOf,
	clientOf,
	entities,
	inConsole,
	isFirstParty,
	isNewApp,
	MAIL_CLIENTS,
	mailboxIn,
	mailboxOf,
	readBefore,
} from './mailbox.ts';
import { type Measure, measureOf } from './measure.ts';

/** Whose mailbox, and through what: person, mailbox and client or app; undefined for the platform itself. */
export function mailboxClient(event: HeardEvent, nameOf: (name: string) => string): string | undefined {
	if (event.actorType === 'system') return undefined;
	// Some logs name a mailbox by its owner's id, where others have the address.
	const mailbox = nameOf(mailboxIn(event));
	const owner = event.details['appOnly'] === true || event.actorType === 'app' ? mailbox : event.actor;
	if (owner === '') return undefined;
	const bucket = event.details['firstParty'] === true ? MAIL_CLIENTS : (event.app ?? bucketOf(event));
	return `${owner}\n${mailbox}\n${bucket}`;
}

// People read mail in Outlook and the browser; protocols and scripts each have a rhythm of their own.
function bucketOf(event: HeardEvent): string {
	const client = event.client ?? '';
	return /imap|pop3|webservices|ews|rest|powershell/i.test(client) || (client !== '' && isScripted(client))
		? client
		: MAIL_CLIENTS;
}

/** One client’s reading of one mailbox, by what its records count: a folder that is handed over whole is no message. */
export function readingSeries(id: string, measure: Measure): Series {
	const subject = (event: HeardEvent, nameOf: (name: string) => string) =>
		measureOf(event) === measure ? mailboxClient(event, nameOf) : undefined;
	return {
		id,
		unit: measure,
		hears: ['mail.read'],
		subject,
		judge: (view) => judgeReading(view, measure, (event) => subject(event, (name) => view.nameOf(name))),
		cause: (view) => (isNewApp(view) ? `app ${appOf(view)}` : undefined),
		title: (view) =>
			`${readWords(view, measure)} ${mailboxOf(view)} through ${clientOf(view)} ${withinWords(view)}, against a usual ${usualWords(view)}`,
		entities,
		evidence: (view) => [...consentsOf(view), ...rulesAround(view)],
		caveats: () => CAVEATS[measure],
		next: (view) => [
			inConsole(view, {
				microsoft: isByProtocol(view)
					? `in Entra: review the sign-ins of ${mailboxOf(view)}; if they are not explained, reset the password, and turn IMAP and POP off for the mailbox: a program of theirs has no consent to take away`
					: `in Entra: review the sign-ins and the consent of ${clientOf(view)}; revoke the sessions of ${mailboxOf(view)} if they are not explained`,
				google: `in the admin console: review the sign-ins of ${mailboxOf(view)} and what ${clientOf(view)} may do (Security, API controls); take its access away and reset the sign-in cookies if they are not explained`,
			}),
		],
	};
}

function isByProtocol(view: View): boolean {
	return view.events.every((event) => event.app === undefined && isProtocol(event));
}

function readWords(view: View, measure: Measure): string {
	const count = Math.round(view.volume.observed);
	if (measure === 'messages') return `${count} messages read in`;
	if (measure === 'calls') return `${counted(count, 'call')} read mail in`;
	const folders = distinctOf(view.events.map((event) => factOf(event, 'folder'))).length;
	const of = folders === 0 ? 'folders' : counted(folders, 'folder');
	return `${counted(count, 'synchronisation')} of ${of} in`;
}

/** What the records cannot say. */
const CAVEATS: Readonly<Record<Measure, readonly string[]>> = {
	messages: [],
	'folder synchronisations': ['a synchronisation hands over a whole folder: how many messages it held is not logged'],
	calls: ['one call hands over a message, an attachment or a page of up to a thousand messages: how many is not logged'],
};

/** Lines for one client’s reading of one mailbox. */
function judgeReading(
	view: View,
	measure: Measure,
	subject: (event: HeardEvent) => string | undefined,
): readonly (Reason | undefined)[] {
	const consents = consentsOf(view);
	let answer: number | undefined;
	const others = (): number => {
		answer ??= adoptedBy(view);
		return answer;
	};
	const adopted = () => others() > 0;
	return [
		view.volumeLine('message-rate', measure === 'messages' ? 'read' : 'made'),
		view.coldStartLine('no-history', view.number('mailAccessVolumeThreshold')),
		firstFetch(view, measure),
		laterUse(view, subject, { adoptedBy: others, vouched: () => adopted() || vouched(view, consents) }),
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
	if (appOf(view) !== '' && !isFirstParty(view)) return false;
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

/** A first fetch of less than this is a trial rather than a collection: a mailbox has some eight folders, a call brings ten messages unless it asks for more … */
const COLLECTION: Readonly<Record<Measure, number>> = { messages: 100, 'folder synchronisations': 8, calls: 10 };
/** … and gives back this much more for each tenfold below it, decades. */
const TRIAL = 0.75;

// A new client always fetches a mailbox at once: that it is new is said by its novelty, and should not be said twice.
function firstFetch(view: View, measure: Measure): Reason | undefined {
	const first = view.volume.largest === 0 || isFirstOfApp(view);
	if (!first || view.volume.surprise <= 0) return undefined;
	const trial = TRIAL * Math.max(0, Math.log10(COLLECTION[measure] / view.volume.observed));
	return line('first-fetch', -FIRST_FETCH * view.volume.surprise - trial, {
		observed: view.volume.observed,
		expected: 'a first synchronisation',
		unit: measure,
		text: 'nothing was read through this client before: a first synchronisation is always large',
	});
}

// Of the mail programs that are one subject, one that this person had not used before: what the others read says nothing of its first fetch.
function isFirstOfApp(view: View): boolean {
	const app = appOf(view);
	return app !== '' && view.volume.evidenceDays >= 3 && view.newness('app', app).isNew && readBefore(view, app).length === 0;
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

/** Rules, forwarding and delegation around the window, by time. */
export function rulesAround(view: View): readonly HeardEvent[] {
	const around = view.number('ruleWindow');
	return view
		.find({ activities: ['mail.rule'], person: view.actor, from: view.start - around, to: view.end + around })
		.filter((event) => event.actorType !== 'system');
}

/** Line for rules, forwarding and delegation around the window. */
export function rules(view: View): Reason | undefined {
	const marks = rulesAround(view);
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
