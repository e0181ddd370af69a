import { paint } from '../render/paint.ts';
import { hanging, wrapped } from '../render/wrap.ts';
import type { ColourChoice } from './options/common.ts';
import { columns, wantsColour } from './terminal.ts';

/** Lines of a description for people: headings, wrapped paragraphs, lists with hanging indent. */
export class Sheet {
	readonly #lines: string[] = [];
	readonly #columns: number;
	readonly #style: ReturnType<typeof paint>;

	constructor(colour: ColourChoice) {
		this.#columns = Math.min(100, columns());
		this.#style = paint(wantsColour(colour, process.stdout));
	}

	/** A line in bold. */
	title(text: string): void {
		this.#lines.push(...wrapped(text, this.#columns).map(this.#style.strong));
	}

	/** A heading with a blank line above it. */
	heading(text: string): void {
		this.#lines.push('', this.#style.heading(text));
	}

	/** A paragraph. */
	text(text: string): void {
		this.#lines.push(...wrapped(text, this.#columns));
	}

	/** A paragraph behind a word, its further lines below its beginning. `wide`: columns of the word. */
	item(lead: string, text: string, wide = 4): void {
		if (lead.length + 2 > wide) {
			this.#lines.push(...hanging('  ', lead, this.#columns));
			this.#lines.push(...hanging(' '.repeat(Math.min(wide, 6) + 2), text, this.#columns));
			return;
		}
		this.#lines.push(...hanging(`  ${lead.padEnd(wide)}`, text, this.#columns));
	}

	/** A list, a paragraph an entry. */
	list(texts: readonly string[]): void {
		for (const text of texts) this.#lines.push(...hanging('  - ', text, this.#columns));
	}

	/** A blank line. */
	gap(): void {
		this.#lines.push('');
	}

	/** All lines, the last one ended. */
	toString(): string {
		return `${this.#lines.join('\n')}\n`;
	}
}
