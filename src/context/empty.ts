import type { Context } from '../model/context.ts';

/** The context of somebody who gave none: answers nothing to everything. */
export function emptyContext(): Context {
	return {
		people: [],
		files: [],
		person: () => undefined,
		app: () => undefined,
		network: () => undefined,
		changes: () => [],
		repository: () => undefined,
	};
}
