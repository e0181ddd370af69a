import { UsageError } from '../../model/errors.ts';

const UNITS = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 } as const;

/** Reads a size: `1048576`, `500M`, `20G`, `1.5T`, also `20GB` and `20GiB`; 1 K is 1024 bytes. @throws UsageError where it is none. */
export function parseSize(option: string, text: string): number {
	const match = /^(\d{1,15}(?:\.\d{1,3})?)([KMGT]?)(?:i?B)?$/i.exec(text.trim());
	const unit = match?.[2]?.toUpperCase() ?? '';
	const size = isUnit(unit) ? Math.floor(Number(match?.[1] ?? Number.NaN) * UNITS[unit]) : Number.NaN;
	if (!Number.isSafeInteger(size) || size < 1)
		throw new UsageError(`${option}: '${text}' is no size; write bytes, or 500M, 20G, 1T`);
	return size;
}

function isUnit(text: string): text is keyof typeof UNITS {
	return Object.hasOwn(UNITS, text);
}
