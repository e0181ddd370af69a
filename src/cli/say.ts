import { visible } from '../render/safe.ts';

/** Writes one line to standard error: `saashound: …`. Whatever a log put into it cannot steer the terminal. */
export function say(text: string): void {
	process.stderr.write(`saashound: ${visible(text)}\n`);
}
