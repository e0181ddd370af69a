import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asJson, asText, member } from '../../read/fields.ts';
import { type ColumnTable, emptyObject, type ObjectDraft, renameColumns } from '../reshape.ts';
import { tableRow } from '../table-row.ts';

/** Keys of debugData that are read; collectors flatten each into a column of its own. */
const DEBUG_KEYS = [
	'requestUri',
	'dtHash',
	'deviceFingerprint',
	'risk',
	'behaviors',
	'logOnlySecurityData',
	'threatSuspected',
	'proxyType',
	'anonymizerStatus',
	'tunnels',
	'originalPrincipal',
	'originalPrincipal.id',
	'originalPrincipal.type',
	'originalPrincipal.alternateId',
	'privilegeGranted',
	'grantedScopes',
	'requestedScopes',
] as const;

/** Members of a LogEvent that collectors flatten with a separator of their own, in the API's own names. */
const MEMBERS = [
	'uuid',
	'published',
	'eventType',
	'displayMessage',
	'legacyEventType',
	'severity',
	'version',
	'outcome.result',
	'outcome.reason',
	'actor.id',
	'actor.type',
	'actor.alternateId',
	'actor.displayName',
	'client.id',
	'client.zone',
	'client.device',
	'client.ipAddress',
	'client.userAgent.rawUserAgent',
	'client.userAgent.os',
	'client.userAgent.browser',
	'client.geographicalContext.country',
	'client.geographicalContext.city',
	'client.geographicalContext.state',
	'device.id',
	'authenticationContext.externalSessionId',
	'authenticationContext.rootSessionId',
	'securityContext.asNumber',
	'securityContext.asOrg',
	'securityContext.isp',
	'securityContext.isProxy',
	'securityContext.risk',
	'securityContext.userBehaviors',
	'transaction.id',
	'transaction.type',
	'transaction.detail.requestApiTokenId',
	'request.ipChain',
	'target',
	...DEBUG_KEYS.map((key) => `debugContext.debugData.${key}` as const),
] as const;

const JSON_CELLS = ['target', 'request.ipChain', 'securityContext.risk', 'securityContext.userBehaviors'];

const TARGET_PARTS = ['id', 'type', 'alternateId', 'displayName'] as const;

/** The admin console's CSV: the API's names in snake case with dots, targets in numbered columns, `timestamp` for `published`. */
const CONSOLE_COLUMNS: ColumnTable = () => ({
	timestamp: 'published',
	...Object.fromEntries(MEMBERS.map((path) => [snake(path), path])),
	'request.ip_chain.ip': 'request.ipChain.0.ip',
	...Object.fromEntries(
		Array.from({ length: 10 }, (_, place) =>
			TARGET_PARTS.map((part) => [`target${place}.${snake(part)}`, `target.${place}.${part}`]),
		).flat(),
	),
});

/** Elastic's Okta integration: `okta.*` in snake case, some members under names of its own, the rest in ECS fields. */
const ELASTIC_COLUMNS: ColumnTable = () => ({
	...Object.fromEntries(MEMBERS.map((path) => [`okta.${snake(path)}`, path])),
	'okta.client.ip': 'client.ipAddress',
	'okta.security_context.as.number': 'securityContext.asNumber',
	'okta.security_context.as.organization.name': 'securityContext.asOrg',
	...Object.fromEntries(
		DEBUG_KEYS.map((key) => [`okta.debug_context.debug_data.flattened.${key}`, `debugContext.debugData.${key}`]),
	),
	'okta.debug_context.debug_data.risk_level': 'securityContext.risk.level',
	'okta.device.device_id': 'device.id',
	'@timestamp': 'published',
	'event.action': 'eventType',
	'event.id': 'uuid',
	'client.ip': 'client.ipAddress',
	'source.ip': 'client.ipAddress',
	'client.as.number': 'securityContext.asNumber',
	'source.as.number': 'securityContext.asNumber',
	'client.as.organization.name': 'securityContext.asOrg',
	'source.as.organization.name': 'securityContext.asOrg',
	'client.geo.country_name': 'client.geographicalContext.country',
	'source.geo.country_name': 'client.geographicalContext.country',
	'client.geo.city_name': 'client.geographicalContext.city',
	'source.geo.city_name': 'client.geographicalContext.city',
	'user_agent.original': 'client.userAgent.rawUserAgent',
});

/** `Okta_CL` of Sentinel's first connector: the API's names joined by `_`, with a type suffix. */
const SENTINEL_COLUMNS: ColumnTable = () => ({
	...Object.fromEntries(MEMBERS.map((path) => [path.replaceAll('.', '_'), path])),
	transaction_detail: 'transaction.detail',
	TimeGenerated: 'published',
});

