import type { AnalyticId } from '../../organisation/world.ts';
import type { Claim, Heard } from '../model.ts';
import { type Act, actsOf, DAY, dayOf, distinct, HOUR, MINUTE, slide } from '../series.ts';

/** A published rule, in our words: which project, what it counts, and how far its threshold was exceeded (1: just reached). */
export interface Rule {
	readonly id: string;
	readonly analytic: AnalyticId;
	/** Repository and what the rule says. */
	readonly source: string;
	find(events: readonly Heard[]): Claim[];
}

/** Claims at most one a day for each name: the day's best. */
function daily(analytic: AnalyticId): { add(name: string, start: number, end: number, score: number): void; claims(): Claim[] } {
	const best = new Map<string, Claim>();
	return {
		add(name, start, end, score) {
			const key = `${name}|${dayOf(end)}`;
			if (name !== '' && score > (best.get(key)?.score ?? 0)) best.set(key, { analytic, names: [name], start, end, score });
		},
		claims: () => [...best.values()],
	};
}

/** `count` of the acts of one person within `span` reaches `threshold`. */
function burst(
	analytic: AnalyticId,
	span: number,
	threshold: number,
	count: (acts: readonly Act[]) => number,
	keep: (act: Act) => boolean = () => true,
) {
	return (events: readonly Heard[]): Claim[] => {
		const found = daily(analytic);
		for (const [actor, acts] of actsOf(events, analytic)) {
			slide(acts.filter(keep), span, (window) => {
				const number = window.length < threshold ? 0 : count(window);
				if (number >= threshold) found.add(actor, window[0]?.time ?? 0, window.at(-1)?.time ?? 0, number / threshold);
			});
		}
		return found.claims();
	};
}

const isRestricted = ({ event }: Act): boolean => event.operation !== 'api.request';
const HIGH_RISK =
	/^(mail\.readwrite|mail\.send|mail\.read|files\.readwrite\.all|full_access_as_app|directory\.readwrite\.all|ews\.accessasuser\.all|exchange\.manageasapp)$/i;
const GOOGLE_PRIVILEGED = /(admin\.directory\.(user|group|domain)|ediscovery|vault|cloud_search\.query)$/;

/** Grants, with the app and its scopes. */
function grants(events: readonly Heard[]): Heard[] {
	return events.filter((event) => event.activity === 'app.grant' && event.ok !== false && event.actor !== '');
}

const appOf = (event: Heard): string => event.app ?? event.target ?? '';

/** Consents by a pair of user and app, or of an app, not seen in the days before. */
function firstConsent(days: number, key: (event: Heard) => string, weight: (event: Heard) => number) {
	return (events: readonly Heard[]): Claim[] => {
		const found = daily('AN1349');
		const seen = new Map<string, number>();
		for (const event of grants(events)) {
			const last = seen.get(key(event));
			if ((last === undefined || event.time - last > days * DAY) && weight(event) > 0)
				found.add(event.actor, event.time, event.time, weight(event));
			seen.set(key(event), event.time);
		}
		return found.claims();
	};
}

/** An app is let in and, within a day, an app never seen before makes five calls from the address of whoever let it in. */
function consentThenBurst(events: readonly Heard[]): Claim[] {
	const found = daily('AN1349');
	const first = new Map<string, number>();
	const calls = new Map<string, number[]>();
	for (const event of events) {
		if (event.app === undefined || event.ip === undefined || event.activity === 'app.grant') continue;
		if (!first.has(event.app)) first.set(event.app, event.time);
		const key = `${event.app}|${event.ip}`;
		const known = calls.get(key);
		if (known === undefined) calls.set(key, [event.time]);
		else known.push(event.time);
	}
	for (const grant of grants(events)) {
		for (const [key, times] of calls) {
			if (!key.endsWith(`|${grant.ip}`)) continue;
			const start = times[0] ?? 0;
			const app = key.split('|')[0] ?? '';
			const burst = times.filter((time) => time >= grant.time && time < grant.time + DAY).length;
			if (start >= grant.time && start < grant.time + DAY && (first.get(app) ?? 0) >= grant.time && burst >= 5)
				found.add(grant.actor, grant.time, start + DAY, burst / 5);
		}
	}
	return found.claims();
}

/** A record that stands for a hundred messages or more. */
function heavyRecord(events: readonly Heard[]): Claim[] {
	const found = daily('AN0132');
	for (const event of events)
		if (event.activity === 'mail.read' && (event.items ?? 0) >= 100)
			found.add(event.actor, event.time, event.time, (event.items ?? 0) / 100);
	return found.claims();
}

