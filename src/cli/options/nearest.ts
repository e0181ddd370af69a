/**
 * The candidate nearest to a text in edits (insert, delete, replace, swap), letter case ignored.
 * @returns undefined when none is near enough to be a likely slip: more than a third of the text would have to change.
 */
export function nearest(text: string, candidates: readonly string[]): string | undefined {
	const wanted = text.toLowerCase().slice(0, 80);
	const limit = Math.max(1, Math.floor(wanted.length / 3));
	let best: string | undefined;
	let least = limit + 1;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - wanted.length) >= least) continue;
		const edits = distance(wanted, candidate.toLowerCase());
		if (edits < least) {
			least = edits;
			best = candidate;
		}
	}
	return best;
}

/** ` (did you mean x?)`, or nothing. */
export function suggestion(text: string, candidates: readonly string[]): string {
	const near = nearest(text, candidates);
	return near === undefined ? '' : ` (did you mean ${near}?)`;
}

// Damerau–Levenshtein in its optimal string alignment form: three rows are enough.
function distance(a: string, b: string): number {
	let before: number[] = [];
	let above = Array.from({ length: b.length + 1 }, (_, column) => column);
	for (let row = 1; row <= a.length; row += 1) {
		const here = [row];
		for (let column = 1; column <= b.length; column += 1) {
			const same = a[row - 1] === b[column - 1] ? 0 : 1;
			let cost = Math.min(at(above, column) + 1, at(here, column - 1) + 1, at(above, column - 1) + same);
			const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
			if (swapped) cost = Math.min(cost, at(before, column - 2) + 1);
			here.push(cost);
		}
		before = above;
		above = here;
	}
	return at(above, b.length);
}

function at(row: readonly number[], column: number): number {
	return row[column] ?? Number.POSITIVE_INFINITY;
}
