import type { Analytic } from '../analytic.ts';
import type { Context } from '../model/context.ts';
import type { NormalisedEvent } from '../model/event.ts';
import type { InputSummary } from '../model/finding.ts';
import type { PlatformId } from '../model/platform.ts';

/** How far the reading has come. */
export interface Progress {
	readonly file: string;
	/** Bytes on disk read so far, of all files. */
	readonly bytes: number;
	/** Size of all files on disk; undefined when standard input is among them. */
	readonly total: number | undefined;
	readonly records: number;
}

/** How evidence is shared out among threads. What comes out is the same whatever this says. */
export interface Threads {
	/** Below 2: all is read in one. */
	readonly count: number;
	/** Bytes of evidence from which threads are started; absent: from the first. */
	readonly from?: number;
	/** Bytes of text given to a thread at a time; absent: as many as pay. */
	readonly piece?: number;
}

/** What every command that reads evidence needs. */
export interface EvidenceRequest {
	/** Files, folders, globs, or `-`. */
	readonly evidence: readonly string[];
	/** Read everything as this platform. */
	readonly platform?: PlatformId;
	/** A rejected record is an error. */
	readonly strict?: boolean;
	readonly context?: Context;
	/** Countries of addresses, where the log does not say them: see `--geoip`. */
	readonly geography?: Geography;
	/** Column or member of the evidence → the name that a platform's formats know; absent: none is renamed. */
	readonly columns?: ReadonlyMap<string, string>;
	/** Dates with slashes (3/10/2026) begin with the day; absent: with the month. */
	readonly dayFirst?: boolean;
	/** Options of the command line by which this evidence is read as it is, for the commands that findings suggest: `['--context', './context']`, `['--day-first']`. */
	readonly readWith?: readonly (readonly [option: string, value?: string])[];
	/** Bytes that one packed file may unpack to; absent: the reader's own bounds. */
	readonly maxInflate?: number;
	/** Parse every record whole, one by one: the same answers, more slowly. For doubt about `src/scan`. */
	readonly plainReader?: boolean;
	/** Threads that read beside the first; absent: as many as pay. */
	readonly threads?: Threads;
	onProgress?(progress: Progress): void;
	/** Called once the evidence is found, with what was passed over and why: a name, `: `, and a reason each. */
	onNotes?(notes: readonly string[]): void;
	/** Called once all is read, with the files that could not be used, if there are any. */
	onUnusable?(files: readonly { readonly file: string; readonly why: string }[]): void;
	/** Called once all is read, with what became of each file. */
	onInputs?(inputs: readonly InputSummary[]): void;
	readonly signal?: AbortSignal;
	/** Once aborted, nothing more is read; what was read is used. */
	readonly stop?: AbortSignal;
}

/** Looks up where an address lies. */
export interface Geography {
	lookup(ip: string):
		| {
				readonly country?: string;
				readonly asn?: number;
				readonly asOrg?: string;
				readonly latitude?: number;
				readonly longitude?: number;
		  }
		| undefined;
}

/** What a hunt is asked: which evidence, which analytics with which options, and what of it is judged and shown. */
export interface HuntRequest extends EvidenceRequest {
	readonly analytics: readonly Analytic[];
	/** Windows that start in [from, to) are judged; what lies before is history. Epoch ms. A relative bound counts back from the newest event. */
	readonly from?: TimeBound;
	readonly to?: TimeBound;
	/** One window length for all analytics, ms; absent: each analytic's own lengths. */
	readonly window?: number;
	/** History that counts, ms; absent: all of it. */
	readonly baseline?: number;
	/** `--set name=value`, as written; `AN1514.name=value` sets it for one analytic only. */
	readonly set: readonly string[];
	/** Findings below are counted as suppressed. */
	readonly minScore: number;
	readonly top?: number;
	/** Findings name every record behind them, not only the first ten. */
	readonly allEvidence?: boolean;
	/** For the document. */
	readonly arguments: readonly string[];
	/** Version of the program, for the document. */
	readonly version: string;
}

/** A point in time, or a duration before the newest event. */
export type TimeBound = { readonly at: number } | { readonly ago: number };

/** Called for every event of `export` and `timeline`, in time order. */
export type EventSink = (event: NormalisedEvent) => void;
