import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);

// dist/src/render/shape.js
function ordered(value, shape) {
  if (shape === null || typeof value !== "object" || value === null)
    return value;
  if (Array.isArray(value))
    return value.map((element) => ordered(element, shape));
  const found = new Map(Object.entries(value));
  const known = Object.keys(shape).filter((member) => found.has(member));
  const others = [...found.keys()].filter((member) => !Object.hasOwn(shape, member)).sort();
  const entries = [...known, ...others].map((member) => [
    member,
    ordered(found.get(member), Object.hasOwn(shape, member) ? shape[member] ?? null : {})
  ]);
  return Object.fromEntries(entries.filter(([, member]) => member !== void 0));
}
var ACTOR = { type: null, id: null, name: null, email: null, aliases: null };
var EVIDENCE = { file: null, record: null, id: null, time: null, operation: null, sha256: null };
var TOOL = { name: null, version: null, arguments: null };
var COVERAGE = { analytic: null, platform: null, activity: null, status: null, events: null, text: null };
var UNUSABLE = { file: null, why: null };
var TALLY = { value: null, count: null };
var INPUT = {
  file: null,
  sha256: null,
  bytes: null,
  platform: null,
  format: null,
  variants: null,
  encoding: null,
  records: null,
  events: null,
  other: null,
  duplicates: null,
  rejected: {},
  first: null,
  last: null,
  truncated: null,
  archive: { file: null, sha256: null },
  problems: null,
  notes: null
};
var FINDING_SHAPE = {
  id: null,
  rank: null,
  analytic: null,
  title: null,
  severity: null,
  score: null,
  chance: null,
  platforms: null,
  actor: ACTOR,
  entities: { role: null, type: null, id: null, name: null },
  window: { start: null, end: null },
  reasons: { signal: null, observed: null, expected: null, unit: null, surprise: null, text: null },
  baseline: { of: null, windows: null, days: null },
  context: { kind: null, ref: null, effect: null, text: null },
  stages: { name: null, time: null, text: null, evidence: EVIDENCE },
  series: { unit: null, step: null, start: null, observed: null, expected: null, signIns: { time: null, ok: null, text: null } },
  evidence: { count: null, sample: EVIDENCE },
  caveats: null,
  next: null
};
var DOCUMENT_SHAPE = {
  schema: null,
  tool: TOOL,
  run: {
    from: null,
    to: null,
    analytics: {
      id: null,
      name: null,
      attack: { technique: null, techniqueName: null, tactic: null, strategy: null, version: null, url: null },
      options: {}
    },
    days: { day: null, platform: null, events: null },
    suppressed: null,
    notes: null,
    unusable: UNUSABLE
  },
  inputs: INPUT,
  findings: FINDING_SHAPE,
  coverage: COVERAGE
};
var INSPECT_SHAPE = {
  schema: null,
  tool: TOOL,
  inputs: { ...INPUT, operations: {}, activities: {} },
  platforms: {
    platform: null,
    events: null,
    first: null,
    last: null,
    operations: TALLY,
    actors: TALLY,
    apps: TALLY,
    addresses: TALLY,
    gaps: { start: null, end: null, text: null },
    notes: null
  },
  coverage: COVERAGE,
  unusable: UNUSABLE
};

export {
  ordered,
  FINDING_SHAPE,
  DOCUMENT_SHAPE,
  INSPECT_SHAPE
};
