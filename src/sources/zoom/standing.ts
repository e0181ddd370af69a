import type { Attribute, Detail } from './operation-detail.ts';

/** Whether a row switches an account off or on. */
export type Standing = 'off' | 'on';

const TWO_FACTOR = /two-?\s?factor|\b2fa\b/;
const LEADS_OFF = /^\W*(?:batch )?(?:deactivat|disabl|suspend|unlink|disassociat|inactivat)/;
const LEADS_ON = /^\W*(?:batch )?(?:activat|enabl|reactivat)/;
const OFF = /^(?:deactivat|disabl|suspend|unlink|disassociat|inactiv)/;
const ON = /^(?:activat|active$|enabl|reactivat)/;
const OFF_VALUE = /^(?:inactive|deactivated|disabled|suspended)$/;
const ON_VALUE = /^(?:active|activated|enabled)$/;
const YES = /^(?:on|yes|true)$/;
const NO = /^(?:off|no|false)$/;
/** Words beside the one that tells, in the name of an attribute that is about the account itself and not about one of its features. */
const OF_ACCOUNT: ReadonlySet<string> = new Set(['user', 'account', 'member', 'login', 'sign-in', 'status', 'is', 'has', 'been']);
/** Attributes whose values somebody typed. */
const TYPED = /title|department|company|location|name|cost cent|manager|note|comment|description|pronoun|reason/;

/** The words before the first attribute, in lower case and without addresses, so that `inactive@example.com` does not decide. */
export function headWords({ head }: Detail): string {
	return head
		.toLowerCase()
		.split(' ')
		.filter((word) => !word.includes('@'))
		.join(' ');
}

/** Whether words are about the second factor. */
export function namesTwoFactor(words: string): boolean {
	return TWO_FACTOR.test(words.toLowerCase());
}

/** The sentence begins with the act, or sets the user's status. */
export function standingSaid(detail: Detail): Standing | undefined {
	const head = headWords(detail);
	const status = detail.attributes.find(({ name }) => /^(?:user )?status$/i.test(name))?.after?.toLowerCase() ?? '';
	const led = !namesTwoFactor(head);
	if ((led && LEADS_OFF.test(head)) || OFF_VALUE.test(status)) return 'off';
	return (led && LEADS_ON.test(head)) || ON_VALUE.test(status) ? 'on' : undefined;
}

/**
 * The act stands elsewhere: further on in the head, as the name of an attribute, or as the change of a status. Zoom documents none of these
 * sentences; what somebody typed (a job title) is left out.
 */
export function standingHinted(detail: Detail): Standing | undefined {
	const head = headWords(detail);
	// Of `from Inactive to Active` the end counts.
	const end = head.includes(' from ') ? head.lastIndexOf(' to ') : -1;
	const inHead = namesTwoFactor(head) ? undefined : standingOf(head.slice(end + 1).split(/[^a-z]+/));
	if (inHead !== undefined) return inHead;
	for (const [index, attribute] of detail.attributes.entries()) {
		// A title that holds ` - ` would look like a bare attribute.
		const found = attribute.after === undefined && index > 0 ? undefined : hintOf(attribute);
		if (found !== undefined) return found;
	}
	return undefined;
}

function hintOf({ name, before = '', after = '' }: Attribute): Standing | undefined {
	const label = name.toLowerCase();
	if (TYPED.test(label) || namesTwoFactor(label)) return undefined;
	const [old, now] = [before.toLowerCase(), after.toLowerCase()];
	const words = label.split(' ').filter((word) => word !== '' && !OF_ACCOUNT.has(word));
	// Features are enabled and disabled in the same words: only of the account itself, or of whom the attribute names, they count.
	if (words.every((word) => word.includes('@'))) {
		const ofStatus = label.endsWith('status');
		if (OFF_VALUE.test(now) && (ofStatus || ON_VALUE.test(old))) return 'off';
		if (ON_VALUE.test(now) && (ofStatus || OFF_VALUE.test(old))) return 'on';
	}
	const standing = words.length === 1 ? standingOf(words) : undefined;
	if (standing === undefined || now === '' || YES.test(now)) return standing;
	return NO.test(now) ? (standing === 'off' ? 'on' : 'off') : undefined;
}

function standingOf(words: readonly string[]): Standing | undefined {
	if (words.some((word) => OFF.test(word))) return 'off';
	return words.some((word) => ON.test(word)) ? 'on' : undefined;
}
