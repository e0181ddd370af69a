import type { Command } from 'commander';
import type { Sheet } from './layout.ts';
import { type ColourChoice, colourOption } from './options/common.ts';
import { type TableOrJson, tableOrJsonOption } from './options/table-or-json.ts';
import { deliver } from './sink.ts';

interface CatalogueOptions {
	readonly format?: TableOrJson;
	readonly color: ColourChoice;
}

/** A command that lists things of ours, or describes one of them: to people or as JSON. */
export interface Catalogue {
	readonly name: string;
	readonly summary: string;
	readonly description: string;
	readonly examples: string;
	/** What is said of the one that is named, or of all. @throws UsageError where there is none of that name */
	look(id: string | undefined): Promise<{ readonly json: unknown; draw(sheet: Sheet): void }>;
}

/** Adds the command. */
export function addCatalogue(root: Command, { name, summary, description, examples, look }: Catalogue): void {
	root
		.command(name)
		.summary(summary)
		.description(description)
		.usage('[id] [options]')
		.argument('[id]')
		.addOption(tableOrJsonOption())
		.addOption(colourOption())
		.addHelpText('after', examples)
		.action(async (id: string | undefined, options: CatalogueOptions) => {
			const { json, draw } = await look(id);
			const format = options.format ?? (process.stdout.isTTY === true ? 'table' : 'json');
			if (format === 'json') {
				await deliver('-', `${JSON.stringify(json, null, 2)}\n`);
				return;
			}
			const sheet = new (await import('./layout.ts')).Sheet(options.color);
			draw(sheet);
			await deliver('-', sheet.toString());
		});
}
