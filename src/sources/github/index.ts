import type { Activity } from '../../model/activity.ts';
import type { Source } from '../../model/source.ts';
import { quotedName } from '../quoted-name.ts';
import { activities } from './activities.ts';
import { blindSpots } from './blind-spots.ts';
import { finish } from './details.ts';
import { fields } from './fields.ts';
import { formats } from './formats.ts';
import { roleTier, scopeTier } from './scopes.ts';

/** Names that the search box takes without quotes. */
const PLAIN = /^[\w.@-]+$/;

/** What only git events tell, which the search of the web console leaves out. */
const GIT_ONLY: readonly Activity[] = ['repo.clone', 'repo.fetch', 'repo.push'];

/** GitHub's audit log: organisation, enterprise and personal security log, and GitHub Enterprise Server. */
export const github: Source = {
	id: 'github',
	title: 'GitHub',
	references: [
		'https://docs.github.com/en/organizations/keeping-your-organization-secure/managing-security-settings-for-your-organization/audit-log-events-for-your-organization (actions)',
		'https://docs.github.com/en/enterprise-cloud@latest/admin/monitoring-activity-in-your-enterprise/reviewing-audit-logs-for-your-enterprise (exports, streaming, retention, IP disclosure)',
		'https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps (scopes)',
	],
	formats,
	fields,
	activities,
	finish,
	uniqueIds: true,
	isBlank: (text, fact) => fact === 'token' && Number(text) === 0,
	// Real ids have 22 to 24 characters; shorter ones are test data or cut off, and repeat.
	weakId: (id) => id.length < 20 || /^(.)\1*$/.test(id),
	scopeTier: (scope) => scopeTier(scope),
	roleTier,
	blindSpots,
	lookalikes: [
		{
			// https://docs.github.com/en/rest/activity/events
			has: ['type', 'actor', 'repo', 'payload', 'public', 'created_at'],
			what: 'GitHub’s events API, which shows what an account did in public, or an organisation’s feed: no audit log',
			instead: 'export the audit log (web console, API with include=all, or streaming)',
		},
		{
			has: ['action', 'repository', 'sender'],
			what: 'the body of a GitHub webhook, which is no audit log',
			instead: 'export the audit log (web console, API with include=all, or streaming)',
		},
		{
			has: ['ref', 'before', 'after', 'pusher', 'repository'],
			what: 'the body of a GitHub webhook, which is no audit log',
			instead: 'export the audit log (web console, API with include=all, or streaming)',
		},
	],
	consoleFilter(actor, start, end, wanted) {
		const phrase = `actor:${PLAIN.test(actor) ? actor : quotedName(actor)} created:${start.slice(0, 10)}..${end.slice(0, 10)}`;
		return GIT_ONLY.some((activity) => wanted?.has(activity))
			? `${phrase} (the web console shows no git events: ask the audit log API with this phrase and include=all)`
			: phrase;
	},
};
