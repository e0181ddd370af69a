import { isObject, type JsonObject } from '../../model/json.ts';
import type { Format } from '../../model/source.ts';
import { asText, member } from '../../read/fields.ts';
import { unflattened } from '../elastic.ts';
import { emptyObject, jsonCells, type ObjectDraft, renameColumns, setPath } from '../reshape.ts';

const ACTION = /^(?:pref\.)?[a-z][a-z0-9_]{2,99}$/;
const NESTED = ['actor', 'entity', 'context', 'details'] as const;

const hasAction = (record: JsonObject): boolean => ACTION.test(asText(record['action']) ?? '');

const ENTITIES =
	'app user usergroup workspace enterprise file channel message huddle role workflow barrier list canvas function'.split(' ');

const fromUnderscores = renameColumns(
	() => ({
		action: 'action',
		id: 'id',
		date_create: 'date_create',
		timegenerated: 'date_create',
		actor_type: 'actor.type',
		actor_user_id: 'actor.user.id',
		actor_user_name: 'actor.user.name',
		actor_user_email: 'actor.user.email',
		actor_user_team: 'actor.user.team',
		context_ip_address: 'context.ip_address',
		context_ua: 'context.ua',
		context_session_id: 'context.session_id',
		context_location_type: 'context.location.type',
		context_location_id: 'context.location.id',
		context_location_name: 'context.location.name',
		context_location_domain: 'context.location.domain',
		context_app_id: 'context.app.id',
		context_app_name: 'context.app.name',
		entity_type: 'entity.type',
		...Object.fromEntries(
			ENTITIES.flatMap((entity) =>
				['id', 'name', 'email', 'title', 'is_distributed', 'is_directory_approved', 'scopes', 'scopes_bot', 'bot_scopes'].map(
					(name) => [`entity_${entity}_${name}`, `entity.${entity}.${name}`],
				),
			),
		),
		...Object.fromEntries(
			[
				'scopes',
				'bot_scopes',
				'new_scopes',
				'previous_scopes',
				'old_scopes',
				'reason',
				'role',
				'new_value',
				'previous_value',
			].map((name) => [`details_${name}`, `details.${name}`]),
		),
		entity: 'entity',
		details: 'details',
	}),
	{
		stripTypeSuffix: true,
		stripUtcSuffix: true,
		json: [
			'entity',
			'details',
			'entity.app.scopes',
			'entity.app.scopes_bot',
			'entity.app.bot_scopes',
			'details.scopes',
			'details.bot_scopes',
			'details.new_scopes',
			'details.previous_scopes',
			'details.old_scopes',
			'details.reason',
		],
	},
);

function fromDotted(record: JsonObject): readonly JsonObject[] {
	const native: ObjectDraft = emptyObject();
	for (const [column, cell] of Object.entries(record)) {
		if (cell !== undefined && cell !== null && cell !== '') setPath(native, column.replace(/^\ufeff/, '').trim(), cell);
	}
	return [native];
}

const elasticNames = renameColumns(
	{
		'slack.audit.date_create': 'date_create',
		'@timestamp': 'date_create',
		'event.action': 'action',
		'event.id': 'id',
		'slack.audit.actor.type': 'actor.type',
		'slack.audit.actor.user.id': 'actor.user.id',
		'slack.audit.actor.user.email': 'actor.user.email',
		'slack.audit.actor.user.name': 'actor.user.name',
		'user.email': 'actor.user.email',
		'user.id': 'actor.user.id',
		'user.full_name': 'actor.user.name',
		'user.name': 'actor.user.name',
		'source.ip': 'context.ip_address',
		'source.address': 'context.ip_address',
		'user_agent.original': 'context.ua',
	},
	{ nested: true },
);

/** Elastic keeps entity, context and details below `slack.audit` and moves actor, address and agent to its own names. */
function fromElastic(record: JsonObject): readonly JsonObject[] {
	const audit = member(record['slack'], 'audit');
	return elasticNames(record).map((row) => {
		const native: ObjectDraft = emptyObject();
		if (isObject(audit)) for (const name of ['entity', 'details']) if (isObject(audit[name])) native[name] = audit[name];
		const context = member(audit, 'context');
		const own = row['context'];
		native['context'] = { ...(isObject(context) ? context : {}), ...(isObject(own) ? own : {}) };
		// Some versions lift the place of the context one level up.
		if (isObject(context) && context['location'] === undefined && context['domain'] !== undefined) {
			native['context'] = {
				...(native['context'] as JsonObject),
				location: { name: context['name'] ?? null, domain: context['domain'] },
			};
		}
		for (const [name, value] of Object.entries(row)) if (name !== 'context') native[name] = value;
		return native;
	});
}

