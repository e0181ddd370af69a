import { dayStart, factOf, type HeardEvent, inARow, line, type Reason, type View } from '../../src/analytic.ts';

const DAY = 86_400_000;
/** Files that somebody must have put somewhere before the day, and days they must be known, until a place can be new to them. */
const LEAST_BEFORE = 5;
const LEAST_DAYS = 5;
/** What files in places outside, in new sites or drives, and in new folders count, decades. */
const OUTSIDE = 0.5;
const NEW_PLACE = 0.5;
const NEW_FOLDER = 0.2;

/** Where the files went: outside the organisation or into a stranger's drive, and where this account had never put anything. */
export function destinations(view: View): readonly (Reason | undefined)[] {
	if (view.gate === 0) return [];
	const before = usedBefore(view);
	return [outside(view, before), fresh(view, before)];
}

interface Used {
	/** Files on the window's platform that say where they were put. */
	readonly files: number;
	readonly places: ReadonlySet<string>;
	readonly folders: ReadonlySet<string>;
	/** All files on the window's platform. */
	readonly here: number;
	/** Other platform → days on which files were put there. */
	readonly elsewhere: ReadonlyMap<string, ReadonlySet<number>>;
}

function usedBefore(view: View): Used {
	const places = new Set<string>();
	const folders = new Set<string>();
	const elsewhere = new Map<string, Set<number>>();
	let [files, here] = [0, 0];
	const platform = view.events[0]?.platform;
	for (const event of view.find({
		activities: ['file.upload', 'file.create', 'file.copy'],
		person: view.actor,
		from: Number.NEGATIVE_INFINITY,
		to: dayStart(view),
	})) {
		const [place, folder] = [placeOf(event), factOf(event, 'destination')];
		if (event.platform !== platform) {
			elsewhere.set(event.platform, (elsewhere.get(event.platform) ?? new Set()).add(Math.floor(event.time / DAY)));
			continue;
		}
		here += 1;
		if (place === undefined && folder === undefined) continue;
		files += 1;
		if (place !== undefined) places.add(place);
		if (folder !== undefined) folders.add(folder);
	}
	return { files, places, folders, here, elsewhere };
}

function placeOf(event: HeardEvent): string | undefined {
	return factOf(event, 'place');
}

function outside(view: View, before: Used): Reason | undefined {
	const strangers = (event: HeardEvent) => event.details['othersDrive'] === true && !before.places.has(placeOf(event) ?? '');
	const count = view.events.filter((event) => event.external || strangers(event)).length;
	const drives = view.events.filter((event) => !event.external && strangers(event)).length;
	return line('destination', OUTSIDE * (count / view.events.length) * view.gate, {
		observed: count,
		expected: 0,
		unit: 'files',
		text: `${count} of ${view.events.length} into ${drives * 2 > count ? 'somebody else’s personal drive' : 'a place outside the organisation'}`,
	});
}

function fresh(view: View, before: Used): Reason | undefined {
	if (view.volume.days < LEAST_DAYS) return undefined;
	if (before.here === 0) return freshPlatform(view, before);
	if (before.files < LEAST_BEFORE) return undefined;
	const inPlaces = view.events.filter((event) => {
		const place = placeOf(event);
		return place !== undefined && !before.places.has(place);
	});
	const known = new Set(inPlaces);
	const inFolders = view.events.filter((event) => {
		const folder = factOf(event, 'destination');
		return folder !== undefined && !before.folders.has(folder) && !known.has(event);
	});
	const surprise = (NEW_PLACE * inPlaces.length + NEW_FOLDER * inFolders.length) / view.events.length;
	const count = inPlaces.length + inFolders.length;
	const own = inPlaces.filter((event) => event.details['personal'] === true).length;
	const what = own * 2 > count ? 'the account’s own personal drive' : inPlaces.length > 0 ? 'a site or drive' : 'folders';
	return line('new-destination', surprise * view.gate, {
		observed: count,
		expected: 0,
		unit: 'files',
		text: `${count} of ${view.events.length} into ${what} where this account had never put anything`,
	});
}

// Whoever takes files along uses what nobody looks at: another platform than the one where this account puts its files day by day.
function freshPlatform(view: View, { elsewhere }: Used): Reason | undefined {
	const used = [...elsewhere].filter(([, days]) => days.size >= LEAST_DAYS).map(([platform]) => platform);
	return line('new-destination', used.length === 0 ? 0 : NEW_PLACE * view.gate, {
		observed: view.events.length,
		expected: 0,
		unit: 'files',
		text: `all on ${view.events[0]?.platform ?? ''}, where this account had never put anything, unlike on ${inARow(used.toSorted())}`,
	});
}
