/** The platforms whose exports can be read, by the id that `--platform` and the findings use. */
export const PLATFORMS = [
	'box',
	'entra',
	'github',
	'gitlab',
	'google_workspace',
	'm365',
	'okta',
	'salesforce',
	'slack',
	'zoom',
] as const;

/** One of {@link PLATFORMS}. */
export type PlatformId = (typeof PLATFORMS)[number];

const KNOWN: ReadonlySet<string> = new Set(PLATFORMS);

/** Whether a text is the id of a platform. */
export function isPlatform(text: string): text is PlatformId {
	return KNOWN.has(text);
}
