import { isObject, type Json, type JsonObject } from '../model/json.ts';
import type { Carrier } from '../model/source.ts';
import { asJson } from '../read/fields.ts';
import { once } from './once.ts';
import { readCell } from './printed.ts';

/** A JSON object while it is being put together. */
export interface ObjectDraft {
	[key: string]: Json | undefined;
}

/** How columns are matched and read by {@link renameColumns}. */
export interface RenameOptions {
	/** Native paths (right-hand sides of the table) whose cell holds JSON as text: `target`, `debugContext.debugData`. */
	readonly json?: readonly string[];
	/** `TimeGenerated [UTC]` counts as `TimeGenerated`. */
	readonly stripUtcSuffix?: true;
	/** `actor_id_s` counts as `actor_id`: the Log Analytics type suffixes `_s _d _g _b _t`. A column that is listed with its suffix wins. */
	readonly stripTypeSuffix?: true;
	/** A dotted column name also stands for nested members: `okta.actor.id` matches `{"okta":{"actor":{"id":…}}}`. */
	readonly nested?: true;
	/** Columns that the table does not list stay, under their own name at the top level. Without it they are dropped. */
	readonly keepOthers?: true;
	/** Last touch to the native record; `record` is the one that was read. Returns what stands in its place. */
	readonly finish?: (native: ObjectDraft, record: JsonObject) => readonly JsonObject[];
}

// Deep enough for every vendor's record; nothing hostile is walked further.
const MAX_DEPTH = 12;
// Headers repeat from record to record; a log that makes up a new column each time must not fill the memory.
const MAX_CACHED_COLUMNS = 4096;
const MAX_INDEX = 999;

/** Inherits nothing. V8 lays out what a constructor makes by its structure, and an `Object.create(null)` as a table of hashes. */
class Bare {}
Object.setPrototypeOf(Bare.prototype, null);
Reflect.deleteProperty(Bare.prototype, 'constructor');

/** An object that inherits nothing, so that no member name of a log can reach a prototype. */
export function emptyObject(): ObjectDraft {
	return new Bare() as ObjectDraft;
}

/** Puts values in as they are now. */
export const copying: Carrier = {
	member(to, as, from, name) {
		to[as] = from[name];
	},
	value(to, as, read) {
		const value = read();
		if (value !== undefined) to[as] = value;
	},
};

/** Leads to where values stand: what is made of a lent record shows the record that is shown then. */
export const leading: Carrier = {
	member(to, as, from, name) {
		const descriptor = Object.getOwnPropertyDescriptor(from, name);
		if (descriptor !== undefined) Object.defineProperty(to, as, { ...descriptor, enumerable: true, configurable: true });
	},
	value(to, as, read) {
		Object.defineProperty(to, as, { get: read, enumerable: true, configurable: true });
	},
};

/**
 * Sets a value at a path such as `actor.alternateId`, `target.0.id` (a number makes an array, gaps are null) or `"client.ip"` (a name that holds dots).
 * Does nothing where a part is `__proto__`, an index is above 999, or a scalar already stands on the way.
 */
export function setPath(target: ObjectDraft, path: string, value: Json): void {
	setAt(target, splitPath(path), value);
}

/** Column → native path; as a function where it takes long to put together, for a platform of which nothing may come. */
export type ColumnTable = Readonly<Record<string, string>> | (() => Readonly<Record<string, string>>);

/**
 * Makes a `Format.reshape` from a table of columns. Columns match whatever their case, with runs of blanks taken as one.
 * Empty and null cells are dropped. Where several columns lead to one path, the one listed first wins.
 */
export function renameColumns(table: ColumnTable, options: RenameOptions = {}): (record: JsonObject) => readonly JsonObject[] {
	const prepared = once(() => prepareColumns(typeof table === 'function' ? table() : table, options));
	return (record) => {
		const { columns, json, rankOf } = prepared();
		const cells: (Json | undefined)[] = [];
		const native = emptyObject();
		collect(record, '', 0);
		for (const [rank, value] of cells.entries()) {
			const column = columns[rank];
			if (value === undefined || column === undefined || readAt(native, column.path) !== undefined) continue;
			setAt(native, column.path, json.has(column.native) ? (asJson(value) ?? null) : ownCopy(value));
		}
		return options.finish === undefined ? [native] : options.finish(native, record);

		function collect(from: JsonObject, prefix: string, depth: number): void {
			for (const [name, value] of Object.entries(from)) {
				if (value === undefined || value === null || isBlank(value)) continue;
				const rank = rankOf(prefix + name);
				if (rank !== undefined) cells[rank] ??= value;
				else if (options.nested === true && isObject(value) && depth < MAX_DEPTH) collect(value, `${prefix}${name}.`, depth + 1);
				else if (options.keepOthers === true && prefix === '' && name !== '__proto__') native[name] = value;
			}
		}
	};
}

