import type { Source } from '../../model/source.ts';
import { activities } from './activities.ts';
import { blindSpots } from './blind-spots.ts';
import { finish } from './details.ts';
import { fields } from './fields.ts';
import { formats } from './formats.ts';
import { roleTier, scopeTier } from './roles.ts';

/** Zoom: operation report, sign-in report, webhooks, and the lists of the app marketplace. */
export const zoom: Source = {
	id: 'zoom',
	title: 'Zoom',
	references: [
		'https://developers.zoom.us/docs/api/ (Reports: operation logs, sign-in and sign-out activity; Marketplace: apps)',
		'https://developers.zoom.us/docs/api/webhooks/ (names and bodies of the events)',
		'https://developers.zoom.us/docs/integrations/oauth-scopes/ (scopes)',
	],
	formats,
	fields,
	activities,
	finish,
	// The reports have no ids at all, and a trace id may stand for several calls.
	weakId: () => true,
	scopeTier,
	roleTier,
	blindSpots,
	further: [{ activity: 'admin.change', when: 'a role is changed back to that of a plain member' }],
};
