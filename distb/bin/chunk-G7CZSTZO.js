import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);

// dist/src/hunt/coverage.js
function heardBy(analytic) {
  return [.../* @__PURE__ */ new Set([...analytic.series.flatMap(({ hears }) => hears), ...analytic.marks])].toSorted();
}
function sayableBy(source) {
  const said = /* @__PURE__ */ new Set();
  for (const entry of Object.values(source.activities)) {
    for (const rule of typeof entry === "string" ? [{ activity: entry }] : Array.isArray(entry) ? entry : [entry])
      said.add(rule.activity);
  }
  said.delete("other");
  return said;
}
function coverageOf(analytics, sources, heard) {
  const rows = [];
  for (const analytic of analytics) {
    for (const platform of [...heard.formats.keys()].toSorted()) {
      const source = sources.get(platform);
      if (source === void 0)
        continue;
      const sayable = sayableBy(source);
      for (const activity of heardBy(analytic)) {
        const events = heard.counts.get(platform)?.get(activity) ?? 0;
        const status = events > 0 ? "seen" : sayable.has(activity) ? "not-in-evidence" : "not-logged-by-platform";
        rows.push({
          analytic: analytic.id,
          platform,
          activity,
          status,
          events,
          text: coverageText({ source, activity, status, events }, heard)
        });
      }
    }
  }
  return rows;
}
function coverageText(row, heard) {
  const { source, activity, status, events } = row;
  if (status === "not-logged-by-platform")
    return `${source.title} does not log ${activity}`;
  const words = [
    status === "seen" ? `${events} ${events === 1 ? "event" : "events"}` : `${source.title} logs ${activity}, but none is in this evidence`
  ];
  const lost = [...heard.formats.get(source.id)?.values() ?? []].filter(({ lacks }) => lacks !== void 0 && lacks.length > 0);
  if (status === "seen" && lost.length > 0)
    words.push(lost.map(lossWords).toSorted().join("; "));
  const spots = source.blindSpots.filter(({ activities }) => activities.includes(activity)).map(({ text }) => text);
  return [...words, ...spots.slice(0, 2)].join("; ");
}
var FIELD_WORDS = {
  actorId: "actor",
  actorEmail: "e-mail address",
  ip: "address",
  asn: "ASN",
  asOrg: "network operator",
  proxy: "proxy flag",
  userAgent: "client",
  tokenKind: "kind of token"
};
function lossWords(format) {
  return `the ${format.title} format has no ${(format.lacks ?? []).map((field) => FIELD_WORDS[field] ?? field).join(", ")}`;
}

export {
  heardBy,
  sayableBy,
  coverageOf,
  lossWords
};
