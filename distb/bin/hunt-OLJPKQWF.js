import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  readSpans
} from "./chunk-S3TETGT7.js";
import {
  checkAssignments,
  optionValues
} from "./chunk-WATUFVNI.js";
import {
  coverageOf,
  heardBy,
  lossWords
} from "./chunk-G7CZSTZO.js";
import {
  Ledger,
  People,
  emptyContext
} from "./chunk-2A6JQ4IR.js";
import {
  ATTRIBUTES,
  DAY as DAY2,
  dayOf
} from "./chunk-HMXOL7KG.js";
import {
  readEvidence
} from "./chunk-7RKEG6IH.js";
import "./chunk-OLEF4D7Q.js";
import {
  SOURCES
} from "./chunk-PKZJ77W4.js";
import "./chunk-SEKZNX7F.js";
import "./chunk-FI5JWCXQ.js";
import {
  BENIGN,
  CLOCK,
  CONCENTRATION,
  CONTEXT,
  CURVE,
  DAY,
  HOUR,
  NOVELTY,
  SEVERITY_FROM,
  SIGN_INS,
  TRUST,
  VOLUME,
  combined,
  concentration,
  counted,
  gateOf,
  inARow,
  lent,
  newSurprise,
  noveltyLine,
  rarityOf,
  roleLine,
  seenSurprise,
  signInLine,
  timeWords,
  unseenMass,
  weightedMean
} from "./chunk-FNAP42ZW.js";
import "./chunk-UGZXIX5A.js";
import "./chunk-ZZY54HAZ.js";
import "./chunk-2CJXXPZT.js";
import "./chunk-TFFH55T3.js";
import "./chunk-OTXOMCGJ.js";
import "./chunk-NFCWV5CJ.js";

// dist/src/score/score.js
var LIMIT = 100;
var LAST_SLOPE = 5;
var KNOTS = withSlopes();
var LAST = KNOTS.at(-1) ?? { sum: 0, score: 0, slope: 0 };
function scoreOf(sum) {
  if (!(sum > 0))
    return 0;
  if (sum >= LAST.sum)
    return Math.min(LIMIT - (LIMIT - LAST.score) / (1 + tailScale(sum)), 99.999999);
  let left = LAST;
  let right = LAST;
  for (const knot of KNOTS) {
    right = knot;
    if (knot.sum > sum)
      break;
    left = knot;
  }
  return between(left, right, sum);
}
function shownScore(score) {
  return Math.floor(score * 10) / 10;
}
function severityOf(score) {
  if (score >= SEVERITY_FROM.critical)
    return "critical";
  if (score >= SEVERITY_FROM.high)
    return "high";
  return score >= SEVERITY_FROM.medium ? "medium" : "low";
}
function chanceOf(sum, actorDays2, analytics = 1) {
  const [first, ...others] = BENIGN.counts;
  let [left, right] = [first, first];
  for (const count of others) {
    if (right === void 0 || left !== right && sum < right.sum)
      break;
    left = right;
    right = count;
  }
  if (left === void 0 || right === void 0)
    return 0;
  const slope = Math.log10(right.findings / left.findings) / (right.sum - left.sum);
  const findings = 10 ** (Math.log10(left.findings) + slope * (Math.max(0, sum) - left.sum));
  return findings * (Math.max(1, actorDays2) / BENIGN.actorDays) * (analytics / BENIGN.analytics);
}
function tailScale(sum) {
  return (sum - LAST.sum) * LAST_SLOPE / (LIMIT - LAST.score);
}
function between(left, right, sum) {
  const h = right.sum - left.sum;
  if (h === 0)
    return left.score;
  const t = (sum - left.sum) / h;
  const u = 1 - t;
  return u * u * (1 + 2 * t) * left.score + t * t * (1 + 2 * u) * right.score + t * u * u * h * left.slope - t * t * u * h * right.slope;
}
function withSlopes() {
  return CURVE.map((knot, i) => {
    const left = CURVE[i - 1];
    const right = CURVE[i + 1];
    if (left === void 0)
      return { ...knot, slope: 0 };
    if (right === void 0)
      return { ...knot, slope: LAST_SLOPE };
    const before = knot.sum - left.sum;
    const after = right.sum - knot.sum;
    const weights = [2 * after + before, after + 2 * before];
    const rising = (knot.score - left.score) / before;
    const next = (right.score - knot.score) / after;
    return { ...knot, slope: (weights[0] + weights[1]) / (weights[0] / rising + weights[1] / next) };
  });
}

// dist/src/hunt/caveats.js
var LITTLE_HISTORY = 5;
var JUDGED_BY = {
  self: "judged by what is usual for the account itself",
  peers: "judged by what is usual for the peers",
  organisation: "judged by what is usual in the organisation",
  none: "and too little is known of others to judge by"
};
function caveatsOf(gathered, base) {
  const truncated = gathered.read.inputs.filter(({ summary }) => summary.truncated).map(({ summary }) => summary.file);
  return (verdict, platforms) => {
    const caveats = [];
    const { days } = verdict.view.volume;
    if (verdict.series.anchor === void 0 && days < LITTLE_HISTORY) {
      caveats.push(`cold start: ${counted(days, "day")} of history; ${JUDGED_BY[verdict.view.volume.of]}`);
    }
    for (const platform of platforms) {
      for (const format of [...gathered.formats.get(platform)?.values() ?? []].toSorted((a, b) => a.id < b.id ? -1 : 1)) {
        if (format.lacks !== void 0 && format.lacks.length > 0)
          caveats.push(lossWords(format));
      }
      const heard = new Set(verdict.series.hears);
      for (const spot of base.sources.get(platform)?.blindSpots ?? []) {
        if (spot.kind === "sampling" && spot.activities.some((activity) => heard.has(activity)))
          caveats.push(spot.text);
      }
    }
    if (base.ledger.last - verdict.view.end < DAY2 / 24)
      caveats.push("the evidence ends within an hour of this window: what came afterwards is not in it");
    if (truncated.length > 0)
      caveats.push(`cut off: ${truncated.join(", ")}`);
    if (!hasSignIns(base, verdict))
      caveats.push("no sign-ins of this account are in the evidence");
    return caveats;
  };
}
function hasSignIns(base, verdict) {
  return base.rows.ofPerson(verdict.actor, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY).some((row) => base.ledger.activity(row) === "login" || base.ledger.activity(row) === "login.failed");
}

