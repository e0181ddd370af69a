import type { Activity } from '../model/activity.ts';
import { BrokenCell } from '../model/errors.ts';
import type { ActorType, EventDraft, NormalisedEvent } from '../model/event.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { RejectReason } from '../model/record.ts';
import type { ActivityRule, FieldName, Format, Source } from '../model/source.ts';
import { parseAddress } from '../read/address.ts';
import { asFlag, asNumber, asText, asTexts, compilePath, type FieldReader, mayLead } from '../read/fields.ts';
import { parseTime } from '../read/time.ts';
import { Shapes } from './shapes.ts';

/** A native record that cannot become an event. */
export interface Unusable {
	readonly reason: RejectReason;
	readonly got: string;
	readonly expected: string;
}

/**
 * Turns a recognised record into records of the platform's native shape.
 * A broken cell (`BrokenCell`) makes it unusable; nothing is lost without a reason.
 */
export function reshaped(format: Format, record: JsonObject): readonly JsonObject[] | Unusable {
	if (format.reshape === undefined) return [record];
	try {
		return format.reshape(record);
	} catch (error) {
		if (error instanceof BrokenCell) return { reason: 'broken-cell', got: error.message, expected: error.expected };
		throw error;
	}
}

/** A format with its names told apart. */
export interface PreparedFormat {
	readonly format: Format;
	/** How many names it asks for. */
	readonly weight: number;
	/** Those at the top level: a record's shape tells whether they are there. */
	readonly names: readonly string[];
	/** Those further inside: each record has to be asked. */
	readonly inside: readonly ((record: JsonObject) => boolean)[];
}

/** A source made ready to read: paths compiled, rules listed. */
export interface Normaliser {
	readonly source: Source;
	readonly formats: readonly PreparedFormat[];
	/** How well a record fits this source: the format that asks for most names, all of which are there. */
	recognise(record: JsonObject): { readonly format: Format; readonly weight: number } | undefined;
	/** Turns one native-shaped record into an event. */
	event(record: JsonObject, file: string, ordinal: number): NormalisedEvent | Unusable;
}

type Readers = Readonly<Partial<Record<FieldName, FieldReader>>>;

const ACTOR_TYPES: ReadonlySet<string> = new Set<ActorType>(['user', 'service', 'app', 'system']);

/**
 * Compiles a source.
 * @throws TypeError on a malformed path in its declaration.
 */
export function prepare(source: Source): Normaliser {
	const paths = compileFields(source);
	const rules = new Map(Object.entries(source.activities).map(([operation, entry]) => [operation, asRules(entry)]));
	// Most names first, otherwise as declared: the first that fits is the best.
	const formats = source.formats
		.map(prepareFormat)
		.filter(({ weight }) => weight > 0)
		.toSorted((a, b) => b.weight - a.weight);
	const readers = new Shapes((record) => readersOf(paths, record));
	return {
		source,
		formats,
		recognise: (record) =>
			formats.find((prepared) => prepared.names.every((name) => Object.hasOwn(record, name)) && fits(prepared, record)),
		event: (record, file, ordinal) => makeEvent({ source, readers, rules }, record, { file, record: ordinal }),
	};
}

interface Prepared {
	readonly source: Source;
	readonly readers: Shapes<Readers>;
	readonly rules: ReadonlyMap<string, readonly ActivityRule[]>;
}

function makeEvent(prepared: Prepared, record: JsonObject, place: { file: string; record: number }): NormalisedEvent | Unusable {
	const { source, rules } = prepared;
	const readers = prepared.readers.of(record);
	const rawTime = readers.time?.(record);
	if (rawTime === undefined) return { reason: 'no-time', got: 'no event time', expected: `${paths(source, 'time')}` };
	const time = parseTime(rawTime) ?? (typeof rawTime === 'string' ? source.parseTime?.(rawTime) : undefined);
	if (time === undefined) {
		return {
			reason: 'bad-time',
			got: `${paths(source, 'time')} is ${shown(rawTime)}`,
			expected: 'a time (ISO 8601 or epoch)',
		};
	}
	const rawOperation = asText(readers.operation?.(record));
	if (rawOperation === undefined) return { reason: 'no-operation', got: 'no operation', expected: paths(source, 'operation') };
	const operation = source.operation?.(rawOperation) ?? rawOperation;
	const event: EventDraft = { time, platform: source.id, activity: 'other', operation, ref: place };
	fill(event, record, readers, source);
	source.finish?.(record, event);
	const known = rules.get(operation);
	const rule =
		known === undefined
			? source.fallback?.rule(operation, record)
			: known.find((candidate) => candidate.when === undefined || candidate.when.test(record));
	if (rule !== undefined) {
		event.activity = rule.activity;
		if (rule.details !== undefined) event.details = { ...event.details, ...rule.details };
		rule.read?.(record, event);
	}
	return event;
}

