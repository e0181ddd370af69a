import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  errorCode,
  quoted,
  readTable
} from "./chunk-ZPDV4KAV.js";
import "./chunk-LAXDHLHW.js";
import {
  require_ipaddr
} from "./chunk-ZZY54HAZ.js";
import {
  PLATFORMS,
  isPlatform
} from "./chunk-2CJXXPZT.js";
import {
  ACTIVITIES,
  isActivity
} from "./chunk-TFFH55T3.js";
import {
  UsageError
} from "./chunk-OTXOMCGJ.js";
import {
  __toESM
} from "./chunk-NFCWV5CJ.js";

// dist/src/context/load.js
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

// dist/src/context/cells.js
var DAY = 864e5;
var EARLIEST_YEAR = 1970;
var YES = /* @__PURE__ */ new Set(["yes", "true", "y", "1"]);
var NO = /* @__PURE__ */ new Set(["no", "false", "n", "0"]);
var MOMENT = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?\s?(Z|[+-]\d{2}:?\d{2})?)?$/i;
function flagCell(row, column) {
  const text = row.cell(column).toLowerCase();
  if (text === "")
    return void 0;
  if (YES.has(text))
    return true;
  if (NO.has(text))
    return false;
  throw row.wrong(column, "yes or no (or empty)");
}
function listCell(row, column) {
  return row.cell(column).split(";").map((part) => part.trim()).filter((part) => part !== "");
}
function momentCell(row, column, endOfDay) {
  const time = parseMoment(row.cell(column), endOfDay);
  if (time === void 0)
    throw row.wrong(column, "an ISO 8601 date or time (2026-03-31, 2026-03-31T18:00Z)");
  return time;
}
function parseMoment(text, endOfDay) {
  const [match, year, month, day, hour, minute, second, zone] = MOMENT.exec(text) ?? [];
  if (match === void 0 || Number(year) < EARLIEST_YEAR)
    return void 0;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const date = new Date(midnight);
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day))
    return void 0;
  if (hour === void 0)
    return endOfDay ? midnight + DAY : midnight;
  const [h, m, s] = [Number(hour), Number(minute), Number(second ?? 0)];
  const full = h === 24 && m === 0 && s === 0;
  if (h > 23 && !full || m > 59 || s > 59)
    return void 0;
  return midnight + ((h * 60 + m) * 60 + s) * 1e3 - zoneOffset(zone);
}
function zoneOffset(zone) {
  if (zone === void 0 || zone.toUpperCase() === "Z")
    return 0;
  const digits = zone.slice(1).replace(":", "");
  const offset = (Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2))) * 6e4;
  return zone.startsWith("-") ? -offset : offset;
}

