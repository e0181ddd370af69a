import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { ANALYTICS } from '../../analytics/index.ts';
import type { JsonObject } from '../../src/model/json.ts';
import { huntCase, recordsOf, type Variant, writeRecords } from './cases.ts';

const folder = mkdtempSync(join(tmpdir(), 'saashound-contract-causes-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One cause taken out of a case, and the signal that must then be silent. */
interface Removal extends Omit<Variant, 'evidence'> {
	readonly signal: string;
	readonly without: string;
	readonly from: string;
	/** Records to leave out, by their text. */
	readonly drop?: RegExp;
	/** Of those that `drop` names, this many stay. */
	readonly keep?: number;
	/** Texts to put in place of others, in every record. */
	readonly replace?: readonly (readonly [text: string | RegExp, by: string])[];
}

const ADMIN = 'ana.alves@example.com';
/** Where the intruders come from, and where the people are. */
const HOME: Removal['replace'] = [
	['198.51.100.66', '192.0.2.20'],
	['198.51.100.81', '192.0.2.20'],
	['"RO"', '"DE"'],
];

/** Ids of apps in the fixtures of AN0132. */
const APP_ID = 'e58ac509-6b28-48af-b65c-805031c42dea';
const SWEEPER = '663ff12e-6e5c-47c0-8017-59aaf47ec929';
const BACKUP = '228423d9-7888-4e9d-a626-8ccf518513a3';

const REMOVALS: Readonly<Record<string, readonly Removal[]>> = {
	'AN0339/okta/attack-night-sweep': [
		{
			signal: 'removal-rate',
			without: 'all removals but one',
			from: ADMIN,
			drop: /"eventType":"user\.lifecycle\.deactivate".*"published":"2026-02-17/,
			keep: 1,
		},
		{
			signal: 'failed-sign-ins',
			without: 'failures and proxies',
			from: ADMIN,
			drop: /"result":"FAILURE"/,
			replace: [['"isProxy":true', '"isProxy":false']],
		},
		{
			signal: 'targets-in-use',
			without: 'the targets’ sign-ins of the last week',
			from: ADMIN,
			drop: /"alternateId":"(?!ana\.)[^"]+".*"eventType":"user\.session\.start".*"published":"2026-02-1[1-7]/,
		},
		{
			signal: 'odd-hour',
			without: 'the night',
			from: ADMIN,
			replace: [[/"published":"2026-02-17T02:/, '"published":"2026-02-17T14:']],
		},
		{
			signal: 'scripted-order',
			without: 'the alphabetical order',
			from: ADMIN,
			replace: [[/"published":"2026-02-17T02:12:(?=[0-3])/, '"published":"2026-02-17T02:18:']],
		},
	],
	'AN0339/github/attack-night-sweep': [{ signal: 'session-novelty', without: 'the foreign network', from: ADMIN, replace: HOME }],
	'AN0339/okta/attack-help-desk': [
		{ signal: 'credentials-reset', without: 'what the help desk did', from: ADMIN, drop: /\.reset_(?:password|all)"/ },
	],
	'AN0339/m365/attack-new-administrator': [
		{ signal: 'privileged-targets', without: 'people.csv', from: 'hal.hunt@example.com', context: false },
		{ signal: 'new-role', without: 'the role', from: 'hal.hunt@example.com', drop: /Add member to role/ },
	],
	'AN0339/salesforce/attack-login-as': [
		{
			signal: 'impersonation',
			without: 'the delegate',
			from: ADMIN,
			replace: [['"hal.hunt@example.com","Responsible', 'null,"Responsible']],
		},
	],
	'AN0339/okta/benign-unused-accounts': [
		{ signal: 'unused-targets', without: 'the sign-ins by which one knows who works', from: ADMIN, drop: /user\.session\.start/ },
	],
	'AN0339/entra/attack-quiet-night': [
		{
			signal: 'uncorroborated',
			without: 'the foreign network, so that nothing is to be taken back',
			from: ADMIN,
			replace: [...(HOME ?? []), ['"autonomousSystemNumber":64531', '"autonomousSystemNumber":64517']],
		},
	],
	'AN0339/okta/benign-mended-within-the-hour': [
		{ signal: 'reactivation', without: 'the repair', from: ADMIN, drop: /user\.lifecycle\.unsuspend/ },
	],
	'AN0339/entra/benign-named-in-option': [
		{ signal: 'expected-actor', without: 'the option', from: 'ivy.ito@example.com', set: [] },
	],
	'AN0339/okta/edge-cold-start': [
		{ signal: 'no-history', without: 'a threshold that is reached', from: ADMIN, set: ['bulkActionThreshold=10'] },
	],
	'AN0339/okta/benign-offboarding-with-ticket': [
		{ signal: 'context', without: 'the context folder', from: ADMIN, context: false },
	],
	'AN1514/m365/attack-night-upload': [
		{
			signal: 'upload-rate',
			without: 'all uploads of the night but one',
			from: 'eve.evans@example.com',
			drop: /"CreationTime":"2026-02-17T22.*"FileUploaded"/,
			keep: 1,
		},
		{ signal: 'failed-sign-ins', without: 'the failures', from: 'eve.evans@example.com', drop: /UserLoginFailed/ },
		{
			signal: 'session-novelty',
			without: 'the foreign network and the script',
			from: 'eve.evans@example.com',
			replace: [...(HOME ?? []), ['rclone/v1.66.0', 'Mozilla/5.0 (X11; Linux x86_64; rv:138.0) Gecko/20100101 Firefox/138.0']],
		},
		{
			signal: 'scripted-client',
			without: 'the script',
			from: 'eve.evans@example.com',
			replace: [['rclone/v1.66.0', 'Mozilla/5.0 (X11; Linux x86_64; rv:138.0) Gecko/20100101 Firefox/138.0']],
		},
		{
			signal: 'odd-hour',
			without: 'the late evening',
			from: 'eve.evans@example.com',
			replace: [[/"CreationTime":"2026-02-17T22:/, '"CreationTime":"2026-02-17T14:']],
		},
		{ signal: 'shared-outside', without: 'the open links', from: 'eve.evans@example.com', drop: /AnonymousLinkCreated/ },
	],
	'AN1514/m365/benign-first-synchronisation': [
		{ signal: 'sync-client', without: 'the option', from: 'eve.evans@example.com', set: ['syncClients=off'] },
	],
	'AN1514/google_workspace/attack-copies-outside': [
		{
			signal: 'destination',
			without: 'the way outside',
			from: 'fay.fox@example.com',
			replace: [['"copy_type","value":"external"', '"copy_type","value":"internal"']],
		},
	],
	'AN1514/m365/attack-into-a-strangers-drive': [
		{
			signal: 'uncorroborated',
			without: 'most of the files, so that nothing is to be taken back',
			from: 'fay.fox@example.com',
			drop: /"CreationTime":"2026-02-17T18.*"FileUploaded"/,
			keep: 12,
		},
		{
			signal: 'destination',
			without: 'the stranger',
			from: 'fay.fox@example.com',
			replace: [['/personal/kim_kerr_example_com/', '/personal/fay_fox_example_com/']],
		},
		{
			signal: 'new-destination',
			without: 'another site',
			from: 'fay.fox@example.com',
			replace: [
				[
					'https://example-my.sharepoint.com/personal/kim_kerr_example_com/Documents',
					'https://example.sharepoint.com/sites/design/Shared Documents/Work',
				],
				['https://example-my.sharepoint.com/personal/kim_kerr_example_com/', 'https://example.sharepoint.com/sites/design/'],
				['"SourceRelativeUrl":"Documents"', '"SourceRelativeUrl":"Shared Documents/Work"'],
			],
		},
	],
	'AN1514/box/attack-into-a-customers-folder': [
		{
			signal: 'destination',
			without: 'the other company',
			from: 'fay.fox@example.com',
			replace: [['tom.torres@example.net', 'tom.torres@example.com']],
		},
	],
	'AN1514/box/edge-cold-start': [
		{
			signal: 'no-history',
			without: 'a threshold that is reached',
			from: 'eve.evans@example.com',
			set: ['apiCallThreshold=200'],
		},
	],
	'AN1514/m365/benign-migration-with-ticket': [
		{ signal: 'context', without: 'the context folder', from: 'eve.evans@example.com', context: false },
	],
	'AN0732/github/attack-clone-everything': [
		{
			signal: 'repository-rate',
			without: 'all clones but one',
			from: 'fay.fox@example.com',
			drop: /"action":"git\.clone","actor":"fay-fox"/,
			keep: 1,
		},
		{ signal: 'session-novelty', without: 'the foreign network', from: 'fay.fox@example.com', replace: HOME },
		{ signal: 'role', without: 'the option', from: 'fay.fox@example.com', set: ['userContext=off'] },
		{ signal: 'new-credential', without: 'the token', from: 'fay.fox@example.com', drop: /personal_access_token/ },
		{ signal: 'restricted-repositories', without: 'the context folder', from: 'fay.fox@example.com', context: false },
	],
	'AN0732/github/attack-classic-token': [
		{
			signal: 'uncorroborated',
			without: 'all but the team’s own repositories, so that nothing is to be taken back',
			from: 'gus.grant@example.com',
			replace: [[/"repo(?:sitory)?":"example-org\/service-[0-9]{2}"/, '"repo":"example-org/service-02"']],
		},
		{
			signal: 'token-kind',
			without: 'the classic token',
			from: 'gus.grant@example.com',
			replace: [['Personal access token (classic)', 'Public Key (User/Deploy)']],
		},
		{
			signal: 'new-repositories',
			without: 'all but the team’s own repositories',
			from: 'gus.grant@example.com',
			replace: [[/"repo(?:sitory)?":"example-org\/service-[0-9]{2}"/, '"repo":"example-org/service-02"']],
		},
	],
	'AN0732/gitlab/attack-clone-everything': [
		{
			signal: 'odd-hour',
			without: 'the evening',
			from: 'fay.fox@example.com',
			replace: [[/"created_at":"2026-02-17T21:/, '"created_at":"2026-02-17T14:']],
		},
	],
	'AN0732/github/attack-guessed-password': [
		{
			signal: 'failed-sign-ins',
			without: 'failures and proxies',
			from: 'gus.grant@example.com',
			drop: /"result":"FAILURE"/,
			replace: [['"isProxy":true', '"isProxy":false']],
		},
	],
	'AN0732/github/attack-insider': [
		{ signal: 'account-kind', without: 'people.csv', from: 'hal.hunt@example.com', context: false, set: ['newAccountAge=1d'] },
	],
	'AN0732/github/edge-cold-start': [
		{ signal: 'no-history', without: 'a threshold that is reached', from: 'fay.fox@example.com', set: ['repoThreshold=25'] },
	],
	'AN0732/github/attack-made-public': [
		{ signal: 'made-public', without: 'the openings', from: 'ben.bauer@example.com', drop: /"action":"repo\.access"/ },
	],
	'AN0732/github/benign-security-review': [
		{ signal: 'context', without: 'the context folder', from: 'cid.cho@example.com', context: false },
	],
	'AN0132/m365/attack-device-code': [
		{
			signal: 'failed-sign-ins',
			without: 'the device code: a sign-in of another kind',
			from: 'fay.fox@example.com',
			replace: [['"Cmsi:Cmsi"', '"OAuth2:Token"']],
		},
	],
	'AN0132/m365/attack-unknown-app': [
		{
			signal: 'message-rate',
			without: 'all reading of the night',
			from: 'dee.diaz@example.com',
			drop: /MailItemsAccessed.*PDF|"CreationTime":"2026-02-17T22.*MailItemsAccessed/,
		},
		{ signal: 'failed-sign-ins', without: 'the failures', from: 'dee.diaz@example.com', drop: /UserLoginFailed/ },
		{
			signal: 'throttled',
			without: 'the throttling',
			from: 'dee.diaz@example.com',
			replace: [['"IsThrottled","Value":"True"', '"IsThrottled","Value":"False"']],
		},
		{ signal: 'mail-rule', without: 'the rule', from: 'dee.diaz@example.com', drop: /New-InboxRule/ },
		{
			signal: 'odd-hour',
			without: 'the night: the same in the morning',
			from: 'dee.diaz@example.com',
			replace: [[/"CreationTime":"2026-02-17T22:(?=.*MailItemsAccessed)/, '"CreationTime":"2026-02-17T08:']],
		},
		{
			signal: 'first-fetch',
			without: 'that it was the first: one message two days before',
			from: 'dee.diaz@example.com',
			replace: [[/"CreationTime":"2026-02-17T22:00:00(?=.*MailItemsAccessed)/, '"CreationTime":"2026-02-15T22:00:00']],
		},
		{
			signal: 'consent',
			without: 'an app that needs one: Microsoft’s own instead',
			from: 'dee.diaz@example.com',
			replace: [[APP_ID, '27922004-5251-4030-b22d-91ecd9a37ea4']],
		},
	],
	'AN0132/m365/benign-new-phone': [
		{
			signal: 'known-app',
			without: 'Microsoft’s own app: an unknown one instead',
			from: 'hal.hunt@example.com',
			replace: [['27922004-5251-4030-b22d-91ecd9a37ea4', '11112222-5251-4030-b22d-91ecd9a37ea4']],
		},
	],
	'AN0132/m365/attack-app-opens-every-mailbox': [
		{
			signal: 'many-mailboxes',
			without: 'all mailboxes but two',
			from: SWEEPER,
			drop: new RegExp(`${SWEEPER}.*"MailboxOwnerUPN":"(?!ana\\.|ben\\.)`),
		},
		{
			signal: 'app-rights',
			without: 'all mailboxes but two',
			from: SWEEPER,
			drop: new RegExp(`${SWEEPER}.*"MailboxOwnerUPN":"(?!ana\\.|ben\\.)`),
		},
		{
			signal: 'uncorroborated',
			without: 'all mailboxes but four, so that nothing is to be taken back',
			from: SWEEPER,
			drop: new RegExp(`${SWEEPER}.*"MailboxOwnerUPN":"(?!ana\\.|ben\\.|cid\\.|dee\\.)`),
		},
	],
	'AN0132/m365/attack-reads-colleagues': [
		{
			signal: 'other-mailboxes',
			without: 'other people’s mailboxes',
			from: 'eve.evans@example.com',
			drop: /eve\.evans@example\.com.*"LogonType":2/,
		},
		{
			signal: 'new-mailboxes',
			without: 'other people’s mailboxes',
			from: 'eve.evans@example.com',
			drop: /eve\.evans@example\.com.*"LogonType":2/,
		},
	],
	'AN0132/m365/benign-stands-in-for-the-team': [
		{
			signal: 'shared-mailboxes',
			without: 'the team that opens them every day',
			from: 'ivy.ito@example.com',
			drop: /(hal\.hunt|kit\.kane)@example\.com.*"LogonType":2/,
		},
	],
	'AN0132/m365/attack-mail-export': [
		{ signal: 'export-rate', without: 'the exports', from: ADMIN, drop: /New-MailboxExportRequest|SearchExport/ },
		{ signal: 'mail-export', without: 'the exports', from: ADMIN, drop: /New-MailboxExportRequest|SearchExport/ },
	],
	'AN0132/m365/benign-nightly-backup': [
		{
			signal: 'app-habit',
			without: 'the nights before',
			from: BACKUP,
			drop: new RegExp(`"CreationTime":"2026-02-(0|1[0-6]).*${BACKUP}`),
		},
	],
	'AN0132/m365/benign-mail-program-that-stays': [
		{
			signal: 'later-use',
			without: 'all later use',
			from: 'eve.evans@example.com',
			drop: /"CreationTime":"2026-02-(1[2-9]|2).*Client=REST/,
		},
	],
	'AN0132/m365/attack-one-address-over-imap': [
		{ signal: 'token-kind', without: 'IMAP', from: 'ana.alves@example.com', replace: [['POP3/IMAP4', 'OWA']] },
		{ signal: 'many-mailboxes', without: 'IMAP', from: '198.51.100.66', replace: [['POP3/IMAP4', 'OWA']] },
	],
	'AN0132/m365/attack-sensitive-searches': [
		{
			signal: 'search-burst',
			without: 'all searches of the evening but seven',
			from: 'fay.fox@example.com',
			drop: /"CreationTime":"2026-02-17T2.*SearchQueryInitiatedExchange/,
			keep: 7,
		},
		{
			signal: 'search-rate',
			without: 'the searches of the evening',
			from: 'fay.fox@example.com',
			drop: /"CreationTime":"2026-02-17T2.*SearchQueryInitiatedExchange/,
		},
		{
			signal: 'sensitive-search',
			without: 'the words',
			from: 'fay.fox@example.com',
			set: ['keywordPatterns=nothing of the kind'],
		},
		{ signal: 'session-novelty', without: 'the foreign network', from: 'fay.fox@example.com', replace: HOME },
	],
	'AN0132/m365/attack-reported-app': [
		{
			signal: 'reported-app',
			without: 'the known id',
			from: 'ivy.ito@example.com',
			replace: [['ff8d92dc-3d82-41d6-bcbd-b9174d163620', '11112222-3d82-41d6-bcbd-b9174d163620']],
		},
		{
			signal: 'scripted-client',
			without: 'the script',
			from: 'ivy.ito@example.com',
			replace: [['Client=WebServices;python-requests/2.32.3;', 'Client=OWA;Action=ViaProxy']],
		},
	],
	'AN0132/m365/edge-cold-start': [
		{
			signal: 'no-history',
			without: 'a threshold that is reached',
			from: 'dee.diaz@example.com',
			set: ['mailAccessVolumeThreshold=241'],
		},
	],
	'AN0132/m365/benign-legal-search-with-ticket': [
		{ signal: 'context', without: 'the context folder', from: 'lea.lund@example.com', context: false },
	],
	'AN1349/m365/attack-app-let-in': [
		{ signal: 'activity', without: 'the reading', from: 'dee.diaz@example.com', drop: /MailItemsAccessed/ },
		{ signal: 'aftermath', without: 'the rule', from: 'dee.diaz@example.com', drop: /New-InboxRule/ },
		{ signal: 'failed-sign-ins', without: 'the failures', from: 'dee.diaz@example.com', drop: /UserLoginFailed/ },
		{
			signal: 'odd-hour',
			without: 'the evening: the same ten hours before',
			from: 'dee.diaz@example.com',
			replace: [
				[/"CreationTime":"2026-02-17T19/, '"CreationTime":"2026-02-17T09'],
				[/"CreationTime":"2026-02-17T18/, '"CreationTime":"2026-02-17T08'],
			],
		},
	],
	'AN1349/m365/benign-mail-program-that-stays': [
		{
			signal: 'later-use',
			without: 'all later use',
			from: 'dee.diaz@example.com',
			drop: /"CreationTime":"2026-02-(1[3-9]|2).*MailItemsAccessed/,
		},
	],
	'AN1349/github/attack-app-let-in': [
		{
			signal: 'token-kind',
			without: 'the kind of token',
			from: ADMIN,
			replace: [[/"programmatic_access_type":"[^"]*",/, '']],
		},
	],
	'AN1349/gitlab/edge-scopes-not-named': [
		{
			signal: 'scopes-unknown',
			without: 'a grant that names none',
			from: 'fay.fox@example.com',
			replace: [
				[/"details":{(?="author_email":"fay\.fox@example\.com"}.*user_authorized_oauth)/, '"details":{"scopes":["read_user"],'],
			],
		},
	],
	'AN1349/zoom/attack-app-let-in': [
		{ signal: 'uncorroborated', without: 'the foreign network, so that nothing is to be taken back', from: ADMIN, replace: HOME },
	],
	'AN1349/zoom/benign-roll-out-with-ticket': [{ signal: 'context', without: 'the context folder', from: ADMIN, context: false }],
	'AN1349/google_workspace/attack-app-let-in': [
		{ signal: 'grant-novelty', without: 'the foreign network', from: 'eve.evans@example.com', replace: HOME },
	],
	'AN1349/entra/attack-app-let-in': [
		{ signal: 'app-credential', without: 'the secret', from: ADMIN, drop: /Add service principal credentials/ },
	],
	'AN1349/slack/attack-app-let-in': [
		{ signal: 'grant', without: 'the grant', from: 'gus.grant@example.com', drop: /"app_installed".*Secure Document Viewer/ },
	],
	'AN1349/m365/benign-named-in-option': [{ signal: 'approved', without: 'the option', from: ADMIN, set: [] }],
};

/** Lines of the ledger of somebody's strongest finding, on a day if one is given. */
async function ledgerOf(
	path: string,
	from: string,
	variant: Variant,
	day?: string,
): Promise<{ readonly day: string; readonly lines: ReadonlyMap<string, number> }> {
	const { findings } = await huntCase(path, variant);
	const [top] = findings.filter(({ actor, window }) => actor.id === from && (day === undefined || window.start.startsWith(day)));
	return {
		day: top?.window.start.slice(0, 10) ?? '',
		lines: new Map(top?.reasons.map(({ signal, surprise }) => [signal, surprise])),
	};
}

function changed(files: ReturnType<typeof recordsOf>, { drop, keep = 0, replace = [] }: Removal): ReturnType<typeof recordsOf> {
	let kept = 0;
	return files.map(({ name, records }) => ({
		name,
		records: records.flatMap((record): readonly JsonObject[] => {
			let text = JSON.stringify(record);
			if (drop?.test(text) === true && kept++ >= keep) return [];
			for (const [old, by] of replace) text = text.replaceAll(typeof old === 'string' ? old : new RegExp(old, 'g'), by);
			return [JSON.parse(text)];
		}),
	}));
}

const ROWS = Object.entries(REMOVALS).flatMap(([path, removals]) =>
	removals.map((removal) => ({ path: `fixtures/${path}`, ...removal })),
);

/** Signals of an analytic whose cause is taken away from at least one fixture. */
function removedOf(id: string): ReadonlySet<string> {
	const paths = Object.entries(REMOVALS).filter(([path]) => path.startsWith(`${id}/`));
	return new Set(paths.flatMap(([, removals]) => removals.map(({ signal }) => signal)));
}

describe('every signal', () => {
	test.each(ANALYTICS)('of $id fires in a fixture from which its cause is taken', ({ id, signals }) => {
		expect([...removedOf(id)].toSorted()).toEqual(Object.keys(signals).toSorted());
	});
});

describe('a signal is silent when its cause is gone', () => {
	test.each(ROWS)('$path: $signal without $without', async ({ path, signal, from, context, set, ...removal }) => {
		const place = join(folder, `${path}-${signal}`.replaceAll('/', '-'));
		const files = recordsOf(path);
		const whole = await ledgerOf(path, from, { evidence: writeRecords(join(place, 'whole'), files) });
		const evidence = writeRecords(join(place, 'changed'), changed(files, { signal, from, ...removal }));
		const variant = { evidence, ...(context !== undefined && { context }), ...(set !== undefined && { set }) };
		const left = await ledgerOf(path, from, variant, whole.day);
		expect([...whole.lines.keys()]).toContain(signal);
		// What is used rarely still counts a little where nothing is new any more.
		if (signal.endsWith('novelty')) expect(left.lines.get(signal) ?? 0).toBeLessThan((whole.lines.get(signal) ?? 0) / 2);
		else expect([...left.lines.keys()]).not.toContain(signal);
	});
});
