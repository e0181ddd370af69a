/** Bytes of one block; a longer text gets one of its own. */
const BLOCK = 2 ** 18;
/** Texts begin at multiples of this, so that 32 bits name each place of the first 16 GiB. */
const STEP = 4;
const PER_BLOCK = BLOCK / STEP;
/** Before each text: its length in characters, and whether it has any beyond Latin-1; or {@link GUID}, or {@link SHARED}. */
const HEAD = 4;
/** Ids of records, sessions and directories mostly are GUIDs: in lower case they lie here as what they are, in 16 bytes instead of 36. */
const GUID = 0xffff_ffff;
const GUID_BYTES = 16;
/**
 * Files of one folder begin alike: such a text has this bit in its head, how many characters it shares (15 bits), how many of its own follow (16 bits), and
 * after the head the place of the text that it shares them with, which is a plain one.
 */
const SHARED = 0x8000_0000;
const LEAST_SHARED = 16;
/** Longer texts share nothing: lines and lists, not names. */
const LONGEST_NAME = 300;
/** So many folders are remembered. */
const FOLDERS = 2 ** 13;

/**
 * Texts outside the heap, as bytes: a million short ones cost the garbage collector nothing, and half the memory. They are kept as they are, lone
 * surrogates included. Texts are added, never taken away.
 */
export class TextArena {
	readonly #blocks: Buffer[] = [];
	/** Where the next text goes, in the last block. */
	#next = BLOCK;
	/** Folder → place of a text that begins with it. */
	readonly #folders = new Map<string, number>();

	/** Keeps a text. @returns where it is: from 1 on */
	add(text: string): number {
		if (packGuid(text)) {
			const at = this.#room(HEAD + GUID_BYTES);
			const block = this.#blocks.at(-1) as Buffer;
			block.writeUInt32LE(GUID, at);
			block.set(packed, at + HEAD);
			return placeOf(this.#blocks.length - 1, at);
		}
		const wide = isWide(text);
		const folder = wide || text.length > LONGEST_NAME ? 0 : folderEnd(text);
		return folder < LEAST_SHARED ? this.#plain(text, wide) : this.#inFolder(text, folder);
	}

	/** @param end where the name of its folder ends */
	#inFolder(text: string, end: number): number {
		const folder = text.slice(0, end);
		const first = this.#folders.get(folder);
		if (first === undefined) {
			const place = this.#plain(text, false);
			if (this.#folders.size >= FOLDERS) this.#folders.clear();
			this.#folders.set(folder, place);
			return place;
		}
		const own = text.length - end;
		const at = this.#room(HEAD * 2 + own);
		const block = this.#blocks.at(-1) as Buffer;
		block.writeUInt32LE((SHARED | (end << 16) | own) >>> 0, at);
		block.writeUInt32LE(first, at + HEAD);
		block.write(text.slice(end), at + HEAD * 2, 'latin1');
		return placeOf(this.#blocks.length - 1, at);
	}

	#plain(text: string, wide: boolean): number {
		const size = HEAD + (wide ? text.length * 2 : text.length);
		if (size > BLOCK) return this.#write(this.#block(size), 0, text, wide);
		const at = this.#room(size);
		return this.#write(this.#blocks.length - 1, at, text, wide);
	}

	/** Where so many bytes go, in the last block. */
	#room(size: number): number {
		if (this.#next + size > BLOCK) {
			this.#next = 0;
			this.#block(BLOCK);
		}
		const at = this.#next;
		this.#next += Math.ceil(size / STEP) * STEP;
		return at;
	}

	/** The text at a place that {@link add} gave. */
	at(place: number): string {
		const [block, from] = this.#find(place);
		const head = block.readUInt32LE(from);
		const start = from + HEAD;
		if (head === GUID) return guidOf(block.toString('hex', start, start + GUID_BYTES));
		if (head >= SHARED) {
			const [first, shared] = this.#find(block.readUInt32LE(start));
			const own = start + HEAD;
			return (
				first.toString('latin1', shared + HEAD, shared + HEAD + sharedOf(head)) + block.toString('latin1', own, own + ownOf(head))
			);
		}
		const length = head >>> 1;
		return (head & 1) === 0
			? block.toString('latin1', start, start + length)
			: block.toString('utf16le', start, start + length * 2);
	}

