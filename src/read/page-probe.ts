import { BRACE, COMMA, lastSolid } from './json-bytes.ts';
import { isEventMember, isPagePath } from './pages.ts';

/** Names longer than this are no names that matter here. */
const MAX_NAME = 64;

/** Watches the names of a top-level object go by, to tell the page of an API from a single event before the object is over. */
export class PageProbe {
	#event = false;
	/** Where the string that is being read begins, as an index of the window; -1 when it is no name. */
	#nameAt = -1;
	#name = '';
	readonly #path: string[] = [];
	#suspect = false;

	/** A top-level object begins. */
	begin(): void {
		this.#event = false;
		this.#nameAt = -1;
		this.#name = '';
		this.#path.length = 0;
		this.#suspect = false;
	}

	/** The window has moved: indices shrink. */
	move(by: number): void {
		if (this.#nameAt >= 0) this.#nameAt = Math.max(0, this.#nameAt - by);
	}

	/** From where on bytes are needed when scanning goes on at `at`. */
	keepFrom(at: number): number {
		if (at - this.#nameAt > 2 * MAX_NAME) this.#nameAt = -1;
		const back = Math.max(0, at - 2 * MAX_NAME);
		return this.#nameAt >= 0 ? Math.min(this.#nameAt - 1, back) : back;
	}

	/** A string begins at this quote. */
	quote(bytes: Buffer, at: number, inObject: boolean, start: number): void {
		const before = lastSolid(bytes, start, at);
		const byte = before < 0 ? 0 : bytes[before];
		this.#nameAt = inObject && (byte === COMMA || byte === BRACE) ? at + 1 : -1;
	}

	/** The string ends at this quote. */
	string(bytes: Buffer, at: number, depth: number): void {
		if (this.#nameAt < 0) return;
		this.#name = at - this.#nameAt <= MAX_NAME ? bytes.toString('utf8', this.#nameAt, at) : '';
		this.#nameAt = -1;
		if (depth !== 1) return;
		if (isEventMember(this.#name)) this.#event = true;
		if (this.#name === 'kind' || isPagePath([this.#name], false)) this.#suspect = true;
	}

	/** An object opens as the member just named. */
	descend(depth: number, named: boolean): void {
		this.#path[depth - 1] = named ? this.#name : '';
		this.#path.length = depth;
	}

	/** Whether an array that opens as the member just named holds a page's records. */
	isPage(depth: number): boolean {
		return isPagePath([...this.#path.slice(0, depth - 1), this.#name], this.#event);
	}

	/** Whether the object has shown itself to be an event. */
	get isEvent(): boolean {
		return this.#event;
	}

	/** Whether the object that is over might be a page without records. */
	get mayBeEmptyPage(): boolean {
		return this.#suspect;
	}
}
