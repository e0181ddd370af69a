import type { EventDraft } from '../model/event.ts';

/** Stands for all facts. */
const EVERY = '*';

/** An event through which is seen at which of its facts somebody looks. */
export interface WatchedEvent {
	readonly event: EventDraft;
	/** Whether a fact was read, set, taken away or asked after. */
	isTouched(fact: string): boolean;
}

/** Watches an event: what is done to the one given back is done to it. */
export function watchEvent(event: EventDraft): WatchedEvent {
	const touched = new Set<string>();
	const note = (name: string | symbol) => touched.add(String(name));
	const seen = new Proxy(event, {
		get(target, name) {
			note(name);
			return Reflect.get(target, name);
		},
		set(target, name, value) {
			note(name);
			return Reflect.set(target, name, value);
		},
		deleteProperty(target, name) {
			note(name);
			return Reflect.deleteProperty(target, name);
		},
		has(target, name) {
			note(name);
			return Reflect.has(target, name);
		},
		ownKeys(target) {
			note(EVERY);
			return Reflect.ownKeys(target);
		},
	});
	return { event: seen, isTouched: (fact) => touched.has(fact) || touched.has(EVERY) };
}
