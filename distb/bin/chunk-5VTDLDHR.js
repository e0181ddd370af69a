import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  isObject
} from "./chunk-FI5JWCXQ.js";
import {
  EvidenceError,
  UsageError
} from "./chunk-OTXOMCGJ.js";

// dist/src/cli/check/cases.js
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";

// dist/src/cli/check/expected.js
var MEMBERS = ["findings", "none", "max", "document"];
function readExpected(value) {
  if (!isObject(value))
    throw new TypeError("must be a JSON object");
  const strange = Object.keys(value).find((name) => !MEMBERS.includes(name));
  if (strange !== void 0)
    throw new TypeError(`unknown member '${strange}'; there are ${MEMBERS.join(", ")}`);
  if (Object.keys(value).length === 0)
    throw new TypeError(`must say at least one of ${MEMBERS.join(", ")}`);
  const { findings, none, max, document } = value;
  if (max !== void 0 && (typeof max !== "number" || !(max >= 0)))
    throw new TypeError("max must be a number of 0 or more");
  if (document !== void 0 && !isObject(document))
    throw new TypeError("document must be an object");
  return {
    findings: findings === void 0 ? [] : objects("findings", findings),
    none: none === true ? true : none === void 0 ? [] : objects("none", none),
    max,
    document
  };
}
function objects(name, value) {
  if (!Array.isArray(value) || !value.every(isObject))
    throw new TypeError(`${name} must be a list of objects`);
  return value;
}

// dist/src/cli/check/cases.js
var NO_EVIDENCE = /* @__PURE__ */ new Set(["case.json", "expected.json", "context", "README.md"]);
function findCases(folders) {
  const found = /* @__PURE__ */ new Set();
  for (const folder of folders) {
    const below = casesBelow(folder.replace(/(?<=.)\/+$/, ""));
    if (below.length === 0)
      throw new UsageError(`${folder}: no case.json in it or below; see docs/fixtures.md`);
    for (const one of below)
      found.add(one);
  }
  return [...found].sort();
}
function casesBelow(folder) {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there === void 0)
    throw new UsageError(`${folder}: no such folder`);
  if (!there.isDirectory())
    throw new UsageError(`${folder}: is a file; name the folder of a case`);
  const entries = readdirSync(folder, { withFileTypes: true });
  if (entries.some((entry) => entry.name === "case.json"))
    return [folder];
  return entries.filter((entry) => entry.isDirectory()).flatMap((entry) => casesBelow(`${folder}/${entry.name}`));
}
function readCase(folder) {
  const about = readObject(folder, "case.json");
  const { title, analytics, options } = about;
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => a.name < b.name ? -1 : 1);
  const evidence = entries.filter((entry) => !NO_EVIDENCE.has(entry.name) && !entry.name.startsWith("."));
  if (evidence.length === 0)
    throw new EvidenceError(`${folder}: no evidence`);
  if (options !== void 0 && !isObject(options))
    throw new EvidenceError(`${folder}/case.json: options must be an object`);
  return {
    folder,
    title: typeof title === "string" ? title : basename(folder),
    analytics: words(analytics) ?? [analyticOf(folder)],
    options: options ?? {},
    evidence: evidence.map((entry) => join(folder, entry.name)),
    context: entries.some((entry) => entry.isDirectory() && entry.name === "context") ? join(folder, "context") : void 0,
    expected: expectedOf(folder)
  };
}
function expectedOf(folder) {
  try {
    return readExpected(readObject(folder, "expected.json"));
  } catch (error) {
    if (error instanceof TypeError)
      throw new EvidenceError(`${folder}/expected.json: ${error.message}`);
    throw error;
  }
}
function readObject(folder, name) {
  const file = `${folder}/${name}`;
  let text;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    throw new EvidenceError(`${file}: missing or unreadable`);
  }
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new EvidenceError(`${file}: ${error instanceof Error ? error.message : "not JSON"}`);
  }
  if (!isObject(value))
    throw new EvidenceError(`${file}: must be a JSON object`);
  return value;
}
function words(value) {
  return Array.isArray(value) && value.every((word) => typeof word === "string") ? value : void 0;
}
function analyticOf(folder) {
  return folder.split("/").at(-3) ?? "all";
}

export {
  findCases,
  readCase
};
