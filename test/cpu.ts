/**
 * Processor time of this process so far, ms: what a busy machine does not lengthen. For guards against work that grows faster than its input,
 * with bounds that only such work exceeds; never for speed.
 */
export function cpuMs(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
}
