import { describe, expect, test } from '@jest/globals';
import { Redactor } from '../../../src/render/redact/redactor.ts';
import { cpuMs } from '../../cpu.ts';

function redactor(...names: string[]): Redactor {
	const made = new Redactor('key');
	for (const name of names) made.learn('user', name);
	return made;
}

describe('files of the evidence', () => {
	test.each(['export.ndjson.gz', 'AuditLog.csv', 'Security_Logs.xlsx', 'relay.cef'])('keep the ending of %s', (file) => {
		const ending = file.slice(file.indexOf('.'));
		expect(redactor().name(file, 'evidence')).toMatch(new RegExp(`^evidence-[a-z2-9]{8}${ending.replaceAll('.', '\\.')}$`));
	});
});

describe('names inside texts', () => {
	test('the longest name at a place goes, whole words only', () => {
		const made = redactor('ana', 'ana lopez');
		expect(made.text('Ana Lopez met ana, not banana or anatol')).toBe(
			`${made.name('ana lopez')} met ${made.name('ana')}, not banana or anatol`,
		);
	});

	test('addresses and e-mail go without having been learned', () => {
		const text = redactor().text('eve@example.org from 203.0.113.9 and 2001:db8:7::1 at 10:15:00, 2001:db8:7::/48');
		expect(text).not.toMatch(/eve|example\.org|203\.0|db8:7:/);
		expect(text).toContain('at 10:15:00, 2001:db8:');
	});

	test('e-mail between quotes is the name that it is elsewhere', () => {
		const made = redactor('ana@example.com');
		expect(made.text("-UserIds 'ana@example.com' o'neil@example.com")).toBe(
			`-UserIds '${made.name('ana@example.com')}' ${made.name("o'neil@example.com")}`,
		);
	});

	test('the number of a network that a log names goes', () => {
		const made = redactor();
		made.learnEvent({
			time: 0,
			platform: 'okta',
			activity: 'login',
			operation: 'x',
			asn: 64500,
			ref: { file: 'log', record: 1 },
		});
		expect(made.text('a network nobody here had worked from before (AS64500), AS645001')).toMatch(
			/before \(network-[a-z2-9]{8}\), AS645001$/,
		);
	});

	test('words of our own sentences stay: a login that is one of them tells nothing there', () => {
		expect(redactor('files', 'support').text('12 files read by support')).toBe('12 files read by support');
	});

	test('an address that is itself the actor goes as in sentences; an app stays', () => {
		const made = redactor();
		const { id } = made.actor({ type: 'system', id: '203.0.113.9' });
		expect(id).toMatch(/^2001:db8:/);
		expect(made.text('from 203.0.113.9')).toBe(`from ${id}`);
		expect(made.actor({ type: 'app', id: 'backup' })).toEqual({ type: 'app', id: 'backup' });
	});

	test('letter case and accents of letters do not hide a name', () => {
		const made = redactor('José Núñez', 'straße 7');
		expect(made.text('JOSÉ NÚÑEZ lives there')).toBe(`${made.name('josé núñez')} lives there`);
	});

	test('takes hostile texts in linear time', () => {
		const made = redactor('aaaaaaaaab');
		const start = cpuMs();
		made.text('a'.repeat(200_000));
		made.text(`${'1:'.repeat(100_000)}`);
		made.text(`${'a@'.repeat(100_000)}`);
		expect(cpuMs() - start).toBeLessThan(5000);
	});
});

describe('pseudonyms', () => {
	test('addresses of one network stay in one network, of two do not', () => {
		const made = redactor();
		const net = (ip: string) => made.address(ip).split('::')[0];
		expect(net('203.0.113.9')).toBe(net('203.0.5.1'));
		expect(net('203.1.113.9')).not.toBe(net('203.0.113.9'));
		expect(net('2001:db8:7:1::1')).toBe(net('2001:db8:7:2::1'));
		expect(made.address('203.0.0.0/16')).toBe(`${net('203.0.113.9')}::/64`);
		expect(made.address('203.0.113.9')).not.toBe(made.address('203.0.113.8'));
	});

	test('e-mail addresses of one domain share a domain', () => {
		const made = redactor();
		const [ana, bo, eve] = ['ana@example.com', 'bo@example.com', 'eve@example.org'].map((name) => made.name(name).split('@')[1]);
		expect(ana).toBe(bo);
		expect(eve).not.toBe(ana);
		expect(ana).toMatch(/^domain-[a-z2-9]{6}\.invalid$/);
	});

	test('do not depend on the order of learning', () => {
		const [one, two] = [new Redactor('key'), new Redactor('key')];
		one.learn('target', 'ana');
		one.learn('user', 'ana');
		two.learn('user', 'ana');
		two.learn('target', 'ana');
		expect(one.name('ana')).toBe(two.name('ANA'));
		expect(one.name('ana')).toMatch(/^user-/);
	});
});

test('a name of a megabyte is replaced whole, in time that grows with the text', () => {
	const redactor = new Redactor('key');
	const long = 'ab '.repeat(100_000).trim();
	redactor.learn('user', long);
	redactor.learn('user', `${'ab '.repeat(2000)}other`);
	const started = cpuMs();
	expect(redactor.text(`before ${long.toUpperCase()}, behind`)).toMatch(/^before user-\w+, behind$/);
	expect(cpuMs() - started).toBeLessThan(5000);
});
