import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);

// dist/src/render/coverage-words.js
function byActivity(coverage) {
  const activities = [...new Set(coverage.map(({ activity }) => activity))].sort();
  return activities.map((activity) => {
    const of = (status) => coverage.filter((line) => line.activity === activity && line.status === status).map(({ platform }) => platform).sort();
    return { activity, heard: of("seen"), missing: of("not-in-evidence"), unlogged: of("not-logged-by-platform") };
  });
}
function heardNowhere(coverage) {
  return byActivity(coverage).filter(({ heard }) => heard.length === 0);
}
function coverageSentence(coverage) {
  if (coverage.length === 0)
    return "none of the platforms in this evidence says anything that it listens for";
  const all = byActivity(coverage);
  const heard = all.filter((one) => one.heard.length > 0);
  const quiet = all.filter((one) => one.heard.length === 0 && one.missing.length > 0);
  const unlogged = all.filter((one) => one.heard.length === 0 && one.missing.length === 0);
  const parts = [
    part("nowhere here though logged", quiet.map(({ activity, missing }) => `${activity} (${missing.join(", ")})`)),
    part("logged by none of these platforms", unlogged.map(({ activity }) => activity)),
    part("heard", heard.filter(({ missing }) => missing.length === 0).map(heardText)),
    part("heard, but not wherever it is logged", heard.filter(({ missing }) => missing.length > 0).map(heardText))
  ].filter((text) => text !== "");
  if (heard.length === 0)
    parts.push("heard nothing, so it could find nothing");
  return parts.join("; ");
}
function part(title, texts) {
  return texts.length === 0 ? "" : `${title}: ${texts.join(", ")}`;
}
function heardText({ activity, heard }) {
  return `${activity} (${heard.join(", ")})`;
}
function coverageByAnalytic(document) {
  const groups = /* @__PURE__ */ new Map();
  for (const { id } of document.run?.analytics ?? [])
    groups.set(id, []);
  for (const id of [...new Set(document.coverage.map(({ analytic }) => analytic))].sort())
    if (!groups.has(id))
      groups.set(id, []);
  for (const line of document.coverage)
    groups.get(line.analytic)?.push(line);
  return [...groups];
}

export {
  heardNowhere,
  coverageSentence,
  coverageByAnalytic
};
