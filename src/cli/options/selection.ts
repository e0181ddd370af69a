import type { Analytic } from '../../analytic.ts';
import { UsageError } from '../../model/errors.ts';
import { nearest } from './nearest.ts';

/** What the leading arguments of `hunt` mean. */
export interface Selection {
	readonly analytics: readonly Analytic[];
	readonly evidence: readonly string[];
}

/**
 * Parts the arguments of `hunt`: leading ones that name analytics (`all`, an id in any letter case, a name, an ATT&CK technique or
 * detection strategy; several separated by commas), then evidence. `exists` tells whether an argument is there as a file.
 * @throws UsageError where no analytic, or none that there is, or no evidence is named.
 */
export function parseSelection(
	texts: readonly string[],
	known: readonly Analytic[],
	exists: (path: string) => boolean,
): Selection {
	const chosen = new Set<Analytic>();
	let at = 0;
	for (const text of texts) {
		const found = findAnalytics(text, known);
		if (found === undefined) {
			if (at === 0 || (looksLikeAnalytic(text) && !exists(text))) throw new UsageError(notAnalytic(text, known, exists));
			break;
		}
		for (const analytic of found) chosen.add(analytic);
		at += 1;
	}
	if (at === 0) throw new UsageError(`which analytic? Name all, ${listed(known)}; then the evidence`);
	const evidence = texts.slice(at);
	if (evidence.length === 0) throw new UsageError('no evidence given; name files, folders, globs or - (standard input)');
	return { analytics: known.filter((analytic) => chosen.has(analytic)), evidence };
}

/**
 * The analytics that one word names, by `known`'s order.
 * @throws UsageError when it names none.
 */
export function parseAnalytics(text: string, known: readonly Analytic[]): readonly Analytic[] {
	const found = findAnalytics(text, known);
	if (found === undefined) throw new UsageError(notAnalytic(text, known, () => false));
	return found;
}

// Undefined when any part of the word names nothing: then the word is no choice of analytics at all.
function findAnalytics(text: string, known: readonly Analytic[]): readonly Analytic[] | undefined {
	const found: Analytic[] = [];
	for (const part of text.split(',')) {
		const wanted = part.trim().toLowerCase();
		const named = known.filter((analytic) => wanted === 'all' || answersTo(analytic, wanted));
		if (named.length === 0 && wanted !== 'all') return undefined;
		found.push(...named);
	}
	return found;
}

function answersTo(analytic: Analytic, wanted: string): boolean {
	const technique = analytic.attack.technique.toLowerCase();
	return (
		wanted === analytic.id.toLowerCase() ||
		wanted === analytic.name ||
		wanted === technique ||
		technique.startsWith(`${wanted}.`) ||
		wanted === analytic.attack.strategy.toLowerCase()
	);
}

function looksLikeAnalytic(text: string): boolean {
	return /^(?:an|t|det)\d{4}(?:\.\d{3})?$/i.test(text) || /^[\w-]+(?:,[\w-]+)+$/.test(text);
}

function notAnalytic(text: string, known: readonly Analytic[], exists: (path: string) => boolean): string {
	if (text === '-' || exists(text)) {
		return `'${text}' is evidence; name the analytic first, e.g. saashound hunt all ${text}`;
	}
	const names = ['all', ...known.flatMap((analytic) => [analytic.id, analytic.name])];
	const wrong = text.split(',').find((part) => findAnalytics(part, known) === undefined) ?? text;
	const near = nearest(wrong, names);
	return `unknown analytic '${wrong}'; ${near === undefined ? `there are all, ${listed(known)}` : `did you mean ${near}?`}`;
}

function listed(known: readonly Analytic[]): string {
	return known.map((analytic) => `${analytic.id} (${analytic.name})`).join(', ');
}
