import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  SEVERITIES
} from "./chunk-ULS3Z4IN.js";
import {
  count,
  counted,
  percent,
  quantity,
  small
} from "./chunk-V73TNQOO.js";

// dist/src/render/finding-words.js
var WORST_FIRST = SEVERITIES.toReversed();
function tallySentence(findings) {
  if (findings.length === 0)
    return "no findings";
  const parts = WORST_FIRST.map((severity) => [severity, findings.filter((finding) => finding.severity === severity).length]).filter(([, number]) => number > 0).map(([severity, number]) => `${count(number)} ${severity}`);
  return `${counted(findings.length, "finding")}: ${parts.join(", ")}`;
}
function actorSentence(actor) {
  const address = actor.email !== void 0 && actor.email.toLowerCase() !== actor.id ? `, ${actor.email}` : "";
  const named = actor.name !== void 0 && actor.name.toLowerCase() !== actor.id ? `${actor.name} <${actor.id}>` : actor.id;
  return `${named}${address} (${actor.type})`;
}
function measure(reason) {
  const unit = reason.unit === "" || typeof reason.expected === "string" ? "" : ` ${reason.unit}`;
  return `${quantity(reason.observed)} against ${quantity(reason.expected)}${unit}`;
}
function shareOf(reason, reasons) {
  let raising = 0;
  for (const { surprise } of reasons)
    raising += Math.max(0, surprise);
  return raising === 0 ? 0 : reason.surprise / raising;
}
function shareText(reason, reasons) {
  const share = shareOf(reason, reasons);
  return share < 0 ? `-${percent(-share)}` : percent(share);
}
function chanceSentence(chance) {
  return `${small(chance)} findings this strong were to be expected here if nothing were wrong`;
}
function baselineSentence(baseline) {
  const behind = `${counted(baseline.windows, "window")} on ${counted(baseline.days, "day")}`;
  switch (baseline.of) {
    case "self":
      return `own history, ${behind}`;
    case "peers":
      return `peers, ${behind}`;
    case "organisation":
      return `the whole organisation, ${behind}`;
    case "none":
      return "nothing: there is no history to compare with";
  }
}
function entitySentences(entities, most = Number.POSITIVE_INFINITY) {
  const roles = /* @__PURE__ */ new Map();
  for (const entity of entities) {
    const kind = entity.role === entity.type ? entity.role : `${entity.role} (${entity.type})`;
    const known = roles.get(kind);
    if (known === void 0)
      roles.set(kind, [entity]);
    else
      known.push(entity);
  }
  return [...roles].map(([kind, members]) => {
    const names = members.map(({ id, name }) => name === void 0 || name === id ? id : `${name}, ${id}`);
    if (names.length === 1)
      return `${kind} ${names[0]}`;
    const more = names.length > most ? ` and ${count(names.length - most)} more` : "";
    return `${kind}, ${count(names.length)} of them: ${names.slice(0, most).join("; ")}${more}`;
  });
}
function place(evidence) {
  return `${evidence.file}:${evidence.record}`;
}
function analyticOf(document, id) {
  return document.run.analytics.find((analytic) => analytic.id === id);
}
function countsSentence(input) {
  const rejected = rejectedTotal(input);
  const reasons = Object.keys(input.rejected).sort().filter((reason) => (input.rejected[reason] ?? 0) > 0);
  const why = reasons.length === 0 ? "" : ` (${reasons.map((reason) => `${reason} ${count(input.rejected[reason] ?? 0)}`).join(", ")})`;
  return `${counted(input.records, "record")}: ${counted(input.events, "event")}, ${count(input.other)} of no activity we judge, ${count(input.duplicates)} repeated, ${count(rejected)} rejected${why}`;
}
function rejectedTotal(input) {
  let total = 0;
  for (const number of Object.values(input.rejected))
    total += number;
  return total;
}

export {
  WORST_FIRST,
  tallySentence,
  actorSentence,
  measure,
  shareText,
  chanceSentence,
  baselineSentence,
  entitySentences,
  place,
  analyticOf,
  countsSentence,
  rejectedTotal
};
