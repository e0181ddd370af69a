import type { NameKind, NamesMet, PersonMet } from '../hunt/names-met.ts';
import type { NormalisedEvent } from '../model/event.ts';
import { addressTest } from './address-range.ts';

/** Whose events are wanted. Every one that is given must fit; letter case is ignored. */
export interface About {
	readonly actor?: string;
	readonly app?: string;
	/** An IP address, a network, or the beginning of an address that ends in `.` or `:`. */
	readonly address?: string;
	readonly session?: string;
	readonly token?: string;
	readonly target?: string;
}

/** What {@link About} may hold, in the order of the help. */
export const ABOUT: readonly NameKind[] = ['actor', 'app', 'address', 'session', 'token', 'target'];

/** Tests for events, one for each question asked. */
export type AboutTests = ReadonlyMap<NameKind, (event: NormalisedEvent) => boolean>;

/**
 * The tests that events must pass. People are wanted under all names that the whole evidence and `people.csv` give them.
 * @throws UsageError when an address is none
 */
export function aboutTests(about: About, met: NamesMet): AboutTests {
	const tests = new Map<NameKind, (event: NormalisedEvent) => boolean>();
	if (about.actor !== undefined) tests.set('actor', actorTest(about.actor, met));
	if (about.app !== undefined) tests.set('app', appTest(met.apps(about.app)));
	if (about.address !== undefined) {
		const fits = addressTest(about.address);
		tests.set('address', ({ ip }) => fits(ip));
	}
	if (about.session !== undefined)
		tests.set(
			'session',
			same(about.session, (event) => event.session),
		);
	if (about.token !== undefined)
		tests.set(
			'token',
			same(about.token, (event) => event.token),
		);
	if (about.target !== undefined) tests.set('target', targetTest(about.target, met));
	return tests;
}

/** The people whom the question names, as actor or as target. */
export function peopleAsked(
	about: About,
	met: NamesMet,
): readonly { readonly kind: NameKind; readonly people: readonly PersonMet[] }[] {
	return (['actor', 'target'] as const).flatMap((kind) => {
		const asked = about[kind];
		return asked === undefined ? [] : [{ kind, people: met.people(asked) }];
	});
}

function actorTest(wanted: string, met: NamesMet): (event: NormalisedEvent) => boolean {
	const persons = new Set(met.people(wanted).map(({ id }) => id));
	const name = new Set([wanted.toLowerCase()]);
	const fits = (id: string, ...others: readonly (string | undefined)[]): boolean =>
		persons.has(met.personOf(id)) || named(name, [id, ...others]);
	// Who acts as somebody else is asked for by either name.
	return ({ actor, details }) => {
		const behind = details?.['impersonatedBy'];
		return (actor !== undefined && fits(actor.id, actor.email, actor.name)) || (typeof behind === 'string' && fits(behind));
	};
}

// An application uses, acts itself, or is what is granted: all three are its story.
function appTest(names: ReadonlySet<string>): (event: NormalisedEvent) => boolean {
	return ({ app, actor, target }) =>
		named(names, [app?.id, app?.name]) ||
		(actor !== undefined && actor.type !== 'user' && named(names, [actor.id, actor.name])) ||
		(target?.type === 'app' && named(names, [target.id, target.name]));
}

function targetTest(wanted: string, met: NamesMet): (event: NormalisedEvent) => boolean {
	const names = new Set([wanted.toLowerCase(), ...met.people(wanted).flatMap((person) => person.names)]);
	return ({ target }) => target !== undefined && named(names, [target.id, target.name, ...(target.aliases ?? [])]);
}

function named(wanted: ReadonlySet<string>, names: readonly (string | undefined)[]): boolean {
	return names.some((name) => name !== undefined && wanted.has(name.toLowerCase()));
}

function same(wanted: string, read: (event: NormalisedEvent) => string | undefined): (event: NormalisedEvent) => boolean {
	const lower = wanted.toLowerCase();
	return (event) => read(event)?.toLowerCase() === lower;
}
