import type { Source } from '../../model/source.ts';
import { isPlaceholder } from '../placeholder.ts';
import { activities } from './activities.ts';
import { blindSpots } from './blind-spots.ts';
import { finish, isBlank } from './details.ts';
import { fields } from './fields.ts';
import { formats } from './formats.ts';
import { roleTier, scopeTier } from './scopes.ts';

/** Okta's System Log. */
export const okta: Source = {
	id: 'okta',
	title: 'Okta',
	references: [
		'https://developer.okta.com/docs/api/openapi/okta-management/management/tag/SystemLog/ (members of a LogEvent, values of outcome.result)',
		'https://developer.okta.com/docs/reference/api/event-types/ (every event type)',
		'https://developer.okta.com/docs/concepts/event-hooks/ (body of an event hook)',
		'https://developer.okta.com/docs/concepts/role-assignment/ (administrator roles)',
	],
	formats,
	fields,
	activities,
	// CHALLENGE, SKIPPED, DEFERRED, SCHEDULED and UNKNOWN say neither.
	outcomes: { success: ['success', 'allow'], failure: ['failure', 'deny', 'unanswered', 'abandoned', 'rate_limit'] },
	finish,
	isBlank,
	uniqueIds: true,
	weakId: isPlaceholder,
	scopeTier,
	roleTier,
	blindSpots,
	consoleFilter: (actor, start, end) =>
		`actor.alternateId eq "${actor.replace(/\p{Cc}/gu, ' ').replace(/["\\]/g, '\\$&')}" and published ge "${start}" and published lt "${end}"`,
};
