import type { AnalyticId } from '../organisation/world.ts';
import type { Heard } from './model.ts';

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** One counted act: whose, when, how much, on what. */
export interface Act {
	readonly event: Heard;
	readonly time: number;
	readonly weight: number;
	readonly object: string;
}

const HEARD: Readonly<Record<AnalyticId, ReadonlySet<string>>> = {
	AN1514: new Set(['file.upload', 'file.create', 'file.copy']),
	AN0732: new Set(['repo.clone', 'repo.download']),
	AN0339: new Set(['account.disable', 'account.delete']),
	AN0132: new Set(['mail.read', 'mail.search']),
	AN1349: new Set(['app.grant', 'app.install']),
};

/** The acts that an analytic is about, by the one who did them (for mail: mailbox and client; see METHOD of each rival). */
export function actsOf(events: readonly Heard[], analytic: AnalyticId): Map<string, Act[]> {
	const series = new Map<string, Act[]>();
	for (const event of events) {
		if (!HEARD[analytic].has(event.activity) || event.ok === false || event.actor === '') continue;
		const act: Act = {
			event,
			time: event.time,
			weight: analytic === 'AN0132' ? (event.items ?? 1) : 1,
			object: event.target ?? `${event.time}`,
		};
		const known = series.get(event.actor);
		if (known === undefined) series.set(event.actor, [act]);
		else known.push(act);
	}
	return series;
}

/** Runs of acts within `span` of each other's first: calls `full` for each window that ends at an act, with the acts in it. */
export function slide(acts: readonly Act[], span: number, full: (window: readonly Act[]) => void): void {
	let from = 0;
	for (const [at, act] of acts.entries()) {
		while ((acts[from]?.time ?? act.time) < act.time - span) from++;
		full(acts.slice(from, at + 1));
	}
}

export function distinct(acts: readonly Act[]): number {
	return new Set(acts.map((act) => act.object)).size;
}

export function dayOf(time: number): number {
	return Math.floor(time / DAY);
}
