import type { Analytic } from '../../src/analytic.ts';
import { type Meaning, meaningsOf, noteOf } from '../../src/cli/declared.ts';
import { sayableTo } from '../../src/hunt/coverage.ts';
import { ACTIVITIES, type Activity } from '../../src/model/activity.ts';
import type { Source } from '../../src/model/source.ts';
import type { FixtureTally } from './fixtures.ts';
import { table } from './tables.ts';

const HEAD = '<!-- Written by `npm run generate`: do not edit. -->\n';

/** docs/platforms/<id>.md. */
export function platformPage(source: Source): string {
	const formats = source.formats.map((format) => [
		code(format.id),
		format.title,
		(format.lacks ?? []).map(code).join(', '),
		[noteOf(format), format.unverified === undefined ? undefined : `Not verified: ${format.unverified}.`]
			.filter((text) => text !== undefined)
			.join(' '),
	]);
	const meanings = meaningsOf(source);
	const rows = ACTIVITIES.flatMap((activity) =>
		meanings
			.filter((meaning) => meaning.activity === activity)
			.map((meaning) => [code(activity), code(meaning.operation), when(meaning)]),
	);
	const blind = source.blindSpots.map(({ activities, kind, text }) => [kind, activities.map(code).join(', ') || 'all', text]);
	return page([
		`# ${source.title} (\`${source.id}\`)`,
		'The same as `saashound platforms '.concat(source.id, '`.'),
		'## Formats read',
		'A record is recognised by the members it holds, never by the name of its file.',
		'A table may come as CSV or as an Excel workbook. "Not verified" is what was held neither against the vendor’s documentation nor against a real export.',
		table(['format', 'what it is', 'cannot carry', 'note'], formats),
		...(source.lookalikes === undefined
			? []
			: ['Known, but not read:', source.lookalikes.map(({ what, instead }) => `- ${what}: ${instead}.`).join('\n')]),
		'## What its operations mean',
		'Every operation that is not listed is read, counted and named, but never judged: its activity is `other`.',
		table(['activity', 'operation', 'when'], rows),
		...(source.further === undefined
			? []
			: [`Beside the table: ${source.further.map(({ activity, when }) => `${code(activity)} for ${when}`).join('; ')}.`]),
		...(source.fallback === undefined ? [] : [`Further operations: ${source.fallback.text}`]),
		'## What its logs cannot show',
		table(['why', 'activities', 'what'], blind),
		'## References',
		source.references.map((reference) => `- ${reference}`).join('\n'),
	]);
}

/** docs/coverage.md: what each analytic can hear on each platform, and the fixtures that show it. */
export function coveragePage(analytics: readonly Analytic[], sources: readonly Source[], fixtures: FixtureTally): string {
	const parts = [
		'# Coverage',
		'Which of the activities that an analytic hears each platform can say, and how many fixture cases show it (attack / benign / edge). ' +
			'An analytic serves every platform that says an activity it hears; none is listed in it. ' +
			'What a given export can show is another question: `saashound inspect` answers it.',
	];
	for (const analytic of analytics) {
		const counted = new Set(analytic.series.flatMap((series) => series.hears));
		const kept = new Set(analytic.marks.filter((activity) => !counted.has(activity)));
		const rows = sources.map((source) => [
			`[${source.id}](platforms/${source.id}.md)`,
			listed(analytic, source, counted),
			listed(analytic, source, kept),
			cases(fixtures, `${analytic.id}/${source.id}`),
		]);
		parts.push(`## ${analytic.id} ${analytic.name}`, analytic.title);
		parts.push(table(['platform', 'counts', 'also looks at', 'cases'], rows));
	}
	return page(parts);
}

/** A table of all analytics, for pages that ask for it. */
export function analyticsTable(analytics: readonly Analytic[]): string {
	const rows = analytics.map(({ id, name, title, attack }) => [
		id,
		code(name),
		title,
		`[${attack.technique}](${attack.url}) ${attack.techniqueName}`,
	]);
	return table(['id', 'name', 'looks for', 'ATT&CK'], rows);
}

/** A table of all platforms, for pages that ask for it. */
export function platformsTable(sources: readonly Source[]): string {
	const rows = sources.map(({ id, title, formats, activities }) => [
		code(id),
		title,
		formats.map((format) => format.title).join('; '),
		String(Object.keys(activities).length),
	]);
	return table(['id', 'platform', 'exports read', 'operations mapped'], rows);
}

function listed(analytic: Analytic, source: Source, wanted: ReadonlySet<Activity>): string {
	const said = sayableTo(analytic, source);
	return (
		ACTIVITIES.filter((activity) => wanted.has(activity) && said.has(activity))
			.map(code)
			.join(', ') || '–'
	);
}

function cases(fixtures: FixtureTally, key: string): string {
	const tally = fixtures.get(key);
	return tally === undefined ? '–' : `${tally.attack} / ${tally.benign} / ${tally.edge}`;
}

function when({ when: condition, readsRecord }: Meaning): string {
	const parts = [condition ?? '', readsRecord ? 'more is read from the record' : ''];
	return parts.filter((part) => part !== '').join('; ');
}

function page(parts: readonly string[]): string {
	return `${HEAD}\n${parts.join('\n\n')}\n`;
}

function code(text: string): string {
	return `\`${text}\``;
}
