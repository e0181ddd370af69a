import type { Volume } from '../analytic.ts';
import { isElsewhere } from './elsewhere.ts';
import type { Entity } from './entities.ts';
import type { EvidenceBase } from './evidence-base.ts';
import type { Limits } from './verdict.ts';
import type { VolumeModel } from './volume-model.ts';
import { asMuch, eventWindows, fullestWindows, type MostByDay, type Window } from './windows.ts';

/** Most windows of one subject and day that are looked at whole. */
const MOST_PER_DAY = 6;
/** Windows with less volume than this (decades) are not judged further. */
const LEAST_VOLUME = 0.15;

/** A window that is to be judged. */
export interface Candidate {
	readonly window: Window;
	readonly volume: Volume;
	readonly speaks: boolean;
}

/** Whether a window's volume is odd enough for the window to be judged; for one in a new place as if its subject had done nothing before. */
export function volumeSpeaks(base: EvidenceBase, entity: Entity, window: Window, volume: Volume): boolean {
	return volume.surprise >= LEAST_VOLUME || (volume.unlimited >= LEAST_VOLUME && isElsewhere(base, entity, window));
}

function compareCandidates(a: Candidate, b: Candidate): number {
	return Number(b.speaks) - Number(a.speaks) || b.volume.surprise - a.volume.surprise;
}

/** For each burst and length the oddest window; then, for each day in which they start, the two that say most, and of other bursts of that day those of theirs. */
export function volumeWindows(
	entity: Entity,
	pasts: ReadonlyMap<number, MostByDay>,
	model: VolumeModel,
	limits: Limits,
	base: EvidenceBase,
): readonly Candidate[] {
	const byDay = new Map<number, Candidate[]>();
	for (const [length, past] of pasts) {
		for (const group of fullestWindows(entity, length, limits)) {
			let best: Candidate | undefined;
			for (const window of group) {
				const { before, largest } = asMuch(past, window);
				const volume = { ...model.volume(entity, window, before), largest };
				const speaks = volumeSpeaks(base, entity, window, volume);
				if (!speaks && limits.silentToo !== true) continue;
				const candidate = { window, volume, speaks };
				if (best === undefined || compareCandidates(candidate, best) < 0) best = candidate;
			}
			if (best === undefined) continue;
			const own = byDay.get(best.window.day);
			if (own === undefined) byDay.set(best.window.day, [best]);
			else own.push(best);
		}
	}
	return [...byDay].toSorted(([a], [b]) => a - b).flatMap(([, candidates]) => mostSaying(candidates));
}

function mostSaying(candidates: readonly Candidate[]): readonly Candidate[] {
	const [first, second, ...others] = candidates.toSorted(compareCandidates);
	const chosen = [first, second].filter((candidate) => candidate !== undefined);
	for (const other of others) {
		if (chosen.length >= MOST_PER_DAY) break;
		// A day holds all of its bursts: only what is not longer tells that a burst has been chosen.
		const isAnother = chosen.every(
			({ window }) => window.length > other.window.length || window.to <= other.window.from || window.from >= other.window.to,
		);
		if (isAnother) chosen.push(other);
	}
	return chosen;
}

/** The windows of a series that judges single acts: acts that lie nearer to one another than `merge`, ms, are one. */
export function eventCandidates(entity: Entity, merge: number, limits: Limits): readonly Candidate[] {
	return eventWindows(entity, merge, limits.to)
		.filter((window) => (entity.times[window.from] ?? 0) >= limits.from)
		.map((window) => ({
			window,
			speaks: true,
			volume: {
				observed: window.count,
				expected: 0,
				surprise: 0,
				settled: 0,
				unlimited: 0,
				days: 0,
				windows: 0,
				largest: 0,
				evidenceDays: 0,
				of: 'none' as const,
			},
		}));
}
