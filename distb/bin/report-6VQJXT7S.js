import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  paint
} from "./chunk-L5AOHZOZ.js";
import {
  html,
  visible
} from "./chunk-D4CHUSP5.js";
import "./chunk-NFCWV5CJ.js";

// dist/src/render/junit.js
function renderJunit(cases) {
  const suites = /* @__PURE__ */ new Map();
  for (const one of cases) {
    const suite = suites.get(one.group);
    if (suite === void 0)
      suites.set(one.group, [one]);
    else
      suite.push(one);
  }
  const lines = ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="saashound check" ${totals(cases)}>`];
  for (const [group, members] of suites) {
    lines.push(`  <testsuite name="${html(group)}" ${totals(members)}>`, ...members.map(caseLine), "  </testsuite>");
  }
  lines.push("</testsuites>");
  return `${lines.join("\n")}
`;
}
function totals(cases) {
  const of = (outcome) => cases.filter((one) => one.outcome === outcome).length;
  return `tests="${cases.length}" failures="${of("failed")}" errors="${of("error")}" skipped="${of("skipped")}"`;
}
function caseLine({ name, group, outcome, message = "", details = "" }) {
  const head = `    <testcase name="${html(name)}" classname="${html(group.replaceAll("/", "."))}"`;
  if (outcome === "passed")
    return `${head}/>`;
  const element = outcome === "failed" ? "failure" : outcome;
  const body = details === "" ? "" : details.split("\n").map(html).join("\n");
  return `${head}><${element} message="${html(message)}">${body}</${element}></testcase>`;
}

// dist/src/cli/check/report.js
function caseLines(result, colour) {
  const style = paint(colour);
  const ok = result.problems.length === 0;
  const head = `${ok ? style.lowered("ok    ") : style.raised("FAILED")}  ${visible(result.folder)}`;
  const lines = result.problems.map((problem) => `          ${visible(problem)}`);
  return `${[head, ...lines].join("\n")}
`;
}
function closingLine(results) {
  const failed = results.filter(({ problems }) => problems.length > 0).length;
  return `${results.length - failed} passed, ${failed} failed
`;
}
function casesAsJson(results) {
  const cases = results.map(({ folder, title, problems, findings }) => ({
    case: folder,
    title,
    ok: problems.length === 0,
    findings,
    problems
  }));
  const failed = cases.filter(({ ok }) => !ok).length;
  return `${JSON.stringify({ schema: "saashound/check/1", passed: cases.length - failed, failed, cases }, null, 2)}
`;
}
function casesAsJunit(results) {
  return renderJunit(results.map(({ folder, title, problems }) => {
    const parts = folder.split("/");
    const place = { name: parts.at(-1) ?? folder, group: parts.slice(-3, -1).join("/") || "." };
    if (problems.length === 0)
      return { ...place, outcome: "passed" };
    return { ...place, outcome: "failed", message: problems[0] ?? "", details: [title, ...problems].join("\n") };
  }));
}
export {
  caseLines,
  casesAsJson,
  casesAsJunit,
  closingLine
};
