import { UsageError } from '../model/errors.ts';
import type { Explanation } from '../model/explanation.ts';
import type { Finding } from '../model/finding.ts';
import { scoreOf, shownScore } from '../score/score.ts';
import { corroborate } from './corroborate.ts';
import { withHashes } from './hashes.ts';
import { findingParts, type Judged, judged } from './hunt.ts';
import { iso } from './iso.ts';
import { findingId, makeFinding } from './make-finding.ts';
import { inputRefs } from './read-evidence.ts';
import type { HuntRequest } from './request.ts';
import type { Verdict } from './verdict.ts';
import { basisOf, silentIf } from './what-if.ts';

/**
 * Hunts, and says of one finding how its score came about and what would have made it silent.
 * @param wanted its id (whatever its score), or its rank among those at or above `minScore`
 * @throws UsageError when there is no such finding; EvidenceError when the evidence cannot be used
 */
export async function explain(request: HuntRequest, wanted: string): Promise<Explanation> {
	const found = await judged(request);
	const limit = request.minScore;
	const strong = found.verdicts.filter(({ sum }) => scoreOf(sum) >= limit);
	const verdict = choose(found.verdicts, strong, wanted.trim(), found);
	const draft = makeFinding(verdict, strong.indexOf(verdict) + 1, findingParts(request, found.gathered, found.base));
	const [finding] = await withHashes([draft], found.gathered.ledger.files);
	const volume = basisOf(verdict);
	const { first, last } = found.gathered.ledger;
	return {
		schema: 'saashound/explanation/1',
		tool: { name: 'saashound', version: request.version, arguments: request.arguments },
		inputs: inputRefs(found.gathered.read),
		run: { from: iso(first), to: iso(last) },
		finding: finding ?? draft.finding,
		...(volume !== undefined && { volume }),
		context: contextOf(verdict, draft.finding),
		silentIf: silentIf(verdict, limit, found),
	};
}

function choose(all: readonly Verdict[], strong: readonly Verdict[], wanted: string, { base }: Judged): Verdict {
	const ranked = /^\d{1,7}$/.test(wanted) ? strong[Number(wanted) - 1] : undefined;
	const verdict = ranked ?? all.find((candidate) => findingId(candidate, base) === wanted);
	if (verdict !== undefined) return verdict;
	if (strong.length === 0)
		throw new UsageError(`--explain: there is no finding '${wanted}': nothing reaches the score asked for`);
	throw new UsageError(
		`--explain: no finding '${wanted}'; give a rank from 1 to ${strong.length}, or an id as hunt --format json shows it`,
	);
}

function contextOf(verdict: Verdict, finding: Finding): Explanation['context'] {
	const { reasons, told } = verdict.said();
	const excuses = reasons.filter(({ signal }) => signal === 'context');
	const untouched = reasons.filter(({ signal }) => signal !== 'context' && !told.some(({ line }) => line.signal === signal));
	const left = told.map(({ line, decades }) => ({ ...line, surprise: line.surprise - decades }));
	const without = corroborate(verdict.analytic, [...untouched, ...left.filter(({ surprise }) => surprise !== 0)]);
	const lines = [...told.map(({ line, decades }) => ({ ...line, surprise: decades })), ...excuses];
	return { score: finding.score, without: shownScore(scoreOf(without.sum)), lines };
}
