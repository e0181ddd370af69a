import type { JsonObject } from '../../model/json.ts';
import { asText, member } from '../../read/fields.ts';

/** Names of the record types that matter here, as the cmdlet's column and Log Analytics write them, and their numbers. */
const RECORD_TYPES: ReadonlyMap<string, number> = new Map([
	['exchangeadmin', 1],
	['exchangeitem', 2],
	['exchangeitemgroup', 3],
	['sharepoint', 4],
	['sharepointfileoperation', 6],
	['onedrive', 7],
	['azureactivedirectory', 8],
	['azureactivedirectoryaccountlogon', 9],
	['sharepointsharingoperation', 14],
	['azureactivedirectorystslogon', 15],
	['securitycompliancecentereopcmdlet', 18],
	['discovery', 24],
	['microsoftteams', 25],
	['sharepointlistoperation', 36],
	['exchangeitemaggregated', 50],
	['sharepointlistitemoperation', 54],
	['sharepointcontenttypeoperation', 55],
	['sharepointfieldoperation', 56],
	['aadriskdetection', 294],
]);

/** User types in words, as Log Analytics and the audit query write them. */
const USER_TYPES: ReadonlyMap<string, number> = new Map([
	['regular', 0],
	['reserved', 1],
	['admin', 2],
	['dcadmin', 3],
	['system', 4],
	['application', 5],
	['serviceprincipal', 6],
	['custompolicy', 7],
	['systempolicy', 8],
	['partnertechnician', 9],
	['guest', 10],
]);

/** Kinds of sign-in to a mailbox by number. */
const LOGON_TYPES: readonly string[] = ['owner', 'admin', 'delegate', 'transport', 'system', 'best access', 'delegated admin'];

/** Number of the record type, whether the record has its number or its name. */
export function recordType(record: JsonObject): number | undefined {
	return numbered(member(record, 'RecordType'), RECORD_TYPES);
}

/** Number of the user type. Directory events say 0 even for administrators. */
export function userType(record: JsonObject): number | undefined {
	return numbered(member(record, 'UserType'), USER_TYPES);
}

/** How the mailbox was entered: `owner`, `admin`, `delegate` … */
export function logonType(record: JsonObject): string | undefined {
	const text = asText(member(record, 'LogonType'));
	if (text === undefined) return undefined;
	if (/^\d+$/.test(text)) return LOGON_TYPES[Number(text)];
	const word = text.toLowerCase();
	return word === 'delegated' ? 'delegate' : word;
}

function numbered(value: JsonObject[string], names: ReadonlyMap<string, number>): number | undefined {
	const text = asText(value);
	if (text === undefined) return undefined;
	return /^\d+$/.test(text) ? Number(text) : names.get(text.toLowerCase());
}
