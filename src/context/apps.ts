import type { ApprovedApp } from '../model/context.ts';
import { isPlatform, PLATFORMS } from '../model/platform.ts';
import { listCell, momentCell } from './cells.ts';
import { type Row, readTable } from './table.ts';

const LAYOUT = { file: 'apps.csv', columns: ['app', 'name', 'platform', 'scopes', 'owner', 'review_by'], required: 1 } as const;

type Column = (typeof LAYOUT.columns)[number];

/** Approved integrations, by lower-case id or name. */
export class Apps {
	readonly #byWord = new Map<string, ApprovedApp[]>();
	/** By display name: only for events whose app has no id of its own. */
	readonly #byName = new Map<string, ApprovedApp[]>();

	constructor(rows: readonly ApprovedApp[]) {
		for (const row of rows) {
			push(this.#byWord, row.app, row);
			if (row.name !== undefined) push(this.#byName, row.name.toLowerCase(), row);
		}
	}

	/**
	 * The approval of an app: by its id, or by its name where the column `app` gives a name. The column `name` is for people:
	 * it counts only where the log gives no id beside the name, since anybody may call an app like an approved one. Of several
	 * rows the one of this platform, then the one that holds longest, then the first. A row for Microsoft 365 holds for Entra
	 * and the other way round: it is one tenant.
	 */
	find(id: string, name: string | undefined, platform: string): ApprovedApp | undefined {
		const [byId, byName] = [id.toLowerCase(), name?.toLowerCase()];
		const nameless = byName === undefined || byName === byId;
		const found = [...(this.#byWord.get(byId) ?? []), ...(byName === undefined ? [] : (this.#byWord.get(byName) ?? []))];
		if (found.length === 0 && nameless) found.push(...(this.#byName.get(byId) ?? []));
		let best: ApprovedApp | undefined;
		for (const row of found) {
			if (!covers(row, platform)) continue;
			if (best === undefined || rank(row) > rank(best) || (rank(row) === rank(best) && end(row) > end(best))) best = row;
		}
		return best;
	}
}

/**
 * Reads `apps.csv`. Scopes are separated by `;`, commas or blanks.
 * @throws UsageError for a bad row
 */
export function readApps(bytes: Uint8Array): Apps {
	return new Apps(readTable(bytes, LAYOUT).map(appOf));
}

function appOf(row: Row<Column>): ApprovedApp {
	const [name, owner] = [row.cell('name'), row.cell('owner')];
	const platform = row.cell('platform').toLowerCase();
	if (platform !== '' && !isPlatform(platform)) throw row.wrong('platform', `one of ${PLATFORMS.join(', ')} (or empty for any)`);
	return {
		ref: row.ref,
		app: row.cell('app').toLowerCase(),
		...(name !== '' && { name }),
		...(platform !== '' && { platform }),
		scopes: listCell(row, 'scopes').flatMap((part) => part.split(/[\s,]+/).filter((scope) => scope !== '')),
		...(owner !== '' && { owner }),
		...(row.cell('review_by') !== '' && { reviewBy: momentCell(row, 'review_by', true) }),
	};
}

function covers(row: ApprovedApp, platform: string): boolean {
	return row.platform === undefined || tenant(row.platform) === tenant(platform);
}

function tenant(platform: string): string {
	return platform === 'entra' ? 'm365' : platform;
}

function rank(row: ApprovedApp): number {
	return row.platform === undefined ? 0 : 1;
}

function end(row: ApprovedApp): number {
	return row.reviewBy ?? Infinity;
}

function push<V>(lists: Map<string, V[]>, key: string, value: V): void {
	const list = lists.get(key);
	if (list === undefined) lists.set(key, [value]);
	else list.push(value);
}