// dist/src/hunt/calendar.js
var Calendar = class {
  #days = /* @__PURE__ */ new Map();
  /** The same by list: a subject asks with its own one again and again. */
  #known = /* @__PURE__ */ new WeakMap();
  #ledger;
  constructor(ledger) {
    this.#ledger = ledger;
  }
  /** Sorted days on which at least one of the platforms delivered something. */
  days(platforms) {
    let days = this.#known.get(platforms);
    if (days === void 0) {
      days = this.#joined(platforms);
      this.#known.set(platforms, days);
    }
    return days;
  }
  #joined(platforms) {
    const key2 = platforms.toSorted().join("+");
    const known = this.#days.get(key2);
    if (known !== void 0)
      return known;
    const all = /* @__PURE__ */ new Set();
    for (const platform of platforms)
      for (const day of this.#ledger.days.get(platform)?.keys() ?? [])
        all.add(day);
    const sorted = [...all].toSorted((a, b) => a - b);
    this.#days.set(key2, sorted);
    return sorted;
  }
  /** Number of delivered days d with from <= d < before. */
  count(platforms, from, before) {
    const days = this.days(platforms);
    return Math.max(0, lowerBound(days, before) - lowerBound(days, from));
  }
};
function lowerBound(ascending, value) {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = low + high >>> 1;
    if ((ascending[middle] ?? 0) < value)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

// dist/src/hunt/novelty.js
var JOINER_SHARE = 0.5;
var CROWD_LEAST = 5;
var CROWD_SHARE = 0.03;
var NOTHING = { surprise: 0, isNew: false, holders: 0 };
var NoveltyTable = class {
  #attribute;
  /** Value → for each holder the first day, ascending. */
  #firstDays = /* @__PURE__ */ new Map();
  /** Person → value → days ascending. */
  #days = /* @__PURE__ */ new Map();
  #tables = /* @__PURE__ */ new Map();
  /** What was asked last: windows are judged person by person and day by day. */
  #person;
  #day = Number.NaN;
  #past = { total: 0, counts: [], values: /* @__PURE__ */ new Map() };
  #answers = /* @__PURE__ */ new Map();
  constructor(people, attribute) {
    this.#attribute = ATTRIBUTES.indexOf(attribute);
    for (const person of people.all) {
      const values = people.profile(person)?.values[this.#attribute];
      if (values === void 0 || values.size === 0)
        continue;
      const own = /* @__PURE__ */ new Map();
      for (const [value, days] of values) {
        const sorted = days.toSorted((a, b) => a - b);
        own.set(value, sorted);
        const firsts = this.#firstDays.get(value);
        if (firsts === void 0)
          this.#firstDays.set(value, [sorted[0] ?? 0]);
        else
          firsts.push(sorted[0] ?? 0);
      }
      this.#days.set(person, own);
    }
    for (const firsts of this.#firstDays.values())
      firsts.sort((a, b) => a - b);
  }
  /** How new a value is to a person on a day. */
  newness(person, value, day) {
    if (value === 0)
      return NOTHING;
    if (this.#person !== person || this.#day !== day) {
      this.#person = person;
      this.#day = day;
      this.#past = pastOf(this.#days.get(person), day);
      this.#answers.clear();
    }
    const known = this.#answers.get(value);
    if (known !== void 0)
      return known;
    const answer = this.#answer(value, day, this.#past);
    this.#answers.set(value, answer);
    return answer;
  }
  #answer(value, day, { total, counts, values }) {
    const table = this.#table(day);
    const firstDays = this.#firstDays.get(value) ?? [];
    const before = lowerBound(firstDays, day);
    const today = lowerBound(firstDays, day + 1) - before;
    const holders = today > Math.max(CROWD_LEAST, CROWD_SHARE * this.#days.size) ? before + today : before;
    const count = values.get(value) ?? 0;
    const enough = table.firsts >= NOVELTY.minimumFirsts;
    if (count > 0)
      return { surprise: enough ? seenSurprise({ total, counts }, count, table.concentration) : 0, isNew: false, holders };
    if (!enough)
      return { surprise: 0, isNew: true, holders };
    const asCommon = table.atMost[Math.min(holders, table.atMost.length - 1)] ?? 0;
    const rarity = rarityOf(unseenMass(table.singles, table.firsts), asCommon / table.firsts);
    const share = total === 0 ? JOINER_SHARE : 1;
    return { surprise: share * newSurprise(total, table.concentration, rarity), isNew: true, holders };
  }
  /** The first day on which anybody showed the value; undefined when nobody ever did. */
  firstDay(value) {
    return this.#firstDays.get(value)?.[0];
  }
  /** How many people had shown the value before a day. */
  holders(value, day) {
    return lowerBound(this.#firstDays.get(value) ?? [], day);
  }
  #table(day) {
    const known = this.#tables.get(day);
    if (known !== void 0)
      return known;
    const byHolders = [];
    let firsts = 0;
    let singles = 0;
    for (const days of this.#firstDays.values()) {
      const holders = lowerBound(days, day);
      if (holders === 0)
        continue;
      byHolders[holders] = (byHolders[holders] ?? 0) + holders;
      firsts += holders;
      if (holders === 1)
        singles += 1;
    }
    const atMost = [0];
    for (let holders = 1; holders < byHolders.length; holders += 1)
      atMost.push((atMost[holders - 1] ?? 0) + (byHolders[holders] ?? 0));
    const pairs = [...this.#days].map(([, values]) => sumBefore(values, day)).filter((n) => n > 0);
    const attribute = ATTRIBUTES[this.#attribute] ?? "network";
    const table = { concentration: concentration(pairs, firsts, CONCENTRATION[attribute]), firsts, singles, atMost };
    this.#tables.set(day, table);
    return table;
  }
};
function pastOf(own, day) {
  const values = /* @__PURE__ */ new Map();
  let total = 0;
  for (const [value, days] of own ?? []) {
    const before = lowerBound(days, day);
    if (before === 0)
      continue;
    values.set(value, before);
    total += before;
  }
  return { total, counts: [...values.values()], values };
}
function sumBefore(values, day) {
  let sum = 0;
  for (const days of values.values())
    sum += lowerBound(days, day);
  return sum;
}

// dist/src/score/clock.js
var HOURS = 24;
var SLOTS = 2 * HOURS;
var WEEK_HOURS = 7 * HOURS;
var WEEK = 7 * DAY;
var WEEKDAYS = 5;
var WEEKEND_DAYS = 2;
var EPOCH_OFFSET = 3 * DAY;
var EVEN = new Float64Array(WEEK_HOURS).fill(1 / HOURS);
var ClockProfile = class {
  #slots = new Float64Array(SLOTS);
  #total = 0;
  #days = 0;
  /** Active days added. */
  get days() {
    return this.#days;
  }
  /**
   * @param time epoch ms
   * @param weight >= 0
   * @param newDay whether this is the first of an active day
   */
  add(time, weight, newDay) {
    const hour = weekHour(time);
    const slot = (hour >= WEEKDAYS * HOURS ? HOURS : 0) + hour % HOURS;
    this.#slots[slot] = (this.#slots[slot] ?? 0) + weight;
    this.#total += weight;
    if (newDay)
      this.#days += 1;
  }
  /**
   * What can be expected of each hour: own shares, smoothed over neighbouring hours, mixed by days with 6 pseudo-days of the
   * organisation's clock. The organisation's own clock (none given) is mixed with 2 pseudo-days of an even spread instead.
   */
  clock(organisation) {
    const pseudo = organisation === void 0 ? CLOCK.evenDays : CLOCK.organisationDays;
    const base = organisation === void 0 ? EVEN : organisation.hours;
    const own = this.#total > 0 ? this.#days / (this.#days + pseudo) : 0;
    const hours = new Float64Array(WEEK_HOURS);
    for (let hour = 0; hour < WEEK_HOURS; hour += 1) {
      hours[hour] = own * this.#density(hour) + (1 - own) * (base[hour] ?? 0);
    }
    return new Clock(hours);
  }
  // Share of an average day that falls into this hour of the week: a weekday's slot is spread over five days, a weekend's
  // over two.
  #density(hour) {
    if (this.#total === 0)
      return 0;
    const weekend = hour >= WEEKDAYS * HOURS;
    const first = weekend ? HOURS : 0;
    const [before, at, after] = CLOCK.smoothing;
    const of = (h2) => this.#slots[first + (h2 + HOURS) % HOURS] ?? 0;
    const h = hour % HOURS;
    const smooth = before * of(h - 1) + at * of(h) + after * of(h + 1);
    return smooth / this.#total * 7 / (weekend ? WEEKEND_DAYS : WEEKDAYS);
  }
};
var Clock = class {
  /** Share of an average day in each hour of the week from Monday 00:00 UTC; sums to 7. */
  hours;
  #until = new Float64Array(WEEK_HOURS + 1);
  constructor(hours) {
    this.hours = hours;
    for (let hour = 0; hour < WEEK_HOURS; hour += 1)
      this.#until[hour + 1] = (this.#until[hour] ?? 0) + (hours[hour] ?? 0);
  }
  /**
   * Share of an average day that falls into [start, end), epoch ms: 1 for an average day, at least 1e-4. Windows longer than
   * two days count as their length in days.
   */
  integral(start, end) {
    const length = end - start;
    if (length > CLOCK.longest)
      return length / DAY;
    const from = intoWeek(start);
    const to = from + Math.max(0, length);
    const share = to < WEEK ? this.#at(to) - this.#at(from) : (this.#until[WEEK_HOURS] ?? 0) - this.#at(from) + this.#at(to - WEEK);
    return Math.max(CLOCK.minimum, share);
  }
  #at(ms) {
    const hour = Math.floor(ms / HOUR);
    return (this.#until[hour] ?? 0) + (ms - hour * HOUR) / HOUR * (this.hours[hour] ?? 0);
  }
};
function intoWeek(time) {
  return ((time + EPOCH_OFFSET) % WEEK + WEEK) % WEEK;
}
function weekHour(time) {
  return Math.floor(intoWeek(time) / HOUR);
}

// dist/src/hunt/rhythm.js
var HOUR2 = 36e5;
var Rhythm = class {
  #people;
  /** Day → how many people were active in each hour. */
  #crowd = /* @__PURE__ */ new Map();
  #organisations = /* @__PURE__ */ new Map();
  /** Whose clocks are kept: windows are judged person by person, and everybody's clocks of every day would fill the memory. */
  #person;
  #own = /* @__PURE__ */ new Map();
  constructor(people) {
    this.#people = people;
    for (const person of people.all) {
      for (const [day, mask] of people.profile(person)?.hours ?? []) {
        const hours = this.#crowd.get(day) ?? new Float64Array(24);
        this.#crowd.set(day, hours);
        for (let hour = 0; hour < 24; hour += 1)
          if ((mask & 1 << hour) !== 0)
            hours[hour] = (hours[hour] ?? 0) + 1;
      }
    }
  }
  /** The person's clock from what lies before the day. */
  clock(person, day) {
    if (this.#person !== person) {
      this.#own.clear();
      this.#person = person;
    }
    const known = this.#own.get(day);
    if (known !== void 0)
      return known;
    const profile = new ClockProfile();
    const hours = [...this.#people.profile(person)?.hours ?? []].filter(([active]) => active < day).toSorted(([a], [b]) => a - b);
    for (const [active, mask] of hours)
      addDay(profile, active, (hour) => (mask & 1 << hour) === 0 ? 0 : 1);
    const clock = profile.clock(this.#organisation(day));
    this.#own.set(day, clock);
    return clock;
  }
  #organisation(day) {
    const known = this.#organisations.get(day);
    if (known !== void 0)
      return known;
    const profile = new ClockProfile();
    for (const active of [...this.#crowd.keys()].filter((other) => other < day).toSorted((a, b) => a - b)) {
      const hours = this.#crowd.get(active);
      addDay(profile, active, (hour) => hours?.[hour] ?? 0);
    }
    const clock = profile.clock();
    this.#organisations.set(day, clock);
    return clock;
  }
};
function addDay(profile, day, weight) {
  let first = true;
  for (let hour = 0; hour < 24; hour += 1) {
    const own = weight(hour);
    if (own === 0)
      continue;
    profile.add(day * DAY2 + hour * HOUR2, own, first);
    first = false;
  }
}

// dist/src/hunt/row-index.js
var RowIndex = class {
  #ledger;
  #people;
  #byPerson = /* @__PURE__ */ new Map();
  #byApp = /* @__PURE__ */ new Map();
  #byTarget = /* @__PURE__ */ new Map();
  #all;
  constructor(ledger, people, order) {
    this.#ledger = ledger;
    this.#people = people;
    this.#all = [...order];
    for (const row of order) {
      const actor = ledger.actor(row);
      if (actor !== "")
        push(this.#byPerson, people.personOf(actor), row);
      push(this.#byApp, ledger.app(row), row);
      push(this.#byTarget, ledger.target(row), row);
    }
  }
  /** Rows of a person with from <= time < to, by time. */
  ofPerson(person, from, to) {
    return this.#between(this.#byPerson.get(person) ?? [], from, to);
  }
  /** Rows that match a query, by time. */
  rows(query) {
    const lists = [
      query.person === void 0 ? this.#all : this.#byPerson.get(query.person) ?? [],
      query.app === void 0 ? this.#all : this.#byApp.get(query.app) ?? [],
      query.target === void 0 ? this.#all : this.#byTarget.get(query.target) ?? []
    ];
    const shortest = lists.reduce((a, b) => b.length < a.length ? b : a);
    const found = [];
    const end = this.#firstAt(shortest, query.to);
    for (let at = this.#firstAt(shortest, query.from); at < end; at += 1) {
      const row = shortest[at] ?? 0;
      if (query.activities.includes(this.#ledger.activity(row)) && this.#fits(row, query))
        found.push(row);
    }
    return found;
  }
  /** The event of a row, with its person. */
  event(row) {
    return this.#ledger.event(row, (id) => this.#people.personOf(id));
  }
  #between(rows, from, to) {
    return rows.slice(this.#firstAt(rows, from), this.#firstAt(rows, to));
  }
  #fits(row, query) {
    return (query.person === void 0 || this.#people.personOf(this.#ledger.actor(row)) === query.person) && (query.app === void 0 || this.#ledger.app(row) === query.app) && (query.target === void 0 || this.#ledger.target(row) === query.target);
  }
  /** Index of the first row that is not before a time. */
  #firstAt(rows, time) {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = low + high >>> 1;
      if (this.#ledger.time(rows[middle] ?? 0) < time)
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }
};
function push(lists, key2, row) {
  if (key2 === void 0)
    return;
  const list = lists.get(key2);
  if (list === void 0)
    lists.set(key2, [row]);
  else
    list.push(row);
}

// dist/src/hunt/evidence-base.js
var ROUND_THE_CLOCK = 18;
var ROUND_THE_CLOCK_DAYS = 5;
function evidenceBase(ledger, context, sources) {
  const people = new People(ledger, context);
  const order = ledger.sorted();
  const rows = new RowIndex(ledger, people, order);
  const tables = /* @__PURE__ */ new Map();
  const trust = /* @__PURE__ */ new Map();
  const pushers = new Set([...ledger.pushers].map((id) => people.personOf(id)));
  return {
    ledger,
    context,
    people,
    calendar: new Calendar(ledger),
    rhythm: new Rhythm(people),
    rows,
    order,
    sources: new Map(sources.map((source) => [source.id, source])),
    novelty(attribute) {
      const known = tables.get(attribute);
      if (known !== void 0)
        return known;
      const table = new NoveltyTable(people, attribute);
      tables.set(attribute, table);
      return table;
    },
    trusted(ip) {
      if (ip === void 0)
        return false;
      let known = trust.get(ip);
      if (known === void 0) {
        known = context.network(ip) !== void 0;
        trust.set(ip, known);
      }
      return known;
    },
    inferred: (person) => ({
      developer: pushers.size === 0 ? void 0 : pushers.has(person),
      service: roundTheClock(people.profile(person)?.hours ?? /* @__PURE__ */ new Map())
    })
  };
}
function roundTheClock(hours) {
  if (hours.size < ROUND_THE_CLOCK_DAYS)
    return false;
  let total = 0;
  for (const mask of hours.values())
    total += bits(mask);
  return total / hours.size >= ROUND_THE_CLOCK;
}
function bits(mask) {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1)
    count += 1;
  return count;
}
function attributeIndex(attribute) {
  return ATTRIBUTES.indexOf(attribute);
}

// dist/src/hunt/gather.js
async function gather(request, sources, heard) {
  const ledger = new Ledger(heard, request.geography);
  const formats = /* @__PURE__ */ new Map();
  const read = await readEvidence(request, sources, (event, place, tie, format, file) => {
    if (ledger.files[place.file] === void 0)
      ledger.files[place.file] = file;
    let known = formats.get(event.platform);
    if (known === void 0) {
      known = /* @__PURE__ */ new Map();
      formats.set(event.platform, known);
    }
    known.set(format.id, format);
    ledger.hear(event, place, tie);
  });
  return { ledger, read, formats };
}

// dist/src/hunt/hashes.js
import { createHash } from "node:crypto";
async function withHashes(drafts, files) {
  const wanted = /* @__PURE__ */ new Map();
  for (const place of drafts.flatMap(({ places }) => places)) {
    const spans = wanted.get(place.file) ?? /* @__PURE__ */ new Map();
    wanted.set(place.file, spans);
    spans.set(key(place), place);
  }
  const hashes = /* @__PURE__ */ new Map();
  for (const [file, spans] of [...wanted].toSorted(([a], [b]) => a - b)) {
    const places = [...spans.values()].toSorted((a, b) => a.offset - b.offset);
    const records = await readSpans(files[file] ?? "", places).catch(() => []);
    for (const [index, record] of records.entries()) {
      const place = places[index];
      if (place !== void 0 && record.length === place.length)
        hashes.set(`${file}
${key(place)}`, createHash("sha256").update(record).digest("hex"));
    }
  }
  return drafts.map(({ finding, places }) => ({
    ...finding,
    evidence: {
      count: finding.evidence.count,
      sample: finding.evidence.sample.map((ref, index) => hashed(ref, places[index], hashes))
    }
  }));
}
function hashed(ref, place, hashes) {
  const sha256 = place === void 0 ? void 0 : hashes.get(`${place.file}
${key(place)}`);
  return sha256 === void 0 ? ref : { ...ref, sha256 };
}
function key(place) {
  return `${place.offset}:${place.length}`;
}

// dist/src/hunt/entities.js
var History = class {
  /** Days with events, ascending. */
  days;
  #sums;
  /** Bucket length → sums of squared bucket weights up to each day. */
  #squares;
  constructor(times, weights, lengths) {
    const days = [];
    const sums = [];
    for (let index = 0; index < times.length; index += 1) {
      const day = dayOf(times[index] ?? 0);
      if (days.at(-1) !== day) {
        days.push(day);
        sums.push(sums.at(-1) ?? 0);
      }
      sums[sums.length - 1] = (sums.at(-1) ?? 0) + (weights[index] ?? 0);
    }
    this.days = days;
    this.#sums = sums;
    this.#squares = new Map(lengths.map((length) => [length, squaresByDay(times, weights, length, days)]));
  }
  /** Weight on days d with from <= d < before. */
  weight(from, before) {
    return cumulated(this.#sums, this.days, before) - cumulated(this.#sums, this.days, from);
  }
  /** Sum of the squared weights of buckets of a length that end before a day. */
  squares(length, from, before) {
    const squares = this.#squares.get(length) ?? [];
    return cumulated(squares, this.days, before) - cumulated(squares, this.days, from);
  }
};
function cumulated(sums, days, before) {
  const index = lowerBound(days, before);
  return index === 0 ? 0 : sums[index - 1] ?? 0;
}
function squaresByDay(times, weights, length, days) {
  const squares = new Array(days.length).fill(0);
  let bucket = Number.NaN;
  let sum = 0;
  let at = 0;
  for (let index = 0; index <= times.length; index += 1) {
    const time = times[index];
    const own = time === void 0 ? Number.NaN : Math.floor(time / length);
    if (own !== bucket) {
      squares[at] = (squares[at] ?? 0) + sum * sum;
      sum = 0;
      bucket = own;
    }
    if (time === void 0)
      break;
    while ((days[at] ?? 0) < dayOf(time))
      at += 1;
    sum += weights[index] ?? 0;
  }
  let total = 0;
  return squares.map((square) => {
    total += square;
    return total;
  });
}
function collectEntities(series, ledger, people, rows) {
  const hears = new Set(series.hears);
  const found = /* @__PURE__ */ new Map();
  const person = (id) => people.personOf(id);
  for (const row of rows.order) {
    if (!hears.has(ledger.activity(row)))
      continue;
    const event = ledger.event(row, person);
    const key2 = series.subject(event);
    if (key2 === void 0)
      continue;
    let entity = found.get(key2);
    if (entity === void 0) {
      entity = { rows: [], times: [], weights: [], values: series.distinct === void 0 ? void 0 : [], platforms: /* @__PURE__ */ new Set() };
      found.set(key2, entity);
    }
    take(entity, row, event, series);
  }
  return [...found].toSorted(([a], [b]) => a < b ? -1 : 1).map(([key2, entity]) => {
    const times = Float64Array.from(entity.times);
    const weights = Float64Array.from(entity.weights);
    return {
      key: key2,
      person: key2.split("\n", 1)[0] ?? key2,
      platforms: [...entity.platforms].toSorted(),
      rows: entity.rows,
      times,
      weights: entity.values === void 0 ? weights : firstsOfDay(times, entity.values),
      values: entity.values,
      history: new History(times, entity.values === void 0 ? weights : firstsOfDay(times, entity.values), rows.lengths)
    };
  });
}
function take(entity, row, event, series) {
  entity.rows.push(row);
  entity.times.push(event.time);
  entity.weights.push(series.weight?.(event) ?? event.items);
  entity.values?.push(series.distinct?.(event));
  entity.platforms.add(event.platform);
}
function firstsOfDay(times, values) {
  const weights = new Float64Array(times.length);
  let day = Number.NaN;
  const met = /* @__PURE__ */ new Set();
  for (let index = 0; index < times.length; index += 1) {
    const own = Math.floor((times[index] ?? 0) / DAY2);
    if (own !== day) {
      met.clear();
      day = own;
    }
    const value = values[index];
    if (value === void 0 || met.has(value))
      continue;
    met.add(value);
    weights[index] = 1;
  }
  return weights;
}

// dist/src/hunt/excuses.js
var USUAL_EXCUSES = {
  ticket: CONTEXT.excused,
  app: CONTEXT.excused,
  service: CONTEXT.serviceAccount,
  network: TRUST.network
};
var SERVICE_NOVELTY = 1;
var SERVICE_DAYS = 5;
function excuse(view, base, novelty) {
  const weights = view.series.excuses ?? USUAL_EXCUSES;
  const lines = [];
  const notes = [];
  const say = (note, line) => {
    notes.push(note);
    if (line !== void 0 && line.surprise !== 0)
      lines.push({ signal: "context", expected: 0, text: note.text, ...line });
  };
  ticket(view, base, weights, say);
  approval(view, base, weights, say, lines.length > 0 && view.series.excuses === void 0);
  service(view, weights, say, novelty);
  trusted(view, base, weights, say);
  return { lines, notes };
}
function ticket(view, base, weights, say) {
  const names = base.people.namesOf(view.actor);
  const covered = /* @__PURE__ */ new Map();
  const texts = /* @__PURE__ */ new Map();
  for (const event of view.events) {
    for (const change of base.context.changes(names, event.activity, event.time)) {
      covered.set(change.ref, (covered.get(change.ref) ?? 0) + 1);
      texts.set(change.ref, `${change.id}${change.note === void 0 ? "" : `: ${change.note}`}`);
    }
  }
  const [best] = [...covered].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (best === void 0)
    return;
  const [ref, count] = best;
  const share = count / view.events.length;
  const text = `change ticket ${texts.get(ref)} covers ${count} of ${view.events.length} events`;
  if (share < 0.5)
    say({ kind: "change", ref, effect: "none", text: `${text}: too few to excuse the rest` });
  else
    say({ kind: "change", ref, effect: "lowered", text }, { observed: count, unit: "events", surprise: weights.ticket });
}
function approval(view, base, weights, say, alreadyExcused) {
  const counts = /* @__PURE__ */ new Map();
  for (const event of view.events) {
    const app = event.app ?? (event.targetType === "app" ? event.target : void 0);
    if (app !== void 0)
      counts.set(app, (counts.get(app) ?? 0) + 1);
  }
  const [best] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (best === void 0 || best[1] * 2 < view.events.length)
    return;
  const listed = view.approval(best[0]);
  if (listed === void 0)
    return;
  const name = base.ledger.appNames.get(best[0]) ?? best[0];
  if (listed.expired) {
    say({ kind: "approved-app", ref: listed.ref, effect: "none", text: `${name} was approved, but its review date has passed` });
    return;
  }
  const beyond = beyondApproval(view, listed.scopes);
  if (beyond.length > 0) {
    say({
      kind: "approved-app",
      ref: listed.ref,
      effect: "none",
      text: `${name} is approved, but not for ${beyond.slice(0, 3).join(", ")}`
    });
    return;
  }
  const text = `${name} is an approved app`;
  say({ kind: "approved-app", ref: listed.ref, effect: "lowered", text }, { observed: best[1], unit: "events", surprise: alreadyExcused ? 0 : weights.app });
}
function beyondApproval(view, allowed) {
  if (allowed.length === 0)
    return [];
  const known = new Set(allowed.map((scope) => scope.toLowerCase()));
  const asked = view.events.flatMap((event) => String(event.details["scopes"] ?? "").split(" ")).filter((scope) => scope !== "");
  return [...new Set(asked)].filter((scope) => !known.has(scope.toLowerCase())).toSorted();
}
function service(view, weights, say, novelty) {
  const declared = view.person?.accountType === "service" || view.person?.accountType === "service-account";
  const typed = view.events[0]?.actorType === "service";
  if (!declared && !typed && !view.inferred.service)
    return;
  const ref = declared ? view.person?.ref ?? "inferred" : "inferred";
  const how = declared ? "a service account" : typed ? "a service account (the log says so)" : "active round the clock: taken for a service account (inferred)";
  if (novelty >= SERVICE_NOVELTY && view.volume.days >= SERVICE_DAYS) {
    say({ kind: "service-account", ref, effect: "lowered", text: `${how}, but from surroundings new to it: excused in part only` }, { observed: 1, unit: "account", surprise: weights.service / 2 });
    return;
  }
  say({ kind: "service-account", ref, effect: "lowered", text: how }, { observed: 1, unit: "account", surprise: weights.service });
}
function trusted(view, base, weights, say) {
  let count = 0;
  let addressed = 0;
  let named;
  for (const event of view.events) {
    if (event.ip === void 0)
      continue;
    addressed += 1;
    const network = base.context.network(event.ip);
    if (network === void 0)
      continue;
    count += 1;
    named ??= network;
  }
  if (named === void 0 || addressed === 0)
    return;
  const share = count / view.events.length;
  const text = `${count} of ${view.events.length} events from ${named.name ?? named.cidr}, a trusted network`;
  say({ kind: "trusted-network", ref: named.ref, effect: "lowered", text }, { observed: count, unit: "events", surprise: weights.network * share });
}

// dist/src/score/beta.js
var LN10 = Math.LN10;
var HALF_LN_2PI = 0.9189385332046727;
var MAXIMUM_STEPS = 1e4;
var PRECISION = 1e-15;
var TINY = 1e-300;
var LANCZOS = [
  676.5203681218851,
  -1259.1392167224028,
  771.3234287776531,
  -176.6150291621406,
  12.507343278686905,
  -0.13857109526572012,
  9984369578019572e-21,
  15056327351493116e-23
];
function logGamma(x) {
  if (x >= 10)
    return (x - 0.5) * Math.log(x) - x + HALF_LN_2PI + stirlingRest(x);
  if (x < 0.5)
    return logGamma(x + 1) - Math.log(x);
  const z = x - 1;
  let sum = 0.9999999999998099;
  for (let i = 0; i < LANCZOS.length; i += 1)
    sum += (LANCZOS[i] ?? 0) / (z + i + 1);
  const t = z + 7.5;
  return HALF_LN_2PI + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}
function logBeta(a, b) {
  const p = Math.min(a, b);
  const q = Math.max(a, b);
  if (q < 10)
    return logGamma(p) + logGamma(q) - logGamma(p + q);
  return logGamma(p) + p - p * Math.log(q) - (p + q - 0.5) * Math.log1p(p / q) + stirlingRest(q) - stirlingRest(p + q);
}
function log10RegularisedBeta(x, a, b, complement = 1 - x) {
  if (x <= 0)
    return -Infinity;
  if (complement <= 0)
    return 0;
  const front = a * logOf(x, complement) + b * logOf(complement, x) - logBeta(a, b);
  if (x < (a + 1) / (a + b + 2))
    return (front + Math.log(fraction(x, a, b) / a)) / LN10;
  const rest = Math.exp(front) * (fraction(complement, b, a) / b);
  return rest >= 1 ? -Infinity : Math.log1p(-rest) / LN10;
}
function logOf(x, complement) {
  return complement < 0.5 ? Math.log1p(-complement) : Math.log(x);
}
function stirlingRest(x) {
  const y = 1 / (x * x);
  return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - y * 691 / 360360))))) / x;
}
function fraction(x, a, b) {
  let c = 1;
  let d = 1 / guarded(1 - (a + b) * x / (a + 1));
  let h = d;
  for (let m = 1; m <= MAXIMUM_STEPS; m += 1) {
    const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guarded(1 + even * d);
    c = guarded(1 + even / c);
    h *= d * c;
    const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guarded(1 + odd * d);
    c = guarded(1 + odd / c);
    const change = d * c;
    h *= change;
    if (Math.abs(change - 1) < PRECISION)
      break;
  }
  return h;
}
function guarded(value) {
  return Math.abs(value) < TINY ? TINY : value;
}

// dist/src/score/negative-binomial.js
var POISSON_SIZE = 1e15;
var LEAST_MEAN = 1e-12;
function tailSurprise(n, mean, size) {
  if (!(n > 0))
    return 0;
  const mu = Math.max(LEAST_MEAN, mean || 0);
  const r = Math.min(size, POISSON_SIZE);
  const total = mu + r;
  return Math.max(0, -log10RegularisedBeta(mu / total, n, r, r / total));
}

// dist/src/score/volume.js
function compress(v, lengths) {
  return VOLUME.compression * Math.log10(1 + Math.max(0, v)) - Math.log10(Math.max(1, lengths));
}
var WEAK = { a: VOLUME.weak.shape, b: VOLUME.weak.days };
function gammaPrior(rates) {
  const known = [];
  for (const { weight, days } of rates)
    if (days >= VOLUME.priorMinimumDays)
      known.push({ rate: weight / days, days });
  known.sort((left, right) => left.rate - right.rate || left.days - right.days);
  if (known.length < VOLUME.priorMinimumEntities)
    return WEAK;
  known.length -= Math.ceil(known.length * VOLUME.priorDropped);
  const n = known.length;
  let sum = 0;
  let noise = 0;
  for (const { rate, days } of known) {
    sum += rate;
    noise += rate / days;
  }
  const mean = sum / n;
  if (!(mean > 0))
    return WEAK;
  let squares = 0;
  for (const { rate } of known)
    squares += (rate - mean) ** 2;
  const spread = Math.max((squares - noise) / n, VOLUME.priorMinimumSpread * mean * mean);
  return { a: mean * mean / spread, b: mean / spread };
}
var NOTHING2 = { excess: 0, scale: 0 };
function dispersionTerms(sums) {
  if (sums.buckets <= 0 || sums.weight > VOLUME.dispersionMaximumRate * sums.days)
    return NOTHING2;
  const scale = sums.weight * sums.weight / sums.buckets;
  return { excess: sums.squares - scale - sums.weight, scale };
}
function dispersionOf(excess, scale) {
  return scale > 0 ? Math.max(VOLUME.dispersionMinimum, excess / scale) : VOLUME.dispersionMinimum;
}
function posteriorMean(prior, weight, days, share) {
  return (prior.a + weight) / (prior.b + days) * share;
}
function sizeOf(a, weight, phi) {
  return 1 / (1 / (a + weight) + phi);
}

// dist/src/hunt/volume-model.js
var OWN_DAYS = 5;
var COLD_DAYS = 3;
var COLD_SHARE = 0.2;
var VolumeModel = class {
  #entities;
  #lengths;
  #people;
  #calendar;
  #rhythm;
  /** History that counts, in days. */
  #reach;
  #models = /* @__PURE__ */ new Map();
  constructor(entities, lengths, evidence, baseline) {
    this.#entities = entities;
    this.#lengths = lengths;
    this.#people = evidence.people;
    this.#calendar = evidence.calendar;
    this.#rhythm = evidence.rhythm;
    this.#reach = baseline === void 0 ? Number.POSITIVE_INFINITY : Math.max(1, Math.round(baseline / DAY2));
  }
  /**
   * How odd the window's count is.
   * @param before on how many earlier days the subject did as much within the same length: what somebody has done before, they may do again, so
   * the tail is not taken to be thinner than those days say
   */
  volume(entity, window, before = 0) {
    const model = this.#model(window.day);
    const { days, weight } = this.#past(entity, window.day);
    const peers = model.groups.get(this.#group(entity));
    const prior = peers ?? model.organisation;
    const end = (entity.times[window.to - 1] ?? 0) + 1;
    const share = this.#rhythm.clock(entity.person, window.day).integral(end - window.length, end);
    const expected = posteriorMean(prior, weight, days, share);
    const size = sizeOf(prior.a, weight, model.phi.get(window.length) ?? VOLUME.dispersionMinimum);
    const evidenceDays = this.#calendar.count(entity.platforms, Number.NEGATIVE_INFINITY, window.day);
    const own = days >= OWN_DAYS ? "self" : peers !== void 0 ? "peers" : model.known >= VOLUME.priorMinimumEntities ? "organisation" : "none";
    return {
      observed: window.count,
      expected,
      surprise: compress(Math.min(tailSurprise(window.count, expected, size), ownSurprise(before, days)), this.#lengths.length) * Math.min(1, Math.max(COLD_SHARE, evidenceDays / COLD_DAYS)),
      evidenceDays,
      days,
      windows: Math.floor(days * DAY2 / window.length),
      largest: 0,
      of: own
    };
  }
  /** Mean for a span of time as known on a day: for charts. */
  expected(entity, day, start, end) {
    const model = this.#model(day);
    const { days, weight } = this.#past(entity, day);
    const prior = model.groups.get(this.#group(entity)) ?? model.organisation;
    return posteriorMean(prior, weight, days, this.#rhythm.clock(entity.person, day).integral(start, end));
  }
  #past(entity, day) {
    const first = Math.min(this.#people.firstDay(entity.person) ?? day, entity.history.days[0] ?? day);
    const from = Math.max(first, day - this.#reach);
    return { days: this.#calendar.count(entity.platforms, from, day), weight: entity.history.weight(from, day) };
  }
  #group(entity) {
    const person = this.#people.declared(entity.person);
    return person === void 0 ? "" : `${person.department ?? ""}
${person.role ?? ""}`;
  }
  #model(day) {
    const known = this.#models.get(day);
    if (known !== void 0)
      return known;
    const rates = [];
    const sums = new Map(this.#lengths.map((length) => [length, { excess: 0, scale: 0 }]));
    for (const entity of this.#entities) {
      const past = this.#past(entity, day);
      if (past.days === 0)
        continue;
      rates.push({ ...past, group: this.#group(entity) });
      for (const [length, sum] of sums) {
        const buckets = past.days * DAY2 / length;
        const squares = entity.history.squares(length, Number.NEGATIVE_INFINITY, day);
        const terms = dispersionTerms({ weight: past.weight, squares, buckets, days: past.days });
        sum.excess += terms.excess;
        sum.scale += terms.scale;
      }
    }
    const model = {
      organisation: gammaPrior(rates),
      groups: groupPriors(rates),
      phi: new Map([...sums].map(([length, { excess, scale }]) => [length, dispersionOf(excess, scale)])),
      known: rates.filter(({ days }) => days >= VOLUME.priorMinimumDays).length
    };
    this.#models.set(day, model);
    return model;
  }
};
function ownSurprise(before, days) {
  return before === 0 ? Number.POSITIVE_INFINITY : -Math.log10(Math.min(1, (before + 1) / (days + 1)));
}
function groupPriors(rates) {
  const groups = /* @__PURE__ */ new Map();
  for (const rate of rates) {
    const members = groups.get(rate.group);
    if (members === void 0)
      groups.set(rate.group, [rate]);
    else
      members.push(rate);
  }
  const priors = /* @__PURE__ */ new Map();
  for (const [group, members] of groups) {
    const known = members.filter(({ days }) => days >= VOLUME.priorMinimumDays).length;
    if (group !== "" && group !== "\n" && known >= VOLUME.priorMinimumEntities)
      priors.set(group, gammaPrior(members));
  }
  return priors;
}

// dist/src/hunt/words.js
function amount(value) {
  if (value >= 10 || Number.isInteger(value))
    return String(Math.round(value));
  return value < 0.05 ? "less than 0.05" : String(Math.round(value * 10) / 10);
}
var UNITS = [
  { ms: 864e5, letter: "d" },
  { ms: 36e5, letter: "h" },
  { ms: 6e4, letter: "m" },
  { ms: 1e3, letter: "s" }
];
function spanWords(ms) {
  let rest = Math.round(ms / 1e3) * 1e3;
  let text = "";
  for (const { ms: unit, letter } of UNITS) {
    const whole = Math.floor(rest / unit);
    if (whole > 0)
      text += `${whole}${letter}`;
    rest -= whole * unit;
  }
  return text === "" ? "0s" : text;
}

// dist/src/hunt/view.js
var SIGN_IN_ATTRIBUTES = ["network", "country", "client"];
var COLD_MOST = 2;
var WindowView = class {
  series;
  subject;
  actor;
  start;
  end;
  length;
  volume;
  gate;
  window;
  #parts;
  #day;
  #events;
  #rows;
  constructor(parts) {
    const { series, entity, window, volume } = parts;
    this.#parts = parts;
    this.series = series;
    this.subject = entity.key;
    this.actor = entity.person;
    this.start = entity.times[window.from] ?? 0;
    this.end = (entity.times[window.to - 1] ?? this.start) + 1;
    this.length = window.length;
    this.volume = volume;
    this.window = window;
    this.gate = series.anchor === void 0 ? gateOf(volume.surprise) : 1;
    this.#day = window.day;
  }
  get events() {
    this.#events ??= this.rows.map((row) => this.#parts.base.rows.event(row));
    return this.#events;
  }
  /** Ledger rows of the window. */
  get rows() {
    this.#rows ??= this.#parts.entity.rows.slice(this.#parts.window.from, this.#parts.window.to);
    return this.#rows;
  }
  get person() {
    return this.#parts.base.people.declared(this.actor);
  }
  get inferred() {
    return this.#parts.base.inferred(this.actor);
  }
  number(option) {
    const value = this.#parts.options.get(option);
    if (typeof value !== "number")
      throw new TypeError(`${this.#parts.analytic.id} has no number option ${option}`);
    return value;
  }
  flag(option) {
    return this.#parts.options.get(option) === true;
  }
  list(option) {
    const value = this.#parts.options.get(option);
    return Array.isArray(value) ? value : [];
  }
  volumeLine(signal, verb) {
    const { observed, expected, surprise, days, largest, of } = this.volume;
    if (surprise <= 0)
      return void 0;
    const usual = amount(expected);
    const past = days === 0 ? "no history" : `${counted(days, "day")} of history`;
    const most = largest > 0 ? `, most so far ${amount(largest)}` : "";
    const whose = of === "self" ? "" : of === "none" ? "; nothing known of others" : `; with the ${of === "peers" ? "peers'" : "organisation's"} rate`;
    return {
      signal,
      observed,
      expected: round(expected),
      unit: `${this.series.unit}/${spanWords(this.length)}`,
      surprise,
      text: `${amount(observed)} ${this.series.unit} ${verb} within ${spanWords(this.length)}; usual for that time and span: ${usual} (${past}${most}${whose})`
    };
  }
  coldStartLine(signal, threshold) {
    if (this.volume.evidenceDays >= COLD_DAYS || this.volume.observed < threshold)
      return void 0;
    return {
      signal,
      observed: this.volume.observed,
      expected: threshold,
      unit: this.series.unit,
      surprise: Math.min(COLD_MOST, 1 + Math.log10(this.volume.observed / threshold)),
      text: `the evidence holds only ${counted(this.volume.evidenceDays, "day")} before: measured against the fixed threshold of ${amount(threshold)} ${this.series.unit} instead`
    };
  }
  noveltyLine(signal, attributes) {
    const own = this.#novelty(this.rows, attributes);
    const signIn = this.#oddestSignIn(this.start);
    const addressed = this.rows.some((row) => this.#parts.base.ledger.value(row, attributeIndex("network")) !== 0);
    const network = !addressed ? "absent" : own.fresh.some((fresh) => fresh.attribute === "network") ? "new" : "familiar";
    const borrowed = lent(signIn.surprise, network);
    const surprise = noveltyLine(this.gate, own.surprise, borrowed);
    if (surprise < 0.05)
      return void 0;
    const from = own.fresh.map((fresh) => freshWords(fresh.attribute, fresh.value, fresh.holders));
    const words = from.length === 0 ? [] : [`from ${inARow(from)}`];
    if (borrowed > own.surprise || words.length === 0)
      words.push(...signIn.words);
    return {
      signal,
      observed: own.fresh.map((fresh) => fresh.value).join(", ") || (signIn.words.length > 0 ? "an unusual sign-in" : "rarely used"),
      expected: "networks, places and clients this account used before",
      unit: "decades of rarity",
      surprise,
      text: words.length > 0 ? words.join("; ") : "from a network or client this account uses rarely"
    };
  }
  novelty(events, attributes) {
    const texts = this.#parts.base.ledger.texts;
    const parts = {};
    for (const attribute of attributes) {
      const table = this.#parts.base.novelty(attribute);
      parts[attribute] = weightedMean(events.flatMap((event) => {
        if ((attribute === "network" || attribute === "country") && this.#parts.base.trusted(event.ip))
          return [];
        const value = texts.find(event[attribute] ?? "");
        return value === void 0 ? [] : [{ surprise: table.newness(this.actor, value, this.#day).surprise, weight: 1 }];
      }));
    }
    return combined(parts);
  }
  signInNovelty(time) {
    return this.#oddestSignIn(time).surprise;
  }
  signInLine(signal) {
    const { rows, ledger } = this.#parts.base;
    const around = rows.ofPerson(this.actor, this.start - SIGN_INS.before, this.start + SIGN_INS.after);
    const failures = around.filter((row) => ledger.activity(row) === "login.failed").length;
    const proxy = this.rows.some((row) => ledger.proxy(row)) || around.some((row) => ledger.proxy(row));
    const surprise = signInLine(this.gate, failures, proxy);
    if (surprise < 0.05)
      return void 0;
    const words = failures >= SIGN_INS.minimumFailures ? [`after ${failures} failed sign-ins`] : [];
    if (proxy)
      words.push("through an address that the vendor flags as a proxy");
    return { signal, observed: failures, expected: 0, unit: "failed sign-ins", surprise, text: words.join(" and ") };
  }
  roleLine(signal, developers) {
    const declared = this.person;
    const machine = declared?.accountType?.startsWith("service") === true || this.events[0]?.actorType === "service";
    const developer = developers && !machine ? declared?.developer ?? this.inferred.developer : void 0;
    const privileged = declared?.privileged ?? (this.events.some((event) => event.privileged) ? true : void 0);
    const surprise = roleLine(developer, privileged);
    if (surprise === 0)
      return void 0;
    const words = [];
    if (developer === false)
      words.push(declared?.developer === false ? `not a developer (${declared.ref})` : "no developer: never pushed code in this evidence (inferred)");
    if (privileged === true)
      words.push(declared?.privileged === true ? `a privileged account (${declared.ref})` : "acting with a privileged role");
    return {
      signal,
      observed: declared?.role ?? words.join(", "),
      expected: developers ? "a developer" : "an ordinary account",
      unit: "role",
      surprise,
      text: words.join(", ")
    };
  }
  find(query) {
    return this.#parts.base.rows.rows(query).map((row) => this.#parts.base.rows.event(row));
  }
  newness(attribute, value) {
    const id = this.#parts.base.ledger.texts.find(value);
    const table = this.#parts.base.novelty(attribute);
    if (id === void 0)
      return { surprise: 0, isNew: true, holders: 0, ageDays: void 0 };
    const first = table.firstDay(id);
    return {
      ...table.newness(this.actor, id, this.#day),
      ageDays: first === void 0 || first > this.#day ? void 0 : this.#day - first
    };
  }
  targetsBefore() {
    const { ledger } = this.#parts.base;
    const targets = /* @__PURE__ */ new Set();
    for (const [index, row] of this.#parts.entity.rows.entries()) {
      if (dayOf(this.#parts.entity.times[index] ?? 0) >= this.#day)
        break;
      const target = ledger.target(row);
      if (target !== void 0)
        targets.add(target);
    }
    return targets;
  }
  activeWithin(name, time, days) {
    const { people } = this.#parts.base;
    const hours = people.profile(people.personOf(name))?.hours;
    if (hours === void 0)
      return false;
    const day = dayOf(time);
    for (let active = day - days; active <= day; active += 1)
      if (hours.has(active))
        return true;
    return false;
  }
  approval(app) {
    const { context, ledger } = this.#parts.base;
    const platform = this.events[0]?.platform ?? "";
    const listed = context.app(app, ledger.appNames.get(app), platform);
    if (listed === void 0)
      return void 0;
    const expired = listed.reviewBy !== void 0 && this.start >= listed.reviewBy;
    return { approved: !expired, expired, scopes: listed.scopes, ref: listed.ref };
  }
  sensitivity(repository) {
    return this.#parts.base.context.repository(repository)?.sensitivity;
  }
  scopeTier(platform, scope, appOnly) {
    return this.#parts.base.sources.get(platform)?.scopeTier?.(scope, appOnly);
  }
  roleTier(platform, role) {
    return this.#parts.base.sources.get(platform)?.roleTier?.(role);
  }
  appName(app) {
    return this.#parts.base.ledger.appNames.get(app) ?? app;
  }
  personOf(name) {
    const { people } = this.#parts.base;
    return people.declared(people.personOf(name));
  }
  /** The oddest successful sign-in of the person around a time. */
  #oddestSignIn(time) {
    const { rows, ledger } = this.#parts.base;
    let best = {
      surprise: 0,
      words: [],
      row: void 0
    };
    for (const row of rows.ofPerson(this.actor, time - NOVELTY.signInSpan, time + NOVELTY.signInSpan)) {
      if (ledger.activity(row) !== "login" || ledger.failed(row))
        continue;
      const { surprise, fresh } = this.#novelty([row], SIGN_IN_ATTRIBUTES);
      if (surprise <= best.surprise)
        continue;
      const before = time - ledger.time(row);
      const when = Math.abs(before) < 6e4 ? "at the same time" : `${timeWords(Math.abs(before))} ${before > 0 ? "before" : "after"}`;
      const what = inARow(fresh.map(({ attribute, value, holders }) => freshWords(attribute, value, holders)));
      best = { surprise, row, words: what === "" ? [] : [`a sign-in to ${ledger.platform(row)} ${when} came from ${what}`] };
    }
    return best;
  }
  /** The row of the oddest sign-in around the window's start, with its surprise. */
  oddestSignIn() {
    const { row, surprise, words } = this.#oddestSignIn(this.start);
    return row === void 0 ? void 0 : { row, surprise, words };
  }
  #novelty(rows, attributes) {
    const { ledger } = this.#parts.base;
    const parts = {};
    const fresh = [];
    for (const attribute of attributes) {
      const table = this.#parts.base.novelty(attribute);
      const index = attributeIndex(attribute);
      const placed = attribute === "network" || attribute === "country";
      const counts = /* @__PURE__ */ new Map();
      for (const row of rows) {
        const value = ledger.value(row, index);
        if (placed && this.#parts.base.trusted(ledger.ip(row)))
          continue;
        if (value !== 0)
          counts.set(value, (counts.get(value) ?? 0) + 1);
      }
      const judged = [...counts].map(([value, weight]) => ({ value, weight, ...table.newness(this.actor, value, this.#day) }));
      judged.sort((a, b) => b.weight - a.weight || b.surprise - a.surprise);
      parts[attribute] = weightedMean(judged);
      const [most] = judged.filter((value) => value.isNew && value.surprise >= 0.3).toSorted((a, b) => b.weight - a.weight || compare(ledger.texts.text(a.value), ledger.texts.text(b.value)));
      const total = judged.reduce((sum, value) => sum + value.weight, 0);
      if (most !== void 0 && most.weight * 2 >= total)
        fresh.push({ attribute, value: shown(attribute, ledger, most.value), holders: most.holders });
    }
    return { surprise: combined(parts), fresh };
  }
};
var NOUNS = {
  network: "network",
  country: "country",
  client: "client",
  app: "application",
  token: "token",
  device: "device"
};
function freshWords(attribute, value, holders) {
  const verb = attribute === "network" || attribute === "country" ? "worked from" : "used";
  const who = holders === 0 ? `nobody here had ${verb} before` : `this account had not ${verb} before`;
  return `${attribute === "app" ? "an" : "a"} ${NOUNS[attribute]} ${who} (${value})`;
}
function shown(attribute, ledger, value) {
  const text = ledger.texts.text(value) ?? "";
  if (attribute === "app")
    return ledger.appNames.get(text) ?? text;
  return text.length > 40 ? `${text.slice(0, 39)}\u2026` : text;
}
function compare(a, b) {
  const [left, right] = [a ?? "", b ?? ""];
  return left < right ? -1 : left > right ? 1 : 0;
}
function round(value) {
  return value >= 10 ? Math.round(value * 10) / 10 : Number(value.toPrecision(2));
}

// dist/src/hunt/windows.js
var CLOSEST = 3;
function trailingWindows(entity, length) {
  const best = /* @__PURE__ */ new Map();
  const inside = new Inside(entity);
  let left = 0;
  for (let right = 0; right < entity.times.length; right += 1) {
    inside.add(right);
    while ((entity.times[right] ?? 0) - (entity.times[left] ?? 0) >= length) {
      inside.drop(left);
      left += 1;
    }
    if (inside.count < 2)
      continue;
    const day = dayOf(entity.times[left] ?? 0);
    const window = { length, from: left, to: right + 1, count: inside.count, day };
    const kept = best.get(day);
    if (kept === void 0)
      best.set(day, [window]);
    else
      keepFullest(kept, window);
  }
  return [...best.values()].flat();
}
function eventWindows(entity, merge) {
  const windows = [];
  let from = 0;
  for (let index = 1; index <= entity.times.length; index += 1) {
    const gap = (entity.times[index] ?? Number.POSITIVE_INFINITY) - (entity.times[index - 1] ?? 0);
    if (gap <= merge)
      continue;
    windows.push({ length: 0, from, to: index, count: index - from, day: dayOf(entity.times[from] ?? 0) });
    from = index;
  }
  return windows;
}
function keepFullest(kept, window) {
  if (kept.some((other) => other.from === window.from && other.count >= window.count))
    return;
  const same = kept.findIndex((other) => other.from === window.from);
  if (same >= 0)
    kept[same] = window;
  else if (kept.length < CLOSEST)
    kept.push(window);
  else {
    let least = 0;
    for (let index = 1; index < kept.length; index += 1)
      if ((kept[index]?.count ?? 0) < (kept[least]?.count ?? 0))
        least = index;
    if ((kept[least]?.count ?? 0) < window.count)
      kept[least] = window;
  }
}
var Inside = class {
  #entity;
  #values = /* @__PURE__ */ new Map();
  #weight = 0;
  constructor(entity) {
    this.#entity = entity;
  }
  get count() {
    return this.#entity.values === void 0 ? this.#weight : this.#values.size;
  }
  add(index) {
    const { values, weights } = this.#entity;
    if (values === void 0)
      this.#weight += weights[index] ?? 0;
    else {
      const value = values[index];
      if (value !== void 0)
        this.#values.set(value, (this.#values.get(value) ?? 0) + 1);
    }
  }
  drop(index) {
    const { values, weights } = this.#entity;
    if (values === void 0) {
      this.#weight -= weights[index] ?? 0;
      return;
    }
    const value = values[index];
    if (value === void 0)
      return;
    const left = (this.#values.get(value) ?? 1) - 1;
    if (left === 0)
      this.#values.delete(value);
    else
      this.#values.set(value, left);
  }
};

// dist/src/hunt/judge.js
var LENGTHS = [6e5, 36e5, 864e5, 432e6];
var ONE_STORY = 12 * 36e5;
var SHARED_CAUSE = 3;
var MOST_PER_ACTOR = 5;
var LEAST_VOLUME = 0.15;
function judge(analytic, base, options, limits) {
  const verdicts = analytic.series.flatMap((series) => judgeSeries({ analytic, series, base, options, limits }));
  return strongest(joinCauses(verdicts));
}
function judgeSeries(judging) {
  const { series, base, limits } = judging;
  const entities = collectEntities(series, base.ledger, base.people, { order: base.order, lengths: limits.lengths });
  const model = new VolumeModel(entities, limits.lengths, base, limits.baseline);
  const verdicts = [];
  for (const entity of entities) {
    const candidates = series.anchor === void 0 ? volumeWindows(entity, model, limits) : eventCandidates(entity, series.anchor.merge, limits);
    for (const { window, volume } of candidates) {
      const view = new WindowView({ base, analytic: judging.analytic, series, entity, window, volume, options: judging.options });
      const verdict = weigh(judging, { entity, model, view });
      if (verdict !== void 0)
        verdicts.push(verdict);
    }
  }
  return verdicts;
}
function volumeWindows(entity, model, limits) {
  const byDay = /* @__PURE__ */ new Map();
  for (const length of limits.lengths) {
    const windows = trailingWindows(entity, length).toSorted((a, b) => a.day - b.day || a.from - b.from);
    const best = /* @__PURE__ */ new Map();
    let largest = 0;
    let largestOfDay = 0;
    const earlier = [];
    let day = Number.NEGATIVE_INFINITY;
    for (const window of windows) {
      if (window.day !== day) {
        largest = Math.max(largest, largestOfDay);
        if (largestOfDay > 0)
          earlier.push(largestOfDay);
        largestOfDay = 0;
        day = window.day;
      }
      largestOfDay = Math.max(largestOfDay, window.count);
      const start = entity.times[window.from] ?? 0;
      if (start < limits.from || start >= limits.to)
        continue;
      const before = earlier.filter((count) => count >= window.count).length;
      const volume = { ...model.volume(entity, window, before), largest };
      if (volume.surprise < LEAST_VOLUME)
        continue;
      const known = best.get(window.day);
      if (known === void 0 || volume.surprise > known.volume.surprise)
        best.set(window.day, { window, volume });
    }
    for (const [own, candidate] of best)
      byDay.set(own, [...byDay.get(own) ?? [], candidate]);
  }
  return [...byDay].toSorted(([a], [b]) => a - b).flatMap(([, candidates]) => candidates.toSorted((a, b) => b.volume.surprise - a.volume.surprise).slice(0, 2));
}
function eventCandidates(entity, merge, limits) {
  return eventWindows(entity, merge).filter((window) => {
    const start = entity.times[window.from] ?? 0;
    return start >= limits.from && start < limits.to;
  }).map((window) => ({
    window,
    volume: {
      observed: window.count,
      expected: 0,
      surprise: 0,
      days: 0,
      windows: 0,
      largest: 0,
      evidenceDays: 0,
      of: "none"
    }
  }));
}
function weigh(judging, parts) {
  const { view } = parts;
  const own = judging.series.judge(view).filter((reason) => reason !== void 0);
  if (own.length === 0)
    return void 0;
  const novelty = own.filter(({ signal }) => signal.includes("novelty")).reduce((sum2, { surprise }) => sum2 + surprise, 0);
  const { lines, notes } = excuse(view, judging.base, novelty);
  const reasons = [...own, ...lines];
  const sum = reasons.reduce((total, { surprise }) => total + surprise, 0);
  const actor = judging.series.actor?.(view).id ?? view.actor;
  return { analytic: judging.analytic, series: judging.series, ...parts, actor, reasons, notes, sum, companions: [] };
}
function compareVerdicts(a, b) {
  return b.sum - a.sum || a.view.start - b.view.start || (a.actor < b.actor ? -1 : a.actor > b.actor ? 1 : 0) || (a.analytic.id < b.analytic.id ? -1 : a.analytic.id > b.analytic.id ? 1 : 0) || (a.entity.key < b.entity.key ? -1 : a.entity.key > b.entity.key ? 1 : 0) || a.view.length - b.view.length;
}
function joinCauses(verdicts) {
  const causes = /* @__PURE__ */ new Map();
  const single = [];
  for (const verdict of verdicts.toSorted(compareVerdicts)) {
    const cause = verdict.series.cause?.(verdict.view);
    if (cause === void 0)
      single.push(verdict);
    else
      causes.set(cause, [...causes.get(cause) ?? [], verdict]);
  }
  for (const members of causes.values()) {
    const actors = new Set(members.map(({ actor }) => actor));
    const [leader, ...others] = members;
    if (leader === void 0 || actors.size < SHARED_CAUSE)
      single.push(...members);
    else
      single.push({ ...leader, companions: others });
  }
  return single;
}
function strongest(verdicts) {
  const kept = /* @__PURE__ */ new Map();
  for (const verdict of verdicts.toSorted(compareVerdicts)) {
    const own = kept.get(verdict.actor) ?? [];
    if (own.length >= MOST_PER_ACTOR)
      continue;
    const near = own.some((other) => verdict.view.start < other.view.end + ONE_STORY && verdict.view.end > other.view.start - ONE_STORY);
    if (near)
      continue;
    kept.set(verdict.actor, [...own, verdict]);
  }
  return [...kept.values()].flat().toSorted(compareVerdicts);
}

// dist/src/hunt/make-finding.js
var MINUTE = 6e4;
var HOUR3 = 36e5;
var SAMPLE = 10;
var ODD_SIGN_IN = 1;
var MOST_STEPS = 120;
function makeFinding(verdict, rank, parts) {
  const { view, series } = verdict;
  const { base } = parts;
  const rows = [...view.rows, ...verdict.companions.flatMap(({ view: other }) => other.rows)];
  const platforms = [...new Set(rows.map((row) => base.ledger.platform(row)))].toSorted();
  const start = Math.floor(view.start / MINUTE) * MINUTE;
  const end = Math.ceil(view.end / MINUTE) * MINUTE;
  const score = shownScore(scoreOf(verdict.sum));
  const chosen = sampleOf(rows, base);
  const people = [...new Set(verdict.companions.map(({ actor }) => actor))].filter((actor) => actor !== verdict.actor).toSorted();
  const entities = [
    ...series.entities?.(view) ?? [],
    ...people.map((id) => ({ role: "actor", type: "user", id }))
  ];
  const stages = series.stages?.(view) ?? defaultStages(verdict, base);
  const title = people.length === 0 ? series.title(view) : `${series.title(view)} (and ${people.length} more people with the same cause)`;
  return {
    places: chosen.map((row) => base.ledger.place(row)),
    finding: {
      id: `${verdict.analytic.id}/${platforms.join("+")}/${verdict.actor}/${iso(start).slice(0, 16)}Z`,
      rank,
      analytic: verdict.analytic.id,
      title,
      severity: severityOf(score),
      score,
      chance: significant(chanceOf(verdict.sum, parts.actorDays, parts.analytics)),
      platforms,
      actor: actorOf(verdict, base),
      entities,
      window: { start: iso(start), end: iso(end) },
      reasons: verdict.reasons.map((reason) => ({ ...reason, surprise: Math.round(reason.surprise * 100) / 100 })),
      baseline: { of: view.volume.of, windows: view.volume.windows, days: view.volume.days },
      context: verdict.notes,
      ...stages.length > 0 && { stages },
      ...series.anchor === void 0 && { series: chartOf(verdict, base) },
      evidence: { count: rows.length, sample: chosen.map((row) => refOf(row, base)) },
      caveats: [.../* @__PURE__ */ new Set([...series.caveats?.(view) ?? [], ...parts.caveats(verdict, platforms)])],
      next: [...series.next?.(view) ?? [], ...parts.next(verdict, platforms)]
    }
  };
}
function refOf(row, base) {
  const place = base.ledger.place(row);
  return {
    file: base.ledger.files[place.file] ?? "",
    record: place.record,
    ...place.id !== void 0 && { id: place.id },
    time: iso(base.ledger.time(row)),
    operation: base.ledger.operation(row)
  };
}
function sampleOf(rows, base) {
  const { ledger } = base;
  return rows.toSorted((a, b) => {
    const [left, right] = [ledger.place(a), ledger.place(b)];
    return ledger.time(a) - ledger.time(b) || left.file - right.file || left.record - right.record;
  }).slice(0, SAMPLE);
}
function actorOf(verdict, base) {
  const own = verdict.series.actor?.(verdict.view);
  const id = own?.id ?? verdict.actor;
  const names = base.people.namesOf(id);
  const declared = base.people.declared(id);
  const known = names.map((name2) => base.ledger.names.get(name2)).filter((name2) => name2 !== void 0).toSorted()[0];
  const name = declared?.name ?? known ?? base.ledger.appNames.get(id);
  const email = names.find((candidate) => candidate.includes("@"));
  const aliases = names.filter((other) => other !== id);
  return {
    type: own?.type ?? typeOf(verdict),
    id,
    ...name !== void 0 && { name },
    ...email !== void 0 && { email },
    ...aliases.length > 0 && { aliases }
  };
}
function typeOf(verdict) {
  const counts = /* @__PURE__ */ new Map();
  for (const { actorType } of verdict.view.events)
    counts.set(actorType, (counts.get(actorType) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most?.[0] ?? "user";
}
function defaultStages(verdict, base) {
  const signIn = verdict.view.oddestSignIn();
  if (signIn === void 0 || signIn.surprise < ODD_SIGN_IN)
    return [];
  const evidence = refOf(signIn.row, base);
  const ip = base.ledger.ip(signIn.row);
  const stages = [
    {
      name: "sign-in",
      time: evidence.time,
      text: `${signIn.words.join(", ") || "an unusual sign-in"}${ip === void 0 ? "" : ` [${ip}]`}`,
      evidence
    },
    { name: verdict.series.id, time: iso(verdict.view.start), text: verdict.series.title(verdict.view) }
  ];
  return stages.toSorted((a, b) => a.time < b.time ? -1 : a.time > b.time ? 1 : 0);
}
function chartOf(verdict, base) {
  const { view, entity, model } = verdict;
  const step = view.length > HOUR3 ? DAY2 : HOUR3;
  const before = step === DAY2 ? 45 * DAY2 : 3 * DAY2;
  const first = Math.max(dayOf(base.ledger.first) * DAY2, dayOf(view.start - before) * DAY2);
  const last = Math.min((dayOf(base.ledger.last) + 1) * DAY2, (dayOf(view.end + (step === DAY2 ? 5 * DAY2 : DAY2)) + 1) * DAY2);
  const steps = Math.min(MOST_STEPS, Math.ceil((last - first) / step));
  const observed = new Array(steps).fill(0);
  for (const [index, time] of entity.times.entries()) {
    const at = Math.floor((time - first) / step);
    if (at >= 0 && at < steps)
      observed[at] = (observed[at] ?? 0) + (entity.weights[index] ?? 0);
  }
  const day = dayOf(view.start);
  const expected = observed.map((_, index) => significant(model.expected(entity, day, first + index * step, first + (index + 1) * step)));
  const signIns = base.rows.ofPerson(verdict.actor, view.start - 16 * HOUR3, view.start + 16 * HOUR3).filter((row) => base.ledger.activity(row) === "login" || base.ledger.activity(row) === "login.failed").slice(0, 50).map((row) => ({
    time: iso(base.ledger.time(row)),
    ok: base.ledger.activity(row) === "login",
    text: `${base.ledger.platform(row)} ${base.ledger.operation(row)}${base.ledger.ip(row) === void 0 ? "" : ` from ${base.ledger.ip(row)}`}`
  }));
  return { unit: verdict.series.unit, step, start: iso(first), observed, expected, signIns };
}
function significant(value) {
  return Number(value.toPrecision(3));
}
function iso(time) {
  return new Date(time).toISOString();
}

// dist/src/hunt/next-steps.js
var HOUR4 = 36e5;
function nextSteps(evidence, base) {
  const paths = evidence.map(quoted).join(" ");
  return (verdict, platforms) => {
    const around = new Date(verdict.view.start).toISOString();
    const within = Math.max(2 * HOUR4, Math.ceil((verdict.view.end - verdict.view.start) / HOUR4) * HOUR4);
    const steps = [
      `saashound timeline ${paths} --actor ${quoted(verdict.actor)} --around ${around} --within ${spanWords(within)}`
    ];
    for (const platform of platforms) {
      const filter = base.sources.get(platform)?.consoleFilter?.(verdict.actor, around, new Date(verdict.view.end).toISOString());
      if (filter !== void 0)
        steps.push(`${platform}: ${filter}`);
    }
    return steps;
  };
}
function quoted(text) {
  return /^[\w@%+=:,./-]+$/.test(text) && !text.startsWith("-") ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

// dist/src/hunt/hunt.js
async function hunt(request) {
  checkAssignments(request.analytics, request.set);
  const options = new Map(request.analytics.map((analytic) => [analytic, optionValues(analytic, request.set)]));
  const gathered = await gather(request, SOURCES, request.analytics.flatMap(heardBy));
  const base = evidenceBase(gathered.ledger, request.context ?? emptyContext(), SOURCES);
  const limits = limitsOf(request, gathered);
  const verdicts = request.analytics.flatMap((analytic) => judge(analytic, base, options.get(analytic) ?? /* @__PURE__ */ new Map(), limits)).toSorted(compareVerdicts);
  const strong = verdicts.filter(({ sum }) => scoreOf(sum) >= request.minScore);
  const shown2 = request.top === void 0 ? strong : strong.slice(0, request.top);
  const parts = {
    base,
    actorDays: actorDays(base),
    analytics: request.analytics.length,
    caveats: caveatsOf(gathered, base),
    next: nextSteps(request.evidence, base)
  };
  const drafts = shown2.map((verdict, index) => makeFinding(verdict, index + 1, parts));
  const findings = await withHashes(drafts, gathered.ledger.files);
  return documentOf({ request, gathered, base, options, findings, suppressed: verdicts.length - shown2.length });
}
function documentOf(parts) {
  const { request, gathered, base, options, findings, suppressed } = parts;
  const { ledger, read } = gathered;
  const seen = ledger.first <= ledger.last;
  return {
    schema: "saashound/findings/1",
    tool: { name: "saashound", version: request.version, arguments: request.arguments },
    run: {
      ...seen && { from: new Date(ledger.first).toISOString(), to: new Date(ledger.last).toISOString() },
      analytics: request.analytics.map((analytic) => runAnalytic(analytic, options.get(analytic) ?? /* @__PURE__ */ new Map(), request)),
      days: daysOf(ledger.days),
      suppressed,
      notes: [...read.notes, ...geographyNote(request)],
      unusable: read.unusable
    },
    inputs: read.inputs.map(({ summary }) => summary),
    findings,
    coverage: coverageOf(request.analytics, base.sources, { counts: ledger.heard, formats: gathered.formats })
  };
}
function runAnalytic(analytic, values, request) {
  const windows = request.window === void 0 ? LENGTHS : [request.window];
  const options = { window: windows.map(spanWords).join(",") };
  for (const [name, spec] of Object.entries(analytic.options)) {
    const value = values.get(name);
    if (value === void 0)
      continue;
    options[name] = spec.kind === "duration" && typeof value === "number" ? spanWords(value) : typeof value === "object" ? value.join(",") : value;
  }
  return { id: analytic.id, name: analytic.name, attack: analytic.attack, options };
}
function limitsOf(request, { ledger }) {
  const at = (bound, otherwise) => {
    if (bound === void 0)
      return otherwise;
    return "at" in bound ? bound.at : ledger.last - bound.ago;
  };
  return {
    from: at(request.from, Number.NEGATIVE_INFINITY),
    to: at(request.to, Number.POSITIVE_INFINITY),
    lengths: request.window === void 0 ? LENGTHS : [request.window],
    baseline: request.baseline
  };
}
function actorDays(base) {
  let days = 0;
  for (const person of base.people.all)
    days += base.people.profile(person)?.hours.size ?? 0;
  return days;
}
function daysOf(days) {
  const counts = [];
  for (const [platform, byDay] of days) {
    for (const [day, events] of byDay)
      counts.push({ day: new Date(day * DAY2).toISOString().slice(0, 10), platform, events });
  }
  return counts.toSorted((a, b) => a.day < b.day ? -1 : a.day > b.day ? 1 : a.platform < b.platform ? -1 : 1);
}
function geographyNote(request) {
  if (request.geography !== void 0)
    return [];
  return [
    "no address database (--geoip): countries only where the log names them; distance and ASN signals are off, address prefixes are used"
  ];
}
export {
  hunt
};
