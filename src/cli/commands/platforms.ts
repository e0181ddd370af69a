import type { Command } from 'commander';
import { sayableBy } from '../../hunt/coverage.ts';
import { ACTIVITIES } from '../../model/activity.ts';
import { UsageError } from '../../model/errors.ts';
import type { BlindSpot, Source } from '../../model/source.ts';
import { addCatalogue } from '../catalogue.ts';
import { type Meaning, meaningsOf, noteOf } from '../declared.ts';
import { sources } from '../engine.ts';
import type { Sheet } from '../layout.ts';
import { suggestion } from '../options/nearest.ts';

const EXAMPLES = `
Examples:
  saashound platforms
  saashound platforms okta
  saashound platforms m365 --format json | jq .operations`;

/** Adds `platforms`. */
export function addPlatforms(root: Command): void {
	addCatalogue(root, {
		name: 'platforms',
		summary: 'the platforms: export formats read, operations mapped, blind spots',
		description:
			'Lists the platforms, or describes one: formats that are read, what each operation means, what its logs cannot show.',
		examples: EXAMPLES,
		async look(id) {
			const known = await sources();
			const chosen = id === undefined ? undefined : find(id, known);
			return {
				json: chosen === undefined ? known.map(asJson) : asJson(chosen),
				draw: (sheet) => (chosen === undefined ? list(sheet, known) : describe(sheet, chosen)),
			};
		},
	});
}

function find(id: string, known: readonly Source[]): Source {
	const wanted = id.toLowerCase();
	const found = known.find((source) => source.id === wanted || source.title.toLowerCase() === wanted);
	if (found !== undefined) return found;
	const ids = known.map((source) => source.id);
	throw new UsageError(`unknown platform '${id}'; one of ${ids.join(', ')}${suggestion(id, ids)}`);
}

function list(sheet: Sheet, known: readonly Source[]): void {
	for (const source of known) {
		sheet.title(`${source.id}  ${source.title}`);
		const operations = Object.keys(source.activities()).length;
		sheet.item('', `${operations} operations mapped; reads ${source.formats.map((format) => format.title).join('; ')}`, 6);
	}
	sheet.gap();
	sheet.text('saashound platforms <id> says more of one.');
}

function describe(sheet: Sheet, source: Source): void {
	sheet.title(`${source.id}  ${source.title}`);
	sheet.heading('Formats read');
	for (const format of source.formats) {
		const lacks = format.lacks === undefined || format.lacks.length === 0 ? '' : ` Lacks: ${format.lacks.join(', ')}.`;
		const note = noteOf(format);
		const unverified = format.unverified === undefined ? '' : ` Not verified: ${format.unverified}.`;
		sheet.item(format.id, `${format.title}.${note === undefined ? '' : ` ${note}`}${lacks}${unverified}`, 26);
	}
	if (source.lookalikes !== undefined) {
		sheet.heading('Known, but not read');
		sheet.list(source.lookalikes.map(({ what, instead }) => `${what}: ${instead}`));
	}
	sheet.heading('What its operations mean (every other one is read, counted and named, never judged)');
	const meanings = meaningsOf(source);
	for (const activity of ACTIVITIES) {
		const own = meanings.filter((meaning) => meaning.activity === activity);
		const further = source.further?.filter((meaning) => meaning.activity === activity).map(({ when }) => when) ?? [];
		const words = [...own.map(meaningText), ...further];
		if (words.length > 0) sheet.item(activity, words.join('; '), 20);
	}
	if (source.fallback !== undefined) sheet.item('others', source.fallback.text, 20);
	sheet.heading('What its logs cannot show');
	sheet.list(source.blindSpots.map(blindSpotText));
	sheet.heading('References');
	sheet.list(source.references);
}

function meaningText({ operation, when }: Meaning): string {
	return when === undefined ? operation : `${operation} (${when})`;
}

function blindSpotText({ activities, kind, text }: BlindSpot): string {
	return `${text} (${kind}${activities.length === 0 ? '' : `: ${activities.join(', ')}`})`;
}

function asJson(source: Source): object {
	return {
		id: source.id,
		title: source.title,
		references: source.references,
		formats: source.formats.map((format) => ({
			id: format.id,
			title: format.title,
			has: format.has,
			lacks: format.lacks ?? [],
			note: noteOf(format),
			unverified: format.unverified,
		})),
		notRead: source.lookalikes ?? [],
		fields: source.fields,
		activities: ACTIVITIES.filter((activity) => sayableBy(source).has(activity)),
		operations: meaningsOf(source),
		further: source.further ?? [],
		otherOperations: source.fallback?.text,
		blindSpots: source.blindSpots,
	};
}
