import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  onExit
} from "./chunk-BAQLIXUB.js";
import {
  readSpans
} from "./chunk-S3TETGT7.js";
import {
  openEvidence
} from "./chunk-OLEF4D7Q.js";
import {
  isObject
} from "./chunk-FI5JWCXQ.js";
import {
  EvidenceError,
  UsageError
} from "./chunk-OTXOMCGJ.js";
import "./chunk-NFCWV5CJ.js";

// dist/src/cli/copy-evidence.js
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
async function copyEvidence(document, wanted, folder) {
  const chosen = chooseFindings(readFindings(document), wanted, document);
  const parent = statSync(dirname(folder), { throwIfNoEntry: false });
  if (parent?.isDirectory() !== true)
    throw new UsageError(`--output: the folder ${dirname(folder)} is missing`);
  if (existsSync(folder) && readdirSync(folder).length > 0)
    throw new UsageError(`--output: ${folder} is there and not empty`);
  const records = namedRecords(chosen);
  const temporary = join(dirname(folder), `.${basename(folder)}.${process.pid}.tmp`);
  const forget = onExit(() => rmSync(temporary, { recursive: true, force: true }));
  try {
    mkdirSync(join(temporary, "records"), { recursive: true });
    const entries = await copyRecords(records, temporary);
    const findings = chosen.map(({ id, title, evidence }) => ({ id, title, count: countOf(evidence) }));
    const manifest = { schema: "saashound/evidence/1", document, findings, records: entries };
    writeFileSync(join(temporary, "manifest.json"), `${JSON.stringify(manifest, null, 2)}
`);
    rmSync(folder, { recursive: true, force: true });
    renameSync(temporary, folder);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
    forget();
  }
  const counted = chosen.reduce((sum, { evidence }) => sum + countOf(evidence), 0);
  const named = chosen.reduce((sum, { evidence }) => sum + sampleOf(evidence).length, 0);
  return { records: records.length, files: new Set(records.map(({ file }) => file)).size, unnamed: Math.max(0, counted - named) };
}
function readFindings(document) {
  let value;
  try {
    value = JSON.parse(readFileSync(document, "utf8"));
  } catch (error) {
    throw new UsageError(`${document}: ${error instanceof SyntaxError ? "is not JSON" : "cannot be read"}`);
  }
  if (!isObject(value) || !Array.isArray(value["findings"])) {
    throw new UsageError(`${document}: is no findings document; give the output of saashound hunt --format json`);
  }
  return value["findings"].filter(isObject);
}
function chooseFindings(findings, wanted, document) {
  const chosen = wanted === "all" ? findings : findings.filter(({ id, rank }) => id === wanted || String(rank) === wanted);
  if (chosen.length > 0)
    return chosen;
  if (findings.length === 0)
    throw new UsageError(`${document}: there is no finding in it`);
  throw new UsageError(`${document}: no finding '${wanted}'; give a rank from 1 to ${findings.length}, an id, or all`);
}
function sampleOf(evidence) {
  return isObject(evidence) && Array.isArray(evidence["sample"]) ? evidence["sample"].filter(isObject) : [];
}
function countOf(evidence) {
  return isObject(evidence) && typeof evidence["count"] === "number" ? evidence["count"] : 0;
}
function namedRecords(findings) {
  const records = /* @__PURE__ */ new Map();
  for (const { id, evidence } of findings) {
    for (const said of sampleOf(evidence)) {
      const { file, record, sha256 } = said;
      if (typeof file !== "string" || typeof record !== "number")
        continue;
      const key = `${file}
${record}`;
      const names = /* @__PURE__ */ new Set([...records.get(key)?.findings ?? [], String(id)]);
      records.set(key, { file, record, sha256: typeof sha256 === "string" ? sha256 : void 0, findings: [...names], said });
    }
  }
  return [...records.values()].sort((a, b) => a.file === b.file ? a.record - b.record : a.file < b.file ? -1 : 1);
}
async function copyRecords(records, folder) {
  const entries = [];
  for (const file of new Set(records.map((record) => record.file))) {
    const own = records.filter((record) => record.file === file);
    const { spans, extension } = await locate(file, new Set(own.map(({ record }) => record)));
    const found = own.map(({ record }) => {
      const span = spans.get(record);
      if (span === void 0)
        throw new EvidenceError(`${file}: record ${record} is no longer there`);
      return span;
    });
    const buffers = await readSpans(file, found);
    for (const [index, named] of own.entries()) {
      const bytes = buffers[index] ?? Buffer.alloc(0);
      const copy = `records/${String(entries.length + 1).padStart(6, "0")}.${extension}`;
      entries.push(entryOf(named, bytes, copy));
      writeFileSync(join(folder, copy), bytes);
    }
  }
  return entries;
}
function entryOf(named, bytes, copy) {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (named.sha256 !== void 0 && named.sha256 !== sha256) {
    throw new EvidenceError(`${named.file}: record ${named.record} is not as it was: SHA-256 ${sha256}, expected ${named.sha256}`);
  }
  const { time, operation, id } = named.said;
  const { file, record, findings } = named;
  return { copy, file, record, id, time, operation, bytes: bytes.length, sha256, verified: named.sha256 !== void 0, findings };
}
async function locate(file, wanted) {
  if (file === "-")
    throw new EvidenceError("the records came from standard input, which is gone; hunt files instead");
  const { files } = await openEvidence([pathOf(file)]);
  const log = files.find((candidate) => candidate.file === file);
  if (log === void 0)
    throw new EvidenceError(`${file}: is no longer there`);
  const spans = /* @__PURE__ */ new Map();
  for await (const batch of log.batches()) {
    for (const { record, offset, length } of batch.records)
      if (wanted.has(record))
        spans.set(record, { offset, length });
    if (spans.size === wanted.size)
      break;
  }
  return { spans, extension: /\.csv(?:\.|$)/i.test(file) ? "csv" : "json" };
}
function pathOf(file) {
  for (let at = file.length; at > 0; at = file.lastIndexOf("!", at - 1)) {
    const path = file.slice(0, at);
    if (statSync(path, { throwIfNoEntry: false })?.isFile() === true)
      return path;
  }
  throw new EvidenceError(`${file}: is not there; run this where the evidence lies as it did for the hunt`);
}
export {
  copyEvidence
};
