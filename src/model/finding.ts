import type { Activity } from './activity.ts';
import type { Actor } from './event.ts';
import type { PlatformId } from './platform.ts';

/** The severities of a finding, mildest first. */
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
/** Bands of the score: low below 50, medium below 65, high below 85, critical from 85. */
export type Severity = (typeof SEVERITIES)[number];

/** Findings below are not shown unless they are asked for: three decades of surprise. See docs/scoring.md. */
export const LEAST_SCORE_SHOWN = 40;

/** One reason why something is odd, with its number. Its surprise is its line of the ledger. */
export interface Reason {
	/** Which signal of the analytic speaks. */
	readonly signal: string;
	readonly observed: number | string;
	readonly expected: number | string;
	readonly unit: string;
	/** Decades (powers of ten) that this line adds to the sum; negative lines lower it. */
	readonly surprise: number;
	/** One sentence with the numbers. */
	readonly text: string;
}

/** A record behind a finding. */
export interface EvidenceRef {
	readonly file: string;
	readonly record: number;
	readonly id?: string;
	/** ISO 8601, Z. */
	readonly time: string;
	readonly operation: string;
	/** SHA-256 of the record's bytes, hex. */
	readonly sha256?: string;
}

/** Something of yours that changed a score. */
export interface ContextNote {
	readonly kind: 'approved-app' | 'change' | 'role' | 'trusted-network' | 'service-account' | 'sensitivity' | 'inferred';
	/** File and line, or `inferred`. */
	readonly ref: string;
	readonly effect: 'lowered' | 'raised' | 'none';
	readonly text: string;
}

/** Somebody or something that a finding concerns beside its actor, and in which role. */
export interface Entity {
	readonly role: 'app' | 'grantor' | 'target' | 'mailbox' | 'repository' | 'session' | 'address';
	readonly type: string;
	readonly id: string;
	readonly name?: string;
}

/** One step of a chain, in time order. */
export interface Stage {
	readonly name: string;
	readonly time: string;
	readonly text: string;
	readonly evidence?: EvidenceRef;
}

/** The subject's activity around the window, for charts: equal steps. */
export interface FindingSeries {
	readonly unit: string;
	/** Length of one step, ms. */
	readonly step: number;
	/** Start of the first step, ISO 8601 Z. */
	readonly start: string;
	/** What was counted in each step. */
	readonly observed: readonly number[];
	/** What was usual for each step. */
	readonly expected: readonly number[];
	/** Sign-ins of the same person worth marking. */
	readonly signIns: readonly { readonly time: string; readonly ok: boolean; readonly text: string }[];
}

/** The records behind a finding. */
export interface FindingEvidence {
	readonly count: number;
	/** Files in which they lie, all of them, sorted; absent in documents of old. */
	readonly files?: readonly string[];
	readonly sample: readonly EvidenceRef[];
}

/** One finding: who did what, how odd it is and why, which records show it, and what could not be seen. */
export interface Finding {
	/** `<analytic>/<platforms joined by +>/<subject>/<start>`; stable over runs on the same evidence. */
	readonly id: string;
	readonly rank: number;
	readonly analytic: string;
	readonly title: string;
	readonly severity: Severity;
	/** 0–100; the order of findings is the order of score. */
	readonly score: number;
	/** Expected number of findings at least this strong in evidence of this size if nothing were wrong. */
	readonly chance: number;
	readonly platforms: readonly PlatformId[];
	readonly actor: Actor;
	readonly entities: readonly Entity[];
	/** Half open: start included, end not. */
	readonly window: { readonly start: string; readonly end: string };
	readonly reasons: readonly Reason[];
	readonly baseline: { readonly of: 'self' | 'peers' | 'organisation' | 'none'; readonly windows: number; readonly days: number };
	readonly context: readonly ContextNote[];
	readonly stages?: readonly Stage[];
	readonly series?: FindingSeries;
	readonly evidence: FindingEvidence;
	readonly caveats: readonly string[];
	readonly next: readonly string[];
	/** Id of the {@link Incident} that it is part of; absent where it stands alone. */
	readonly incident?: string;
}

/** What findings of one incident have in common. */
export interface IncidentLink {
	/**
	 * `account`: acts in one of them at least, and acts or takes part in the others; `app`: is part of all; `address` and `network`: somebody of each of them came
	 * from there for the first time.
	 */
	readonly by: 'account' | 'app' | 'address' | 'network';
	readonly id: string;
	readonly name?: string;
	/** Ids of findings, strongest first; two at least. */
	readonly findings: readonly string[];
}

