import { counted, distinctOf, factOf, grantLine, type HeardEvent, line, type Reason, type View } from '../../src/analytic.ts';
import type { Activity } from '../../src/model/activity.ts';
import { appOf, isSignIn } from './chain.ts';

const READING: readonly Activity[] = [
	'mail.read',
	'file.read',
	'file.download',
	'file.export',
	'repo.clone',
	'repo.download',
	'bulk.query',
];

/** Line for what was granted. */
export function granted(view: View, high: readonly string[], before: number): Reason | undefined {
	const everything = view.events.some((event) => event.details['repositorySelection'] === 'all');
	const tenantWide = everything || view.events.some((event) => event.details['tenantWide'] === true);
	const installed = view.events[0]?.activity === 'app.install';
	const admin = view.events.some((event) => event.details['adminConsent'] === true);
	const used = isSignIn(view);
	const way = used ? 'signed in by OAuth' : `${installed ? 'installed' : 'consented to'}${admin ? ' by an administrator' : ''}`;
	const times = used ? `used by ${counted(before, 'person', 'people')} before` : `granted ${counted(before, 'time')} before`;
	const order = before > 0 ? times : used ? 'nobody here had used it' : 'its first grant here';
	const what =
		high.length === 0
			? 'no high-privilege scopes named'
			: `${counted(high.length, 'high-privilege scope')} (${high.slice(0, 4).join(', ')}${high.length > 4 ? ', …' : ''})`;
	return line('grant', grantLine(high.length, tenantWide, before), {
		observed: high.length,
		expected: 0,
		unit: 'scopes',
		text: `${view.appName(appOf(view))}, ${way}: ${what}${everything ? ' for all repositories' : tenantWide ? ' for the whole tenant' : ''}; ${order}`,
	});
}

/** What unknown scopes count, decades; and where what the app did shows that they reach far: as much as one high-privilege scope. */
const UNKNOWN = { weak: 0.3, shown: 1 } as const;
/** From so many different things that are not public, read or taken by the app, its rights reach far. */
const SHOWN_BY = 10;

function shownBy(after: readonly HeardEvent[]): number {
	const taken = after.filter(({ activity, restricted }) => READING.includes(activity) && restricted !== false);
	return distinctOf(taken.map(({ target }) => target)).length;
}

/** Line for scopes that are not named or not known: never taken for low, and judged by what the app then shows that it may do. */
export function unknownScopes(view: View, after: readonly HeardEvent[]): Reason | undefined {
	const scopes = scopesOf(view);
	const named = namedHigh(view);
	const unknown = distinctOf(
		scopes
			.filter(({ platform, scope, appOnly }) => view.scopeTier(platform, scope, appOnly) === undefined)
			.map(({ scope }) => scope)
			.filter((scope) => !named.has(scope.toLowerCase())),
	);
	if (scopes.length > 0 && unknown.length === 0) return undefined;
	const text =
		scopes.length === 0
			? 'the log does not name the scopes: unknown, not low'
			: `${counted(unknown.length, 'scope')} of unknown strength (${unknown.slice(0, 3).join(', ')})`;
	const things = shownBy(after);
	const shown = things >= SHOWN_BY && highScopes(view).length === 0;
	return line('scopes-unknown', shown ? UNKNOWN.shown : UNKNOWN.weak, {
		observed: scopes.length === 0 ? 'none named' : unknown.length,
		expected: 0,
		unit: 'scopes',
		text: shown
			? `${text}; what it did shows that they reach far: ${things} different mailboxes, files or repositories read`
			: text,
	});
}

/** Scopes that count as high-privilege. */
export function highScopes(view: View): readonly string[] {
	const further = namedHigh(view);
	const scopes = scopesOf(view);
	const offline = scopes.some(({ scope }) => scope.toLowerCase() === 'offline_access');
	return distinctOf(
		scopes
			.filter(({ platform, scope, appOnly }) => {
				const tier = view.scopeTier(platform, scope, appOnly);
				// offline_access keeps every other right alive without the person: one step stronger.
				return further.has(scope.toLowerCase()) || (tier !== undefined && tier > 0 && tier <= (offline ? 3 : 2));
			})
			.map(({ scope }) => scope),
	);
}

/** Scopes that the option calls high-privilege, in small letters. */
function namedHigh(view: View): ReadonlySet<string> {
	return new Set(view.list('highPrivilegeScopes').map((scope) => scope.toLowerCase()));
}

/** Scopes that the grant names. */
export function scopesOf(
	view: View,
): readonly { readonly platform: string; readonly scope: string; readonly appOnly: boolean }[] {
	return view.events.flatMap((event) =>
		(factOf(event, 'scopes') ?? '')
			.split(' ')
			.filter((scope) => scope !== '')
			.map((scope) => ({ platform: event.platform, scope, appOnly: event.details['appOnly'] === true })),
	);
}
