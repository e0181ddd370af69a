import { createHash } from 'node:crypto';
import type { Finding, FindingsDocument, InputRef } from '../model/finding.ts';

/** What a finding that stands alone (a line, a row) must carry so that it can be traced: who made it, how, and from which bytes. */
export interface Custody {
	readonly tool: FindingsDocument['tool'];
	/** The inputs in which its records lie, by name. */
	readonly inputs: readonly InputRef[];
	/** One hash for all inputs of the run: see {@link inputsHash}. */
	readonly inputsSha256: string;
	/** There only where it is so: the run was interrupted. */
	readonly partial?: true;
}

/** Where a finding of a document comes from. */
export function custodyOf({ evidence, stages = [] }: Finding, document: FindingsDocument): Custody {
	const files = new Set([
		...(evidence.files ?? []),
		...evidence.sample.map(({ file }) => file),
		...stages.flatMap((stage) => stage.evidence?.file ?? []),
	]);
	return {
		tool: document.tool,
		inputs: document.inputs
			.filter(({ file }) => files.has(file))
			.map(({ file, sha256, archive }) => ({ file, sha256, ...(archive !== undefined && { archive }) })),
		inputsSha256: inputsHash(document),
		...(document.run.partial !== undefined && { partial: true }),
	};
}

/** SHA-256 over the hashes of all inputs, sorted, each with a line feed: `jq -r '.inputs[].sha256' findings.json | sort | sha256sum`. Hex. */
export function inputsHash({ inputs }: Pick<FindingsDocument, 'inputs'>): string {
	const lines = inputs.map(({ sha256 }) => `${sha256}\n`).toSorted();
	return createHash('sha256').update(lines.join('')).digest('hex');
}

/** `<sha256>  <file>`, as checksum tools write it. */
export function checksum({ file, sha256 }: InputRef): string {
	return `${sha256}  ${file}`;
}
