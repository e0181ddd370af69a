import type { PlatformId } from '../model/platform.ts';
import type { EvidenceBase } from './evidence-base.ts';
import { iso } from './iso.ts';
import type { EvidenceRequest } from './request.ts';
import type { Verdict } from './verdict.ts';
import { spanWords } from './words.ts';

const STANDARD_INPUT = '-';
const MINUTE = 60_000;
const HOUR = 3_600_000;

/** What was piped in is gone. */
const ONCE_MORE = 'the records came from standard input: pipe them into the next command once more';

/** The next things an analyst does: the exact timeline command, and the vendor console's own filter for the same. */
export function nextSteps(
	{ evidence, readWith = [] }: Pick<EvidenceRequest, 'evidence' | 'readWith'>,
	base: EvidenceBase,
): (verdict: Verdict, platforms: readonly PlatformId[]) => readonly string[] {
	const paths = evidence.map((path) => (path === STANDARD_INPUT ? path : quoted(path))).join(' ');
	const options = readWith
		.map(([option, value]) => (value === undefined ? ` ${option}` : ` ${option} ${quoted(value)}`))
		.join('');
	return (verdict, platforms) => {
		const around = iso(verdict.view.start);
		const within = Math.max(2 * HOUR, Math.ceil((verdict.view.end - verdict.view.start) / HOUR) * HOUR);
		const steps = [
			...(evidence.includes(STANDARD_INPUT) ? [ONCE_MORE] : []),
			`saashound timeline ${paths}${options} --actor ${quoted(verdict.actor)} --around ${around} --within ${spanWords(within)}`,
		];
		const from = iso(Math.floor(verdict.view.start / MINUTE) * MINUTE);
		const to = iso(Math.ceil(verdict.view.end / MINUTE) * MINUTE);
		for (const platform of platforms) {
			const name = nameOn(platform, verdict, base);
			const filter = name === undefined ? undefined : base.sources.get(platform)?.consoleFilter?.(name, from, to);
			if (filter !== undefined) steps.push(`${platform}: ${filter}`);
		}
		return steps;
	};
}

// The name that this platform's own log has: a person's joined name may be another platform's. None where an application acted for several people.
function nameOn(platform: PlatformId, { view, actor, series }: Verdict, base: EvidenceBase): string | undefined {
	const { rows } = base.ledger;
	const names = view.rows.filter((row) => rows.platform(row) === platform).map((row) => rows.actor(row));
	if (series.actor?.(view) !== undefined && new Set(names).size > 1) return undefined;
	const [own = ''] = names;
	return own === '' ? actor : own;
}

// For a POSIX shell: a name in a log must not become a command when somebody pastes this line.
function quoted(text: string): string {
	return /^[\w@%+=:,./-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
