import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  Ledger,
  People,
  emptyContext
} from "./chunk-2A6JQ4IR.js";
import "./chunk-HMXOL7KG.js";
import {
  readEvidence
} from "./chunk-7RKEG6IH.js";
import "./chunk-OLEF4D7Q.js";
import {
  SOURCES
} from "./chunk-PKZJ77W4.js";
import "./chunk-SEKZNX7F.js";
import "./chunk-FI5JWCXQ.js";
import "./chunk-UGZXIX5A.js";
import "./chunk-ZZY54HAZ.js";
import "./chunk-2CJXXPZT.js";
import "./chunk-TFFH55T3.js";
import "./chunk-OTXOMCGJ.js";
import "./chunk-NFCWV5CJ.js";

// dist/src/hunt/names-met.js
var MOST_NAMES = 2e5;
var NamesMet = class {
  #ledger;
  #people;
  #known;
  constructor(ledger, people, known) {
    this.#ledger = ledger;
    this.#people = people;
    this.#known = known;
  }
  /** The people whom a text names: by any of their ids and addresses, else by display name (several may share one). Sorted by id. */
  people(text) {
    const wanted = text.toLowerCase();
    const isId = this.#ledger.profiles.has(wanted) || this.#people.namesOf(this.#people.personOf(wanted)).length > 1;
    const titled = isId ? [] : [...this.#ledger.names].filter(([, name]) => name.toLowerCase() === wanted).map(([id]) => id);
    const ids = titled.length > 0 ? titled : this.#known.get("actor")?.has(wanted) === true || isId ? [wanted] : [];
    const persons = new Set(ids.map((id) => this.#people.personOf(id)));
    return [...persons].toSorted().map((id) => ({ id, names: this.#people.namesOf(id) }));
  }
  /** The one id of the person behind an id that a log used. */
  personOf(id) {
    return this.#people.personOf(id);
  }
  /** Ids of the applications that go by a name or id, and their names: lower case. */
  apps(text) {
    const wanted = text.toLowerCase();
    const names = /* @__PURE__ */ new Set([wanted]);
    for (const [id, name] of this.#ledger.appNames)
      if (name.toLowerCase() === wanted)
        names.add(id.toLowerCase());
    return names;
  }
  /** Every name of a kind that was met, lower case, sorted; display names of people and applications too. */
  all(kind) {
    return [...this.#known.get(kind) ?? []].toSorted();
  }
};
async function namesMet(request) {
  const ledger = new Ledger([]);
  const known = /* @__PURE__ */ new Map();
  await readEvidence(request, SOURCES, (event, place, tie) => {
    ledger.hear(event, place, tie);
    noteNames(event, known);
  });
  return new NamesMet(ledger, new People(ledger, request.context ?? emptyContext()), known);
}
function noteNames({ actor, app, target, ip, session, token }, known) {
  if (actor !== void 0) {
    for (const name of [actor.id, actor.email, actor.name, ...actor.aliases ?? []])
      note(known, "actor", name);
  }
  note(known, "app", app?.id);
  note(known, "app", app?.name);
  note(known, "target", target?.id);
  note(known, "target", target?.name);
  note(known, "address", ip);
  note(known, "session", session);
  note(known, "token", token);
}
function note(known, kind, name) {
  if (name === void 0)
    return;
  let names = known.get(kind);
  if (names === void 0) {
    names = /* @__PURE__ */ new Set();
    known.set(kind, names);
  }
  if (names.size < MOST_NAMES)
    names.add(name.toLowerCase());
}
export {
  NamesMet,
  namesMet
};
