import { isActivity } from '../model/activity.ts';
import { isObject, type Json, type JsonObject } from '../model/json.ts';
import { isPlatform } from '../model/platform.ts';

/** Letters in which a document of ours says what it is; a report's security policy stands before. */
const BEGINNING = 4096;

const JSON_START = /^\{\s*"schema":\s*"(saashound\/[a-z-]{1,32}\/\d{1,4})"/;
const SARIF_START =
	/^\{\s*"\$schema":\s*"[^"]{1,200}",\s*"version":\s*"2\.1\.0",\s*"runs":\s*\[\s*\{\s*"tool":\s*\{\s*"driver":\s*\{\s*"name":\s*"saashound"/;

/**
 * Tells the documents that this program itself writes (findings and all other JSON, SARIF, HTML, Markdown, CSV) from logs, by how they begin. Lines of
 * events and of findings are none, each stands for itself: see {@link ownLine}.
 * @param head the first bytes, UTF-8 without mark.
 * @param whole the text is no longer than that.
 * @returns what it is, e.g. `saashound/findings/1` or `SARIF`; undefined where it is none.
 */
export function ownDocument(head: Buffer, whole: boolean): string | undefined {
	const start = head.toString('utf8', 0, BEGINNING);
	if (start.startsWith('<!DOCTYPE html>') && start.includes('<meta name="generator" content="saashound ')) return 'HTML';
	if (start.startsWith('# What saashound found\n')) return 'Markdown';
	if (start.startsWith('rank,id,analytic,technique,severity,score,chance,actor_type,actor,')) return 'CSV';
	const kind = JSON_START.exec(start)?.[1] ?? (SARIF_START.test(start) ? 'SARIF' : undefined);
	return kind !== undefined && isAlone(head, start, whole) ? kind : undefined;
}

const TABLE_START = /^(?:[^\n]{0,400}\n){1,12}?ran {6}AN\d{4} [^\n]{1,400}\n(?: [^\n]{1,400}\n){0,8}over {5}/;

/**
 * Tells findings as a table for terminals, kept in a file, from other text; only to be asked of what is none of the formats that are read.
 * @param head as of {@link ownDocument}
 */
export function ownTable(head: Buffer): boolean {
	return TABLE_START.test(head.toString('utf8', 0, BEGINNING));
}

// A line of a log may well begin like this; behind it stand others. Longer documents are told by being laid out over lines, as ours are.
function isAlone(head: Buffer, start: string, whole: boolean): boolean {
	if (!whole) return start.startsWith('{\n');
	try {
		return isObject(JSON.parse(head.toString('utf8')));
	} catch {
		return false;
	}
}

/**
 * Tells the lines that this program itself writes (findings and exported events, each as NDJSON, OCSF or for Timesketch) by what only they have: the
 * program's name as that of the tool, or its own words for platform and activity beside the record that an event was read from.
 * @returns what it is, e.g. `a finding as OCSF`; undefined for whatever else, OCSF of other tools among it.
 */
export function ownLine(record: JsonObject): string | undefined {
	const { tool, metadata, tag, ref, unmapped } = record;
	if (isObject(tool) && tool['name'] === OWN && isText(record['inputsSha256']) && isText(record['analytic'])) return 'a finding';
	if (Array.isArray(tag) && tag[0] === OWN && isText(record['finding_id']) && isText(record['timestamp_desc']))
		return 'a finding for Timesketch';
	if (isObject(ref) && isText(ref['file']) && isNumber(ref['record']) && isEvent(record)) return 'an exported event';
	if (!isObject(metadata) || !isObject(unmapped) || !isNumber(record['class_uid'])) return undefined;
	const { product } = metadata;
	if (isObject(product) && product['name'] === OWN && product['vendor_name'] === OWN) return 'a finding as OCSF';
	const isRead = isText(metadata['log_name']) && isNumber(metadata['sequence']) && isText(metadata['event_code']);
	return isRead && isEvent(unmapped) ? 'an exported event as OCSF' : undefined;
}

/** Whether a text is nothing but lines of our own. @param text all of it, UTF-8 */
export function ownLines(text: Buffer): boolean {
	const lines = text
		.toString('utf8')
		.split('\n')
		.filter((line) => line !== '');
	return lines.length > 0 && lines.every((line) => ownLine(parsed(line)) !== undefined);
}

function parsed(line: string): JsonObject {
	try {
		const value: unknown = JSON.parse(line);
		return isObject(value) ? value : {};
	} catch {
		return {};
	}
}

const OWN = 'saashound';

// In our own words.
function isEvent({ platform, activity }: JsonObject): boolean {
	return isText(platform) && isPlatform(platform) && isText(activity) && isActivity(activity);
}

function isText(value: Json | undefined): value is string {
	return typeof value === 'string';
}

function isNumber(value: Json | undefined): value is number {
	return typeof value === 'number';
}
