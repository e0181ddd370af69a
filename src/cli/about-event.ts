import type { Context } from '../model/context.ts';
import type { NormalisedEvent } from '../model/event.ts';

/** Whose events are wanted. Every one that is given must fit; letter case is ignored. */
export interface About {
	readonly actor?: string;
	readonly app?: string;
	/** An IP address, or the beginning of one that ends in `.` or `:`. */
	readonly address?: string;
	readonly session?: string;
	readonly token?: string;
	readonly target?: string;
}

/** A test for events. With a context, an actor is wanted under all names that `people.csv` gives. */
export function aboutEvent(about: About, context: Context | undefined): (event: NormalisedEvent) => boolean {
	const tests: ((event: NormalisedEvent) => boolean)[] = [];
	if (about.actor !== undefined) {
		const names = namesOf(about.actor.toLowerCase(), context);
		tests.push(({ actor }) => actor !== undefined && named(names, [actor.id, actor.email, actor.name, ...(actor.aliases ?? [])]));
	}
	if (about.app !== undefined) {
		const names = new Set([about.app.toLowerCase()]);
		tests.push(({ app }) => app !== undefined && named(names, [app.id, app.name]));
	}
	if (about.target !== undefined) {
		const names = new Set([about.target.toLowerCase()]);
		tests.push(({ target }) => target !== undefined && named(names, [target.id, target.name, ...(target.aliases ?? [])]));
	}
	if (about.address !== undefined) tests.push(addressTest(about.address.toLowerCase()));
	if (about.session !== undefined) tests.push(same(about.session, (event) => event.session));
	if (about.token !== undefined) tests.push(same(about.token, (event) => event.token));
	return (event) => tests.every((test) => test(event));
}

function namesOf(actor: string, context: Context | undefined): ReadonlySet<string> {
	const person = context?.person(actor);
	return new Set(person === undefined ? [actor] : [actor, person.user, ...person.aliases]);
}

function named(wanted: ReadonlySet<string>, names: readonly (string | undefined)[]): boolean {
	return names.some((name) => name !== undefined && wanted.has(name.toLowerCase()));
}

function addressTest(wanted: string): (event: NormalisedEvent) => boolean {
	const beginning = wanted.endsWith('.') || wanted.endsWith(':');
	return ({ ip }) => ip !== undefined && (beginning ? ip.startsWith(wanted) : ip === wanted);
}

function same(wanted: string, read: (event: NormalisedEvent) => string | undefined): (event: NormalisedEvent) => boolean {
	const lower = wanted.toLowerCase();
	return (event) => read(event)?.toLowerCase() === lower;
}
