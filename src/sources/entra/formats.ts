import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asJson, asText, member } from '../../read/fields.ts';
import { streamed } from '../microsoft/streamed.ts';
import { emptyObject, type ObjectDraft, renameColumns } from '../reshape.ts';
import { AUDIT_COLUMNS, CALL_COLUMNS, DEFENDER_SIGN_IN_COLUMNS, JSON_PATHS, RISK_COLUMNS, SIGN_IN_COLUMNS } from './columns.ts';
import { elasticFormats } from './elastic.ts';
import { fromAuditCsv, inEnglish, SIGN_IN_CSV_COLUMNS, signInFromCsv } from './portal.ts';
import { tableFormats } from './tables.ts';

/** Azure Monitor's categories that are Entra's, and the operation of their records where the record names none. */
const CATEGORIES: ReadonlyMap<string, string | undefined> = new Map([
	['auditlogs', undefined],
	['signinlogs', 'Sign-in activity'],
	['noninteractiveusersigninlogs', 'Sign-in activity'],
	['serviceprincipalsigninlogs', 'Sign-in activity'],
	['managedidentitysigninlogs', 'Sign-in activity'],
	['adfssigninlogs', 'Sign-in activity'],
	['microsoftgraphactivitylogs', 'Microsoft Graph Activity'],
	['userriskevents', 'User Risk Detection'],
	['serviceprincipalriskevents', 'Service Principal Risk Detection'],
	['riskyusers', 'Risky user'],
	['riskyserviceprincipals', 'Risky service principal'],
	['provisioninglogs', 'Provisioning activity'],
	['networkaccesstrafficlogs', 'Network access traffic'],
]);

const SIGN_IN = { operationName: 'Sign-in activity' } as const;
const RISK = { operationName: 'User Risk Detection' } as const;
const APP_RISK = { operationName: 'Service Principal Risk Detection' } as const;
const CALL = { operationName: 'Microsoft Graph Activity' } as const;

const defenderSignIn = renameColumns(DEFENDER_SIGN_IN_COLUMNS, { stripUtcSuffix: true, finish: fromDefender });
const signInRow = renameColumns(SIGN_IN_CSV_COLUMNS, { finish: signInFromCsv });

/** Defender's tables of sign-ins, by the names they have had. */
const DEFENDER_SIGN_INS = ['EntraIdSignInEvents', 'EntraIdSpnSignInEvents', 'AADSignInEventsBeta', 'AADSpnSignInEventsBeta'];

/** Shapes in which Entra's own logs are exported. */
export const formats: readonly Format[] = [
	{
		id: 'directory-audit',
		title: 'Graph directoryAudit objects: API, portal download as JSON, Microsoft-Extractor-Suite',
		has: ['activityDateTime', 'activityDisplayName', 'initiatedBy', 'targetResources'],
	},
	{
		id: 'directory-audit-partial',
		title: 'Graph directoryAudit objects that an exporter cut down',
		has: ['activityDateTime', 'activityDisplayName'],
	},
	{
		id: 'sign-in',
		title: 'Graph signIn objects, also of service principals and managed identities',
		has: ['createdDateTime', 'status', 'appId', 'ipAddress'],
		reshape: (record) => [tidy({ ...record, ...SIGN_IN })],
	},
	{
		id: 'risk-detection',
		title: 'Graph riskDetection objects',
		has: ['riskEventType', 'riskLevel', 'detectedDateTime'],
		reshape: (record) => [tidy({ ...record, ...RISK })],
	},
	{
		id: 'app-risk-detection',
		title: 'Graph servicePrincipalRiskDetection objects',
		has: ['riskEventType', 'riskLevel', 'detectedDateTime', 'servicePrincipalId'],
		reshape: (record) => [tidy({ ...record, ...APP_RISK })],
	},
	{
		id: 'azure-monitor',
		title: 'Azure Monitor diagnostic records: Event Hub, storage account, Splunk azure:monitor:aad',
		has: ['time', 'category', 'operationName', 'properties'],
		test: (record) => CATEGORIES.has((asText(record['category']) ?? '').toLowerCase()),
		reshape: fromDiagnostics,
	},
	{
		id: 'auditlogs',
		title: 'Log Analytics table AuditLogs',
		has: ['OperationName', 'InitiatedBy', 'TargetResources'],
		reshape: renameColumns(AUDIT_COLUMNS, { json: JSON_PATHS, stripUtcSuffix: true }),
	},
	{
		id: 'signinlogs',
		title: 'Log Analytics tables SigninLogs and AADNonInteractiveUserSignInLogs',
		has: ['ResultType', 'UserPrincipalName', 'AppDisplayName', 'IPAddress'],
		reshape: tableOf(SIGN_IN_COLUMNS, SIGN_IN),
	},
	{
		id: 'service-principal-signinlogs',
		title: 'Log Analytics tables AADServicePrincipalSignInLogs and AADManagedIdentitySignInLogs',
		has: ['ResultType', 'ServicePrincipalId', 'AppId'],
		reshape: tableOf(SIGN_IN_COLUMNS, SIGN_IN),
	},
	{
		id: 'graph-activity',
		title: 'Log Analytics table MicrosoftGraphActivityLogs',
		has: ['RequestUri', 'RequestMethod', 'ResponseStatusCode', 'AppId'],
		reshape: tableOf(CALL_COLUMNS, CALL),
	},
	{
		id: 'user-risk-events',
		title: 'Log Analytics table AADUserRiskEvents, Microsoft-Extractor-Suite’s Get-RiskyDetections, Get-MgRiskDetection',
		has: ['RiskEventType', 'RiskLevel', 'RiskState'],
		reshape: tableOf(RISK_COLUMNS, RISK),
	},
	{
		id: 'app-risk-events',
		title: 'Log Analytics table AADServicePrincipalRiskEvents',
		has: ['RiskEventType', 'RiskLevel', 'RiskState', 'ServicePrincipalId'],
		reshape: tableOf(RISK_COLUMNS, APP_RISK),
	},
	{
		id: 'defender-signins',
		title: 'Defender XDR tables EntraIdSignInEvents and AADSignInEventsBeta',
		has: ['ApplicationId', 'ErrorCode', 'LogonType', 'AccountUpn', 'IPAddress'],
		reshape: defenderSignIn,
		lacks: ['asn'],
		note: 'Levels of risk are numbers of the person, not of the sign-in, and are not read.',
	},
	{
		id: 'defender-app-signins',
		title: 'Defender XDR tables EntraIdSpnSignInEvents and AADSpnSignInEventsBeta',
		has: ['ApplicationId', 'ErrorCode', 'ServicePrincipalId', 'IPAddress'],
		reshape: defenderSignIn,
		lacks: ['asn', 'userAgent', 'device', 'session'],
	},
	{
		id: 'defender-signins-stream',
		title: 'Defender XDR streaming API (Event Hub, storage account): sign-ins',
		...streamed(DEFENDER_SIGN_INS, defenderSignIn),
		lacks: ['asn'],
	},
	{
		id: 'portal-audit-csv',
		title: 'Entra portal: audit log as CSV',
		has: ['Date (UTC)', 'Activity', 'ActorType', 'Target1Type'],
		reshape: fromAuditCsv,
		lacks: ['id', 'session', 'token', 'device', 'country', 'asn'],
		note: 'At most 3 targets, 5 changes of each and 6 details survive: whatever a change beyond them said is lost.',
	},
	{
		id: 'portal-sign-in-csv',
		title: 'Entra portal: sign-in log as CSV',
		has: ['Date (UTC)', 'Request ID', 'IP address', 'Status'],
		reshape: signInRow,
		note: 'A download of more than about 250,000 rows ends before its time; risk is not in the file.',
	},
	{
		id: 'portal-audit-csv-es',
		title: 'Entra portal in Spanish: audit log as CSV',
		has: ['Fecha (UTC)', 'Actividad', 'ActorType'],
		reshape: (record) => fromAuditCsv(inEnglish(record)),
		lacks: ['id', 'session', 'token', 'device', 'country', 'asn'],
		unverified: 'which columns beside date, activity, category, result, service, client and first target are translated',
	},
	{
		id: 'portal-sign-in-csv-es',
		title: 'Entra portal in Spanish: sign-in log as CSV',
		has: ['Fecha (UTC)', 'Nombre de usuario', 'Dirección IP', 'Estado'],
		reshape: (record) => signInRow(inEnglish(record)),
		lacks: ['id'],
		unverified: 'the words for success and failure in Spanish, and the names of columns that are not listed',
	},
	...tableFormats((record) => tidy({ ...record, ...SIGN_IN })),
	...elasticFormats,
];

