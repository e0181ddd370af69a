import type { FindingsDocument } from '../model/finding.ts';
import { render } from '../render/index.ts';
import type { RenderOptions } from '../render/options.ts';
import type { TalkOptions, ZoneOptions } from './options/common.ts';
import type { OutputPlan } from './options/format.ts';
import { deliver } from './sink.ts';
import { columns, wantsColour } from './terminal.ts';

/** Columns of a table that goes into a file. */
const FILE_COLUMNS = 120;

/** Draws the document in every format that was asked for, and puts each where it belongs. `exitCode`: with which the program will end. */
export async function printFindings(
	document: FindingsDocument,
	plans: readonly OutputPlan[],
	options: TalkOptions & ZoneOptions,
	exitCode: number,
): Promise<void> {
	for (const { file, format } of plans)
		await deliver(file, await render(format, document, { ...layoutFor(file, options), exitCode }));
}

/** How something is laid out in a file or (`-`) on standard output. */
export function layoutFor(file: string, options: TalkOptions & ZoneOptions): RenderOptions {
	const screen = file === '-';
	return {
		columns: screen ? columns() : FILE_COLUMNS,
		colour: wantsColour(options.color, screen ? process.stdout : {}),
		verbose: options.verbose === true,
		pretty: true,
		timeZone: options.timeZone ?? 'UTC',
	};
}
