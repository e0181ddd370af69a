import { describe, test } from '@jest/globals';
import { emptyTally } from './target.ts';
import { TARGETS } from './targets/index.ts';

// A short look in every run, always the same one; `npm run fuzz -- --seconds 600` looks for long, and elsewhere each time.
const SEED = 20260303;
const INPUTS = 60;

describe('nothing breaks, hangs or gets lost, whatever the input', () => {
	test.each(TARGETS.map((target) => [target.name, target] as const))(
		'%s',
		async (_name, target) => {
			await target.run(SEED, INPUTS, emptyTally());
		},
		60_000,
	);
});
