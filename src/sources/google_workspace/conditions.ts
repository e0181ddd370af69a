import { isObject, type JsonObject } from '../../model/json.ts';
import type { Condition } from '../../model/source.ts';
import { asFlag, asNumber, asText, member } from '../../read/fields.ts';
import { when } from '../rules.ts';
import { application, parameter, text } from './parameter.ts';

/** The event belongs to this log: names are told apart by it. A row of the console names no log and passes. */
export function inLog(...names: readonly string[]): Condition {
	return when(
		`the log is ${names.join(' or ')}`,
		(record) => names.includes(application(record)) || application(record) === 'unknown',
	);
}

const isCompanion = (record: JsonObject): boolean => asFlag(member(record['event'], 'companion')) === true;

/** The act itself, not what Drive records along with it. */
export const driveAct: Condition = when(
	'the log is drive and the event is not the echo of another',
	(record) => (application(record) === 'drive' || application(record) === 'unknown') && !isCompanion(record),
);

/** A share that gives access rather than taking it. */
export const givesAccess: Condition = when('the log is drive, the event no echo, and the new access is not "none"', (record) => {
	const value = text(record, 'new_value')?.toLowerCase();
	return (
		driveAct.test(record) &&
		value !== 'none' &&
		!(text(record, 'visibility') === 'private' && value === undefined && hasOld(record))
	);
});

function hasOld(record: JsonObject): boolean {
	return text(record, 'old_visibility') !== undefined && text(record, 'visibility_change') !== 'external';
}

/** The number of the mail event is one of these. */
export function mailEvent(meaning: string, ...numbers: readonly number[]): Condition {
	return when(`the mail event is ${meaning}`, (record) => {
		const number = asNumber(member(parameter(record, 'event_info'), 'mail_event_type'));
		return number !== undefined && numbers.includes(number);
	});
}

/** The calls went to Gmail. */
export const toGmail: Condition = when(
	'the log is token and the API is Gmail',
	(record) =>
		application(record) === 'token' &&
		(text(record, 'product_bucket') === 'GMAIL' || text(record, 'api_name')?.toLowerCase() === 'gmail'),
);

/** An administrator looks into mail through the investigation tool. */
export const inMail: Condition = when(
	'the data source is Gmail',
	(record) => text(record, 'INVESTIGATION_DATA_SOURCE')?.toUpperCase() === 'GMAIL',
);

/** The setting lets every app in. */
export const opensApps: Condition = when(
	'the setting is the app access allow list and the new value is ALLOW_ALL',
	(record) => /allowlist access/i.test(text(record, 'SETTING_NAME') ?? '') && text(record, 'NEW_VALUE') === 'ALLOW_ALL',
);

const MAIL_RULES = /^(?:UNIFIED_MAIL_ROUTING|ALIAS_TABLE|EMAIL_ROUTE|MESSAGE_SECURITY_RULE)$/;

/** The setting routes mail. */
export const routesMail: Condition = when('the setting is a mail routing rule', (record) => {
	const metadata = parameter(record, 'SETTING_METADATA');
	const type = isObject(metadata) ? asText(member(metadata, 'rule_type')) : undefined;
	return [type, text(record, 'SETTING_NAME')].some((name) => MAIL_RULES.test(name ?? ''));
});

/** The organisational unit's name says that its people are shut out. */
export const intoRestrictedUnit: Condition = when('the new unit’s name speaks of suspension or leaving', (record) =>
	/suspen|restrict|disabled|leaver|offboard|terminat|blocked|quarantine/i.test((text(record, 'NEW_VALUE') ?? '').slice(0, 300)),
);

/** A challenge that was not passed. */
export const challengeFailed: Condition = when('the challenge was not passed', (record) =>
	/fail|incorrect|wrong/i.test((text(record, 'login_challenge_status') ?? '').slice(0, 100)),
);
