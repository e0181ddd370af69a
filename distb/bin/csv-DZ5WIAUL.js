import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  analyticOf,
  place
} from "./chunk-X4BTKUER.js";
import "./chunk-ULS3Z4IN.js";
import "./chunk-V73TNQOO.js";
import {
  csvCell
} from "./chunk-D4CHUSP5.js";
import {
  require_papaparse
} from "./chunk-LAXDHLHW.js";
import {
  __toESM
} from "./chunk-NFCWV5CJ.js";

// dist/src/render/csv.js
var import_papaparse = __toESM(require_papaparse(), 1);
var REASONS = 3;
var COLUMNS = [
  "rank",
  "id",
  "analytic",
  "technique",
  "severity",
  "score",
  "chance",
  "actor_type",
  "actor",
  "actor_name",
  "platforms",
  "start",
  "end",
  "title",
  "reasons",
  "evidence_count",
  "evidence_first"
];
function renderCsv(document) {
  const rows = document.findings.map((finding) => row(finding, document).map(cell));
  return `${import_papaparse.default.unparse({ fields: [...COLUMNS], data: rows }, { newline: "\n" }).trimEnd()}
`;
}
function row(finding, document) {
  const { actor, window, evidence } = finding;
  const [first] = evidence.sample;
  const strongest = finding.reasons.toSorted((a, b) => b.surprise - a.surprise).slice(0, REASONS);
  return [
    finding.rank,
    finding.id,
    finding.analytic,
    analyticOf(document, finding.analytic)?.attack.technique ?? "",
    finding.severity,
    finding.score,
    finding.chance,
    actor.type,
    actor.id,
    actor.name ?? "",
    finding.platforms.join(" "),
    window.start,
    window.end,
    finding.title,
    strongest.map(({ signal, text }) => `${signal}: ${text}`).join(" "),
    evidence.count,
    first === void 0 ? "" : place(first)
  ];
}
function cell(value) {
  return typeof value === "number" ? value : csvCell(value);
}
export {
  renderCsv
};
