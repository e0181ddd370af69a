import type { Rehearsal } from '../analytic.ts';
import { networkOf } from '../features/network-prefix.ts';
import { EvidenceError } from '../model/errors.ts';
import { PLATFORMS, type PlatformId } from '../model/platform.ts';
import type { EvidenceBase } from './evidence-base.ts';
import type { Habits } from './habits.ts';
import type { Ledger } from './ledger.ts';
import { dayOf } from './profile.ts';

/** Where and when invented attacks play: the evidence as it is, and what was chosen in it. */
export interface Scene {
	readonly rehearsal: Rehearsal;
	readonly ledger: Ledger;
	readonly habits: Habits;
	readonly base: EvidenceBase;
	/** The platform on which most of what the attack does is heard. */
	readonly platform: PlatformId;
	/** The day of the attack (UTC, days since 1970). */
	readonly day: number;
	/** When it begins, epoch ms, if the user said so. */
	readonly at: number | undefined;
	/** An address of each network of which nothing comes in the evidence. */
	readonly networks: readonly string[];
}

/**
 * Chooses platform, day and networks.
 * @throws EvidenceError when nothing of what the attack does is heard in the evidence
 */
export function sceneOf({ rehearsal, ledger, habits, base, at }: Omit<Scene, 'platform' | 'day' | 'networks'>): Scene {
	const platform = platformOf(rehearsal, ledger);
	const day = at === undefined ? lastWorkingDay(ledger, platform) : dayOf(at);
	return { rehearsal, ledger, habits, base, platform, day, at, networks: unknownNetworks(ledger) };
}

/** The platform on which most events of an activity were heard: of as many, the first by id; undefined where there is none. */
export function mostHeard(ledger: Ledger, activity: Rehearsal['activities'][number]): PlatformId | undefined {
	let best: PlatformId | undefined;
	let most = 0;
	for (const platform of PLATFORMS) {
		const count = ledger.heard.get(platform)?.get(activity) ?? 0;
		if (count > most) {
			best = platform;
			most = count;
		}
	}
	return best;
}

function platformOf({ activities }: Rehearsal, ledger: Ledger): PlatformId {
	for (const activity of activities) {
		const platform = mostHeard(ledger, activity);
		if (platform !== undefined) return platform;
	}
	throw new EvidenceError(`no ${activities.join(', ')} is in this evidence: the analytic could see no such attack here`);
}

// An attack on a Sunday is too easy to find.
function lastWorkingDay(ledger: Ledger, platform: PlatformId): number {
	const days = [...(ledger.days.get(platform)?.keys() ?? [])].toSorted((a, b) => b - a);
	return days.find((day) => (day + 3) % 7 < 5) ?? days[0] ?? dayOf(ledger.last);
}

// 240.0.0.0/4 is reserved (RFC 1112): no real event comes from there.
function unknownNetworks(ledger: Ledger): readonly string[] {
	const addresses: string[] = [];
	for (let first = 240; first < 244; first += 1) {
		for (let second = 0; second < 256; second += 1) {
			const ip = `${first}.${second}.0.9`;
			const network = networkOf(ip);
			if (network !== undefined && ledger.texts.find(network) === undefined) addresses.push(ip);
		}
	}
	return addresses;
}
