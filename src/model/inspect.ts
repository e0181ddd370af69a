import type { Activity } from './activity.ts';
import type { Coverage, InputSummary } from './finding.ts';
import type { PlatformId } from './platform.ts';

/** What `inspect` shows of one platform over all inputs. */
export interface PlatformSummary {
	readonly platform: PlatformId;
	readonly events: number;
	readonly first: string;
	readonly last: string;
	/** Most frequent first; at most 20 each, but all activities. */
	readonly operations: readonly Tally[];
	readonly activities: readonly Tally[];
	readonly actors: readonly Tally[];
	readonly apps: readonly Tally[];
	readonly addresses: readonly Tally[];
	/** Whole days (UTC) within the span on which the platform delivered nothing although it usually does on that weekday. */
	readonly gaps: readonly { readonly start: string; readonly end: string; readonly text: string }[];
	/** Things that smell of a cut export or an odd clock, one sentence each. */
	readonly notes: readonly string[];
}

/** How often a value was met. */
export interface Tally {
	readonly value: string;
	readonly count: number;
}

/** One input file with what its records said. */
export interface InspectInput extends InputSummary {
	/** Vendor operation → count. */
	readonly operations: Readonly<Record<string, number>>;
	readonly activities: Readonly<Partial<Record<Activity, number>>>;
}

/** The document that `inspect` prints: what is in this evidence, and what each analytic can see there. */
export interface InspectResult {
	readonly schema: 'saashound/inspect/1';
	readonly tool: { readonly name: 'saashound'; readonly version: string; readonly arguments: readonly string[] };
	readonly inputs: readonly InspectInput[];
	readonly platforms: readonly PlatformSummary[];
	readonly coverage: readonly Coverage[];
	/** What was passed over in the evidence and why, one sentence each. */
	readonly notes: readonly string[];
	/** Files that could not be used; the rest was read. */
	readonly unusable: readonly { readonly file: string; readonly why: string }[];
}
