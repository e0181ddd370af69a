import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  coverageLines,
  inputLines
} from "./chunk-DNJ43JPM.js";
import {
  hanging,
  wrapped
} from "./chunk-HGGL5ETB.js";
import "./chunk-LGH7ZGLL.js";
import {
  shownSpan,
  shownTime
} from "./chunk-CI6OXPWY.js";
import {
  paint
} from "./chunk-L5AOHZOZ.js";
import "./chunk-X4BTKUER.js";
import "./chunk-ULS3Z4IN.js";
import {
  count,
  counted
} from "./chunk-V73TNQOO.js";
import "./chunk-D4CHUSP5.js";
import "./chunk-NFCWV5CJ.js";

// dist/src/render/inspect-table.js
var TOP = 5;
function renderInspectTable(result, options) {
  const style = paint(options.colour);
  const columns = Math.max(40, options.columns);
  const page = { ...options, columns, style };
  const lines = [...headLines(result, columns, style), "", ...inputLines(result.inputs, result.unusable, page)];
  if (options.verbose)
    for (const input of result.inputs)
      lines.push("", ...operationLines(input, columns, style));
  for (const platform of result.platforms)
    lines.push("", ...platformLines(platform, page));
  lines.push("", ...coverageLines(result, columns, style, options.verbose));
  return `${lines.join("\n")}
`;
}
function headLines({ inputs, platforms }, columns, style) {
  const files = counted(inputs.length, "file");
  let events = 0;
  for (const platform of platforms)
    events += platform.events;
  const text = platforms.length === 0 ? `${files}, and not one event in them` : `${files}, ${counted(events, "event")} of ${platforms.map(({ platform }) => platform).join(", ")}`;
  return wrapped(text, columns).map(style.strong);
}
function platformLines(summary, { columns, style, verbose, timeZone }) {
  const lines = [style.heading(summary.platform)];
  lines.push(...hanging("  ", `${counted(summary.events, "event")}, ${shownTime(summary.first, timeZone)} to ${shownTime(summary.last, timeZone)}`, columns));
  const tallies = [
    ["operations", summary.operations],
    ["people", summary.actors],
    ["apps", summary.apps],
    ["addresses", summary.addresses]
  ];
  for (const [label, tally] of tallies) {
    const shown = verbose ? tally : tally.slice(0, TOP);
    if (shown.length > 0)
      lines.push(...hanging(`  ${style.faint(label.padEnd(11))}`, tallyText(shown), columns));
  }
  for (const { start, end, text } of summary.gaps) {
    lines.push(...hanging(`  ${style.faint("gap        ")}`, `${shownSpan(start, end, timeZone)}: ${text}`, columns));
  }
  for (const note of summary.notes)
    lines.push(...hanging("  - ", note, columns));
  return lines;
}
function operationLines(input, columns, style) {
  const lines = wrapped(`operations in ${input.file}`, columns).map(style.strong);
  const tally = (counts) => Object.entries(counts).map(([value, number]) => ({ value, count: number ?? 0 })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const out = [...lines];
  for (const { value, count: number } of tally(input.operations))
    out.push(...hanging(`${count(number).padStart(12)}  `, value, columns));
  out.push(...wrapped(`activities in ${input.file}`, columns).map(style.strong));
  for (const { value, count: number } of tally(input.activities))
    out.push(...hanging(`${count(number).padStart(12)}  `, value, columns));
  return out;
}
function tallyText(tally) {
  return tally.map(({ value, count: number }) => `${value} (${count(number)})`).join(", ");
}
export {
  renderInspectTable
};
