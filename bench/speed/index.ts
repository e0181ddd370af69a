import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Contestant, ours, rivals } from './contestants.ts';
import { type Export, generate, type Layout } from './generate.ts';
import { median, type Run, run } from './measure.ts';
import { type Measured, report } from './report.ts';
import { SHAPES, type Vendor } from './shapes.ts';

const { values } = parseArgs({
	options: {
		size: { type: 'string', default: '64' },
		growth: { type: 'string', default: '64,256' },
		rounds: { type: 'string', default: '3' },
		only: { type: 'string' },
		cli: { type: 'string', default: 'dist/bin/saashound.js' },
		out: { type: 'string', default: 'bench/out/speed' },
		write: { type: 'string' },
		'no-duckdb': { type: 'boolean', default: false },
		'no-rivals': { type: 'boolean', default: false },
		keep: { type: 'boolean', default: false },
		help: { type: 'boolean', default: false },
	},
});
if (values.help) {
	process.stdout.write(readFileSync(join(import.meta.dirname, 'README.md'), 'utf8'));
	process.exit(0);
}

const FILES: readonly (readonly [Vendor, Layout])[] = [
	['m365', 'csv'],
	['m365', 'json'],
	['m365', 'ndjson'],
	['m365', 'gz'],
	['okta', 'ndjson'],
	['okta', 'json'],
	['github', 'ndjson'],
	['box', 'ndjson'],
	['google', 'ndjson'],
];

const out = resolve(values.out);
const cli = resolve(values.cli);
if (!existsSync(cli)) {
	process.stderr.write(`${cli} is not there; run npm run build first\n`);
	process.exit(2);
}
mkdirSync(out, { recursive: true });
const rounds = Number(values.rounds);
const others = values['no-rivals']
	? { list: [], notes: ['rivals: left out by option'] }
	: rivals(out, { duckdb: !values['no-duckdb'] });
const wanted = FILES.filter(([vendor, layout]) => values.only === undefined || `${vendor}-${layout}`.includes(values.only));

const files = wanted.map(([vendor, layout]) => measured(vendor, layout, Number(values.size), [...ours(cli), ...others.list]));
const growth = values.growth
	.split(',')
	.filter((size) => size !== '')
	.map((size) =>
		measured('m365', 'ndjson', Number(size), [...ours(cli), ...others.list.filter(({ name }) => name.startsWith('DuckDB'))]),
	);
const text = report({ files, growth, start: startUp(), notes: others.notes, rounds });
if (values.write === undefined) process.stdout.write(text);
else insert(values.write, text);

/** Makes an export, runs everybody on it in rounds that take turns, compares the answers and takes the file away again. */
function measured(vendor: Vendor, layout: Layout, size: number, contestants: readonly Contestant[]): Measured {
	const made = generate(vendor, layout, size, out);
	const able = contestants.filter(({ layouts }) => layouts.includes(layout));
	const runs = new Map<string, Run[]>(able.map(({ name }) => [name, []]));
	const disagreements: string[] = [];
	let answer: string | undefined;
	for (let round = 0; round < rounds; round += 1) {
		// Each round begins with another one: nobody always runs on the warmest or the coldest machine.
		for (const contestant of [...able.slice(round % able.length), ...able.slice(0, round % able.length)]) {
			process.stderr.write(`${vendor} ${layout} ${size} MB, round ${round + 1}: ${contestant.name}\n`);
			const result = run(contestant.command(made));
			runs.get(contestant.name)?.push(result);
			const said = contestant.kind === 'job' ? result.output.trim() : undefined;
			answer ??= said;
			if (said !== undefined && said !== answer) disagreements.push(contestant.name);
			if (contestant.kind === 'ours') check(contestant, result, made, disagreements);
		}
	}
	if (!values.keep) rmSync(made.path);
	return {
		export: made,
		answer,
		disagreements: [...new Set(disagreements)],
		results: able.map(({ name, kind }) => {
			const own = runs.get(name) ?? [];
			return {
				name,
				kind,
				wall: median(own.map((one) => one.wall)),
				cpu: median(own.map((one) => one.cpu)),
				memory: Math.max(...own.map((one) => one.memory)),
			};
		}),
	};
}

// Ours answers a larger question: that no record was lost is compared instead.
function check(contestant: Contestant, { output }: Run, made: Export, disagreements: string[]): void {
	const { inputs } = JSON.parse(output) as {
		inputs: readonly { records: number; events: number; other: number; duplicates: number }[];
	};
	const [input] = inputs;
	const counted = (input?.events ?? 0) + (input?.other ?? 0) + (input?.duplicates ?? 0);
	if (input?.records !== made.records || counted !== made.records) disagreements.push(contestant.name);
}

/** Start-up beside an empty Node: the help, the version and a hunt through a handful of records. */
function startUp(): readonly { readonly name: string; readonly wall: number }[] {
	const tiny = generate('m365', 'ndjson', 0.02, out);
	const commands: readonly (readonly [string, readonly string[]])[] = [
		['node -e 0', ['node', '-e', '0']],
		['--version', ['node', cli, '--version']],
		['--help', ['node', cli, '--help']],
		[`hunt of ${tiny.records} records`, ['node', cli, 'hunt', SHAPES.m365.analytic, tiny.path, '--format', 'json']],
		[`hunt all of ${tiny.records} records`, ['node', cli, 'hunt', 'all', tiny.path]],
	];
	const runs = commands.map(() => [] as number[]);
	for (let round = 0; round < 3 * rounds; round += 1)
		for (const [index, [, command]] of commands.entries()) runs[index]?.push(run(command).wall);
	rmSync(tiny.path);
	return commands.map(([name], index) => ({ name, wall: median(runs[index] ?? []) }));
}

/** Puts the report between its markers. */
function insert(path: string, report: string): void {
	const [begin, end] = ['<!-- measured: begin -->', '<!-- measured: end -->'];
	const page = readFileSync(path, 'utf8');
	const [from, to] = [page.indexOf(begin), page.indexOf(end)];
	if (from < 0 || to < from) throw new Error(`${path} has no markers ${begin} … ${end}`);
	writeFileSync(path, `${page.slice(0, from + begin.length)}\n\n${report}\n${page.slice(to)}`);
}
