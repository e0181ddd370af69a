/** A whole number with commas between thousands: `12,345`. Other numbers as {@link decimal} writes them with two places. */
export function count(value: number): string {
	if (!Number.isInteger(value)) return decimal(value, 2);
	const digits = Math.abs(value).toFixed(0);
	let text = '';
	for (let i = 0; i < digits.length; i++) {
		if (i > 0 && (digits.length - i) % 3 === 0) text += ',';
		text += digits[i];
	}
	return value < 0 ? `-${text}` : text;
}

/** A number with at most so many places after the point, without trailing zeros: `6.1`, `412`; very large ones as `1.2e21`. */
export function decimal(value: number, places: number): string {
	if (!Number.isFinite(value)) return Number.isNaN(value) ? 'unknown' : value > 0 ? 'unbounded' : '-unbounded';
	const text = value.toFixed(places);
	const short = text.includes('.') && !text.includes('e') ? text.replace(/\.?0+$/, '') : text;
	return short === '-0' ? '0' : short;
}

/** A quantity of a reason: numbers short, texts as they are. */
export function quantity(value: number | string): string {
	if (typeof value === 'string') return value;
	if (Number.isInteger(value)) return count(value);
	return Math.abs(value) < 0.01 ? small(value) : decimal(value, Math.abs(value) < 1 ? 2 : 1);
}

/** Decades with a sign: `+4.2`, `−1`; one place. */
export function decades(value: number): string {
	const text = Math.abs(value).toFixed(1);
	return value < 0 && text !== '0.0' ? `-${text}` : `+${text}`;
}

/** An expected number: `12`, `0.4`, `0.0001`, `3e-9`. */
export function small(value: number): string {
	if (!Number.isFinite(value)) return decimal(value, 0);
	if (value === 0) return '0';
	if (Math.abs(value) >= 10) return count(Math.round(value));
	if (Math.abs(value) >= 0.0001) return String(Number(value.toPrecision(2)));
	return value.toExponential(0).replace('e+', 'e');
}

/** Bytes in the nearest binary unit: `812 B`, `1.4 MiB`. */
export function byteSize(bytes: number): string {
	const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
	let value = bytes;
	let unit = 0;
	while (value >= 1024 && unit < units.length - 1) {
		value /= 1024;
		unit++;
	}
	return `${decimal(value, unit === 0 ? 0 : 1)} ${units[unit]}`;
}

/** `1 record`, `2 records`: the plural is the singular and `s` unless given. */
export function counted(value: number, one: string, many = `${one}s`): string {
	return `${count(value)} ${value === 1 ? one : many}`;
}

/** A share of one as whole percent: `61 %`. Below half a percent `<1 %`. */
export function percent(share: number): string {
	if (share > 0 && share < 0.005) return '<1 %';
	return `${decimal(share * 100, 0)} %`;
}
