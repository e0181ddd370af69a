import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  graphemes,
  padded,
  visible,
  width
} from "./chunk-D4CHUSP5.js";

// dist/src/render/wrap.js
function wrapped(text, columns) {
  const limit = Math.max(2, columns);
  const lines = [];
  let line = "";
  let used = 0;
  for (const word of visible(text).split(/ +/)) {
    if (word === "")
      continue;
    const wide = width(word);
    if (used > 0 && used + 1 + wide <= limit) {
      line += ` ${word}`;
      used += 1 + wide;
      continue;
    }
    if (used > 0)
      lines.push(line);
    const pieces = wide <= limit ? [word] : broken(word, limit);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? "";
    used = width(line);
  }
  if (used > 0 || lines.length === 0)
    lines.push(line);
  return lines;
}
function hanging(lead, text, columns, style = same) {
  const indent = width(lead);
  const blanks = " ".repeat(indent);
  return wrapped(text, columns - indent).map((line, i) => `${i === 0 ? lead : blanks}${style(line)}`);
}
function beside(cells) {
  const columns = cells.map((cell) => wrapped(cell.text, cell.columns));
  const height = Math.max(...columns.map((lines) => lines.length));
  const rows = [];
  for (let i = 0; i < height; i++) {
    const row = cells.map((cell, j) => {
      const line = padded(columns[j]?.[i] ?? "", cell.columns, cell.side ?? "right");
      return cell.style === void 0 ? line : cell.style(line);
    });
    rows.push(row.join("  ").trimEnd());
  }
  return rows;
}
function broken(word, limit) {
  const pieces = [];
  let piece = "";
  let used = 0;
  for (const grapheme of graphemes(word)) {
    const wide = width(grapheme);
    if (used > 0 && used + wide > limit) {
      pieces.push(piece);
      piece = "";
      used = 0;
    }
    piece += grapheme;
    used += wide;
  }
  pieces.push(piece);
  return pieces;
}
function same(line) {
  return line;
}

export {
  wrapped,
  hanging,
  beside
};
