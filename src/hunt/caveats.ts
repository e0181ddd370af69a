import { counted, type Volume } from '../analytic.ts';
import type { PlatformId } from '../model/platform.ts';
import { concerns, lossWords } from './coverage.ts';
import type { EvidenceBase } from './evidence-base.ts';
import type { Gathered } from './gather.ts';
import { DAY } from './profile.ts';
import type { Verdict } from './verdict.ts';

/** History below which a finding says that it stands on little, days. */
const LITTLE_HISTORY = 5;

const JUDGED_BY: Readonly<Record<Volume['of'], string>> = {
	self: 'judged by what is usual for the account itself',
	peers: 'judged by what is usual for the peers',
	organisation: 'judged by what is usual in the organisation',
	none: 'and too little is known of others to judge by',
};

/** What could not be seen that matters for a finding: the reader of a report must not mistake it for innocence or guilt. */
export function caveatsOf(
	gathered: Gathered,
	base: EvidenceBase,
): (verdict: Verdict, platforms: readonly PlatformId[]) => readonly string[] {
	const truncated = gathered.read.inputs.filter(({ summary }) => summary.truncated).map(({ summary }) => summary.file);
	return (verdict, platforms) => {
		const caveats: string[] = [];
		const isPerson = verdict.series.actor?.(verdict.view) === undefined;
		// An application or address is judged by when it came, not by its past: that it has none is no lack of the evidence.
		const days = isPerson ? verdict.view.volume.days : verdict.view.volume.evidenceDays;
		if (verdict.series.anchor === undefined && days < LITTLE_HISTORY) {
			caveats.push(`cold start: ${counted(days, 'day')} of history; ${JUDGED_BY[verdict.view.volume.of]}`);
		}
		for (const platform of platforms) {
			for (const format of [...(gathered.formats.get(platform)?.values() ?? [])].toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
				if (format.lacks !== undefined && format.lacks.length > 0) caveats.push(lossWords(format));
			}
			for (const spot of base.sources.get(platform)?.blindSpots ?? []) {
				if (spot.kind === 'sampling' && verdict.series.hears.some((activity) => concerns(spot, activity)))
					caveats.push(spot.text);
			}
		}
		if (base.ledger.last - verdict.view.end < DAY / 24)
			caveats.push('the evidence ends within an hour of this window: what came afterwards is not in it');
		if (truncated.length > 0) caveats.push(`cut off: ${truncated.join(', ')}`);
		// An application or address is nobody who signs in.
		if (isPerson && !hasSignIns(base, verdict)) caveats.push('no sign-ins of this account are in the evidence');
		return caveats;
	};
}

function hasSignIns(base: EvidenceBase, verdict: Verdict): boolean {
	return base.rows
		.ofPerson(verdict.actor, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY)
		.some((row) => base.ledger.rows.activity(row) === 'login' || base.ledger.rows.activity(row) === 'login.failed');
}
