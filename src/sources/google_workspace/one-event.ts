import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import { asFlag, asObjects, asText, member } from '../../read/fields.ts';
import { emptyObject, type ObjectDraft } from '../reshape.ts';

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
 * says is not the act (`primary_event: false`) is marked as a companion; so is, with `echo`, what follows from another event of the activity.
 */
export function oneEvent(activity: JsonObject, event: JsonObject, index?: number, echo = false): JsonObject {
	const made: ObjectDraft = emptyObject();
	for (const [name, value] of Object.entries(activity)) if (name !== 'events' && name !== '__proto__') made[name] = value;
	const id = member(activity, 'id');
	const place = [asText(member(id, 'time')), asText(member(id, 'uniqueQualifier'))];
	const inner: ObjectDraft = emptyObject();
	for (const name of ['type', 'name', 'status']) if (event[name] !== undefined) inner[name] = event[name];
	// The qualifier names the activity; only the place within it names the event.
	if (place[1] !== undefined) inner['id'] = index === undefined ? place.join('/') : `${place.join('/')}/${index}`;
	made['event'] = inner;
	made['parameters'] = readParameters(event['parameters'] ?? event['parameter']);
	if (echo || (isDrive(made) && !isPrimary(made))) inner['companion'] = true;
	return made;
}

/** The activity's events, one record each; what is only the echo of another event in it is marked. */
export function explode(activity: JsonObject): readonly JsonObject[] {
	const events = activity['events'];
	if (isObject(events)) return [oneEvent(activity, events)];
	const list = asObjects(events);
	const parts = list.map((event, index) => oneEvent(activity, event, index));
	const echoes = echoesOf(parts);
	return parts.map((part, index) => (echoes.has(index) ? oneEvent(activity, list[index] ?? {}, index, true) : part));
}

/** What a person did in Drive; the other events of the activity follow from it. */
const MAKERS = ['upload', 'create', 'copy'];

/**
 * Drive records one act as several events. An echo is what repeats an act on the same item, and what comes along with an upload, a
 * creation or a copy of the same item; what says `primary_event: false` is marked already.
 */
function echoesOf(parts: readonly JsonObject[]): ReadonlySet<number> {
	const echoes = new Set<number>();
	const seen = new Set<string>();
	const nameOf = (part: JsonObject): string => asText(member(part['event'], 'name')) ?? '';
	const itemOf = (part: JsonObject): string => asText(member(part['parameters'], 'doc_id')) ?? '';
	const makers = parts.filter((part) => MAKERS.includes(nameOf(part)) && isPrimary(part) && itemOf(part) !== '');
	const making = makers.toSorted((a, b) => MAKERS.indexOf(nameOf(a)) - MAKERS.indexOf(nameOf(b)));
	for (const [index, part] of parts.entries()) {
		if (!isDrive(part) || !isPrimary(part)) continue;
		const key = `${nameOf(part)}\n${itemOf(part)}\n${asText(member(part['parameters'], 'target_user')) ?? ''}`;
		const maker = making.find((one) => itemOf(one) === itemOf(part));
		if ((maker !== undefined && nameOf(maker) !== nameOf(part)) || seen.has(key)) echoes.add(index);
		else seen.add(key);
	}
	return echoes;
}

function isDrive(part: JsonObject): boolean {
	return asText(member(part['id'], 'applicationName')) === 'drive';
}

function isPrimary(part: JsonObject): boolean {
	return asFlag(member(part['parameters'], 'primary_event')) !== false;
}

/** Parameters by name, whichever of the value kinds each has; nested messages become objects. A plain object stays as it is. */
function readParameters(value: Json | undefined, depth = 0): JsonObject {
	const found: ObjectDraft = emptyObject();
	if (isObject(value)) {
		for (const [name, inner] of Object.entries(value)) if (name !== '__proto__') found[name] = inner;
		return found;
	}
	if (!Array.isArray(value) || depth > MAX_DEPTH) return found;
	for (const parameter of value as readonly Json[]) {
		const name = asText(member(parameter, 'name'));
		if (name === undefined || name === '__proto__' || !isObject(parameter)) continue;
		found[name] = readValue(parameter, depth);
		// Some old records keep the new value as a second member of the same parameter.
		for (const other of ['old_value', 'new_value']) {
			const extra = parameter[other];
			if (extra !== undefined && found[other] === undefined) found[other] = extra;
		}
	}
	return found;
}

function readValue(parameter: JsonObject, depth: number): Json | undefined {
	for (const key of VALUE_KEYS) {
		const value = member(parameter, key);
		if (value === undefined) continue;
		if (key === 'messageValue') return readParameters(member(value, 'parameter'), depth + 1);
		if (key === 'multiMessageValue') {
			return asObjects(value).map((message) => readParameters(message['parameter'], depth + 1));
		}
		return value;
	}
	return undefined;
}
