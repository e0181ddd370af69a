import type { Command } from 'commander';
import { addAnalytics } from './commands/analytics.ts';
import { addCheck } from './commands/check.ts';
import { addCompletion } from './commands/completion.ts';
import { addEvidence } from './commands/evidence.ts';
import { addExport } from './commands/export.ts';
import { addHunt } from './commands/hunt.ts';
import { addInspect } from './commands/inspect.ts';
import { addPlatforms } from './commands/platforms.ts';
import { addRehearse } from './commands/rehearse.ts';
import { addTimeline } from './commands/timeline.ts';

/** Adds every command. `words`: the command line, for the documents that tell how they came about. */
export function addCommands(root: Command, words: readonly string[]): void {
	addHunt(root, words);
	addInspect(root, words);
	addTimeline(root, words);
	addRehearse(root, words);
	addAnalytics(root);
	addPlatforms(root);
	addCheck(root);
	addExport(root, words);
	addEvidence(root);
	addCompletion(root);
}
