/**
 * The form under which operations are compared: any dash is a hyphen, blanks are single, the full stop of the unified audit log
 * and letter case do not matter. Exports spell `Update application – Certificates and secrets management ` in three ways.
 */
export function bareName(operation: string): string {
	const text = operation
		.replace(/[\u2010-\u2015]/g, '-')
		.replace(/\s+/g, ' ')
		.trim()
		.toLowerCase();
	return text.endsWith('.') ? text.slice(0, -1) : text;
}

/** Makes a source's operation clean-up: whatever the export's spelling, the operation as the table spells it; unknown ones only trimmed. */
export function speller(names: readonly string[]): (operation: string) => string {
	const spellings = new Map(names.map((name) => [bareName(name), name]));
	return (operation) => spellings.get(bareName(operation)) ?? operation.trim();
}
