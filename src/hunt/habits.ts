import type { Activity } from '../model/activity.ts';
import type { NormalisedEvent } from '../model/event.ts';
import type { PlatformId } from '../model/platform.ts';

/** Repositories remembered. */
const MOST_REPOSITORIES = 5000;

interface Surroundings {
	readonly time: number;
	readonly ip: string;
	readonly userAgent: string | undefined;
}

/** What a rehearsal must know of the evidence beside the ledger: from where people last acted, how the vendor calls what they do, and to what. */
export class Habits {
	readonly #latest = new Map<string, Surroundings>();
	readonly #operations = new Map<string, Map<string, number>>();
	readonly #acted = new Map<string, number>();
	readonly #addressed = new Set<string>();
	readonly repositories = new Set<string>();

	hear({ actor, platform, activity, operation, ip, userAgent, time, target }: NormalisedEvent): void {
		const act = `${platform}\n${activity}`;
		const words = this.#operations.get(act) ?? new Map<string, number>();
		this.#operations.set(act, words);
		words.set(operation, (words.get(operation) ?? 0) + 1);
		if (target?.type === 'repository' && this.repositories.size < MOST_REPOSITORIES) this.repositories.add(target.id);
		if (ip !== undefined) this.#addressed.add(act);
		if (actor === undefined || actor.type !== 'user') return;
		const acted = `${act}\n${actor.id}`;
		this.#acted.set(acted, (this.#acted.get(acted) ?? 0) + 1);
		if (ip === undefined) return;
		this.#keepLatest(`${actor.id}\n${platform}`, { time, ip, userAgent });
		this.#keepLatest(actor.id, { time, ip, userAgent });
	}

	/** How often an account did something on a platform. */
	count(actor: string, platform: PlatformId, activity: Activity): number {
		return this.#acted.get(`${platform}\n${activity}\n${actor}`) ?? 0;
	}

	/** From where an account was seen last, on the platform if it was there at all. */
	place(actor: string, platform: PlatformId): { readonly ip: string; readonly userAgent: string | undefined } | undefined {
		return this.#latest.get(`${actor}\n${platform}`) ?? this.#latest.get(actor);
	}

	/** Whether the platform logs addresses with an activity. */
	isAddressed(platform: PlatformId, activity: Activity): boolean {
		return this.#addressed.has(`${platform}\n${activity}`);
	}

	/** The vendor's most frequent word for an activity; the activity itself where the evidence has none. */
	operation(platform: PlatformId, activity: Activity): string {
		const words = [...(this.#operations.get(`${platform}\n${activity}`) ?? [])];
		const [most] = words.toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
		return most?.[0] ?? activity;
	}

	// Of one moment the smaller address: not the one that came last.
	#keepLatest(key: string, place: Surroundings): void {
		const known = this.#latest.get(key);
		if (known === undefined || place.time > known.time || (place.time === known.time && place.ip < known.ip))
			this.#latest.set(key, place);
	}
}
