import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  openEvidence
} from "./chunk-OLEF4D7Q.js";
import {
  asFlag,
  asNumber,
  asText,
  asTexts,
  compilePath,
  firstName,
  parseAddress
} from "./chunk-PKZJ77W4.js";
import {
  isPlausible,
  parseTime
} from "./chunk-SEKZNX7F.js";
import {
  EvidenceError
} from "./chunk-OTXOMCGJ.js";

// dist/src/sources/shapes.js
var MOST_NAMES = 512;
var LONG_NAME = 256;
var MOST_STEPS = 65536;
var Shapes = class {
  #learn;
  #root = newStep();
  #steps = 1;
  /** @param learn what there is to know; depends on nothing but which names the record has. */
  constructor(learn) {
    this.#learn = learn;
  }
  /** What is known of records of this shape. */
  of(record) {
    let step = this.#root;
    let names = 0;
    for (const name in record) {
      if (step.name === name && step.next !== void 0)
        step = step.next;
      else {
        names += 1;
        if (names > MOST_NAMES || name.length > LONG_NAME)
          return this.#learn(record);
        step = this.#turn(step, name);
      }
    }
    step.value ??= this.#learn(record);
    return step.value;
  }
  #turn(step, name) {
    let next = step.others?.get(name);
    if (next === void 0) {
      if (this.#steps >= MOST_STEPS) {
        this.#root = newStep();
        this.#steps = 1;
      }
      next = newStep();
      this.#steps += 1;
      step.others ??= /* @__PURE__ */ new Map();
      step.others.set(name, next);
    }
    step.name = name;
    step.next = next;
    return next;
  }
};
function newStep() {
  return { name: void 0, next: void 0, others: void 0, value: void 0 };
}

