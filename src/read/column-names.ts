const QUOTE = 0x22;

/** A row of fewer names opens no table: it may be anything. */
const LEAST = 3;
const LONGEST = 100;
/** What names of columns do not hold, and cells of records often do: an address of a person, a page or a machine, a time, JSON, CEF, a line of `name=value`. */
const NO_NAME = /[@|={}<>"\n\r]|:\/\/|\d:\d|^\W*\d/;

/**
 * Whether a row of CSV may hold names of columns: each cell begins as a word does. Seen at a glance, for it is asked of every row: in one of a record
 * a number, a date or an empty cell stands near the beginning.
 */
export function mayBeNames(bytes: Buffer, from: number, to: number, delimiter: number): boolean {
	for (let at = from; at < to; ) {
		if (!beginsWord(bytes[at] === QUOTE ? bytes[at + 1] : bytes[at])) return false;
		const next = bytes.indexOf(delimiter, at);
		if (next < 0 || next >= to) return true;
		at = next + 1;
	}
	return true;
}

/** Letters, `_`, `@`, `$`, and whatever is no ASCII. */
function beginsWord(byte: number | undefined): boolean {
	if (byte === undefined) return false;
	return (byte >= 0x61 && byte <= 0x7a) || (byte >= 0x40 && byte <= 0x5a) || byte === 0x5f || byte === 0x24 || byte >= 0x80;
}

/** Share of names that may come again: Entra's sign-ins name one of 41 columns twice. */
const REPEATED = 0.1;

/**
 * Whether cells are names of columns and no record: words, hardly one twice. A record has a time, and no time that is read is such a word.
 */
export function areNames(cells: readonly string[]): boolean {
	if (cells.length < LEAST || new Set(cells).size < cells.length * (1 - REPEATED)) return false;
	return cells.every((cell) => cell.trim() !== '' && cell.length <= LONGEST && !NO_NAME.test(cell.replace(/^@/, '')));
}
