import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { Activity } from '../../src/model/activity.ts';
import type { ActivityRule, Source } from '../../src/model/source.ts';
import { SOURCES } from '../../src/sources/index.ts';

/** What a vendor's pages say an operation does, and where we say otherwise, with the reason. */
interface Dictionary {
	/** Behaviour → the vendor's operations. */
	readonly behaviours: Readonly<Record<string, readonly string[]>>;
	/** Operation → behaviour → why it means something else here. */
	readonly exceptions: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

const MEANS: Readonly<Record<string, readonly Activity[]>> = {
	app_install: ['app.install'],
	scope_grant: ['app.grant'],
	credential_add: ['credential.add'],
	api_token_create: ['token.create'],
	admin_change: ['admin.change'],
	role_grant: ['role.grant'],
	mail_access: ['mail.read'],
	mail_search: ['mail.search'],
	mail_rule_or_forward: ['mail.rule'],
	file_read: ['file.read'],
	file_download: ['file.download'],
	file_export: ['file.export'],
	file_upload: ['file.upload'],
	file_create: ['file.create'],
	file_copy: ['file.copy'],
	file_share: ['file.share'],
	account_create: ['account.create'],
	account_deactivate: ['account.disable'],
	account_suspend: ['account.disable'],
	account_reactivate: ['account.enable'],
	account_delete: ['account.delete'],
	'lockout by other means': ['account.lockout'],
	login: ['login', 'login.failed'],
	login_failure: ['login.failed'],
	mfa_change: ['mfa.change'],
	session_anomaly: ['session.anomaly'],
	bulk_read_query: ['bulk.query'],
	repo_clone: ['repo.clone'],
	repo_fetch: ['repo.fetch'],
	repo_download: ['repo.download'],
	repo_push: ['repo.push'],
	repo_visibility: ['repo.visibility'],
	api_request: ['api.call'],
};

const FOLDER = new URL('./dictionary/', import.meta.url);
const DICTIONARIES = readdirSync(FOLDER).map((name) => ({
	id: name.replace('.json', ''),
	dictionary: JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as Dictionary,
}));

describe.each(DICTIONARIES)('the dictionary of $id', ({ id, dictionary }) => {
	const source = SOURCES.find((candidate) => candidate.id === id) as Source;
	const operations = Object.entries(dictionary.behaviours).flatMap(([behaviour, names]) =>
		names.map((name) => ({ behaviour, name })),
	);

	test.each(operations)('$name means $behaviour, or says why not', ({ behaviour, name }) => {
		const meanings = activitiesOf(source, name);
		expect(meanings.length).toBeGreaterThan(0);
		const agrees = meanings.some((activity) => MEANS[behaviour]?.includes(activity));
		const reason = dictionary.exceptions[name]?.[behaviour];
		// An exception that no longer is one must go.
		expect({ agrees, reason: reason !== undefined }).toEqual({ agrees, reason: !agrees });
	});
});

function activitiesOf(source: Source, operation: string): readonly Activity[] {
	if (!Object.hasOwn(source.activities(), operation)) return [];
	const entry = source.activities()[operation];
	if (entry === undefined) return [];
	const rules = typeof entry === 'string' ? [{ activity: entry }] : Array.isArray(entry) ? entry : [entry as ActivityRule];
	return rules.map(({ activity }) => activity);
}