// dist/src/sources/normalise.js
var ACTOR_TYPES = /* @__PURE__ */ new Set(["user", "service", "app", "system"]);
function prepare(source) {
  const paths2 = compileFields(source);
  const rules = new Map(Object.entries(source.activities).map(([operation, entry]) => [operation, asRules(entry)]));
  const formats = source.formats.map(prepareFormat).filter(({ weight }) => weight > 0).toSorted((a, b) => b.weight - a.weight);
  const readers = new Shapes((record) => readersOf(paths2, record));
  return {
    source,
    formats,
    recognise: (record) => formats.find((prepared) => prepared.names.every((name) => Object.hasOwn(record, name)) && fits(prepared, record)),
    event: (record, file, ordinal) => makeEvent({ source, readers, rules }, record, { file, record: ordinal })
  };
}
function makeEvent(prepared, record, place) {
  const { source, rules } = prepared;
  const readers = prepared.readers.of(record);
  const rawTime = readers.time?.(record);
  if (rawTime === void 0)
    return { reason: "no-time", got: "no event time", expected: `${paths(source, "time")}` };
  const time = parseTime(rawTime) ?? (typeof rawTime === "string" ? source.parseTime?.(rawTime) : void 0);
  if (time === void 0) {
    return {
      reason: "bad-time",
      got: `${paths(source, "time")} is ${shown(rawTime)}`,
      expected: "a time (ISO 8601 or epoch)"
    };
  }
  const rawOperation = asText(readers.operation?.(record));
  if (rawOperation === void 0)
    return { reason: "no-operation", got: "no operation", expected: paths(source, "operation") };
  const operation = source.operation?.(rawOperation) ?? rawOperation;
  const event = { time, platform: source.id, activity: "other", operation, ref: place };
  fill(event, record, readers, source);
  source.finish?.(record, event);
  const known = rules.get(operation);
  const rule = known === void 0 ? source.fallback?.rule(operation, record) : known.find((candidate) => candidate.when === void 0 || candidate.when.test(record));
  if (rule !== void 0) {
    event.activity = rule.activity;
    if (rule.details !== void 0)
      event.details = { ...event.details, ...rule.details };
    rule.read?.(record, event);
  }
  return event;
}
function fill(event, record, read, source) {
  const id = asText(read.id?.(record));
  if (id !== void 0)
    event.ref = { file: event.ref.file, record: event.ref.record, id };
  const email = asText(read.actorEmail?.(record))?.toLowerCase();
  const actorId = asText(read.actorId?.(record))?.toLowerCase() ?? email;
  if (actorId !== void 0) {
    const type = asText(read.actorType?.(record))?.toLowerCase() ?? "user";
    const name = asText(read.actorName?.(record));
    event.actor = {
      type: isActorType(type) ? type : "user",
      id: actorId,
      ...name !== void 0 && { name },
      ...(email ?? (actorId.includes("@") ? actorId : void 0)) !== void 0 && { email: email ?? actorId }
    };
  }
  const appId = asText(read.appId?.(record));
  const appName = asText(read.appName?.(record));
  if (appId !== void 0 || appName !== void 0) {
    event.app = { id: (appId ?? appName ?? "").toLowerCase(), ...appName !== void 0 && { name: appName } };
  }
  const targetId = asText(read.targetId?.(record));
  if (targetId !== void 0) {
    const name = asText(read.targetName?.(record));
    event.target = { type: asText(read.targetType?.(record)) ?? "object", id: targetId, ...name !== void 0 && { name } };
  }
  setText(event, "asOrg", read.asOrg?.(record));
  setText(event, "country", read.country?.(record));
  setText(event, "city", read.city?.(record));
  setText(event, "userAgent", read.userAgent?.(record));
  setText(event, "session", read.session?.(record));
  setText(event, "token", read.token?.(record));
  setText(event, "tokenKind", read.tokenKind?.(record));
  setText(event, "device", read.device?.(record));
  setNumber(event, "asn", read.asn?.(record));
  setNumber(event, "items", read.items?.(record));
  setNumber(event, "bytes", read.bytes?.(record));
  const ip = parseAddress(asText(read.ip?.(record)));
  if (ip !== void 0)
    event.ip = ip;
  const proxy = asFlag(read.proxy?.(record));
  if (proxy !== void 0)
    event.proxy = proxy;
  const scopes = asTexts(read.scopes?.(record));
  if (scopes !== void 0)
    event.scopes = scopes;
  const outcome = asText(read.outcome?.(record))?.toLowerCase();
  if (outcome !== void 0) {
    if (source.outcomes?.success.includes(outcome))
      event.ok = true;
    else if (source.outcomes?.failure.includes(outcome))
      event.ok = false;
  }
}
function setText(event, field, value) {
  const text = asText(value);
  if (text !== void 0)
    event[field] = text;
}
function setNumber(event, field, value) {
  const number = asNumber(value);
  if (number !== void 0 && number >= 0)
    event[field] = number;
}
function compileFields(source) {
  return Object.entries(source.fields).map(([name, spec]) => [
    name,
    (typeof spec === "string" ? [spec] : spec).map((path) => ({ first: firstName(path), read: compilePath(path) }))
  ]);
}
function readersOf(paths2, record) {
  const readers = {};
  for (const [name, alternatives] of paths2) {
    const [first, ...others] = alternatives.filter((path) => Object.hasOwn(record, path.first)).map(({ read }) => read);
    if (first !== void 0)
      readers[name] = firstFound(first, others);
  }
  return readers;
}
function firstFound(first, others) {
  return (record) => {
    const value = first(record);
    if (value !== void 0 && value !== "")
      return value;
    for (const read of others) {
      const other = read(record);
      if (other !== void 0 && other !== "")
        return other;
    }
    return void 0;
  };
}
function asRules(entry) {
  if (typeof entry === "string")
    return [{ activity: entry }];
  return Array.isArray(entry) ? entry : [entry];
}
function isActorType(text) {
  return ACTOR_TYPES.has(text);
}
function fits({ format, inside }, record) {
  for (const has of inside)
    if (!has(record))
      return false;
  return format.test === void 0 || format.test(record);
}
function prepareFormat(format) {
  const names = [];
  const inside = [];
  for (const path of format.has) {
    const name = /^"([^"]+)"$/.exec(path)?.[1] ?? (/^[^.[\]"]+$/.test(path) ? path : void 0);
    if (name !== void 0)
      names.push(name);
    else {
      const read = compilePath(path);
      inside.push((record) => read(record) !== void 0);
    }
  }
  return { format, weight: format.has.length, names, inside };
}
function paths(source, field) {
  const spec = source.fields[field];
  return `${source.id} ${typeof spec === "string" ? spec : (spec ?? [field]).join(" or ")}`;
}
function shown(value) {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}\u2026` : text;
}

// dist/src/sources/recognise.js
var Recogniser = class {
  #shapes;
  constructor(normalisers, only) {
    const all = normalisers.filter((normaliser) => only === void 0 || normaliser.source.id === only).toSorted((a, b) => a.source.id < b.source.id ? -1 : 1).flatMap((normaliser) => normaliser.formats.map((prepared) => ({ recognition: { normaliser, format: prepared.format }, prepared }))).toSorted((a, b) => b.prepared.weight - a.prepared.weight);
    this.#shapes = new Shapes((record) => all.filter(({ prepared }) => prepared.names.every((name) => Object.hasOwn(record, name))));
  }
  /** The best match, or undefined where no platform knows this shape. */
  recognise(record) {
    return this.#shapes.of(record).find(({ prepared }) => fits(prepared, record))?.recognition;
  }
};

// dist/src/hunt/identity.js
function identityOf(event) {
  const second = Math.floor(event.time / 1e3);
  return `${event.platform}
