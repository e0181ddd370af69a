const LN10 = Math.LN10;
const HALF_LN_2PI = 0.918_938_533_204_672_7;
const MAXIMUM_STEPS = 10_000;
const PRECISION = 1e-15;
const TINY = 1e-300;

// Lanczos' approximation, g = 7, n = 9 (coefficients of P. Godfrey): relative error below 2e-15 for x >= 0.5.
const LANCZOS = [
	676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_1, -176.615_029_162_140_6, 12.507_343_278_686_905,
	-0.138_571_095_265_720_12, 9.984_369_578_019_572e-6, 1.505_632_735_149_311_6e-7,
] as const;

/**
 * Natural logarithm of the gamma function for x > 0: Lanczos' approximation below 10, Stirling's series from there
 * (Abramowitz & Stegun 6.1.41). Absolute error below 1e-13 times the larger of 1 and the result.
 */
export function logGamma(x: number): number {
	if (x >= 10) return (x - 0.5) * Math.log(x) - x + HALF_LN_2PI + stirlingRest(x);
	if (x < 0.5) return logGamma(x + 1) - Math.log(x);
	const z = x - 1;
	let sum = 0.999_999_999_999_809_9;
	for (let i = 0; i < LANCZOS.length; i += 1) sum += (LANCZOS[i] ?? 0) / (z + i + 1);
	const t = z + 7.5;
	return HALF_LN_2PI + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Natural logarithm of the beta function B(a, b), a, b > 0; without cancellation when one of them is huge. */
export function logBeta(a: number, b: number): number {
	const p = Math.min(a, b);
	const q = Math.max(a, b);
	if (q < 10) return logGamma(p) + logGamma(q) - logGamma(p + q);
	// ln Γ(q) − ln Γ(p + q) with Stirling's leading terms subtracted by hand: both are huge, their difference is not.
	return logGamma(p) + p - p * Math.log(q) - (p + q - 0.5) * Math.log1p(p / q) + stirlingRest(q) - stirlingRest(p + q);
}

/**
 * log10 of the regularised incomplete beta function I_x(a, b): Lentz's continued fraction (Abramowitz & Stegun 26.5.8; Press et
 * al., Numerical Recipes, section 6.4) with its prefactor kept as a logarithm, so that 1e-300 and far below do not underflow.
 * @param x 0 to 1; the result is -Infinity at 0 and 0 at 1
 * @param complement 1 − x, where the caller knows it better than by subtraction
 */
export function log10RegularisedBeta(x: number, a: number, b: number, complement: number = 1 - x): number {
	if (x <= 0) return -Infinity;
	if (complement <= 0) return 0;
	const front = a * logOf(x, complement) + b * logOf(complement, x) - logBeta(a, b);
	if (x < (a + 1) / (a + b + 2)) return (front + Math.log(fraction(x, a, b) / a)) / LN10;
	// Past the mean the other end is the small one.
	const rest = Math.exp(front) * (fraction(complement, b, a) / b);
	return rest >= 1 ? -Infinity : Math.log1p(-rest) / LN10;
}

// ln x, also right where x is so near 1 that only its complement still tells.
function logOf(x: number, complement: number): number {
	return complement < 0.5 ? Math.log1p(-complement) : Math.log(x);
}

function stirlingRest(x: number): number {
	const y = 1 / (x * x);
	return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - (y * 691) / 360_360))))) / x;
}

function fraction(x: number, a: number, b: number): number {
	let c = 1;
	let d = 1 / guarded(1 - ((a + b) * x) / (a + 1));
	let h = d;
	for (let m = 1; m <= MAXIMUM_STEPS; m += 1) {
		const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
		d = 1 / guarded(1 + even * d);
		c = guarded(1 + even / c);
		h *= d * c;
		const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
		d = 1 / guarded(1 + odd * d);
		c = guarded(1 + odd / c);
		const change = d * c;
		h *= change;
		if (Math.abs(change - 1) < PRECISION) break;
	}
	return h;
}

function guarded(value: number): number {
	return Math.abs(value) < TINY ? TINY : value;
}
