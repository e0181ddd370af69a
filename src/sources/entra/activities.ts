import type { EventDraft } from '../../model/event.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ActivityTable } from '../../model/source.ts';
import { asFlag, asObjects, asText, asTexts, compilePath, member } from '../../read/fields.ts';
import { directoryTable } from '../microsoft/directory-rules.ts';
import { riskAlert, type SignInMeaning, signInMeaning } from '../microsoft/sign-in.ts';
import { speller } from '../microsoft/spelling.ts';
import { named } from '../microsoft/values.ts';
import { addDetails, joinTables, when } from '../rules.ts';
import { readDirectory } from './directory.ts';
import { readCall, readMailCall, readsContent, readsMail } from './graph-call.ts';

const readCode = compilePath('status.errorCode');
const readReason = compilePath('status.failureReason');
const readState = compilePath('status.state');
const readManaged = compilePath('deviceDetail.isManaged');

const SIGN_INS: ActivityTable = {
	'Sign-in activity': [
		{ activity: 'login', when: when('the error code is 0', (record) => meaning(record) === 'success'), read: signIn },
		{
			activity: 'login.failed',
			when: when('the error code is that of a failure, not of an interruption', (record) => meaning(record) === 'failure'),
			read: signIn,
		},
		{ activity: 'other', read: signIn },
	],
	'User Risk Detection': { activity: 'session.anomaly', read: risk },
	'Service Principal Risk Detection': { activity: 'session.anomaly', read: risk },
	'Microsoft Graph Activity': [
		{
			activity: 'mail.read',
			when: when('the call was answered with messages or folders of a mailbox', readsMail),
			read: readMailCall,
		},
		{
			activity: 'bulk.query',
			when: when('the call reads files or chats, searches, or asked for mail in vain', readsContent),
			read: readCall,
		},
		{ activity: 'api.call', read: readCall },
	],
};

/** What each operation of Entra's own logs means. */
export const activities = joinTables(SIGN_INS, () => directoryTable(readDirectory));

/** An operation as the table spells it. */
export const spelled = speller(() => Object.keys(activities()));

function meaning(record: JsonObject): SignInMeaning {
	const state = asText(readState(record))?.toLowerCase();
	if (state === 'interrupted') return 'interrupt';
	const code = asText(readCode(record));
	// An export that lost the status says neither.
	if (code === undefined && state === 'unknown') return 'interrupt';
	const said = signInMeaning(code);
	return said === 'success' && state === 'failure' ? 'failure' : said;
}

function signIn(record: JsonObject, event: EventDraft): void {
	const outcome = meaning(record);
	if (outcome !== 'interrupt') event.ok = outcome === 'success';
	const protocol = named(member(record, 'authenticationProtocol'));
	const level = named(member(record, 'riskLevelDuringSignIn'))?.toLowerCase();
	const kinds = asTexts(member(record, 'riskEventTypes_v2') ?? member(record, 'riskEventTypes'))?.join(' ');
	if (kinds?.toLowerCase().includes('anonymizedipaddress')) event.proxy = true;
	addDetails(event, {
		errorCode: asText(readCode(record)),
		reason: outcome === 'failure' ? asText(readReason(record)) : undefined,
		interrupted: outcome === 'interrupt' ? true : undefined,
		clientApp: named(member(record, 'clientAppUsed')),
		protocol: protocol === undefined || protocol === 'none' ? undefined : protocol,
		deviceCode: protocol?.toLowerCase() === 'devicecode' ? true : undefined,
		interactive: asFlag(member(record, 'isInteractive')),
		resource: named(member(record, 'resourceDisplayName')) ?? named(member(record, 'resourceId')),
		alert: level === 'medium' || level === 'high' ? riskAlert(level, named(member(record, 'riskState'))) : undefined,
		risk: level === undefined || level === 'none' ? undefined : level,
		riskType: kinds === undefined || kinds === '' ? undefined : kinds,
		requirement: named(member(record, 'authenticationRequirement')),
		managedDevice: asFlag(readManaged(record)),
	});
}

function risk(record: JsonObject, event: EventDraft): void {
	const kind = named(member(record, 'riskEventType')) ?? named(member(record, 'riskType'));
	const info = member(record, 'additionalInfo');
	const agent = asObjects(info)
		.map((entry) => (asText(member(entry, 'Key')) === 'userAgent' ? asText(member(entry, 'Value')) : undefined))
		.find((text) => text !== undefined);
	if (event.userAgent === undefined && agent !== undefined) event.userAgent = agent;
	if (kind?.toLowerCase() === 'anonymizedipaddress') event.proxy = true;
	const level = named(member(record, 'riskLevel'))?.toLowerCase();
	const state = named(member(record, 'riskState'));
	addDetails(event, {
		alert: riskAlert(level, state),
		risk: level,
		riskType: kind,
		riskState: state,
		signIn: named(member(record, 'requestId')),
	});
}
