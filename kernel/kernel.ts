// The scanner's kernel: AssemblyScript, compiled to WebAssembly by scripts/kernel.mjs. See README.md beside this file.

// ---- Memory, laid out by hand: nothing is allocated. The sizes are known to src/scan/memory.ts too. ----
const STACK: usize = 0x010000; // containers that are open: 16 bytes each
const ONES: usize = 0x011000; // sixteen bytes of ones, then sixteen of zeros
const SCRATCH: usize = 0x020000; // UTF-16 units of one text, decoded
const LEAVES_END: u32 = 0x260000; // of the leaves of records
const CELL_LEAVES: u32 = 0x260000;
const CELL_LEAVES_END: u32 = 0x270000;
const NAMES: usize = 0x270000; // slots of the table of names: hash, text, length, content hash
const NAME_TEXTS: u32 = 0x2b0000;
const NAME_TEXTS_END: u32 = 0x330000;
const NODES: usize = 0x330000; // the tree of structures: 32 bytes a node
const TURNS: usize = 0x530000; // table of its branches: node, token, next node
const WORD_SLOTS: usize = 0x730000; // table of words that repeat: number of the word + 1
const WORDS: usize = 0x770000; // hash, text, length and kind
const DOOR: usize = 0x7f0000; // hashes met once
const WORD_TEXTS: u32 = 0x830000;
const WORD_TEXTS_END: u32 = 0xc30000;
const TUPLE: usize = 0x012000; // the tuple that was looked for last: numbers of values
const TUPLE_DOOR: usize = 0xc40000; // hashes of tuples met once
const TUPLE_SLOTS: usize = 0xc80000; // table of tuples: address of a tuple
const TUPLES: u32 = 0xd00000; // hash, plan, how many, answer, then the numbers
const TUPLES_END: u32 = 0x1500000;

const MOST_NAMES: u32 = 8192;
const NAME_MASK: u32 = 16383;
const MOST_NODES: u32 = 65536;
const TURN_MASK: u32 = 131071;
const MOST_WORDS: u32 = 32768;
const WORD_MASK: u32 = 65535;
const DOOR_MASK: u32 = 65535;
const LONGEST_WORD: u32 = 256;
const MOST_PROBES: u32 = 32;
const TUPLE_MASK: u32 = 131071;
const MOST_TUPLES: u32 = 98304;
const MOST_LEAVES: u32 = 256; // of one tuple
const MOST_DEPTH: u32 = 60;

// ---- What a value is ----
const OBJECT: u32 = 1;
const ARRAY: u32 = 2;
const END: u32 = 3;
const LEAF: u32 = 0;

const PLAIN: u32 = 0; // a text of ASCII characters
const WIDE: u32 = 1; // a text with other characters
const ESCAPED: u32 = 2; // a text with escapes
const NUMBER: u32 = 3;
const TRUE: u32 = 4;
const FALSE: u32 = 5;
const NULL: u32 = 6;

// ---- Answers of `scan` that are no structure ----
const REFUSED: i32 = -1;
const UNKNOWN: i32 = -2;

// ---- Node of the tree: the turn taken last (token, node, its name), and which structure ends here ----
const N_TOKEN: usize = 0;
const N_NEXT: usize = 4;
const N_TEXT: usize = 8;
const N_LENGTH: usize = 12;
const N_HASH: usize = 16; // of the name, for the content hash
const N_ENDS: usize = 20; // 0: not known; n + 1: structure n; -1: refused
const N_NAME: usize = 24;

let nodes: u32 = 1;
let turns: u32 = 0;
let names: u32 = 0;
let nameTexts: u32 = NAME_TEXTS;
let words: u32 = 0;
let wordTexts: u32 = WORD_TEXTS;

/** Something is full: nothing new is learnt until `forget`. */
export let full: i32 = 0;
/** Where the structure of the record scanned last ends. */
export let node: u32 = 0;
/** Its content hash. */
export let content: u32 = 0;
/** Where its leaves end. */
export let leafEnd: u32 = 0;
/** Members that it has, those of objects in it included. */
export let members: u32 = 0;
/** Address behind the record scanned last. */
export let objectEnd: u32 = 0;

/** Forgets all structures and names; what was said of them before is void. */
export function forget(): void {
	memory.fill(NAMES, 0, NAME_TEXTS - (NAMES as u32));
	memory.fill(NODES, 0, 0x400000);
	nodes = 1;
	turns = 0;
	names = 0;
	nameTexts = NAME_TEXTS;
	full = 0;
}

