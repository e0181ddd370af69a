/** The largest attack that a search tries. */
export const LARGEST = 512;
/** The attack that it tries first. */
const FIRST_SIZE = 8;

/** One attack of a round. */
export interface Attempt {
	readonly actor: string;
	readonly size: number;
}

/** The largest attack that was not found (0: none was tried), and the smallest that was. */
interface Bounds {
	low: number;
	high: number | undefined;
}

/**
 * The smallest attack of each of these people that is found; undefined where even {@link LARGEST} is not. All are tried at once, each
 * at a size of its own: four times the size before until one is found, then half way between what was and what was not. That takes a dozen rounds, however many
 * people there are.
 * @param hunt whether each attempt of a round is found, in their order
 */
export function smallestFound(
	people: readonly string[],
	hunt: (attempts: readonly Attempt[]) => readonly boolean[],
): ReadonlyMap<string, number | undefined> {
	const searches = new Map<string, Bounds>(people.map((actor) => [actor, { low: 0, high: undefined }]));
	for (;;) {
		const open = [...searches].flatMap(([actor, bounds]) => {
			const size = nextSize(bounds);
			return size === undefined ? [] : [{ actor, size, bounds }];
		});
		if (open.length === 0) return new Map([...searches].map(([actor, { high }]) => [actor, high]));
		for (const [index, found] of hunt(open).entries()) {
			const attempt = open[index];
			if (attempt !== undefined) attempt.bounds[found ? 'high' : 'low'] = attempt.size;
		}
	}
}

/** The next size to try; undefined when the smallest is known, or even the largest was not found. */
function nextSize({ low, high }: Bounds): number | undefined {
	if (high === undefined) return low >= LARGEST ? undefined : Math.min(LARGEST, low === 0 ? FIRST_SIZE : low * 4);
	return high - low <= 1 ? undefined : Math.floor((low + high) / 2);
}