/**
 * `OktaV2_CL` of Sentinel's current connector: ASIM names.
 * Source: https://learn.microsoft.com/azure/sentinel/data-connectors-reference (Okta Single Sign-On)
 */
const SENTINEL_V2_COLUMNS: Readonly<Record<string, string>> = {
	TimeGenerated: 'published',
	EventOriginalUid: 'uuid',
	EventOriginalType: 'eventType',
	EventMessage: 'displayMessage',
	LegacyEventType: 'legacyEventType',
	OriginalSeverity: 'severity',
	OriginalOutcomeResult: 'outcome.result',
	EventResult: 'outcome.result',
	EventOriginalResultDetails: 'outcome.reason',
	ActorUserId: 'actor.id',
	OriginalUserId: 'actor.id',
	OriginalUserType: 'actor.type',
	ActorUserType: 'actor.type',
	OriginalActorAlternateId: 'actor.alternateId',
	ActorUsername: 'actor.alternateId',
	ActorDisplayName: 'actor.displayName',
	ActorSessionId: 'authenticationContext.externalSessionId',
	SrcIpAddr: 'client.ipAddress',
	SrcZone: 'client.zone',
	SrcDvcId: 'device.id',
	HttpUserAgent: 'client.userAgent.rawUserAgent',
	SrcGeoCountry: 'client.geographicalContext.country',
	SrcGeoCity: 'client.geographicalContext.city',
	SrcIsp: 'securityContext.isp',
	SecurityContextAsNumber: 'securityContext.asNumber',
	SecurityContextAsOrg: 'securityContext.asOrg',
	SecurityContextIsProxy: 'securityContext.isProxy',
	TransactionId: 'transaction.id',
	TransactionType: 'transaction.type',
	TransactionDetail: 'transaction.detail',
	DebugData: 'debugContext.debugData',
	OriginalTarget: 'target',
	Request: 'request',
};

/** Separators, other than dots, with which tools join the names of nested members: csvkit, databases, Miller 5. */
const SEPARATORS = ['/', '_', ':'] as const;
const JOINED = /^(?:actor|client|outcome)[/_:]/i;

const JOINED_COLUMNS: ColumnTable = () => ({
	...Object.fromEntries(SEPARATORS.flatMap((separator) => MEMBERS.map((path) => [path.replaceAll('.', separator), path]))),
	...Object.fromEntries(
		SEPARATORS.flatMap((separator) =>
			Array.from({ length: 10 }, (_, place) =>
				TARGET_PARTS.map((part) => [['target', place, part].join(separator), `target.${place}.${part}`]),
			).flat(),
		),
	),
});

/** Members of a LogEvent that are objects or lists. */
const CONTAINERS = [
	'actor',
	'client',
	'client.userAgent',
	'client.geographicalContext',
	'device',
	'authenticationContext',
	'outcome',
	'target',
	'transaction',
	'transaction.detail',
	'debugContext',
	'debugContext.debugData',
	'securityContext',
	'securityContext.risk',
	'securityContext.userBehaviors',
	'request',
	'request.ipChain',
];

const fromTable = tableRow(CONTAINERS);

