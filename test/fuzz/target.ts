import fc from 'fast-check';
import { cpuMs } from '../cpu.ts';

/** What a target has been through. */
export interface Tally {
	inputs: number;
	bytes: number;
	/** Longest time of one input, ms. */
	slowest: number;
}

/** One thing that is fuzzed. */
export interface Target {
	readonly name: string;
	/** Tries so many inputs made from the seed. @throws Error with the smallest input that breaks it, and how to try that again. */
	run(seed: number, inputs: number, tally: Tally): Promise<void>;
}

/** What one input may take: two seconds (the machine may be busy) and another for each megabyte. */
function allowance(bytes: number): number {
	return 2000 + bytes / 1000;
}

/**
 * Makes a target: inputs, what must hold for each of them, and how many bytes one is.
 * `check` throws where something does not hold; so does a check that takes more than two seconds and one for each megabyte.
 */
export function target<T>(
	name: string,
	inputs: fc.Arbitrary<T>,
	check: (input: T) => void | Promise<void>,
	sizeOf: (input: T) => number,
): Target {
	return {
		name,
		async run(seed, numRuns, tally) {
			const property = fc.asyncProperty(inputs, async (input) => {
				const size = sizeOf(input);
				const started = cpuMs();
				await check(input);
				const took = cpuMs() - started;
				tally.inputs += 1;
				tally.bytes += size;
				if (took > tally.slowest) tally.slowest = took;
				if (took > allowance(size)) throw new Error(`${name}: ${Math.round(took)} ms for ${size} bytes`);
			});
			await fc.assert(property, { seed, numRuns, endOnFailure: false, interruptAfterTimeLimit: 120_000 });
		},
	};
}

/** A tally of nothing. */
export function emptyTally(): Tally {
	return { inputs: 0, bytes: 0, slowest: 0 };
}

/** @throws Error saying what does not hold. */
export function hold(truth: boolean, what: () => string): asserts truth {
	if (!truth) throw new Error(what());
}