${event.ref.id ?? ""}
${second}
${event.operation}
${event.actor?.id ?? ""}
${event.target?.id ?? ""}`;
}

// dist/src/hunt/seen.js
function hash128(text, out) {
  let a = 2654435769;
  let b = 608135816;
  let c = 3084996962;
  let d = 2242054355;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ code, 597399067);
    b = c ^ Math.imul(b ^ code, 2869860233);
    c = d ^ Math.imul(c ^ code, 951274213);
    d = a ^ Math.imul(d ^ code, 2716044179);
  }
  a = Math.imul(c ^ a >>> 18, 597399067);
  b = Math.imul(d ^ b >>> 22, 2869860233);
  c = Math.imul(a ^ c >>> 17, 951274213);
  d = Math.imul(b ^ d >>> 19, 2716044179);
  out[0] = (a ^ b ^ c ^ d) >>> 0;
  out[1] = (b ^ a) >>> 0;
  out[2] = (c ^ a) >>> 0;
  out[3] = (d ^ a) >>> 0;
}
function contentHash(value) {
  if (typeof value === "string")
    return textHash(value, 1);
  if (typeof value === "number" || typeof value === "boolean")
    return textHash(String(value), 2);
  if (value === null || value === void 0)
    return 3;
  let hash = 4;
  if (Array.isArray(value)) {
    for (const element of value)
      hash = Math.imul(hash ^ contentHash(element), 16777619);
    return hash >>> 0;
  }
  const object = value;
  for (const name in object)
    hash = hash + Math.imul(nameHash(name) | 1, contentHash(object[name]) | 1) | 0;
  return hash >>> 0;
}
var MOST_NAMES2 = 16384;
var LONG_NAME2 = 64;
var nameHashes = /* @__PURE__ */ new Map();
function nameHash(name) {
  let hash = nameHashes.get(name);
  if (hash === void 0) {
    hash = textHash(name, 5);
    if (name.length > LONG_NAME2)
      return hash;
    if (nameHashes.size >= MOST_NAMES2)
      nameHashes.clear();
    nameHashes.set(name, hash);
  }
  return hash;
}
function textHash(text, seed) {
  let hash = 2166136261 ^ seed;
  for (let index = 0; index < text.length; index += 1)
    hash = Math.imul(hash ^ text.charCodeAt(index), 16777619);
  return (hash ^ hash >>> 15) >>> 0;
}
var WORDS = 6;
var SeenTable = class {
  #slots = new Uint32Array(WORDS * 1024);
  #capacity = 1024;
  #size = 0;
  #tie = 0;
  #hash = new Uint32Array(4);
  /**
   * Adds an event.
   * @param identity what names it, see `identityOf`
   * @param format number of the format, from 1
   * @param content see {@link contentHash}
   * @returns whether it is a copy of an earlier one
   */
  add(identity, format, content) {
    hash128(identity, this.#hash);
    this.#tie = (this.#hash[0] ?? 0) * 2097152 + (content & 2097151);
    const at = this.#put(format, content);
    if (at === void 0)
      return false;
    if (this.#slots[at + 4] !== format || this.#slots[at + 5] === content)
      return true;
    hash128(`${identity}
