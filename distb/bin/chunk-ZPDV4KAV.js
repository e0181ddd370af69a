import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  require_papaparse
} from "./chunk-LAXDHLHW.js";
import {
  UsageError
} from "./chunk-OTXOMCGJ.js";
import {
  __toESM
} from "./chunk-NFCWV5CJ.js";

// dist/src/context/table.js
var import_papaparse = __toESM(require_papaparse(), 1);
var SHOWN = 60;
function readTable(bytes, layout) {
  const { data, errors } = import_papaparse.default.parse(decode(bytes, layout.file), { delimiter: ",", newline: "\n" });
  const lines = lineNumbers(data);
  const [broken] = errors.filter(({ type }) => type === "Quotes");
  if (broken !== void 0) {
    throw new UsageError(`${layout.file}:${lines[broken.row ?? 0] ?? 1}: ${broken.message}; expected quotes to be closed and doubled inside`);
  }
  const header = data.findIndex((cells) => !isBlank(cells));
  if (header < 0)
    throw new UsageError(`${layout.file}:1: got nothing; expected the columns ${layout.columns.join(", ")}`);
  const places = placesOf(data[header] ?? [], layout, lines[header] ?? 1);
  const rows = [];
  for (let i = header + 1; i < data.length; i += 1) {
    const cells = data[i] ?? [];
    if (!isBlank(cells))
      rows.push(makeRow(cells, lines[i] ?? 1, places, layout));
  }
  return rows;
}
function quoted(text) {
  return JSON.stringify(text.length > SHOWN ? `${text.slice(0, SHOWN)}\u2026` : text).replaceAll(/[\u007f-\u009f]/g, "?");
}
function decode(bytes, file) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replaceAll(/\r\n?/g, "\n");
  } catch {
    throw new UsageError(`${file}:1: got bytes that are not UTF-8; expected a comma-separated text in UTF-8`);
  }
}
function lineNumbers(data) {
  let line = 1;
  return data.map((cells) => {
    const first = line;
    line += 1;
    for (const cell of cells)
      line += cell.split("\n").length - 1;
    return first;
  });
}
function isBlank(cells) {
  return cells.every((cell) => cell.trim() === "");
}
function placesOf(header, layout, line) {
  const known = `expected only ${layout.columns.join(", ")}`;
  const places = /* @__PURE__ */ new Map();
  for (const [place, cell] of header.entries()) {
    const name = cell.trim().toLowerCase();
    const column = layout.columns.find((candidate) => candidate === name);
    if (column === void 0) {
      const hint = header.length === 1 && /[;\t]/.test(name) ? ", separated by commas" : "";
      throw new UsageError(`${layout.file}:${line}: unknown column ${quoted(cell.trim())}; ${known}${hint}`);
    }
    if (places.has(column))
      throw new UsageError(`${layout.file}:${line}: column ${column} is there twice; expected each once`);
    places.set(column, place);
  }
  for (const column of layout.columns.slice(0, layout.required)) {
    if (!places.has(column))
      throw new UsageError(`${layout.file}:${line}: column ${column} is missing; ${known}`);
  }
  return places;
}
function makeRow(cells, line, places, layout) {
  const ref = `${layout.file}:${line}`;
  if (cells.slice(places.size).some((cell2) => cell2.trim() !== "")) {
    throw new UsageError(`${ref}: got ${cells.length} cells; expected at most ${places.size} (${[...places.keys()].join(", ")})`);
  }
  const cell = (column) => (cells[places.get(column) ?? -1] ?? "").trim();
  const wrong = (column, expected) => new UsageError(`${ref}: column ${column}: got ${cell(column) === "" ? "nothing" : quoted(cell(column))}; expected ${expected}`);
  for (const column of layout.columns.slice(0, layout.required))
    if (cell(column) === "")
      throw wrong(column, "a value");
  return { line, ref, cell, wrong };
}

// dist/src/context/error-code.js
function errorCode(error) {
  return typeof error === "object" && error !== null && "code" in error ? String(error.code) : "unknown error";
}

export {
  readTable,
  quoted,
  errorCode
};
