import { isObject, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asText, compilePath } from '../../read/fields.ts';
import { unflattened } from '../elastic.ts';
import { emptyObject, renameColumns, setPath } from '../reshape.ts';
import { toNative } from './native.ts';

const isDetails = (record: JsonObject): boolean => {
	const { details } = record;
	return (
		(typeof details === 'object' && details !== null) || (typeof details === 'string' && details.trimStart().startsWith('{'))
	);
};

const columns = renameColumns({
	ID: 'id',
	'Author ID': 'author_id',
	'Author Name': 'author_name',
	'Author Email': 'author_email',
	'Entity ID': 'entity_id',
	'Entity Type': 'entity_type',
	'Entity Path': 'entity_path',
	'Target ID': 'target_id',
	'Target Type': 'target_type',
	'Target Details': 'target_details',
	Action: 'action',
	'IP Address': 'ip_address',
	'Created At (UTC)': 'created_at',
});

const SENTENCES: readonly (readonly [pattern: RegExp, read: (match: RegExpExecArray) => JsonObject])[] = [
	[/^Added (?:new )?user access as ([A-Za-z ]{1,40})/i, ([, as = '']) => ({ add: 'user_access', as })],
	[/^Removed user access/i, () => ({ remove: 'user_access' })],
	[
		/^Changed access level from ([\w ]{1,40}) to ([\w ]{1,40})/i,
		([, from = '', to = '']) => ({ change: 'access_level', from, to }),
	],
	[
		/^Changed visibility(?: level)? from (\w{1,20}) to (\w{1,20})/i,
		([, from = '', to = '']) => ({ change: 'visibility', from, to }),
	],
	[/^Failed to log\s?in with (.{1,60})/i, ([, how = '']) => ({ failed_login: how })],
	[/^Signed in with (.{1,60})/i, ([, how = '']) => ({ with: how })],
	[/^Added SSH key/i, () => ({ add: 'ssh_key' })],
	[/^Added user/i, () => ({ add: 'user' })],
	[/^Removed user\b/i, () => ({ remove: 'user' })],
	[/^Removed (project|group)$/i, ([, what = '']) => ({ remove: what })],
];

/** The console puts what happened into a sentence. */
function fromCsv(record: JsonObject): readonly JsonObject[] {
	return columns(record).map((row) => {
		const { action, ...rest } = row;
		const sentence = (asText(action) ?? '').trim().slice(0, 300);
		for (const [pattern, read] of SENTENCES) {
			const match = pattern.exec(sentence);
			if (match !== null) return toNative({ ...rest, details: { ...read(match), custom_message: sentence } });
		}
		return toNative({ ...rest, details: { custom_message: sentence } });
	});
}

function fromDotted(record: JsonObject): readonly JsonObject[] {
	const native = emptyObject();
	for (const [column, cell] of Object.entries(record)) {
		if (cell !== undefined && cell !== null && cell !== '') setPath(native, column.replace(/^\ufeff/, '').trim(), cell);
	}
	return [toNative(native)];
}

const readAudit = compilePath('gitlab.audit');
const readMoved = ['user.id', 'user.name', 'source.ip', '@timestamp'].map(compilePath);

/** Elastic keeps the line of the log file below `gitlab.audit`, but for who, where and when. https://github.com/elastic/integrations/tree/main/packages/gitlab */
function fromElastic(document: JsonObject): readonly JsonObject[] {
	const audit = readAudit(document);
	const [id, name, ip, time] = readMoved.map((read) => read(document));
	const row = {
		...(isObject(audit) ? audit : {}),
		...(id !== undefined && { author_id: id }),
		...(name !== undefined && { author_name: name }),
		...(ip !== undefined && { ip_address: ip }),
		time: time ?? null,
	};
	return [toNative(row)];
}

/** Export shapes of GitLab's audit events. Facts: docs.gitlab.com, "Audit events API", "Audit event schema", "Audit event reports". */
export const formats: readonly Format[] = [
	{
		id: 'stream',
		title: 'Streamed audit events (HTTP, S3, Google Cloud), also as a table with dotted column names',
		has: ['author_id', 'entity_id', 'entity_type', 'created_at', 'event_type'],
		reshape: (record) => (Object.hasOwn(record, 'details') ? [toNative(record)] : fromDotted(record)),
		note: 'Records may be delivered more than once; their `id` tells.',
	},
	{
		id: 'api',
		title: 'Audit events API of instance, group or project',
		has: ['author_id', 'entity_id', 'entity_type', 'created_at', 'details'],
		test: (record) => isDetails(record) && !Object.hasOwn(record, 'event_type'),
		reshape: (record) => [toNative(record)],
		note: 'Git operations and reads of files are only streamed: they are not in the API.',
	},
	{
		id: 'log-file',
		title: '`audit_json.log` of a self-managed server',
		has: ['severity', 'time', 'author_id', 'entity_id', 'entity_type'],
		reshape: (record) => [toNative(record)],
		lacks: ['id'],
	},
	{
		id: 'csv',
		title: 'CSV export of the audit events page',
		has: ['Author ID', 'Entity Type', 'Action', 'Created At (UTC)'],
		unverified: 'names of columns',
		reshape: fromCsv,
		note: 'Holds at most 100,000 rows; what happened is a sentence, of which only common ones are understood.',
	},
	{
		id: 'dotted',
		title: 'CSV made from API records, with dotted column names',
		has: ['author_id', 'entity_type', 'created_at', '"details.target_type"'],
		reshape: fromDotted,
	},
	{
		id: 'elastic',
		title: 'Elastic integration `gitlab.audit`, without the original line',
		has: ['@timestamp', 'event', 'gitlab.audit'],
		reshape: fromElastic,
		lacks: ['id'],
	},
	{
		id: 'elastic-flat',
		title: 'Elastic integration `gitlab.audit`, dotted column names (CSV of Kibana)',
		has: ['@timestamp', '"gitlab.audit.entity_type"'],
		reshape: (record) => fromElastic(unflattened(record)),
		lacks: ['id'],
	},
];
