const DAY = 86_400_000;

/** Items (messages, files; a record may stand for several) by day since 1970, UTC, in the order of the events. */
export function itemsByDay(events: Iterable<{ readonly time: number; readonly items: number }>): ReadonlyMap<number, number> {
	const days = new Map<number, number>();
	for (const { time, items } of events) {
		const day = Math.floor(time / DAY);
		days.set(day, (days.get(day) ?? 0) + items);
	}
	return days;
}
