import type { EvidenceRequest, Geography } from '../hunt/request.ts';
import { loadColumns, loadContext, openGeoip } from './engine.ts';
import { EXIT } from './exit.ts';
import type { EvidenceOptions } from './options/common.ts';
import { say } from './say.ts';
import type { Unusable } from './warnings.ts';

/** Does a piece of work on evidence, with what the options say of it and the progress line above it. */
export async function withEvidence<T>(
	evidence: readonly string[],
	options: EvidenceOptions,
	work: (request: EvidenceRequest) => Promise<T>,
): Promise<T> {
	const context =
		options.context === undefined ? undefined : await loadContext(options.context, (warning) => warn(warning, options));
	const geography = options.geoip === undefined ? undefined : await openAll(options.geoip);
	const columns = options.columns === undefined ? undefined : await loadColumns(options.columns);
	const unusable: Unusable[] = [];
	// A command may read twice.
	const notes = new Set<string>();
	const line = wantsProgress(options) ? new (await import('./progress.ts')).ProgressLine() : undefined;
	try {
		return await work({
			evidence,
			readWith: readWith(options),
			...(options.platform !== undefined && { platform: options.platform }),
			...(options.strict === true && { strict: true }),
			...(context !== undefined && { context }),
			...(geography !== undefined && { geography }),
			...(columns !== undefined && { columns }),
			...(options.dayFirst === true && { dayFirst: true }),
			...(options.maxInflate !== undefined && { maxInflate: options.maxInflate }),
			...(options.plainReader === true && { plainReader: true }),
			...(options.threads !== undefined && { threads: { count: options.threads } }),
			onNotes: (lines) => {
				for (const line of lines) notes.add(line);
			},
			onUnusable: (files) => unusable.push(...files),
			...(line !== undefined && { onProgress: (progress) => line.update(progress) }),
		});
	} finally {
		line?.erase();
		if (options.verbose === true && options.quiet !== true) for (const note of notes) say(note);
		sayUnusable(unusable, options);
	}
}

function warn(text: string, options: EvidenceOptions): void {
	if (options.quiet !== true) say(`warning: ${text}`);
}

// As the options were written, but for sizes, which are given in bytes.
function readWith(options: EvidenceOptions): readonly (readonly [option: string, value?: string])[] {
	const { platform, context, geoip, columns, maxInflate, dayFirst } = options;
	const given: readonly (readonly [string, string | undefined])[] = [
		['--platform', platform],
		['--context', context],
		...(geoip ?? []).map((file) => ['--geoip', file] as const),
		['--columns', columns],
		['--max-inflate', maxInflate?.toString()],
	];
	const values = given.flatMap(([option, value]) => (value === undefined ? [] : [[option, value] as const]));
	return dayFirst === true ? [...values, ['--day-first']] : values;
}

// A database of places and one of networks answer together; of two that know a fact, the one named first.
async function openAll(files: readonly string[]): Promise<Geography> {
	const databases = await Promise.all(files.map(openGeoip));
	return {
		lookup(ip) {
			const answers = databases.map((database) => database.lookup(ip)).filter((answer) => answer !== undefined);
			return answers.length === 0 ? undefined : Object.assign({}, ...answers.toReversed());
		},
	};
}

// What could be read is shown all the same; the exit code says that it was not all. A command may read twice: each file is named once.
function sayUnusable(files: readonly Unusable[], options: EvidenceOptions): void {
	if (files.length === 0) return;
	process.exitCode = EXIT.usage;
	for (const line of new Set(files.map(({ file, why }) => `${file}: ${why}`))) warn(line, options);
}

function wantsProgress(options: EvidenceOptions): boolean {
	return options.progress && options.quiet !== true && process.stderr.isTTY === true;
}
