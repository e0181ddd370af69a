import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  coverageOf
} from "./chunk-G7CZSTZO.js";
import {
  DAY,
  dayOf
} from "./chunk-HMXOL7KG.js";
import {
  readEvidence
} from "./chunk-7RKEG6IH.js";
import "./chunk-OLEF4D7Q.js";
import {
  SOURCES
} from "./chunk-PKZJ77W4.js";
import {
  isPlausible
} from "./chunk-SEKZNX7F.js";
import "./chunk-FI5JWCXQ.js";
import {
  isActivity
} from "./chunk-TFFH55T3.js";
import "./chunk-OTXOMCGJ.js";
import "./chunk-NFCWV5CJ.js";

// dist/src/hunt/oddities.js
var USUAL_LEAST = 5;
var WEEKDAYS_KNOWN = 2;
var CUT_RECORDS = [
  {
    records: 5e4,
    platforms: ["m365"],
    text: "exactly 50,000 records: the limit of a Purview export and of one Search-UnifiedAuditLog session"
  },
  { records: 5e3, platforms: ["m365"], text: "exactly 5,000 records: the limit of one Search-UnifiedAuditLog call" },
  { records: 1e3, platforms: ["okta"], text: "exactly 1,000 records: one page of the System Log API" },
  { records: 500, platforms: ["box"], text: "exactly 500 records: one page of the Box events API" },
  { records: 100, platforms: ["github", "okta"], text: "exactly 100 records: one page of the API" },
  { records: 1e6, platforms: ["m365"], text: "exactly 1,000,000 records: the limit of an audit search job" }
];
var GITHUB_EXPORT_BYTES = 1e8;
var RETENTION_DAYS = [7, 30, 90, 180, 365];
function gapsOf(days) {
  const known = [...days.keys()].toSorted((a, b) => a - b);
  const [first, last] = [known[0], known.at(-1)];
  if (first === void 0 || last === void 0)
    return [];
  const gaps = [];
  let from;
  for (let day = first; day <= last + 1; day += 1) {
    const hole = day <= last && !days.has(day) && usual(days, known, day) >= USUAL_LEAST;
    if (hole)
      from ??= day;
    else if (from !== void 0 && (days.has(day) || day > last)) {
      const length = day - from;
      gaps.push({
        start: date(from),
        end: date(day),
        text: `no events for ${length} ${length === 1 ? "day" : "days"}, though these weekdays usually have some`
      });
      from = void 0;
    }
  }
  return gaps;
}
function usual(days, known, day) {
  const same = known.filter((other) => ((other - day) % 7 + 7) % 7 === 0).map((other) => days.get(other) ?? 0);
  if (same.length < WEEKDAYS_KNOWN)
    return 0;
  return same.toSorted((a, b) => a - b)[Math.floor(same.length / 2)] ?? 0;
}
function exportNotes(platform, span, inputs) {
  const notes = [];
  for (const { summary } of inputs) {
    if (summary.platform !== platform)
      continue;
    const cut = CUT_RECORDS.find(({ records, platforms }) => records === summary.records && platforms.includes(platform));
    if (cut !== void 0)
      notes.push(`${summary.file}: ${cut.text}; more may have been left out`);
    if (platform === "github" && summary.bytes >= GITHUB_EXPORT_BYTES)
      notes.push(`${summary.file}: 100 MB or more: GitHub cuts web exports there`);
    if (summary.truncated)
      notes.push(`${summary.file}: ends in the middle of a record: the export was cut`);
    for (const note of summary.notes)
      if (note.includes("outside 1990"))
        notes.push(`${summary.file}: ${note}`);
  }
  const length = (span.last - span.first) / DAY;
  const limit = RETENTION_DAYS.find((days) => Math.abs(length - days) < 0.5);
  if (limit !== void 0)
    notes.push(`the span is ${limit} days, a usual limit of retention or of a query: earlier events may exist elsewhere`);
  const times = [...span.days.keys()];
  const far = times.filter((day) => day * DAY > span.last - DAY / 2);
  if (far.length > 0 && times.length > 10) {
    const sorted = times.toSorted((a, b) => a - b);
    const [before, final] = [sorted.at(-2) ?? 0, sorted.at(-1) ?? 0];
    if (final - before > 60)
      notes.push(`the newest events lie ${final - before} days after the rest: a wrong clock, or two exports in one`);
  }
  return notes;
}
function date(day) {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

// dist/src/hunt/inspect.js
var MOST_SHOWN = 20;
var MOST_COUNTED = 1e5;
async function inspect(request) {
  const platforms = /* @__PURE__ */ new Map();
  const read = await readEvidence(request, SOURCES, (event, _place, _tie, format) => {
    let counts = platforms.get(event.platform);
    if (counts === void 0) {
      counts = new PlatformCounts();
      platforms.set(event.platform, counts);
    }
    counts.hear(event, format);
  });
  const sources = new Map(SOURCES.map((source) => [source.id, source]));
  for (const { platforms: named, formats } of read.inputs) {
    for (const platform of named.keys())
      if (!platforms.has(platform))
        platforms.set(platform, new PlatformCounts(formats));
  }
  const ordered = [...platforms].toSorted(([a], [b]) => a < b ? -1 : 1);
  return {
    schema: "saashound/inspect/1",
    tool: { name: "saashound", version: request.version, arguments: request.arguments },
    inputs: read.inputs.map(inputOf),
    platforms: ordered.filter(([, counts]) => counts.events > 0).map(([platform, counts]) => counts.summary(platform, read.inputs)),
    coverage: coverageOf(request.analytics, sources, {
      counts: new Map(ordered.map(([platform, counts]) => [platform, counts.activities])),
      formats: new Map(ordered.map(([platform, counts]) => [platform, counts.formats]))
    }),
    unusable: read.unusable
  };
}
function inputOf({ summary, operations, activities }) {
  const entries = [...activities].filter(([activity]) => isActivity(activity));
  return { ...summary, operations: sortedCounts(operations), activities: sortedCounts(new Map(entries)) };
}
function sortedCounts(counts) {
  return Object.fromEntries([...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)));
}
var PlatformCounts = class {
  activities = /* @__PURE__ */ new Map();
  formats;
  #operations = /* @__PURE__ */ new Map();
  #actors = /* @__PURE__ */ new Map();
  #apps = /* @__PURE__ */ new Map();
  #addresses = /* @__PURE__ */ new Map();
  #days = /* @__PURE__ */ new Map();
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;
  events = 0;
  constructor(formats = /* @__PURE__ */ new Map()) {
    this.formats = new Map(formats);
  }
  hear(event, format) {
    this.formats.set(format.id, format);
    this.activities.set(event.activity, (this.activities.get(event.activity) ?? 0) + 1);
    count(this.#operations, event.operation);
    count(this.#actors, event.actor?.id);
    count(this.#apps, event.app?.name ?? event.app?.id);
    count(this.#addresses, event.ip);
    this.events += 1;
    if (!isPlausible(event.time))
      return;
    const day = dayOf(event.time);
    this.#days.set(day, (this.#days.get(day) ?? 0) + 1);
    if (event.time < this.#first)
      this.#first = event.time;
    if (event.time > this.#last)
      this.#last = event.time;
  }
  summary(platform, inputs) {
    const dated = this.#first <= this.#last;
    return {
      platform,
      events: this.events,
      first: dated ? new Date(this.#first).toISOString() : "",
      last: dated ? new Date(this.#last).toISOString() : "",
      operations: most(this.#operations),
      actors: most(this.#actors),
      apps: most(this.#apps),
      addresses: most(this.#addresses),
      gaps: gapsOf(this.#days),
      notes: exportNotes(platform, { first: this.#first, last: this.#last, days: this.#days }, inputs)
    };
  }
};
function count(counts, value) {
  if (value === void 0)
    return;
  const known = counts.get(value);
  if (known !== void 0)
    counts.set(value, known + 1);
  else if (counts.size < MOST_COUNTED)
    counts.set(value, 1);
}
function most(counts) {
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_SHOWN).map(([value, n]) => ({ value, count: n }));
}
export {
  inspect
};
