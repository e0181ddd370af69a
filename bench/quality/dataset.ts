import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AnalyticId, Level } from '../organisation/world.ts';
import type { Claim, Truth } from './model.ts';

/** One simulated organisation on disk. */
export interface Dataset {
	readonly folder: string;
	readonly level: Level;
	readonly seed: string;
	readonly truth: Truth;
}

export interface Wanted {
	readonly keep: string;
	readonly people: number;
	readonly days: number;
	readonly level: Level;
	readonly seed: string;
	/** Campaigns an analytic; 0 for a benign organisation. */
	readonly attacks: number;
}

const RUN = fileURLToPath(new URL('../run.mjs', import.meta.url));

/** Makes the organisation unless it is there. */
export function provide({ keep, people, days, level, seed, attacks }: Wanted): Dataset {
	const folder = join(
		keep,
		`level-${level}-seed-${seed}-people-${people}-days-${days}${attacks === 6 ? '' : `-attacks-${attacks}`}`,
	);
	const truth = join(folder, 'truth.json');
	if (!existsSync(truth)) {
		mkdirSync(folder, { recursive: true });
		run([
			RUN,
			'organisation',
			'--people',
			String(people),
			'--days',
			String(days),
			'--level',
			String(level),
			'--seed',
			seed,
			'--attacks',
			String(attacks),
			'--out',
			folder,
		]);
	}
	return { folder, level, seed, truth: JSON.parse(readFileSync(truth, 'utf8')) as Truth };
}

/** @throws Error with the program's own words when it fails. */
function run(words: readonly string[]): void {
	const { status, stderr, error } = spawnSync(process.execPath, ['--max-old-space-size=8192', ...words], {
		encoding: 'utf8',
		stdio: ['ignore', 'ignore', 'pipe'],
		maxBuffer: 64 * 1024 * 1024,
	});
	if (status !== 0)
		throw new Error(`${words.slice(0, 3).join(' ')} ended with ${status}: ${error?.message ?? stderr.slice(-800)}`);
}

/** A file that saashound writes; made anew unless it is younger than the program. */
function made(dataset: Dataset, cli: string, name: string, words: readonly string[]): string {
	const path = join(dataset.folder, name);
	if (existsSync(path) && statSync(path).mtimeMs > statSync(cli).mtimeMs) return path;
	run([cli, ...words, '--output', `${path}.part`, '--quiet']);
	renameSync(`${path}.part`, path);
	return path;
}

/** The normalised events, which all rivals hear. Kept while they exist: what an event says changes seldom; `fresh` makes them anew. */
export function exportEvents(dataset: Dataset, cli: string, fresh: boolean): string {
	const path = join(dataset.folder, 'events.ndjson');
	if (!fresh && existsSync(path)) return path;
	return made(dataset, cli, 'events.ndjson', ['export', join(dataset.folder, 'evidence'), '--format', 'ndjson']);
}

interface FindingLike {
	readonly analytic: AnalyticId;
	readonly score: number;
	readonly actor: { readonly id: string; readonly name?: string; readonly email?: string; readonly aliases?: readonly string[] };
	readonly entities: readonly { readonly role: string; readonly id: string; readonly name?: string }[];
	readonly window: { readonly start: string; readonly end: string };
}

/** What saashound finds, with or without the context folder. */
export function hunt(dataset: Dataset, cli: string, context: boolean): Claim[] {
	const words = ['hunt', 'all', join(dataset.folder, 'evidence'), '--format', 'json', '--min-score', '0'];
	if (context) words.push('--context', join(dataset.folder, 'context'));
	const path = made(dataset, cli, context ? 'findings.json' : 'findings-no-context.json', words);
	const { findings } = JSON.parse(readFileSync(path, 'utf8')) as { findings: readonly FindingLike[] };
	return findings.map(({ analytic, score, actor, entities, window }) => {
		const grantors = entities.filter(({ role }) => role === 'grantor');
		// Many people behind one cause are evidence, not the ones who are blamed.
		const blamed = [...entities.filter(({ role }) => role === 'app'), ...(grantors.length === 1 ? grantors : [])];
		const names = [actor.id, actor.email, actor.name, ...(actor.aliases ?? []), ...blamed.flatMap(({ id, name }) => [id, name])];
		return {
			analytic,
			score,
			names: names.flatMap((name) => (name === undefined ? [] : [name.toLowerCase()])),
			start: Date.parse(window.start),
			end: Date.parse(window.end),
		};
	});
}
