import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  counted
} from "./chunk-V73TNQOO.js";
import {
  isObject
} from "./chunk-FI5JWCXQ.js";
import {
  UsageError
} from "./chunk-OTXOMCGJ.js";
import "./chunk-NFCWV5CJ.js";

// dist/src/cli/compare.js
import { readFileSync } from "node:fs";
function readEarlier(file) {
  let document;
  try {
    document = JSON.parse(readFileSync(file, "utf8"));
  } catch (error) {
    const why = error instanceof SyntaxError ? "it is not JSON" : "it cannot be read";
    throw new UsageError(`--compare: ${file}: ${why}; give the output of saashound hunt --format json`);
  }
  if (!isObject(document) || document["schema"] !== "saashound/findings/1" || !Array.isArray(document["findings"])) {
    throw new UsageError(`--compare: ${file}: it is no findings document; give the output of saashound hunt --format json`);
  }
  const ids = /* @__PURE__ */ new Set();
  for (const finding of document["findings"])
    if (isObject(finding) && typeof finding["id"] === "string")
      ids.add(finding["id"]);
  return { file, ids };
}
function onlyNew(document, earlier, top = Number.POSITIVE_INFINITY) {
  const fresh = document.findings.filter((finding) => !earlier.ids.has(finding.id));
  const known = document.findings.length - fresh.length;
  const note = `${counted(known, "finding")} left out: already in ${earlier.file}`;
  return {
    ...document,
    run: { ...document.run, notes: known === 0 ? document.run.notes : [...document.run.notes, note] },
    findings: fresh.slice(0, top).map((finding, index) => ({ ...finding, rank: index + 1 }))
  };
}
export {
  onlyNew,
  readEarlier
};
