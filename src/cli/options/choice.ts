import { UsageError } from '../../model/errors.ts';
import { suggestion } from './nearest.ts';

/**
 * One of a list of words, letter case ignored.
 * @throws UsageError with the list, and the nearest of it, when the text is none of them.
 */
export function parseChoice<T extends string>(option: string, text: string, choices: readonly T[]): T {
	const wanted = text.trim().toLowerCase();
	const found = choices.find((choice) => choice.toLowerCase() === wanted);
	if (found === undefined)
		throw new UsageError(`${option}: '${text}' is none of ${choices.join(', ')}${suggestion(text, choices)}`);
	return found;
}

/**
 * A whole number of at least `least`.
 * @throws UsageError otherwise.
 */
export function parseCount(option: string, text: string, least: number): number {
	const count = /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
	if (!(count >= least)) throw new UsageError(`${option}: '${text}' is no whole number of at least ${least}`);
	return count;
}

/**
 * A score: 0 to 100.
 * @throws UsageError otherwise.
 */
export function parseScore(option: string, text: string): number {
	const score = /^\d{1,3}(?:\.\d{1,6})?$/.test(text.trim()) ? Number(text) : Number.NaN;
	if (!(score <= 100)) throw new UsageError(`${option}: '${text}' is no score; write a number from 0 to 100`);
	return score;
}