/** Findings that belong together: one intruder, account or app in several places. */
export interface Incident {
	/** That of its strongest finding. */
	readonly id: string;
	/** Ids, strongest first; two at least. */
	readonly findings: readonly string[];
	/** From the first start to the last end. */
	readonly window: { readonly start: string; readonly end: string };
	readonly links: readonly IncidentLink[];
}

/** An input by name and hash. */
export type InputRef = Pick<InputSummary, 'file' | 'sha256' | 'archive'>;

/** What is known of one input file after the run. `records = events + other + duplicates + Σ rejected` counts each record once. */
export interface InputSummary {
	readonly file: string;
	readonly sha256: string;
	readonly bytes: number;
	readonly platform: string;
	/** `<container>[+<compression>]`, e.g. `ndjson+gzip`; several from the inside out: `csv+gzip+zip`. */
	readonly format: string;
	/** The platform's own formats met, e.g. `purview-csv`. */
	readonly variants: readonly string[];
	readonly encoding: string;
	readonly records: number;
	/** Records that mean an activity. */
	readonly events: number;
	/** Records read whose operation means none of the activities. */
	readonly other: number;
	readonly duplicates: number;
	readonly rejected: Readonly<Record<string, number>>;
	/**
	 * Of records that hold several (a page of an API on one line, a batch) and count by the best of their parts: the parts beside those, which were
	 * repeats or could not be used. Absent where there are none.
	 */
	readonly parts?: { readonly duplicates: number; readonly rejected: Readonly<Record<string, number>> };
	/** First and last event time, ISO 8601 Z; absent when there is none. */
	readonly first?: string;
	readonly last?: string;
	readonly truncated: boolean;
	readonly archive?: { readonly file: string; readonly sha256: string };
	/** The first few rejections as `file:line: what was got; what was expected`. */
	readonly problems: readonly string[];
	readonly notes: readonly string[];
}

/** Whether events of an activity were met, could have been but were not, or are never logged by the platform. */
export type CoverageStatus = 'seen' | 'not-in-evidence' | 'not-logged-by-platform';

/** What one analytic could and could not see of one activity on one platform. */
export interface Coverage {
	readonly analytic: string;
	readonly platform: PlatformId;
	readonly activity: Activity;
	readonly status: CoverageStatus;
	readonly events: number;
	readonly text: string;
}

/** The analytic of MITRE ATT&CK that an analytic of ours follows: technique, tactic, detection strategy and version of ATT&CK. */
export interface AttackReference {
	readonly technique: string;
	readonly techniqueName: string;
	readonly tactic: string;
	readonly strategy: string;
	readonly version: string;
	readonly url: string;
}

/** An analytic that was run, with the values that its options had. */
export interface RunAnalytic {
	readonly id: string;
	readonly name: string;
	readonly attack: AttackReference;
	readonly options: Readonly<Record<string, string | number | boolean>>;
}

/** Activity per day and platform, for an overview. */
export interface DayCount {
	/** `YYYY-MM-DD`, UTC. */
	readonly day: string;
	readonly platform: PlatformId;
	readonly events: number;
}

/** The run was interrupted: what was read was judged, and nothing speaks for the rest. */
export interface PartialRun {
	readonly reason: 'interrupted';
	/** Files that were read in part, and those that were not read at all, sorted. */
	readonly partly: readonly string[];
	readonly unread: readonly string[];
}

/** The findings document of CONTRACT version 1. */
export interface FindingsDocument {
	readonly schema: 'saashound/findings/1';
	readonly tool: { readonly name: 'saashound'; readonly version: string; readonly arguments: readonly string[] };
	readonly run: {
		/** Span of the evidence; absent when no event was read. */
		readonly from?: string;
		readonly to?: string;
		/** The part of it in which windows were judged, where `--from` or `--to` narrows it; what lies before is history. Ends with the evidence, or before `to`. */
		readonly judged?: { readonly from: string; readonly to: string };
		readonly analytics: readonly RunAnalytic[];
		readonly days: readonly DayCount[];
		/** Findings that were judged but lie below the limits asked for. */
		readonly suppressed: number;
		/** Findings that score below are not shown. */
		readonly minScore?: number;
		/** Score of the strongest window that was judged, shown or not; absent when none said anything. */
		readonly strongest?: number;
		/** With `--compare`: how many findings were left out, since they are in that earlier document. */
		readonly compared?: { readonly file: string; readonly known: number };
		readonly notes: readonly string[];
		/** Files that could not be used; the rest was read. */
		readonly unusable: readonly { readonly file: string; readonly why: string }[];
		/** There only where not all was read: `hunt --partial`, interrupted. */
		readonly partial?: PartialRun;
	};
	readonly inputs: readonly InputSummary[];
	readonly findings: readonly Finding[];
	/** In the order of their strongest findings. */
	readonly incidents: readonly Incident[];
	readonly coverage: readonly Coverage[];
}
