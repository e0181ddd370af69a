import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { emptyContext } from '../../src/context/empty.ts';
import { loadContext } from '../../src/context/load.ts';
import type { Context } from '../../src/model/context.ts';
import { UsageError } from '../../src/model/errors.ts';
import { folderOf } from './folder.ts';

async function load(files: Readonly<Record<string, string | Uint8Array>>): Promise<Context> {
	return loadContext(await folderOf(files));
}

async function refusal(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
	const error: unknown = await load(files).then(
		() => undefined,
		(reason: unknown) => reason,
	);
	expect(error).toBeInstanceOf(UsageError);
	return error instanceof UsageError ? error.message : '';
}

const PEOPLE = `user,name,department,role,account_type,privileged,developer,aliases
Ana@Example.com,Ana Alvarez,Finance,Controller,user,no,no,aalvarez;ANA.A@example.org
svc-backup@example.com,,IT,,Service,yes,,
`;

describe('people.csv', () => {
	test('finds people by user and alias, in any letter case', async () => {
		const context = await load({ 'people.csv': PEOPLE });
		const ana = context.person('ANA@example.com');
		expect(ana).toEqual({
			ref: 'people.csv:2',
			user: 'ana@example.com',
			name: 'Ana Alvarez',
			department: 'Finance',
			role: 'Controller',
			accountType: 'user',
			privileged: false,
			developer: false,
			aliases: ['aalvarez', 'ana.a@example.org'],
		});
		expect(context.person('aalvarez')).toBe(ana);
		expect(context.person('ana.a@example.org')).toBe(ana);
		expect(context.person('ben@example.com')).toBeUndefined();
		expect(context.person('__proto__')).toBeUndefined();
		expect(context.people).toHaveLength(2);
		expect(context.files).toEqual(['people.csv']);
	});

	test('leaves unknown what the cell does not say', async () => {
		const service = (await load({ 'people.csv': PEOPLE })).person('svc-backup@example.com');
		expect(service).toEqual({
			ref: 'people.csv:3',
			user: 'svc-backup@example.com',
			department: 'IT',
			accountType: 'service',
			privileged: true,
			aliases: [],
		});
	});

	test('takes a byte order mark, carriage returns, blank rows, quotes, and columns in any order', async () => {
		const text =
			'\ufeffDeveloper,User,Name\r\n\r\nYES,ana@example.com,"Alvarez, Ana\r\n(Finance)"\r\n,,\r\ntrue,ben@example.com,"Ben ""B"" B"\r\n';
		const context = await load({ 'people.csv': text });
		expect(context.person('ana@example.com')).toMatchObject({
			ref: 'people.csv:3',
			name: 'Alvarez, Ana\n(Finance)',
			developer: true,
		});
		// The quoted line end and the empty row count as lines.
		expect(context.person('ben@example.com')).toMatchObject({ ref: 'people.csv:6', name: 'Ben "B" B' });
	});

	test('refuses a flag that is neither yes nor no, with file, line and column', async () => {
		const text = `${PEOPLE}cy@example.com,,,,,maybe,,\n`;
		expect(await refusal({ 'people.csv': text })).toBe(
			'people.csv:4: column privileged: got "maybe"; expected yes or no (or empty)',
		);
	});

	test.each([
		['service-account', 'service'],
		['Service_Account', 'service'],
		['service account', 'service'],
		['Bot', 'service'],
		['Contractor', 'contractor'],
		['employee', 'user'],
		['Administrator', 'admin'],
		['', undefined],
	])('reads the kind of account %j as %s', async (word, type) => {
		const context = await load({ 'people.csv': `user,account_type,name\nana@example.com,${word},Ana\n` });
		expect(context.person('ana@example.com')?.accountType).toBe(type);
	});

	test.each(['servce', 'constructor', 'services'])('refuses the kind of account %j, with file, line and column', async (word) => {
		expect(await refusal({ 'people.csv': `user,account_type\nana@example.com,user\nben@example.com,${word}\n` })).toBe(
			`people.csv:3: column account_type: got "${word}"; expected one of user, service, contractor, admin, guest, shared (or empty)`,
		);
	});

	test('refuses a name in two rows and names both lines', async () => {
		const user = 'user,aliases\nana@example.com,al\nben@example.com,\nANA@example.com,\n';
		expect(await refusal({ 'people.csv': user })).toBe(
			'people.csv:4: column user: got "ana@example.com", which people.csv:2 gives to "ana@example.com"; expected each name in one row',
		);
		const alias = 'user,aliases\nana@example.com,al\nben@example.com,b;AL\n';
		expect(await refusal({ 'people.csv': alias })).toContain(
			'people.csv:3: column aliases: got "al", which people.csv:2 gives to',
		);
	});

	test('lets a person repeat an own name', async () => {
		const context = await load({ 'people.csv': 'user,aliases\nana@example.com,ana@example.com;al;al\n' });
		expect(context.person('al')?.user).toBe('ana@example.com');
	});

	test('refuses a row without user', async () => {
		expect(await refusal({ 'people.csv': 'user,name\n,Ana\n' })).toBe('people.csv:2: column user: got nothing; expected a value');
	});
});

