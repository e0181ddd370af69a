import {
	type Attribute,
	consentLine,
	dayStart,
	daysBefore,
	distinctOf,
	type HeardEvent,
	line,
	type Reason,
	type View,
} from '../../src/analytic.ts';
import { appAge, appOf, DAY, grantsOf, isAllowed, isFirstParty, isForAll, lookback, readBefore } from './mailbox.ts';

/**
 * What may count as new. An app works from its own cloud, through its own client: once somebody consented to it from the
 * usual place, or the organisation approved it, or others use it day by day, only the app itself is new, not the three of them.
 */
export function attributesOf(view: View, consents: readonly HeardEvent[], adopted: () => boolean): readonly Attribute[] {
	const app = appOf(view);
	if (isAllowed(view, app) || view.approval(app)?.approved === true) return [];
	if (isFirstParty(view)) return ['network', 'country'];
	// An app that acts by itself is never among what the mailbox's owner used, however often it comes.
	const itself: readonly Attribute[] = readsDayByDay(view, app) ? [] : ['app'];
	if (consents.length > 0 && (!oddlyConsented(view, consents) || adopted())) return itself;
	return atHome(view, app) ? itself : ['network', 'country', 'client', ...itself];
}

/** Days on which an app that acts by itself read a mailbox before, from which on it is no news there. */
const AT_WORK_DAYS = 3;

function readsDayByDay(view: View, app: string): boolean {
	if (app === '' || view.events.some((event) => event.details['appOnly'] !== true)) return false;
	return new Set(readBefore(view, app).map(({ time }) => Math.floor(time / DAY))).size >= AT_WORK_DAYS;
}

// Whether other people's mail was read by this app from the same network before: the app's own cloud.
function atHome(view: View, app: string): boolean {
	if (app === '') return false;
	const homes = new Set(
		distinctOf(
			view
				.find({ activities: ['mail.read'], app, from: Number.NEGATIVE_INFINITY, to: dayStart(view) })
				.filter((event) => event.actor !== view.actor)
				.map(({ network }) => network),
		),
	);
	return view.events.every(({ network }) => network === undefined || homes.has(network));
}

/** Consents that cover this mailbox: the owner’s own, an administrator’s, or the whole tenant’s. */
export function consentsOf(view: View): readonly HeardEvent[] {
	const app = appOf(view);
	if (app === '' || isFirstParty(view)) return [];
	return grantsOf(view, app).filter((event) => event.actor === view.actor || isForAll(event));
}

/** A logged consent from the usual place: that the app then fetches the mailbox is what was agreed to. */
export const CONSENTED = -1.5;

/** Novelty (decades) of a consent's surroundings from which on it may be the intruder's own. */
const ODD_CONSENT = 1.2;

/** Whether somebody gave a consent from surroundings unusual for them. */
export function isOdd(view: View, grant: HeardEvent): boolean {
	return view.novelty([grant], ['network', 'country', 'client'], grant.actor) >= ODD_CONSENT;
}

/** Whether the owner's own consent, or where there is none those of administrators, came from surroundings unusual for whoever gave it. */
export function oddlyConsented(view: View, consents: readonly HeardEvent[]): boolean {
	const own = consents.filter((event) => event.actor === view.actor);
	if (own.length === 0) return consents.length > 0 && consents.every((event) => isOdd(view, event));
	const addressed = own.some(({ network }) => network !== undefined);
	const surroundings = view.novelty(own, ['network', 'country', 'client']);
	const signIns = own.map((event) => view.signInNovelty(event.time)).reduce((a, b) => Math.max(a, b), 0);
	return surroundings >= ODD_CONSENT || signIns * (addressed ? 0.6 : 1) >= ODD_CONSENT;
}

/** Line for a consent from the usual place, from an odd one, or missing. */
export function consent(view: View, consents: readonly HeardEvent[]): Reason | undefined {
	const app = appOf(view);
	if (app === '' || isFirstParty(view)) return undefined;
	const age = appAge(view, app);
	if (oddlyConsented(view, consents)) {
		return line('consent', 0.3, {
			observed: consents.length,
			expected: 1,
			unit: 'consents',
			text: 'the consent to the app came from surroundings unusual for whoever gave it',
		});
	}
	return line('consent', consents.length > 0 ? CONSENTED : consentLine(false, age), {
		observed: consents.length,
		expected: 1,
		unit: 'consents',
		text:
			consents.length > 0
				? 'the owner or an administrator consented to the app in this evidence'
				: `no consent to this app within ${lookback(view)} before is in the evidence, and it was first seen ${daysBefore(age)}`,
	});
}