/** Says which structure ends at a node; -1 for one that is not to be read here. */
export function settle(at: u32, structure: i32): void {
	store<i32>(nodeAt(at) + N_ENDS, structure < 0 ? -1 : structure + 1);
}

// @ts-ignore: decorators are AssemblyScript's
@inline
function nodeAt(at: u32): usize {
	return NODES + ((at as usize) << 5);
}

// ---- Hashes: the same as in src/scan/content-hash.ts ----

// @ts-ignore: decorators are AssemblyScript's
@inline
function finish(a: u32, b: u32, length: u32): u32 {
	let hash = (a ^ ((b ^ length) * 0x2c1b3c6d)) * 0x297a2d39;
	return hash ^ (hash >> 15);
}

/** Of a text of ASCII characters. */
function hash8(from: u32, length: u32, seed: u32): u32 {
	let a: u32 = 0x811c9dc5 ^ seed;
	let b: u32 = 0x9e3779b9 ^ seed;
	let at = from;
	const stop = from + (length & ~3);
	while (at < stop) {
		const four = load<u32>(at);
		a = (a ^ ((four & 0xff) | ((four & 0xff00) << 8))) * 0x01000193;
		b = (b ^ (((four >> 16) & 0xff) | ((four >> 8) & 0xff0000))) * 0x85ebca6b;
		a ^= a >> 15;
		b ^= b >> 15;
		at += 4;
	}
	const rest = length & 3;
	if (rest > 0) {
		let one: u32 = load<u8>(at);
		if (rest > 1) one |= (load<u8>(at + 1) as u32) << 16;
		a = (a ^ one) * 0x01000193;
		a ^= a >> 15;
		if (rest > 2) {
			b = (b ^ (load<u8>(at + 2) as u32)) * 0x85ebca6b;
			b ^= b >> 15;
		}
	}
	return finish(a, b, length);
}

/** Of a text as UTF-16 units. */
function hash16(from: u32, length: u32, seed: u32): u32 {
	let a: u32 = 0x811c9dc5 ^ seed;
	let b: u32 = 0x9e3779b9 ^ seed;
	let at = from;
	const stop = from + ((length & ~3) << 1);
	while (at < stop) {
		a = (a ^ load<u32>(at)) * 0x01000193;
		b = (b ^ load<u32>(at + 4)) * 0x85ebca6b;
		a ^= a >> 15;
		b ^= b >> 15;
		at += 8;
	}
	const rest = length & 3;
	if (rest > 0) {
		let one: u32 = load<u16>(at);
		if (rest > 1) one |= (load<u16>(at + 2) as u32) << 16;
		a = (a ^ one) * 0x01000193;
		a ^= a >> 15;
		if (rest > 2) {
			b = (b ^ (load<u16>(at + 4) as u32)) * 0x85ebca6b;
			b ^= b >> 15;
		}
	}
	return finish(a, b, length);
}

// ---- Texts ----

let textEnd: u32 = 0;
let textKind: u32 = 0;

