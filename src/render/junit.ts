import { html } from './safe.ts';

/** What one case of a check came to. */
export interface CheckedCase {
	/** e.g. `attack-burst`. */
	readonly name: string;
	/** e.g. `AN1514/m365`. */
	readonly group: string;
	readonly outcome: 'passed' | 'failed' | 'error' | 'skipped';
	/** One line, for all but `passed`. */
	readonly message?: string;
	/** What was expected and what came, several lines. */
	readonly details?: string;
}

/**
 * Results of `check` as JUnit XML, which CI systems read: a suite a group, in order of first appearance. Without times and durations, so
 * that the same results give the same bytes.
 */
export function renderJunit(cases: readonly CheckedCase[]): string {
	const suites = new Map<string, CheckedCase[]>();
	for (const one of cases) {
		const suite = suites.get(one.group);
		if (suite === undefined) suites.set(one.group, [one]);
		else suite.push(one);
	}
	const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="saashound check" ${totals(cases)}>`];
	for (const [group, members] of suites) {
		lines.push(`  <testsuite name="${html(group)}" ${totals(members)}>`, ...members.map(caseLine), '  </testsuite>');
	}
	lines.push('</testsuites>');
	return `${lines.join('\n')}\n`;
}

function totals(cases: readonly CheckedCase[]): string {
	const of = (outcome: CheckedCase['outcome']) => cases.filter((one) => one.outcome === outcome).length;
	return `tests="${cases.length}" failures="${of('failed')}" errors="${of('error')}" skipped="${of('skipped')}"`;
}

function caseLine({ name, group, outcome, message = '', details = '' }: CheckedCase): string {
	const head = `    <testcase name="${html(name)}" classname="${html(group.replaceAll('/', '.'))}"`;
	if (outcome === 'passed') return `${head}/>`;
	const element = outcome === 'failed' ? 'failure' : outcome;
	const body = details === '' ? '' : details.split('\n').map(html).join('\n');
	return `${head}><${element} message="${html(message)}">${body}</${element}></testcase>`;
}
