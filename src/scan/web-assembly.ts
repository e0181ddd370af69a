/** A memory that grows where it is. */
export interface Memory {
	readonly buffer: ArrayBuffer;
	grow(pages: number): number;
}

/** What is used of WebAssembly: the library of types has it among the browser's things only. */
interface Machine {
	readonly Module: new (bytes: Uint8Array) => object;
	readonly Instance: new (module: object) => { readonly exports: unknown };
	readonly Memory: new (size: { readonly initial: number; readonly maximum: number }) => Memory;
}

/** Undefined where there is none. */
export const machine = (globalThis as unknown as { readonly WebAssembly?: Machine }).WebAssembly;