/** Finds the quote that ends a text, and what kind of text it is. False where JSON does not allow it. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function findEnd(from: u32, to: u32): bool {
	let at = from;
	let kind: u32 = PLAIN;
	const quote = i8x16.splat(0x22);
	const backslash = i8x16.splat(0x5c);
	const blank = i8x16.splat(0x20);
	while (true) {
		if (at >= to) return false;
		const some = v128.load(at);
		const wide = i8x16.bitmask(some);
		// Bytes beyond ASCII are negative numbers here, and so below 0x20.
		const odd = i8x16.bitmask(v128.or(v128.or(i8x16.eq(some, quote), i8x16.eq(some, backslash)), i8x16.lt_s(some, blank)));
		if (odd === 0) {
			at += 16;
			continue;
		}
		const step = ctz(odd);
		at += step;
		if (at >= to) return false;
		const byte = load<u8>(at);
		if (byte === 0x22) {
			textEnd = at;
			textKind = kind;
			return true;
		}
		if (byte === 0x5c) {
			kind = ESCAPED;
			at += 2;
		} else if (byte >= 0x80) {
			if (kind === PLAIN) kind = WIDE;
			// The run of such bytes within these sixteen.
			at += max(1, ctz(~(wide >> step)));
		} else return false;
	}
}

/** Decodes escapes and UTF-8 into UTF-16 units; -1 where either is broken. */
function decode(from: u32, to: u32): i32 {
	let at = from;
	let out: u32 = SCRATCH as u32;
	const backslash = i8x16.splat(0x5c);
	while (at < to) {
		// Plain characters eight at a time; what is written beyond the end is written over.
		while (at + 8 <= to) {
			const some = v128.load64_zero(at);
			if (i8x16.bitmask(v128.or(some, i8x16.eq(some, backslash))) !== 0) break;
			v128.store(out, i16x8.extend_low_i8x16_u(some));
			at += 8;
			out += 16;
		}
		if (at >= to) break;
		const byte: u32 = load<u8>(at);
		if (byte === 0x5c) {
			const next: u32 = load<u8>(at + 1);
			at += 2;
			let unit: u32 = 0;
			if (next === 0x22 || next === 0x5c || next === 0x2f) unit = next;
			else if (next === 0x62) unit = 8;
			else if (next === 0x66) unit = 12;
			else if (next === 0x6e) unit = 10;
			else if (next === 0x72) unit = 13;
			else if (next === 0x74) unit = 9;
			else if (next === 0x75) {
				if (at + 4 > to) return -1;
				for (let i: u32 = 0; i < 4; i++) {
					const digit = hexDigit(load<u8>(at + i));
					if (digit > 15) return -1;
					unit = (unit << 4) | digit;
				}
				at += 4;
			} else return -1;
			store<u16>(out, unit as u16);
			out += 2;
		} else if (byte < 0x80) {
			store<u16>(out, byte as u16);
			out += 2;
			at += 1;
		} else if (byte < 0xe0) {
			if (byte < 0xc2 || at + 2 > to) return -1;
			const b1: u32 = load<u8>(at + 1);
			if ((b1 & 0xc0) !== 0x80) return -1;
			store<u16>(out, (((byte & 0x1f) << 6) | (b1 & 0x3f)) as u16);
			out += 2;
			at += 2;
		} else if (byte < 0xf0) {
			if (at + 3 > to) return -1;
			const b1: u32 = load<u8>(at + 1);
			const b2: u32 = load<u8>(at + 2);
			if ((b1 & 0xc0) !== 0x80 || (b2 & 0xc0) !== 0x80) return -1;
			const unit = ((byte & 0x0f) << 12) | ((b1 & 0x3f) << 6) | (b2 & 0x3f);
			if (unit < 0x800 || (unit >= 0xd800 && unit < 0xe000)) return -1;
			store<u16>(out, unit as u16);
			out += 2;
			at += 3;
		} else {
			if (byte > 0xf4 || at + 4 > to) return -1;
			const b1: u32 = load<u8>(at + 1);
			const b2: u32 = load<u8>(at + 2);
			const b3: u32 = load<u8>(at + 3);
			if ((b1 & 0xc0) !== 0x80 || (b2 & 0xc0) !== 0x80 || (b3 & 0xc0) !== 0x80) return -1;
			const point = ((byte & 0x07) << 18) | ((b1 & 0x3f) << 12) | ((b2 & 0x3f) << 6) | (b3 & 0x3f);
			if (point < 0x10000 || point > 0x10ffff) return -1;
			const high = 0xd800 + ((point - 0x10000) >> 10);
			const low = 0xdc00 + ((point - 0x10000) & 0x3ff);
			store<u32>(out, high | (low << 16));
			out += 4;
			at += 4;
		}
	}
	return ((out - (SCRATCH as u32)) >> 1) as i32;
}

function hexDigit(byte: u32): u32 {
	if (byte >= 0x30 && byte <= 0x39) return byte - 0x30;
	const lower = byte | 0x20;
	return lower >= 0x61 && lower <= 0x66 ? lower - 0x57 : 16;
}

// ---- Names and the tree of structures ----

/** Slot of a name, new or known, or 0 when there is no room for it. Names are told apart by their bytes, the hash only finds them. */
function nameSlot(from: u32, length: u32): u32 {
	const hash = hash8(from, length, 5);
	let slot = (hash ^ (hash >> 16)) & NAME_MASK;
	for (let probe: u32 = 0; probe < MOST_PROBES; probe++) {
		const at: usize = NAMES + ((slot as usize) << 4);
		const text = load<u32>(at + 4);
		if (text === 0) return newName(at, from, length, hash) ? slot + 1 : 0;
		if (load<u32>(at) === hash && load<u32>(at + 8) === length && memory.compare(text, from, length) === 0) return slot + 1;
		slot = (slot + 1) & NAME_MASK;
	}
	return 0;
}

