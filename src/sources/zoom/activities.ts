import type { EventDraft } from '../../model/event.ts';
import type { JsonObject } from '../../model/json.ts';
import type { ActivityTable, Condition } from '../../model/source.ts';
import { asNumber, asText, compilePath, member } from '../../read/fields.ts';
import { addDetails, each, joinTables, when } from '../rules.ts';
import {
	readAdmins,
	readApproval,
	readRecording,
	readRoleChange,
	readRoleUpdate,
	readSettings,
	readShare,
	rolesOf,
} from './details.ts';
import { type Detail, parseDetail } from './operation-detail.ts';
import { headWords, namesTwoFactor, standingHinted, standingSaid } from './standing.ts';

const readText = compilePath('operation_detail');
const readObject = compilePath('payload.object');
const readOperation = compilePath('payload.operation');

// Only the words before the first attribute and the names of attributes tell what was done: what follows may be text that somebody typed.
function says(text: string, test: (detail: Detail) => boolean): Condition {
	return when(text, (record) => test(parseDetail(asText(readText(record)) ?? '')));
}

const changesRole = says('the detail begins with Change Role', (detail) => headWords(detail).startsWith('change role'));
const disables = says(
	'the detail begins with deactivating, disabling, suspending or unlinking, or sets such a user status',
	(detail) => standingSaid(detail) === 'off',
);
const enables = says(
	'the detail begins with activating, enabling or reactivating, or sets such a user status',
	(detail) => standingSaid(detail) === 'on',
);
const hintsOff = says(
	'the detail speaks of deactivating, disabling, suspending or unlinking elsewhere',
	(detail) => standingHinted(detail) === 'off',
);
const hintsOn = says(
	'the detail speaks of activating, enabling or reactivating elsewhere',
	(detail) => standingHinted(detail) === 'on',
);
const deletes = says('the detail deletes a user', (detail) => headWords(detail).startsWith('delete user'));
const twoFactor = says('the detail names two-factor authentication', (detail) =>
	namesTwoFactor(`${headWords(detail)} ${detail.attributes.map(({ name }) => name).join(' ')}`),
);
const namesMarketplace = says('the detail names the marketplace', (detail) => headWords(detail).includes('marketplace'));

const changesRoleTo = when('the object has a role that it did not have before', (record) => {
	const { role, before } = rolesOf(record);
	return role !== undefined && role !== before;
});
const signsOutAnother = when(
	'password changed or devices signed out by another',
	(record) => isCredentialChange(record) && !bySelf(record),
);
const ownCredential = when('password changed or devices signed out', isCredentialChange);

function isCredentialChange(record: JsonObject): boolean {
	return ['change_password', 'sign_out_from_all_devices'].includes(
		asText(readOperation(record)) ?? asText(member(readObject(record), 'operation')) ?? '',
	);
}

function bySelf(record: JsonObject): boolean {
	const payload = member(record, 'payload');
	const object = readObject(record);
	return (
		asText(member(payload, 'operator_id')) === asText(member(object, 'id')) ||
		asText(member(payload, 'operator'))?.toLowerCase() === asText(member(object, 'email'))?.toLowerCase()
	);
}

function callOutcome(record: JsonObject, event: EventDraft): void {
	const status = asNumber(member(record, 'http_status'));
	if (status !== undefined) event.ok = status < 400;
	addDetails(event, { method: asText(member(record, 'method')), uri: asText(member(record, 'url_pattern')), status });
}

