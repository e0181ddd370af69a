import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  isoTime
} from "./chunk-S2SSKV4R.js";
import {
  beside,
  hanging
} from "./chunk-HGGL5ETB.js";
import {
  shownTime
} from "./chunk-CI6OXPWY.js";
import {
  paint
} from "./chunk-L5AOHZOZ.js";
import {
  counted
} from "./chunk-V73TNQOO.js";
import "./chunk-D4CHUSP5.js";
import "./chunk-NFCWV5CJ.js";

// dist/src/render/event-table.js
var WIDE = 140;
function eventHead(options) {
  if (options.columns < WIDE)
    return "";
  const titles = ["time", "platform", "activity", "operation", "who", "from", "what", "record"];
  return ended(cells(titles, options).map(paint(options.colour).faint));
}
function eventRow(event, options) {
  const style = paint(options.colour);
  const time = shownTime(isoTime(event.time), options.timeZone);
  const record = `${event.ref.file}:${event.ref.record}`;
  const operation = `${event.operation}${event.ok === false ? " (failed)" : ""}`;
  const tint = event.ok === false ? style.raised : event.activity === "other" ? style.faint : (text) => text;
  if (options.columns >= WIDE) {
    const texts = [time, event.platform, event.activity, operation, who(event), from(event), what(event), record];
    return ended(cells(texts, options).map(tint));
  }
  const columns = Math.max(40, options.columns);
  const facts = [who(event), labelled("from", from(event)), labelled("on", what(event)), `[${record}]`].filter((text) => text !== "");
  const head = hanging("", `${time}  ${event.platform}  ${event.activity}  ${operation}`, columns, tint);
  return ended([...head, ...hanging("    ", facts.join("  "), columns, style.faint)]);
}
function cells(texts, { columns, timeZone }) {
  const fixed = [timeZone === "UTC" ? 20 : 25, 16, 15];
  const room = columns - fixed.reduce((sum, width) => sum + width, 0) - 7 * 2;
  const shares = [0.18, 0.2, 0.2, 0.22, 0.2];
  const widths = [...fixed, ...shares.map((share) => Math.floor(room * share))];
  return beside(texts.map((text, i) => ({ text, columns: widths[i] ?? 10 })));
}
function who({ actor, app }) {
  const person = actor === void 0 ? "nobody named" : actor.id;
  return app === void 0 ? person : `${person} through ${app.name ?? app.id}`;
}
function from({ ip, country, userAgent }) {
  return [ip, country, userAgent].filter((text) => text !== void 0).join(" ");
}
function what({ target, items, scopes }) {
  const parts = [];
  if (target !== void 0)
    parts.push(`${target.type} ${target.name ?? target.id}`);
  if (items !== void 0 && items !== 1)
    parts.push(counted(items, "item"));
  if (scopes !== void 0 && scopes.length > 0)
    parts.push(`scopes ${scopes.join(" ")}`);
  return parts.join(", ");
}
function labelled(label, text) {
  return text === "" ? "" : `${label} ${text}`;
}
function ended(lines) {
  return lines.map((line) => `${line}
`).join("");
}
export {
  eventHead,
  eventRow
};
