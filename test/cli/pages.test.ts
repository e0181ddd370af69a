import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { saashound } from './run.ts';

const DOCS = new URL('../../docs/', import.meta.url);
const PAGES = readdirSync(DOCS).filter((name) => name.endsWith('.md'));
/** Commands, and right below them what they print. */
const SHOWN = /```sh\n((?:(?!```)[\s\S])*)```\n+```(?:text)?\n([\s\S]*?)```/g;

interface Shown {
	readonly page: string;
	readonly command: string;
	readonly output: string;
}

/** What the pages show of the demonstration: the command that reads it, and its output in extracts. */
const EXTRACTS: readonly Shown[] = PAGES.flatMap((page) =>
	[...readFileSync(new URL(page, DOCS), 'utf8').matchAll(SHOWN)].flatMap(([, block = '', output = '']) =>
		block
			.replaceAll(/\\\n\s*/g, '')
			.split('\n')
			.filter((command) => command.startsWith('saashound ') && command.includes('fixtures/demo'))
			.map((command) => ({ page, command, output })),
	),
);

/** In which columns lines break is the terminal's. */
function flat(text: string): string {
	return text.replaceAll(/\s+/g, ' ').trim();
}

/** The first piece of an extract that does not come where it should; pieces are whole lines, or what lies between `…`. */
function missing(extract: string, printed: string): string | undefined {
	const text = flat(printed);
	let from = 0;
	for (const piece of extract.split(/\n|…/).map(flat)) {
		const at = text.indexOf(piece, from);
		if (at < 0) return piece;
		from = at + piece.length;
	}
	return undefined;
}

async function printedBy(words: readonly string[]): Promise<string> {
	const { code, stdout, stderr } = await saashound([...words, '--format', 'table', '--color', 'never']);
	expect(code).toBe(0);
	return `${stderr}\n${stdout}`;
}

describe('shows what the command prints', () => {
	test.each(EXTRACTS)('$page: $command', async ({ command, output }) => {
		expect(missing(output, await printedBy(command.split(/\s+/).slice(1)))).toBeUndefined();
	});

	test('for five questions of the cookbook at least', () => {
		expect(EXTRACTS.filter(({ page }) => page === 'cookbook.md').length).toBeGreaterThanOrEqual(5);
	});
});

test('the worked example of a score computes with the numbers that --explain prints', async () => {
	const page = flat(readFileSync(new URL('scoring.md', DOCS), 'utf8'));
	const [, command = ''] = /A worked example `([^`]+)`/.exec(page.replaceAll('#', '')) ?? [];
	const printed = flat(await printedBy(command.split(' ').slice(1)));
	const [, formula = '', expected = ''] = /expected (\(.*?) = ([\d.]+) repositories/.exec(printed) ?? [];
	expect(page).toContain(`${formula.replace(' x ', ' × ')} = **${expected}**`);
	const [score = ''] = /\d+\.\d(?= of 100)/.exec(printed) ?? [];
	expect(page).toContain(`score = 100 − 5 / (8.93 − 7) = **${score}**`);
});
