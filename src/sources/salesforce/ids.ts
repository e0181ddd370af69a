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

/** A user's id as Salesforce writes it, from its lower-case long form: each check character holds the case of five letters. Undefined: no such id. */
export function writtenUserId(text: string): string | undefined {
	if (!isUserId(text) || text.length !== 18) return undefined;
	const check = text.slice(15).toUpperCase();
	const bits = [...check].map((letter) => CHECK.indexOf(letter));
	if (bits.includes(-1)) return undefined;
	const letters = [...text.slice(0, 15)].map((letter, at) =>
		((bits[Math.floor(at / 5)] ?? 0) >> (at % 5)) & 1 ? letter.toUpperCase() : letter.toLowerCase(),
	);
	return `${letters.join('')}${check}`;
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
