import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  UsageError
} from "./chunk-OTXOMCGJ.js";

// dist/src/hunt/options.js
var UNIT_MS = { s: 1e3, m: 6e4, h: 36e5, d: 864e5, w: 6048e5 };
function parseDuration(text) {
  if (!/^(?:\d+(?:\.\d+)?[smhdw])+$/.test(text))
    return void 0;
  let total = 0;
  for (const [, number, unit] of text.matchAll(/(\d+(?:\.\d+)?)([smhdw])/g))
    total += Number(number) * (UNIT_MS[unit ?? ""] ?? 0);
  return total > 0 ? total : void 0;
}
function optionValues(analytic, set) {
  const values = /* @__PURE__ */ new Map();
  for (const [name, spec] of Object.entries(analytic.options))
    values.set(name, read(name, spec, spec.default));
  for (const assignment of set) {
    const { target, name, value } = split(assignment);
    const spec = analytic.options[name];
    if (spec !== void 0 && (target === void 0 || target === analytic.id))
      values.set(name, read(name, spec, value));
  }
  return values;
}
function checkAssignments(analytics, set) {
  for (const assignment of set) {
    const { target, name } = split(assignment);
    const asked = analytics.filter((analytic) => target === void 0 || analytic.id === target);
    if (asked.length === 0)
      throw new UsageError(`--set ${assignment}: ${target} is not among the chosen analytics (${analytics.map(({ id }) => id).join(", ")})`);
    if (asked.some((analytic) => Object.hasOwn(analytic.options, name)))
      continue;
    const known = [...new Set(asked.flatMap((analytic) => Object.keys(analytic.options)))].toSorted();
    throw new UsageError(`--set ${assignment}: no such option; expected one of ${known.join(", ")}`);
  }
}
function split(assignment) {
  const match = /^(?:(AN\d{4})\.)?([A-Za-z][\w-]*)=(.*)$/s.exec(assignment);
  if (match === null)
    throw new UsageError(`--set ${assignment}: expected name=value, or AN1514.name=value for one analytic`);
  return { target: match[1], name: match[2] ?? "", value: match[3] ?? "" };
}
function read(name, spec, text) {
  switch (spec.kind) {
    case "duration": {
      const ms = parseDuration(text.trim());
      if (ms === void 0)
        throw new UsageError(`option ${name}: got "${text}"; expected a duration such as 10m, 1h or 5d`);
      return ms;
    }
    case "number": {
      const number = text.trim() === "" ? Number.NaN : Number(text);
      const inRange = number >= (spec.min ?? Number.NEGATIVE_INFINITY) && number <= (spec.max ?? Number.POSITIVE_INFINITY);
      if (!Number.isFinite(number) || !inRange)
        throw new UsageError(`option ${name}: got "${text}"; expected a number${rangeWords(spec)}`);
      return number;
    }
    case "flag": {
      if (!/^(true|false|on|off|yes|no)$/i.test(text.trim()))
        throw new UsageError(`option ${name}: got "${text}"; expected on or off`);
      return /^(true|on|yes)$/i.test(text.trim());
    }
    case "list":
      return text.split(",").map((part) => part.trim()).filter((part) => part !== "");
    case "text":
      return text;
  }
}
function rangeWords(spec) {
  if (spec.min !== void 0 && spec.max !== void 0)
    return ` from ${spec.min} to ${spec.max}`;
  if (spec.min !== void 0)
    return ` of at least ${spec.min}`;
  return spec.max !== void 0 ? ` of at most ${spec.max}` : "";
}

export {
  parseDuration,
  optionValues,
  checkAssignments
};
