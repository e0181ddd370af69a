import { describe, expect, test } from '@jest/globals';
import { clientFamily, isPhone, isScripted, isSyncClient } from '../../src/features/client-family.ts';
import { cpuMs } from '../cpu.ts';

const CHROME = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0';

describe('clientFamily', () => {
	test.each([
		[`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36`, 'Chrome on Windows'],
		[`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Edg/130.0.0.0`, 'Edge on Windows'],
		[`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${CHROME} Safari/537.36 OPR/114.0`, 'Opera on macOS'],
		['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:131.0) Gecko/20100101 Firefox/131.0', 'Firefox on macOS'],
		['Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0', 'Firefox on Linux'],
		[`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${CHROME} Safari/537.36`, 'Chrome on ChromeOS'],
		[`Mozilla/5.0 (Linux; Android 14; K) ${CHROME} Mobile Safari/537.36`, 'Chrome on Android'],
		[
			'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
			'Safari on iPhone',
		],
		[
			'Mozilla/5.0 (iPad; CPU OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/130.0 Mobile/15E148 Safari/604.1',
			'Chrome on iPad',
		],
		[
			'Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148',
			'WebKit on iPhone',
		],
		['Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko', 'Internet Explorer on Windows'],
		[
			`Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/130.0.0.0 Safari/537.36`,
			'Headless Chrome',
		],
		[`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${CHROME} Safari/537.36 Teams/24257.205`, 'Teams'],
	])('a browser: %s', (agent, family) => expect(clientFamily(agent)).toBe(family));

	test.each([
		['python-requests/2.32.3', 'python-requests'],
		['curl/8.5.0', 'curl'],
		['git/2.43.0', 'git'],
		['Go-http-client/2.0', 'Go-http-client'],
		['Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.19041.1', 'PowerShell'],
		['okta-sdk-golang/2.20.0 golang/go1.21 linux/amd64', 'okta-sdk'],
		['Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.14326; Pro)', 'Outlook'],
		['Microsoft SkyDriveSync 23.101.0514.0004 ship; Windows NT 10.0 (19045)', 'OneDrive sync'],
		['OneDriveMpc-Transform_Thumbnail/1.0', 'OneDrive server'],
		['Box Drive/2.40.345 (Windows)', 'Box Drive'],
		['Jersey/3.1.8 (HttpUrlConnection 21.0.6)', 'Jersey'],
		['ABCDE12345.com.okta.mobile/9.56.1 OktaDeviceSDK/0.0.1 iOS/18.2', 'Okta Mobile'],
	])('a tool: %s', (agent, family) => expect(clientFamily(agent)).toBe(family));

	test.each([
		['Client=OWA;Action=ViaProxy', 'OWA'],
		[
			'Client=OWA;Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36;',
			'Chrome on Windows',
		],
		['Client=REST;Client=RESTSystem;;', 'REST'],
		['Client=POP3/IMAP4', 'POP3/IMAP4'],
		['Client=POP3/IMAP4;Protocol=IMAP4', 'POP3/IMAP4'],
		['Client=MSExchangeRPC', 'MSExchangeRPC'],
		['Client=WebServices;ExchangeWebServices/15.20 (Build);', 'ExchangeWebServices'],
		[
			'Client=WebServices;Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0; Pro)[AppId=11112222-bbbb-3333-cccc-4444dddd5555];',
			'Outlook',
		],
		['Client=ActiveSync;Mirabilis=7', 'ActiveSync'],
	])('Exchange: %s', (agent, family) => expect(clientFamily(agent)).toBe(family));

	test.each([
		['AcmeUploader/4.2 (build 77)', 'AcmeUploader'],
		['Acme Uploader 4.2', 'Acme Uploader'],
		['Acme Uploader v4.2', 'Acme Uploader'],
		['acme-uploader', 'acme-uploader'],
		['Mozilla/5.0', 'Mozilla'],
		['14013002', '14013002'],
		['newsreader/2', 'newsreader'],
		['mycurl/1.0', 'mycurl'],
	])('an unknown client by its first product: %s', (agent, family) => expect(clientFamily(agent)).toBe(family));

	test('is the same for all versions', () => {
		const at = (version: string): string | undefined =>
			clientFamily(`Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/${version}`);
		expect(at('131.0')).toBe(at('132.0.1'));
	});

	test('says nothing where the log says nothing', () => {
		for (const nothing of [undefined, '', '  ', '-', 'unknown', 'UNKNOWN', 'null']) expect(clientFamily(nothing)).toBeUndefined();
		expect(clientFamily('Client=;')).toBeUndefined();
	});

	test('stays short, printable and fast for hostile texts', () => {
		const hostile = [
			`${'A'.repeat(1e6)}/1`,
			`\u001b[31m${'('.repeat(1e6)}`,
			'git '.repeat(250_000),
			`client=${'x;'.repeat(500_000)}`,
		];
		const start = cpuMs();
		for (const text of hostile) {
			const family = clientFamily(text) ?? '';
			expect(family.length).toBeLessThanOrEqual(60);
			expect(family).not.toMatch(/[\u0000-\u001f]/);
		}
		expect(cpuMs() - start).toBeLessThan(5000);
	});
});

describe('what a family is', () => {
	test('tells scripts from what people click in', () => {
		for (const agent of [
			'curl/8',
			'python-requests/2',
			'Go-http-client/2.0',
			'PowerShell/7.4',
			'okta-sdk-python/2.9',
			'acme-sdk/1',
		]) {
			expect(isScripted(clientFamily(agent) ?? '')).toBe(true);
		}
		for (const family of ['Chrome on Windows', 'git', 'Outlook', 'OneDrive sync', 'Teams', 'acme-uploader']) {
			expect(isScripted(family)).toBe(false);
		}
	});

	test('tells synchronisation and migration clients', () => {
		for (const family of ['OneDrive sync', 'Box Drive', 'ShareGate', 'Google Drive sync'])
			expect(isSyncClient(family)).toBe(true);
		for (const family of ['rclone', 'OneDrive', 'OneDrive server', 'Chrome on Windows']) expect(isSyncClient(family)).toBe(false);
	});

	test('tells phones and tablets from what stands on a desk', () => {
		for (const name of [
			'Safari on iPhone',
			'Chrome on Android',
			'Safari on iPad',
			'Outlook on iOS',
			'Okta Verify',
			'Outlook Mobile',
			'iphone',
		])
			expect(isPhone(name)).toBe(true);
		for (const name of [
			'Chrome on Windows',
			'Safari on macOS',
			'git',
			'Outlook',
			'MSExchangeRPC',
			'Axios',
			'automobile sync',
			'',
		])
			expect(isPhone(name)).toBe(false);
	});
});
