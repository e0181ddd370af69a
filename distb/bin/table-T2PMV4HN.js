import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  coverageLines,
  inputLines
} from "./chunk-DNJ43JPM.js";
import {
  beside,
  hanging,
  wrapped
} from "./chunk-HGGL5ETB.js";
import "./chunk-LGH7ZGLL.js";
import {
  shownMinute,
  shownSpan,
  shownTime
} from "./chunk-CI6OXPWY.js";
import {
  paint
} from "./chunk-L5AOHZOZ.js";
import {
  actorSentence,
  analyticOf,
  baselineSentence,
  chanceSentence,
  entitySentences,
  measure,
  place,
  shareText,
  tallySentence
} from "./chunk-X4BTKUER.js";
import "./chunk-ULS3Z4IN.js";
import {
  counted,
  decades,
  decimal
} from "./chunk-V73TNQOO.js";
import {
  padded,
  visible,
  width
} from "./chunk-D4CHUSP5.js";
import "./chunk-NFCWV5CJ.js";

// dist/src/render/table-finding.js
var SAMPLE_SHOWN = 5;
var NAMES_SHOWN = 8;
var LABEL = 12;
var BAR = 16;
function findingLines(finding, page) {
  const { columns, style } = page;
  const lines = [ruler(finding, page), ...wrapped(finding.title, columns).map(style.strong), ""];
  const row = (label, text) => lines.push(...hanging(labelled(label, style), text, columns));
  row("who", actorSentence(finding.actor));
  for (const sentence of entitySentences(finding.entities, page.verbose ? void 0 : NAMES_SHOWN))
    row("with", sentence);
  row("when", `${shownSpan(finding.window.start, finding.window.end, page.timeZone)} on ${finding.platforms.join(", ")}`);
  row("against", baselineSentence(finding.baseline));
  row("by chance", chanceSentence(finding.chance));
  const attack = analyticOf(page.document, finding.analytic)?.attack;
  if (attack !== void 0)
    row("ATT&CK", `${attack.technique} ${attack.techniqueName} (${attack.tactic}) ${attack.url}`);
  if (page.verbose)
    row("id", finding.id);
  lines.push(...seriesLines(finding, page), ...stageLines(finding, page), ...reasonLines(finding, page), ...contextLines(finding, page));
  lines.push(...evidenceLines(finding, page));
  lines.push(...listLines("not seen here", finding.caveats, page), ...listLines("next", finding.next, page));
  return lines;
}
function ruler(finding, { columns, style }) {
  const severity = finding.severity.toUpperCase();
  const plain = `\u2500\u2500 #${finding.rank} ${severity} ${finding.score.toFixed(1)} ${finding.analytic} `;
  const rest = style.faint("\u2500".repeat(Math.max(0, columns - plain.length)));
  return `${style.faint("\u2500\u2500")} #${finding.rank} ${style.severity[finding.severity](severity)} ${finding.score.toFixed(1)} ${finding.analytic} ${rest}`;
}
function labelled(label, style) {
  return `  ${style.faint(padded(label, LABEL - 2))}`;
}
function reasonLines(finding, page) {
  const { reasons } = finding;
  const { columns, style } = page;
  if (reasons.length === 0)
    return [];
  const largest = Math.max(...reasons.map(({ surprise }) => Math.abs(surprise)), 0.1);
  const lines = [
    "",
    style.heading("why"),
    ...wrapped("Each line adds or takes powers of ten; the share is of all that raise.", columns - 2).map((line) => style.faint(`  ${line}`))
  ];
  for (const reason of reasons) {
    const tint = reason.surprise < 0 ? style.lowered : style.raised;
    const lead = `  ${padded(decades(reason.surprise), 5, "left")} `;
    const share = padded(shareText(reason, reasons), 5, "left");
    const text = `${reason.signal}: ${measure(reason)}`;
    const beside2 = columns - lead.length - BAR - share.length - 3;
    lines.push(...hanging(`${lead}${tint(bar(reason, largest))} ${share}  `, beside2 >= 20 ? text : "", columns));
    if (beside2 < 20)
      lines.push(...hanging(" ".repeat(8), text, columns));
    lines.push(...hanging(" ".repeat(8), reason.text, columns, style.faint));
  }
  const sum = reasons.reduce((total, { surprise }) => total + surprise, 0);
  lines.push(...hanging(`  ${padded(decades(sum), 5, "left")} `, `in sum; score ${decimal(finding.score, 1)} of 100`, columns, style.strong));
  return lines;
}
function bar(reason, largest) {
  const eighths = Math.round(Math.abs(reason.surprise) / largest * BAR * 8);
  const full = Math.floor(eighths / 8);
  if (reason.surprise < 0)
    return padded("\u2591".repeat(Math.max(1, Math.round(eighths / 8))), BAR);
  return padded("\u2588".repeat(full) + (["", "\u258F", "\u258E", "\u258D", "\u258C", "\u258B", "\u258A", "\u2589"][eighths % 8] ?? ""), BAR);
}
function seriesLines({ series }, { columns, style, timeZone }) {
  if (series === void 0 || series.observed.length === 0)
    return [];
  const room = Math.max(8, columns - LABEL);
  const per = Math.ceil(series.observed.length / room);
  const largest = Math.max(...series.observed, 1);
  let blocks = "";
  for (let i = 0; i < series.observed.length; i += per) {
    const value = Math.max(...series.observed.slice(i, i + per));
    blocks += value <= 0 ? "\xB7" : "\u2581\u2582\u2583\u2584\u2585\u2586\u2587\u2588"[Math.min(7, Math.floor(value / largest * 8))] ?? "\u2588";
  }
  const end = new Date(Date.parse(series.start) + series.observed.length * series.step).toISOString();
  const text = `${series.unit} over ${shownSpan(series.start, end, timeZone)}, at most ${counted(largest, series.unit, series.unit)} at once`;
  return [`${labelled("activity", style)}${blocks}`, ...hanging(" ".repeat(LABEL), text, columns, style.faint)];
}
function stageLines({ stages }, { columns, style, timeZone }) {
  if (stages === void 0 || stages.length === 0)
    return [];
  const lines = ["", style.heading("in this order")];
  for (const stage of stages) {
    const record = stage.evidence === void 0 ? "" : ` [${place(stage.evidence)}]`;
    lines.push(...hanging(`  ${style.faint(shownTime(stage.time, timeZone))}  `, `${stage.name}: ${stage.text}${record}`, columns));
  }
  return lines;
}
function contextLines({ context }, { columns, style }) {
  if (context.length === 0)
    return [];
  const lines = ["", style.heading("what is known")];
  for (const note of context) {
    const effect = note.effect === "none" ? "no effect" : note.effect;
    const tint = note.effect === "lowered" ? style.lowered : note.effect === "raised" ? style.raised : style.faint;
    lines.push(...hanging(`  ${tint(padded(effect, 9))}  `, `${note.text} (${note.kind}, ${note.ref})`, columns));
  }
  return lines;
}
function evidenceLines({ evidence }, page) {
  const { columns, style, verbose } = page;
  const shown = verbose ? evidence.sample : evidence.sample.slice(0, SAMPLE_SHOWN);
  const which = shown.length < evidence.count ? `, the first ${counted(shown.length, "one", "of them")}:` : ":";
  const lines = [
    "",
    ...hanging(`${style.heading("evidence")}  `, `${counted(evidence.count, "record")}${shown.length === 0 ? "" : which}`, columns)
  ];
  const operation = Math.min(28, Math.max(...shown.map((record) => width(visible(record.operation)))));
  for (const record of shown)
    lines.push(...recordLines(record, operation, page));
  return lines;
}
function recordLines(record, operationColumns, { columns, style, verbose, timeZone }) {
  const id = verbose && record.id !== void 0 ? ` id ${visible(record.id)}` : "";
  const lead = `  ${style.faint(shownTime(record.time, timeZone))}  `;
  const operation = visible(record.operation);
  const where = `${visible(place(record))}${id}`;
  const used = 2 + width(shownTime(record.time, timeZone)) + 2 + operationColumns + 2;
  if (width(operation) <= operationColumns && used + width(where) <= columns)
    return [`${lead}${padded(operation, operationColumns)}  ${where}`];
  return [...hanging(lead, operation, columns), ...hanging("      ", where, columns)];
}
function listLines(heading, texts, { columns, style }) {
  if (texts.length === 0)
    return [];
  return ["", style.heading(heading), ...texts.flatMap((text) => hanging("  - ", text, columns))];
}

