import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Carrier } from '../../model/source.ts';
import { asFlag, asObjects, asText, member, versionOf } from '../../read/fields.ts';
import { copying, emptyObject, type ObjectDraft } from '../reshape.ts';

/** Value keys of a parameter, in the order in which they are tried. `multiStrValue` is what Cloud Logging's `ActivityProto` writes for `multiValue`. */
const VALUE_KEYS = [
	'value',
	'intValue',
	'boolValue',
	'multiValue',
	'multiStrValue',
	'multiIntValue',
	'messageValue',
	'multiMessageValue',
] as const;
const MAX_DEPTH = 6;

/**
 * Makes one record out of one activity and one of its events. `index`: which of several; undefined where each event came alone. What Drive itself
 * says is not the act (`primary_event: false`) is marked as a companion.
 */
export function oneEvent(activity: JsonObject, event: JsonObject, index?: number, carrier = copying): JsonObject {
	const made: ObjectDraft = emptyObject();
	for (const name in activity) if (name !== 'events' && name !== '__proto__') carrier.member(made, name, activity, name);
	const inner: ObjectDraft = emptyObject();
	for (const name of EVENT_MEMBERS) if (Object.hasOwn(event, name)) carrier.member(inner, name, event, name);
	carrier.value(inner, 'id', () => eventId(activity, index));
	made['event'] = inner;
	made['parameters'] = readParameters(event['parameters'] ?? event['parameter'], carrier);
	carrier.value(inner, 'companion', () => isAside(made) || undefined);
	return made;
}

const EVENT_MEMBERS = ['type', 'name', 'status'] as const;

/** The qualifier names the activity; only the place within it names the event. */
function eventId(activity: JsonObject, index: number | undefined): string | undefined {
	const id = member(activity, 'id');
	const qualifier = asText(member(id, 'uniqueQualifier'));
	if (qualifier === undefined) return undefined;
	const named = `${asText(member(id, 'time')) ?? ''}/${qualifier}`;
	return index === undefined ? named : `${named}/${index}`;
}

/** The activity's events, one record each; what is only the echo of another event in it is marked as a companion too. */
export function explode(activity: JsonObject, carrier = copying): readonly JsonObject[] {
	const events = activity['events'];
	if (isObject(events)) return [oneEvent(activity, events, undefined, carrier)];
	const parts = asObjects(events).map((event, index) => oneEvent(activity, event, index, carrier));
	if (parts.length < 2) return parts;
	let known: { readonly version: number; readonly echoes: ReadonlySet<number> } | undefined;
	const isEcho = (index: number): boolean => {
		const version = versionOf(activity);
		if (known?.version !== version) known = { version, echoes: echoesOf(parts) };
		return known.echoes.has(index);
	};
	for (const [index, part] of parts.entries())
		carrier.value(part['event'] as ObjectDraft, 'companion', () => isAside(part) || isEcho(index) || undefined);
	return parts;
}

/** What a person did in Drive; the other events of the activity follow from it. */
const MAKERS = ['upload', 'create', 'copy'];

/**
 * Drive records one act as several events. An echo is what repeats an act on the same item, and what comes along with an upload, a
 * creation or a copy of the same item; what says `primary_event: false` is marked already. Items are compared only where names leave it open.
 */
function echoesOf(parts: readonly JsonObject[]): ReadonlySet<number> {
	const echoes = new Set<number>();
	const seen = new Set<string>();
	const named = parts.map((part) => ({ part, name: asText(member(part['event'], 'name')) ?? '' }));
	const itemOf = (part: JsonObject): string => asText(member(part['parameters'], 'doc_id')) ?? '';
	const makers = named.filter(({ part, name }) => MAKERS.includes(name) && isPrimary(part));
	const making = makers.toSorted((a, b) => MAKERS.indexOf(a.name) - MAKERS.indexOf(b.name));
	const names = new Set<string>();
	const twice = new Set(named.filter(({ name }) => names.size === names.add(name).size).map(({ name }) => name));
	for (const [index, { part, name }] of named.entries()) {
		const mayFollow = making.some((one) => one.name !== name);
		if (!(mayFollow || twice.has(name)) || !isDrive(part) || !isPrimary(part)) continue;
		const item = itemOf(part);
		const maker = mayFollow && item !== '' ? making.find((one) => itemOf(one.part) === item) : undefined;
		const key = `${name}\n${item}\n${asText(member(part['parameters'], 'target_user')) ?? ''}`;
		if ((maker !== undefined && maker.name !== name) || seen.has(key)) echoes.add(index);
		else seen.add(key);
	}
	return echoes;
}

/** What Drive itself says is not the act. */
function isAside(part: JsonObject): boolean {
	return isDrive(part) && !isPrimary(part);
}

function isDrive(part: JsonObject): boolean {
	return asText(member(part['id'], 'applicationName')) === 'drive';
}

function isPrimary(part: JsonObject): boolean {
	return asFlag(member(part['parameters'], 'primary_event')) !== false;
}

/** Parameters by name, whichever of the value kinds each has; nested messages become objects. A plain object stays as it is. */
function readParameters(value: Json | undefined, carrier: Carrier, depth = 0): JsonObject {
	const found: ObjectDraft = emptyObject();
	if (isObject(value)) {
		for (const name in value) if (name !== '__proto__') carrier.member(found, name, value, name);
		return found;
	}
	if (!Array.isArray(value) || depth > MAX_DEPTH) return found;
	for (const parameter of value as readonly Json[]) {
		const name = asText(member(parameter, 'name'));
		if (name === undefined || name === '__proto__' || !isObject(parameter)) continue;
		// It may be there twice: what comes last counts.
		if (Object.hasOwn(found, name)) delete found[name];
		readValue(found, name, parameter, { carrier, depth });
		// Some old records keep the new value as a second member of the same parameter.
		for (const other of ['old_value', 'new_value'])
			if (Object.hasOwn(parameter, other) && member(found, other) === undefined) {
				delete found[other];
				found[other] = parameter[other];
			}
	}
	return found;
}

interface Way {
	readonly carrier: Carrier;
	readonly depth: number;
}

function readValue(found: ObjectDraft, name: string, parameter: JsonObject, { carrier, depth }: Way): void {
	const keys = VALUE_KEYS.filter((key) => Object.hasOwn(parameter, key));
	const key = keys.length > 1 ? keys.find((one) => member(parameter, one) !== undefined) : keys[0];
	if (key === undefined) found[name] = undefined;
	else if (key === 'messageValue' || key === 'multiMessageValue')
		found[name] = readMessages(member(parameter, key), key, carrier, depth);
	else carrier.member(found, name, parameter, key);
}

function readMessages(value: Json | undefined, key: string, carrier: Carrier, depth: number): Json | undefined {
	if (value === undefined) return undefined;
	if (key === 'messageValue') return readParameters(member(value, 'parameter'), carrier, depth + 1);
	return asObjects(value).map((message) => readParameters(message['parameter'], carrier, depth + 1));
}
