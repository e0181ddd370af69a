/** What a renderer needs to know beside the document. Each takes what concerns it. */
export interface RenderOptions {
	/** Terminal columns; for `table`. */
	readonly columns: number;
	/** Colour codes; for `table`. */
	readonly colour: boolean;
	/** Everything in full; for `table`. */
	readonly verbose: boolean;
	/** Indented by two blanks; for `json` and what is built on it. */
	readonly pretty: boolean;
	/** IANA name of the time zone in which people read times (`table`, `markdown`, `html`); machines always get UTC. */
	readonly timeZone: string;
	/** The code that the program will end with, where it is known; for `sarif`. */
	readonly exitCode?: number;
}

/** 80 columns, no colour, compact, indented, UTC. */
export const RENDER_DEFAULTS: RenderOptions = { columns: 80, colour: false, verbose: false, pretty: true, timeZone: 'UTC' };
