import { ANALYTICS, type AnalyticId, type SizeKind } from '../organisation/world.ts';
import type { Claim, TrueCampaign, Truth } from './model.ts';

const DAY = 86_400_000;

/** What one claim turned out to be. Neutral: the same campaign again, or the same intrusion under a neighbouring analytic. */
export type Verdict =
	| { readonly kind: 'hit'; readonly campaign: TrueCampaign }
	| { readonly kind: 'neutral' }
	| { readonly kind: 'false' };

/** Whether a claim blames one of the campaign's names, within a day of when it happened. */
function concerns(claim: Claim, campaign: TrueCampaign, names: ReadonlySet<string>): boolean {
	return (
		claim.names.some((name) => names.has(name)) &&
		claim.start <= Date.parse(campaign.end) + DAY &&
		claim.end >= Date.parse(campaign.start) - DAY
	);
}

/** The claims of one analytic, strongest first (ties by start and name), each with its verdict. */
export function judgeClaims(claims: readonly Claim[], analytic: AnalyticId, truth: Truth): { claim: Claim; verdict: Verdict }[] {
	const campaigns = truth.campaigns.map((campaign) => ({ campaign, names: new Set(campaign.actors) }));
	const found = new Set<TrueCampaign>();
	return ranked(claims.filter((claim) => claim.analytic === analytic)).map((claim) => {
		const about = campaigns.filter(({ campaign, names }) => concerns(claim, campaign, names)).map(({ campaign }) => campaign);
		const fresh = about.find((campaign) => campaign.analytic === analytic && !found.has(campaign));
		if (fresh !== undefined) {
			found.add(fresh);
			return { claim, verdict: { kind: 'hit', campaign: fresh } };
		}
		return { claim, verdict: { kind: about.length > 0 ? 'neutral' : 'false' } };
	});
}

function ranked(claims: readonly Claim[]): Claim[] {
	const first = (claim: Claim): string => claim.names[0] ?? '';
	return [...claims].sort((a, b) => b.score - a.score || a.start - b.start || (first(a) < first(b) ? -1 : 1));
}

/** How well one method did on one organisation. */
export interface Result {
	readonly ap: Readonly<Record<AnalyticId, number>>;
	readonly recall10: Readonly<Record<AnalyticId, number>>;
	/** Campaigns of each size within the first ten of their analytic, and how many there were. */
	readonly found: Readonly<Record<SizeKind, readonly [found: number, all: number]>>;
	/** Scores of the false claims, strongest first. */
	readonly falseScores: readonly number[];
	/** All analytics in one list. */
	readonly oneList: number;
}

/** Average precision, recall and false claims of one method on one organisation; NaN for an analytic without campaigns. */
export function measure(claims: readonly Claim[], truth: Truth): Result {
	const ap = {} as Record<AnalyticId, number>;
	const recall10 = {} as Record<AnalyticId, number>;
	const found: Record<SizeKind, [number, number]> = { loud: [0, 0], medium: [0, 0], single: [0, 0], slow: [0, 0] };
	const all: { claim: Claim; verdict: Verdict }[] = [];
	for (const campaign of truth.campaigns) found[campaign.size][1]++;
	for (const analytic of ANALYTICS) {
		const judged = judgeClaims(claims, analytic, truth);
		all.push(...judged);
		const total = truth.campaigns.filter((campaign) => campaign.analytic === analytic).length;
		const counted = judged.filter(({ verdict }) => verdict.kind !== 'neutral');
		ap[analytic] = averagePrecision(
			counted.map(({ verdict }) => verdict),
			total,
		);
		const hits = counted.slice(0, 10).flatMap(({ verdict }) => (verdict.kind === 'hit' ? [verdict.campaign] : []));
		recall10[analytic] = hits.length / total;
		for (const campaign of hits) found[campaign.size][0]++;
	}
	all.sort((a, b) => b.claim.score - a.claim.score || a.claim.start - b.claim.start);
	const counted = all.filter(({ verdict }) => verdict.kind !== 'neutral').map(({ verdict }) => verdict);
	return {
		ap,
		recall10,
		found,
		falseScores: all.filter(({ verdict }) => verdict.kind === 'false').map(({ claim }) => claim.score),
		oneList: averagePrecision(counted, truth.campaigns.length),
	};
}

function averagePrecision(verdicts: readonly Verdict[], total: number): number {
	let hits = 0;
	let sum = 0;
	for (const [at, verdict] of verdicts.entries()) {
		if (verdict.kind !== 'hit') continue;
		hits++;
		sum += hits / (at + 1);
	}
	return sum / total;
}
