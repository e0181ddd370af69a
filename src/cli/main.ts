import { Command } from 'commander';
import { UsageError } from '../model/errors.ts';
import { addCommands } from './commands.ts';
import { ending, isSystemError, oneLine, systemLine } from './errors.ts';
import { leave, watchSignals } from './exit.ts';
import { suggestion } from './options/nearest.ts';
import { version } from './package.ts';
import { withRedactKey } from './redaction.ts';
import { columns, wantsColour } from './terminal.ts';

/** Runs the program. `words`: the command line without `node` and the script. Sets the exit code; throws nothing. */
export async function main(words: readonly string[]): Promise<void> {
	watchSignals((error) => sayBroken(error));
	try {
		const root = program(words);
		checkHelp(root, words);
		await root.parseAsync(withRedactKey(words), { from: 'user' });
	} catch (error) {
		const { code, line, stack } = ending(error);
		const { say } = await import('./say.ts');
		if (line !== undefined) say(line);
		if (stack !== undefined && process.env['SAASHOUND_DEBUG'] === '1') process.stderr.write(`${stack}\n`);
		leave(code);
	}
}

// Standard output cannot be written to: a full disk, say.
function sayBroken(error: Error): void {
	const line = isSystemError(error) ? systemLine(error) : oneLine(error.message);
	process.stderr.write(`saashound: standard output: ${line}\n`);
}

function program(words: readonly string[]): Command {
	const root = new Command('saashound');
	root
		.description('Hunts through exported SaaS audit logs and ranks what is odd.')
		.version(version(), '-V, --version', 'print the version')
		.helpOption('-h, --help', 'print this help')
		.helpCommand('help [command]', 'print the help of a command')
		.argument('[command]')
		.usage('<command> [options]')
		.action((command: string | undefined) => noCommand(root, command))
		.exitOverride()
		.configureOutput({
			writeErr: () => {},
			getOutHelpWidth: () => Math.min(100, columns()),
			getOutHasColors: () => wantsColour('auto', process.stdout),
		})
		.configureHelp({
			styleTitle: (text) => `\u001b[1m${text}\u001b[22m`,
			visibleArguments: () => [],
			subcommandTerm: (command) => command.name(),
		})
		.enablePositionalOptions();
	addCommands(root, words);
	// Only now: commands would inherit the first. What stands behind a wrong command is not what is wrong.
	root.allowExcessArguments().allowUnknownOption();
	root.addHelpText(
		'after',
		`
Examples:
  saashound hunt all ./export            every analytic over a folder
  saashound hunt bulk-upload audit.csv --format html --output report.html
  saashound inspect ./export             what is in it, and what cannot be seen
  saashound timeline ./export --actor ana@example.com --from 2d

saashound <command> --help says more.`,
	);
	return root;
}

/** What asks for help. */
const HELP: readonly string[] = ['help', '-h', '--help'];

// Of a command that there is not Commander would print all help, and not say why.
function checkHelp(root: Command, [first, second]: readonly string[]): void {
	if (second === undefined) return;
	const isCommand = (name: string) => root.commands.some((command) => command.name() === name);
	if (first === 'help') {
		if (HELP.includes(second)) root.help();
		if (!isCommand(second)) noCommand(root, second);
	} else if (first !== undefined && HELP.includes(second) && !first.startsWith('-') && !isCommand(first)) noCommand(root, first);
}

function noCommand(root: Command, given: string | undefined): never {
	const names = root.commands.map((command) => command.name());
	if (given === undefined) throw new UsageError(`no command given; one of ${names.join(', ')}; see saashound --help`);
	if (given.startsWith('-')) throw new UsageError(`unknown option '${given}'${suggestion(given, ['--help', '--version'])}`);
	const near = suggestion(given, names);
	throw new UsageError(`unknown command '${given}'${near === '' ? `; one of ${names.join(', ')}` : near}`);
}
