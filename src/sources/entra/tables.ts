import { isObject, type Json, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asText, member } from '../../read/fields.ts';
import { readCell } from '../printed.ts';
import { emptyObject, type ObjectDraft } from '../reshape.ts';
import { tableRow } from '../table-row.ts';

/** Deeper than any of Graph's objects; nothing hostile is walked further. */
const MAX_DEPTH = 12;

/** Members of Graph's objects that are objects or lists, and are read. */
const CONTAINERS = [
	'status',
	'deviceDetail',
	'location',
	'riskEventTypes',
	'riskEventTypes_v2',
	'initiatedBy',
	'initiatedBy.user',
	'initiatedBy.app',
	'targetResources',
	'additionalDetails',
];

/** Names that the SDK's classes do not merely begin with a capital. */
const NAMES: ReadonlyMap<string, string> = new Map([
	['IPAddress', 'ipAddress'],
	['RiskEventTypesV2', 'riskEventTypes_v2'],
]);

const fromTable = tableRow(CONTAINERS);

/**
 * Graph's objects as people keep them in tables (dotted names, or nested members as text) and as the PowerShell SDK names their members.
 * @param signIn makes a native record of a sign-in
 */
export function tableFormats(signIn: (record: JsonObject) => JsonObject): readonly Format[] {
	const fromSignIn = (record: JsonObject): readonly JsonObject[] => [signIn(withStatus(fromTable(record)))];
	return [
		{
			id: 'sign-in-dotted',
			title: 'Table made from Graph signIn objects, with dotted column names (pandas, Miller, Power Query)',
			has: ['createdDateTime', 'appId', 'ipAddress', '"status.errorCode"'],
			reshape: fromSignIn,
		},
		{
			id: 'sign-in-text',
			title: 'Graph signIn objects whose nested members are text (tables of databases, Python, PowerShell)',
			has: ['id', 'createdDateTime', 'status', 'appId', 'ipAddress'],
			test: (record) => typeof record['status'] === 'string',
			reshape: fromSignIn,
			note: 'Where the status was not kept, nobody can tell a sign-in from one that failed: such records are read and not judged.',
		},
		{
			id: 'sign-in-sdk',
			title: 'Graph signIn objects of PowerShell (Get-MgAuditLogSignIn, Get-AzureADAuditSignInLogs): JSON or CSV',
			has: ['CreatedDateTime', 'AppId', 'AppDisplayName', 'CorrelationId', 'Status'],
			// Tables of Log Analytics name the same facts so, and have a ResultType.
			test: (record) =>
				!Object.hasOwn(record, 'ResultType') && (Object.hasOwn(record, 'IPAddress') || Object.hasOwn(record, 'IpAddress')),
			reshape: (record) => fromSignIn(fromSdk(record)),
			note: 'Export-Csv keeps no status: nobody can tell a sign-in from one that failed then, and such records are read and not judged. ConvertTo-Json -Depth 10 keeps it.',
		},
		{
			id: 'directory-audit-dotted',
			title: 'Table made from Graph directoryAudit objects, with dotted column names',
			has: ['activityDateTime', 'activityDisplayName', '"initiatedBy.user.userPrincipalName"'],
			reshape: (record) => [fromTable(record)],
		},
		{
			id: 'directory-audit-text',
			title: 'Graph directoryAudit objects whose nested members are text (tables of databases, Python, PowerShell)',
			has: ['id', 'activityDateTime', 'activityDisplayName', 'initiatedBy', 'targetResources'],
			test: (record) => typeof record['initiatedBy'] === 'string' || typeof record['targetResources'] === 'string',
			reshape: (record) => [fromTable(record)],
		},
		{
			id: 'directory-audit-sdk',
			title:
				'Graph directoryAudit objects of PowerShell (Get-MgAuditLogDirectoryAudit, Get-AzureADAuditDirectoryLogs): JSON or CSV',
			has: ['ActivityDateTime', 'ActivityDisplayName', 'InitiatedBy', 'TargetResources'],
			test: (record) => !Object.hasOwn(record, 'OperationName'),
			reshape: (record) => [fromTable(fromSdk(record))],
			note: 'Export-Csv keeps neither who acted nor upon what. ConvertTo-Json -Depth 10 keeps both.',
		},
	];
}

/** A sign-in without an error code is no success where an export lost it. */
function withStatus(native: JsonObject): JsonObject {
	const code = asText(member(native['status'], 'errorCode'));
	return code === undefined ? { ...native, status: { state: 'unknown' } } : native;
}

function fromSdk(record: JsonObject): JsonObject {
	const made = renamed(record, 0);
	return isObject(made) ? made : record;
}

/** With Graph's own names. What the SDK's classes do not know stands in `AdditionalProperties` under those. */
function renamed(value: Json, depth: number): Json {
	if (depth > MAX_DEPTH) return value;
	if (Array.isArray(value)) return value.map((element) => renamed(element, depth + 1));
	if (!isObject(value)) return value;
	const made: ObjectDraft = emptyObject();
	for (const [name, held] of Object.entries(value)) {
		if (name === 'AdditionalProperties' || name === '__proto__' || held === undefined) continue;
		const cell = depth === 0 && typeof held === 'string' ? (readCell(held) ?? null) : held;
		made[NAMES.get(name) ?? name.charAt(0).toLowerCase() + name.slice(1)] = renamed(cell, depth + 1);
	}
	const more = value['AdditionalProperties'];
	if (isObject(more)) for (const [name, held] of Object.entries(more)) if (name !== '__proto__') made[name] ??= held;
	return made as Json;
}