// dist/src/context/apps.js
var LAYOUT = { file: "apps.csv", columns: ["app", "name", "platform", "scopes", "owner", "review_by"], required: 1 };
var Apps = class {
  #byWord = /* @__PURE__ */ new Map();
  /** By display name: only for events whose app has no id of its own. */
  #byName = /* @__PURE__ */ new Map();
  constructor(rows) {
    for (const row of rows) {
      push(this.#byWord, row.app, row);
      if (row.name !== void 0)
        push(this.#byName, row.name.toLowerCase(), row);
    }
  }
  /**
   * The approval of an app: by its id, or by its name where the column `app` gives a name. The column `name` is for people:
   * it counts only where the log gives no id beside the name, since anybody may call an app like an approved one. Of several
   * rows the one of this platform, then the one that holds longest, then the first. A row for Microsoft 365 holds for Entra
   * and the other way round: it is one tenant.
   */
  find(id, name, platform) {
    const [byId, byName] = [id.toLowerCase(), name?.toLowerCase()];
    const nameless = byName === void 0 || byName === byId;
    const found = [...this.#byWord.get(byId) ?? [], ...byName === void 0 ? [] : this.#byWord.get(byName) ?? []];
    if (found.length === 0 && nameless)
      found.push(...this.#byName.get(byId) ?? []);
    let best;
    for (const row of found) {
      if (!covers(row, platform))
        continue;
      if (best === void 0 || rank(row) > rank(best) || rank(row) === rank(best) && end(row) > end(best))
        best = row;
    }
    return best;
  }
};
function readApps(bytes) {
  return new Apps(readTable(bytes, LAYOUT).map(appOf));
}
function appOf(row) {
  const [name, owner] = [row.cell("name"), row.cell("owner")];
  const platform = row.cell("platform").toLowerCase();
  if (platform !== "" && !isPlatform(platform))
    throw row.wrong("platform", `one of ${PLATFORMS.join(", ")} (or empty for any)`);
  return {
    ref: row.ref,
    app: row.cell("app").toLowerCase(),
    ...name !== "" && { name },
    ...platform !== "" && { platform },
    scopes: listCell(row, "scopes").flatMap((part) => part.split(/[\s,]+/).filter((scope) => scope !== "")),
    ...owner !== "" && { owner },
    ...row.cell("review_by") !== "" && { reviewBy: momentCell(row, "review_by", true) }
  };
}
function covers(row, platform) {
  return row.platform === void 0 || tenant(row.platform) === tenant(platform);
}
function tenant(platform) {
  return platform === "entra" ? "m365" : platform;
}
function rank(row) {
  return row.platform === void 0 ? 0 : 1;
}
function end(row) {
  return row.reviewBy ?? Infinity;
}
function push(lists, key, value) {
  const list = lists.get(key);
  if (list === void 0)
    lists.set(key, [value]);
  else
    list.push(value);
}

// dist/src/context/changes.js
var LAYOUT2 = { file: "changes.csv", columns: ["id", "start", "end", "actors", "activities", "note"], required: 3 };
var Changes = class {
  #rows;
  constructor(rows) {
    this.#rows = rows;
  }
  /** The tickets that cover somebody of these names (lower case), doing this, at this time; in the order of the file. */
  find(names, activity, time) {
    return this.#rows.filter(({ start, end: end2, actors, activities }) => start <= time && time < end2 && (activities.length === 0 || activities.includes(activity)) && (actors.length === 0 || names.some((name) => actors.includes(name))));
  }
};
function readChanges(bytes) {
  return new Changes(readTable(bytes, LAYOUT2).map(changeOf));
}
function changeOf(row) {
  const start = momentCell(row, "start", false);
  const end2 = momentCell(row, "end", true);
  if (end2 <= start)
    throw row.wrong("end", `a time after the start (${row.cell("start")})`);
  const note = row.cell("note");
  return {
    ref: row.ref,
    id: row.cell("id"),
    start,
    end: end2,
    actors: listCell(row, "actors").map((actor) => actor.toLowerCase()),
    activities: activitiesOf(row),
    ...note !== "" && { note }
  };
}
function activitiesOf(row) {
  const covered = /* @__PURE__ */ new Set();
  for (const word of listCell(row, "activities")) {
    const name = word.toLowerCase();
    if (name === "*")
      return [];
    const named = isActivity(name) ? [name] : family(name);
    if (named.length === 0)
      throw row.wrong("activities", `activities, not ${quoted(word)}: ${ACTIVITIES.join(", ")}, or a family such as account.*`);
    for (const activity of named)
      covered.add(activity);
  }
  return [...covered];
}
function family(name) {
  if (!name.endsWith(".*"))
    return [];
  const stem = name.slice(0, -2);
  return ACTIVITIES.filter((activity) => activity === stem || activity.startsWith(`${stem}.`));
}

// dist/src/context/networks.js
var import_ipaddr = __toESM(require_ipaddr(), 1);
var LAYOUT3 = { file: "networks.csv", columns: ["cidr", "name"], required: 1 };
var KEPT = 65536;
var Networks = class {
  /** Prefix lengths in use, longest first, and the networks of each by their leading bits. */
  #levels;
  #answers = /* @__PURE__ */ new Map();
  /** @throws RangeError where a `cidr` is none */
  constructor(rows) {
    const levels = /* @__PURE__ */ new Map();
    for (const row of rows) {
      const range = parseRange(row.cidr);
      if (range === void 0)
        throw new RangeError(`not a network: ${row.cidr}`);
      const { address, prefix } = range;
      const kind = address.kind();
      const level = levels.get(`${kind}/${prefix}`) ?? { kind, prefix, networks: /* @__PURE__ */ new Map() };
      levels.set(`${kind}/${prefix}`, level);
      const bits = leadingBits(address, prefix);
      if (!level.networks.has(bits))
        level.networks.set(bits, row);
    }
    this.#levels = [...levels.values()].sort((left, right) => right.prefix - left.prefix);
  }
  /** The smallest network that holds an address (of equal ones the first); undefined for none and for what is no address. */
  find(ip) {
    if (this.#levels.length === 0)
      return void 0;
    if (this.#answers.has(ip))
      return this.#answers.get(ip);
    if (this.#answers.size >= KEPT)
      this.#answers.clear();
    const answer = this.#search(parseAddress(ip));
    this.#answers.set(ip, answer);
    return answer;
  }
  #search(address) {
    if (address === void 0)
      return void 0;
    const kind = address.kind();
    for (const level of this.#levels) {
      if (level.kind !== kind)
        continue;
      const found = level.networks.get(leadingBits(address, level.prefix));
      if (found !== void 0)
        return found;
    }
    return void 0;
  }
};
function readNetworks(bytes) {
  return new Networks(readTable(bytes, LAYOUT3).map(networkOf));
}
function networkOf(row) {
  const [cidr, name] = [row.cell("cidr"), row.cell("name")];
  if (parseRange(cidr) === void 0)
    throw row.wrong("cidr", "a network such as 203.0.113.0/24 or 2001:db8::/32");
  return { ref: row.ref, cidr, ...name !== "" && { name } };
}
function parseRange(text) {
  const slash = text.indexOf("/");
  const written = slash < 0 ? text : text.slice(0, slash);
  const address = parseAddress(written);
  if (address === void 0)
    return void 0;
  const mapped = address.kind() === "ipv4" && written.includes(":") ? 96 : 0;
  const size = address.kind() === "ipv4" ? 32 : 128;
  if (slash < 0)
    return { address, prefix: size };
  const digits = text.slice(slash + 1);
  if (!/^\d{1,3}$/.test(digits))
    return void 0;
  const prefix = Number(digits) - mapped;
  return prefix >= 0 && prefix <= size ? { address, prefix } : void 0;
}
function parseAddress(text) {
  if (text.length > 64)
    return void 0;
  if (import_ipaddr.default.IPv4.isValidFourPartDecimal(text))
    return import_ipaddr.default.IPv4.parse(text);
  if (!text.includes(":") || !import_ipaddr.default.IPv6.isValid(text))
    return void 0;
  const address = import_ipaddr.default.IPv6.parse(text);
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}
function leadingBits(address, prefix) {
  let bits = "";
  let left = prefix;
  for (const byte of address.toByteArray()) {
    if (left <= 0)
      break;
    bits += String.fromCharCode(left >= 8 ? byte : byte & 65280 >> left);
    left -= 8;
  }
  return bits;
}

// dist/src/context/people.js
var LAYOUT4 = {
  file: "people.csv",
  columns: ["user", "name", "department", "role", "account_type", "privileged", "developer", "aliases"],
  required: 1
};
function readPeople(bytes) {
  const list = [];
  const byName = /* @__PURE__ */ new Map();
  for (const row of readTable(bytes, LAYOUT4)) {
    const person = personOf(row);
    list.push(person);
    claim(byName, person, person.user, row, "user");
    for (const alias of person.aliases)
      claim(byName, person, alias, row, "aliases");
  }
  return { list, byName };
}
function personOf(row) {
  const [name, department, role] = [row.cell("name"), row.cell("department"), row.cell("role")];
  const accountType = row.cell("account_type").toLowerCase();
  const [privileged, developer] = [flagCell(row, "privileged"), flagCell(row, "developer")];
  return {
    ref: row.ref,
    user: row.cell("user").toLowerCase(),
    ...name !== "" && { name },
    ...department !== "" && { department },
    ...role !== "" && { role },
    ...accountType !== "" && { accountType },
    ...privileged !== void 0 && { privileged },
    ...developer !== void 0 && { developer },
    aliases: listCell(row, "aliases").map((alias) => alias.toLowerCase())
  };
}
function claim(byName, person, name, row, column) {
  const holder = byName.get(name);
  if (holder !== void 0 && holder !== person) {
    throw new UsageError(`${row.ref}: column ${column}: got ${quoted(name)}, which ${holder.ref} gives to ${quoted(holder.user)}; expected each name in one row`);
  }
  byName.set(name, person);
}

// dist/src/context/repositories.js
var LAYOUT5 = { file: "repositories.csv", columns: ["repository", "sensitivity"], required: 2 };
var Repositories = class {
  #exact = /* @__PURE__ */ new Map();
  #patterns;
  constructor(rows) {
    const patterns = [];
    for (const row of rows) {
      const parts = row.repository.split("*");
      if (parts.length > 1)
        patterns.push({ row, parts, literal: row.repository.length - parts.length + 1 });
      else if (!this.#exact.has(row.repository))
        this.#exact.set(row.repository, row);
    }
    this.#patterns = patterns.sort((left, right) => right.literal - left.literal);
  }
  /**
   * What is said of a repository: its own row, else the pattern with the most literal characters (of equal ones the first). A
   * row without `/` names the repository in any organisation.
   */
  find(id) {
    const name = id.toLowerCase();
    const short = name.slice(name.lastIndexOf("/") + 1);
    const exact = this.#exact.get(name) ?? this.#exact.get(short);
    if (exact !== void 0)
      return exact;
    return this.#patterns.find(({ row, parts }) => matches(row.repository.includes("/") ? name : short, parts))?.row;
  }
};
function readRepositories(bytes) {
  const rows = /* @__PURE__ */ new Map();
  for (const row of readTable(bytes, LAYOUT5)) {
    const repository = row.cell("repository").toLowerCase();
    const known = rows.get(repository);
    if (known !== void 0) {
      throw new UsageError(`${row.ref}: column repository: got ${quoted(repository)}, which ${known.ref} has; expected each once`);
    }
    rows.set(repository, { ref: row.ref, repository, sensitivity: row.cell("sensitivity").toLowerCase() });
  }
  return new Repositories([...rows.values()]);
}
function matches(text, parts) {
  const [first = "", ...others] = parts;
  const last = others.pop() ?? "";
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last))
    return false;
  const end2 = text.length - last.length;
  let at = first.length;
  for (const part of others) {
    const found = text.indexOf(part, at);
    if (found < 0 || found + part.length > end2)
      return false;
    at = found + part.length;
  }
  return true;
}

// dist/src/context/load.js
var FILES = ["people.csv", "apps.csv", "networks.csv", "changes.csv", "repositories.csv"];
async function loadContext(folder) {
  const names = await listFolder(folder);
  const files = FILES.filter((file) => names.has(file));
  if (files.length === 0)
    refuseStrangers(folder, names);
  const contents = /* @__PURE__ */ new Map();
  for (const file of files)
    contents.set(file, await readOne(folder, file));
  const people = read(contents, "people.csv", readPeople) ?? NOBODY;
  const apps = read(contents, "apps.csv", readApps) ?? new Apps([]);
  const networks = read(contents, "networks.csv", readNetworks) ?? new Networks([]);
  const changes = read(contents, "changes.csv", readChanges) ?? new Changes([]);
  const repositories = read(contents, "repositories.csv", readRepositories) ?? new Repositories([]);
  return {
    files,
    people: people.list,
    person: (id) => people.byName.get(id.toLowerCase()),
    app: (id, name, platform) => apps.find(id, name, platform),
    network: (ip) => networks.find(ip),
    changes: (who, activity, time) => changes.find(who, activity, time),
    repository: (id) => repositories.find(id)
  };
}
var NOBODY = { list: [], byName: /* @__PURE__ */ new Map() };
function read(contents, file, reader) {
  const bytes = contents.get(file);
  return bytes === void 0 ? void 0 : reader(bytes);
}
async function listFolder(folder) {
  try {
    return new Set(await readdir(folder));
  } catch (error) {
    const reason = errorCode(error) === "ENOENT" ? "there is none" : errorCode(error) === "ENOTDIR" ? "it is a file" : `it cannot be read (${errorCode(error)})`;
    throw new UsageError(`context folder ${quoted(folder)}: ${reason}; expected a folder with any of ${FILES.join(", ")}`);
  }
}
async function readOne(folder, file) {
  try {
    return await readFile(join(folder, file));
  } catch (error) {
    throw new UsageError(`context file ${quoted(join(folder, file))} cannot be read (${errorCode(error)})`);
  }
}
function refuseStrangers(folder, names) {
  const strangers = [...names].filter((name) => name.toLowerCase().endsWith(".csv")).sort();
  if (strangers.length === 0)
    return;
  throw new UsageError(`context folder ${quoted(folder)}: got only ${strangers.slice(0, 5).map(quoted).join(", ")}; expected any of ${FILES.join(", ")}`);
}
export {
  loadContext
};
