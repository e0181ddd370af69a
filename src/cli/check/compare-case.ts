import type { Finding, FindingsDocument } from '../../model/finding.ts';
import type { Expected } from './expected.ts';
import { closest, differenceOf } from './match.ts';

/** What differs between a document and what was expected of it, a sentence each; empty where all is well. */
export function compareCase(expected: Expected, document: FindingsDocument): readonly string[] {
	const problems: string[] = [];
	const left = [...document.findings];
	for (const [index, wanted] of expected.findings.entries()) {
		const at = left.findIndex((finding) => differenceOf(wanted, finding) === undefined);
		if (at >= 0) {
			left.splice(at, 1);
			continue;
		}
		const { path, text } = closest(wanted, left, '');
		problems.push(
			`findings[${index}] did not come${path === '' ? '' : `; nearest: ${path}:`} ${path === '' ? `(${text})` : text}`,
		);
	}
	if (expected.none === true) for (const finding of left) problems.push(`came, and should not have: ${inShort(finding)}`);
	else {
		for (const [index, unwanted] of expected.none.entries()) {
			const found = document.findings.find((finding) => differenceOf(unwanted, finding) === undefined);
			if (found !== undefined) problems.push(`none[${index}] came: ${inShort(found)}`);
		}
	}
	if (expected.max !== undefined && document.findings.length > expected.max) {
		problems.push(
			`expected at most ${expected.max} findings, got ${document.findings.length}: ${document.findings.map(({ id }) => id).join(' ')}`,
		);
	}
	if (expected.document !== undefined) {
		const found = differenceOf(expected.document, document);
		if (found !== undefined) problems.push(`document.${found.path}: ${found.text}`);
	}
	return problems;
}

function inShort(finding: Finding): string {
	return `${finding.id}, score ${finding.score}: ${finding.title}`;
}
