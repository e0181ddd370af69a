import { CommanderError } from 'commander';
import { Defect, EvidenceError, UsageError } from '../model/errors.ts';
import { EXIT } from './exit.ts';

/** What the run ends with: an exit code, and the line for standard error (none where there is nothing to say). */
export interface Ending {
	readonly code: number;
	readonly line?: string;
	/** For SAASHOUND_DEBUG=1. */
	readonly stack?: string;
}

/** What an error means for the user. Errors that nobody meant to throw count as defects of ours. */
export function ending(error: unknown): Ending {
	if (error instanceof CommanderError) return fromCommander(error);
	if (error instanceof UsageError || error instanceof EvidenceError) return { code: EXIT.usage, line: oneLine(error.message) };
	if (isSystemError(error)) return { code: EXIT.usage, line: systemLine(error) };
	const cause = error instanceof Error ? error : new Defect(String(error));
	return {
		code: EXIT.defect,
		line: `defect: ${oneLine(cause.message)}; please report it, with what SAASHOUND_DEBUG=1 adds`,
		stack: stacks(cause),
	};
}

function fromCommander(error: CommanderError): Ending {
	if (error.exitCode === 0) return { code: EXIT.done };
	const text = oneLine(error.message.replace(/^error: /, '')).replace(/\s*\(Did you mean (.+?)\?\)/i, ' (did you mean $1?)');
	return { code: EXIT.usage, line: text };
}

/** Whether Node says that the system refused something (no such file, no permission, no space). */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string; syscall: string } {
	return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

const SYSTEM: Readonly<Record<string, string>> = {
	ENOENT: 'no such file or folder',
	EACCES: 'permission denied',
	EPERM: 'not permitted',
	EISDIR: 'is a folder',
	ENOTDIR: 'is no folder',
	ENOSPC: 'no space left',
	EDQUOT: 'no space left within the quota',
	EFBIG: 'larger than a file may be here',
	EROFS: 'the file system is read-only',
	EMFILE: 'too many open files',
};

/** What the system refused, in words: `out.json: no space left`. */
export function systemLine(error: NodeJS.ErrnoException & { code: string }): string {
	const what = Object.hasOwn(SYSTEM, error.code) ? (SYSTEM[error.code] ?? '') : oneLine(error.message);
	return error.path === undefined ? what : `${oneLine(error.path)}: ${what}`;
}

function stacks(error: Error): string {
	const own = error.stack ?? error.message;
	return error.cause instanceof Error ? `${own}\ncaused by ${stacks(error.cause)}` : own;
}

/** A text on one line. */
export function oneLine(text: string): string {
	// Split, not one pattern: \s*[\r\n]+\s* takes quadratic time over a long run of blanks.
	return text
		.split(/[\r\n]+/)
		.map((line) => line.trim())
		.join(' ')
		.trim();
}
