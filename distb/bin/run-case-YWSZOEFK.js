import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  LEAST_SCORE_SHOWN,
  hunt,
  loadContext,
  oneLine,
  parseAnalytics,
  parseBound,
  parseDuration,
  version
} from "./chunk-352LGHBN.js";
import "./chunk-BAQLIXUB.js";
import {
  readCase
} from "./chunk-5VTDLDHR.js";
import "./chunk-WATUFVNI.js";
import "./chunk-SEKZNX7F.js";
import {
  isObject
} from "./chunk-FI5JWCXQ.js";
import {
  isPlatform
} from "./chunk-2CJXXPZT.js";
import {
  Defect,
  EvidenceError,
  UsageError
} from "./chunk-OTXOMCGJ.js";
import "./chunk-NFCWV5CJ.js";

// dist/src/cli/check/match.js
function differenceOf(expected, actual, path = "") {
  if (expected === null) {
    return actual === void 0 || actual === null ? void 0 : differs(path, `expected to be absent, got ${shown(actual)}`);
  }
  if (Array.isArray(expected))
    return listDifference(expected, actual, path);
  if (!isObject(expected)) {
    if (path.endsWith("actor") && typeof expected === "string" && isObject(actual))
      return differenceOf(expected, actual["id"], `${path}.id`);
    return expected === actual ? void 0 : differs(path, `expected ${shown(expected)}, got ${shown(actual)}`);
  }
  if (isRange(expected))
    return rangeDifference(expected, actual, path);
  if (isPart(expected)) {
    const fits = typeof actual === "string" && actual.includes(expected.matches);
    return fits ? void 0 : differs(path, `expected a text with ${shown(expected.matches)}, got ${shown(actual)}`);
  }
  if (!isObject(actual))
    return differs(path, `expected an object, got ${shown(actual)}`);
  return memberDifference(expected, actual, path);
}
function memberDifference(expected, actual, path) {
  let matched = 0;
  let first;
  for (const [name, value] of Object.entries(expected)) {
    if (value === void 0)
      continue;
    const found = differenceOf(value, Object.hasOwn(actual, name) ? actual[name] : void 0, path === "" ? name : `${path}.${name}`);
    if (found === void 0)
      matched += 1;
    else
      first ??= found;
  }
  return first === void 0 ? void 0 : { ...first, matched };
}
function listDifference(expected, actual, path) {
  if (!Array.isArray(actual))
    return differs(path, `expected a list, got ${shown(actual)}`);
  const left = [...actual];
  for (const [index, element] of expected.entries()) {
    const found = left.findIndex((candidate) => differenceOf(element, candidate, "element") === void 0);
    if (found >= 0)
      left.splice(found, 1);
    else
      return closest(element, left, `${path}[${index}]`);
  }
  return void 0;
}
function closest(expected, candidates, path) {
  let best;
  for (const candidate of candidates) {
    const found = differenceOf(expected, candidate, path);
    if (found !== void 0 && (best === void 0 || found.matched > best.matched))
      best = found;
  }
  return best ?? differs(path, `expected ${shown(expected)}, and there is none`);
}
function isRange(value) {
  const names = Object.keys(value);
  return names.length > 0 && names.every((name) => (name === "min" || name === "max") && typeof value[name] === "number");
}
function rangeDifference(range, actual, path) {
  const { min, max } = range;
  if (typeof actual !== "number")
    return differs(path, `expected a number, got ${shown(actual)}`);
  if (typeof min === "number" && actual < min)
    return differs(path, `expected at least ${min}, got ${actual}`);
  if (typeof max === "number" && actual > max)
    return differs(path, `expected at most ${max}, got ${actual}`);
  return void 0;
}
function isPart(value) {
  return typeof value["matches"] === "string" && Object.keys(value).length === 1;
}
function differs(path, text2) {
  return { path, text: text2, matched: 0 };
}
function shown(value) {
  if (value === void 0)
    return "nothing";
  const text2 = JSON.stringify(value);
  return text2.length > 120 ? `${text2.slice(0, 119)}\u2026` : text2;
}

// dist/src/cli/check/compare-case.js
function compareCase(expected, document) {
  const problems = [];
  const left = [...document.findings];
  for (const [index, wanted] of expected.findings.entries()) {
    const at = left.findIndex((finding) => differenceOf(wanted, finding) === void 0);
    if (at >= 0) {
      left.splice(at, 1);
      continue;
    }
    const { path, text: text2 } = closest(wanted, left, "");
    problems.push(`findings[${index}] did not come${path === "" ? "" : `; nearest: ${path}:`} ${path === "" ? `(${text2})` : text2}`);
  }
  if (expected.none === true)
    for (const finding of left)
      problems.push(`came, and should not have: ${inShort(finding)}`);
  else {
    for (const [index, unwanted] of expected.none.entries()) {
      const found = document.findings.find((finding) => differenceOf(unwanted, finding) === void 0);
      if (found !== void 0)
        problems.push(`none[${index}] came: ${inShort(found)}`);
    }
  }
  if (expected.max !== void 0 && document.findings.length > expected.max) {
    problems.push(`expected at most ${expected.max} findings, got ${document.findings.length}: ${document.findings.map(({ id }) => id).join(" ")}`);
  }
  if (expected.document !== void 0) {
    const found = differenceOf(expected.document, document);
    if (found !== void 0)
      problems.push(`document.${found.path}: ${found.text}`);
  }
  return problems;
}
function inShort(finding) {
  return `${finding.id}, score ${finding.score}: ${finding.title}`;
}

// dist/src/cli/check/run-case.js
async function runCase(folder, known) {
  let title = folder;
  let problems;
  let findings = 0;
  try {
    const one = readCase(folder);
    title = one.title;
    const document = await hunt(await requestOf(one, known));
    findings = document.findings.length;
    problems = compareCase(one.expected, document);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof EvidenceError)) {
      throw new Defect(`${folder}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    }
    problems = [oneLine(error.message)];
  }
  return { folder, title, problems, findings };
}
async function requestOf(one, known) {
  const { options } = one;
  const wanted = new Set(one.analytics.flatMap((word) => parseAnalytics(word, known)));
  const context = one.context === void 0 ? void 0 : await loadContext(one.context);
  const platform = text(options, "platform");
  if (platform !== void 0 && !isPlatform(platform))
    throw new UsageError(`case.json: unknown platform '${platform}'`);
  const from = text(options, "from");
  const to = text(options, "to");
  const window = text(options, "window");
  const baseline = text(options, "baseline");
  const set = options["set"];
  return {
    evidence: one.evidence,
    analytics: known.filter((analytic) => wanted.has(analytic)),
    set: Array.isArray(set) ? set.filter((entry) => typeof entry === "string") : [],
    minScore: typeof options["minScore"] === "number" ? options["minScore"] : LEAST_SCORE_SHOWN,
    arguments: ["check"],
    version: version(),
    ...context !== void 0 && { context },
    ...platform !== void 0 && { platform },
    ...from !== void 0 && { from: parseBound("from", from) },
    ...to !== void 0 && { to: parseBound("to", to) },
    ...window !== void 0 && { window: parseDuration("window", window) },
    ...baseline !== void 0 && { baseline: parseDuration("baseline", baseline) }
  };
}
function text(options, name) {
  const value = options[name];
  return typeof value === "string" ? value : void 0;
}
export {
  runCase
};
