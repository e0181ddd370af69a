import { isObject, type Json, type JsonObject } from '../../model/json.ts';

/** What a fixture case expects: see docs/fixtures.md. */
export interface Expected {
	readonly findings: readonly JsonObject[];
	/** `true`: no finding but those expected. */
	readonly none: true | readonly JsonObject[];
	readonly max: number | undefined;
	readonly document: JsonObject | undefined;
}

const MEMBERS = ['findings', 'none', 'max', 'document'];

/**
 * Reads `expected.json`.
 * @throws TypeError with one sentence on what is wrong with it.
 */
export function readExpected(value: unknown): Expected {
	if (!isObject(value)) throw new TypeError('must be a JSON object');
	const strange = Object.keys(value).find((name) => !MEMBERS.includes(name));
	if (strange !== undefined) throw new TypeError(`unknown member '${strange}'; there are ${MEMBERS.join(', ')}`);
	if (Object.keys(value).length === 0) throw new TypeError(`must say at least one of ${MEMBERS.join(', ')}`);
	const { findings, none, max, document } = value;
	if (max !== undefined && (typeof max !== 'number' || !(max >= 0))) throw new TypeError('max must be a number of 0 or more');
	if (document !== undefined && !isObject(document)) throw new TypeError('document must be an object');
	return {
		findings: findings === undefined ? [] : objects('findings', findings),
		none: none === true ? true : none === undefined ? [] : objects('none', none),
		max,
		document,
	};
}

function objects(name: string, value: Json): readonly JsonObject[] {
	if (!Array.isArray(value) || !value.every(isObject)) throw new TypeError(`${name} must be a list of objects`);
	return value;
}
