import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isWorkday, localTime, offsetOf, ZONES } from '../../bench/organisation/calendar.ts';
import { Random } from '../../bench/organisation/random.ts';
import { DEFAULTS, simulate, writeOrganisation } from '../../bench/organisation/simulate.ts';
import { ANALYTICS, type Level } from '../../bench/organisation/world.ts';

function filesBelow(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name))
		.filter((path) => statSync(path).isFile())
		.sort();
}

function organisation(seed: number, level: Level = 2): string {
	const folder = mkdtempSync(join(tmpdir(), 'organisation-'));
	try {
		writeOrganisation(simulate({ ...DEFAULTS, people: 30, days: 14, seed, level, density: 0.3, scale: 0.3, attacks: 1 }), folder);
		const hash = createHash('sha256');
		for (const path of filesBelow(folder)) hash.update(path.slice(folder.length)).update(readFileSync(path));
		return hash.digest('hex');
	} finally {
		rmSync(folder, { recursive: true });
	}
}

describe('the simulated organisation', () => {
	test('gives the same bytes for the same seed, and others for another', () => {
		expect(organisation(3)).toBe(organisation(3));
		expect(organisation(4)).not.toBe(organisation(3));
	});

	test('holds the campaigns that were asked for, each within the period', () => {
		const world = simulate({ ...DEFAULTS, people: 60, days: 21, attacks: 2, density: 0.2, scale: 0.3 });
		for (const analytic of ANALYTICS)
			expect(world.campaigns.filter((campaign) => campaign.analytic === analytic)).toHaveLength(2);
		const end = DEFAULTS.start + 21 * 86_400_000;
		for (const { start, actors } of world.campaigns) {
			expect(Date.parse(start)).toBeGreaterThan(DEFAULTS.start);
			expect(Date.parse(start)).toBeLessThan(end);
			expect(actors[0]).toMatch(/@example\.com$/);
		}
	});

	test('is benign when no campaigns are asked for', () => {
		expect(simulate({ ...DEFAULTS, people: 30, days: 14, attacks: 0, density: 0.2, scale: 0.3 }).campaigns).toEqual([]);
	});
});

describe('its clock', () => {
	test('knows the end of summer time on 25 October 2026 in Berlin and on 1 November in New York', () => {
		expect(offsetOf(ZONES[0], Date.parse('2026-10-24T00:00:00Z'))).toBe(120);
		expect(offsetOf(ZONES[0], Date.parse('2026-10-25T00:00:00Z'))).toBe(60);
		expect(offsetOf(ZONES[2], Date.parse('2026-10-31T00:00:00Z'))).toBe(-240);
		expect(offsetOf(ZONES[2], Date.parse('2026-11-01T00:00:00Z'))).toBe(-300);
		expect(new Date(localTime(ZONES[3], Date.parse('2026-10-05T00:00:00Z'), 9)).toISOString()).toBe('2026-10-05T03:30:00.000Z');
	});

	test('rests at weekends and on public holidays', () => {
		expect(isWorkday(ZONES[0], Date.parse('2026-10-02T00:00:00Z'))).toBe(true);
		expect(isWorkday(ZONES[3], Date.parse('2026-10-02T00:00:00Z'))).toBe(false);
		expect(isWorkday(ZONES[0], Date.parse('2026-10-04T00:00:00Z'))).toBe(false);
	});
});

describe('its chance', () => {
	test('repeats itself, and a fork does not move it', () => {
		const one = new Random('seed');
		const other = new Random('seed');
		other.fork('aside').next();
		expect([one.next(), one.next(), one.guid()]).toEqual([other.next(), other.next(), other.guid()]);
	});
});

describe('the demonstration', () => {
	const root = join(import.meta.dirname, '../../fixtures');

	test('is small and names only addresses that are kept for documentation', () => {
		const files = filesBelow(join(root, 'demo'));
		expect(files.reduce((sum, path) => sum + statSync(path).size, 0)).toBeLessThan(3_000_000);
		for (const path of [...files, ...filesBelow(join(root, 'demo-context'))]) {
			if (path.endsWith('.gz')) continue;
			const text = readFileSync(path, 'utf8');
			for (const [address] of text.matchAll(/(?<=")(?:\d{1,3}\.){3}\d{1,3}(?=[":])/g))
				expect(address).toMatch(/^(192\.0\.2|198\.51\.100|203\.0\.113)\./);
		}
	});

	test('has one attack an analytic in its truth', () => {
		const truth = JSON.parse(readFileSync(join(root, 'demo-truth.json'), 'utf8')) as { campaigns: { analytic: string }[] };
		expect(truth.campaigns.map(({ analytic }) => analytic).sort()).toEqual([...ANALYTICS].sort());
	});
});
