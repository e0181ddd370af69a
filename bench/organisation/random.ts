/** A seeded pseudo-random source (sfc32): the same seed gives the same numbers on every machine. */
export class Random {
	readonly #seed: string;
	#a: number;
	#b: number;
	#c: number;
	#d = 1;

	/** @param seed any text; texts that differ give independent sequences. */
	constructor(seed: string) {
		this.#seed = seed;
		let hash = 0x811c9dc5;
		const words: number[] = [];
		for (let round = 0; round < 3; round++) {
			for (let i = 0; i < seed.length; i++) hash = Math.imul(hash ^ (seed.charCodeAt(i) + round), 0x01000193);
			hash ^= hash >>> 15;
			hash = Math.imul(hash, 0x2c1b3c6d);
			hash ^= hash >>> 12;
			words.push(hash | 0);
		}
		[this.#a, this.#b, this.#c] = [words[0] ?? 1, words[1] ?? 2, words[2] ?? 3];
		for (let i = 0; i < 15; i++) this.next();
	}

	/** A sequence of its own: drawing from it does not move this one. */
	fork(label: string): Random {
		return new Random(`${this.#seed}/${label}`);
	}

	/** In [0, 1). */
	next(): number {
		const t = (((this.#a + this.#b) | 0) + this.#d) | 0;
		this.#d = (this.#d + 1) | 0;
		this.#a = this.#b ^ (this.#b >>> 9);
		this.#b = (this.#c + (this.#c << 3)) | 0;
		this.#c = (this.#c << 21) | (this.#c >>> 11);
		this.#c = (this.#c + t) | 0;
		return (t >>> 0) / 4294967296;
	}

	between(low: number, high: number): number {
		return low + (high - low) * this.next();
	}

	/** A whole number, both ends included. */
	int(low: number, high: number): number {
		return Math.floor(this.between(low, high + 1));
	}

	chance(probability: number): boolean {
		return this.next() < probability;
	}

	/** @throws RangeError on an empty list. */
	pick<T>(list: readonly T[]): T {
		if (list.length === 0) throw new RangeError('pick from an empty list');
		return list[Math.floor(this.next() * list.length)] as T;
	}

	shuffle<T>(list: readonly T[]): T[] {
		const copy = [...list];
		for (let i = copy.length - 1; i > 0; i--) {
			const j = Math.floor(this.next() * (i + 1));
			[copy[i], copy[j]] = [copy[j] as T, copy[i] as T];
		}
		return copy;
	}

	/** At most `count` different members. */
	sample<T>(list: readonly T[], count: number): T[] {
		return this.shuffle(list).slice(0, Math.max(0, count));
	}

	weighted<T>(pairs: readonly (readonly [T, number])[]): T {
		let rest = this.next() * pairs.reduce((sum, [, weight]) => sum + weight, 0);
		for (const [value, weight] of pairs) {
			rest -= weight;
			if (rest < 0) return value;
		}
		return this.pick(pairs)[0];
	}

	normal(mean: number, deviation: number): number {
		return mean + deviation * Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
	}

	lognormal(median: number, sigma: number): number {
		return median * Math.exp(this.normal(0, sigma));
	}

	poisson(mean: number): number {
		if (mean > 40) return Math.max(0, Math.round(this.normal(mean, Math.sqrt(mean))));
		const limit = Math.exp(-mean);
		let count = 0;
		for (let product = this.next(); product > limit; product *= this.next()) count++;
		return count;
	}

	#characters(alphabet: string, count: number): string {
		let text = '';
		for (let i = 0; i < count; i++) text += alphabet[Math.floor(this.next() * alphabet.length)];
		return text;
	}

	hex(count: number): string {
		return this.#characters('0123456789abcdef', count);
	}

	digits(count: number): string {
		return this.#characters('123456789', 1) + this.#characters('0123456789', count - 1);
	}

	/** Letters and digits. */
	code(count: number): string {
		return this.#characters('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789', count);
	}

	guid(): string {
		return `${this.hex(8)}-${this.hex(4)}-4${this.hex(3)}-${this.pick(['8', '9', 'a', 'b'])}${this.hex(3)}-${this.hex(12)}`;
	}
}
