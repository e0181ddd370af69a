import type { Command } from 'commander';
import { UsageError } from '../../model/errors.ts';
import { counted } from '../../render/number.ts';
import { say } from '../say.ts';

interface CopyOptions {
	readonly output?: string;
	readonly namedOnly?: boolean;
	readonly quiet?: boolean;
	readonly progress: boolean;
}

const EXAMPLES = `
Examples:
  saashound evidence findings.json 1 --output case-1
  saashound evidence findings.json \\
      AN1514/m365/ana@example.com/2026-03-03T09:00Z --output case-1
  saashound evidence findings.json 2 --output case-2
  saashound evidence findings.json all --output records`;

/** Adds `evidence`. */
export function addEvidence(root: Command): void {
	root
		.command('evidence')
		.summary('copy the raw records behind a finding, byte for byte')
		.description(
			'Copies all records behind a finding of a findings document (JSON) into a new folder, byte for byte, with a manifest, SHA256SUMS and ' +
				'the header of tables; checks each against the SHA-256 in the document. A document names the first ten records of a finding ' +
				'(all with hunt --all-evidence); for the others it hunts again as the document says. Run it where the hunt was run.',
		)
		.usage('<findings.json> <finding> --output <folder>')
		.argument('[document]')
		.argument('[finding]', 'its rank, its id, or all')
		.option('-o, --output <folder>', 'folder to make')
		.option('--named-only', 'only the records that the document names: do not hunt again')
		.option('--no-progress', 'no progress line')
		.option('-q, --quiet', 'no summary')
		.addHelpText('after', EXAMPLES)
		.action(run);
}

async function run(document: string | undefined, finding: string | undefined, options: CopyOptions): Promise<void> {
	if (document === undefined) throw new UsageError('evidence: name a findings document (saashound hunt … --format json)');
	if (finding === undefined) throw new UsageError('evidence: name a finding by its rank or id, or all');
	if (options.output === undefined) throw new UsageError('evidence: name a folder to make: --output <folder>');
	const { copyEvidence } = await import('../copy-evidence.ts');
	const again = async (words: readonly string[]) =>
		(await import('./hunt.ts')).huntAgain(words, { color: 'never', progress: options.progress, quiet: options.quiet === true });
	const { records, files, unnamed, changed } = await copyEvidence({
		document,
		wanted: finding,
		folder: options.output,
		...(options.namedOnly !== true && { again }),
	});
	if (options.quiet === true) return;
	for (const file of changed) say(`warning: ${file}: is not as it was when it was hunted; the records copied are`);
	say(`${counted(records, 'record')} of ${counted(files, 'file')} copied into ${options.output}; manifest.json there names each`);
	if (unnamed > 0) say(`${counted(unnamed, 'further event')} behind the finding are counted in the document but not named`);
}
