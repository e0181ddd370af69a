import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  activeTargetsLine,
  aftermathLine,
  consentLine,
  counted,
  daysBefore,
  defineAnalytic,
  distinctOf,
  factOf,
  grantActivityLine,
  grantLine,
  grantNoveltyLine,
  line,
  mailboxesLine,
  newObjectsLine,
  syncClientLine,
  timeWords,
  usualWords,
  withinWords
} from "./chunk-FNAP42ZW.js";
import {
  isScripted,
  isSyncClient
} from "./chunk-UGZXIX5A.js";
import "./chunk-NFCWV5CJ.js";

// dist/analytics/AN0132-mailbox-access/index.js
var DAY = 864e5;
var analytic = defineAnalytic({
  id: "AN0132",
  name: "mailbox-access",
  title: "Programmatic access to mailboxes",
  summary: "Counts the messages that a client or app reads in a mailbox, the mailboxes that one app opens, and the searches that somebody runs, each against its own past. Apps, clients, tokens and places new to the mailbox or the organisation, throttled access, missing consent, forwarding and inbox rules, and sensitive search terms raise it; consent, approval, tickets and known background apps lower it.",
  attack: {
    technique: "T1114.002",
    techniqueName: "Email Collection: Remote Email Collection",
    tactic: "Collection",
    strategy: "DET0048",
    version: "18.1",
    url: "https://attack.mitre.org/detectionstrategies/DET0048#AN0132"
  },
  options: {
    mailAccessVolumeThreshold: {
      kind: "number",
      default: "100",
      min: 2,
      title: "messages in one window from which reading speaks without any history",
      unit: "messages",
      attack: "MailAccessVolumeThreshold"
    },
    oauthClientAllowList: {
      kind: "list",
      default: "",
      title: "app ids known to be fine: their newness does not count",
      attack: "OAuthClientIDAllowList"
    },
    keywordSearchFrequency: {
      kind: "number",
      default: "10",
      min: 2,
      title: "searches in one window from which searching speaks without any history",
      unit: "searches",
      attack: "KeywordSearchFrequency"
    },
    keywordPatterns: {
      kind: "list",
      default: "password,passwort,invoice,wire,payment,bank,vpn,mfa,credential,secret,api key,ssn,payroll",
      title: "words in a search that count as sensitive"
    },
    consentLookback: { kind: "duration", default: "30d", title: "how long before the access a logged consent still covers it" },
    ruleWindow: {
      kind: "duration",
      default: "2d",
      title: "how far around the access a mail rule, forwarding or delegation belongs to it"
    }
  },
  signals: {
    "message-rate": {
      title: "Messages against the usual",
      unit: "messages/window",
      text: "messages read by this client in this mailbox, against its own past, peers and time of day"
    },
    "search-rate": {
      title: "Searches against the usual",
      unit: "searches/window",
      text: "searches run, against the person\u2019s own past"
    },
    "session-novelty": {
      title: "Unfamiliar app, client or place",
      unit: "decades of rarity",
      text: "network, country, client or app new to the mailbox, or such a sign-in within 16 hours"
    },
    "failed-sign-ins": {
      title: "Failed sign-ins and proxies",
      unit: "failed sign-ins",
      text: "three or more failures in the six hours before, or an address flagged as a proxy"
    },
    consent: {
      title: "Consent",
      unit: "consents",
      text: "a logged consent to the app lowers, an app new to the organisation without one raises"
    },
    throttled: { title: "Throttled", unit: "records", text: "the mailbox was read so fast that logging was throttled" },
    "mail-rule": {
      title: "Rules and forwarding",
      unit: "events",
      text: "inbox rules, forwarding or delegation around the access"
    },
    "reported-app": { title: "App reported in abuse", unit: "app", text: "the app id was publicly reported in mailbox theft" },
    "known-app": { title: "Known background app", unit: "app", text: "a first-party app that the organisation has long used" },
    "scripted-client": {
      title: "Scripted client",
      unit: "share of events",
      text: "a script or command-line client that this account had not used"
    },
    "sensitive-search": { title: "Sensitive search terms", unit: "searches", text: "searches for words of keywordPatterns" },
    "many-mailboxes": {
      title: "Many mailboxes by one app",
      unit: "mailboxes",
      text: "three decades per tenfold of mailboxes that one app opens within an hour or a day, by its age, rights and consents"
    },
    "app-habit": {
      title: "Habit of the app",
      unit: "mailboxes",
      text: "as many mailboxes as the app opens on other days lower the finding"
    },
    "no-history": {
      title: "Fixed threshold",
      unit: "messages",
      text: "with fewer than three days of history the count is held against the fixed thresholds"
    },
    context: { title: "Context", unit: "events", text: "change tickets, approved apps, service accounts and trusted networks" }
  },
  series: [
    {
      id: "messages",
      unit: "messages",
      hears: ["mail.read"],
      subject: mailboxClient,
      judge: judgeMessages,
      cause: (view) => isNewApp(view) ? `app ${appOf(view)}` : void 0,
      title: (view) => `${Math.round(view.volume.observed)} messages read in ${mailboxOf(view)} through ${clientOf(view)} ${withinWords(view)}, against a usual ${usualWords(view)}`,
      entities: (view) => entities(view),
      caveats: messageCaveats,
      next: (view) => [
        `in Entra: review the sign-ins and the consent of ${clientOf(view)}; revoke the sessions of ${mailboxOf(view)} if they are not explained`
      ]
    },
    {
      id: "mailboxes",
      unit: "mailboxes",
      hears: ["mail.read"],
      subject: (event) => event.app === void 0 || event.details["firstParty"] === true ? void 0 : `${event.app}
mailboxes`,
      distinct: (event) => event.target?.toLowerCase() ?? event.actor,
      actor: (view) => ({ id: view.actor, type: "app" }),
      excuses: { ticket: -3, app: 0, service: 0, network: -1 },
      judge: judgeMailboxes,
      title: (view) => `${view.appName(view.actor)} opened ${view.volume.observed} mailboxes ${withinWords(view)}`,
      entities: (view) => mailboxes(view).slice(0, 25).map((id) => ({ role: "mailbox", type: "mailbox", id })),
      next: (view) => [
        `in Entra: open the enterprise application ${view.actor}, look at its permissions, owners and credentials, and disable it if nobody answers for it`
      ]
    },
    {
      id: "searches",
      unit: "searches",
      hears: ["mail.search"],
      subject: (event) => event.actor === "" || event.actorType === "system" ? void 0 : `${event.actor}
searches`,
      judge: judgeSearches,
      title: (view) => `${Math.round(view.volume.observed)} mail searches ${withinWords(view)}, against a usual ${usualWords(view)}`,
      caveats: (view) => view.events.every((event) => factOf(event, "query") === void 0) ? ["the records do not hold the search text: sensitive words could not be looked for"] : []
    }
  ],
  marks: ["app.grant", "app.install", "mail.rule"],
  tuning: [
    "Enter approved mail apps into apps.csv, or their ids into oauthClientAllowList.",
    "Enter legal searches into changes.csv with activity mail.search.",
    "Name journaling and backup accounts as service accounts in people.csv."
  ],
  falsePositives: [
    "the first synchronisation of a harmless mail app",
    "a legal or compliance search without a ticket",
    "a mailbox migration"
  ],
  blindSpots: [
    "MailItemsAccessed depends on the licence and on the mailbox\u2019s audit settings",
    "after throttling, silence means unknown, not quiet",
    "searches over the API are not logged",
    "a bind shows that a message was delivered to a client, not that somebody read it"
  ]
});
function mailboxClient(event) {
  if (event.actorType === "system")
    return void 0;
  const mailbox = event.target?.toLowerCase() ?? event.actor;
  const owner = event.details["appOnly"] === true || event.actorType === "app" ? mailbox : event.actor;
  if (owner === "")
    return void 0;
  const bucket = event.details["firstParty"] === true ? "mail clients" : event.app ?? bucketOf(event);
  return `${owner}
${mailbox}
${bucket}`;
}
function bucketOf(event) {
  const client = event.client ?? "";
  return /imap|pop3|webservices|ews|rest|powershell/i.test(client) || client !== "" && isScripted(client) ? client : "mail clients";
}
function judgeMessages(view) {
  const consents = consentsOf(view);
  return [
    view.volumeLine("message-rate", "read"),
    view.coldStartLine("no-history", view.number("mailAccessVolumeThreshold")),
    view.noveltyLine("session-novelty", attributesOf(view, consents)),
    view.signInLine("failed-sign-ins"),
    consent(view, consents),
    throttled(view),
    rules(view),
    reported(view),
    known(view),
    scripted(view)
  ];
}
function attributesOf(view, consents) {
  const app = appOf(view);
  if (view.list("oauthClientAllowList").includes(app) || view.approval(app)?.approved === true)
    return [];
  if (view.events[0]?.details["firstParty"] === true)
    return ["network", "country"];
  if (consents.length > 0 && !oddlyConsented(view, consents))
    return ["app"];
  return atHome(view, app) ? ["app"] : ["network", "country", "client", "app"];
}
function atHome(view, app) {
  if (app === "")
    return false;
  const homes = new Set(distinctOf(view.find({ activities: ["mail.read"], app, from: Number.NEGATIVE_INFINITY, to: view.start - view.start % DAY }).filter((event) => event.actor !== view.actor).map(({ network }) => network)));
  return view.events.every(({ network }) => network === void 0 || homes.has(network));
}
function consentsOf(view) {
  const app = appOf(view);
  if (app === "" || view.events[0]?.details["firstParty"] === true)
    return [];
  return grantsOf(view, app).filter((event) => event.actor === view.actor || event.details["tenantWide"] === true || event.details["adminConsent"] === true);
}
var CONSENTED = -1.5;
var ODD_CONSENT = 1.2;
function oddlyConsented(view, consents) {
  const own = consents.filter((event) => event.actor === view.actor);
  const addressed = own.some(({ network }) => network !== void 0);
  const surroundings = view.novelty(own, ["network", "country", "client"]);
  const signIns = own.map((event) => view.signInNovelty(event.time)).reduce((a, b) => Math.max(a, b), 0);
  return surroundings >= ODD_CONSENT || signIns * (addressed ? 0.6 : 1) >= ODD_CONSENT;
}
function consent(view, consents) {
  const app = appOf(view);
  if (app === "" || view.events[0]?.details["firstParty"] === true)
    return void 0;
  const age = appAge(view, app);
  if (consents.length > 0 && oddlyConsented(view, consents)) {
    return line("consent", 0.3, {
      observed: consents.length,
      expected: 1,
      unit: "consents",
      text: "the consent to the app came from surroundings unusual for this account"
    });
  }
  return line("consent", consents.length > 0 ? CONSENTED : consentLine(false, age), {
    observed: consents.length,
    expected: 1,
    unit: "consents",
    text: consents.length > 0 ? "the owner or an administrator consented to the app in this evidence" : `no consent to this app is in the evidence, and it was first seen ${daysBefore(age)}`
  });
}
function throttled(view) {
  const count = view.events.filter((event) => event.details["throttled"] === true).length;
  return line("throttled", count > 0 ? 0.5 : 0, {
    observed: count,
    expected: 0,
    unit: "records",
    text: `${counted(count, "record")} ${count === 1 ? "says" : "say"} that logging of this mailbox was throttled`
  });
}
function rules(view) {
  const around = view.number("ruleWindow");
  const marks = view.find({ activities: ["mail.rule"], person: view.actor, from: view.start - around, to: view.end + around }).filter((event) => event.actorType !== "system" && event.ok !== false);
  return line("mail-rule", marks.length > 0 ? 0.7 * view.gate : 0, {
    observed: marks.length,
    expected: 0,
    unit: "events",
    text: `${counted(marks.length, "mail rule, forwarding or delegation", "mail rules, forwardings or delegations")} around it (${distinctOf(marks.map(({ operation }) => operation)).slice(0, 3).join(", ")})`
  });
}
function reported(view) {
  const [abuse] = distinctOf(view.events.map((event) => factOf(event, "reportedAbuse")));
  return line("reported-app", abuse === void 0 ? 0 : 1, {
    observed: appOf(view),
    expected: "",
    unit: "app",
    text: `${clientOf(view)} was publicly reported: ${abuse}`
  });
}
function known(view) {
  const first = view.events.filter((event) => event.details["firstParty"] === true);
  if (first.length * 2 < view.events.length || appOf(view) === "")
    return void 0;
  const age = view.newness("app", appOf(view));
  return line("known-app", age.holders >= 3 ? -0.7 : 0, {
    observed: appOf(view),
    expected: "",
    unit: "app",
    text: `${clientOf(view)} is a first-party app that ${age.holders} people here used before`
  });
}
function scripted(view) {
  const by = view.events.filter((event) => event.client !== void 0 && isScripted(event.client));
  const [client] = distinctOf(by.map((event) => event.client));
  if (client === void 0 || !view.newness("client", client).isNew)
    return void 0;
  return line("scripted-client", 0.4 * (by.length / view.events.length) * view.gate, {
    observed: by.length,
    expected: 0,
    unit: "events",
    text: `${by.length} of ${view.events.length} records through ${client}, which this account had not used`
  });
}
function judgeMailboxes(view) {
  if (view.length > DAY)
    return [];
  const opened = mailboxes(view);
  const grants = grantsOf(view, view.actor);
  const tenantWide = grants.some((event) => event.details["tenantWide"] === true || event.details["adminConsent"] === true);
  const consented = new Set(grants.map((event) => event.actor));
  const without = tenantWide ? 0 : opened.filter((mailbox) => !consented.has(mailbox)).length / Math.max(1, opened.length);
  const approved = view.approval(view.actor)?.approved === true || view.list("oauthClientAllowList").includes(view.actor);
  const messages = view.events.reduce((sum2, event) => sum2 + event.items, 0);
  const ageDays = appAge(view, view.actor);
  const appOnly = view.events.some((event) => event.details["appOnly"] === true);
  const sum = mailboxesLine({ mailboxes: opened.length, messages, ageDays, appOnly, withoutConsent: without, approved });
  return [
    line("many-mailboxes", sum, {
      observed: opened.length,
      expected: 1,
      unit: "mailboxes",
      text: `${view.appName(view.actor)} opened ${opened.length} mailboxes and ${messages} messages ${withinWords(view)}; first seen here ${daysBefore(ageDays)}${appOnly ? "; it acts without a user" : ""}${approved ? "; approved" : ""}${without > 0 ? `; no consent in the evidence for ${Math.round(without * opened.length)} of the owners` : ""}`
    }),
    habit(view)
  ];
}
function judgeSearches(view) {
  const words = view.list("keywordPatterns").map((word) => word.toLowerCase());
  const hits = view.events.filter((event) => words.some((word) => factOf(event, "query")?.toLowerCase().includes(word) === true)).length;
  return [
    view.volumeLine("search-rate", "run"),
    view.coldStartLine("no-history", view.number("keywordSearchFrequency")),
    view.noveltyLine("session-novelty", ["network", "country", "client", "app"]),
    view.signInLine("failed-sign-ins"),
    line("sensitive-search", Math.min(1, 0.4 * Math.log2(1 + hits)), {
      observed: hits,
      expected: 0,
      unit: "searches",
      text: `${hits} of ${view.events.length} searches were for sensitive words`
    })
  ];
}
function appAge(view, app) {
  const age = view.newness("app", app).ageDays ?? 0;
  return view.volume.evidenceDays - age <= 2 ? Math.max(age, 30) : age;
}
function habit(view) {
  const opened = mailboxes(view).length;
  const { evidenceDays } = view.volume;
  const age = view.newness("app", view.actor).ageDays ?? 0;
  if (evidenceDays < 3 && evidenceDays - age <= 2) {
    return line("app-habit", -3, {
      observed: opened,
      expected: "unknown",
      unit: "mailboxes",
      text: `the evidence begins ${evidenceDays} days before: whether this app has always done so is not known`
    });
  }
  const dayStart = view.start - view.start % DAY;
  const days = /* @__PURE__ */ new Map();
  for (const event of view.find({ activities: ["mail.read"], app: view.actor, from: Number.NEGATIVE_INFINITY, to: dayStart })) {
    const day = Math.floor(event.time / DAY);
    const known2 = days.get(day) ?? /* @__PURE__ */ new Set();
    days.set(day, known2.add(event.target?.toLowerCase() ?? event.actor));
  }
  const most = Math.max(0, ...[...days.values()].map(({ size }) => size));
  const share = days.size < 2 ? 0 : Math.min(1, most / opened);
  return line("app-habit", share < 0.3 ? 0 : -3 * share, {
    observed: opened,
    expected: most,
    unit: "mailboxes",
    text: `this app opened up to ${most} mailboxes on ${days.size} days before`
  });
}
function grantsOf(view, app) {
  const span = {
    activities: ["app.grant", "app.install"],
    from: view.start - view.number("consentLookback"),
    to: view.end
  };
  return [...view.find({ ...span, app }), ...view.find({ ...span, target: app })].filter((event) => event.ok !== false);
}
function isNewApp(view) {
  const app = appOf(view);
  return app !== "" && view.events[0]?.details["firstParty"] !== true && view.volume.evidenceDays >= 3 && view.newness("app", app).isNew;
}
function appOf(view) {
  return view.events[0]?.app ?? "";
}
function clientOf(view) {
  const app = appOf(view);
  return app === "" ? view.events[0]?.client ?? "an unnamed client" : view.appName(app);
}
function mailboxOf(view) {
  return view.events[0]?.target ?? view.actor;
}
function mailboxes(view) {
  return distinctOf(view.events.map((event) => event.target?.toLowerCase() ?? event.actor));
}
function entities(view) {
  const app = appOf(view);
  const mailbox = { role: "mailbox", type: "mailbox", id: mailboxOf(view) };
  return app === "" ? [mailbox] : [mailbox, { role: "app", type: "app", id: app, name: view.appName(app) }];
}
function messageCaveats(view) {
  const synced = view.events.filter((event) => factOf(event, "accessType") === "Sync").length;
  return synced > 0 ? [
    `${counted(synced, "record is a synchronisation", "records are synchronisations")} of whole folders: how many messages they held is not logged`
  ] : [];
}

