import type { ActorType, EventDraft } from '../model/event.ts';
import type { Json, JsonObject } from '../model/json.ts';
import type { FieldName, PlaceFact, Source } from '../model/source.ts';
import { parseAddress } from '../read/address.ts';
import { asFlag, asNumber, asText, asTexts, compilePath, type FieldReader, mayLead } from '../read/fields.ts';

/** Reads one fact of a record into its event; leaves it absent where the record does not say it. */
export interface FactReader {
	readonly fact: keyof EventDraft;
	read(record: JsonObject, event: EventDraft): void;
}

/** What records of one shape say by their paths alone. */
export interface ShapeFacts {
	readonly time: FieldReader | undefined;
	readonly operation: FieldReader | undefined;
	/** All other facts that may be there. */
	readonly others: readonly FactReader[];
}

const ACTOR_TYPES: ReadonlySet<string> = new Set<ActorType>(['user', 'service', 'app', 'system']);

/** A path as declared and as compiled. */
interface FieldPath {
	readonly path: string;
	readonly read: FieldReader;
}

/** A source's paths, compiled. */
export type FieldPaths = readonly (readonly [FieldName, readonly FieldPath[]])[];

/**
 * Compiles a source's paths.
 * @param unread facts that nobody asks for
 * @throws TypeError on a malformed one.
 */
export function compileFields(source: Source, unread: readonly FieldName[]): FieldPaths {
	return (Object.entries(source.fields) as [FieldName, string | readonly string[]][])
		.filter(([name]) => !unread.includes(name))
		.map(([name, spec]) => [name, (typeof spec === 'string' ? [spec] : spec).map((path) => ({ path, read: compilePath(path) }))]);
}

/** What to read of records of the shape that one record has: paths that lead nowhere are left out. */
export function factsOf(paths: FieldPaths, record: JsonObject, source: Source): ShapeFacts {
	const readers: Partial<Record<FieldName, readonly FieldReader[]>> = {};
	for (const [name, alternatives] of paths) {
		const leading = alternatives.filter((path) => mayLead(path.path, record)).map(({ read }) => read);
		if (leading.length > 0) readers[name] = leading;
	}
	const one = (name: FieldName) => firstFound(readers[name]);
	const others: (FactReader | undefined)[] = [
		idReader(one('id')),
		actorReader(one('actorEmail'), one('actorId'), one('actorType'), one('actorName')),
		appReader(one('appId'), one('appName')),
		targetReader(one('targetId'), one('targetName'), one('targetType')),
		...TEXT_FACTS.map((fact) => textReader(fact, readers[fact], source)),
		...NUMBER_FACTS.map((fact) => numberReader(fact, one(fact))),
		addressReader(readers.ip, source),
		proxyReader(one('proxy')),
		scopesReader(one('scopes')),
		outcomeReader(one('outcome'), source),
	];
	return { time: one('time'), operation: one('operation'), others: others.filter((reader) => reader !== undefined) };
}

/** A line of code for each fact: members that are named only when the program runs are added several times more slowly. */
const SET_TEXT: Readonly<Record<Exclude<PlaceFact, 'ip'>, (event: EventDraft, text: string) => void>> = {
	asOrg(event, text) {
		event.asOrg = text;
	},
	country(event, text) {
		event.country = text;
	},
	city(event, text) {
		event.city = text;
	},
	userAgent(event, text) {
		event.userAgent = text;
	},
	session(event, text) {
		event.session = text;
	},
	token(event, text) {
		event.token = text;
	},
	tokenKind(event, text) {
		event.tokenKind = text;
	},
	device(event, text) {
		event.device = text;
	},
};
const SET_NUMBER: Readonly<Record<'asn' | 'items' | 'bytes', (event: EventDraft, number: number) => void>> = {
	asn(event, number) {
		event.asn = number;
	},
	items(event, number) {
		event.items = number;
	},
	bytes(event, number) {
		event.bytes = number;
	},
};
const TEXT_FACTS = Object.keys(SET_TEXT) as readonly (keyof typeof SET_TEXT)[];
const NUMBER_FACTS = Object.keys(SET_NUMBER) as readonly (keyof typeof SET_NUMBER)[];

/** The first that is present and not an empty text wins. */
function firstFound(readers: readonly FieldReader[] | undefined): FieldReader | undefined {
	const [first, ...others] = readers ?? [];
	if (first === undefined) return undefined;
	return (record) => {
		const value = first(record);
		if (value !== undefined && value !== '') return value;
		for (const read of others) {
			const other = read(record);
			if (other !== undefined && other !== '') return other;
		}
		return undefined;
	};
}

