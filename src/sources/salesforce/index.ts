import type { Source } from '../../model/source.ts';
import { isPlaceholder } from '../placeholder.ts';
import { activities } from './activities.ts';
import { blindSpots } from './blind-spots.ts';
import { finish, SECTION_MEANINGS } from './details.ts';
import { fields } from './fields.ts';
import { formats } from './formats.ts';
import { writtenUserId } from './ids.ts';
import { roleTier, scopeTier } from './tiers.ts';
import { parseConsoleTime } from './times.ts';

/** Salesforce: setup audit trail, event log files, real-time events and sign-in history. */
export const salesforce: Source = {
	id: 'salesforce',
	title: 'Salesforce',
	references: [
		'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_eventlogfile_supportedeventtypes.htm (event types and their columns)',
		'https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/sforce_api_objects_loginevent.htm (real-time events)',
		'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_setupaudittrail.htm (setup audit trail)',
		'https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_loginhistory.htm (sign-in history)',
	],
	formats,
	fields,
	activities,
	// Request states: S success, F failure, A error of authorisation; a redirect, a missing page or an undefined state says neither.
	outcomes: { success: ['success', 'login_no_error', 's', '1', 'true'], failure: ['f', 'a', '0', 'false'] },
	finish,
	weakId: isPlaceholder,
	parseTime: parseConsoleTime,
	scopeTier,
	roleTier,
	blindSpots,
	further: SECTION_MEANINGS,
	consoleFilter(actor, start, end) {
		// Most event log files name people by their ids alone, and the query tells capitals from small letters.
		const id = writtenUserId(actor);
		const who =
			id === undefined
				? `CreatedBy.Username = '${actor.replace(/\p{Cc}/gu, ' ').replace(/['\\]/g, '\\$&')}'`
				: `CreatedById = '${id}'`;
		return `SELECT CreatedDate, Action, Section, Display FROM SetupAuditTrail WHERE ${who} AND CreatedDate >= ${start} AND CreatedDate < ${end}`;
	},
};