describe('any context file', () => {
	test('refuses unknown, doubled and missing columns and says which there are', async () => {
		expect(await refusal({ 'people.csv': 'user,dept\n' })).toBe(
			'people.csv:1: unknown column "dept"; expected only user, name, department, role, account_type, privileged, developer, aliases',
		);
		expect(await refusal({ 'networks.csv': 'cidr,name,Name\n' })).toBe(
			'networks.csv:1: column name is there twice; expected each once',
		);
		expect(await refusal({ 'apps.csv': 'name\n' })).toContain('apps.csv:1: column app is missing; expected only app, name');
		expect(await refusal({ 'networks.csv': 'cidr;name\n' })).toContain('expected only cidr, name, separated by commas');
		expect(await refusal({ 'networks.csv': '\n' })).toBe('networks.csv:1: got nothing; expected the columns cidr, name');
	});

	test('refuses more cells than columns, but not a trailing comma', async () => {
		expect(await refusal({ 'networks.csv': 'cidr,name\n192.0.2.0/24,Head office,Berlin\n' })).toBe(
			'networks.csv:2: got 3 cells; expected at most 2 (cidr, name)',
		);
		expect((await load({ 'networks.csv': 'cidr,name\n192.0.2.0/24,Head office,\n' })).network('192.0.2.1')?.name).toBe(
			'Head office',
		);
	});

	test('refuses broken quotes where they stand, and bytes that are no text', async () => {
		expect(await refusal({ 'networks.csv': 'cidr,name\n192.0.2.0/24,a\n198.51.100.0/24,"open\n' })).toContain('networks.csv:3: ');
		expect(await refusal({ 'networks.csv': Uint8Array.of(0x63, 0xff, 0xfe, 0x0a) })).toContain('not UTF-8');
	});

	test('does not let a cell speak to the terminal', async () => {
		const message = await refusal({ 'people.csv': `user,privileged\nana@example.com,\u001b[31m${'x'.repeat(500)}\n` });
		expect(message).not.toContain('\u001b');
		expect(message.length).toBeLessThan(200);
	});
});