// dist/analytics/AN0339-account-removal/index.js
var HOUR = 36e5;
var DAY2 = 24 * HOUR;
var SCRIPTED_LEAST = 5;
var analytic2 = defineAnalytic({
  id: "AN0339",
  name: "account-removal",
  title: "Accounts deleted, disabled or locked out by an odd administrator session or en masse",
  summary: "Counts the distinct accounts that somebody deletes, deactivates or suspends, over all platforms together, and judges the count against that person\u2019s own past, peers and hours. The administrator\u2019s session (network, country, client, device, token, failed sign-ins), the targets (still in use, privileged, taken in a scripted order) and recently gained roles raise it; change tickets lower it.",
  attack: {
    technique: "T1531",
    techniqueName: "Account Access Removal",
    tactic: "Impact",
    strategy: "DET0120",
    version: "18.1",
    url: "https://attack.mitre.org/detectionstrategies/DET0120#AN0339"
  },
  options: {
    bulkActionThreshold: {
      kind: "number",
      default: "5",
      min: 1,
      title: "distinct accounts in one window from which removals speak without any history",
      unit: "accounts",
      attack: "BulkActionThreshold"
    },
    sessionDeviceType: {
      kind: "flag",
      default: "on",
      title: "whether an unfamiliar client, device or token of the administrator counts",
      attack: "SessionDeviceType"
    },
    roleLookback: { kind: "duration", default: "7d", title: "how long before the removals a newly granted role still counts" },
    reactivationGrace: {
      kind: "duration",
      default: "1d",
      title: "accounts switched on again within this time lower the finding"
    },
    allowActors: { kind: "list", default: "", title: "provisioning accounts (HR, SCIM) whose removals are expected" }
  },
  signals: {
    "removal-rate": {
      title: "Removals against the usual",
      unit: "accounts/window",
      text: "distinct accounts removed, against the person\u2019s own past, peers and time of day"
    },
    "session-novelty": {
      title: "Unfamiliar session",
      unit: "decades of rarity",
      text: "network, country, client, device or token new to the administrator, or such a sign-in within 16 hours"
    },
    "failed-sign-ins": {
      title: "Failed sign-ins and proxies",
      unit: "failed sign-ins",
      text: "three or more failures in the six hours before, or an address flagged as a proxy"
    },
    "targets-in-use": {
      title: "Accounts still in use",
      unit: "share of targets",
      text: "share of the removed accounts that were active within the last four days"
    },
    "privileged-targets": {
      title: "Privileged targets",
      unit: "accounts",
      text: "removed accounts that people.csv calls privileged"
    },
    "scripted-order": { title: "Scripted order", unit: "accounts", text: "targets in alphabetical order or at even intervals" },
    "new-role": { title: "Newly granted role", unit: "grants", text: "the administrator was given a role shortly before" },
    impersonation: { title: "Impersonated session", unit: "events", text: "the log names another principal behind the session" },
    reactivation: {
      title: "Switched on again",
      unit: "share of targets",
      text: "targets that were enabled again soon afterwards lower the finding"
    },
    "expected-actor": { title: "Expected actor", unit: "account", text: "a provisioning account named in allowActors" },
    "no-history": {
      title: "Fixed threshold",
      unit: "accounts",
      text: "with fewer than three days of history the count is held against bulkActionThreshold"
    },
    context: { title: "Context", unit: "events", text: "change tickets, service accounts and trusted networks" }
  },
  series: [
    {
      id: "removals",
      unit: "accounts",
      hears: ["account.delete", "account.disable"],
      subject,
      distinct,
      judge: (view) => judge(view, "removed"),
      title: (view) => title(view, "deleted or disabled"),
      entities: entities2,
      caveats,
      next
    },
    {
      id: "lockouts",
      unit: "accounts",
      hears: ["account.lockout"],
      subject,
      distinct,
      judge: (view) => judge(view, "locked out"),
      title: (view) => title(view, "locked out (sessions, passwords, factors or licences taken away)"),
      entities: entities2,
      next
    }
  ],
  marks: ["account.enable", "role.grant"],
  tuning: [
    "Name provisioning accounts in allowActors or as service accounts in people.csv.",
    "Put offboarding batches into changes.csv: they stay visible, lower.",
    "Raise bulkActionThreshold for exports that hold less than three days."
  ],
  falsePositives: [
    "an offboarding batch or licence clean-up without a ticket",
    "the first removals by a new administrator",
    "a SCIM connector that is switched on"
  ],
  blindSpots: [
    "who asked for a removal, and whether it was agreed",
    "Box logs EDIT_USER without saying whether the account became inactive",
    "removals through directory synchronisation appear under the connector\u2019s name"
  ]
});
function subject(event) {
  if (event.actor === "" || event.actorType === "system" || event.ok === false)
    return void 0;
  const { automatic, downstream, partial } = event.details;
  if (automatic === true || downstream === true || partial === true)
    return void 0;
  return event.target === event.actor ? void 0 : event.actor;
}
function distinct(event) {
  return event.target?.toLowerCase();
}
function judge(view, verb) {
  const targets = distinctOf(view.events.map(distinct));
  const attributes = view.flag("sessionDeviceType") ? ["network", "country", "client", "device", "token"] : ["network", "country"];
  return [
    view.volumeLine("removal-rate", verb),
    view.coldStartLine("no-history", view.number("bulkActionThreshold")),
    view.noveltyLine("session-novelty", attributes),
    view.signInLine("failed-sign-ins"),
    inUse(view, targets),
    privileged(view, targets),
    scripted2(view),
    newRole(view),
    impersonated(view),
    reactivated(view, targets),
    view.list("allowActors").includes(view.actor) ? line("expected-actor", -2, { observed: view.actor, expected: "", unit: "account", text: "named in allowActors" }) : void 0
  ];
}
function inUse(view, targets) {
  if (targets.length === 0)
    return void 0;
  const active = targets.filter((target) => view.activeWithin(target, view.start, 4)).length;
  const share = active / targets.length;
  return line("targets-in-use", view.gate * activeTargetsLine(share), {
    observed: active,
    expected: 0,
    unit: "accounts",
    text: `${active} of the ${counted(targets.length, "account")} had been active within four days`
  });
}
function privileged(view, targets) {
  const count = targets.filter((target) => view.personOf(target)?.privileged === true).length;
  return line("privileged-targets", view.gate * Math.min(1, 0.5 * Math.log2(1 + count)), {
    observed: count,
    expected: 0,
    unit: "accounts",
    text: `${count} of the ${counted(targets.length, "account")} ${count === 1 ? "is" : "are"} privileged`
  });
}
function scripted2(view) {
  const firsts = view.events.filter((event, index) => view.events.findIndex((other) => distinct(other) === distinct(event)) === index);
  if (firsts.length < SCRIPTED_LEAST || firsts.length > 2e3)
    return void 0;
  const names = firsts.map((event) => distinct(event) ?? "");
  const ordered = names.every((name, index) => index === 0 || (names[index - 1] ?? "") <= name);
  const gaps = firsts.slice(1).map((event, index) => event.time - (firsts[index]?.time ?? 0));
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  const even = mean > 0 && mean < 6e4 && gaps.every((gap) => Math.abs(gap - mean) <= 0.25 * mean);
  if (!ordered && !even)
    return void 0;
  return line("scripted-order", 0.5 * view.gate, {
    observed: firsts.length,
    expected: "no order",
    unit: "accounts",
    text: ordered ? "the accounts were taken in alphabetical order" : `one account every ${Math.max(1, Math.round(mean / 1e3))} s, evenly`
  });
}
function newRole(view) {
  const grants = view.find({ activities: ["role.grant"], from: view.start - view.number("roleLookback"), to: view.start }).filter((event) => event.target?.toLowerCase() === view.actor);
  const [latest] = grants.slice(-1);
  if (latest === void 0)
    return void 0;
  const role = latest.details["role"];
  return line("new-role", 0.7 * view.gate, {
    observed: grants.length,
    expected: 0,
    unit: "grants",
    text: `was given ${typeof role === "string" ? role : "a role"} ${timeWords(view.start - latest.time)} before`
  });
}
function impersonated(view) {
  const behind = distinctOf(view.events.map((event) => typeof event.details["impersonatedBy"] === "string" ? event.details["impersonatedBy"] : void 0));
  return line("impersonation", behind.length > 0 ? 0.7 * view.gate : 0, {
    observed: behind.join(", "),
    expected: "none",
    unit: "principals",
    text: `in a session that ${behind.join(", ")} held for this account`
  });
}
function reactivated(view, targets) {
  const known2 = new Set(targets);
  const enabled = view.find({
    activities: ["account.enable"],
    from: view.start,
    to: view.end + view.number("reactivationGrace")
  });
  const count = distinctOf(enabled.map(distinct).filter((target) => target !== void 0 && known2.has(target))).length;
  return line("reactivation", targets.length === 0 ? 0 : -count / targets.length, {
    observed: count,
    expected: 0,
    unit: "accounts",
    text: `${count} of the ${counted(targets.length, "account")} ${count === 1 ? "was" : "were"} enabled again`
  });
}
function title(view, what) {
  const count = view.volume.observed;
  const platforms = distinctOf(view.events.map(({ platform }) => platform)).toSorted().join(", ");
  return `${counted(count, "account")} ${what} on ${platforms} ${withinWords(view)}`;
}
function entities2(view) {
  return distinctOf(view.events.map((event) => event.target)).slice(0, 25).map((id) => ({ role: "target", type: "user", id }));
}
function caveats(view) {
  const unsure = view.events.filter((event) => event.details["unsure"] === true).length;
  return unsure > 0 ? [`${counted(unsure, "event")} of these ${unsure === 1 ? "does" : "do"} not say what was changed of the account`] : [];
}
function next(view) {
  const day = new Date(view.start - view.start % DAY2).toISOString().slice(0, 10);
  return [
    `ask the owner of ${view.actor} and the people team whether an offboarding was agreed for ${day}; until then keep the accounts recoverable`
  ];
}

