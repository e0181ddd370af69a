import type { DetectionFloor, RehearsalPlace, RehearsalResult } from '../model/rehearsal.ts';
import { shownTime } from './clock.ts';
import { jsonText } from './json.ts';
import { counted, decades, decimal } from './number.ts';
import type { RenderOptions } from './options.ts';
import { type Paint, paint } from './paint.ts';
import { visible } from './safe.ts';
import { fit, padded } from './text-width.ts';
import { hanging, wrapped } from './wrap.ts';

type TableOptions = Pick<RenderOptions, 'columns' | 'colour' | 'timeZone' | 'verbose'>;

/** People listed of a sweep unless everything is asked for. */
const WORST = 10;
const NARROWEST = 40;

/** What `rehearse` found, for people on a terminal. No line is wider than `columns` (at least 40). */
export function renderRehearsal(result: RehearsalResult, options: TableOptions): string {
	const columns = Math.max(NARROWEST, options.columns);
	const style = paint(options.colour);
	const { analytic, name, text, platform, days, limits } = result;
	const lines = [
		...wrapped(`Rehearsal of ${analytic} ${name}: ${text}`, columns).map(style.strong),
		...hanging(
			'on       ',
			`${platform}, after ${counted(days, 'day')} of evidence; nothing is written into the evidence`,
			columns,
			style.faint,
		),
		...hanging(
			'found    ',
			`means a score of ${decimal(limits.score, 1)} or more, among the first ${limits.rank} of this analytic`,
			columns,
			style.faint,
		),
	];
	if (days < 5)
		lines.push(
			...hanging(
				'note     ',
				'so little history says little of anybody: what is found here is found by the organisation’s habits alone',
				columns,
			),
		);
	lines.push(
		...(result.floors.length > 0
			? floorLines(result, { ...options, columns, style })
			: attackLines(result, { ...options, columns, style })),
	);
	return `${lines.join('\n')}\n`;
}

/** The same as JSON. */
export function renderRehearsalJson(result: RehearsalResult, options: Pick<RenderOptions, 'pretty'>): string {
	return jsonText(result, options.pretty);
}

interface Page extends TableOptions {
	readonly style: Paint;
}

function attackLines({ attacks, unit, limits }: RehearsalResult, { columns, style, timeZone }: Page): readonly string[] {
	const lines: string[] = [];
	for (const { actor, place, size, score, rank, found, title, reasons, start } of attacks) {
		const verdict = found
			? style.lowered(`found: score ${decimal(score, 1)}, number ${rank}`)
			: rank === undefined
				? style.raised(`not found: score ${decimal(score, 1)}, below ${decimal(limits.score, 1)}`)
				: style.raised(`shown, but only as number ${rank}: score ${decimal(score, 1)}`);
		lines.push(
			'',
			...wrapped(
				`${size} ${unit} by ${actor} from ${place === 'new network' ? 'a network new to everybody' : 'the usual network'}, ${shownTime(start, timeZone)}`,
				columns,
			),
		);
		lines.push(`  ${verdict}`);
		if (title !== undefined) lines.push(...hanging('  ', title, columns, style.faint));
		for (const reason of reasons)
			lines.push(...hanging(`  ${padded(decades(reason.surprise), 5, 'left')}  `, `${reason.signal}: ${reason.text}`, columns));
	}
	return lines;
}

function floorLines({ floors, unit, largest, leftOut }: RehearsalResult, { columns, style, verbose }: Page): readonly string[] {
	const lines: string[] = [''];
	const head = [padded('', 14), ...['best', 'median', 'worst', 'never found'].map((text) => padded(text, 12, 'left'))].join('');
	lines.push(style.strong(`Smallest attack that is found, in ${unit}`), style.faint(fit(head, columns)));
	for (const place of ['new network', 'own network'] as const) {
		const own = floors.filter((floor) => floor.place === place);
		const sizes = own.map(({ smallest }) => smallest ?? Number.POSITIVE_INFINITY).toSorted((a, b) => a - b);
		const at = (share: number) => sizeText(sizes[Math.floor((sizes.length - 1) * share)], largest);
		const never = sizes.filter((size) => !Number.isFinite(size)).length;
		const cells = [at(0), at(0.5), at(1), `${never} of ${own.length}`];
		lines.push(fit([padded(place, 14), ...cells.map((text) => padded(text, 12, 'left'))].join(''), columns));
	}
	const rows = peopleOf(floors);
	const shown = verbose ? rows : rows.slice(0, WORST);
	const width = Math.min(Math.max(...shown.map(({ actor }) => visible(actor).length), 6), columns - 28);
	lines.push('', style.strong(verbose ? 'Everybody, hardest to see first' : 'Hardest to see'));
	lines.push(style.faint(`${padded('', width)}  ${padded('new network', 12, 'left')}  ${padded('own network', 12, 'left')}`));
	for (const { actor, sizes } of shown) {
		lines.push(
			`${padded(fit(visible(actor), width), width)}  ${padded(sizeText(sizes[0], largest), 12, 'left')}  ${padded(sizeText(sizes[1], largest), 12, 'left')}`,
		);
	}
	if (rows.length > shown.length)
		lines.push(
			...wrapped(
				`and ${counted(rows.length - shown.length, 'more person', 'more people')}: --verbose lists everybody`,
				columns,
			).map(style.faint),
		);
	if (leftOut > 0)
		lines.push(
			...wrapped(
				`${counted(leftOut, 'person was', 'people were')} left out: a sweep takes so many at most, evenly chosen`,
				columns,
			).map(style.faint),
		);
	return lines;
}

function peopleOf(
	floors: readonly DetectionFloor[],
): readonly { readonly actor: string; readonly sizes: readonly [number, number] }[] {
	const of = (actor: string, place: RehearsalPlace) =>
		floors.find((floor) => floor.actor === actor && floor.place === place)?.smallest ?? Number.POSITIVE_INFINITY;
	return [...new Set(floors.map(({ actor }) => actor))]
		.map((actor) => ({ actor, sizes: [of(actor, 'new network'), of(actor, 'own network')] as const }))
		.toSorted((a, b) => compare(b.sizes[0], a.sizes[0]) || compare(b.sizes[1], a.sizes[1]) || (a.actor < b.actor ? -1 : 1));
}

// Infinity minus Infinity is no number.
function compare(a: number, b: number): number {
	return a === b ? 0 : a < b ? -1 : 1;
}

function sizeText(size: number | undefined, largest: number): string {
	return size === undefined || !Number.isFinite(size) ? `over ${largest}` : String(size);
}