function newName(at: usize, from: u32, length: u32, hash: u32): bool {
	if (names >= MOST_NAMES || nameTexts + length + 16 > NAME_TEXTS_END) {
		full = 1;
		return false;
	}
	let content = hash;
	if (textKind !== PLAIN) {
		const units = decode(from, from + length);
		if (units < 0) return false;
		content = hash16(SCRATCH as u32, units, 5);
	}
	memory.copy(nameTexts, from, length);
	store<u32>(at, hash);
	store<u32>(at + 4, nameTexts);
	store<u32>(at + 8, length);
	store<u32>(at + 12, content);
	nameTexts += length + 1;
	names += 1;
	return true;
}

/** Where a token leads from a node: there already, or a new node; 0 when there is no room. */
function turn(from: u32, token: u32): u32 {
	const hash = (from * 0x9e3779b1) ^ (token * 0x85ebca6b);
	let slot = (hash ^ (hash >> 15)) & TURN_MASK;
	for (let probe: u32 = 0; probe < MOST_PROBES; probe++) {
		const at: usize = TURNS + (slot as usize) * 12;
		const next = load<u32>(at + 8);
		if (next === 0) {
			if (nodes >= MOST_NODES) {
				full = 1;
				return 0;
			}
			const made = nodes;
			nodes += 1;
			store<u32>(at, from);
			store<u32>(at + 4, token);
			store<u32>(at + 8, made);
			foresee(from, token, made);
			return made;
		}
		if (load<u32>(at) === from && load<u32>(at + 4) === token) {
			foresee(from, token, next);
			return next;
		}
		slot = (slot + 1) & TURN_MASK;
	}
	full = 1;
	return 0;
}

/** Logs repeat themselves: the turn taken last is tried first. */
function foresee(from: u32, token: u32, next: u32): void {
	const at = nodeAt(from);
	store<u32>(at + N_TOKEN, token);
	store<u32>(at + N_NEXT, next);
	const name = token >> 2;
	store<u32>(at + N_NAME, name);
	if (name > 0) {
		const slot: usize = NAMES + ((name - 1) << 4);
		store<u32>(at + N_TEXT, load<u32>(slot + 4));
		store<u32>(at + N_LENGTH, load<u32>(slot + 8));
		store<u32>(at + N_HASH, load<u32>(slot + 12));
	}
}

// @ts-ignore: decorators are AssemblyScript's
@inline
function same(a: u32, b: u32, length: u32): bool {
	let i: u32 = 0;
	while (i + 8 <= length) {
		if (load<u64>(a + i) !== load<u64>(b + i)) return false;
		i += 8;
	}
	// What stands behind either text may be read, and is masked away.
	const rest = length - i;
	return rest === 0 || ((load<u64>(a + i) ^ load<u64>(b + i)) << ((8 - rest) << 3)) === 0;
}

// @ts-ignore: decorators are AssemblyScript's
@inline
function skipBlank(at: u32): u32 {
	let byte = load<u8>(at);
	if (byte > 0x20) return at;
	while (byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09) {
		at += 1;
		byte = load<u8>(at);
	}
	return at;
}

// ---- The scanner ----

let numberEnd: u32 = 0;

/**
 * Reads a number that JavaScript would write as it stands here, but for zeros at the end of its fraction: at most 15 digits, no exponent.
 * Gives its hash, 0 where it is any other.
 */
function numberHash(from: u32): u32 {
	let at = from;
	let byte: u32 = load<u8>(at);
	if (byte === 0x2d) {
		at += 1;
		byte = load<u8>(at);
	}
	const whole = at;
	while (byte >= 0x30 && byte <= 0x39) {
		at += 1;
		byte = load<u8>(at);
	}
	const digits = at - whole;
	if (digits === 0 || (digits > 1 && load<u8>(whole) === 0x30)) return 0;
	let end = at;
	let all = digits;
	if (byte === 0x2e) {
		at += 1;
		const fraction = at;
		byte = load<u8>(at);
		while (byte >= 0x30 && byte <= 0x39) {
			at += 1;
			byte = load<u8>(at);
		}
		if (at === fraction) return 0;
		all += at - fraction;
		let last = at;
		while (last > fraction && load<u8>(last - 1) === 0x30) last -= 1;
		end = last === fraction ? fraction - 1 : last;
		// Below 0.000001 there would be an exponent.
		if (digits === 1 && load<u8>(whole) === 0x30 && last > fraction) {
			let first = fraction;
			while (load<u8>(first) === 0x30) first += 1;
			if (first - fraction > 5) return 0;
		}
	}
	if (all > 15 || byte === 0x65 || byte === 0x45) return 0;
	// Minus zero is written without its sign.
	if (end === whole + 1 && load<u8>(whole) === 0x30 && whole > from) return 0;
	numberEnd = at;
	const hash = hash8(from, end - from, 2);
	return hash === 0 ? 1 : hash;
}

