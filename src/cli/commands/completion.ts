import { type Command, Option } from 'commander';
import { SEVERITIES } from '../../model/finding.ts';
import { PLATFORMS } from '../../model/platform.ts';
import { FORMAT_NAMES } from '../../render/index.ts';
import { type Completed, completionScript, SHELLS } from '../completion-script.ts';
import { analytics } from '../engine.ts';
import { parseChoice } from '../options/choice.ts';
import { deliver } from '../sink.ts';

const EXAMPLES = `
Examples:
  saashound completion bash > ~/.saashound-completion
  saashound completion zsh > ~/.zsh/completions/_saashound
  saashound completion fish > ~/.config/fish/completions/saashound.fish`;

/** Adds `completion`. */
export function addCompletion(root: Command): void {
	root
		.command('completion')
		.summary('a script that completes commands and options in your shell')
		.description('Prints a script that completes commands, options, analytics and platforms: for bash, zsh or fish.')
		.usage('<bash|zsh|fish>')
		.argument('[shell]')
		.addHelpText('after', EXAMPLES)
		.action((shell: string | undefined) => run(shell, root));
}

async function run(shell: string | undefined, root: Command): Promise<void> {
	const chosen = parseChoice('completion', shell ?? '', SHELLS);
	const names = (await analytics()).flatMap(({ id, name }) => [id, name]);
	const words: Readonly<Record<string, readonly string[]>> = {
		hunt: ['all', ...names],
		analytics: names,
		platforms: PLATFORMS,
		completion: SHELLS,
	};
	const commands = root.commands.map((command): Completed => {
		const options = [...command.options, new Option('-h, --help', 'print this help')];
		return {
			name: command.name(),
			summary: command.summary(),
			options: options.map(({ long, short, description, required }) => ({
				names: [long, short].filter((flag) => flag !== undefined && flag !== null),
				description,
				takesValue: required,
				values: valuesOf(long ?? '', command.name()),
			})),
			words: words[command.name()] ?? [],
		};
	});
	await deliver('-', completionScript(chosen, commands));
}

function valuesOf(option: string, command: string): readonly string[] {
	if (option === '--platform') return PLATFORMS;
	if (option === '--min-severity' || option === '--fail-on') return SEVERITIES;
	if (option === '--color') return ['auto', 'always', 'never'];
	if (option === '--format') return command === 'hunt' ? FORMAT_NAMES : (FORMATS[command] ?? []);
	return [];
}

const FORMATS: Readonly<Record<string, readonly string[]>> = {
	inspect: ['table', 'json'],
	timeline: ['table', 'ndjson'],
	analytics: ['table', 'json'],
	platforms: ['table', 'json'],
	check: ['table', 'json', 'junit'],
	export: ['ndjson', 'ocsf'],
};
