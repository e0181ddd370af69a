import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  isoTime
} from "./chunk-S2SSKV4R.js";
import {
  say
} from "./chunk-5TMPNL4B.js";
import {
  Command,
  LEAST_SCORE_SHOWN,
  Option,
  analytics,
  checkSpan,
  ending,
  events,
  hunt,
  inspect,
  leastScore,
  loadContext,
  namesMet,
  nearest,
  openGeoip,
  packageRoot,
  parseAnalytics,
  parseBound,
  parseDuration,
  parseInstant,
  parseSelection,
  parseZone,
  sources,
  suggestion,
  version
} from "./chunk-352LGHBN.js";
import {
  EXIT,
  leave,
  onExit,
  watchSignals
} from "./chunk-BAQLIXUB.js";
import {
  hanging,
  wrapped
} from "./chunk-HGGL5ETB.js";
import {
  paint
} from "./chunk-L5AOHZOZ.js";
import {
  SEVERITIES
} from "./chunk-ULS3Z4IN.js";
import {
  count,
  counted
} from "./chunk-V73TNQOO.js";
import {
  fit
} from "./chunk-D4CHUSP5.js";
import "./chunk-WATUFVNI.js";
import {
  heardBy,
  sayableBy
} from "./chunk-G7CZSTZO.js";
import {
  isPlausible
} from "./chunk-SEKZNX7F.js";
import "./chunk-FI5JWCXQ.js";
import {
  require_ipaddr
} from "./chunk-ZZY54HAZ.js";
import {
  PLATFORMS
} from "./chunk-2CJXXPZT.js";
import {
  ACTIVITIES
} from "./chunk-TFFH55T3.js";
import {
  UsageError
} from "./chunk-OTXOMCGJ.js";
import {
  __toESM
} from "./chunk-NFCWV5CJ.js";

// dist/src/cli/terminal.js
function wantsColour(choice, stream) {
  if (choice !== "auto")
    return choice === "always";
  if (set("NO_COLOR"))
    return false;
  if (set("FORCE_COLOR"))
    return process.env["FORCE_COLOR"] !== "0" && process.env["FORCE_COLOR"] !== "false";
  return stream.isTTY === true && process.env["TERM"] !== "dumb";
}
function columns() {
  const own = process.stdout.columns;
  if (own !== void 0 && own > 0)
    return own;
  const told = Number(process.env["COLUMNS"]);
  return Number.isInteger(told) && told >= 40 && told <= 1e3 ? told : 80;
}
function set(name) {
  const value = process.env[name];
  return value !== void 0 && value !== "";
}

// dist/src/cli/layout.js
var Sheet = class {
  #lines = [];
  #columns;
  #style;
  constructor(colour) {
    this.#columns = Math.min(100, columns());
    this.#style = paint(wantsColour(colour, process.stdout));
  }
  /** A line in bold. */
  title(text) {
    this.#lines.push(...wrapped(text, this.#columns).map(this.#style.strong));
  }
  /** A heading with a blank line above it. */
  heading(text) {
    this.#lines.push("", this.#style.heading(text));
  }
  /** A paragraph. */
  text(text) {
    this.#lines.push(...wrapped(text, this.#columns));
  }
  /** A paragraph behind a word, its further lines below its beginning. `wide`: columns of the word. */
  item(lead, text, wide = 4) {
    if (lead.length + 2 > wide) {
      this.#lines.push(...hanging("  ", lead, this.#columns));
      this.#lines.push(...hanging(" ".repeat(Math.min(wide, 6) + 2), text, this.#columns));
      return;
    }
    this.#lines.push(...hanging(`  ${lead.padEnd(wide)}`, text, this.#columns));
  }
  /** A list, a paragraph an entry. */
  list(texts) {
    for (const text of texts)
      this.#lines.push(...hanging("  - ", text, this.#columns));
  }
  /** A blank line. */
  gap() {
    this.#lines.push("");
  }
  /** All lines, the last one ended. */
  toString() {
    return `${this.#lines.join("\n")}
`;
  }
};

// dist/src/cli/options/choice.js
function parseChoice(option, text, choices) {
  const wanted = text.trim().toLowerCase();
  const found = choices.find((choice) => choice.toLowerCase() === wanted);
  if (found === void 0)
    throw new UsageError(`${option}: '${text}' is none of ${choices.join(", ")}${suggestion(text, choices)}`);
  return found;
}
function parseCount(option, text, least) {
  const count2 = /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(count2 >= least))
    throw new UsageError(`${option}: '${text}' is no whole number of at least ${least}`);
  return count2;
}
function parseScore(option, text) {
  const score = /^\d{1,3}(?:\.\d{1,6})?$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (!(score <= 100))
    throw new UsageError(`${option}: '${text}' is no score; write a number from 0 to 100`);
  return score;
}

// dist/src/cli/options/common.js
var COLOURS = ["auto", "always", "never"];
function evidenceOptions(command) {
  return command.optionsGroup("Evidence:").addOption(new Option("--platform <id>", "read everything as this platform").argParser((text) => parseChoice("--platform", text, PLATFORMS))).option("--context <dir>", "what you know: people, apps, networks, changes, repositories").option("--geoip <file>", "MaxMind database (.mmdb) for countries and networks").option("--strict", "a record that cannot be read is an error");
}
function talkOptions(command) {
  return command.option("--no-progress", "no progress line").option("-q, --quiet", "no warnings either").option("-v, --verbose", "everything in full").addOption(colourOption());
}
function zoneOptions(command) {
  return command.addOption(new Option("--time-zone <iana>", "show times in this zone, e.g. Europe/Berlin").argParser(parseZone)).addOption(new Option("--utc", "show times in UTC (the default)").conflicts("timeZone"));
}
function colourOption() {
  return new Option("--color <when>", "auto, always or never").default("auto").argParser((text) => parseChoice("--color", text, COLOURS));
}
function gather(value, before) {
  return [...before ?? [], value];
}

