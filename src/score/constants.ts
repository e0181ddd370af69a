/**
 * Every constant of the score in one place, with its meaning and origin. "Fitted" constants were set on simulated organisations
 * (300 people, 45 days, ten data sets) and measured on fifteen others: they carry an order of merit, not field accuracy. "Ours"
 * marks a choice that was not fitted. All lines are in decades (powers of ten). Re-fit only on real labelled data.
 */

/** One day, ms. */
export const DAY = 86_400_000;

/** One hour, ms. */
export const HOUR = 3_600_000;

/** Volume: prior, dispersion, compression. */
export const VOLUME = {
	/**
	 * Factor of the compression `2 log10(1 + v)`: fitted to exceedance rates (v = 3.5, 8, 28, 150, 300 come about once in
	 * 10^1.3, 10^1.9, 10^2.9, 10^4.3, 10^5 actor-days).
	 */
	compression: 2,
	/** Entities known for fewer days say nothing about the prior. Fitted. */
	priorMinimumDays: 4,
	/** Share of the busiest entities left out of the prior: service accounts must not set everybody's expectation. Fitted. */
	priorDropped: 0.02,
	/** With fewer entities the prior is `weak`. Fitted. */
	priorMinimumEntities: 5,
	/** Prior of an organisation that says too little: shape and rate (days) of a gamma. Fitted. */
	weak: { shape: 0.3, days: 1 },
	/** The spread between entities is at least this share of the squared mean. Fitted. */
	priorMinimumSpread: 0.1,
	/** Share of doubt in the prior, before the entity's own past is looked at: see `yieldingPrior`. Not fitted: a tenth is what is usual. */
	priorDoubt: 0.1,
	/** Least over-dispersion. Fitted. */
	dispersionMinimum: 0.02,
	/** Entities above this weight a day are left out of the pooled dispersion. Fitted. */
	dispersionMaximumRate: 80,
	/**
	 * Gamma prior of the over-dispersion: mean, and weight in coincidences that chance alone would bring (Σ Bμ²). With few subjects one batch
	 * would otherwise stand for everybody's habit, and none at all for perfect regularity. Fitted on seeds 1 to 3.
	 */
	dispersionPrior: { mean: 5, weight: 3 },
	/** Windows with less weight are not scored. Fitted. */
	minimumCount: 2,
} as const;

/** Clock: when in the week somebody works. */
export const CLOCK = {
	/** Pseudo-days of the organisation's profile in everybody's own. Fitted. */
	organisationDays: 6,
	/** Pseudo-days of an even spread under the organisation's profile: the first weekend of an export is not impossible. Ours. */
	evenDays: 2,
	/** Weights of the hour before, the hour itself and the hour after. Also absorbs the change to summer time. Fitted. */
	smoothing: [0.25, 0.5, 0.25],
	/** Least share of an average day. Fitted. */
	minimum: 1e-4,
	/** Windows longer than this (ms) count as their plain length in days. Fitted. */
	longest: 2 * DAY,
} as const;

/**
 * Novelty: how readily an actor takes up a new value of each attribute (Dirichlet concentration, pseudo actor-days), used until
 * the organisation's own tables say it better. Network, client and country fitted; app, token and device ours, set as client:
 * an application, key or device changes about as seldom as a browser does.
 */
export const CONCENTRATION = { network: 1.35, country: 0.4, client: 0.7, app: 0.7, token: 0.7, device: 0.7 } as const;

