import type { Stage } from '../model/finding.ts';
import type { EvidenceBase } from './evidence-base.ts';
import { refOf } from './finding-evidence.ts';
import { HeardRow } from './heard-row.ts';
import type { Place } from './rows.ts';
import type { Verdict } from './verdict.ts';

/** Sign-ins this odd (decades) are a stage of the story. */
const ODD_SIGN_IN = 1;

/** A stage, and where the record lies that it names: its hash is taken from there. */
export interface Staged {
	readonly stage: Stage;
	readonly place: Place;
}

/** The story of a finding, by time: what the analytic tells of it, and the sign-in before it, where that is odd. Empty where there is nothing to tell beside the window. */
export function stagesOf({ view, series }: Verdict, base: EvidenceBase): readonly Staged[] {
	const staged = (row: number | undefined, name: string, text: string): readonly Staged[] => {
		if (row === undefined) return [];
		const evidence = refOf(row, base);
		return [{ stage: { name, time: evidence.time, text, evidence }, place: base.ledger.rows.place(row) }];
	};
	const told = series.stages?.(view).flatMap(({ name, text, event }) => staged(HeardRow.rowOf(event), name, text));
	const signIn = view.oddestSignIn();
	if (signIn === undefined || signIn.surprise < ODD_SIGN_IN) return byTime(told ?? []);
	const ip = base.ledger.rows.ip(signIn.row);
	const words = `${signIn.words.join(', ') || 'an unusual sign-in'}${ip === undefined ? '' : ` [${ip}]`}`;
	return byTime([...staged(signIn.row, 'sign-in', words), ...(told ?? staged(view.rows[0], series.id, series.title(view)))]);
}

function byTime(stages: readonly Staged[]): readonly Staged[] {
	return stages.toSorted(({ stage: a }, { stage: b }) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0));
}
