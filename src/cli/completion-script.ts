/** Shells for which there is a script. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** What can be completed in a command. */
export interface Completed {
	readonly name: string;
	readonly summary: string;
	readonly options: readonly {
		readonly names: readonly string[];
		readonly description: string;
		readonly takesValue: boolean;
		/** Empty where the value is a file or free. */
		readonly values: readonly string[];
	}[];
	/** Words that an argument may be, beside files. */
	readonly words: readonly string[];
}

/** The script of a shell. Words are ours alone (no blanks, no quotes); descriptions are quoted. */
export function completionScript(shell: (typeof SHELLS)[number], commands: readonly Completed[]): string {
	if (shell === 'fish') return fish(commands);
	return shell === 'zsh' ? `#compdef saashound\nautoload -U +X bashcompinit && bashcompinit\n${bash(commands)}` : bash(commands);
}

function bash(commands: readonly Completed[]): string {
	const names = commands.map(({ name }) => name).join(' ');
	const cases = commands.flatMap(({ name, options, words }) => [
		`\t\t${name})`,
		'\t\t\tcase "$before" in',
		...options
			.filter(({ values }) => values.length > 0)
			.map(
				(option) =>
					`\t\t\t\t${option.names.join('|')}) COMPREPLY=($(compgen -W "${option.values.join(' ')}" -- "$word")); return ;;`,
			),
		'\t\t\tesac',
		`\t\t\tflags="${options.flatMap((option) => option.names.slice(0, 1)).join(' ')}" words="${words.join(' ')}" ;;`,
	]);
	return `_saashound() {
	local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" flags="" words=""
	if [ "$COMP_CWORD" -eq 1 ]; then
		COMPREPLY=($(compgen -W "${names} --help --version" -- "$word"))
		return
	fi
	case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
	esac
	case "$word" in
		-*) COMPREPLY=($(compgen -W "$flags" -- "$word")) ;;
		*) COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word")) ;;
	esac
}
complete -o filenames -F _saashound saashound
`;
}

function fish(commands: readonly Completed[]): string {
	const lines: string[] = [];
	for (const { name, summary, options, words } of commands) {
		lines.push(`complete -c saashound -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`);
		const when = `-n '__fish_seen_subcommand_from ${name}'`;
		if (words.length > 0) lines.push(`complete -c saashound ${when} -a '${words.join(' ')}'`);
		for (const option of options) {
			const flags = option.names.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)).join(' ');
			const values = option.values.length > 0 ? ` -x -a '${option.values.join(' ')}'` : option.takesValue ? ' -r' : '';
			lines.push(`complete -c saashound ${when} ${flags}${values} -d ${quoted(option.description)}`);
		}
	}
	return `${lines.join('\n')}\n`;
}

function quoted(text: string): string {
	return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
