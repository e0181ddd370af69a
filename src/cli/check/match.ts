import { isObject, type Json, type JsonObject } from '../../model/json.ts';

/** Where and how something differs from what was expected: `reasons[0].observed: expected at least 180, got 12`. */
export interface Difference {
	readonly path: string;
	readonly text: string;
	/** How many of the expected members did match: tells the nearest candidate. */
	readonly matched: number;
}

/**
 * Compares a value with a partial expectation (see docs/fixtures.md).
 * @returns undefined where it matches, else the first difference.
 */
export function differenceOf(expected: Json, actual: unknown, path = ''): Difference | undefined {
	if (expected === null) {
		return actual === undefined || actual === null ? undefined : differs(path, `expected to be absent, got ${shown(actual)}`);
	}
	if (Array.isArray(expected)) return listDifference(expected, actual, path);
	if (!isObject(expected)) {
		if (path.endsWith('actor') && typeof expected === 'string' && isObject(actual))
			return differenceOf(expected, actual['id'], `${path}.id`);
		return expected === actual ? undefined : differs(path, `expected ${shown(expected)}, got ${shown(actual)}`);
	}
	if (isRange(expected)) return rangeDifference(expected, actual, path);
	if (isPart(expected)) {
		const fits = typeof actual === 'string' && actual.includes(expected.matches);
		return fits ? undefined : differs(path, `expected a text with ${shown(expected.matches)}, got ${shown(actual)}`);
	}
	if (!isObject(actual)) return differs(path, `expected an object, got ${shown(actual)}`);
	return memberDifference(expected, actual, path);
}

function memberDifference(expected: JsonObject, actual: JsonObject, path: string): Difference | undefined {
	let matched = 0;
	let first: Difference | undefined;
	for (const [name, value] of Object.entries(expected)) {
		if (value === undefined) continue;
		const found = differenceOf(
			value,
			Object.hasOwn(actual, name) ? actual[name] : undefined,
			path === '' ? name : `${path}.${name}`,
		);
		if (found === undefined) matched += 1;
		else first ??= found;
	}
	return first === undefined ? undefined : { ...first, matched };
}

// Each expected element takes the first actual one that is left and matches.
function listDifference(expected: readonly Json[], actual: unknown, path: string): Difference | undefined {
	if (!Array.isArray(actual)) return differs(path, `expected a list, got ${shown(actual)}`);
	const left: unknown[] = [...actual];
	for (const [index, element] of expected.entries()) {
		const found = left.findIndex((candidate) => differenceOf(element, candidate, 'element') === undefined);
		if (found >= 0) left.splice(found, 1);
		else return closest(element, left, `${path}[${index}]`);
	}
	return undefined;
}

/** The difference to that candidate which comes nearest. */
export function closest(expected: Json, candidates: readonly unknown[], path: string): Difference {
	let best: Difference | undefined;
	for (const candidate of candidates) {
		const found = differenceOf(expected, candidate, path);
		if (found !== undefined && (best === undefined || found.matched > best.matched)) best = found;
	}
	return best ?? differs(path, `expected ${shown(expected)}, and there is none`);
}

function isRange(value: JsonObject): boolean {
	const names = Object.keys(value);
	return names.length > 0 && names.every((name) => (name === 'min' || name === 'max') && typeof value[name] === 'number');
}

function rangeDifference(range: JsonObject, actual: unknown, path: string): Difference | undefined {
	const { min, max } = range;
	if (typeof actual !== 'number') return differs(path, `expected a number, got ${shown(actual)}`);
	if (typeof min === 'number' && actual < min) return differs(path, `expected at least ${min}, got ${actual}`);
	if (typeof max === 'number' && actual > max) return differs(path, `expected at most ${max}, got ${actual}`);
	return undefined;
}

function isPart(value: JsonObject): value is JsonObject & { readonly matches: string } {
	return typeof value['matches'] === 'string' && Object.keys(value).length === 1;
}

function differs(path: string, text: string): Difference {
	return { path, text, matched: 0 };
}

function shown(value: unknown): string {
	if (value === undefined) return 'nothing';
	const text = JSON.stringify(value);
	return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
