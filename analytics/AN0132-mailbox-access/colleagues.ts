import {
	counted,
	dayStart,
	factOf,
	type HeardEvent,
	line,
	newObjectsLine,
	type Reason,
	type Series,
	usualWords,
	type View,
	withinWords,
} from '../../src/analytic.ts';
import { inConsole, mailboxes } from './mailbox.ts';
import { amountWords } from './measure.ts';
import { rules, rulesAround } from './messages.ts';

/** From how many other people's mailboxes on reading speaks where there is no history. */
const COLD_START = 8;
/** So many others open a mailbox before it counts as shared; and what is given back, decades, where all are. */
const SHARED = { by: 2, all: -1.5 } as const;

/** Other people's mailboxes that a person opens by delegate or administrator access: assistants and shared mailboxes are somebody's every day. */
export const colleaguesSeries: Series = {
	id: 'colleagues',
	unit: 'other people’s mailboxes',
	hears: ['mail.read'],
	subject: (event, nameOf) => (isForeign(event, nameOf) ? `${event.actor}\ncolleagues` : undefined),
	distinct: ({ target }) => target?.toLowerCase(),
	distinctPeople: true,
	judge: judgeColleagues,
	title: (view) =>
		`${counted(Math.round(view.volume.observed), 'other person’s mailbox', 'other people’s mailboxes')} opened ${withinWords(view)}, against a usual ${usualWords(view)}`,
	entities: (view) =>
		mailboxes(view)
			.slice(0, 25)
			.map((id) => ({ role: 'mailbox' as const, type: 'mailbox', id })),
	evidence: rulesAround,
	caveats: () => ['whether the owners agreed, or an administrator gave the permission for a reason, is not in these records'],
	next: (view) => [
		inConsole(view, {
			microsoft: `in Exchange: Get-MailboxPermission and Get-RecipientPermission tell by what right ${view.actor} opens these mailboxes; ask their owners`,
			google: `ask the owners whether they made ${view.actor} a delegate of theirs: the settings of Gmail list delegates under Accounts`,
		}),
	],
};

// Appointments are looked up in each other's calendars all day; a folder of that name in another language counts as mail.
const CALENDAR = /\\calendar\b/i;

function isForeign(event: HeardEvent, nameOf: (name: string) => string): boolean {
	if (event.details['delegate'] !== true || !isPerson(event) || CALENDAR.test(factOf(event, 'folder') ?? '')) return false;
	// Somebody's second account in their own mailbox.
	return event.target === undefined || nameOf(event.target) !== event.actor;
}

function isPerson({ actor, actorType }: HeardEvent): boolean {
	return actor !== '' && (actorType === 'user' || actorType === 'service');
}

function judgeColleagues(view: View): readonly (Reason | undefined)[] {
	const opened = mailboxes(view);
	const today = dayStart(view);
	const unmet = view.gate === 0 ? [] : opened.filter((mailbox) => (readersOf(view, mailbox).get(view.actor) ?? today) >= today);
	return [
		view.volumeLine('other-mailboxes', 'opened'),
		view.coldStartLine('no-history', COLD_START),
		line('new-mailboxes', newObjectsLine(unmet.length, view.volume.expected) * view.gate, {
			observed: unmet.length,
			expected: 0,
			unit: 'mailboxes',
			text: `${unmet.length} of ${counted(opened.length, 'mailbox', 'mailboxes')} this person had not opened before (${amountWords(view.events)})`,
		}),
		shared(view, opened),
		view.noveltyLine('session-novelty', ['network', 'country', 'client', 'app']),
		view.oddHourLine('odd-hour'),
		view.signInLine('failed-sign-ins'),
		rules(view),
	];
}

// What several colleagues open is a mailbox of a team.
function shared(view: View, opened: readonly string[]): Reason | undefined {
	if (view.gate === 0) return undefined;
	const common = opened.filter((mailbox) => {
		const others = [...readersOf(view, mailbox)].filter(([person, since]) => person !== view.actor && since < view.start);
		return others.length >= SHARED.by;
	});
	return line('shared-mailboxes', (SHARED.all * common.length) / Math.max(1, opened.length), {
		observed: common.length,
		expected: opened.length,
		unit: 'mailboxes',
		text: `${common.length} of ${counted(opened.length, 'mailbox', 'mailboxes')} others had opened as well: shared mailboxes`,
	});
}

/** Who opened a mailbox though it is not theirs → when first, epoch ms. */
function readersOf(view: View, mailbox: string): ReadonlyMap<string, number> {
	return view.once(`readers of ${mailbox}`, () => {
		const readers = new Map<string, number>();
		const always = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
		for (const event of view.find({ activities: ['mail.read'], target: mailbox, ...always }))
			if (isForeign(event, (name) => view.nameOf(name)) && !readers.has(event.actor)) readers.set(event.actor, event.time);
		return readers;
	});
}
