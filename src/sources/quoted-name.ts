/**
 * A name in double quotes for a search box or a form of a vendor's console. Such boxes know no escapes: what would end the quotes or the line
 * becomes a blank, so that a name made for it cannot add to the filter.
 */
export function quotedName(name: string): string {
	return `"${name.replace(/["\\\p{Cc}\p{Zl}\p{Zp}\u201c-\u201f]/gu, ' ')}"`;
}
