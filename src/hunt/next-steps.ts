import type { PlatformId } from '../model/platform.ts';
import type { EvidenceBase } from './evidence-base.ts';
import type { Verdict } from './judge.ts';
import { spanWords } from './words.ts';

const HOUR = 3_600_000;

/** The next things an analyst does: the exact timeline command, and the vendor console's own filter for the same. */
export function nextSteps(
	evidence: readonly string[],
	base: EvidenceBase,
): (verdict: Verdict, platforms: readonly PlatformId[]) => readonly string[] {
	const paths = evidence.map(quoted).join(' ');
	return (verdict, platforms) => {
		const around = new Date(verdict.view.start).toISOString();
		const within = Math.max(2 * HOUR, Math.ceil((verdict.view.end - verdict.view.start) / HOUR) * HOUR);
		const steps = [
			`saashound timeline ${paths} --actor ${quoted(verdict.actor)} --around ${around} --within ${spanWords(within)}`,
		];
		for (const platform of platforms) {
			const filter = base.sources.get(platform)?.consoleFilter?.(verdict.actor, around, new Date(verdict.view.end).toISOString());
			if (filter !== undefined) steps.push(`${platform}: ${filter}`);
		}
		return steps;
	};
}

// For a POSIX shell: a name in a log must not become a command when somebody pastes this line.
function quoted(text: string): string {
	return /^[\w@%+=:,./-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