/** The shapes in which a System Log leaves Okta. */
export const formats: readonly Format[] = [
	{ id: 'system-log', title: 'System Log API (array, page or NDJSON)', has: ['eventType', 'published'] },
	{
		id: 'panther',
		title: 'Panther lake row (Okta.SystemLog)',
		has: ['eventType', 'published', 'p_log_type'],
	},
	{
		id: 'dotted',
		title: 'Table made from System Log records, with dotted column names (pandas, Miller, Power Query)',
		has: ['eventType', 'published', '"actor.alternateId"'],
		reshape: (record) => [fromTable(record)],
	},
	{
		id: 'joined',
		title: 'Table made from System Log records, with names joined by `/`, `_` or `:` (csvkit, databases, Miller)',
		has: ['uuid', 'published', 'eventType'],
		test: (record) => !Object.hasOwn(record, 'actor') && Object.keys(record).some((name) => JOINED.test(name)),
		reshape: renameColumns(JOINED_COLUMNS, { json: JSON_CELLS, finish: finishLists }),
	},
	{
		id: 'event-text',
		title: 'System Log records whose nested members are text (tables of Athena, BigQuery, Snowflake, Python, PowerShell)',
		has: ['eventType', 'published', 'actor', 'outcome'],
		test: (record) => typeof record['actor'] === 'string' || typeof record['outcome'] === 'string',
		reshape: (record) => [fromTable(record)],
		note: 'What PowerShell’s Export-Csv leaves of nested members is one level deep: targets, place and details are lost. ConvertTo-Json -Depth 10 keeps them.',
	},
	{
		id: 'event-hook',
		title: 'Event hook body',
		has: ['eventType', 'eventTypeVersion', 'data.events'],
		reshape: (record) => objects(member(member(record, 'data'), 'events')),
		note: 'Only events that are eligible for hooks are sent, at least once and in any order.',
	},
	{
		id: 'event-hook-event',
		title: 'One event of an event hook body',
		// The same event as in the log, with the chain of addresses in another place: must be known as a repeat of it.
		has: ['eventType', 'published', 'client.ipChain'],
		note: 'Only events that are eligible for hooks are sent, at least once and in any order.',
	},
	{
		id: 'eventbridge',
		title: 'Log stream to AWS EventBridge',
		has: ['detail-type', 'detail.eventType', 'detail.published'],
		reshape: (record) => objects(member(record, 'detail')),
	},
	{
		id: 'console-csv',
		title: 'Admin console, System Log, Download CSV',
		has: ['event_type', 'timestamp', '"actor.alternate_id"', '"outcome.result"'],
		unverified: 'the notation of the time column',
		reshape: renameColumns(CONSOLE_COLUMNS, { json: JSON_CELLS, finish: finishLists }),
		lacks: ['asn', 'asOrg', 'proxy', 'token', 'tokenKind', 'device'],
		note: 'Has no ASN, proxy flag, API token, device hash, risk, behaviours or granted role; scopes only where they are targets, and at most four targets.',
	},
	{
		id: 'elastic',
		title: 'Elastic Okta integration, event.original not kept',
		has: ['@timestamp', 'okta.event_type'],
		reshape: renameColumns(ELASTIC_COLUMNS, { json: JSON_CELLS, nested: true, finish: finishLists }),
	},
	{
		id: 'elastic-flat',
		title: 'Elastic Okta integration, flattened names (CSV of Discover)',
		has: ['@timestamp', '"okta.event_type"'],
		reshape: renameColumns(ELASTIC_COLUMNS, { json: JSON_CELLS, nested: true, finish: finishLists }),
	},
	{
		id: 'sentinel-okta-cl',
		title: 'Microsoft Sentinel, table Okta_CL',
		has: ['eventType_s', 'actor_alternateId_s'],
		reshape: renameColumns(SENTINEL_COLUMNS, {
			json: JSON_CELLS,
			stripUtcSuffix: true,
			stripTypeSuffix: true,
			finish: finishLists,
		}),
	},
	{
		id: 'sentinel-oktav2-cl',
		title: 'Microsoft Sentinel, table OktaV2_CL',
		has: ['EventOriginalType', 'OriginalActorAlternateId'],
		reshape: renameColumns(SENTINEL_V2_COLUMNS, {
			json: ['target', 'request', 'transaction.detail', 'debugContext.debugData'],
			stripUtcSuffix: true,
			finish: finishLists,
		}),
	},
];

// Lists may come in snake case, with their members as JSON text; the context objects may come wrapped once more.
function finishLists(native: ObjectDraft): readonly JsonObject[] {
	const targets = native['target'];
	if (Array.isArray(targets)) native['target'] = targets.filter((each) => each !== null).map((each: Json) => camelKeys(each, 0));
	else if (isObject(targets)) native['target'] = [camelKeys(targets, 0)];
	const chain = member(native['request'], 'ipChain');
	if (chain !== undefined) native['request'] = { ipChain: camelKeys(chain, 0) };
	const context = native['debugContext'];
	const inner = asJson(member(member(context, 'debugData'), 'debugData'));
	if (isObject(inner)) native['debugContext'] = { debugData: inner };
	return [native];
}

function camelKeys(value: Json, depth: number): Json {
	if (depth > 6) return value;
	if (Array.isArray(value)) return value.map((each: Json) => camelKeys(each, depth + 1));
	if (!isObject(value)) return value;
	const renamed = emptyObject();
	for (const [name, inner] of Object.entries(value)) {
		if (name !== '__proto__') renamed[camel(name)] = inner === undefined ? undefined : camelKeys(inner, depth + 1);
	}
	return renamed;
}

function objects(value: Json | undefined): readonly JsonObject[] {
	const parsed = asJson(value);
	if (Array.isArray(parsed)) return parsed.filter(isObject);
	return isObject(parsed) && asText(member(parsed, 'eventType')) !== undefined ? [parsed] : [];
}

function snake(path: string): string {
	return path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function camel(name: string): string {
	return name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
