import type { Activity } from '../model/activity.ts';
import { BrokenCell } from '../model/errors.ts';
import type { ActorType, EventDraft, NormalisedEvent } from '../model/event.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { RejectReason } from '../model/record.ts';
import type { ActivityRule, FieldName, Format, Source } from '../model/source.ts';
import { parseAddress } from '../read/address.ts';
import { asFlag, asNumber, asText, asTexts, compilePath, compilePaths, type FieldReader } from '../read/fields.ts';
import { parseTime } from '../read/time.ts';

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

/** A source made ready to read: paths compiled, rules listed. */
export interface Normaliser {
	readonly source: Source;
	/** How well a record fits this source: the names of the best format that are there, 0 for none. */
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
	const readers = compileFields(source);
	const rules = new Map(Object.entries(source.activities).map(([operation, entry]) => [operation, asRules(entry)]));
	const formats = source.formats.map((format) => ({ format, names: format.has.map(compilePresence) }));
	return {
		source,
		recognise(record) {
			let best: { format: Format; weight: number } | undefined;
			for (const { format, names } of formats) {
				if (names.length <= (best?.weight ?? 0) || !names.every((has) => has(record))) continue;
				if (format.test === undefined || format.test(record)) best = { format, weight: names.length };
			}
			return best;
		},
		event: (record, file, ordinal) => makeEvent({ source, readers, rules }, record, { file, record: ordinal }),
	};
}

interface Prepared {
	readonly source: Source;
	readonly readers: Readers;
	readonly rules: ReadonlyMap<string, readonly ActivityRule[]>;
}

function makeEvent(prepared: Prepared, record: JsonObject, place: { file: string; record: number }): NormalisedEvent | Unusable {
	const { source, readers, rules } = prepared;
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
	if (id !== undefined) event.ref = { ...event.ref, id };
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

function compileFields(source: Source): Readers {
	const readers: Partial<Record<FieldName, FieldReader>> = {};
	for (const [name, spec] of Object.entries(source.fields) as [FieldName, string | readonly string[]][])
		readers[name] = compilePaths(spec);
	return readers;
}

function asRules(entry: Activity | ActivityRule | readonly ActivityRule[]): readonly ActivityRule[] {
	if (typeof entry === 'string') return [{ activity: entry }];
	return Array.isArray(entry) ? entry : [entry as ActivityRule];
}

function isActorType(text: string): text is ActorType {
	return ACTOR_TYPES.has(text);
}

// A member that is there with the value null still tells the format.
function compilePresence(path: string): (record: JsonObject) => boolean {
	if (/^[^.[\]"]+$/.test(path)) return (record) => Object.hasOwn(record, path);
	const quoted = /^"([^"]+)"$/.exec(path)?.[1];
	if (quoted !== undefined) return (record) => Object.hasOwn(record, quoted);
	const read = compilePath(path);
	return (record) => read(record) !== undefined;
}

function paths(source: Source, field: FieldName): string {
	const spec = source.fields[field];
	return `${source.id} ${typeof spec === 'string' ? spec : (spec ?? [field]).join(' or ')}`;
}

function shown(value: Json): string {
	const text = JSON.stringify(value);
	return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
