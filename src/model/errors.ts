/** The command line was wrong: exit code 2. The message is one plain line that says what was wrong and what would be right. */
export class UsageError extends Error {
	override readonly name: string = 'UsageError';
}

/** The evidence cannot be used (missing, empty, of no known format): exit code 2. */
export class EvidenceError extends Error {
	override readonly name: string = 'EvidenceError';
}

/** A defect of ours: exit code 3. Keeps its cause. */
export class Defect extends Error {
	override readonly name: string = 'Defect';
}

/** A cell of a record that should hold a record holds none, and nothing beside it says enough: the record is counted as rejected (`broken-cell`). */
export class BrokenCell extends Error {
	override readonly name: string = 'BrokenCell';
	/** A short sentence: what would have been right. */
	readonly expected: string;

	/** `message` says what was got, in one short sentence. */
	constructor(message: string, expected: string) {
		super(message);
		this.expected = expected;
	}
}
