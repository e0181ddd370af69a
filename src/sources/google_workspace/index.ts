import type { Source } from '../../model/source.ts';
import { parseTime } from '../../read/time.ts';
import { quotedName } from '../quoted-name.ts';
import { activities } from './activities.ts';
import { blindSpots } from './blind-spots.ts';
import { finish } from './details.ts';
import { fields } from './fields.ts';
import { formats } from './formats.ts';
import { roleTier, scopeTier } from './scopes.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const CONSOLE =
	/^([A-Za-z]{3})[a-z]{0,6} (\d{1,2}), (\d{4}),? (\d{1,2}):(\d{2}):(\d{2})\s?([AP]M)(?: (?:GMT|UTC)(?:([+-])(\d{1,2})(?::?(\d{2}))?)?)?$/;

/** `May 4, 2026, 9:12:33 AM GMT+2` of the admin console; `2026/05/04 09:12:33 UTC` of Elastic. */
function consoleTime(text: string): number | undefined {
	const slashed = /^(\d{4})\/(\d{2})\/(\d{2}) (.{8,20})$/.exec(text);
	if (slashed !== null) return parseTime(`${slashed[1]}-${slashed[2]}-${slashed[3]} ${slashed[4]}`);
	const match = CONSOLE.exec(text.replace(/[\u202f\u00a0]/g, ' '));
	if (match === null) return undefined;
	const [, word = '', day = '', year, hour, minute, second, half, sign, hours, minutes = '00'] = match;
	const month = MONTHS.indexOf(word.toLowerCase()) + 1;
	const time = parseTime(`${month}/${day}/${year} ${hour}:${minute}:${second} ${half}`);
	if (time === undefined || month === 0 || sign === undefined) return month === 0 ? undefined : time;
	const shift = (Number(hours) * 60 + Number(minutes)) * 60_000;
	return sign === '+' ? time - shift : time + shift;
}

/** Google Workspace: the Reports API's applications (Drive, token, admin, login, Gmail …) and the shapes in which they are exported. */
export const googleWorkspace: Source = {
	id: 'google_workspace',
	title: 'Google Workspace',
	references: [
		'https://developers.google.com/workspace/admin/reports/reference/rest/v1/activities/list (shape of an activity)',
		'https://developers.google.com/workspace/admin/reports/v1/appendix/activity/drive (events and parameters, and the pages beside it)',
		'https://support.google.com/a/answer/7061566 (retention and lag)',
	],
	formats,
	fields,
	activities,
	outcomes: { success: ['succeeded', 'succeeded_with_warnings'], failure: ['failed'] },
	finish,
	// Without its place in the activity an id names several events: they are told apart by their content.
	weakId: (id) => !/\/-?\d+\/\d+$/.test(id),
	parseTime: consoleTime,
	scopeTier: (scope) => scopeTier(scope),
	roleTier,
	blindSpots,
	further: [{ activity: 'admin.change', when: 'any event of the admin log whose type is one of settings' }],
	consoleFilter: (actor, start, end) =>
		`Audit and investigation: Actor is ${quotedName(actor)}, Date after ${start}, Date before ${end}`,
};
