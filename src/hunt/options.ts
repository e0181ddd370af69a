import type { Analytic, OptionSpec, OptionValue } from '../analytic.ts';
import { UsageError } from '../model/errors.ts';

const UNIT_MS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 };

/**
 * Reads a duration: `10m`, `1h`, `5d`, `2w`, `1h30m`.
 * @returns ms; undefined when it is none.
 */
export function parseDuration(text: string): number | undefined {
	if (!/^(?:\d+(?:\.\d+)?[smhdw])+$/.test(text)) return undefined;
	let total = 0;
	for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)([smhdw])/g)) total += Number(number) * (UNIT_MS[unit ?? ''] ?? 0);
	return total > 0 ? total : undefined;
}

/** The option that every analytic has beside its own: `--window` for one. */
export const WINDOW_OPTION: OptionSpec = {
	kind: 'list',
	default: '10m,1h,1d,5d',
	title: 'how long the windows are that are judged; --window says it for all analytics',
	unit: 'durations',
};
const WINDOW = 'window';

/** The options of an analytic by name, those of every analytic with them. */
export function optionsOf(analytic: Pick<Analytic, 'options'>): Readonly<Record<string, OptionSpec>> {
	return { ...analytic.options, [WINDOW]: WINDOW_OPTION };
}

/** Window lengths of an analytic, ms, shortest first: those of its option, where it is set, else those of the run. */
export function lengthsOf(values: ReadonlyMap<string, OptionValue>, ofRun: readonly number[]): readonly number[] {
	const set = values.get(WINDOW);
	return Array.isArray(set) ? readLengths(set) : ofRun;
}

function readLengths(texts: readonly string[]): readonly number[] {
	const lengths = texts.map((text) => {
		const ms = parseDuration(text);
		if (ms === undefined)
			throw new UsageError(`option ${WINDOW}: got "${text}"; expected durations such as 10m, 1h or 5d, separated by commas`);
		return ms;
	});
	if (lengths.length === 0) throw new UsageError(`option ${WINDOW}: got nothing; expected a duration such as 10m, 1h or 5d`);
	return [...new Set(lengths)].toSorted((a, b) => a - b);
}

/**
 * The values of an analytic's options: its defaults, overridden by `--set name=value` and `--set AN1514.name=value` (or the analytic's name). `window` is there only where it is set.
 * @throws UsageError on a bad value.
 */
export function optionValues(analytic: Analytic, set: readonly string[]): ReadonlyMap<string, OptionValue> {
	const values = new Map<string, OptionValue>();
	for (const [name, spec] of Object.entries(analytic.options)) values.set(name, read(name, spec, spec.default));
	for (const assignment of set) {
		const { target, name, value } = split(assignment);
		const specs = optionsOf(analytic);
		const spec = Object.hasOwn(specs, name) ? specs[name] : undefined;
		if (spec !== undefined && isMeant(analytic, target)) values.set(name, read(name, spec, value));
	}
	lengthsOf(values, []);
	return values;
}

/**
 * Refuses a `--set` that none of the chosen analytics knows.
 * @throws UsageError that names the options there are.
 */
export function checkAssignments(analytics: readonly Analytic[], set: readonly string[]): void {
	for (const assignment of set) {
		const { target, name } = split(assignment);
		const asked = analytics.filter((analytic) => isMeant(analytic, target));
		if (asked.length === 0)
			throw new UsageError(
				`--set ${assignment}: ${target} is not among the chosen analytics (${analytics.map(({ id }) => id).join(', ')})`,
			);
		if (asked.some((analytic) => Object.hasOwn(optionsOf(analytic), name))) continue;
		const known = [...new Set(asked.flatMap((analytic) => Object.keys(optionsOf(analytic))))].toSorted();
		throw new UsageError(`--set ${assignment}: no such option; expected one of ${known.join(', ')}`);
	}
}

function split(assignment: string): { target: string | undefined; name: string; value: string } {
	const match = /^(?:([A-Za-z][\w-]*)\.)?([A-Za-z][\w-]*)=(.*)$/s.exec(assignment);
	if (match === null) throw new UsageError(`--set ${assignment}: expected name=value, or AN1514.name=value for one analytic`);
	return { target: match[1], name: match[2] ?? '', value: match[3] ?? '' };
}

// By id or name, in any letter case, as analytics are chosen.
function isMeant({ id, name }: Analytic, target: string | undefined): boolean {
	return target === undefined || [id, name].some((one) => one.toLowerCase() === target.toLowerCase());
}

function read(name: string, spec: OptionSpec, text: string): OptionValue {
	switch (spec.kind) {
		case 'duration': {
			const ms = parseDuration(text.trim());
			if (ms === undefined) throw new UsageError(`option ${name}: got "${text}"; expected a duration such as 10m, 1h or 5d`);
			return ms;
		}
		case 'number': {
			const number = text.trim() === '' ? Number.NaN : Number(text);
			const inRange = number >= (spec.min ?? Number.NEGATIVE_INFINITY) && number <= (spec.max ?? Number.POSITIVE_INFINITY);
			if (!Number.isFinite(number) || !inRange)
				throw new UsageError(`option ${name}: got "${text}"; expected a number${rangeWords(spec)}`);
			return number;
		}
		case 'flag': {
			if (!/^(true|false|on|off|yes|no)$/i.test(text.trim()))
				throw new UsageError(`option ${name}: got "${text}"; expected on or off`);
			return /^(true|on|yes)$/i.test(text.trim());
		}
		case 'list':
			return readList(name, spec, text);
		case 'text':
			return text;
	}
}

function readList(name: string, { among }: OptionSpec, text: string): readonly string[] {
	const parts = text
		.split(',')
		.map((part) => part.trim())
		.filter((part) => part !== '');
	if (among !== undefined && (parts.length === 0 || parts.some((part) => !among.includes(part))))
		throw new UsageError(`option ${name}: got "${text}"; expected one or more of ${among.join(', ')}`);
	return parts;
}

function rangeWords(spec: OptionSpec): string {
	if (spec.min !== undefined && spec.max !== undefined) return ` from ${spec.min} to ${spec.max}`;
	if (spec.min !== undefined) return ` of at least ${spec.min}`;
	return spec.max !== undefined ? ` of at most ${spec.max}` : '';
}
