import { machine } from './web-assembly.ts';

// Where things lie in the kernel's memory: the same numbers as in kernel/kernel.ts.

/** Bytes of records of one batch. */
export const INPUT = 0x040000;
export const INPUT_END = 0x140000;
/** Bytes of a record that stands as text in a cell. */
export const CELL = 0x140000;
export const CELL_END = 0x160000;
/** Leaves of the records of one batch: 16 bytes each (place, length, kind, hash). */
export const LEAVES = 0x160000;
export const LEAVES_END = 0x260000;
/** Leaves of the record in the cell. */
export const CELL_LEAVES = 0x260000;
export const CELL_LEAVES_END = 0x270000;
/** Leaves that plans name: 4 bytes each. */
export const PLANS = 0xc30000;
export const PLANS_END = 0xc40000;
/** Leaves of one plan: of more the kernel looks for nothing. */
export const MOST_LEAVES = 256;
/** Bytes behind a record that the kernel may read: zeros. */
export const PADDING = 16;
/** Longer records are left to the plain reader. */
export const LONGEST = 65_000;

/** What a leaf is. */
export const PLAIN = 0;
export const WIDE = 1;
export const ESCAPED = 2;
export const NUMBER = 3;
export const TRUE = 4;
export const FALSE = 5;

/** Answers of the kernel that are no structure. */
export const REFUSED = -1;
export const UNKNOWN = -2;

/** A variable of the kernel. */
interface Cell {
	readonly value: number;
}

/** What the kernel lends to the outside. */
export interface Kernel {
	readonly memory: { readonly buffer: ArrayBuffer };
	readonly full: Cell;
	readonly node: Cell;
	readonly content: Cell;
	readonly leafEnd: Cell;
	readonly members: Cell;
	readonly forgotten: Cell;
	readonly rowBytes: Cell;
	readonly rowEnd: Cell;
	readonly objectEnd: Cell;
	begin(): void;
	forget(): void;
	settle(node: number, structure: number): void;
	scan(from: number, to: number, leaves: number, leavesStop: number, open?: 0 | 1): number;
	word(leaf: number): number;
	find(plan: number, list: number, count: number, leaves: number): number;
	keep(answer: number): number;
	forgetTuples(): void;
	row(from: number, to: number, delimiter: number, columns: number, leaves: number, leavesStop: number): number;
}

let compiled: object | undefined;

/**
 * A kernel with memory of its own.
 * @param text the compiled kernel in base64
 * @returns undefined where this machine cannot run it
 */
export function startKernel(text: string): Kernel | undefined {
	if (machine === undefined) return undefined;
	try {
		compiled ??= new machine.Module(Buffer.from(text, 'base64'));
		const kernel = new machine.Instance(compiled).exports as Kernel;
		kernel.begin();
		return kernel;
	} catch {
		return undefined;
	}
}
