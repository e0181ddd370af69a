import type { Rehearsal, RehearsalPlan, RehearsedEvent } from '../../src/analytic.ts';

const HOUR = 3_600_000;

/** Rights that reach far, in each vendor's words; where a platform is not named, the log would name none. */
const SCOPES: Readonly<Record<string, readonly string[]>> = {
	m365: ['Mail.ReadWrite', 'Files.Read.All', 'offline_access'],
	entra: ['Mail.ReadWrite', 'Files.Read.All', 'offline_access'],
	google_workspace: ['https://mail.google.com/', 'https://www.googleapis.com/auth/drive'],
	okta: ['okta.users.manage', 'okta.apps.manage'],
	slack: ['channels:history', 'files:read'],
	salesforce: ['full', 'refresh_token'],
};

/** An application is granted far-reaching rights; an hour later it downloads files, one a minute. */
export const rehearsal: Rehearsal = {
	text: 'an application granted far-reaching rights, which an hour later downloads files, one a minute',
	unit: 'records after the grant',
	activities: ['app.grant', 'app.install'],
	targets: 'files',
	events,
};

function events({ actor, platform, start, size, place, app, targets, operation }: RehearsalPlan): readonly RehearsedEvent[] {
	const scopes = SCOPES[platform];
	const grant: RehearsedEvent = {
		time: start,
		platform,
		activity: 'app.grant',
		operation: operation('app.grant'),
		actor: { type: 'user', id: actor },
		app,
		target: { type: 'app', ...app },
		...(scopes !== undefined && { scopes }),
		...place,
		ok: true,
	};
	const after = targets.slice(0, size).map(
		(id, index): RehearsedEvent => ({
			time: start + HOUR + index * 60_000,
			platform,
			activity: 'file.download',
			operation: operation('file.download'),
			actor: { type: 'user', id: actor },
			app,
			target: { type: 'file', id },
			...place,
			ok: true,
		}),
	);
	return [grant, ...after];
}
