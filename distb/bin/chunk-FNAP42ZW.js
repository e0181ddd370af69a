import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);

// dist/src/score/constants.js
var DAY = 864e5;
var HOUR = 36e5;
var VOLUME = {
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
  /** Least over-dispersion. Fitted. */
  dispersionMinimum: 0.02,
  /** Entities above this weight a day are left out of the pooled dispersion. Fitted. */
  dispersionMaximumRate: 80,
  /** Windows with less weight are not scored. Fitted. */
  minimumCount: 2
};
var CLOCK = {
  /** Pseudo-days of the organisation's profile in everybody's own. Fitted. */
  organisationDays: 6,
  /** Pseudo-days of an even spread under the organisation's profile: the first weekend of an export is not impossible. Ours. */
  evenDays: 2,
  /** Weights of the hour before, the hour itself and the hour after. Also absorbs the change to summer time. Fitted. */
  smoothing: [0.25, 0.5, 0.25],
  /** Least share of an average day. Fitted. */
  minimum: 1e-4,
  /** Windows longer than this (ms) count as their plain length in days. Fitted. */
  longest: 2 * DAY
};
var CONCENTRATION = { network: 1.35, country: 0.4, client: 0.7, app: 0.7, token: 0.7, device: 0.7 };
var NOVELTY = {
  /** While fewer firsts (actor takes up a value) are known, nothing is called new. Fitted. */
  minimumFirsts: 20,
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
  /** Volume (decades) from which novelty counts in full. Fitted. */
  fullGate: 1.2,
  /** Most that novelty can add. Fitted. */
  maximum: 5
};
var SIGN_INS = {
  perFailure: 0.3,
  maximum: 1.5,
  minimumFailures: 3,
  proxy: 0.5,
  /** Failures count from this long before the window's start … */
  before: 6 * HOUR,
  /** … to this long after it, ms. */
  after: HOUR
};
var OBJECTS = {
  /** Decades per decade of repositories never touched before. */
  newRepositories: 1.5,
  /** Decades when all target accounts were still in use. */
  activeTargets: 1.5,
  /** A target account counts as in use if it was active within this many days. */
  activeDays: 4,
  /** Owner or administrator consented to the app in the log. */
  consented: -0.5,
  /** The app is young and nobody consented. */
  unconsented: 0.5,
  /** Days for which an app is young here. */
  youngDays: 3
};
var ROLE = { outsideEngineering: 1, privileged: 0.3 };
var TRUST = { network: -1, syncClient: -1.5 };
var CONTEXT = { excused: -3, serviceAccount: -2 };
var MAILBOXES = {
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
  approved: -6
};
var GRANT = {
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
  approved: -3,
  ticket: -1.5,
  trustedNetwork: -0.5
};
var CURVE = [
  { sum: 0, score: 0 },
  { sum: 3, score: 40 },
  { sum: 4, score: 50 },
  { sum: 5, score: 65 },
  { sum: 6, score: 80 },
  { sum: 8, score: 95 }
];
var SEVERITY_FROM = { medium: 50, high: 65, critical: 85 };
var BENIGN = {
  actorDays: 13500,
  analytics: 5,
  counts: [
    { sum: 3, findings: 53.3 },
    { sum: 5, findings: 13.7 },
    { sum: 6, findings: 6.3 }
  ]
};