// dist/src/render/table.js
var SHOWN_IN_FULL = 10;
var WIDE = 120;
var NARROWEST = 40;
function renderTable(document, options) {
  const style = paint(options.colour);
  const columns = Math.max(NARROWEST, options.columns);
  const shown = options.verbose ? document.findings : document.findings.slice(0, SHOWN_IN_FULL);
  const lines = [...headLines(document, columns, style, options.timeZone)];
  if (document.findings.length > 1)
    lines.push("", ...summaryLines(document.findings, columns, style, options.timeZone));
  for (const finding of shown)
    lines.push("", ...findingLines(finding, { ...options, document, columns, style }));
  const hidden = document.findings.length - shown.length;
  if (hidden > 0) {
    lines.push("", ...wrapped(`${counted(hidden, "more finding is", "more findings are")} listed above; --verbose shows them in full.`, columns));
  }
  lines.push("", ...coverageLines(document, columns, style, options.verbose));
  lines.push("", ...inputLines(document.inputs, document.run.unusable, { ...options, columns, style }));
  return `${lines.join("\n")}
`;
}
function headLines(document, columns, style, zone) {
  const { run, findings } = document;
  const lines = [];
  if (findings.length === 0) {
    lines.push(...wrapped("No findings: nothing in this evidence was odd enough for the analytics that ran.", columns).map(style.strong));
    lines.push(...wrapped("What they could not see is listed below; nothing found there means nothing.", columns));
  } else {
    const text = tallySentence(findings);
    lines.push(...wrapped(text.charAt(0).toUpperCase() + text.slice(1), columns).map(style.strong));
  }
  const ran = run.analytics.map(({ id, name }) => `${id} ${name}`).join(", ");
  lines.push(...hanging("ran      ", ran === "" ? "no analytic" : ran, columns, style.faint));
  const span = run.from !== void 0 && run.to !== void 0 ? shownSpan(run.from, run.to, zone) : "no events were read";
  lines.push(...hanging("over     ", span, columns, style.faint));
  if (run.suppressed > 0) {
    lines.push(...hanging("besides  ", `${counted(run.suppressed, "finding")} below the limits asked for`, columns, style.faint));
  }
  for (const note of run.notes)
    lines.push(...hanging("note     ", note, columns));
  return lines;
}
function summaryLines(findings, columns, style, zone) {
  return columns >= WIDE ? wideSummary(findings, columns, style, zone) : narrowSummary(findings, columns, style, zone);
}
function wideSummary(findings, columns, style, zone) {
  const rank = Math.max(1, String(findings.length).length);
  const fixed = rank + 2 + 8 + 2 + 5 + 2 + 6 + 2 + 16 + 2;
  const actor = Math.min(40, Math.floor((columns - fixed) * 0.35));
  const title = columns - fixed - actor - 2;
  const cells = (texts, paintSeverity) => beside([
    { text: texts[0], columns: rank, side: "left" },
    { text: texts[1], columns: 8, ...paintSeverity === void 0 ? {} : { style: paintSeverity } },
    { text: texts[2], columns: 5, side: "left" },
    { text: texts[3], columns: 6 },
    { text: texts[4], columns: 16 },
    { text: texts[5], columns: actor },
    { text: texts[6], columns: title }
  ]);
  const lines = cells(["#", "severity", "score", "", "start", "who", "what"]).map(style.faint);
  for (const finding of findings) {
    const { severity, score, analytic, window, actor: who } = finding;
    const start = shownMinute(window.start, zone);
    lines.push(...cells([String(finding.rank), severity, score.toFixed(1), analytic, start, actorSentence(who), finding.title], (text) => text.trim() === "" ? text : style.severity[severity](text.trimEnd()) + text.slice(text.trimEnd().length)));
  }
  return lines;
}
function narrowSummary(findings, columns, style, zone) {
  const rank = Math.max(2, String(findings.length).length);
  const blanks = " ".repeat(rank + 2);
  const lines = [];
  for (const finding of findings) {
    const head = `${padded(String(finding.rank), rank, "left")}  ${style.severity[finding.severity](finding.severity)}`;
    const gap = " ".repeat(8 - finding.severity.length);
    const start = shownMinute(finding.window.start, zone);
    const line = `${head}${gap}  ${finding.score.toFixed(1).padStart(5)}  ${finding.analytic}`;
    const fits = rank + 2 + 8 + 2 + 5 + 2 + finding.analytic.length + 2 + start.length <= columns;
    lines.push(fits ? `${line}  ${start}` : line);
    lines.push(...hanging(blanks, `${fits ? "" : `${start} `}${actorSentence(finding.actor)}: ${finding.title}`, columns));
  }
  return lines;
}
export {
  renderTable
};
