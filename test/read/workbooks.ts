import { zipOf } from './zips.ts';

/** What a cell of a made workbook holds: a text (shared), a number with the index of its style, a text inside the cell, or raw XML of a cell. */
export type MadeCell =
	| string
	| { readonly number: number | string; readonly style?: number }
	| { readonly inline: string }
	| { readonly xml: string }
	| null;

/** A workbook to be made. Rows begin at row 1 unless they name their number. */
export interface MadeWorkbook {
	readonly sheets: Readonly<
		Record<string, readonly (readonly MadeCell[] | { readonly row: number; readonly cells: readonly MadeCell[] })[]>
	>;
	readonly from1904?: boolean;
	/** Texts of number formats, from style 1 on; style 0 is General. */
	readonly formats?: readonly string[];
	/** Parts that replace or add to those made, by their names in the archive. */
	readonly parts?: Readonly<Record<string, string>>;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
/** Numbers of formats below this are built in. */
const FIRST_OWN_FORMAT = 164;

/** Makes an Excel workbook (.xlsx) as ECMA-376 has it: always the same bytes for the same content. */
export function workbookOf({ sheets, from1904 = false, formats = [], parts = {} }: MadeWorkbook): Buffer {
	const texts: string[] = [];
	const numbers = new Map<string, number>();
	const share = (text: string) => {
		const known = numbers.get(text);
		if (known !== undefined) return known;
		texts.push(text);
		numbers.set(text, texts.length - 1);
		return texts.length - 1;
	};
	const names = Object.keys(sheets);
	const made: Record<string, string> = {
		'[Content_Types].xml': `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
		'_rels/.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
		'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${names
			.map((name, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`)
			.join('')}</sheets></workbook>`,
		'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${[
			...names.map((_, index) => relation(index + 1, 'worksheet', `worksheets/sheet${index + 1}.xml`)),
			relation(names.length + 1, 'styles', 'styles.xml'),
			relation(names.length + 2, 'sharedStrings', '/xl/sharedStrings.xml'),
		].join('')}</Relationships>`,
		...Object.fromEntries(
			names.map((name, index) => [`xl/worksheets/sheet${index + 1}.xml`, sheetXml(sheets[name] ?? [], share)]),
		),
		'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts>${formats
			.map((code, index) => `<numFmt numFmtId="${FIRST_OWN_FORMAT + index}" formatCode="${escaped(code)}"/>`)
			.join('')}</numFmts><cellStyleXfs><xf numFmtId="22"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats
			.map((_, index) => `<xf numFmtId="${FIRST_OWN_FORMAT + index}" applyNumberFormat="1"/>`)
			.join('')}</cellXfs></styleSheet>`,
	};
	made['xl/sharedStrings.xml'] =
		`${HEAD}<sst xmlns="${MAIN}">${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`;
	return zipOf(Object.entries({ ...made, ...parts }).map(([name, content]) => ({ name, content, deflate: true })));
}

/** The text of a CSV, its rows as a sheet of shared texts. */
export function sheetOf(rows: readonly (readonly string[])[]): MadeWorkbook['sheets'][string] {
	return rows.map((cells) => cells.map((cell) => (cell === '' ? null : cell)));
}

function relation(number: number, kind: string, target: string): string {
	return `<Relationship Id="rId${number}" Type="${RELATIONS}/${kind}" Target="${target}"/>`;
}

function sheetXml(rows: MadeWorkbook['sheets'][string], share: (text: string) => number): string {
	const written = rows.map((row, index) => {
		const { row: at, cells } = 'row' in row ? row : { row: index + 1, cells: row };
		return `<row r="${at}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${at}`, share)).join('')}</row>`;
	});
	return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${written.join('')}</sheetData></worksheet>`;
}

function cellXml(cell: MadeCell, reference: string, share: (text: string) => number): string {
	if (cell === null) return '';
	if (typeof cell === 'string') return `<c r="${reference}" t="s"><v>${share(cell)}</v></c>`;
	if ('xml' in cell) return cell.xml;
	if ('inline' in cell) return `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell.inline)}</t></is></c>`;
	return `<c r="${reference}" s="${cell.style ?? 0}"><v>${cell.number}</v></c>`;
}

/** The letters of a 0-based column: 0 is A, 26 is AA. */
export function letters(column: number): string {
	const last = String.fromCharCode(65 + (column % 26));
	return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
