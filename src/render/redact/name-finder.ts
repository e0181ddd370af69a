/** Shorter names are too likely to be part of our own sentences. */
const SHORTEST = 3;

/**
 * Words of our own sentences. A name that is one of them is left alone inside texts: to see the word there tells nothing. (In fields of its own it is
 * replaced like any other.)
 */
const OURS: ReadonlySet<string> = new Set(
	(
		'about above access account accounts across act acted action active activity actor address addresses admin administrator after again against all ' +
		'also and any app application applications apps approved are archive around audit before began below book box browser but case change ' +
		'clone client clients cloned code computer console context copied copy count country create created credential critical data day days delete deleted ' +
		'desktop device disabled document documents download downloaded end entra event events everyone evidence export external failed file files first ' +
		'folder for from github gitlab given google got grant granted group guest had has have here high history hour hours inbox index install is item ' +
		'items its json known last left like list log login logs low mail mailbox mailboxes main many medium message messages microsoft minutes mobile more ' +
		'most name network networks never new nobody none not number office okta once one open organisation other others outlook outside owner people person ' +
		'place platform policy private public question read reader record records repositories repository restricted role rule running salesforce saashound ' +
		'same scope scopes score search searches secret seen service session set share shared sign sign-in site slack span staff stage storage support sync ' +
		'system team test than that the their then there this through ticket time timeline token tokens tool trusted unknown upload uploaded uploads usual ' +
		'user users was web went were what when who with within without workspace zoom'
	).split(' '),
);

/** Letters of a name that are kept as branches: a log may name somebody with a megabyte, and look for him from each letter on. */
const DEEPEST = 256;
/** So many names that are alike in all of those are told apart. */
const MOST_RESTS = 16;

/** Finds known names inside texts: the longest at each place, whole words only, letter case aside. */
export class NameFinder {
	readonly #root: Branch = { next: new Map(), name: undefined, rests: [] };

	add(name: string): void {
		const plain = name.trim().toLowerCase();
		if (plain.length < SHORTEST || OURS.has(plain) || /^[\d.,:%\s-]{1,5}$/.test(plain)) return;
		let branch = this.#root;
		const letters = [...plain];
		for (const letter of letters.slice(0, DEEPEST)) {
			let next = branch.next.get(letter);
			if (next === undefined) {
				next = { next: new Map(), name: undefined, rests: [] };
				branch.next.set(letter, next);
			}
			branch = next;
		}
		branch.name = plain;
		if (letters.length > DEEPEST && branch.rests.length < MOST_RESTS) branch.rests.push(letters.slice(DEEPEST));
	}

	/** The text with every known name replaced. */
	replace(text: string, by: (name: string) => string): string {
		const letters = [...text];
		let out = '';
		for (let at = 0; at < letters.length; ) {
			const end = isWord(letters[at - 1]) && isWord(letters[at]) ? undefined : this.#longest(letters, at);
			if (end === undefined) {
				out += letters[at] ?? '';
				at += 1;
				continue;
			}
			out += by(letters.slice(at, end).join('').toLowerCase());
			at = end;
		}
		return out;
	}

	#longest(letters: readonly string[], from: number): number | undefined {
		let branch: Branch | undefined = this.#root;
		let best: number | undefined;
		for (let at = from; at < letters.length; at += 1) {
			// Letters whose lower case is longer than themselves are no part of names that were added letter by letter.
			branch = branch.next.get((letters[at] ?? '').toLowerCase());
			if (branch === undefined) break;
			// What begins like a very long name is taken for it as far as it goes: what has been walked is never walked again.
			if (branch.rests.length > 0) return at + 1 + Math.max(...branch.rests.map((rest) => alike(letters, at + 1, rest)));
			if (branch.name !== undefined && !(isWord(letters[at]) && isWord(letters[at + 1]))) best = at + 1;
		}
		return best;
	}
}

/** How many letters from an index on are those. */
function alike(letters: readonly string[], from: number, wanted: readonly string[]): number {
	let count = 0;
	while (count < wanted.length && letters[from + count]?.toLowerCase() === wanted[count]) count += 1;
	return count;
}

interface Branch {
	readonly next: Map<string, Branch>;
	name: string | undefined;
	/** Of names of more than {@link DEEPEST} letters: the letters behind those. */
	readonly rests: (readonly string[])[];
}

function isWord(letter: string | undefined): boolean {
	return letter !== undefined && /[\p{L}\p{N}]/u.test(letter);
}
