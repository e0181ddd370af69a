import { existsSync, readdirSync } from 'node:fs';
import type { NormalisedEvent } from '../../src/model/event.ts';
import { isObject, type JsonObject } from '../../src/model/json.ts';
import type { Source } from '../../src/model/source.ts';
import { openEvidence } from '../../src/read/open-evidence.ts';
import { prepare, reshaped } from '../../src/sources/normalise.ts';
import { readFixture, rulesOf } from '../sources/fixture-events.ts';

const FOLDER = 'fixtures/sources';

/** What events of a platform were seen to come of. */
interface Shown {
	readonly formats: Set<string>;
	/** `operation#n` of each rule that held (n counted from 0; -1: none) → activities that came of it. */
	readonly rules: Map<string, Set<string>>;
	/** Activities that code gave: another one than the rule's, or one where no rule held → operations. */
	readonly byCode: Map<string, Set<string>>;
	fallback: boolean;
}

/**
 * What a platform's declaration promises and no record below its folder among the fixtures shows, a sentence each: facts without which no
 * event can be made, formats, every rule of every operation, what is declared beside the table, the fallback.
 */
export async function unshown(source: Source): Promise<readonly string[]> {
	const pathless = (['time', 'operation'] as const).filter((field) => [source.fields[field] ?? []].flat().length === 0);
	const lacks = pathless.map((field) => `${source.id}: 'fields' names no path for ${field}, so no record can become an event`);
	const shown = await shownBy(source);
	const none = `${source.id}: no record below ${FOLDER}/${source.id} becomes`;
	const formats = source.formats
		.filter(({ id }) => !shown.formats.has(id))
		.map(({ id, title }) => `${none} an event from the format '${id}' (${title})`);
	const operations = Object.keys(source.activities()).flatMap((operation) =>
		rulesOf(source, operation).flatMap(({ activity, when }, index) =>
			shown.rules.get(`${operation}#${index}`)?.has(activity) === true
				? []
				: `${none} '${operation}' as ${activity}${when === undefined ? '' : ` (when ${when.text})`}`,
		),
	);
	const further = (source.further ?? []).flatMap(({ activity, when }, index, all) => {
		// Two that lead to one activity are two operations at least.
		const before = all.slice(0, index).filter((other) => other.activity === activity).length;
		return (shown.byCode.get(activity)?.size ?? 0) > before ? [] : `${none} ${activity} as 'further' says: ${when}`;
	});
	const fallback =
		source.fallback === undefined || shown.fallback ? [] : [`${none} what 'fallback' says: ${source.fallback.text}`];
	return [...lacks, ...formats, ...operations, ...further, ...fallback];
}

async function shownBy(source: Source): Promise<Shown> {
	const shown: Shown = { formats: new Set(), rules: new Map(), byCode: new Map(), fallback: false };
	const normaliser = prepare(source);
	for await (const record of recordsOf(source.id)) {
		const format = normaliser.recognise(record)?.format;
		const natives = format === undefined ? [] : reshaped(format, record);
		if (format === undefined || 'reason' in natives) continue;
		for (const native of natives) {
			const event = normaliser.event(native, 'fixture', 1);
			if ('reason' in event) continue;
			shown.formats.add(format.id);
			note(shown, source, native, event);
		}
	}
	return shown;
}

function note(shown: Shown, source: Source, native: JsonObject, { operation, activity }: NormalisedEvent): void {
	const rules = rulesOf(source, operation);
	const index = rules.findIndex(({ when }) => when === undefined || when.test(native));
	add(shown.rules, `${operation}#${index}`, activity);
	if (activity !== (rules[index]?.activity ?? 'other')) add(shown.byCode, activity, operation);
	if (rules.length === 0 && source.fallback?.rule(operation, native) !== undefined) shown.fallback = true;
}

function add(table: Map<string, Set<string>>, name: string, value: string): void {
	table.set(name, (table.get(name) ?? new Set()).add(value));
}

/** Every record twice: as it stands in its file, for some formats are envelopes, and as the reader hands it on. */
async function* recordsOf(platform: string): AsyncIterable<JsonObject> {
	const folder = `${FOLDER}/${platform}`;
	if (!existsSync(folder)) return;
	for (const name of readdirSync(folder)) {
		const content: unknown = readFixture(platform, name);
		yield* (Array.isArray(content) ? content : [content]).filter(isObject);
	}
	const { files } = await openEvidence([folder]);
	for (const file of files) for await (const { records } of file.batches()) for (const { value } of records) yield value;
}
