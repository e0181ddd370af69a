import { isObject, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asJson, asText, member } from '../../read/fields.ts';
import { emptyObject, type ObjectDraft, renameColumns, setPath } from '../reshape.ts';

const ACTION = /^[a-z][a-z0-9_]{0,79}(?:\.[a-z0-9_]{1,99}){1,4}$/;

/** Members one of which every GitHub record has, beside its action and time. */
const COMPANIONS = ['actor', 'actor_id', 'org', 'org_id', 'business', 'repo', 'repository', '_document_id', 'user', 'data'];

/** `category.operation`: other platforms call their operation `action` too, but write it otherwise. */
function isAction(value: unknown): boolean {
	return typeof value === 'string' && ACTION.test(value);
}

function isNative(record: JsonObject): boolean {
	return isAction(record['action']) && !isRow(record) && COMPANIONS.some((name) => Object.hasOwn(record, name));
}

/** A row of a CSV file: nothing but texts, nested names joined by dots. */
function isRow(record: JsonObject): boolean {
	if (typeof record['created_at'] === 'number' || typeof record['@timestamp'] === 'number') return false;
	let dotted = false;
	for (const [name, value] of Object.entries(record)) {
		if (typeof value !== 'string' && value !== null) return false;
		dotted ||= name.includes('.');
	}
	return dotted || typeof record['created_at'] === 'string' || typeof record['@timestamp'] === 'string';
}

/** Members of `data` come up beside the others; what stands there already stays. */
function lift(record: JsonObject): JsonObject {
	const { data } = record;
	if (!isObject(data)) return record;
	const lifted: ObjectDraft = emptyObject();
	for (const [name, value] of [...Object.entries(data), ...Object.entries(record)]) {
		if (name !== 'data' && name !== '__proto__') lifted[name] = value;
	}
	return lifted;
}

function fromRow(record: JsonObject): readonly JsonObject[] {
	const native: ObjectDraft = emptyObject();
	for (const [column, cell] of Object.entries(record)) {
		if (cell === undefined || cell === null || cell === '') continue;
		const name = column.replace(/^\ufeff/, '').trim();
		setPath(native, name.startsWith('config') ? `"${name}"` : name, asJson(cell) ?? null);
	}
	return [lift(native)];
}

const commonNames = renameColumns(
	{
		'@timestamp': '@timestamp',
		'event.action': 'action',
		'event.id': '_document_id',
		'source.ip': 'actor_ip',
		'client.ip': 'actor_ip',
		'user_agent.original': 'user_agent',
		'user.name': 'actor',
		'user.id': 'actor_id',
		'user.target.name': 'user',
		'group.name': 'org',
		'http.request.method': 'request_method',
		'http.response.status_code': 'status_code',
		'url.path': 'url_path',
	},
	{ nested: true },
);

/** Elastic's integration keeps GitHub's names below `github`, and moves a few to its own common names. */
function fromElastic(record: JsonObject): readonly JsonObject[] {
	const nested = member(record, 'github');
	const found = isObject(nested) ? Object.entries(nested) : [];
	for (const [name, value] of Object.entries(record)) if (name.startsWith('github.')) found.push([name.slice(7), value]);
	return commonNames(record).map((common) => {
		const native: ObjectDraft = emptyObject();
		Object.assign(native, common);
		for (const [name, value] of found) {
			if (value === undefined || value === null || value === '' || name === 'category') continue;
			setPath(native, name, value);
		}
		return lift(native);
	});
}

const SENTINEL = [
	'action actor actor_id actor_ip actor_is_bot actor_session business business_id created_at external_identity_nameid',
	'external_identity_username hashed_token integration name oauth_application oauth_application_name oauth_application_id',
	'old_permission operation_type org org_id permission previous_visibility programmatic_access_type public_repo query_phrase repo',
	'repo_id repositories_added repositories_added_names repository repository_id repository_public repository_selection',
	'rate_limit_remaining request_category request_id request_method route status_code url_path team title token_id token_scopes transport_protocol',
	'transport_protocol_name user user_id user_agent user_programmatic_access_id user_programmatic_access_name visibility',
	'organization_role_name role_name blocked_user invitee email read_only hook_id key fingerprint old_user application_client_id',
].flatMap((line) => line.split(' '));

const fromSentinel = renameColumns(
	{
		...Object.fromEntries(SENTINEL.map((name) => [name, name])),
		_timestamp: '@timestamp',
		_document_id: '_document_id',
		actor_location_country_code: 'actor_location.country_code',
	},
	{ stripTypeSuffix: true, stripUtcSuffix: true },
);

