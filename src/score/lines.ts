import { GRANT, LATER_USE, MAILBOXES, OBJECTS, ODD_HOUR, ROLE, SIGN_INS, TRUST } from './constants.ts';
import { squash } from './novelty.ts';

/**
 * Failed sign-ins around the window: g · min(1.5, 0.3 per failure) from 3 failures on, and 0.5 g if an address is flagged as a
 * proxy.
 * @param gate see `gateOf`
 */
export function signInLine(gate: number, failures: number, proxy: boolean): number {
	const failed = failures >= SIGN_INS.minimumFailures ? Math.min(SIGN_INS.maximum, SIGN_INS.perFailure * failures) : 0;
	return gate * (failed + (proxy ? SIGN_INS.proxy : 0));
}

/** Days on which somebody was active before, and those of them on which something happened. */
export interface DaysWith {
	readonly days: number;
	readonly before: number;
}

/**
 * Something rare about a sign-in (an alert of the vendor, a device code), ungated: min(0.8, −log10 r − 0.7), where r is the share of the account's days that
 * had it, shrunk towards everybody's share as if five of its days were known.
 */
export function flaggedLine(own: DaysWith, everybody: DaysWith): number {
	const { ordinary, maximum, priorDays } = SIGN_INS.flagged;
	const usual = (everybody.before + 1) / (everybody.days + 2);
	const rate = (own.before + priorDays * usual) / (own.days + priorDays);
	return Math.min(maximum, Math.max(0, -Math.log10(rate) - ordinary));
}

/**
 * Objects never touched before by this actor (repositories): 1.5 log10(1 + count / max(1, usual)), at most 2. Who takes fifteen on any day meets
 * new ones as a matter of course.
 * @param usual how many of all kinds are usual for the window
 */
export function newObjectsLine(count: number, usual: number = 0): number {
	return Math.min(OBJECTS.newRepositoriesMost, OBJECTS.newRepositories * Math.log10(1 + Math.max(0, count) / Math.max(1, usual)));
}

/** Accounts taken away although still in use: 1.5 · share of the targets active within the last 4 days. */
export function activeTargetsLine(share: number): number {
	return OBJECTS.activeTargets * share;
}

/**
 * Whether somebody consented to an app that reads mail: −0.5 if the owner or an administrator did so in the log, +0.4 if nobody
 * did and the app appeared in the organisation less than 3 days ago.
 */
export function consentLine(consented: boolean, appAgeDays: number): number {
	if (consented) return OBJECTS.consented;
	return appAgeDays < OBJECTS.youngDays ? OBJECTS.unconsented : 0;
}

/** +1 for somebody known to work outside engineering, +0.3 for a privileged account; unknown says nothing. */
export function roleLine(developer: boolean | undefined, privileged: boolean | undefined): number {
	return (developer === false ? ROLE.outsideEngineering : 0) + (privileged === true ? ROLE.privileged : 0);
}

/** −1.5 · share of the events made by synchronisation or migration clients. */
export function syncClientLine(share: number): number {
	return share > 0 ? TRUST.syncClient * share : 0;
}

/** An application seen reading several mailboxes within an hour or a day. */
export interface MailboxSweep {
	readonly mailboxes: number;
	readonly messages: number;
	/** Days since the app was first seen in the organisation. */
	readonly ageDays: number;
	readonly approved: boolean;
}

/**
 * How many mailboxes one application or address opened: 3 log10(mailboxes) + 0.5 log10(1 + messages/20) − 0.3 log10(1 + age) − 6 approved; 0 for
 * fewer than 3 mailboxes.
 */
export function mailboxesLine(sweep: MailboxSweep): number {
	if (sweep.mailboxes < MAILBOXES.minimum) return 0;
	return (
		MAILBOXES.perDecade * Math.log10(sweep.mailboxes) +
		MAILBOXES.messages * Math.log10(1 + sweep.messages / MAILBOXES.messageScale) +
		MAILBOXES.age * Math.log10(1 + Math.max(0, sweep.ageDays)) +
		(sweep.approved ? MAILBOXES.approved : 0)
	);
}

