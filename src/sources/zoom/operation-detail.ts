/** One attribute of a row: `Change Type: from Basic to Licensed`, `Job Title: set to Clerk`, `Department: Sales`. */
export interface Attribute {
	readonly name: string;
	readonly before?: string;
	readonly after?: string;
}

/** What the English sentence of a row says. */
export interface Detail {
	/** The words before the first attribute: `Delete User bo@example.com`. */
	readonly head: string;
	/** The e-mail address in the head, or of the first attribute that is one, lower case. */
	readonly account?: string;
	readonly attributes: readonly Attribute[];
}

// Rows with several settings are long; nothing that matters stands beyond this.
const MAX_LENGTH = 4000;

/**
 * Reads `operation_detail`: words, then ` - ` before each attribute. Never split at a bare `-`: names and addresses hold it. Works in linear time.
 */
export function parseDetail(text: string): Detail {
	const [head = '', ...rest] = text.slice(0, MAX_LENGTH).split(' - ');
	const attributes = rest.flatMap((part) => attribute(part.trim()));
	const account = address(head) ?? attributes.map(({ name }) => address(name)).find((found) => found !== undefined);
	return { head: head.trim(), attributes, ...(account !== undefined && { account }) };
}

/** The first word with an `@` inside, in lower case, without the punctuation around it. */
export function address(text: string): string | undefined {
	for (const word of text.split(' ')) {
		const bare = word.replace(/^[<("']/, '').replace(/[>)"',;:]$/, '');
		const at = bare.indexOf('@');
		if (at > 0 && at < bare.length - 1) return bare.toLowerCase();
	}
	return undefined;
}

function attribute(text: string): readonly Attribute[] {
	const colon = text.indexOf(': ');
	if (colon < 0) return text === '' ? [] : [{ name: text }];
	const name = text.slice(0, colon);
	const value = text.slice(colon + 2).trim();
	if (value.startsWith('set to ')) return [{ name, after: value.slice(7).trim() }];
	const to = value.startsWith('from ') ? value.indexOf(' to ', 5) : -1;
	if (to < 0) return [{ name, after: value }];
	return [{ name, before: value.slice(5, to).trim(), after: value.slice(to + 4).trim() }];
}
