import type { Analytic, Series } from '../analytic.ts';
import type { ContextNote, Reason } from '../model/finding.ts';
import type { Entity } from './entities.ts';
import type { WindowView } from './view.ts';
import type { VolumeModel } from './volume-model.ts';

/** One judged window. */
export interface Verdict {
	readonly analytic: Analytic;
	readonly series: Series;
	readonly entity: Entity;
	readonly model: VolumeModel;
	readonly view: WindowView;
	readonly actor: string;
	/** Sum of the ledger, decades. */
	readonly sum: number;
	/** What it shares with other people's windows, see `Series.cause`. */
	readonly cause: string | undefined;
	/** Other people's windows with the same cause, strongest first. */
	readonly companions: readonly Verdict[];
	/** Windows of the same person that lie near and apart from this one, for all of which it stands; strongest first. */
	readonly nearby: readonly Verdict[];
	/** Weaker findings of the same person that are left out, strongest first. */
	readonly leftOut: readonly Verdict[];
	/** What sets it apart from another of the same person that begins in the same minute: its cause; absent where there is no other. */
	readonly apart?: string;
	/** What was said, worked out anew: of most windows nobody asks, and the words would be most of what judging keeps. */
	said(): Said;
}

/** What an analytic and the context say of a window. */
export interface Said {
	readonly reasons: readonly Reason[];
	readonly notes: readonly ContextNote[];
	/** Lines that rest on the context folder (of 0 decades: what it took back), and how many decades come of it; excuses are not among them. */
	readonly told: readonly { readonly line: Reason; readonly decades: number }[];
	/** Sum of the ledger, decades. */
	readonly sum: number;
}

/** What limits the judging. */
export interface Limits {
	/** Windows that lie in [from, to). */
	readonly from: number;
	readonly to: number;
	readonly lengths: readonly number[];
	readonly baseline: number | undefined;
	/** Windows whose volume does not speak are judged all the same; of several those whose volume does speak come first. */
	readonly silentToo?: boolean;
}
