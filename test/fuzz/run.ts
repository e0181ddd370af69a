// The long run: `npm run fuzz -- --seconds 600 [--seed 1] [--only okta]`. Prints figures for every target; exits with 1 when one broke.
import { parseArgs } from 'node:util';
import { emptyTally, type Tally } from './target.ts';
import { TARGETS } from './targets/index.ts';

const { values } = parseArgs({
	options: {
		seconds: { type: 'string', default: '60' },
		seed: { type: 'string', default: '1' },
		only: { type: 'string', default: '' },
	},
});
const seconds = Number(values.seconds);
const chosen = TARGETS.filter(({ name }) => name.includes(values.only));
const INPUTS = 200;

const tallies = new Map<string, Tally>(chosen.map(({ name }) => [name, emptyTally()]));
const broken = new Map<string, string>();
const started = performance.now();
let seed = Number(values.seed);
while (performance.now() - started < seconds * 1000 && broken.size < chosen.length) {
	for (const { name, run } of chosen) {
		if (broken.has(name)) continue;
		if (performance.now() - started > seconds * 1000) break;
		try {
			await run(seed, INPUTS, tallies.get(name) ?? emptyTally());
		} catch (error) {
			broken.set(name, wordsOf(error));
		}
	}
	seed += 1;
}
// What did not hold, then where and how to try it again.
function wordsOf(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	const cause = error.cause instanceof Error ? `${(error.cause.stack ?? error.cause.message).slice(0, 2000)}\n` : '';
	return `${cause}${error.message.slice(0, 4000)}`;
}

let inputs = 0;
let bytes = 0;
for (const [name, tally] of tallies) {
	inputs += tally.inputs;
	bytes += tally.bytes;
	const state = broken.has(name) ? 'BROKEN' : 'ok';
	console.log(
		`${state.padEnd(7)}${name.padEnd(36)}${String(tally.inputs).padStart(9)} inputs ${(tally.bytes / 1e6).toFixed(1).padStart(8)} MB   slowest ${tally.slowest.toFixed(0)} ms`,
	);
}
console.log(
	`${inputs} inputs, ${(bytes / 1e6).toFixed(1)} MB, ${((performance.now() - started) / 1000).toFixed(0)} s, seeds ${values.seed} to ${seed - 1}`,
);
for (const [name, text] of broken) console.log(`\n${name}:\n${text}`);
process.exitCode = broken.size > 0 ? 1 : 0;
