import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  hanging,
  wrapped
} from "./chunk-HGGL5ETB.js";
import {
  coverageByAnalytic,
  coverageSentence
} from "./chunk-LGH7ZGLL.js";
import {
  shownSpan
} from "./chunk-CI6OXPWY.js";
import {
  countsSentence
} from "./chunk-X4BTKUER.js";
import {
  byteSize
} from "./chunk-V73TNQOO.js";
import {
  padded,
  visible,
  width
} from "./chunk-D4CHUSP5.js";

// dist/src/render/table-coverage.js
function coverageLines(document, columns, style, verbose) {
  const lines = [style.heading("what could not be seen")];
  const groups = coverageByAnalytic(document);
  if (groups.length === 0)
    lines.push(...wrapped("No analytic ran.", columns - 2).map((line) => `  ${line}`));
  for (const [analytic, coverage] of groups) {
    const name = visible(analytic);
    const beside = width(name) <= 12;
    if (!beside)
      lines.push(...hanging("  ", name, columns, style.strong));
    lines.push(...hanging(beside ? `  ${style.strong(padded(name, 7))} ` : "          ", coverageSentence(coverage), columns));
    if (verbose)
      for (const line of coverage)
        lines.push(...hanging("            ", detail(line), columns, style.faint));
  }
  return lines;
}
function detail({ platform, activity, text }) {
  return `${activity} on ${platform}: ${text}`;
}
function inputLines(inputs, unusable, { columns, style, ...options }) {
  const lines = [style.heading("what was read")];
  if (inputs.length === 0)
    lines.push("  nothing");
  for (const input of inputs) {
    const size = `${input.platform}, ${input.format}, ${byteSize(input.bytes)}${input.truncated ? ", cut off at its end" : ""}`;
    lines.push(...hanging("  ", `${input.file} (${size})`, columns, style.strong));
    lines.push(...hanging("      ", countsSentence(input), columns));
    if (input.first !== void 0 && input.last !== void 0) {
      lines.push(...hanging("      ", shownSpan(input.first, input.last, options.timeZone), columns, style.faint));
    }
    if (options.verbose) {
      const archive = input.archive === void 0 ? "" : `, in ${input.archive.file} sha256 ${input.archive.sha256}`;
      lines.push(...hanging("      ", `sha256 ${input.sha256}${archive}`, columns, style.faint));
    }
    for (const problem of input.problems)
      lines.push(...hanging("      ! ", problem, columns));
    for (const note of input.notes)
      lines.push(...hanging("      - ", note, columns));
  }
  for (const { file, why } of unusable)
    lines.push(...hanging("  ! ", `${file} could not be used: ${why}`, columns));
  return lines;
}

export {
  coverageLines,
  inputLines
};
