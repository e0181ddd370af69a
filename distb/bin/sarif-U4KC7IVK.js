import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  jsonText
} from "./chunk-JACRTCVE.js";
import "./chunk-EL3V4KXM.js";
import {
  actorSentence,
  measure,
  place
} from "./chunk-X4BTKUER.js";
import "./chunk-ULS3Z4IN.js";
import "./chunk-V73TNQOO.js";
import "./chunk-D4CHUSP5.js";
import "./chunk-NFCWV5CJ.js";

// dist/src/render/uri.js
function fileUri(file) {
  const path = file.replaceAll("\\", "/").replace(new RegExp("\\p{Surrogate}", "gu"), "\uFFFD");
  const parts = path.split("/").map((part) => encodeURIComponent(part).replace(/[!'()*]/g, hex));
  const encoded = parts.join("/");
  if (path.startsWith("/"))
    return `file://${encoded}`;
  return /^[A-Za-z]:\//.test(path) ? `file:///${path.slice(0, 2)}${encoded.slice(4)}` : encoded;
}
function hex(character) {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

// dist/src/render/sarif.js
var SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
var ATTACK = "MITRE ATT&CK";
var LEVEL = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note"
};
function renderSarif(document, options) {
  const { tool, run, inputs, findings } = document;
  const log = {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            rules: run.analytics.map(rule),
            supportedTaxonomies: run.analytics.length === 0 ? [] : [{ name: ATTACK, index: 0 }],
            notifications: [{ id: "unusable" }, { id: "problem" }, { id: "coverage" }]
          }
        },
        invocations: [
          {
            executionSuccessful: true,
            ...options.exitCode === void 0 ? {} : { exitCode: options.exitCode },
            arguments: tool.arguments,
            toolExecutionNotifications: notifications(document)
          }
        ],
        artifacts: inputs.map(artifact),
        results: findings.map((finding) => result(finding, document)),
        taxonomies: taxonomies(run.analytics),
        columnKind: "utf16CodeUnits",
        properties: { from: run.from, to: run.to, suppressed: run.suppressed, notes: run.notes }
      }
    ]
  };
  return jsonText(log, options.pretty);
}
function rule({ id, name, attack, options }) {
  return {
    id,
    name,
    shortDescription: { text: `${name}: ${attack.techniqueName}` },
    helpUri: attack.url,
    help: {
      text: `${attack.technique} ${attack.techniqueName} (${attack.tactic}), detection strategy ${attack.strategy}: ${attack.url}`
    },
    relationships: [{ target: { id: attack.technique, toolComponent: { name: ATTACK, index: 0 } }, kinds: ["relevant"] }],
    properties: {
      tags: [
        "security",
        `attack.${attack.tactic.toLowerCase().replaceAll(" ", "-")}`,
        `attack.${attack.technique.toLowerCase()}`,
        `external/mitre/attack/${attack.technique}`
      ],
      attack,
      options
    }
  };
}
function taxonomies(analytics) {
  if (analytics.length === 0)
    return [];
  const techniques = new Map(analytics.map(({ attack }) => [attack.technique, attack]));
  const versions = [...new Set(analytics.map(({ attack }) => attack.version))];
  const taxa = [...techniques.keys()].sort().map((id) => {
    const attack = techniques.get(id);
    return { id, name: attack?.techniqueName, helpUri: attack?.url };
  });
  return [
    {
      name: ATTACK,
      organization: "MITRE",
      informationUri: "https://attack.mitre.org/",
      version: versions.join(", "),
      isComprehensive: false,
      taxa
    }
  ];
}
function artifact(input) {
  const { file, bytes, sha256, platform, format, records, events, other, duplicates, rejected, first, last, truncated } = input;
  return {
    location: { uri: fileUri(file) },
    // A packed file's size is that of the package.
    length: bytes,
    roles: ["analysisTarget"],
    hashes: { "sha-256": sha256 },
    properties: { file, platform, format, records, events, other, duplicates, rejected, first, last, truncated }
  };
}
function result(finding, document) {
  const ruleIndex = document.run.analytics.findIndex(({ id }) => id === finding.analytic);
  const [first, ...others] = finding.evidence.sample;
  return {
    ruleId: finding.analytic,
    ...ruleIndex < 0 ? {} : { ruleIndex },
    kind: "fail",
    level: LEVEL[finding.severity],
    rank: Math.max(0, Math.min(100, finding.score)),
    message: { text: message(finding) },
    ...first === void 0 ? {} : { locations: [location(first, document)] },
    ...others.length === 0 ? {} : {
      relatedLocations: others.map((record, i) => ({
        id: i + 1,
        ...location(record, document),
        message: { text: record.operation }
      }))
    },
    ...finding.stages === void 0 || finding.stages.length === 0 ? {} : { codeFlows: [flow(finding.stages, document)] },
    partialFingerprints: { "findingId/v1": finding.id },
    properties: properties(finding)
  };
}
function message(finding) {
  const reasons = finding.reasons.map((reason) => `- ${reason.signal} (${measure(reason)}): ${reason.text}`);
  const text = [`${finding.title}: ${actorSentence(finding.actor)}`, ...reasons].join("\n");
  return text.replace(/[{}]/g, "$&$&").replace(/[\\[\]]/g, "\\$&");
}
function flow(stages, document) {
  const locations = stages.map((stage, i) => ({
    location: {
      ...stage.evidence === void 0 ? {} : location(stage.evidence, document),
      message: { text: `${stage.name}: ${stage.text}` }
    },
    executionOrder: i + 1,
    ...Number.isNaN(Date.parse(stage.time)) ? {} : { executionTimeUtc: new Date(stage.time).toISOString() }
  }));
  return { threadFlows: [{ locations }] };
}
function location(record, { inputs }) {
  const index = inputs.findIndex(({ file }) => file === record.file);
  const lines = inputs[index]?.format === "ndjson";
  return {
    physicalLocation: {
      artifactLocation: { uri: fileUri(record.file), ...index < 0 ? {} : { index } },
      ...lines && record.record > 0 ? { region: { startLine: record.record } } : {}
    },
    logicalLocations: [{ name: `record ${record.record}`, fullyQualifiedName: place(record), kind: "record" }],
    properties: { record: record.record, id: record.id, time: record.time, operation: record.operation, sha256: record.sha256 }
  };
}
function properties({ severity, score, chance, platforms, actor, entities, window, reasons, baseline, context, evidence, caveats, next }) {
  return {
    severity,
    score,
    chance,
    platforms,
    actor,
    entities,
    window,
    reasons,
    baseline,
    context,
    evidenceCount: evidence.count,
    caveats,
    next
  };
}
function notifications({ inputs, run, coverage }) {
  const one = (id, level, text) => ({
    descriptor: { id },
    level,
    message: { text }
  });
  return [
    ...run.unusable.map(({ file, why }) => one("unusable", "error", `${file} could not be used: ${why}`)),
    ...inputs.flatMap(({ problems }) => problems.map((text) => one("problem", "warning", text))),
    ...coverage.filter(({ status }) => status !== "seen").map(({ analytic, platform, activity, text }) => one("coverage", "note", `${analytic}: ${activity} on ${platform}: ${text}`))
  ];
}
export {
  renderSarif
};
