import { createHash } from 'node:crypto';
import { ANALYTICS } from '../../analytics/index.ts';
import { findCases, readCase } from '../../src/cli/check/cases.ts';
import { requestOf } from '../../src/cli/check/run-case.ts';
import { hunt } from '../../src/hunt/hunt.ts';
import type { Finding } from '../../src/model/finding.ts';
import { FORMAT_NAMES, render } from '../../src/render/index.ts';
import { RENDER_DEFAULTS } from '../../src/render/options.ts';

/** Digits of a hash that are kept: enough to see that something changed. */
const DIGITS = 10;

/**
 * What comes of every case below a folder: its findings, with score and ledger for whoever reads the difference, and of each output format the
 * beginning of its SHA-256.
 */
export async function fixtureOutputs(folder: string): Promise<string> {
	const lines: string[] = [];
	for (const one of findCases([folder])) {
		const document = await hunt({ ...(await requestOf(readCase(one), ANALYTICS)), version: '0' });
		lines.push(one, ...document.findings.flatMap(findingLines));
		if (document.run.suppressed > 0) lines.push(`  ${document.run.suppressed} more below the limit`);
		const hashes: string[] = [];
		for (const format of FORMAT_NAMES) hashes.push(`${format} ${hashOf(await render(format, document, RENDER_DEFAULTS))}`);
		lines.push(`  ${hashes.join(' ')}`, '');
	}
	return `${lines.join('\n')}\n`;
}

function findingLines({ severity, score, id, title, reasons }: Finding): readonly string[] {
	return [
		`  ${severity} ${score} ${id}`,
		`      ${title}`,
		...reasons.map(({ surprise, signal, observed, expected }) => `      ${surprise} ${signal}: ${observed} against ${expected}`),
	];
}

function hashOf(text: string): string {
	return createHash('sha256').update(text).digest('hex').slice(0, DIGITS);
}
