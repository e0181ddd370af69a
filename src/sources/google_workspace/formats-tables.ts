import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asJson, asText, member } from '../../read/fields.ts';
import { emptyObject, type ObjectDraft, renameColumns, setPath } from '../reshape.ts';
import { oneEvent } from './one-event.ts';

type Entry = readonly [name: string, value: Json | undefined];

/** Columns of `id.`, `actor.` and the address go to the activity; every other column is a parameter. */
function fromColumns(entries: readonly Entry[]): readonly JsonObject[] {
	const activity: ObjectDraft = emptyObject();
	const parameters: ObjectDraft = emptyObject();
	const event: ObjectDraft = emptyObject();
	for (const [name, value] of entries) {
		if (value === undefined || value === null || value === '' || name === '__proto__') continue;
		if (/^(?:id|actor|networkInfo)\./.test(name)) setPath(activity, name, value);
		else if (name === 'ipAddress' || name === 'ownerDomain') activity[name] = value;
		else if (name === 'name' || name === 'type') event[name] = value;
		else parameters[name] = asJson(value) ?? null;
	}
	event['parameters'] = parameters;
	return [oneEvent(activity, event)];
}

const SENTINEL_COLUMNS: Readonly<Record<string, string>> = {
	id_time: 'id.time',
	id_uniquequalifier: 'id.uniqueQualifier',
	id_applicationname: 'id.applicationName',
	id_customerid: 'id.customerId',
	actor_email: 'actor.email',
	actor_profileid: 'actor.profileId',
	actor_callertype: 'actor.callerType',
	actor_key: 'actor.key',
	ipaddress: 'ipAddress',
	ownerdomain: 'ownerDomain',
	event_name: 'name',
	event_type: 'type',
};

function fromSentinel(record: JsonObject): readonly JsonObject[] {
	return fromColumns(
		Object.entries(record).map(([column, value]): Entry => {
			const bare = column.replace(/ \[UTC\]$/i, '').replace(/_[sdgbt]$/, '');
			const known = bare.toLowerCase();
			return [Object.hasOwn(SENTINEL_COLUMNS, known) ? (SENTINEL_COLUMNS[known] ?? bare) : bare, value];
		}),
	);
}

/** Elastic's names → parameter names. What is upper case belongs to the admin log. */
const elasticColumns = renameColumns(
	{
		'@timestamp': 'id.time',
		'event.provider': 'id.applicationName',
		'event.id': 'id.uniqueQualifier',
		'event.action': 'event.name',
		'google_workspace.event.type': 'event.type',
		'source.ip': 'ipAddress',
		'source.as.number': 'networkInfo.ipAsn.0',
		'source.geo.country_iso_code': 'networkInfo.regionCode',
		'source.user.email': 'actor.email',
		'source.user.id': 'actor.profileId',
		'user.email': 'actor.email',
		'google_workspace.actor.email': 'actor.email',
		'google_workspace.actor.type': 'actor.callerType',
		'google_workspace.actor.key': 'actor.key',
		'google_workspace.organization.domain': 'ownerDomain',
		'google_workspace.drive.file.id': 'parameters.doc_id',
		'google_workspace.drive.file.type': 'parameters.doc_type',
		'google_workspace.drive.file.owner.email': 'parameters.owner',
		'google_workspace.drive.file.owner.is_shared_drive': 'parameters.owner_is_shared_drive',
		'file.name': 'parameters.doc_title',
		'google_workspace.token.client.id': 'parameters.client_id',
		'google_workspace.token.client.type': 'parameters.client_type',
		'google_workspace.token.scope.value': 'parameters.scope',
		'google_workspace.admin.application.name': 'parameters.APPLICATION_NAME',
		'google_workspace.admin.setting.name': 'parameters.SETTING_NAME',
		'google_workspace.admin.new_value': 'parameters.NEW_VALUE',
		'google_workspace.admin.old_value': 'parameters.OLD_VALUE',
		'google_workspace.admin.role.name': 'parameters.ROLE_NAME',
		'google_workspace.admin.user.email': 'parameters.USER_EMAIL',
		'user.target.email': 'parameters.USER_EMAIL',
		'google_workspace.admin.group.email': 'parameters.GROUP_EMAIL',
		'google_workspace.admin.org_unit.name': 'parameters.ORG_UNIT_NAME',
		'google_workspace.admin.api.client.name': 'parameters.API_CLIENT_NAME',
		'google_workspace.admin.api.scopes': 'parameters.API_SCOPES',
		'google_workspace.admin.oauth2.application.id': 'parameters.OAUTH2_APP_ID',
		'google_workspace.admin.oauth2.application.name': 'parameters.OAUTH2_APP_NAME',
		'google_workspace.admin.oauth2.application.type': 'parameters.OAUTH2_APP_TYPE',
		'google_workspace.login.type': 'parameters.login_type',
		'google_workspace.login.failure_type': 'parameters.login_failure_type',
	},
	{ nested: true },
);

const DIRECT: readonly string[] = ['drive', 'token', 'login', 'saml', 'user_accounts', 'groups', 'chat', 'calendar', 'gmail'];

function fromElastic(record: JsonObject): readonly JsonObject[] {
	return elasticColumns(record).flatMap((row) => {
		const { event, parameters, ...activity } = row;
		const found: ObjectDraft = emptyObject();
		const flat: Record<string, Json | undefined> = {};
		for (const [name, value] of Object.entries(record)) if (name.startsWith('google_workspace.')) flat[name.slice(17)] = value;
		for (const application of DIRECT) {
			const own = member(record['google_workspace'], application);
			const pairs: readonly Entry[] = [
				...(isObject(own) ? Object.entries(own) : []),
				...Object.entries(flat)
					.filter(([name]) => name.startsWith(`${application}.`))
					.map(([name, value]): Entry => [name.slice(application.length + 1), value]),
			];
			for (const [name, value] of pairs) if (value !== undefined && !isObject(value) && name !== '__proto__') found[name] = value;
		}
		if (isObject(parameters)) Object.assign(found, parameters);
		return isObject(event) ? [oneEvent(activity, { ...event, parameters: found })] : [];
	});
}

/** Rows of tools that give each fact a column. */
export const tables: readonly Format[] = [
	{
		id: 'gam-csv',
		title: 'GAM (`gam report <application>`) CSV',
		has: ['name', '"id.applicationName"', '"id.time"'],
		reshape: (record) =>
			fromColumns(Object.entries(record).map(([name, value]): Entry => [name.replace(/^\ufeff/, '').trim(), value])),
		note: 'The pairing of scopes with products is lost; times carry the zone that GAM is set to.',
	},
	{
		id: 'sentinel',
		title: 'Microsoft Sentinel tables GWorkspace_ReportsAPI_*_CL',
		has: ['event_name_s', 'id_applicationName_s'],
		reshape: fromSentinel,
		lacks: ['asn', 'country'],
	},
	{
		id: 'elastic',
		title: 'Elastic integration `google_workspace`, without the original line',
		has: ['@timestamp', 'event', 'google_workspace'],
		test: (record) => asText(member(record['event'], 'action')) !== undefined,
		reshape: fromElastic,
		note: 'Elastic drops integers and nested parameters of Drive, and the target of some admin events.',
	},
	{
		id: 'elastic-flat',
		title: 'Rows of Elastic or Kibana with dotted column names',
		has: ['@timestamp', '"event.action"', '"event.provider"'],
		test: (record) => Object.keys(record).some((name) => name.startsWith('google_workspace.')),
		reshape: fromElastic,
	},
];
