import type { Coverage, FindingsDocument } from '../model/finding.ts';
import type { PlatformId } from '../model/platform.ts';

/** One activity over all platforms of the evidence. */
export interface ActivityCoverage {
	readonly activity: Coverage['activity'];
	/** Platforms on which it was heard, which could log it but did not here, and which never log it. */
	readonly heard: readonly PlatformId[];
	readonly missing: readonly PlatformId[];
	readonly unlogged: readonly PlatformId[];
}

/** Coverage of one analytic, one entry an activity, by name. */
export function byActivity(coverage: readonly Coverage[]): readonly ActivityCoverage[] {
	const activities = [...new Set(coverage.map(({ activity }) => activity))].sort();
	return activities.map((activity) => {
		const of = (status: Coverage['status']) =>
			coverage
				.filter((line) => line.activity === activity && line.status === status)
				.map(({ platform }) => platform)
				.sort();
		return { activity, heard: of('seen'), missing: of('not-in-evidence'), unlogged: of('not-logged-by-platform') };
	});
}

/** Activities that were heard on no platform: where an analytic is blind in this evidence. */
export function heardNowhere(coverage: readonly Coverage[]): readonly ActivityCoverage[] {
	return byActivity(coverage).filter(({ heard }) => heard.length === 0);
}

/**
 * `not in this evidence, though these platforms log it: mail.rule (m365); logged by none of these platforms: …; heard: mail.read (m365); heard, but not
 * on every platform that logs it: …`: each activity once, what is missing first, with the platforms that log it or on which it was heard.
 */
export function coverageSentence(coverage: readonly Coverage[]): string {
	if (coverage.length === 0) return 'none of the platforms in this evidence says anything that it listens for';
	const all = byActivity(coverage);
	const heard = all.filter((one) => one.heard.length > 0);
	const quiet = all.filter((one) => one.heard.length === 0 && one.missing.length > 0);
	const unlogged = all.filter((one) => one.heard.length === 0 && one.missing.length === 0);
	const parts = [
		part(
			'not in this evidence, though these platforms log it',
			quiet.map(({ activity, missing }) => `${activity} (${missing.join(', ')})`),
		),
		part(
			'logged by none of these platforms',
			unlogged.map(({ activity }) => activity),
		),
		part('heard', heard.filter(({ missing }) => missing.length === 0).map(heardText)),
		part('heard, but not on every platform that logs it', heard.filter(({ missing }) => missing.length > 0).map(heardText)),
	].filter((text) => text !== '');
	if (heard.length === 0) parts.push('heard nothing, so it could find nothing');
	return parts.join('; ');
}

/** Activities named in a brief line before the rest is only counted. */
const BRIEFLY = 4;

/** The same in one line: which activities were heard nowhere, the first few by name. */
export function coverageBrief(coverage: readonly Coverage[]): string {
	const all = byActivity(coverage);
	if (all.every(({ heard }) => heard.length === 0)) return coverageSentence(coverage);
	const silent = heardNowhere(coverage).map(({ activity }) => activity);
	if (silent.length === 0) return 'heard all that it listens for, though not on every platform';
	const more = silent.length > BRIEFLY ? ` and ${silent.length - BRIEFLY} more` : '';
	return `heard nowhere: ${silent.slice(0, BRIEFLY).join(', ')}${more}`;
}

function part(title: string, texts: readonly string[]): string {
	return texts.length === 0 ? '' : `${title}: ${texts.join(', ')}`;
}

function heardText({ activity, heard }: ActivityCoverage): string {
	return `${activity} (${heard.join(', ')})`;
}

/** Coverage of each analytic in the order of the run, then of those that the run does not name, by id. */
export function coverageByAnalytic(
	document: Pick<FindingsDocument, 'coverage'> & { readonly run?: FindingsDocument['run'] },
): readonly (readonly [string, readonly Coverage[]])[] {
	const groups = new Map<string, Coverage[]>();
	for (const { id } of document.run?.analytics ?? []) groups.set(id, []);
	for (const id of [...new Set(document.coverage.map(({ analytic }) => analytic))].sort())
		if (!groups.has(id)) groups.set(id, []);
	for (const line of document.coverage) groups.get(line.analytic)?.push(line);
	return [...groups];
}