function idReader(id: FieldReader | undefined): FactReader | undefined {
	if (id === undefined) return undefined;
	return {
		fact: 'ref',
		read(record, event) {
			const text = asText(id(record));
			if (text !== undefined) event.ref = { file: event.ref.file, record: event.ref.record, id: text };
		},
	};
}

type Maybe = FieldReader | undefined;

function actorReader(readEmail: Maybe, readId: Maybe, readType: Maybe, readName: Maybe): FactReader | undefined {
	if (readEmail === undefined && readId === undefined) return undefined;
	return {
		fact: 'actor',
		read(record, event) {
			const email = asText(readEmail?.(record))?.toLowerCase();
			const id = asText(readId?.(record))?.toLowerCase() ?? email;
			if (id === undefined) return;
			const type = asText(readType?.(record))?.toLowerCase() ?? 'user';
			const name = asText(readName?.(record));
			event.actor = {
				type: isActorType(type) ? type : 'user',
				id,
				...(name !== undefined && { name }),
				...((email ?? (id.includes('@') ? id : undefined)) !== undefined && { email: email ?? id }),
			};
		},
	};
}

function appReader(readId: Maybe, readName: Maybe): FactReader | undefined {
	if (readId === undefined && readName === undefined) return undefined;
	return {
		fact: 'app',
		read(record, event) {
			const id = asText(readId?.(record));
			const name = asText(readName?.(record));
			if (id === undefined && name === undefined) return;
			event.app = { id: (id ?? name ?? '').toLowerCase(), ...(name !== undefined && { name }) };
		},
	};
}

function targetReader(readId: Maybe, readName: Maybe, readType: Maybe): FactReader | undefined {
	if (readId === undefined) return undefined;
	return {
		fact: 'target',
		read(record, event) {
			const id = asText(readId(record));
			if (id === undefined) return;
			const name = asText(readName?.(record));
			event.target = { type: asText(readType?.(record)) ?? 'object', id, ...(name !== undefined && { name }) };
		},
	};
}

/** Where a source says what a blank text is, the next place is asked that may hold one. */
function textReader(
	fact: keyof typeof SET_TEXT,
	readers: readonly FieldReader[] | undefined,
	{ isBlank }: Source,
): FactReader | undefined {
	const first = firstFound(readers);
	if (readers === undefined || first === undefined) return undefined;
	const set = SET_TEXT[fact];
	const places = isBlank === undefined ? [first] : readers;
	return {
		fact,
		read(record, event) {
			for (const read of places) {
				const text = asText(read(record));
				if (text === undefined || isBlank?.(text, fact) === true) continue;
				set(event, text);
				return;
			}
		},
	};
}

function numberReader(fact: keyof typeof SET_NUMBER, read: Maybe): FactReader | undefined {
	if (read === undefined) return undefined;
	const set = SET_NUMBER[fact];
	return {
		fact,
		read(record, event) {
			const number = asNumber(read(record));
			if (number !== undefined && number >= 0) set(event, number);
		},
	};
}

/** Where a text stands that is no address (`Salesforce.com IP`), or a blank one as its source knows them, the next place is asked that may hold one. */
function addressReader(places: readonly FieldReader[] | undefined, { isBlank }: Source): FactReader | undefined {
	if (places === undefined) return undefined;
	return {
		fact: 'ip',
		read(record, event) {
			for (const read of places) {
				const ip = parseAddress(asText(read(record)));
				if (ip === undefined || isBlank?.(ip, 'ip') === true) continue;
				event.ip = ip;
				return;
			}
		},
	};
}

function proxyReader(read: Maybe): FactReader | undefined {
	if (read === undefined) return undefined;
	return {
		fact: 'proxy',
		read(record, event) {
			const proxy = asFlag(read(record));
			if (proxy !== undefined) event.proxy = proxy;
		},
	};
}

function scopesReader(read: Maybe): FactReader | undefined {
	if (read === undefined) return undefined;
	return {
		fact: 'scopes',
		read(record, event) {
			const scopes = asTexts(read(record) as Json);
			if (scopes !== undefined) event.scopes = scopes;
		},
	};
}

function outcomeReader(read: Maybe, { outcomes }: Source): FactReader | undefined {
	if (read === undefined) return undefined;
	return {
		fact: 'ok',
		read(record, event) {
			const outcome = asText(read(record))?.toLowerCase();
			if (outcome === undefined) return;
			if (outcomes?.success.includes(outcome) === true) event.ok = true;
			else if (outcomes?.failure.includes(outcome) === true) event.ok = false;
		},
	};
}

function isActorType(text: string): text is ActorType {
	return ACTOR_TYPES.has(text);
}