/** A program that nobody in the organisation used in the two weeks before. The export's own first days are history. */
function newMailProgram(events: readonly Heard[]): Claim[] {
	const found = daily('AN0132');
	const seen = new Map<string, number>();
	const begin = events[0]?.time ?? 0;
	for (const event of events) {
		if (event.activity !== 'mail.read' || event.app === undefined) continue;
		const last = seen.get(event.app);
		if ((last === undefined || event.time - last > 14 * DAY) && event.time > begin + 3 * DAY)
			found.add(event.actor, event.time, event.time, 1);
		seen.set(event.app, event.time);
	}
	return found.claims();
}

/** More than five mailboxes opened by one program within ten minutes. */
function manyMailboxes(events: readonly Heard[]): Claim[] {
	const found = daily('AN0132');
	const bins = new Map<string, { app: string; start: number; boxes: Set<string> }>();
	for (const event of events) {
		if (event.activity !== 'mail.read' || event.app === undefined) continue;
		const start = Math.floor(event.time / (10 * MINUTE)) * 10 * MINUTE;
		const key = `${event.app}|${start}`;
		const bin = bins.get(key) ?? { app: event.app, start, boxes: new Set() };
		bin.boxes.add(event.target ?? event.actor);
		bins.set(key, bin);
	}
	for (const { app, start, boxes } of bins.values())
		if (boxes.size > 5) found.add(app, start, start + 10 * MINUTE, boxes.size / 6);
	return found.claims();
}

const isSearch = ({ event }: Act): boolean => event.activity === 'mail.search';

/** Days with more than the person's own mean and three deviations of the days before, and at least `floor`. */
function ownOutlier(analytic: AnalyticId, floor: number) {
	return (events: readonly Heard[]): Claim[] => {
		const found = daily(analytic);
		const begin = dayOf(events[0]?.time ?? 0);
		for (const [actor, acts] of actsOf(events, analytic)) {
			const days = new Map<number, Act[]>();
			for (const act of acts) days.set(dayOf(act.time), [...(days.get(dayOf(act.time)) ?? []), act]);
			for (const [day, today] of days) {
				const before = [];
				for (let past = Math.max(begin, day - 30); past < day; past++) before.push(days.get(past)?.length ?? 0);
				if (before.length < 5) continue;
				const mean = before.reduce((a, b) => a + b, 0) / before.length;
				const deviation = Math.sqrt(before.reduce((sum, number) => sum + (number - mean) ** 2, 0) / before.length);
				const limit = Math.max(floor, mean + 3 * deviation);
				if (today.length > limit) found.add(actor, today[0]?.time ?? 0, today.at(-1)?.time ?? 0, today.length / limit);
			}
		}
		return found.claims();
	};
}

/** More than fifty files a day, and above the mean and three deviations of all people on that day. */
function abovePeers(events: readonly Heard[]): Claim[] {
	const found = daily('AN1514');
	const days = new Map<number, Map<string, Act[]>>();
	for (const [actor, acts] of actsOf(events, 'AN1514')) {
		for (const act of acts) {
			const day = days.get(dayOf(act.time)) ?? new Map<string, Act[]>();
			day.set(actor, [...(day.get(actor) ?? []), act]);
			days.set(dayOf(act.time), day);
		}
	}
	for (const people of days.values()) {
		const numbers = [...people.values()].map(distinct);
		const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
		const limit = Math.max(
			50,
			mean + 3 * Math.sqrt(numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0) / numbers.length),
		);
		for (const [actor, acts] of people)
			if (distinct(acts) > limit) found.add(actor, acts[0]?.time ?? 0, acts.at(-1)?.time ?? 0, distinct(acts) / limit);
	}
	return found.claims();
}

/** Hours with at least 20, above the median and thrice the spread of the person's own busy hours; the hour before was not. */
function hourlySpread(events: readonly Heard[]): Claim[] {
	const found = daily('AN1514');
	for (const [actor, acts] of actsOf(events, 'AN1514')) {
		const hours = new Map<number, number>();
		for (const act of acts) hours.set(Math.floor(act.time / HOUR), (hours.get(Math.floor(act.time / HOUR)) ?? 0) + 1);
		const past: number[] = [];
		for (const [hour, number] of hours) {
			const sorted = [...past].sort((a, b) => a - b);
			const at = (share: number): number => sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
			const limit = at(0.5) + 3 * Math.max(1, 1.5 * (at(0.75) - at(0.25)));
			if (past.length >= 24 && number >= 20 && number > limit) found.add(actor, hour * HOUR, (hour + 1) * HOUR, number / limit);
			past.push(number);
		}
	}
	return found.claims();
}

