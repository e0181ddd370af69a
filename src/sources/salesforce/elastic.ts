import type { JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asText, compilePath } from '../../read/fields.ts';
import { unflattened } from '../elastic.ts';
import { renameColumns } from '../reshape.ts';
import { SESSION_FACTS } from '../session-facts.ts';
import { canonicalCode } from './activities.ts';

const readProvider = compilePath('event.provider');
const readOutcome = compilePath('event.outcome');

/** Elastic's `user.name` of a setup change is cut out of the sentence: it is the person acted upon, not who acted. */
const setup = renameColumns(
	{
		'@timestamp': 'CreatedDate',
		'event.action': 'Action',
		'event.id': 'Id',
		'salesforce.setup_audit_trail.created_by_id': 'CreatedById',
		'user.id': 'CreatedById',
		'salesforce.setup_audit_trail.display': 'Display',
		'salesforce.setup_audit_trail.section': 'Section',
		'salesforce.setup_audit_trail.delegate_user': 'DelegateUser',
		'salesforce.setup_audit_trail.created_by_context': 'CreatedByContext',
		'salesforce.setup_audit_trail.created_by_issuer': 'CreatedByIssuer',
		'salesforce.setup_audit_trail.responsible_namespace_prefix': 'ResponsibleNamespacePrefix',
	},
	{ nested: true, finish: (row) => [{ ...row, SetupAction: canonicalCode(asText(row['Action']) ?? 'Setup: unknown') }] },
);

/** Of the event monitoring object `LoginEvent`. */
const loginEvent = renameColumns(
	{
		'@timestamp': 'EventDate',
		'event.id': 'EventIdentifier',
		'source.ip': 'SourceIp',
		'user.email': 'Username',
		'user.id': 'UserId',
		'salesforce.login.type': 'LoginType',
		'salesforce.login.application': 'Application',
		'salesforce.login.key': 'LoginKey',
		'salesforce.login.session_key': 'SessionKey',
		'salesforce.login.session.key': 'SessionKey',
		'salesforce.login.history_id': 'LoginHistoryId',
		'source.geo.country_iso_code': 'CountryIso',
		'source.geo.city_name': 'City',
		'user_agent.name': 'Browser',
		'user_agent.os.name': 'Platform',
		'event.url': 'LoginUrl',
	},
	{
		nested: true,
		// The status of a failure ("Invalid Password") is lost, not that it failed.
		finish: (row, document) => [
			{ ...row, EventObject: 'LoginEvent', Status: asText(readOutcome(document)) === 'failure' ? 'Failed' : 'Success' },
		],
	},
);

/** Of an event log file of sign-ins. */
const loginFile = renameColumns(
	{
		'@timestamp': 'TIMESTAMP_DERIVED',
		'salesforce.login.event_type': 'EVENT_TYPE',
		'salesforce.login.organization_id': 'ORGANIZATION_ID',
		'salesforce.login.request.id': 'REQUEST_ID',
		'salesforce.login.request.status': 'REQUEST_STATUS',
		'salesforce.login.key': 'LOGIN_KEY',
		'salesforce.login.client.ip': 'CLIENT_IP',
		'salesforce.login.client_ip': 'CLIENT_IP',
		'source.ip': 'SOURCE_IP',
		'user.email': 'USER_NAME',
		'user.id': 'USER_ID_DERIVED',
		'salesforce.login.user_id': 'USER_ID',
		'event.url': 'URI',
		'source.geo.country_iso_code': 'COUNTRY_CODE',
	},
	{
		nested: true,
		finish: (row, document) => {
			const status = asText(readOutcome(document)) === 'failure' ? 'LOGIN_ERROR' : 'LOGIN_NO_ERROR';
			return [{ ...row, EVENT_TYPE: row['EVENT_TYPE'] ?? 'Login', LOGIN_STATUS: status }];
		},
	},
);

const login = (document: JsonObject): readonly JsonObject[] =>
	asText(readProvider(document) ?? document['event.provider']) === 'EventLogFile' ? loginFile(document) : loginEvent(document);

const NOTE = 'Why a sign-in failed is lost, not that it failed.';

/** Documents of Elastic's Salesforce integration without the original record. https://github.com/elastic/integrations/tree/main/packages/salesforce */
export const elasticFormats: readonly Format[] = [
	{
		id: 'elastic-setupaudittrail',
		title: 'Elastic integration `salesforce.setupaudittrail`, without the original record',
		has: ['@timestamp', 'event', 'salesforce.setup_audit_trail'],
		reshape: setup,
		lacks: SESSION_FACTS,
	},
	{
		id: 'elastic-setupaudittrail-flat',
		title: 'Elastic integration `salesforce.setupaudittrail`, dotted column names (CSV of Kibana)',
		has: ['@timestamp', '"event.action"', '"salesforce.setup_audit_trail.section"'],
		reshape: (document) => setup(unflattened(document)),
		lacks: SESSION_FACTS,
	},
	{
		id: 'elastic-login',
		title: 'Elastic integration `salesforce.login`, without the original record',
		has: ['@timestamp', 'event', 'salesforce.login'],
		reshape: login,
		note: NOTE,
	},
	{
		id: 'elastic-login-flat',
		title: 'Elastic integration `salesforce.login`, dotted column names (CSV of Kibana)',
		has: ['@timestamp', '"event.action"', '"event.provider"', '"salesforce.login.key"'],
		reshape: (document) => login(unflattened(document)),
		note: NOTE,
	},
];