// dist/analytics/AN0732-bulk-repository-access/index.js
var HOUR2 = 36e5;
var REPOSITORY_ACTIVITIES = ["repo.clone", "repo.download", "repo.fetch", "repo.push", "api.call"];
var SETTLED_DAYS = 5;
var analytic3 = defineAnalytic({
  id: "AN0732",
  name: "bulk-repository-access",
  title: "Bulk or odd downloads of private or restricted repositories",
  summary: "Counts the distinct repositories, not known to be public, that somebody clones, downloads or reads over the API, against that person\u2019s own past, peers and hours. Repositories never touched before, people who do not develop, privileged, contractor and new accounts, unfamiliar sessions and tokens, odd sign-ins, new credentials and restricted repositories raise it; service accounts, tickets and trusted networks lower it.",
  attack: {
    technique: "T1213.003",
    techniqueName: "Data from Information Repositories: Code Repositories",
    tactic: "Collection",
    strategy: "DET0263",
    version: "18.1",
    url: "https://attack.mitre.org/detectionstrategies/DET0263#AN0732"
  },
  options: {
    repoThreshold: {
      kind: "number",
      default: "10",
      min: 2,
      title: "distinct repositories in one window from which downloads speak without any history",
      unit: "repositories",
      attack: "TimeWindow"
    },
    userContext: {
      kind: "flag",
      default: "on",
      title: "whether being no developer counts (from people.csv, or inferred: never pushed)",
      attack: "UserContext"
    },
    sensitiveRepos: {
      kind: "list",
      default: "",
      title: "repositories (org/name) to be treated as restricted, beside repositories.csv",
      attack: "RepoSensitivityTag"
    },
    loginLookback: {
      kind: "duration",
      default: "1d",
      title: "how long before the downloads a new token, key or role still counts",
      attack: "GeoAnomalyThreshold"
    },
    newAccountAge: { kind: "duration", default: "7d", title: "accounts first seen within this time are new" }
  },
  signals: {
    "repository-rate": {
      title: "Repositories against the usual",
      unit: "repositories/window",
      text: "distinct repositories taken, against the person\u2019s own past, peers and time of day"
    },
    "new-repositories": {
      title: "Repositories never touched before",
      unit: "repositories",
      text: "1.5 decades per tenfold of repositories new to the person"
    },
    "session-novelty": {
      title: "Unfamiliar session",
      unit: "decades of rarity",
      text: "network, country, client or token new to the person, or such a sign-in within 16 hours on any platform"
    },
    "failed-sign-ins": {
      title: "Failed sign-ins and proxies",
      unit: "failed sign-ins",
      text: "three or more failures in the six hours before, or an address flagged as a proxy"
    },
    role: { title: "Role", unit: "role", text: "outside engineering, or a privileged account" },
    "account-kind": {
      title: "Contractor or new account",
      unit: "account",
      text: "contractors, and accounts first seen within newAccountAge"
    },
    "new-credential": {
      title: "New token, key or role",
      unit: "events",
      text: "a token, key, grant or role appeared within loginLookback before"
    },
    "restricted-repositories": {
      title: "Restricted repositories",
      unit: "share of repositories",
      text: "repositories that repositories.csv or sensitiveRepos calls restricted"
    },
    "no-history": {
      title: "Fixed threshold",
      unit: "repositories",
      text: "with fewer than three days of history the count is held against repoThreshold"
    },
    context: { title: "Context", unit: "events", text: "change tickets, approved apps, service accounts and trusted networks" }
  },
  series: [
    {
      id: "downloads",
      unit: "repositories",
      hears: ["repo.clone", "repo.download"],
      subject: subject2,
      distinct: distinct2,
      judge: (view) => judge2(view, "cloned or downloaded"),
      title: (view) => title2(view, "cloned or downloaded"),
      entities: entities3,
      caveats: caveats2,
      next: next2
    },
    {
      id: "reads",
      unit: "repositories",
      hears: ["repo.fetch", "api.call"],
      subject: subject2,
      distinct: distinct2,
      judge: (view) => judge2(view, "read"),
      title: (view) => title2(view, "fetched or read over the API"),
      entities: entities3,
      caveats: caveats2,
      next: next2
    }
  ],
  marks: ["repo.push", "token.create", "credential.add", "app.grant", "role.grant"],
  tuning: [
    "Name CI, mirroring and release accounts as service accounts in people.csv.",
    "List restricted repositories in repositories.csv.",
    "Mark developers in people.csv where pushes are not in the evidence."
  ],
  falsePositives: ["a new laptop that clones everything again", "a joiner\u2019s first days", "a mirror or scanner that is set up"],
  blindSpots: [
    "reading and searching code in the browser is not logged",
    "git events are kept for seven days only",
    "addresses are absent unless their disclosure is switched on",
    "a clone may be shallow or full: no bytes are logged"
  ]
});
function subject2(event) {
  if (event.actorType === "system" || event.restricted === false || event.ok === false)
    return void 0;
  if (event.activity === "api.call" && event.targetType !== "repository")
    return void 0;
  if (event.actor !== "")
    return event.actor;
  return event.token === void 0 ? void 0 : `token ${event.token}`;
}
function distinct2(event) {
  return event.target?.toLowerCase();
}
function judge2(view, verb) {
  const repositories = distinctOf(view.events.map(distinct2));
  return [
    view.volumeLine("repository-rate", verb),
    view.coldStartLine("no-history", view.number("repoThreshold")),
    neverTouched(view, repositories),
    view.noveltyLine("session-novelty", ["network", "country", "client", "token"]),
    view.signInLine("failed-sign-ins"),
    view.roleLine("role", view.flag("userContext")),
    accountKind(view),
    newCredential(view),
    restricted(view, repositories)
  ];
}
function neverTouched(view, repositories) {
  const dayStart = view.start - view.start % (24 * HOUR2);
  const before = new Set(view.find({ activities: REPOSITORY_ACTIVITIES, person: view.actor, from: Number.NEGATIVE_INFINITY, to: dayStart }).map(distinct2));
  const fresh = repositories.filter((repository) => !before.has(repository)).length;
  const settled = Math.min(1, view.volume.days / SETTLED_DAYS);
  return line("new-repositories", newObjectsLine(fresh) * settled, {
    observed: fresh,
    expected: 0,
    unit: "repositories",
    text: `${fresh} of ${counted(repositories.length, "repository", "repositories")} never touched before`
  });
}
function accountKind(view) {
  const words = [];
  if (view.person?.accountType === "contractor")
    words.push("a contractor");
  if (view.volume.days * 24 * HOUR2 < view.number("newAccountAge") && view.volume.of !== "none" && view.volume.days > 0)
    words.push(`an account first seen ${daysBefore(view.volume.days)}`);
  return line("account-kind", 0.3 * words.length * view.gate, {
    observed: words.join(", "),
    expected: "a settled employee",
    unit: "account",
    text: words.join(" and ")
  });
}
function newCredential(view) {
  const span = { from: view.start - view.number("loginLookback"), to: view.start };
  const own = view.find({ activities: ["token.create", "credential.add", "app.grant"], person: view.actor, ...span });
  const roles = view.find({ activities: ["role.grant"], ...span }).filter((event) => event.target?.toLowerCase() === view.actor);
  const [latest] = [...own, ...roles].toSorted((a, b) => b.time - a.time);
  if (latest === void 0)
    return void 0;
  return line("new-credential", 0.5 * view.gate, {
    observed: own.length + roles.length,
    expected: 0,
    unit: "events",
    text: `${latest.operation} ${timeWords(view.start - latest.time)} before`
  });
}
function restricted(view, repositories) {
  const listed = new Set(view.list("sensitiveRepos").map((name) => name.toLowerCase()));
  const count = repositories.filter((repository) => listed.has(repository) || view.sensitivity(repository) !== void 0).length;
  return line("restricted-repositories", Math.min(1, 0.4 * Math.log2(1 + count)) * view.gate, {
    observed: count,
    expected: 0,
    unit: "repositories",
    text: `${count} of ${repositories.length} repositories are listed as restricted`
  });
}
function title2(view, what) {
  return `${view.volume.observed} repositories ${what} ${withinWords(view)}, against a usual ${usualWords(view)}`;
}
function entities3(view) {
  return distinctOf(view.events.map((event) => event.target)).slice(0, 25).map((id) => ({ role: "repository", type: "repository", id }));
}
function caveats2(view) {
  const unknown = view.events.filter((event) => event.restricted === void 0).length;
  return unknown > 0 ? [`${unknown} of ${view.events.length} events do not say whether the repository is public`] : [];
}
function next2(view) {
  const [token] = distinctOf(view.events.map((event) => event.token));
  return token === void 0 ? ["list the person\u2019s tokens and SSH keys, and who else used them"] : [`revoke the token with hash ${token} after its other uses are known`];
}

