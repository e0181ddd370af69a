import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asText, compilePath } from '../../read/fields.ts';
import { unflattened } from '../elastic.ts';
import { renameColumns } from '../reshape.ts';

type Reader = (document: JsonObject) => readonly JsonObject[];

const readOutcome = compilePath('event.outcome');
const readRoles = compilePath('user.roles');
const readLogoutRoles = compilePath('salesforce.logout.user.roles');

/** A pipeline makes a list of the one kind that a user is of. */
function userType(roles: Json | undefined): string | undefined {
	return asText(Array.isArray(roles) ? roles[0] : roles);
}

/** What all event types have in common, at the places where Elastic's pipelines put it. */
const COMMON = {
	'@timestamp': 'TIMESTAMP_DERIVED',
	'source.ip': 'CLIENT_IP',
	'source.geo.country_iso_code': 'COUNTRY_CODE',
	'http.request.method': 'METHOD',
	'http.response.bytes': 'RESPONSE_SIZE',
	'http.response.status_code': 'STATUS_CODE',
	'event.url': 'URI',
	'url.original': 'URI',
	'organization.id': 'ORGANIZATION_ID',
};

/** Calls and runs of Apex code, all of the event types that `salesforce.apex` collects. */
const apex: Reader = renameColumns(
	{
		...COMMON,
		'salesforce.apex.event_type': 'EVENT_TYPE',
		'salesforce.apex.organization_id': 'ORGANIZATION_ID',
		'salesforce.apex.request_id': 'REQUEST_ID',
		'salesforce.apex.request_status': 'REQUEST_STATUS',
		'salesforce.apex.login_key': 'LOGIN_KEY',
		'salesforce.apex.user_id_derived': 'USER_ID_DERIVED',
		'user.id': 'USER_ID',
		'salesforce.apex.user_agent': 'USER_AGENT',
		'salesforce.apex.client_name': 'CLIENT_NAME',
		'salesforce.apex.entity_name': 'ENTITY_NAME',
		'salesforce.apex.entity': 'ENTITY_NAME',
		'salesforce.apex.method_name': 'METHOD_NAME',
		'salesforce.apex.query': 'QUERY',
		'salesforce.apex.rows_processed': 'ROWS_PROCESSED',
		'salesforce.apex.rows.processed': 'ROWS_PROCESSED',
		'salesforce.apex.uri_derived_id': 'URI_ID_DERIVED',
	},
	{
		nested: true,
		finish: (row, document) => [{ ...row, USER_TYPE: userType(readRoles(document)), SUCCESS: success(document) }],
	},
);

function success(document: JsonObject): string | undefined {
	const outcome = asText(readOutcome(document));
	return outcome === 'success' ? '1' : outcome === 'failure' ? '0' : undefined;
}

/** Of an event log file of sign-outs; a real-time LogoutEvent has an id of its own. */
const logout: Reader = renameColumns(
	{
		...COMMON,
		'salesforce.logout.event_type': 'EVENT_TYPE',
		'salesforce.logout.organization_id': 'ORGANIZATION_ID',
		'event.code': 'REQUEST_ID',
		'event.id': 'EventIdentifier',
		'salesforce.logout.login_key': 'LOGIN_KEY',
		'salesforce.logout.session.key': 'SESSION_KEY',
		'salesforce.logout.browser_type': 'BROWSER_TYPE',
		'salesforce.logout.user_id': 'USER_ID',
		'user.email': 'USER_NAME',
		'user.id': 'USER_ID_DERIVED',
		'salesforce.logout.user_initiated_logout': 'USER_INITIATED_LOGOUT',
	},
	{
		nested: true,
		finish: (row, document) => {
			const own = row['EventIdentifier'] === undefined ? { EVENT_TYPE: 'Logout' } : { EventObject: 'LogoutEvent' };
			return [{ ...own, ...row, USER_TYPE: userType(readLogoutRoles(document)) }];
		},
	},
);

const aura: Reader = renameColumns(
	{
		...COMMON,
		'http.request.id': 'REQUEST_ID',
		'user.id': 'USER_ID_DERIVED',
		'user_agent.original': 'USER_AGENT',
		'salesforce.aura_request.user_id': 'USER_ID',
		'salesforce.aura_request.user_type': 'USER_TYPE',
		'salesforce.aura_request.login_key': 'LOGIN_KEY',
		'salesforce.aura_request.session_key': 'SESSION_KEY',
		'salesforce.aura_request.request_status': 'REQUEST_STATUS',
		'salesforce.aura_request.uri_id': 'URI_ID_DERIVED',
	},
	{ nested: true, finish: (row) => [{ ...row, EVENT_TYPE: 'AuraRequest' }] },
);

/** A stream as its documents are, and as Kibana's CSV writes them. `sign`: a field that every document of it has. */
function both(stream: string, read: Reader, sign: string, note?: string): readonly Format[] {
	const dataset = stream.replace('_', '-');
	const more = note === undefined ? {} : { note };
	return [
		{
			id: `elastic-${dataset}`,
			title: `Elastic integration \`salesforce.${stream}\`, without the original record`,
			has: ['@timestamp', 'event', `salesforce.${stream}`],
			test: (document) => isObject(document['event']),
			reshape: read,
			...more,
		},
		{
			id: `elastic-${dataset}-flat`,
			title: `Elastic integration \`salesforce.${stream}\`, dotted column names (CSV of Kibana)`,
			has: ['@timestamp', '"event.action"', `"salesforce.${stream}.${sign}"`],
			reshape: (document) => read(unflattened(document)),
			...more,
		},
	];
}

/**
 * Further streams of Elastic's Salesforce integration: event log files and objects of Apex, sign-outs and Aura.
 * https://github.com/elastic/integrations/tree/main/packages/salesforce/data_stream
 */
export const elasticLogFiles: readonly Format[] = [
	...both(
		'apex',
		apex,
		'event_type',
		'The session’s own key, the connected app and the media type are lost; the sign-in’s key is there.',
	),
	...both('logout', logout, 'login_key'),
	...both('aura_request', aura, 'login_key'),
];
