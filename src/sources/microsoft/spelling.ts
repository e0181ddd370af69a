import { once } from '../once.ts';

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

/** Operations repeat from record to record; a log that makes up a new one each time must not fill the memory. */
const MOST_REMEMBERED = 4096;

/** Makes a source's operation clean-up: whatever the export's spelling, the operation as the table spells it; unknown ones only trimmed. */
export function speller(names: () => readonly string[]): (operation: string) => string {
	const spellings = once(() => new Map(names().map((name) => [bareName(name), name])));
	const remembered = new Map<string, string>();
	return (operation) => {
		const known = remembered.get(operation);
		if (known !== undefined) return known;
		const spelled = spellings().get(bareName(operation)) ?? operation.trim();
		if (remembered.size < MOST_REMEMBERED) remembered.set(operation, spelled);
		return spelled;
	};
}
