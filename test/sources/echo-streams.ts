import type { Activity } from '../../src/model/activity.ts';
import type { Json, JsonObject } from '../../src/model/json.ts';
import { mayBeWrapped } from '../../src/read/unwrap.ts';
import { contentHash } from '../../src/scan/content-hash.ts';
import { Scanner, shownContent } from '../../src/scan/scanner.ts';
import { SOURCES } from '../../src/sources/index.ts';
import { prepare } from '../../src/sources/normalise.ts';
import { Recogniser } from '../../src/sources/recognise.ts';

/** Makes events of records read off their bytes, and of the same records parsed, and tells where they or the hashes of their content differ. */
export class EchoStream {
	readonly #scanner: Scanner;
	readonly #scanned = new Recogniser(SOURCES.map((source) => prepare(source)));
	readonly #plain = new Recogniser(SOURCES.map((source) => prepare(source)));
	readonly #whole: ReadonlySet<Activity> | undefined;
	/** Events that took over what was known of others. */
	echoes = 0;
	/** Native records that were read off their bytes, their content hash with them. */
	lent = 0;

	/** @param whole activities whose events are looked at whole; absent: all */
	constructor(whole?: readonly Activity[]) {
		const scanner = Scanner.create(mayBeWrapped);
		if (scanner === undefined) throw new Error('this machine cannot run the kernel');
		this.#scanner = scanner;
		this.#whole = whole === undefined ? undefined : new Set(whole);
	}

	/** What the record gives in both ways, where that is not the same. */
	differs(text: string): readonly [scanned: string, plain: string] | undefined {
		const bytes = Buffer.from(text);
		this.#scanner.load(bytes, 0, bytes.length);
		const found = this.#scanner.scan(0, bytes.length);
		if (found === undefined) return undefined;
		const scanned = this.#eventsOf(this.#scanner.show(found), this.#scanned);
		const plain = this.#eventsOf(JSON.parse(text) as JsonObject, this.#plain);
		return scanned === plain ? undefined : [scanned, plain];
	}

	#eventsOf(record: JsonObject, recogniser: Recogniser): string {
		const found = recogniser.recognise(record);
		if (found === undefined) return 'unrecognised';
		try {
			const natives = found.natives.of(record);
			return canonical(
				natives.map((native) => {
					const content = shownContent(native);
					if (content !== undefined) this.lent += 1;
					const event = found.normaliser.event(native, 'a.ndjson', 1, this.#whole);
					if (found.normaliser.like !== undefined) this.echoes += 1;
					const brief = 'time' in event && this.#whole?.has(event.activity) === false;
					return { event: brief ? briefly(event) : event, content: content ?? contentHash(native) };
				}),
			);
		} catch (error) {
			return String(error);
		}
	}
}

/** What is promised of an event that is not looked at whole. */
function briefly(event: object): object {
	const { time, platform, activity, operation, ref, actor, app, target, ip, asn, country, userAgent, token, device } =
		event as Record<string, Json>;
	const type = (target as JsonObject | undefined)?.['type'];
	const who = type === 'user' || type === 'mailbox' ? target : undefined;
	return {
		...{ time, platform, activity, operation, ref, actor, app, ip, target: who },
		...(activity !== 'other' && { asn, country, userAgent, token, device }),
	};
}

/** JSON in which the order of members does not tell. */
export function canonical(value: unknown): string {
	return JSON.stringify(value, (_name, inner: unknown) =>
		typeof inner === 'object' && inner !== null && !Array.isArray(inner)
			? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
			: inner,
	);
}

/** Where a record's texts, numbers and flags stand: the steps to each. */
export function leavesOf(value: Json, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
	if (typeof value !== 'object' || value === null) return [path];
	const entries: readonly (readonly [string | number, Json])[] = Array.isArray(value)
		? value.map((inner, index) => [index, inner] as const)
		: Object.entries(value as JsonObject).map(([name, inner]) => [name, inner ?? null] as const);
	return entries.flatMap(([step, inner]) => leavesOf(inner, [...path, step]));
}

/** The record with another value in one place. */
export function withLeaf(record: JsonObject, path: readonly (string | number)[], value: Json): JsonObject {
	const copy = structuredClone(record);
	let place: unknown = copy;
	for (const step of path.slice(0, -1)) place = (place as Record<string | number, unknown>)[step];
	(place as Record<string | number, unknown>)[path.at(-1) as string | number] = value;
	return copy;
}
