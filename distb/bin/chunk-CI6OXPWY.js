import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  visible
} from "./chunk-D4CHUSP5.js";

// dist/src/render/clock.js
var FORMATS = /* @__PURE__ */ new Map();
function shownTime(iso, zone = "UTC") {
  const time = Date.parse(iso);
  if (Number.isNaN(time))
    return visible(iso);
  if (zone === "UTC")
    return `${new Date(time).toISOString().slice(0, 19).replace("T", " ")}Z`;
  const local = zoned(time, zone);
  const offset = Math.round((local - Math.floor(time / 1e3) * 1e3) / 6e4);
  const sign = offset < 0 ? "-" : "+";
  const minutes = Math.abs(offset);
  const text = new Date(local).toISOString().slice(0, 19).replace("T", " ");
  return `${text}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
function shownMinute(iso, zone = "UTC") {
  const text = shownTime(iso, zone);
  return /^\d{4}-\d\d-\d\d \d\d:\d\d/.test(text) ? text.slice(0, 16) : text;
}
function shownSpan(start, end, zone = "UTC") {
  const from = shownTime(start, zone);
  const to = shownTime(end, zone);
  const length = Date.parse(end) - Date.parse(start);
  const until = from.slice(0, 11) === to.slice(0, 11) ? to.slice(11) : to;
  return Number.isNaN(length) ? `${from} to ${until}` : `${from} to ${until} (${duration(length)})`;
}
function duration(ms) {
  if (ms < 1e3)
    return `${Math.round(ms)}ms`;
  const parts = [];
  let rest = Math.floor(ms / 1e3);
  for (const [unit, seconds] of [
    ["d", 86400],
    ["h", 3600],
    ["m", 60],
    ["s", 1]
  ]) {
    const amount = Math.floor(rest / seconds);
    rest -= amount * seconds;
    if (amount > 0)
      parts.push(`${amount}${unit}`);
    if (parts.length === 2)
      break;
  }
  return parts.join(" ");
}
function zoned(time, zone) {
  let format = FORMATS.get(zone);
  if (format === void 0) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit"
    });
    FORMATS.set(zone, format);
  }
  const found = {};
  for (const { type, value } of format.formatToParts(time))
    found[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = found;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
function two(value) {
  return String(value).padStart(2, "0");
}

export {
  shownTime,
  shownMinute,
  shownSpan,
  duration
};
