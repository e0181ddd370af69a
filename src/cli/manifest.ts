import type { Command } from 'commander';
import type { InputSummary } from '../model/finding.ts';
import { jsonText } from '../render/json.ts';
import type { Redactor } from '../render/redact/redactor.ts';
import { version } from './package.ts';
import { deliver } from './sink.ts';

/** `--manifest <file>`. */
export interface ManifestOptions {
	readonly manifest?: string;
}

/** Adds `--manifest`. */
export function manifestOption(command: Command): Command {
	return command.option('--manifest <file>', 'what the events come from: version, arguments, inputs with SHA-256');
}

/** Writes what lines of events cannot carry: how the program was called, and every input with its hash and counts. */
export async function writeManifest(
	file: string,
	{
		words,
		inputs,
		redactor,
	}: { readonly words: readonly string[]; readonly inputs: readonly InputSummary[]; readonly redactor: Redactor | undefined },
): Promise<void> {
	const tool = { name: 'saashound', version: version(), arguments: words };
	const manifest = { schema: 'saashound/manifest/1', tool, inputs };
	if (redactor === undefined) {
		await deliver(file, jsonText(manifest, true), '--manifest');
		return;
	}
	const { redactedInput, redactedTool } = await import('../render/redact/document.ts');
	const hidden = { ...manifest, tool: redactedTool(tool), inputs: inputs.map((input) => redactedInput(input, redactor)) };
	await deliver(file, jsonText(hidden, true), '--manifest');
}
