import { availableParallelism, loadavg } from 'node:os';
import type { Activity } from '../model/activity.ts';
import type { Piecework } from '../model/record.ts';
import type { Source } from '../model/source.ts';
import { SOURCES } from '../sources/index.ts';
import type { Crew } from './crew.ts';
import type { ReaderSettings } from './piece-reader.ts';
import type { EvidenceRequest } from './request.ts';

/** More threads wait for the first one, which counts, compares and remembers what they find. */
const MOST_THREADS = 4;
/** With fewer idle cores the first thread waits for the others longer than they save it: nothing was won on two (docs/performance.md). */
const FEWEST_CORES = 4;
/** Bytes of evidence, as they lie on disk, for which threads are started at once: each takes half a second of processor time to get going. */
const LARGE = 128 * 2 ** 20;
/** Bytes of text of one piece: some hundred records. */
const PIECE = 512 * 2 ** 10;

interface Evidence {
	readonly total: number | undefined;
	readonly whole: readonly Activity[] | undefined;
	readonly sources: readonly Source[];
}

/** Decides which evidence is given to threads, and starts them when it is much. */
export class Parting implements Piecework {
	readonly size: number;
	readonly #crew: Crew;
	readonly #settings: ReaderSettings;
	readonly #count: number;
	readonly #from: { readonly total: number; readonly text: number };
	readonly #total: number;
	#text = 0;

	/** @param evidence bytes of all of it on disk, if that is known; the activities whose events are wanted whole, if not all; what it is read with */
	constructor(crew: Crew, request: EvidenceRequest, { total, whole, sources }: Evidence) {
		const { threads } = request;
		this.size = threads?.piece ?? PIECE;
		this.#crew = crew;
		const { platform, columns, dayFirst, plainReader } = request;
		this.#settings = {
			...(platform !== undefined && { platform }),
			...(columns !== undefined && { columns }),
			...(dayFirst !== undefined && { dayFirst }),
			...(plainReader !== undefined && { plainReader }),
			...(whole !== undefined && { whole }),
		};
		const wanted = threads?.count ?? (idleCores() < FEWEST_CORES ? 0 : MOST_THREADS);
		// Threads know the sources of this program only.
		this.#count = wanted < 2 || sources !== SOURCES ? 0 : wanted;
		const large = threads === undefined ? LARGE : (threads.from ?? 0);
		// Of packed files and standard input the size says little: where much text has come, more is expected.
		this.#from = { total: large, text: threads === undefined ? LARGE / 2 : large };
		this.#total = total ?? 0;
	}

	wants(bytes: number): boolean {
		if (this.#count === 0) return false;
		const before = this.#text;
		this.#text += bytes;
		if (this.#total < this.#from.total && before < this.#from.text) return false;
		if (!this.#crew.isWorking) this.#crew.start(this.#count, this.#settings);
		return true;
	}

	buffer(bytes: number): ArrayBuffer {
		return this.#crew.buffer(bytes);
	}
}

// On a machine that has no core to spare, threads only make everybody wait for each other.
function idleCores(): number {
	const [lastMinute = 0] = loadavg();
	return Math.round(availableParallelism() - lastMinute);
}
