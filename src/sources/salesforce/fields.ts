import type { FieldMap } from '../../model/source.ts';

/**
 * Four vocabularies side by side: event log files (UPPER_SNAKE columns), real-time events and sign-in history (CamelCase), and the setup audit trail.
 * `Operation` is what the formats put there: the event type, the object's name, or the code of a setup change.
 * Source: https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_eventlogfile.htm
 */
export const fields: FieldMap = {
	time: ['TIMESTAMP_DERIVED', 'TIMESTAMP', 'EventDate', 'LoginTime', 'CreatedDate'],
	id: ['EventIdentifier', 'Id'],
	operation: ['SetupAction', 'EventObject', 'EVENT_TYPE'],
	// A user name where the row has one; most event types have the id alone.
	actorId: [
		'CreatedBy.Username',
		'"CreatedBy.Username"',
		'Username',
		'USER_NAME',
		'USER_EMAIL',
		'USER_ID_DERIVED',
		'UserId',
		'CreatedById',
		'USER_ID',
	],
	appId: ['CONNECTED_APP_ID', 'ConnectedAppId'],
	appName: ['CONNECTED_APP_NAME', 'Application', 'CLIENT_NAME', 'CLIENT_ID', 'Client'],
	scopes: 'OAUTH_SCOPES',
	targetId: [
		'REPORT_ID_DERIVED',
		'REPORT_ID',
		'ReportId',
		'DOCUMENT_ID_DERIVED',
		'DOCUMENT_ID',
		'DocumentId',
		'ENTITY_ID',
		'VERSION_ID',
		'JOB_ID',
		'ENTITY_NAME',
		'ENTITY_TYPE',
		'QueriedEntities',
		'URI_ID_DERIVED',
	],
	targetName: ['REPORT_NAME', 'Name'],
	ip: ['CLIENT_IP', 'SourceIp', 'SOURCE_IP', 'ClientIp'],
	country: ['CountryIso', 'Country', 'COUNTRY_CODE'],
	city: 'City',
	userAgent: ['USER_AGENT', 'BROWSER_TYPE', 'CLIENT_INFO', 'UserAgent', 'Browser'],
	// The login key ties together everything of one sign-in; the session key is still empty in the sign-in's own row.
	session: ['LOGIN_KEY', 'LoginKey', 'SESSION_KEY', 'SessionKey'],
	outcome: ['LOGIN_STATUS', 'Status', 'REQUEST_STATUS', 'SUCCESS'],
	bytes: ['SIZE_BYTES', 'RESPONSE_SIZE', 'ContentSize'],
};