// dist/analytics/AN1349-app-abuse/index.js
var HOUR3 = 36e5;
var DAY3 = 24 * HOUR3;
var ACTIVITY = [
  "mail.read",
  "mail.search",
  "file.read",
  "file.download",
  "file.export",
  "repo.clone",
  "repo.download",
  "api.call",
  "bulk.query"
];
var BY_THE_APP = [
  "account.create",
  "account.disable",
  "account.delete",
  "account.enable",
  "admin.change",
  "role.grant",
  "credential.add",
  "token.create",
  "file.share",
  "file.upload"
];
var ADMINISTRATION = ["admin.change", "role.grant", "mail.rule", "credential.add", "token.create"];
var MOST_ITEMS = 200;
var analytic4 = defineAnalytic({
  id: "AN1349",
  name: "app-abuse",
  title: "An app is connected, gets high-privilege scopes, then acts oddly",
  summary: "Takes every consent, installation and grant of an app and weighs the scopes by tier, how new the app is to the person and the organisation, and from where it was granted; then looks for what the app or its grantor did within the window: mass reads and exports, mailbox access, administration, credentials added to the app. One finding per chain; chains that stop after the grant are reported lower.",
  attack: {
    technique: "T1199",
    techniqueName: "Trusted Relationship",
    tactic: "Initial Access",
    strategy: "DET0488",
    version: "18.1",
    url: "https://attack.mitre.org/detectionstrategies/DET0488#AN1349"
  },
  options: {
    approvedApps: {
      kind: "list",
      default: "",
      title: "app ids or names known to be sanctioned, beside apps.csv",
      attack: "ApprovedApps"
    },
    exportVolumeThreshold: {
      kind: "number",
      default: "6",
      min: 1,
      title: "records within an hour after the grant that are ordinary",
      unit: "records",
      attack: "ExportVolumeThreshold"
    },
    highPrivilegeScopes: { kind: "list", default: "", title: "further scopes to count as high-privilege" },
    grantToActionWindow: {
      kind: "duration",
      default: "8d",
      title: "how long after the grant activity still belongs to the chain"
    },
    minStages: { kind: "number", default: "2", min: 1, max: 3, title: "3 reports only chains in which the app also acted" }
  },
  signals: {
    grant: {
      title: "What was granted",
      unit: "scopes",
      text: "high-privilege scopes, whole-tenant grants, and how often the app had been granted here before"
    },
    "scopes-unknown": {
      title: "Scopes unknown",
      unit: "scopes",
      text: "the log does not name the scopes, or names some that are not known: never taken for low"
    },
    activity: {
      title: "What the app did",
      unit: "records",
      text: "records of the app within an hour, a day and five days after the grant, and whether it began at once"
    },
    "grant-novelty": {
      title: "Unfamiliar surroundings",
      unit: "decades of rarity",
      text: "network, country and client of the grant, of sign-ins around it and of the app\u2019s activity"
    },
    aftermath: {
      title: "Administration afterwards",
      unit: "events",
      text: "inbox rules, roles, permissions or administration by the app or its grantor within two days"
    },
    "app-credential": {
      title: "Credential added to the app",
      unit: "events",
      text: "a secret, certificate or key was added to the app around the grant"
    },
    "failed-sign-ins": {
      title: "Failed sign-ins and proxies",
      unit: "failed sign-ins",
      text: "three or more failures in the six hours before, or an address flagged as a proxy"
    },
    approved: { title: "Approved app", unit: "app", text: "named in approvedApps" },
    context: { title: "Context", unit: "events", text: "approved apps, change tickets and trusted networks" }
  },
  series: [
    {
      id: "grants",
      unit: "grants",
      hears: ["app.grant", "app.install"],
      anchor: { kind: "event", merge: HOUR3 },
      excuses: { ticket: -1.5, app: -3, service: 0, network: -0.5 },
      subject: subject3,
      judge: judge3,
      cause: (view) => appOf2(view) === "" ? void 0 : `app ${appOf2(view)}`,
      title: title3,
      entities: (view) => [
        { role: "app", type: "app", id: appOf2(view), name: view.appName(appOf2(view)) },
        { role: "grantor", type: "user", id: view.actor }
      ],
      stages,
      caveats: (view) => scopesOf(view).length === 0 ? ["the log does not say which scopes were granted"] : [],
      next: (view) => [
        `look up ${view.appName(appOf2(view))} in the console\u2019s app list: publisher, permissions, who else granted it; revoke the grant if nobody answers for it`
      ]
    }
  ],
  marks: [...ACTIVITY, ...BY_THE_APP, ...ADMINISTRATION],
  tuning: [
    "Enter sanctioned apps with their scopes and review dates into apps.csv.",
    "Enter roll-outs into changes.csv with activity app.grant."
  ],
  falsePositives: [
    "a new app that many people try on their own",
    "a roll-out by an administrator without a ticket",
    "a sanctioned app that asks for more rights"
  ],
  blindSpots: [
    "Box and GitHub do not log which permissions an app was given",
    "what an app does with data once it has read it",
    "grants older than the evidence"
  ]
});
function subject3(event) {
  if (event.actor === "" || event.actorType === "system" || event.ok === false || event.details["change"] === "revoke")
    return void 0;
  const app = appIn(event);
  return app === void 0 ? void 0 : `${event.actor}
${app}`;
}
function judge3(view) {
  const high = highScopes(view);
  const after = acted(view);
  const act = activityOf(view, after);
  const grants = view.find({
    activities: ["app.grant", "app.install"],
    app: appOf2(view),
    from: Number.NEGATIVE_INFINITY,
    to: view.start
  });
  const named = view.list("approvedApps").some((app) => [appOf2(view), view.appName(appOf2(view)).toLowerCase()].includes(app.toLowerCase()));
  if (after.length === 0 && view.number("minStages") >= 3)
    return [];
  return [
    granted(view, high, grants.length),
    unknownScopes(view),
    line("activity", act, {
      observed: after.length,
      expected: view.number("exportVolumeThreshold"),
      unit: "records",
      text: `${counted(after.length, "record")} of the app within ${Math.round(view.number("grantToActionWindow") / DAY3)} days, the first ${delay(view, after)}`
    }),
    novelty(view, high.length > 0, after),
    aftermath(view),
    credential(view),
    view.signInLine("failed-sign-ins"),
    named ? line("approved", -3, { observed: appOf2(view), expected: "", unit: "app", text: "named in approvedApps" }) : void 0
  ];
}
function granted(view, high, before) {
  const tenantWide = view.events.some((event) => event.details["tenantWide"] === true);
  const order = before === 0 ? "its first grant here" : `granted ${counted(before, "time")} before`;
  const what = high.length === 0 ? "no high-privilege scopes named" : `${counted(high.length, "high-privilege scope")} (${high.slice(0, 4).join(", ")}${high.length > 4 ? ", \u2026" : ""})`;
  return line("grant", grantLine(high.length, tenantWide, before), {
    observed: high.length,
    expected: 0,
    unit: "scopes",
    text: `${view.appName(appOf2(view))}: ${what}${tenantWide ? " for the whole tenant" : ""}; ${order}`
  });
}
function unknownScopes(view) {
  const scopes = scopesOf(view);
  const unknown = scopes.filter(({ platform, scope, appOnly }) => view.scopeTier(platform, scope, appOnly) === void 0);
  if (scopes.length > 0 && unknown.length === 0)
    return void 0;
  const text = scopes.length === 0 ? "the log does not name the scopes: unknown, not low" : `${counted(unknown.length, "scope")} of unknown strength (${unknown.slice(0, 3).map(({ scope }) => scope).join(", ")})`;
  return line("scopes-unknown", 0.3, {
    observed: scopes.length === 0 ? "none named" : unknown.length,
    expected: 0,
    unit: "scopes",
    text
  });
}
function acted(view) {
  const span = { activities: ACTIVITY, from: view.start, to: view.start + view.number("grantToActionWindow") };
  const own = { ...span, activities: [...ACTIVITY, ...BY_THE_APP] };
  const app = appOf2(view);
  const byApp = [...view.find({ ...own, app }), ...view.find({ ...own, person: app })].filter((event, index, all) => all.indexOf(event) === index).toSorted((a, b) => a.time - b.time);
  if (byApp.length > 0)
    return byApp;
  return view.find({ ...span, person: view.actor, to: Math.min(span.to, view.start + 5 * DAY3) }).filter((event) => event.app === void 0 && isFresh(view, event));
}
function isFresh(view, event) {
  if (event.token !== void 0 && view.newness("token", event.token).isNew)
    return true;
  return event.network !== void 0 && view.newness("network", event.network).isNew;
}
function activityOf(view, after) {
  const [first] = after;
  if (first === void 0)
    return 0;
  const scale = view.number("exportVolumeThreshold") / 6;
  const most = (span) => busiest(after, span) / scale;
  return grantActivityLine({ hour: most(HOUR3), day: most(DAY3), days: most(5 * DAY3), soon: first.time - view.start < DAY3 });
}
function busiest(events, span) {
  let left = 0;
  let inside = 0;
  let most = 0;
  for (const event of events) {
    inside += Math.min(MOST_ITEMS, event.items);
    while (event.time - (events[left]?.time ?? event.time) >= span) {
      inside -= Math.min(MOST_ITEMS, events[left]?.items ?? 0);
      left += 1;
    }
    most = Math.max(most, inside);
  }
  return most;
}
function novelty(view, high, after) {
  const parts = {
    grant: view.novelty(view.events, ["network", "country", "client"]),
    signIn: view.signInNovelty(view.start) * (view.events.some(({ network }) => network !== void 0) ? 0.8 : 1),
    // An app works from its own cloud: that is new to every person, and says less than where it was granted from.
    activity: after.length === 0 ? 0 : 0.5 * view.novelty(after.slice(0, 200), ["network", "country", "client"])
  };
  const [where] = Object.entries(parts).toSorted((a, b) => b[1] - a[1]);
  const words = {
    grant: "granted from",
    signIn: "a sign-in around it came from",
    activity: "the app acted from"
  };
  return line("grant-novelty", grantNoveltyLine(parts, high, after.length > 0), {
    observed: distinctOf([...view.events, ...after.slice(0, 50)].map(({ network }) => network)).slice(0, 3).join(", ") || "unfamiliar",
    expected: "surroundings this account used before",
    unit: "decades of rarity",
    text: `${words[where?.[0] ?? "grant"] ?? ""} surroundings unusual for this account`
  });
}
function aftermath(view) {
  const events = administered(view);
  return line("aftermath", aftermathLine(events.length > 0), {
    observed: events.length,
    expected: 0,
    unit: "events",
    text: `then ${distinctOf(events.map(({ operation }) => operation)).slice(0, 3).join(", ")} within two days`
  });
}
function administered(view) {
  const span = { activities: ["role.grant", "mail.rule"], from: view.start, to: view.start + 2 * DAY3 };
  const byApp = view.find({ ...span, activities: ["role.grant", "mail.rule", "admin.change"], app: appOf2(view) });
  return [...view.find({ ...span, person: view.actor }), ...byApp].filter((event) => event.actorType !== "system" && event.ok !== false).toSorted((a, b) => a.time - b.time);
}
function credential(view) {
  const app = appOf2(view);
  const span = {
    activities: ["credential.add"],
    from: view.start - DAY3,
    to: view.start + view.number("grantToActionWindow")
  };
  const byName = view.find({ ...span, person: view.actor }).filter((event) => event.app !== void 0 && view.appName(event.app) === view.appName(app));
  const added = new Set([...view.find({ ...span, app }), ...view.find({ ...span, target: app }), ...byName].map(keyOf));
  return line("app-credential", added.size > 0 ? 0.7 : 0, {
    observed: added.size,
    expected: 0,
    unit: "events",
    text: `${counted(added.size, "credential")} ${added.size === 1 ? "was" : "were"} added to the app`
  });
}
function keyOf({ time, operation }) {
  return `${time} ${operation}`;
}
function highScopes(view) {
  const further = new Set(view.list("highPrivilegeScopes").map((scope) => scope.toLowerCase()));
  const scopes = scopesOf(view);
  const offline = scopes.some(({ scope }) => scope.toLowerCase() === "offline_access");
  return distinctOf(scopes.filter(({ platform, scope, appOnly }) => {
    const tier = view.scopeTier(platform, scope, appOnly);
    return further.has(scope.toLowerCase()) || tier !== void 0 && tier > 0 && tier <= (offline ? 3 : 2);
  }).map(({ scope }) => scope));
}
function scopesOf(view) {
  return view.events.flatMap((event) => (factOf(event, "scopes") ?? "").split(" ").filter((scope) => scope !== "").map((scope) => ({ platform: event.platform, scope, appOnly: event.details["appOnly"] === true })));
}
function appIn(event) {
  return (event.targetType === "app" ? event.target ?? event.app : event.app ?? event.target)?.toLowerCase();
}
function appOf2(view) {
  return view.subject.split("\n")[1] ?? "";
}
function delay(view, after) {
  return `${timeWords((after[0]?.time ?? view.start) - view.start)} later`;
}
function title3(view) {
  const high = highScopes(view).length;
  const after = acted(view).length;
  const what = high > 0 ? `got ${counted(high, "high-privilege scope")}` : "was connected";
  return `${view.appName(appOf2(view))} ${what} from ${view.actor}${after > 0 ? `, then left ${counted(after, "record")} of activity` : ""}`;
}
function stages(view) {
  const after = acted(view);
  const steps = [
    { name: "grant", event: view.events[0], text: `${view.events[0]?.operation ?? "grant"} of ${view.appName(appOf2(view))}` },
    { name: "first activity", event: after[0], text: `${after[0]?.operation ?? ""}, ${delay(view, after)}` },
    ...administered(view).slice(0, 3).map((event) => ({ name: "administration", event, text: event.operation }))
  ];
  return steps.flatMap(({ name, event, text }) => event === void 0 ? [] : [{ name, time: new Date(event.time).toISOString(), text }]).toSorted((a, b) => a.time < b.time ? -1 : a.time > b.time ? 1 : 0);
}