describe('apps.csv', () => {
	const APPS = `app,name,platform,scopes,owner,review_by
11112222-bbbb-3333-cccc-4444dddd5555,Backup Tool,m365,Mail.Read;Files.Read.All,it@example.com,2026-06-30
Mail Merge,,google_workspace,https://mail.google.com/ openid,,
Calendar Sync,,,,,
`;

	test('finds an app by id or name, on its platform', async () => {
		const context = await load({ 'apps.csv': APPS });
		const backup = context.app('11112222-BBBB-3333-CCCC-4444DDDD5555', 'whatever', 'm365');
		expect(backup).toMatchObject({ ref: 'apps.csv:2', name: 'Backup Tool', scopes: ['Mail.Read', 'Files.Read.All'] });
		expect(context.app('1234.apps.example.com', 'MAIL merge', 'google_workspace')?.scopes).toEqual([
			'https://mail.google.com/',
			'openid',
		]);
		expect(context.app('1234.apps.example.com', 'Mail Merge', 'okta')).toBeUndefined();
		expect(context.app('calendar sync', undefined, 'zoom')?.ref).toBe('apps.csv:4');
	});

	test('holds over Entra and Microsoft 365, which are one tenant', async () => {
		const context = await load({ 'apps.csv': APPS });
		expect(context.app('11112222-bbbb-3333-cccc-4444dddd5555', undefined, 'entra')?.ref).toBe('apps.csv:2');
	});

	test('is not fooled by an app that only calls itself like an approved one', async () => {
		const context = await load({ 'apps.csv': APPS });
		expect(context.app('99998888-0000-4000-8000-777766665555', 'Backup Tool', 'm365')).toBeUndefined();
		// Where the log has no id beside the name, the name is all there is.
		expect(context.app('backup tool', 'Backup Tool', 'm365')?.ref).toBe('apps.csv:2');
	});

	test('holds to the end of the review day', async () => {
		const context = await load({ 'apps.csv': APPS });
		expect(context.app('backup tool', undefined, 'm365')?.reviewBy).toBe(Date.UTC(2026, 6, 1));
		expect(context.app('calendar sync', undefined, 'zoom')?.reviewBy).toBeUndefined();
	});

	test('prefers the row of the platform, then the one that holds longest', async () => {
		const context = await load({
			'apps.csv': 'app,platform,review_by\nx,,\nx,okta,2026-01-31\nx,okta,2027-01-31\nx,okta,2026-05-31\n',
		});
		expect(context.app('x', undefined, 'okta')?.ref).toBe('apps.csv:4');
		expect(context.app('x', undefined, 'zoom')?.ref).toBe('apps.csv:2');
	});

	test('refuses an unknown platform and a day that does not exist', async () => {
		expect(await refusal({ 'apps.csv': 'app,platform\nx,office\n' })).toContain(
			'apps.csv:2: column platform: got "office"; expected one of box, entra',
		);
		expect(await refusal({ 'apps.csv': 'app,review_by\nx,2026-02-30\n' })).toContain(
			'apps.csv:2: column review_by: got "2026-02-30"; expected an ISO 8601',
		);
		expect(await refusal({ 'apps.csv': 'app,review_by\nx,30/06/2026\n' })).toContain('column review_by');
	});
});

describe('networks.csv', () => {
	const NETWORKS = `cidr,name
203.0.113.0/24,Office
203.0.113.64/26,Guest wifi
198.51.100.7,Gateway
2001:db8:7::/48,Office v6
192.0.2.77/30,Uplink
`;

	test.each([
		['203.0.113.1', 'Office'],
		['203.0.113.65', 'Guest wifi'],
		['203.0.113.128', 'Office'],
		['198.51.100.7', 'Gateway'],
		['198.51.100.8', undefined],
		['2001:db8:7:ffff::1', 'Office v6'],
		['2001:DB8:0007::1', 'Office v6'],
		['2001:db8:8::1', undefined],
		['::ffff:203.0.113.1', 'Office'],
		['192.0.2.79', 'Uplink'],
		['192.0.2.80', undefined],
		['not an address', undefined],
		['', undefined],
	])('%s lies in %s', async (ip, name) => {
		const context = await load({ 'networks.csv': NETWORKS });
		expect(context.network(ip)?.name).toBe(name);
		expect(context.network(ip)?.name).toBe(name);
	});

	test('refuses what is no network', async () => {
		for (const cidr of [
			'203.0.113.0/33',
			'203.0.113/24',
			'office.example.com',
			'2001:db8::/129',
			'203.0.113.0/',
			'203.0.113.0/-1',
		]) {
			expect(await refusal({ 'networks.csv': `cidr,name\n${cidr},x\n` })).toContain(
				`networks.csv:2: column cidr: got "${cidr}"; expected a network`,
			);
		}
	});
});

