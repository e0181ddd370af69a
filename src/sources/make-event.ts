import type { Activity } from '../model/activity.ts';
import type { EventDraft, NormalisedEvent } from '../model/event.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { RejectReason } from '../model/record.ts';
import type { ActivityRule, EventReader, FieldName, Later, Source } from '../model/source.ts';
import { asText } from '../read/fields.ts';
import { parseTime } from '../read/time.ts';
import type { ShapeFacts } from './facts.ts';
import type { Shapes } from './shapes.ts';

/** A native record that cannot become an event. */
export interface Unusable {
	readonly reason: RejectReason;
	readonly got: string;
	readonly expected: string;
}

/** A source with what is compiled of it. */
export interface Prepared {
	readonly source: Source;
	readonly facts: Shapes<ShapeFacts>;
	readonly rules: ReadonlyMap<string, readonly ActivityRule[]>;
	/** Dates with slashes begin with the day. */
	readonly dayFirst: boolean;
}

/** Where the record stands, and which activities' events are looked at whole (absent: all). */
export interface Wanted {
	readonly file: string;
	readonly record: number;
	readonly whole: ReadonlySet<Activity> | undefined;
}

/** Makes the event of a native record. */
export function makeEvent(prepared: Prepared, record: JsonObject, wanted: Wanted): NormalisedEvent | Unusable {
	const facts = prepared.facts.of(record);
	const time = timeOf(prepared, facts, record);
	if (typeof time !== 'number') return time;
	const operation = operationOf(prepared.source, facts, record);
	if (typeof operation !== 'string') return operation;
	const event = newEvent(prepared.source, time, operation, wanted);
	for (const { read } of facts.others) read(record, event);
	const postponed = finishEvent(prepared, record, event);
	if (!isBrief(prepared.source, event, wanted)) for (const read of postponed) read(record, event);
	return event;
}

/** The event's time, epoch ms. */
export function timeOf({ source, dayFirst }: Prepared, { time: read }: ShapeFacts, record: JsonObject): number | Unusable {
	const raw = read?.(record);
	if (raw === undefined) return { reason: 'no-time', got: 'no event time', expected: paths(source, 'time') };
	const time = readTime(raw, source, dayFirst);
	if (time !== undefined) return time;
	const turned = readTime(raw, source, !dayFirst) !== undefined;
	const expected = turned ? (dayFirst ? DAY_FIRST : MONTH_FIRST) : 'a time (ISO 8601 or epoch)';
	return { reason: 'bad-time', got: `${paths(source, 'time')} is ${shown(raw)}`, expected };
}

const MONTH_FIRST = 'the month before the day in a date with slashes; where the export has the day first, say --day-first';
const DAY_FIRST = 'the day before the month in a date with slashes, as --day-first says';

function readTime(raw: Json, source: Source, dayFirst: boolean): number | undefined {
	return parseTime(raw, dayFirst) ?? (typeof raw === 'string' ? source.parseTime?.(raw, dayFirst) : undefined);
}

/** The operation, cleaned up. */
export function operationOf(source: Source, { operation: read }: ShapeFacts, record: JsonObject): string | Unusable {
	const raw = asText(read?.(record));
	if (raw === undefined) return { reason: 'no-operation', got: 'no operation', expected: paths(source, 'operation') };
	return source.operation?.(raw) ?? raw;
}

/** An event of which no more is known. */
export function newEvent({ id: platform }: Source, time: number, operation: string, { file, record }: Wanted): EventDraft {
	return { time, platform, activity: 'other', operation, ref: { file, record } };
}

const NOTHING: readonly EventReader[] = [];

/** Does what code has to do once the paths have been read: the source's own, and that of the operation. @returns what was put off */
export function finishEvent({ source, rules }: Prepared, record: JsonObject, event: EventDraft): readonly EventReader[] {
	let postponed: EventReader[] | undefined;
	const later: Later = (read) => {
		postponed ??= [];
		postponed.push(read);
	};
	source.finish?.(record, event, later);
	const known = rules.get(event.operation);
	const rule =
		known === undefined
			? source.fallback?.rule(event.operation, record)
			: known.find((candidate) => candidate.when === undefined || candidate.when.test(record));
	if (rule !== undefined) {
		event.activity = rule.activity;
		if (rule.details !== undefined) event.details = { ...event.details, ...rule.details };
		rule.read?.(record, event, later);
	}
	return postponed ?? NOTHING;
}

/**
 * Whether nobody asks for the facts that were put off: the event is not looked at whole, and needs no target to be told from others.
 */
export function isBrief(source: Source, { activity, ref: { id } }: EventDraft, { whole }: Wanted): boolean {
	return (
		whole !== undefined && !whole.has(activity) && source.uniqueIds === true && id !== undefined && source.weakId?.(id) !== true
	);
}

function paths(source: Source, field: FieldName): string {
	const spec = source.fields[field] ?? [];
	if (spec.length === 0) return `a path for ${field} in the fields that ${source.id} declares, where there is none`;
	return `${source.id} ${typeof spec === 'string' ? spec : spec.join(' or ')}`;
}

function shown(value: Json): string {
	const text = JSON.stringify(value);
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
