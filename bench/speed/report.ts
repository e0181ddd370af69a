import { cpus, totalmem } from 'node:os';
import type { Contestant } from './contestants.ts';
import type { Export } from './generate.ts';

/** What was measured on one file. */
export interface Measured {
	readonly export: Export;
	/** The job's answer, as all rivals gave it. */
	readonly answer: string | undefined;
	/** Who gave another answer, or lost a record. */
	readonly disagreements: readonly string[];
	readonly results: readonly {
		readonly name: string;
		readonly kind: Contestant['kind'];
		readonly wall: number;
		readonly cpu: number;
		readonly memory: number;
	}[];
}

/** The report as Markdown. */
export function report(parts: {
	readonly files: readonly Measured[];
	readonly growth: readonly Measured[];
	readonly start: readonly { readonly name: string; readonly wall: number }[];
	readonly notes: readonly string[];
	readonly rounds: number;
}): string {
	const { files, growth, start, notes, rounds } = parts;
	const [cpu] = cpus();
	const machine = `${cpu?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB, ${process.platform}, Node ${process.versions.node}`;
	return [
		`Machine: ${machine}. Medians of ${rounds} rounds that take turns, files in the page cache. CPU: seconds of processor time, children included. Ratio: CPU against \`hunt all\`; below 1 is faster than ours.`,
		...notes.map((note) => `Left out: ${note}.`),
		...files.map(fileTable),
		...(growth.length === 0 ? [] : [growthTable(growth)]),
		startTable(start),
	].join('\n\n');
}

function fileTable({ export: made, results, disagreements, answer }: Measured): string {
	const base = results.find(({ name }) => name === 'saashound hunt all');
	const events = answer === undefined ? '' : `, ${(JSON.parse(answer) as { events: number }).events} of them relevant`;
	const rows = results.map(({ name, wall, cpu, memory }) => [
		name,
		seconds(wall),
		seconds(cpu),
		cpu >= 0.01 ? (made.bytes / 1e6 / cpu).toFixed(0) : '-',
		ratio(cpu, base?.cpu),
		Number.isNaN(memory) ? '-' : memory.toFixed(0),
	]);
	return [
		`### ${made.vendor}, ${made.layout}: ${(made.bytes / 1e6).toFixed(0)} MB, ${made.records} records${events}`,
		table(['', 'wall s', 'CPU s', 'MB/CPU s', 'ratio', 'peak MB'], rows),
		disagreements.length === 0 ? 'All answers agree.' : `**Other answers: ${disagreements.join(', ')}.**`,
	].join('\n\n');
}

function growthTable(growth: readonly Measured[]): string {
	const names = growth[0]?.results.map(({ name }) => name) ?? [];
	const header = ['m365, ndjson', ...growth.map(({ export: made }) => `${(made.bytes / 1e6).toFixed(0)} MB: CPU s / peak MB`)];
	const rows = names.map((name) => [
		name,
		...growth.map(({ results }) => {
			const one = results.find((result) => result.name === name);
			return one === undefined ? '-' : `${seconds(one.cpu)} / ${one.memory.toFixed(0)}`;
		}),
	]);
	return ['### Growth', table(header, rows)].join('\n\n');
}

function startTable(start: readonly { readonly name: string; readonly wall: number }[]): string {
	const base = start[0]?.wall;
	return [
		'### Start-up',
		table(
			['', 'wall ms', 'against node -e 0'],
			start.map(({ name, wall }) => [name, (wall * 1000).toFixed(0), ratio(wall, base)]),
		),
	].join('\n\n');
}

function seconds(value: number): string {
	return Number.isNaN(value) ? '-' : value.toFixed(2);
}

function ratio(value: number, base: number | undefined): string {
	return base === undefined || Number.isNaN(value / base) ? '-' : (value / base).toFixed(2);
}

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
	return [line(header), line(header.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
