import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Identities, isPlaceholder } from '../../src/context/identities.ts';
import { cpuMs } from '../cpu.ts';

type Lesson = readonly [primary: string, aliases: readonly string[]];

interface Declared {
	readonly user: string;
	readonly aliases: readonly string[];
}

function taught(lessons: readonly Lesson[], declared: readonly Declared[] = []): Identities {
	const identities = new Identities();
	for (const [primary, aliases] of lessons) identities.learn(primary, aliases);
	for (const person of declared) identities.declare(person);
	return identities;
}

const ANA = 'ana@example.com';
const BEN = 'ben@example.com';
const GUID = '0b5e1a3c-1111-4222-8333-444455556666';

describe('Identities', () => {
	test('join login, GUID and vendor id with the e-mail address', () => {
		const identities = taught([
			[ANA, [GUID]],
			['aalvarez', [GUID, '00u1abcdEFGH']],
			['ANA@example.com', []],
		]);
		for (const name of [ANA, 'AAlvarez', GUID.toUpperCase(), '00U1abcdefgh']) expect(identities.personOf(name)).toBe(ANA);
		expect(identities.namesOf('aalvarez')).toEqual([ANA, '00u1abcdefgh', GUID, 'aalvarez']);
	});

	test('leave an unknown name alone', () => {
		expect(taught([]).personOf('Nobody@example.com')).toBe('nobody@example.com');
		expect(taught([]).namesOf('Nobody@example.com')).toEqual(['nobody@example.com']);
		expect(taught([[ANA, []]]).personOf('__proto__')).toBe('__proto__');
	});

	test('call a person by the first address of several, or the first name where there is none', () => {
		expect(taught([['z@example.com', ['a@example.org', 'b']]]).personOf('b')).toBe('a@example.org');
		expect(taught([['zoe', ['yan', GUID]]]).personOf('zoe')).toBe(GUID);
	});

	test('call a person without an address by the login, not by the platform’s own number', () => {
		expect(taught([['octo-ana', ['github:4711']]]).personOf('github:4711')).toBe('octo-ana');
		expect(taught([['zoe', ['gitlab:12', 'box:9000000001']]]).namesOf('zoe')).toEqual(['zoe', 'box:9000000001', 'gitlab:12']);
		expect(taught([['github:4711', ['box:9000000001']]]).personOf('github:4711')).toBe('box:9000000001');
	});

	test('join nothing over an alias that two addresses claim', () => {
		const identities = taught([
			[ANA, ['admin', 'aalvarez']],
			[BEN, ['admin']],
			['00u1', ['admin', 'aalvarez']],
		]);
		expect(identities.personOf('admin')).toBe('admin');
		expect(identities.namesOf(BEN)).toEqual([BEN]);
		expect(identities.namesOf(ANA)).toEqual([ANA, '00u1', 'aalvarez']);
	});

	test('join nothing over an address that two others claim', () => {
		const identities = taught([
			[ANA, ['team@example.com']],
			[BEN, ['team@example.com']],
		]);
		expect(identities.personOf('team@example.com')).toBe('team@example.com');
		expect(identities.personOf(BEN)).toBe(BEN);
	});

	test('join an address that two claim who turn out to be one', () => {
		const identities = taught([
			['ana.old@example.com', ['a@example.org']],
			[ANA, ['a@example.org', 'ana.old@example.com']],
		]);
		expect(identities.namesOf(ANA)).toEqual(['a@example.org', 'ana.old@example.com', ANA]);
	});

	test('do not walk from one person to another over a chain of logins', () => {
		const identities = taught([
			[ANA, ['login-1']],
			['login-1', ['login-2']],
			['login-2', ['login-3']],
			[BEN, ['login-3']],
		]);
		expect(identities.personOf('login-1')).toBe(ANA);
		expect(identities.personOf('login-3')).toBe(BEN);
		expect(identities.personOf('login-2')).toBe('login-2');
	});

	test('never join over placeholders and short numbers', () => {
		for (const name of ['unknown', 'N/A', '', 'System', '00000000-0000-0000-0000-000000000000', 'app@sharepoint', '42']) {
			expect(isPlaceholder(name.toLowerCase())).toBe(true);
			const identities = taught([
				['aalvarez', [name]],
				['bbrown', [name]],
				[name, ['ccox']],
			]);
			expect(new Set(['aalvarez', 'bbrown', 'ccox', name].map((who) => identities.personOf(who))).size).toBe(4);
		}
	});

	test('believe people.csv over the logs', () => {
		const declared = [{ user: 'ana.work@example.com', aliases: [ANA, 'admin'] }];
		const identities = taught(
			[
				[ANA, [GUID]],
				[BEN, ['admin', 'bb']],
			],
			declared,
		);
		expect(identities.namesOf(GUID)).toEqual(['ana.work@example.com', GUID, 'admin', ANA]);
		expect(identities.namesOf(BEN)).toEqual([BEN, 'bb']);
	});

	test('never make one of two declared people', () => {
		const declared = [
			{ user: ANA, aliases: [] },
			{ user: BEN, aliases: [] },
		];
		const identities = taught(
			[
				[ANA, [BEN, 'x@example.org']],
				[BEN, ['bb']],
				['bb', ['cc', ANA]],
			],
			declared,
		);
		expect(identities.personOf(ANA)).toBe(ANA);
		expect(identities.personOf(BEN)).toBe(BEN);
	});

	test('may be asked between lessons', () => {
		const identities = taught([['aalvarez', []]]);
		expect(identities.personOf('aalvarez')).toBe('aalvarez');
		identities.learn(ANA, ['aalvarez']);
		expect(identities.personOf('aalvarez')).toBe(ANA);
	});

	test('come out the same in whatever order they learn', () => {
		const name = fc.constantFrom(
			'a@x.example',
			'b@x.example',
			'c@y.example',
			'd@y.example',
			'k1',
			'k2',
			'k3',
			'k4',
			'k5',
			'unknown',
		);
		const lesson = fc.tuple(name, fc.array(name, { maxLength: 3 }));
		const person = fc.constantFrom(
			{ user: 'a@x.example', aliases: ['k1'] },
			{ user: 'k5', aliases: ['c@y.example'] },
			{ user: 'e@z.example', aliases: ['b@x.example', 'k2'] },
		);
		const lessons = fc.array(lesson, { minLength: 1, maxLength: 12 });
		const shuffled = lessons.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
		const people = fc.uniqueArray(person, { maxLength: 2 });
		fc.assert(
			fc.property(shuffled, people, ([list, other], declared) => {
				const [one, two] = [taught(list, declared), taught(other, [...declared].reverse())];
				for (const id of new Set(list.flat(2))) {
					expect(two.namesOf(id)).toEqual(one.namesOf(id));
					expect(two.personOf(id)).toBe(one.personOf(id));
					// Everybody of the group answers to the same person.
					for (const member of one.namesOf(id)) expect(one.personOf(member)).toBe(one.personOf(id));
				}
			}),
			{ seed: 11, numRuns: 1000 },
		);
	});

	test('join tens of thousands of people in reasonable time', () => {
		const identities = new Identities();
		for (let i = 0; i < 30_000; i += 1) identities.learn(`user${i}@example.com`, [`login-${i}`, `00u${100_000 + i}`]);
		const start = cpuMs();
		expect(identities.personOf('00u129999')).toBe('user29999@example.com');
		expect(cpuMs() - start).toBeLessThan(3000);
	});

	test('follow a chain of addresses told from its end in time that grows with its length', () => {
		// Each address is claimed by the next one, the last by a login: only from there does it unravel.
		const time = (length: number) => {
			const identities = new Identities();
			for (let i = length; i > 0; i -= 1) identities.learn(`a${i}@example.com`, [`a${i - 1}@example.com`]);
			const start = cpuMs();
			expect(identities.personOf(`a${length}@example.com`)).toBe(identities.personOf('a0@example.com'));
			return cpuMs() - start;
		};
		expect(time(20_000)).toBeLessThan(3 * time(10_000) + 500);
	});
});
