import type { RehearsedEvent } from '../analytic.ts';
import type { RehearsalPlace } from '../model/rehearsal.ts';
import { DAY } from './profile.ts';
import { mostHeard, type Scene } from './rehearsal-scene.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** A client that most organisations do not use. */
const OTHER_CLIENT = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0';

/** One attack that is to be written. */
export interface Attack {
	readonly actor: string;
	readonly place: RehearsalPlace;
	/** In the analytic's own unit. */
	readonly size: number;
	/** Of several attacks at once, which: each has a network and an application of its own. */
	readonly number: number;
}

/** Where an attack comes from. */
interface Origin {
	readonly ip: string;
	readonly userAgent: string | undefined;
}

/** The events of an attack, in the order of time; from a new network with the sign-in that comes before it. */
export function writeAttack(scene: Scene, { actor, place, size, number }: Attack): readonly RehearsedEvent[] {
	const { platform, habits, rehearsal } = scene;
	const [main = 'login'] = rehearsal.activities;
	const from = place === 'new network' ? elsewhere(scene, number) : usualPlace(scene, actor);
	const addressed = habits.isAddressed(platform, main);
	const there =
		from === undefined || !addressed ? {} : { ip: from.ip, ...(from.userAgent !== undefined && { userAgent: from.userAgent }) };
	const start = scene.at ?? scene.day * DAY + busiestHour(scene, actor) * HOUR + 7 * MINUTE;
	const events = rehearsal.events({
		actor,
		platform,
		start,
		size,
		place: there,
		app: { id: `rehearsal-${number + 1}`, name: `Rehearsal ${number + 1}` },
		targets: targetsOf(scene, actor, size),
		operation: (activity) => habits.operation(platform, activity),
	});
	return place === 'new network' && from !== undefined ? [...signIn(scene, actor, start, from), ...events] : events;
}

function elsewhere({ networks }: Scene, number: number): Origin {
	return { ip: networks[number % networks.length] ?? '240.0.0.9', userAgent: OTHER_CLIENT };
}

function usualPlace({ base, habits, platform }: Scene, actor: string): Origin | undefined {
	return base.people
		.namesOf(actor)
		.map((name) => habits.place(name, platform))
		.find((known) => known !== undefined);
}

// Who comes from elsewhere signs in first, where sign-ins are logged at all.
function signIn({ ledger, habits }: Scene, actor: string, start: number, from: Origin): readonly RehearsedEvent[] {
	const platform = mostHeard(ledger, 'login');
	if (platform === undefined) return [];
	return [
		{
			time: start - 5 * MINUTE,
			platform,
			activity: 'login',
			operation: habits.operation(platform, 'login'),
			actor: { type: 'user', id: actor },
			ip: from.ip,
			...(from.userAgent !== undefined && { userAgent: from.userAgent }),
			ok: true,
		},
	];
}

function targetsOf({ rehearsal: { targets: kind }, base, habits }: Scene, actor: string, size: number): readonly string[] {
	const known =
		kind === 'people'
			? base.people.all.filter((id) => id !== actor)
			: kind === 'repositories'
				? [...habits.repositories].toSorted()
				: [];
	const invented = kind === 'people' ? 'rehearsal-account' : kind === 'repositories' ? 'rehearsal/repository' : 'rehearsal/file';
	return [
		...known.slice(0, size),
		...Array.from({ length: Math.max(0, size - known.length) }, (_, index) => `${invented}-${index + 1}`),
	];
}

function busiestHour({ base }: Scene, actor: string): number {
	const counts = new Array<number>(24).fill(0);
	for (const mask of base.people.profile(actor)?.hours.values() ?? []) {
		for (let hour = 0; hour < 24; hour += 1) if ((mask & (1 << hour)) !== 0) counts[hour] = (counts[hour] ?? 0) + 1;
	}
	const most = Math.max(...counts);
	return most === 0 ? 12 : counts.indexOf(most);
}