// dist/analytics/AN1514-bulk-upload/index.js
var analytic5 = defineAnalytic({
  id: "AN1514",
  name: "bulk-upload",
  title: "Uploads, creations and copies of files far above the account\u2019s own baseline",
  summary: "Counts the files that an account uploads, creates or copies on a platform and judges them, over several window lengths, against that account\u2019s own past, its peers and its usual hours. New networks, countries and clients, odd sign-ins, scripted clients, new destinations and sharing with outsiders afterwards raise it; synchronisation clients, tickets and trusted networks lower it.",
  attack: {
    technique: "T1567",
    techniqueName: "Exfiltration Over Web Service",
    tactic: "Exfiltration",
    strategy: "DET0548",
    version: "18.1",
    url: "https://attack.mitre.org/detectionstrategies/DET0548#AN1514"
  },
  options: {
    apiCallThreshold: {
      kind: "number",
      default: "100",
      min: 1,
      title: "files in one window from which uploads speak without any history",
      unit: "files",
      attack: "APICallThreshold"
    },
    minimumFiles: {
      kind: "number",
      default: "5",
      min: 2,
      title: "windows with fewer files are left alone",
      unit: "files",
      attack: "APICallThreshold"
    },
    operations: { kind: "list", default: "file.upload,file.create,file.copy", title: "which activities are counted" },
    shareWindow: {
      kind: "duration",
      default: "2d",
      title: "how long after the uploads sharing with outsiders still belongs to them"
    },
    syncClients: {
      kind: "flag",
      default: "on",
      title: "whether uploads by synchronisation and migration clients count for less"
    }
  },
  signals: {
    "upload-rate": {
      title: "Uploads against the usual",
      unit: "files/window",
      text: "files uploaded, created or copied, against the account\u2019s own past, peers and time of day"
    },
    "session-novelty": {
      title: "Unfamiliar session",
      unit: "decades of rarity",
      text: "network, country or client new to the account, or such a sign-in within 16 hours"
    },
    "failed-sign-ins": {
      title: "Failed sign-ins and proxies",
      unit: "failed sign-ins",
      text: "three or more failures in the six hours before, or an address flagged as a proxy"
    },
    "scripted-client": {
      title: "Scripted client",
      unit: "share of files",
      text: "files sent by a script or API client that this account does not usually use"
    },
    "sync-client": {
      title: "Synchronisation client",
      unit: "share of files",
      text: "files sent by a synchronisation or migration client lower the finding"
    },
    destination: { title: "Destination", unit: "share of files", text: "files put into a personal or external place" },
    "shared-outside": {
      title: "Shared with outsiders",
      unit: "shares",
      text: "the same account shared files with outsiders or by open links afterwards"
    },
    "no-history": {
      title: "Fixed threshold",
      unit: "files",
      text: "with fewer than three days of history the count is held against apiCallThreshold"
    },
    context: { title: "Context", unit: "events", text: "change tickets, approved apps, service accounts and trusted networks" }
  },
  series: [
    {
      id: "uploads",
      unit: "files",
      hears: ["file.upload", "file.create", "file.copy"],
      subject: subject4,
      judge: judge4,
      title(view) {
        return `${Math.round(view.volume.observed)} files ${verbs(view)} on ${view.events[0]?.platform ?? ""} ${withinWords(view)}, against a usual ${usualWords(view)}`;
      },
      entities: (view) => distinctOf(view.events.map((event) => factOf(event, "destination"))).slice(0, 10).map((id) => ({ role: "destination", type: "folder", id })),
      caveats: (view) => view.events.some((event) => event.details["folder"] === true) ? ["a copied folder is one event: how many files it held is not logged"] : [],
      next: (view) => [
        `ask ${view.person?.name ?? view.actor} what was moved; look at the destination\u2019s sharing and at the same account\u2019s downloads before`
      ]
    }
  ],
  marks: ["file.share"],
  tuning: [
    "Enter migrations into changes.csv with activities file.*.",
    "Name synchronisation and backup accounts as service accounts in people.csv.",
    "Raise minimumFiles where small bursts are everyday work."
  ],
  falsePositives: [
    "a migration or month-end close without a ticket",
    "the first synchronisation of a new laptop",
    "marketing or media work that comes in bursts"
  ],
  blindSpots: [
    "uploads to services that are not in the evidence",
    "file sizes, where the platform does not log them",
    "a copied folder counts once on Box and SharePoint"
  ]
});
function subject4(event) {
  if (event.actor === "" || event.actorType === "system" || event.ok === false)
    return void 0;
  if (event.details["companion"] === true || event.details["derived"] === true)
    return void 0;
  return `${event.actor}
${event.platform}`;
}
function judge4(view) {
  const operations = new Set(view.list("operations"));
  const counted2 = view.events.filter((event) => operations.has(event.activity));
  if (counted2.length * 2 < view.events.length || view.volume.observed < view.number("minimumFiles"))
    return [];
  return [
    view.volumeLine("upload-rate", "uploaded, created or copied"),
    view.coldStartLine("no-history", view.number("apiCallThreshold")),
    view.noveltyLine("session-novelty", mostlySynchronised(view) ? ["network", "country"] : ["network", "country", "client"]),
    view.signInLine("failed-sign-ins"),
    scripted3(view),
    synchronised(view),
    destination(view),
    sharedOutside(view)
  ];
}
function scripted3(view) {
  const by = view.events.filter((event) => event.client !== void 0 && isScripted(event.client));
  const [client] = distinctOf(by.map((event) => event.client));
  if (client === void 0 || !view.newness("client", client).isNew)
    return void 0;
  const share = by.length / view.events.length;
  return line("scripted-client", 0.5 * share * view.gate, {
    observed: by.length,
    expected: 0,
    unit: "files",
    text: `${by.length} of ${view.events.length} through ${client}, which this account had not used`
  });
}
function bySync(view) {
  return view.events.filter((event) => event.client !== void 0 && isSyncClient(event.client) || event.app !== void 0 && isSyncClient(view.appName(event.app))).length;
}
function mostlySynchronised(view) {
  return view.flag("syncClients") && bySync(view) * 2 > view.events.length;
}
function synchronised(view) {
  if (!view.flag("syncClients"))
    return void 0;
  const count = bySync(view);
  return line("sync-client", syncClientLine(count / view.events.length), {
    observed: count,
    expected: 0,
    unit: "files",
    text: `${count} of ${view.events.length} by a synchronisation or migration client`
  });
}
function destination(view) {
  const outside = view.events.filter((event) => event.external || event.details["personal"] === true);
  return line("destination", 0.5 * (outside.length / view.events.length) * view.gate, {
    observed: outside.length,
    expected: 0,
    unit: "files",
    text: `${outside.length} of ${view.events.length} into a personal or external place`
  });
}
function sharedOutside(view) {
  const shares = view.find({ activities: ["file.share"], person: view.actor, from: view.start, to: view.end + view.number("shareWindow") }).filter((event) => event.external);
  return line("shared-outside", Math.min(1, 0.5 * Math.log2(1 + shares.length)) * view.gate, {
    observed: shares.length,
    expected: 0,
    unit: "shares",
    text: `then shared ${counted(shares.length, "time")} with outsiders or by open links`
  });
}
function verbs(view) {
  const words = { "file.upload": "uploaded", "file.create": "created", "file.copy": "copied" };
  return distinctOf(view.events.map(({ activity }) => words[activity])).toSorted().toReversed().join(" or ");
}

// dist/analytics/index.js
var ANALYTICS = [analytic, analytic2, analytic3, analytic4, analytic5];
export {
  ANALYTICS
};