function prepareColumns(table: Readonly<Record<string, string>>, options: RenameOptions) {
	const columns = Object.entries(table).map(([column, path]) => ({
		column: clean(column, options),
		path: splitPath(path),
		native: path,
	}));
	const ranks = new Map<string, number>();
	for (const [rank, { column }] of columns.entries()) if (!ranks.has(column)) ranks.set(column, rank);
	return { columns, json: new Set(options.json), rankOf: cachedRank(ranks, options) };
}

/** The record with what stands as text in the named top-level cells read, as {@link readCell} does; other cells and broken ones stay as they are. */
export function jsonCells(record: JsonObject, names: readonly string[]): JsonObject {
	const parsed = emptyObject();
	for (const [name, value] of Object.entries(record)) {
		if (name !== '__proto__') parsed[name] = names.includes(name) ? (readCell(value) ?? value) : value;
	}
	return parsed;
}

function cachedRank(ranks: ReadonlyMap<string, number>, options: RenameOptions): (column: string) => number | undefined {
	const cache = new Map<string, number | undefined>();
	return (column) => {
		if (cache.has(column)) return cache.get(column);
		const name = clean(column, options);
		const rank = ranks.get(name) ?? (options.stripTypeSuffix === true ? ranks.get(name.replace(/_[sdgbt]$/, '')) : undefined);
		if (cache.size < MAX_CACHED_COLUMNS) cache.set(column, rank);
		return rank;
	};
}

function clean(column: string, options: RenameOptions): string {
	const name = column
		.replace(/^\ufeff/, '')
		.trim()
		.replace(/\s+/g, ' ')
		.toLowerCase();
	return options.stripUtcSuffix === true && name.endsWith(' [utc]') ? name.slice(0, -6) : name;
}

// A later column may write into an object that an earlier one brought: the record that was read must stay as it is.
function ownCopy(value: Json): Json {
	if (isObject(value)) return Object.assign(emptyObject(), value);
	return Array.isArray(value) ? [...value] : value;
}

function isBlank(value: Json): boolean {
	return typeof value === 'string' && value.trim() === '';
}

function splitPath(path: string): readonly string[] {
	return [...path.matchAll(/"([^"]*)"|([^."]+)/g)].map((part) => part[1] ?? part[2] ?? '');
}

function readAt(target: Json | undefined, path: readonly string[]): Json | undefined {
	let value = target;
	for (const name of path) {
		if (Array.isArray(value)) value = value[Number(name)];
		else value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
		if (value === undefined || value === null) return undefined;
	}
	return value;
}

function setAt(target: ObjectDraft, path: readonly string[], value: Json): void {
	if (path.length === 0 || path.includes('__proto__')) return;
	let place: ObjectDraft | (Json | undefined)[] = target;
	for (const [depth, name] of path.entries()) {
		const index = Array.isArray(place) ? Number(name) : undefined;
		if (index !== undefined && !(Number.isInteger(index) && index >= 0 && index <= MAX_INDEX)) return;
		const last = depth === path.length - 1;
		const made: Json | undefined = last
			? value
			: (slot(place, name) ?? ((/^\d+$/.test(path[depth + 1] ?? '') ? [] : emptyObject()) as Json));
		if (!last && (typeof made !== 'object' || made === null)) return;
		if (Array.isArray(place)) {
			while (place.length < (index ?? 0)) place.push(null);
			place[index ?? 0] = made;
		} else place[name] = made;
		place = made as ObjectDraft | (Json | undefined)[];
	}
}

function slot(place: ObjectDraft | (Json | undefined)[], name: string): Json | undefined {
	const found = Array.isArray(place) ? place[Number(name)] : Object.hasOwn(place, name) ? place[name] : undefined;
	return found ?? undefined;
}
