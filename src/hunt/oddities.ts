import type { PlatformId } from '../model/platform.ts';
import type { InputTally } from './input-reading.ts';
import { DAY } from './profile.ts';

/** A day counts as a hole when the same weekday usually brings at least this many events. */
const USUAL_LEAST = 5;
/** Weeks of the same weekday that must be known before a hole can be called one. */
const WEEKDAYS_KNOWN = 2;

/** Record counts at which vendors and tools cut an export. */
const CUT_RECORDS: readonly { readonly records: number; readonly platforms: readonly PlatformId[]; readonly text: string }[] = [
	{
		records: 50_000,
		platforms: ['m365'],
		text: 'exactly 50,000 records: the limit of a Purview export and of one Search-UnifiedAuditLog session',
	},
	{ records: 5_000, platforms: ['m365'], text: 'exactly 5,000 records: the limit of one Search-UnifiedAuditLog call' },
	{ records: 1_000, platforms: ['okta'], text: 'exactly 1,000 records: one page of the System Log API' },
	{ records: 500, platforms: ['box'], text: 'exactly 500 records: one page of the Box events API' },
	{ records: 100, platforms: ['github', 'okta'], text: 'exactly 100 records: one page of the API' },
	{ records: 1_000_000, platforms: ['m365'], text: 'exactly 1,000,000 records: the limit of an audit search job' },
];

/** Bytes at which GitHub cuts a web export. */
const GITHUB_EXPORT_BYTES = 100_000_000;

/** Spans in days after which vendors keep nothing, or to which a query defaults. */
const RETENTION_DAYS: readonly number[] = [7, 30, 90, 180, 365];

/** Whole days within the span without any event, although that weekday usually has some. */
export function gapsOf(
	days: ReadonlyMap<number, number>,
): readonly { readonly start: string; readonly end: string; readonly text: string }[] {
	const known = [...days.keys()].toSorted((a, b) => a - b);
	const [first, last] = [known[0], known.at(-1)];
	if (first === undefined || last === undefined) return [];
	const gaps: { start: string; end: string; text: string }[] = [];
	let from: number | undefined;
	for (let day = first; day <= last + 1; day += 1) {
		const hole = day <= last && !days.has(day) && usual(days, known, day) >= USUAL_LEAST;
		if (hole) from ??= day;
		else if (from !== undefined && (days.has(day) || day > last)) {
			const length = day - from;
			gaps.push({
				start: date(from),
				end: date(day),
				text: `no events for ${length} ${length === 1 ? 'day' : 'days'}, though these weekdays usually have some`,
			});
			from = undefined;
		}
	}
	return gaps;
}

// The median of that weekday over the days that are there.
function usual(days: ReadonlyMap<number, number>, known: readonly number[], day: number): number {
	const same = known.filter((other) => (((other - day) % 7) + 7) % 7 === 0).map((other) => days.get(other) ?? 0);
	if (same.length < WEEKDAYS_KNOWN) return 0;
	return same.toSorted((a, b) => a - b)[Math.floor(same.length / 2)] ?? 0;
}

/** Signs of a cut export or an odd clock, one sentence each. */
export function exportNotes(
	platform: PlatformId,
	span: { readonly first: number; readonly last: number; readonly days: ReadonlyMap<number, number> },
	inputs: readonly InputTally[],
): readonly string[] {
	const notes: string[] = [];
	for (const { summary } of inputs) {
		if (summary.platform !== platform) continue;
		const cut = CUT_RECORDS.find(({ records, platforms }) => records === summary.records && platforms.includes(platform));
		if (cut !== undefined) notes.push(`${summary.file}: ${cut.text}; more may have been left out`);
		if (platform === 'github' && summary.bytes >= GITHUB_EXPORT_BYTES)
			notes.push(`${summary.file}: 100 MB or more: GitHub cuts web exports there`);
		if (summary.truncated) notes.push(`${summary.file}: ends in the middle of a record: the export was cut`);
		for (const note of summary.notes) if (note.includes('outside 1990')) notes.push(`${summary.file}: ${note}`);
	}
	const length = (span.last - span.first) / DAY;
	const limit = RETENTION_DAYS.find((days) => Math.abs(length - days) < 0.5);
	if (limit !== undefined)
		notes.push(`the span is ${limit} days, a usual limit of retention or of a query: earlier events may exist elsewhere`);
	const times = [...span.days.keys()];
	const far = times.filter((day) => day * DAY > span.last - DAY / 2);
	if (far.length > 0 && times.length > 10) {
		const sorted = times.toSorted((a, b) => a - b);
		const [before, final] = [sorted.at(-2) ?? 0, sorted.at(-1) ?? 0];
		if (final - before > 60)
			notes.push(`the newest events lie ${final - before} days after the rest: a wrong clock, or two exports in one`);
	}
	return notes;
}

function date(day: number): string {
	return new Date(day * DAY).toISOString().slice(0, 10);
}
