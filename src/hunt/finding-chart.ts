import type { FindingSeries } from '../model/finding.ts';
import type { EvidenceBase } from './evidence-base.ts';
import { iso } from './iso.ts';
import { DAY, dayOf } from './profile.ts';
import type { Verdict } from './verdict.ts';
import { significant } from './words.ts';

const HOUR = 3_600_000;
/** Longest chart, steps. */
const MOST_STEPS = 120;

/** What the subject did around a window, and what was usual: by the hour for windows of an hour and less, else by the day. */
export function chartOf(verdict: Verdict, base: EvidenceBase): FindingSeries {
	const { view, model } = verdict;
	const entity = verdict.entity.whole ?? verdict.entity;
	const step = view.length > HOUR ? DAY : HOUR;
	const before = step === DAY ? 45 * DAY : 3 * DAY;
	const first = Math.max(dayOf(base.ledger.first) * DAY, dayOf(view.start - before) * DAY);
	const last = Math.min((dayOf(base.ledger.last) + 1) * DAY, (dayOf(view.end + (step === DAY ? 5 * DAY : DAY)) + 1) * DAY);
	const steps = Math.min(MOST_STEPS, Math.ceil((last - first) / step));
	const observed = new Array<number>(steps).fill(0);
	for (const [index, time] of entity.times.entries()) {
		const at = Math.floor((time - first) / step);
		if (at >= 0 && at < steps) observed[at] = (observed[at] ?? 0) + (entity.weights[index] ?? 0);
	}
	const day = dayOf(view.start);
	const expected = observed.map((_, index) =>
		significant(model.expected(entity, day, first + index * step, first + (index + 1) * step)),
	);
	const signIns = base.rows
		.ofPerson(verdict.actor, view.start - 16 * HOUR, view.start + 16 * HOUR)
		.filter((row) => base.ledger.rows.activity(row) === 'login' || base.ledger.rows.activity(row) === 'login.failed')
		.slice(0, 50)
		.map((row) => ({
			time: iso(base.ledger.rows.time(row)),
			ok: base.ledger.rows.activity(row) === 'login',
			text: `${base.ledger.rows.platform(row)} ${base.ledger.rows.operation(row)}${base.ledger.rows.ip(row) === undefined ? '' : ` from ${base.ledger.rows.ip(row)}`}`,
		}));
	return { unit: verdict.series.unit, step, start: iso(first), observed, expected, signIns };
}
