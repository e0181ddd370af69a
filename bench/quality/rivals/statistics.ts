import { ANALYTICS, type AnalyticId } from '../../organisation/world.ts';
import type { Claim, Heard } from '../model.ts';
import { type Act, actsOf, DAY, dayOf, HOUR } from '../series.ts';
import { strongest } from './strongest.ts';

/** How odd a number is, given the numbers of the equal steps before it (nothing included). */
type Oddness = (number: number, before: readonly number[]) => number;

const zOf: Oddness = (number, before) => {
	const mean = before.reduce((a, b) => a + b, 0) / before.length;
	const deviation = Math.sqrt(before.reduce((sum, value) => sum + (value - mean) ** 2, 0) / before.length);
	return (number - mean) / Math.max(deviation, 0.1);
};

const robustOf: Oddness = (number, before) => {
	const middle = median(before);
	return (0.6745 * (number - middle)) / Math.max(median(before.map((value) => Math.abs(value - middle))), 0.1);
};

function median(values: readonly number[]): number {
	const sorted = [...values].sort((a, b) => a - b);
	const half = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

/** Five days of history at least, steps without acts counted as zero. */
export function zScore(events: readonly Heard[]): Claim[] {
	return all(events, zOf, [HOUR, DAY]);
}

export function robust(events: readonly Heard[]): Claim[] {
	return all(events, robustOf, [DAY]);
}

function all(events: readonly Heard[], oddness: Oddness, steps: readonly number[]): Claim[] {
	const claims = ANALYTICS.filter((analytic) => analytic !== 'AN1349').flatMap((analytic) =>
		series(events, analytic).flatMap(([names, acts]) => judge(events, { analytic, names, acts, oddness, steps })),
	);
	return [...claims, ...afterGrants(events, claims, oddness, steps)];
}

/** Mail is counted for each mailbox and program; everything else for each person. */
function series(events: readonly Heard[], analytic: AnalyticId): [string[], Act[]][] {
	const result: [string[], Act[]][] = [];
	for (const [actor, acts] of actsOf(events, analytic)) {
		if (analytic !== 'AN0132') {
			result.push([[actor], acts]);
			continue;
		}
		const programs = new Map<string, Act[]>();
		for (const act of acts) {
			const key = act.event.activity === 'mail.search' ? 'search' : (act.event.app ?? 'mail');
			programs.set(key, [...(programs.get(key) ?? []), act]);
		}
		for (const [program, own] of programs) result.push([[actor, program], own]);
	}
	return result;
}

interface Judged {
	readonly analytic: AnalyticId;
	readonly names: readonly string[];
	readonly acts: readonly Act[];
	readonly oddness: Oddness;
	readonly steps: readonly number[];
}

function judge(events: readonly Heard[], { analytic, names, acts, oddness, steps }: Judged): Claim[] {
	const begin = events[0]?.time ?? 0;
	const best = new Map<number, Claim>();
	for (const step of steps) {
		const counts = new Map<number, number>();
		for (const act of acts) counts.set(Math.floor(act.time / step), (counts.get(Math.floor(act.time / step)) ?? 0) + act.weight);
		const first = Math.floor(begin / step);
		for (const [at, number] of counts) {
			if (at - first < (5 * DAY) / step) continue;
			const before = [];
			for (let past = first; past < at; past++) before.push(counts.get(past) ?? 0);
			const score = oddness(number, before);
			const day = dayOf(at * step);
			if (number >= 2 && score > (best.get(day)?.score ?? 1))
				best.set(day, { analytic, names, start: at * step, end: (at + 1) * step - 1, score });
		}
	}
	return [...best.values()];
}

/** Permissions on mail, files, or the directory as a whole. */
const STRONG =
	/^(mail|files|sites|mailboxsettings|directory|rolemanagement)\.|full_access|\.manage$|gmail|mail\.google\.com|auth\/drive(\.readonly)?$|admin\.directory/i;

/** For grants: the oddest number of the person's (or the application's) acts within five days of a grant with strong scopes. */
function afterGrants(events: readonly Heard[], claims: readonly Claim[], oddness: Oddness, steps: readonly number[]): Claim[] {
	const found: Claim[] = [];
	const byApp = new Map<string, Act[]>();
	for (const event of events) {
		if (event.app === undefined || event.activity === 'app.grant') continue;
		const act: Act = { event, time: event.time, weight: event.items ?? 1, object: '' };
		const known = byApp.get(event.app);
		if (known === undefined) byApp.set(event.app, [act]);
		else known.push(act);
	}
	for (const grant of events) {
		if (grant.activity !== 'app.grant' || grant.actor === '' || !(grant.scopes ?? []).some((scope) => STRONG.test(scope)))
			continue;
		const app = grant.app ?? grant.target ?? '';
		const near = claims.filter(
			(claim) =>
				(claim.names.includes(grant.actor) || claim.names.includes(app)) &&
				claim.end >= grant.time &&
				claim.start < grant.time + 5 * DAY,
		);
		const acts = byApp.get(app) ?? [];
		const own = judge(events, { analytic: 'AN1349', names: [grant.actor], acts, oddness, steps }).filter(
			(claim) => claim.end >= grant.time && claim.start < grant.time + 5 * DAY,
		);
		const score = Math.max(0.1, ...[...near, ...own].map((claim) => claim.score));
		found.push({ analytic: 'AN1349', names: [grant.actor, app], start: grant.time, end: grant.time + DAY, score });
	}
	return strongest(found);
}
