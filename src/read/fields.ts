import { isObject, type Json, type JsonObject } from '../model/json.ts';
import { scannedInside, shownGeneration, viewOf } from '../scan/scanner.ts';
import type { View } from '../scan/view.ts';
import { parseInner } from './json-text.ts';

/** Reads one place of a record; undefined where it is absent or null. Never throws, never follows the prototype. */
export type FieldReader = (record: JsonObject) => Json | undefined;

type Step =
	| { readonly kind: 'member'; readonly name: string }
	| { readonly kind: 'index'; readonly index: number }
	| { readonly kind: 'pick'; readonly name: string; readonly key: string; readonly value: string };

const STEP = /"([^"]*)"|([^.[\]"]+)(?:\[([^=\]]+)=([^\]]*)\])?/y;

/**
 * Compiles a path (see `FieldMap`): `actor.alternateId`, `target[type=User].id`, `Target.0.ID`, `"client.ip"`.
 * @throws TypeError on a path that is not of this form: a mistake in a declaration.
 */
export function compilePath(path: string): FieldReader {
	const steps = parsePath(path);
	const [first] = steps;
	if (steps.length === 1 && first?.kind === 'member') {
		const { name } = first;
		return (record) => member(record, name);
	}
	if (steps.every((step) => step.kind === 'member')) {
		const names = steps.map(({ name }) => name);
		return (record) => {
			let value: Json | undefined = record;
			for (let at = 0; at < names.length && value !== undefined; at += 1) value = member(value, names[at] as string);
			return value;
		};
	}
	return (record) => {
		let value: Json | undefined = record;
		for (const step of steps) {
			value = follow(value, step);
			if (value === undefined) return undefined;
		}
		return value;
	};
}

/**
 * The top-level name without which a path leads nowhere.
 * @throws TypeError on a path that is not of the form.
 */
export function firstName(path: string): string {
	const [first] = parsePath(path);
	return first?.kind === 'index' ? String(first.index) : (first?.name ?? '');
}

/**
 * Whether a path may lead somewhere in a record. Of a lent record (see {@link isLent}) all its names are looked at, because they are the same in all records
 * that the object stands for; of any other the first.
 */
export function mayLead(path: string, record: JsonObject): boolean {
	if (!Object.hasOwn(record, firstName(path))) return false;
	if (!isLent(record)) return true;
	let place: JsonObject = record;
	const steps = parsePath(path);
	for (const [index, step] of steps.entries()) {
		if (step.kind === 'index' || !Object.hasOwn(place, step.name)) return step.kind === 'index';
		// What is an accessor is no object in any record of this structure.
		const inner = Object.getOwnPropertyDescriptor(place, step.name)?.value as Json | undefined;
		if (step.kind === 'pick' || Array.isArray(inner)) return true;
		if (!isObject(inner)) return inner === undefined || index === steps.length - 1;
		place = inner;
	}
	return true;
}

/** Compiles alternatives: the first that is present and not an empty text wins. */
export function compilePaths(paths: string | readonly string[]): FieldReader {
	const readers = (typeof paths === 'string' ? [paths] : paths).map(compilePath);
	return (record) => {
		for (const read of readers) {
			const value = read(record);
			if (value !== undefined && value !== '') return value;
		}
		return undefined;
	};
}

/** A number that changes when the same object stands for another record; whoever remembers something of a record by its object compares it. */
export function versionOf(record: JsonObject): number {
	return shownGeneration(record);
}

/** Whether an object is lent: it stands for one record after the other, all of the same structure (the same names at all levels), and for this one now. */
export function isLent(record: JsonObject): boolean {
	return shownGeneration(record) > 0;
}

/** What shows a lent record, for whoever wants to know which of its values were asked for; undefined of an ordinary object. */
export function lenderOf(record: JsonObject): View | undefined {
	return viewOf(record);
}

/** The member of that name, or undefined where it is absent or null. */
export function member(value: Json | undefined, name: string): Json | undefined {
	if (!isObject(value)) return undefined;
	const found = value[name];
	if (found === undefined || found === null) return undefined;
	// What an object has from its prototype are functions and objects: texts, numbers and booleans are its own.
	return typeof found !== 'object' && typeof found !== 'function' ? found : Object.hasOwn(value, name) ? found : undefined;
}