let trueHash: u32 = 0;
let falseHash: u32 = 0;

/** To be called once: words are hashed where they stand. */
export function begin(): void {
	memory.fill(ONES, 0xff, 16);
	store<u32>(SCRATCH, 0x65757274);
	trueHash = hash8(SCRATCH as u32, 4, 2);
	store<u32>(SCRATCH, 0x736c6166);
	store<u8>(SCRATCH + 4, 0x65);
	falseHash = hash8(SCRATCH as u32, 5, 2);
}

/**
 * Scans one record: a JSON object from `from` to `to`, or, where it is `open`, to somewhere before `to`: `objectEnd`. Its leaves are written
 * from `leaves` on, up to `leavesStop`. What stands behind `to` may be read, but whoever goes on into it does not end at `to` or before.
 * @returns its structure; REFUSED where the plain reader has to decide; UNKNOWN where `node` has no structure yet.
 */
export function scan(from: u32, to: u32, leaves: u32, leavesStop: u32, open: u32): i32 {
	let at = from;
	let depth: u32 = 0;
	let state: u32 = 0;
	let leaf = leaves;
	let count: u32 = 0;
	let isObject = true;
	// Of the innermost container: its hash so far; of its member: the hash of the name.
	let sum: u32 = 4;
	let name: u32 = 0;
	let value: u32 = 0;
	if (load<u8>(at) !== 0x7b) return REFUSED;
	at = skipBlank(at + 1);
	let first = true;
	while (true) {
		// At the beginning of a member or an element, or at the end of the container.
		const here = nodeAt(state);
		let byte: u32 = load<u8>(at);
		let token: u32 = 0;
		let foreseen = false;
		if (isObject) {
			if (byte === 0x22) {
				const text = at + 1;
				const length = load<u32>(here + N_LENGTH);
				if (load<u32>(here + N_NAME) !== 0 && load<u8>(text + length) === 0x22 && same(text, load<u32>(here + N_TEXT), length)) {
					name = load<u32>(here + N_HASH);
					token = load<u32>(here + N_NAME) << 2;
					foreseen = true;
					at = text + length + 1;
				} else {
					if (!findEnd(text, to) || textKind === ESCAPED) return REFUSED;
					const slot = nameSlot(text, textEnd - text);
					if (slot === 0) return REFUSED;
					name = load<u32>(NAMES + ((slot - 1) << 4) + 12);
					token = slot << 2;
					at = textEnd + 1;
				}
				count += 1;
				at = skipBlank(at);
				if (load<u8>(at) !== 0x3a) return REFUSED;
				at = skipBlank(at + 1);
				byte = load<u8>(at);
			} else if (byte !== 0x7d || !first) return REFUSED;
			else token = END;
		} else if (byte === 0x5d && first) token = END;
		else foreseen = load<u32>(here + N_NAME) === 0;
		if (token !== END) {
			if (byte === 0x7b) token |= OBJECT;
			else if (byte === 0x5b) token |= ARRAY;
		}
		// A node without a turn has none to itself: no turn leads back to the root.
		const next = load<u32>(here + N_NEXT);
		if (next !== 0 && load<u32>(here + N_TOKEN) === token && (foreseen || token === END)) state = next;
		else {
			state = turn(state, token);
			if (state === 0) return REFUSED;
		}
		if (token === END) {
			// An empty container.
			value = 4;
		} else {
			const kind = token & 3;
			if (kind !== LEAF) {
				if (depth >= MOST_DEPTH) return REFUSED;
				const frame: usize = STACK + ((depth as usize) << 4);
				store<u32>(frame, sum);
				store<u32>(frame + 4, name);
				store<u32>(frame + 8, isObject ? 1 : 0);
				depth += 1;
				sum = 4;
				isObject = kind === OBJECT;
				first = true;
				at = skipBlank(at + 1);
				continue;
			}
			if (leaf >= leavesStop) return REFUSED;
			if (byte === 0x22) {
				const text = at + 1;
				if (!findEnd(text, to)) return REFUSED;
				const length = textEnd - text;
				if (textKind === PLAIN) value = hash8(text, length, 1);
				else {
					const units = decode(text, textEnd);
					if (units < 0) return REFUSED;
					value = hash16(SCRATCH as u32, units, 1);
				}
				store<u32>(leaf, text);
				store<u32>(leaf + 4, length);
				store<u32>(leaf + 8, textKind);
				store<u32>(leaf + 12, value);
				at = textEnd + 1;
			} else if (byte === 0x74) {
				if (load<u32>(at) !== 0x65757274) return REFUSED;
				store<u32>(leaf + 8, TRUE);
				value = trueHash;
				at += 4;
			} else if (byte === 0x66) {
				if (load<u32>(at + 1) !== 0x65736c61) return REFUSED;
				store<u32>(leaf + 8, FALSE);
				value = falseHash;
				at += 5;
			} else if (byte === 0x6e) {
				if (load<u32>(at) !== 0x6c6c756e) return REFUSED;
				store<u32>(leaf + 8, NULL);
				value = 3;
				at += 4;
			} else {
				value = numberHash(at);
				if (value === 0) return REFUSED;
				store<u32>(leaf, at);
				store<u32>(leaf + 4, numberEnd - at);
				store<u32>(leaf + 8, NUMBER);
				at = numberEnd;
			}
			leaf += 16;
			if (isObject) sum += (name | 1) * (value | 1);
			else sum = (sum ^ value) * 0x01000193;
			at = skipBlank(at);
			byte = load<u8>(at);
			first = false;
			if (byte === 0x2c) {
				at = skipBlank(at + 1);
				continue;
			}
		}
		// At the end of this container, and of those around it perhaps.
		while (true) {
			if (byte !== (isObject ? 0x7d : 0x5d)) return REFUSED;
			if (token !== END) {
				const end = nodeAt(state);
				const behind = load<u32>(end + N_NEXT);
				if (behind !== 0 && load<u32>(end + N_TOKEN) === END) state = behind;
				else {
					state = turn(state, END);
					if (state === 0) return REFUSED;
				}
			}
			token = 0;
			value = sum;
			at += 1;
			if (depth === 0) {
				if (open !== 0 ? at > to : at !== to && skipBlank(at) !== to) return REFUSED;
				objectEnd = at;
				node = state;
				content = sum;
				leafEnd = leaf;
				members = count;
				const ends = load<i32>(nodeAt(state) + N_ENDS);
				return ends > 0 ? ends - 1 : ends < 0 ? REFUSED : UNKNOWN;
			}
			depth -= 1;
			const frame: usize = STACK + ((depth as usize) << 4);
			sum = load<u32>(frame);
			name = load<u32>(frame + 4);
			isObject = load<u32>(frame + 8) === 1;
			if (isObject) sum += (name | 1) * (value | 1);
			else sum = (sum ^ value) * 0x01000193;
			at = skipBlank(at);
			byte = load<u8>(at);
			first = false;
			if (byte === 0x2c) {
				at = skipBlank(at + 1);
				break;
			}
		}
	}
}

