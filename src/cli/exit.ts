/** Exit codes: done; a finding or failed check was asked to fail the run; usage or evidence; our defect; interrupted. */
export const EXIT = { done: 0, found: 1, usage: 2, defect: 3, interrupted: 130 } as const;

const cleanups = new Set<() => void>();

/** Registers work that must be done even if the run is interrupted (temporary files, the progress line). Returns how to take it back. */
export function onExit(cleanup: () => void): () => void {
	cleanups.add(cleanup);
	return () => cleanups.delete(cleanup);
}

/** Does all registered work once; later calls do nothing. Never throws: nothing can be done about it any more. */
function cleanUp(): void {
	for (const cleanup of cleanups) {
		try {
			cleanup();
		} catch {
			// Leaving is more important than leaving tidily.
		}
	}
	cleanups.clear();
}

/** Ends the process at once, tidily. */
export function leave(code: number): never {
	cleanUp();
	process.exit(code);
}

let gentle: (() => void) | undefined;

/** Lets the first Ctrl-C do this instead of ending the run; the second ends it. Returns how to take it back. */
export function onInterrupt(first: () => void): () => void {
	gentle = first;
	return () => {
		gentle = undefined;
	};
}

/** Signals that end the run (a terminal or connection that closed, Ctrl-\, `kill`), and the exit code of each: 128 and its number, as shells have it. */
const ENDED_BY = { SIGHUP: 129, SIGQUIT: 131, SIGTERM: 143 } as const;

/**
 * Makes Ctrl-C (unless {@link onInterrupt} says otherwise) end the run with 130, and each of {@link ENDED_BY} with its code, after cleaning up; a closed
 * pipe is a quiet 0.
 * @param onBroken told when standard output breaks in any other way; the run then ends with 2.
 */
export function watchSignals(onBroken: (error: Error) => void): void {
	process.on('SIGINT', () => {
		const first = gentle;
		gentle = undefined;
		if (first === undefined) leave(EXIT.interrupted);
		first();
	});
	for (const [signal, code] of Object.entries(ENDED_BY)) process.once(signal, () => leave(code));
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		if (error.code === 'EPIPE') leave(EXIT.done);
		onBroken(error);
		leave(EXIT.usage);
	});
	// Nobody reads our warnings: no reason to stop.
	process.stderr.on('error', () => {});
}