function fill(event: EventDraft, record: JsonObject, read: Readers, source: Source): void {
	const id = asText(read.id?.(record));
	if (id !== undefined) event.ref = { file: event.ref.file, record: event.ref.record, id };
	const email = asText(read.actorEmail?.(record))?.toLowerCase();
	const actorId = asText(read.actorId?.(record))?.toLowerCase() ?? email;
	if (actorId !== undefined) {
		const type = asText(read.actorType?.(record))?.toLowerCase() ?? 'user';
		const name = asText(read.actorName?.(record));
		event.actor = {
			type: isActorType(type) ? type : 'user',
			id: actorId,
			...(name !== undefined && { name }),
			...((email ?? (actorId.includes('@') ? actorId : undefined)) !== undefined && { email: email ?? actorId }),
		};
	}
	const appId = asText(read.appId?.(record));
	const appName = asText(read.appName?.(record));
	if (appId !== undefined || appName !== undefined) {
		event.app = { id: (appId ?? appName ?? '').toLowerCase(), ...(appName !== undefined && { name: appName }) };
	}
	const targetId = asText(read.targetId?.(record));
	if (targetId !== undefined) {
		const name = asText(read.targetName?.(record));
		event.target = { type: asText(read.targetType?.(record)) ?? 'object', id: targetId, ...(name !== undefined && { name }) };
	}
	setText(event, 'asOrg', read.asOrg?.(record));
	setText(event, 'country', read.country?.(record));
	setText(event, 'city', read.city?.(record));
	setText(event, 'userAgent', read.userAgent?.(record));
	setText(event, 'session', read.session?.(record));
	setText(event, 'token', read.token?.(record));
	setText(event, 'tokenKind', read.tokenKind?.(record));
	setText(event, 'device', read.device?.(record));
	setNumber(event, 'asn', read.asn?.(record));
	setNumber(event, 'items', read.items?.(record));
	setNumber(event, 'bytes', read.bytes?.(record));
	const ip = parseAddress(asText(read.ip?.(record)));
	if (ip !== undefined) event.ip = ip;
	const proxy = asFlag(read.proxy?.(record));
	if (proxy !== undefined) event.proxy = proxy;
	const scopes = asTexts(read.scopes?.(record));
	if (scopes !== undefined) event.scopes = scopes;
	const outcome = asText(read.outcome?.(record))?.toLowerCase();
	if (outcome !== undefined) {
		if (source.outcomes?.success.includes(outcome)) event.ok = true;
		else if (source.outcomes?.failure.includes(outcome)) event.ok = false;
	}
}

type TextField = 'asOrg' | 'country' | 'city' | 'userAgent' | 'session' | 'token' | 'tokenKind' | 'device';

function setText(event: EventDraft, field: TextField, value: Json | undefined): void {
	const text = asText(value);
	if (text !== undefined) event[field] = text;
}

function setNumber(event: EventDraft, field: 'asn' | 'items' | 'bytes', value: Json | undefined): void {
	const number = asNumber(value);
	if (number !== undefined && number >= 0) event[field] = number;
}

/** A path as declared and as compiled. */
interface FieldPath {
	readonly path: string;
	readonly read: FieldReader;
}

type FieldPaths = readonly (readonly [FieldName, readonly FieldPath[]])[];

function compileFields(source: Source): FieldPaths {
	return (Object.entries(source.fields) as [FieldName, string | readonly string[]][]).map(([name, spec]) => [
		name,
		(typeof spec === 'string' ? [spec] : spec).map((path) => ({ path, read: compilePath(path) })),
	]);
}

/** Readers for records of one shape: paths that lead nowhere are left out. */
function readersOf(paths: FieldPaths, record: JsonObject): Readers {
	const readers: Partial<Record<FieldName, FieldReader>> = {};
	for (const [name, alternatives] of paths) {
		const [first, ...others] = alternatives.filter((path) => mayLead(path.path, record)).map(({ read }) => read);
		if (first !== undefined) readers[name] = firstFound(first, others);
	}
	return readers;
}

/** The first that is present and not an empty text wins. */
function firstFound(first: FieldReader, others: readonly FieldReader[]): FieldReader {
	return (record) => {
		const value = first(record);
		if (value !== undefined && value !== '') return value;
		for (const read of others) {
			const other = read(record);
			if (other !== undefined && other !== '') return other;
		}
		return undefined;
	};
}

function asRules(entry: Activity | ActivityRule | readonly ActivityRule[]): readonly ActivityRule[] {
	if (typeof entry === 'string') return [{ activity: entry }];
	return Array.isArray(entry) ? entry : [entry as ActivityRule];
}

function isActorType(text: string): text is ActorType {
	return ACTOR_TYPES.has(text);
}

/** Whether a record whose top-level names are all there is of the format. */
export function fits({ format, inside }: PreparedFormat, record: JsonObject): boolean {
	for (const has of inside) if (!has(record)) return false;
	return format.test === undefined || format.test(record);
}

function prepareFormat(format: Format): PreparedFormat {
	const names: string[] = [];
	const inside: ((record: JsonObject) => boolean)[] = [];
	for (const path of format.has) {
		// A member that is there with the value null still tells the format.
		const name = /^"([^"]+)"$/.exec(path)?.[1] ?? (/^[^.[\]"]+$/.test(path) ? path : undefined);
		if (name !== undefined) names.push(name);
		else {
			const read = compilePath(path);
			inside.push((record) => read(record) !== undefined);
		}
	}
	return { format, weight: format.has.length, names, inside };
}

function paths(source: Source, field: FieldName): string {
	const spec = source.fields[field];
	return `${source.id} ${typeof spec === 'string' ? spec : (spec ?? [field]).join(' or ')}`;
}

function shown(value: Json): string {
	const text = JSON.stringify(value);
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
