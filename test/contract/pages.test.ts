import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const ROOT = new URL('../../', import.meta.url);
const PAGES = ['README.md', 'CHANGELOG.md', 'kernel/README.md', ...['docs', 'analytics', 'bench'].flatMap(pagesIn)];
/** What is named with its folder, from the root of the repository; patterns, places to fill in and what a run writes are none. */
const NAMED = /`(?!bench\/out\/)((?:analytics|bench|bin|docs|fixtures|kernel|scripts|src|test)\/[^`\s<>*{}]*)`/g;
const LINKED = /\]\(([^)#:\s]+)(?:#[^)\s]*)?\)/g;
const ANCHORED = /\]\(([^)#:\s]*)#([^)\s]+)\)/g;

function pagesIn(folder: string): readonly string[] {
	return readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.md'))
		.map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
		.toSorted();
}

/** Headings of a page as GitHub makes anchors of them. */
function anchorsOf(page: URL): ReadonlySet<string> {
	const headings = [...readFileSync(page, 'utf8').matchAll(/^#+ (.+)$/gm)].map(([, text = '']) => text.toLowerCase());
	return new Set(headings.map((text) => text.replaceAll(/[^\p{L}\p{N}_\- ]/gu, '').replaceAll(' ', '-')));
}

function isThere(path: string, from: URL): boolean {
	return existsSync(fileURLToPath(new URL(path, from)));
}

describe('names and links files that there are', () => {
	test.each(PAGES)('%s', (page) => {
		const text = readFileSync(new URL(page, ROOT), 'utf8');
		const named = [...text.matchAll(NAMED)].map(([, path]) => path ?? '').filter((path) => !isThere(path, ROOT));
		const linked = [...text.matchAll(LINKED)].map(([, path]) => path ?? '').filter((path) => !isThere(path, new URL(page, ROOT)));
		expect({ named, linked }).toEqual({ named: [], linked: [] });
	});
});

test('leads to headings that there are', () => {
	const dead = PAGES.flatMap((page) =>
		[...readFileSync(new URL(page, ROOT), 'utf8').matchAll(ANCHORED)]
			.filter(
				([, path = '', anchor = '']) =>
					!anchorsOf(new URL(path === '' ? page.replace(/^.*\//, '') : path, new URL(page, ROOT))).has(anchor),
			)
			.map(([link]) => `${page}: ${link}`),
	);
	expect(dead).toEqual([]);
});