/** Public rules, fairly re-implemented over the same events as ours; thresholds as published. */
export const RULES: readonly Rule[] = [
	{
		id: '1349-A',
		analytic: 'AN1349',
		source: 'elastic/detection-rules: a pair of user and application not seen in 10 days',
		find: firstConsent(
			10,
			(event) => `${event.actor}|${appOf(event)}`,
			() => 1,
		),
	},
	{
		id: '1349-Q',
		analytic: 'AN1349',
		source: 'Azure/Azure-Sentinel: a high-risk permission for an application not consented in 30 days',
		find: firstConsent(30, appOf, (event) => (event.scopes ?? []).filter((scope) => HIGH_RISK.test(scope)).length * 2),
	},
	{
		id: '1349-O',
		analytic: 'AN1349',
		source: 'Azure/Azure-Sentinel: consent, then a burst of a first-seen application from the same address',
		find: consentThenBurst,
	},
	{
		id: '1349-J',
		analytic: 'AN1349',
		source: 'panther-labs/panther-analysis: privileged scopes of Google Workspace',
		find: firstConsent(
			0,
			(event) => `${event.time}`,
			(event) => (event.scopes ?? []).filter((scope) => GOOGLE_PRIVILEGED.test(scope)).length * 2,
		),
	},
	{ id: '0132-A', analytic: 'AN0132', source: 'elastic/detection-rules: one record of 100 messages or more', find: heavyRecord },
	{
		id: '0132-B',
		analytic: 'AN0132',
		source: 'elastic/detection-rules: an application new to the organisation in 14 days',
		find: newMailProgram,
	},
	{
		id: '0132-C',
		analytic: 'AN0132',
		source: 'splunk/security_content: more than 5 mailboxes by one application in 10 minutes',
		find: manyMailboxes,
	},
	{
		id: '0132-I',
		analytic: 'AN0132',
		source: 'splunk/security_content: more than 20 searches in an hour',
		find: burst('AN0132', HOUR, 21, (acts) => acts.length, isSearch),
	},
	{
		id: '0732-B',
		analytic: 'AN0732',
		source: 'elastic/detection-rules: 25 clones in 9 minutes',
		find: burst('AN0732', 9 * MINUTE, 25, (acts) => acts.length, isRestricted),
	},
	{
		id: '0732-C',
		analytic: 'AN0732',
		source: 'chronicle/detection-rules: more than 5 private repositories in 30 minutes',
		find: burst('AN0732', 30 * MINUTE, 6, distinct, isRestricted),
	},
	{
		id: '0732-E',
		analytic: 'AN0732',
		source: 'SumoLogic: mean and three deviations of the own 30 days, at least 5',
		find: ownOutlier('AN0732', 5),
	},
	{
		id: '1514-B',
		analytic: 'AN1514',
		source: 'splunk/security_content: more than 50 files and three deviations above all people',
		find: abovePeers,
	},
	{ id: '1514-C', analytic: 'AN1514', source: 'runreveal: hourly median and spread of the own busy hours', find: hourlySpread },
	{
		id: '1514-E',
		analytic: 'AN1514',
		source: 'chronicle/detection-rules: more than 10 copies in an hour',
		find: burst('AN1514', HOUR, 11, distinct, ({ event }) => event.activity === 'file.copy'),
	},
	{
		id: '1514-K',
		analytic: 'AN1514',
		source: 'elastic/detection-rules: 25 files in 3 minutes',
		find: burst('AN1514', 3 * MINUTE, 25, distinct),
	},
	{
		id: '0339-A',
		analytic: 'AN0339',
		source: 'panther-labs/panther-analysis: 10 accounts in 10 minutes',
		find: burst('AN0339', 10 * MINUTE, 10, distinct),
	},
	{
		id: '0339-J',
		analytic: 'AN0339',
		source: 'splunk/security_content: more than 5 accounts in 10 minutes',
		find: burst('AN0339', 10 * MINUTE, 6, distinct),
	},
	{
		id: '0339-E',
		analytic: 'AN0339',
		source: 'runreveal, SigmaHQ: any account',
		find: burst('AN0339', 10 * MINUTE, 1, distinct),
	},
];
