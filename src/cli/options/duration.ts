import { parseDuration as readDuration } from '../../hunt/options.ts';
import { UsageError } from '../../model/errors.ts';

/**
 * The duration that an option names, ms.
 * @throws UsageError when it is none.
 */
export function parseDuration(option: string, text: string): number {
	const duration = readDuration(text.trim().toLowerCase());
	if (duration === undefined) throw new UsageError(`${option}: '${text}' is no duration; write 10m, 1h, 1h30m, 5d or 2w`);
	return duration;
}