/** A text as it is; numbers and booleans as text; anything else undefined. Blank texts are absent. */
export function asText(value: Json | undefined): string | undefined {
	if (typeof value === 'string') {
		if (isSolid(value.charCodeAt(0)) && isSolid(value.charCodeAt(value.length - 1))) return value;
		const trimmed = value.trim();
		return trimmed === '' ? undefined : trimmed;
	}
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	return undefined;
}

/** Whether a character is one of ASCII that nobody would trim off; not a number where there is none. */
function isSolid(code: number): boolean {
	return code > 0x20 && code < 0x7f;
}

/** A finite number, also from a text that is one. */
export function asNumber(value: Json | undefined): number | undefined {
	if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
	if (typeof value !== 'string' || value.trim() === '') return undefined;
	const number = Number(value);
	return Number.isFinite(number) ? number : undefined;
}

/** A boolean, also from `true`/`True`/`1` and their like. */
export function asFlag(value: Json | undefined): boolean | undefined {
	if (typeof value === 'boolean') return value;
	const text = asText(value)?.toLowerCase();
	if (text === 'true' || text === '1' || text === 'yes') return true;
	if (text === 'false' || text === '0' || text === 'no') return false;
	return undefined;
}

/** A list of texts: an array's texts, or one text split at blanks, commas and semicolons. */
export function asTexts(value: Json | undefined): readonly string[] | undefined {
	if (Array.isArray(value)) {
		const texts = value.map(asText).filter((text) => text !== undefined);
		return texts.length > 0 ? texts : undefined;
	}
	const text = asText(value);
	if (text === undefined) return undefined;
	const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
	return parts.length > 0 ? parts : undefined;
}

/** An array of objects as it is; also from a text that holds one as JSON. Empty where it is neither. */
export function asObjects(value: Json | undefined): readonly JsonObject[] {
	const parsed = asJson(value);
	if (Array.isArray(parsed)) return parsed.filter(isObject);
	return isObject(parsed) ? [parsed] : [];
}

/** The value, or what the JSON in its text says; the text itself where that is not JSON, or JSON nested beyond all sense. */
export function asJson(value: Json | undefined): Json | undefined {
	if (typeof value !== 'string') return value;
	const text = value.trim();
	if (!text.startsWith('"')) return parseInner(text) ?? value;
	try {
		return JSON.parse(text) as Json;
	} catch {
		return value;
	}
}

/**
 * A member as {@link asJson} gives it, where it is a text that holds a whole record. An object is lent: it stands for the record until this is called
 * again, and must not be kept longer.
 */
export function lentRecord(record: JsonObject, name: string): Json | undefined {
	return (Object.hasOwn(record, name) ? scannedInside(record, name) : undefined) ?? asJson(member(record, name));
}

function parsePath(path: string): readonly Step[] {
	const steps: Step[] = [];
	let at = 0;
	while (at < path.length) {
		STEP.lastIndex = at;
		const match = STEP.exec(path);
		if (match === null) throw new TypeError(`not a field path: ${path}`);
		const [whole, quoted, name, key, value] = match;
		if (quoted !== undefined) steps.push({ kind: 'member', name: quoted });
		else if (name !== undefined && key !== undefined) steps.push({ kind: 'pick', name, key, value: value ?? '' });
		else if (name !== undefined && /^\d+$/.test(name)) steps.push({ kind: 'index', index: Number(name) });
		else if (name !== undefined) steps.push({ kind: 'member', name });
		at += whole.length;
		if (at < path.length && path[at] !== '.') throw new TypeError(`not a field path: ${path}`);
		at += 1;
	}
	if (steps.length === 0) throw new TypeError('an empty field path');
	return steps;
}

function follow(value: Json | undefined, step: Step): Json | undefined {
	switch (step.kind) {
		case 'member':
			return member(value, step.name);
		case 'index': {
			if (!Array.isArray(value)) return undefined;
			const element: Json | undefined = value[step.index];
			return element === null ? undefined : element;
		}
		case 'pick': {
			const list = member(value, step.name);
			if (!Array.isArray(list)) return undefined;
			return list.find((element: Json) => isObject(element) && asText(member(element, step.key)) === step.value);
		}
	}
}
