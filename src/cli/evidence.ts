import type { EvidenceRequest } from '../hunt/request.ts';
import { loadContext, openGeoip } from './engine.ts';
import type { EvidenceOptions } from './options/common.ts';
import { ProgressLine } from './progress.ts';

/** Does a piece of work on evidence, with what the options say of it and the progress line above it. */
export async function withEvidence<T>(
	evidence: readonly string[],
	options: EvidenceOptions,
	work: (request: EvidenceRequest) => Promise<T>,
): Promise<T> {
	const context = options.context === undefined ? undefined : await loadContext(options.context);
	const geography = options.geoip === undefined ? undefined : await openGeoip(options.geoip);
	const line = wantsProgress(options) ? new ProgressLine() : undefined;
	try {
		return await work({
			evidence,
			...(options.platform !== undefined && { platform: options.platform }),
			...(options.strict === true && { strict: true }),
			...(context !== undefined && { context }),
			...(geography !== undefined && { geography }),
			...(line !== undefined && { onProgress: (progress) => line.update(progress) }),
		});
	} finally {
		line?.erase();
	}
}

function wantsProgress(options: EvidenceOptions): boolean {
	return options.progress && options.quiet !== true && process.stderr.isTTY === true;
}
