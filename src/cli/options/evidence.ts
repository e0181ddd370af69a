import { UsageError } from '../../model/errors.ts';

/**
 * Asks for at least one piece of evidence.
 * @throws UsageError where there is none.
 */
export function needEvidence(evidence: readonly string[]): void {
	if (evidence.length === 0) throw new UsageError('no evidence given; name files, folders, globs or - (standard input)');
}
