/** A sentence of the setup audit trail, taken apart. */
export interface Sentence {
	/** The person acted upon: user name or full name, as written. */
	readonly user?: string;
	/** Their record id, where the sentence has it in brackets. */
	readonly userId?: string;
	/** Profile, role, permission set or group. */
	readonly role?: string;
	readonly before?: string;
	/** The connected app or package that was added. */
	readonly app?: string;
}

const MAX_LENGTH = 2000;

/**
 * The console's CSV has only the sentence: its beginning (or a part of it) tells the code that the API gives. First that fits wins.
 * `~` in front: anywhere in the sentence.
 */
const SENTENCES: readonly (readonly [text: string, code: string])[] = [
	['created new user', 'createduser'],
	['created new customer user', 'createdcustomersuccessuser'],
	['deactivated user', 'deactivateduser'],
	['activated user', 'activateduser'],
	['reactivated user', 'activateduser'],
	['froze user', 'frozeuser'],
	['unfroze user', 'unfrozeuser'],
	['unlocked user', 'unlockeduser'],
	['user locked out', 'userlockedout'],
	['changed profile for user', 'changedprofileforuser'],
	['changed role for user', 'changedroleforuser'],
	['reset password for user', 'resetpassword'],
	['set new password for user', 'changedpassword'],
	['changed password for user', 'changedpassword'],
	['changed federation id for user', 'changedfederationid'],
	['changed email for user', 'changedemail'],
	['logged in using login-as', 'suOrgAdminLogin'],
	['logged out using login-as', 'suOrgAdminLogout'],
	['deployed change set', 'deployedchangeset'],
	['requested an export', 'dataExport'],
	['requested data export', 'dataExport'],
	['scheduled a data export', 'dataExport'],
	['installed package', 'InstalledPackage'],
	['created connected app', 'insertConnectedApplication'],
	['added connected app', 'insertConnectedApplication'],
	['created certificate', 'insertCertificate'],
	['~permission set license', 'PermSetLicenseAssign'],
	['~permission set group', 'PermSetGroupAssign'],
	['permission set ', 'PermSetAssign'],
	['~phone number', 'registeredUserPhoneNumber'],
	['~temporary verification code', 'insertTwoFactorTempCode'],
	['~authenticator', 'insertAuthenticatorPairing'],
	['~two-factor', 'insertTwoFactorInfo2'],
];

const TAKEN_AWAY: ReadonlyMap<string, string> = new Map([
	['PermSetLicenseAssign', 'PermSetLicenseUnassign'],
	['PermSetGroupAssign', 'PermSetGroupUnassign'],
	['PermSetAssign', 'PermSetUnassign'],
	['insertAuthenticatorPairing', 'deleteAuthenticatorPairing'],
	['insertTwoFactorInfo2', 'deleteTwoFactorInfo2'],
	['insertTwoFactorTempCode', 'deleteTwoFactorTempCode'],
]);

/** The code that the API would give for a sentence; undefined where the sentence is not known. Linear in its length. */
export function codeOf(sentence: string): string | undefined {
	const text = sentence.slice(0, MAX_LENGTH).trim().toLowerCase();
	const code = SENTENCES.find(([part]) => (part.startsWith('~') ? text.includes(part.slice(1)) : text.startsWith(part)))?.[1];
	if (code === undefined) return undefined;
	if (code.startsWith('PermSet') && !/\b(un)?assign/.test(text)) return undefined;
	const away = /\b(unassign|remov|delet|disconnect)/.test(text);
	return away ? (TAKEN_AWAY.get(code) ?? code) : code;
}

/** Who and what a sentence names: `Changed profile for user Bo Berg (UserID: [005…]) from A to B`, `For user x, …`, `Permission set A: assigned to user x`. */
export function readSentence(sentence: string): Sentence {
	const text = sentence.slice(0, MAX_LENGTH).trim();
	const lower = text.toLowerCase();
	const userId = between(text, '(UserID: [', ']');
	const change = lower.lastIndexOf(' from ');
	const to = change < 0 ? -1 : lower.indexOf(' to ', change);
	const user = userIn(text, lower);
	const app = addedApp(text, lower);
	return {
		...(app !== undefined && { app }),
		...(user !== undefined && { user }),
		...(userId !== undefined && { userId }),
		...(to >= 0 && { before: text.slice(change + 6, to).trim(), role: text.slice(to + 4).trim() }),
		...(to < 0 && permissionSet(text, lower)),
	};
}

function userIn(text: string, lower: string): string | undefined {
	const marker = ['for customer user ', 'customer user ', 'user '].find(
		(each) => lower.startsWith(each) || lower.includes(` ${each}`),
	);
	const access = lower.indexOf('login-as access for ');
	if (marker === undefined && access < 0) return undefined;
	const from =
		marker === undefined ? access + 20 : (lower.startsWith(marker) ? 0 : lower.indexOf(` ${marker}`) + 1) + marker.length;
	const rest = text.slice(from);
	const ends = [' (', ', ', ' from ', ' to ', ';', ': '].map((end) => rest.indexOf(end)).filter((at) => at >= 0);
	const user = rest.slice(0, Math.min(rest.length, ...ends)).trim();
	return user === '' ? undefined : user;
}

const ADDED_APPS = ['created connected app ', 'added connected app ', 'installed package '] as const;

function addedApp(text: string, lower: string): string | undefined {
	const start = ADDED_APPS.find((words) => lower.startsWith(words));
	const name = start === undefined ? '' : text.slice(start.length).trim();
	return name === '' ? undefined : name;
}

function permissionSet(text: string, lower: string): { role?: string } {
	const from = ['permission set group ', 'permission set license ', 'permission set '].find((start) => lower.startsWith(start));
	const colon = text.indexOf(':');
	if (from === undefined || colon < from.length) return {};
	return { role: text.slice(from.length, colon).trim() };
}

function between(text: string, open: string, close: string): string | undefined {
	const from = text.indexOf(open);
	const until = from < 0 ? -1 : text.indexOf(close, from + open.length);
	return until < 0 ? undefined : text.slice(from + open.length, until);
}