/** Novelty: limits and weights. */
export const NOVELTY = {
	/** While fewer firsts (actor takes up a value) are known, the concentration is the fixed one. Fitted. */
	minimumFirsts: 20,
	/** … and while fewer are known, how rare a value is among everybody says nothing: the second day of ten people's log knows enough. Ours. */
	rarityFirsts: 5,
	/** What a value that somebody showed before comes to by chance alone, decades: the mean of −log10 p is log10 e. */
	ordinary: Math.LOG10E,
	/** Bounds of the concentration solved from the tables. Ours: keep absurd tables from absurd answers. */
	concentrationRange: [0.01, 100],
	/**
	 * Weight of each attribute in the sum; of network and country only the larger counts. App and token fitted, device ours
	 * (set as token).
	 */
	weights: { client: 1, app: 0.7, token: 0.5, device: 0.5 },
	/** Credit for the oddest sign-in around the window, by what the window's own network is. Fitted. */
	lent: { absent: 1, new: 0.8, familiar: 0.25 },
	/** The oddest sign-in is looked for this long before the window's start and after it, ms. Fitted. */
	signInSpan: 16 * HOUR,
	/** Below `bend` novelty counts by `slope`, above it as `base + growth ln(n / bend)`. Fitted. */
	squash: { slope: 0.8, bend: 2.5, base: 2, growth: 1.8 },
	/** Volume (decades) from which novelty counts in full. Re-fitted on seeds 1 to 3: stealthy uploads and removals are odd by little. */
	fullGate: 0.8,
	/** What a new client counts in a place that the person used before: people try new tools at their own desks. Fitted on seeds 1 to 3. */
	familiarPlace: 0.4,
	/** What a new network and country count where the person's whole day took place there with a client they know. Fitted on seeds 1 to 3. */
	moved: 0.5,
	/**
	 * When a day took place elsewhere: so many active days are known before it, none of the networks seen on at least so many of them and on this
	 * share of them shows on it, and it has so many active hours beside the window's. Fitted on seeds 1 to 3.
	 */
	move: { minimumDays: 5, usualLeast: 3, usualShare: 0.2, hours: 3 },
	/** Most that novelty can add. Fitted. */
	maximum: 5,
} as const;

/** Failed sign-ins and flagged addresses. Fitted. */
export const SIGN_INS = {
	perFailure: 0.3,
	maximum: 1.5,
	minimumFailures: 3,
	proxy: 0.5,
	/** Failures count from this long before the window's start … */
	before: 6 * HOUR,
	/** … to this long after it, ms. */
	after: HOUR,
	/** Two places farther apart than this, reached faster than any aircraft, with a database of addresses only. Ours. */
	travel: { leastKm: 500, kmPerHour: 900, surprise: 0.7 },
	/**
	 * The vendor's own alert about the account, a sign-in by device code or of somebody else as it, from this long before the window's start, ms. What is
	 * rarer than once in five days counts, up to a maximum; an account's rate is shrunk towards everybody's as if so many of its days were known. Ours.
	 */
	flagged: { before: 16 * HOUR, ordinary: 0.7, maximum: 0.8, priorDays: 5 },
} as const;

/** What was touched. Fitted. */
export const OBJECTS = {
	/** Decades per decade of repositories never touched before. */
	newRepositories: 1.5,
	/** … at most: that there are many more is what the volume says already. */
	newRepositoriesMost: 2,
	/** Decades when all target accounts were still in use. */
	activeTargets: 1.5,
	/** A target account counts as in use if it was active within this many days. */
	activeDays: 4,
	/** Owner or administrator consented to the app in the log. */
	consented: -0.5,
	/** The app is young and no consent is logged: less than half a decade, for what is not in the evidence is no witness. */
	unconsented: 0.4,
	/** Days for which an app is young here. */
	youngDays: 3,
} as const;

/** Who acted. Fitted. */
export const ROLE = { outsideEngineering: 1, privileged: 0.3 } as const;

/** From where, and with what. Fitted. */
export const TRUST = { network: -1, syncClient: -1.5 } as const;

/** What the organisation said beforehand. Fitted. */
export const CONTEXT = { excused: -3, serviceAccount: -2 } as const;

