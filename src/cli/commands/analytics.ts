import type { Command } from 'commander';
import type { Analytic, OptionSpec } from '../../analytic.ts';
import { heardBy, onlyOf, sayableTo } from '../../hunt/coverage.ts';
import { optionsOf } from '../../hunt/options.ts';
import type { Activity } from '../../model/activity.ts';
import type { Source } from '../../model/source.ts';
import { addCatalogue } from '../catalogue.ts';
import { analytics, sources } from '../engine.ts';
import type { Sheet } from '../layout.ts';
import { parseAnalytics } from '../options/selection.ts';

const EXAMPLES = `
Examples:
  saashound analytics
  saashound analytics AN1514
  saashound analytics bulk-upload --format json | jq .options`;

/** Adds `analytics`. */
export function addAnalytics(root: Command): void {
	addCatalogue(root, {
		name: 'analytics',
		summary: 'the analytics: what they look for, options, blind spots',
		description:
			'Lists the analytics, or describes one: what it looks for, what it hears and where, its options, how to tune it.',
		examples: EXAMPLES,
		async look(id) {
			const known = await analytics();
			const chosen = id === undefined ? known : parseAnalytics(id, known);
			const platforms = await sources();
			const described = chosen.map((analytic) => asJson(analytic, platforms));
			return {
				json: id === undefined || described.length !== 1 ? described : described[0],
				draw(sheet) {
					if (id === undefined) list(sheet, chosen);
					else for (const [index, analytic] of chosen.entries()) describe(sheet, analytic, platforms, index > 0);
				},
			};
		},
	});
}

function list(sheet: Sheet, known: readonly Analytic[]): void {
	for (const { id, name, title, attack } of known) {
		sheet.title(`${id}  ${name}`);
		sheet.item('', `${title}. ${attack.technique} ${attack.techniqueName}, ${attack.tactic}.`, 6);
	}
	sheet.gap();
	sheet.text('saashound analytics <id> says more of one. ATT&CK names: © The MITRE Corporation, used with permission.');
}

function describe(sheet: Sheet, analytic: Analytic, platforms: readonly Source[], further: boolean): void {
	const { attack } = analytic;
	if (further) sheet.gap();
	sheet.title(`${analytic.id}  ${analytic.name}`);
	sheet.text(analytic.title);
	sheet.gap();
	sheet.text(analytic.summary);
	sheet.gap();
	sheet.text(
		`ATT&CK ${attack.version}: ${attack.technique} ${attack.techniqueName}, ${attack.tactic}, ${attack.strategy}. ${attack.url}`,
	);
	sheet.heading('What it hears');
	for (const activity of heardBy(analytic)) sheet.item(activity, saying(analytic, activity, platforms), 20);
	sheet.heading('Signals');
	for (const [name, signal] of Object.entries(analytic.signals))
		sheet.item(name, `${signal.title} (${signal.unit}): ${signal.text}`, 20);
	sheet.heading(`Options (--set name=value, or ${analytic.id}.name=value)`);
	for (const [name, option] of Object.entries(optionsOf(analytic))) sheet.item(name, optionText(option), 20);
	section(sheet, 'Tuning', analytic.tuning);
	section(sheet, 'False positives', analytic.falsePositives);
	section(sheet, 'Blind spots', analytic.blindSpots);
}

function section(sheet: Sheet, heading: string, texts: readonly string[]): void {
	if (texts.length === 0) return;
	sheet.heading(heading);
	sheet.list(texts);
}

function optionText(option: OptionSpec): string {
	const limits = [option.min === undefined ? '' : `from ${option.min}`, option.max === undefined ? '' : `to ${option.max}`];
	const range = limits.filter((limit) => limit !== '').join(' ');
	const facts = [`default ${option.default === '' ? 'empty' : option.default}`, option.kind, option.unit ?? '', range];
	if (option.attack !== undefined) facts.push(`ATT&CK ${option.attack}`);
	return `${option.title} (${facts.filter((fact) => fact !== '').join(', ')})`;
}

function saying(analytic: Analytic, activity: Activity, platforms: readonly Source[]): string {
	const speaking = speakingOf(analytic, activity, platforms);
	const only = onlyOf(analytic, activity);
	return `${speaking.length === 0 ? 'no platform says it' : speaking.join(', ')}${only === undefined ? '' : `; only ${only.words}`}`;
}

function speakingOf(analytic: Analytic, activity: Activity, platforms: readonly Source[]): readonly string[] {
	return platforms.filter((source) => sayableTo(analytic, source).has(activity)).map((source) => source.id);
}

function asJson(analytic: Analytic, platforms: readonly Source[]): object {
	return {
		id: analytic.id,
		name: analytic.name,
		title: analytic.title,
		summary: analytic.summary,
		attack: analytic.attack,
		hears: heardBy(analytic).map((activity) => ({
			activity,
			platforms: speakingOf(analytic, activity, platforms),
		})),
		options: optionsOf(analytic),
		signals: analytic.signals,
		tuning: analytic.tuning,
		falsePositives: analytic.falsePositives,
		blindSpots: analytic.blindSpots,
	};
}
