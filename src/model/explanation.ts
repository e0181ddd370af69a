import type { ContextNote, EvidenceRef, Finding, InputRef, Reason } from './finding.ts';

/** The numbers behind a volume: what was known before the window's day, and what it made of the count. */
export interface VolumeBasis {
	/** Length of the window that was scanned, ms. */
	readonly length: number;
	/** Days of the subject's own history, and what it did on them altogether. */
	readonly days: number;
	readonly weight: number;
	/** What others do: a gamma distribution of daily rates, mean `a / b`, worth `b` days of history. */
	readonly prior: { readonly of: 'peers' | 'organisation' | 'none'; readonly a: number; readonly b: number };
	/** How many subjects of the organisation are known for long enough to speak for the others. */
	readonly known: number;
	/** The window's share of an average day, by the person's hours. */
	readonly share: number;
	/** What was to be expected in the window. */
	readonly expected: number;
	/** Over-dispersion φ of windows of this length: variance = mean + φ mean². */
	readonly dispersion: number;
	/** −log10 of the chance of so many or more, before it is compressed. */
	readonly tail: number;
	/** On how many earlier days the subject did as much within the same length, and how far that limits the tail. */
	readonly daysAsMuch: number;
	readonly ownLimit?: number;
	/** Days that the evidence itself holds before the window. */
	readonly evidenceDays: number;
}

/** A score with one thing changed. */
export interface Counterfactual {
	readonly text: string;
	readonly score: number;
}

/** What would have made a finding stay unsaid. */
export interface SilentIf {
	/** The limit below which a finding is not shown. */
	readonly below: number;
	/** The largest count that would have stayed below, everything else being the same: the first `records` records of the window. */
	readonly count?: { readonly largest: number; readonly records: number; readonly score: number };
	/** Each line left out alone, strongest first. */
	readonly without: readonly Counterfactual[];
	/** The fewest of the strongest lines without which the score falls below the limit. */
	readonly together?: { readonly signals: readonly string[]; readonly score: number };
}

/** Why a finding is one: `hunt --explain`. */
export interface Explanation {
	readonly schema: 'saashound/explanation/1';
	readonly tool: { readonly name: 'saashound'; readonly version: string; readonly arguments: readonly string[] };
	/** What was read. */
	readonly inputs: readonly InputRef[];
	/** The first and the last moment of the evidence, as in the findings document. */
	readonly run: { readonly from: string; readonly to: string };
	/** As in the findings document. Its rank is that among all findings at or above the limit; 0 where it lies below. */
	readonly finding: Finding;
	/** Absent where the act is judged by itself and nothing is counted. */
	readonly volume?: VolumeBasis & { readonly line: number };
	/** The score as it is, and as it would be without the lines that rest on the context folder. */
	readonly context: { readonly score: number; readonly without: number; readonly lines: readonly Reason[] };
	readonly silentIf: SilentIf;
}

/** A window of somebody that was looked at. */
export interface JudgedWindow {
	readonly title: string;
	readonly start: string;
	readonly end: string;
	readonly score: number;
	/** Decades that it lacks to be shown; 0 or less where it was. */
	readonly missing: number;
	readonly reasons: readonly Reason[];
	readonly context: readonly ContextNote[];
	readonly volume?: VolumeBasis & { readonly line: number };
	/** The count from which on it would have been shown, everything else being the same; absent where none would do or nothing is counted. */
	readonly neededCount?: number;
	readonly unit: string;
	readonly observed: number;
	/** The finding that shows it, or that stands for it. */
	readonly finding?: { readonly id: string; readonly rank: number; readonly score: number };
	readonly first: EvidenceRef;
}

/** What one analytic made of somebody. */
export interface AnalyticSilence {
	readonly analytic: string;
	readonly name: string;
	/** Events of this person that the analytic hears, and how many of them count for it. */
	readonly heard: number;
	readonly counted: number;
	/** Those that the hunt judges first; of them, and of those that it passes over, the strongest first. */
	readonly windows: readonly JudgedWindow[];
	/** In one sentence why nothing, or nothing more, is reported. */
	readonly text: string;
}

/** Why somebody is not reported: `hunt --why-not`. */
export interface WhyNot {
	readonly schema: 'saashound/why-not/1';
	readonly tool: { readonly name: 'saashound'; readonly version: string; readonly arguments: readonly string[] };
	/** What was read. */
	readonly inputs: readonly InputRef[];
	readonly asked: string;
	/** Score below which a finding is not shown. */
	readonly below: number;
	/** Who that is; empty where the evidence knows nobody of that name. */
	readonly people: readonly {
		readonly id: string;
		readonly names: readonly string[];
		readonly days: number;
		readonly events: number;
	}[];
	/** Names like one that is not there. */
	readonly alike: readonly string[];
	readonly analytics: readonly AnalyticSilence[];
}
