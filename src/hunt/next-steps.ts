import type { PlatformId } from '../model/platform.ts';
import type { EvidenceBase } from './evidence-base.ts';
import { iso } from './iso.ts';
import type { Told } from './make-finding.ts';
import type { EvidenceRequest } from './request.ts';
import type { Verdict } from './verdict.ts';
import { spanWords } from './words.ts';

const STANDARD_INPUT = '-';
const MINUTE = 60_000;
/** What the timeline shows on either side, ms. */
const AROUND = 2 * 3_600_000;

/** What was piped in is gone. */
const ONCE_MORE = 'the records came from standard input: pipe them into the next command once more';

/** The next things an analyst does: the exact timeline commands, and the vendor console's own filter for the same. */
export function nextSteps(
	{ evidence, readWith = [] }: Pick<EvidenceRequest, 'evidence' | 'readWith'>,
	base: EvidenceBase,
): (verdict: Verdict, platforms: readonly PlatformId[], told: Told) => readonly string[] {
	const paths = evidence.map((path) => (path === STANDARD_INPUT ? path : quoted(asPath(path)))).join(' ');
	const options = readWith
		.map(([option, value]) => (value === undefined ? ` ${option}` : ` ${option} ${quoted(value)}`))
		.join('');
	const { rows } = base.ledger;
	return (verdict, platforms, told) => {
		const steps = [
			...(evidence.includes(STANDARD_INPUT) ? [ONCE_MORE] : []),
			...whoseOf(verdict, told, base).map((asked) => `saashound timeline ${paths}${options} ${asked}`),
		];
		for (const platform of platforms) {
			const there = told.rows.filter((row) => rows.platform(row) === platform);
			const own = there.map((row) => rows.time(row));
			const activities = new Set(there.map((row) => rows.activity(row)));
			const from = iso(Math.floor(least(own, verdict.view.start) / MINUTE) * MINUTE);
			const to = iso((Math.floor(most(own, verdict.view.start) / MINUTE) + 1) * MINUTE);
			const name = nameOn(platform, verdict, base);
			const filter = name === undefined ? undefined : base.sources.get(platform)?.consoleFilter?.(name, from, to, activities);
			if (filter !== undefined) steps.push(`${platform}: ${filter}`);
		}
		return steps;
	};
}

// Whoever's finding it is; beside a person the application, where others than the person acted through it or the same was found of others.
function whoseOf(verdict: Verdict, told: Told, { ledger: { rows }, people }: EvidenceBase): readonly string[] {
	const { actor, series, view } = verdict;
	const when = (some: readonly number[]) => spanOf(verdict, [...some.map((row) => rows.time(row)), ...told.stages]);
	const type = series.actor?.(view)?.type;
	if (type === 'app') return [`--app ${quoted(actor)} ${when(told.all)}`];
	if (told.rows.every((row) => rows.ip(row) === actor)) return [`--address ${quoted(actor)} ${when(told.rows)}`];
	const person = `--actor ${quoted(actor)} ${when(told.rows)}`;
	const app = (series.entities?.(view) ?? []).find(({ role }) => role === 'app');
	const others = told.all.some((row) => people.personOf(rows.actor(row)) !== actor);
	return app === undefined || !others ? [person] : [person, `--app ${quoted(app.id)} ${when(told.all)}`];
}

// Two hours around the beginning, where that shows all that the finding tells of; else from two hours before that to two hours after.
function spanOf({ view }: Verdict, times: readonly number[]): string {
	const [first, last] = [least(times, view.start), most(times, view.start)];
	if (first >= view.start - AROUND && last <= view.start + AROUND)
		return `--around ${iso(view.start)} --within ${spanWords(AROUND)}`;
	return `--from ${iso(first - AROUND)} --to ${iso(last + AROUND)}`;
}

// Without spreading: a finding may rest on any number of records.
function least(times: readonly number[], start: number): number {
	return times.reduce((before, time) => Math.min(before, time), start);
}

function most(times: readonly number[], start: number): number {
	return times.reduce((before, time) => Math.max(before, time), start);
}

// The name that this platform's own log has: a person's joined name may be another platform's. None where an application acted for several people.
function nameOn(platform: PlatformId, { view, actor, series }: Verdict, base: EvidenceBase): string | undefined {
	const { rows } = base.ledger;
	const names = view.rows.filter((row) => rows.platform(row) === platform).map((row) => rows.actor(row));
	if (series.actor?.(view) !== undefined && new Set(names).size > 1) return undefined;
	const [own = ''] = names;
	return own === '' ? actor : own;
}

// Else it would be read as an option, in quotes or not.
function asPath(path: string): string {
	return path.startsWith('-') ? `./${path}` : path;
}

// For a POSIX shell: a name in a log must not become a command when somebody pastes this line.
function quoted(text: string): string {
	return /^[\w@%+=:,./-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