function tableOf(
	columns: Readonly<Record<string, string>>,
	facts: Readonly<Record<string, string>>,
): (record: JsonObject) => readonly JsonObject[] {
	return renameColumns(columns, {
		json: JSON_PATHS,
		stripUtcSuffix: true,
		finish: (native) => [tidy(Object.assign(native, facts))],
	});
}

/** Defender says in words what kind of sign-in it was, and by its endpoint that a code was typed on another device. */
function fromDefender(native: ObjectDraft): readonly JsonObject[] {
	const { logonType, endpointCall, ...signIn } = native;
	const kind = asText(logonType)?.toLowerCase();
	if (kind?.includes('interactive') === true) signIn['isInteractive'] = !kind.includes('noninteractive');
	if (asText(endpointCall) === 'Cmsi:Cmsi') signIn['authenticationProtocol'] = 'deviceCode';
	return [tidy(Object.assign(signIn, SIGN_IN))];
}

/** A diagnostic record is the Graph object under `properties`, with a few facts beside it. */
function fromDiagnostics(record: JsonObject): readonly JsonObject[] {
	const native: ObjectDraft = emptyObject();
	const properties = asJson(record['properties']);
	if (isObject(properties)) {
		for (const [name, value] of Object.entries(properties)) if (name !== '__proto__') native[name] = value;
	}
	const usual = CATEGORIES.get((asText(record['category']) ?? '').toLowerCase());
	if (native['activityDisplayName'] === undefined || native['activityDisplayName'] === null) {
		native['operationName'] = usual ?? member(record, 'operationName');
	}
	if (usual === CALL.operationName) native['id'] ??= native['requestId'];
	native['time'] = member(record, 'time');
	native['callerIpAddress'] = member(record, 'callerIpAddress');
	for (const name of Object.keys(native)) if (native[name] === undefined) delete native[name];
	return [tidy(native)];
}

/** A place that is a bare country code becomes an object; the region of a data centre is no place of a person. */
function tidy(native: JsonObject): JsonObject {
	const place: Json | undefined = asJson(native['location']);
	if (place === native['location'] && typeof place !== 'string' && !(isObject(place) && Object.hasOwn(place, 'CountryOrRegion')))
		return native;
	const country = typeof place === 'string' && /^[A-Za-z]{2}$/.test(place) ? { countryOrRegion: place.toUpperCase() } : null;
	return { ...native, location: isObject(place) ? inGraphsNames(place) : country };
}

/** PowerShell’s SDK begins names with a capital. */
function inGraphsNames(place: JsonObject): JsonObject {
	if (!Object.hasOwn(place, 'CountryOrRegion')) return place;
	return { city: place['City'] ?? null, state: place['State'] ?? null, countryOrRegion: place['CountryOrRegion'] ?? null };
}
