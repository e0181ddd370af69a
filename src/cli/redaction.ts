import { readFileSync } from 'node:fs';
import { type Command, Option } from 'commander';
import type { EvidenceRequest } from '../hunt/request.ts';
import { UsageError } from '../model/errors.ts';
import type { Redactor } from '../render/redact/redactor.ts';
import { events } from './engine.ts';

/** `--redact` and `--redact=<key>`. */
export interface RedactOptions {
	readonly redact?: boolean;
	readonly redactKey?: string;
}

/** Adds `--redact[=key]`. */
export function redactOptions(command: Command): Command {
	return command
		.option('--redact', 'names as pseudonyms; --redact=<key> or =@<file> for the same ones in every run')
		.addOption(new Option('--redact-key <key>').hideHelp());
}

/** The command line with `--redact=<key>` written as two options: commander would take the word after a bare `--redact` for its key. */
export function withRedactKey(words: readonly string[]): readonly string[] {
	const end = words.indexOf('--');
	return words.flatMap((word, index) =>
		word.startsWith('--redact=') && (end < 0 || index < end)
			? ['--redact', `--redact-key=${word.slice('--redact='.length)}`]
			: [word],
	);
}

/**
 * Learns every name of the evidence (it is read once for that); undefined where nobody asked for pseudonyms. Without a key the pseudonyms are new in
 * every run, so that nobody can compute them.
 * @throws UsageError for an empty key or a key file that cannot be read
 */
export async function redactorFor(request: EvidenceRequest, options: RedactOptions): Promise<Redactor | undefined> {
	if (options.redact !== true) return undefined;
	const [{ randomBytes }, { Redactor }] = await Promise.all([import('node:crypto'), import('../render/redact/redactor.ts')]);
	const redactor = new Redactor(options.redactKey === undefined ? randomBytes(32).toString('hex') : keyOf(options.redactKey));
	for (const path of request.evidence) redactor.learn('evidence', path);
	for (const person of request.context?.people ?? [])
		for (const name of [person.user, person.name, ...person.aliases]) redactor.learn('user', name);
	await events(
		{
			...request,
			onNotes: (notes) => learnNotes(notes, redactor),
			onUnusable(files) {
				// What is said of an archive may name what is in it.
				for (const { file } of files) redactor.learn('evidence', file);
				request.onUnusable?.(files);
			},
		},
		() => {},
		(event) => {
			redactor.learnEvent(event);
			return false;
		},
	);
	return redactor;
}

// Of what was passed over there is no event that would tell its name.
function learnNotes(notes: readonly string[], redactor: Redactor): void {
	for (const note of notes) redactor.learn('evidence', note.slice(0, Math.max(0, note.lastIndexOf(': '))));
}

function keyOf(text: string): string {
	let key = text;
	if (text.startsWith('@')) {
		try {
			key = readFileSync(text.slice(1), 'utf8').trim();
		} catch {
			throw new UsageError(`--redact: the key file ${text.slice(1)} cannot be read`);
		}
	}
	if (key === '') throw new UsageError('--redact: the key is empty; write --redact=<key>, --redact=@<file>, or --redact alone');
	return key;
}
