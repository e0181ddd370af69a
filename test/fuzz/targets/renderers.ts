import fc from 'fast-check';
import Papa from 'papaparse';
import type { FindingsDocument } from '../../../src/model/finding.ts';
import type { InspectResult } from '../../../src/model/inspect.ts';
import { eventHead, eventRow } from '../../../src/render/event-table.ts';
import { FORMAT_NAMES, type FormatName, render } from '../../../src/render/index.ts';
import { renderInspectTable } from '../../../src/render/inspect-table.ts';
import { renderInspectJson } from '../../../src/render/json.ts';
import type { RenderOptions } from '../../../src/render/options.ts';
import { EVENT, EXAMPLE, INSPECTED } from '../../render/examples.ts';
import { hostileText } from '../hostile.ts';
import { hold, type Target, target } from '../target.ts';

/** Members that the program itself sets: of a fixed set of words, numbers or times. */
const OWN: ReadonlySet<string> = new Set(
	(
		'schema tool analytic severity window time start end from to day status effect of activity attack platforms platform sha256 ' +
		'type role kind first last options encoding format technique strategy version'
	).split(' '),
);

/** The value with other texts wherever a text may come from a log, a file name or a context file; they are taken in turn. */
function withTexts<T>(value: T, texts: readonly string[]): T {
	let turn = 0;
	const next = () => texts[turn++ % texts.length] ?? '';
	const walk = (one: unknown): unknown => {
		if (Array.isArray(one)) return one.map(walk);
		if (typeof one === 'string') return next();
		if (typeof one !== 'object' || one === null) return one;
		return Object.fromEntries(Object.entries(one).map(([name, child]) => [name, OWN.has(name) ? child : walk(child)]));
	};
	return walk(value) as T;
}

/** Markers that must come out changed: raw, they are markup, a link or a formula. */
const MARKED = fc.constantFrom(
	'<zq onload=1>',
	'"><zq>',
	"'><zq x='",
	'](zq:1)',
	'[a](zq:2)',
	'`<zq>`',
	'|zq|',
	'<!--zq',
	'&lt;zq',
	'=zq(1)',
	'+zq',
	'-zq',
	'@zq',
	'\t=zq',
	' =zq',
	'＝zq',
);

const texts = fc.array(fc.oneof(hostileText, MARKED), { minLength: 1, maxLength: 30 });

/** What a terminal or an editor would obey. `\n` is ours; ESC stands only in colour codes of ours. */
const RAW = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/;

function options(columns: number, colour: boolean): RenderOptions {
	return { columns, colour, verbose: columns % 2 === 0, pretty: columns % 3 === 0, timeZone: 'Europe/Berlin' };
}

const CHECKS: Readonly<Partial<Record<FormatName, (text: string) => void>>> = {
	json: (text) => JSON.parse(text),
	sarif: (text) => JSON.parse(text),
	ndjson: eachLine,
	ocsf: eachLine,
	timesketch: eachLine,
	html: (text) => {
		hold(!/<!?-*zq|zq onload=1>/i.test(text.replaceAll('&lt;zq', '')), () => 'markup of a log in the page');
		hold(text.split('<script').length === SCRIPTS, () => 'another script in the page');
	},
	markdown: (text) => {
		const prose = proseOf(text);
		hold(
			!/\]\(zq|<[!/]?-*zq|\|zq/.test(prose),
			() => `markup of a log in the report: ${/.{0,40}(?:\]\(zq|<[!/]?-*zq|\|zq).{0,20}/.exec(prose)?.[0]}`,
		);
	},
	csv: (text) => {
		const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { skipEmptyLines: true });
		hold(errors.length === 0, () => `CSV: ${errors[0]?.message}`);
		for (const cell of data.flat())
			hold(!/^[\t\r\n ]*[=+@\uff1d]/.test(cell) && !/^ *-(?!\d)/.test(cell), () => `a formula: ${cell}`);
	},
};

/** Pieces of the page between openings of a script, for a harmless document. */
const SCRIPTS = (await render('html', EXAMPLE, options(80, false))).split('<script').length;

/** Markdown without its code spans, and with a blank for each escaped character. */
function proseOf(text: string): string {
	return text.split('\n').map(proseOfLine).join('\n');
}

function proseOfLine(line: string): string {
	let prose = '';
	for (let i = 0; i < line.length; i += 1) {
		if (line[i] === '\\') {
			prose += ' ';
			i += 1;
		} else if (line[i] === '`') {
			const fence = /`+/.exec(line.slice(i))?.[0] ?? '`';
			const rest = line.slice(i + fence.length);
			const close = new RegExp(`(?<!\`)${fence}(?!\`)`).exec(rest);
			if (close !== null) i += fence.length + close.index + fence.length - 1;
		} else prose += line[i];
	}
	return prose;
}

function eachLine(text: string): void {
	for (const line of text.split('\n')) if (line !== '') JSON.parse(line);
}

function checkRaw(text: string, colour: boolean): void {
	const bare = colour ? text.replace(/\u001b\[[\d;]*m/g, '') : text;
	const found = RAW.exec(bare.replace(/^\ufeff/, ''));
	hold(
		found === null,
		() =>
			`U+${found?.[0].charCodeAt(0).toString(16)} in ${JSON.stringify(bare.slice(Math.max(0, (found?.index ?? 0) - 60), (found?.index ?? 0) + 20))}`,
	);
}

async function checkFormat(format: FormatName, document: FindingsDocument, columns: number, colour: boolean): Promise<void> {
	const text = await render(format, document, options(columns, colour));
	checkRaw(text.replaceAll('\r\n', '\n'), colour);
	CHECKS[format]?.(text);
}

const layouts = fc.tuple(fc.integer({ min: 40, max: 240 }), fc.boolean());
/** Some hundred places hold a text. */
const sizeOf = (list: readonly string[]) => 20_000 + (list.reduce((sum, text) => sum + text.length, 0) * 150) / list.length;

/** Every output format, with a text of a log in every place of a document. */
export const RENDERERS: readonly Target[] = [
	...FORMAT_NAMES.map((format) =>
		target(
			`${format} output`,
			fc.tuple(texts, layouts),
			([list, [columns, colour]]) => checkFormat(format, withTexts(EXAMPLE, list), columns, colour),
			([list]) => sizeOf(list),
		),
	),
	target(
		'inspect output',
		fc.tuple(texts, layouts),
		([list, [columns, colour]]) => {
			const result: InspectResult = withTexts(INSPECTED, list);
			checkRaw(renderInspectTable(result, options(columns, colour)), colour);
			const json = renderInspectJson(result, options(columns, colour));
			JSON.parse(json);
			checkRaw(json, false);
		},
		([list]) => sizeOf(list),
	),
	target(
		'timeline output',
		fc.tuple(texts, layouts),
		([list, [columns, colour]]) => {
			const layout = options(columns, colour);
			const text = eventHead(layout) + eventRow(withTexts(EVENT, list), layout);
			checkRaw(text, colour);
		},
		([list]) => sizeOf(list),
	),
];
