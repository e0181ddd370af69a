/** A quantity for people: whole from 10 on, one decimal below, `less than 0.05` for next to nothing. */
export function amount(value: number): string {
	if (value >= 10 || Number.isInteger(value)) return String(Math.round(value));
	return value < 0.05 ? 'less than 0.05' : String(Math.round(value * 10) / 10);
}

const UNITS = [
	{ ms: 86_400_000, letter: 'd' },
	{ ms: 3_600_000, letter: 'h' },
	{ ms: 60_000, letter: 'm' },
	{ ms: 1000, letter: 's' },
] as const;

/** A duration as options are written: `10m`, `1h`, `5d`, `1h30m`. */
export function spanWords(ms: number): string {
	let rest = Math.round(ms / 1000) * 1000;
	let text = '';
	for (const { ms: unit, letter } of UNITS) {
		const whole = Math.floor(rest / unit);
		if (whole > 0) text += `${whole}${letter}`;
		rest -= whole * unit;
	}
	return text === '' ? '0s' : text;
}

/** A number of three digits that tell something. */
export function significant(value: number): number {
	return Number(value.toPrecision(3));
}
