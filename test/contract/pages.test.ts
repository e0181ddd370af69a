import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';

const ROOT = new URL('../../', import.meta.url);
const PAGES = ['README.md', 'CHANGELOG.md', 'kernel/README.md', ...pagesIn('docs'), ...pagesIn('analytics')];
/** What is named with its folder, from the root of the repository; patterns and places to fill in are none. */
const NAMED = /`((?:analytics|bench|bin|docs|fixtures|kernel|scripts|src|test)\/[^`\s<>*{}]*)`/g;
const LINKED = /\]\(([^)#:\s]+)(?:#[^)\s]*)?\)/g;

function pagesIn(folder: string): readonly string[] {
	return readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' })
		.filter((name) => name.endsWith('.md'))
		.map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
		.toSorted();
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
