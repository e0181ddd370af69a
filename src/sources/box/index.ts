import type { Source } from '../../model/source.ts';
import { quotedName } from '../quoted-name.ts';
import { activities } from './activities.ts';
import { blindSpots } from './blind-spots.ts';
import { finish } from './details.ts';
import { fields } from './fields.ts';
import { formats } from './formats.ts';
import { roleTier, scopeTier } from './scopes.ts';

/** Box: enterprise events, user events, and the reports of the admin console. */
export const box: Source = {
	id: 'box',
	title: 'Box',
	references: [
		'https://developer.box.com/guides/events (feeds, retention, event types, Shield alerts)',
		'https://developer.box.com/reference/get-events (shape of an event)',
		'https://support.box.com/hc/en-us/articles/360043696534 (reports of the admin console)',
	],
	formats,
	fields,
	// Some collectors lower the case.
	operation: (text) => text.toUpperCase(),
	activities,
	finish,
	fleetingTokens: true,
	uniqueIds: true,
	weakId: (id) => id.length < 8 || /^[0-]+$/.test(id),
	scopeTier: (scope) => scopeTier(scope),
	roleTier,
	blindSpots,
	lookalikes: [
		{
			has: ['trigger', 'webhook', 'source'],
			what: 'the body of a Box webhook, which is no audit log',
			instead: 'export the enterprise events (API or `box events --enterprise --json`)',
		},
		{
			has: ['status', 'groups'],
			any: ['last login', 'storage used', 'storage allocated'],
			what: 'Box’s User Details report: the state of accounts, no events',
			instead: 'run the User Activity report, or export the enterprise events',
		},
	],
	consoleFilter: (actor, start, end) =>
		`Reports > User Activity: user ${quotedName(actor)}, from ${start.slice(0, 10)} to ${end.slice(0, 10)}`,
};