// ---- Words that repeat ----

/** Where {@link knownWord} ended: the word's slot, or the one where it would go. */
let wordSlot: u32 = 0;

/** The number of a text that is a word, 0 of any other. `key`: length and kind. */
// @ts-ignore: decorators are AssemblyScript's
@inline
function knownWord(text: u32, length: u32, key: u32, hash: u32): u32 {
	let slot = (hash ^ (hash >> 16)) & WORD_MASK;
	let known: u32 = 0;
	for (let probe: u32 = 0; probe < MOST_PROBES; probe++) {
		const number = load<u32>(WORD_SLOTS + ((slot as usize) << 2));
		if (number === 0) break;
		const at: usize = WORDS + (((number - 1) as usize) << 4);
		if (load<u32>(at) === hash && load<u32>(at + 8) === key && same(load<u32>(at + 4), text, length)) {
			known = number;
			break;
		}
		slot = (slot + 1) & WORD_MASK;
	}
	wordSlot = slot;
	return known;
}

/**
 * The number of a leaf's text among those that repeat: n + 1 where it is known, -(n + 1) where it has just become word n (the caller keeps
 * its text), 0 where it is none: long, or met for the first time. When there is no room left all are forgotten, and numbers begin anew.
 */
export function word(leaf: u32): i32 {
	const length = load<u32>(leaf + 4);
	if (length > LONGEST_WORD) return 0;
	const text = load<u32>(leaf);
	const key = (length << 2) | load<u32>(leaf + 8);
	const hash = load<u32>(leaf + 12);
	const known = knownWord(text, length, key, hash);
	if (known !== 0) return known as i32;
	let slot = wordSlot;
	const door: usize = DOOR + (((hash & DOOR_MASK) as usize) << 2);
	if (load<u32>(door) !== hash) {
		store<u32>(door, hash);
		return 0;
	}
	if (words >= MOST_WORDS || wordTexts + length + 16 > WORD_TEXTS_END) {
		memory.fill(WORD_SLOTS, 0, (WORD_MASK + 1) << 2);
		// Tuples are made of the numbers of words.
		forgetTuples();
		words = 0;
		wordTexts = WORD_TEXTS;
		slot = (hash ^ (hash >> 16)) & WORD_MASK;
	}
	if (load<u32>(WORD_SLOTS + ((slot as usize) << 2)) !== 0) return 0;
	const at: usize = WORDS + ((words as usize) << 4);
	memory.copy(wordTexts, text, length);
	store<u32>(at, hash);
	store<u32>(at + 4, wordTexts);
	store<u32>(at + 8, key);
	wordTexts += length;
	words += 1;
	store<u32>(WORD_SLOTS + ((slot as usize) << 2), words);
	return -(words as i32);
}

