import { isObject, type Json, type JsonObject } from '../../model/json.ts';

/** What `case.json` says: see docs/fixtures.md. */
export interface About {
	readonly title: string | undefined;
	/** Analytics to run, as words; absent: the one in the path. */
	readonly analytics: readonly string[] | undefined;
	readonly options: CaseOptions;
}

/** As on the command line of a hunt. */
export interface CaseOptions {
	readonly set: readonly string[];
	readonly minScore?: number;
	readonly from?: string;
	readonly to?: string;
	readonly window?: string;
	readonly baseline?: string;
	readonly platform?: string;
}

const MEMBERS = ['title', 'source', 'analytics', 'options'];
const TEXTS = ['from', 'to', 'window', 'baseline', 'platform'];

/**
 * Reads `case.json`. What it says and is not understood is refused: a case that runs otherwise than it says holds nothing.
 * @throws TypeError with one sentence on what is wrong with it.
 */
export function readAbout(value: JsonObject): About {
	known(value, MEMBERS, '');
	const { title, analytics, options = {} } = value;
	if (title !== undefined && typeof title !== 'string') throw new TypeError('title must be a text');
	if (!isObject(options)) throw new TypeError('options must be an object');
	return {
		title,
		analytics: analytics === undefined ? undefined : texts('analytics', analytics),
		options: optionsOf(options),
	};
}

function optionsOf(options: JsonObject): CaseOptions {
	known(options, ['set', 'minScore', ...TEXTS], 'options.');
	for (const name of TEXTS) {
		const value = options[name];
		if (value !== undefined && typeof value !== 'string') throw new TypeError(`options.${name} must be a text`);
	}
	const { set, minScore } = options;
	if (minScore !== undefined && (typeof minScore !== 'number' || !(minScore >= 0 && minScore <= 100)))
		throw new TypeError('options.minScore must be a number from 0 to 100');
	return { ...options, set: set === undefined ? [] : texts('options.set', set) };
}

function known(value: JsonObject, members: readonly string[], within: string): void {
	const strange = Object.keys(value).find((name) => !members.includes(name));
	if (strange !== undefined) throw new TypeError(`unknown member '${within}${strange}'; there are ${members.join(', ')}`);
}

function texts(name: string, value: Json): readonly string[] {
	if (!Array.isArray(value) || value.length === 0) throw new TypeError(`${name} must be a list of texts, one at least`);
	return value.map((one) => {
		if (typeof one !== 'string') throw new TypeError(`${name} must be a list of texts, one at least`);
		return one;
	});
}
