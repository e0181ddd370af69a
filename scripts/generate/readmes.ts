import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Analytic } from '../../src/analytic.ts';
import { table } from './tables.ts';

/** A file below the root, and the tables it may ask for by name. */
export type ReadmeTables = readonly [file: string, tables: Readonly<Record<string, string>>];

/** For the README of each analytic: what its declaration and its fixtures say. */
export function readmeTables(root: string, analytics: readonly Analytic[]): readonly ReadmeTables[] {
	return analytics.flatMap((analytic): readonly ReadmeTables[] => {
		const file = `analytics/${analytic.id}-${analytic.name}/README.md`;
		return existsSync(join(root, file)) ? [[file, tablesOf(root, analytic)]] : [];
	});
}

function tablesOf(root: string, analytic: Analytic): Readonly<Record<string, string>> {
	const { attack } = analytic;
	return {
		summary: analytic.summary,
		signals: table(
			['signal', 'what it is', 'observed in', 'speaks when'],
			Object.entries(analytic.signals).map(([name, { title, unit, text }]) => [`\`${name}\``, title, unit, text]),
		),
		options: table(
			['option', 'default', 'unit', 'meaning', 'ATT&CK mutable element'],
			Object.entries(analytic.options).map(([name, { default: usual, unit, kind, title, attack: element }]) => [
				`\`${name}\``,
				usual === '' ? '(none)' : `\`${usual}\``,
				unit ?? kind,
				title,
				element === undefined ? '' : `\`${element}\``,
			]),
		),
		fixtures: table(['case', 'what it shows'], casesOf(root, analytic.id)),
		'false-positives': list(analytic.falsePositives),
		'blind-spots': list(analytic.blindSpots),
		tuning: list(analytic.tuning),
		references: list([
			`${attack.technique} ${attack.techniqueName} (${attack.tactic}): https://attack.mitre.org/techniques/${attack.technique.replace('.', '/')}/`,
			`${attack.strategy}, analytic ${analytic.id}, ATT&CK ${attack.version}: ${attack.url}`,
		]),
	};
}

function casesOf(root: string, analytic: string): readonly (readonly string[])[] {
	const top = join(root, 'fixtures', analytic);
	return folders(top).flatMap((platform) =>
		folders(join(top, platform)).flatMap((name): readonly (readonly string[])[] => {
			const about = join(top, platform, name, 'case.json');
			if (!existsSync(about)) return [];
			const { title }: { title?: string } = JSON.parse(readFileSync(about, 'utf8'));
			return [[`[${platform}/${name}](../../fixtures/${analytic}/${platform}/${name})`, title ?? '']];
		}),
	);
}

function folders(path: string): readonly string[] {
	if (!existsSync(path)) return [];
	return readdirSync(path, { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map((entry) => entry.name)
		.sort();
}

function list(lines: readonly string[]): string {
	return lines.map((line) => `- ${line}`).join('\n');
}
