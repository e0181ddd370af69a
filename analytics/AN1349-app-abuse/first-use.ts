import type { View } from '../../src/analytic.ts';
import { appOf, DAY, GRANTS } from './chain.ts';

/** So long before it somebody must have been seen: what an app does when the evidence begins it may have done for years. */
const KNOWN = 7 * DAY;
/** How far back from there somebody is looked for, days. */
const BACK = 90;

/** Whether a sign-in by OAuth is the first of this app for this person, and stands for a consent that the log does not hold: Salesforce's holds none of users' own. */
export function isFirstUse(view: View): boolean {
	const app = appOf(view);
	if (app === '' || !view.activeWithin(view.actor, view.start - KNOWN, BACK)) return false;
	const own = { person: view.actor, app, from: Number.NEGATIVE_INFINITY };
	// A grant that is logged speaks for itself.
	if (view.find({ ...own, activities: GRANTS, to: view.start + DAY }).length > 0) return false;
	return view.find({ ...own, activities: ['login'], to: view.start }).every(({ details }) => details['oauth'] !== true);
}
