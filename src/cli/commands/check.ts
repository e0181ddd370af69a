import { join, relative } from 'node:path';
import type { Command } from 'commander';
import { analytics } from '../engine.ts';
import { EXIT } from '../exit.ts';
import { parseChoice } from '../options/choice.ts';
import { type ColourChoice, colourOption } from '../options/common.ts';
import { packageRoot } from '../package.ts';
import { sinkFor } from '../sink.ts';
import { checkTargets, targetsOf } from '../targets.ts';
import { wantsColour } from '../terminal.ts';

const FORMATS = ['table', 'json', 'junit'] as const;

interface CheckOptions {
	readonly format: (typeof FORMATS)[number];
	readonly output?: string;
	readonly color: ColourChoice;
}

const EXAMPLES = `
Examples:
  saashound check
  saashound check fixtures/AN1514/m365
  saashound check my-cases --format junit --output junit.xml`;

/** Adds `check`. */
export function addCheck(root: Command): void {
	root
		.command('check')
		.summary('run fixtures against the findings they must give')
		.description(
			'Runs fixture cases (default: those shipped) and compares the findings with expected.json; exits with 1 when one differs.',
		)
		.usage('[cases...] [options]')
		.argument('[cases...]')
		.option('-f, --format <format>', 'table, json or junit', (text) => parseChoice('--format', text, FORMATS), 'table')
		.option('-o, --output <file>', 'write there instead of standard output')
		.addOption(colourOption())
		.addHelpText('after', EXAMPLES)
		.action(run);
}

async function run(given: readonly string[], options: CheckOptions): Promise<void> {
	const [{ findCases }, { runCase }, report] = await Promise.all([
		import('../check/cases.ts'),
		import('../check/run-case.ts'),
		import('../check/report.ts'),
	]);
	const file = options.output ?? '-';
	const folders = findCases(given.length > 0 ? given : [shipped()]);
	await checkTargets(targetsOf({ '--output': file }), { cases: folders });
	const known = await analytics();
	const colour = wantsColour(options.color, file === '-' ? process.stdout : {});
	const sink = sinkFor(file);
	const results = [];
	try {
		for (const folder of folders) {
			const result = await runCase(folder, known);
			results.push(result);
			if (options.format === 'table') sink.write(report.caseLines(result, colour));
		}
		if (options.format === 'table') sink.write(report.closingLine(results));
		else sink.write(options.format === 'json' ? report.casesAsJson(results) : report.casesAsJunit(results));
		await sink.done();
	} finally {
		sink.drop();
	}
	if (results.some(({ problems }) => problems.length > 0)) process.exitCode = EXIT.found;
}

// Shown as the user would name it from where they are.
function shipped(): string {
	const folder = join(packageRoot(), 'fixtures');
	const near = relative(process.cwd(), folder).replaceAll('\\', '/');
	return near === '' ? '.' : near;
}
