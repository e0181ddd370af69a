import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  ndjsonText
} from "./chunk-ZW6KX3U6.js";
import "./chunk-EL3V4KXM.js";
import {
  actorSentence,
  analyticOf,
  measure,
  place
} from "./chunk-X4BTKUER.js";
import "./chunk-ULS3Z4IN.js";
import "./chunk-V73TNQOO.js";
import "./chunk-D4CHUSP5.js";
import "./chunk-NFCWV5CJ.js";

// dist/src/render/timesketch.js
function renderTimesketch(document) {
  const events = document.findings.flatMap((finding) => findingEvents(finding, document));
  return ndjsonText(events.toSorted((a, b) => a.timestamp - b.timestamp));
}
function findingEvents(finding, document) {
  const { window, stages = [], series, evidence } = finding;
  const summary = `${finding.severity.toUpperCase()} ${finding.score.toFixed(1)} ${finding.analytic}: ${finding.title}, ${actorSentence(finding.actor)}`;
  const head = {
    reasons: finding.reasons.map((reason) => `${reason.signal}: ${measure(reason)}`),
    technique: analyticOf(document, finding.analytic)?.attack.technique
  };
  return [
    event(finding, window.start, "Finding: first moment", summary, head),
    event(finding, window.end, "Finding: end of window", summary, head),
    ...stages.map((stage) => event(finding, stage.time, `Stage: ${stage.name}`, stage.text, stage.evidence === void 0 ? {} : record(stage.evidence))),
    ...(series?.signIns ?? []).map((signIn) => event(finding, signIn.time, signIn.ok ? "Sign-in" : "Failed sign-in", signIn.text, {})),
    ...evidence.sample.map((sample) => event(finding, sample.time, "Evidence", `${sample.operation} (${place(sample)})`, record(sample)))
  ];
}
function event(finding, time, kind, message, more) {
  const ms = Date.parse(time);
  const known = Number.isNaN(ms) ? 0 : ms;
  return {
    message,
    datetime: new Date(known).toISOString().replace("Z", "+00:00"),
    timestamp: known * 1e3,
    timestamp_desc: kind,
    tag: ["saashound", finding.severity, finding.analytic],
    finding_id: finding.id,
    analytic: finding.analytic,
    severity: finding.severity,
    score: finding.score,
    user: finding.actor.id,
    platform: finding.platforms.join(" "),
    ...more
  };
}
function record({ file, record: ordinal, id, operation, sha256 }) {
  return { source_file: file, source_record: ordinal, event_id: id, operation, record_sha256: sha256 };
}
export {
  renderTimesketch
};
