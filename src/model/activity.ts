/**
 * What an operation means, whatever the vendor calls it: `noun.verb`.
 * `account.lockout` takes a person's access away without touching the account itself (sessions ended, password or MFA reset by
 * somebody else, licence removed). `other` is every operation that means none of these: read, counted and named, never judged.
 */
export const ACTIVITIES = [
	'login',
	'login.failed',
	'session.anomaly',
	'app.install',
	'app.grant',
	'credential.add',
	'token.create',
	'role.grant',
	'admin.change',
	'account.create',
	'account.disable',
	'account.enable',
	'account.delete',
	'account.lockout',
	'mfa.change',
	'mail.read',
	'mail.search',
	'mail.rule',
	'file.read',
	'file.download',
	'file.export',
	'file.upload',
	'file.create',
	'file.copy',
	'file.share',
	'repo.clone',
	'repo.download',
	'repo.fetch',
	'repo.push',
	'repo.visibility',
	'api.call',
	'bulk.query',
	'other',
] as const;

/** One of {@link ACTIVITIES}. */
export type Activity = (typeof ACTIVITIES)[number];

const KNOWN: ReadonlySet<string> = new Set(ACTIVITIES);

/** Whether a text names an activity. */
export function isActivity(text: string): text is Activity {
	return KNOWN.has(text);
}
