import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);

// dist/src/read/time.js
var EARLIEST = Date.UTC(1990, 0, 1);
var LATEST = Date.UTC(2100, 0, 1);
var FARTHEST = 864e13;
var ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?$/i;
var US = /^(\d{1,2})\/(\d{1,2})\/(\d{4}),?[ T](\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?\s*(AM|PM)?\s*(Z|UTC|GMT)?$/i;
var COMPACT = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d{1,9}))?Z?$/;
var DOTNET = /^\\?\/Date\((-?\d+)(?:[+-]\d{4})?\)\\?\/$/;
var DIGITS = /^-?\d+(?:\.\d+)?$/;
function parseTime(value) {
  const time = typeof value === "number" ? fromEpoch(value) : typeof value === "string" ? fromText(value.trim()) : void 0;
  return time !== void 0 && Math.abs(time) <= FARTHEST ? time : void 0;
}
function isPlausible(time) {
  return time >= EARLIEST && time < LATEST;
}
function fromText(text) {
  const plain = fromPlain(text);
  if (plain !== void 0)
    return plain;
  const iso = ISO.exec(text);
  if (iso !== null) {
    const [, y, mo, d, h = "0", mi = "0", s = "0", f, zone] = iso;
    const time = utc([y, mo, d, h, mi, s].map(Number), f);
    return time === void 0 ? void 0 : time - offset(zone);
  }
  const compact = COMPACT.exec(text);
  if (compact !== null) {
    const [, y, mo, d, h, mi, s, f] = compact;
    return utc([y, mo, d, h, mi, s].map(Number), f);
  }
  if (DIGITS.test(text))
    return fromEpoch(Number(text));
  const us = US.exec(text);
  if (us !== null) {
    const [, mo, d, y, h, mi, s = "0", f, half] = us;
    let hour = Number(h);
    if (half !== void 0) {
      if (hour < 1 || hour > 12)
        return void 0;
      hour = hour % 12 + (half.toUpperCase() === "PM" ? 12 : 0);
    }
    return utc([Number(y), Number(mo), Number(d), hour, Number(mi), Number(s)], f);
  }
  const dotnet = DOTNET.exec(text);
  return dotnet === null ? void 0 : Number(dotnet[1]);
}
function fromPlain(text) {
  const { length } = text;
  if (length < 19 || length > 24 || text[4] !== "-" || text[7] !== "-" || text[10] !== "T" || text[13] !== ":" || text[16] !== ":")
    return void 0;
  const end = text[length - 1] === "Z" ? length - 1 : length;
  let ms = 0;
  if (end > 19) {
    if (text[19] !== "." || end === 20 || end > 23)
      return void 0;
    ms = digits(text, 20, end);
    for (let at = end; at < 23; at += 1)
      ms *= 10;
  }
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  const [hour, minute, second] = [digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, 19)];
  if (!(year >= 100 && month >= 1 && month <= 12 && day >= 1 && day <= 28 && hour <= 23 && minute <= 59 && second <= 59 && ms >= 0))
    return void 0;
  return Date.UTC(year, month - 1, day, hour, minute, second, ms);
}
function digits(text, from, to) {
  let number = 0;
  for (let at = from; at < to; at += 1) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9))
      return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}
function fromEpoch(value) {
  if (!Number.isFinite(value) || value < 0)
    return void 0;
  if (value < 1e11)
    return Math.round(value * 1e3);
  if (value < 1e14)
    return Math.floor(value);
  return value < 1e17 ? Math.floor(value / 1e3) : Math.floor(value / 1e6);
}
function utc(parts, fraction) {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60)
    return void 0;
  if (hour === 24 && (minute > 0 || second > 0))
    return void 0;
  const time = Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59));
  if (new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day)
    return void 0;
  return time + (fraction === void 0 ? 0 : Math.floor(Number(`0.${fraction}`) * 1e3));
}
function offset(zone) {
  if (zone === void 0 || /^(Z|UTC|GMT)$/i.test(zone))
    return 0;
  const sign = zone.startsWith("-") ? -1 : 1;
  const digits2 = zone.replace(/\D/g, "");
  return sign * (Number(digits2.slice(0, 2)) * 60 + Number(digits2.slice(2, 4) || "0")) * 6e4;
}

export {
  parseTime,
  isPlausible
};
