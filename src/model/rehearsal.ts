import type { InputRef, Reason } from './finding.ts';
import type { PlatformId } from './platform.ts';

/** From where a rehearsed attack comes: a network that nobody here was seen in, or the person's own. */
export type RehearsalPlace = 'new network' | 'own network';

/** One rehearsed attack and what became of it. */
export interface RehearsedAttack {
	readonly actor: string;
	readonly place: RehearsalPlace;
	readonly size: number;
	readonly score: number;
	/** Among the analytic's findings at or above the limit; absent where it stays below. */
	readonly rank?: number;
	/** At or above the limit, and among the first ten. */
	readonly found: boolean;
	readonly title?: string;
	readonly reasons: readonly Reason[];
}

/** The smallest attack of one person that would be found. */
export interface DetectionFloor {
	readonly actor: string;
	readonly place: RehearsalPlace;
	/** Absent: not even the largest that was tried. */
	readonly smallest?: number;
}

/** What `rehearse` found. */
export interface RehearsalResult {
	readonly schema: 'saashound/rehearsal/1';
	readonly tool: { readonly name: 'saashound'; readonly version: string; readonly arguments: readonly string[] };
	/** What was read. */
	readonly inputs: readonly InputRef[];
	readonly analytic: string;
	readonly name: string;
	/** What is done, and what is counted. */
	readonly text: string;
	readonly unit: string;
	readonly platform: PlatformId;
	/** Days that the evidence holds before the attack's day. */
	readonly days: number;
	/** Score from which on a finding is shown, and the rank up to which it counts as found. */
	readonly limits: { readonly score: number; readonly rank: number };
	/** One attack from each place; empty for a sweep. */
	readonly attacks: readonly (RehearsedAttack & { readonly start: string })[];
	/** For a sweep: everybody's floor, and the largest attack that was tried. */
	readonly floors: readonly DetectionFloor[];
	readonly largest: number;
	/** People of the platform whom the sweep left out: it takes at most so many. */
	readonly leftOut: number;
}
