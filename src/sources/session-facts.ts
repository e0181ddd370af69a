import type { FieldName } from '../model/source.ts';

/** What a log that only says who did what and when leaves out: everything about the session, and whether it succeeded. */
export const SESSION_FACTS: readonly FieldName[] = [
	'ip',
	'asn',
	'asOrg',
	'country',
	'city',
	'proxy',
	'userAgent',
	'session',
	'token',
	'device',
	'outcome',
];
