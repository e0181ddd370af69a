import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);

// dist/src/render/number.js
function count(value) {
  if (!Number.isInteger(value))
    return decimal(value, 2);
  const digits = Math.abs(value).toFixed(0);
  let text = "";
  for (let i = 0; i < digits.length; i++) {
    if (i > 0 && (digits.length - i) % 3 === 0)
      text += ",";
    text += digits[i];
  }
  return value < 0 ? `-${text}` : text;
}
function decimal(value, places) {
  if (!Number.isFinite(value))
    return Number.isNaN(value) ? "unknown" : value > 0 ? "unbounded" : "-unbounded";
  const text = value.toFixed(places);
  const short = text.includes(".") && !text.includes("e") ? text.replace(/\.?0+$/, "") : text;
  return short === "-0" ? "0" : short;
}
function quantity(value) {
  if (typeof value === "string")
    return value;
  if (Number.isInteger(value))
    return count(value);
  return Math.abs(value) < 0.01 ? small(value) : decimal(value, Math.abs(value) < 1 ? 2 : 1);
}
function decades(value) {
  const text = Math.abs(value).toFixed(1);
  return value < 0 && text !== "0.0" ? `-${text}` : `+${text}`;
}
function small(value) {
  if (!Number.isFinite(value))
    return decimal(value, 0);
  if (value === 0)
    return "0";
  if (Math.abs(value) >= 10)
    return count(Math.round(value));
  if (Math.abs(value) >= 1e-4)
    return String(Number(value.toPrecision(2)));
  return value.toExponential(0).replace("e+", "e");
}
function byteSize(bytes) {
  const units = ["B", "KiB", "MiB", "GiB", "TiB"];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${decimal(value, unit === 0 ? 0 : 1)} ${units[unit]}`;
}
function counted(value, one, many = `${one}s`) {
  return `${count(value)} ${value === 1 ? one : many}`;
}
function percent(share) {
  if (share > 0 && share < 5e-3)
    return "<1 %";
  return `${decimal(share * 100, 0)} %`;
}

export {
  count,
  decimal,
  quantity,
  decades,
  small,
  byteSize,
  counted,
  percent
};
