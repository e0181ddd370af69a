import { renderJunit } from '../../render/junit.ts';
import { paint } from '../../render/paint.ts';
import { visible } from '../../render/safe.ts';
import type { CaseResult } from './run-case.ts';

/** One line for a case, and below it what was wrong. */
export function caseLines(result: CaseResult, colour: boolean): string {
	const style = paint(colour);
	const ok = result.problems.length === 0;
	const head = `${ok ? style.lowered('ok    ') : style.raised('FAILED')}  ${visible(result.folder)}`;
	const lines = result.problems.map((problem) => `          ${visible(problem)}`);
	return `${[head, ...lines].join('\n')}\n`;
}

/** The closing line. */
export function closingLine(results: readonly CaseResult[]): string {
	const failed = results.filter(({ problems }) => problems.length > 0).length;
	return `${results.length - failed} passed, ${failed} failed\n`;
}

/** All cases as JSON. */
export function casesAsJson(results: readonly CaseResult[]): string {
	const cases = results.map(({ folder, title, problems, findings }) => ({
		case: folder,
		title,
		ok: problems.length === 0,
		findings,
		problems,
	}));
	const failed = cases.filter(({ ok }) => !ok).length;
	return `${JSON.stringify({ schema: 'saashound/check/1', passed: cases.length - failed, failed, cases }, null, 2)}\n`;
}

/** All cases as JUnit XML, a suite for each folder of cases. */
export function casesAsJunit(results: readonly CaseResult[]): string {
	return renderJunit(
		results.map(({ folder, title, problems }) => {
			const parts = folder.split('/');
			const place = { name: parts.at(-1) ?? folder, group: parts.slice(-3, -1).join('/') || '.' };
			if (problems.length === 0) return { ...place, outcome: 'passed' };
			return { ...place, outcome: 'failed', message: problems[0] ?? '', details: [title, ...problems].join('\n') };
		}),
	);
}
