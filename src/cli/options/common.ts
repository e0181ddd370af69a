import { type Command, Option } from 'commander';
import { PLATFORMS, type PlatformId } from '../../model/platform.ts';
import { parseChoice } from './choice.ts';
import { parseSize } from './size.ts';
import { parseThreads } from './threads.ts';
import { parseZone } from './time.ts';

const COLOURS = ['auto', 'always', 'never'] as const;

/** `--color`. */
export type ColourChoice = (typeof COLOURS)[number];

/** Options of every command that reads evidence. */
export interface EvidenceOptions extends TalkOptions {
	readonly platform?: PlatformId;
	readonly context?: string;
	readonly geoip?: readonly string[];
	readonly strict?: boolean;
	/** File. */
	readonly columns?: string;
	readonly dayFirst?: boolean;
	/** Bytes. */
	readonly maxInflate?: number;
	readonly plainReader?: boolean;
	readonly threads?: number;
}

/** How much is said, and in which colours. */
export interface TalkOptions {
	readonly color: ColourChoice;
	readonly quiet?: boolean;
	readonly verbose?: boolean;
	/** false after `--no-progress`. */
	readonly progress: boolean;
}

/** The zone in which people read times. */
export interface ZoneOptions {
	readonly timeZone?: string;
	readonly utc?: boolean;
}

/** Adds the options that every command reading evidence has. */
export function evidenceOptions(command: Command): Command {
	return command
		.optionsGroup('Evidence:')
		.addOption(
			new Option('--platform <id>', 'read everything as this platform').argParser((text: string) =>
				parseChoice('--platform', text, PLATFORMS),
			),
		)
		.option('--context <dir>', 'what you know: people, apps, networks, changes, repositories')
		.option('--geoip <file>', 'MaxMind database (.mmdb) of countries, cities or networks (repeatable)', gather)
		.option('--columns <file>', 'what columns mean that the evidence names otherwise: a CSV with column,means')
		.option('--day-first', 'dates with slashes begin with the day: 3/10/2026 is in October')
		.option('--strict', 'a record that cannot be read is an error')
		.addOption(
			new Option(
				'--max-inflate <size>',
				'what one packed file may unpack to: 500M, 20G (default: 1T, and 1000 times its size)',
			).argParser((text: string) => parseSize('--max-inflate', text)),
		)
		.addOption(
			new Option(
				'--threads <n>',
				'threads that parse beside the one that reads; 0: none (default: 4 for large evidence where 4 cores are idle)',
			).argParser((text: string) => parseThreads('--threads', text)),
		)
		.addOption(new Option('--plain-reader', 'parse every record whole: the same answers, more slowly').hideHelp());
}

/** Adds `--color`, `--quiet`, `--verbose` and `--no-progress`. */
export function talkOptions(command: Command): Command {
	return command
		.option('--no-progress', 'no progress line')
		.option('-q, --quiet', 'no warnings either')
		.option('-v, --verbose', 'everything in full')
		.addOption(colourOption());
}

/** Adds `--utc` and `--time-zone`. */
export function zoneOptions(command: Command): Command {
	return command
		.optionsGroup('Display:')
		.addOption(new Option('--time-zone <iana>', 'show times in this zone, e.g. Europe/Berlin').argParser(parseZone))
		.addOption(new Option('--utc', 'show times in UTC (the default)').conflicts('timeZone'));
}

/** `--color`. */
export function colourOption(): Option {
	return new Option('--color <when>', 'auto, always or never')
		.default('auto')
		.argParser((text: string) => parseChoice('--color', text, COLOURS));
}

/** Gathers a repeatable option. */
export function gather(value: string, before: readonly string[] | undefined): readonly string[] {
	return [...(before ?? []), value];
}