describe('changes.csv', () => {
	const CHANGES = `id,start,end,actors,activities,note
CHG-1,2026-03-02,2026-03-03,ANA@example.com;ben@example.com,file.upload;account.*,Migration
CHG-2,2026-03-02T08:00:00Z,2026-03-02T10:00:00+02:00,,,Anything short
CHG-3,2026-03-02T09:00,2026-03-02T10:00,,login.*,
`;
	const NOON = Date.UTC(2026, 2, 2, 12);

	async function tickets(
		names: readonly string[],
		activity: 'file.upload' | 'account.delete' | 'login' | 'login.failed' | 'file.copy',
		time: number,
	) {
		const context = await load({ 'changes.csv': CHANGES.replace('+02:00', '+01:00') });
		return context.changes(names, activity, time).map(({ id }) => id);
	}

	test('cover by person, activity and time', async () => {
		expect(await tickets(['ana@example.com'], 'file.upload', NOON)).toEqual(['CHG-1']);
		expect(await tickets(['aalvarez', 'ben@example.com'], 'account.delete', NOON)).toEqual(['CHG-1']);
		expect(await tickets(['cy@example.com'], 'file.upload', NOON)).toEqual([]);
		expect(await tickets(['ana@example.com'], 'file.copy', NOON)).toEqual([]);
	});

	test('begin with their start and end before their end; a date is its whole day', async () => {
		expect(await tickets(['ana@example.com'], 'file.upload', Date.UTC(2026, 2, 2))).toEqual(['CHG-1']);
		expect(await tickets(['ana@example.com'], 'file.upload', Date.UTC(2026, 2, 2) - 1)).toEqual([]);
		expect(await tickets(['ana@example.com'], 'file.upload', Date.UTC(2026, 2, 4) - 1)).toEqual(['CHG-1']);
		expect(await tickets(['ana@example.com'], 'file.upload', Date.UTC(2026, 2, 4))).toEqual([]);
	});

	test('cover anybody and anything where they say nothing, in their own zone', async () => {
		// CHG-2 runs from 08:00Z to 10:00 at +01:00, which is 09:00Z.
		expect(await tickets(['x'], 'file.copy', Date.UTC(2026, 2, 2, 8))).toEqual(['CHG-2']);
		expect(await tickets(['x'], 'file.copy', Date.UTC(2026, 2, 2, 8, 59, 59))).toEqual(['CHG-2']);
		expect(await tickets(['x'], 'file.copy', Date.UTC(2026, 2, 2, 9))).toEqual([]);
	});

	test('take families and the plain activity of the same name; no zone means UTC', async () => {
		expect(await tickets(['x'], 'login', Date.UTC(2026, 2, 2, 9, 30))).toEqual(['CHG-3']);
		expect(await tickets(['x'], 'login.failed', Date.UTC(2026, 2, 2, 9, 30))).toEqual(['CHG-3']);
	});

	test('refuse unknown activities, and say which there are', async () => {
		const message = await refusal({
			'changes.csv': 'id,start,end,activities\nCHG-1,2026-03-02,2026-03-03,file.upload;file.steal\n',
		});
		expect(message).toContain(
			'changes.csv:2: column activities: got "file.upload;file.steal"; expected activities, not "file.steal": login, login.failed',
		);
		expect(await refusal({ 'changes.csv': 'id,start,end,activities\nCHG-1,2026-03-02,2026-03-03,cloud.*\n' })).toContain(
			'not "cloud.*"',
		);
	});

	test('refuse an end that is not after the start, and times that are none', async () => {
		expect(await refusal({ 'changes.csv': 'id,start,end\nCHG-1,2026-03-04,2026-03-02\n' })).toBe(
			'changes.csv:2: column end: got "2026-03-02"; expected a time after the start (2026-03-04)',
		);
		expect(await refusal({ 'changes.csv': 'id,start,end\nCHG-1,2026-03-04,\n' })).toBe(
			'changes.csv:2: column end: got nothing; expected a value',
		);
		for (const time of ['soon', '2026-13-01', '2026-03-04T25:00', '2026-03-04T10:61', '0026-03-04', '1772582400']) {
			expect(await refusal({ 'changes.csv': `id,start,end\nCHG-1,${time},2027-01-01\n` })).toContain(
				'changes.csv:2: column start: got',
			);
		}
	});

	test('take a single day as start and end', async () => {
		const context = await load({ 'changes.csv': 'id,start,end\nCHG-1,2026-03-02,2026-03-02\n' });
		expect(context.changes([], 'login', NOON)).toHaveLength(1);
	});
});

