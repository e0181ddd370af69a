import { EvidenceError } from '../model/errors.ts';
import { decoderOf, guessEncoding } from './decode.ts';
import { decodeEscapes, kindOfFormat, type NumberKind } from './sheet-values.ts';
import { Texts } from './texts.ts';
import { type XmlHandler, XmlReader, XmlRefused } from './xml.ts';
import type { ZipMember } from './zip.ts';

/** What the sheets of a workbook share. */
export interface Workbook {
	/** Days are counted from 1904. */
	readonly from1904: boolean;
	readonly texts?: ZipMember;
	readonly styles?: ZipMember;
}

/** A sheet as a member of its archive, under the name that people see. */
export interface SheetMember extends ZipMember {
	readonly workbook: Workbook;
}

/** What is needed to read cells: shared texts, and for each style what its numbers show. */
export interface CellStyles {
	readonly texts: Texts;
	readonly kinds: readonly NumberKind[];
	readonly from1904: boolean;
}

/** The content of a member, unpacked. */
export type MemberReader = (member: ZipMember) => AsyncIterable<Buffer>;

/** Parts that every program writes in some kilobytes: more is refused before it fills the memory. */
const MAX_PART = 32 * 2 ** 20;
/** One tag or text: a cell holds 32,767 characters at most. */
const MAX_TOKEN = 2 ** 20;
/** Sheets, styles and formats beyond these are no log. */
const MAX_SHEETS = 10_000;
const MAX_STYLES = 100_000;

/**
 * The sheets of a workbook (.xlsx, .xlsm: ECMA-376 part 1, 18.2), in their order.
 * @throws EvidenceError when the document holds no sheets that can be read.
 */
export async function sheetsOf(members: readonly ZipMember[], file: string, read: MemberReader): Promise<readonly SheetMember[]> {
	const byName = new Map(members.map((member) => [member.name.toLowerCase(), member]));
	const main = byName.get('xl/workbook.xml');
	if (main === undefined) {
		const binary = byName.has('xl/workbook.bin');
		throw new EvidenceError(
			binary
				? `${file}: is a binary workbook (.xlsb); save it as .xlsx or CSV`
				: `${file}: is an Office document without sheets; expected JSON, CSV or an Excel workbook (.xlsx)`,
		);
	}
	const relations = await relationsOf(byName.get('xl/_rels/workbook.xml.rels'), file, read);
	const { sheets, from1904 } = await readMain(main, file, read);
	const part = (kind: string) => byName.get([...relations.values()].find((relation) => relation.kind === kind)?.path ?? '');
	const texts = part('sharedStrings');
	const styles = part('styles');
	const workbook = { from1904, ...(texts !== undefined && { texts }), ...(styles !== undefined && { styles }) };
	const found: SheetMember[] = [];
	const seen = new Set<string>();
	for (const { name, id } of sheets) {
		const relation = relations.get(id);
		const member = relation?.kind === 'worksheet' ? byName.get(relation.path) : undefined;
		if (member === undefined) continue;
		let own = name;
		for (let times = 2; seen.has(own); times += 1) own = `${name} (${times})`;
		seen.add(own);
		found.push({ ...member, name: own, workbook });
	}
	if (found.length === 0) throw new EvidenceError(`${file}: a workbook without sheets; expected at least one`);
	return found;
}

/**
 * Reads what the cells of a workbook's sheets need.
 * @throws EvidenceError when its parts are broken or too large.
 */
export async function readStyles(workbook: Workbook, file: string, read: MemberReader): Promise<CellStyles> {
	return {
		from1904: workbook.from1904,
		texts: await readTexts(workbook.texts, file, read),
		kinds: await readKinds(workbook.styles, file, read),
	};
}

interface Relation {
	readonly kind: string;
	/** Of the part in the archive, lower case. */
	readonly path: string;
}