/** Export shapes of GitHub's audit log. Facts: docs.github.com, "Reviewing the audit log for your organization" and "Streaming the audit log". */
export const formats: readonly Format[] = [
	{
		id: 'api',
		title: 'Audit log API, streaming (S3, Blob Storage, Event Hubs, Splunk HEC …), current JSON export',
		has: ['action', '@timestamp'],
		test: (record) => isNative(record) && typeof record['@timestamp'] !== 'string',
		note: 'Streaming delivers at least once: records that come twice are dropped by their `_document_id`. The JSON export of the web console is cut off at 100 MB or after 10 minutes: compare its first and last time with the range asked for.',
	},
	{
		id: 'api-text',
		title: 'API records of which a collector made texts (what Wazuh keeps below `data.github`)',
		has: ['action', '@timestamp'],
		test: (record) => isNative(record) && typeof record['@timestamp'] === 'string',
		reshape: (record) => [lift(record)],
	},
	{
		id: 'git-export',
		title: 'Git events export of the web console',
		has: ['action', '@timestamp', 'repo'],
		test: (record) =>
			isNative(record) && asText(record['action'])?.startsWith('git.') === true && !Object.hasOwn(record, '_document_id'),
		lacks: ['id', 'ip', 'country', 'userAgent', 'token', 'tokenKind', 'scopes'],
		note: 'Holds only git over SSH and HTTPS of the last 7 days; what was done in the browser or through the API is not in it.',
	},
	{
		id: 'legacy-json',
		title: 'JSON export of 2020 and 2021: no `@timestamp`, further facts below `data`',
		has: ['action', 'created_at'],
		test: (record) => isNative(record) && !Object.hasOwn(record, '@timestamp') && !Object.hasOwn(record, 'at_sign_timestamp'),
		reshape: (record) => [lift(record)],
		lacks: ['id', 'ip', 'token', 'tokenKind', 'userAgent'],
	},
	{
		id: 'enterprise-server',
		title: 'GitHub Enterprise Server log forwarding (syslog `github_audit`)',
		has: ['action', 'created_at', 'data'],
		test: (record) =>
			isNative(record) && ['server_id', 'actor_session', 'dbconn'].some((name) => member(record['data'], name) !== undefined),
		reshape: (record) => [lift(record)],
		lacks: ['token', 'tokenKind'],
	},
	{
		id: 'api-data',
		title: 'API records with further facts below `data`',
		has: ['action', '@timestamp', 'data'],
		test: (record) => isNative(record) && typeof record['@timestamp'] !== 'string' && isObject(record['data']),
		reshape: (record) => [lift(record)],
	},
	{
		id: 'csv',
		title: 'CSV export of the web console',
		has: ['action', 'created_at'],
		test: (record) => isAction(record['action']) && isRow(record),
		reshape: fromRow,
		note: 'An export is cut off at 100 MB or after 10 minutes: compare its first and last time with the range asked for.',
	},
	{
		id: 'csv-timestamp',
		title: 'CSV made from API records, without `created_at`',
		has: ['action', '@timestamp'],
		test: (record) => isAction(record['action']) && isRow(record),
		reshape: fromRow,
	},
	{
		id: 'elastic',
		title: 'Elastic integration `github.audit`, without the original line',
		has: ['@timestamp', 'event', 'github'],
		test: (record) => isAction(member(record['event'], 'action')) || isAction(member(record['github'], 'action')),
		reshape: fromElastic,
	},
	{
		id: 'elastic-flat',
		title: 'Rows of Elastic or Kibana with dotted column names',
		has: ['@timestamp', '"event.action"'],
		test: (record) => isAction(record['event.action']) && Object.keys(record).some((name) => name.startsWith('github.')),
		reshape: fromElastic,
	},
	{
		id: 'sentinel',
		title: 'Microsoft Sentinel table GitHubAuditLogPolling_CL',
		has: ['action_s'],
		test: (record) =>
			isAction(record['action_s']) &&
			['_timestamp_d', 'created_at_d', '_document_id_s'].some((name) => Object.hasOwn(record, name)),
		reshape: fromSentinel,
		note: 'Large ids are stored as floating point and may have lost digits.',
	},
	{
		id: 'panther',
		title: 'Panther table GitHub.Audit',
		has: ['action', 'at_sign_timestamp'],
		test: (record) => isAction(record['action']),
		reshape: (record) => [lift({ ...record, '@timestamp': record['at_sign_timestamp'] })],
	},
	{
		id: 'wazuh',
		title: 'Wazuh alert with `data.github`',
		has: ['data.github.action'],
		test: (record) => isAction(member(member(record['data'], 'github'), 'action')),
		reshape: (record) => {
			const native = member(record['data'], 'github');
			return isObject(native) ? [lift(native)] : [];
		},
		note: 'Wazuh writes every value as text.',
	},
];