describe('repositories.csv', () => {
	const REPOSITORIES = `repository,sensitivity
acme/Payments,Restricted
acme/*,internal
acme/pay*-prod,restricted
secrets-*,restricted
handbook,public
*/x*y*z,Low
`;

	test.each([
		['acme/payments', 'restricted', 2],
		['ACME/Payments', 'restricted', 2],
		['acme/website', 'internal', 3],
		['acme/pay-eu-prod', 'restricted', 4],
		['acme/pay-prod', 'restricted', 4],
		['other/secrets-eu', 'restricted', 5],
		['other/handbook', 'public', 6],
		['other/xaybz', 'low', 7],
		['other/xyz', 'low', 7],
	])('%s is %s by line %d', async (id, sensitivity, line) => {
		const context = await load({ 'repositories.csv': REPOSITORIES });
		expect(context.repository(id)).toMatchObject({ sensitivity, ref: `repositories.csv:${line}` });
	});

	test('says nothing of others', async () => {
		const context = await load({ 'repositories.csv': REPOSITORIES });
		for (const id of ['other/website', 'other/xz', 'other/xzy', 'xacme/payments', ''])
			expect(context.repository(id)).toBeUndefined();
	});

	test('matches in linear time', async () => {
		const context = await load({ 'repositories.csv': `repository,sensitivity\n${'*a'.repeat(30)}*b,restricted\n` });
		const start = performance.now();
		expect(context.repository('a'.repeat(200_000))).toBeUndefined();
		expect(context.repository(`${'a'.repeat(200_000)}b`)?.sensitivity).toBe('restricted');
		expect(performance.now() - start).toBeLessThan(500);
	});

	test('tells what is restricted from what is not, and refuses a word that it does not know', async () => {
		const context = await load({ 'repositories.csv': REPOSITORIES });
		expect(['acme/payments', 'acme/website', 'handbook', 'other/xyz'].map((id) => context.repository(id)?.restricted)).toEqual([
			true,
			false,
			false,
			false,
		]);
		expect(await refusal({ 'repositories.csv': 'repository,sensitivity\nacme/a,restricted\nacme/b,purple\n' })).toBe(
			'repositories.csv:3: column sensitivity: got "purple"; expected one of restricted, confidential, secret, sensitive, critical, high, public, internal, private, normal, medium, low, none',
		);
	});

	test('refuses a repository in two rows', async () => {
		expect(await refusal({ 'repositories.csv': 'repository,sensitivity\nacme/a,low\nACME/a,high\n' })).toBe(
			'repositories.csv:3: column repository: got "acme/a", which repositories.csv:2 has; expected each once',
		);
	});
});

describe('a context folder', () => {
	test('that is missing or a file is refused', async () => {
		const folder = await folderOf({ 'notes.txt': 'x' });
		await expect(loadContext(join(folder, 'none'))).rejects.toThrow(
			/none": there is none; expected a folder with any of people\.csv/,
		);
		await expect(loadContext(join(folder, 'notes.txt'))).rejects.toThrow(/it is a file/);
		await expect(loadContext(join(folder, 'none'))).rejects.toBeInstanceOf(UsageError);
	});

	test('may be empty, but not hold tables of other names only', async () => {
		expect((await load({ 'README.md': '' })).files).toEqual([]);
		expect(await refusal({ 'persons.csv': 'user\n' })).toContain('got only "persons.csv"; expected any of people.csv, apps.csv');
		expect(await refusal({ 'people.xlsx': 'PK' })).toContain('got only "people.xlsx" (people.csv?); expected any of people.csv');
		expect((await load({ 'persons.csv': 'user\n', 'people.csv': 'user\n' })).files).toEqual(['people.csv']);
	});

	test('tells of tables of other names beside its own, with what is probably meant', async () => {
		const folder = await folderOf({
			'people.csv': 'user\n',
			'change.csv': 'x',
			'Networks.csv': 'x',
			'names.csv': 'x',
			'README.md': 'x',
		});
		const warnings: string[] = [];
		await loadContext(folder, (warning) => warnings.push(warning));
		expect(warnings).toEqual([
			expect.stringContaining(
				'"Networks.csv" (networks.csv?), "change.csv" (changes.csv?), "names.csv" not read; expected only people.csv, apps.csv, networks.csv, changes.csv, repositories.csv',
			),
		]);
		await loadContext(await folderOf({ 'people.csv': 'user\n', 'notes.txt': '' }), (warning) => warnings.push(warning));
		expect(warnings).toHaveLength(1);
	});

	test('tells of a folder that holds no table of its own: more likely the wrong one than meant', async () => {
		const warnings: string[] = [];
		await loadContext(await folderOf({ 'audit.ndjson': '{}' }), (warning) => warnings.push(warning));
		expect(warnings).toEqual([
			expect.stringMatching(
				/^context folder ".*": none of people\.csv, apps\.csv, networks\.csv, changes\.csv, repositories\.csv is in it; nothing is told by it$/,
			),
		]);
	});

	test('answers nothing where it says nothing, as the empty context does', async () => {
		for (const context of [await load({}), emptyContext()]) {
			expect(context.person('x')).toBeUndefined();
			expect(context.app('x', 'x', 'okta')).toBeUndefined();
			expect(context.network('192.0.2.1')).toBeUndefined();
			expect(context.changes(['x'], 'login', 0)).toEqual([]);
			expect(context.repository('x')).toBeUndefined();
			expect([...context.people, ...context.files]).toEqual([]);
		}
	});
});
