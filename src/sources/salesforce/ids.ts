const CHECK = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
const SHORT = /^[A-Za-z0-9]{15}$/;
const LONG = /^[A-Za-z0-9]{18}$/;

/**
 * A record id in its 18-character form, lower case. The 15-character form tells ids apart by letter case alone; the three check characters of the
 * long form keep that when the case is gone. One row may hold both forms of one id.
 * Source: https://help.salesforce.com/s/articleView?id=000385008
 */
export function canonicalId(text: string): string {
	if (SHORT.test(text)) return (text + checkCharacters(text)).toLowerCase();
	return text.toLowerCase();
}

/** Whether a text has the form of a record id that names a user (key prefix 005). */
export function isUserId(text: string): boolean {
	return text.startsWith('005') && (SHORT.test(text) || LONG.test(text));
}

function checkCharacters(id: string): string {
	let check = '';
	for (let start = 0; start < 15; start += 5) {
		let bits = 0;
		for (let at = 0; at < 5; at++) {
			const letter = id.charAt(start + at);
			if (letter >= 'A' && letter <= 'Z') bits |= 1 << at;
		}
		check += CHECK.charAt(bits);
	}
	return check;
}
