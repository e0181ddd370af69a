import type { Json, JsonObject } from '../model/json.ts';
import { contentHash, nameHash } from './content-hash.ts';

/** What shows the record of which objects were made. */
interface Shows {
	leafOf(get: () => unknown): number | undefined;
	leafContent(leaf: number): number;
}

type Hash = () => number;

/** Objects that were made of a lent record, and are lent with it: their values are read off the bytes of the record shown, and so are their content hashes. */
export class Derived {
	readonly objects: readonly JsonObject[];
	readonly #hashes: readonly Hash[];

	constructor(shows: Shows, objects: readonly JsonObject[]) {
		this.objects = objects;
		this.#hashes = objects.map((object) => hashOf(shows, object));
	}

	has(object: JsonObject): boolean {
		return this.objects.includes(object);
	}

	/** The number that `contentHash` gives for one of the objects; undefined of any other. */
	content(object: JsonObject): number | undefined {
		return this.#hashes[this.objects.indexOf(object)]?.();
	}
}

/** Computes the content hash of a value that is the same object for all records. */
function hashOf(shows: Shows, value: Json | undefined): Hash {
	if (Array.isArray(value)) {
		const elements = (value as readonly Json[]).map((element) => hashOf(shows, element));
		return () => elements.reduce((hash, element) => Math.imul(hash ^ element(), 0x01000193), 4) >>> 0;
	}
	if (typeof value === 'object' && value !== null) return objectHash(shows, value as JsonObject);
	const content = contentHash(value);
	return () => content;
}

function objectHash(shows: Shows, object: JsonObject): Hash {
	let same = 4;
	const leafNames: number[] = [];
	const leaves: number[] = [];
	const inner: { readonly name: number; readonly hash: Hash }[] = [];
	const asked: { readonly name: number; readonly get: () => Json | undefined }[] = [];
	for (const [key, { get, value }] of Object.entries(Object.getOwnPropertyDescriptors(object))) {
		const name = nameHash(key) | 1;
		const leaf = get === undefined ? undefined : shows.leafOf(get);
		if (leaf !== undefined) {
			leafNames.push(name);
			leaves.push(leaf);
		} else if (get !== undefined) asked.push({ name, get });
		else if (typeof value === 'object' && value !== null) inner.push({ name, hash: hashOf(shows, value as Json) });
		else same = (same + Math.imul(name, contentHash(value as Json | undefined) | 1)) | 0;
	}
	return () => {
		let hash = same;
		for (let at = 0; at < leaves.length; at += 1)
			hash = (hash + Math.imul(leafNames[at] as number, shows.leafContent(leaves[at] as number) | 1)) | 0;
		for (const { name, hash: of } of inner) hash = (hash + Math.imul(name, of() | 1)) | 0;
		for (const { name, get } of asked) {
			const value = get();
			// What an accessor of a source's own does not give is not there.
			if (value !== undefined) hash = (hash + Math.imul(name, contentHash(value) | 1)) | 0;
		}
		return hash >>> 0;
	};
}
