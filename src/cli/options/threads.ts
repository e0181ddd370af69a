import { UsageError } from '../../model/errors.ts';

/** More than any machine has cores is a slip of the hand. */
const MOST = 64;

/** Reads a number of threads. @throws UsageError where it is none, or above 64. */
export function parseThreads(option: string, text: string): number {
	const count = /^\d{1,3}$/.test(text.trim()) ? Number(text) : Number.NaN;
	if (!(count <= MOST)) throw new UsageError(`${option}: '${text}' is no number of threads; write 0 to ${MOST}`);
	return count;
}