/** By what right somebody opens many mailboxes. */
export interface MailboxRights {
	readonly mailboxes: number;
	/** Days since the app or network was first seen in the organisation. */
	readonly ageDays: number;
	/** It acts without a person signed in. */
	readonly appOnly: boolean;
	/** Share of the mailboxes' owners of whom no consent is logged, 0–1. */
	readonly withoutConsent: number;
}

/** 1 app-only + share without consent + 0.7 if younger than 7 days; 0 for fewer than 3 mailboxes. */
export function mailboxRightsLine(rights: MailboxRights): number {
	if (rights.mailboxes < MAILBOXES.minimum) return 0;
	return (
		(rights.appOnly ? MAILBOXES.appOnly : 0) +
		MAILBOXES.withoutConsent * rights.withoutConsent +
		(rights.ageDays < MAILBOXES.youngDays ? MAILBOXES.young : 0)
	);
}

/**
 * What was granted: 0.8 + 0.2 for each of up to three high scopes (0 without any), +0.3 for the whole tenant, and by how often
 * the app had been granted in the organisation before: +0.5 never, +0.2 once or twice, −0.5 more often.
 */
export function grantLine(highScopes: number, tenantWide: boolean, grantsBefore: number): number {
	const scopes = highScopes > 0 ? GRANT.risky + GRANT.perHighScope * Math.min(GRANT.highScopesCounted, highScopes) : 0;
	const order = grantsBefore === 0 ? GRANT.first : grantsBefore <= GRANT.earlyGrants ? GRANT.early : GRANT.later;
	return scopes + (tenantWide ? GRANT.tenantWide : 0) + order;
}

/** Weight of what an app did after its grant: the most in any hour, day and five days. */
export interface GrantActivity {
	readonly hour: number;
	readonly day: number;
	readonly days: number;
	/** It began within a day of the grant. */
	readonly soon: boolean;
}

/**
 * What followed a grant: min(1.2, max of 1.6 log10(1 + w/q) with q = 6, 14, 40 for an hour, a day, five days), + 0.4 if it
 * began within a day.
 */
export function grantActivityLine(activity: GrantActivity): number {
	const { hour, day, days } = GRANT.activityScale;
	const ratio = Math.max(activity.hour / hour, activity.day / day, activity.days / days);
	if (!(ratio > 0)) return 0;
	return Math.min(GRANT.activityMaximum, GRANT.activity * Math.log10(1 + ratio)) + (activity.soon ? GRANT.soon : 0);
}

/** How new the surroundings of a grant are, each as `combined` gives it, decades. */
export interface GrantNovelty {
	readonly grant: number;
	readonly signIn: number;
	/** Of the app's activity afterwards. */
	readonly activity: number;
}

/**
 * Novelty of a grant: min(4, squash(max(grant, sign-in, 0.8 · activity))), three tenths of it with neither high scopes nor
 * activity.
 */
export function grantNoveltyLine(novelty: GrantNovelty, highScopes: boolean, active: boolean): number {
	const most = Math.max(novelty.grant, novelty.signIn, GRANT.appNovelty * novelty.activity);
	return Math.min(GRANT.noveltyMaximum, squash(most)) * (highScopes || active ? 1 : GRANT.idle);
}

/** +1 if an inbox rule, a role or a mailbox permission follows a grant within two days. */
export function aftermathLine(followed: boolean): number {
	return followed ? GRANT.aftermath : 0;
}

/** Steady use after a first great fetch: −min(2, 0.5 for each later day of little use), from two such days on. */
export function laterUseLine(days: number): number {
	return days < LATER_USE.minimumDays ? 0 : -Math.min(LATER_USE.maximum, LATER_USE.perDay * days);
}

/**
 * An hour in which somebody is hardly ever active: g · min(0.8, rarity − 0.7), the rarity being −log10 (active + 1) / (days + 2); 0 with fewer
 * than five days of history.
 * @param active on how many of the days before somebody was active within an hour of that time of day
 */
export function oddHourLine(gate: number, active: number, days: number): number {
	if (days < ODD_HOUR.minimumDays) return 0;
	const rarity = -Math.log10((active + 1) / (days + 2));
	return gate * Math.min(ODD_HOUR.maximum, Math.max(0, rarity - ODD_HOUR.ordinary));
}
