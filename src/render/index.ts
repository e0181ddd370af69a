import type { FindingsDocument } from '../model/finding.ts';
import type { RenderOptions } from './options.ts';

/** A document as text. Pure: the same document and options give the same text. */
export type Render = (document: FindingsDocument, options: RenderOptions) => string;

/** One output format. */
export interface Renderer {
	/** What it is for, for `--help`. */
	readonly title: string;
	/** Endings of file names that mean this format, longest first where one ends the other. */
	readonly extensions: readonly string[];
	/** The renderer itself: only the one that is asked for is loaded. */
	load(): Promise<Render>;
}

/** Every format of the findings document, by the name that `--format` takes. */
export const RENDERERS = {
	table: { title: 'for people on a terminal', extensions: ['.txt'], load: async () => (await import('./table.ts')).renderTable },
	json: { title: 'the findings document', extensions: ['.json'], load: async () => (await import('./json.ts')).renderJson },
	ndjson: {
		title: 'one finding a line',
		extensions: ['.ndjson', '.jsonl'],
		load: async () => (await import('./ndjson.ts')).renderNdjson,
	},
	csv: {
		title: 'one finding a row, safe to open in a spreadsheet',
		extensions: ['.csv'],
		load: async () => (await import('./csv.ts')).renderCsv,
	},
	markdown: {
		title: 'a report for a ticket',
		extensions: ['.md', '.markdown'],
		load: async () => (await import('./markdown.ts')).renderMarkdown,
	},
	html: {
		title: 'the report as one self-contained page',
		extensions: ['.html', '.htm'],
		load: async () => (await import('./html.ts')).renderHtml,
	},
	sarif: {
		title: 'SARIF 2.1.0, for code scanning and CI',
		extensions: ['.sarif', '.sarif.json'],
		load: async () => (await import('./sarif.ts')).renderSarif,
	},
	ocsf: {
		title: 'OCSF 1.5.0 Detection Findings, one a line',
		extensions: ['.ocsf', '.ocsf.json', '.ocsf.jsonl', '.ocsf.ndjson'],
		load: async () => (await import('./ocsf.ts')).renderOcsf,
	},
	timesketch: {
		title: 'a timeline to import into Timesketch',
		extensions: ['.timesketch', '.timesketch.json', '.timesketch.jsonl'],
		load: async () => (await import('./timesketch.ts')).renderTimesketch,
	},
} as const satisfies Readonly<Record<string, Renderer>>;

/** A name that `--format` takes. */
export type FormatName = keyof typeof RENDERERS;

/** Names of all formats, in the order of the help. */
export const FORMAT_NAMES = Object.keys(RENDERERS) as readonly FormatName[];

/** Whether a text names a format. */
export function isFormat(text: string): text is FormatName {
	return Object.hasOwn(RENDERERS, text);
}

/** The format that a file's name asks for by its ending (the longest that fits, letter case aside); undefined when none does. */
export function formatOf(path: string): FormatName | undefined {
	const name = path.toLowerCase();
	let best: FormatName | undefined;
	let length = 0;
	for (const format of FORMAT_NAMES) {
		for (const extension of RENDERERS[format].extensions) {
			if (extension.length > length && name.endsWith(extension)) {
				best = format;
				length = extension.length;
			}
		}
	}
	return best;
}

/** Loads the renderer of a format and draws the document with it. */
export async function render(format: FormatName, document: FindingsDocument, options: RenderOptions): Promise<string> {
	return (await RENDERERS[format].load())(document, options);
}
