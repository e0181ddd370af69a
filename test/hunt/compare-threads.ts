// Reads evidence with different numbers of threads and pieces, and tells whether all that comes out is the same:
// node --import ./scripts/typescript.mjs test/hunt/compare-threads.ts <evidence>...
// A program of its own: the threads need a loader for TypeScript, which tests do not hand on.
import { ANALYTICS } from '../../analytics/index.ts';
import { eventLines } from '../../src/hunt/event-lines.ts';
import { events } from '../../src/hunt/events.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import { inspect } from '../../src/hunt/inspect.ts';
import { namesMet } from '../../src/hunt/names-met.ts';
import type { Threads } from '../../src/hunt/request.ts';
import { eventLine } from '../../src/render/event-ndjson.ts';

const WAYS: readonly Threads[] = [
	{ count: 0 },
	{ count: 1 },
	{ count: 3, piece: 3000 },
	// Half of it parsed here, half in threads.
	{ count: 2, piece: 20_000, from: 150_000 },
];

const evidence = process.argv.slice(2);
const request = { evidence, set: [], minScore: 0, arguments: [], version: '0', analytics: ANALYTICS } as const;

const KINDS: Readonly<Record<string, (threads: Threads, strict: boolean) => Promise<unknown>>> = {
	hunt: (threads, strict) => hunt({ ...request, threads, strict }),
	inspect: (threads, strict) => inspect({ ...request, threads, strict }),
	events: async (threads, strict) => {
		const lines: string[] = [];
		await events({ ...request, threads, strict }, (event) => lines.push(eventLine(event), JSON.stringify(sorted(event))));
		return lines;
	},
	lines: async (threads, strict) => {
		const lines: string[] = [];
		await eventLines({ ...request, threads, strict }, eventLine, { write: (line) => lines.push(line), ready: async () => {} });
		return lines;
	},
	names: async (threads, strict) => {
		const met = await namesMet({ ...request, threads, strict });
		return (['actor', 'app', 'target', 'address', 'session', 'token'] as const).map((kind) => met.all(kind));
	},
};

const differences: string[] = [];
let bytes = 0;
for (const strict of [false, true]) {
	for (const [kind, read] of Object.entries(KINDS)) {
		// Which record is the first to be refused does not depend on who asks.
		if (strict && kind !== 'inspect') continue;
		let first: string | undefined;
		for (const way of WAYS) {
			const told = await read(way, strict).then(JSON.stringify, (error: Error) => `${error.name}: ${error.message}`);
			first ??= told;
			bytes += told.length;
			if (told !== first)
				differences.push(`${kind}${strict ? ' --strict' : ''} with ${JSON.stringify(way)}: ${firstDifference(first, told)}`);
		}
	}
}
process.stdout.write(JSON.stringify({ differences, bytes }));

// Members in another order are the same facts.
function sorted(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(sorted);
	if (typeof value !== 'object' || value === null) return value;
	const members = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
	return Object.fromEntries(members.map(([name, member]) => [name, sorted(member)]));
}

function firstDifference(a: string, b: string): string {
	let at = 0;
	while (at < a.length && a[at] === b[at]) at += 1;
	return `${JSON.stringify(a.slice(Math.max(0, at - 80), at + 120))} became ${JSON.stringify(b.slice(Math.max(0, at - 80), at + 120))}`;
}
