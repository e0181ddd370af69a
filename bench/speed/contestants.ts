import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Export, Layout } from './generate.ts';
import { SHAPES } from './shapes.ts';

/** A program that is measured. */
export interface Contestant {
	readonly name: string;
	/** Whether it is ours, does the same job as all others, or only reads the bytes. */
	readonly kind: 'ours' | 'job' | 'bytes';
	readonly layouts: readonly Layout[];
	/** The command line for an export. */
	command(of: Export): readonly string[];
}

const here = import.meta.dirname;
const DUCKDB = '1.5.6-r.1';

const JQ: Readonly<Record<string, string>> = {
	m365: '[.Operation,.UserId,.CreationTime,.ClientIP,.UserAgent]',
	okta: '[.eventType,.actor.alternateId,.published,.client.ipAddress,.client.userAgent.rawUserAgent]',
	github: '[.action,.actor,.["@timestamp"],.actor_ip,.user_agent]',
	box: '[.event_type,.created_by.login,.created_at,.ip_address,""]',
	google: '[.events[0].name,.actor.email,.id.time,.ipAddress,""]',
};

function task(of: Export, more: Readonly<Record<string, unknown>> = {}): string {
	const { vendor, layout, path } = of;
	return JSON.stringify({ vendor, layout, path, relevant: SHAPES[vendor].relevant, ...more });
}

function script(name: string, layouts: readonly Layout[], title: string): Contestant {
	return { name: title, kind: 'job', layouts, command: (of) => ['node', join(here, 'rivals', `${name}.mjs`), task(of)] };
}

/** Our own three ways to be called. */
export function ours(cli: string): readonly Contestant[] {
	const all: readonly Layout[] = ['ndjson', 'json', 'csv', 'gz'];
	return [
		{
			name: 'saashound hunt, one analytic',
			kind: 'ours',
			layouts: all,
			command: (of) => ['node', cli, 'hunt', SHAPES[of.vendor].analytic, of.path, '--format', 'json'],
		},
		{
			name: 'saashound hunt all',
			kind: 'ours',
			layouts: all,
			command: (of) => ['node', cli, 'hunt', 'all', of.path, '--format', 'json'],
		},
		{
			name: 'saashound inspect',
			kind: 'ours',
			layouts: all,
			command: (of) => ['node', cli, 'inspect', of.path, '--format', 'json'],
		},
	];
}

/** Everybody else that can be had here. `notes`: what could not, and why. */
export function rivals(
	out: string,
	wanted: { readonly duckdb: boolean },
): { readonly list: readonly Contestant[]; readonly notes: readonly string[] } {
	const notes: string[] = [];
	const list = [
		script('readline', ['ndjson', 'gz'], 'readline + JSON.parse'),
		script('ndjson', ['ndjson'], 'ndjson package'),
		script('json-parse', ['json'], 'JSON.parse of the whole file'),
		script('papaparse', ['csv'], 'papaparse + JSON.parse'),
	];
	const duckdb = wanted.duckdb ? installDuckdb(out) : 'left out by option';
	if (duckdb === undefined)
		list.push({
			name: 'DuckDB, typed columns',
			kind: 'job',
			layouts: ['ndjson', 'json', 'csv', 'gz'],
			command: (of) => ['node', join(here, 'rivals', 'duckdb.mjs'), task(of, { duckdb: join(out, 'duckdb') })],
		});
	else notes.push(`DuckDB: ${duckdb}`);
	if (has('jq')) list.push(jq());
	else notes.push('jq: not installed');
	if (has('wc'))
		list.push({ name: 'wc -l', kind: 'bytes', layouts: ['ndjson', 'json', 'csv'], command: (of) => ['wc', '-l', of.path] });
	if (has('gzip'))
		list.push({
			name: 'gzip -dc',
			kind: 'bytes',
			layouts: ['gz'],
			command: (of) => ['sh', '-c', `gzip -dc '${of.path}' > /dev/null`],
		});
	return { list, notes };
}

function jq(): Contestant {
	const fold = join(here, 'rivals', 'lines-from-jq.mjs');
	return {
		name: 'jq, counted in Node',
		kind: 'job',
		layouts: ['ndjson'],
		command: (of) => {
			const wanted = SHAPES[of.vendor].relevant.map((operation) => `.[0]=="${operation}"`).join(' or ');
			return ['sh', '-c', `jq -c '${JQ[of.vendor]}|select(${wanted})' '${of.path}' | node '${fold}' '${task(of)}'`];
		},
	};
}

function has(program: string): boolean {
	return spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;
}

// Installed beside the measurements, never into the package. Returns why it could not be had.
function installDuckdb(out: string): string | undefined {
	const folder = join(out, 'duckdb');
	if (existsSync(join(folder, 'node_modules', '@duckdb', 'node-api'))) return undefined;
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'package.json'), '{"private":true}\n');
	try {
		execFileSync(
			'npm',
			['install', '--no-audit', '--no-fund', '--ignore-scripts', '--save-exact', `@duckdb/node-api@${DUCKDB}`],
			{
				cwd: folder,
				stdio: 'ignore',
				timeout: 180_000,
			},
		);
		return undefined;
	} catch {
		return `@duckdb/node-api ${DUCKDB} could not be installed (no network?)`;
	}
}
