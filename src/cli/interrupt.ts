import { EvidenceError } from '../model/errors.ts';
import { EXIT, leave, onInterrupt } from './exit.ts';
import type { TalkOptions } from './options/common.ts';
import { say } from './say.ts';

/**
 * Does work on evidence that the first Ctrl-C stops and the second ends. Where nothing was read by then, the run ends with 130.
 * @param work given a signal that is aborted once nothing more is to be read
 */
export async function untilInterrupt<T>(
	work: (stop: AbortSignal) => Promise<T>,
	{ quiet }: Pick<TalkOptions, 'quiet'>,
): Promise<T> {
	const controller = new AbortController();
	onInterrupt(() => {
		controller.abort();
		if (quiet !== true) say('interrupted: what was read is judged and shown as partial; Ctrl-C again ends at once');
	});
	try {
		return await work(controller.signal);
	} catch (error) {
		if (!controller.signal.aborted || !(error instanceof EvidenceError)) throw error;
		say(error.message);
		leave(EXIT.interrupted);
	}
}