// dist/src/score/novelty.js
function concentration(actorDays, firsts, fallback) {
  if (firsts < NOVELTY.minimumFirsts)
    return fallback;
  const tally = /* @__PURE__ */ new Map();
  for (const days of actorDays)
    if (days > 0)
      tally.set(days, (tally.get(days) ?? 0) + 1);
  const groups = [...tally].sort(([left], [right]) => left - right);
  const expected = (k) => {
    let sum = 0;
    for (const [days, actors] of groups)
      sum += actors * k * Math.log1p(days / k);
    return sum;
  };
  const [least, most] = NOVELTY.concentrationRange;
  if (expected(least) >= firsts)
    return least;
  if (expected(most) <= firsts)
    return most;
  let low = Math.log(least);
  let high = Math.log(most);
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (expected(Math.exp(middle)) < firsts)
      low = middle;
    else
      high = middle;
  }
  return Math.exp((low + high) / 2);
}
function unseenMass(singles, firsts) {
  return (singles + 1) / (firsts + 2);
}
function rarityOf(unseen, share) {
  return unseen + (1 - unseen) * share;
}
function seenSurprise(history, own, k) {
  let rarer = 0;
  for (const count of history.counts)
    if (count <= own)
      rarer += count;
  return -Math.log10((rarer + k) / (history.total + k));
}
function newSurprise(total, k, rarity) {
  return -Math.log10(k / (total + k) * rarity);
}
function weightedMean(parts) {
  let sum = 0;
  let weights = 0;
  for (const { surprise, weight } of parts) {
    sum += surprise * weight;
    weights += weight;
  }
  return weights > 0 ? sum / weights : 0;
}
function combined(surprises) {
  const { network = 0, country = 0, client = 0, app = 0, token = 0, device = 0 } = surprises;
  const { weights } = NOVELTY;
  return Math.max(network, country) + weights.client * client + weights.app * app + weights.token * token + weights.device * device;
}
function lent(signIn, ownNetwork) {
  return signIn * NOVELTY.lent[ownNetwork];
}
function squash(n) {
  const { slope, bend, base, growth } = NOVELTY.squash;
  if (n <= 0)
    return 0;
  return n <= bend ? slope * n : base + growth * Math.log(n / bend);
}
function gateOf(volume) {
  return Math.min(1, Math.max(0, volume) / NOVELTY.fullGate);
}
function noveltyLine(gate, own, lentBySignIn) {
  return gate * Math.min(NOVELTY.maximum, squash(Math.max(own, lentBySignIn)));
}

// dist/src/score/lines.js
function signInLine(gate, failures, proxy) {
  const failed = failures >= SIGN_INS.minimumFailures ? Math.min(SIGN_INS.maximum, SIGN_INS.perFailure * failures) : 0;
  return gate * (failed + (proxy ? SIGN_INS.proxy : 0));
}
function newObjectsLine(count) {
  return OBJECTS.newRepositories * Math.log10(1 + Math.max(0, count));
}
function activeTargetsLine(share) {
  return OBJECTS.activeTargets * share;
}
function consentLine(consented, appAgeDays) {
  if (consented)
    return OBJECTS.consented;
  return appAgeDays < OBJECTS.youngDays ? OBJECTS.unconsented : 0;
}
function roleLine(developer, privileged) {
  return (developer === false ? ROLE.outsideEngineering : 0) + (privileged === true ? ROLE.privileged : 0);
}
function syncClientLine(share) {
  return share > 0 ? TRUST.syncClient * share : 0;
}
function mailboxesLine(sweep) {
  if (sweep.mailboxes < MAILBOXES.minimum)
    return 0;
  return MAILBOXES.perDecade * Math.log10(sweep.mailboxes) + MAILBOXES.messages * Math.log10(1 + sweep.messages / MAILBOXES.messageScale) + MAILBOXES.age * Math.log10(1 + Math.max(0, sweep.ageDays)) + (sweep.appOnly ? MAILBOXES.appOnly : 0) + MAILBOXES.withoutConsent * sweep.withoutConsent + (sweep.ageDays < MAILBOXES.youngDays ? MAILBOXES.young : 0) + (sweep.approved ? MAILBOXES.approved : 0);
}
function grantLine(highScopes, tenantWide, grantsBefore) {
  const scopes = highScopes > 0 ? GRANT.risky + GRANT.perHighScope * Math.min(GRANT.highScopesCounted, highScopes) : 0;
  const order = grantsBefore === 0 ? GRANT.first : grantsBefore <= GRANT.earlyGrants ? GRANT.early : GRANT.later;
  return scopes + (tenantWide ? GRANT.tenantWide : 0) + order;
}
function grantActivityLine(activity) {
  const { hour, day, days } = GRANT.activityScale;
  const ratio = Math.max(activity.hour / hour, activity.day / day, activity.days / days);
  if (!(ratio > 0))
    return 0;
  return Math.min(GRANT.activityMaximum, GRANT.activity * Math.log10(1 + ratio)) + (activity.soon ? GRANT.soon : 0);
}
function grantNoveltyLine(novelty, highScopes, active) {
  const most = Math.max(novelty.grant, novelty.signIn, GRANT.appNovelty * novelty.activity);
  return Math.min(GRANT.noveltyMaximum, squash(most)) * (highScopes || active ? 1 : GRANT.idle);
}
function aftermathLine(followed) {
  return followed ? GRANT.aftermath : 0;
}

