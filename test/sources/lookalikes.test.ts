import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/model/json.ts';
import { parseCef } from '../../src/read/cef.ts';
import { SOURCES } from '../../src/sources/index.ts';
import { explainUnknown } from '../../src/sources/lookalikes.ts';
import { prepare } from '../../src/sources/normalise.ts';
import { Recogniser } from '../../src/sources/recognise.ts';

const recogniser = new Recogniser(SOURCES.map((source) => prepare(source)));

function row(...names: readonly string[]): JsonObject {
	return Object.fromEntries(names.map((name) => [name, 'x']));
}

const cef = (line: string): JsonObject => parseCef(line) as JsonObject;

function explained(record: JsonObject) {
	expect(recogniser.recognise(record)).toBeUndefined();
	return explainUnknown(record, SOURCES);
}

describe('shapes that are known and not read', () => {
	test.each([
		[row('Date', 'Action', 'Actor', 'Entity', 'IP Address'), /Slack’s own CSV export/, /Export JSON/],
		[row('Name', 'Email', 'Groups', 'Status', 'Last Login', 'Storage Used'), /User Details report/, /User Activity report/],
		[{ trigger: 'FILE.DOWNLOADED', webhook: {}, source: {} }, /body of a Box webhook/, /enterprise events/],
		[row('Organization', 'MessageId', 'Received', 'SenderAddress', 'RecipientAddress'), /message trace/, /Purview audit search/],
		[{ action: 'created', repository: {}, sender: {} }, /body of a GitHub webhook/, /export the audit log/],
		[row('id', 'type', 'actor', 'repo', 'payload', 'public', 'created_at'), /GitHub’s events API/, /export the audit log/],
		[row('Name', 'ForwardTo', 'RedirectTo', 'DeleteMessage', 'MailboxOwnerId'), /list of inbox rules/, /New-InboxRule/],
		[row('PermissionType', 'ClientObjectId', 'ResourceObjectId', 'Permission'), /list of permissions/, /Consent to application/],
		[row('class_uid', 'category_uid', 'metadata', 'time'), /OCSF/, /raw_data/],
		[row('metadata', 'principal', 'target'), /UDM/, /raw log/],
		[row('field', 'value'), /CloudWatch Logs Insights/, /jq -c/],
		[row('udm'), /UDM/, /raw log/],
		[row('eventVersion', 'eventSource', 'eventName', 'awsRegion'), /CloudTrail/, /audit logs of the applications/],
		[row('insertId', 'logName', 'protoPayload', 'resource'), /audit log of Google Cloud/, /Reports API/],
		[
			row('caller', 'eventTimestamp', 'operationName', 'subscriptionId'),
			/Azure’s activity log/,
			/Entra’s audit and sign-in logs/,
		],
	] as const)('%j says what it is and what to export instead', (record, what, instead) => {
		const { got, expected } = explained(record);
		expect(got).toMatch(what);
		expect(expected).toMatch(instead);
	});

	test.each([
		['German', row('Datum', 'Ereignis', 'Beschreibung', 'Benutzer', 'IP-Adresse')],
		['French', row('Date', 'Événement', 'Description', 'Utilisateur', 'Adresse IP')],
		['Spanish', row('Fecha', 'Evento', 'Descripción', 'Usuario', 'Dirección IP')],
		['Korean', row('날짜', '이벤트', '설명', '사용자')],
		['Dutch', row('Datum', 'Gebruiker', 'Actie')],
	])('a table in %s asks for English, or for --columns', (_, record) => {
		const { got, expected } = explained(record);
		expect(got).toMatch(/^a table with columns that are not English: /);
		expect(expected).toMatch(/English as the display language, or say with --columns/);
	});

	test('CEF of something else is said to be of whom it is', () => {
		const { got, expected } = explained(cef('CEF:0|Example Walls|Gate|1|7|drop|3|src=192.0.2.1 msg=hello'));
		expect(got).toBe('CEF of Example Walls Gate, event drop, without a record that is known');
		expect(expected).toMatch(/^CEF whose msg holds the platform’s own record .+, or the vendor’s own records; export them/);
		expect(explained(cef('CEF:0||Gate|1|7||3')).got).toBe(
			'CEF of (no name) Gate, event (no name), without a record that is known',
		);
	});

	test('lines in LEEF, and text in an old encoding, are told as such', () => {
		expect(explained(row('LEEF:1.0', 'Salesforce', 'Audit', 'x')).got).toMatch(/^lines in CEF or LEEF/);
		expect(explained(row('<134>Nov 22 10:00:00 host LEEF:2.0', 'Salesforce')).expected).toMatch(/^the vendor’s own records/);
		const { got, expected } = explained(row('\ufffd\ufffdt', 'b', 'c'));
		expect(got).toMatch(/^columns whose names are neither UTF-8 nor UTF-16/);
		expect(expected).toMatch(/save the file as UTF-8/);
	});

	test('other records stay unknown: English tables, objects, one odd name', () => {
		const plain = /^a record with /;
		expect(explained(row('Alpha', 'Beta', 'Gamma')).got).toMatch(plain);
		expect(explained(row('Name', 'Größe', 'Price')).got).toMatch(plain);
		expect(explained({ fecha: { a: 1 }, usuario: [], hora: 3 }).got).toMatch(plain);
		expect(explained({})).toMatchObject({ got: 'an empty object' });
	});

	test('no lookalike is a shape that is read', () => {
		for (const source of SOURCES) {
			for (const { has, any = [] } of source.lookalikes ?? []) {
				for (const format of source.formats) {
					const names = new Set(format.has.map((name) => name.toLowerCase()));
					const fits = has.every((name) => names.has(name)) && (any.length === 0 || any.some((name) => names.has(name)));
					expect([source.id, format.id, fits]).toEqual([source.id, format.id, false]);
				}
			}
		}
	});

	test('a thousand long names cost little and are shown short', () => {
		const record = row(...Array.from({ length: 1000 }, (_, index) => `${'ä'.repeat(5000)}${index}`));
		expect(explained(record).got.length).toBeLessThan(260);
	});
});
