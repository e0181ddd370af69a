import { Window } from './window.ts';

const LESS = 0x3c;
const GREATER = 0x3e;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;

/** Elements in elements: a spreadsheet has eight levels, a rich text a few more. */
const MAX_DEPTH = 64;

/** What stands in an XML text. Names come without their prefix. */
export interface XmlHandler {
	/** An element begins; `attribute` gives the value of one of its attributes by its name without prefix. `offset`: of its `<` in the text. */
	open(name: string, attribute: (name: string) => string | undefined, offset: number): void;
	/** An element ends; `offset`: behind its `>`. */
	close(name: string, offset: number): void;
	/** Text between tags; an element's text may come in several pieces. */
	text(text: string): void;
}

/** XML that is not read: broken, or with a document type declaration, which no spreadsheet has and entity bombs need. */
export class XmlRefused extends Error {
	override readonly name = 'XmlRefused';
	/** Offset in the text. */
	readonly offset: number;

	constructor(message: string, offset: number) {
		super(message);
		this.offset = offset;
	}
}

/**
 * Reads the XML that spreadsheet programs write (XML 1.0 without document type), in pieces, from bytes: offsets are exact, and nothing is looked up anywhere.
 * Knows the five entities of XML and character references; any other entity stays as it is written.
 */
export class XmlReader {
	readonly #handler: XmlHandler;
	readonly #longest: number;
	readonly #window = new Window();
	readonly #names: string[] = [];
	/** Where the search for a token's end goes on, from the token's first byte. */
	#at = 1;
	/** The quote that is open there. */
	#quote = 0;

	/** @param longest bytes of one tag or text; more are refused. */
	constructor(handler: XmlHandler, longest: number) {
		this.#handler = handler;
		this.#longest = longest;
	}

	/** Whether all elements that began have ended. */
	get closed(): boolean {
		return this.#names.length === 0;
	}

	/** @throws XmlRefused when the text is not XML that is read. */
	push(chunk: Buffer): void {
		this.#window.push(chunk);
		while (this.#token());
		const { start, end } = this.#window;
		if (end - start > this.#longest) throw this.#refusal(`a tag or text of more than ${this.#longest} bytes`);
	}

	#token(): boolean {
		const { bytes, start, end } = this.#window;
		if (start >= end) return false;
		if (bytes[start] !== LESS) return this.#text(start);
		if (start + 1 >= end) return false;
		const kind = bytes[start + 1];
		if (kind === QUESTION) return this.#skip('?>', 2);
		if (kind === BANG) return this.#declaration(start, end);
		const stop = kind === SLASH ? this.#find('>', 2) : this.#tagEnd(start, end);
		if (stop < 0) return false;
		if (kind === SLASH) this.#endTag(start, stop);
		else this.#startTag(start, stop);
		this.#drop(stop + 1);
		return true;
	}

	/** Where a tag ends; a `>` within quotes is part of a value. */
	#tagEnd(start: number, end: number): number {
		const { bytes } = this.#window;
		let quote = this.#quote;
		for (let i = start + this.#at; i < end; i += 1) {
			const byte = bytes[i];
			if (quote !== 0) {
				if (byte === quote) quote = 0;
			} else if (byte === GREATER) return i;
			else if (byte === DOUBLE || byte === SINGLE) quote = byte;
			else if (byte === LESS) throw this.#refusal('a tag within a tag');
		}
		this.#at = end - start;
		this.#quote = quote;
		return -1;
	}

	#text(start: number): boolean {
		const stop = this.#find('<', 1);
		if (stop < 0) return false;
		if (this.#names.length > 0) this.#handler.text(decodeEntities(this.#window.text(start, stop)));
		this.#drop(stop);
		return true;
	}

	#declaration(start: number, end: number): boolean {
		const begin = this.#window.text(start, Math.min(end, start + 9));
		if (begin.startsWith('<!--')) return this.#skip('-->', 4);
		if (begin === '<![CDATA[') {
			const stop = this.#find(']]>', 9);
			if (stop < 0) return false;
			if (this.#names.length > 0) this.#handler.text(this.#window.text(start + 9, stop));
			this.#drop(stop + 3);
			return true;
		}
		if ('<!--'.startsWith(begin) || '<![CDATA['.startsWith(begin)) return false;
		throw this.#refusal('a document type declaration');
	}

	#skip(closing: string, from: number): boolean {
		const stop = this.#find(closing, from);
		if (stop < 0) return false;
		this.#drop(stop + closing.length);
		return true;
	}

	/** Where a token's closing text stands, at least `from` bytes behind its beginning; -1: not yet there. No byte is looked at twice for long. */
	#find(closing: string, from: number): number {
		const { bytes, start, end } = this.#window;
		const at = bytes.subarray(0, end).indexOf(closing, start + Math.max(from, this.#at - closing.length));
		if (at < 0) this.#at = end - start;
		return at;
	}

	#startTag(start: number, stop: number): void {
		const { bytes } = this.#window;
		const empty = bytes[stop - 1] === SLASH;
		const tag = this.#window.text(start + 1, empty ? stop - 1 : stop);
		const blank = tag.search(/\s/);
		const name = localName(blank < 0 ? tag : tag.slice(0, blank));
		if (name === '') throw this.#refusal('a tag without a name');
		if (this.#names.length >= MAX_DEPTH) throw this.#refusal(`elements nested deeper than ${MAX_DEPTH} levels`);
		this.#handler.open(name, (wanted) => (blank < 0 ? undefined : attributeOf(tag, blank, wanted)), this.#window.offset(start));
		if (empty) this.#handler.close(name, this.#window.offset(stop + 1));
		else this.#names.push(name);
	}

	#endTag(start: number, stop: number): void {
		const name = localName(this.#window.text(start + 2, stop).trimEnd());
		if (this.#names.pop() !== name) throw this.#refusal(`the end of ${name.slice(0, 40)} where another element is open`);
		this.#handler.close(name, this.#window.offset(stop + 1));
	}

	#drop(to: number): void {
		this.#window.discard(to);
		this.#at = 1;
		this.#quote = 0;
	}

	#refusal(what: string): XmlRefused {
		return new XmlRefused(what, this.#window.offset(this.#window.start));
	}
}

function localName(name: string): string {
	return name.slice(name.indexOf(':') + 1);
}

const ATTRIBUTE = /([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const BLANKS = /\s*/y;

function attributeOf(tag: string, from: number, wanted: string): string | undefined {
	let at = from;
	while (at < tag.length) {
		BLANKS.lastIndex = at;
		BLANKS.exec(tag);
		ATTRIBUTE.lastIndex = BLANKS.lastIndex;
		const found = ATTRIBUTE.exec(tag);
		if (found === null) return undefined;
		if (localName(found[1] ?? '') === wanted) return decodeEntities(found[2] ?? found[3] ?? '');
		at = ATTRIBUTE.lastIndex;
	}
	return undefined;
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const LAST_CHARACTER = 0x10ffff;

function decodeEntities(text: string): string {
	if (!text.includes('&')) return text;
	return text.replace(/&(#x[\da-fA-F]{1,8}|#\d{1,8}|lt|gt|amp|quot|apos);/g, (whole, name: string) => {
		if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
		const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
		return code > 0 && code <= LAST_CHARACTER && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : whole;
	});
}
