import {
	counted,
	dayStart,
	daysBefore,
	distinctOf,
	factOf,
	type HeardEvent,
	type Line,
	line,
	newObjectsLine,
	type Reason,
	raisedBy,
	timeWords,
	uponActor,
	type View,
} from '../../src/analytic.ts';

const DAY = 86_400_000;
/** What was done so short a time before a window is part of the same. */
const BURST = 2 * 3_600_000;
const REPOSITORY_ACTIVITIES = ['repo.clone', 'repo.download', 'repo.fetch', 'repo.push', 'api.call'] as const;
/** Days of history from which on a repository that was never touched is really new to somebody. */
const SETTLED_DAYS = 5;
/** Events with a token before the day until a kind can be new, and what a new kind counts, decades. */
const LEAST_TOKENS = 5;
const NEW_KIND = 0.3;

/** The repository of an event, by which events are counted. */
export function distinct(event: HeardEvent): string | undefined {
	return event.target?.toLowerCase();
}

/** The lines of the ledger of one window. `verb`: what was done to the repositories. */
export function judge(view: View, verb: string): readonly (Line | undefined)[] {
	const past = view.find({
		activities: REPOSITORY_ACTIVITIES,
		person: view.actor,
		from: Number.NEGATIVE_INFINITY,
		// Of the window's own day, too: but not of the burst that it may be a part of.
		to: Math.max(dayStart(view), view.start - BURST),
	});
	const repositories = distinctOf(view.events.map(distinct));
	return [
		view.volumeLine('repository-rate', verb),
		view.coldStartLine('no-history', view.number('repoThreshold')),
		neverTouched(view, repositories, past),
		view.noveltyLine('session-novelty', ['network', 'country', 'client', 'token']),
		view.signInLine('failed-sign-ins'),
		view.oddHourLine('odd-hour'),
		view.roleLine('role', view.flag('userContext')),
		tokenKind(view, past),
		accountKind(view),
		newCredential(view),
		restricted(view, repositories),
		exposed(view),
	];
}

function neverTouched(view: View, repositories: readonly string[], past: readonly HeardEvent[]): Reason | undefined {
	const before = new Set(past.map(distinct));
	const fresh = repositories.filter((repository) => !before.has(repository)).length;
	const settled = Math.min(1, view.volume.days / SETTLED_DAYS);
	return line('new-repositories', newObjectsLine(fresh, view.volume.expected) * settled, {
		observed: fresh,
		expected: 0,
		unit: 'repositories',
		text: `${fresh} of ${counted(repositories.length, 'repository', 'repositories')} never touched before`,
	});
}

// Of most events the kind of token, where this person never used one of that kind: a classic token where there were only SSH keys.
function tokenKind(view: View, past: readonly HeardEvent[]): Reason | undefined {
	const before = past.map((event) => factOf(event, 'tokenKind')).filter((kind) => kind !== undefined);
	if (before.length < LEAST_TOKENS) return undefined;
	const known = new Set(before);
	const fresh = view.events.map((event) => factOf(event, 'tokenKind')).filter((kind) => kind !== undefined && !known.has(kind));
	const [kind] = distinctOf(fresh);
	return line('token-kind', NEW_KIND * (fresh.length / view.events.length) * view.gate, {
		observed: kind ?? '',
		expected: distinctOf(before).toSorted().join(', '),
		unit: 'kind of token',
		text: `${fresh.length} of ${view.events.length} with a kind of token this account had not used before (${kind})`,
	});
}

function accountKind(view: View): Line | undefined {
	const words: string[] = [];
	const contractor = view.person?.accountType === 'contractor' ? view.person.ref : undefined;
	if (contractor !== undefined) words.push(`a contractor (${contractor})`);
	if (view.volume.days * DAY < view.number('newAccountAge') && view.volume.of !== 'none' && view.volume.days > 0)
		words.push(`an account first seen ${daysBefore(view.volume.days)}`);
	const each = 0.3 * view.gate;
	return line('account-kind', each * words.length, {
		observed: words.join(', '),
		expected: 'a settled employee',
		unit: 'account',
		text: words.join(' and '),
		...(contractor !== undefined && {
			rests: [{ kind: 'role', ref: contractor, effect: 'raised', text: 'a contractor' }],
			told: each,
		}),
	});
}

/** Tokens, keys and grants of the same account, and roles and rights that others gave it, shortly before, by time. */
export function newCredentials(view: View): readonly HeardEvent[] {
	const span = { from: view.start - view.number('loginLookback'), to: view.start };
	const own = view.find({ activities: ['token.create', 'credential.add', 'app.grant'], person: view.actor, ...span });
	// A role, or the entry of the person's token: somebody else gave it.
	const given = uponActor(view, view.find({ activities: ['role.grant', 'app.grant'], ...span })).filter(
		({ activity, actor }) => activity === 'role.grant' || actor !== view.actor,
	);
	return [...own, ...given].toSorted((a, b) => a.time - b.time);
}

function newCredential(view: View): Reason | undefined {
	const made = newCredentials(view);
	// Of several in one moment the first that was met.
	const latest = made.find(({ time }) => time === made.at(-1)?.time);
	if (latest === undefined) return undefined;
	return line('new-credential', 0.5 * view.gate, {
		observed: made.length,
		expected: 0,
		unit: 'events',
		text: `${latest.operation} ${timeWords(view.start - latest.time)} before`,
	});
}

function restricted(view: View, repositories: readonly string[]): Line | undefined {
	const listed = new Set(view.list('sensitiveRepos').map((name) => name.toLowerCase()));
	const told = repositories.flatMap((thing) => {
		const row = view.sensitivity(thing);
		return row?.restricted === true ? [{ ref: row.ref, thing }] : [];
	});
	const count = new Set([...repositories.filter((repository) => listed.has(repository)), ...told.map(({ thing }) => thing)]).size;
	// Whoever takes many takes some restricted ones too: what counts is that they are most of it.
	const share = Math.min(1, (2 * count) / Math.max(1, repositories.length));
	return line('restricted-repositories', Math.min(1, 0.4 * Math.log2(1 + count)) * share * view.gate, {
		observed: count,
		expected: 0,
		unit: 'repositories',
		text: `${count} of ${repositories.length} repositories are listed as restricted`,
		rests: raisedBy('sensitivity', told, 'listed as restricted'),
	});
}

/** So long before the window and after it making a repository public belongs to it. */
const EXPOSED = { before: DAY, after: 2 * DAY } as const;

/** What the same account made public around the window, or created as public: nobody needs to carry away what everybody may fetch. */
export function madePublic(view: View): readonly HeardEvent[] {
	const span = { from: view.start - EXPOSED.before, to: view.end + EXPOSED.after };
	return view
		.find({ activities: ['repo.visibility'], person: view.actor, ...span })
		.filter((event) => event.restricted === false);
}

function exposed(view: View): Reason | undefined {
	const opened = madePublic(view);
	const count = distinctOf(opened.map(distinct)).length;
	const how = distinctOf(opened.map(({ operation }) => operation)).toSorted();
	return line('made-public', Math.min(1, 0.5 * Math.log2(1 + count)) * view.gate, {
		observed: count,
		expected: 0,
		unit: 'repositories',
		text: `${counted(count, 'repository', 'repositories')} made public, or created as public, by the same account from a day before to two days after (${how.join(', ')})`,
	});
}
