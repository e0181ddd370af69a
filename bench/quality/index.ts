import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Level } from '../organisation/world.ts';
import { exportEvents, hunt, provide } from './dataset.ts';
import { readEvents } from './heard.ts';
import { judgeClaims, measure, type Result } from './match.ts';
import type { Claim } from './model.ts';
import { falseTable, mainTable, meanAp, type Row, sizeTable } from './report.ts';
import { RIVALS } from './rivals/index.ts';

const { values } = parseArgs({
	options: {
		seeds: { type: 'string', default: '101-105' },
		levels: { type: 'string', default: '1,2,3' },
		people: { type: 'string', default: '300' },
		days: { type: 'string', default: '45' },
		keep: { type: 'string', default: 'bench/out/quality' },
		cli: { type: 'string', default: 'dist/bin/saashound.js' },
		'no-rivals': { type: 'boolean', default: false },
		'no-ours': { type: 'boolean', default: false },
		benign: { type: 'boolean', default: false },
		fresh: { type: 'boolean', default: false },
		explain: { type: 'string' },
		json: { type: 'string' },
		help: { type: 'boolean', default: false },
	},
});
if (values.help) {
	process.stdout.write('see bench/quality/README.md\n');
	process.exit(0);
}

/** `101-105` or `1,2,7`. */
function listOf(text: string): string[] {
	return text.split(',').flatMap((part) => {
		const [from, to] = part.split('-').map(Number);
		if (from === undefined || to === undefined) return [part];
		return Array.from({ length: to - from + 1 }, (_, at) => String(from + at));
	});
}

const levels = listOf(values.levels).map((level) => Number(level) as Level);
const seeds = listOf(values.seeds);
const cli = resolve(values.cli);
const common = { keep: resolve(values.keep), people: Number(values.people), days: Number(values.days) };
mkdirSync(common.keep, { recursive: true });
if (!existsSync(cli)) {
	process.stderr.write(`${values.cli} is not there: npm run build\n`);
	process.exit(2);
}

const OURS = { with: 'saashound', without: 'saashound, no context' } as const;
const gathered = new Map<string, { results: Map<Level, Result[]>; userDays: Map<Level, number[]> }>();

function keep(name: string, level: Level, result: Result, userDays: number): void {
	const row = gathered.get(name) ?? { results: new Map(), userDays: new Map() };
	row.results.set(level, [...(row.results.get(level) ?? []), result]);
	row.userDays.set(level, [...(row.userDays.get(level) ?? []), userDays]);
	gathered.set(name, row);
}

function note(text: string): void {
	process.stderr.write(`${text}\n`);
}

async function compare(level: Level, seed: string): Promise<void> {
	const dataset = provide({ ...common, level, seed, attacks: 6 });
	const { truth } = dataset;
	const methods: [string, Claim[]][] = [];
	if (!values['no-ours']) methods.push([OURS.with, hunt(dataset, cli, true)], [OURS.without, hunt(dataset, cli, false)]);
	if (!values['no-rivals']) {
		const events = await readEvents(exportEvents(dataset, cli, values.fresh));
		for (const rival of RIVALS) methods.push([rival.name, rival.find(events)]);
	}
	for (const [name, claims] of methods) keep(name, level, measure(claims, truth), truth.userDays);
	note(
		`level ${level} seed ${seed}: ${methods.map(([name, claims]) => `${name} ${meanAp(measure(claims, truth)).toFixed(2)}`).join(', ')}`,
	);
	if (values.explain !== undefined)
		for (const [name, claims] of methods) if (name === values.explain || values.explain === '') explain(name, claims, truth);
}

/** Prints the first twenty of each analytic with what they were, and the campaigns that were missed. */
function explain(name: string, claims: readonly Claim[], truth: Parameters<typeof measure>[1]): void {
	for (const analytic of new Set(truth.campaigns.map((campaign) => campaign.analytic))) {
		const judged = judgeClaims(claims, analytic, truth);
		note(`  ${name}, ${analytic}`);
		for (const [at, { claim, verdict }] of judged.entries()) {
			if (at >= 20 && verdict.kind !== 'hit') continue;
			const alike = truth.lookAlikes.find(
				(one) =>
					claim.names.some((who) => one.actors.includes(who)) &&
					claim.start <= Date.parse(one.end) + 86_400_000 &&
					claim.end >= Date.parse(one.start) - 86_400_000,
			);
			const what =
				verdict.kind === 'hit'
					? `HIT ${verdict.campaign.id} ${verdict.campaign.size}: ${verdict.campaign.note}`
					: verdict.kind === 'neutral'
						? 'neutral'
						: `false (${alike?.kind ?? 'nothing special'})`;
			note(
				`    ${String(at + 1).padStart(4)} ${claim.score.toFixed(1).padStart(6)} ${claim.names[0] ?? ''} ${new Date(claim.start).toISOString().slice(0, 16)} ${what}`,
			);
		}
		const hit = new Set(judged.flatMap(({ verdict }) => (verdict.kind === 'hit' ? [verdict.campaign.id] : [])));
		for (const campaign of truth.campaigns)
			if (campaign.analytic === analytic && !hit.has(campaign.id))
				note(`    MISSED ${campaign.id} ${campaign.size} ${campaign.start.slice(0, 16)}: ${campaign.note}`);
	}
}

for (const level of levels) for (const seed of seeds) await compare(level, seed);

const rows: (Row & { userDays: ReadonlyMap<Level, readonly number[]> })[] = [...gathered].map(([name, row]) => ({
	name,
	...row,
}));
const ours = rows.filter((row) => row.name.startsWith('saashound'));
const parts = [
	`Seeds ${values.seeds}, levels ${levels.join(' / ')}, ${common.people} people, ${common.days} days. Constants are tuned on seeds 1-24 only; 101-105 are for the report.`,
	mainTable(rows, levels),
	sizeTable(rows, levels),
	...(ours.length === 0 ? [] : [falseTable(ours, levels, 'false findings an export (per 1000 user-days)')]),
];

if (values.benign) {
	const benign: typeof rows = [OURS.with, OURS.without].map((name) => ({
		name,
		results: new Map<Level, Result[]>(),
		userDays: new Map<Level, number[]>(),
	}));
	for (const level of levels) {
		for (const seed of seeds) {
			const dataset = provide({ ...common, level, seed, attacks: 0 });
			for (const row of benign) {
				const claims = hunt(dataset, cli, row.name === OURS.with);
				(row.results as Map<Level, Result[]>).set(level, [...(row.results.get(level) ?? []), measure(claims, dataset.truth)]);
				(row.userDays as Map<Level, number[]>).set(level, [...(row.userDays.get(level) ?? []), dataset.truth.userDays]);
			}
		}
	}
	parts.push(falseTable(benign, levels, 'no attack at all: findings an export (per 1000 user-days)'));
}
process.stdout.write(`${parts.join('\n\n')}\n`);
if (values.json !== undefined)
	writeFileSync(
		values.json,
		`${JSON.stringify(
			rows.map(({ name, results }) => ({ name, results: [...results] })),
			null,
			'\t',
		)}\n`,
	);
