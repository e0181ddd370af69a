import type { Activity } from '../model/activity.ts';
import type { ActivityRule, ActivityTable, Format, Source } from '../model/source.ts';

/** One line of a source's table: what an operation means under which condition. */
export interface Meaning {
	readonly operation: string;
	readonly activity: Activity;
	/** Absent: always. */
	readonly when?: string;
	/** The meaning may change on reading the whole record. */
	readonly readsRecord: boolean;
}

/** The operations that a source knows and what each means, as declared, in the order of the declaration. */
export function meaningsOf(source: Source): readonly Meaning[] {
	return Object.entries(source.activities()).flatMap(([operation, entry]) =>
		rulesOf(entry).map((rule) => ({
			operation,
			activity: rule.activity,
			...(rule.when !== undefined && { when: rule.when.text }),
			readsRecord: rule.read !== undefined,
		})),
	);
}

function rulesOf(entry: ActivityTable[string]): readonly ActivityRule[] {
	if (entry === undefined) return [];
	if (typeof entry === 'string') return [{ activity: entry }];
	return 'activity' in entry ? [entry] : entry;
}

/** What of a format is lost or assumed, for people. */
export function noteOf({ note, localeTimes }: Format): string | undefined {
	const dates = localeTimes === true ? 'Dates with slashes are read month first, with `--day-first` day first.' : undefined;
	return [note, dates].filter((text) => text !== undefined).join(' ') || undefined;
}
