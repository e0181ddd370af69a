import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../scripts/browser.ts';
import type { FindingsDocument } from '../../src/model/finding.ts';
import { markup } from '../../src/render/html/markup.ts';
import { renderHtml } from '../../src/render/html.ts';
import { EMPTY, EXAMPLE, HOSTILE, many } from './examples.ts';

const UTC = { timeZone: 'UTC' };

describe('markup', () => {
	it('escapes every text, and nothing twice', () => {
		const inner = markup`<b>${'<i>'}</b>`;
		expect(markup`<p title="${'"&'}">${inner}${1}${undefined}${false}${[inner, inner]}</p>`.markup).toBe(
			'<p title="&quot;&amp;"><b>&lt;i&gt;</b>1<b>&lt;i&gt;</b>\n<b>&lt;i&gt;</b></p>',
		);
	});
});

describe('renderHtml', () => {
	it('fetches nothing and allows only its own style and script', () => {
		for (const document of [EXAMPLE, HOSTILE, EMPTY]) {
			const page = renderHtml(document, UTC);
			expect(page).toMatch(
				/content="default-src 'none'; style-src 'sha256-[\w+/]+=*'; script-src 'sha256-[\w+/]+=*'; img-src data:; base-uri 'none'; form-action 'none'"/,
			);
			// Values of attributes hold texts of the log; what counts is which elements and attributes there are.
			const bare = page.replace(/"[^"]*"/g, '""');
			expect(bare).not.toMatch(/<(?:link|img|iframe|object|embed|base)\b|<[^>]*\s(?:src|style|on\w+)=/);
			expect(page).not.toMatch(/@import|url\(/);
			expect(bare.match(/<script/g)).toHaveLength(1);
			expect(bare.match(/<style/g)).toHaveLength(1);
		}
	});

	it('links to nothing but its own parts and ATT&CK', () => {
		const links = [...renderHtml(HOSTILE, UTC).matchAll(/href="([^"]*)"/g)].map(([, link]) => link);
		for (const link of links) expect(link).toMatch(/^(?:#[\w-]+|https:\/\/attack\.mitre\.org\/[\w/]*)$/);
	});

	it('answers first: how many, how grave, over what, and what could not be seen', () => {
		const page = renderHtml(EXAMPLE, UTC);
		expect(page).toContain('<h1>3 findings: 1 critical, 1 high, 1 low</h1>');
		expect(page).toContain('<dt>Events judged</dt><dd>11,904</dd>');
		expect(page).toContain('<dt>Activities heard nowhere</dt><dd><a href="#coverage">2</a></dd>');
		expect(page).toContain(EXAMPLE.inputs[0]?.sha256);
		expect(renderHtml(EMPTY, UTC)).toContain('<h1>No findings</h1>');
	});

	it('draws the chart with one bar a step that saw something, and names its largest', () => {
		const page = renderHtml(EXAMPLE, UTC);
		const wide = /<svg class="wide"[^>]*aria-label="files per 1h[\s\S]*?<\/svg>/.exec(page)?.[0] ?? '';
		expect(wide).toContain('at most 412, usually 0.9');
		// 48 hours: nine working hours on each of two days, one of them with the 412.
		expect(/class="observed" d="([^"]*)"/.exec(wide)?.[1]?.match(/M/g)).toHaveLength(18);
		expect(wide.match(/class="sign-in"/g)).toHaveLength(1);
		expect(wide.match(/class="failed"/g)).toHaveLength(1);
	});

	it('does not let one day of a wrong clock squeeze all others', () => {
		const days = [
			{ day: '1970-01-01', platform: 'm365' as const, events: 1 },
			...EXAMPLE.run.days,
			{ day: '9999-12-31', platform: 'box' as const, events: 2 },
		];
		const page = renderHtml({ ...EXAMPLE, run: { ...EXAMPLE.run, days } }, UTC);
		expect(page).toContain('aria-label="Events per day from 2026-02-01, box, m365: at most 545"');
		expect(page).toContain('2 numbers of days more than half a year away from these are in the table only.');
		expect(page).toContain('<th scope="row">9999-12-31</th>');
	});

	it('folds findings after the tenth', () => {
		expect(renderHtml(many(14), UTC).match(/<details open>/g)).toHaveLength(10);
	});

	it('stays whole where a series is empty, steps are zero or a time is no time', () => {
		const [finding] = EXAMPLE.findings;
		const series = finding?.series;
		if (finding === undefined || series === undefined) throw new Error('the first example has a series');
		for (const odd of [
			{ ...series, observed: [], expected: [] },
			{ ...series, step: 0 },
			{ ...series, observed: Array.from({ length: 5000 }, () => 1), expected: [] },
			{ ...series, signIns: [{ time: 'never', ok: true, text: 'x' }] },
		]) {
			const page = renderHtml({ ...EXAMPLE, findings: [{ ...finding, series: odd }] }, UTC);
			expect(page).not.toMatch(/NaN|Infinity|undefined/);
		}
	});
});

const BROWSER = findBrowser();
const inBrowser = BROWSER === undefined ? describe.skip : describe;

inBrowser(`the report in a browser (${BROWSER ?? 'none is installed: npm run test:browser-setup'})`, () => {
	const folder = mkdtempSync(join(tmpdir(), 'report-'));
	let browser: Browser;

	beforeAll(async () => {
		const quiet = [
			'--disable-gpu',
			'--disable-quic',
			'--no-first-run',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
		];
		browser = await chromium.launch({ executablePath: BROWSER ?? '', args: ['--no-sandbox', ...quiet] });
	}, 60_000);

	afterAll(async () => {
		await browser?.close();
		rmSync(folder, { recursive: true, force: true });
	});

	/** Opens the report; whatever the page complains of ends up in `complaints`. */
	async function opened(
		document: FindingsDocument,
		width: number,
	): Promise<{ readonly page: Page; readonly complaints: readonly string[] }> {
		const file = join(folder, 'report.html');
		writeFileSync(file, renderHtml(document, UTC));
		const page = await browser.newPage({ viewport: { width, height: 800 } });
		const complaints: string[] = [];
		page.on('console', (message) => complaints.push(message.text()));
		page.on('pageerror', (error) => complaints.push(error.message));
		page.on('dialog', (dialog) => {
			complaints.push('dialog');
			void dialog.dismiss();
		});
		page.on('request', (request) => {
			if (!request.url().startsWith('file:')) complaints.push(request.url());
		});
		await page.goto(pathToFileURL(file).href);
		return { page, complaints };
	}

	it.each([380, 900, 1400])(
		'fits into %d px, asks for nothing and complains of nothing, even with hostile texts',
		async (width) => {
			for (const document of [EXAMPLE, EMPTY, HOSTILE]) {
				const { page, complaints } = await opened(document, width);
				expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
				expect(complaints).toEqual([]);
				await page.close();
			}
		},
		60_000,
	);

	it('shows only what the filter asks for', async () => {
		const { page } = await opened(EXAMPLE, 900);
		const shown = () => page.locator('article.finding:visible h3').allInnerTexts();
		expect(await shown()).toHaveLength(3);
		await page.selectOption('#by-severity', 'high');
		expect(await shown()).toHaveLength(1);
		expect(await page.locator('#filter-state').textContent()).toBe('1 of 3 shown');
		await page.click('button[type=reset]');
		await page.fill('#by-actor', 'ANA');
		expect(await page.locator('.ranks li:visible').count()).toBe(1);
		await page.fill('#by-actor', '');
		await page.selectOption('#by-platform', 'box');
		expect(await shown()).toHaveLength(2);
		await page.close();
	}, 60_000);

	it('unfolds the finding that a link leads to', async () => {
		const { page } = await opened(many(14), 900);
		expect(await page.locator('#f14 dl').isVisible()).toBe(false);
		await page.click('.ranks a[href="#f14"]');
		// The browser tells the page of a new fragment in a task of its own, after the click has returned.
		await page.locator('#f14 dl').waitFor({ state: 'visible', timeout: 30_000 });
		await page.close();
	}, 60_000);

	it('has one main part, headings without gaps, and names for every control', async () => {
		const { page } = await opened(EXAMPLE, 900);
		expect(await page.locator('main').count()).toBe(1);
		const levels: number[] = await page.evaluate(
			'[...document.querySelectorAll("h1,h2,h3,h4")].map((heading) => Number(heading.tagName[1]))',
		);
		expect(levels.filter((level) => level === 1)).toHaveLength(1);
		for (const [i, level] of levels.entries()) expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
		const nameless = '[...document.querySelectorAll("select,input")].filter((control) => control.labels.length === 0).length';
		expect(await page.evaluate(nameless)).toBe(0);
		await page.close();
	}, 60_000);
});
