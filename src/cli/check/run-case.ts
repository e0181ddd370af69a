import type { Analytic } from '../../analytic.ts';
import type { HuntRequest } from '../../hunt/request.ts';
import { Defect, EvidenceError, UsageError } from '../../model/errors.ts';
import { LEAST_SCORE_SHOWN } from '../../model/finding.ts';
import { isPlatform } from '../../model/platform.ts';
import { hunt, loadContext } from '../engine.ts';
import { oneLine } from '../errors.ts';
import { parseDuration } from '../options/duration.ts';
import { parseAnalytics } from '../options/selection.ts';
import { parseBound } from '../options/time.ts';
import { version } from '../package.ts';
import { type FixtureCase, readCase } from './cases.ts';
import { compareCase } from './compare-case.ts';

/** How a case ended. */
export interface CaseResult {
	readonly folder: string;
	readonly title: string;
	/** What was wrong, a sentence each; empty: it passed. */
	readonly problems: readonly string[];
	readonly findings: number;
}

/** Runs a case and compares. Bad cases and evidence are failures of the case, not of the run; a defect of ours is thrown. */
export async function runCase(folder: string, known: readonly Analytic[]): Promise<CaseResult> {
	let title = folder;
	let problems: readonly string[];
	let findings = 0;
	try {
		const one = readCase(folder);
		title = one.title;
		const document = await hunt(await requestOf(one, known));
		findings = document.findings.length;
		problems = compareCase(one.expected, document);
	} catch (error) {
		if (!(error instanceof UsageError || error instanceof EvidenceError)) {
			throw new Defect(`${folder}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
		}
		problems = [oneLine(error.message)];
	}
	return { folder, title, problems, findings };
}

/** What a case asks of the hunt. @throws UsageError where its options are wrong */
export async function requestOf(one: FixtureCase, known: readonly Analytic[]): Promise<HuntRequest> {
	const { options } = one;
	const wanted = new Set(one.analytics.flatMap((word) => parseAnalytics(word, known)));
	const context = one.context === undefined ? undefined : await loadContext(one.context);
	const { platform, from, to, window, baseline, set, minScore } = options;
	if (platform !== undefined && !isPlatform(platform)) throw new UsageError(`case.json: unknown platform '${platform}'`);
	return {
		evidence: one.evidence,
		analytics: known.filter((analytic) => wanted.has(analytic)),
		set,
		minScore: minScore ?? LEAST_SCORE_SHOWN,
		arguments: ['check'],
		version: version(),
		...(context !== undefined && { context }),
		...(platform !== undefined && { platform }),
		...(from !== undefined && { from: parseBound('from', from) }),
		...(to !== undefined && { to: parseBound('to', to) }),
		...(window !== undefined && { window: parseDuration('window', window) }),
		...(baseline !== undefined && { baseline: parseDuration('baseline', baseline) }),
	};
}