// dist/src/cli/sink.js
import { closeSync, existsSync, openSync, realpathSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
var CHUNK = 1 << 16;
function sinkFor(file) {
  return file === "-" ? new StdoutSink() : new FileSink(file);
}
async function deliver(file, text) {
  const sink = sinkFor(file);
  try {
    for (const piece of typeof text === "string" ? [text] : text)
      sink.write(piece);
    await sink.done();
  } finally {
    sink.drop();
  }
}
var StdoutSink = class {
  #pending = "";
  write(text) {
    this.#pending += text;
    if (this.#pending.length >= CHUNK)
      this.#send();
  }
  async done() {
    this.#send();
    if (process.stdout.writableLength > 0)
      await new Promise((resolve) => process.stdout.write("", () => resolve()));
  }
  drop() {
  }
  #send() {
    const text = this.#pending;
    this.#pending = "";
    if (text !== "")
      process.stdout.write(text);
  }
};
var FileSink = class {
  #target;
  #written;
  #handle;
  #forget;
  #pending = [];
  #length = 0;
  #open = true;
  constructor(file) {
    this.#target = placeFor(file);
    const temporary = join(dirname(this.#target), `.${basename(this.#target)}.${process.pid}.tmp`);
    this.#written = statSync(this.#target, { throwIfNoEntry: false })?.isFile() ?? true ? temporary : this.#target;
    this.#handle = openSync(this.#written, "w", 438);
    this.#forget = onExit(() => this.#remove());
  }
  write(text) {
    this.#pending.push(text);
    this.#length += text.length;
    if (this.#length >= CHUNK)
      this.#flush();
  }
  async done() {
    this.#flush();
    this.#close();
    if (this.#written !== this.#target)
      renameSync(this.#written, this.#target);
    this.#forget();
  }
  drop() {
    if (!this.#open)
      return;
    this.#close();
    this.#remove();
    this.#forget();
  }
  #flush() {
    const bytes = Buffer.from(this.#pending.join(""));
    for (let at = 0; at < bytes.length; )
      at += writeSync(this.#handle, bytes, at);
    this.#pending = [];
    this.#length = 0;
  }
  #close() {
    this.#open = false;
    closeSync(this.#handle);
  }
  #remove() {
    if (this.#written !== this.#target)
      rmSync(this.#written, { force: true });
  }
};
function placeFor(file) {
  const folder = statSync(dirname(file), { throwIfNoEntry: false });
  if (folder === void 0 || !folder.isDirectory())
    throw new UsageError(`--output: the folder ${dirname(file)} is missing`);
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory() === true) {
    throw new UsageError(`--output: ${file} is a folder; name a file in it`);
  }
  return existsSync(file) ? realpathSync(file) : file;
}

// dist/src/cli/commands/analytics.js
var FORMATS = ["table", "json"];
var EXAMPLES = `
Examples:
  saashound analytics
  saashound analytics AN1514
  saashound analytics bulk-upload --format json | jq .options`;
function addAnalytics(root) {
  root.command("analytics").summary("the analytics: what they look for, options, blind spots").description("Lists the analytics, or describes one: what it looks for, what it hears and where, its options, how to tune it.").usage("[id] [options]").argument("[id]").option("-f, --format <format>", "table or json (default: table, json in a pipe)", (text) => parseChoice("--format", text, FORMATS)).addOption(colourOption()).addHelpText("after", EXAMPLES).action(run);
}
async function run(id, options) {
  const known = await analytics();
  const chosen = id === void 0 ? known : parseAnalytics(id, known);
  const platforms = await sources();
  const format = options.format ?? (process.stdout.isTTY === true ? "table" : "json");
  if (format === "json") {
    const described = chosen.map((analytic) => asJson(analytic, platforms));
    await deliver("-", `${JSON.stringify(id === void 0 || described.length !== 1 ? described : described[0], null, 2)}
`);
    return;
  }
  const sheet = new Sheet(options.color);
  if (id === void 0)
    list(sheet, chosen);
  else
    for (const [index, analytic] of chosen.entries())
      describe(sheet, analytic, platforms, index > 0);
  await deliver("-", sheet.toString());
}
function list(sheet, known) {
  for (const { id, name, title, attack } of known) {
    sheet.title(`${id}  ${name}`);
    sheet.item("", `${title}. ${attack.technique} ${attack.techniqueName}, ${attack.tactic}.`, 6);
  }
  sheet.gap();
  sheet.text("saashound analytics <id> says more of one. ATT&CK names: \xA9 The MITRE Corporation, used with permission.");
}
function describe(sheet, analytic, platforms, further) {
  const { attack } = analytic;
  if (further)
    sheet.gap();
  sheet.title(`${analytic.id}  ${analytic.name}`);
  sheet.text(analytic.title);
  sheet.gap();
  sheet.text(analytic.summary);
  sheet.gap();
  sheet.text(`ATT&CK ${attack.version}: ${attack.technique} ${attack.techniqueName}, ${attack.tactic}, ${attack.strategy}. ${attack.url}`);
  sheet.heading("What it hears");
  for (const activity of heardBy(analytic))
    sheet.item(activity, saying(activity, platforms), 20);
  sheet.heading("Signals");
  for (const [name, signal] of Object.entries(analytic.signals))
    sheet.item(name, `${signal.title} (${signal.unit}). ${signal.text}`, 20);
  sheet.heading(`Options (--set name=value, or ${analytic.id}.name=value)`);
  for (const [name, option] of Object.entries(analytic.options))
    sheet.item(name, optionText(option), 20);
  section(sheet, "Tuning", analytic.tuning);
  section(sheet, "False positives", analytic.falsePositives);
  section(sheet, "Blind spots", analytic.blindSpots);
}
function section(sheet, heading, texts) {
  if (texts.length === 0)
    return;
  sheet.heading(heading);
  sheet.list(texts);
}
function optionText(option) {
  const limits = [option.min === void 0 ? "" : `from ${option.min}`, option.max === void 0 ? "" : `to ${option.max}`];
  const range = limits.filter((limit) => limit !== "").join(" ");
  const facts = [`default ${option.default === "" ? "empty" : option.default}`, option.kind, option.unit ?? "", range];
  if (option.attack !== void 0)
    facts.push(`ATT&CK ${option.attack}`);
  return `${option.title} (${facts.filter((fact) => fact !== "").join(", ")})`;
}
function saying(activity, platforms) {
  const speaking = platforms.filter((source) => sayableBy(source).has(activity)).map((source) => source.id);
  return speaking.length === 0 ? "no platform says it" : speaking.join(", ");
}
function asJson(analytic, platforms) {
  return {
    id: analytic.id,
    name: analytic.name,
    title: analytic.title,
    summary: analytic.summary,
    attack: analytic.attack,
    hears: heardBy(analytic).map((activity) => ({
      activity,
      platforms: platforms.filter((source) => sayableBy(source).has(activity)).map((source) => source.id)
    })),
    options: analytic.options,
    signals: analytic.signals,
    tuning: analytic.tuning,
    falsePositives: analytic.falsePositives,
    blindSpots: analytic.blindSpots
  };
}

// dist/src/cli/commands/check.js
import { join as join2, relative } from "node:path";
var FORMATS2 = ["table", "json", "junit"];
var EXAMPLES2 = `
Examples:
  saashound check
  saashound check fixtures/AN1514/m365
  saashound check my-cases --format junit --output junit.xml`;
function addCheck(root) {
  root.command("check").summary("run fixtures against the findings they must give").description("Runs fixture cases (default: those shipped) and compares the findings with expected.json; exits with 1 when one differs.").usage("[cases...] [options]").argument("[cases...]").option("-f, --format <format>", "table, json or junit", (text) => parseChoice("--format", text, FORMATS2), "table").option("-o, --output <file>", "write there instead of standard output").addOption(colourOption()).addHelpText("after", EXAMPLES2).action(run2);
}
async function run2(given, options) {
  const [{ findCases }, { runCase }, report] = await Promise.all([
    import("./cases-ZHDMP5VZ.js"),
    import("./run-case-YWSZOEFK.js"),
    import("./report-6VQJXT7S.js")
  ]);
  const file = options.output ?? "-";
  if (file !== "-")
    placeFor(file);
  const folders = findCases(given.length > 0 ? given : [shipped()]);
  const known = await analytics();
  const colour = wantsColour(options.color, file === "-" ? process.stdout : {});
  const sink = sinkFor(file);
  const results = [];
  try {
    for (const folder of folders) {
      const result = await runCase(folder, known);
      results.push(result);
      if (options.format === "table")
        sink.write(report.caseLines(result, colour));
    }
    if (options.format === "table")
      sink.write(report.closingLine(results));
    else
      sink.write(options.format === "json" ? report.casesAsJson(results) : report.casesAsJunit(results));
    await sink.done();
  } finally {
    sink.drop();
  }
  if (results.some(({ problems }) => problems.length > 0))
    process.exitCode = EXIT.found;
}
function shipped() {
  const folder = join2(packageRoot(), "fixtures");
  const near = relative(process.cwd(), folder).replaceAll("\\", "/");
  return near === "" ? "." : near;
}

// dist/src/render/index.js
var RENDERERS = {
  table: { title: "for people on a terminal", extensions: [".txt"], load: async () => (await import("./table-T2PMV4HN.js")).renderTable },
  json: { title: "the findings document", extensions: [".json"], load: async () => (await import("./json-4R4AMJUF.js")).renderJson },
  ndjson: {
    title: "one finding a line",
    extensions: [".ndjson", ".jsonl"],
    load: async () => (await import("./ndjson-PW7L3SMI.js")).renderNdjson
  },
  csv: {
    title: "one finding a row, safe to open in a spreadsheet",
    extensions: [".csv"],
    load: async () => (await import("./csv-DZ5WIAUL.js")).renderCsv
  },
  markdown: {
    title: "a report for a ticket",
    extensions: [".md", ".markdown"],
    load: async () => (await import("./markdown-DXZT55ZV.js")).renderMarkdown
  },
  html: {
    title: "the report as one self-contained page",
    extensions: [".html", ".htm"],
    load: async () => (await import("./html-BUXJQYGI.js")).renderHtml
  },
  sarif: {
    title: "SARIF 2.1.0, for code scanning and CI",
    extensions: [".sarif", ".sarif.json"],
    load: async () => (await import("./sarif-U4KC7IVK.js")).renderSarif
  },
  ocsf: {
    title: "OCSF 1.5.0 Detection Findings, one a line",
    extensions: [".ocsf", ".ocsf.json", ".ocsf.jsonl", ".ocsf.ndjson"],
    load: async () => (await import("./ocsf-5UOMQXUI.js")).renderOcsf
  },
  timesketch: {
    title: "a timeline to import into Timesketch",
    extensions: [".timesketch", ".timesketch.json", ".timesketch.jsonl"],
    load: async () => (await import("./timesketch-BL6JB257.js")).renderTimesketch
  }
};
var FORMAT_NAMES = Object.keys(RENDERERS);
function formatOf(path) {
  const name = path.toLowerCase();
  let best;
  let length = 0;
  for (const format of FORMAT_NAMES) {
    for (const extension of RENDERERS[format].extensions) {
      if (extension.length > length && name.endsWith(extension)) {
        best = format;
        length = extension.length;
      }
    }
  }
  return best;
}
async function render(format, document, options) {
  return (await RENDERERS[format].load())(document, options);
}

// dist/src/cli/completion-script.js
var SHELLS = ["bash", "zsh", "fish"];
function completionScript(shell, commands) {
  if (shell === "fish")
    return fish(commands);
  return shell === "zsh" ? `#compdef saashound
autoload -U +X bashcompinit && bashcompinit
${bash(commands)}` : bash(commands);
}
function bash(commands) {
  const names = commands.map(({ name }) => name).join(" ");
  const cases = commands.flatMap(({ name, options, words }) => [
    `		${name})`,
    '			case "$before" in',
    ...options.filter(({ values }) => values.length > 0).map((option) => `				${option.names.join("|")}) COMPREPLY=($(compgen -W "${option.values.join(" ")}" -- "$word")); return ;;`),
    "			esac",
    `			flags="${options.flatMap((option) => option.names.slice(0, 1)).join(" ")}" words="${words.join(" ")}" ;;`
  ]);
  return `_saashound() {
	local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" flags="" words=""
	if [ "$COMP_CWORD" -eq 1 ]; then
		COMPREPLY=($(compgen -W "${names} --help --version" -- "$word"))
		return
	fi
	case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
	esac
	case "$word" in
		-*) COMPREPLY=($(compgen -W "$flags" -- "$word")) ;;
		*) COMPREPLY=($(compgen -W "$words" -- "$word") $(compgen -f -- "$word")) ;;
	esac
}
complete -o filenames -F _saashound saashound
`;
}
function fish(commands) {
  const lines = [];
  for (const { name, summary, options, words } of commands) {
    lines.push(`complete -c saashound -n __fish_use_subcommand -f -a ${name} -d ${quoted(summary)}`);
    const when = `-n '__fish_seen_subcommand_from ${name}'`;
    if (words.length > 0)
      lines.push(`complete -c saashound ${when} -a '${words.join(" ")}'`);
    for (const option of options) {
      const flags = option.names.map((flag) => flag.startsWith("--") ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`).join(" ");
      const values = option.values.length > 0 ? ` -x -a '${option.values.join(" ")}'` : option.takesValue ? " -r" : "";
      lines.push(`complete -c saashound ${when} ${flags}${values} -d ${quoted(option.description)}`);
    }
  }
  return `${lines.join("\n")}
`;
}
function quoted(text) {
  return `'${text.replace(/['\\]/g, "\\$&")}'`;
}

// dist/src/cli/commands/completion.js
var EXAMPLES3 = `
Examples:
  saashound completion bash > ~/.saashound-completion
  saashound completion zsh > ~/.zsh/completions/_saashound
  saashound completion fish > ~/.config/fish/completions/saashound.fish`;
function addCompletion(root) {
  root.command("completion").summary("a script that completes commands and options in your shell").description("Prints a script that completes commands, options, analytics and platforms: for bash, zsh or fish.").usage("<bash|zsh|fish>").argument("[shell]").addHelpText("after", EXAMPLES3).action((shell) => run3(shell, root));
}
async function run3(shell, root) {
  const chosen = parseChoice("completion", shell ?? "", SHELLS);
  const names = (await analytics()).flatMap(({ id, name }) => [id, name]);
  const words = {
    hunt: ["all", ...names],
    analytics: names,
    platforms: PLATFORMS,
    completion: SHELLS
  };
  const commands = root.commands.map((command) => {
    const options = [...command.options, new Option("-h, --help", "print this help")];
    return {
      name: command.name(),
      summary: command.summary(),
      options: options.map(({ long, short, description, required }) => ({
        names: [long, short].filter((flag) => flag !== void 0 && flag !== null),
        description,
        takesValue: required,
        values: valuesOf(long ?? "", command.name())
      })),
      words: words[command.name()] ?? []
    };
  });
  await deliver("-", completionScript(chosen, commands));
}
function valuesOf(option, command) {
  if (option === "--platform")
    return PLATFORMS;
  if (option === "--min-severity" || option === "--fail-on")
    return SEVERITIES;
  if (option === "--color")
    return ["auto", "always", "never"];
  if (option === "--format")
    return command === "hunt" ? FORMAT_NAMES : FORMATS3[command] ?? [];
  return [];
}
var FORMATS3 = {
  inspect: ["table", "json"],
  timeline: ["table", "ndjson"],
  analytics: ["table", "json"],
  platforms: ["table", "json"],
  check: ["table", "json", "junit"],
  export: ["ndjson", "ocsf"]
};

// dist/src/cli/commands/evidence.js
var EXAMPLES4 = `
Examples:
  saashound evidence findings.json 1 --output case-1
  saashound evidence findings.json \\
      AN1514/m365/ana@example.com/2026-03-03T09:00Z --output case-1
  saashound evidence findings.json 2 --output case-2
  saashound evidence findings.json all --output records`;
function addEvidence(root) {
  root.command("evidence").summary("copy the raw records behind a finding, byte for byte").description("Copies the records that a findings document (JSON) names for a finding into a new folder, byte for byte, with a manifest; checks each against the SHA-256 in the document. Run it where the evidence lies as it did for the hunt.").usage("<findings.json> <finding> --output <folder>").argument("[document]").argument("[finding]", "its rank, its id, or all").option("-o, --output <folder>", "folder to make").option("-q, --quiet", "no summary").addHelpText("after", EXAMPLES4).action(run4);
}
async function run4(document, finding, options) {
  if (document === void 0)
    throw new UsageError("evidence: name a findings document (saashound hunt \u2026 --format json)");
  if (finding === void 0)
    throw new UsageError("evidence: name a finding by its rank or id, or all");
  if (options.output === void 0)
    throw new UsageError("evidence: name a folder to make: --output <folder>");
  const { copyEvidence } = await import("./copy-evidence-KIZTOSXA.js");
  const { records, files, unnamed } = await copyEvidence(document, finding, options.output);
  if (options.quiet === true)
    return;
  say(`${counted(records, "record")} of ${counted(files, "file")} copied into ${options.output}; manifest.json there names each`);
  if (unnamed > 0)
    say(`${counted(unnamed, "further event")} behind the finding are counted in the document but not named`);
}

// dist/src/cli/progress.js
var FIRST_AFTER = 1e3;
var EVERY = 200;
var ProgressLine = class {
  #started = performance.now();
  #last = Number.NEGATIVE_INFINITY;
  #shown = false;
  #forget = onExit(() => this.erase());
  /** Draws the line if it is time to. */
  update(progress) {
    const now = performance.now();
    if (now - this.#started < FIRST_AFTER || now - this.#last < EVERY)
      return;
    this.#last = now;
    this.#shown = true;
    const width = Math.max(20, (process.stderr.columns ?? 80) - 1);
    process.stderr.write(`\r\x1B[2K${fit(progressText(progress, (now - this.#started) / 1e3), width)}`);
  }
  /** Takes the line away. */
  erase() {
    this.#forget();
    if (this.#shown)
      process.stderr.write("\r\x1B[2K");
    this.#shown = false;
  }
};
function progressText(progress, seconds) {
  const { bytes, total, records } = progress;
  const rate = bytes / Math.max(seconds, 1e-3);
  const parts = [total === void 0 ? size(bytes) : `${size(bytes)} of ${size(total)}`];
  if (total !== void 0 && total > 0)
    parts.push(`${Math.min(100, Math.floor(100 * bytes / total))} %`);
  parts.push(`${count(records)} records`, `${size(rate)}/s`);
  if (total !== void 0 && rate > 0 && total > bytes)
    parts.push(`${clock((total - bytes) / rate)} left`);
  return `reading  ${parts.join("  ")}`;
}
function size(bytes) {
  for (const [unit, factor] of [
    ["GB", 1e9],
    ["MB", 1e6],
    ["kB", 1e3]
  ]) {
    if (bytes >= factor)
      return `${(bytes / factor).toFixed(bytes >= 100 * factor ? 0 : 1)} ${unit}`;
  }
  return `${Math.round(bytes)} B`;
}
function clock(seconds) {
  const whole = Math.ceil(seconds);
  if (whole < 60)
    return `${whole} s`;
  return whole < 3600 ? `${Math.floor(whole / 60)} min ${whole % 60} s` : `${Math.floor(whole / 3600)} h ${Math.floor(whole % 3600 / 60)} min`;
}

// dist/src/cli/evidence.js
async function withEvidence(evidence, options, work) {
  const context = options.context === void 0 ? void 0 : await loadContext(options.context);
  const geography = options.geoip === void 0 ? void 0 : await openGeoip(options.geoip);
  const line = wantsProgress(options) ? new ProgressLine() : void 0;
  try {
    return await work({
      evidence,
      ...options.platform !== void 0 && { platform: options.platform },
      ...options.strict === true && { strict: true },
      ...context !== void 0 && { context },
      ...geography !== void 0 && { geography },
      ...line !== void 0 && { onProgress: (progress) => line.update(progress) }
    });
  } finally {
    line?.erase();
  }
}
function wantsProgress(options) {
  return options.progress && options.quiet !== true && process.stderr.isTTY === true;
}

// dist/src/cli/options/evidence.js
function needEvidence(evidence) {
  if (evidence.length === 0)
    throw new UsageError("no evidence given; name files, folders, globs or - (standard input)");
}

// dist/src/cli/warnings.js
function warnOf(inputs, options, unusable = []) {
  if (options.quiet === true)
    return;
  for (const { file, why } of unusable)
    say(`warning: ${file}: ${why}`);
  for (const input of inputs)
    for (const line of warningsOf(input, options.verbose === true))
      say(`warning: ${line}`);
}
function warningsOf(input, verbose) {
  const lines = [];
  const rejected = Object.entries(input.rejected).filter(([, times]) => times > 0);
  const lost = rejected.reduce((sum, [, times]) => sum + times, 0);
  if (lost > 0) {
    const reasons = rejected.map(([reason, times]) => `${reason} ${count(times)}`).join(", ");
    const first = input.problems[0];
    const example = first === void 0 || verbose ? "" : `; first: ${first}`;
    lines.push(`${input.file}: ${count(lost)} of ${counted(input.records, "record")} could not be used (${reasons})${example}`);
    if (verbose)
      lines.push(...input.problems);
  }
  if (input.truncated)
    lines.push(`${input.file}: the file ends in the middle of a record or of its compression`);
  if (verbose)
    lines.push(...input.notes.map((note) => `${input.file}: ${note}`));
  return lines;
}

// dist/src/cli/commands/export.js
var FORMATS4 = ["ndjson", "ocsf"];
var EXAMPLES5 = `
Examples:
  saashound export ./export > events.ndjson
  saashound export ./export --format ocsf --output events.ocsf.ndjson
  saashound export audit.csv | jq -r .operation | sort | uniq -c`;
function addExport(root) {
  const command = root.command("export").summary("the normalised events themselves").description('Prints every record read as one normalised event a line, in time order; activity "other" where it means none of ours.').usage("<evidence...> [options]").argument("[evidence...]");
  evidenceOptions(command);
  command.optionsGroup("Output:").option("-f, --format <format>", "ndjson or ocsf", (text) => parseChoice("--format", text, FORMATS4), "ndjson").option("-o, --output <file>", "write there instead of standard output");
  talkOptions(command);
  command.addHelpText("after", EXAMPLES5).action(run5);
}
async function run5(evidence, options) {
  needEvidence(evidence);
  const line = await lineOf(options.format);
  const sink = sinkFor(options.output ?? "-");
  try {
    const inputs = await withEvidence(evidence, options, (request) => events(request, (event) => sink.write(line(event))));
    await sink.done();
    warnOf(inputs, options);
  } finally {
    sink.drop();
  }
}
async function lineOf(format) {
  if (format === "ocsf")
    return (await import("./ocsf-event-YSUMK3XU.js")).ocsfLine;
  return (await import("./event-ndjson-PEEMJL3L.js")).eventLine;
}

// dist/src/cli/commands/hunt.js
import { existsSync as existsSync2 } from "node:fs";

// dist/src/cli/options/format.js
function parseFormat(text) {
  return parseChoice("--format", text, FORMAT_NAMES);
}
function planOutputs(outputs, format, terminal) {
  const shown = format ?? (terminal ? "table" : "json");
  if (outputs.length === 0)
    return [{ file: "-", format: shown }];
  if (new Set(outputs).size < outputs.length)
    throw new UsageError("--output: the same place is named twice");
  const single = outputs.filter((file) => file !== "-").length === 1;
  return outputs.map((file) => ({ file, format: file === "-" ? shown : fileFormat(file, format, single) }));
}
function fileFormat(file, format, single) {
  const meant = formatOf(file);
  if (format !== void 0 && (single || meant === void 0))
    return format;
  if (meant !== void 0)
    return meant;
  const endings = FORMAT_NAMES.flatMap((name) => RENDERERS[name].extensions).join(" ");
  throw new UsageError(`--output: the ending of '${file}' names no format; use one of ${endings}, or give --format`);
}

// dist/src/cli/print-findings.js
var FILE_COLUMNS = 120;
async function printFindings(document, plans, options) {
  for (const { file, format } of plans)
    await deliver(file, await render(format, document, layoutFor(file, options)));
}
function layoutFor(file, options) {
  const screen = file === "-";
  return {
    columns: screen ? columns() : FILE_COLUMNS,
    colour: wantsColour(options.color, screen ? process.stdout : {}),
    verbose: options.verbose === true,
    pretty: true,
    timeZone: options.timeZone ?? "UTC"
  };
}

// dist/src/cli/commands/hunt.js
var EXAMPLES6 = `
Examples:
  saashound hunt all ./export
  saashound hunt AN1514 audit.csv --from 7d --min-severity medium
  saashound hunt bulk-upload,AN0339 *.json.gz --set AN1514.window=1h
  saashound hunt all ./export --context ./context --fail-on high \\
      --output report.html --output findings.sarif`;
function addHunt(root, words) {
  const command = root.command("hunt").summary("run analytics over evidence and rank what is odd").description("Runs analytics over evidence and prints ranked findings.\n\n<analytic...> is all, or ids (AN1514), names (bulk-upload) or ATT&CK techniques;\n<evidence...> is files, folders, globs or - (standard input), packed or not.").usage("<analytic...|all> <evidence...> [options]").argument("[words...]");
  judgingOptions(command);
  evidenceOptions(command);
  outputOptions(command);
  talkOptions(command);
  command.addHelpText("after", EXAMPLES6).action((texts, options) => run6(texts, options, words));
}
function judgingOptions(command) {
  command.optionsGroup("Judging:").addOption(bound("--from <time>", "judge from here on: ISO 8601, or 30d before the newest event")).addOption(bound("--to <time>", "judge up to here")).addOption(span("--window <duration>", "one window length for all analytics: 10m, 1h, 5d")).addOption(span("--baseline <duration>", "how much history counts (default: all)")).option("--set <name=value>", "an analytic's option; AN1514.name=value for one only (repeatable)", gather);
}
function outputOptions(command) {
  command.optionsGroup("Output:").option("-f, --format <format>", `${FORMAT_NAMES.join(", ")} (default: table, json in a pipe)`, parseFormat).option("-o, --output <file>", "write there, the format by its ending; - is standard output (repeatable)", gather).addOption(new Option("--top <n>", "the first n findings").argParser((text) => parseCount("--top", text, 1))).addOption(severity("--min-severity <level>", "low, medium, high or critical, and above")).addOption(new Option("--min-score <n>", `this score and above (default: ${LEAST_SCORE_SHOWN}; 0 shows all)`).argParser((text) => parseScore("--min-score", text))).addOption(severity("--fail-on <severity>", "exit with 1 when there is a finding like this or above")).option("--compare <file>", "only what is new against an earlier findings document (JSON)");
  zoneOptions(command);
}
async function run6(texts, options, words) {
  const { analytics: chosen, evidence } = parseSelection(texts, await analytics(), existsSync2);
  checkSpan(options.from, options.to);
  const outputs = planOutputs(options.output ?? [], options.format, process.stdout.isTTY === true);
  for (const { file } of outputs)
    if (file !== "-")
      placeFor(file);
  const earlier = options.compare === void 0 ? void 0 : (await import("./compare-ZBPXDIFA.js")).readEarlier(options.compare);
  const found = await withEvidence(evidence, options, (request) => hunt({ ...request, ...judging(options), analytics: chosen, arguments: words, version: version() }));
  const shown = earlier === void 0 ? found : (await import("./compare-ZBPXDIFA.js")).onlyNew(found, earlier, options.top);
  warnOf(shown.inputs, options, shown.run.unusable);
  await printFindings(shown, outputs, options);
  if (fails(shown, options.failOn))
    process.exitCode = EXIT.found;
}
function judging(options) {
  return {
    set: options.set ?? [],
    minScore: leastScore(options.minScore, options.minSeverity),
    ...options.from !== void 0 && { from: options.from },
    ...options.to !== void 0 && { to: options.to },
    ...options.window !== void 0 && { window: options.window },
    ...options.baseline !== void 0 && { baseline: options.baseline },
    // Against an earlier document, the first n are counted among what is new.
    ...options.top !== void 0 && options.compare === void 0 && { top: options.top }
  };
}
function fails(document, limit) {
  if (limit === void 0)
    return false;
  const least = SEVERITIES.indexOf(limit);
  return document.findings.some((finding) => SEVERITIES.indexOf(finding.severity) >= least);
}
function bound(flags, text) {
  const name = flags.split(" ")[0] ?? flags;
  return new Option(flags, text).argParser((value) => parseBound(name, value));
}
function span(flags, text) {
  const name = flags.split(" ")[0] ?? flags;
  return new Option(flags, text).argParser((value) => parseDuration(name, value));
}
function severity(flags, text) {
  const name = flags.split(" ")[0] ?? flags;
  return new Option(flags, text).argParser((value) => parseChoice(name, value, SEVERITIES));
}

// dist/src/cli/commands/inspect.js
var EXAMPLES7 = `
Examples:
  saashound inspect ./export
  saashound inspect audit.zip okta.ndjson.gz
  saashound inspect ./export --format json | jq .inputs`;
function addInspect(root, words) {
  const command = root.command("inspect").summary("what is in the evidence, and what cannot be seen there").description("Reads evidence without judging it: platforms, formats, counts, gaps, people, and the blind spots of each analytic.").usage("<evidence...> [options]").argument("[evidence...]");
  evidenceOptions(command);
  command.optionsGroup("Output:").option("-f, --format <format>", "table or json (default: table, json in a pipe)", (text) => parseChoice("--format", text, ["table", "json"])).option("-o, --output <file>", "write there instead of standard output");
  zoneOptions(command);
  talkOptions(command);
  command.addHelpText("after", EXAMPLES7).action((evidence, options) => run7(evidence, options, words));
}
async function run7(evidence, options, words) {
  needEvidence(evidence);
  const outputs = planOutputs(options.output === void 0 ? [] : [options.output], options.format, process.stdout.isTTY === true);
  for (const { file } of outputs)
    if (file !== "-")
      placeFor(file);
  const known = await analytics();
  const result = await withEvidence(evidence, options, (request) => inspect({ ...request, analytics: known, arguments: words, version: version() }));
  warnOf(result.inputs, options, result.unusable);
  for (const { file, format } of outputs)
    await deliver(file, await drawn(result, format, layoutFor(file, options)));
}
async function drawn(result, format, layout) {
  if (format === "table")
    return (await import("./inspect-table-EJJNWIBQ.js")).renderInspectTable(result, layout);
  return (await import("./json-4R4AMJUF.js")).renderInspectJson(result, layout);
}

// dist/src/cli/declared.js
function meaningsOf(source) {
  return Object.entries(source.activities).flatMap(([operation, entry]) => rulesOf(entry).map((rule) => ({
    operation,
    activity: rule.activity,
    ...rule.when !== void 0 && { when: rule.when.text },
    readsRecord: rule.read !== void 0
  })));
}
function rulesOf(entry) {
  if (entry === void 0)
    return [];
  if (typeof entry === "string")
    return [{ activity: entry }];
  return "activity" in entry ? [entry] : entry;
}

// dist/src/cli/commands/platforms.js
var FORMATS5 = ["table", "json"];
var EXAMPLES8 = `
Examples:
  saashound platforms
  saashound platforms okta
  saashound platforms m365 --format json | jq .operations`;
function addPlatforms(root) {
  root.command("platforms").summary("the platforms: export formats read, operations mapped, blind spots").description("Lists the platforms, or describes one: formats that are read, what each operation means, what its logs cannot show.").usage("[id] [options]").argument("[id]").option("-f, --format <format>", "table or json (default: table, json in a pipe)", (text) => parseChoice("--format", text, FORMATS5)).addOption(colourOption()).addHelpText("after", EXAMPLES8).action(run8);
}
async function run8(id, options) {
  const known = await sources();
  const chosen = id === void 0 ? void 0 : find(id, known);
  const format = options.format ?? (process.stdout.isTTY === true ? "table" : "json");
  if (format === "json") {
    const described = chosen === void 0 ? known.map(asJson2) : asJson2(chosen);
    await deliver("-", `${JSON.stringify(described, null, 2)}
`);
    return;
  }
  const sheet = new Sheet(options.color);
  if (chosen === void 0)
    list2(sheet, known);
  else
    describe2(sheet, chosen);
  await deliver("-", sheet.toString());
}
function find(id, known) {
  const wanted = id.toLowerCase();
  const found = known.find((source) => source.id === wanted || source.title.toLowerCase() === wanted);
  if (found !== void 0)
    return found;
  const ids = known.map((source) => source.id);
  throw new UsageError(`unknown platform '${id}'; one of ${ids.join(", ")}${suggestion(id, ids)}`);
}
function list2(sheet, known) {
  for (const source of known) {
    sheet.title(`${source.id}  ${source.title}`);
    const operations = Object.keys(source.activities).length;
    sheet.item("", `${operations} operations mapped; reads ${source.formats.map((format) => format.title).join("; ")}`, 6);
  }
  sheet.gap();
  sheet.text("saashound platforms <id> says more of one.");
}
function describe2(sheet, source) {
  sheet.title(`${source.id}  ${source.title}`);
  sheet.heading("Formats read");
  for (const format of source.formats) {
    const lacks = format.lacks === void 0 || format.lacks.length === 0 ? "" : ` Lacks: ${format.lacks.join(", ")}.`;
    sheet.item(format.id, `${format.title}.${format.note === void 0 ? "" : ` ${format.note}`}${lacks}`, 26);
  }
  sheet.heading("What its operations mean (every other one is read, counted and named, never judged)");
  const meanings = meaningsOf(source);
  for (const activity of ACTIVITIES) {
    const own = meanings.filter((meaning) => meaning.activity === activity);
    if (own.length > 0)
      sheet.item(activity, own.map(meaningText).join("; "), 20);
  }
  if (source.fallback !== void 0)
    sheet.item("others", source.fallback.text, 20);
  sheet.heading("What its logs cannot show");
  sheet.list(source.blindSpots.map(blindSpotText));
  sheet.heading("References");
  sheet.list(source.references);
}
function meaningText({ operation, when }) {
  return when === void 0 ? operation : `${operation} (${when})`;
}
function blindSpotText({ activities, kind, text }) {
  return `${text} (${kind}${activities.length === 0 ? "" : `: ${activities.join(", ")}`})`;
}
function asJson2(source) {
  return {
    id: source.id,
    title: source.title,
    references: source.references,
    formats: source.formats.map(({ id, title, has, lacks, note }) => ({ id, title, has, lacks: lacks ?? [], note })),
    fields: source.fields,
    activities: ACTIVITIES.filter((activity) => sayableBy(source).has(activity)),
    operations: meaningsOf(source),
    otherOperations: source.fallback?.text,
    blindSpots: source.blindSpots
  };
}

// dist/src/cli/address-range.js
var import_ipaddr = __toESM(require_ipaddr(), 1);
function addressTest(text) {
  const wanted = text.trim().toLowerCase();
  const slash = wanted.indexOf("/");
  if (slash < 0 && /^[\da-f.:]+[.:]$/.test(wanted) && !wanted.endsWith("::"))
    return (ip) => ip?.startsWith(wanted) === true;
  const address = parse(slash < 0 ? wanted : wanted.slice(0, slash));
  if (address === void 0)
    throw notAddress(text);
  if (slash < 0)
    return (ip) => ip === wanted || parse(ip ?? "")?.toNormalizedString() === address.toNormalizedString();
  const bits = /^\d{1,3}$/.test(wanted.slice(slash + 1)) ? Number(wanted.slice(slash + 1)) : Number.NaN;
  if (!(bits <= (address.kind() === "ipv4" ? 32 : 128)))
    throw notAddress(text);
  return (ip) => {
    const own = parse(ip ?? "");
    return own !== void 0 && inside(own, address, bits);
  };
}
function inside(own, network, bits) {
  if (own instanceof import_ipaddr.default.IPv4 && network instanceof import_ipaddr.default.IPv4)
    return own.match(network, bits);
  return own instanceof import_ipaddr.default.IPv6 && network instanceof import_ipaddr.default.IPv6 && own.match(network, bits);
}
function parse(text) {
  if (text.length > 64)
    return void 0;
  if (import_ipaddr.default.IPv4.isValidFourPartDecimal(text))
    return import_ipaddr.default.IPv4.parse(text);
  if (!text.includes(":") || !import_ipaddr.default.IPv6.isValid(text))
    return void 0;
  const address = import_ipaddr.default.IPv6.parse(text);
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}
function notAddress(text) {
  return new UsageError(`--address: '${text}' is no address; write 203.0.113.9, 2001:db8::9, a network (203.0.113.0/24) or a beginning (203.0.113.)`);
}

// dist/src/cli/about-event.js
var ABOUT = ["actor", "app", "address", "session", "token", "target"];
function aboutTests(about, met) {
  const tests = /* @__PURE__ */ new Map();
  if (about.actor !== void 0)
    tests.set("actor", actorTest(about.actor, met));
  if (about.app !== void 0)
    tests.set("app", appTest(met.apps(about.app)));
  if (about.address !== void 0) {
    const fits = addressTest(about.address);
    tests.set("address", ({ ip }) => fits(ip));
  }
  if (about.session !== void 0)
    tests.set("session", same(about.session, (event) => event.session));
  if (about.token !== void 0)
    tests.set("token", same(about.token, (event) => event.token));
  if (about.target !== void 0)
    tests.set("target", targetTest(about.target, met));
  return tests;
}
function peopleAsked(about, met) {
  return ["actor", "target"].flatMap((kind) => {
    const asked = about[kind];
    return asked === void 0 ? [] : [{ kind, people: met.people(asked) }];
  });
}
function actorTest(wanted, met) {
  const persons = new Set(met.people(wanted).map(({ id }) => id));
  const name = /* @__PURE__ */ new Set([wanted.toLowerCase()]);
  return ({ actor }) => actor !== void 0 && (persons.has(met.personOf(actor.id)) || named(name, [actor.id, actor.email, actor.name]));
}
function appTest(names) {
  return ({ app, actor, target }) => named(names, [app?.id, app?.name]) || actor !== void 0 && actor.type !== "user" && named(names, [actor.id, actor.name]) || target?.type === "app" && named(names, [target.id, target.name]);
}
function targetTest(wanted, met) {
  const names = /* @__PURE__ */ new Set([wanted.toLowerCase(), ...met.people(wanted).flatMap((person) => person.names)]);
  return ({ target }) => target !== void 0 && named(names, [target.id, target.name, ...target.aliases ?? []]);
}
function named(wanted, names) {
  return names.some((name) => name !== void 0 && wanted.has(name.toLowerCase()));
}
function same(wanted, read) {
  const lower = wanted.toLowerCase();
  return (event) => read(event)?.toLowerCase() === lower;
}

// dist/src/cli/commands/timeline.js
var FORMATS6 = ["table", "ndjson"];
var WITHIN = 2 * 36e5;
var EXAMPLES9 = `
Examples:
  saashound timeline ./export --actor ana@example.com
  saashound timeline ./export --actor ana@example.com \\
      --around 2026-03-03T09:00Z --within 2h
  saashound timeline ./export --address 203.0.113.9 --from 7d --format ndjson
  saashound timeline ./export --app "Mail Sync" --utc`;
function addTimeline(root) {
  const command = root.command("timeline").summary("every event of a person, app, address or session, in time order").description("Prints every normalised event of somebody or something in time order, with the record it comes from. The evidence is read twice: only then are all names of a person known.").usage("<evidence...> --actor <id> [options]").argument("[evidence...]");
  choosingOptions(command);
  evidenceOptions(command);
  command.optionsGroup("Output:").option("-f, --format <format>", "table or ndjson (default: table, ndjson in a pipe)", (text) => parseChoice("--format", text, FORMATS6)).option("-o, --output <file>", "write there instead of standard output");
  zoneOptions(command);
  talkOptions(command);
  command.addHelpText("after", EXAMPLES9).action(run9);
}
function choosingOptions(command) {
  const bound2 = (flags, name, text) => new Option(flags, text).argParser((value) => parseBound(name, value));
  command.optionsGroup("Whose events (all that are given must fit):").option("--actor <id>", "who acted, under all names on all platforms: address, login, id or name").option("--app <id>", "which application was used, acted or was granted: id or name").option("--address <ip>", "from which IP address or network: 203.0.113.9, 203.0.113.0/24, 203.0.113.").option("--session <id>", "in which session").option("--token <id>", "with which token").option("--target <id>", "what or who was acted upon: id or name").optionsGroup("When:").addOption(new Option("--around <time>", "near this time, ISO 8601").argParser((text) => parseInstant("--around", text)).conflicts(["from", "to"])).addOption(new Option("--within <duration>", "how near (default: 2h)").argParser((text) => parseDuration("--within", text))).addOption(bound2("--from <time>", "--from", "from here on: ISO 8601, or 30d before the newest event")).addOption(bound2("--to <time>", "--to", "up to here"));
}
async function run9(evidence, options) {
  needEvidence(evidence);
  checkSpan(options.from, options.to);
  if (options.within !== void 0 && options.around === void 0)
    throw new UsageError("--within needs --around <time>");
  const format = options.format ?? (process.stdout.isTTY === true && options.output === void 0 ? "table" : "ndjson");
  if (options.output !== void 0 && options.output !== "-")
    placeFor(options.output);
  const found = await gatherEvents(evidence, options);
  warnOf(found.inputs, options);
  const [start, end] = span2(options, found.newest);
  const shown = found.events.filter((event) => event.time >= start && event.time < end);
  if (options.quiet !== true)
    for (const line of remarks(found, shown.length, options))
      say(line);
  await print(shown, format, options);
}
async function gatherEvents(evidence, options) {
  const found = [];
  const fitting = /* @__PURE__ */ new Map();
  let newest = Number.NEGATIVE_INFINITY;
  return withEvidence(evidence, options, async (request) => {
    if (options.address !== void 0)
      addressTest(options.address);
    const met = await namesMet(request);
    const tests = aboutTests(options, met);
    const keep = (event) => {
      if (event.time > newest && isPlausible(event.time))
        newest = event.time;
      let all = true;
      for (const [kind, fits] of tests) {
        if (fits(event))
          fitting.set(kind, (fitting.get(kind) ?? 0) + 1);
        else
          all = false;
      }
      return all;
    };
    const inputs = await events(request, (event) => found.push(event), keep);
    return { events: found, inputs, met, fitting, newest };
  });
}
function remarks({ events: all, met, fitting }, shown, options) {
  const lines = [];
  for (const { kind, people } of peopleAsked(options, met)) {
    if (people.length > 1)
      lines.push(`--${kind} '${options[kind]}' is the name of ${people.length} people, shown together: ${people.map(({ id }) => id).join(", ")}`);
    for (const { id, names } of people)
      if (names.length > 1)
        lines.push(`${id}: taken for one person: ${listed(names)}`);
  }
  if (shown > 0)
    return lines;
  const missing = ABOUT.filter((kind) => options[kind] !== void 0 && (fitting.get(kind) ?? 0) === 0);
  for (const kind of missing)
    lines.push(`no event has the ${kind} '${options[kind]}' in this evidence${alike(options[kind] ?? "", met.all(kind))}`);
  if (missing.length > 0)
    return lines;
  const [first, last] = [all[0], all.at(-1)];
  if (first === void 0 || last === void 0)
    lines.push("no event fits all that was asked for; each alone has some");
  else
    lines.push(`no event in that span: ${counted(all.length, "event fits", "events fit")} otherwise, from ${isoTime(first.time)} to ${isoTime(last.time)}`);
  return lines;
}
var MOST_LISTED = 12;
function listed(names) {
  const more = names.length > MOST_LISTED ? ` and ${names.length - MOST_LISTED} more` : "";
  return `${names.slice(0, MOST_LISTED).join(", ")}${more}`;
}
function alike(text, names) {
  const wanted = text.toLowerCase();
  const holding = wanted.length < 2 ? [] : names.filter((name) => name.includes(wanted));
  const near = nearest(wanted, names);
  const found = [.../* @__PURE__ */ new Set([...near === void 0 ? [] : [near], ...holding])];
  return found.length === 0 ? "" : `; like it there ${found.length === 1 ? "is" : "are"} ${listed(found)}`;
}
function span2(options, newest) {
  if (options.around !== void 0) {
    const within = options.within ?? WITHIN;
    return [options.around - within, options.around + within + 1];
  }
  return [pointOf(options.from, newest) ?? Number.NEGATIVE_INFINITY, pointOf(options.to, newest) ?? Number.POSITIVE_INFINITY];
}
function pointOf(bound2, newest) {
  if (bound2 === void 0)
    return void 0;
  return "at" in bound2 ? bound2.at : newest - bound2.ago;
}
async function print(shown, format, options) {
  const file = options.output ?? "-";
  const sink = sinkFor(file);
  try {
    if (format === "ndjson") {
      const { eventLine } = await import("./event-ndjson-PEEMJL3L.js");
      for (const event of shown)
        sink.write(eventLine(event));
    } else {
      const { eventHead, eventRow } = await import("./event-table-TIQ3W5BH.js");
      const layout = layoutFor(file, options);
      sink.write(eventHead(layout));
      for (const event of shown)
        sink.write(eventRow(event, layout));
    }
    await sink.done();
  } finally {
    sink.drop();
  }
}

// dist/src/cli/commands.js
function addCommands(root, words) {
  addHunt(root, words);
  addInspect(root, words);
  addTimeline(root);
  addAnalytics(root);
  addPlatforms(root);
  addCheck(root);
  addExport(root);
  addEvidence(root);
  addCompletion(root);
}

// dist/src/cli/main.js
async function main(words) {
  watchSignals();
  try {
    await program(words).parseAsync(words, { from: "user" });
  } catch (error) {
    const { code, line, stack } = ending(error);
    const { say: say2 } = await import("./say-BWH2RVWE.js");
    if (line !== void 0)
      say2(line);
    if (stack !== void 0 && process.env["SAASHOUND_DEBUG"] === "1")
      process.stderr.write(`${stack}
`);
    leave(code);
  }
}
function program(words) {
  const root = new Command("saashound");
  root.description("Hunts through exported SaaS audit logs and ranks what is odd.").version(version(), "-V, --version", "print the version").helpOption("-h, --help", "print this help").helpCommand("help [command]", "print the help of a command").argument("[command]").usage("<command> [options]").action((command) => noCommand(root, command)).exitOverride().configureOutput({
    writeErr: () => {
    },
    getOutHelpWidth: () => Math.min(100, columns()),
    getOutHasColors: () => wantsColour("auto", process.stdout)
  }).configureHelp({
    styleTitle: (text) => `\x1B[1m${text}\x1B[22m`,
    visibleArguments: () => [],
    subcommandTerm: (command) => command.name()
  }).enablePositionalOptions();
  addCommands(root, words);
  root.addHelpText("after", `
Examples:
  saashound hunt all ./export            every analytic over a folder
  saashound hunt bulk-upload audit.csv --format html --output report.html
  saashound inspect ./export             what is in it, and what cannot be seen
  saashound timeline ./export --actor ana@example.com --from 2d

saashound <command> --help says more.`);
  return root;
}
function noCommand(root, given) {
  const names = root.commands.map((command) => command.name());
  if (given === void 0)
    throw new UsageError(`no command given; one of ${names.join(", ")}; see saashound --help`);
  const near = suggestion(given, names);
  throw new UsageError(`unknown command '${given}'${near === "" ? `; one of ${names.join(", ")}` : near}`);
}
export {
  main
};
