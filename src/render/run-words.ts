import { type FindingsDocument, LEAST_SCORE_SHOWN } from '../model/finding.ts';
import { shownSpan } from './clock.ts';
import { counted, decimal } from './number.ts';

type Run = FindingsDocument['run'];

/** Over what time was hunted: the evidence's, or what `--from` and `--to` leave of it. */
export function overSentence({ from, to, judged }: Run, zone: string): string {
	if (from === undefined || to === undefined) return 'no events were read';
	const evidence = shownSpan(from, to, zone);
	if (judged === undefined) return evidence;
	const history = judged.from === from ? '' : '; what lies before is history';
	return `${shownSpan(judged.from, judged.to, zone)}${history}. Evidence: ${evidence}`;
}

/** Why a document has no findings, in two parts: that none is shown, and why. Filtered out is not the same as nothing odd. */
export function noneWords({ compared, minScore, strongest, judged }: Run): readonly [none: string, why: string] {
	if (compared !== undefined && compared.known > 0) {
		return ['Nothing new', `${counted(compared.known, 'finding is', 'findings are')} already in ${compared.file}`];
	}
	if (minScore !== undefined && strongest !== undefined && strongest >= LEAST_SCORE_SHOWN && strongest < minScore) {
		return [`No finding of ${decimal(minScore, 1)} or more`, `the strongest scores ${decimal(strongest, 1)}`];
	}
	const where = judged === undefined ? 'in this evidence' : 'in the span that was judged';
	return ['No findings', `nothing ${where} was odd enough for the analytics that ran`];
}

/** The same as one sentence, without a full stop. */
export function noneSentence(run: Run): string {
	return noneWords(run).join(': ');
}