// ---- Tuples of values: records that say the same where somebody looked ----

let tuples: u32 = 0;
let tupleEnd: u32 = TUPLES;
let tupleHash: u32 = 0;
let tuplePlan: u32 = 0;
let tupleLength: u32 = 0;
/** How often all tuples were forgotten: what was kept before is void. */
export let forgotten: u32 = 0;

/** Forgets all tuples. */
export function forgetTuples(): void {
	memory.fill(TUPLE_SLOTS, 0, (TUPLE_MASK + 1) << 2);
	tuples = 0;
	tupleEnd = TUPLES;
	tupleLength = 0;
	forgotten += 1;
}

const SHORT: u32 = 0x80000000; // and a whole number of at most nine digits
const NAMED: u32 = 0x40000000; // and the kind: true, false, null

/** A number that stands for a leaf's value: the same for no other value. 0 where there is none: a text that is no word, a number of another form. */
function valueNumber(leaf: u32): u32 {
	const kind = load<u32>(leaf + 8);
	if (kind > NUMBER) return NAMED | kind;
	const text = load<u32>(leaf);
	const length = load<u32>(leaf + 4);
	if (kind === NUMBER) {
		if (length > 9) return 0;
		let value: u32 = 0;
		for (let at = text; at < text + length; at++) {
			const digit: u32 = (load<u8>(at) as u32) - 0x30;
			if (digit > 9) return 0;
			value = value * 10 + digit;
		}
		return SHORT | value;
	}
	if (length > LONGEST_WORD) return 0;
	return knownWord(text, length, (length << 2) | kind, load<u32>(leaf + 12));
}

/**
 * Looks for what was kept of records that have the same values in the leaves of a plan.
 * @param plan its number
 * @param list address of the numbers of its leaves, `count` of them
 * @param leaves address of the record's first leaf
 * @returns what was given to `keep`; 0 where nothing was; -1 where a value has no number (yet), or the values come together for the first time
 */
export function find(plan: u32, list: u32, count: u32, leaves: u32): i32 {
	tupleLength = 0;
	if (count > MOST_LEAVES) return -1;
	let hash: u32 = plan * 0x9e3779b1;
	let at: usize = TUPLE;
	for (let i: u32 = 0; i < count; i++) {
		const number = valueNumber(leaves + (load<u32>(list + (i << 2)) << 4));
		if (number === 0) return -1;
		store<u32>(at, number);
		at += 4;
		hash = (hash ^ number) * 0x85ebca6b;
		hash ^= hash >> 13;
	}
	tupleHash = hash;
	tuplePlan = plan;
	tupleLength = count;
	let slot = (hash ^ (hash >> 16)) & TUPLE_MASK;
	for (let probe: u32 = 0; probe < MOST_PROBES; probe++) {
		const tuple = load<u32>(TUPLE_SLOTS + ((slot as usize) << 2));
		if (tuple === 0) break;
		if (load<u32>(tuple) === hash && load<u32>(tuple + 4) === plan && load<u32>(tuple + 8) === count) {
			let i: u32 = 0;
			while (i < count && load<u32>(tuple + 16 + (i << 2)) === load<u32>(TUPLE + ((i as usize) << 2))) i++;
			if (i === count) return load<i32>(tuple + 12);
		}
		slot = (slot + 1) & TUPLE_MASK;
	}
	// What comes once only must not push out what comes again.
	const door: usize = TUPLE_DOOR + (((hash & DOOR_MASK) as usize) << 2);
	if (load<u32>(door) === hash) return 0;
	store<u32>(door, hash);
	return -1;
}