/** One application in many mailboxes. Fitted. */
export const MAILBOXES = {
	minimum: 3,
	perDecade: 3,
	messages: 0.5,
	/** Messages at which the message term begins to bite. */
	messageScale: 20,
	age: -0.3,
	appOnly: 1,
	withoutConsent: 1,
	young: 0.7,
	youngDays: 7,
	/** Re-fitted on seeds 1 to 3: an approved app in hundreds of mailboxes is what it was approved for. */
	approved: -6,
} as const;

/** A grant and what follows it. Fitted. */
export const GRANT = {
	risky: 0.8,
	perHighScope: 0.2,
	highScopesCounted: 3,
	tenantWide: 0.3,
	/** By how often the app had been granted before: never, once or twice, more often. */
	first: 0.5,
	early: 0.2,
	later: -0.5,
	earlyGrants: 2,
	activity: 1.6,
	activityMaximum: 1.2,
	/** Weight that is ordinary within 1 h, 1 d and 5 d after a grant. */
	activityScale: { hour: 6, day: 14, days: 40 },
	soon: 0.4,
	/** A record of aggregated items counts at most this much as activity. */
	activityItems: 200,
	appNovelty: 0.8,
	noveltyMaximum: 4,
	/** Share of the novelty that remains without high scopes and without activity. */
	idle: 0.3,
	aftermath: 1,
} as const;

/**
 * What a client or app does after its first great fetch: somebody who takes a mailbox and is gone leaves nothing, a program that stays is used
 * little by little. Weights set on seeds 1 to 3.
 */
export const LATER_USE = {
	/** Decades for each later day on which it was used a little. */
	perDay: 0.5,
	/** Fewer later days say nothing. */
	minimumDays: 2,
	maximum: 2,
	/** A little: at most this share of the window's busiest day. */
	share: 0.25,
	/** How long after the window it is looked for, ms. */
	span: 14 * DAY,
} as const;

/** An hour in which somebody hardly ever does anything. Weights set on seeds 1 to 3. */
export const ODD_HOUR = {
	/** Fewer days of history say nothing of somebody's hours. */
	minimumDays: 5,
	/** Rarity that is nothing special, decades: every fifth day. */
	ordinary: 0.7,
	maximum: 0.8,
} as const;

/**
 * Kinds of witness: how high a ledger may rise on one or two. Set on clean organisations of seeds 6 to 24, in which nothing reaches 80 any more;
 * mean average precision on the attacks of seeds 1 to 5 stays the same within .02.
 */
export const WITNESS = {
	/** A kind speaks from so many decades on. */
	least: 0.5,
	/** So many kinds leave the sum as it is. */
	kinds: 3,
	/** Sums below which one kind and two kinds stay: the lower bounds of `high` and of a score of 80. */
	one: 5,
	two: 6,
	/** How far below that limit the pressing begins, decades. */
	span: 1,
} as const;

/** The score from 0 to 100 as a function of the ledger's sum: knots of the curve. From the bands of precision measured. */
export const CURVE = [
	{ sum: 0, score: 0 },
	{ sum: 3, score: 40 },
	{ sum: 4, score: 50 },
	{ sum: 5, score: 65 },
	{ sum: 6, score: 80 },
	{ sum: 8, score: 95 },
] as const;

/** Scores from which a finding is of this severity. */
export const SEVERITY_FROM = { medium: 50, high: 65, critical: 85 } as const;

/**
 * Findings at least this strong in exports in which nothing was wrong, all analytics together: means over thirty runs (seeds 6 to 22, with and
 * without context) on simulated organisations of 300 people and 45 days with some sixty harmless affairs each and no attack. `actorDays` are
 * the days on which somebody was active, summed over people, in such an export.
 */
export const BENIGN = {
	actorDays: 10_300,
	analytics: 5,
	counts: [
		{ sum: 3, findings: 32 },
		{ sum: 5, findings: 1.9 },
		// None in thirty runs: with 95 % certainty fewer than three in thirty.
		{ sum: 6, findings: 0.1 },
	],
} as const;
