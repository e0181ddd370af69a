import { UsageError } from '../../model/errors.ts';
import { FORMAT_NAMES, type FormatName, formatOf, RENDERERS } from '../../render/index.ts';
import { parseChoice } from './choice.ts';

/** One place to write to. */
export interface OutputPlan {
	/** A path, or `-` for standard output. */
	readonly file: string;
	readonly format: FormatName;
}

/**
 * What `--format` names.
 * @throws UsageError when it is none of ours.
 */
export function parseFormat(text: string): FormatName {
	return parseChoice('--format', text, FORMAT_NAMES);
}

/**
 * What is written where. `--format` decides for standard output and for a single file; among several files it decides where the
 * ending names no other format. Without it the ending decides. No `--output`: standard output, a table on a terminal, else JSON.
 * @throws UsageError where an ending says nothing and no format is given, or a place is named twice.
 */
export function planOutputs(
	outputs: readonly string[],
	format: FormatName | undefined,
	terminal: boolean,
): readonly OutputPlan[] {
	const shown = format ?? (terminal ? 'table' : 'json');
	if (outputs.length === 0) return [{ file: '-', format: shown }];
	if (new Set(outputs).size < outputs.length) throw new UsageError('--output: the same place is named twice');
	const single = outputs.filter((file) => file !== '-').length === 1;
	return outputs.map((file) => ({ file, format: file === '-' ? shown : fileFormat(file, format, single) }));
}

function fileFormat(file: string, format: FormatName | undefined, single: boolean): FormatName {
	const meant = formatOf(file);
	if (format !== undefined && (single || meant === undefined)) return format;
	if (meant !== undefined) return meant;
	const endings = FORMAT_NAMES.flatMap((name) => RENDERERS[name].extensions).join(' ');
	throw new UsageError(`--output: the ending of '${file}' names no format; use one of ${endings}, or give --format`);
}