${content}`, this.#hash);
    return this.#put(format, content) !== void 0;
  }
  /** Of the event added last: a number below 2^53 that orders events of one millisecond by what they are. */
  get tie() {
    return this.#tie;
  }
  get size() {
    return this.#size;
  }
  /** Where the hash was already, or undefined: it has been put in now. */
  #put(format, content) {
    if (this.#size * 2 >= this.#capacity)
      this.#grow();
    const slot = this.#find(this.#hash, 0);
    const at = slot * WORDS;
    if (!this.#isEmpty(at))
      return at;
    this.#slots.set(this.#hash, at);
    this.#slots[at + 4] = format;
    this.#slots[at + 5] = content;
    this.#size += 1;
    return void 0;
  }
  #find(hash, from) {
    const [h0, h1, h2, h3] = [hash[from], hash[from + 1], hash[from + 2], hash[from + 3]];
    let slot = (h0 ?? 0) & this.#capacity - 1;
    for (; ; ) {
      const at = slot * WORDS;
      const slots = this.#slots;
      if (this.#isEmpty(at))
        return slot;
      if (slots[at] === h0 && slots[at + 1] === h1 && slots[at + 2] === h2 && slots[at + 3] === h3)
        return slot;
      slot = slot + 1 & this.#capacity - 1;
    }
  }
  // Formats count from 1, so a slot without one is empty.
  #isEmpty(at) {
    return this.#slots[at + 4] === 0;
  }
  #grow() {
    const old = this.#slots;
    this.#capacity *= 2;
    this.#slots = new Uint32Array(this.#capacity * WORDS);
    for (let from = 0; from < old.length; from += WORDS) {
      if (old[from + 4] !== 0)
        this.#slots.set(old.subarray(from, from + WORDS), this.#find(old, from) * WORDS);
    }
  }
};

// dist/src/hunt/read-evidence.js
var MOST_PROBLEMS = 5;
async function readEvidence(request, sources, listen) {
  const recogniser = new Recogniser(sources.map(prepare), request.platform);
  const seen = new SeenTable();
  const formats = new FormatNumbers();
  let bytes = 0;
  let records = 0;
  const opened = await openEvidence(request.evidence, {
    onBytes(_file, read) {
      bytes += read;
    },
    ...request.signal !== void 0 && { signal: request.signal }
  });
  const inputs = [];
  const unusable = [...opened.unreadable];
  for (const [index, file] of opened.files.entries()) {
    const reading = new InputReading({ file, index, recogniser, seen, formats, listen, strict: request.strict === true });
    for await (const batch of file.batches()) {
      reading.take(batch.records, batch.rejections);
      records += batch.records.length + batch.rejections.length;
      request.onProgress?.({ file: file.file, bytes, total: opened.total, records });
    }
    const tally = reading.finish();
    if (tally.platforms.size > 0)
      inputs.push(tally);
    else
      unusable.push({ file: file.file, why: reading.whyUnusable(tally.summary) });
  }
  if (inputs.length === 0) {
    const [first] = unusable;
    const more = unusable.length > 1 ? ` (and ${unusable.length - 1} more)` : "";
    throw new EvidenceError(first === void 0 ? "no evidence to read" : `${first.file}: ${first.why}${more}`);
  }
  return { inputs, unusable, notes: opened.notes };
}
var FormatNumbers = class {
  #numbers = /* @__PURE__ */ new Map();
  of(format) {
    const known = this.#numbers.get(format);
    if (known !== void 0)
      return known;
    const number = this.#numbers.size + 1;
    this.#numbers.set(format, number);
    return number;
  }
};
var InputReading = class {
  #reading;
  #operations = /* @__PURE__ */ new Map();
  #activities = /* @__PURE__ */ new Map();
  #platforms = /* @__PURE__ */ new Map();
  #formats = /* @__PURE__ */ new Map();
  #rejected = /* @__PURE__ */ new Map();
  #problems = [];
  #fate;
  #events = 0;
  #other = 0;
  #duplicates = 0;
  #oddClocks = 0;
  #first = Number.POSITIVE_INFINITY;
  #last = Number.NEGATIVE_INFINITY;
  constructor(reading) {
    this.#reading = reading;
  }
  take(records, rejections) {
    for (const rejection of rejections)
      this.#reject(rejection);
    for (const raw of records) {
      if (this.#fate?.record !== raw.record)
        this.#settle();
      this.#fate ??= { record: raw.record, events: false, other: false, duplicate: false, rejected: void 0 };
      this.#read(raw, this.#fate);
    }
  }
  finish() {
    this.#settle();
    const summary = this.#reading.file.summary();
    const platforms = [...this.#platforms].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    const notes = platforms.length > 1 ? [`holds several platforms: ${platforms.map(([name, n]) => `${name} ${n}`).join(", ")}`] : [];
    if (this.#oddClocks > 0)
      notes.push(`${this.#oddClocks} events carry a time outside 1990 to 2100: read and exported, never judged`);
    if (summary.truncated)
      notes.push("ends in the middle of a record or of its compressed data");
    return {
      summary: {
        file: this.#reading.file.file,
        sha256: summary.sha256,
        bytes: summary.bytes,
        platform: platforms[0]?.[0] ?? "unknown",
        format: summary.compression === void 0 ? summary.container : `${summary.container}+${summary.compression}`,
        variants: [...this.#formats.keys()].toSorted(),
        encoding: summary.encoding,
        records: summary.records,
        events: this.#events,
        other: this.#other,
        duplicates: this.#duplicates,
        rejected: Object.fromEntries([...this.#rejected].toSorted(([a], [b]) => a < b ? -1 : 1)),
        ...this.#first <= this.#last && { first: iso(this.#first), last: iso(this.#last) },
        truncated: summary.truncated,
        ...summary.archive !== void 0 && { archive: summary.archive },
        problems: this.#problems,
        notes
      },
      operations: this.#operations,
      activities: this.#activities,
      platforms: this.#platforms,
      formats: this.#formats
    };
  }
  whyUnusable(summary) {
    if (summary.records === 0)
      return "holds no records; expected audit records as JSON, NDJSON or CSV";
    const [problem] = this.#problems;
    return problem === void 0 ? "holds no audit records of a known platform" : problem.slice(this.#reading.file.file.length + 1);
  }
  #read(raw, fate) {
    const recognition = this.#reading.recogniser.recognise(raw.value);
    if (recognition === void 0) {
      fate.rejected = unrecognised(raw);
      return;
    }
    add(this.#platforms, recognition.normaliser.source.id);
    this.#formats.set(recognition.format.id, recognition.format);
    let natives;
    try {
      natives = recognition.format.reshape?.(raw.value) ?? [raw.value];
    } catch (error) {
      if (!(error instanceof SyntaxError) && !isBroken(error))
        throw error;
      fate.rejected = {
        reason: "broken-cell",
        record: raw.record,
        got: error.message,
        expected: `a whole ${recognition.format.title}`
      };
      return;
    }
    if (natives.length === 0)
      fate.other = true;
    for (const native of natives)
      this.#hear(native, recognition, raw, fate);
  }
  #hear(native, recognition, raw, fate) {
    const { normaliser, format } = recognition;
    const event = normaliser.event(native, this.#reading.file.file, raw.record);
    if (isUnusable(event)) {
      fate.rejected = { ...event, record: raw.record };
      return;
    }
    const { id } = event.ref;
    const named = id !== void 0 && normaliser.source.weakId?.(id) === true ? { ...event, ref: { file: event.ref.file, record: raw.record } } : event;
    if (this.#reading.seen.add(identityOf(named), this.#reading.formats.of(format), contentHash(native))) {
      fate.duplicate = true;
      return;
    }
    const { tie } = this.#reading.seen;
    if (event.activity === "other")
      fate.other = true;
    else
      fate.events = true;
    add(this.#operations, event.operation);
    add(this.#activities, event.activity);
    if (isPlausible(event.time)) {
      if (event.time < this.#first)
        this.#first = event.time;
      if (event.time > this.#last)
        this.#last = event.time;
    } else
      this.#oddClocks += 1;
    const place = { file: this.#reading.index, record: raw.record, offset: raw.offset, length: raw.length };
    this.#reading.listen(event, place, tie, format, this.#reading.file.file);
  }
  // Each record counts once, by the best that became of its parts.
  #settle() {
    const fate = this.#fate;
    if (fate === void 0)
      return;
    this.#fate = void 0;
    if (fate.events)
      this.#events += 1;
    else if (fate.other)
      this.#other += 1;
    else if (fate.duplicate)
      this.#duplicates += 1;
    else if (fate.rejected !== void 0)
      this.#reject(fate.rejected);
  }
  #reject(rejection) {
    add(this.#rejected, rejection.reason);
    const place = `${this.#reading.file.file}:${rejection.line ?? rejection.record}`;
    const text = `${place}: ${rejection.got}; expected ${rejection.expected}`;
    if (this.#reading.strict)
      throw new EvidenceError(text);
    if (this.#problems.length < MOST_PROBLEMS)
      this.#problems.push(text);
  }
};
function unrecognised(raw) {
  const names = Object.keys(raw.value);
  const shown2 = names.slice(0, 6).join(", ") + (names.length > 6 ? ", \u2026" : "");
  return {
    reason: "unrecognised",
    record: raw.record,
    got: names.length === 0 ? "an empty object" : `a record with ${shown2.length > 160 ? `${shown2.slice(0, 160)}\u2026` : shown2}`,
    expected: "an audit record of a known platform (see saashound platforms)"
  };
}
function isUnusable(event) {
  return "reason" in event && !("time" in event);
}
function isBroken(error) {
  return error instanceof Error && error.name === "BrokenCell";
}
function add(counts, key) {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
function iso(time) {
  return new Date(time).toISOString();
}

export {
  readEvidence
};
