/** Lines around a difference that are shown. */
const AROUND = 2;
/** Lines of a difference that are shown on each side. */
const MOST = 12;
/** Characters of a line that are shown. */
const WIDE = 200;

/** Where two texts differ, as a few lines with `-` (expected) and `+` (now); undefined where they are the same. */
export function difference(expected: string, now: string): string | undefined {
	if (expected === now) return undefined;
	const [before, after] = [expected.split('\n'), now.split('\n')];
	let top = 0;
	while (top < before.length && before[top] === after[top]) top += 1;
	let bottom = 0;
	while (bottom < before.length - top && bottom < after.length - top && before.at(-1 - bottom) === after.at(-1 - bottom))
		bottom += 1;
	const removed = before.slice(top, before.length - bottom);
	const added = after.slice(top, after.length - bottom);
	return [
		`@@ line ${top + 1} @@`,
		...before.slice(Math.max(0, top - AROUND), top).map((line) => ` ${short(line, 0)}`),
		...side('-', removed, added),
		...side('+', added, removed),
		...before.slice(before.length - bottom, before.length - bottom + AROUND).map((line) => ` ${short(line, 0)}`),
	].join('\n');
}

function side(sign: string, lines: readonly string[], others: readonly string[]): readonly string[] {
	const shown = lines.slice(0, MOST).map((line, index) => `${sign}${short(line, firstDifference(line, others[index] ?? ''))}`);
	return lines.length > MOST ? [...shown, `${sign}… ${lines.length - MOST} more lines`] : shown;
}

function firstDifference(one: string, other: string): number {
	let at = 0;
	while (at < one.length && one[at] === other[at]) at += 1;
	return at;
}

/** A long line around the place that matters, control characters spelled. */
function short(line: string, at: number): string {
	const from = line.length <= WIDE ? 0 : Math.max(0, Math.min(at - 60, line.length - WIDE));
	const text = `${from > 0 ? '…' : ''}${line.slice(from, from + WIDE)}${from + WIDE < line.length ? '…' : ''}`;
	return text.replace(/[\u0000-\u001f]/g, (character) => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`);
}