// dist/src/analytic.js
function defineAnalytic(analytic) {
  if (!/^AN\d{4}$/.test(analytic.id))
    throw new TypeError(`not an analytic id: ${analytic.id}`);
  const ids = /* @__PURE__ */ new Set();
  for (const series of analytic.series) {
    if (ids.has(series.id))
      throw new TypeError(`${analytic.id}: two series are called ${series.id}`);
    if (series.hears.length === 0)
      throw new TypeError(`${analytic.id}: series ${series.id} hears nothing`);
    ids.add(series.id);
  }
  if (analytic.series.length === 0)
    throw new TypeError(`${analytic.id}: no series`);
  return analytic;
}
function line(signal, surprise, facts) {
  return Math.abs(surprise) < 0.05 ? void 0 : { signal, surprise, ...facts };
}
function distinctOf(values) {
  const distinct = /* @__PURE__ */ new Set();
  for (const value of values)
    if (value !== void 0 && value !== "")
      distinct.add(value);
  return [...distinct];
}
function withinWords(view) {
  const minutes = Math.max(1, Math.ceil((view.end - view.start) / 6e4));
  if (minutes < 120)
    return `in ${minutes} min`;
  return minutes < 2880 ? `in ${Math.round(minutes / 60)} h` : `in ${Math.round(minutes / 1440)} days`;
}
function usualWords(view) {
  const { expected } = view.volume;
  if (expected >= 10)
    return String(Math.round(expected));
  return expected < 0.05 ? "of less than 0.05" : String(Math.round(expected * 10) / 10);
}
function counted(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}
function inARow(things) {
  const [last] = things.slice(-1);
  return things.length < 2 ? last ?? "" : `${things.slice(0, -1).join(", ")} and ${last}`;
}
function daysBefore(days) {
  return days === 0 ? "on the same day" : `${counted(days, "day")} before`;
}
function timeWords(ms) {
  const minutes = Math.round(ms / 6e4);
  return minutes < 120 ? `${minutes} min` : `${Math.round(minutes / 60)} h`;
}
function factOf(event, name) {
  const value = event.details[name];
  return typeof value === "string" && value !== "" ? value : void 0;
}

export {
  DAY,
  HOUR,
  VOLUME,
  CLOCK,
  CONCENTRATION,
  NOVELTY,
  SIGN_INS,
  TRUST,
  CONTEXT,
  CURVE,
  SEVERITY_FROM,
  BENIGN,
  concentration,
  unseenMass,
  rarityOf,
  seenSurprise,
  newSurprise,
  weightedMean,
  combined,
  lent,
  gateOf,
  noveltyLine,
  signInLine,
  newObjectsLine,
  activeTargetsLine,
  consentLine,
  roleLine,
  syncClientLine,
  mailboxesLine,
  grantLine,
  grantActivityLine,
  grantNoveltyLine,
  aftermathLine,
  defineAnalytic,
  line,
  distinctOf,
  withinWords,
  usualWords,
  counted,
  inARow,
  daysBefore,
  timeWords,
  factOf
};
