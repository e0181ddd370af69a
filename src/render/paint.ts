import { Chalk, type ChalkInstance } from 'chalk';
import type { Severity } from '../model/finding.ts';

/** The few styles that terminal output uses. Without colour each gives its text back. */
export interface Paint {
	readonly severity: Readonly<Record<Severity, (text: string) => string>>;
	strong(text: string): string;
	faint(text: string): string;
	heading(text: string): string;
	raised(text: string): string;
	lowered(text: string): string;
}

/** Styles from the sixteen colours that every terminal theme keeps readable. */
export function paint(colour: boolean): Paint {
	const chalk: ChalkInstance = new Chalk({ level: colour ? 1 : 0 });
	return {
		severity: {
			critical: (text) => chalk.bold.white.bgRed(text),
			high: (text) => chalk.bold.red(text),
			medium: (text) => chalk.yellow(text),
			low: (text) => chalk.cyan(text),
		},
		strong: (text) => chalk.bold(text),
		faint: (text) => chalk.dim(text),
		heading: (text) => chalk.bold.underline(text),
		raised: (text) => chalk.red(text),
		lowered: (text) => chalk.green(text),
	};
}
