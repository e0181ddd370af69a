import type { BlindSpot } from '../../model/source.ts';

/** What the System Log cannot show. */
export const blindSpots: readonly BlindSpot[] = [
	{
		activities: [],
		kind: 'retention',
		text: 'The System Log API gives the last 90 days; older events are left out without a word.',
	},
	{
		activities: ['api.call', 'bulk.query'],
		kind: 'not-logged',
		text: 'Reading users, groups, apps or logs through the API leaves no event; only writes, tokens and rate limits show.',
	},
	{
		activities: ['bulk.query'],
		kind: 'sampling',
		text: 'system.ldapi.search is logged only for some searches: its absence proves nothing.',
	},
	{
		activities: ['account.disable', 'account.delete', 'account.create'],
		kind: 'not-logged',
		text: 'A bulk job of an identity source or an import is one event without the number of people; their own events may follow later, by the system principal.',
	},
	{
		activities: ['account.disable', 'account.delete', 'account.lockout', 'role.grant', 'admin.change'],
		kind: 'not-logged',
		text: 'What the system principal does for somebody counts as that user’s only where originalPrincipal names the user; a rootSessionId alone says in whose session it was, and is not followed.',
	},
	{
		activities: ['session.anomaly'],
		kind: 'licence',
		text: 'user.risk.*, policy.entity_risk.* and user.session.context.change need Identity Threat Protection; risk and behaviours need Adaptive MFA.',
	},
	{
		activities: ['file.export', 'file.download'],
		kind: 'not-logged',
		text: 'Exporting a report says neither how many rows it holds nor what they were; downloading the System Log itself has no event.',
	},
	{
		activities: ['login.failed'],
		kind: 'not-logged',
		text: 'A failed sign-in has no session id, and the name of an account that does not exist is left out here because it may be a password.',
	},
	{
		activities: ['login.failed', 'mfa.change'],
		kind: 'setting',
		text: 'The same act has other event types in the Classic Engine than in the Identity Engine: a refused push is user.mfa.okta_verify.deny_push in the one, a failed user.authentication.auth_via_mfa, which is every factor there, in the other.',
	},
	{
		activities: ['session.anomaly'],
		kind: 'not-logged',
		text: 'Thirteen event types are internal to Okta, such as security.password_spray.detected and user.internal.risk.change: they are in no log that a customer gets.',
	},
	{
		activities: ['app.grant'],
		kind: 'not-logged',
		text: 'Bulk revocations of tokens were missing from the log before 2025.',
	},
	{
		activities: ['mail.read', 'mail.search', 'mail.rule', 'file.read', 'file.upload', 'file.create', 'file.copy', 'file.share'],
		kind: 'not-logged',
		text: 'Okta holds no mail and no files.',
	},
	{
		activities: ['repo.clone', 'repo.download', 'repo.fetch', 'repo.push', 'repo.visibility'],
		kind: 'not-logged',
		text: 'Okta holds no repositories.',
	},
];
