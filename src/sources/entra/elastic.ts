import { isObject, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asTexts, compilePath } from '../../read/fields.ts';
import { camelCased, unflattened } from '../elastic.ts';
import { emptyObject, type ObjectDraft } from '../reshape.ts';

/** Names that Elastic's pipelines gave and that are not the vendor's in another spelling. https://github.com/elastic/integrations/tree/main/packages/azure */
const RENAMED: ReadonlyMap<string, string> = new Map([
	['created_at', 'createdDateTime'],
	['activity_datetime', 'activityDateTime'],
	['detected_datetime', 'detectedDateTime'],
	['last_updated_datetime', 'lastUpdatedDateTime'],
	['risk_level_during_signin', 'riskLevelDuringSignIn'],
	['risk_event_types_v2', 'riskEventTypes_v2'],
	['processing_time_ms', 'processingTimeInMilliseconds'],
]);

type Facts = readonly (readonly [to: string, ...from: string[]])[];

/** Facts that the pipelines move out of the record: the first that is there fills what the record lacks. */
const AUDIT_FACTS = readersOf([
	['activityDateTime', '@timestamp'],
	['activityDisplayName', 'azure.auditlogs.operation_name', 'event.action'],
	['result', 'event.outcome'],
	['correlationId', 'azure.correlation_id'],
	['callerIpAddress', 'source.ip', 'client.ip'],
	['userAgent', 'user_agent.original'],
]);
const SIGN_IN_FACTS = readersOf([
	['createdDateTime', '@timestamp'],
	['userId', 'user.id'],
	['userDisplayName', 'user.full_name'],
	['correlationId', 'azure.correlation_id'],
	['ipAddress', 'source.ip', 'client.ip'],
	['userAgent', 'user_agent.original'],
	// Looked up by Elastic where the vendor gave none.
	['autonomousSystemNumber', 'source.as.number'],
]);
const CALL_FACTS = readersOf([
	['timeGenerated', '@timestamp'],
	['id', 'http.request.id', 'event.id', 'azure.correlation_id'],
	['requestId', 'http.request.id', 'event.id'],
	['requestMethod', 'http.request.method'],
	['requestUri', 'url.original'],
	['responseStatusCode', 'http.response.status_code', 'azure.graphactivitylogs.result_signature'],
	['responseSizeBytes', 'http.response.bytes'],
	['userId', 'user.id'],
	['ipAddress', 'source.ip', 'client.ip'],
	['userAgent', 'user_agent.original'],
]);
const RISK_FACTS = readersOf([
	['detectedDateTime', '@timestamp'],
	['userPrincipalName', 'user.email'],
	['userDisplayName', 'user.full_name'],
	['userId', 'user.id'],
	['ipAddress', 'source.ip'],
]);
const readCall = compilePath('azure.graphactivitylogs.properties');
const readRisk = compilePath('azure.identityprotection.properties');
const readAudit = compilePath('azure.auditlogs.properties');
const readSignIn = compilePath('azure.signinlogs.properties');
const readCode = compilePath('azure.signinlogs.result_type');
const readReason = compilePath('azure.signinlogs.result_description');
const readCity = compilePath('geo.city_name');
const readCountry = compilePath('geo.country_iso_code');

/** Documents of Elastic's Azure integration without the original record. */
export const elasticFormats: readonly Format[] = [
	{
		id: 'elastic-signinlogs',
		title: 'Elastic integration `azure.signinlogs`, without the original record',
		has: ['@timestamp', 'azure.signinlogs', 'event'],
		reshape: (document) => [signIn(document)],
	},
	{
		id: 'elastic-signinlogs-flat',
		title: 'Elastic integration `azure.signinlogs`, dotted column names (CSV of Kibana)',
		has: ['@timestamp', '"event.action"', '"azure.signinlogs.category"'],
		reshape: (document) => [signIn(unflattened(document))],
	},
	{
		id: 'elastic-auditlogs',
		title: 'Elastic integration `azure.auditlogs`, without the original record',
		has: ['@timestamp', 'azure.auditlogs', 'event'],
		reshape: (document) => [audit(document)],
	},
	{
		id: 'elastic-auditlogs-flat',
		title: 'Elastic integration `azure.auditlogs`, dotted names (newer versions, CSV of Kibana)',
		has: ['@timestamp', '"azure.auditlogs.operation_name"'],
		reshape: (document) => [audit(unflattened(document))],
	},
	{
		id: 'elastic-graphactivitylogs',
		title: 'Elastic integration `azure.graphactivitylogs`, without the original record',
		has: ['@timestamp', 'azure.graphactivitylogs', 'event'],
		reshape: (document) => [call(document)],
	},
	{
		id: 'elastic-graphactivitylogs-flat',
		title: 'Elastic integration `azure.graphactivitylogs`, dotted column names (CSV of Kibana)',
		has: ['@timestamp', '"azure.graphactivitylogs.operation_name"'],
		reshape: (document) => [call(unflattened(document))],
	},
	{
		id: 'elastic-identityprotection',
		title: 'Elastic integration `azure.identity_protection`, without the original record',
		has: ['@timestamp', 'azure.identityprotection', 'event'],
		reshape: (document) => [risk(document)],
	},
	{
		id: 'elastic-identityprotection-flat',
		title: 'Elastic integration `azure.identity_protection`, dotted column names (CSV of Kibana)',
		has: ['@timestamp', '"azure.identityprotection.operation_name"'],
		reshape: (document) => [risk(unflattened(document))],
	},
];

function readersOf(facts: Facts) {
	return facts.map(([to, ...from]) => ({ to, from: from.map(compilePath) }));
}

function filled(document: JsonObject, properties: ReturnType<typeof readAudit>, facts: typeof AUDIT_FACTS): ObjectDraft {
	const native = emptyObject();
	if (isObject(properties)) Object.assign(native, camelCased(properties, RENAMED));
	for (const { to, from } of facts) {
		for (const read of from) {
			if (native[to] !== undefined && native[to] !== null && native[to] !== '') break;
			native[to] = read(document);
		}
		if (native[to] === undefined) delete native[to];
	}
	return native;
}

function audit(document: JsonObject): JsonObject {
	return filled(document, readAudit(document), AUDIT_FACTS);
}

function call(document: JsonObject): JsonObject {
	const native = filled(document, readCall(document), CALL_FACTS);
	native['operationName'] = 'Microsoft Graph Activity';
	// The vendor's are texts with blanks between.
	for (const name of ['scopes', 'roles', 'wids']) {
		const list = native[name];
		if (Array.isArray(list)) native[name] = asTexts(list)?.join(' ');
	}
	return native;
}

function risk(document: JsonObject): JsonObject {
	const native = filled(document, readRisk(document), RISK_FACTS);
	native['operationName'] = 'User Risk Detection';
	return native;
}

function signIn(document: JsonObject): JsonObject {
	const native = filled(document, readSignIn(document), SIGN_IN_FACTS);
	native['operationName'] = 'Sign-in activity';
	const status = isObject(native['status']) ? native['status'] : {};
	native['status'] = {
		...status,
		errorCode: status['errorCode'] ?? readCode(document) ?? null,
		failureReason: readReason(document) ?? null,
	};
	const [city, country] = [readCity(document), readCountry(document)];
	if (city !== undefined || country !== undefined)
		native['location'] = {
			...(city !== undefined && { city }),
			...(country !== undefined && { countryOrRegion: country }),
		};
	return native;
}
