// Charts are drawn once, when the page is made, as SVG text: the page then needs no library and no script, prints as it is and is the same
// bytes every time. d3's scales and shapes are pure functions of numbers that run in Node without a DOM; a whole charting library
// (Vega, Observable Plot with a DOM emulation) weighs a hundred times as much and would style through attributes that the page's
// content security policy forbids.
import { max, sum } from 'd3-array';
import { scaleLinear, scaleUtc } from 'd3-scale';
import { curveStep, line, symbol, symbolCircle, symbolTimes } from 'd3-shape';
import type { Finding, FindingSeries } from '../../model/finding.ts';
import { duration, shownMinute, shownSpan, shownTime } from '../clock.ts';
import { count, decimal, quantity } from '../number.ts';
import { lines, type Markup, markup, raw } from './markup.ts';

/** Space around the plot, px. */
const MARGIN = { top: 18, right: 8, bottom: 22, left: 40 } as const;

const HEIGHT = 170;

/** About the width of a digit of a chart's text, px. */
const CHARACTER = 6.5;

/** Drawn twice: text in an SVG shrinks with it, so that a phone needs its own. Style shows one of them. */
const WIDTHS = { wide: 760, narrow: 340 } as const;

/** Bars thinner than this cannot be told apart, px. */
const BAR = 3;

/** Observed bars against the line of what was usual, the window shaded, sign-ins marked. */
export function seriesChart(finding: Finding, zone: string): Markup | undefined {
	const { series } = finding;
	if (series === undefined || series.observed.length === 0 || !(series.step > 0)) return undefined;
	return markup`<figure class="chart">
${lines([draw(finding, series, 'wide', zone), draw(finding, series, 'narrow', zone)])}
<figcaption><span class="key observed"></span> ${series.unit} counted <span class="key expected"></span> usual <span class="key window"></span> window of the finding${
		series.signIns.length > 0 &&
		markup` <span class="key sign-in"></span> sign-in <span class="key failed"></span> failed sign-in`
	}</figcaption>
</figure>${signInList(series, zone)}`;
}

function draw(finding: Finding, series: FindingSeries, size: keyof typeof WIDTHS, zone: string): Markup {
	const width = WIDTHS[size];
	const room = width - MARGIN.left - MARGIN.right;
	const { start, step, observed, expected } = merged(series, Math.floor(room / BAR));
	const end = start + observed.length * step;
	const x = scaleUtc([start, end], [MARGIN.left, width - MARGIN.right]);
	const y = scaleLinear([0, max([...observed, ...expected, 1]) ?? 1], [HEIGHT - MARGIN.bottom, MARGIN.top]).nice(4);
	const bottom = y(0);
	const bar = room / observed.length;
	const gap = bar > 6 ? 1 : 0;
	const bars = observed
		.map((value, i) => (value > 0 ? rectangle(MARGIN.left + i * bar, y(value), bar - gap, bottom - y(value)) : ''))
		.join('');
	const usual =
		line<number>(
			(_, i) => round(MARGIN.left + (i + 0.5) * bar),
			(value) => round(y(value)),
		).curve(curveStep)(expected) ?? '';
	const from = clamp(x(Date.parse(finding.window.start)), MARGIN.left, width - MARGIN.right);
	const to = clamp(x(Date.parse(finding.window.end)), MARGIN.left, width - MARGIN.right);
	// A sign-in outside the chart would be drawn at a time that it did not have; it stays in the list.
	const within = series.signIns.filter(({ time }) => Date.parse(time) >= start && Date.parse(time) < end);
	const marks = within.map(({ time, ok, text }) => signInMark(x(Date.parse(time)), ok, `${shownTime(time, zone)} ${text}`));
	const label = `${series.unit} per ${duration(step)}, ${shownSpan(new Date(start).toISOString(), new Date(end).toISOString(), zone)}: at most ${quantity(max(observed) ?? 0)}, usually ${decimal(sum(expected) / expected.length, 1)}`;
	return markup`<svg class="${size}" viewBox="0 0 ${width} ${HEIGHT}" role="img" aria-label="${label}">
<rect class="window" x="${round(from)}" y="${MARGIN.top}" width="${round(Math.max(2, to - from))}" height="${HEIGHT - MARGIN.top - MARGIN.bottom}"/>
${axes(x, y, { width, zone })}
<path class="observed" d="${raw(bars)}"/>
<path class="expected" d="${raw(usual)}"/>
${marks}
<text class="unit" x="${MARGIN.left}" y="11">${series.unit} per ${duration(step)}</text>
</svg>`;
}

