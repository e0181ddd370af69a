import { paint } from '../../render/paint.ts';
import { html, visible } from '../../render/safe.ts';
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

/** All cases in the form that CI systems read as JUnit XML; a suite for each analytic. */
export function casesAsJunit(results: readonly CaseResult[]): string {
	const suites = new Map<string, CaseResult[]>();
	for (const result of results) {
		const name = result.folder.split('/').slice(0, -1).join('/') || '.';
		suites.set(name, [...(suites.get(name) ?? []), result]);
	}
	const failed = results.filter(({ problems }) => problems.length > 0).length;
	const lines = [
		'<?xml version="1.0" encoding="UTF-8"?>',
		`<testsuites name="saashound check" tests="${results.length}" failures="${failed}">`,
	];
	for (const [name, cases] of suites) lines.push(...suiteLines(name, cases));
	lines.push('</testsuites>');
	return `${lines.join('\n')}\n`;
}

function suiteLines(name: string, cases: readonly CaseResult[]): readonly string[] {
	const failed = cases.filter(({ problems }) => problems.length > 0).length;
	const took = cases.reduce((sum, one) => sum + one.took, 0);
	const lines = [`  <testsuite name="${html(name)}" tests="${cases.length}" failures="${failed}" time="${seconds(took)}">`];
	for (const one of cases) {
		const open = `    <testcase classname="${html(name)}" name="${html(one.folder.split('/').at(-1) ?? one.folder)}" time="${seconds(one.took)}"`;
		if (one.problems.length === 0) lines.push(`${open}/>`);
		else {
			lines.push(`${open}>`);
			const text = one.problems.map((problem) => html(problem)).join('\n');
			lines.push(`      <failure message="${html(one.problems[0] ?? '')}">${text}</failure>`, '    </testcase>');
		}
	}
	lines.push('  </testsuite>');
	return lines;
}

function seconds(ms: number): string {
	return (ms / 1000).toFixed(3);
}