	/** Whether the text at a place is this one. */
	is(place: number, text: string): boolean {
		const [block, from] = this.#find(place);
		const head = block.readUInt32LE(from);
		if (head === GUID) return packGuid(text) && block.compare(packed, 0, GUID_BYTES, from + HEAD, from + HEAD + GUID_BYTES) === 0;
		const start = from + HEAD;
		if (head >= SHARED) {
			const end = sharedOf(head);
			if (end + ownOf(head) !== text.length || !holds(block, start + HEAD, text, end, text.length)) return false;
			const [first, shared] = this.#find(block.readUInt32LE(start));
			return holds(first, shared + HEAD, text, 0, end);
		}
		if (head >>> 1 !== text.length) return false;
		return (head & 1) === 0 ? holds(block, start, text, 0, text.length) : this.at(place) === text;
	}

	/** Adds a block. @returns its index */
	#block(size: number): number {
		this.#blocks.push(Buffer.allocUnsafeSlow(size));
		// A text with a block of its own leaves nothing for others.
		if (size > BLOCK) this.#next = BLOCK;
		return this.#blocks.length - 1;
	}

	#write(index: number, at: number, text: string, wide: boolean): number {
		const block = this.#blocks[index] as Buffer;
		block.writeUInt32LE(text.length * 2 + (wide ? 1 : 0), at);
		block.write(text, at + HEAD, wide ? 'utf16le' : 'latin1');
		return placeOf(index, at);
	}

	#find(place: number): readonly [block: Buffer, from: number] {
		const index = Math.floor((place - 1) / PER_BLOCK);
		return [this.#blocks[index] as Buffer, ((place - 1) % PER_BLOCK) * STEP];
	}
}

function placeOf(block: number, at: number): number {
	return block * PER_BLOCK + at / STEP + 1;
}

function sharedOf(head: number): number {
	return (head >>> 16) & 0x7fff;
}

function ownOf(head: number): number {
	return head & 0xffff;
}

/** After the last slash, of whichever kind. */
function folderEnd(text: string): number {
	return Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1;
}

/** Whether a part of a text stands in a block, in Latin-1. */
function holds(block: Buffer, at: number, text: string, from: number, to: number): boolean {
	for (let index = from; index < to; index += 1) if (block[at + index - from] !== text.charCodeAt(index)) return false;
	return true;
}

/** What {@link packGuid} made of the last GUID. */
const packed = new Uint8Array(GUID_BYTES);

/** The lower-case hexadecimal digit of a character, above 15 of any other. */
const DIGITS = new Uint8Array(128).fill(0xff);
for (let digit = 0; digit < 16; digit += 1) DIGITS[digit.toString(16).charCodeAt(0)] = digit;

const DASH = 0x2d;

/** Whether a text is a GUID in lower case; then its bytes are in {@link packed}. */
function packGuid(text: string): boolean {
	if (text.length !== 36 || text.charCodeAt(8) !== DASH) return false;
	let from = 0;
	for (let byte = 0; byte < GUID_BYTES; byte += 1) {
		if (byte === 4 || byte === 6 || byte === 8 || byte === 10) {
			if (text.charCodeAt(from) !== DASH) return false;
			from += 1;
		}
		const high = DIGITS[text.charCodeAt(from)] ?? 0xff;
		const low = DIGITS[text.charCodeAt(from + 1)] ?? 0xff;
		if ((high | low) > 15) return false;
		packed[byte] = high * 16 + low;
		from += 2;
	}
	return true;
}

function guidOf(hex: string): string {
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function isWide(text: string): boolean {
	for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0xff) return true;
	return false;
}
