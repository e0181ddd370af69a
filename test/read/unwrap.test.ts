import { describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/model/json.ts';
import { isEventMember, isListOfEvent, pageRecords } from '../../src/read/pages.ts';
import { mayBeWrapped, unwrap } from '../../src/read/unwrap.ts';
import { split } from './reading.ts';

const EVENT = { uuid: '7f0c1a52', eventType: 'user.session.start', published: '2026-03-04T10:11:12.345Z', actor: { id: '00u1' } };
const TEXT = JSON.stringify(EVENT);
/** The event as a table that names its columns once. */
const COLUMNS = Object.keys(EVENT).map((name) => ({ name, type: 'string' }));
const CELLS = Object.values(EVENT);
const BASE64 = Buffer.from(TEXT).toString('base64');

describe('envelopes', () => {
	test.each<[string, JsonObject, readonly string[]]>([
		['an Elasticsearch hit', { _index: 'logs', _id: '1', _source: EVENT }, ['elastic']],
		[
			'a hit that kept the original',
			{ _source: { event: { original: TEXT, action: 'x' }, '@timestamp': 't' } },
			['elastic', 'elastic'],
		],
		['Logstash with a flat name', { '@timestamp': 't', 'event.original': TEXT }, ['elastic']],
		['the Filebeat input of Microsoft 365', { '@timestamp': 't', o365audit: EVENT }, ['elastic']],
		['a Splunk search result', { preview: false, result: { _raw: TEXT, sourcetype: 'OktaIM2:log' } }, ['splunk', 'splunk']],
		['a row of a Splunk CSV', { _time: '1', _raw: TEXT, host: 'h' }, ['splunk']],
		['a Splunk collector event', { time: 1, sourcetype: 'okta', event: EVENT }, ['splunk-hec']],
		['EventBridge', { version: '0', 'detail-type': 'SystemLog', source: 'aws.partner/okta.com', detail: EVENT }, ['eventbridge']],
		['Wazuh', { rule: { id: '1' }, data: { integration: 'github', github: EVENT } }, ['wazuh']],
		['Filebeat', { '@timestamp': 't', agent: {}, message: TEXT }, ['message']],
		['a message alone, behind a syslog header', { message: `<190>May 22 12:05:54 host app: ${TEXT}` }, ['message']],
		[
			'an event of Datadog',
			{ id: 'AQ', type: 'log', attributes: { service: 'github', tags: [], attributes: EVENT } },
			['datadog'],
		],
		['a line of a Datadog archive', { _id: 'AQ', date: '2026-03-04T10:11:12Z', tags: [], attributes: EVENT }, ['datadog']],
		[
			'a line of a Datadog archive with its text',
			{ _id: 'AQ', date: '2026-03-04T10:11:12Z', message: TEXT, attributes: { evt: { name: 'x' } } },
			['datadog'],
		],
		['a row of unparsed text in Log Analytics', { 'TimeGenerated [UTC]': 't', Computer: 'h', RawData: TEXT }, ['sentinel']],
		['an event of LogScale', { '@timestamp': 1, '@rawstring': TEXT, '#type': 'okta' }, ['logscale']],
		['a Pub/Sub push', { subscription: 's', message: { data: BASE64, messageId: '1' } }, ['pubsub']],
		['a Kinesis record', { kinesis: { data: BASE64, partitionKey: 'p' }, eventSource: 'aws:kinesis' }, ['kinesis']],
		['a record that Kinesis gave back', { SequenceNumber: '1', Data: BASE64, PartitionKey: 'p' }, ['kinesis']],
		['an SQS message that was received', { MessageId: 'm', ReceiptHandle: 'h', Body: TEXT }, ['sqs']],
		['a row of CloudWatch Logs Insights', { '@timestamp': '2026-03-04 10:11:12.345', '@message': TEXT }, ['cloudwatch']],
		['OCSF that kept the event', { class_uid: 3002, metadata: {}, time: 1, raw_data: TEXT }, ['ocsf']],
		['a line of Wazuh’s archives', { full_log: TEXT, decoder: { name: 'json' }, data: {}, location: 'l' }, ['wazuh']],
		['an alert of Wazuh, decoded as JSON', { rule: {}, decoder: {}, manager: {}, data: EVENT }, ['wazuh']],
		[
			'an alert of somebody’s own integration',
			{ rule: {}, decoder: {}, manager: {}, data: { source: 'x', okta: EVENT } },
			['wazuh'],
		],
		['a line of a container', { log: `${TEXT}\n`, stream: 'stdout', time: 't' }, ['container']],
		['GELF', { version: '1.1', host: 'h', short_message: TEXT, timestamp: 1 }, ['gelf']],
		['a row of QRadar', { starttime: 1, 'UTF8(payload)': TEXT }, ['qradar']],
		['a payload of QRadar behind a syslog header', { starttime: 1, payload: `<13>Mar  4 10:11:12 h ${TEXT}` }, ['qradar']],
		['a message of Kafka', { topic: 't', partition: 0, offset: 1, key: null, payload: TEXT }, ['kafka']],
		['a row of the Kafka connector', { RECORD_METADATA: '{}', RECORD_CONTENT: TEXT }, ['kafka']],
		['a LogEntry', { insertId: 'i', logName: 'l', jsonPayload: EVENT, timestamp: 't' }, ['cloud-logging']],
		['a line of logcli', { labels: { job: 'x' }, line: TEXT, timestamp: 't' }, ['loki']],
		['a row of Grafana', { Time: '1', Line: TEXT, tsNs: '1', id: 'x' }, ['loki']],
		['a row of Datadog', { Date: 't', Host: 'h', Service: 's', Message: TEXT }, ['datadog']],
		['a captured message', { SequenceNumber: 1, EnqueuedTimeUtc: 't', Body: TEXT }, ['event-hub']],
		[
			'a captured message as Avro’s tools print it',
			{ SequenceNumber: 1, EnqueuedTimeUtc: 't', Body: { bytes: Buffer.from(TEXT).toString('latin1') } },
			['event-hub'],
		],
		[
			'the fields of an Elasticsearch hit',
			{ _index: 'i', _id: '1', fields: { '@timestamp': ['t'], 'event.original': [TEXT] } },
			['elastic', 'elastic'],
		],
		['an SQS message', { messageId: 'm', receiptHandle: 'h', body: TEXT }, ['sqs']],
	])('takes %s off', (_, wrapped, envelope) => {
		expect(unwrap(wrapped)).toEqual({ values: [EVENT], envelope });
	});

	test.each<[string, JsonObject, readonly string[]]>([
		[
			'an Okta event hook',
			{ eventType: 'com.okta.event_hook', eventTypeVersion: '1.0', data: { events: [EVENT, EVENT] } },
			['okta-event-hook'],
		],
		['messages of SQS', { Messages: [1, 2].map(() => ({ ReceiptHandle: 'h', Body: TEXT })) }, ['page', 'sqs']],
		[
			'messages of Sumo Logic',
			{ fields: [{ name: '_raw' }], messages: [1, 2].map(() => ({ map: { _messagetime: '1', _raw: TEXT } })) },
			['page', 'sumo', 'splunk'],
		],
		[
			'messages of Graylog',
			{ query: '*', messages: [1, 2].map(() => ({ index: 'i', message: { timestamp: 't', message: TEXT } })) },
			['page', 'graylog', 'message'],
		],
		[
			'a batch in a captured message',
			{ SequenceNumber: 1, EnqueuedTimeUtc: 't', Body: JSON.stringify({ records: [EVENT, EVENT] }) },
			['event-hub', 'page'],
		],
		['a diagnostic batch', { records: [EVENT, EVENT] }, ['page']],
		['a Kinesis batch', { Records: [{ kinesis: { data: BASE64 } }, { kinesis: { data: BASE64 } }] }, ['page', 'kinesis']],
		[
			'CloudWatch',
			{ logGroup: 'g', logEvents: [1, 2].map((id) => ({ id, timestamp: 1, message: TEXT })) },
			['cloudwatch', 'message'],
		],
		['a Slack page of sign-ins on one line', { ok: true, logins: [EVENT, EVENT], paging: { count: 2 } }, ['page']],
		['an API page on one line', { '@odata.context': 'c', value: [EVENT, EVENT] }, ['page']],
		[
			'advanced hunting of Defender',
			{ Stats: {}, Schema: [{ Name: 'uuid', Type: 'String' }], Results: [EVENT, EVENT] },
			['page'],
		],
		[
			'a query of Log Analytics through its API',
			{ tables: [{ name: 'PrimaryResult', columns: COLUMNS, rows: [CELLS, CELLS] }] },
			['table'],
		],
		['ES|QL', { took: 1, columns: COLUMNS, values: [CELLS, CELLS] }, ['table']],
		['a page with two arrays', { value: [EVENT], tags: ['a'], records: [EVENT], entries: [] }, ['page']],
		['a page with two arrays in a holder', { data: { events: [EVENT], records: [EVENT] } }, ['page']],
	])('gives both events of %s', (_, wrapped, envelope) => {
		expect(unwrap(wrapped)).toEqual({ values: [EVENT, EVENT], envelope });
	});

	test('a table whose columns or rows are something else stays as it is', () => {
		const tables: readonly JsonObject[] = [
			{ columns: COLUMNS },
			{ columns: ['a', 'b'], rows: [[1, 2]] },
			{ columns: COLUMNS, rows: [EVENT] },
			{ tables: [{ columns: COLUMNS, rows: [CELLS] }, 'x'] },
			{ tables: [] },
		];
		for (const table of tables) expect(unwrap(table)).toEqual({ values: [table], envelope: [] });
		const short = unwrap({ columns: [...COLUMNS, { name: '__proto__' }], rows: [['7f0c1a52']] });
		expect(short.values).toEqual([{ uuid: '7f0c1a52' }]);
	});

	test('numbers the parts of a batch, which is one record', () => {
		const taken = split('ndjson', `{"records":[${TEXT},${TEXT}]}\n${TEXT}\n`);
		expect(taken.records.map(({ record, part, envelope }) => [record, part, envelope])).toEqual([
			[1, 1, ['page']],
			[1, 2, ['page']],
			[2, undefined, undefined],
		]);
		expect(taken.count).toBe(2);
	});

	test('takes a page of two arrays as one JSON text and as a line of JSON alike', () => {
		const page = JSON.stringify({ value: [{ n: 1 }, { n: 2 }, { n: 3 }], records: [{ n: 4 }, { n: 5 }, { n: 6 }, { n: 7 }] });
		for (const container of ['json', 'ndjson'] as const)
			expect(split(container, page).records.map(({ value }) => value['n'])).toEqual([1, 2, 3, 4, 5, 6, 7]);
	});

	test('leaves a page whole, to be refused, where it holds more than records', () => {
		const page = { value: [EVENT, 5], records: [EVENT] };
		expect(unwrap(page)).toEqual({ values: [page], envelope: [] });
	});

	test('keeps long ids exact inside an envelope', () => {
		const { values } = unwrap({ _raw: '{"next_stream_position":1152922976252290886,"b":1}' });
		expect(values).toEqual([{ next_stream_position: '1152922976252290886', b: 1 }]);
	});
});

describe('records that only look wrapped', () => {
	test.each<[string, JsonObject]>([
		['a Purview row that Splunk indexed as CSV', { RecordType: '6', AuditData: TEXT, _raw: TEXT }],
		['a Splunk row whose raw text is no JSON', { _raw: '<13>something', host: 'h' }],
		['an indexed Elastic document whose original is no JSON', { event: { original: 'a,b', action: 'x' }, okta: {} }],
		[
			'a GitHub event with data and events',
			{ '@timestamp': 1, action: 'hook.create', data: { events: ['push'] }, events: ['push'] },
		],
		['a Google activity, names in any order', { events: [{ name: 'upload' }], id: { time: 't' }, actor: {} }],
		['an Okta event about a result', { ...EVENT, outcome: { result: 'SUCCESS' }, result: { a: 1 } }],
		['a Zoom webhook', { event: 'user.deactivated', event_ts: 1, payload: {} }],
		['an event that talks', { '@timestamp': 1, action: 'x', message: 'hello' }],
		['a batch without events', { eventType: 'com.okta.event_hook', eventTypeVersion: '1.0', data: { events: [] } }],
		['an event with an empty list', { Operation: 'x', value: [] }],
		['a row of Log Analytics whose text was parsed', { RawData: '', event_type_s: 'LOGIN' }],
		['a row of a Salesforce query', { attributes: { type: 'LoginEvent', url: '/services' }, Id: '1', EventDate: 't' }],
		['an object with an id, a type and attributes', { id: '1', type: 'user', attributes: { name: 'x', city: 'y' } }],
		['a Panther row', { ...EVENT, p_log_type: 'Okta.SystemLog' }],
	])('leaves %s alone', (_, record) => {
		expect(unwrap(record)).toEqual({ values: [record], envelope: [] });
	});

	test('a table of a connector is not taken for unparsed text, however many columns it has', () => {
		const columns = Array.from({ length: 20 }, (_, n) => `column${n}_s`);
		expect(mayBeWrapped(['TimeGenerated', 'RawData', 'TenantId'])).toBe(true);
		expect(mayBeWrapped(['TimeGenerated', 'RawData', ...columns])).toBe(false);
	});

	test('stops taking off at some depth', () => {
		let text = TEXT;
		for (let i = 0; i < 50; i += 1) text = JSON.stringify({ _raw: text.slice(0, 2000), host: 'h' });
		expect(unwrap(JSON.parse(text) as JsonObject).envelope.length).toBeLessThan(10);
	});
});

describe('an event with a list of its own', () => {
	const LISTS = ['events', 'items', 'records', 'logins', 'logs', 'results'];

	test('is no page, whatever the list holds and wherever it stands', () => {
		for (const list of LISTS) {
			for (const named of ['id', 'actor', 'uuid', 'time', '@timestamp', 'eventType']) {
				for (const held of [[EVENT], [EVENT, EVENT], [], [{ records: [EVENT] }], { value: [EVENT] }, TEXT, null]) {
					const records: readonly JsonObject[] = [
						{ kind: 'admin#reports#activities', [named]: 'x', [list]: held },
						{ [list]: held, more: [EVENT], [named]: 'x' },
					];
					for (const record of records) {
						expect(mayBeWrapped(Object.keys(record))).toBe(false);
						expect(pageRecords(record) ?? []).toEqual([]);
						expect(unwrap(record)).toEqual({ values: [record], envelope: [] });
					}
				}
			}
		}
	});

	test.each<[string, JsonObject]>([
		['a page, without a member of an event', { events: [EVENT] }],
		['a page of the Reports API', { kind: 'admin#reports#activities', etag: 'e', items: [EVENT] }],
		['an event with a list that only pages have', { id: 1, events: [], value: [EVENT] }],
		['a list in which others may lie', { id: 1, hits: { hits: [EVENT] } }],
		['an event in an envelope', { '@timestamp': 't', events: [], message: TEXT }],
		['a Splunk result', { preview: false, events: [], id: 1, result: { _raw: TEXT } }],
	])('may be wrapped: %s', (_, record) => {
		expect(mayBeWrapped(Object.keys(record))).toBe(true);
	});

	test('every list and every member of an event is known here', () => {
		expect(LISTS.every(isListOfEvent)).toBe(true);
		expect(['value', 'entries', 'data', 'hits', 'response', 'body'].some(isListOfEvent)).toBe(false);
		expect(isEventMember('events')).toBe(false);
	});
});

test('tables of Azure Data Explorer and of Splunk name their columns once', () => {
	const named = COLUMNS.map(({ name }) => ({ ColumnName: name, ColumnType: 'string' }));
	const values = [EVENT];
	expect(unwrap({ Tables: [{ TableName: 'Table_0', Columns: named, Rows: [CELLS] }] })).toEqual({ values, envelope: ['table'] });
	expect(unwrap({ FrameType: 'DataTable', TableKind: 'PrimaryResult', Columns: named, Rows: [CELLS] })).toEqual({
		values,
		envelope: ['table'],
	});
	expect(unwrap({ preview: false, fields: ['_time', '_raw'], rows: [['1', TEXT]] })).toEqual({
		values,
		envelope: ['table', 'splunk'],
	});
});

describe('members that carry a record only beside others', () => {
	test.each<[string, JsonObject]>([
		['a webhook whose payload is text', { event: 'user.created', event_ts: 1, payload: TEXT }],
		['an audit record with data', { CreationTime: 't', Operation: 'o', Data: BASE64 }],
		['a line beside nothing of Loki', { id: '1', line: TEXT }],
		['a message of no console', { action: 'x', created_at: 1, Message: TEXT }],
		['a body of no queue', { id: '1', Body: TEXT }],
		['fields of no hit', { id: '1', fields: { action: ['x'] } }],
		['messages that are sentences', { preview: false, messages: [{ type: 'INFO', text: 'done' }] }],
		['data that no Wazuh decoded', { id: '1', data: EVENT }],
		['a text that is no record', { '@timestamp': 't', '@message': '{"level":"info"}' }],
	])('%s stays as it is', (_, record) => {
		expect(unwrap(record)).toEqual({ values: [record], envelope: [] });
	});

	test('their names alone make no record suspect', () => {
		expect(mayBeWrapped(['schema', 'payload', 'replayId'])).toBe(false);
		expect(mayBeWrapped(['id', 'Data', 'Body', 'log', 'line', 'Message', 'fields'])).toBe(false);
		expect(mayBeWrapped(['topic', 'partition', 'payload'])).toBe(true);
	});

	test('a row of Wazuh’s dashboard is what stands below its integration', () => {
		const row = {
			timestamp: 'Mar 4, 2026 @ 10:11:12.000',
			'data.integration': 'office365',
			'data.office365.Operation': 'UserLoggedIn',
			'data.office365.ClientIP': '-',
			'data.office365.Actor.ID': 'ana@example.com',
			'rule.id': '91545',
		};
		expect(unwrap(row)).toEqual({
			values: [{ Operation: 'UserLoggedIn', Actor: { ID: 'ana@example.com' } }],
			envelope: ['wazuh'],
		});
	});
});

test('the message of a channel of Salesforce’s streaming is what stands in its data', () => {
	const data = { schema: 's', payload: { EventDate: 't' }, event: { replayId: 1 } };
	expect(unwrap({ channel: '/event/LoginEventStream', data })).toEqual({ values: [data], envelope: ['cometd'] });
	const other = { channel: 'C1', data: { text: 'x' } };
	expect(unwrap(other)).toEqual({ values: [other], envelope: [] });
});
