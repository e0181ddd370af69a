import { Option } from 'commander';
import { parseChoice } from './choice.ts';

const FORMATS = ['table', 'json'] as const;

/** How something is shown that has no other form. */
export type TableOrJson = (typeof FORMATS)[number];

/** `--format` of what is a table for people and JSON for programs. @throws UsageError (while parsing) for any other word. */
export function tableOrJsonOption(): Option {
	return new Option('-f, --format <format>', 'table or json (default: table, json in a pipe)').argParser((text: string) =>
		parseChoice('--format', text, FORMATS),
	);
}
