import type { NormalisedEvent } from '../model/event.ts';
import { shownTime } from './clock.ts';
import { isoTime } from './event-ndjson.ts';
import { counted } from './number.ts';
import type { RenderOptions } from './options.ts';
import { paint } from './paint.ts';
import { beside, hanging } from './wrap.ts';

/** From this width on one row an event with a cell a fact; below, two lines or more an event. */
const WIDE = 140;

type EventTableOptions = Pick<RenderOptions, 'columns' | 'colour' | 'timeZone'>;

/** Column titles over the rows of {@link eventRow}, with a line feed; empty on narrow terminals, where rows name what they show. */
export function eventHead(options: EventTableOptions): string {
	if (options.columns < WIDE) return '';
	const titles = ['time', 'platform', 'activity', 'operation', 'who', 'from', 'what', 'record'];
	return ended(cells(titles, options).map(paint(options.colour).faint));
}

/** One event for people on a terminal, wrapped to `columns` (at least 40), with a line feed. Nothing of it is cut. */
export function eventRow(event: NormalisedEvent, options: EventTableOptions): string {
	const style = paint(options.colour);
	const time = shownTime(isoTime(event.time), options.timeZone);
	const record = `${event.ref.file}:${event.ref.record}`;
	const operation = `${event.operation}${event.ok === false ? ' (failed)' : ''}`;
	const tint = event.ok === false ? style.raised : event.activity === 'other' ? style.faint : (text: string) => text;
	if (options.columns >= WIDE) {
		const texts = [time, event.platform, event.activity, operation, who(event), from(event), what(event), record];
		return ended(cells(texts, options).map(tint));
	}
	const columns = Math.max(40, options.columns);
	const facts = [who(event), labelled('from', from(event)), labelled('on', what(event)), `[${record}]`].filter(
		(text) => text !== '',
	);
	const head = hanging('', `${time}  ${event.platform}  ${event.activity}  ${operation}`, columns, tint);
	return ended([...head, ...hanging('    ', facts.join('  '), columns, style.faint)]);
}

function cells(texts: readonly string[], { columns, timeZone }: EventTableOptions): readonly string[] {
	const fixed = [timeZone === 'UTC' ? 20 : 25, 16, 15];
	const room = columns - fixed.reduce((sum, width) => sum + width, 0) - 7 * 2;
	const shares = [0.18, 0.2, 0.2, 0.22, 0.2];
	const widths = [...fixed, ...shares.map((share) => Math.floor(room * share))];
	return beside(texts.map((text, i) => ({ text, columns: widths[i] ?? 10 })));
}

function who({ actor, app }: NormalisedEvent): string {
	const person = actor === undefined ? 'nobody named' : actor.id;
	return app === undefined ? person : `${person} through ${app.name ?? app.id}`;
}

function from({ ip, country, userAgent }: NormalisedEvent): string {
	return [ip, country, userAgent].filter((text) => text !== undefined).join(' ');
}

function what({ target, items, scopes }: NormalisedEvent): string {
	const parts: string[] = [];
	if (target !== undefined) parts.push(`${target.type} ${target.name ?? target.id}`);
	if (items !== undefined && items !== 1) parts.push(counted(items, 'item'));
	if (scopes !== undefined && scopes.length > 0) parts.push(`scopes ${scopes.join(' ')}`);
	return parts.join(', ');
}

function labelled(label: string, text: string): string {
	return text === '' ? '' : `${label} ${text}`;
}

function ended(lines: readonly string[]): string {
	return lines.map((line) => `${line}\n`).join('');
}