function fromAccessLog(record: JsonObject): readonly JsonObject[] {
	return [
		{
			action: 'user_login',
			date_create: record['date_last'],
			count: record['count'],
			actor: { type: 'user', user: { id: record['user_id'] ?? null, name: record['username'] ?? null } },
			context: { ip_address: record['ip'] ?? null, ua: record['user_agent'] ?? null, country: record['country'] ?? null },
		},
	];
}

function fromIntegrationLog(record: JsonObject): readonly JsonObject[] {
	const scopes = record['scope'];
	const app = {
		id: record['app_id'] ?? record['service_id'] ?? null,
		name: record['service_type'] ?? record['app_type'] ?? null,
	};
	return [
		{
			action: `integration_${asText(record['change_type']) ?? 'changed'}`,
			date_create: record['date'],
			actor: { type: 'user', user: { id: record['user_id'] ?? null, name: record['user_name'] ?? null } },
			entity: { type: 'app', app },
			...(scopes !== undefined && { details: { scopes } }),
		},
	];
}

/** Export shapes of Slack's logs. Facts: docs.slack.dev, Audit Logs API, `team.accessLogs`, `team.integrationLogs`. */
export const formats: readonly Format[] = [
	{
		id: 'entry',
		title: 'Audit Logs API entry: page, array or one a line',
		has: ['action', 'date_create', 'actor', 'entity'],
		test: (record) => hasAction(record) && isObject(record['actor']),
	},
	{
		id: 'entry-trimmed',
		title: 'Audit Logs API entry without its entity',
		has: ['action', 'date_create', 'actor'],
		test: (record) => hasAction(record) && isObject(record['actor']) && !Object.hasOwn(record, 'entity'),
	},
	{
		id: 'entry-text',
		title: 'Entries whose nested members are JSON as text',
		has: ['action', 'date_create', 'actor'],
		test: (record) => hasAction(record) && NESTED.some((name) => typeof record[name] === 'string'),
		reshape: (record) => [jsonCells(record, NESTED)],
	},
	{
		id: 'dotted',
		title: 'CSV made from entries, with dotted column names',
		has: ['action', 'date_create', '"actor.type"'],
		test: hasAction,
		reshape: fromDotted,
	},
	{
		id: 'sentinel',
		title: 'Microsoft Sentinel table SlackAudit_CL',
		has: ['action_s', 'date_create_d'],
		test: (record) => ACTION.test(asText(record['action_s']) ?? ''),
		reshape: fromUnderscores,
		note: 'The session number is stored as floating point and may have lost digits.',
	},
	{
		id: 'underscored',
		title: 'Tables with `actor_user_email` and the like',
		has: ['action', 'date_create'],
		// One of them is enough: a console's table may have the address alone.
		test: (record) => hasAction(record) && (Object.hasOwn(record, 'actor_user_id') || Object.hasOwn(record, 'actor_user_email')),
		reshape: fromUnderscores,
	},
	{
		id: 'elastic',
		title: 'Elastic integration `slack.audit`, without the original line',
		has: ['@timestamp', 'event', 'slack'],
		test: (record) => ACTION.test(asText(member(record['event'], 'action')) ?? ''),
		reshape: fromElastic,
	},
	{
		id: 'elastic-flat',
		title: 'Elastic integration `slack.audit`, dotted column names (CSV of Kibana)',
		has: ['@timestamp', '"event.action"'],
		test: (record) =>
			ACTION.test(asText(record['event.action']) ?? '') && Object.keys(record).some((name) => name.startsWith('slack.audit.')),
		reshape: (record) => fromElastic(unflattened(record)),
	},
	{
		id: 'access-log',
		title: 'Access log of plans below Enterprise Grid (`team.accessLogs`)',
		has: ['user_id', 'username', 'date_first', 'date_last', 'user_agent'],
		reshape: fromAccessLog,
		lacks: ['id', 'actorEmail', 'session', 'appId', 'appName', 'targetId', 'targetName', 'scopes'],
		note: 'A row joins the sign-ins of one person from one address and program: its time is that of the last one.',
	},
	{
		id: 'integration-log',
		title: 'Integration log of plans below Enterprise Grid (`team.integrationLogs`)',
		has: ['user_id', 'user_name', 'date', 'change_type'],
		test: (record) => ['service_id', 'app_id'].some((name) => Object.hasOwn(record, name)),
		reshape: fromIntegrationLog,
		lacks: ['id', 'actorEmail', 'session', 'ip', 'userAgent'],
	},
];