/** Keeps an answer (above 0) for the tuple that was looked for last. @returns false where there is no room: nothing is kept. */
export function keep(answer: i32): bool {
	if (tupleLength === 0) return false;
	const size = 16 + (tupleLength << 2);
	if (tuples >= MOST_TUPLES || tupleEnd + size > TUPLES_END) return false;
	let slot = (tupleHash ^ (tupleHash >> 16)) & TUPLE_MASK;
	for (let probe: u32 = 0; probe < MOST_PROBES; probe++) {
		const at: usize = TUPLE_SLOTS + ((slot as usize) << 2);
		if (load<u32>(at) === 0) {
			store<u32>(at, tupleEnd);
			store<u32>(tupleEnd, tupleHash);
			store<u32>(tupleEnd + 4, tuplePlan);
			store<u32>(tupleEnd + 8, tupleLength);
			store<i32>(tupleEnd + 12, answer);
			memory.copy(tupleEnd + 16, TUPLE as u32, tupleLength << 2);
			tupleEnd += size;
			tuples += 1;
			return true;
		}
		slot = (slot + 1) & TUPLE_MASK;
	}
	return false;
}

// ---- Rows of CSV ----

/** Bytes that one row takes, its end included. */
export let rowBytes: u32 = 0;
/** Without its end. */
export let rowEnd: u32 = 0;

/**
 * Reads one row of CSV that begins at `from`: its cells become leaves, in place, without their quotes and with one quote for two.
 * @returns how many cells; 0 where the splitter has to decide: the row does not end before `to`, its quotes are not in order, it has another number
 * of cells, or a cell is very long.
 */
export function row(from: u32, to: u32, delimiter: u32, columns: u32, leaves: u32, leavesStop: u32): u32 {
	let at = from;
	let leaf = leaves;
	let cells: u32 = 0;
	const quotes = i8x16.splat(0x22);
	while (true) {
		if (cells >= columns || leaf >= leavesStop || at >= to) return 0;
		let start = at;
		let length: u32 = 0;
		let high: u32 = 0;
		if (load<u8>(at) === 0x22) {
			start = at + 1;
			at = start;
			let out = start;
			while (true) {
				if (at + 1 >= to) return 0;
				const some = v128.load(at);
				const found = i8x16.bitmask(i8x16.eq(some, quotes));
				high |= i8x16.bitmask(some) & (found === 0 ? 0xffff : (1 << ctz(found)) - 1);
				if (found === 0) {
					if (out !== at) v128.store(out, some);
					at += 16;
					out += 16;
					continue;
				}
				const step = ctz(found) as u32;
				// Up to the quote and with it; what stands behind is not read yet.
				if (out !== at) v128.store(out, v128.bitselect(some, v128.load(out), v128.load(ONES + 15 - step)));
				at += step;
				out += step;
				if (at + 1 >= to) return 0;
				if (load<u8>(at + 1) !== 0x22) break;
				at += 2;
				out += 1;
			}
			length = out - start;
			at += 1;
		} else {
			while (at < to) {
				const byte: u32 = load<u8>(at);
				if (byte === delimiter || byte === 0x0a || byte === 0x0d) break;
				high |= byte & 0x80;
				at += 1;
			}
			if (at >= to) return 0;
			length = at - start;
		}
		store<u32>(leaf, start);
		store<u32>(leaf + 4, length);
		store<u32>(leaf + 8, high === 0 ? PLAIN : WIDE);
		store<u32>(leaf + 12, length > LONGEST_WORD ? 0 : hash8(start, length, 1));
		leaf += 16;
		cells += 1;
		const next: u32 = load<u8>(at);
		if (next === delimiter) {
			at += 1;
			continue;
		}
		rowEnd = at - from;
		if (next === 0x0d) {
			if (at + 1 >= to) return 0;
			at += load<u8>(at + 1) === 0x0a ? 2 : 1;
		} else if (next === 0x0a) at += 1;
		else return 0;
		if (cells !== columns) return 0;
		rowBytes = at - from;
		leafEnd = leaf;
		return cells;
	}
	return 0;
}
