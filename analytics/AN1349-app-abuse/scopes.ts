import { counted, distinctOf, factOf, grantLine, line, type Reason, type View } from '../../src/analytic.ts';
import { appOf } from './chain.ts';

/** Line for what was granted. */
export function granted(view: View, high: readonly string[], before: number): Reason | undefined {
	const tenantWide = view.events.some((event) => event.details['tenantWide'] === true);
	const order = before === 0 ? 'its first grant here' : `granted ${counted(before, 'time')} before`;
	const what =
		high.length === 0
			? 'no high-privilege scopes named'
			: `${counted(high.length, 'high-privilege scope')} (${high.slice(0, 4).join(', ')}${high.length > 4 ? ', …' : ''})`;
	return line('grant', grantLine(high.length, tenantWide, before), {
		observed: high.length,
		expected: 0,
		unit: 'scopes',
		text: `${view.appName(appOf(view))}: ${what}${tenantWide ? ' for the whole tenant' : ''}; ${order}`,
	});
}

/** Line for scopes that are not named or not known: never taken for low. */
export function unknownScopes(view: View): Reason | undefined {
	const scopes = scopesOf(view);
	const unknown = scopes.filter(({ platform, scope, appOnly }) => view.scopeTier(platform, scope, appOnly) === undefined);
	if (scopes.length > 0 && unknown.length === 0) return undefined;
	const text =
		scopes.length === 0
			? 'the log does not name the scopes: unknown, not low'
			: `${counted(unknown.length, 'scope')} of unknown strength (${unknown
					.slice(0, 3)
					.map(({ scope }) => scope)
					.join(', ')})`;
	return line('scopes-unknown', 0.3, {
		observed: scopes.length === 0 ? 'none named' : unknown.length,
		expected: 0,
		unit: 'scopes',
		text,
	});
}

/** Scopes that count as high-privilege. */
export function highScopes(view: View): readonly string[] {
	const further = new Set(view.list('highPrivilegeScopes').map((scope) => scope.toLowerCase()));
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
