import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { openGeoip } from '../../../src/context/geoip.ts';
import { loadContext } from '../../../src/context/load.ts';
import { UsageError } from '../../../src/model/errors.ts';
import { mmdb } from '../../context/mmdb.ts';
import { hostileText } from '../hostile.ts';
import { hold, type Target, target } from '../target.ts';

const HEADERS = {
	'people.csv': 'user,name,department,role,account_type,privileged,developer,aliases',
	'apps.csv': 'app,name,platform,scopes,owner,review_by',
	'networks.csv': 'cidr,name',
	'changes.csv': 'id,start,end,actors,activities,note',
	'repositories.csv': 'repository,sensitivity',
} as const;

const NAMES = Object.keys(HEADERS) as (keyof typeof HEADERS)[];

const cell = fc.oneof(
	hostileText,
	fc.constantFrom(
		'ana@example.com',
		'yes',
		'no',
		'user',
		'service',
		'192.0.2.0/24',
		'2026-03-03',
		'2026-03-03T09:00Z',
		'okta',
		'10/8',
		'::/0',
	),
);

const tables = fc.record({
	name: fc.constantFrom(...NAMES),
	rows: fc.array(fc.array(cell, { maxLength: 9 }), { maxLength: 6 }),
	quoted: fc.boolean(),
});

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'saashound-fuzz-'));
	try {
		await work(folder);
	} catch (error) {
		if (!(error instanceof UsageError)) throw error;
		hold(!/[\u0000-\u001f\u007f-\u009f]/.test(error.message), () => `raw text in an error: ${JSON.stringify(error.message)}`);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

const DATABASE = Buffer.from(
	mmdb([
		['192.0.2.0/24', { country: { iso_code: 'NO' }, location: { latitude: 59.9, longitude: 10.7 } }],
		['2001:db8::/32', { autonomous_system_number: 64500, autonomous_system_organization: 'Example Net' }],
	]),
);

/** Context files and databases of addresses with anything in them: used, or refused with words. */
export const CONTEXT: readonly Target[] = [
	target(
		'context files',
		tables,
		({ name, rows, quoted }) =>
			inFolder(async (folder) => {
				const lines = rows.map((cells) => cells.map((text) => (quoted ? `"${text.replaceAll('"', '""')}"` : text)).join(','));
				writeFileSync(join(folder, name), [HEADERS[name], ...lines].join('\n'));
				const context = await loadContext(folder);
				for (const id of rows.flat()) {
					context.person(id);
					context.app(id, id, 'okta');
					context.network(id);
					context.repository(id);
					context.changes([id], 'file.upload', 1_772_500_000_000);
				}
			}),
		({ rows }) => rows.flat().join('').length,
	),
	target(
		'databases of addresses',
		fc.array(fc.tuple(fc.nat(DATABASE.length - 1), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 12 }),
		(list) =>
			inFolder(async (folder) => {
				const bytes = Buffer.from(DATABASE);
				for (const [place, byte] of list) bytes[place] = byte;
				const file = join(folder, 'x.mmdb');
				writeFileSync(file, bytes);
				const geoip = await openGeoip(file);
				for (const ip of ['192.0.2.1', '2001:db8::1', '198.51.100.1', '::ffff:192.0.2.1', 'x']) geoip.lookup(ip);
			}),
		() => DATABASE.length,
	),
];