/** Neighbouring steps added up until no more than so many are left. */
function merged(series: FindingSeries, most: number) {
	const per = Math.ceil(series.observed.length / most);
	const join = (values: readonly number[]) => {
		const joined: number[] = [];
		for (let i = 0; i < series.observed.length; i += per) joined.push(sum(values.slice(i, i + per)));
		return joined;
	};
	return {
		start: Date.parse(series.start),
		step: series.step * per,
		observed: join(series.observed),
		expected: join(series.expected),
	};
}

/** Grid lines with numbers, and times below. */
export function axes(
	x: ReturnType<typeof scaleUtc<number>>,
	y: ReturnType<typeof scaleLinear<number>>,
	{ width, zone, daysOnly = false }: { readonly width: number; readonly zone: string; readonly daysOnly?: boolean },
): Markup {
	const rows = y
		.ticks(4)
		.map(
			(value) =>
				markup`<path class="grid" d="M${MARGIN.left} ${round(y(value))}H${width - MARGIN.right}"/><text class="y" x="${MARGIN.left - 5}" y="${round(y(value) + 3.5)}">${short(value)}</text>`,
		);
	const [first, last] = x.domain();
	const span = (last?.getTime() ?? 0) - (first?.getTime() ?? 0);
	const days = daysOnly || span > 3 * 86_400_000;
	const columns: Markup[] = [];
	let free = 0;
	for (const time of x.ticks(width > 500 ? 7 : 3)) {
		const text = shownMinute(time.toISOString(), days ? 'UTC' : zone);
		const label = days ? text.slice(5, 10) : text.slice(5);
		const half = (label.length * CHARACTER) / 2;
		const at = clamp(x(time), half, width - half);
		if (at - half < free) continue;
		free = at + half + CHARACTER;
		columns.push(markup`<text class="x" x="${round(at)}" y="${HEIGHT - 6}">${label}</text>`);
	}
	return lines([...rows, ...columns]);
}

function signInMark(x: number, ok: boolean, text: string): Markup {
	const shape = symbol(ok ? symbolCircle : symbolTimes, 36)() ?? '';
	return markup`<path class="${ok ? 'sign-in' : 'failed'}" transform="translate(${round(x)} ${MARGIN.top - 4})" d="${raw(shape)}"><title>${text}</title></path>`;
}

/** The marks of the chart in words: a mark's title needs a mouse. */
function signInList({ signIns }: FindingSeries, zone: string): Markup | undefined {
	if (signIns.length === 0) return undefined;
	const rows = signIns.map(
		({ time, ok, text }) =>
			markup`<li><time datetime="${time}">${shownTime(time, zone)}</time> ${ok ? '' : markup`<strong>failed:</strong> `}${text}</li>`,
	);
	return markup`<details class="sign-ins"><summary>${count(signIns.length)} sign-ins around it</summary><ul>${rows}</ul></details>`;
}

/** A bar of a path. */
export function rectangle(x: number, y: number, width: number, height: number): string {
	return `M${round(x)} ${round(y)}h${round(Math.max(0.5, width))}v${round(Math.max(0.5, height))}h${round(-Math.max(0.5, width))}z`;
}

/** Tenths of a pixel are enough, and short. */
export function round(value: number): number {
	return Math.round(value * 10) / 10;
}

function clamp(value: number, low: number, high: number): number {
	return Number.isFinite(value) ? Math.max(low, Math.min(high, value)) : low;
}

/** Numbers of an axis: `950`, `12k`, `3.5M`. */
function short(value: number): string {
	if (value >= 1e6) return `${decimal(value / 1e6, 1)}M`;
	if (value >= 1e4) return `${decimal(value / 1e3, 1)}k`;
	return value < 1 && value > 0 ? decimal(value, 2) : decimal(value, 1);
}

/** Size of all charts of the page. */
export const CHART = { HEIGHT, MARGIN, WIDTHS } as const;
