import { isObject, type Json } from '../model/json.ts';

/** A member in which some program keeps the record that it carries. */
export interface Carrier {
	readonly member: string;
	/** What carries it. */
	readonly by: string;
	/** One of these stands beside it; where none are named, the name is telling enough. */
	readonly beside: readonly string[];
}

/** Members of an Event Hubs message, as Capture keeps it and Avro's tools print it. https://learn.microsoft.com/azure/event-hubs/event-hubs-capture-overview */
const HUB: readonly string[] = ['EnqueuedTimeUtc', 'SequenceNumber'];

/**
 * Where the text of a record stands in what SIEMs and transports export, beside `_raw`, `message` and the like that have an envelope of their own. A name that a
 * vendor's own record may have counts only beside another one of the carrier.
 */
export const CARRYING: readonly Carrier[] = [
	// https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html
	{ member: '@message', by: 'cloudwatch', beside: [] },
	// https://schema.ocsf.io/objects/base_event: the event as it came in.
	{ member: 'raw_data', by: 'ocsf', beside: ['class_uid', 'category_uid', 'metadata'] },
	// https://documentation.wazuh.com/current/user-manual/manager/event-logging.html
	{ member: 'full_log', by: 'wazuh', beside: ['decoder', 'manager', 'agent', 'rule'] },
	// https://docs.docker.com/engine/logging/drivers/json-file/ and Fluent Bit's tail input
	{ member: 'log', by: 'container', beside: ['stream', 'kubernetes', 'container_id', 'date'] },
	// https://go2docs.graylog.org/current/getting_in_log_data/gelf.html
	{ member: 'full_message', by: 'gelf', beside: ['short_message', 'version', 'host'] },
	{ member: 'short_message', by: 'gelf', beside: ['version', 'host'] },
	// QRadar: Ariel searches over the payload; an export of the log activity tab.
	{ member: 'UTF8(payload)', by: 'qradar', beside: [] },
	{ member: 'utf8(payload)', by: 'qradar', beside: [] },
	{ member: 'utf8_payload', by: 'qradar', beside: [] },
	{ member: 'payloadAsUTF', by: 'qradar', beside: [] },
	{ member: 'payload', by: 'qradar', beside: ['starttime', 'startTime', 'logsourceid', 'logsourcename', 'logSource', 'qid'] },
	{ member: 'Payload', by: 'qradar', beside: ['Log Source', 'Event Name'] },
	// https://docs.confluent.io/platform/current/tools/kafkacat-usage.html (kcat -J)
	{ member: 'payload', by: 'kafka', beside: ['topic', 'partition'] },
	// https://docs.snowflake.com/en/user-guide/kafka-connector-overview
	{ member: 'RECORD_CONTENT', by: 'kafka', beside: [] },
	// https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry
	{ member: 'jsonPayload', by: 'cloud-logging', beside: ['logName', 'insertId'] },
	{ member: 'textPayload', by: 'cloud-logging', beside: ['logName', 'insertId'] },
	// https://grafana.com/docs/loki/latest/query/logcli/ (--output=jsonl) and the CSV of Grafana's Explore
	{ member: 'line', by: 'loki', beside: ['labels'] },
	{ member: 'Line', by: 'loki', beside: ['tsNs', 'Time', 'labels'] },
	// https://docs.datadoghq.com/logs/explorer/export/
	{ member: 'Message', by: 'datadog', beside: ['Date', 'Service', 'Host'] },
	{ member: 'Content', by: 'datadog', beside: ['Date', 'Service', 'Host'] },
	{ member: 'Body', by: 'event-hub', beside: HUB },
	// https://docs.aws.amazon.com/cli/latest/reference/sqs/receive-message.html
	{ member: 'Body', by: 'sqs', beside: ['ReceiptHandle'] },
];

/** Whether members of these names stand around a record that is carried: one of those named, or none at all. Where none is named, always. */
export function isBeside(beside: readonly string[] | undefined, names: readonly string[]): boolean {
	return beside === undefined || beside.length === 0 || names.length === 1 || beside.some((name) => names.includes(name));
}

/** Bytes as Avro's tools print them, a letter for each byte; any other value as it is. */
export function fromAvro(value: Json | undefined): Json | undefined {
	const bytes = isObject(value) && Object.keys(value).length === 1 ? value['bytes'] : undefined;
	return typeof bytes === 'string' && !/[^\0-\xff]/.test(bytes) ? Buffer.from(bytes, 'latin1').toString('utf8') : value;
}

/** The fields of an Elasticsearch hit, each of which is a list there, with the only element of a list in its place. */
export function singles(fields: Json | undefined): Json | undefined {
	if (!isObject(fields)) return undefined;
	const record: { [name: string]: Json } = {};
	for (const [name, value] of Object.entries(fields)) {
		const list: readonly Json[] = Array.isArray(value) ? value : [];
		const [only = value] = list;
		if (name !== '__proto__' && only !== undefined) record[name] = list.length > 1 ? (value ?? null) : only;
	}
	return record;
}

/** A message of Sumo Logic's search jobs: its fields, the text of the record among them. */
export function withRaw(map: Json | undefined): Json | undefined {
	return isObject(map) && Object.hasOwn(map, '_raw') ? map : undefined;
}

/** The messages of an answer of Sumo Logic, Graylog or SQS; undefined for other lists of that name. */
export function wrappedMessages(value: Json | undefined): Json | undefined {
	const messages: readonly Json[] = Array.isArray(value) ? value : [];
	const isWrapped = (one: Json): boolean =>
		isObject(one) && (isObject(one['map']) || isObject(one['message']) || 'ReceiptHandle' in one);
	return messages.every(isWrapped) ? [...messages] : undefined;
}
