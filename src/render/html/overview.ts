import { max } from 'd3-array';
import { scaleLinear, scaleUtc } from 'd3-scale';
import type { DayCount, Finding, FindingsDocument } from '../../model/finding.ts';
import { count, counted } from '../number.ts';
import { axes, CHART, rectangle, round } from './chart.ts';
import { lines, type Markup, markup, raw } from './markup.ts';

const DAY = 86_400_000;

/** Days further apart than this are not drawn on one axis: one clock gone wrong would press everything else into a line. */
const APART = 180 * DAY;

/** How many platforms have a colour of their own in the style. */
const COLOURS = 10;

/** Activity of the organisation per day and platform, stacked, with the findings above their days. */
export function overview({ run, findings }: FindingsDocument): Markup | undefined {
	if (run.days.length === 0) return undefined;
	const platforms = [...new Set(run.days.map(({ platform }) => platform))].sort();
	const drawn = together(run.days);
	const others = run.days.length - drawn.length;
	const keys = platforms.map((platform, i) => markup`<span class="key p${i % COLOURS}"></span> ${platform} `);
	return markup`<section aria-labelledby="overview">
<h2 id="overview">Activity per day</h2>
<figure class="chart">
${lines([draw(drawn, findings, platforms, 'wide'), draw(drawn, findings, platforms, 'narrow')])}
<figcaption>Events per day (UTC): ${keys}<span class="key mark"></span> findings that day${others > 0 && `. ${counted(others, 'number')} of days more than half a year away from these are in the table only.`}</figcaption>
</figure>
${table(run.days, findings, platforms)}
</section>`;
}

function draw(
	days: readonly DayCount[],
	findings: readonly Finding[],
	platforms: readonly string[],
	size: keyof typeof CHART.WIDTHS,
): Markup {
	const { HEIGHT, MARGIN } = CHART;
	const width = CHART.WIDTHS[size];
	const times = days.map(({ day }) => Date.parse(day));
	const first = Math.min(...times);
	const last = Math.max(...times) + DAY;
	const x = scaleUtc([first, last], [MARGIN.left, width - MARGIN.right]);
	const totals = totalsByDay(days);
	const y = scaleLinear([0, max(totals.values()) ?? 1], [HEIGHT - MARGIN.bottom, MARGIN.top + 8]).nice(4);
	const bar = (width - MARGIN.left - MARGIN.right) / ((last - first) / DAY);
	const stacked = new Map<string, number>();
	const layers = platforms.map((platform, i) => {
		let path = '';
		for (const { day, platform: own, events } of days) {
			if (own !== platform || events <= 0) continue;
			const below = stacked.get(day) ?? 0;
			stacked.set(day, below + events);
			path += rectangle(x(Date.parse(day)), y(below + events), bar - (bar > 4 ? 1 : 0), y(below) - y(below + events));
		}
		return markup`<path class="p${i % COLOURS}" d="${raw(path)}"/>`;
	});
	const marks = [...findingsByDay(findings)].map(([day, found]) => {
		const time = Date.parse(day);
		if (time < first || time >= last) return markup``;
		return markup`<circle class="mark" cx="${round(x(time) + bar / 2)}" cy="${MARGIN.top - 2}" r="${round(Math.min(7, 2.5 + found.length / 2))}"><title>${day}: ${counted(found.length, 'finding')}</title></circle>`;
	});
	const label = `Events per day from ${new Date(first).toISOString().slice(0, 10)}, ${platforms.join(', ')}: at most ${count(max(totals.values()) ?? 0)}`;
	return markup`<svg class="${size}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${label}">
${axes(x, y, { width, zone: 'UTC', daysOnly: true })}
${lines(layers)}
${lines(marks)}
</svg>`;
}

/** The run of days with most events: a run ends where the next day lies far away. */
function together(days: readonly DayCount[]): readonly DayCount[] {
	const sorted = days.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
	let best: DayCount[] = [];
	let most = -1;
	let group: DayCount[] = [];
	let events = 0;
	let before: number | undefined;
	for (const day of sorted) {
		const time = Date.parse(day.day);
		if (before !== undefined && time - before > APART) {
			group = [];
			events = 0;
		}
		group.push(day);
		events += day.events;
		before = time;
		if (events > most) {
			best = group;
			most = events;
		}
	}
	return best;
}

/** The same as numbers, for those who cannot see the chart or want to copy it. */
function table(days: readonly DayCount[], findings: readonly Finding[], platforms: readonly string[]): Markup {
	const found = findingsByDay(findings);
	const numbers = new Map(days.map(({ day, platform, events }) => [`${day} ${platform}`, events]));
	const rows = [...totalsByDay(days).keys()].sort().map((day) => {
		const cells = platforms.map((platform) => markup`<td class="number">${count(numbers.get(`${day} ${platform}`) ?? 0)}</td>`);
		return markup`<tr><th scope="row">${day}</th>${cells}<td class="number">${count(found.get(day)?.length ?? 0)}</td></tr>`;
	});
	const heads = platforms.map((platform) => markup`<th scope="col">${platform}</th>`);
	return markup`<details><summary>The numbers</summary>
<div class="scroll" tabindex="0" role="region" aria-label="Events per day"><table>
<caption>Events per day and platform (UTC), and findings that begin on it</caption>
<thead><tr><th scope="col">Day</th>${heads}<th scope="col">Findings</th></tr></thead>
<tbody>${rows}</tbody>
</table></div></details>`;
}

function totalsByDay(days: readonly DayCount[]): ReadonlyMap<string, number> {
	const totals = new Map<string, number>();
	for (const { day, events } of days) totals.set(day, (totals.get(day) ?? 0) + events);
	return totals;
}

function findingsByDay(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
	const found = new Map<string, Finding[]>();
	for (const finding of findings) {
		const day = finding.window.start.slice(0, 10);
		const known = found.get(day);
		if (known === undefined) found.set(day, [finding]);
		else known.push(finding);
	}
	return found;
}