async function relationsOf(
	member: ZipMember | undefined,
	file: string,
	read: MemberReader,
): Promise<ReadonlyMap<string, Relation>> {
	const relations = new Map<string, Relation>();
	if (member === undefined) return relations;
	await readPart(member, file, read, (name, attribute) => {
		const [id, type, target] = [attribute('Id'), attribute('Type'), attribute('Target')];
		if (name !== 'Relationship' || id === undefined || target === undefined || relations.size >= MAX_SHEETS) return;
		const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`;
		relations.set(id, { kind: type?.slice(type.lastIndexOf('/') + 1) ?? '', path: path.replaceAll('/./', '/').toLowerCase() });
	});
	return relations;
}

async function readMain(
	member: ZipMember,
	file: string,
	read: MemberReader,
): Promise<{ sheets: readonly { name: string; id: string }[]; from1904: boolean }> {
	const sheets: { name: string; id: string }[] = [];
	let from1904 = false;
	await readPart(member, file, read, (name, attribute) => {
		if (name === 'workbookPr') from1904 = isTrue(attribute('date1904'));
		if (name === 'sheet' && sheets.length < MAX_SHEETS) {
			sheets.push({ name: attribute('name') ?? `sheet ${sheets.length + 1}`, id: attribute('id') ?? '' });
		}
	});
	return { sheets, from1904 };
}

async function readKinds(member: ZipMember | undefined, file: string, read: MemberReader): Promise<readonly NumberKind[]> {
	if (member === undefined) return [];
	const codes = new Map<number, string>();
	const kinds: NumberKind[] = [];
	let cells = false;
	await readPart(
		member,
		file,
		read,
		(name, attribute) => {
			if (name === 'cellXfs') cells = true;
			if (name === 'numFmt' && codes.size < MAX_STYLES) codes.set(Number(attribute('numFmtId')), attribute('formatCode') ?? '');
			if (name !== 'xf' || !cells || kinds.length >= MAX_STYLES) return;
			const id = Number(attribute('numFmtId') ?? 0);
			kinds.push(kindOfFormat(id, codes.get(id)));
		},
		(name) => {
			if (name === 'cellXfs') cells = false;
		},
	);
	return kinds;
}

async function readPart(
	member: ZipMember,
	file: string,
	read: MemberReader,
	open: XmlHandler['open'],
	close: XmlHandler['close'] = () => undefined,
): Promise<void> {
	if (member.unpacked > MAX_PART) throw tooLarge(file, member);
	await readXml(member, file, read, { open, close, text: () => undefined }, MAX_PART);
}

/** Shared texts: of each, its runs without what is to be read aloud beside them. */
async function readTexts(member: ZipMember | undefined, file: string, read: MemberReader): Promise<Texts> {
	const texts = new Texts();
	if (member === undefined) return texts;
	const item = new RichText();
	const handler: XmlHandler = {
		open(name) {
			if (name === 'si') item.begin();
			item.open(name);
		},
		text: (text) => item.text(text),
		close(name) {
			item.close(name);
			if (item.size > MAX_TOKEN || (name === 'si' && !texts.add(item.end()))) throw tooLarge(file, member);
		},
	};
	await readXml(member, file, read, handler, Number.POSITIVE_INFINITY);
	return texts;
}

/** Puts together the text of a shared or inline text: `t` elements, those of phonetic runs left out. */
export class RichText {
	#text = '';
	#inText = false;
	#aloud = false;

	/** Characters so far. */
	get size(): number {
		return this.#text.length;
	}

	begin(): void {
		this.#text = '';
	}

	open(name: string): void {
		if (name === 't') this.#inText = !this.#aloud;
		else if (name === 'rPh') this.#aloud = true;
	}

	text(text: string): void {
		if (this.#inText) this.#text += text;
	}

	close(name: string): void {
		if (name === 't') this.#inText = false;
		else if (name === 'rPh') this.#aloud = false;
	}

	end(): string {
		const text = decodeEscapes(this.#text);
		this.#text = '';
		return text;
	}
}

async function readXml(member: ZipMember, file: string, read: MemberReader, handler: XmlHandler, most: number): Promise<void> {
	const reader = new XmlReader(handler, MAX_TOKEN);
	let decoder: ReturnType<typeof decoderOf> | undefined;
	let bytes = 0;
	try {
		for await (const chunk of read(member)) {
			bytes += chunk.length;
			if (bytes > most) throw tooLarge(file, member);
			decoder ??= decoderOf(guessEncoding(chunk));
			reader.push(decoder.decode(chunk));
		}
	} catch (error) {
		if (!(error instanceof XmlRefused)) throw error;
		throw new EvidenceError(`${file}: a damaged workbook: ${member.name} holds ${error.message}; expected a whole one`);
	}
	if (!reader.closed) throw new EvidenceError(`${file}: a damaged workbook: ${member.name} is cut; expected a whole one`);
}

function tooLarge(file: string, member: ZipMember): EvidenceError {
	return new EvidenceError(`${file}: a workbook whose ${member.name} is too large; save its sheets as CSV`);
}

function isTrue(text: string | undefined): boolean {
	return text === '1' || text === 'true' || text === 'on';
}
