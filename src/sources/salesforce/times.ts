import { parseTime } from '../../read/time.ts';

/** Zone abbreviations as the console prints them, in minutes from UTC. CST and IST have other meanings elsewhere; here they are those of the USA and of India. */
const ZONES: ReadonlyMap<string, number> = new Map([
	['PST', -480],
	['PDT', -420],
	['MST', -420],
	['MDT', -360],
	['CST', -360],
	['CDT', -300],
	['EST', -300],
	['EDT', -240],
	['AKST', -540],
	['AKDT', -480],
	['HST', -600],
	['BRT', -180],
	['WET', 0],
	['WEST', 60],
	['BST', 60],
	['CET', 60],
	['CEST', 120],
	// German: Mitteleuropäische Zeit.
	['MEZ', 60],
	['MESZ', 120],
	['EET', 120],
	['EEST', 180],
	['MSK', 180],
	['IST', 330],
	['SGT', 480],
	['HKT', 480],
	['JST', 540],
	['KST', 540],
	['AEST', 600],
	['AEDT', 660],
	['NZST', 720],
	['NZDT', 780],
]);

/**
 * `9/10/2026, 4:21:14 AM PDT`: the console's own notation, with the zone of the person who downloaded the file. Which of the two numbers is the
 * month follows their locale, which neither the zone nor the clock of 24 hours tells for certain.
 */
export function parseConsoleTime(text: string, dayFirst: boolean): number | undefined {
	if (text.length > 60) return undefined;
	const match = /^(.*\d(?: ?[AP]M)?) ([A-Z]{2,5})([+-]\d{1,2}(?::?\d{2})?)?$/.exec(text.replaceAll('\u202f', ' ').trim());
	const [, local, name, offset] = match ?? [];
	if (local === undefined || name === undefined) return undefined;
	const minutes = offset === undefined ? ZONES.get(name) : name === 'GMT' || name === 'UTC' ? offsetMinutes(offset) : undefined;
	const time = parseTime(local, dayFirst);
	return time === undefined || minutes === undefined ? undefined : time - minutes * 60_000;
}

function offsetMinutes(offset: string): number {
	const [hours = '0', minutes = '0'] = offset.slice(1).includes(':')
		? offset.slice(1).split(':')
		: [offset.slice(1, 3), offset.slice(3)];
	return (offset.startsWith('-') ? -1 : 1) * (Number(hours) * 60 + Number(minutes === '' ? '0' : minutes));
}
