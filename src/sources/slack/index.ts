import type { Source } from '../../model/source.ts';
import { quotedName } from '../quoted-name.ts';
import { activities } from './activities.ts';
import { blindSpots } from './blind-spots.ts';
import { finish } from './details.ts';
import { fields } from './fields.ts';
import { formats } from './formats.ts';
import { roleTier, scopeTier } from './scopes.ts';

/** Slack: the audit logs of Enterprise Grid, and the access and integration logs of smaller plans. */
export const slack: Source = {
	id: 'slack',
	title: 'Slack',
	references: [
		'https://docs.slack.dev/admins/audit-logs-api (shape and actions)',
		'https://docs.slack.dev/reference/methods/team.accessLogs and https://docs.slack.dev/reference/methods/team.integrationLogs',
		'https://docs.slack.dev/reference/scopes (scopes)',
	],
	formats,
	fields,
	activities,
	finish,
	weakId: (id) => id.length < 8 || /^[0-]+$/.test(id),
	scopeTier: (scope) => scopeTier(scope),
	roleTier,
	blindSpots,
	lookalikes: [
		{
			has: ['date', 'action', 'actor'],
			any: ['entity', 'workspace', 'channel', 'ip address', 'actor email', 'context', 'event'],
			what: 'Slack’s own CSV export of audit logs, whose columns Slack does not document',
			instead:
				'choose Export JSON in the same menu (Organisation settings, Security, Audit logs), or fetch the Audit Logs API; or say with --columns which columns are action, date_create and actor_user_email',
		},
	],
	consoleFilter: (actor, start, end) =>
		`Audit logs: Actor ${quotedName(actor)}, Date range ${start.slice(0, 10)} – ${end.slice(0, 10)}`,
};
