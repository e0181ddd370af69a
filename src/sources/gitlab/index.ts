import type { Source } from '../../model/source.ts';
import { quotedName } from '../quoted-name.ts';
import { activities } from './activities.ts';
import { blindSpots } from './blind-spots.ts';
import { finish } from './details.ts';
import { fields } from './fields.ts';
import { formats } from './formats.ts';
import { roleTier, scopeTier } from './scopes.ts';

/** GitLab's audit events: API, streaming, log file and CSV, of GitLab.com and self-managed servers. */
export const gitlab: Source = {
	id: 'gitlab',
	title: 'GitLab',
	references: [
		'https://docs.gitlab.com/user/compliance/audit_event_schema/ (shape)',
		'https://docs.gitlab.com/user/compliance/audit_event_types/ (event types)',
		'https://docs.gitlab.com/api/audit_events/ (API)',
	],
	formats,
	fields,
	activities,
	finish,
	// Numbers count up within one server; a short one may come from another server in the same evidence.
	weakId: (id) => /^\d{1,6}$/.test(id) || /^[0-]+$/.test(id),
	scopeTier: (scope) => scopeTier(scope),
	roleTier,
	blindSpots,
	consoleFilter: (actor, start, end) =>
		`Audit events: Member ${quotedName(actor)}, From ${start.slice(0, 10)}, To ${end.slice(0, 10)}`,
};