/** Rows of the operation report, as `<category> / <action>`. The report has successful actions only. */
const operationRows: ActivityTable = {
	'User / Add': 'account.create',
	'User / Delete': [{ activity: 'account.disable', when: disables }, { activity: 'account.delete' }],
	'User / Update': [
		{ activity: 'role.grant', when: changesRole, read: readRoleChange },
		{ activity: 'account.disable', when: disables },
		{ activity: 'account.enable', when: enables },
		{ activity: 'account.delete', when: deletes },
		// None of these sentences was met in a real row.
		{ activity: 'account.disable', when: hintsOff, details: { uncertain: true } },
		{ activity: 'account.enable', when: hintsOn, details: { uncertain: true } },
		{ activity: 'mfa.change', when: twoFactor },
	],
	// Not met in a real row, but these words can mean nothing else.
	...each('account.disable', ['User / Deactivate', 'User / Disable', 'User / Suspend', 'User / Unlink']),
	...each('account.enable', ['User / Activate', 'User / Enable', 'User / Reactivate']),
	'Role / Add': 'role.grant',
	'Role / Update': { activity: 'role.grant', read: readRoleChange },
	// A role taken away grants nothing.
	'Role / Delete': { activity: 'admin.change', details: { change: 'revoke' } },
	'Account / Update': [
		{ activity: 'mfa.change', when: twoFactor },
		{ activity: 'app.install', when: namesMarketplace },
		{ activity: 'admin.change' },
	],
	...each('admin.change', ['User Group / Add', 'User Group / Update', 'User Group / Delete']),
	...each('file.export', ['Billing / Export', 'Report / Export']),
};

const signInRows: ActivityTable = { 'Sign in': 'login' };

/** Webhooks: https://developers.zoom.us/docs/api/webhooks/ */
const webhooks: ActivityTable = {
	...each('account.create', ['user.created', 'user.invitation_accepted', 'account.created']),
	...each('account.disable', ['user.deactivated', 'user.disassociated', 'account.disassociated']),
	'user.activated': 'account.enable',
	'user.deleted': 'account.delete',
	'user.updated': [
		{ activity: 'role.grant', when: changesRoleTo, read: readRoleUpdate },
		// Somebody else's password or sessions: the person is locked out for now. One's own: a new credential.
		{ activity: 'account.lockout', when: signsOutAnother },
		{ activity: 'credential.add', when: ownCredential },
	],
	'group.admin_added': { activity: 'role.grant', read: readAdmins },
	'group.admin_deleted': { activity: 'admin.change', read: readAdmins, details: { change: 'revoke' } },
	...each({ activity: 'admin.change', read: readSettings }, [
		'account.settings_updated',
		'account.lock_settings_updated',
		'account.updated',
		'group.settings_updated',
		'group.lock_settings_updated',
	]),
	...each('admin.change', [
		'information_barriers.policy_created',
		'information_barriers.policy_deleted',
		'information_barriers.policy_updated',
	]),
	// A user asks for an app; that an administrator agreed is only in the marketplace's list.
	'app.authorization_request_created': { activity: 'app.install', details: { change: 'requested' } },
	app_deauthorized: { activity: 'admin.change', details: { change: 'revoke' } },
	'user.signed_in': 'login',
	// Zoom found the link of a meeting in public. The other alert tells of bad sound and pictures.
	'meeting.risk_alert': 'session.anomaly',
	'meeting.alert': 'other',
	...each('file.download', [
		'team_chat.file_downloaded',
		'meeting.chat_message_file_downloaded',
		'webinar.chat_message_file_downloaded',
	]),
	'team_chat.file_uploaded': 'file.upload',
	'team_chat.file_shared': { activity: 'file.share', read: readShare },
	...each({ activity: 'file.create', read: readRecording }, [
		'recording.completed',
		'recording.transcript_completed',
		'recording.archive_files_completed',
	]),
};

/** Lists of the app marketplace: no log, but the only place that names scopes. */
const marketplace: ActivityTable = {
	'Marketplace app approved': { activity: 'app.install', read: readApproval },
	'Marketplace app requested': { activity: 'app.install', details: { change: 'requested' } },
	'Marketplace API call': { activity: 'api.call', read: callOutcome },
};

/** What each Zoom event means. */
export const activities = joinTables(operationRows, signInRows, webhooks, marketplace);
