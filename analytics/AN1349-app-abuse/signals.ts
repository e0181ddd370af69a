import {
	aftermathLine,
	counted,
	distinctOf,
	grantNoveltyLine,
	type HeardEvent,
	line,
	type Reason,
	type View,
} from '../../src/analytic.ts';
import { administered, appOf, DAY } from './chain.ts';

/** Line for the surroundings of grant, sign-ins and activity. */
export function novelty(view: View, high: boolean, after: readonly HeardEvent[]): Reason | undefined {
	const parts = {
		grant: view.novelty(view.events, ['network', 'country', 'client']),
		signIn: view.signInNovelty(view.start) * (view.events.some(({ network }) => network !== undefined) ? 0.8 : 1),
		// An app works from its own cloud: that is new to every person, and says less than where it was granted from.
		activity: after.length === 0 ? 0 : 0.5 * view.novelty(after.slice(0, 200), ['network', 'country', 'client']),
	};
	const [where] = Object.entries(parts).toSorted((a, b) => b[1] - a[1]);
	const words: Readonly<Record<string, string>> = {
		grant: 'granted from',
		signIn: 'a sign-in around it came from',
		activity: 'the app acted from',
	};
	return line('grant-novelty', grantNoveltyLine(parts, high, after.length > 0), {
		observed:
			distinctOf([...view.events, ...after.slice(0, 50)].map(({ network }) => network))
				.slice(0, 3)
				.join(', ') || 'unfamiliar',
		expected: 'surroundings this account used before',
		unit: 'decades of rarity',
		text: `${words[where?.[0] ?? 'grant'] ?? ''} surroundings unusual for this account`,
	});
}

/** Line for administration afterwards. */
export function aftermath(view: View): Reason | undefined {
	const events = administered(view);
	return line('aftermath', aftermathLine(events.length > 0), {
		observed: events.length,
		expected: 0,
		unit: 'events',
		text: `then ${distinctOf(events.map(({ operation }) => operation))
			.slice(0, 3)
			.join(', ')} within two days`,
	});
}

/** Line for credentials added to the app. */
export function credential(view: View): Reason | undefined {
	const app = appOf(view);
	const span = {
		activities: ['credential.add'] as const,
		from: view.start - DAY,
		to: view.start + view.number('grantToActionWindow'),
	};
	// A directory may name the same app by another id where a secret is added: the grantor's own are matched by the app's name too.
	const byName = view
		.find({ ...span, person: view.actor })
		.filter((event) => event.app !== undefined && view.appName(event.app) === view.appName(app));
	const added = new Set([...view.find({ ...span, app }), ...view.find({ ...span, target: app }), ...byName].map(keyOf));
	return line('app-credential', added.size > 0 ? 0.7 : 0, {
		observed: added.size,
		expected: 0,
		unit: 'events',
		text: `${counted(added.size, 'credential')} ${added.size === 1 ? 'was' : 'were'} added to the app`,
	});
}

function keyOf({ time, operation }: HeardEvent): string {
	return `${time} ${operation}`;
}
