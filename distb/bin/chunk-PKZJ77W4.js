import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  parseTime
} from "./chunk-SEKZNX7F.js";
import {
  isObject
} from "./chunk-FI5JWCXQ.js";
import {
  BrokenCell
} from "./chunk-OTXOMCGJ.js";

// dist/src/sources/rules.js
function each(entry, operations) {
  return Object.fromEntries(operations.map((operation) => [operation, entry]));
}
function joinTables(...tables2) {
  const joined = {};
  for (const table of tables2) {
    for (const [operation, entry] of Object.entries(table)) {
      if (Object.hasOwn(joined, operation))
        throw new TypeError(`two rules for ${operation}`);
      joined[operation] = entry;
    }
  }
  return joined;
}
function when(text4, test) {
  return { text: text4, test };
}
function addDetails(event, facts) {
  let details;
  for (const name in facts) {
    const value = facts[name];
    if (value === void 0)
      continue;
    details ??= { ...event.details };
    details[name] = value;
  }
  if (details !== void 0)
    event.details = details;
}
function userTarget(id, name, aliases = []) {
  if (id === void 0)
    return void 0;
  const lower = id.toLowerCase();
  const others = distinct(aliases).filter((alias) => alias !== lower);
  return { type: "user", id: lower, ...name !== void 0 && { name }, ...others.length > 0 && { aliases: others } };
}
function addAliases(event, aliases) {
  const { actor } = event;
  if (actor === void 0)
    return;
  const all = distinct([...actor.aliases ?? [], ...aliases]).filter((alias) => alias !== actor.id);
  if (all.length > 0)
    event.actor = { ...actor, aliases: all };
}
function distinct(texts) {
  return [...new Set(texts.filter((text4) => text4 !== void 0).map((text4) => text4.toLowerCase()))];
}

// dist/src/read/address.js
import { isIP } from "node:net";
var LONGEST = 120;
var MOST_KNOWN = 8192;
var known = /* @__PURE__ */ new Map();
function parseAddress(text4) {
  if (text4 === void 0 || text4.length > LONGEST)
    return text4 === void 0 ? void 0 : bareAddress(text4.trim());
  let address3 = known.get(text4);
  if (address3 === void 0 && !known.has(text4)) {
    address3 = bareAddress(text4.trim());
    if (known.size >= MOST_KNOWN)
      known.clear();
    known.set(text4, address3);
  }
  return address3;
}
function bareAddress(text4) {
  let address3 = text4;
  if (address3 === "" || address3.length > LONGEST)
    return void 0;
  const named4 = /^\S[^()]*\(([^()]+)\)$/.exec(address3);
  if (named4?.[1] !== void 0)
    address3 = named4[1];
  const bracketed = /^\[([^\]]+)\](?::\d+)?$/.exec(address3);
  if (bracketed?.[1] !== void 0)
    address3 = bracketed[1];
  else {
    const ported = /^(\d{1,3}(?:\.\d{1,3}){3}):\d+$/.exec(address3);
    if (ported?.[1] !== void 0)
      address3 = ported[1];
  }
  address3 = address3.replace(/%.*$/, "").toLowerCase();
  if (address3.startsWith("::ffff:") && address3.includes("."))
    address3 = address3.slice(7);
  return isIP(address3) === 0 ? void 0 : address3;
}

// dist/src/read/fields.js
var STEP = /"([^"]*)"|([^.[\]"]+)(?:\[([^=\]]+)=([^\]]*)\])?/y;
function compilePath(path) {
  const steps = parsePath(path);
  const [first2] = steps;
  if (steps.length === 1 && first2?.kind === "member") {
    const { name } = first2;
    return (record) => member(record, name);
  }
  return (record) => {
    let value = record;
    for (const step of steps) {
      value = follow(value, step);
      if (value === void 0)
        return void 0;
    }
    return value;
  };
}
function firstName(path) {
  const [first2] = parsePath(path);
  return first2?.kind === "index" ? String(first2.index) : first2?.name ?? "";
}
function compilePaths(paths) {
  const readers = (typeof paths === "string" ? [paths] : paths).map(compilePath);
  return (record) => {
    for (const read5 of readers) {
      const value = read5(record);
      if (value !== void 0 && value !== "")
        return value;
    }
    return void 0;
  };
}
function member(value, name) {
  if (!isObject(value) || !Object.hasOwn(value, name))
    return void 0;
  const found = value[name];
  return found === null ? void 0 : found;
}
function asText(value) {
  if (typeof value === "string") {
    const trimmed = value.trim();
    return trimmed === "" ? void 0 : trimmed;
  }
  if (typeof value === "number" || typeof value === "boolean")
    return String(value);
  return void 0;
}
function asNumber(value) {
  if (typeof value === "number")
    return Number.isFinite(value) ? value : void 0;
  if (typeof value !== "string" || value.trim() === "")
    return void 0;
  const number = Number(value);
  return Number.isFinite(number) ? number : void 0;
}
function asFlag(value) {
  if (typeof value === "boolean")
    return value;
  const text4 = asText(value)?.toLowerCase();
  if (text4 === "true" || text4 === "1" || text4 === "yes")
    return true;
  if (text4 === "false" || text4 === "0" || text4 === "no")
    return false;
  return void 0;
}
function asTexts(value) {
  if (Array.isArray(value)) {
    const texts = value.map(asText).filter((text5) => text5 !== void 0);
    return texts.length > 0 ? texts : void 0;
  }
  const text4 = asText(value);
  if (text4 === void 0)
    return void 0;
  const parts = text4.split(/[\s,;]+/).filter((part) => part !== "");
  return parts.length > 0 ? parts : void 0;
}
function asObjects(value) {
  const parsed = asJson(value);
  if (Array.isArray(parsed))
    return parsed.filter(isObject);
  return isObject(parsed) ? [parsed] : [];
}
function asJson(value) {
  if (typeof value !== "string")
    return value;
  const text4 = value.trim();
  if (!/^[[{"]/.test(text4))
    return value;
  try {
    return JSON.parse(text4);
  } catch {
    return value;
  }
}
function parsePath(path) {
  const steps = [];
  let at2 = 0;
  while (at2 < path.length) {
    STEP.lastIndex = at2;
    const match = STEP.exec(path);
    if (match === null)
      throw new TypeError(`not a field path: ${path}`);
    const [whole, quoted, name, key, value] = match;
    if (quoted !== void 0)
      steps.push({ kind: "member", name: quoted });
    else if (name !== void 0 && key !== void 0)
      steps.push({ kind: "pick", name, key, value: value ?? "" });
    else if (name !== void 0 && /^\d+$/.test(name))
      steps.push({ kind: "index", index: Number(name) });
    else if (name !== void 0)
      steps.push({ kind: "member", name });
    at2 += whole.length;
    if (at2 < path.length && path[at2] !== ".")
      throw new TypeError(`not a field path: ${path}`);
    at2 += 1;
  }
  if (steps.length === 0)
    throw new TypeError("an empty field path");
  return steps;
}
function follow(value, step) {
  switch (step.kind) {
    case "member":
      return member(value, step.name);
    case "index": {
      if (!Array.isArray(value))
        return void 0;
      const element = value[step.index];
      return element === null ? void 0 : element;
    }
    case "pick": {
      const list2 = member(value, step.name);
      if (!Array.isArray(list2))
        return void 0;
      return list2.find((element) => isObject(element) && asText(member(element, step.key)) === step.value);
    }
  }
}

// dist/src/sources/box/details.js
var at = compilePath;
var read = {
  actorId: at("created_by.id"),
  sharedLink: at("additional_details.shared_link_id"),
  role: at("additional_details.role"),
  group: at("additional_details.group_name"),
  byAdmin: at("additional_details.is_performed_by_admin"),
  classification: at("source.classification.name"),
  itemType: at("source.item_type"),
  sourceType: at("source.type"),
  accessible: at("accessible_by"),
  alert: at("additional_details.shield_alert"),
  alertCategory: at("additional_details.shield_alert.rule_category"),
  files: at("additional_details.shield_alert.alert_summary.anomaly_period.downloaded_files_count"),
  download: at("additional_details.shield_download_enforcement.controlMode"),
  status: at("source.status")
};
var textAt = (reader, record) => asText(reader(record));
var ANONYMOUS = "2";
var SERVICE_LOGIN = /^(?:AutomationUser|AppUser)_\d+_/i;
function finish(record, event) {
  const actorId = textAt(read.actorId, record);
  if (actorId === ANONYMOUS || event.actor?.id === ANONYMOUS) {
    delete event.actor;
    addDetails(event, { anonymous: true });
  } else if (event.actor !== void 0) {
    if (SERVICE_LOGIN.test(event.actor.id))
      event.actor = { ...event.actor, type: "service" };
    if (event.actor.id === actorId)
      event.actor = { ...event.actor, id: numbered(actorId) ?? actorId };
    addAliases(event, [numbered(actorId)]);
  }
  const target2 = targetOf(member(record, "source"));
  if (target2 !== void 0)
    event.target = target2;
  const classification = textAt(read.classification, record);
  if (classification !== void 0)
    event.restricted = !/^(?:public|none|unclassified)$/i.test(classification);
  addDetails(event, { classification, sharedLink: textAt(read.sharedLink, record) });
  setExternal(record, event);
}
function numbered(id) {
  return id === void 0 ? void 0 : `box:${id}`;
}
function targetOf(source) {
  const text4 = (name) => asText(member(source, name));
  const item = text4("item_id");
  if (item !== void 0)
    return named(text4("item_type") ?? "file", item, text4("item_name"));
  const file = text4("file_id");
  if (file !== void 0)
    return named("file", file, text4("file_name"));
  const folder2 = text4("folder_id");
  if (folder2 !== void 0)
    return named("folder", folder2, text4("folder_name"));
  const id = text4("id");
  const type = text4("type");
  if (type === "user")
    return userTarget(text4("login") ?? numbered(id), text4("name"), [numbered(id)]);
  if (id !== void 0 && type !== void 0)
    return named(type, id, text4("name"));
  const user = text4("user_email") ?? text4("login");
  return user === void 0 ? void 0 : userTarget(user, text4("user_name") ?? text4("name"), [numbered(text4("user_id") ?? id)]);
}
function named(type, id, name) {
  return { type, id, ...name !== void 0 && { name } };
}
function setExternal(record, event) {
  const accessible = read.accessible(record);
  const login = asText(member(accessible, "login")) ?? asText(member(member(record, "source"), "user_email"));
  if (login === void 0)
    return;
  addDetails(event, { counterpart: login.toLowerCase() });
  const domain = domainOf(login);
  const own = domainOf(event.actor?.email);
  if (domain !== void 0 && own !== void 0)
    event.external = domain !== own;
}
function domainOf(address3) {
  const place2 = address3?.lastIndexOf("@") ?? -1;
  return place2 < 0 ? void 0 : address3?.slice(place2 + 1).toLowerCase();
}
function onCollaboration(record, event) {
  addDetails(event, {
    role: textAt(read.role, record)?.toLowerCase(),
    group: textAt(read.group, record),
    byAdmin: asFlag(read.byAdmin(record))
  });
}
function onRole(record, event) {
  onCollaboration(record, event);
  const group = textAt(read.group, record);
  if (event.details?.["role"] === void 0 && group !== void 0)
    addDetails(event, { role: `group:${group}` });
}
function onCopy(record, event) {
  if (isFolder(record))
    addDetails(event, { folder: true });
}
function onSignIn(ok) {
  return (_record, event) => {
    event.ok = ok;
    if (event.actor !== void 0 || event.target?.type !== "user")
      return;
    const { id, name, aliases } = event.target;
    event.actor = person(id, name, aliases);
  };
}
function person(id, name, aliases) {
  return {
    type: "user",
    id,
    ...name !== void 0 && { name },
    ...id.includes("@") && { email: id },
    ...aliases !== void 0 && { aliases }
  };
}
function onApp(record, event) {
  const details = member(record, "additional_details");
  const source = member(record, "source");
  const name = ["application_name", "app_name", "service_name"].map((key) => asText(member(details, key))).find((text4) => text4 !== void 0);
  const id = ["client_id", "application_id", "app_id", "service_id"].map((key) => asText(member(details, key))).find((text4) => text4 !== void 0);
  const own = asText(member(source, "type")) === "user" ? void 0 : asText(member(source, "name"));
  const label = name ?? own;
  if (id !== void 0 || label !== void 0) {
    event.app = { id: (id ?? label ?? "").toLowerCase(), ...label !== void 0 && { name: label } };
  }
}
function onAlert(record, event) {
  const alert = read.alert(record);
  const user = member(alert, "user");
  const id = asText(member(user, "id"));
  const victim = userTarget(asText(member(user, "email")) ?? numbered(id), asText(member(user, "name")), [numbered(id)]);
  if (victim !== void 0) {
    event.target = victim;
    event.actor = person(victim.id, victim.name, victim.aliases);
  }
  const items = asNumber(read.files(record));
  if (items !== void 0)
    event.items = items;
  place(alert, event);
  delete event.details;
  addDetails(event, {
    alert: true,
    category: asText(member(alert, "rule_category")),
    rule: asText(member(alert, "rule_name")),
    riskScore: asNumber(member(alert, "risk_score"))
  });
}
function place(alert, event) {
  const summary = member(alert, "alert_summary");
  const sessions = asObjects(member(summary, "sessions")).filter((session) => asText(session["session_type"]) !== "typical");
  const activity = asObjects(member(summary, "alert_activities"))[0] ?? asObjects(sessions[0]?.["activities"])[0];
  const info = member(activity, "ip_info");
  delete event.ip;
  const ip = parseAddress(asText(member(info, "ip")) ?? asText(asObjects(member(summary, "download_ips"))[0]?.["ip"]));
  if (ip !== void 0)
    event.ip = ip;
  const country = asText(member(info, "country_code"));
  if (country !== void 0)
    event.country = country;
  const city = asText(member(info, "city_name"));
  if (city !== void 0)
    event.city = city;
  const owner = asText(member(info, "registrant"));
  if (owner !== void 0)
    event.asOrg = owner;
  const service = asText(member(activity, "service_name"));
  if (service !== void 0)
    event.app = { id: service.toLowerCase(), name: service };
}
function onBlocked(record, event) {
  const mode = textAt(read.download, record)?.toLowerCase();
  event.ok = mode === "monitoring";
  if (mode !== void 0)
    addDetails(event, { controlMode: mode });
}
function onApiCall(record, event) {
  const details = member(record, "additional_details");
  const status2 = asNumber(member(details, "status"));
  if (status2 !== void 0)
    event.ok = status2 < 400;
  addDetails(event, { status: status2, method: asText(member(details, "method")), route: asText(member(details, "resource")) });
}
function isFolder(record) {
  return textAt(read.itemType, record) === "folder" || textAt(read.sourceType, record) === "folder";
}
var ofFolder = when("the item is a folder", isFolder);
var makesOwner = when("the new role is owner or co-owner", (record) => /^(?:co-?)?owner$/i.test(textAt(read.role, record) ?? ""));
var isReportUser = when('the new user is "Box Admin Reports"', (record) => asText(member(member(record, "source"), "name")) === "Box Admin Reports");
var leavesActive = when("the user is active afterwards", (record) => textAt(read.status, record) === "active");
var leavesInactive = when("the user is inactive afterwards", (record) => textAt(read.status, record) === "inactive");
var byAnother = when("the session is another person\u2019s", (record) => {
  const own = textAt(read.actorId, record);
  const other = asText(member(member(record, "source"), "id"));
  return own !== void 0 && own !== ANONYMOUS && other !== void 0 && other !== own;
});
function alertOf(...categories) {
  return when(`the rule category is ${categories.join(" or ")}`, (record) => categories.includes(textAt(read.alertCategory, record) ?? ""));
}

// dist/src/sources/box/activities.js
var files = joinTables(
  each("file.read", ["PREVIEW", "CONTENT_ACCESS", "ITEM_OPEN", "ITEM_PREVIEW"]),
  each("file.download", ["DOWNLOAD", "FILE_WATERMARKED_DOWNLOAD", "SIGNER_DOWNLOADED", "ITEM_DOWNLOAD"]),
  {
    SHIELD_DOWNLOAD_BLOCKED: { activity: "file.download", read: onBlocked },
    SHIELD_INFORMATION_BARRIER_ITEM_COPY_BLOCKED: { activity: "file.copy", read: onBlocked },
    UPLOAD: [{ activity: "file.create", when: ofFolder, details: { folder: true } }, { activity: "file.upload" }],
    ITEM_UPLOAD: [{ activity: "file.create", when: ofFolder, details: { folder: true } }, { activity: "file.upload" }],
    EDIT: { activity: "file.upload", details: { newVersion: true } }
  },
  each({ activity: "file.create", read: onCopy }, ["ITEM_CREATE"]),
  each("file.create", ["FILE_REQUEST_CREATE"]),
  each({ activity: "file.copy", read: onCopy }, ["COPY", "ITEM_COPY"]),
  each("file.export", ["CONTENT_RECOVERY_REPORT_CREATE", "CONTENT_RECOVERY_REPORT_INITIATE"]),
  each({ activity: "file.share", read: onCollaboration }, [
    "SHARE",
    "ITEM_SHARED_UPDATE",
    "SHARED_LINK_SEND",
    // The nearest that Box has to a mail: a link sent by Box itself.
    "ITEM_EMAIL_SEND",
    "COLLABORATION_INVITE",
    "COLLABORATION_ACCEPT",
    "GROUP_ADD_ITEM",
    "ITEM_SHARED",
    "ITEM_SHARED_CREATE",
    "COLLAB_ADD_COLLABORATOR",
    "COLLAB_INVITE_COLLABORATOR"
  ]),
  each({ activity: "file.share", details: { change: "expiration" } }, ["SHARE_EXPIRATION", "UPDATE_SHARE_EXPIRATION"]),
  // Listed with the shares, but they take access away.
  each("other", ["UNSHARE", "COLLABORATION_REMOVE", "ITEM_SHARED_UNSHARE"]),
  // No query is logged: what Box's own detection and its assistant say of mass reading stands for it.
  each({ activity: "bulk.query", details: { alert: true } }, ["CONTENT_WORKFLOW_ABNORMAL_DOWNLOAD_ACTIVITY"]),
  each({ activity: "bulk.query", details: { assistant: true } }, ["BOX_AI_USER_REQUEST"]),
  // Rows of the App Diagnostics report have no event name; this one is given when they are read.
  { API_REQUEST: { activity: "api.call", read: onApiCall } }
);
var people = joinTables(
  {
    NEW_USER: [{ activity: "other", when: isReportUser }, { activity: "account.create" }],
    MASTER_INVITE_ACCEPT: "account.create",
    // Deactivation has no event of its own and EDIT_USER carries no before and after. Where the record has the user's status it
    // decides; otherwise the edit may be a deactivation, and `uncertain` says so.
    EDIT_USER: [
      { activity: "account.disable", when: leavesInactive },
      { activity: "account.enable", when: leavesActive, details: { uncertain: true } },
      { activity: "account.disable", details: { uncertain: true } }
    ],
    DELETE_USER: "account.delete",
    LOGIN: { activity: "login", read: onSignIn(true) },
    // An administrator enters a managed user's account: the person entered is the target.
    ADMIN_LOGIN: { activity: "login", details: { impersonation: true }, read: onSignIn(true) },
    SHIELD_ALERT: [
      { activity: "session.anomaly", when: alertOf("Suspicious Locations", "Suspicious Sessions"), read: onAlert },
      { activity: "bulk.query", when: alertOf("Anomalous Download"), read: onAlert },
      { activity: "other", read: onAlert }
    ],
    REMOVE_LOGIN_ACTIVITY_DEVICE: [{ activity: "account.lockout", when: byAnother }, { activity: "session.anomaly" }],
    // Listed as credential and as anomaly: a device not seen before proves nothing but that it is new.
    ADD_LOGIN_ACTIVITY_DEVICE: "session.anomaly",
    AI_SECURITY_DETECTION: "session.anomaly"
  },
  each({ activity: "login.failed", read: onSignIn(false) }, [
    "FAILED_LOGIN",
    "DEVICE_TRUST_CHECK_FAILED",
    "EDR_CROWDSTRIKE_ACCESS_REVOKED"
  ]),
  // The second spelling of the switch-off stands in public rules, though in no list of Box.
  each("mfa.change", [
    "ENABLE_MULTI_FACTOR_AUTH",
    "DISABLE_MULTI_FACTOR_AUTH",
    "MULTI_FACTOR_AUTH_DISABLE",
    "ENABLE_TWO_FACTOR_AUTH",
    "DISABLE_TWO_FACTOR_AUTH"
  ]),
  each("credential.add", ["ADD_DEVICE_ASSOCIATION", "EMAIL_ALIAS_CONFIRM", "EMAIL_ALIAS_PRIMARY"]),
  each({ activity: "role.grant", read: onRole }, [
    "CHANGE_ADMIN_ROLE",
    "GROUP_ADMIN_CREATED",
    "GROUP_ADMIN_PERMISSIONS_UPDATED",
    "GROUP_ADD_USER"
  ]),
  {
    COLLABORATION_ROLE_CHANGE: [
      { activity: "role.grant", when: makesOwner, read: onRole },
      { activity: "file.share", read: onCollaboration }
    ]
  }
);
var administration = joinTables(
  each({ activity: "app.install", read: onApp }, ["APPLICATION_CREATED"]),
  // Listed as installation and as grant: an administrator authorises a server app, and again whenever its scopes change.
  each({ activity: "app.grant", read: onApp }, ["ENTERPRISE_APP_AUTHORIZATION_UPDATE"]),
  each({ activity: "credential.add", read: onApp }, ["APPLICATION_PUBLIC_KEY_ADDED"]),
  each({ activity: "admin.change", read: onApp }, ["APPLICATION_PUBLIC_KEY_DELETED"]),
  each("token.create", ["USER_AUTHENTICATE_OAUTH2_ACCESS_TOKEN_CREATE"]),
  each("other", ["OAUTH2_ACCESS_TOKEN_REVOKE", "OAUTH2_REFRESH_TOKEN_REVOKE"]),
  each("admin.change", [
    "CHANGE_FOLDER_PERMISSION",
    "EXTERNAL_COLLAB_SECURITY_SETTINGS",
    "ADVANCED_FOLDER_SETTINGS_UPDATE",
    "SHIELD_ACCESS_POLICY_CREATED",
    "SHIELD_ACCESS_POLICY_UPDATED",
    "SHIELD_ACCESS_POLICY_DELETED",
    "CONTENT_WORKFLOW_POLICY_ADD",
    "CONTENT_WORKFLOW_AUTOMATION_ADD",
    "CONTENT_WORKFLOW_AUTOMATION_DELETE",
    "WORKFLOW_AUTOMATION_CREATE",
    "WORKFLOW_AUTOMATION_UPDATE",
    "WORKFLOW_AUTOMATION_DELETE",
    "DATA_RETENTION_CREATE_RETENTION",
    "DATA_RETENTION_REMOVE_RETENTION",
    "RETENTION_POLICY_ASSIGNMENT_ADD",
    "LEGAL_HOLD_POLICY_CREATE",
    "LEGAL_HOLD_POLICY_UPDATE",
    "LEGAL_HOLD_POLICY_DELETE",
    "LEGAL_HOLD_ASSIGNMENT_CREATE",
    "LEGAL_HOLD_ASSIGNMENT_DELETE",
    "METADATA_TEMPLATE_CREATE",
    "METADATA_TEMPLATE_UPDATE",
    "METADATA_TEMPLATE_DELETE",
    "EMAIL_UPLOAD_ENABLED",
    "EMAIL_UPLOAD_DISABLED",
    "WATERMARK_LABEL_CREATE",
    "WATERMARK_LABEL_DELETE",
    "SHIELD_INFORMATION_BARRIER_ENABLED",
    "SHIELD_INFORMATION_BARRIER_DISABLED",
    "SHIELD_INFORMATION_BARRIER_PENDING",
    "ACCESS_GRANTED",
    "ACCESS_REVOKED"
  ])
);
var activities = joinTables(files, people, administration);

// dist/src/sources/box/blind-spots.js
var blindSpots = [
  {
    activities: [],
    kind: "retention",
    text: "The streaming feed keeps 14 days, the event history one year, console reports up to seven years, but without event ids."
  },
  {
    activities: [],
    kind: "setting",
    text: "An export made by somebody without the right to run reports holds only that person\u2019s own events."
  },
  {
    activities: ["login", "login.failed", "session.anomaly"],
    kind: "not-logged",
    text: "Events carry no user agent, hardly ever a session, no place, and often the address `Unknown IP`."
  },
  {
    activities: ["app.install", "app.grant", "role.grant"],
    kind: "not-logged",
    text: "Events carry neither scopes nor client ids, nor the value before and after a change."
  },
  {
    activities: ["account.disable", "account.enable"],
    kind: "not-logged",
    text: "Turning an account off has no event of its own: it is an EDIT_USER like any other edit."
  },
  { activities: ["file.copy"], kind: "not-logged", text: "A copied folder is one event: what it holds is not counted." },
  {
    activities: ["session.anomaly", "bulk.query"],
    kind: "licence",
    text: "Shield alerts need Box Shield; device checks need their integrations."
  },
  {
    activities: ["file.read", "bulk.query", "mail.search"],
    kind: "not-logged",
    text: "Listing folders, searching and reading metadata leave no event."
  },
  {
    activities: ["file.download", "file.read"],
    kind: "not-logged",
    text: "Anonymous access through a link has no login: it cannot be given to a person."
  },
  {
    activities: ["api.call"],
    kind: "not-logged",
    text: "API calls stand only in the App Diagnostics report: 24 hours of one app, without person and address."
  },
  {
    activities: ["admin.change"],
    kind: "not-logged",
    text: "Most console settings appear only in the Security Logs spreadsheet (xlsx), which is not read."
  },
  {
    activities: [
      "mail.read",
      "mail.search",
      "mail.rule",
      "repo.clone",
      "repo.download",
      "repo.fetch",
      "repo.push",
      "repo.visibility"
    ],
    kind: "not-logged",
    text: "Box has neither mailboxes nor repositories."
  }
];

// dist/src/sources/box/fields.js
var fields = {
  time: "created_at",
  id: "event_id",
  operation: "event_type",
  actorId: ["created_by.login", "created_by.id"],
  actorName: "created_by.name",
  appId: "additional_details.service_id",
  appName: "additional_details.service_name",
  ip: "ip_address",
  session: "session_id",
  token: "additional_details.access_token_identifier",
  bytes: ["additional_details.size", "source.size"]
};

// dist/src/sources/reshape.js
var MAX_DEPTH = 12;
var MAX_CACHED_COLUMNS = 4096;
var MAX_INDEX = 999;
function emptyObject() {
  return /* @__PURE__ */ Object.create(null);
}
function setPath(target2, path, value) {
  setAt(target2, splitPath(path), value);
}
function renameColumns(table, options = {}) {
  const columns3 = Object.entries(table).map(([column, path]) => ({
    column: clean(column, options),
    path: splitPath(path),
    native: path
  }));
  const ranks = /* @__PURE__ */ new Map();
  for (const [rank, { column }] of columns3.entries())
    if (!ranks.has(column))
      ranks.set(column, rank);
  const json = new Set(options.json);
  const rankOf = cachedRank(ranks, options);
  return (record) => {
    const cells = [];
    const native = emptyObject();
    collect(record, "", 0);
    for (const [rank, value] of cells.entries()) {
      const column = columns3[rank];
      if (value === void 0 || column === void 0 || readAt(native, column.path) !== void 0)
        continue;
      setAt(native, column.path, json.has(column.native) ? asJson(value) ?? null : ownCopy(value));
    }
    return options.finish === void 0 ? [native] : options.finish(native, record);
    function collect(from, prefix, depth) {
      for (const [name, value] of Object.entries(from)) {
        if (value === void 0 || value === null || isBlank(value))
          continue;
        const rank = rankOf(prefix + name);
        if (rank !== void 0)
          cells[rank] ??= value;
        else if (options.nested === true && isObject(value) && depth < MAX_DEPTH)
          collect(value, `${prefix}${name}.`, depth + 1);
        else if (options.keepOthers === true && prefix === "" && name !== "__proto__")
          native[name] = value;
      }
    }
  };
}
function jsonCells(record, names) {
  const parsed = emptyObject();
  for (const [name, value] of Object.entries(record)) {
    if (name !== "__proto__")
      parsed[name] = names.includes(name) ? asJson(value) : value;
  }
  return parsed;
}
function cachedRank(ranks, options) {
  const cache = /* @__PURE__ */ new Map();
  return (column) => {
    if (cache.has(column))
      return cache.get(column);
    const name = clean(column, options);
    const rank = ranks.get(name) ?? (options.stripTypeSuffix === true ? ranks.get(name.replace(/_[sdgbt]$/, "")) : void 0);
    if (cache.size < MAX_CACHED_COLUMNS)
      cache.set(column, rank);
    return rank;
  };
}
function clean(column, options) {
  const name = column.replace(/^\ufeff/, "").trim().replace(/\s+/g, " ").toLowerCase();
  return options.stripUtcSuffix === true && name.endsWith(" [utc]") ? name.slice(0, -6) : name;
}
function ownCopy(value) {
  if (isObject(value))
    return Object.assign(emptyObject(), value);
  return Array.isArray(value) ? [...value] : value;
}
function isBlank(value) {
  return typeof value === "string" && value.trim() === "";
}
function splitPath(path) {
  return [...path.matchAll(/"([^"]*)"|([^."]+)/g)].map((part) => part[1] ?? part[2] ?? "");
}
function readAt(target2, path) {
  let value = target2;
  for (const name of path) {
    if (Array.isArray(value))
      value = value[Number(name)];
    else
      value = isObject(value) && Object.hasOwn(value, name) ? value[name] : void 0;
    if (value === void 0 || value === null)
      return void 0;
  }
  return value;
}
function setAt(target2, path, value) {
  if (path.length === 0 || path.includes("__proto__"))
    return;
  let place2 = target2;
  for (const [depth, name] of path.entries()) {
    const index = Array.isArray(place2) ? Number(name) : void 0;
    if (index !== void 0 && !(Number.isInteger(index) && index >= 0 && index <= MAX_INDEX))
      return;
    const last = depth === path.length - 1;
    const made = last ? value : slot(place2, name) ?? (/^\d+$/.test(path[depth + 1] ?? "") ? [] : emptyObject());
    if (!last && (typeof made !== "object" || made === null))
      return;
    if (Array.isArray(place2)) {
      while (place2.length < (index ?? 0))
        place2.push(null);
      place2[index ?? 0] = made;
    } else
      place2[name] = made;
    place2 = made;
  }
}
function slot(place2, name) {
  const found = Array.isArray(place2) ? place2[Number(name)] : Object.hasOwn(place2, name) ? place2[name] : void 0;
  return found ?? void 0;
}

// dist/src/sources/box/formats-reports.js
var ACTIONS = {
  uploaded: "UPLOAD",
  downloaded: "DOWNLOAD",
  previewed: "PREVIEW",
  edited: "EDIT",
  copied: "COPY",
  deleted: "DELETE",
  moved: "MOVE",
  renamed: "RENAME",
  created: "UPLOAD",
  locked: "LOCK",
  unlocked: "UNLOCK",
  login: "LOGIN",
  "failed login": "FAILED_LOGIN",
  "admin login": "ADMIN_LOGIN",
  "created user": "NEW_USER",
  "edited user": "EDIT_USER",
  "deleted user": "DELETE_USER",
  "changed user roles": "COLLABORATION_ROLE_CHANGE",
  "enabled shared links": "SHARE",
  "disabled shared links": "UNSHARE",
  "set shared link expiration": "SHARE_EXPIRATION",
  "item modified": "ITEM_MODIFY",
  "item opened": "ITEM_OPEN",
  invited: "COLLABORATION_INVITE",
  "accepted invites": "COLLABORATION_ACCEPT",
  "removed collaborators": "COLLABORATION_REMOVE",
  "added user to group": "GROUP_ADD_USER",
  \u30A2\u30C3\u30D7\u30ED\u30FC\u30C9: "UPLOAD",
  \u30C0\u30A6\u30F3\u30ED\u30FC\u30C9: "DOWNLOAD",
  \u30D7\u30EC\u30D3\u30E5\u30FC: "PREVIEW",
  \u7DE8\u96C6: "EDIT",
  \u30B3\u30D4\u30FC: "COPY",
  \u524A\u9664: "DELETE",
  \u79FB\u52D5: "MOVE",
  \u30ED\u30B0\u30A4\u30F3: "LOGIN",
  \u30ED\u30B0\u30A4\u30F3\u5931\u6557: "FAILED_LOGIN"
};
var ABOUT_USERS = /* @__PURE__ */ new Set([
  "NEW_USER",
  "EDIT_USER",
  "DELETE_USER",
  "LOGIN",
  "FAILED_LOGIN",
  "ADMIN_LOGIN",
  "GROUP_ADD_USER"
]);
var columns = renameColumns({
  Date: "created_at",
  \u65E5\u4ED8: "created_at",
  "User Name": "created_by.name",
  \u30E6\u30FC\u30B6\u30FC\u540D: "created_by.name",
  "User Email": "created_by.login",
  \u30E6\u30FC\u30B6\u30FC\u306E\u30E1\u30FC\u30EB\u30A2\u30C9\u30EC\u30B9: "created_by.login",
  "User ID": "created_by.id",
  \u30E6\u30FC\u30B6\u30FCID: "created_by.id",
  "IP Address": "ip_address",
  IP\u30A2\u30C9\u30EC\u30B9: "ip_address",
  Action: "event_type",
  \u64CD\u4F5C: "event_type",
  Affected: "source.item_name",
  "Affected Item": "source.item_name",
  "Item Name": "source.item_name",
  \u5BFE\u8C61: "source.item_name",
  "Affected ID": "source.item_id",
  "Item ID": "source.item_id",
  \u5F71\u97FF\u3092\u53D7\u3051\u308BID: "source.item_id",
  "Size (KB)": "kilobytes",
  "\u30B5\u30A4\u30BA (KB)": "kilobytes",
  "Parent Folder": "source.parent.name",
  \u89AA\u30D5\u30A9\u30EB\u30C0: "source.parent.name",
  Details: "additional_details.text",
  \u8A73\u7D30: "additional_details.text"
});
function fromActivityReport(record) {
  return columns(record).map((row) => {
    const native = emptyObject();
    Object.assign(native, row);
    const words = asText(row["event_type"]) ?? "";
    const type = Object.hasOwn(ACTIONS, words.toLowerCase()) ? ACTIONS[words.toLowerCase()] : void 0;
    native["event_type"] = type ?? words;
    const size = asNumber(row["kilobytes"]);
    delete native["kilobytes"];
    if (size !== void 0)
      setPath(native, "additional_details.size", Math.round(size * 1024));
    if (type !== void 0 && ABOUT_USERS.has(type))
      native["source"] = affectedUser(row);
    return native;
  });
}
function affectedUser(row) {
  const name = asText(member(row["source"], "item_name"));
  const id = asText(member(row["source"], "item_id"));
  if (name === void 0 && id === void 0)
    return null;
  const login = name?.includes("@") === true ? { login: name } : {};
  return { type: "user", ...id !== void 0 && { id }, ...name !== void 0 && { name }, ...login };
}
var hasItemColumns = (record) => {
  const words = (asText(record["Action"]) ?? "").toLowerCase();
  return Object.hasOwn(ACTIONS, words) || ["Affected ID", "Size (KB)", "Parent Folder"].some((name) => Object.hasOwn(record, name));
};
var LOCAL_TIME = "Times are local to the administrator who ran the report and have no zone: they are read as UTC and may be hours off. Rows have no id.";
var fromDiagnostics = renameColumns({
  "API Request Timestamp": "created_at",
  "API Request ID": "event_id",
  "Client ID": "additional_details.service_id",
  "App Name": "additional_details.service_name",
  "HTTP Status Code": "additional_details.status",
  "HTTP Method": "additional_details.method",
  Resource: "additional_details.resource"
});
var reports = [
  {
    id: "user-activity-csv",
    title: "User Activity report of the admin console (CSV)",
    has: ["Date", "User Name", "Action"],
    test: hasItemColumns,
    reshape: fromActivityReport,
    lacks: ["id", "appId", "appName", "token", "session"],
    note: LOCAL_TIME
  },
  {
    id: "user-activity-csv-ja",
    title: "User Activity report of a Japanese admin console (CSV)",
    has: ["\u65E5\u4ED8", "\u30E6\u30FC\u30B6\u30FC\u540D", "\u64CD\u4F5C"],
    reshape: fromActivityReport,
    lacks: ["id", "appId", "appName", "token", "session"],
    note: LOCAL_TIME
  },
  {
    id: "geographic-activity-csv",
    title: "Geographic Activity report of the admin console (CSV)",
    has: ["Date", "User Name", "User Email", "IP Address", "Location", "Action"],
    reshape: (record) => fromActivityReport(record).map((row) => {
      const { created_by: owner, ...rest } = row;
      return { ...rest, source: { ...owner !== void 0 && { owned_by: owner } } };
    }),
    lacks: [
      "id",
      "actorId",
      "actorEmail",
      "actorName",
      "targetId",
      "targetName",
      "appId",
      "appName",
      "token",
      "session",
      "bytes"
    ],
    note: `Names the owner of the item, not who acted. ${LOCAL_TIME}`
  },
  {
    id: "app-diagnostics-csv",
    title: "App Diagnostics report of the developer console (CSV)",
    has: ["App Name", "Client ID", "HTTP Status Code", "API Request Timestamp"],
    reshape: (record) => fromDiagnostics(record).map((row) => ({ ...row, event_type: "API_REQUEST" })),
    lacks: ["actorId", "actorEmail", "actorName", "ip", "targetId", "targetName", "token", "session", "bytes"],
    note: "Every API call of one app for 24 hours, without person and address."
  }
];

// dist/src/sources/box/formats-tables.js
var PARTS = [
  ["", "", "event_type event_id created_at recorded_at ip_address session_id"],
  ["created_by_", "created_by.", "id login name type"],
  ["accessible_by_", "accessible_by.", "id login name type"],
  ["action_by_", "action_by.", "id login name type"],
  [
    "source_",
    "source.",
    "item_type item_id item_name file_id file_name folder_id folder_name user_id user_name user_email type id name login status size"
  ],
  ["source_parent_", "source.parent.", "id name type"],
  ["source_owned_by_", "source.owned_by.", "id login name type"],
  ["source_classification_", "source.classification.", "name"],
  [
    "additional_details_",
    "additional_details.",
    "service_id service_name size version_id access_token_identifier shared_link_id role collab_id is_performed_by_admin type group_id group_name ekm_id"
  ]
];
var COLUMNS = {
  ...Object.fromEntries(PARTS.flatMap(([prefix, path, members]) => members.split(" ").map((name) => [prefix + name, path + name]))),
  additional_details: "additional_details",
  // Where the creation time has no column of its own.
  timegenerated: "created_at",
  _time: "created_at"
};
var fromUnderscores = renameColumns(COLUMNS, { stripTypeSuffix: true, stripUtcSuffix: true, json: ["additional_details"] });
var fromParser = renameColumns({
  EventEndTime: "created_at",
  TimeGenerated: "created_at",
  EventOriginalUid: "event_id",
  EventType: "event_type",
  SrcUserUpn: "created_by.login",
  SrcUserId: "created_by.id",
  SrcUserSid: "created_by.id",
  SrcUserName: "created_by.name",
  SrcIpAddr: "ip_address",
  FileSize: "additional_details.size",
  AdditionalDetailsServiceId: "additional_details.service_id",
  AdditionalDetailsServiceName: "additional_details.service_name",
  AdditionalDetailsAccessTokenIdentifier: "additional_details.access_token_identifier",
  AdditionalDetailsSharedLinkId: "additional_details.shared_link_id",
  AdditionalDetailsRole: "additional_details.role",
  AdditionalDetailsGroupName: "additional_details.group_name",
  SourceItemType: "source.item_type",
  SourceItemId: "source.item_id",
  SourceItemName: "source.item_name",
  SourceType: "source.type",
  SourceId: "source.id",
  SourceName: "source.name",
  SourceLogin: "source.login",
  AccessibleByLogin: "accessible_by.login"
}, { stripUtcSuffix: true });
var flattened = [
  {
    id: "sentinel",
    title: "Microsoft Sentinel table BoxEvents_CL",
    has: ["event_type_s", "created_by_login_s"],
    reshape: fromUnderscores
  },
  {
    id: "underscored",
    title: "Tables with `created_by_login` and the like: BoxEventsV2_CL, BoxEvents_CL without type suffixes, Splunk",
    has: ["event_type", "created_by_login"],
    test: (record) => asText(record["event_type"]) !== void 0,
    reshape: fromUnderscores,
    note: "The time is the event\u2019s own only where the table keeps it: otherwise when it was ingested."
  },
  {
    id: "sentinel-parser",
    title: "Microsoft Sentinel function BoxEvents",
    has: ["EventType", "SrcUserUpn", "EventEndTime"],
    test: (record) => asText(record["EventProduct"]) === void 0 || /box/i.test(`${asText(record["EventProduct"])} ${asText(record["EventVendor"])}`),
    reshape: fromParser,
    lacks: ["id", "session"]
  }
];

// dist/src/sources/box/formats.js
var EVENT_TYPE = /^[a-z][a-z0-9_]{2,80}$/i;
function isEvent(record) {
  const { event_type: type, source, additional_details: details } = record;
  if (Object.hasOwn(record, "created_by.login"))
    return false;
  return typeof type === "string" && EVENT_TYPE.test(type) && typeof source !== "string" && typeof details !== "string";
}
var NESTED = ["additional_details", "source", "created_by", "accessible_by", "action_by"];
function fromDotted(record) {
  const native = emptyObject();
  for (const [column, cell] of Object.entries(record)) {
    if (cell === void 0 || cell === null || cell === "")
      continue;
    setPath(native, column.replace(/^\ufeff/, "").trim(), cell);
  }
  return [native];
}
function fromElastic(record) {
  const native = emptyObject();
  const inner = member(record, "box");
  if (isObject(inner))
    Object.assign(native, inner);
  for (const [name, value] of Object.entries(record)) {
    if (name.startsWith("box.") && value !== void 0 && value !== null && value !== "")
      setPath(native, name.slice(4), value);
  }
  const common = (path) => {
    const [first2 = "", second = ""] = path.split(".");
    return asText(member(record, path)) ?? asText(member(member(record, first2), second));
  };
  const moved = [
    ["created_at", common("@timestamp")],
    ["event_type", common("event.action")],
    ["event_id", common("event.id")],
    ["ip_address", common("client.ip") ?? common("source.ip")]
  ];
  for (const [name, value] of moved)
    if (value !== void 0 && native[name] === void 0)
      native[name] = value;
  return [native];
}
var formats = [
  {
    id: "event",
    title: "Enterprise events of the API (page, array or one a line)",
    has: ["type", "event_type", "created_at"],
    test: (record) => record["type"] === "event" && isEvent(record)
  },
  {
    id: "user-event",
    title: "Events of one user\u2019s own feed",
    has: ["type", "event_type", "created_at", "recorded_at"],
    test: (record) => record["type"] === "event" && isEvent(record),
    lacks: ["ip", "appId", "appName", "token"],
    note: "One user\u2019s own feed: nobody else\u2019s acts are in it."
  },
  {
    id: "event-trimmed",
    title: "Events from which a collector dropped members",
    has: ["event_type", "created_by"],
    test: (record) => isEvent(record) && typeof record["created_by"] !== "string"
  },
  {
    id: "event-text",
    title: "Events whose nested members are JSON as text (Panther, StreamAlert)",
    has: ["event_type", "created_by", "created_at"],
    test: (record) => EVENT_TYPE.test(asText(record["event_type"]) ?? "") && NESTED.some((name) => typeof record[name] === "string"),
    reshape: (record) => [jsonCells(record, NESTED)]
  },
  {
    id: "boxcli-csv",
    title: "CSV of the Box command line (`box events --csv`)",
    has: ["event_type", "created_at", '"created_by.login"'],
    reshape: fromDotted
  },
  {
    id: "elastic",
    title: "Elastic integration `box_events`, without the original line",
    has: ["box", "event"],
    test: (record) => asText(member(record["event"], "action")) !== void 0 && isObject(record["box"]),
    reshape: fromElastic
  },
  {
    id: "elastic-flat",
    title: "Rows of Elastic or Kibana with dotted column names",
    has: ['"event.action"', '"box.created_at"'],
    reshape: fromElastic
  },
  ...flattened,
  ...reports
];

// dist/src/sources/box/scopes.js
var SCOPES = {
  manage_enterprise_properties: 1,
  enterprise_content: 1,
  manage_managed_users: 1,
  manage_groups: 1,
  "as-user": 1,
  root_readwrite: 2,
  root_readonly: 2,
  manage_data_retention: 2,
  manage_legal_hold: 2,
  manage_legal_holds: 2,
  manage_webhook: 2,
  manage_triggers: 2,
  manage_app_users: 2,
  "sign_requests.readwrite": 3,
  "ai.readwrite": 3,
  item_download: 3,
  item_upload: 3,
  item_share: 3,
  item_delete: 3,
  item_rename: 0,
  item_preview: 0,
  base_explorer: 0,
  base_preview: 0,
  base_upload: 0,
  base_picker: 0,
  base_sidebar: 0,
  annotation_edit: 0,
  annotation_view_all: 0,
  annotation_view_self: 0
};
var ROLES = {
  admin: 1,
  coadmin: 1,
  "co-admin": 1,
  owner: 2,
  "co-owner": 2,
  editor: 3,
  user: 0,
  viewer: 0,
  previewer: 0,
  uploader: 0,
  "previewer uploader": 0,
  "viewer uploader": 0
};
function scopeTier(scope) {
  const name = scope.trim().toLowerCase();
  return Object.hasOwn(SCOPES, name) ? SCOPES[name] : void 0;
}
function roleTier(role) {
  const name = role.trim().toLowerCase();
  return Object.hasOwn(ROLES, name) ? ROLES[name] : void 0;
}

// dist/src/sources/box/index.js
var box = {
  id: "box",
  title: "Box",
  references: [
    "https://developer.box.com/guides/events (feeds, retention, event types, Shield alerts)",
    "https://developer.box.com/reference/get-events (shape of an event)",
    "https://support.box.com/hc/en-us/articles/360043696534 (reports of the admin console)"
  ],
  formats,
  fields,
  // Some collectors lower the case.
  operation: (text4) => text4.toUpperCase(),
  activities,
  finish,
  weakId: (id) => id.length < 8 || /^[0-]+$/.test(id),
  scopeTier: (scope) => scopeTier(scope),
  roleTier,
  blindSpots,
  consoleFilter: (actor, start, end) => `Reports > User Activity: user ${actor}, from ${start.slice(0, 10)} to ${end.slice(0, 10)}`
};

// dist/src/sources/microsoft/apps.js
var FIRST_PARTY = /* @__PURE__ */ new Map([
  ["00000002-0000-0ff1-ce00-000000000000", "Office 365 Exchange Online"],
  ["00000003-0000-0ff1-ce00-000000000000", "Office 365 SharePoint Online"],
  ["00000003-0000-0000-c000-000000000000", "Microsoft Graph"],
  ["c5393580-f805-4401-95e8-94b7a6ef2fc2", "Office 365 Management APIs"],
  ["d3590ed6-52b3-4102-aeff-aad2292ab01c", "Microsoft Office"],
  ["5d661950-3475-41cd-a2c3-d671a3162bc1", "Microsoft Outlook"],
  ["27922004-5251-4030-b22d-91ecd9a37ea4", "Outlook Mobile"],
  ["9199bf20-a13f-4107-85dc-02114787ef48", "Outlook Web App Office 365"],
  ["1fec8e78-bce4-4aaf-ab1b-5451cc387264", "Microsoft Teams"],
  ["5e3ce6c0-2b1f-4285-8d4b-75ee78787346", "Microsoft Teams Web Client"],
  ["cc15fd57-2c6c-4117-a88c-83b1d56b4bbe", "Microsoft Teams Services"],
  ["4765445b-32c6-49b0-83e6-1d93765276ca", "OfficeHome"],
  ["89bee1f7-5e6e-4d8a-9f3d-ecd601259da7", "Office365 Shell WCSS-Client"],
  ["4345a7b9-9a63-4910-a426-35363201d503", "O365 Suite UX"],
  ["ab9b8c07-8f02-4f72-87fa-80105867a763", "OneDrive SyncEngine"],
  ["2d4d3d8e-2be3-4bef-9f87-7875a61c29de", "OneNote"],
  ["08e18876-6177-487e-b8b5-cf950c1e598c", "SharePoint Online Web Client Extensibility"],
  ["fb8d773d-7ef8-4ec0-a117-179f88add510", "Enterprise Copilot Platform"],
  ["29d9ed98-a469-4536-ade2-f981bc1d605e", "Microsoft Authentication Broker"],
  ["c44b4083-3bb0-49c1-b47d-974e53cbdf3c", "Azure Portal"],
  ["74658136-14ec-4630-ad9b-26e160ff0fc6", "ADIbizaUX"],
  ["18ed3507-a475-4ccb-b669-d66bc9f2a36e", "Microsoft_AAD_RegisteredApps"],
  ["797f4846-ba00-4fd7-ba43-dac1f8f63013", "Azure Resource Manager"],
  ["3c896ded-22c5-450f-91f6-3d1ef0848f6e", "WeveEngine"]
]);
var ADMIN_TOOLS = /* @__PURE__ */ new Map([
  ["14d82eec-204b-4c2f-b7e8-296a70dab67e", "Microsoft Graph Command Line Tools"],
  ["04b07795-8ddb-461a-bbee-02f9e1bf7b46", "Microsoft Azure CLI"],
  ["1950a258-227b-4e31-a9cf-717495945fc2", "Microsoft Azure PowerShell"],
  ["1b730954-1685-4b74-9bfd-dac224a7b894", "Azure Active Directory PowerShell"],
  ["fb78d390-0c51-40cd-8e17-fdbfab77341b", "Microsoft Exchange REST API Based Powershell"],
  ["de8bc8b5-d9f9-48b1-a8ad-b748da725064", "Graph Explorer"],
  ["aebc6443-996d-45c2-90f0-388ff96faa56", "Visual Studio Code"]
]);
var ABUSED = /* @__PURE__ */ new Map([
  ["ff8d92dc-3d82-41d6-bcbd-b9174d163620", ["PerfectData Software", "mailbox export"]],
  ["e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd", ["eM Client", "mailbox synchronisation"]],
  ["a245e8c0-b53c-4b67-9b45-751d1dff8e6b", ["Newsletter Software Supermailer", "mass phishing"]],
  ["b15665d9-eda6-4092-8539-0eec376afd59", ["rclone", "file exfiltration"]],
  ["4761b959-9780-4c2d-87a3-512b4638f767", ["rclone", "file exfiltration"]],
  ["a43e5392-f48b-46a4-a0f1-098b5eeb4757", ["CloudSponge", "address book theft"]],
  ["858d7e42-35f0-44b7-9033-df309239a47f", ["Zoominfo Login", "address book theft"]],
  ["497ac034-5120-4c1a-929a-0351f5c09918", ["ZoomInfo Communitiez Login", "address book theft"]],
  ["caffae8c-0882-4c81-9a27-d1803af53a40", ["SigParser", "address book theft"]],
  ["77468577-4f6e-40e7-b745-11d3d0c28095", ["Fastmail", "mailbox import"]],
  ["179d5108-412b-4c95-8e34-06786784ab39", ["PostBox", "mailbox synchronisation"]],
  ["946c777c-bc85-489e-b034-392389ae23d6", ["Spike", "mailbox synchronisation"]],
  ["2ef68ccc-8a4d-42ff-ae88-2d7bb89ad139", ["Mail_Backup", "mailbox export"]],
  ["29d9ed98-a469-4536-ade2-f981bc1d605e", ["Microsoft Authentication Broker", "device code phishing"]],
  ["aebc6443-996d-45c2-90f0-388ff96faa56", ["Visual Studio Code", "consent phishing"]]
]);
var RESOURCES = /* @__PURE__ */ new Set(["00000003-0000-0000-c000-000000000000", "c5393580-f805-4401-95e8-94b7a6ef2fc2"]);
function appName(id) {
  return FIRST_PARTY.get(id) ?? ADMIN_TOOLS.get(id) ?? ABUSED.get(id)?.[0];
}
function isResource(id) {
  return RESOURCES.has(id);
}
function isFirstParty(id) {
  return FIRST_PARTY.has(id);
}
function describeApp(event) {
  const { app } = event;
  if (app === void 0)
    return;
  const name = app.name ?? appName(app.id);
  if (name !== void 0 && app.name === void 0)
    event.app = { ...app, name };
  const { firstParty, adminTool, reportedAbuse, ...others } = event.details ?? {};
  const stale = firstParty !== void 0 || adminTool !== void 0 || reportedAbuse !== void 0;
  if (stale)
    event.details = others;
  addDetails(event, {
    firstParty: FIRST_PARTY.has(app.id) ? true : void 0,
    adminTool: ADMIN_TOOLS.has(app.id) ? true : void 0,
    reportedAbuse: ABUSED.get(app.id)?.[1]
  });
}

// dist/src/sources/microsoft/directory.js
function remembering(read5) {
  const views = /* @__PURE__ */ new WeakMap();
  return (record) => {
    let view = views.get(record);
    if (view === void 0) {
      view = read5(record);
      views.set(record, view);
    }
    return view;
  };
}
function targetUser(view) {
  return view.targets.find((target2) => target2.type === "user") ?? view.targets.find((target2) => target2.upn !== void 0);
}
function targetApp(view) {
  return view.targets.find((target2) => target2.type === "serviceprincipal" || target2.type === "application");
}
function byOther(view) {
  const target2 = targetUser(view);
  if (target2 === void 0)
    return true;
  return ![target2.id, target2.upn, target2.puid].some((id) => id !== void 0 && view.actorIds.has(id.toLowerCase()));
}
function isJustInTime(view) {
  return view.actorNames.some((name) => name.toLowerCase().endsWith("jit provisioning"));
}
function setUserTarget(event, target2) {
  if (target2 === void 0)
    return;
  const upn = target2.upn === void 0 ? void 0 : originalUpn(target2.upn.toLowerCase(), target2.id);
  const id = upn ?? target2.id?.toLowerCase() ?? target2.name;
  if (id === void 0)
    return;
  const aliases = [target2.id, target2.puid, target2.upn].filter((alias) => alias !== void 0).map((alias) => alias.toLowerCase());
  const others = [...new Set(aliases)].filter((alias) => alias !== id);
  const { name } = target2;
  event.target = {
    type: "user",
    id,
    ...name !== void 0 && name !== id && { name },
    ...others.length > 0 && { aliases: others }
  };
}
function setApp(event, app) {
  const id = (app?.appId ?? app?.id)?.toLowerCase() ?? app?.name?.toLowerCase();
  if (app === void 0 || id === void 0)
    return;
  const name = app.name === void 0 ? {} : { name: app.name };
  const objectId = app.id?.toLowerCase();
  const via = event.app;
  event.app = { id, ...name };
  describeApp(event);
  if (via !== void 0 && via.id !== id)
    addDetails(event, { via: via.name ?? via.id });
  event.target = { type: "app", id, ...name, ...objectId !== void 0 && objectId !== id && { aliases: [objectId] } };
}
function setObjectTarget(event, target2) {
  if (target2 === void 0)
    return;
  if (target2.type === "user") {
    setUserTarget(event, target2);
    return;
  }
  const id = target2.id ?? target2.name;
  if (id === void 0)
    return;
  const name = target2.name === void 0 || target2.name === id ? {} : { name: target2.name };
  event.target = { type: target2.type === "serviceprincipal" ? "app" : target2.type === "" ? "object" : target2.type, id, ...name };
}
function originalUpn(upn, id) {
  const prefix = id?.toLowerCase().replaceAll("-", "");
  return prefix !== void 0 && prefix.length === 32 && upn.startsWith(prefix) && isRest(upn.slice(32)) ? upn.slice(32) : upn;
}
function isRest(text4) {
  return text4.indexOf("@") > 0;
}

// dist/src/sources/microsoft/roles.js
var ROLES2 = [
  ["Global Administrator", "62e90394-69f5-4237-9190-012177145e10", 1],
  ["Privileged Role Administrator", "e8611ab8-c189-46e8-94e1-60213ab1f814", 1],
  ["Privileged Authentication Administrator", "7be44c8a-adaf-4e2a-84d6-ab2649e08a13", 1],
  ["Application Administrator", "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", 1],
  ["Cloud Application Administrator", "158c047a-c907-4556-b7ef-446551a6b5f7", 1],
  ["Hybrid Identity Administrator", "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2", 1],
  ["Partner Tier2 Support", "e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8", 1],
  ["Exchange Administrator", "29232cdf-9323-42fd-ade2-1d097af3e4de", 2],
  ["SharePoint Administrator", "f28a1f50-f6e7-4571-818b-6a12f2af6b6c", 2],
  ["User Administrator", "fe930be7-5e62-47db-91af-98c3a49a38b1", 2],
  ["Security Administrator", "194ae4cb-b126-40b2-bd5b-6091b380977d", 2],
  ["Conditional Access Administrator", "b1be1c3e-b65d-4f19-8427-f6fa0d97feb9", 2],
  ["Authentication Administrator", "c4e39bd9-1100-46d3-8c65-fb160da0071f", 2],
  ["Helpdesk Administrator", "729827e3-9c14-49f7-bb1b-9608f156bbb8", 2],
  ["Intune Administrator", "3a2c62db-5318-420d-8d74-23affee5d9d5", 2]
];
var BY_NAME = [
  ["TenantAdmins", 1],
  ["Company Administrator", 1],
  ["ApplicationImpersonation", 1],
  ["Mailbox Import Export", 1],
  ["Organization Management", 1],
  ["eDiscovery Manager", 1],
  ["User Access Administrator", 1]
];
var TIERS = new Map([
  ...ROLES2.flatMap(([name, id, tier]) => [
    [name.toLowerCase(), tier],
    [id, tier]
  ]),
  ...BY_NAME.map(([name, tier]) => [name.toLowerCase(), tier])
]);
function roleTier2(role) {
  return TIERS.get(role.trim().toLowerCase());
}

// dist/src/sources/microsoft/scopes.js
var PERMISSIONS = [
  ["RoleManagement.ReadWrite.Directory", 1, 1, "9e3f62cf-ca93-4989-b6ce-bf83c28f9fe8", "d01b97e9-cbc0-49fe-810a-750afd5527a3"],
  ["AppRoleAssignment.ReadWrite.All", 1, 1, "06b708a9-e830-4db3-a914-8e69da51d44f", "84bccea3-f856-4a8a-967b-dbe0a3d53a64"],
  ["Application.ReadWrite.All", 1, 1, "1bfefb4e-e0b5-418b-a88f-73c46d2cc8e9", "bdfbf15f-ee85-4955-8675-146e8e5296b5"],
  ["Application.ReadWrite.OwnedBy", 2, void 0, "18a4783c-866b-4cc7-a460-3d5e5662c884", ""],
  [
    "DelegatedPermissionGrant.ReadWrite.All",
    1,
    1,
    "8e8e4742-1d95-4f68-9d56-6ee75648c72a",
    "41ce6ca6-6826-4807-84f1-1c82854f7ee5"
  ],
  ["Directory.ReadWrite.All", 1, 2, "19dbc75e-c2e2-444c-a770-ec69d8559fc7", "c5366453-9fb0-48a5-a156-24f0c49a4b84"],
  ["Directory.AccessAsUser.All", void 0, 2, "", "0e263e50-5827-48a4-b97c-d940288653c7"],
  ["Directory.Read.All", 3, 3, "7ab1d382-f21e-4acd-a863-ba3e13f7da61", "06da0dbc-49e2-44d2-8312-53f166ab848a"],
  [
    "RoleAssignmentSchedule.ReadWrite.Directory",
    1,
    1,
    "dd199f4a-f148-40a4-a2ec-f0069cc799ec",
    "8c026be3-8e26-4774-9372-8d5d6f21daff"
  ],
  [
    "RoleEligibilitySchedule.ReadWrite.Directory",
    1,
    1,
    "fee28b28-e1f3-4841-818e-2704dc62245f",
    "62ade113-f8e0-4bf9-a6ba-5acb31db32fd"
  ],
  [
    "PrivilegedAccess.ReadWrite.AzureADGroup",
    1,
    1,
    "2f6817f8-7b12-4f0f-bc18-eeaf60705a9e",
    "32531c59-1f32-461f-b8df-6f8a3b89f73b"
  ],
  [
    "PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup",
    1,
    1,
    "41202f2c-f7ab-45be-b001-85c9728b9d69",
    "06dbc45d-6708-4ef0-a797-f797ee68bf4b"
  ],
  ["RoleManagement.ReadWrite.Exchange", 1, 1, "025d3225-3f02-4882-b4c0-cd5b541a4e80", "c1499fe0-52b1-4b22-bed2-7a244e0e879f"],
  [
    "UserAuthenticationMethod.ReadWrite.All",
    1,
    2,
    "50483e42-d915-4231-9639-7fdb7fd190e5",
    "b7887744-6746-4312-813d-72daeaee7e2d"
  ],
  ["Policy.ReadWrite.ConditionalAccess", 1, 2, "01c0a623-fc9b-48e9-b794-0756f8e8f067", "ad902697-1014-4ef5-81ef-2b4301988e8c"],
  ["Policy.ReadWrite.PermissionGrant", 1, 2, "a402ca1c-2696-4531-972d-6e5ee4aa11ea", "2672f8bb-fd5e-42e0-85e1-ec764dd2614e"],
  ["Policy.ReadWrite.AuthenticationMethod", 1, 2, "29c18626-4985-4dcd-85c0-193eef327366", "7e823077-d88e-468f-a337-e18f1f0e6c7c"],
  ["Policy.ReadWrite.Authorization", 1, 2, "fb221be6-99f2-473f-bd32-01c6a0e9ca3b", "edd3c878-b384-41fd-95ad-e7407dd775be"],
  ["Domain.ReadWrite.All", 1, 1, "7e05723c-0bb0-42da-be95-ae9f08a6e53c", "0b5d694c-a244-4bde-86e6-eb5cd07730fe"],
  ["Organization.ReadWrite.All", 1, 2, "292d869f-3427-49a8-9dab-8c70152b74e9", "46ca0847-7e6b-426e-9775-ea810a948356"],
  ["Synchronization.ReadWrite.All", 1, 2, "9b50c33d-700f-43b1-b2eb-87e89b703581", "7bb27fa3-ea8f-4d67-a916-87715b6188bd"],
  ["User.ReadWrite.All", 2, 2, "741f803b-c850-494e-b5df-cde7c675a1ca", "204e0828-b5ca-4ad8-b9f3-f32a958e7cc4"],
  ["User.EnableDisableAccount.All", 2, 2, "3011c876-62b7-4ada-afa2-506cbbecc68c", "f92e74e7-2563-467f-9dd0-902688cb5863"],
  ["User.DeleteRestore.All", 2, 2, "eccc023d-eccf-4e7b-9683-8813ab36cecc", "4bb440cd-2cf2-4f90-8004-aa2acd2537c5"],
  ["User-PasswordProfile.ReadWrite.All", 1, 2, "cc117bb9-00cf-4eb8-b580-ea2a878fe8f7", "56760768-b641-451f-8906-e1b8ab31bca7"],
  ["Group.ReadWrite.All", 1, 2, "62a82d76-70ea-41e2-9197-370581804d09", "4e46008b-f24c-477d-8fff-7bb4ec7aafe0"],
  ["GroupMember.ReadWrite.All", 1, 2, "dbaae8cf-10b5-4b86-a4a1-f871c94c6695", "f81125ac-d3b7-4573-a3b2-7099cc39df9e"],
  [
    "DeviceManagementConfiguration.ReadWrite.All",
    1,
    2,
    "9241abd9-d0e6-425a-bd4f-47ba86e767a4",
    "0883f392-0a7a-443d-8c76-16a6d39c7b63"
  ],
  ["Mail.ReadWrite", 1, 3, "e2a3a72e-5f79-4c64-b1b1-878b674786c9", "024d486e-b451-40bb-833d-3e66d98c5c73"],
  ["Mail.Read", 1, 3, "810c84a8-4a9e-49e6-bf7d-12d183f40d01", "570282fd-fa5c-430d-a7fd-fc8dc98a9dca"],
  ["Mail.ReadBasic.All", 2, void 0, "693c5e45-0940-467d-9b8a-1022fb9d42ef", ""],
  ["Mail.Send", 1, 3, "b633e1c5-b582-4048-a93e-9f11b44c7e96", "e383f46e-2787-4529-855e-0e479a3ffac0"],
  ["Mail.Read.Shared", void 0, 2, "", "7b9103a5-4610-446b-9670-80643382c1fa"],
  ["Mail.ReadWrite.Shared", void 0, 2, "", "5df07973-7d5d-46ed-9847-1271055cbd51"],
  ["MailboxSettings.ReadWrite", 1, 3, "6931bccd-447a-43d1-b442-00a195474933", "818c620a-27a9-40bd-a6a5-d96f7d610b4b"],
  ["MailboxItem.Read.All", 1, void 0, "7d9f353d-a7bd-4fbb-822a-26d5dd39a3ce", ""],
  ["MailboxItem.ImportExport.All", 1, void 0, "76577085-e73d-4f1d-b26a-85fb33892327", ""],
  ["EWS.AccessAsUser.All", void 0, 2, "", "9769c687-087d-48ac-9cb3-c37dde652038"],
  ["EAS.AccessAsUser.All", void 0, 3, "", "ff91d191-45a0-43fd-b837-bd682c4a0b0f"],
  ["IMAP.AccessAsUser.All", void 0, 3, "", "652390e4-393a-48de-9484-05f9b1212954"],
  ["POP.AccessAsUser.All", void 0, 3, "", "d7b7f2d9-0f45-4ea1-9d42-e50810c06991"],
  ["SMTP.Send", void 0, 3, "", "258f6531-6087-4cc4-bb90-092c5fb3ed3f"],
  ["Files.ReadWrite.All", 1, 2, "75359482-378d-4052-8f01-80520e7db3cd", "863451e7-0667-486c-a5d6-d135439485f0"],
  ["Files.Read.All", 1, 2, "01d4889c-1287-42c6-ac1f-5d1e02578ef6", "df85f4d6-205c-4ac5-a5ea-6bf408dba283"],
  ["Sites.FullControl.All", 1, 2, "a82116e5-55eb-4c41-a434-62fe8a61c773", "5a54b8b3-347c-476d-8f8e-42d5c7424d29"],
  ["Sites.ReadWrite.All", 1, 2, "9492366f-7969-46a4-8d15-ed1a20078fff", "89fe6a52-be36-487e-b7d8-d061c450a026"],
  ["Sites.Read.All", 1, 2, "332a536c-c7ef-4017-ab91-336970924f0d", "205e70e5-aba6-4c52-a976-6d2d46c48043"],
  ["Chat.Read.All", 1, 2, "6b7d71aa-70aa-4810-a8d9-5d9fb2830017", ""],
  ["ChannelMessage.Read.All", 1, 2, "7b2449af-6ccd-4f4d-9f78-e550c193f0d1", "767156cb-16ae-4d10-8f8b-41b657c8c8c8"],
  ["eDiscovery.ReadWrite.All", 1, 2, "b2620db1-3bf7-4c5b-9cb9-576d29eac736", "acb8f680-0834-4146-b69e-4ab1b39745ad"],
  ["eDiscovery.Read.All", 1, 2, "50180013-6191-4d1e-a373-e590ff4e66af", "99201db3-7652-4d5a-809a-bdb94f85fe3c"],
  ["AuditLog.Read.All", 3, 3, "b0afded3-3588-46d8-8b3d-9842eff778da", "e4c9e354-4dc5-45b8-9e7c-e1393b0b1a20"],
  ["offline_access", 0, 0, "", "7427e0e9-2fba-42fe-b0c0-848c9e6a8182"],
  ["User.Read", 0, 0, "", "e1fe6dd8-ba31-4d61-89e7-88639da4683d"],
  ["openid", 0, 0, "", "37f7f235-527c-4136-accd-4a02d197296e"],
  ["profile", 0, 0, "", "14dad69e-099b-42c9-810b-d002981feec1"],
  ["email", 0, 0, "", ""],
  ["full_access_as_app", 1, void 0, "dc890d15-9560-4a4c-9b7f-a736ec74ec40", ""],
  ["Exchange.ManageAsApp", 1, void 0, "", ""]
];
var BY_NAME2 = new Map(PERMISSIONS.map((permission2) => [permission2[0].toLowerCase(), permission2]));
var BY_ID = new Map(PERMISSIONS.flatMap((permission2) => [permission2[3], permission2[4]].filter((id) => id !== "").map((id) => [id, permission2])));
var CONTENT = /^(?:mail|mailboxitem|mailboxfolder|files|sites|chat|chatmessage|channelmessage|onlinemeetingtranscript)\b/;
function scopeName(id) {
  return BY_ID.get(id.trim().toLowerCase())?.[0];
}
function scopeTier2(scope, appOnly) {
  const name = bareName(scope);
  const known2 = BY_NAME2.get(name) ?? BY_ID.get(name);
  if (known2 !== void 0)
    return (appOnly ? known2[1] : known2[2]) ?? known2[1] ?? known2[2];
  if (name.endsWith(".readwrite.all") || name.endsWith(".fullcontrol.all"))
    return 2;
  if (name.endsWith(".read.all"))
    return appOnly && CONTENT.test(name) ? 1 : 3;
  return void 0;
}
function bareName(scope) {
  const text4 = scope.trim().toLowerCase();
  return /^(?:https?|api):\/\//.test(text4) ? text4.slice(text4.lastIndexOf("/") + 1) : text4;
}

// dist/src/sources/microsoft/values.js
var GUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
var ZERO_GUID = "00000000-0000-0000-0000-000000000000";
var PLACEHOLDERS = /* @__PURE__ */ new Set([
  "",
  ZERO_GUID,
  "<null>",
  "null",
  "unknown",
  "not available",
  "not-found",
  "hidden",
  "s-1-0-0"
]);
function isGuid(text4) {
  return GUID.test(text4) && text4 !== ZERO_GUID;
}
function isUpn(text4) {
  const at2 = text4.indexOf("@");
  return at2 > 0 && at2 < text4.length - 1 && !/[\s|;,]/.test(text4);
}
function isPuid(text4) {
  return /^[0-9a-f]{16}$/i.test(text4) && !/^0+$/.test(text4);
}
function named2(value) {
  const text4 = asText(value);
  return text4 === void 0 || PLACEHOLDERS.has(text4.toLowerCase()) ? void 0 : text4;
}
function entryOf(list2, name) {
  const wanted = name.toLowerCase();
  for (const entry of asObjects(list2)) {
    const found = asText(member(entry, "Name") ?? member(entry, "key"));
    if (found !== void 0 && found.toLowerCase() === wanted)
      return asText(member(entry, "Value") ?? member(entry, "value"));
  }
  return void 0;
}
function propertyKey(name) {
  return name.trim().toLowerCase().replace(/[ _]/g, ".");
}
function addChanges(into, list2, names) {
  for (const entry of list2) {
    const name = asText(member(entry, names.name));
    if (name === void 0)
      continue;
    const key = propertyKey(name);
    const known2 = into.get(key);
    if (known2 !== void 0 && (known2.after !== void 0 || known2.before !== void 0))
      continue;
    into.set(key, { before: textOf(member(entry, names.before)), after: textOf(member(entry, names.after)) });
  }
}
function decoded(text4) {
  let value = text4?.trim();
  for (let depth = 0; depth < 2 && typeof value === "string" && /^[[{"]/.test(value); depth += 1) {
    const parsed = parseJson(value);
    if (parsed === void 0)
      break;
    value = parsed;
  }
  return value;
}
function scalar(text4) {
  let value = decoded(text4);
  for (let depth = 0; depth < 3 && Array.isArray(value); depth += 1)
    value = value[0];
  return asText(value);
}
function flag(text4) {
  const value = scalar(text4)?.toLowerCase();
  return value === "true" ? true : value === "false" ? false : void 0;
}
function listed(text4) {
  const value = decoded(text4);
  if (value === void 0 || value === "" || value === null)
    return [];
  if (!Array.isArray(value))
    return [typeof value === "string" ? value : JSON.stringify(value)];
  return value.map((entry) => typeof entry === "string" ? entry : JSON.stringify(entry));
}
function textOf(value) {
  if (value !== void 0 && typeof value === "object")
    return JSON.stringify(value);
  return asText(value);
}
function parseJson(text4) {
  try {
    return JSON.parse(text4);
  } catch {
    return void 0;
  }
}

// dist/src/sources/microsoft/consent.js
var MOST_GROUPS = 1e3;
function parseConsent(text4) {
  const arrow = text4.indexOf("=>");
  if (arrow === -1)
    return { before: [], after: groups(text4) };
  return { before: groups(text4.slice(0, arrow)), after: groups(text4.slice(arrow + 2)) };
}
function scopesOf(grants) {
  return [...new Set(grants.flatMap((grant2) => grant2.scopes))];
}
function splitScopes(text4) {
  return (text4 ?? "").split(/\s+/).filter((scope) => scope !== "");
}
function groups(side) {
  const grants = [];
  for (const piece of side.split("]")) {
    const open = piece.lastIndexOf("[");
    if (open === -1)
      continue;
    const grant2 = parseGroup(piece.slice(open + 1));
    if (grant2 !== void 0)
      grants.push(grant2);
    if (grants.length >= MOST_GROUPS)
      break;
  }
  return grants;
}
function parseGroup(body) {
  const facts = /* @__PURE__ */ new Map();
  for (const part of body.split(",")) {
    const colon = part.indexOf(":");
    if (colon > 0)
      facts.set(part.slice(0, colon).trim().toLowerCase(), part.slice(colon + 1).trim());
  }
  if (!facts.has("scope") && !facts.has("clientid"))
    return void 0;
  return {
    client: present(facts.get("clientid")),
    principal: present(facts.get("principalid")),
    resource: present(facts.get("resourceid")),
    tenantWide: facts.get("consenttype")?.toLowerCase() === "allprincipals",
    scopes: splitScopes(facts.get("scope"))
  };
}
function present(text4) {
  return text4 === void 0 || text4 === "" || /^0{8}-/.test(text4) ? void 0 : text4.toLowerCase();
}

// dist/src/sources/microsoft/grant-rules.js
function grantRules(read5) {
  return { ...installRules(read5), ...permissionRules(read5), ...keyRules(read5) };
}
function installRules(read5) {
  return {
    "Add service principal": {
      activity: "app.install",
      when: when("it is not Microsoft setting up one of its own applications", (record) => !isJustInTime(read5(record))),
      read: (record, event) => setApp(event, newPrincipal(read5(record)))
    },
    "Add app role assignment grant to user": {
      activity: "app.install",
      read: (record, event) => setApp(event, targetApp(read5(record)))
    },
    ...each({ activity: "other", read: (record, event) => requested(read5(record), event) }, ["Add application"])
  };
}
function permissionRules(read5) {
  const delegated = (record, event) => delegatedGrant(read5(record), event);
  return {
    "Consent to application": { activity: "app.grant", read: (record, event) => consent(read5(record), event) },
    ...each({ activity: "app.grant", read: delegated }, [
      "Add delegated permission grant",
      "Add OAuth2PermissionGrant",
      "Add delegation entry"
    ]),
    ...each({
      activity: "app.grant",
      when: when("more scopes stand after it than before", (record) => addedScopes(read5(record)).length > 0),
      read: delegated
    }, ["Remove delegated permission grant", "Remove OAuth2PermissionGrant", "Set delegation entry"]),
    "Add app role assignment to service principal": {
      activity: "app.grant",
      details: { appOnly: true },
      read(record, event) {
        const { changes, targets } = read5(record);
        const id = scalar(changes.get("approle.id")?.after);
        const scope = scalar(changes.get("approle.value")?.after) ?? (id === void 0 ? void 0 : scopeName(id) ?? id);
        const resource = targets[0]?.name;
        setApp(event, client(read5(record)));
        if (scope !== void 0)
          event.scopes = [scope];
        addDetails(event, { resource });
      }
    }
  };
}
function keyRules(read5) {
  const keys = (record) => addedKeys(read5(record));
  const rule2 = {
    activity: "credential.add",
    when: when("the key list holds a key that was not there before", (record) => keys(record).length > 0),
    read(record, event) {
      setApp(event, targetApp(read5(record)));
      addDetails(event, { keys: keys(record).length, keyType: keyType(keys(record)) });
    }
  };
  const app = (record, event) => setApp(event, targetApp(read5(record)));
  const always = {
    activity: "credential.add",
    read(record, event) {
      app(record, event);
      addDetails(event, { keyType: keyType(keys(record)) });
    }
  };
  const owner = { activity: "credential.add", details: { kind: "owner" }, read: ownerOf(read5) };
  return {
    "Update application - Certificates and secrets management": rule2,
    "Update service principal": rule2,
    "Update application": [rule2, { activity: "other", read: (record, event) => requested(read5(record), event) }],
    "Add service principal credentials": always,
    "Add federated identity credential": { ...always, details: { keyType: "federated" }, read: app },
    "Add owner to application": owner,
    "Add owner to service principal": owner
  };
}
function ownerOf(read5) {
  return (record, event) => {
    const view = read5(record);
    const { changes, targets } = view;
    const id = scalar((changes.get("application.objectid") ?? changes.get("serviceprincipal.objectid"))?.after);
    const name = scalar((changes.get("application.displayname") ?? changes.get("serviceprincipal.displayname"))?.after);
    const appId = scalar((changes.get("application.appid") ?? changes.get("serviceprincipal.appid"))?.after);
    const owner = targets.find((target2) => target2.type === "user");
    setApp(event, targetApp(view) ?? target({ id, name, appId }));
    addDetails(event, { owner: (owner?.upn ?? owner?.id)?.toLowerCase() });
  };
}
function consent(view, event) {
  const { changes } = view;
  const { before, after } = parseConsent(asText(decoded(changes.get("consentaction.permissions")?.after)) ?? "");
  const known2 = new Set(before.map((grant2) => JSON.stringify(grant2)));
  const fresh = after.filter((grant2) => !known2.has(JSON.stringify(grant2)));
  const held = new Set(scopesOf(before));
  const gained = scopesOf(fresh).filter((scope) => !held.has(scope));
  const scopes = gained.length > 0 ? gained : scopesOf(fresh.length > 0 ? fresh : after);
  setApp(event, targetApp(view));
  if (scopes.length > 0)
    event.scopes = scopes;
  const everybody = (fresh.length > 0 ? fresh : after).some((grant2) => grant2.tenantWide);
  addDetails(event, {
    adminConsent: flag(changes.get("consentcontext.isadminconsent")?.after),
    tenantWide: everybody || (flag(changes.get("consentcontext.onbehalfofall")?.after) ?? (after.length > 0 ? false : void 0)),
    appOnly: flag(changes.get("consentcontext.isapponly")?.after) === true ? true : void 0,
    incremental: after.length > 0 && fresh.length === 0 ? true : void 0,
    reason: scalar((changes.get("consentaction.reason") ?? changes.get("methodexecutionresult."))?.after)
  });
}
function delegatedGrant(view, event) {
  const { changes, targets } = view;
  const gained = addedScopes(view);
  const scopes = gained.length > 0 ? gained : splitScopes(scalar(changes.get("delegatedpermissiongrant.scope")?.after));
  const type = scalar(changes.get("delegatedpermissiongrant.consenttype")?.after)?.toLowerCase();
  setApp(event, client(view));
  if (scopes.length > 0)
    event.scopes = scopes;
  addDetails(event, {
    tenantWide: type === void 0 ? void 0 : type === "allprincipals",
    resource: targets.find((target2) => target2.type === "serviceprincipal" || target2.type === "")?.name
  });
}
function addedScopes(view) {
  const change = view.changes.get("delegatedpermissiongrant.scope");
  const before = new Set(splitScopes(scalar(change?.before)));
  return splitScopes(scalar(change?.after)).filter((scope) => !before.has(scope));
}
function client(view) {
  const { changes } = view;
  return target({
    id: scalar(changes.get("serviceprincipal.objectid")?.after),
    appId: scalar(changes.get("serviceprincipal.appid")?.after),
    name: scalar(changes.get("serviceprincipal.displayname")?.after) ?? scalar(changes.get("serviceprincipal.name")?.after)
  });
}
function newPrincipal(view) {
  const { changes } = view;
  const known2 = targetApp(view);
  const appId = scalar(changes.get("appprincipalid")?.after) ?? known2?.appId ?? view.details.get("appid");
  const name = scalar(changes.get("displayname")?.after) ?? known2?.name;
  return target({ id: known2?.id, name, appId: appId !== void 0 && isGuid(appId) ? appId : known2?.appId });
}
function target(facts) {
  const { id, name, appId } = facts;
  if (id === void 0 && name === void 0 && appId === void 0)
    return void 0;
  return {
    type: "serviceprincipal",
    ...id !== void 0 && { id },
    ...name !== void 0 && { name },
    ...appId !== void 0 && { appId }
  };
}
function requested(view, event) {
  setApp(event, targetApp(view));
  const names = [];
  for (const resource of asObjects(decoded(view.changes.get("requiredresourceaccess")?.after))) {
    for (const permission2 of asObjects(member(resource, "RequiredAppPermissions"))) {
      const id = asText(member(permission2, "EntitlementId"));
      if (id !== void 0)
        names.push(scopeName(id) ?? id);
    }
  }
  if (names.length > 0)
    addDetails(event, { requested: names.join(" ") });
}
function addedKeys(view) {
  return ["keydescription", "federatedidentitycredentials"].flatMap((name) => {
    const change = view.changes.get(name);
    const before = new Set(listed(change?.before).map(keyId));
    return listed(change?.after).filter((key) => !before.has(keyId(key)));
  });
}
function keyId(key) {
  const at2 = key.indexOf("KeyIdentifier=");
  return at2 === -1 ? key : key.slice(at2).split(/[,\]]/, 1)[0] ?? key;
}
function keyType(keys) {
  const [key = ""] = keys;
  const at2 = key.indexOf("KeyType=");
  return at2 === -1 ? void 0 : key.slice(at2 + 8).split(/[,\]]/, 1)[0] ?? void 0;
}

// dist/src/sources/microsoft/directory-rules.js
function directoryTable(read5) {
  return joinTables(accountTable(read5), credentialTable(read5), roleTable(read5), grantRules(read5), policyTable(read5));
}
function accountTable(read5) {
  const user = (record, event) => setUserTarget(event, targetUser(read5(record)));
  const enabled = (record, to) => {
    const change = read5(record).changes.get("accountenabled");
    return change !== void 0 && flag(change.after) === to && flag(change.before) !== to;
  };
  return {
    "Add user": {
      activity: "account.create",
      read(record, event) {
        const view = read5(record);
        setUserTarget(event, targetUser(view));
        if (scalar(view.changes.get("usertype")?.after)?.toLowerCase() === "guest") {
          event.external = true;
          addDetails(event, { guest: true });
        }
      }
    },
    "Invite external user": {
      activity: "account.create",
      details: { guest: true },
      read(record, event) {
        setUserTarget(event, targetUser(read5(record)));
        event.external = true;
      }
    },
    "Disable account": { activity: "account.disable", read: user },
    "Enable account": { activity: "account.enable", read: user },
    "Restore user": { activity: "account.enable", read: user, details: { restored: true } },
    "Delete user": { activity: "account.delete", read: user },
    "Hard Delete user": { activity: "account.delete", read: user, details: { hard: true } },
    "Delete external user": { activity: "account.delete", read: user, details: { guest: true } },
    "Update user": [
      {
        activity: "account.disable",
        when: when("AccountEnabled goes from true to false", (record) => enabled(record, false)),
        read: user
      },
      {
        activity: "account.enable",
        when: when("AccountEnabled goes from false to true", (record) => enabled(record, true)),
        read: user
      },
      {
        activity: "mfa.change",
        when: when("a StrongAuthentication property changes", (record) => strongAuthentication(read5, record).length > 0),
        read(record, event) {
          const view = read5(record);
          const changes = strongAuthentication(read5, record);
          setUserTarget(event, targetUser(view));
          addDetails(event, {
            byOther: byOther(view),
            removed: changes.every(([, before, after]) => after < before) ? true : void 0,
            property: changes.map(([name]) => name).join(" ")
          });
        }
      },
      { activity: "other", read: user }
    ]
  };
}
function strongAuthentication(read5, record) {
  const found = [];
  for (const [name, change] of read5(record).changes) {
    if (!name.startsWith("strongauthentication") || change.before === change.after)
      continue;
    found.push([name, listed(change.before).length, listed(change.after).length]);
  }
  return found;
}
function credentialTable(read5) {
  const mfa = (facts = {}) => ({
    activity: "mfa.change",
    details: facts,
    read(record, event) {
      const view = read5(record);
      setUserTarget(event, targetUser(view));
      addDetails(event, { byOther: byOther(view) });
    }
  });
  const lockout = (how, text4) => [
    {
      activity: "account.lockout",
      when: when(text4, (record) => byOther(read5(record))),
      details: { how, byOther: true },
      read: (record, event) => setUserTarget(event, targetUser(read5(record)))
    }
  ];
  const own = (rule2) => [
    ...lockout("password reset", "somebody else resets the password"),
    rule2
  ];
  const password = mfa({ credential: "password" });
  return {
    "Update StsRefreshTokenValidFrom Timestamp": lockout("sessions ended", "somebody else ends the sessions"),
    "Change user license": {
      activity: "account.lockout",
      when: when("a licence is taken away (AssignedLicense holds fewer)", (record) => {
        const change = read5(record).changes.get("assignedlicense");
        return change !== void 0 && listed(change.after).length < listed(change.before).length;
      }),
      details: { how: "licence removed" },
      read(record, event) {
        const view = read5(record);
        setUserTarget(event, targetUser(view));
        addDetails(event, { byOther: byOther(view) });
      }
    },
    "Reset user password": own(password),
    "Reset password (by admin)": own(password),
    "Reset password (self-service)": password,
    "Change user password": password,
    "Disable Strong Authentication": mfa({ removed: true }),
    "Enable Strong Authentication": mfa(),
    "User registered security info": mfa(),
    "User deleted security info": mfa({ removed: true }),
    "User changed default security info": mfa(),
    "Admin registered security info": mfa(),
    "Admin deleted security info": mfa({ removed: true }),
    "Create Temporary Access Pass method for user": mfa({ credential: "temporary access pass" }),
    "Add Passkey (device-bound)": mfa({ credential: "passkey" }),
    "Create application password for user": {
      activity: "token.create",
      details: { kind: "application password" },
      read: (record, event) => setUserTarget(event, targetUser(read5(record)))
    }
  };
}
function roleTable(read5) {
  const grant2 = (facts = {}) => ({
    activity: "role.grant",
    details: facts,
    read(record, event) {
      const view = read5(record);
      const role = view.targets.find((target2) => target2.type === "role");
      const person6 = targetUser(view) ?? view.targets.find((target2) => target2 !== role);
      setObjectTarget(event, person6);
      addDetails(event, {
        role: scalar(view.changes.get("role.displayname")?.after) ?? role?.name ?? scalar(view.changes.get("role.wellknownobjectname")?.after) ?? view.details.get("roledefinitionname"),
        roleTemplate: (scalar(view.changes.get("role.templateid")?.after) ?? view.details.get("roledefinitionoriginid"))?.toLowerCase()
      });
    }
  });
  return {
    "Add member to role": grant2(),
    "Add eligible member to role": grant2({ eligible: true }),
    "Add scoped member to role": grant2({ scoped: true }),
    "Add role assignment to role definition": grant2(),
    "Add member to role in PIM completed (permanent)": grant2(),
    "Add member to role in PIM completed (timebound)": grant2({ timebound: true }),
    "Add member to role completed (PIM activation)": grant2({ activation: true }),
    "Add eligible member to role in PIM completed (permanent)": grant2({ eligible: true }),
    "Add eligible member to role in PIM completed (timebound)": grant2({ eligible: true, timebound: true }),
    "Add member to role outside of PIM (permanent)": grant2({ outsidePim: true }),
    "User has elevated their access to User Access Administrator for their Azure Resources": {
      activity: "role.grant",
      details: { role: "User Access Administrator" },
      read: (record, event) => setUserTarget(event, targetUser(read5(record)))
    }
  };
}
function policyTable(read5) {
  const rule2 = {
    activity: "admin.change",
    read(record, event) {
      const view = read5(record);
      setObjectTarget(event, view.targets[0]);
      const names = view.changes.get("included.updated.properties")?.after;
      addDetails(event, { changed: scalar(names) });
    }
  };
  return each(rule2, [
    "Add policy",
    "Update policy",
    "Delete policy",
    "Update authorization policy",
    "Set domain authentication",
    "Set federation settings on domain",
    "Add unverified domain",
    "Add verified domain",
    "Verify domain",
    "Set Company Information",
    "Add Conditional Access policy",
    "Update Conditional Access policy",
    "Delete Conditional Access policy"
  ]);
}

// dist/src/sources/microsoft/sign-in.js
var INTERRUPTS = /* @__PURE__ */ new Set([
  "16000",
  // several accounts: choose one
  "50058",
  // no session yet
  "50072",
  // has to register for MFA
  "50074",
  // MFA asked
  "50076",
  // MFA asked by policy
  "50079",
  // has to register for MFA by policy
  "50097",
  // device authentication asked
  "50125",
  // password reset or registration asked
  "50140",
  // "stay signed in?"
  "50203",
  // registration postponed
  "65001",
  // consent asked
  "70043",
  // sign-in frequency reached
  "70044"
  // session ended by policy
]);
function signInMeaning(code) {
  if (code === void 0 || code === "" || /^0+$/.test(code))
    return "success";
  return INTERRUPTS.has(code) ? "interrupt" : "failure";
}

// dist/src/sources/microsoft/spelling.js
function bareName2(operation) {
  const text4 = operation.replace(/[\u2010-\u2015]/g, "-").replace(/\s+/g, " ").trim().toLowerCase();
  return text4.endsWith(".") ? text4.slice(0, -1) : text4;
}
var MOST_REMEMBERED = 4096;
function speller(names) {
  const spellings = new Map(names.map((name) => [bareName2(name), name]));
  const remembered = /* @__PURE__ */ new Map();
  return (operation) => {
    const known2 = remembered.get(operation);
    if (known2 !== void 0)
      return known2;
    const spelled3 = spellings.get(bareName2(operation)) ?? operation.trim();
    if (remembered.size < MOST_REMEMBERED)
      remembered.set(operation, spelled3);
    return spelled3;
  };
}

// dist/src/sources/entra/directory.js
var readUser = compilePath("initiatedBy.user");
var readApp = compilePath("initiatedBy.app");
var CHANGE = { name: "displayName", before: "oldValue", after: "newValue" };
var readDirectory = remembering(read2);
function read2(record) {
  const changes = /* @__PURE__ */ new Map();
  const resources = asObjects(member(record, "targetResources"));
  for (const resource of resources)
    addChanges(changes, asObjects(member(resource, "modifiedProperties")), CHANGE);
  const details = /* @__PURE__ */ new Map();
  for (const entry of asObjects(member(record, "additionalDetails"))) {
    const key = asText(member(entry, "key"));
    const value = asText(member(entry, "value"));
    if (key !== void 0 && value !== void 0)
      details.set(key.toLowerCase(), value);
  }
  const user = readUser(record);
  const app = readApp(record);
  const ids = [
    member(user, "userPrincipalName"),
    member(user, "id"),
    member(app, "appId"),
    member(app, "servicePrincipalId")
  ].map(named2);
  return {
    changes,
    targets: resources.map((resource) => targetOf2(resource, changes, details)),
    details,
    actorIds: new Set(ids.filter((id) => id !== void 0).map((id) => id.toLowerCase())),
    actorNames: [named2(member(user, "displayName")), named2(member(app, "displayName"))].filter((name) => name !== void 0)
  };
}
function targetOf2(resource, changes, details) {
  const type = (asText(member(resource, "type") ?? member(resource, "Type")) ?? "").toLowerCase().replaceAll(" ", "");
  const id = named2(member(resource, "id"));
  const upn = named2(member(resource, "userPrincipalName")) ?? (type === "user" ? scalar(changes.get("userprincipalname")?.after ?? changes.get("userprincipalname")?.before) : void 0);
  const name = named2(member(resource, "displayName"));
  const appId = type === "serviceprincipal" || type === "application" ? clientId(changes, details, id) : void 0;
  return {
    type,
    ...id !== void 0 && { id },
    ...upn !== void 0 && { upn },
    ...name !== void 0 && { name },
    ...appId !== void 0 && { appId }
  };
}
function clientId(changes, details, objectId) {
  const names = scalar(changes.get("targetid.serviceprincipalnames")?.after)?.split(/[;,]/) ?? [];
  const found = [scalar(changes.get("appid")?.after), ...names, details.get("appid")];
  return found.map((id) => id?.trim()).find((id) => id !== void 0 && isGuid(id) && id !== objectId);
}

// dist/src/sources/entra/graph-call.js
var CONTENT2 = /* @__PURE__ */ new Set([
  "messages",
  "content",
  "attachments",
  "$value",
  "delta",
  "mailfolders",
  "children",
  "exportitems"
]);
var LONGEST_PATH = 2e3;
function readsContent(record) {
  const method = (asText(member(record, "requestMethod")) ?? "GET").toUpperCase();
  const parts = segments(record);
  if (parts.slice(-2).join("/") === "search/query")
    return true;
  if (method !== "GET")
    return false;
  return parts.some((part) => CONTENT2.has(part)) && parts.some((part) => /^(?:messages|mailfolders|drives?|chats|channels)$/.test(part));
}
function readCall(record, event) {
  const status2 = asNumber(member(record, "responseStatusCode"));
  const parts = segments(record);
  const [root, owner] = parts;
  const mail2 = parts.some((part) => part === "messages" || part === "mailfolders");
  if (status2 !== void 0)
    event.ok = status2 < 400;
  if (mail2 && root === "users" && owner !== void 0 && (isGuid(owner) || isUpn(owner)))
    event.target = { type: "mailbox", id: owner };
  else if (mail2 && root === "me" && event.actor?.type === "user")
    event.target = { type: "mailbox", id: event.actor.id };
  else if (parts.length > 0)
    event.target = { type: "api", id: `/${parts.join("/")}` };
  addDetails(event, { method: asText(member(record, "requestMethod")), status: status2 });
}
function segments(record) {
  const uri = asText(member(record, "requestUri"))?.slice(0, LONGEST_PATH) ?? "";
  const start = uri.indexOf("://");
  const path = (start === -1 ? uri : uri.slice(uri.indexOf("/", start + 3) === -1 ? uri.length : uri.indexOf("/", start + 3))).split(/[?#]/, 1)[0] ?? "";
  const parts = path.toLowerCase().split("/").filter((part) => part !== "");
  return /^(?:v\d|beta)/.test(parts[0] ?? "") ? parts.slice(1) : parts;
}

// dist/src/sources/entra/activities.js
var readCode = compilePath("status.errorCode");
var readReason = compilePath("status.failureReason");
var readState = compilePath("status.state");
var readManaged = compilePath("deviceDetail.isManaged");
var SIGN_INS = {
  "Sign-in activity": [
    { activity: "login", when: when("the error code is 0", (record) => meaning(record) === "success"), read: signIn },
    {
      activity: "login.failed",
      when: when("the error code is that of a failure, not of an interruption", (record) => meaning(record) === "failure"),
      read: signIn
    },
    { activity: "other", read: signIn }
  ],
  "User Risk Detection": { activity: "session.anomaly", read: risk },
  "Service Principal Risk Detection": { activity: "session.anomaly", read: risk },
  "Microsoft Graph Activity": [
    {
      activity: "bulk.query",
      when: when("the call reads mail, files or chats, or searches them", readsContent),
      read: readCall
    },
    { activity: "api.call", read: readCall }
  ]
};
var activities2 = joinTables(SIGN_INS, directoryTable(readDirectory));
var spelled = speller(Object.keys(activities2));
function meaning(record) {
  const state = asText(readState(record))?.toLowerCase();
  if (state === "interrupted")
    return "interrupt";
  const said = signInMeaning(asText(readCode(record)));
  return said === "success" && state === "failure" ? "failure" : said;
}
function signIn(record, event) {
  const outcome = meaning(record);
  if (outcome !== "interrupt")
    event.ok = outcome === "success";
  const protocol = named2(member(record, "authenticationProtocol"));
  const level = named2(member(record, "riskLevelDuringSignIn"))?.toLowerCase();
  const kinds = asTexts(member(record, "riskEventTypes_v2") ?? member(record, "riskEventTypes"))?.join(" ");
  if (kinds?.toLowerCase().includes("anonymizedipaddress"))
    event.proxy = true;
  addDetails(event, {
    errorCode: asText(readCode(record)),
    reason: outcome === "failure" ? asText(readReason(record)) : void 0,
    interrupted: outcome === "interrupt" ? true : void 0,
    clientApp: named2(member(record, "clientAppUsed")),
    protocol: protocol === void 0 || protocol === "none" ? void 0 : protocol,
    deviceCode: protocol?.toLowerCase() === "devicecode" ? true : void 0,
    interactive: asFlag(member(record, "isInteractive")),
    resource: named2(member(record, "resourceDisplayName")) ?? named2(member(record, "resourceId")),
    risk: level === void 0 || level === "none" ? void 0 : level,
    riskType: kinds === void 0 || kinds === "" ? void 0 : kinds,
    requirement: named2(member(record, "authenticationRequirement")),
    managedDevice: asFlag(readManaged(record))
  });
}
function risk(record, event) {
  const kind2 = named2(member(record, "riskEventType")) ?? named2(member(record, "riskType"));
  const info = member(record, "additionalInfo");
  const agent = asObjects(info).map((entry) => asText(member(entry, "Key")) === "userAgent" ? asText(member(entry, "Value")) : void 0).find((text4) => text4 !== void 0);
  if (event.userAgent === void 0 && agent !== void 0)
    event.userAgent = agent;
  if (kind2?.toLowerCase() === "anonymizedipaddress")
    event.proxy = true;
  addDetails(event, {
    risk: named2(member(record, "riskLevel"))?.toLowerCase(),
    riskType: kind2,
    riskState: named2(member(record, "riskState")),
    signIn: named2(member(record, "requestId"))
  });
}

// dist/src/sources/entra/actor.js
var readUser2 = compilePath("initiatedBy.user");
var readApp2 = compilePath("initiatedBy.app");
var readCode2 = compilePath("status.errorCode");
var NO_SUCH_USER = "50034";
var DIRECTORY_ITSELF = /^microsoft azure ad internal\b/i;
function readActor(record, event) {
  const actor = Object.hasOwn(record, "initiatedBy") ? initiator(record, event) : signedIn(record, event);
  if (actor === void 0)
    delete event.actor;
  else
    event.actor = actor;
}
function initiator(record, event) {
  const user = readUser2(record);
  const upn = named2(member(user, "userPrincipalName"));
  const objectId = named2(member(user, "id"));
  if (upn !== void 0 || objectId !== void 0)
    return person2(upn, objectId, named2(member(user, "displayName")), event);
  const app = readApp2(record);
  const name = named2(member(app, "displayName")) ?? named2(member(app, "servicePrincipalName"));
  const actor = application(member(app, "appId"), member(app, "servicePrincipalId"), name);
  if (actor === void 0) {
    const shown4 = named2(member(user, "displayName"));
    return shown4 === void 0 ? void 0 : { type: "system", id: shown4.toLowerCase(), name: shown4 };
  }
  if (name !== void 0 && DIRECTORY_ITSELF.test(name))
    return { type: "system", id: name.toLowerCase(), name };
  event.app = { id: actor.id, ...name !== void 0 && { name } };
  addDetails(event, { appOnly: true });
  return actor;
}
function signedIn(record, event) {
  const typed = named2(member(record, "userPrincipalName"));
  const upn = typed !== void 0 && asText(readCode2(record)) === NO_SUCH_USER && !isUpn(typed) ? void 0 : typed;
  const objectId = named2(member(record, "userId")) ?? named2(member(record, "UserPrincipalObjectID"));
  if (upn !== void 0 || objectId !== void 0)
    return person2(upn, objectId, named2(member(record, "userDisplayName")), event);
  const name = named2(member(record, "servicePrincipalName")) ?? named2(member(record, "servicePrincipalDisplayName")) ?? named2(member(record, "appDisplayName"));
  const actor = application(member(record, "appId"), member(record, "servicePrincipalId"), name);
  if (actor !== void 0) {
    if (event.app === void 0 || event.app.name === void 0)
      event.app = { id: actor.id, ...name !== void 0 && { name } };
    addDetails(event, { appOnly: true });
  }
  return actor;
}
function person2(upn, objectId, name, event) {
  const id = (upn ?? objectId ?? "").toLowerCase();
  const alias = objectId?.toLowerCase();
  if (id.includes("#ext#"))
    addDetails(event, { guest: true });
  return {
    type: "user",
    id,
    ...name !== void 0 && { name },
    ...isUpn(id) && { email: id },
    ...alias !== void 0 && alias !== id && { aliases: [alias] }
  };
}
function application(appId, objectId, name) {
  const own = named2(objectId)?.toLowerCase();
  const id = named2(appId)?.toLowerCase() ?? own ?? name?.toLowerCase();
  if (id === void 0)
    return void 0;
  return {
    type: "app",
    id,
    ...name !== void 0 && { name },
    ...own !== void 0 && own !== id && { aliases: [own] }
  };
}

// dist/src/sources/entra/blind-spots.js
var blindSpots2 = [
  {
    activities: ["login", "login.failed", "session.anomaly"],
    kind: "licence",
    text: 'Without Entra ID P2 the levels of risk read "hidden", and most risk detections say no more than that there was one.'
  },
  {
    activities: ["login", "login.failed"],
    kind: "setting",
    text: "Interactive, non-interactive, service principal and managed identity sign-ins are four separate logs: each must be exported for itself."
  },
  {
    activities: ["bulk.query", "api.call"],
    kind: "setting",
    text: "Calls of Microsoft Graph are kept nowhere unless a diagnostic setting exported MicrosoftGraphActivityLogs beforehand."
  },
  {
    activities: ["bulk.query", "api.call"],
    kind: "not-logged",
    text: "A Graph call shows the address and the size of its answer, not what was in it; calls inside a batch share its OperationId."
  },
  {
    activities: ["app.grant"],
    kind: "not-logged",
    text: "An incremental consent may repeat the old permissions; the new one then stands only in the grant record beside it."
  },
  {
    activities: ["token.create"],
    kind: "not-logged",
    text: "Issuing a token is not logged as such; sign-ins, credentials added to applications and application passwords are."
  },
  {
    activities: [
      "mail.read",
      "mail.search",
      "mail.rule",
      "file.read",
      "file.download",
      "file.export",
      "file.upload",
      "file.create",
      "file.copy",
      "file.share"
    ],
    kind: "not-logged",
    text: "Mail and files are in the unified audit log of Microsoft 365, not here."
  },
  {
    activities: [],
    kind: "retention",
    text: "Audit and sign-in logs are kept 7 days without a licence and 30 days with Entra ID P1 or P2, unless they were exported."
  },
  {
    activities: [],
    kind: "retention",
    text: "The first records reach a new workspace up to three days later, a new SIEM up to 24 hours later."
  }
];

// dist/src/sources/entra/fields.js
var fields2 = {
  time: ["activityDateTime", "createdDateTime", "detectedDateTime", "timeGenerated", "time"],
  id: "id",
  operation: ["activityDisplayName", "operationName"],
  ip: ["initiatedBy.user.ipAddress", "initiatedBy.app.ipAddress", "ipAddress", "callerIpAddress"],
  userAgent: ["userAgent", "additionalDetails[key=User-Agent].value"],
  appId: "appId",
  appName: "appDisplayName",
  session: "sessionId",
  token: ["uniqueTokenIdentifier", "uniqueTokenId", "signInActivityId"],
  tokenKind: "incomingTokenType",
  device: ["deviceDetail.deviceId", "deviceDetail.displayName"],
  country: "location.countryOrRegion",
  city: "location.city",
  asn: "autonomousSystemNumber",
  scopes: ["scopes", "roles"],
  bytes: "responseSizeBytes",
  outcome: "result"
};

// dist/src/sources/entra/columns.js
var JSON_PATHS = [
  "initiatedBy",
  "targetResources",
  "additionalDetails",
  "status",
  "deviceDetail",
  "location",
  "authenticationDetails",
  "riskEventTypes_v2",
  "additionalInfo"
];
var AUDIT_COLUMNS = {
  ActivityDateTime: "activityDateTime",
  TimeGenerated: "activityDateTime",
  Id: "id",
  ActivityDisplayName: "activityDisplayName",
  OperationName: "activityDisplayName",
  Category: "category",
  CorrelationId: "correlationId",
  LoggedByService: "loggedByService",
  Result: "result",
  ResultReason: "resultReason",
  ResultDescription: "resultReason",
  InitiatedBy: "initiatedBy",
  TargetResources: "targetResources",
  AdditionalDetails: "additionalDetails",
  UserAgent: "userAgent"
};
var SIGN_IN_COLUMNS = {
  CreatedDateTime: "createdDateTime",
  TimeGenerated: "createdDateTime",
  Id: "id",
  Status: "status",
  ResultType: "status.errorCode",
  ResultDescription: "status.failureReason",
  UserPrincipalName: "userPrincipalName",
  UserId: "userId",
  UserDisplayName: "userDisplayName",
  UserType: "userType",
  AppId: "appId",
  AppDisplayName: "appDisplayName",
  ServicePrincipalId: "servicePrincipalId",
  ServicePrincipalName: "servicePrincipalName",
  ResourceDisplayName: "resourceDisplayName",
  ResourceIdentity: "resourceId",
  IPAddress: "ipAddress",
  UserAgent: "userAgent",
  ClientAppUsed: "clientAppUsed",
  AuthenticationProtocol: "authenticationProtocol",
  AuthenticationRequirement: "authenticationRequirement",
  IncomingTokenType: "incomingTokenType",
  UniqueTokenIdentifier: "uniqueTokenIdentifier",
  SessionId: "sessionId",
  AutonomousSystemNumber: "autonomousSystemNumber",
  DeviceDetail: "deviceDetail",
  LocationDetails: "location",
  Location: "location",
  IsInteractive: "isInteractive",
  RiskLevelDuringSignIn: "riskLevelDuringSignIn",
  RiskEventTypes_V2: "riskEventTypes_v2",
  RiskEventTypes: "riskEventTypes_v2",
  RiskState: "riskState",
  ConditionalAccessStatus: "conditionalAccessStatus",
  CorrelationId: "correlationId"
};
var CALL_COLUMNS = {
  TimeGenerated: "timeGenerated",
  RequestId: "id",
  RequestMethod: "requestMethod",
  RequestUri: "requestUri",
  ResponseStatusCode: "responseStatusCode",
  ResponseSizeBytes: "responseSizeBytes",
  AppId: "appId",
  ServicePrincipalId: "servicePrincipalId",
  UserId: "userId",
  Scopes: "scopes",
  Roles: "roles",
  IPAddress: "ipAddress",
  UserAgent: "userAgent",
  SignInActivityId: "signInActivityId",
  UniqueTokenId: "uniqueTokenId",
  SessionId: "sessionId",
  ClientAuthMethod: "clientAuthMethod",
  OperationId: "operationId"
};
var RISK_COLUMNS = {
  ActivityDateTime: "activityDateTime",
  DetectedDateTime: "detectedDateTime",
  TimeGenerated: "detectedDateTime",
  Id: "id",
  RequestId: "requestId",
  RiskEventType: "riskEventType",
  RiskLevel: "riskLevel",
  RiskState: "riskState",
  RiskDetail: "riskDetail",
  UserPrincipalName: "userPrincipalName",
  UserId: "userId",
  UserDisplayName: "userDisplayName",
  IpAddress: "ipAddress",
  Location: "location",
  AdditionalInfo: "additionalInfo"
};

// dist/src/sources/entra/portal.js
var MOST_TARGETS = 3;
var MOST_CHANGES = 5;
var MOST_DETAILS = 6;
var SIGN_IN_CSV_COLUMNS = {
  "Date (UTC)": "createdDateTime",
  "Request ID": "id",
  "Correlation ID": "correlationId",
  "User agent": "userAgent",
  "User ID": "userId",
  User: "userDisplayName",
  Username: "userPrincipalName",
  "User type": "userType",
  "Incoming token type": "incomingTokenType",
  "Authentication Protocol": "authenticationProtocol",
  "Unique token identifier": "uniqueTokenIdentifier",
  "Client credential type": "clientCredentialType",
  Application: "appDisplayName",
  "Application ID": "appId",
  "Service principal ID": "servicePrincipalId",
  "Service principal name": "servicePrincipalName",
  Resource: "resourceDisplayName",
  "Resource ID": "resourceId",
  "IP address": "ipAddress",
  Location: "place",
  Status: "status.state",
  "Sign-in error code": "status.errorCode",
  "Failure reason": "status.failureReason",
  "Client app": "clientAppUsed",
  "Device ID": "deviceDetail.deviceId",
  Browser: "deviceDetail.browser",
  "Operating System": "deviceDetail.operatingSystem",
  Managed: "deviceDetail.isManaged",
  "Authentication requirement": "authenticationRequirement",
  "Session ID": "sessionId",
  "Autonomous system number": "autonomousSystemNumber"
};
var REQUIREMENTS = /* @__PURE__ */ new Map([
  ["multifactor authentication", "multiFactorAuthentication"],
  ["single-factor authentication", "singleFactorAuthentication"]
]);
function signInFromCsv(native) {
  native["operationName"] = "Sign-in activity";
  const place2 = asText(native["place"])?.split(",") ?? [];
  delete native["place"];
  if (place2.length > 1) {
    const city = place2[0]?.trim();
    const country = place2.at(-1)?.trim();
    native["location"] = { ...city && { city }, ...country && { countryOrRegion: country } };
  }
  const requirement = asText(native["authenticationRequirement"]);
  const known2 = requirement === void 0 ? void 0 : REQUIREMENTS.get(requirement.toLowerCase());
  if (known2 !== void 0)
    native["authenticationRequirement"] = known2;
  for (const name of ["authenticationProtocol", "incomingTokenType"]) {
    if (asText(native[name])?.toLowerCase() === "none")
      delete native[name];
  }
  if (asText(native["authenticationProtocol"])?.toLowerCase().replaceAll(" ", "") === "devicecode") {
    native["authenticationProtocol"] = "deviceCode";
  }
  return [native];
}
function fromAuditCsv(row) {
  const cell = (name) => asText(member(row, name));
  const targets = [];
  for (let target2 = 1; target2 <= MOST_TARGETS; target2 += 1) {
    const read5 = targetOf3(cell, `Target${target2}`);
    if (read5 !== void 0)
      targets.push(read5);
  }
  const details = [];
  for (let detail2 = 1; detail2 <= MOST_DETAILS; detail2 += 1) {
    const key = cell(`AdditionalDetail${detail2}Key`);
    if (key !== void 0)
      details.push({ key, value: cell(`AdditionalDetail${detail2}Value`) ?? null });
  }
  const agent = cell("User Agent") ?? cell("UserAgent");
  const native = emptyObject();
  native["activityDateTime"] = cell("Date (UTC)");
  native["activityDisplayName"] = cell("Activity");
  native["category"] = cell("Category");
  native["correlationId"] = cell("CorrelationId");
  native["loggedByService"] = cell("Service");
  native["result"] = cell("Result");
  native["resultReason"] = cell("ResultReason");
  native["initiatedBy"] = initiator2(cell);
  native["targetResources"] = targets;
  native["additionalDetails"] = details;
  if (agent !== void 0)
    native["userAgent"] = agent;
  for (const name of Object.keys(native))
    if (native[name] === void 0)
      delete native[name];
  return [native];
}
function initiator2(cell) {
  const upn = cell("ActorUserPrincipalName");
  const ipAddress = cell("IPAddress") ?? null;
  const app = cell("ActorServicePrincipalId");
  const appName2 = cell("ActorServicePrincipalName");
  const type = cell("ActorType")?.toLowerCase().replaceAll(" ", "");
  if (upn !== void 0 || type === "user" && app === void 0) {
    return {
      user: {
        id: cell("ActorObjectId") ?? null,
        userPrincipalName: upn ?? null,
        displayName: cell("ActorDisplayName") ?? null,
        ipAddress
      }
    };
  }
  return {
    app: {
      servicePrincipalId: app ?? cell("ActorObjectId") ?? null,
      displayName: appName2 ?? cell("ActorDisplayName") ?? null,
      ipAddress
    }
  };
}
function targetOf3(cell, prefix) {
  const facts = {
    type: cell(`${prefix}Type`) ?? null,
    id: cell(`${prefix}ObjectId`) ?? null,
    displayName: cell(`${prefix}DisplayName`) ?? null,
    userPrincipalName: cell(`${prefix}UserPrincipalName`) ?? null
  };
  const changes = [];
  for (let change = 1; change <= MOST_CHANGES; change += 1) {
    const displayName = cell(`${prefix}ModifiedProperty${change}Name`);
    if (displayName === void 0)
      continue;
    changes.push({
      displayName,
      oldValue: cell(`${prefix}ModifiedProperty${change}OldValue`) ?? null,
      newValue: cell(`${prefix}ModifiedProperty${change}NewValue`) ?? null
    });
  }
  if (changes.length === 0 && Object.values(facts).every((fact2) => fact2 === null))
    return void 0;
  return { ...facts, modifiedProperties: changes };
}

// dist/src/sources/entra/formats.js
var CATEGORIES = /* @__PURE__ */ new Map([
  ["auditlogs", void 0],
  ["signinlogs", "Sign-in activity"],
  ["noninteractiveusersigninlogs", "Sign-in activity"],
  ["serviceprincipalsigninlogs", "Sign-in activity"],
  ["managedidentitysigninlogs", "Sign-in activity"],
  ["adfssigninlogs", "Sign-in activity"],
  ["microsoftgraphactivitylogs", "Microsoft Graph Activity"],
  ["userriskevents", "User Risk Detection"],
  ["serviceprincipalriskevents", "Service Principal Risk Detection"],
  ["riskyusers", "Risky user"],
  ["riskyserviceprincipals", "Risky service principal"],
  ["provisioninglogs", "Provisioning activity"],
  ["networkaccesstrafficlogs", "Network access traffic"]
]);
var SIGN_IN = { operationName: "Sign-in activity" };
var RISK = { operationName: "User Risk Detection" };
var CALL = { operationName: "Microsoft Graph Activity" };
var formats2 = [
  {
    id: "directory-audit",
    title: "Graph directoryAudit objects: API, portal download as JSON, Microsoft-Extractor-Suite",
    has: ["activityDateTime", "activityDisplayName", "initiatedBy", "targetResources"]
  },
  {
    id: "directory-audit-partial",
    title: "Graph directoryAudit objects that an exporter cut down",
    has: ["activityDateTime", "activityDisplayName"]
  },
  {
    id: "sign-in",
    title: "Graph signIn objects, also of service principals and managed identities",
    has: ["createdDateTime", "status", "appId", "ipAddress"],
    reshape: (record) => [tidy({ ...record, ...SIGN_IN })]
  },
  {
    id: "risk-detection",
    title: "Graph riskDetection objects",
    has: ["riskEventType", "riskLevel", "detectedDateTime"],
    reshape: (record) => [tidy({ ...record, ...RISK })]
  },
  {
    id: "azure-monitor",
    title: "Azure Monitor diagnostic records: Event Hub, storage account, Splunk azure:monitor:aad",
    has: ["time", "category", "operationName", "properties"],
    test: (record) => CATEGORIES.has((asText(record["category"]) ?? "").toLowerCase()),
    reshape: fromDiagnostics2
  },
  {
    id: "auditlogs",
    title: "Log Analytics table AuditLogs",
    has: ["OperationName", "InitiatedBy", "TargetResources"],
    reshape: renameColumns(AUDIT_COLUMNS, { json: JSON_PATHS, stripUtcSuffix: true })
  },
  {
    id: "signinlogs",
    title: "Log Analytics tables SigninLogs and AADNonInteractiveUserSignInLogs",
    has: ["ResultType", "UserPrincipalName", "AppDisplayName", "IPAddress"],
    reshape: tableOf(SIGN_IN_COLUMNS, SIGN_IN)
  },
  {
    id: "service-principal-signinlogs",
    title: "Log Analytics tables AADServicePrincipalSignInLogs and AADManagedIdentitySignInLogs",
    has: ["ResultType", "ServicePrincipalId", "AppId"],
    reshape: tableOf(SIGN_IN_COLUMNS, SIGN_IN)
  },
  {
    id: "graph-activity",
    title: "Log Analytics table MicrosoftGraphActivityLogs",
    has: ["RequestUri", "RequestMethod", "ResponseStatusCode", "AppId"],
    reshape: tableOf(CALL_COLUMNS, CALL)
  },
  {
    id: "user-risk-events",
    title: "Log Analytics table AADUserRiskEvents",
    has: ["RiskEventType", "RiskLevel", "RiskState"],
    reshape: tableOf(RISK_COLUMNS, RISK)
  },
  {
    id: "portal-audit-csv",
    title: "Entra portal: audit log as CSV",
    has: ["Date (UTC)", "Activity", "ActorType", "Target1Type"],
    reshape: fromAuditCsv,
    lacks: ["id", "session", "token", "device", "country", "asn"],
    note: "At most 3 targets, 5 changes of each and 6 details survive: whatever a change beyond them said is lost."
  },
  {
    id: "portal-sign-in-csv",
    title: "Entra portal: sign-in log as CSV",
    has: ["Date (UTC)", "Request ID", "IP address", "Status"],
    reshape: renameColumns(SIGN_IN_CSV_COLUMNS, { finish: signInFromCsv }),
    note: "A download of more than about 250,000 rows ends before its time; risk is not in the file."
  }
];
function tableOf(columns3, facts) {
  return renameColumns(columns3, {
    json: JSON_PATHS,
    stripUtcSuffix: true,
    finish: (native) => [tidy(Object.assign(native, facts))]
  });
}
function fromDiagnostics2(record) {
  const native = emptyObject();
  const properties = asJson(record["properties"]);
  if (isObject(properties)) {
    for (const [name, value] of Object.entries(properties))
      if (name !== "__proto__")
        native[name] = value;
  }
  const usual = CATEGORIES.get((asText(record["category"]) ?? "").toLowerCase());
  if (native["activityDisplayName"] === void 0 || native["activityDisplayName"] === null) {
    native["operationName"] = usual ?? member(record, "operationName");
  }
  if (usual === CALL.operationName)
    native["id"] ??= native["requestId"];
  native["time"] = member(record, "time");
  native["callerIpAddress"] = member(record, "callerIpAddress");
  for (const name of Object.keys(native))
    if (native[name] === void 0)
      delete native[name];
  return [tidy(native)];
}
function tidy(native) {
  const place2 = asJson(native["location"]);
  if (place2 === native["location"] && typeof place2 !== "string")
    return native;
  const country = typeof place2 === "string" && /^[A-Za-z]{2}$/.test(place2) ? { countryOrRegion: place2.toUpperCase() } : null;
  return { ...native, location: isObject(place2) ? place2 : country };
}

// dist/src/sources/entra/index.js
var entra = {
  id: "entra",
  title: "Microsoft Entra ID audit, sign-in, risk and Graph activity logs",
  references: [
    "https://learn.microsoft.com/en-us/graph/api/resources/directoryaudit",
    "https://learn.microsoft.com/en-us/graph/api/resources/signin",
    "https://learn.microsoft.com/en-us/entra/identity/monitoring-health/reference-audit-activities",
    "https://learn.microsoft.com/en-us/entra/identity/monitoring-health/howto-download-logs",
    "https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables/auditlogs",
    "https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables/signinlogs",
    "https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables/microsoftgraphactivitylogs"
  ],
  formats: formats2,
  fields: fields2,
  operation: spelled,
  activities: activities2,
  outcomes: { success: ["success", "succeeded"], failure: ["failure", "failed", "timeout"] },
  finish(record, event) {
    if (event.ip === "0.0.0.0" || event.ip === "::")
      delete event.ip;
    for (const name of ["session", "token", "device", "tokenKind"]) {
      const value = event[name];
      if (value !== void 0 && (named2(value) === void 0 || value.toLowerCase() === "none"))
        delete event[name];
    }
    if (event.app !== void 0 && named2(event.app.id) === void 0)
      delete event.app;
    readActor(record, event);
    if (Object.hasOwn(record, "targetResources")) {
      setObjectTarget(event, readDirectory(record).targets[0]);
      addDetails(event, { correlation: named2(member(record, "correlationId"))?.toLowerCase() });
    }
    describeApp(event);
  },
  weakId: (id) => named2(id) === void 0 || /^anonymi[sz]ed$/i.test(id),
  // Some exporters write the hour with one digit: `2026-03-04T5:06:07.108Z`.
  parseTime(text4) {
    const match = /^(\d{4}-\d{2}-\d{2})T(\d):(\d{2}):(\d{2})(?:\.(\d{1,3})\d*)?Z?$/.exec(text4.trim());
    if (match === null)
      return void 0;
    const [, day, hour, minute, second, fraction = ""] = match;
    const time = Date.parse(`${day}T0${hour}:${minute}:${second}.${fraction.padEnd(3, "0")}Z`);
    return Number.isNaN(time) ? void 0 : time;
  },
  scopeTier: scopeTier2,
  roleTier: roleTier2,
  blindSpots: blindSpots2,
  consoleFilter(actor, start, end) {
    const who = JSON.stringify(actor.replace(/[\x00-\x1f\x7f]/g, " "));
    return `union isfuzzy=true AuditLogs, SigninLogs, AADNonInteractiveUserSignInLogs | where TimeGenerated >= datetime(${start}) and TimeGenerated < datetime(${end}) | where column_ifexists("UserPrincipalName", "") =~ ${who} or tostring(column_ifexists("InitiatedBy", dynamic(null)).user.userPrincipalName) =~ ${who}`;
  }
};

// dist/src/sources/github/details.js
var text = (record, name) => asText(member(record, name));
function first(record, names) {
  for (const name of names) {
    const found = text(record, name);
    if (found !== void 0)
      return found;
  }
  return void 0;
}
function finish2(record, event) {
  identify(record, event);
  const repository = first(record, ["repo", "repository"]);
  if (repository !== void 0)
    event.target = { type: "repository", id: repository };
  const restricted = isRestricted(record);
  if (restricted !== void 0)
    event.restricted = restricted;
  if (event.token === void 0) {
    const id = text(record, "token_id");
    if (id !== void 0 && asNumber(id) !== 0)
      event.token = id;
  }
}
function identify(record, event) {
  const names = ["external_identity_nameid", "external_identity_username", "external_id"].map((name) => text(record, name));
  const email = names.find((name) => name?.includes("@") === true)?.toLowerCase();
  if (event.actor === void 0 && email !== void 0)
    event.actor = { type: "user", id: email, email };
  if (event.actor === void 0)
    return;
  const { id } = event.actor;
  const bot = id.endsWith("[bot]") ? "app" : isMachine(record) ? "service" : void 0;
  event.actor = { ...event.actor, ...email !== void 0 && { email }, ...bot !== void 0 && { type: bot } };
  addAliases(event, [...names, numbered2(text(record, "actor_id"))]);
}
function isMachine(record) {
  return asFlag(member(record, "actor_is_bot")) === true || asFlag(member(record, "actor_is_agent")) === true;
}
function numbered2(id) {
  return id === void 0 || asNumber(id) === 0 ? void 0 : `github:${id}`;
}
function isRestricted(record) {
  const visibility = text(record, "visibility")?.toLowerCase();
  if (visibility === "private" || visibility === "internal")
    return true;
  if (visibility === "public")
    return false;
  const open = asFlag(member(record, "repository_public")) ?? asFlag(member(record, "public_repo"));
  return open === void 0 ? void 0 : !open;
}
function onUser(record, event) {
  const user = first(record, ["user", "blocked_user", "target_login", "invitee", "email", "old_user"]);
  const target2 = userTarget(user, void 0, [text(record, "email"), numbered2(text(record, "user_id"))]);
  const repository = target2 !== void 0 && event.target?.type === "repository" ? event.target.id : void 0;
  addDetails(event, { repository, team: text(record, "team"), organization: first(record, ["org", "business"]) });
  if (target2 !== void 0)
    event.target = target2;
}
function onSuspendedApp(record, event) {
  onApp2(record, event);
  if (event.app !== void 0)
    event.target = { type: "app", ...event.app };
}
function onRole2(where) {
  return (record, event) => {
    onUser(record, event);
    const level = text(record, "permission") ?? text(record, "new_repo_permission");
    const before = text(record, "old_permission") ?? text(record, "old_repo_permission");
    addDetails(event, {
      role: level === void 0 ? void 0 : `${where}:${level.toLowerCase()}`,
      oldRole: before === void 0 ? void 0 : `${where}:${before.toLowerCase()}`
    });
  };
}
function onCustomRole(record, event) {
  onUser(record, event);
  const role = first(record, ["organization_role_name", "enterprise_role_name", "role_name", "name"]);
  addDetails(event, { role, permissions: list(record, "role_permissions"), team: text(record, "team") });
}
function withRole(role) {
  return (record, event) => {
    onUser(record, event);
    addDetails(event, { role });
  };
}
function onApp2(record, event) {
  const name = first(record, [
    "integration",
    "oauth_application_name",
    "oauth_application",
    "name",
    "user_programmatic_access_name"
  ]);
  const id = first(record, ["application_client_id", "oauth_application_id", "integration_id", "user_programmatic_access_id"]) ?? name;
  if (id !== void 0)
    event.app = { id: id.toLowerCase(), ...name !== void 0 && { name } };
  const selection = text(record, "repository_selection");
  const added = asJson(member(record, "repositories_added"));
  addDetails(event, { repositorySelection: selection, ...Array.isArray(added) && { repositories: added.length } });
  const permissions = permissionsOf(record);
  if (permissions.length > 0)
    event.scopes = permissions;
}
function onToken(record, event) {
  onApp2(record, event);
  const name = text(record, "user_programmatic_access_name") ?? text(record, "name");
  const id = first(record, ["user_programmatic_access_id", "token_id", "oauth_access_id"]) ?? name;
  if (id !== void 0)
    event.target = { type: "token", id, ...name !== void 0 && { name } };
}
function permissionsOf(record) {
  const found = /* @__PURE__ */ new Set();
  for (const key of ["permissions", "permissions_added", "permissions_upgraded"]) {
    const value = asJson(member(record, key));
    if (isObject(value)) {
      for (const [name, level] of Object.entries(value))
        if (typeof level === "string")
          found.add(`${name}:${level}`);
    } else if (Array.isArray(value)) {
      for (const name of value)
        if (typeof name === "string")
          found.add(name);
    }
  }
  return [...found].sort();
}
function onCredential(record, event) {
  const name = first(record, ["title", "key", "fingerprint", "name", "runner_name", "hook_id"]);
  const url = text(record, "config.url") ?? asText(member(member(record, "config"), "url"));
  addDetails(event, { credential: name, readOnly: asFlag(member(record, "read_only")), url });
}
function onVisibility(record, event) {
  addDetails(event, { visibility: text(record, "visibility"), oldVisibility: text(record, "previous_visibility") });
}
function onExport(record, event) {
  addDetails(event, { query: text(record, "query_phrase") });
}
function onGit(record, event) {
  const number = text(record, "transport_protocol");
  const named4 = first(record, ["transport_protocol_name", "protocol_name"]);
  addDetails(event, { transport: named4 ?? (number === "1" ? "http" : number === "2" ? "ssh" : void 0) });
}
var API_REPOSITORY = /^\/?(?:api\/v3\/)?repos\/([^/\s]{1,100})\/([^/\s]{1,100})(?:\/|$)/;
function onApiCall2(record, event) {
  const status2 = asNumber(member(record, "status_code"));
  if (status2 !== void 0)
    event.ok = status2 < 400;
  const path = API_REPOSITORY.exec(text(record, "url_path") ?? "");
  if (event.target === void 0 && path !== null)
    event.target = { type: "repository", id: `${path[1]}/${path[2]}` };
  addDetails(event, {
    method: first(record, ["request_method", "method"]),
    route: first(record, ["route", "url_path"]),
    status: status2,
    rateLimitRemaining: asNumber(member(record, "rate_limit_remaining"))
  });
}
var CONTENT_ROUTE = /\/(?:tarball|zipball|contents|git\/blobs|migrations\/[^/]+(?:\/[^/]+)?\/archive)(?:\/|$)/;
var readsContent2 = when("a GET of an archive, a file or a blob", (record) => {
  const method = (text(record, "request_method") ?? text(record, "method") ?? "GET").toUpperCase();
  const route = first(record, ["route", "url_path"]) ?? "";
  return method === "GET" && CONTENT_ROUTE.test(route.slice(0, 1e3));
});
var demotes = when("the new permission is not admin", (record) => {
  const level = text(record, "permission")?.toLowerCase();
  return level !== void 0 && level !== "admin" && level !== "owner";
});
var joinsAsAdmin = when("the permission is admin", (record) => text(record, "permission")?.toLowerCase() === "admin");
var madePublic = when("the new repository is public", (record) => isRestricted(record) === false);
var scimCreates = when("the method is POST", (record) => first(record, ["request_method", "method"])?.toUpperCase() === "POST");
function list(record, name) {
  const value = asJson(member(record, name));
  if (!Array.isArray(value))
    return asText(value);
  const texts = value.map(asText).filter((item) => item !== void 0);
  return texts.length === 0 ? void 0 : texts.join(" ");
}

// dist/src/sources/github/activities-accounts.js
var accounts = joinTables(
  each({ activity: "account.create", read: onUser }, ["external_identity.provision", "user.create"]),
  each({ activity: "account.create", details: { stage: "invited" }, read: onUser }, [
    "org.invite_member",
    "business.invite_unaffiliated_member",
    "repository_invitation.create"
  ]),
  {
    // Every SCIM call ends in one of these two, whatever it did: only a POST makes an account, and a failed call is no sign-in.
    "external_identity.scim_api_success": [
      { activity: "account.create", when: scimCreates, details: { scim: true }, read: onUser },
      { activity: "api.call", details: { scim: true }, read: onApiCall2 }
    ],
    "external_identity.scim_api_failure": {
      activity: "api.call",
      details: { scim: true },
      read(record, event) {
        onApiCall2(record, event);
        event.ok = false;
      }
    },
    "integration_installation.suspend": {
      activity: "account.disable",
      details: { partial: true, object: "app" },
      read: onSuspendedApp
    },
    // An organisation that leaves the enterprise is no account.
    "business.remove_organization": "admin.change"
  },
  each({ activity: "account.disable", read: onUser }, [
    "external_identity.deprovision",
    "org.remove_member",
    "org.remove_outside_collaborator",
    "business.remove_member",
    "org.block_user",
    "user.suspend"
  ]),
  // The person keeps the account and the membership: a lesser removal, not to be counted with the others.
  each({ activity: "account.disable", details: { partial: true }, read: onUser }, [
    "repo.remove_member",
    "team.remove_member",
    "external_group.remove_member"
  ]),
  each({ activity: "account.lockout", read: onUser }, [
    "org.revoke_sso_session",
    "business.revoke_sso_session",
    "org.revoke_external_identity",
    "business.revoke_external_identity"
  ]),
  each({ activity: "account.enable", read: onUser }, [
    "user.unsuspend",
    "org.restore_member",
    "org.unblock_user",
    "user.recreate"
  ]),
  // One deletion gives up to three events for one person: count people, not events.
  each({ activity: "account.delete", read: onUser }, ["user.destroy", "user.delete"]),
  each({ activity: "account.delete", details: { stage: "queued" }, read: onUser }, ["user.async_delete"]),
  each({ activity: "account.delete", details: { partial: true, object: "group" } }, ["external_group.delete", "team.destroy"]),
  each({ activity: "login", read: succeeded }, ["user.login"]),
  each({ activity: "login", details: { sso: true }, read: succeeded }, ["org.sso_response", "business.sso_response"]),
  // The second step of a sign-in that `user.login` counts already.
  each({ activity: "login", details: { companion: true, step: "second-factor" }, read: succeeded }, [
    "user.two_factor_challenge_success"
  ]),
  // Listed beside the sign-ins, but the end of a session is none.
  each("other", ["user.logout"]),
  each({ activity: "login.failed", read: failed }, [
    "user.failed_login",
    "user.two_factor_challenge_failure",
    "org.recovery_code_failed",
    "business.recovery_code_failed",
    "user.device_verification_failure",
    "business.proxy_security_header_unsatisfied"
  ]),
  // Passkeys and security keys are listed as credentials and as factors: they are a person's own sign-in, so they count as factors.
  each({ activity: "mfa.change", read: onUser }, [
    "two_factor_authentication.enabled",
    "two_factor_authentication.disabled",
    "two_factor_authentication.add_factor",
    "two_factor_authentication.remove_factor",
    "two_factor_authentication.recovery_codes_regenerated",
    "two_factor_authentication.update_fallback",
    "user.two_factor_recovery_codes_downloaded",
    "user.two_factor_recovery_codes_viewed",
    "user.two_factor_recover",
    "passkey.register",
    "passkey.remove",
    "security_key.register",
    "security_key.remove"
  ]),
  each({ activity: "mfa.change", details: { policy: true } }, [
    "org.add_disallowed_two_factor_method",
    "org.clear_disallowed_two_factor_methods"
  ]),
  // `user.new_device_used` is listed as sign-in and as anomaly: the sign-in itself is logged beside it.
  each("session.anomaly", [
    "user.sign_in_from_unrecognized_device",
    "user.sign_in_from_unrecognized_location",
    "user.sign_in_from_unrecognized_device_and_location",
    "user.correct_password_from_unrecognized_device",
    "user.correct_password_from_unrecognized_location",
    "user.correct_password_from_unrecognized_device_and_location",
    "user_session.country_change",
    "user.new_device_used",
    "user.device_verification_requested"
  ]),
  each({ activity: "admin.change", read: onCredential }, ["hook.config_changed", "hook.events_changed"]),
  each("admin.change", [
    "org.update_default_repository_permission",
    "org.update_member_repository_creation_permission",
    "org.disable_two_factor_requirement",
    "business.disable_two_factor_requirement",
    "org.disable_saml",
    "business.disable_saml",
    "business.disable_oidc",
    "org.update_saml_provider_settings",
    "business.update_saml_provider_settings",
    "ip_allow_list.disable",
    "ip_allow_list_entry.create",
    "ip_allow_list_entry.destroy",
    "sso_lockdown.disable",
    "audit_log_streaming.create",
    "audit_log_streaming.update",
    "audit_log_streaming.destroy",
    "org.disable_source_ip_disclosure",
    "business.disable_source_ip_disclosure",
    "protected_branch.destroy",
    "protected_branch.policy_override",
    "protected_branch.update_admin_enforced",
    "repository_ruleset.destroy",
    "repository_ruleset.update",
    "private_repository_forking.enable",
    "repo.actions_enabled",
    "repo.update_actions_settings",
    "org.update_actions_settings",
    "repository_secret_scanning_push_protection.disable",
    "org.secret_scanning_push_protection_disable",
    "secret_scanning_push_protection.bypass",
    "personal_access_token.access_restriction_disabled",
    "personal_access_token.expiration_limit_unset",
    "org.recovery_codes_downloaded",
    "org.recovery_code_used",
    "business.recovery_codes_downloaded",
    "business.recovery_code_used",
    "business.proxy_security_header_disabled",
    "business.enable_open_scim",
    "repo.destroy",
    "repo.archived",
    "repo.transfer",
    "repo.transfer_outgoing",
    "org.transfer_outgoing",
    "org.delete",
    "dependabot_alerts.disable",
    "repo.staff_unlock"
  ])
);
function succeeded(_record, event) {
  event.ok = true;
}
function failed(_record, event) {
  event.ok = false;
}

// dist/src/sources/github/activities.js
var apps = joinTables(
  each({ activity: "app.install", read: onApp2 }, [
    "integration_installation.create",
    "integration_installation.unsuspend",
    "integration.create",
    "integration.transfer",
    "integration.unsuspend",
    "oauth_application.create",
    "oauth_application.transfer",
    "oauth_application.unsuspend",
    "org.oauth_app_access_approved",
    "enterprise_installation.create",
    "mcp_registry.allowlist_add_server"
  ]),
  // A member asks for an app; nothing is installed until an owner agrees.
  each({ activity: "app.install", details: { stage: "requested" }, read: onApp2 }, [
    "integration_installation_request.create",
    "org.oauth_app_access_requested"
  ]),
  each({ activity: "app.install", details: { stage: "request-closed" }, read: onApp2 }, [
    "integration_installation_request.close"
  ]),
  each({ activity: "app.grant", read: onApp2 }, [
    "integration_installation.version_updated",
    "integration_installation.repositories_added",
    "oauth_authorization.create",
    "oauth_authorization.update",
    "oauth_access.update",
    "personal_access_token.access_granted",
    "personal_access_token.update",
    "org_credential_authorization.grant",
    "codespaces.allow_permissions",
    "org.codespaces_trusted_repo_access_granted"
  ]),
  each({ activity: "app.grant", details: { stage: "requested" }, read: onApp2 }, ["personal_access_token.request_created"]),
  // Settings that let every app or token through: a grant without a single app.
  each({ activity: "app.grant", details: { policy: true }, read: onApp2 }, [
    "org.disable_oauth_app_restrictions",
    "auto_approve_personal_access_token_requests.enable",
    "org.set_default_workflow_permissions",
    "repo.set_default_workflow_permissions"
  ]),
  // `oauth_access.create` is listed as grant and as token: `oauth_authorization.create` beside it is the grant, so this one is the token.
  each({ activity: "token.create", read: onToken }, [
    "personal_access_token.create",
    "personal_access_token.credential_regenerated",
    "oauth_access.create",
    "oauth_access.regenerate",
    "sandbox.generate_token"
  ]),
  each({ activity: "credential.add", read: onCredential }, [
    "public_key.create",
    "public_key.update",
    "git_signing_ssh_public_key.create",
    "gpg_key.create",
    "ssh_certificate_authority.create",
    "org.create_actions_secret",
    "repo.create_actions_secret",
    "environment.create_actions_secret",
    "org.create_integration_secret",
    "repo.create_integration_secret",
    "user.create_integration_secret",
    "org.register_self_hosted_runner",
    "repo.register_self_hosted_runner",
    "enterprise.register_self_hosted_runner",
    "org.configure_self_hosted_jit_runner",
    "hook.create",
    "trusted_device.register"
  ]),
  each({ activity: "credential.add", read: onApp2 }, [
    "integration.generate_client_secret",
    "oauth_application.generate_client_secret",
    "oauth_application.reset_secret"
  ])
);
var roles = joinTables({
  // Old exports do not carry the new permission: then the change is taken for a promotion, without a role.
  "org.update_member": [
    { activity: "admin.change", when: demotes, details: { demotion: true }, read: onRole2("organization") },
    { activity: "role.grant", read: onRole2("organization") }
  ],
  "org.add_member": [
    { activity: "role.grant", when: joinsAsAdmin, details: { joined: true }, read: onRole2("organization") },
    { activity: "account.create", read: onUser }
  ],
  "business.add_admin": { activity: "role.grant", read: withRole("enterprise:owner") },
  "business.invite_admin": { activity: "role.grant", details: { stage: "invited" }, read: withRole("enterprise:owner") },
  "org.add_security_manager": { activity: "role.grant", read: withRole("organization:security-manager") },
  "org.integration_manager_added": { activity: "role.grant", read: withRole("organization:app-manager") },
  "integration.manager_added": { activity: "role.grant", read: withRole("organization:app-manager") },
  "team.promote_maintainer": { activity: "role.grant", read: withRole("team:maintainer") },
  "team.add_member": { activity: "role.grant", read: withRole("team:member") },
  "org.add_outside_collaborator": { activity: "role.grant", read: withRole("organization:outside-collaborator") },
  "user.promote": { activity: "role.grant", read: withRole("site:admin") }
}, each({ activity: "role.grant", read: onCustomRole }, [
  "organization_role.assign",
  "organization_role.create",
  "organization_role.update",
  "enterprise_role.assign",
  "enterprise_role.create",
  "role.create",
  "role.update"
]), each({ activity: "role.grant", read: onRole2("repository") }, [
  "repo.add_member",
  "repo.update_member",
  "team.add_repository",
  "team.update_repository_permission"
]));
var repositories = joinTables({
  "git.clone": { activity: "repo.clone", read: onGit },
  "git.fetch": { activity: "repo.fetch", read: onGit },
  "git.push": { activity: "repo.push", read: onGit },
  "codespaces.create": { activity: "repo.clone", details: { into: "codespace" } },
  // Listed as clone and as bulk read: the archive holds whole repositories, so it counts where repositories are counted.
  "migration.create": { activity: "repo.clone", details: { into: "migration-archive" } },
  // A fork is logged as the creation of a repository; only a public one shows something to the world.
  "repo.create": { activity: "repo.visibility", when: madePublic, details: { created: true }, read: onVisibility },
  "gist.create": "file.create",
  "api.request": [
    { activity: "repo.download", when: readsContent2, details: { through: "api" }, read: onApiCall2 },
    { activity: "api.call", read: onApiCall2 }
  ],
  "repo.access": { activity: "repo.visibility", read: onVisibility },
  "repo.pages_public": { activity: "repo.visibility", details: { object: "pages", visibility: "public" } },
  "project.visibility_public": { activity: "repo.visibility", details: { object: "project", visibility: "public" } },
  "gist.visibility_change": { activity: "repo.visibility", details: { object: "gist" }, read: onVisibility }
}, each({ activity: "repo.visibility", details: { policy: true }, read: onVisibility }, [
  "repository_visibility_change.enable",
  "repository_visibility_change.disable",
  "repository_visibility_change.clear"
]), each("repo.download", ["repo.download_zip", "migration.download", "codespaces.export_environment"]), each("file.upload", ["packages.package_published", "packages.package_version_published"]), each({ activity: "file.export", read: onExport }, [
  "org.audit_log_export",
  "org.audit_log_git_event_export",
  "business.audit_log_export",
  "business.audit_log_git_event_export",
  "user.audit_log_export",
  ...["org", "business"].flatMap((level) => [
    `${level}.security_center_export_risk`,
    `${level}.security_center_export_coverage`,
    `${level}.security_center_export_overview_dashboard`,
    `${level}.security_center_export_code_scanning_metrics`,
    `${level}.connect_usage_metrics_export`
  ])
]));
var activities3 = joinTables(apps, roles, repositories, accounts);

// dist/src/sources/github/blind-spots.js
var blindSpots3 = [
  {
    activities: [],
    kind: "retention",
    text: "GitHub keeps audit events for 180 days; the web console shows about three months unless `created:` is given."
  },
  {
    activities: ["repo.clone", "repo.fetch", "repo.push"],
    kind: "retention",
    text: "Git events are kept for 7 days: clones and fetches before that are gone unless they were streamed."
  },
  {
    activities: ["repo.clone", "repo.fetch", "repo.push"],
    kind: "licence",
    text: "Git events, the audit log API and streaming need GitHub Enterprise Cloud, and `include=git` or `include=all` at the API."
  },
  {
    activities: ["repo.clone", "repo.fetch"],
    kind: "not-logged",
    text: "A clone may be shallow or full, and no event carries a number of bytes; some git events of deploy keys have no actor."
  },
  {
    activities: ["repo.push"],
    kind: "not-logged",
    text: "Commits and merges made in the browser or through the API are not git events."
  },
  {
    activities: ["file.read", "repo.download"],
    kind: "not-logged",
    text: "Viewing, searching and copying code in the browser leaves no event; only the ZIP download does."
  },
  {
    activities: ["api.call", "repo.download", "bulk.query"],
    kind: "setting",
    text: "API requests are logged only in the enterprise stream, only when that is switched on, and only for selected endpoints."
  },
  {
    activities: [],
    kind: "setting",
    text: "IP addresses are hidden until an owner switches their disclosure on, and are never shown for public repositories and bots."
  },
  {
    activities: ["app.install", "app.grant"],
    kind: "not-logged",
    text: "The permissions of an installed app are not a documented part of the log: the scopes of most installations are unknown."
  },
  {
    activities: ["token.create", "session.anomaly"],
    kind: "not-logged",
    text: "Tokens that a person creates and sign-ins with a personal account stand only in that person\u2019s own security log."
  },
  {
    activities: ["login", "login.failed"],
    kind: "licence",
    text: "Sign-ins reach an enterprise log only with managed users; SAML responses are not in the web console."
  },
  {
    activities: ["mail.read", "mail.search", "mail.rule", "file.download", "file.copy", "file.share", "bulk.query"],
    kind: "not-logged",
    text: "GitHub has no mailbox and no file store: these are not logged."
  }
];

// dist/src/sources/github/fields.js
var fields3 = {
  time: ["@timestamp", "created_at"],
  id: "_document_id",
  operation: "action",
  actorId: "actor",
  appId: ["application_client_id", "oauth_application_id", "integration_id"],
  appName: ["oauth_application_name", "integration", "oauth_application"],
  scopes: "token_scopes",
  ip: ["actor_ip", "actor_location.ip"],
  country: ["actor_location.country_code", "actor_location.country_name"],
  city: "actor_location.city",
  userAgent: "user_agent",
  session: "actor_session",
  token: "hashed_token",
  tokenKind: "programmatic_access_type"
};

// dist/src/sources/github/formats.js
var ACTION = /^[a-z][a-z0-9_]{0,79}(?:\.[a-z0-9_]{1,99}){1,4}$/;
var COMPANIONS = ["actor", "actor_id", "org", "org_id", "business", "repo", "repository", "_document_id", "user", "data"];
function isAction(value) {
  return typeof value === "string" && ACTION.test(value);
}
function isNative(record) {
  return isAction(record["action"]) && !isRow(record) && COMPANIONS.some((name) => Object.hasOwn(record, name));
}
function isRow(record) {
  if (typeof record["created_at"] === "number" || typeof record["@timestamp"] === "number")
    return false;
  let dotted = false;
  for (const [name, value] of Object.entries(record)) {
    if (typeof value !== "string" && value !== null)
      return false;
    dotted ||= name.includes(".");
  }
  return dotted || typeof record["created_at"] === "string" || typeof record["@timestamp"] === "string";
}
function lift(record) {
  const { data } = record;
  if (!isObject(data))
    return record;
  const lifted = emptyObject();
  for (const [name, value] of [...Object.entries(data), ...Object.entries(record)]) {
    if (name !== "data" && name !== "__proto__")
      lifted[name] = value;
  }
  return lifted;
}
function fromRow(record) {
  const native = emptyObject();
  for (const [column, cell] of Object.entries(record)) {
    if (cell === void 0 || cell === null || cell === "")
      continue;
    const name = column.replace(/^\ufeff/, "").trim();
    setPath(native, name.startsWith("config") ? `"${name}"` : name, asJson(cell) ?? null);
  }
  return [lift(native)];
}
var commonNames = renameColumns({
  "@timestamp": "@timestamp",
  "event.action": "action",
  "event.id": "_document_id",
  "source.ip": "actor_ip",
  "client.ip": "actor_ip",
  "user_agent.original": "user_agent",
  "user.name": "actor",
  "user.id": "actor_id",
  "user.target.name": "user",
  "group.name": "org",
  "http.request.method": "request_method",
  "http.response.status_code": "status_code",
  "url.path": "url_path"
}, { nested: true });
function fromElastic2(record) {
  const nested = member(record, "github");
  const found = isObject(nested) ? Object.entries(nested) : [];
  for (const [name, value] of Object.entries(record))
    if (name.startsWith("github."))
      found.push([name.slice(7), value]);
  return commonNames(record).map((common) => {
    const native = emptyObject();
    Object.assign(native, common);
    for (const [name, value] of found) {
      if (value === void 0 || value === null || value === "" || name === "category")
        continue;
      setPath(native, name, value);
    }
    return lift(native);
  });
}
var SENTINEL = [
  "action actor actor_id actor_ip actor_is_bot actor_session business business_id created_at external_identity_nameid",
  "external_identity_username hashed_token integration name oauth_application oauth_application_name oauth_application_id",
  "old_permission operation_type org org_id permission previous_visibility programmatic_access_type public_repo query_phrase repo",
  "repo_id repositories_added repositories_added_names repository repository_id repository_public repository_selection",
  "rate_limit_remaining request_category request_id request_method route status_code url_path team title token_id token_scopes transport_protocol",
  "transport_protocol_name user user_id user_agent user_programmatic_access_id user_programmatic_access_name visibility",
  "organization_role_name role_name blocked_user invitee email read_only hook_id key fingerprint old_user application_client_id"
].flatMap((line) => line.split(" "));
var fromSentinel = renameColumns({
  ...Object.fromEntries(SENTINEL.map((name) => [name, name])),
  _timestamp: "@timestamp",
  _document_id: "_document_id",
  actor_location_country_code: "actor_location.country_code"
}, { stripTypeSuffix: true, stripUtcSuffix: true });
var formats3 = [
  {
    id: "api",
    title: "Audit log API, streaming (S3, Blob Storage, Event Hubs, Splunk HEC \u2026), current JSON export",
    has: ["action", "@timestamp"],
    test: (record) => isNative(record) && typeof record["@timestamp"] !== "string",
    note: "Streaming delivers at least once: records that come twice are dropped by their `_document_id`."
  },
  {
    id: "api-text",
    title: "API records of which a collector made texts (what Wazuh keeps below `data.github`)",
    has: ["action", "@timestamp"],
    test: (record) => isNative(record) && typeof record["@timestamp"] === "string",
    reshape: (record) => [lift(record)]
  },
  {
    id: "git-export",
    title: "Git events export of the web console",
    has: ["action", "@timestamp", "repo"],
    test: (record) => isNative(record) && asText(record["action"])?.startsWith("git.") === true && !Object.hasOwn(record, "_document_id"),
    lacks: ["id", "ip", "country", "userAgent", "token", "tokenKind", "scopes"],
    note: "Holds only git over SSH and HTTPS of the last 7 days; what was done in the browser or through the API is not in it."
  },
  {
    id: "legacy-json",
    title: "JSON export of 2020 and 2021: no `@timestamp`, further facts below `data`",
    has: ["action", "created_at"],
    test: (record) => isNative(record) && !Object.hasOwn(record, "@timestamp") && !Object.hasOwn(record, "at_sign_timestamp"),
    reshape: (record) => [lift(record)],
    lacks: ["id", "ip", "token", "tokenKind", "userAgent"]
  },
  {
    id: "enterprise-server",
    title: "GitHub Enterprise Server log forwarding (syslog `github_audit`)",
    has: ["action", "created_at", "data"],
    test: (record) => isNative(record) && ["server_id", "actor_session", "dbconn"].some((name) => member(record["data"], name) !== void 0),
    reshape: (record) => [lift(record)],
    lacks: ["token", "tokenKind"]
  },
  {
    id: "csv",
    title: "CSV export of the web console",
    has: ["action", "created_at"],
    test: (record) => isAction(record["action"]) && isRow(record),
    reshape: fromRow,
    note: "An export is cut off at 100 MB or after 10 minutes: compare its first and last time with the range asked for."
  },
  {
    id: "csv-timestamp",
    title: "CSV made from API records, without `created_at`",
    has: ["action", "@timestamp"],
    test: (record) => isAction(record["action"]) && isRow(record),
    reshape: fromRow
  },
  {
    id: "elastic",
    title: "Elastic integration `github.audit`, without the original line",
    has: ["@timestamp", "event", "github"],
    test: (record) => isAction(member(record["event"], "action")) || isAction(member(record["github"], "action")),
    reshape: fromElastic2
  },
  {
    id: "elastic-flat",
    title: "Rows of Elastic or Kibana with dotted column names",
    has: ["@timestamp", '"event.action"'],
    test: (record) => isAction(record["event.action"]) && Object.keys(record).some((name) => name.startsWith("github.")),
    reshape: fromElastic2
  },
  {
    id: "sentinel",
    title: "Microsoft Sentinel table GitHubAuditLogPolling_CL",
    has: ["action_s"],
    test: (record) => isAction(record["action_s"]) && ["_timestamp_d", "created_at_d", "_document_id_s"].some((name) => Object.hasOwn(record, name)),
    reshape: fromSentinel,
    note: "Large ids are stored as floating point and may have lost digits."
  },
  {
    id: "panther",
    title: "Panther table GitHub.Audit",
    has: ["action", "at_sign_timestamp"],
    test: (record) => isAction(record["action"]),
    reshape: (record) => [lift({ ...record, "@timestamp": record["at_sign_timestamp"] })]
  },
  {
    id: "wazuh",
    title: "Wazuh alert with `data.github`",
    has: ["data.github.action"],
    test: (record) => isAction(member(member(record["data"], "github"), "action")),
    reshape: (record) => {
      const native = member(record["data"], "github");
      return isObject(native) ? [lift(native)] : [];
    },
    note: "Wazuh writes every value as text."
  }
];

// dist/src/sources/github/scopes.js
var TIERS2 = {
  1: [
    "admin:org admin:enterprise site_admin delete_repo admin:org_hook admin:public_key workflow repo manage_runners:org",
    "manage_runners:enterprise scim:enterprise administration:write organization_administration:write members:write",
    "organization_custom_org_roles:write organization_custom_roles:write workflows:write organization_hooks:write",
    "organization_self_hosted_runners:write organization_personal_access_tokens:write",
    "organization_personal_access_token_requests:write organization_secrets:write secrets:write",
    "organization_custom_properties:admin"
  ],
  2: [
    "admin:repo_hook write:repo_hook write:org write:packages delete:packages codespace admin:gpg_key write:public_key",
    "admin:ssh_signing_key security_events read:audit_log manage_billing:enterprise project contents:read contents:write",
    "actions:write environments:write repository_hooks:write dependabot_secrets:write deployments:write packages:write",
    "organization_packages:write codespaces:write git_ssh_keys:write gpg_keys:write security_events:write",
    "secret_scanning_alerts:read secret_scanning_alerts:write vulnerability_alerts:read vulnerability_alerts:write pages:write",
    "organization_user_blocking:write organization_events:read repository_projects:admin organization_projects:admin"
  ],
  3: [
    "public_repo repo:status repo_deployment repo:invite read:org read:enterprise read:packages gist user write:discussion",
    "copilot pull_requests:write issues:write checks:write statuses:write members:read administration:read",
    "single_file:write email_addresses:read organization_copilot_seat_management:write",
    "organization_announcement_banners:write team_discussions:write"
  ],
  0: [
    "read:user user:email user:follow notifications read:project read:public_key read:gpg_key metadata:read starring:read",
    "starring:write followers:read followers:write profile:read profile:write"
  ]
};
var TIER_OF = new Map([1, 2, 3, 0].flatMap((tier) => TIERS2[tier].flatMap((line) => line.split(" ").map((scope) => [scope, tier]))));
function scopeTier3(scope) {
  const name = scope.trim().toLowerCase();
  return TIER_OF.get(name) ?? (name.endsWith(":read") ? 0 : void 0);
}
var ROLES3 = {
  "organization:admin": 1,
  "organization:owner": 1,
  "enterprise:owner": 1,
  "site:admin": 1,
  "organization:security-manager": 2,
  "organization:app-manager": 2,
  "repository:admin": 2,
  "repository:maintain": 2,
  "repository:write": 3,
  "repository:push": 3,
  "team:maintainer": 3,
  "team:member": 0,
  "organization:outside-collaborator": 0,
  "organization:member": 0,
  "organization:read": 0,
  "repository:triage": 0,
  "repository:read": 0,
  "repository:pull": 0
};
function roleTier3(role) {
  const name = role.toLowerCase();
  return Object.hasOwn(ROLES3, name) ? ROLES3[name] : void 0;
}

// dist/src/sources/github/index.js
var github = {
  id: "github",
  title: "GitHub",
  references: [
    "https://docs.github.com/en/organizations/keeping-your-organization-secure/managing-security-settings-for-your-organization/audit-log-events-for-your-organization (actions)",
    "https://docs.github.com/en/enterprise-cloud@latest/admin/monitoring-activity-in-your-enterprise/reviewing-audit-logs-for-your-enterprise (exports, streaming, retention, IP disclosure)",
    "https://docs.github.com/en/apps/oauth-apps/building-oauth-apps/scopes-for-oauth-apps (scopes)"
  ],
  formats: formats3,
  fields: fields3,
  activities: activities3,
  finish: finish2,
  // Real ids have 22 to 24 characters; shorter ones are test data or cut off, and repeat.
  weakId: (id) => id.length < 20 || /^(.)\1*$/.test(id),
  scopeTier: (scope) => scopeTier3(scope),
  roleTier: roleTier3,
  blindSpots: blindSpots3,
  consoleFilter: (actor, start, end) => `actor:${actor} created:${start.slice(0, 10)}..${end.slice(0, 10)}`
};

// dist/src/sources/gitlab/details.js
var text2 = (record, name) => asText(member(record, name));
var detail = (record, name) => asText(member(record["details"], name));
function numbered3(id) {
  const number = asNumber(id);
  return number === void 0 || number <= 0 ? void 0 : `gitlab:${number}`;
}
function loginLike(name) {
  return name !== void 0 && /^\S{1,200}$/.test(name) ? name : void 0;
}
function finish3(record, event) {
  setActor(record, event);
  setTarget(record, event);
  const change = detail(record, "change");
  addDetails(event, {
    change,
    from: detail(record, "from"),
    to: change === void 0 ? void 0 : detail(record, "to"),
    message: detail(record, "custom_message")?.slice(0, 200)
  });
}
function setActor(record, event) {
  const id = asNumber(record["author_id"]);
  const name = text2(record, "author_name");
  const email = text2(record, "author_email")?.toLowerCase();
  if (id === -1 || id === void 0 && name === void 0 && email === void 0)
    return;
  const alias = numbered3(text2(record, "author_id"));
  const actor = (email ?? loginLike(name) ?? alias ?? name)?.toLowerCase();
  if (actor === void 0)
    return;
  event.actor = {
    type: id !== void 0 && id < 0 ? "service" : "user",
    id: actor,
    ...name !== void 0 && { name },
    ...actor.includes("@") && { email: actor },
    ...alias !== void 0 && alias !== actor && { aliases: [alias] }
  };
}
function setTarget(record, event) {
  const type = text2(record, "target_type") ?? text2(record, "entity_type");
  const name = text2(record, "target_details");
  const path = text2(record, "entity_path");
  const id = text2(record, "target_id") ?? text2(record, "entity_id");
  if (type === void 0)
    return;
  const target2 = type === "User" ? userOf(name, id) : type === "Project" ? repositoryOf(record) : named3(type, type === "Group" ? path ?? id : id, name);
  if (target2 !== void 0)
    event.target = target2;
}
function named3(type, id, name) {
  const known2 = id ?? name;
  return known2 === void 0 ? void 0 : { type: type.toLowerCase(), id: known2, ...name !== void 0 && { name } };
}
function userOf(name, id) {
  const alias = numbered3(id);
  return userTarget(loginLike(name) ?? alias ?? name, name, [alias]);
}
function repositoryOf(record) {
  const path = text2(record, "entity_path") ?? text2(record, "target_details");
  const number = asNumber(record["entity_id"]) ?? asNumber(record["target_id"]);
  const id = path ?? (number === void 0 ? void 0 : `gitlab:${number}`);
  if (id === void 0)
    return void 0;
  return { type: "repository", id, ...number !== void 0 && path !== void 0 && { aliases: [`gitlab:project/${number}`] } };
}
function onRepository(record, event) {
  const entity = text2(record, "entity_type");
  if (entity !== void 0 && entity !== "Project")
    return;
  const target2 = repositoryOf(record);
  if (target2 !== void 0)
    event.target = target2;
}
function onGit2(record, event) {
  onRepository(record, event);
  const message = member(record["details"], "custom_message");
  addDetails(event, { transport: asText(member(message, "protocol")), verb: asText(member(message, "verb")) });
}
function onFile(record, event) {
  onRepository(record, event);
  addDetails(event, { path: detail(record, "file_path"), ref: detail(record, "ref") });
}
function onVisibility2(record, event) {
  onRepository(record, event);
  const to = detail(record, "to")?.toLowerCase();
  if (to === "public")
    event.restricted = false;
  else if (to === "private" || to === "internal")
    event.restricted = true;
  addDetails(event, { visibility: to, oldVisibility: detail(record, "from")?.toLowerCase() });
}
function onDownload(restricted) {
  return (record, event) => {
    onRepository(record, event);
    if (restricted !== void 0)
      event.restricted = restricted;
  };
}
function onMember(record, event) {
  const level = detail(record, "as") ?? detail(record, "to");
  const where = text2(record, "entity_type")?.toLowerCase() ?? "group";
  const id = detail(record, "user_id") ?? (text2(record, "target_type") === "User" ? text2(record, "target_id") : void 0);
  const target2 = userOf(text2(record, "target_details"), id);
  if (target2 !== void 0)
    event.target = target2;
  addDetails(event, {
    role: level === void 0 ? void 0 : `${where}:${level.toLowerCase()}`,
    place: text2(record, "entity_path")
  });
}
function withRole2(role) {
  return (_record, event) => {
    addDetails(event, { role });
  };
}
function onApp3(record, event) {
  const name = text2(record, "target_details") ?? detail(record, "application_name");
  const id = text2(record, "target_id") ?? name;
  if (id !== void 0)
    event.app = { id: id.toLowerCase(), ...name !== void 0 && { name } };
  const scopes = asTexts(member(record["details"], "scopes"));
  if (scopes !== void 0)
    event.scopes = scopes;
}
function onToken2(record, event) {
  const scopes = asTexts(member(record["details"], "scopes"));
  if (scopes !== void 0)
    event.scopes = scopes;
  const id = text2(record, "target_id");
  const name = text2(record, "target_details");
  if (id !== void 0 || name !== void 0)
    event.target = { type: "token", id: id ?? name ?? "", ...name !== void 0 && { name } };
}
function onSignIn2(ok) {
  return (record, event) => {
    event.ok = ok;
    addDetails(event, { with: detail(record, "with") ?? detail(record, "failed_login") });
    if (event.actor !== void 0)
      return;
    const tried = userOf(text2(record, "target_details") ?? text2(record, "author_name"), text2(record, "target_id"));
    if (tried !== void 0)
      event.actor = { type: "user", id: tried.id, ...tried.id.includes("@") && { email: tried.id } };
  };
}
function onFailure(_record, event) {
  event.ok = false;
}
var verbOf = (record) => {
  const message = member(record["details"], "custom_message");
  return isObject(message) ? (asText(member(message, "verb")) ?? "").toLowerCase() : "";
};
var packOf = (record) => asText(member(member(record["details"], "custom_message"), "action")) ?? "";
var protocolOf = (record) => (asText(member(member(record["details"], "custom_message"), "protocol")) ?? "").toLowerCase();
var isClone = when("the verb is clone", (record) => verbOf(record) === "clone");
var isPush = when("the verb is push or the client sends", (record) => verbOf(record) === "push" || packOf(record) === "git-receive-pack");
var isFetch = when("the verb is fetch or pull, or the client takes through git", (record) => /^(?:fetch|pull)$/.test(verbOf(record)) || packOf(record) === "git-upload-pack" && /^(?:ssh|https?)$/.test(protocolOf(record)));
var endsImpersonation = when("the impersonation ended", (record) => /^stopped/i.test(detail(record, "custom_message") ?? ""));
var takesAway = when("the new value is false or a regular user", (record) => /^(?:false|regular|removed)/i.test(detail(record, "to") ?? ""));
var ofAnother = when("the account is another person\u2019s", (record) => {
  const author = asNumber(record["author_id"]);
  const target2 = asNumber(record["target_id"]) ?? asNumber(record["entity_id"]);
  return author !== void 0 && target2 !== void 0 && author !== target2;
});
var lifts = when("the message speaks of unblocking or unbanning", (record) => /\bun-?(?:block|bann)/i.test((detail(record, "custom_message") ?? "").slice(0, 300)));

// dist/src/sources/gitlab/activities.js
var repositories2 = joinTables(
  {
    repository_git_operation: [
      { activity: "repo.clone", when: isClone, read: onGit2 },
      { activity: "repo.push", when: isPush, read: onGit2 },
      { activity: "repo.fetch", when: isFetch, read: onGit2 },
      // The Download button is reported as a git operation too, without a git transport.
      { activity: "repo.download", details: { through: "ui" }, read: onGit2 }
    ],
    repository_download_operation: { activity: "repo.download", read: onDownload(true) },
    public_repository_download_operation: { activity: "repo.download", read: onDownload(false) },
    project_fork_operation: { activity: "repo.clone", details: { into: "fork" }, read: onRepository },
    repository_file_accessed_api: { activity: "file.read", read: onFile },
    job_artifact_downloaded: { activity: "file.download", read: onRepository },
    api_request_access_with_scope: { activity: "api.call", read: onToken2 }
  },
  // An export holds the whole project or all projects of a group.
  each({ activity: "repo.download", details: { through: "export" }, read: onDownload(void 0) }, [
    "project_export_file_download_started",
    "direct_transfer_relation_export_downloaded",
    "direct_transfer_relation_export_batch_downloaded"
  ]),
  each({ activity: "repo.clone", details: { into: "export" }, read: onRepository }, [
    "project_export_created",
    "group_export_created",
    "direct_transfer_relations_export_initiated"
  ]),
  each({ activity: "repo.visibility", read: onVisibility2 }, [
    "project_visibility_level_updated",
    "change visibility",
    "change visibility_level"
  ]),
  each({ activity: "repo.visibility", details: { object: "group" }, read: onVisibility2 }, ["group_visibility_level_updated"]),
  each({ activity: "file.upload", read: onRepository }, ["package_registry_package_published"])
);
var access = joinTables(each({ activity: "app.install", read: onApp3 }, ["oauth_application_created", "integration_created", "add application"]), each({ activity: "app.grant", read: onApp3 }, ["user_authorized_oauth_application"]), each({ activity: "token.create", read: onToken2 }, [
  "user_add_personal_access_token",
  "personal_access_token_created",
  "project_access_token_created",
  "group_access_token_created"
]), each({ activity: "token.create", read: onFailure }, [
  "project_access_token_creation_failed",
  "group_access_token_creation_failed"
]), each({ activity: "credential.add" }, [
  "user_add_ssh_key",
  "add_ssh_key",
  "add ssh_key",
  "add_gpg_key",
  "create_ssh_certificate",
  "deploy_key_added",
  "deploy_token_created",
  "group_deploy_token_created",
  "cluster_agent_token_created",
  "ci_variable_created",
  "ci_group_variable_created",
  "ci_instance_variable_created",
  "webhook_created",
  "ci_runner_created",
  "email_created",
  "add email"
]), each({ activity: "role.grant", read: onMember }, [
  "member_created",
  "member_updated",
  "add user_access",
  "change access_level"
]), each({ activity: "role.grant" }, [
  "group_share_with_group_link_created",
  "project_group_link_created",
  "custom_admin_role_assigned_to_user"
]), {
  user_admin_status_updated: [
    { activity: "admin.change", when: takesAway, details: { demotion: true } },
    { activity: "role.grant", read: withRole2("instance:admin") }
  ],
  user_auditor_status_updated: [
    { activity: "admin.change", when: takesAway, details: { demotion: true } },
    { activity: "role.grant", read: withRole2("instance:auditor") }
  ]
});
var people2 = joinTables(
  each("account.create", ["user_created", "registration_created", "user_provisioned_by_scim", "add user"]),
  each("account.disable", ["user_blocked", "user_deactivate", "user_banned"]),
  {
    // One type for four acts: the message tells which.
    ban_user: [{ activity: "account.enable", when: lifts }, { activity: "account.disable" }]
  },
  // The person keeps the account: a lesser removal, not to be counted with the others.
  each({ activity: "account.disable", details: { partial: true }, read: onMember }, ["member_destroyed", "remove user_access"]),
  each("account.enable", ["user_activate", "unban_user", "unblock_user", "user_access_unlocked"]),
  each("account.delete", ["user_destroyed", "remove user"]),
  each("account.lockout", ["user_access_locked"]),
  {
    "change password": [{ activity: "account.lockout", when: ofAnother }, { activity: "credential.add" }],
    user_password_updated: [{ activity: "account.lockout", when: ofAnother }, { activity: "credential.add" }],
    user_impersonation: [
      { activity: "other", when: endsImpersonation },
      { activity: "login", details: { impersonation: true } }
    ],
    user_impersonated: { activity: "login", details: { impersonation: true } }
  },
  each({ activity: "login", read: onSignIn2(true) }, [
    "authenticated_with_ldap",
    "authenticated_with_oauth",
    "authenticated_with_password",
    "authenticated_with_webauthn",
    "authenticated_with_group_saml",
    "smartcard_authentication_created",
    "sign in"
  ]),
  // The second step of a sign-in that another event counts.
  each({ activity: "login", details: { companion: true, step: "second-factor" }, read: onSignIn2(true) }, [
    "authenticated_with_two_factor"
  ]),
  each({ activity: "login.failed", read: onSignIn2(false) }, [
    "user_login_failed",
    "login_failed_with_otp_authentication",
    "login_failed_with_standard_authentication",
    "login_failed_with_webauthn_authentication",
    "omniauth_login_failed",
    "failed login"
  ]),
  each("mfa.change", ["user_disable_two_factor", "user_enable_two_factor"]),
  each({ activity: "mfa.change", details: { policy: true } }, [
    "group_require_two_factor_authentication_updated",
    "group_two_factor_grace_period_updated",
    "allow_mfa_for_subgroups_updated"
  ])
);
var settings = each("admin.change", [
  "project_destroyed",
  "project_deletion_marked",
  "project_transfered",
  "project_namespace_updated",
  "project_archived",
  "group_destroyed",
  "group_deletion_marked",
  "application_setting_updated",
  "ip_restrictions_changed",
  "allowed_email_domain_updated",
  "user_enable_admin_mode",
  "group_saml_provider_create",
  "group_saml_provider_update",
  "saml_group_links_created",
  "protected_branch_removed",
  "protected_branch_updated",
  "protected_branch_allow_force_push_updated",
  "prevent_forking_outside_group_updated",
  "secure_ci_job_token_inbound_disabled",
  "secure_ci_job_token_project_added",
  "custom_admin_role_created",
  "update_event_streaming_destination",
  "destroy_event_streaming_destination",
  "update_instance_event_streaming_destination",
  "destroy_instance_event_streaming_destination",
  "deleted_group_audit_event_streaming_destination",
  "updated_group_audit_event_streaming_destination",
  "deleted_instance_audit_event_streaming_destination",
  "updated_instance_audit_event_streaming_destination"
]);
var activities4 = joinTables(repositories2, access, people2, settings);

// dist/src/sources/gitlab/blind-spots.js
var blindSpots4 = [
  { activities: [], kind: "licence", text: "Audit events need Premium or Ultimate; streaming needs Ultimate." },
  {
    activities: ["repo.clone", "repo.fetch", "repo.push", "file.read"],
    kind: "setting",
    text: "Git operations and reads of files through the API are only streamed: API, log file and CSV do not hold them."
  },
  {
    activities: ["repo.clone", "repo.fetch", "repo.download"],
    kind: "not-logged",
    text: "Clones of public projects by somebody who is not signed in are not logged as git operations."
  },
  { activities: ["file.read"], kind: "not-logged", text: "Reading code in the browser leaves no event." },
  {
    activities: ["app.install", "app.grant"],
    kind: "not-logged",
    text: "OAuth applications have events of their own only since GitLab 17.9 and 18.2."
  },
  {
    activities: ["login"],
    kind: "not-logged",
    text: "Successful sign-ins with a password have events of their own only since GitLab 18.3."
  },
  {
    activities: [],
    kind: "not-logged",
    text: "The author\u2019s e-mail address is in the API only since GitLab 15.9; there is no user agent and no session."
  },
  {
    activities: ["mail.read", "mail.search", "mail.rule", "file.copy", "file.share", "bulk.query", "session.anomaly"],
    kind: "not-logged",
    text: "GitLab has neither mailboxes nor a file store, and reports no odd sign-ins."
  }
];

// dist/src/sources/gitlab/fields.js
var fields4 = {
  time: ["created_at", "time"],
  id: "id",
  operation: "operation",
  ip: ["ip_address", "details.ip_address"],
  country: "details.country"
};

// dist/src/sources/gitlab/native.js
var SHARED = [
  "author_name",
  "author_email",
  "entity_path",
  "ip_address",
  "target_details",
  "target_id",
  "target_type",
  "author_class"
];
var MESSAGES = [
  ["repository download started", "repository_download_operation"],
  ["export file download started", "project_export_file_download_started"],
  ["user access locked", "user_access_locked"],
  ["ask for password reset", "password_reset_requested"],
  ["deleted user", "user_destroyed"],
  ["blocked user", "user_blocked"],
  ["started impersonation", "user_impersonation"],
  ["stopped impersonation", "user_impersonation"]
];
function toNative(record) {
  const native = emptyObject();
  for (const [name, value] of Object.entries(record))
    if (name !== "__proto__")
      native[name] = value;
  const parsed = asJson(record["details"]);
  const details = emptyObject();
  if (isObject(parsed)) {
    for (const [name, value] of Object.entries(parsed))
      if (name !== "__proto__")
        details[name] = value;
  }
  for (const name of ["change", "from", "to", "add", "remove", "as", "with", "custom_message", "failed_login"]) {
    if (details[name] === void 0 && record[name] !== void 0)
      details[name] = record[name];
  }
  details["custom_message"] = asJson(details["custom_message"]);
  native["details"] = details;
  for (const name of SHARED) {
    const here = native[name];
    if ((here === void 0 || here === null || here === "") && details[name] !== void 0)
      native[name] = details[name];
  }
  native["operation"] = operationOf(record, details) ?? null;
  return native;
}
function operationOf(record, details) {
  const type = asText(record["event_type"]) ?? asText(record["event_name"]) ?? asText(details["event_name"]) ?? asText(details["event_type"]);
  if (type !== void 0)
    return type;
  for (const verb of ["add", "change", "remove"]) {
    const what = asText(details[verb]);
    if (what !== void 0)
      return `${verb} ${what.toLowerCase()}`;
  }
  if (asText(details["failed_login"]) !== void 0)
    return "failed login";
  if (asText(details["with"]) !== void 0)
    return "sign in";
  const message = details["custom_message"];
  if (isObject(message))
    return asText(member(message, "verb")) === void 0 && asText(member(message, "action")) === void 0 ? void 0 : GIT;
  const text4 = asText(message);
  if (text4 === void 0)
    return void 0;
  const lower = text4.slice(0, 200).toLowerCase();
  return MESSAGES.find(([beginning]) => lower.startsWith(beginning))?.[1] ?? text4.slice(0, 200);
}
var GIT = "repository_git_operation";

// dist/src/sources/gitlab/formats.js
var isDetails = (record) => {
  const { details } = record;
  return typeof details === "object" && details !== null || typeof details === "string" && details.trimStart().startsWith("{");
};
var columns2 = renameColumns({
  ID: "id",
  "Author ID": "author_id",
  "Author Name": "author_name",
  "Author Email": "author_email",
  "Entity ID": "entity_id",
  "Entity Type": "entity_type",
  "Entity Path": "entity_path",
  "Target ID": "target_id",
  "Target Type": "target_type",
  "Target Details": "target_details",
  Action: "action",
  "IP Address": "ip_address",
  "Created At (UTC)": "created_at"
});
var SENTENCES = [
  [/^Added (?:new )?user access as ([A-Za-z ]{1,40})/i, ([, as = ""]) => ({ add: "user_access", as })],
  [/^Removed user access/i, () => ({ remove: "user_access" })],
  [
    /^Changed access level from ([\w ]{1,40}) to ([\w ]{1,40})/i,
    ([, from = "", to = ""]) => ({ change: "access_level", from, to })
  ],
  [
    /^Changed visibility(?: level)? from (\w{1,20}) to (\w{1,20})/i,
    ([, from = "", to = ""]) => ({ change: "visibility", from, to })
  ],
  [/^Failed to log\s?in with (.{1,60})/i, ([, how = ""]) => ({ failed_login: how })],
  [/^Signed in with (.{1,60})/i, ([, how = ""]) => ({ with: how })],
  [/^Added SSH key/i, () => ({ add: "ssh_key" })],
  [/^Added user/i, () => ({ add: "user" })],
  [/^Removed user\b/i, () => ({ remove: "user" })]
];
function fromCsv(record) {
  return columns2(record).map((row) => {
    const { action, ...rest } = row;
    const sentence = (asText(action) ?? "").slice(0, 300);
    for (const [pattern, read5] of SENTENCES) {
      const match = pattern.exec(sentence);
      if (match !== null)
        return toNative({ ...rest, details: { ...read5(match), custom_message: sentence } });
    }
    return toNative({ ...rest, details: { custom_message: sentence } });
  });
}
function fromDotted2(record) {
  const native = emptyObject();
  for (const [column, cell] of Object.entries(record)) {
    if (cell !== void 0 && cell !== null && cell !== "")
      setPath(native, column.replace(/^\ufeff/, "").trim(), cell);
  }
  return [toNative(native)];
}
var formats4 = [
  {
    id: "stream",
    title: "Streamed audit events (HTTP, S3, Google Cloud)",
    has: ["author_id", "entity_id", "entity_type", "created_at", "event_type"],
    reshape: (record) => [toNative(record)],
    note: "Records may be delivered more than once; their `id` tells."
  },
  {
    id: "api",
    title: "Audit events API of instance, group or project",
    has: ["author_id", "entity_id", "entity_type", "created_at", "details"],
    test: (record) => isDetails(record) && !Object.hasOwn(record, "event_type"),
    reshape: (record) => [toNative(record)],
    note: "Git operations and reads of files are only streamed: they are not in the API."
  },
  {
    id: "log-file",
    title: "`audit_json.log` of a self-managed server",
    has: ["severity", "time", "author_id", "entity_id", "entity_type"],
    reshape: (record) => [toNative(record)],
    lacks: ["id"]
  },
  {
    id: "csv",
    title: "CSV export of the audit events page",
    has: ["Author ID", "Entity Type", "Action", "Created At (UTC)"],
    reshape: fromCsv,
    note: "Holds at most 100,000 rows; what happened is a sentence, of which only common ones are understood."
  },
  {
    id: "dotted",
    title: "CSV made from API records, with dotted column names",
    has: ["author_id", "entity_type", "created_at", '"details.target_type"'],
    reshape: fromDotted2
  }
];

// dist/src/sources/gitlab/scopes.js
var SCOPES2 = {
  api: 1,
  sudo: 1,
  admin_mode: 1,
  write_repository: 2,
  read_api: 2,
  create_runner: 2,
  manage_runner: 2,
  k8s_proxy: 2,
  read_repository: 3,
  read_registry: 3,
  write_registry: 3,
  ai_features: 3,
  read_user: 0,
  read_service_ping: 0,
  openid: 0,
  profile: 0,
  email: 0
};
var LEVELS = {
  owner: 1,
  "50": 1,
  maintainer: 2,
  "40": 2,
  developer: 3,
  "30": 3,
  reporter: 0,
  "20": 0,
  planner: 0,
  "15": 0,
  guest: 0,
  "10": 0
};
function scopeTier4(scope) {
  const name = scope.trim().toLowerCase();
  return Object.hasOwn(SCOPES2, name) ? SCOPES2[name] : void 0;
}
function roleTier4(role) {
  const name = role.trim().toLowerCase();
  if (name === "instance:admin")
    return 1;
  if (name === "instance:auditor")
    return 2;
  const level = name.slice(name.indexOf(":") + 1);
  return Object.hasOwn(LEVELS, level) ? LEVELS[level] : void 0;
}

// dist/src/sources/gitlab/index.js
var gitlab = {
  id: "gitlab",
  title: "GitLab",
  references: [
    "https://docs.gitlab.com/user/compliance/audit_event_schema/ (shape)",
    "https://docs.gitlab.com/user/compliance/audit_event_types/ (event types)",
    "https://docs.gitlab.com/api/audit_events/ (API)"
  ],
  formats: formats4,
  fields: fields4,
  activities: activities4,
  finish: finish3,
  // Numbers count up within one server; a short one may come from another server in the same evidence.
  weakId: (id) => /^\d{1,6}$/.test(id) || /^[0-]+$/.test(id),
  scopeTier: (scope) => scopeTier4(scope),
  roleTier: roleTier4,
  blindSpots: blindSpots4,
  consoleFilter: (actor, start, end) => `Audit events: Member ${actor}, From ${start.slice(0, 10)}, To ${end.slice(0, 10)}`
};

// dist/src/sources/google_workspace/parameter.js
function parameter(record, name) {
  return member(record["parameters"], name);
}
function text3(record, name) {
  const value = parameter(record, name);
  return asText(Array.isArray(value) ? value[0] : value);
}
function application2(record) {
  return asText(member(record["id"], "applicationName")) ?? "";
}

// dist/src/sources/google_workspace/conditions.js
function inLog(...names) {
  return when(`the log is ${names.join(" or ")}`, (record) => names.includes(application2(record)) || application2(record) === "unknown");
}
var isCompanion = (record) => asFlag(member(record["event"], "companion")) === true;
var driveAct = when("the log is drive and the event is not the echo of another", (record) => (application2(record) === "drive" || application2(record) === "unknown") && !isCompanion(record));
var givesAccess = when('the log is drive, the event no echo, and the new access is not "none"', (record) => {
  const value = text3(record, "new_value")?.toLowerCase();
  return driveAct.test(record) && value !== "none" && !(text3(record, "visibility") === "private" && value === void 0 && hasOld(record));
});
function hasOld(record) {
  return text3(record, "old_visibility") !== void 0 && text3(record, "visibility_change") !== "external";
}
function mailEvent(meaning2, ...numbers) {
  return when(`the mail event is ${meaning2}`, (record) => {
    const number = asNumber(member(parameter(record, "event_info"), "mail_event_type"));
    return number !== void 0 && numbers.includes(number);
  });
}
var toGmail = when("the log is token and the API is Gmail", (record) => application2(record) === "token" && (text3(record, "product_bucket") === "GMAIL" || text3(record, "api_name")?.toLowerCase() === "gmail"));
var inMail = when("the data source is Gmail", (record) => text3(record, "INVESTIGATION_DATA_SOURCE")?.toUpperCase() === "GMAIL");
var opensApps = when("the setting is the app access allow list and the new value is ALLOW_ALL", (record) => /allowlist access/i.test(text3(record, "SETTING_NAME") ?? "") && text3(record, "NEW_VALUE") === "ALLOW_ALL");
var MAIL_RULES = /^(?:UNIFIED_MAIL_ROUTING|ALIAS_TABLE|EMAIL_ROUTE|MESSAGE_SECURITY_RULE)$/;
var routesMail = when("the setting is a mail routing rule", (record) => {
  const metadata = parameter(record, "SETTING_METADATA");
  const type = isObject(metadata) ? asText(member(metadata, "rule_type")) : void 0;
  return [type, text3(record, "SETTING_NAME")].some((name) => MAIL_RULES.test(name ?? ""));
});
var intoRestrictedUnit = when("the new unit\u2019s name speaks of suspension or leaving", (record) => /suspen|restrict|disabled|leaver|offboard|terminat|blocked|quarantine/i.test((text3(record, "NEW_VALUE") ?? "").slice(0, 300)));
var challengeFailed = when("the challenge was not passed", (record) => /fail|incorrect|wrong/i.test((text3(record, "login_challenge_status") ?? "").slice(0, 100)));

// dist/src/sources/google_workspace/details.js
var NOBODY = "105250506097979753968";
var ANONYMOUS_KEYS = /* @__PURE__ */ new Set(["HANGOUTS_EXTERNAL_OR_ANONYMOUS"]);
var SETTING_TYPES = new Set([
  "APPLICATION_SETTINGS SECURITY_SETTINGS DOMAIN_SETTINGS EMAIL_SETTINGS ORG_SETTINGS DOCS_SETTINGS CALENDAR_SETTINGS",
  "CHROME_OS_SETTINGS GROUP_SETTINGS MOBILE_SETTINGS"
].flatMap((line) => line.split(" ")));
function finish4(record, event) {
  identify2(record, event);
  setTarget2(record, event);
  const companion = asFlag(member(record["event"], "companion"));
  addDetails(event, {
    application: application2(record) || void 0,
    companion: companion === true ? true : void 0,
    impersonation: asFlag(member(member(record["actor"], "applicationInfo"), "impersonation")),
    agentic: asFlag(record["isAgenticAction"])
  });
  if (application2(record) === "admin" && SETTING_TYPES.has(asText(member(record["event"], "type")) ?? ""))
    event.activity = "admin.change";
}
function identify2(record, event) {
  const { actor } = record;
  const profile = asText(member(actor, "profileId"));
  const key = asText(member(actor, "key"));
  const email = asText(member(actor, "email"));
  if (event.actor === void 0)
    return;
  const { id } = event.actor;
  if (id === "redacted" || email === void 0 && (profile === NOBODY || profile === void 0 && ANONYMOUS_KEYS.has(key ?? ""))) {
    delete event.actor;
    addDetails(event, { anonymous: true });
    return;
  }
  const kind2 = (asText(member(actor, "callerType")) ?? "USER").toUpperCase();
  const machine = id.endsWith(".gserviceaccount.com") || kind2 !== "USER" && email === void 0;
  if (machine)
    event.actor = { ...event.actor, type: key === "SYSTEM" ? "system" : "service" };
  addAliases(event, [profile !== void 0 && /^\d{15,25}$/.test(profile) && profile !== NOBODY ? profile : void 0]);
}
function setTarget2(record, event) {
  const item = text3(record, "doc_id");
  if (item !== void 0) {
    const name = text3(record, "doc_title");
    event.target = {
      type: text3(record, "doc_type") === "folder" ? "folder" : "file",
      id: item,
      ...name !== void 0 && { name }
    };
    return;
  }
  const user = text3(record, "USER_EMAIL") ?? text3(record, "affected_email_address");
  const target2 = userTarget(user);
  const group = text3(record, "GROUP_EMAIL") ?? text3(record, "group_id") ?? text3(record, "group_email");
  if (target2 !== void 0)
    event.target = target2;
  else if (group !== void 0)
    event.target = { type: "group", id: group.toLowerCase() };
}
function domainOf2(address3) {
  const at2 = address3?.lastIndexOf("@") ?? -1;
  return at2 < 0 ? void 0 : address3?.slice(at2 + 1).toLowerCase();
}
var OPEN_VISIBILITY = /* @__PURE__ */ new Set(["people_with_link", "public_on_the_web", "shared_externally"]);
var CLOSED_VISIBILITY = /* @__PURE__ */ new Set(["private", "shared_internally", "people_within_domain_with_link", "public_in_the_domain"]);
function onShare(record, event) {
  const visibility = text3(record, "visibility");
  const target2 = text3(record, "target_user");
  const domain = text3(record, "target_domain")?.toLowerCase();
  const own = asText(record["ownerDomain"])?.toLowerCase() ?? domainOf2(event.actor?.email);
  const counterpart = domainOf2(target2) ?? domain;
  const change = text3(record, "visibility_change");
  if (change === "external" || visibilityOpens(visibility) || domain === "all")
    event.external = true;
  else if (counterpart !== void 0 && own !== void 0)
    event.external = counterpart !== own;
  else if (change === "internal" || CLOSED_VISIBILITY.has(visibility ?? ""))
    event.external = false;
  addDetails(event, {
    visibility,
    oldVisibility: text3(record, "old_visibility"),
    access: text3(record, "new_value"),
    oldAccess: text3(record, "old_value"),
    counterpart: target2?.toLowerCase() ?? domain
  });
}
function visibilityOpens(visibility) {
  return OPEN_VISIBILITY.has(visibility ?? "");
}
function onItem(record, event) {
  const visibility = text3(record, "visibility");
  if (visibility === "public_on_the_web")
    event.restricted = false;
  const copy = text3(record, "copy_type");
  if (copy !== void 0)
    event.external = copy === "external";
  addDetails(event, { method: text3(record, "api_method"), visibility, counterpart: text3(record, "target")?.toLowerCase() });
}
function onGrant(record, event) {
  const listed3 = asTexts(parameter(record, "scope")) ?? asTexts(parameter(record, "API_SCOPES"));
  const paired = asObjects(parameter(record, "scope_data")).map((entry) => asText(entry["scope_name"])).filter((scope) => scope !== void 0);
  const scopes = listed3 ?? (paired.length > 0 ? paired : void 0);
  if (scopes !== void 0)
    event.scopes = scopes;
  const client2 = text3(record, "API_CLIENT_NAME");
  if (client2 !== void 0)
    event.app = { id: client2.toLowerCase(), name: client2 };
  addDetails(event, { clientType: text3(record, "client_type") });
}
function onTrustedApp(record, event) {
  const name = ["OAUTH2_APP_NAME", "APPLICATION_NAME", "OAUTH2_SERVICE_NAME", "app_name"].map((key) => text3(record, key)).find(Boolean);
  const id = ["OAUTH2_APP_ID", "APP_ID", "client_id"].map((key) => text3(record, key)).find(Boolean) ?? name;
  if (id !== void 0)
    event.app = { id: id.toLowerCase(), ...name !== void 0 && { name } };
  addDetails(event, { appType: text3(record, "OAUTH2_APP_TYPE"), orgUnit: text3(record, "ORG_UNIT_NAME") });
}
function onRole3(record, event) {
  const group = text3(record, "GROUP_EMAIL") ?? text3(record, "group_id");
  const member_ = text3(record, "USER_EMAIL") ?? text3(record, "member_id") ?? text3(record, "target_user");
  const target2 = userTarget(member_);
  if (target2 !== void 0)
    event.target = target2;
  const role = text3(record, "ROLE_NAME") ?? text3(record, "NEW_VALUE") ?? (group === void 0 ? void 0 : `group:${group.toLowerCase()}`);
  addDetails(event, {
    role,
    privilege: text3(record, "PRIVILEGE_NAME"),
    group: group?.toLowerCase(),
    memberRole: text3(record, "member_role"),
    orgUnit: text3(record, "ORG_UNIT_NAME")
  });
}
function onSetting(record, event) {
  addDetails(event, {
    setting: text3(record, "SETTING_NAME"),
    oldValue: text3(record, "OLD_VALUE"),
    newValue: text3(record, "NEW_VALUE"),
    orgUnit: text3(record, "ORG_UNIT_NAME")
  });
}
function onBulkUsers(record, event) {
  const total = asNumber(parameter(record, "BULK_UPLOAD_TOTAL_USERS_NUMBER"));
  const failed3 = asNumber(parameter(record, "BULK_UPLOAD_FAIL_USERS_NUMBER")) ?? 0;
  if (total !== void 0)
    event.items = Math.max(0, total - failed3);
}
function onMail(record, event) {
  const mailbox = event.actor?.id ?? text3(record, "USER_EMAIL");
  const session = member(member(parameter(record, "event_info"), "client_context"), "session_context");
  const delegate = asText(member(session, "delegate_user_email"))?.toLowerCase();
  if (application2(record) === "gmail") {
    if (mailbox !== void 0)
      event.target = { type: "mailbox", id: mailbox };
    if (delegate !== void 0)
      event.actor = { type: "user", id: delegate, email: delegate };
  }
  const message = parameter(record, "message_info");
  addDetails(event, {
    mailEvent: asNumber(member(parameter(record, "event_info"), "mail_event_type")),
    subject: asText(member(message, "subject")),
    delegate: delegate === void 0 ? void 0 : true,
    investigation: text3(record, "INVESTIGATION_ACTION")
  });
  const size = asNumber(member(message, "payload_size"));
  if (size !== void 0)
    event.bytes = size;
}
function onForward(record, event) {
  const destination = (text3(record, "email_forwarding_destination_address") ?? text3(record, "EMAIL_MONITOR_DEST_EMAIL") ?? text3(record, "MAIL_ROUTING_DESTINATION"))?.toLowerCase();
  const own = asText(record["ownerDomain"])?.toLowerCase() ?? domainOf2(event.actor?.email);
  const domain = domainOf2(destination);
  if (domain !== void 0 && own !== void 0)
    event.external = domain !== own;
  if (event.target === void 0 && event.actor !== void 0)
    event.target = { type: "mailbox", id: event.actor.id };
  addDetails(event, { destination, forwards: true });
  onSetting(record, event);
}
function onSearch(record, event) {
  const query = text3(record, "parsed_query") ?? text3(record, "INVESTIGATION_QUERY") ?? ["EMAIL_LOG_SEARCH_MSG_ID", "EMAIL_LOG_SEARCH_RECIPIENT", "EMAIL_LOG_SEARCH_SENDER"].map((name) => text3(record, name)).filter((part) => part !== void 0).join(" ");
  addDetails(event, { query: query === "" ? void 0 : query, dataSource: text3(record, "INVESTIGATION_DATA_SOURCE") });
}
function onApiActivity(record, event) {
  addDetails(event, {
    method: text3(record, "method_name"),
    api: text3(record, "api_name"),
    product: text3(record, "product_bucket")
  });
}
function onSignIn3(ok) {
  return (record, event) => {
    if (ok !== void 0)
      event.ok = ok;
    const affected = userTarget(text3(record, "affected_email_address"));
    if (affected !== void 0 && (event.actor === void 0 || !event.actor.id.includes("@"))) {
      event.actor = { type: "user", id: affected.id, email: affected.id };
    }
    addDetails(event, {
      loginType: text3(record, "login_type"),
      reason: text3(record, "login_failure_type") ?? text3(record, "failure_type") ?? text3(record, "sensitive_action_name"),
      suspicious: asFlag(parameter(record, "is_suspicious")),
      challenge: text3(record, "login_challenge_method"),
      service: text3(record, "application_name")
    });
  };
}
function onPlatformDisable(record, event) {
  const victim = userTarget(text3(record, "affected_email_address") ?? event.actor?.email);
  if (victim !== void 0)
    event.target = victim;
  event.actor = { type: "system", id: "google" };
  addDetails(event, { byPlatform: true });
}

// dist/src/sources/google_workspace/activities-admin.js
var apps2 = joinTables(
  each({ activity: "app.install", read: onTrustedApp }, [
    "ADD_APPLICATION",
    "ADD_APPLICATION_TO_WHITELIST",
    "ADD_TO_TRUSTED_OAUTH2_APPS",
    "MULTIPLE_ADD_TO_TRUSTED_OAUTH2_APPS",
    "ADD_TO_TRUSTED_BY_OAUTH_SCOPE_OAUTH2_APPS",
    "REMOVE_FROM_BLOCKED_OAUTH2_APPS"
  ]),
  // These let in many apps at once: no single app is named.
  each({ activity: "app.install", details: { policy: true }, read: onTrustedApp }, [
    "TRUST_DOMAIN_OWNED_OAUTH2_APPS",
    "ALLOW_SERVICE_FOR_OAUTH2_ACCESS",
    "TOGGLE_OAUTH_ACCESS_TO_ALL_APIS",
    "ENABLE_API_ACCESS",
    "UNBLOCK_ALL_THIRD_PARTY_API_ACCESS"
  ]),
  // Domain-wide delegation: one event, every mailbox and drive.
  { AUTHORIZE_API_CLIENT_ACCESS: { activity: "app.grant", details: { tenantWide: true, appOnly: true }, read: onGrant } },
  each("other", ["REMOVE_API_CLIENT_ACCESS", "REVOKE_3LO_TOKEN"]),
  each("token.create", ["GENERATE_TRANSFER_TOKEN", "CREATE_ENROLLMENT_TOKEN"]),
  each("credential.add", [
    "SECURITY_KEY_REGISTERED_FOR_USER",
    "ADD_RECOVERY_EMAIL",
    "ADD_RECOVERY_PHONE",
    // Listed as credential and as factor: codes made by an administrator open somebody else's account.
    "GENERATE_2SV_SCRATCH_CODES",
    "VIEW_TEMP_PASSWORD",
    "UPDATE_PUBLIC_KEY_CERTIFICATE",
    "REGENERATE_OAUTH_CONSUMER_SECRET"
  ])
);
var settings2 = joinTables(each([
  { activity: "app.install", when: opensApps, details: { policy: true }, read: onSetting },
  { activity: "mail.rule", when: routesMail, details: { tenantWide: true }, read: onForward },
  { activity: "admin.change", read: onSetting }
], ["CREATE_APPLICATION_SETTING", "CHANGE_APPLICATION_SETTING"]), each([
  { activity: "mail.rule", when: routesMail, details: { tenantWide: true }, read: onForward },
  { activity: "admin.change", read: onSetting }
], ["CREATE_GMAIL_SETTING", "CHANGE_GMAIL_SETTING"]), each({ activity: "mail.rule", read: onForward }, ["CREATE_EMAIL_MONITOR", "MAIL_ROUTING_DESTINATION_ADDED"]), each({ activity: "admin.change", read: onSetting }, [
  "DELETE_APPLICATION_SETTING",
  "TOGGLE_SERVICE_ENABLED",
  "ADD_TRUSTED_DOMAINS",
  // Listed as credential too: the whole sign-in of the organisation moves.
  "CHANGE_SSO_SETTINGS",
  "TOGGLE_SSO_ENABLED",
  "SESSION_CONTROL_SETTINGS_CHANGE",
  "CHANGE_SESSION_LENGTH",
  "CHANGE_CAA_APP_ASSIGNMENTS",
  "WEAK_PROGRAMMATIC_LOGIN_SETTINGS_CHANGED",
  "CHANGE_PRIMARY_DOMAIN",
  "ADD_SECONDARY_DOMAIN",
  // What usually comes before a deletion; alone it collects another person's files.
  "CREATE_DATA_TRANSFER_REQUEST",
  "TRANSFER_DOCUMENT_OWNERSHIP"
]), each({ activity: "mfa.change", details: { policy: true }, read: onSetting }, [
  "ENFORCE_STRONG_AUTHENTICATION",
  "ALLOW_STRONG_AUTHENTICATION",
  "CHANGE_ALLOWED_TWO_STEP_VERIFICATION_METHODS",
  "CHANGE_TWO_STEP_VERIFICATION_ENROLLMENT_PERIOD_DURATION",
  "CHANGE_TWO_STEP_VERIFICATION_FREQUENCY",
  "CHANGE_TWO_STEP_VERIFICATION_GRACE_PERIOD_DURATION",
  "CHANGE_TWO_STEP_VERIFICATION_START_DATE"
]), each("mfa.change", [
  "TURN_OFF_2_STEP_VERIFICATION",
  "UNENROLL_USER_FROM_STRONG_AUTH",
  "UNENROLL_USER_FROM_TITANIUM",
  "REVOKE_SECURITY_KEY",
  "PASSKEY_REVOKED",
  "USER_CREATED_PASSKEY_REVOKE",
  "DELETE_2SV_SCRATCH_CODES",
  "USER_PUT_IN_TWO_STEP_VERIFICATION_GRACE_PERIOD",
  "UNBLOCK_USER_SESSION",
  "REVOKE_ASP"
]), each({ activity: "role.grant", details: { role: "super admin" } }, ["GRANT_ADMIN_PRIVILEGE"]), each({ activity: "role.grant", read: onRole3 }, [
  "GRANT_DELEGATED_ADMIN_PRIVILEGES",
  "ASSIGN_ROLE",
  "CREATE_ROLE",
  "ADD_PRIVILEGE",
  "UPDATE_ROLE",
  "ADD_GROUP_MEMBER",
  "UPDATE_GROUP_MEMBER"
]));
var people3 = joinTables(
  each("account.create", ["CREATE_USER", "ACCEPT_USER_INVITATION"]),
  each({ activity: "account.create", details: { stage: "invited" } }, ["USER_INVITE"]),
  each({ activity: "account.create", details: { import: true }, read: onBulkUsers }, ["USERS_BULK_UPLOAD", "BULK_UPLOAD"]),
  each("account.disable", ["SUSPEND_USER", "ARCHIVE_USER"]),
  // Listed as creation too: the account was there before.
  each("account.enable", ["UNSUSPEND_USER", "UNARCHIVE_USER", "UNDELETE_USER"]),
  each("account.delete", ["DELETE_USER"]),
  // The account stays; the person is shut out. A new password is listed as credential too.
  each("account.lockout", ["RESET_SIGNIN_COOKIES", "CHANGE_PASSWORD", "USER_LICENSE_REVOKE"]),
  { MOVE_USER_TO_ORG_UNIT: [{ activity: "account.lockout", when: intoRestrictedUnit, read: onSetting }] }
);
var content = joinTables(each([{ activity: "mail.read", when: inMail, details: { byAdmin: true }, read: onMail }], ["SECURITY_INVESTIGATION_ACTION", "SECURITY_INVESTIGATION_CONTENT_ACCESS"]), each({ activity: "mail.read", details: { byAdmin: true }, read: onMail }, ["REQUEST_MAILBOX_DUMP", "EMAIL_UNDELETE"]), each({ activity: "mail.search", details: { byAdmin: true }, read: onSearch }, [
  "EMAIL_LOG_SEARCH",
  "EMAIL_LIFE_OF_A_MESSAGE",
  "SECURITY_INVESTIGATION_QUERY"
]), each({ activity: "file.export", details: { tenantWide: true } }, ["CUSTOMER_TAKEOUT_CREATED", "CUSTOMER_TAKEOUT_SUCCEEDED"]), each({ activity: "file.export", details: { object: "directory" } }, [
  "DOWNLOAD_USERLIST_CSV",
  "GROUP_LIST_DOWNLOAD",
  "GROUP_MEMBERS_DOWNLOAD",
  "DOWNLOAD_UNMANAGED_USERS_LIST",
  "DOWNLOAD_PENDING_INVITES_LIST",
  "REQUEST_ACCOUNT_INFO"
]));
var admin = joinTables(apps2, settings2, people3, content);

// dist/src/sources/google_workspace/activities.js
var drive = joinTables(
  each([{ activity: "file.read", when: driveAct, read: onItem }], ["view", "preview", "print", "access_item_content", "sync_item_content", "sheets_import_range"]),
  each([{ activity: "file.download", when: driveAct, read: onItem }], ["download", "download_forms_response"]),
  each([{ activity: "file.export", when: driveAct, read: onItem }], ["email_as_attachment"]),
  each([{ activity: "file.upload", when: driveAct, read: onItem }], ["upload"]),
  each([{ activity: "file.create", when: driveAct, read: onItem }], ["create"]),
  each([{ activity: "file.copy", when: driveAct, read: onItem }], ["copy"]),
  // The original of a copy: the twin of the event that counts.
  each("other", ["source_copy"]),
  each([
    { activity: "file.share", when: givesAccess, read: onShare },
    { activity: "other", read: onShare }
  ], [
    "change_user_access",
    "change_document_visibility",
    "change_document_access_scope",
    "change_acl_editors",
    "change_owner",
    "publish_change",
    // Listed as role and as share: who becomes a member of a shared drive is given its files.
    "shared_drive_membership_change",
    "shared_drive_settings_change",
    "sheets_import_range_access_change",
    "email_collaborators"
  ]),
  each([{ activity: "file.share", when: driveAct, details: { stage: "requested" }, read: onShare }], ["request_access"]),
  each([{ activity: "bulk.query", when: driveAct, read: onSearch }], ["search", "connected_sheets_query"])
);
var otherContent = joinTables(each([{ activity: "file.download", when: inLog("chat") }], ["attachment_download"]), each([{ activity: "file.upload", when: inLog("chat") }], ["attachment_upload"]), each([{ activity: "app.install", when: inLog("chat"), read: onTrustedApp }], ["app_added"]), each([{ activity: "file.export", when: inLog("calendar") }], ["export_calendar"]), each([{ activity: "file.export", when: inLog("data_studio") }], ["DATA_EXPORT", "DOWNLOAD_REPORT"]), each([{ activity: "role.grant", when: inLog("groups", "groups_enterprise"), read: onRole3 }], ["add_user"]));
var tokens = {
  // Listed as grant and as token: the grant says more, it names the scopes.
  authorize: [{ activity: "app.grant", when: inLog("token"), read: onGrant }],
  revoke: "other",
  // An app reading mail is reading mail; any other product is mass reading by an app.
  activity: [
    { activity: "mail.read", when: toGmail, read: onApiActivity },
    { activity: "bulk.query", when: inLog("token"), read: onApiActivity }
  ]
};
var mail = {
  delivery: [
    {
      activity: "mail.read",
      when: mailEvent("opened, link clicked, attachment saved (7, 8, 15\u201319)", 7, 8, 15, 16, 17, 18, 19),
      read: onMail
    },
    { activity: "mail.rule", when: mailEvent("forwarded by a setting (11)", 11), details: { forwards: true }, read: onMail },
    { activity: "mail.rule", when: mailEvent("forwarded by hand (10)", 10), details: { byHand: true }, read: onMail },
    { activity: "other", read: onMail }
  ],
  email_forwarding_out_of_domain: [{ activity: "mail.rule", read: onForward }]
};
var people4 = joinTables(
  each([{ activity: "login", when: inLog("login", "saml"), read: onSignIn3(true) }], ["login_success"]),
  // Listed beside the sign-ins, but the end of a session is none.
  each("other", ["logout"]),
  each([{ activity: "login.failed", when: inLog("login", "saml"), read: onSignIn3(false) }], ["login_failure"]),
  // A challenge is part of a sign-in: only one that was not passed is a failure.
  each([
    { activity: "login.failed", when: challengeFailed, read: onSignIn3(false) },
    { activity: "other", read: onSignIn3(void 0) }
  ], ["login_challenge", "login_verification"]),
  each({ activity: "session.anomaly", read: onSignIn3(void 0) }, [
    "suspicious_login",
    "suspicious_login_less_secure_app",
    "suspicious_programmatic_login",
    "gov_attack_warning",
    "risky_sensitive_action_allowed",
    "risky_sensitive_action_blocked",
    "DEVICE_COMPROMISED_EVENT",
    "SUSPICIOUS_ACTIVITY_EVENT",
    "FAILED_PASSWORD_ATTEMPTS_EVENT",
    "ACCESS_DENY_EVENT"
  ]),
  each({ activity: "account.disable", read: onPlatformDisable }, [
    "account_disabled_generic",
    "account_disabled_spamming",
    "account_disabled_spamming_through_relay",
    "account_disabled_hijacked",
    "account_disabled_password_leak"
  ]),
  // Enrolment is listed as credential and as factor; a factor of one's own counts as such.
  each("mfa.change", ["2sv_enroll", "2sv_disable", "titanium_enroll", "titanium_unenroll"]),
  each("credential.add", ["recovery_email_edit", "recovery_phone_edit", "recovery_secret_qa_edit", "password_edit"])
);
var activities5 = joinTables(drive, otherContent, tokens, mail, people4, admin);

// dist/src/sources/google_workspace/blind-spots.js
var blindSpots5 = [
  { activities: [], kind: "retention", text: "The API keeps 180 days; Gmail logs are given out at most 30 days at a time." },
  {
    activities: [],
    kind: "sampling",
    text: "Events come late, from minutes to three days after the act, and Google says that single ones may be missing."
  },
  {
    activities: ["file.read", "file.download", "file.upload", "file.create", "file.copy", "file.share", "file.export"],
    kind: "licence",
    text: "Drive logs need a paid edition and may cover only people with a licence."
  },
  {
    activities: ["mail.read", "mail.rule"],
    kind: "licence",
    text: "Gmail logs need a paid edition; the BigQuery export an enterprise one."
  },
  {
    activities: [],
    kind: "setting",
    text: "An export of one application holds only that application: token grants are not in a Drive file."
  },
  {
    activities: ["login", "file.download", "session.anomaly"],
    kind: "not-logged",
    text: "There is no user agent, no session id, and only in newer records a country and a network."
  },
  {
    activities: ["mail.read", "mail.search", "mail.rule"],
    kind: "not-logged",
    text: "Only the first opening of a message is logged; a person\u2019s own searches and filters never are, an app\u2019s reads only as token activity."
  },
  {
    activities: ["file.read", "file.download", "mail.read"],
    kind: "not-logged",
    text: "A service account with domain-wide delegation appears as the person whose data it reads; only newer records tell."
  },
  {
    activities: ["file.read", "file.download"],
    kind: "not-logged",
    text: "Anonymous readers of a link have no address, and external people often none."
  },
  {
    activities: ["credential.add"],
    kind: "not-logged",
    text: "Keys of service accounts are made in Google Cloud and logged there."
  },
  {
    activities: ["bulk.query", "mail.read"],
    kind: "licence",
    text: "Token activity is not in every edition, and is large enough that many collectors leave it out."
  },
  {
    activities: ["mfa.change", "credential.add"],
    kind: "sampling",
    text: "The same change can stand in the login log and in the user accounts log: it may count twice."
  },
  {
    activities: ["repo.clone", "repo.download", "repo.fetch", "repo.push", "repo.visibility"],
    kind: "not-logged",
    text: "Google Workspace has no repositories."
  }
];

// dist/src/sources/google_workspace/fields.js
var fields5 = {
  time: "id.time",
  id: "event.id",
  operation: "event.name",
  actorId: ["actor.email", "actor.profileId", "actor.key"],
  appId: [
    "actor.applicationInfo.oauthClientId",
    "actor.applicationInfo.oAuthClientId",
    "parameters.client_id",
    "parameters.originating_app_id"
  ],
  appName: ["actor.applicationInfo.applicationName", "parameters.app_name"],
  ip: "ipAddress",
  asn: "networkInfo.ipAsn.0",
  country: "networkInfo.regionCode",
  userAgent: "parameters.user_agent",
  device: ["userDeviceInfo.deviceId", "parameters.DEVICE_ID"],
  outcome: "event.status.eventStatus",
  bytes: "parameters.num_response_bytes"
};

// dist/src/sources/google_workspace/one-event.js
var VALUE_KEYS = [
  "value",
  "intValue",
  "boolValue",
  "multiValue",
  "multiIntValue",
  "messageValue",
  "multiMessageValue"
];
var MAX_DEPTH2 = 6;
function oneEvent(activity, event, index, companion = false) {
  const made = emptyObject();
  for (const [name, value] of Object.entries(activity))
    if (name !== "events" && name !== "__proto__")
      made[name] = value;
  const id = member(activity, "id");
  const place2 = [asText(member(id, "time")), asText(member(id, "uniqueQualifier"))];
  const inner = emptyObject();
  for (const name of ["type", "name", "status"])
    if (event[name] !== void 0)
      inner[name] = event[name];
  if (place2[1] !== void 0)
    inner["id"] = index === void 0 ? place2.join("/") : `${place2.join("/")}/${index}`;
  if (companion)
    inner["companion"] = true;
  made["event"] = inner;
  made["parameters"] = readParameters(event["parameters"] ?? event["parameter"]);
  return made;
}
function explode(activity) {
  const events = activity["events"];
  if (isObject(events))
    return [oneEvent(activity, events)];
  const list2 = asObjects(events);
  const parts = list2.map((event, index) => oneEvent(activity, event, index));
  const echoes = echoesOf(parts);
  return parts.map((part, index) => echoes.has(index) ? oneEvent(activity, list2[index] ?? {}, index, true) : part);
}
var MAKERS = ["upload", "create", "copy"];
function echoesOf(parts) {
  const echoes = /* @__PURE__ */ new Set();
  const seen = /* @__PURE__ */ new Set();
  const nameOf2 = (part) => asText(member(part["event"], "name")) ?? "";
  const itemOf = (part) => asText(member(part["parameters"], "doc_id")) ?? "";
  const makers = parts.filter((part) => MAKERS.includes(nameOf2(part)) && isPrimary(part) && itemOf(part) !== "");
  const making = makers.toSorted((a, b) => MAKERS.indexOf(nameOf2(a)) - MAKERS.indexOf(nameOf2(b)));
  for (const [index, part] of parts.entries()) {
    if (asText(member(part["id"], "applicationName")) !== "drive")
      continue;
    const key = `${nameOf2(part)}
${itemOf(part)}
${asText(member(part["parameters"], "target_user")) ?? ""}`;
    const maker = making.find((one) => itemOf(one) === itemOf(part));
    if (!isPrimary(part) || maker !== void 0 && nameOf2(maker) !== nameOf2(part) || seen.has(key))
      echoes.add(index);
    else
      seen.add(key);
  }
  return echoes;
}
function isPrimary(part) {
  return asFlag(member(part["parameters"], "primary_event")) !== false;
}
function readParameters(value, depth = 0) {
  const found = emptyObject();
  if (isObject(value)) {
    for (const [name, inner] of Object.entries(value))
      if (name !== "__proto__")
        found[name] = inner;
    return found;
  }
  if (!Array.isArray(value) || depth > MAX_DEPTH2)
    return found;
  for (const parameter3 of value) {
    const name = asText(member(parameter3, "name"));
    if (name === void 0 || name === "__proto__" || !isObject(parameter3))
      continue;
    found[name] = readValue(parameter3, depth);
    for (const other of ["old_value", "new_value"]) {
      const extra = parameter3[other];
      if (extra !== void 0 && found[other] === void 0)
        found[other] = extra;
    }
  }
  return found;
}
function readValue(parameter3, depth) {
  for (const key of VALUE_KEYS) {
    const value = member(parameter3, key);
    if (value === void 0)
      continue;
    if (key === "messageValue")
      return readParameters(member(value, "parameter"), depth + 1);
    if (key === "multiMessageValue") {
      return asObjects(value).map((message) => readParameters(message["parameter"], depth + 1));
    }
    return value;
  }
  return void 0;
}

// dist/src/sources/google_workspace/formats-bigquery.js
var MAX_DEPTH3 = 12;
function byName(row, fields11, depth = 0) {
  const named4 = emptyObject();
  const cells = member(row, "f");
  if (!Array.isArray(cells) || depth > MAX_DEPTH3)
    return named4;
  for (const [index, field] of asObjects(fields11).entries()) {
    const name = asText(field["name"]);
    const value = member(cells[index], "v");
    if (name === void 0 || name === "__proto__" || value === void 0)
      continue;
    const one = (inner) => asText(field["type"])?.toUpperCase() === "RECORD" ? byName(inner, field["fields"], depth + 1) : inner ?? null;
    named4[name] = Array.isArray(value) ? value.map((element) => one(member(element, "v"))) : one(value);
  }
  return named4;
}
function address(text4) {
  if (text4 === void 0)
    return void 0;
  return parseAddress(text4) ?? parseAddress(/^[A-Za-z0-9+/]{8,80}={0,2}$/.test(text4) ? Buffer.from(text4, "base64").toString("latin1") : void 0);
}
var OUTER = /* @__PURE__ */ new Set([
  "time_usec",
  "email",
  "event_id",
  "event_name",
  "event_type",
  "ip_address",
  "record_type",
  "unique_identifier",
  "domain_name",
  "resource_details"
]);
function fromRow2(row) {
  const application4 = asText(row["record_type"]) ?? "unknown";
  const qualifier = asText(row["unique_identifier"]) ?? asText(row["event_id"]);
  const parameters = emptyObject();
  const own = member(row, application4);
  if (isObject(own))
    Object.assign(parameters, own);
  for (const [name, value] of Object.entries(row)) {
    if (!OUTER.has(name) && name !== application4 && value !== null && name !== "__proto__")
      parameters[name] = value;
  }
  const id = {
    time: row["time_usec"] ?? null,
    applicationName: application4,
    ...qualifier !== void 0 && { uniqueQualifier: qualifier }
  };
  return [
    oneEvent({ id, actor: { email: row["email"] ?? null }, ipAddress: address(asText(row["ip_address"])) ?? null }, { name: row["event_name"] ?? null, type: row["event_type"] ?? null, parameters })
  ];
}
var bigQuery = [
  {
    id: "bigquery-tabledata",
    title: "BigQuery export: rows by position with their schema",
    has: ["row.f", "schema.fields"],
    reshape: (record) => fromRow2(byName(record["row"], member(record["schema"], "fields"))),
    lacks: ["country", "asn"]
  },
  {
    id: "bigquery",
    title: "BigQuery export: rows by name",
    has: ["time_usec", "event_name", "record_type"],
    reshape: fromRow2,
    lacks: ["country", "asn"]
  }
];

// dist/src/sources/google_workspace/formats-console.js
var CONSOLE_EVENTS = {
  view: ["drive", "view"],
  preview: ["drive", "preview"],
  print: ["drive", "print"],
  download: ["drive", "download"],
  upload: ["drive", "upload"],
  create: ["drive", "create"],
  copy: ["drive", "copy"],
  edit: ["drive", "edit"],
  delete: ["drive", "delete"],
  "item content accessed": ["drive", "access_item_content"],
  "item content synced": ["drive", "sync_item_content"],
  "email as attachment": ["drive", "email_as_attachment"],
  "user sharing permissions change": ["drive", "change_user_access"],
  "link sharing access type changed": ["drive", "change_document_access_scope"],
  "link sharing visibility change": ["drive", "change_document_visibility"],
  "owner changed": ["drive", "change_owner"],
  "successful login": ["login", "login_success"],
  "failed login": ["login", "login_failure"],
  "suspicious login": ["login", "suspicious_login"],
  "login challenge": ["login", "login_challenge"],
  logout: ["login", "logout"],
  "user authorized access": ["token", "authorize"],
  "api call": ["token", "activity"],
  authorize: ["token", "authorize"],
  "admin privileges grant": ["admin", "GRANT_ADMIN_PRIVILEGE"],
  "user creation": ["admin", "CREATE_USER"],
  "user deletion": ["admin", "DELETE_USER"],
  "user suspension": ["admin", "SUSPEND_USER"],
  "user unsuspension": ["admin", "UNSUSPEND_USER"],
  "role assigned": ["admin", "ASSIGN_ROLE"]
};
var consoleColumns = renameColumns({
  Date: "id.time",
  Event: "event.name",
  "Event name": "event.name",
  Actor: "actor.email",
  "Actor email": "actor.email",
  User: "actor.email",
  "IP address": "ipAddress",
  "IP Address": "ipAddress",
  "Document ID": "parameters.doc_id",
  "Item ID": "parameters.doc_id",
  Title: "parameters.doc_title",
  "Item name": "parameters.doc_title",
  "Document type": "parameters.doc_type",
  Owner: "parameters.owner",
  Visibility: "parameters.visibility",
  "Prior visibility": "parameters.old_visibility",
  Target: "parameters.target_user",
  "Target user": "parameters.target_user",
  Recipients: "parameters.target_user",
  "App name": "parameters.app_name",
  "Application name": "parameters.app_name",
  "Client ID": "parameters.client_id",
  "OAuth client ID": "parameters.client_id",
  Scope: "parameters.scope",
  Scopes: "parameters.scope",
  "Login type": "parameters.login_type",
  "Affected user": "parameters.USER_EMAIL",
  "Resource name": "parameters.USER_EMAIL",
  Description: "parameters.description"
});
function fromConsole(record) {
  return consoleColumns(record).flatMap((row) => {
    const { event, parameters, ...activity } = row;
    const words = asText(member(event, "name")) ?? "";
    const known2 = words.toLowerCase();
    const [application4, name] = (Object.hasOwn(CONSOLE_EVENTS, known2) ? CONSOLE_EVENTS[known2] : void 0) ?? ["unknown", words];
    const visibility = asText(member(parameters, "visibility"))?.toLowerCase().replaceAll(" ", "_");
    const found = emptyObject();
    if (isObject(parameters))
      Object.assign(found, parameters);
    if (visibility !== void 0)
      found["visibility"] = visibility;
    return [
      oneEvent({ ...activity, id: { ...isObject(row["id"]) ? row["id"] : {}, applicationName: application4 } }, { name, parameters: found })
    ];
  });
}
var isConsoleRow = (record) => {
  const words = asText(record["Event"] ?? record["Event name"])?.toLowerCase() ?? "";
  return Object.hasOwn(CONSOLE_EVENTS, words) || ["Document ID", "Item ID", "Prior visibility", "Login type"].some((name) => Object.hasOwn(record, name));
};
var consoleFormats = [
  {
    id: "console-csv",
    title: "CSV of the admin console (audit and investigation)",
    has: ["Date", "Event", "Actor"],
    test: isConsoleRow,
    reshape: fromConsole,
    lacks: ["id", "asn", "country", "device"],
    note: "Headers and event names follow the administrator\u2019s language: only English ones are known here, and a row names no log."
  },
  {
    id: "console-csv-user",
    title: "CSV of the admin console, older columns",
    has: ["Date", "Event name", "User"],
    test: isConsoleRow,
    reshape: fromConsole,
    lacks: ["id", "asn", "country", "device"]
  }
];

// dist/src/sources/google_workspace/formats-tables.js
function fromColumns(entries) {
  const activity = emptyObject();
  const parameters = emptyObject();
  const event = emptyObject();
  for (const [name, value] of entries) {
    if (value === void 0 || value === null || value === "" || name === "__proto__")
      continue;
    if (/^(?:id|actor|networkInfo)\./.test(name))
      setPath(activity, name, value);
    else if (name === "ipAddress" || name === "ownerDomain")
      activity[name] = value;
    else if (name === "name" || name === "type")
      event[name] = value;
    else
      parameters[name] = asJson(value) ?? null;
  }
  event["parameters"] = parameters;
  return [oneEvent(activity, event)];
}
var SENTINEL_COLUMNS = {
  id_time: "id.time",
  id_uniquequalifier: "id.uniqueQualifier",
  id_applicationname: "id.applicationName",
  id_customerid: "id.customerId",
  actor_email: "actor.email",
  actor_profileid: "actor.profileId",
  actor_callertype: "actor.callerType",
  actor_key: "actor.key",
  ipaddress: "ipAddress",
  ownerdomain: "ownerDomain",
  event_name: "name",
  event_type: "type"
};
function fromSentinel2(record) {
  return fromColumns(Object.entries(record).map(([column, value]) => {
    const bare = column.replace(/ \[UTC\]$/i, "").replace(/_[sdgbt]$/, "");
    const known2 = bare.toLowerCase();
    return [Object.hasOwn(SENTINEL_COLUMNS, known2) ? SENTINEL_COLUMNS[known2] ?? bare : bare, value];
  }));
}
var elasticColumns = renameColumns({
  "@timestamp": "id.time",
  "event.provider": "id.applicationName",
  "event.id": "id.uniqueQualifier",
  "event.action": "event.name",
  "google_workspace.event.type": "event.type",
  "source.ip": "ipAddress",
  "source.as.number": "networkInfo.ipAsn.0",
  "source.geo.country_iso_code": "networkInfo.regionCode",
  "source.user.email": "actor.email",
  "source.user.id": "actor.profileId",
  "user.email": "actor.email",
  "google_workspace.actor.email": "actor.email",
  "google_workspace.actor.type": "actor.callerType",
  "google_workspace.actor.key": "actor.key",
  "google_workspace.organization.domain": "ownerDomain",
  "google_workspace.drive.file.id": "parameters.doc_id",
  "google_workspace.drive.file.type": "parameters.doc_type",
  "google_workspace.drive.file.owner.email": "parameters.owner",
  "google_workspace.drive.file.owner.is_shared_drive": "parameters.owner_is_shared_drive",
  "file.name": "parameters.doc_title",
  "google_workspace.token.client.id": "parameters.client_id",
  "google_workspace.token.client.type": "parameters.client_type",
  "google_workspace.token.scope.value": "parameters.scope",
  "google_workspace.admin.application.name": "parameters.APPLICATION_NAME",
  "google_workspace.admin.setting.name": "parameters.SETTING_NAME",
  "google_workspace.admin.new_value": "parameters.NEW_VALUE",
  "google_workspace.admin.old_value": "parameters.OLD_VALUE",
  "google_workspace.admin.role.name": "parameters.ROLE_NAME",
  "google_workspace.admin.user.email": "parameters.USER_EMAIL",
  "user.target.email": "parameters.USER_EMAIL",
  "google_workspace.admin.group.email": "parameters.GROUP_EMAIL",
  "google_workspace.admin.org_unit.name": "parameters.ORG_UNIT_NAME",
  "google_workspace.admin.api.client.name": "parameters.API_CLIENT_NAME",
  "google_workspace.admin.api.scopes": "parameters.API_SCOPES",
  "google_workspace.admin.oauth2.application.id": "parameters.OAUTH2_APP_ID",
  "google_workspace.admin.oauth2.application.name": "parameters.OAUTH2_APP_NAME",
  "google_workspace.admin.oauth2.application.type": "parameters.OAUTH2_APP_TYPE",
  "google_workspace.login.type": "parameters.login_type",
  "google_workspace.login.failure_type": "parameters.login_failure_type"
}, { nested: true });
var DIRECT = ["drive", "token", "login", "saml", "user_accounts", "groups", "chat", "calendar", "gmail"];
function fromElastic3(record) {
  return elasticColumns(record).flatMap((row) => {
    const { event, parameters, ...activity } = row;
    const found = emptyObject();
    const flat = {};
    for (const [name, value] of Object.entries(record))
      if (name.startsWith("google_workspace."))
        flat[name.slice(17)] = value;
    for (const application4 of DIRECT) {
      const own = member(record["google_workspace"], application4);
      const pairs = [
        ...isObject(own) ? Object.entries(own) : [],
        ...Object.entries(flat).filter(([name]) => name.startsWith(`${application4}.`)).map(([name, value]) => [name.slice(application4.length + 1), value])
      ];
      for (const [name, value] of pairs)
        if (value !== void 0 && !isObject(value) && name !== "__proto__")
          found[name] = value;
    }
    if (isObject(parameters))
      Object.assign(found, parameters);
    return isObject(event) ? [oneEvent(activity, { ...event, parameters: found })] : [];
  });
}
var tables = [
  {
    id: "gam-csv",
    title: "GAM (`gam report <application>`) CSV",
    has: ["name", '"id.applicationName"', '"id.time"'],
    reshape: (record) => fromColumns(Object.entries(record).map(([name, value]) => [name.replace(/^\ufeff/, "").trim(), value])),
    note: "The pairing of scopes with products is lost; times carry the zone that GAM is set to."
  },
  {
    id: "sentinel",
    title: "Microsoft Sentinel tables GWorkspace_ReportsAPI_*_CL",
    has: ["event_name_s", "id_applicationName_s"],
    reshape: fromSentinel2,
    lacks: ["asn", "country"]
  },
  {
    id: "elastic",
    title: "Elastic integration `google_workspace`, without the original line",
    has: ["@timestamp", "event", "google_workspace"],
    test: (record) => asText(member(record["event"], "action")) !== void 0,
    reshape: fromElastic3,
    note: "Elastic drops integers and nested parameters of Drive, and the target of some admin events."
  },
  {
    id: "elastic-flat",
    title: "Rows of Elastic or Kibana with dotted column names",
    has: ["@timestamp", '"event.action"', '"event.provider"'],
    test: (record) => Object.keys(record).some((name) => name.startsWith("google_workspace.")),
    reshape: fromElastic3
  }
];

// dist/src/sources/google_workspace/formats.js
var isActivity = (record) => asText(member(record["id"], "applicationName")) !== void 0;
var SERVICES = {
  "admin.googleapis.com": "admin",
  "login.googleapis.com": "login",
  "oauth2.googleapis.com": "token",
  "cloudidentity.googleapis.com": "groups_enterprise",
  "saml.googleapis.com": "saml"
};
function fromCloudLogging(record) {
  const payload = record["protoPayload"];
  const service = asText(member(payload, "serviceName")) ?? "";
  const activity = emptyObject();
  activity["id"] = {
    time: member(record, "timestamp") ?? null,
    uniqueQualifier: member(record, "insertId") ?? null,
    applicationName: Object.hasOwn(SERVICES, service) ? SERVICES[service] ?? service : service
  };
  activity["actor"] = { email: member(member(payload, "authenticationInfo"), "principalEmail") ?? null };
  activity["ipAddress"] = member(member(payload, "requestMetadata"), "callerIp") ?? null;
  activity["events"] = asObjects(member(member(payload, "metadata"), "event")).map((event) => ({
    type: member(event, "eventType") ?? null,
    name: member(event, "eventName") ?? null,
    parameters: parametersOf(event)
  }));
  return explode(activity);
}
function parametersOf(event) {
  return event["parameter"] ?? event["parameters"] ?? [];
}
var formats5 = [
  {
    id: "activity",
    title: "Reports API activity: page, array, one a line (ALFA, Chronicle, Splunk `_raw`)",
    has: ["id", "events"],
    test: isActivity,
    reshape: explode
  },
  {
    id: "activity-kind",
    title: "Reports API activity with its kind",
    has: ["kind", "id", "events"],
    test: (record) => record["kind"] === "admin#reports#activity" && isActivity(record),
    reshape: explode
  },
  {
    id: "page",
    title: "Reports API page; an empty one has no items",
    has: ["kind", "etag"],
    test: (record) => record["kind"] === "admin#reports#activities",
    reshape: (record) => asObjects(record["items"]).flatMap(explode)
  },
  {
    id: "panther",
    title: "Panther table GSuite.ActivityEvent",
    has: ["id", "name", "parameters"],
    test: (record) => isActivity(record) && typeof record["name"] === "string" && !Object.hasOwn(record, "events"),
    reshape: (record) => {
      const { name, type, parameters, ...activity } = record;
      return [oneEvent(activity, { name: name ?? null, type: type ?? null, parameters: parameters ?? null })];
    }
  },
  {
    id: "splunk",
    title: "Splunk add-on: one event an activity, below `event`",
    has: ["id", "event", "actor"],
    test: (record) => isActivity(record) && asText(member(record["event"], "name")) !== void 0,
    reshape: (record) => {
      const { event, ...activity } = record;
      return isObject(event) ? [oneEvent(activity, event)] : [];
    }
  },
  {
    id: "cloud-logging",
    title: "Google Cloud Logging copy of the Workspace logs",
    has: ["protoPayload.metadata.event", "protoPayload.serviceName"],
    reshape: fromCloudLogging,
    lacks: ["country", "asn"],
    note: "Only admin, groups, sign-in, OAuth and SAML logs are shared with Cloud Logging: nothing of Drive."
  },
  ...tables,
  ...consoleFormats,
  ...bigQuery
];

// dist/src/sources/google_workspace/scopes.js
var TIERS3 = {
  1: [
    "https://mail.google.com gmail.settings.sharing gmail.settings.basic gmail.modify drive cloud-platform admin.directory.user",
    "admin.directory.user.security admin.directory.rolemanagement admin.directory.group admin.directory.domain",
    "admin.directory.orgunit apps.groups.settings admin.datatransfer ediscovery https://www.google.com/accounts/OAuthLogin"
  ].join(" "),
  2: [
    "gmail.readonly gmail.compose gmail.send gmail.insert drive.readonly drive.metadata.readonly drive.activity documents spreadsheets",
    "contacts directory.readonly calendar chat.messages admin.directory.user.readonly admin.reports.audit.readonly apps.alerts",
    "cloud_search.query script.external_request script.projects"
  ].join(" "),
  3: "drive.file drive.appdata gmail.labels gmail.metadata calendar.readonly calendar.events contacts.readonly tasks",
  0: "openid email profile userinfo.email userinfo.profile"
};
var TIER_OF2 = new Map([1, 2, 3, 0].flatMap((tier) => TIERS3[tier].split(" ").map((scope) => [scope, tier])));
function scopeTier5(scope) {
  const name = scope.trim().replace(/\/$/, "").replace(/^https:\/\/www\.googleapis\.com\/auth\//, "");
  return TIER_OF2.get(name);
}
function roleTier5(role) {
  const name = role.trim().toUpperCase();
  if (name === "SUPER ADMIN" || name === "_SEED_ADMIN_ROLE")
    return 1;
  if (name.endsWith("_ADMIN_ROLE") || /^USERS_[A-Z_]{2,40}$/.test(name))
    return 2;
  return name.startsWith("GROUP:") ? 0 : void 0;
}

// dist/src/sources/google_workspace/index.js
var MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
var CONSOLE = /^([A-Za-z]{3})[a-z]{0,6} (\d{1,2}), (\d{4}),? (\d{1,2}):(\d{2}):(\d{2})\s?([AP]M)(?: (?:GMT|UTC)(?:([+-])(\d{1,2})(?::?(\d{2}))?)?)?$/;
function consoleTime(text4) {
  const slashed = /^(\d{4})\/(\d{2})\/(\d{2}) (.{8,20})$/.exec(text4);
  if (slashed !== null)
    return parseTime(`${slashed[1]}-${slashed[2]}-${slashed[3]} ${slashed[4]}`);
  const match = CONSOLE.exec(text4.replace(/[\u202f\u00a0]/g, " "));
  if (match === null)
    return void 0;
  const [, word = "", day = "", year, hour, minute, second, half, sign, hours, minutes = "00"] = match;
  const month = MONTHS.indexOf(word.toLowerCase()) + 1;
  const time = parseTime(`${month}/${day}/${year} ${hour}:${minute}:${second} ${half}`);
  if (time === void 0 || month === 0 || sign === void 0)
    return month === 0 ? void 0 : time;
  const shift = (Number(hours) * 60 + Number(minutes)) * 6e4;
  return sign === "+" ? time - shift : time + shift;
}
var googleWorkspace = {
  id: "google_workspace",
  title: "Google Workspace",
  references: [
    "https://developers.google.com/workspace/admin/reports/reference/rest/v1/activities/list (shape of an activity)",
    "https://developers.google.com/workspace/admin/reports/v1/appendix/activity/drive (events and parameters, and the pages beside it)",
    "https://support.google.com/a/answer/7061566 (retention and lag)"
  ],
  formats: formats5,
  fields: fields5,
  activities: activities5,
  outcomes: { success: ["succeeded", "succeeded_with_warnings"], failure: ["failed"] },
  finish: finish4,
  // Without its place in the activity an id names several events: they are told apart by their content.
  weakId: (id) => !/\/-?\d+\/\d+$/.test(id),
  parseTime: consoleTime,
  scopeTier: (scope) => scopeTier5(scope),
  roleTier: roleTier5,
  blindSpots: blindSpots5,
  consoleFilter: (actor, start, end) => `Audit and investigation: Actor is ${actor}, Date after ${start}, Date before ${end}`
};

// dist/src/sources/m365/client.js
var readClientApp = compilePaths(["ClientAppId", "AppAccessContext.ClientAppId", "ApplicationId"]);
var readApp3 = compilePath("AppId");
var readAppName = compilePaths(["AppAccessContext.ClientAppName", "ApplicationDisplayName"]);
var CLIENTS = [
  ["Client=REST", "rest"],
  ["Client=OWA", "owa"],
  ["Client=MSExchangeRPC", "outlook"],
  ["Client=Hub Transport", "transport"],
  ["Client=POP3/IMAP4", "imap"],
  ["Client=IMAP", "imap"],
  ["Client=POP", "pop"],
  ["Client=ActiveSync", "activesync"],
  ["Client=WebServices", "ews"],
  ["Client=Outlook", "outlook"]
];
var LONGEST_AGENT = 1e3;
function callingApp(record) {
  const client2 = named2(readClientApp(record)) ?? appInText(record);
  const own = named2(readApp3(record));
  const id = (client2 ?? (own !== void 0 && !isResource(own.toLowerCase()) ? own : void 0))?.toLowerCase();
  const name = asText(readAppName(record));
  if (id === void 0 && name === void 0)
    return void 0;
  return { id: id ?? (name ?? "").toLowerCase(), ...name !== void 0 && { name } };
}
function readClient(record, event) {
  const text4 = asText(member(record, "ClientInfoString"));
  if (text4 !== void 0) {
    const client2 = CLIENTS.find(([start]) => text4.startsWith(start))?.[1];
    if (client2 !== void 0)
      addDetails(event, { client: client2 });
  }
  if (event.userAgent !== void 0)
    return;
  const agent = agentIn(text4) ?? entryOf(detailsOf(record), "User-Agent") ?? text4;
  if (agent !== void 0 && agent !== "EvoSTS")
    event.userAgent = agent;
}
function detailsOf(record) {
  const text4 = entryOf(member(record, "ExtendedProperties"), "additionalDetails");
  if (text4 === void 0 || !text4.startsWith("{"))
    return [];
  try {
    const parsed = JSON.parse(text4);
    return Object.entries(parsed).map(([Name, Value]) => ({ Name, Value: Value ?? null }));
  } catch {
    return [];
  }
}
function agentIn(text4) {
  if (text4 === void 0)
    return void 0;
  const semicolon = text4.indexOf(";");
  const rest = semicolon === -1 ? "" : text4.slice(semicolon + 1, semicolon + LONGEST_AGENT).trim();
  if (!/^[A-Za-z][\w .+-]{0,60}\//.test(rest))
    return void 0;
  const id = rest.indexOf("[AppId=");
  const agent = id === -1 ? rest : rest.slice(0, id);
  return agent.endsWith(";") ? agent.slice(0, -1) : agent;
}
function appInText(record) {
  for (const name of ["ClientInfoString", "ActorInfoString"]) {
    const text4 = asText(member(record, name)) ?? "";
    const at2 = text4.indexOf("[AppId=");
    if (at2 === -1)
      continue;
    const id = text4.slice(at2 + 7, text4.indexOf("]", at2));
    if (isGuid(id))
      return id;
  }
  return void 0;
}

// dist/src/sources/m365/directory.js
var KINDS = /* @__PURE__ */ new Set([
  "user",
  "serviceprincipal",
  "application",
  "group",
  "role",
  "policy",
  "device",
  "other",
  "directoryrole",
  "administrativeunit"
]);
var readDirectory2 = remembering(read3);
function read3(record) {
  const changes = /* @__PURE__ */ new Map();
  addChanges(changes, asObjects(member(record, "ModifiedProperties")), { name: "Name", before: "OldValue", after: "NewValue" });
  const actors = asObjects(member(record, "Actor"));
  const actor = mentioned(actors);
  const ids = [actor.objectId, actor.upn, actor.puid, actor.appId, named2(member(record, "UserId"))];
  return {
    changes,
    targets: targetsOf(record),
    details: new Map(detailsOf(record).map((entry) => [
      (asText(member(entry, "Name")) ?? "").toLowerCase(),
      asText(member(entry, "Value")) ?? ""
    ])),
    actorIds: new Set(ids.filter((id) => id !== void 0).map((id) => id.toLowerCase())),
    actorNames: actors.map((entry) => asText(member(entry, "ID"))).filter((text4) => text4 !== void 0)
  };
}
function targetsOf(record) {
  const found = mentioned(asObjects(member(record, "Target")));
  const object = named2(member(record, "ObjectId"));
  if (object !== void 0 && !object.includes(";")) {
    if (isUpn(object))
      found.upn ??= object;
    else if (found.objectId === void 0 && isGuid(object) && found.appId !== object)
      found.objectId = object;
    else if (!isGuid(object))
      found.name ??= object;
  }
  if (found.kind === "" && found.upn !== void 0)
    found.kind = "user";
  const { kind: kind2, objectId, upn, puid, name, appId } = found;
  if ([objectId, upn, puid, name, appId].every((fact2) => fact2 === void 0))
    return [];
  return [
    {
      type: kind2,
      ...objectId !== void 0 && { id: objectId },
      ...upn !== void 0 && { upn },
      ...puid !== void 0 && { puid },
      ...name !== void 0 && { name },
      ...appId !== void 0 && { appId }
    }
  ];
}
function actingApp(record) {
  const { kind: kind2, appId, name } = mentioned(asObjects(member(record, "Actor")));
  if (appId === void 0 || kind2 === "serviceprincipal")
    return void 0;
  return { id: appId.toLowerCase(), ...name !== void 0 && { name } };
}
function mentioned(entries) {
  const found = { kind: "" };
  const loose = [];
  for (const entry of entries) {
    const text4 = asText(member(entry, "ID"));
    if (text4 === void 0)
      continue;
    const type = asText(member(entry, "Type"));
    const lower = text4.toLowerCase();
    const line = lower.indexOf("_");
    if (line > 0 && KINDS.has(lower.slice(0, line)) && isGuid(lower.slice(line + 1))) {
      found.kind = lower.slice(0, line);
      found.objectId ??= lower.slice(line + 1);
    } else if (KINDS.has(lower) && type !== "1")
      found.kind ||= lower;
    else if (type === "1")
      found.name ??= text4;
    else if (isGuid(lower))
      loose.push(lower);
    else if (type === "3" || isPuid(lower))
      found.puid ??= lower;
    else if (type === "5" || isUpn(text4))
      found.upn ??= text4;
  }
  for (const id of loose)
    if (id !== found.objectId)
      found.appId ??= id;
  if (found.objectId === void 0 && found.kind === "user" && found.appId !== void 0) {
    found.objectId = found.appId;
    delete found.appId;
  }
  return found;
}

// dist/src/sources/m365/files.js
var SERVER_AGENTS = ["MSWAC", "OneDriveMpc-Transform_Thumbnail", "OfficeXLCA", "ODMTA"];
function readFile(record, event) {
  const url = named2(member(record, "ObjectId"));
  const stable = named2(member(record, "ListItemUniqueId"))?.toLowerCase();
  const id = url ?? stable;
  if (id === void 0)
    return;
  const name = asText(member(record, "SourceFileName"));
  const type = asText(member(record, "ItemType"))?.toLowerCase() ?? "file";
  event.target = {
    type,
    id,
    ...name !== void 0 && { name },
    ...stable !== void 0 && stable !== id && { aliases: [stable] }
  };
  const site = asText(member(record, "SiteUrl"));
  if (site !== void 0)
    addDetails(event, { site });
}
var read4 = (record, event) => {
  if (!byServer(record))
    return;
  addDetails(event, { derived: true });
  event.items = 0;
};
var repeated = (_record, event) => {
  event.items = 0;
};
var written = (record, event) => {
  if (byServer(record))
    addDetails(event, { derived: true });
};
var shared = (record, event) => {
  const kind2 = asText(member(record, "TargetUserOrGroupType"));
  const who = asText(member(record, "TargetUserOrGroupName"));
  if (kind2?.toLowerCase() === "guest" || who?.toLowerCase().includes("#ext#") === true)
    event.external = true;
  const rights = /<Type>([^<]{1,100})<\/Type>/.exec(asText(member(record, "EventData"))?.slice(0, 4e3) ?? "")?.[1];
  addDetails(event, { sharedWith: who, sharedWithType: kind2, rights });
};
var anonymous = (record, event) => {
  shared(record, event);
  event.external = true;
};
var folder = (_record, event) => {
  addDetails(event, { wholeFolder: true });
};
var FILES = {
  ...each({ activity: "file.read", read: read4 }, ["FileAccessed", "FilePreviewed", "PageViewed", "ClientViewSignaled"]),
  // The same person goes on with the same file: a repetition of FileAccessed for up to three hours.
  FileAccessedExtended: { activity: "file.read", read: repeated, details: { derived: true } },
  ...each({ activity: "file.download", read: read4 }, ["FileDownloaded", "FileSyncDownloadedFull"]),
  ...each({ activity: "file.upload", read: written }, ["FileUploaded", "FileSyncUploadedFull", "FileUploadedPartial"]),
  ...each("file.create", ["FolderCreated", "ListItemCreated", "ListCreated", "SiteCollectionCreated"]),
  FileCopied: "file.copy",
  FolderCopied: { activity: "file.copy", read: folder },
  ...each({ activity: "file.share", read: shared }, [
    "SharingSet",
    "SharingInvitationCreated",
    "CompanyLinkCreated",
    "SecureLinkCreated",
    "AddedToSecureLink",
    "AddedToGroup",
    "SharingInheritanceBroken"
  ]),
  ...each({ activity: "file.share", read: anonymous }, ["AnonymousLinkCreated", "AnonymousLinkUpdated", "AnonymousLinkUsed"]),
  ...each("admin.change", ["SharingPolicyChanged", "SiteCollectionAdminAdded"])
};
function byServer(record) {
  const agent = asText(member(record, "UserAgent"));
  return agent !== void 0 && SERVER_AGENTS.some((part) => agent.includes(part));
}

// dist/src/sources/m365/record.js
var RECORD_TYPES = /* @__PURE__ */ new Map([
  ["exchangeadmin", 1],
  ["exchangeitem", 2],
  ["exchangeitemgroup", 3],
  ["sharepoint", 4],
  ["sharepointfileoperation", 6],
  ["onedrive", 7],
  ["azureactivedirectory", 8],
  ["azureactivedirectoryaccountlogon", 9],
  ["sharepointsharingoperation", 14],
  ["azureactivedirectorystslogon", 15],
  ["securitycompliancecentereopcmdlet", 18],
  ["discovery", 24],
  ["microsoftteams", 25],
  ["sharepointlistoperation", 36],
  ["exchangeitemaggregated", 50],
  ["sharepointlistitemoperation", 54],
  ["sharepointcontenttypeoperation", 55],
  ["sharepointfieldoperation", 56],
  ["aadriskdetection", 294]
]);
var USER_TYPES = /* @__PURE__ */ new Map([
  ["regular", 0],
  ["reserved", 1],
  ["admin", 2],
  ["dcadmin", 3],
  ["system", 4],
  ["application", 5],
  ["serviceprincipal", 6],
  ["custompolicy", 7],
  ["systempolicy", 8],
  ["partnertechnician", 9],
  ["guest", 10]
]);
var LOGON_TYPES = ["owner", "admin", "delegate", "transport", "system", "best access", "delegated admin"];
function recordType(record) {
  return numbered4(member(record, "RecordType"), RECORD_TYPES);
}
function userType(record) {
  return numbered4(member(record, "UserType"), USER_TYPES);
}
function logonType(record) {
  const text4 = asText(member(record, "LogonType"));
  if (text4 === void 0)
    return void 0;
  if (/^\d+$/.test(text4))
    return LOGON_TYPES[Number(text4)];
  const word = text4.toLowerCase();
  return word === "delegated" ? "delegate" : word;
}
function numbered4(value, names) {
  const text4 = asText(value);
  if (text4 === void 0)
    return void 0;
  return /^\d+$/.test(text4) ? Number(text4) : names.get(text4.toLowerCase());
}

// dist/src/sources/m365/mail.js
var readFolder = compilePath("Item.ParentFolder.Path");
var MOST_ITEMS = 1e6;
function readMailbox(record, event) {
  const owner = named2(member(record, "MailboxOwnerUPN"))?.toLowerCase();
  const guid = named2(member(record, "MailboxGuid"))?.toLowerCase();
  const id = owner ?? guid;
  if (id === void 0)
    return;
  event.target = { type: "mailbox", id, ...guid !== void 0 && guid !== id && { aliases: [guid] } };
  const { actor } = event;
  const other = actor?.type === "user" && owner !== void 0 && isUpn(owner) && isUpn(actor.id) && actor.id !== owner;
  addDetails(event, { logonType: logonType(record), delegate: other ? true : void 0 });
}
var accessed = (record, event) => {
  const properties = member(record, "OperationProperties");
  const access2 = entryOf(properties, "MailAccessType") ?? entryOf(properties, "AttachmentAccessType");
  const throttled = asFlag(entryOf(properties, "IsThrottled"));
  const folders = asObjects(member(record, "Folders"));
  const folder2 = asText(readFolder(record)) ?? asText(member(folders[0], "Path"));
  const sync = access2?.toLowerCase() === "sync";
  if (!sync)
    event.items = countOf(record) ?? (listedItems(folders, "FolderItems") || 1);
  addDetails(event, {
    accessType: access2,
    folder: folder2,
    folders: sync ? Math.max(1, folders.length) : void 0,
    throttled: throttled === true ? true : void 0
  });
};
var attachments = (record, event) => {
  event.items = countOf(record) ?? (listedItems(asObjects(member(record, "Messages")), "MessageItems") || 1);
  addDetails(event, { attachments: true, accessType: entryOf(member(record, "OperationProperties"), "AttachmentAccessType") });
};
var QUERY_MEMBERS = ["QueryText", "SearchQueryText", "SearchQuery", "Query", "ContentMatchQuery"];
var search = (record, event) => {
  const parameters = member(record, "Parameters");
  let query;
  for (const name of QUERY_MEMBERS)
    query ??= asText(member(record, name)) ?? parameter2(parameters, name);
  addDetails(event, {
    query,
    case: asText(member(record, "Case")) ?? parameter2(parameters, "Case"),
    search: parameter2(parameters, "Name") ?? parameter2(parameters, "SearchName"),
    locations: parameter2(parameters, "ExchangeLocation") ?? asText(member(record, "ExchangeLocations"))
  });
};
var SUSPICIOUS = [
  ["ForwardTo", "forwardTo"],
  ["RedirectTo", "redirectTo"],
  ["ForwardAsAttachmentTo", "forwardAsAttachmentTo"],
  ["ForwardingSmtpAddress", "forwardTo"],
  ["ForwardingAddress", "forwardTo"],
  ["BlindCopyTo", "blindCopyTo"],
  ["RedirectMessageTo", "redirectTo"],
  ["MoveToFolder", "moveToFolder"],
  ["CopyToFolder", "copyToFolder"],
  ["BodyContainsWords", "bodyContainsWords"],
  ["SubjectContainsWords", "subjectContainsWords"],
  ["SubjectOrBodyContainsWords", "subjectOrBodyContainsWords"],
  ["From", "from"],
  ["Name", "rule"]
];
var rule = (record, event) => {
  const parameters = member(record, "Parameters");
  const facts = {};
  for (const [name, detail2] of SUSPICIOUS)
    facts[detail2] ??= parameter2(parameters, name);
  for (const [name, detail2] of [
    ["DeleteMessage", "deleteMessage"],
    ["MarkAsRead", "markAsRead"],
    ["DeliverToMailboxAndForward", "deliverAndForward"]
  ]) {
    if (asFlag(parameter2(parameters, name)) === true)
      facts[detail2] = true;
  }
  mailboxOf(record, event, parameter2(parameters, "Mailbox") ?? parameter2(parameters, "Identity"));
  addDetails(event, facts);
  tellExternal(event, [facts["forwardTo"], facts["redirectTo"], facts["forwardAsAttachmentTo"], facts["blindCopyTo"]]);
};
var clientRule = (record, event) => {
  const properties = member(record, "OperationProperties");
  const recipients = [];
  const actions = /* @__PURE__ */ new Set();
  for (const action of asObjects(entryOf(properties, "RuleActions"))) {
    const type = asText(member(action, "ActionType"));
    if (type !== void 0)
      actions.add(type);
    const list2 = member(action, "Recipients");
    if (Array.isArray(list2))
      recipients.push(...list2.map((entry) => asText(entry)).filter((text4) => text4 !== void 0));
  }
  const kinds = [...actions].map((action) => action.toLowerCase());
  const forwardTo = recipients.length > 0 ? recipients.join(";") : void 0;
  addDetails(event, {
    rule: entryOf(properties, "RuleName"),
    ruleOperation: entryOf(properties, "RuleOperation"),
    actions: actions.size > 0 ? [...actions].join(" ") : void 0,
    deleteMessage: kinds.some((kind2) => kind2.includes("delete")) ? true : void 0,
    forwardTo
  });
  tellExternal(event, [forwardTo]);
};
var permission = (record, event) => {
  const parameters = member(record, "Parameters");
  mailboxOf(record, event, parameter2(parameters, "Identity") ?? parameter2(parameters, "Mailbox"));
  addDetails(event, {
    grantee: parameter2(parameters, "User") ?? parameter2(parameters, "Trustee") ?? asText(member(record, "MemberUpn")),
    rights: parameter2(parameters, "AccessRights")
  });
};
var forwards = (record) => {
  const parameters = member(record, "Parameters");
  return parameter2(parameters, "ForwardingSmtpAddress") !== void 0 || parameter2(parameters, "ForwardingAddress") !== void 0 || asFlag(parameter2(parameters, "DeliverToMailboxAndForward")) === true;
};
var copiesAway = (record) => {
  const parameters = member(record, "Parameters");
  return parameter2(parameters, "BlindCopyTo") !== void 0 || parameter2(parameters, "RedirectMessageTo") !== void 0;
};
var transportRule = [
  { activity: "mail.rule", when: when("it copies or redirects mail (BlindCopyTo, RedirectMessageTo)", copiesAway), read: rule },
  { activity: "admin.change", read: rule }
];
var MAIL = {
  MailItemsAccessed: { activity: "mail.read", read: accessed },
  AttachmentAccess: { activity: "mail.read", read: attachments },
  ...each({ activity: "mail.read", read: accessed, details: { legacy: true } }, ["MessageBind", "FolderBind"]),
  ...each({ activity: "mail.search", read: search }, [
    "SearchQueryInitiatedExchange",
    "SearchQueryInitiatedSharePoint",
    "SearchQueryPerformed",
    "SearchCreated",
    "SearchStarted",
    "SearchViewed",
    "AdminMailAccess",
    "New-ComplianceSearch",
    "Start-ComplianceSearch"
  ]),
  ...each({ activity: "file.export", read: search }, ["SearchExported", "SearchExportDownloaded", "SearchResultExported"]),
  "New-ComplianceSearchAction": [
    {
      activity: "file.export",
      when: when("it exports the results", (record) => commandHas(record, "Export")),
      read: search
    },
    {
      activity: "admin.change",
      when: when("it purges the results", (record) => commandHas(record, "Purge")),
      read: search,
      details: { purge: true }
    },
    { activity: "mail.search", read: search }
  ],
  "New-MailboxExportRequest": { activity: "file.export", read: permission },
  ...each({ activity: "mail.rule", read: rule }, ["New-InboxRule", "Set-InboxRule", "Enable-InboxRule"]),
  UpdateInboxRules: { activity: "mail.rule", read: clientRule },
  ...each({ activity: "other", read: rule }, ["Remove-InboxRule", "Disable-InboxRule"]),
  "Set-Mailbox": [
    { activity: "mail.rule", when: when("it sets a forwarding address that is not empty", forwards), read: rule },
    { activity: "admin.change", read: rule }
  ],
  "New-TransportRule": transportRule,
  "Set-TransportRule": transportRule,
  ...each({ activity: "mail.rule", read: permission, details: { permission: true } }, [
    "Add-MailboxPermission",
    "Add-RecipientPermission",
    "ModifyFolderPermissions",
    "AddFolderPermissions",
    "Set-MailboxFolderPermission"
  ])
};
function parameter2(parameters, name) {
  if (typeof parameters !== "string" || parameters.trimStart().startsWith("["))
    return entryOf(parameters, name);
  const at2 = parameters.toLowerCase().indexOf(`-${name.toLowerCase()} `);
  if (at2 === -1)
    return void 0;
  const rest = parameters.slice(at2 + name.length + 2).trimStart();
  const quote = rest[0];
  const end = quote === '"' || quote === "'" ? rest.indexOf(quote, 1) : rest.search(/\s/);
  const value = quote === '"' || quote === "'" ? rest.slice(1, end === -1 ? void 0 : end) : rest.slice(0, end === -1 ? void 0 : end);
  return value.trim() === "" ? void 0 : value.trim();
}
function commandHas(record, name) {
  const parameters = member(record, "Parameters");
  const wanted = name.toLowerCase();
  if (typeof parameters === "string" && !parameters.trimStart().startsWith("["))
    return new RegExp(`-${wanted}\\b`, "i").test(parameters);
  const value = entryOf(parameters, name);
  return value !== void 0 && value.toLowerCase() !== "false";
}
function mailboxOf(record, event, identity) {
  if (event.target?.type === "mailbox")
    return;
  const object = asText(member(record, "ObjectId"))?.split("\\", 1)[0];
  const last = object?.slice(object.lastIndexOf("/") + 1);
  const guid = last !== void 0 && isGuid(last) ? last.toLowerCase() : void 0;
  const owner = [identity, object].find((text4) => text4 !== void 0 && isUpn(text4))?.toLowerCase();
  const own = event.actor?.type === "user" ? event.actor.id : void 0;
  const id = owner ?? (identity === void 0 ? own : void 0) ?? guid ?? identity?.toLowerCase() ?? own;
  if (id === void 0)
    return;
  const target2 = { type: "mailbox", id, ...guid !== void 0 && guid !== id && { aliases: [guid] } };
  event.target = target2;
  if (own !== void 0 && owner !== void 0 && own !== owner)
    addDetails(event, { delegate: true });
}
function tellExternal(event, recipients) {
  const own = domainOf3(event.target?.id) ?? domainOf3(event.actor?.id);
  if (own === void 0)
    return;
  const domains = recipients.filter((text4) => typeof text4 === "string").flatMap((text4) => text4.split(/[;,]/)).map((text4) => domainOf3(text4.replace(/^smtp:/i, "").trim())).filter((domain) => domain !== void 0);
  if (domains.length > 0)
    event.external = domains.some((domain) => domain !== own);
}
function domainOf3(text4) {
  const at2 = text4?.lastIndexOf("@") ?? -1;
  return at2 === -1 ? void 0 : /^[\p{L}\p{N}.-]+/u.exec(text4?.slice(at2 + 1, at2 + 260) ?? "")?.[0].toLowerCase();
}
function countOf(record) {
  const count = asNumber(member(record, "OperationCount"));
  return count === void 0 || count < 0 ? void 0 : Math.min(MOST_ITEMS, Math.floor(count));
}
function listedItems(groups2, name) {
  let total = 0;
  for (const group of groups2)
    total += asObjects(member(group, name)).length;
  return Math.min(MOST_ITEMS, total);
}

// dist/src/sources/m365/activities.js
var errorOf = (record) => asText(member(record, "ErrorNumber") ?? member(record, "ErrorCode"));
var signIn2 = (ok) => (record, event) => {
  event.ok = ok;
  const properties = member(record, "ExtendedProperties");
  const request = entryOf(properties, "RequestType");
  addDetails(event, {
    errorCode: errorOf(record),
    reason: asText(member(record, "LogonError")),
    request,
    deviceCode: request === "Cmsi:Cmsi" ? true : void 0,
    resource: asText(member(record, "ObjectId"))
  });
};
var isMeaning = (meaning2) => (record) => signInMeaning(errorOf(record)) === meaning2;
var SIGN_INS2 = {
  UserLoggedIn: [
    { activity: "login", when: when("ErrorNumber is 0 or absent", isMeaning("success")), read: signIn2(true) },
    {
      activity: "login.failed",
      when: when("ErrorNumber is that of a failure", isMeaning("failure")),
      read: signIn2(false)
    }
  ],
  UserLoginFailed: [
    {
      activity: "login.failed",
      when: when("ErrorNumber is not that of an interruption", (record) => !isMeaning("interrupt")(record)),
      read: signIn2(false)
    }
  ],
  MailboxLogin: "login"
};
var SETTINGS = {
  ...each("app.install", ["AppInstalled", "BotAddedToTeam", "ConnectorAdded"]),
  "New-App": {
    activity: "app.install",
    read(record, event) {
      const parameters = member(record, "Parameters");
      const name = parameter2(parameters, "DisplayName") ?? parameter2(parameters, "Identity") ?? asText(member(record, "ObjectId"));
      if (name !== void 0)
        setTarget3(event, "app", name);
    }
  },
  TeamsTenantSettingChanged: "admin.change",
  "New-ManagementRoleAssignment": {
    activity: "role.grant",
    read(record, event) {
      const parameters = member(record, "Parameters");
      const holder = ["User", "SecurityGroup", "App", "Policy"].map((name) => parameter2(parameters, name)).find(Boolean);
      if (holder !== void 0)
        setTarget3(event, holder.includes("@") ? "user" : "object", holder);
      addDetails(event, { role: parameter2(parameters, "Role") });
    }
  },
  "Add-RoleGroupMember": {
    activity: "role.grant",
    read(record, event) {
      const parameters = member(record, "Parameters");
      const holder = parameter2(parameters, "Member");
      if (holder !== void 0)
        setTarget3(event, holder.includes("@") ? "user" : "object", holder);
      addDetails(event, { role: parameter2(parameters, "Identity") });
    }
  },
  "New-Mailbox": {
    activity: "account.create",
    read: account(["MicrosoftOnlineServicesID", "UserPrincipalName", "Name", "Identity"])
  },
  "Remove-Mailbox": { activity: "account.delete", read: account(["Identity"]) },
  AadRiskDetection: { activity: "session.anomaly", read: risk2 }
};
var WITHOUT_STOP = /* @__PURE__ */ new Set([
  "Add federated identity credential",
  "Add member to role completed (PIM activation)",
  "Create application password for user",
  "Delete external user",
  "Invite external user",
  "Update application - Certificates and secrets management",
  "Add Conditional Access policy",
  "Update Conditional Access policy",
  "Delete Conditional Access policy",
  "Add Passkey (device-bound)",
  "Create Temporary Access Pass method for user",
  "Reset password (by admin)",
  "Reset password (self-service)",
  "User has elevated their access to User Access Administrator for their Azure Resources"
]);
var activities6 = joinTables(SIGN_INS2, MAIL, FILES, SETTINGS, Object.fromEntries(Object.entries(directoryTable(readDirectory2)).map(([name, rule2]) => [unifiedName(name), rule2])));
var spelled2 = speller(Object.keys(activities6));
var COMMAND = /^(?:Set|New|Remove|Disable|Enable|Add)-[A-Za-z]+$/;
var OWN_SETTINGS = /* @__PURE__ */ new Set([
  "Set-MailboxAutoReplyConfiguration",
  "Set-MailboxCalendarConfiguration",
  "Set-MailboxJunkEmailConfiguration",
  "Set-MailboxMessageConfiguration",
  "Set-MailboxRegionalConfiguration",
  "Set-MailboxSpellingConfiguration",
  "Set-Clutter",
  "Set-FocusedInbox",
  "Set-UserPhoto",
  "Remove-UserPhoto"
]);
var command = {
  activity: "admin.change",
  read(record, event) {
    const object = asText(member(record, "ObjectId")) ?? parameter2(member(record, "Parameters"), "Identity");
    if (object !== void 0 && event.target === void 0)
      setTarget3(event, "object", object);
  }
};
var fallback = {
  text: "Any other Exchange or compliance command Set-, New-, Remove-, Disable-, Enable- or Add-\u2026 is admin.change, but for settings of one's own mailbox; records of type AadRiskDetection (294) are session.anomaly.",
  rule(operation, record) {
    if (recordType(record) === 294)
      return { activity: "session.anomaly", read: risk2 };
    return COMMAND.test(operation) && !OWN_SETTINGS.has(operation) ? command : void 0;
  }
};
function risk2(record, event) {
  addDetails(event, {
    risk: asText(member(record, "RiskLevel")),
    riskType: asText(member(record, "RiskEventType") ?? member(record, "RiskType")),
    riskState: asText(member(record, "RiskState"))
  });
}
function account(names) {
  return (record, event) => {
    const parameters = member(record, "Parameters");
    const id = names.map((name) => parameter2(parameters, name)).find(Boolean) ?? asText(member(record, "ObjectId"));
    if (id !== void 0)
      setTarget3(event, "user", id);
  };
}
function setTarget3(event, type, id) {
  event.target = { type, id: type === "user" ? id.toLowerCase() : id };
}
function unifiedName(name) {
  const native = WITHOUT_STOP.has(name) || / security info$/.test(name) || / in PIM | of PIM /.test(name);
  return native ? name : `${name}.`;
}

// dist/src/sources/m365/actor.js
var SERVICE_STARTS = [
  "nt authority\\",
  "nt service\\",
  "sharepoint\\system",
  "microsoft\\",
  "s-1-5-",
  "certificate",
  "securitycompliance"
];
var SERVICE_TYPES = /* @__PURE__ */ new Set([3, 4, 7, 8]);
var DOMAINS_OF_MICROSOFT = /@(?:support\.onmicrosoft\.com|[a-z0-9-]+\.prod\.outlook\.com|[a-z0-9-]+\.prod\.exchangelabs\.com)$/;
function readActor2(record, event) {
  const raw = named2(member(record, "UserId"));
  const id = raw?.toLowerCase();
  const actor = id === void 0 ? void 0 : actorOf(record, event, id);
  if (actor === void 0)
    delete event.actor;
  else
    event.actor = actor;
}
function actorOf(record, event, id) {
  if (id === "anonymous" || id.startsWith("urn:spo:anon")) {
    event.external = true;
    addDetails(event, { anonymous: true });
    return void 0;
  }
  if (id.startsWith("urn:spo:guest#")) {
    event.external = true;
    addDetails(event, { guest: true });
    return person3(record, id.slice("urn:spo:guest#".length));
  }
  if (isService(record, event, id))
    return { type: "system", id };
  if (isApplication(record, id)) {
    addDetails(event, { appOnly: true });
    return event.app === void 0 && isUpn(id) ? person3(record, id) : application3(record, event, id);
  }
  if (id.includes("#ext#"))
    addDetails(event, { guest: true });
  return person3(record, id);
}
function isService(record, event, id) {
  if (id === "app@sharepoint")
    return event.app === void 0 || isFirstParty(event.app.id);
  const type = userType(record);
  if (type !== void 0 && SERVICE_TYPES.has(type))
    return true;
  if (id.includes("(microsoft.") || DOMAINS_OF_MICROSOFT.test(id))
    return true;
  if (SERVICE_STARTS.some((start) => id.startsWith(start)))
    return true;
  if (asFlag(member(record, "ExternalAccess")) !== true)
    return false;
  if (!isUpn(id))
    return true;
  addDetails(event, { externalAdmin: true });
  return false;
}
function isApplication(record, id) {
  const type = userType(record);
  if (type === 5 || type === 6 || id === "app@sharepoint" || id.startsWith("serviceprincipal_"))
    return true;
  return isGuid(id) && actorTexts(record).some((text4) => text4.toLowerCase().startsWith("serviceprincipal"));
}
function application3(record, event, id) {
  const texts = actorTexts(record);
  const objectId = id.startsWith("serviceprincipal_") ? id.slice("serviceprincipal_".length) : void 0;
  const own = texts.map((text4) => text4.toLowerCase()).find((text4) => isGuid(text4) && text4 !== objectId && text4 !== id);
  const clientId2 = recordType(record) === 8 ? own : event.app?.id ?? own;
  const app = clientId2 ?? objectId ?? id;
  const name = event.app?.name ?? (recordType(record) === 8 ? nameOf(record) : void 0) ?? appName(app);
  const aliases = [.../* @__PURE__ */ new Set([objectId, isGuid(id) ? id : void 0])].filter((alias) => alias !== void 0 && alias !== app);
  if (event.app === void 0)
    event.app = { id: app, ...name !== void 0 && { name } };
  const type = "app";
  return { type, id: app, ...name !== void 0 && { name }, ...aliases.length > 0 && { aliases } };
}
function person3(record, id) {
  const aliases = new Set(keyAliases(asText(member(record, "UserKey"))));
  for (const text4 of actorTexts(record)) {
    const lower = text4.toLowerCase();
    if (lower.startsWith("user_") && isGuid(lower.slice(5)))
      aliases.add(lower.slice(5));
    else if (isPuid(lower))
      aliases.add(lower);
  }
  aliases.delete(id);
  return {
    type: "user",
    id,
    ...isUpn(id) && { email: id },
    ...aliases.size > 0 && { aliases: [...aliases] }
  };
}
function keyAliases(key) {
  if (key === void 0)
    return [];
  const last = key.slice(key.lastIndexOf("|") + 1).toLowerCase();
  const bare = last.split("@", 1)[0] ?? last;
  return isPuid(bare) || isGuid(bare) ? [bare] : [];
}
function actorTexts(record) {
  return asObjects(member(record, "Actor")).map((entry) => asText(member(entry, "ID"))).filter((text4) => text4 !== void 0);
}
function nameOf(record) {
  const entry = asObjects(member(record, "Actor")).find((actor) => asText(member(actor, "Type")) === "1");
  return entry === void 0 ? void 0 : asText(member(entry, "ID"));
}

// dist/src/sources/m365/blind-spots.js
var blindSpots6 = [
  {
    activities: ["mail.read"],
    kind: "sampling",
    text: "After more than 1,000 Bind records of a mailbox within 24 hours Exchange logs none for the next 24 hours (IsThrottled); silence after that means unknown, not quiet."
  },
  {
    activities: ["mail.read"],
    kind: "sampling",
    text: "Reading the same message again in the same way within one hour is not logged; Bind records gather two minutes, Sync records name a whole folder without the number of messages."
  },
  {
    activities: ["mail.read"],
    kind: "licence",
    text: "MailItemsAccessed needed Audit Premium (E5) until 2024, and stays off on mailboxes whose list of audited actions was changed by hand."
  },
  {
    activities: ["mail.read"],
    kind: "setting",
    text: "Set-MailboxAuditBypassAssociation hides whatever one account does in mailboxes."
  },
  {
    activities: ["mail.read"],
    kind: "not-logged",
    text: "A Bind record says that the server handed a message over, not that a person read it; old clients (POP, IMAP, ActiveSync) may be missing."
  },
  {
    activities: ["mail.search"],
    kind: "setting",
    text: "Searches in a mailbox are logged only where the action SearchQueryInitiated is switched on for it, and only those from Outlook; searches through Graph or EWS are not."
  },
  {
    activities: ["file.read", "file.download"],
    kind: "sampling",
    text: "FileAccessed is logged once in five minutes for a person and file, and FileAccessedExtended repeats it for up to three hours: counts are a lower bound."
  },
  {
    activities: ["file.copy"],
    kind: "not-logged",
    text: "Copying a folder is one record, however many files it holds."
  },
  {
    activities: ["login", "login.failed"],
    kind: "not-logged",
    text: "Sign-ins of unknown users (since November 2020), non-interactive sign-ins and those of service principals are not in this log; they are in the sign-in logs of Entra."
  },
  {
    activities: ["app.grant"],
    kind: "not-logged",
    text: "An incremental consent may repeat the old permissions; the new one then stands only in the grant record beside it."
  },
  {
    activities: ["token.create"],
    kind: "not-logged",
    text: "Issuing a token is not logged; only credentials added to applications and application passwords are."
  },
  {
    activities: ["bulk.query", "api.call"],
    kind: "not-logged",
    text: "Calls of Microsoft Graph are in MicrosoftGraphActivityLogs, kept nowhere unless exported beforehand."
  },
  {
    activities: [],
    kind: "retention",
    text: "Records are kept 180 days (90 days for those made before 17 October 2023), one year with Audit Premium, ten with the add-on."
  },
  {
    activities: [],
    kind: "retention",
    text: "Records arrive 60 to 90 minutes after the event, without a promise; eDiscovery commands up to 24 hours later."
  },
  {
    activities: [],
    kind: "setting",
    text: "Set-AdminAuditLogConfig -UnifiedAuditLogIngestionEnabled $false ends the log; that change is itself its last record."
  },
  {
    activities: [],
    kind: "not-logged",
    text: "The log holds no places, and three quarters of the directory records hold no address; reads through REST and Office on the web may show an address of Microsoft."
  }
];

// dist/src/sources/m365/fields.js
var fields6 = {
  time: "CreationTime",
  id: "Id",
  operation: "Operation",
  actorId: "UserId",
  ip: ["ClientIPAddress", "ClientIP", "ActorIpAddress", "ActorIP"],
  userAgent: ["UserAgent", "ExtendedProperties[Name=UserAgent].Value"],
  session: ["SessionId", "DeviceProperties[Name=SessionId].Value", "AppAccessContext.AADSessionId"],
  token: "AppAccessContext.UniqueTokenId",
  tokenKind: ["TokenType", "AuthType"],
  device: ["DeviceProperties[Name=Id].Value", "DeviceId", "MachineId", "DeviceProperties[Name=DisplayName].Value"],
  outcome: "ResultStatus",
  bytes: ["FileSizeBytes", "FileSyncBytesCommitted", "Item.SizeInBytes"],
  // The log itself has no places; some exports add them.
  country: "CountryCode",
  city: "City",
  asn: "Asn",
  asOrg: "ISP",
  proxy: "IsAnonymousProxy"
};
var JSON_MEMBERS = [
  "Actor",
  "AffectedItems",
  "AppAccessContext",
  "DestFolder",
  "DeviceProperties",
  "ExtendedProperties",
  "ExtraProperties",
  "Folder",
  "Folders",
  "Item",
  "Members",
  "Messages",
  "ModifiedProperties",
  "OperationProperties",
  "Parameters",
  "Target"
];

// dist/src/sources/m365/elastic.js
var OPERATIONS = /* @__PURE__ */ new Map([
  ["added-user-account", "Add user."],
  ["modified-user-account", "Update user."],
  ["deleted-user-account", "Delete user."],
  ["added-group-account-to", "TeamCreated"],
  ["added-users-to-group", "MemberAdded"]
]);
var MOVED = [
  ["event.id", "Id"],
  ["event.provider", "Workload"],
  ["organization.id", "OrganizationId"],
  ["user.id", "UserId"],
  ["client.address", "ClientIP"],
  ["client.ip", "ClientIP"],
  ["source.ip", "ClientIP"],
  ["user_agent.original", "UserAgent"],
  ["url.original", "ObjectId"],
  ["file.name", "SourceFileName"],
  ["file.extension", "SourceFileExtension"],
  ["file.directory", "SourceRelativeUrl"],
  ["source.geo.country_iso_code", "CountryCode"],
  ["source.geo.city_name", "City"],
  ["source.as.number", "Asn"],
  ["source.as.organization.name", "ISP"],
  ["@timestamp", "CreationTime"]
];
var READERS = MOVED.map(([from, to]) => ({ read: compilePath(from), to }));
var readAudit = compilePath("o365.audit");
var readAction = compilePath("event.action");
var readToken = compilePath("token.id");
function fromElastic4(document) {
  const audit = readAudit(document);
  const native = emptyObject();
  if (isObject(audit)) {
    for (const [name, value] of Object.entries(audit))
      if (name !== "__proto__")
        native[name] = value;
  }
  const action = asText(readAction(document));
  native["Operation"] ??= action === void 0 ? void 0 : OPERATIONS.get(action) ?? action;
  for (const { read: read5, to } of READERS) {
    if (native[to] === void 0 || native[to] === "")
      native[to] = read5(document);
  }
  native["Folders"] ??= native["ExchangeAggregatedFolders"];
  native["Messages"] ??= native["ExchangeAggregatedMessages"];
  for (const name of ["ExtendedProperties", "Parameters", "DeviceProperties", "OperationProperties"]) {
    native[name] = asEntries(native[name], (Name, Value) => ({ Name, Value: asText(Value) ?? null }));
  }
  native["ModifiedProperties"] = asEntries(native["ModifiedProperties"], (Name, change) => ({
    Name,
    NewValue: member(change, "NewValue") ?? null,
    OldValue: member(change, "OldValue") ?? null
  }));
  const token = readToken(document);
  if (native["AppAccessContext"] === void 0 && token !== void 0)
    native["AppAccessContext"] = { UniqueTokenId: token };
  for (const name of Object.keys(native))
    if (native[name] === void 0)
      delete native[name];
  return [native];
}
function fromFlatElastic(document) {
  const nested = emptyObject();
  for (const [name, value] of Object.entries(document)) {
    if (value === void 0 || value === null || value === "" || value === "-")
      continue;
    const list2 = typeof value === "string" && value.startsWith("[") ? asJson(value) : value;
    setPath(nested, name, list2 ?? value);
  }
  return fromElastic4(nested);
}
function asEntries(value, entry) {
  if (!isObject(value))
    return value;
  return Object.entries(value).map(([name, inner]) => entry(name, inner ?? null));
}

// dist/src/sources/m365/formats.js
var CSV_COLUMNS = {
  CreationTime: ["CreationDate", "CreationTime"],
  Id: ["RecordId", "Identity"],
  Operation: ["Operation", "Operations"],
  UserId: ["UserId", "UserIds"],
  RecordType: ["RecordType"]
};
var GRAPH_COLUMNS = {
  CreationTime: ["createdDateTime"],
  Id: ["id"],
  Operation: ["operation"],
  // The query's own userId is another id than the record's for some workloads.
  UserId: ["userPrincipalName", "userId"],
  UserType: ["userType"],
  RecordType: ["auditLogRecordType"],
  OrganizationId: ["organizationId"],
  Workload: ["service"],
  ObjectId: ["objectId"],
  ClientIP: ["clientIp"]
};
var DEFENDER_COLUMNS = {
  CreationTime: ["Timestamp", "TimeGenerated"],
  Id: ["ReportId"],
  Operation: ["ActionType"],
  UserId: ["AccountId", "AccountObjectId"],
  ClientIP: ["IPAddress"],
  UserAgent: ["UserAgent"],
  CountryCode: ["CountryCode"],
  City: ["City"],
  ISP: ["ISP"],
  IsAnonymousProxy: ["IsAnonymousProxy"]
};
var OFFICE_COLUMNS = [
  "OfficeId",
  "OfficeObjectId",
  "Client_IPAddress",
  "Logon_Type",
  "Site_Url",
  "Parameters",
  "OperationProperties",
  "MailboxOwnerUPN",
  "UserKey"
];
var formats6 = [
  {
    id: "record",
    title: "Audit records as the Office 365 Management Activity API gives them (array, blob or one a line)",
    has: ["CreationTime", "Operation", "RecordType", "UserId"],
    reshape: (record) => [withLists(record)]
  },
  {
    id: "record-partial",
    title: "Audit records that an exporter cut down to some columns",
    has: ["CreationTime", "Operation"],
    test: (record) => ["Workload", "RecordType", "UserId", "UserKey"].some((name) => Object.hasOwn(record, name)),
    reshape: (record) => [withLists(record)]
  },
  {
    id: "purview-csv",
    title: "Purview portal: audit search export",
    has: ["RecordId", "CreationDate", "Operation", "UserId", "AuditData"],
    reshape: (record) => [fromCell(record, "AuditData", CSV_COLUMNS)],
    note: "The classic portal ends an export silently at 50,000 rows."
  },
  {
    id: "purview-csv-older",
    title: "Purview portal: audit search export of older portals",
    has: ["CreationDate", "UserIds", "Operations", "AuditData"],
    reshape: (record) => [fromCell(record, "AuditData", CSV_COLUMNS)],
    note: "The classic portal ends an export silently at 50,000 rows."
  },
  {
    id: "search-unifiedauditlog",
    title: "Search-UnifiedAuditLog and Microsoft-Extractor-Suite: CSV or JSON with an AuditData text or object",
    has: ["CreationDate", "UserIds", "Operations", "AuditData", "RecordType"],
    reshape: (record) => [fromCell(record, "AuditData", CSV_COLUMNS)],
    note: "A call returns at most 5,000 records and a session 50,000: a file of exactly that length is cut."
  },
  {
    id: "graph-audit-query",
    title: "Microsoft Graph audit log query: JSON, or CSV with auditData as text",
    has: ["createdDateTime", "operation", "auditData"],
    reshape: (record) => [fromCell(record, "auditData", GRAPH_COLUMNS)]
  },
  {
    id: "officeactivity",
    title: "Log Analytics / Sentinel table OfficeActivity",
    has: ["OfficeWorkload", "Operation", "UserId", "UserType"],
    reshape: fromOfficeActivity(),
    lacks: ["token"],
    note: "The table holds Exchange, SharePoint and Teams; directory changes and sign-ins are in AuditLogs and SigninLogs."
  },
  {
    id: "officeactivity-columns",
    title: "A Log Analytics query over OfficeActivity that kept a few columns",
    has: ["TimeGenerated", "UserId", "Operation"],
    test: (record) => OFFICE_COLUMNS.some((name) => Object.hasOwn(record, name)),
    reshape: fromOfficeActivity(),
    lacks: ["id", "appId", "session", "token", "userAgent", "targetId"],
    note: "Only the columns that the query kept; without an id, repeated rows are told apart by their whole content."
  },
  {
    id: "cloudappevents",
    title: "Defender XDR table CloudAppEvents",
    has: ["ActionType", "RawEventData"],
    reshape: (record) => [fromCell(record, "RawEventData", DEFENDER_COLUMNS)]
  },
  {
    id: "elastic-raw",
    title: "Elastic agent, before the ingest pipeline",
    has: ["o365audit"],
    test: (record) => isObject(record["o365audit"]),
    reshape: (record) => isObject(record["o365audit"]) ? [withLists(record["o365audit"])] : []
  },
  {
    id: "elastic",
    title: "Elastic integration o365: indexed documents",
    has: ["o365.audit", "event.action"],
    reshape: fromElastic4,
    note: "Elastic drops changes whose old or new value is null and keeps the last of repeated parameters."
  },
  {
    id: "elastic-flat",
    title: "Elastic integration o365: documents with dotted names, CSV of Kibana",
    has: ['"o365.audit.RecordType"', '"event.action"'],
    reshape: fromFlatElastic,
    note: "Elastic drops changes whose old or new value is null and keeps the last of repeated parameters."
  }
];
function fromCell(row, cell, columns3) {
  const held = parsedCell(member(row, cell));
  const native = emptyObject();
  if (isObject(held)) {
    for (const [name, value] of Object.entries(held))
      if (name !== "__proto__")
        native[name] = value;
  }
  for (const [name, sources] of Object.entries(columns3)) {
    if (native[name] !== void 0 && native[name] !== null && native[name] !== "")
      continue;
    for (const source of sources) {
      const value = member(row, source);
      if (asText(value) === void 0)
        continue;
      native[name] = value;
      break;
    }
  }
  if (isObject(held))
    return withLists(native);
  const text4 = asText(member(row, cell));
  if (native["CreationTime"] === void 0 || native["Operation"] === void 0) {
    throw new BrokenCell(text4 === void 0 ? `${cell} is empty` : `${cell} is no JSON object: ${shown(text4)}`, `a JSON object in ${cell}, or a time and an operation in the columns beside it`);
  }
  native["AuditDataState"] = text4 === void 0 ? "empty" : "broken";
  return native;
}
function withLists(record) {
  return JSON_MEMBERS.some((name) => typeof record[name] === "string") ? jsonCells(record, JSON_MEMBERS) : record;
}
function parsedCell(value) {
  const once = asJson(value);
  return typeof once === "string" ? asJson(once) : once;
}
function fromOfficeActivity() {
  return renameColumns({
    TimeGenerated: "CreationTime",
    CreationTime: "CreationTime",
    OfficeId: "Id",
    SourceRecordId: "Id",
    OfficeWorkload: "Workload",
    OfficeObjectId: "ObjectId",
    OrganizationId: "OrganizationId",
    OfficeTenantId: "OrganizationId",
    Client_IPAddress: "ClientIPAddress",
    Site_Url: "SiteUrl",
    Site_: "Site",
    Logon_Type: "LogonType",
    Event_Data: "EventData",
    Source_Name: "SourceName",
    Start_Time: "StartTime",
    AADTarget: "Target",
    AzureActiveDirectory_EventType: "AzureActiveDirectoryEventType",
    ...Object.fromEntries(JSON_MEMBERS.filter((name) => name !== "Target").map((name) => [name, name]))
  }, { json: JSON_MEMBERS, stripUtcSuffix: true, keepOthers: true });
}
function shown(text4) {
  return JSON.stringify(text4.length > 40 ? `${text4.slice(0, 40)}\u2026` : text4);
}

// dist/src/sources/m365/index.js
var m365 = {
  id: "m365",
  title: "Microsoft 365 unified audit log",
  references: [
    "https://learn.microsoft.com/en-us/office/office-365-management-api/office-365-management-activity-api-schema",
    "https://learn.microsoft.com/en-us/purview/audit-log-activities",
    "https://learn.microsoft.com/en-us/purview/audit-log-investigate-accounts",
    "https://learn.microsoft.com/en-us/powershell/module/exchange/search-unifiedauditlog",
    "https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables/officeactivity"
  ],
  formats: formats6,
  fields: fields6,
  operation: spelled2,
  activities: activities6,
  fallback,
  outcomes: {
    success: ["succeeded", "success", "successful", "partiallysucceeded", "true"],
    failure: ["failed", "failure", "false"]
  },
  finish(record, event) {
    const type = recordType(record);
    const app = type === 8 ? actingApp(record) : callingApp(record);
    if (app !== void 0)
      event.app = app;
    readActor2(record, event);
    readClient(record, event);
    readPlace(record, event);
    if (type === 8)
      setObjectTarget(event, readDirectory2(record).targets[0]);
    else if (member(record, "MailboxOwnerUPN") !== void 0 || member(record, "MailboxGuid") !== void 0)
      readMailbox(record, event);
    else if (member(record, "SiteUrl") !== void 0 || member(record, "ListItemUniqueId") !== void 0)
      readFile(record, event);
    addDetails(event, {
      auditData: asText(member(record, "AuditDataState")),
      // The records of one click, and the same change in Entra's own log, share it.
      correlation: type === 8 ? named2(member(record, "InterSystemsId"))?.toLowerCase() : void 0
    });
  },
  weakId: (id) => named2(id) === void 0 || /^anonymi[sz]ed$/i.test(id),
  scopeTier: scopeTier2,
  roleTier: roleTier2,
  blindSpots: blindSpots6,
  consoleFilter(actor, start, end) {
    const who = actor.replace(/[\x00-\x1f\x7f]/g, " ").replaceAll("'", "''");
    return `Search-UnifiedAuditLog -StartDate '${start}' -EndDate '${end}' -UserIds '${who}' -SessionCommand ReturnLargeSet -ResultSize 5000`;
  }
};
function readPlace(record, event) {
  if (event.ip === void 0 || event.ip === "0.0.0.0" || event.ip === "::") {
    delete event.ip;
    for (const name of ["ClientIPAddress", "ClientIP", "ActorIpAddress", "ActorIP"]) {
      const ip = parseAddress(asText(member(record, name)));
      if (ip === void 0 || ip === "0.0.0.0" || ip === "::")
        continue;
      event.ip = ip;
      break;
    }
  }
  if (named2(event.session) === void 0)
    delete event.session;
  if (named2(event.token) === void 0)
    delete event.token;
  if (named2(event.device) === void 0)
    delete event.device;
  describeApp(event);
  const managed = entryOf(member(record, "DeviceProperties"), "IsCompliantAndManaged") ?? asText(member(record, "IsManagedDevice"));
  if (managed !== void 0)
    addDetails(event, { managedDevice: managed.toLowerCase() === "true" });
}

// dist/src/sources/placeholder.js
var WORDS = /* @__PURE__ */ new Set([
  "unknown",
  "null",
  "<null>",
  "undefined",
  "none",
  "nil",
  "n/a",
  "-",
  "--",
  "anonymized",
  "redacted",
  "000000000000000aaa"
]);
var BEGINS = Uint8Array.from({ length: 128 }, (_, code) => code <= 32 || "un<-ar0".includes(String.fromCharCode(code).toLowerCase()) ? 1 : 0);
function isPlaceholder(text4) {
  if (BEGINS[text4.charCodeAt(0)] === 0)
    return false;
  const trimmed = text4.trim();
  return trimmed === "" || WORDS.has(trimmed.toLowerCase()) || /^0[0-]{7,}$/.test(trimmed);
}
function fact(text4) {
  return text4 === void 0 || isPlaceholder(text4) ? void 0 : text4;
}

// dist/src/sources/okta/behaviors.js
var readRisk = compilePath("securityContext.risk");
var readBehaviors = compilePath("securityContext.userBehaviors");
var readBoth = compilePaths(["debugContext.debugData.logOnlySecurityData", "debugContext.debugData.log_only_security_data"]);
var readOldRisk = compilePath("debugContext.debugData.risk");
var readOldBehaviors = compilePath("debugContext.debugData.behaviors");
function judgement(record) {
  const both = asJson(readBoth(record));
  const [level, reasons] = risk3(readRisk(record)) ?? risk3(member(both, "risk")) ?? risk3(readOldRisk(record)) ?? [];
  const unusual = listed2(readBehaviors(record)) ?? positives(member(both, "behaviors")) ?? positives(readOldBehaviors(record)) ?? [];
  return { unusual, ...level !== void 0 && { level }, ...reasons !== void 0 && { reasons } };
}
function risk3(value) {
  const parsed = asJson(value);
  if (isObject(parsed)) {
    const level2 = asText(member(parsed, "level"));
    const reasons2 = member(parsed, "reasons");
    return level2 === void 0 ? void 0 : [level2, Array.isArray(reasons2) ? reasons2.map(asText).join(", ") : asText(reasons2)];
  }
  const text4 = asText(parsed);
  const at2 = text4?.lastIndexOf("level=") ?? -1;
  if (text4 === void 0 || at2 < 0)
    return void 0;
  const level = /^[A-Za-z]+/.exec(text4.slice(at2 + 6))?.[0];
  const from = text4.indexOf("reasons=");
  const reasons = from >= 0 && from < at2 ? text4.slice(from + 8, at2).replace(/,\s*$/, "") : void 0;
  return level === void 0 ? void 0 : [level, reasons];
}
function listed2(value) {
  const behaviors = asObjects(value);
  if (behaviors.length === 0)
    return void 0;
  return behaviors.filter((each2) => asText(member(each2, "result")) === "POSITIVE").flatMap((each2) => asText(member(each2, "name")) ?? []);
}
function positives(value) {
  const parsed = asJson(value);
  if (isObject(parsed))
    return Object.keys(parsed).filter((name) => asText(parsed[name]) === "POSITIVE");
  const text4 = asText(parsed);
  if (text4 === void 0)
    return void 0;
  return text4.replace(/^\{|\}$/g, "").split(", ").filter((part) => part.endsWith("=POSITIVE")).map((part) => part.slice(0, -"=POSITIVE".length));
}

// dist/src/sources/okta/scopes.js
var TAKES_OVER = /* @__PURE__ */ new Set([
  "okta.users.manage",
  "okta.roles.manage",
  "okta.apps.manage",
  "okta.appgrants.manage",
  "okta.idps.manage",
  "okta.policies.manage",
  "okta.authenticators.manage",
  "okta.apitokens.manage",
  "okta.authorizationservers.manage",
  "okta.orgs.manage",
  "okta.oauthintegrations.manage",
  "okta.sessions.manage",
  "okta.groups.manage",
  "okta.identitysources.manage",
  "okta.directories.groups.manage",
  "okta.privilegedresources.manage",
  "okta.serviceaccounts.manage",
  "okta.serviceaccounts.okta.manage",
  "okta.aiagents.manage"
]);
var BROAD = /* @__PURE__ */ new Set([
  "okta.logstreams.manage",
  "okta.eventhooks.manage",
  "okta.inlinehooks.manage",
  "okta.networkzones.manage",
  "okta.trustedorigins.manage",
  "okta.threatinsights.manage",
  "okta.behaviors.manage",
  "okta.securityeventsproviders.manage",
  "okta.features.manage",
  "okta.domains.manage",
  "okta.emailservers.manage",
  "okta.agentpools.manage",
  "okta.devices.manage",
  "okta.deviceassurance.manage",
  "okta.profilemappings.manage",
  "okta.schemas.manage",
  "okta.realms.manage",
  "okta.realmassignments.manage",
  "okta.userrisk.manage",
  "okta.dr.manage",
  "okta.apps.interclienttrust.manage",
  "okta.ratelimits.manage",
  "okta.principalratelimits.manage",
  "okta.pushproviders.manage",
  "okta.customtelephonyprovider.manage",
  "okta.users.read",
  "okta.groups.read",
  "okta.logs.read",
  "okta.apps.read",
  "okta.appgrants.read",
  "okta.roles.read",
  "okta.apitokens.read",
  "okta.idps.read",
  "okta.policies.read",
  "okta.sessions.read"
]);
var HARMLESS = /* @__PURE__ */ new Set(["openid", "profile", "email", "address", "phone", "device_sso", "groups"]);
function scopeTier6(scope) {
  const name = scope.trim().toLowerCase();
  if (HARMLESS.has(name))
    return 0;
  if (name === "offline_access")
    return 3;
  if (!name.startsWith("okta."))
    return void 0;
  if (name.endsWith(".self"))
    return 3;
  if (TAKES_OVER.has(name))
    return 1;
  if (BROAD.has(name))
    return 2;
  return 3;
}
function roleTier6(role) {
  const name = role.toLowerCase().replace(/[_-]+/g, " ");
  if (/\bsuper\b/.test(name) || /\borg(anization)?\b/.test(name))
    return 1;
  if (/\bread only\b|\breport\b|\baccess (certifications?|requests?)\b/.test(name))
    return 3;
  if (/\bapp(lication)?\b|\bapi\b|\buser\b|\bgroup\b|\bhelp ?desk\b|\bworkflows?\b/.test(name))
    return 2;
  return void 0;
}

// dist/src/sources/okta/targets.js
var TYPES = /* @__PURE__ */ new Map([
  ["User", "user"],
  ["NewUser", "user"],
  ["AppUser", "app-user"],
  ["AppInstance", "app"],
  ["PublicClientApp", "app"],
  ["UserGroup", "group"],
  ["Token", "token"],
  ["PolicyEntity", "policy"],
  ["PolicyRule", "policy"],
  ["Rule", "policy"],
  ["UDDevice", "device"],
  ["Device", "device"],
  ["Role", "role"],
  ["ROLE", "role"]
]);
var PREFERRED = [
  ["application.user_membership.", ["AppUser", "User"]],
  ["application.provision.user.", ["AppUser", "User"]],
  ["app.office365.user.", ["AppUser", "User"]],
  ["group.", ["UserGroup"]],
  ["system.api_token.", ["Token"]],
  ["policy.", ["PolicyEntity", "PolicyRule", "Rule"]],
  ["device.", ["UDDevice", "Device"]],
  ["application.", ["AppInstance", "PublicClientApp"]],
  ["app.", ["PublicClientApp", "AppInstance"]],
  ["integration.", ["PublicClientApp", "AppInstance"]],
  ["user.authentication.sso", ["AppInstance"]]
];
var OTHERWISE = ["User", "NewUser"];
function targetsOf2(record) {
  return asObjects(member(record, "target"));
}
function targetOf4(record, types) {
  const targets = targetsOf2(record);
  for (const type of types) {
    const found = targets.find((target2) => kind(target2) === type);
    if (found !== void 0)
      return found;
  }
  return void 0;
}
function mainTarget(record, operation) {
  const types = PREFERRED.find(([prefix]) => operation.startsWith(prefix))?.[1] ?? OTHERWISE;
  const target2 = targetOf4(record, types) ?? targetsOf2(record)[0];
  if (target2 === void 0)
    return void 0;
  const type = TYPES.get(kind(target2)) ?? kind(target2);
  const id = fact(asText(member(target2, "id")));
  const login = fact(asText(member(target2, "alternateId")));
  const name = fact(asText(member(target2, "displayName")));
  const account2 = type === "user" || type === "app-user";
  const chosen = account2 ? (login ?? id)?.toLowerCase() : id ?? login;
  if (chosen === void 0)
    return name === void 0 ? void 0 : { type, id: name, name };
  const others = new Set((account2 ? [id, login] : []).flatMap((text4) => text4?.toLowerCase() ?? []));
  others.delete(chosen.toLowerCase());
  return { type, id: chosen, ...name !== void 0 && { name }, ...others.size > 0 && { aliases: [...others] } };
}
function kind(target2) {
  return asText(member(target2, "type")) ?? "object";
}

// dist/src/sources/okta/details.js
var readActorId = compilePath("actor.id");
var readActorType = compilePath("actor.type");
var readLogin = compilePath("actor.alternateId");
var readReason2 = compilePath("outcome.reason");
var readTransaction = compilePath("transaction.id");
var readTransactionType = compilePath("transaction.type");
var readRootSession = compilePath("authenticationContext.rootSessionId");
var readZone = compilePath("client.zone");
var readUri = compilePaths(["debugContext.debugData.requestUri", "debugContext.debugData.request_uri"]);
var readThreat = compilePaths(["debugContext.debugData.threatSuspected", "debugContext.debugData.threat_suspected"]);
var readAnonymizer = compilePaths(["debugContext.debugData.anonymizerStatus", "debugContext.debugData.anonymizer_status"]);
var readProxyType = compilePaths(["debugContext.debugData.proxyType", "debugContext.debugData.proxy_type"]);
var readTunnels = compilePath("debugContext.debugData.tunnels");
var readIpServices = compilePath("securityContext.ipDetails.ipServiceCategories");
var readOperator = compilePaths(["debugContext.debugData.originalPrincipal", "debugContext.debugData.original_principal"]);
var readPrivileges = compilePaths(["debugContext.debugData.privilegeGranted", "debugContext.debugData.privilege_granted"]);
var BEHAVIORS = /* @__PURE__ */ new Map([
  ["new device", "newDevice"],
  ["new ip", "newIp"],
  ["new geo-location", "newGeo"],
  ["new city", "newCity"],
  ["new state", "newState"],
  ["new country", "newCountry"],
  ["velocity", "velocity"]
]);
function finish5(record, event) {
  finishActor(record, event);
  finishPlaces(record, event);
  const target2 = mainTarget(record, event.operation);
  if (target2 !== void 0)
    event.target = target2;
  else
    delete event.target;
  finishApp(event);
  if (event.token !== void 0)
    event.tokenKind = "SSWS";
  const { level, reasons, unusual } = judgement(record);
  addDetails(event, {
    reason: fact(asText(readReason2(record))),
    transaction: fact(asText(readTransaction(record))),
    job: asText(readTransactionType(record)) === "JOB" || void 0,
    rootSession: fact(asText(readRootSession(record))),
    zone: fact(asText(readZone(record))),
    uri: asText(readUri(record))?.slice(0, 300),
    threatSuspected: asFlag(readThreat(record)) === true || void 0,
    proxyType: fact(asText(readProxyType(record))),
    impersonatedBy: operator(record),
    risk: level?.toUpperCase(),
    riskReasons: reasons?.slice(0, 300),
    behaviors: unusual.length > 0 ? unusual.join(", ").slice(0, 300) : void 0
  });
  for (const name of unusual) {
    const known2 = BEHAVIORS.get(name.toLowerCase());
    if (known2 !== void 0)
      addDetails(event, { [known2]: true });
  }
}
function finishActor(record, event) {
  const id = fact(asText(readActorId(record)));
  const login = fact(asText(readLogin(record)));
  const vendorType = asText(readActorType(record)) ?? "User";
  const typed = id === void 0 && vendorType === "User" && login !== void 0 && !isAddress(login);
  const chosen = typed ? void 0 : (login ?? id)?.toLowerCase();
  if (chosen === void 0) {
    delete event.actor;
    return;
  }
  const name = id === void 0 ? void 0 : fact(event.actor?.name);
  const alias = id?.toLowerCase();
  event.actor = {
    type: actorType(vendorType),
    id: chosen,
    ...name !== void 0 && { name },
    ...isAddress(chosen) && { email: chosen },
    ...alias !== void 0 && alias !== chosen && { aliases: [alias] }
  };
}
function actorType(vendorType) {
  if (vendorType === "User")
    return "user";
  if (/system/i.test(vendorType))
    return "system";
  return /app|client|agent|workload|integration/i.test(vendorType) ? "app" : "user";
}
function isAddress(text4) {
  const at2 = text4.indexOf("@");
  return at2 > 0 && at2 === text4.lastIndexOf("@") && !/\s/.test(text4) && text4.indexOf(".", at2 + 2) > 0 && !text4.endsWith(".");
}
function finishPlaces(record, event) {
  for (const field of ["asOrg", "country", "city", "userAgent", "session", "token", "device"]) {
    const text4 = event[field];
    if (text4 !== void 0 && isPlaceholder(text4))
      delete event[field];
  }
  const hidden = fact(asText(readProxyType(record))) !== void 0 || fact(asText(readAnonymizer(record))) !== void 0 || asObjects(readTunnels(record)).some((tunnel) => asFlag(member(tunnel, "anonymous")) === true) || asObjects(readIpServices(record)).some((service) => asFlag(member(service, "isAnonymous")) === true);
  if (hidden)
    event.proxy = true;
}
function finishApp(event) {
  const id = fact(event.app?.id);
  const name = fact(event.app?.name);
  if (id === void 0 && name === void 0)
    delete event.app;
  else
    event.app = { id: id ?? (name ?? "").toLowerCase(), ...name !== void 0 && { name } };
}
function operator(record) {
  const principal = asJson(readOperator(record));
  if (!isObject(principal))
    return void 0;
  return (fact(asText(member(principal, "alternateId") ?? member(principal, "alternate_id"))) ?? fact(asText(member(principal, "id"))))?.toLowerCase();
}
function readGrant(record, event) {
  const scopes = new Set(event.scopes?.map((scope) => scope.replace(/^\[|\]$/g, "")));
  let client2;
  for (const target2 of targetsOf2(record)) {
    const entry = member(target2, "detailEntry");
    for (const scope of asTexts(member(entry, "scope")) ?? [])
      scopes.add(scope);
    if (kind(target2) === "ConsentGrant" || kind(target2) === "Scope") {
      const scope = asText(member(target2, "displayName"));
      if (scope !== void 0 && !/\s/.test(scope))
        scopes.add(scope);
    }
    client2 ??= fact(asText(member(entry, "publicclientapp") ?? member(entry, "publicClientApp")));
  }
  scopes.delete("");
  if (scopes.size > 0)
    event.scopes = [...scopes];
  const named4 = targetOf4(record, ["PublicClientApp", "AppInstance"]);
  if (named4 === void 0 && client2 !== void 0)
    event.app = { id: client2.toLowerCase() };
}
function readRole(record, event) {
  const roles2 = new Set((asText(readPrivileges(record)) ?? "").split(/,\s*/).filter((role) => role !== ""));
  if (roles2.size === 0) {
    const name = asText(member(targetOf4(record, ["ROLE", "Role", "IAM_ROLE", "AdminRole"]), "displayName"));
    if (name !== void 0)
      roles2.add(name);
  }
  if (roles2.size === 0)
    return;
  addDetails(event, { role: [...roles2].join(", ") });
  if ([...roles2].some((role) => (roleTier6(role) ?? 3) <= 2))
    event.privileged = true;
}
function readChange(record, event) {
  for (const target2 of targetsOf2(record)) {
    const details = member(target2, "changeDetails");
    if (!isObject(details))
      continue;
    addDetails(event, { before: shown2(member(details, "from")), after: shown2(member(details, "to")) });
    return;
  }
}
function shown2(value) {
  return value === void 0 ? void 0 : JSON.stringify(value).slice(0, 500);
}

// dist/src/sources/okta/activities.js
var readResult = compilePath("outcome.result");
var readReason3 = compilePath("outcome.reason");
var readActorId2 = compilePath("actor.id");
var readActorType2 = compilePath("actor.type");
var failed2 = when("outcome.result is FAILURE, DENY, UNANSWERED or ABANDONED", (record) => ["FAILURE", "DENY", "UNANSWERED", "ABANDONED"].includes(result(record)));
var passed = when("outcome.result is SUCCESS or ALLOW", (record) => ["SUCCESS", "ALLOW"].includes(result(record)));
var byAnother2 = when("the actor is not the user acted upon", (record) => !actsOnSelf(record));
var byAdministrator = when("the actor is a person other than the user acted upon, and the reason is not LOCKED_OUT", (record) => {
  if (targetOf4(record, ["User"]) === void 0 || actsOnSelf(record))
    return false;
  return asText(readActorType2(record)) === "User" && asText(readReason3(record)) !== "LOCKED_OUT";
});
var managesOkta = when("the token carries scopes okta.*", (record) => /\bokta\.\w/.test(scopeText(record)));
function result(record) {
  return asText(readResult(record))?.toUpperCase() ?? "";
}
function actsOnSelf(record) {
  const actor = asText(readActorId2(record));
  const target2 = targetOf4(record, ["User"]);
  return actor !== void 0 && target2 !== void 0 && asText(member(target2, "id")) === actor;
}
function scopeText(record) {
  const data = member(member(record, "debugContext"), "debugData");
  const texts = ["grantedScopes", "granted_scopes", "requestedScopes", "requested_scopes"].map((name) => asText(member(data, name)));
  return texts.find((text4) => text4 !== void 0) ?? "";
}
function signIn3(step) {
  return [
    { activity: "login.failed", when: failed2, details: { step } },
    { activity: "login", details: { step } }
  ];
}
var lock = [
  { activity: "account.disable", when: byAdministrator },
  { activity: "login.failed", details: { automatic: true, lockedOut: true } }
];
var tokenIssue = [
  { activity: "app.grant", when: managesOkta, read: readGrant, details: { change: "token" } },
  { activity: "api.call", read: readGrant, details: { change: "token" } }
];
var takesAccess = { activity: "account.lockout", when: byAnother2, read: markAutomatic };
var downstream = { activity: "account.disable", details: { downstream: true }, read: asAppUser };
var revoked = { activity: "admin.change", details: { change: "revoke" }, read: readRole };
var adminChange = { activity: "admin.change", read: readChange };
function markAutomatic(_record, event) {
  if (event.actor?.type === "system")
    addDetails(event, { automatic: true });
}
function asAppUser(_record, event) {
  if (event.target !== void 0)
    event.target = { ...event.target, type: "app-user" };
}
function refused(record, event) {
  readGrant(record, event);
  event.ok = false;
}
function asPrivileged(_record, event) {
  event.privileged = true;
}
var signIns = {
  "user.session.start": signIn3("session"),
  ...each(signIn3("sso"), ["user.authentication.sso", "app.oauth2.signon"]),
  ...each(signIn3("factor"), ["user.authentication.auth_via_mfa", "user.authentication.verify"]),
  ...each(signIn3("federated"), [
    "user.authentication.auth_via_IDP",
    "user.authentication.auth_via_inbound_SAML",
    "user.authentication.auth_via_AD_agent",
    "user.authentication.auth_via_LDAP_agent",
    "user.authentication.auth_via_radius",
    "user.authentication.auth_via_social"
  ]),
  // CHALLENGE is neither: the sign-in goes on.
  "policy.evaluate_sign_on": [
    { activity: "login.failed", when: failed2, details: { step: "policy" } },
    { activity: "login", when: passed, details: { step: "policy" } }
  ],
  ...each("login.failed", [
    "app.generic.unauth_app_access_attempt",
    "app.oauth2.invalid_client_credentials",
    "user.mfa.okta_verify.deny_push"
  ]),
  ...each(lock, ["user.account.lock", "user.account.lock.limit"]),
  ...each("session.anomaly", [
    "user.session.context.change",
    "security.session.detect_client_roaming",
    "policy.auth_reevaluate.fail",
    "policy.continuous_access.evaluate",
    "policy.entity_risk.evaluate",
    "user.risk.change",
    "user.risk.detect",
    "security.threat.detected",
    "security.attack.start",
    "security.breached_credential.detected",
    "security.request.blocked",
    "app.oauth2.token.detect_reuse",
    "app.oauth2.as.token.detect_reuse",
    "user.account.report_suspicious_activity_by_enduser",
    "user.session.impersonation.grant",
    "user.session.impersonation.initiate",
    "security.protected_action.attempt",
    "support.org.view",
    "support.org.update"
  ])
};
var accounts2 = {
  ...each("account.create", [
    "user.lifecycle.create",
    "system.import.user.create",
    "system.identity_sources.user.create",
    "pam.user.create"
  ]),
  "system.identity_sources.bulk_upsert": { activity: "account.create", details: { bulk: true } },
  "application.provision.user.push": { activity: "account.create", details: { downstream: true }, read: asAppUser },
  ...each("account.disable", ["user.lifecycle.deactivate", "user.lifecycle.suspend", "system.import.user.suspend"]),
  "scheduled_action.user_suspension.scheduled": { activity: "account.disable", details: { change: "scheduled" } },
  "scheduled_action.user_suspension.completed": { activity: "account.disable", details: { change: "completed" } },
  // What deactivating one person does in each of that person's apps.
  ...each(downstream, [
    "application.provision.user.deactivate",
    "application.provision.user.deprovision",
    "application.user_membership.remove",
    "application.user_membership.deprovision",
    "app.office365.user.delete.success"
  ]),
  // One record for a whole upload or import; how many people it names is not in the log.
  ...each({ activity: "account.disable", details: { bulk: true } }, [
    "system.identity_sources.bulk_delete",
    "system.import.implicit_deletion.complete"
  ]),
  // `activate` follows every `create` and also brings a deactivated user back: as a creation it would count newcomers twice.
  ...each("account.enable", [
    "user.lifecycle.activate",
    "user.lifecycle.unsuspend",
    "user.lifecycle.reactivate",
    "user.account.unlock",
    "user.account.unlock_by_admin",
    "system.import.user.unsuspend"
  ]),
  "user.lifecycle.delete.initiated": { activity: "account.delete", details: { change: "initiated" } },
  "user.lifecycle.delete.completed": { activity: "account.delete", details: { change: "completed" } },
  ...each("account.delete", ["system.import.user.delete", "system.identity_sources.user.delete", "pam.user.remove"]),
  // A deleted group takes its members' access away and leaves their accounts alone.
  "group.lifecycle.delete": "account.lockout",
  ...each(takesAccess, [
    "user.session.clear",
    "user.session.expire",
    "user.authentication.universal_logout",
    "user.account.reset_password",
    "user.account.expire_password"
  ]),
  "user.lifecycle.password_mass_expiry": { activity: "account.lockout", details: { bulk: true } },
  ...each({ activity: "account.lockout", read: markAutomatic }, [
    "device.lifecycle.deactivate",
    "device.lifecycle.suspend",
    "device.lifecycle.delete"
  ]),
  // All factors gone: by somebody else it locks the person out, by oneself it is a change of factors.
  "user.mfa.factor.reset_all": [takesAccess, { activity: "mfa.change" }],
  ...each("mfa.change", [
    "user.mfa.factor.activate",
    "user.mfa.factor.deactivate",
    "user.mfa.factor.suspend",
    "user.mfa.factor.unsuspend",
    "user.mfa.factor.update",
    "user.mfa.attempt_bypass",
    "device.enrollment.create",
    "credential.register",
    "credential.revoke"
  ])
};
var apps3 = {
  ...each("app.install", [
    "application.lifecycle.create",
    "application.lifecycle.activate",
    "app.oauth2.client.lifecycle.create",
    "app.oauth2.client.lifecycle.activate",
    "app.cross_app_access.connection.create",
    "system.agent.ad.create",
    "system.agent.register",
    "app.ai_agent_provider.create",
    "workload_principal.register",
    "workload_principal.ai_agent.register"
  ]),
  "integration.api_service.lifecycle.authorize": { activity: "app.install", read: readGrant },
  ...each({ activity: "app.grant", read: readGrant }, [
    "app.oauth2.consent.grant",
    "app.oauth2.as.consent.grant",
    "oauth2.scope.created",
    "oauth2.scope.updated",
    "workload_principal.resource_connection.create",
    "workload_principal.resource_connection.update"
  ]),
  "app.oauth2.admin.consent.grant": { activity: "app.grant", read: readGrant, details: { tenantWide: true } },
  "app.oauth2.as.authorize.scope_denied": { activity: "app.grant", read: refused, details: { change: "denied" } },
  ...each(tokenIssue, [
    "app.oauth2.token.grant",
    "app.oauth2.token.grant.access_token",
    "app.oauth2.as.token.grant",
    "app.oauth2.as.token.grant.access_token"
  ]),
  ...each("credential.add", [
    "app.oauth2.credentials.lifecycle.create",
    "app.oauth2.credentials.lifecycle.activate",
    "app.keys.generate",
    "app.keys.clone",
    "app.keys.rotate",
    "system.idp.key.create",
    "workload_principal.ai_agent.credential.create",
    "pam.workload_connection.api_key.create"
  ]),
  // Somebody looked at a secret and holds it now.
  ...each({ activity: "credential.add", details: { change: "read" } }, [
    "app.oauth2.client.read_client_secret",
    "application.configuration.read_client_secret",
    "system.idp.lifecycle.read_client_secret",
    "application.user_membership.show_password",
    "pam.secret.reveal",
    "pam.service_account.password.reveal",
    "pam.server_account.password.reveal"
  ]),
  "system.api_token.create": "token.create",
  "system.api_token.enable": { activity: "token.create", details: { change: "enable" } },
  "system.api_token.update": { activity: "token.create", details: { change: "update" }, read: readChange },
  "pam.apikey.rotate": { activity: "token.create", details: { change: "rotate" } },
  ...each({ activity: "api.call", details: { throttled: true } }, [
    "system.org.rate_limit.warning",
    "system.org.rate_limit.violation",
    "system.client.rate_limit.violation",
    "system.client.concurrency_rate_limit.violation",
    "system.operation.rate_limit.violation",
    "app.oauth2.client_id_rate_limit_warning"
  ]),
  ...each("api.call", [
    "system.api_token.request_outside_allowed_range",
    "system.oauth2.token.request_outside_allowed_range",
    "application.integration.api_query"
  ]),
  ...each("file.export", [
    "analytics.reports.export.request",
    "analytics.reports.export.generate",
    "workflows.user.table.export",
    "workflows.user.flow.export",
    "workflows.user.folder.export",
    "personal.user.app_migration.export"
  ]),
  ...each("file.download", ["analytics.reports.export.download", "mim.streamDevicesCSVDownload"]),
  ...each("bulk.query", ["system.directory.debugger.query_executed", "system.ldapi.search", "system.import.download.complete"])
};
var administration2 = {
  ...each({ activity: "role.grant", read: readRole }, [
    "user.account.privilege.grant",
    "group.privilege.grant",
    "app.oauth2.client.privilege.grant",
    "user.privileged_account.privilege.grant",
    "iam.resourceset.bindings.add",
    "workflows.user.role.user.add",
    "workflows.user.role.group.add"
  ]),
  // What takes a role away grants nothing.
  ...each(revoked, [
    "user.account.privilege.revoke",
    "group.privilege.revoke",
    "app.oauth2.client.privilege.revoke",
    "iam.resourceset.bindings.delete"
  ]),
  ...each(adminChange, [
    "iam.role.create",
    "iam.role.permissions.add",
    "iam.role.update",
    "iam.resourceset.create",
    "policy.lifecycle.update",
    "policy.lifecycle.deactivate",
    "policy.lifecycle.delete",
    "policy.rule.add",
    "policy.rule.update",
    "policy.rule.deactivate",
    "policy.rule.delete",
    "application.policy.sign_on.update",
    "application.policy.sign_on.rule.delete",
    "zone.update",
    "zone.deactivate",
    "zone.delete",
    "system.idp.lifecycle.create",
    "system.idp.lifecycle.update",
    "system.idp.lifecycle.activate",
    "system.log_stream.lifecycle.deactivate",
    "system.log_stream.lifecycle.delete",
    "system.log_stream.lifecycle.update",
    "event_hook.created",
    "event_hook.deactivated",
    "security.trusted_origin.create",
    "security.threat.configuration.update",
    "security.protected_action.settings.update",
    "security.session_protection.status.update",
    "system.feature.disable",
    // A factor type switched off for everybody: a change of the tenant, not of one person's factors.
    "system.mfa.factor.deactivate",
    "security.authenticator.lifecycle.deactivate",
    "app.oauth2.client.lifecycle.update",
    "application.lifecycle.update",
    "app.saml.sensitive.attribute.update",
    "system.custom_url_domain.update"
  ]),
  // Entering the console changes nothing, but it says that the person is an administrator.
  "user.session.access_admin_app": { activity: "admin.change", details: { change: "console" }, read: asPrivileged }
};
var activities7 = joinTables(signIns, accounts2, apps3, administration2);

// dist/src/sources/okta/blind-spots.js
var blindSpots7 = [
  {
    activities: [],
    kind: "retention",
    text: "The System Log API gives the last 90 days; older events are left out without a word."
  },
  {
    activities: ["api.call", "bulk.query"],
    kind: "not-logged",
    text: "Reading users, groups, apps or logs through the API leaves no event; only writes, tokens and rate limits show."
  },
  {
    activities: ["bulk.query"],
    kind: "sampling",
    text: "system.ldapi.search is logged only for some searches: its absence proves nothing."
  },
  {
    activities: ["account.disable", "account.delete", "account.create"],
    kind: "not-logged",
    text: "A bulk job of an identity source or an import is one event without the number of people; their own events may follow later, by the system principal."
  },
  {
    activities: ["session.anomaly"],
    kind: "licence",
    text: "user.risk.*, policy.entity_risk.* and user.session.context.change need Identity Threat Protection; risk and behaviours need Adaptive MFA."
  },
  {
    activities: ["file.export", "file.download"],
    kind: "not-logged",
    text: "Exporting a report says neither how many rows it holds nor what they were; downloading the System Log itself has no event."
  },
  {
    activities: ["login.failed"],
    kind: "not-logged",
    text: "A failed sign-in has no session id, and the name of an account that does not exist is left out here because it may be a password."
  },
  {
    activities: ["app.grant"],
    kind: "not-logged",
    text: "Bulk revocations of tokens were missing from the log before 2025."
  },
  {
    activities: ["mail.read", "mail.search", "mail.rule", "file.read", "file.upload", "file.create", "file.copy", "file.share"],
    kind: "not-logged",
    text: "Okta holds no mail and no files."
  },
  {
    activities: ["repo.clone", "repo.download", "repo.fetch", "repo.push", "repo.visibility"],
    kind: "not-logged",
    text: "Okta holds no repositories."
  }
];

// dist/src/sources/okta/fields.js
var fields7 = {
  time: "published",
  id: "uuid",
  operation: "eventType",
  actorId: ["actor.alternateId", "actor.id"],
  actorName: "actor.displayName",
  appId: ["target[type=AppInstance].id", "target[type=PublicClientApp].id", "client.id"],
  appName: ["target[type=AppInstance].displayName", "target[type=PublicClientApp].displayName"],
  targetType: "target.0.type",
  targetId: "target.0.id",
  targetName: "target.0.displayName",
  scopes: [
    "debugContext.debugData.grantedScopes",
    "debugContext.debugData.granted_scopes",
    "debugContext.debugData.requestedScopes",
    "debugContext.debugData.requested_scopes",
    "debugContext.debugData.scopes"
  ],
  // In the body of an event hook the chain stands below `client`.
  ip: ["client.ipAddress", "request.ipChain.0.ip", "client.ipChain.0.ip"],
  asn: "securityContext.asNumber",
  asOrg: ["securityContext.asOrg", "securityContext.isp"],
  country: ["client.geographicalContext.country", "request.ipChain.0.geographicalContext.country"],
  city: ["client.geographicalContext.city", "request.ipChain.0.geographicalContext.city"],
  proxy: "securityContext.isProxy",
  userAgent: "client.userAgent.rawUserAgent",
  session: "authenticationContext.externalSessionId",
  token: "transaction.detail.requestApiTokenId",
  // The hash of the browser's device cookie is there for every browser; the device object only for enrolled devices.
  device: ["debugContext.debugData.dtHash", "debugContext.debugData.dt_hash", "device.id"],
  outcome: "outcome.result"
};

// dist/src/sources/okta/formats.js
var DEBUG_KEYS = [
  "requestUri",
  "dtHash",
  "deviceFingerprint",
  "risk",
  "behaviors",
  "logOnlySecurityData",
  "threatSuspected",
  "proxyType",
  "anonymizerStatus",
  "tunnels",
  "originalPrincipal",
  "originalPrincipal.id",
  "originalPrincipal.alternateId",
  "privilegeGranted",
  "grantedScopes",
  "requestedScopes"
];
var MEMBERS = [
  "uuid",
  "published",
  "eventType",
  "displayMessage",
  "legacyEventType",
  "severity",
  "version",
  "outcome.result",
  "outcome.reason",
  "actor.id",
  "actor.type",
  "actor.alternateId",
  "actor.displayName",
  "client.id",
  "client.zone",
  "client.device",
  "client.ipAddress",
  "client.userAgent.rawUserAgent",
  "client.userAgent.os",
  "client.userAgent.browser",
  "client.geographicalContext.country",
  "client.geographicalContext.city",
  "client.geographicalContext.state",
  "device.id",
  "authenticationContext.externalSessionId",
  "authenticationContext.rootSessionId",
  "securityContext.asNumber",
  "securityContext.asOrg",
  "securityContext.isp",
  "securityContext.isProxy",
  "securityContext.risk",
  "securityContext.userBehaviors",
  "transaction.id",
  "transaction.type",
  "transaction.detail.requestApiTokenId",
  "request.ipChain",
  "target",
  ...DEBUG_KEYS.map((key) => `debugContext.debugData.${key}`)
];
var JSON_CELLS = ["target", "request.ipChain", "securityContext.risk", "securityContext.userBehaviors"];
var TARGET_PARTS = ["id", "type", "alternateId", "displayName"];
var CONSOLE_COLUMNS = {
  timestamp: "published",
  ...Object.fromEntries(MEMBERS.map((path) => [snake(path), path])),
  "request.ip_chain.ip": "request.ipChain.0.ip",
  ...Object.fromEntries(Array.from({ length: 10 }, (_, place2) => TARGET_PARTS.map((part) => [`target${place2}.${snake(part)}`, `target.${place2}.${part}`])).flat())
};
var ELASTIC_COLUMNS = {
  ...Object.fromEntries(MEMBERS.map((path) => [`okta.${snake(path)}`, path])),
  "okta.client.ip": "client.ipAddress",
  "okta.security_context.as.number": "securityContext.asNumber",
  "okta.security_context.as.organization.name": "securityContext.asOrg",
  ...Object.fromEntries(DEBUG_KEYS.map((key) => [`okta.debug_context.debug_data.flattened.${key}`, `debugContext.debugData.${key}`])),
  "okta.debug_context.debug_data.risk_level": "securityContext.risk.level",
  "okta.device.device_id": "device.id",
  "@timestamp": "published",
  "event.action": "eventType",
  "event.id": "uuid",
  "client.ip": "client.ipAddress",
  "source.ip": "client.ipAddress",
  "client.as.number": "securityContext.asNumber",
  "source.as.number": "securityContext.asNumber",
  "client.as.organization.name": "securityContext.asOrg",
  "source.as.organization.name": "securityContext.asOrg",
  "client.geo.country_name": "client.geographicalContext.country",
  "source.geo.country_name": "client.geographicalContext.country",
  "client.geo.city_name": "client.geographicalContext.city",
  "source.geo.city_name": "client.geographicalContext.city",
  "user_agent.original": "client.userAgent.rawUserAgent"
};
var SENTINEL_COLUMNS2 = {
  ...Object.fromEntries(MEMBERS.map((path) => [path.replaceAll(".", "_"), path])),
  transaction_detail: "transaction.detail",
  TimeGenerated: "published"
};
var SENTINEL_V2_COLUMNS = {
  TimeGenerated: "published",
  EventOriginalUid: "uuid",
  EventOriginalType: "eventType",
  EventMessage: "displayMessage",
  LegacyEventType: "legacyEventType",
  OriginalSeverity: "severity",
  OriginalOutcomeResult: "outcome.result",
  EventResult: "outcome.result",
  EventOriginalResultDetails: "outcome.reason",
  ActorUserId: "actor.id",
  OriginalUserId: "actor.id",
  OriginalUserType: "actor.type",
  ActorUserType: "actor.type",
  OriginalActorAlternateId: "actor.alternateId",
  ActorUsername: "actor.alternateId",
  ActorDisplayName: "actor.displayName",
  ActorSessionId: "authenticationContext.externalSessionId",
  SrcIpAddr: "client.ipAddress",
  SrcZone: "client.zone",
  SrcDvcId: "device.id",
  HttpUserAgent: "client.userAgent.rawUserAgent",
  SrcGeoCountry: "client.geographicalContext.country",
  SrcGeoCity: "client.geographicalContext.city",
  SrcIsp: "securityContext.isp",
  SecurityContextAsNumber: "securityContext.asNumber",
  SecurityContextAsOrg: "securityContext.asOrg",
  SecurityContextIsProxy: "securityContext.isProxy",
  TransactionId: "transaction.id",
  TransactionType: "transaction.type",
  TransactionDetail: "transaction.detail",
  DebugData: "debugContext.debugData",
  OriginalTarget: "target",
  Request: "request"
};
var formats7 = [
  { id: "system-log", title: "System Log API (array, page or NDJSON)", has: ["eventType", "published"] },
  {
    id: "panther",
    title: "Panther lake row (Okta.SystemLog)",
    has: ["eventType", "published", "p_log_type"]
  },
  {
    id: "event-hook",
    title: "Event hook body",
    has: ["eventType", "eventTypeVersion", "data.events"],
    reshape: (record) => objects(member(member(record, "data"), "events")),
    note: "Only events that are eligible for hooks are sent, at least once and in any order."
  },
  {
    id: "event-hook-event",
    title: "One event of an event hook body",
    // The same event as in the log, with the chain of addresses in another place: must be known as a repeat of it.
    has: ["eventType", "published", "client.ipChain"],
    note: "Only events that are eligible for hooks are sent, at least once and in any order."
  },
  {
    id: "eventbridge",
    title: "Log stream to AWS EventBridge",
    has: ["detail-type", "detail.eventType", "detail.published"],
    reshape: (record) => objects(member(record, "detail"))
  },
  {
    id: "console-csv",
    title: "Admin console, System Log, Download CSV",
    has: ["event_type", "timestamp", '"actor.alternate_id"', '"outcome.result"'],
    reshape: renameColumns(CONSOLE_COLUMNS, { json: JSON_CELLS, finish: finishLists }),
    lacks: ["asn", "asOrg", "proxy", "token", "tokenKind", "device"],
    note: "Has no ASN, proxy flag, API token, device hash, risk, behaviours or granted role; scopes only where they are targets, and at most four targets."
  },
  {
    id: "elastic",
    title: "Elastic Okta integration, event.original not kept",
    has: ["@timestamp", "okta.event_type"],
    reshape: renameColumns(ELASTIC_COLUMNS, { json: JSON_CELLS, nested: true, finish: finishLists })
  },
  {
    id: "elastic-flat",
    title: "Elastic Okta integration, flattened names (CSV of Discover)",
    has: ["@timestamp", '"okta.event_type"'],
    reshape: renameColumns(ELASTIC_COLUMNS, { json: JSON_CELLS, nested: true, finish: finishLists })
  },
  {
    id: "sentinel-okta-cl",
    title: "Microsoft Sentinel, table Okta_CL",
    has: ["eventType_s", "actor_alternateId_s"],
    reshape: renameColumns(SENTINEL_COLUMNS2, {
      json: JSON_CELLS,
      stripUtcSuffix: true,
      stripTypeSuffix: true,
      finish: finishLists
    })
  },
  {
    id: "sentinel-oktav2-cl",
    title: "Microsoft Sentinel, table OktaV2_CL",
    has: ["EventOriginalType", "OriginalActorAlternateId"],
    reshape: renameColumns(SENTINEL_V2_COLUMNS, {
      json: ["target", "request", "transaction.detail", "debugContext.debugData"],
      stripUtcSuffix: true,
      finish: finishLists
    })
  }
];
function finishLists(native) {
  const targets = native["target"];
  if (Array.isArray(targets))
    native["target"] = targets.filter((each2) => each2 !== null).map((each2) => camelKeys(each2, 0));
  else if (isObject(targets))
    native["target"] = [camelKeys(targets, 0)];
  const chain = member(native["request"], "ipChain");
  if (chain !== void 0)
    native["request"] = { ipChain: camelKeys(chain, 0) };
  const context = native["debugContext"];
  const inner = asJson(member(member(context, "debugData"), "debugData"));
  if (isObject(inner))
    native["debugContext"] = { debugData: inner };
  return [native];
}
function camelKeys(value, depth) {
  if (depth > 6)
    return value;
  if (Array.isArray(value))
    return value.map((each2) => camelKeys(each2, depth + 1));
  if (!isObject(value))
    return value;
  const renamed = emptyObject();
  for (const [name, inner] of Object.entries(value)) {
    if (name !== "__proto__")
      renamed[camel(name)] = inner === void 0 ? void 0 : camelKeys(inner, depth + 1);
  }
  return renamed;
}
function objects(value) {
  const parsed = asJson(value);
  if (Array.isArray(parsed))
    return parsed.filter(isObject);
  return isObject(parsed) && asText(member(parsed, "eventType")) !== void 0 ? [parsed] : [];
}
function snake(path) {
  return path.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
function camel(name) {
  return name.replace(/_([a-z])/g, (_, letter) => letter.toUpperCase());
}

// dist/src/sources/okta/index.js
var okta = {
  id: "okta",
  title: "Okta",
  references: [
    "https://developer.okta.com/docs/api/openapi/okta-management/management/tag/SystemLog/ (members of a LogEvent, values of outcome.result)",
    "https://developer.okta.com/docs/reference/api/event-types/ (every event type)",
    "https://developer.okta.com/docs/concepts/event-hooks/ (body of an event hook)",
    "https://developer.okta.com/docs/concepts/role-assignment/ (administrator roles)"
  ],
  formats: formats7,
  fields: fields7,
  activities: activities7,
  // CHALLENGE, SKIPPED, DEFERRED, SCHEDULED and UNKNOWN say neither.
  outcomes: { success: ["success", "allow"], failure: ["failure", "deny", "unanswered", "abandoned", "rate_limit"] },
  finish: finish5,
  weakId: isPlaceholder,
  scopeTier: scopeTier6,
  roleTier: roleTier6,
  blindSpots: blindSpots7,
  consoleFilter: (actor, start, end) => `actor.alternateId eq "${actor.replace(/["\\]/g, "\\$&")}" and published ge "${start}" and published lt "${end}"`
};

// dist/src/sources/salesforce/ids.js
var CHECK = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
var SHORT = /^[A-Za-z0-9]{15}$/;
var LONG = /^[A-Za-z0-9]{18}$/;
function canonicalId(text4) {
  if (SHORT.test(text4))
    return (text4 + checkCharacters(text4)).toLowerCase();
  return text4.toLowerCase();
}
function isUserId(text4) {
  return text4.startsWith("005") && (SHORT.test(text4) || LONG.test(text4));
}
function checkCharacters(id) {
  let check = "";
  for (let start = 0; start < 15; start += 5) {
    let bits = 0;
    for (let at2 = 0; at2 < 5; at2++) {
      const letter = id.charAt(start + at2);
      if (letter >= "A" && letter <= "Z")
        bits |= 1 << at2;
    }
    check += CHECK.charAt(bits);
  }
  return check;
}

// dist/src/sources/salesforce/setup-audit-trail.js
var MAX_LENGTH = 2e3;
var SENTENCES2 = [
  ["created new user", "createduser"],
  ["created new customer user", "createdcustomersuccessuser"],
  ["deactivated user", "deactivateduser"],
  ["activated user", "activateduser"],
  ["reactivated user", "activateduser"],
  ["froze user", "frozeuser"],
  ["unfroze user", "unfrozeuser"],
  ["unlocked user", "unlockeduser"],
  ["user locked out", "userlockedout"],
  ["changed profile for user", "changedprofileforuser"],
  ["changed role for user", "changedroleforuser"],
  ["reset password for user", "resetpassword"],
  ["set new password for user", "changedpassword"],
  ["changed password for user", "changedpassword"],
  ["changed federation id for user", "changedfederationid"],
  ["changed email for user", "changedemail"],
  ["logged in using login-as", "suOrgAdminLogin"],
  ["logged out using login-as", "suOrgAdminLogout"],
  ["deployed change set", "deployedchangeset"],
  ["requested an export", "dataExport"],
  ["requested data export", "dataExport"],
  ["scheduled a data export", "dataExport"],
  ["installed package", "InstalledPackage"],
  ["created connected app", "insertConnectedApplication"],
  ["added connected app", "insertConnectedApplication"],
  ["created certificate", "insertCertificate"],
  ["~permission set license", "PermSetLicenseAssign"],
  ["~permission set group", "PermSetGroupAssign"],
  ["permission set ", "PermSetAssign"],
  ["~phone number", "registeredUserPhoneNumber"],
  ["~temporary verification code", "insertTwoFactorTempCode"],
  ["~authenticator", "insertAuthenticatorPairing"],
  ["~two-factor", "insertTwoFactorInfo2"]
];
var TAKEN_AWAY = /* @__PURE__ */ new Map([
  ["PermSetLicenseAssign", "PermSetLicenseUnassign"],
  ["PermSetGroupAssign", "PermSetGroupUnassign"],
  ["PermSetAssign", "PermSetUnassign"],
  ["insertAuthenticatorPairing", "deleteAuthenticatorPairing"],
  ["insertTwoFactorInfo2", "deleteTwoFactorInfo2"],
  ["insertTwoFactorTempCode", "deleteTwoFactorTempCode"]
]);
function codeOf(sentence) {
  const text4 = sentence.slice(0, MAX_LENGTH).trim().toLowerCase();
  const code = SENTENCES2.find(([part]) => part.startsWith("~") ? text4.includes(part.slice(1)) : text4.startsWith(part))?.[1];
  if (code === void 0)
    return void 0;
  if (code.startsWith("PermSet") && !/\b(un)?assign/.test(text4))
    return void 0;
  const away = /\b(unassign|remov|delet|disconnect)/.test(text4);
  return away ? TAKEN_AWAY.get(code) ?? code : code;
}
function readSentence(sentence) {
  const text4 = sentence.slice(0, MAX_LENGTH).trim();
  const lower = text4.toLowerCase();
  const userId = between(text4, "(UserID: [", "]");
  const change = lower.lastIndexOf(" from ");
  const to = change < 0 ? -1 : lower.indexOf(" to ", change);
  const user = userIn(text4, lower);
  const app = addedApp(text4, lower);
  return {
    ...app !== void 0 && { app },
    ...user !== void 0 && { user },
    ...userId !== void 0 && { userId },
    ...to >= 0 && { before: text4.slice(change + 6, to).trim(), role: text4.slice(to + 4).trim() },
    ...to < 0 && permissionSet(text4, lower)
  };
}
function userIn(text4, lower) {
  const marker = ["for customer user ", "customer user ", "user "].find((each2) => lower.startsWith(each2) || lower.includes(` ${each2}`));
  const access2 = lower.indexOf("login-as access for ");
  if (marker === void 0 && access2 < 0)
    return void 0;
  const from = marker === void 0 ? access2 + 20 : (lower.startsWith(marker) ? 0 : lower.indexOf(` ${marker}`) + 1) + marker.length;
  const rest = text4.slice(from);
  const ends = [" (", ", ", " from ", " to ", ";", ": "].map((end) => rest.indexOf(end)).filter((at2) => at2 >= 0);
  const user = rest.slice(0, Math.min(rest.length, ...ends)).trim();
  return user === "" ? void 0 : user;
}
var ADDED_APPS = ["created connected app ", "added connected app ", "installed package "];
function addedApp(text4, lower) {
  const start = ADDED_APPS.find((words) => lower.startsWith(words));
  const name = start === void 0 ? "" : text4.slice(start.length).trim();
  return name === "" ? void 0 : name;
}
function permissionSet(text4, lower) {
  const from = ["permission set group ", "permission set license ", "permission set "].find((start) => lower.startsWith(start));
  const colon = text4.indexOf(":");
  if (from === void 0 || colon < from.length)
    return {};
  return { role: text4.slice(from.length, colon).trim() };
}
function between(text4, open, close) {
  const from = text4.indexOf(open);
  const until = from < 0 ? -1 : text4.indexOf(close, from + open.length);
  return until < 0 ? void 0 : text4.slice(from + open.length, until);
}

// dist/src/sources/salesforce/tiers.js
var SCOPES3 = new Map([
  ["full", 1],
  ...[
    "api",
    "web",
    "cdp_api",
    "cdp_query_api",
    "sfap_api",
    "wave_api",
    "eclair_api",
    "interaction_api",
    "user_registration_api",
    "pardot_api",
    "content",
    "visualforce"
  ].map((scope) => [scope, 2]),
  ...["refresh_token", "offline_access", "chatter_api", "chatbot_api", "custom_permissions", "lightning"].map((scope) => [scope, 3]),
  ...["id", "openid", "profile", "email", "address", "phone"].map((scope) => [scope, 0])
]);
function scopeTier7(scope) {
  return SCOPES3.get(scope.trim().toLowerCase());
}
var TAKES_OVER2 = [
  "system administrator",
  "modify all data",
  "customize application",
  "author apex",
  "manage users",
  "manage profiles and permission sets",
  "manage sharing",
  "modify metadata",
  "manage connected apps",
  "assign permission sets",
  "manage encryption keys",
  "manage login access policies",
  "manage internal users"
];
var BROAD2 = [
  "view all data",
  "view all users",
  "weekly data export",
  "export reports",
  "bulk api hard delete",
  "query all files",
  "view setup and configuration",
  "manage session permission set",
  "reset user passwords",
  "freeze users",
  "manage multi-factor",
  "manage certificates",
  "view encrypted data",
  "view event log files",
  "view real-time event monitoring data",
  "use any api client"
];
var NARROW = ["api enabled", "api only user", "delegated administrator", "run reports", "manage public reports"];
function roleTier7(role) {
  const name = role.trim().toLowerCase();
  if (TAKES_OVER2.some((known2) => name.startsWith(known2)))
    return 1;
  if (BROAD2.some((known2) => name.startsWith(known2)))
    return 2;
  if (NARROW.some((known2) => name.startsWith(known2)))
    return 3;
  return ["standard user", "minimum access - salesforce", "chatter free user", "read only"].includes(name) ? 0 : void 0;
}

// dist/src/sources/salesforce/details.js
var readActorIds = ["USER_ID_DERIVED", "USER_ID", "UserId", "CreatedById"];
var readUserType = compilePaths(["USER_TYPE", "UserType"]);
var readRows = compilePaths(["ROWS_PROCESSED", "ROW_COUNT", "RECORDS_PROCESSED", "RowsProcessed", "RowsReturned", "NUM_ROWS"]);
var readQuery = compilePaths(["QUERY", "Query"]);
var readMethod = compilePaths(["METHOD_NAME", "METHOD", "HTTP_METHOD", "Operation"]);
var readLoginType = compilePaths(["LOGIN_TYPE", "LoginType"]);
var readStatus = compilePaths(["LOGIN_STATUS", "Status"]);
var readDelegate = compilePaths([
  "DelegateUser",
  "DelegatedUsername",
  "DELEGATED_USER_NAME",
  "DELEGATED_USER_ID_DERIVED",
  "DELEGATED_USER_ID"
]);
var SECTIONS = /* @__PURE__ */ new Map([
  ["session settings", "admin.change"],
  ["password policies", "admin.change"],
  ["network access", "admin.change"],
  ["single sign-on", "admin.change"],
  ["single sign-on settings", "admin.change"],
  ["identity provider", "admin.change"],
  ["security controls", "admin.change"],
  ["remote site settings", "admin.change"],
  ["certificate and key management", "credential.add"],
  ["named credentials", "credential.add"],
  ["external credentials", "credential.add"],
  // A change of a connected app's policy: the nearest that the trail has to a grant, without the scopes.
  ["connected apps", "app.grant"],
  ["data export", "file.export"]
]);
var TARGET_TYPES = [
  ["REPORT_ID", "report"],
  ["ReportId", "report"],
  ["DOCUMENT_ID", "file"],
  ["DocumentId", "file"],
  ["VERSION_ID", "file"],
  ["ENTITY_ID", "file"],
  ["JOB_ID", "job"],
  ["ENTITY_NAME", "entity"],
  ["ENTITY_TYPE", "entity"],
  ["QueriedEntities", "entity"],
  ["URI_ID_DERIVED", "record"]
];
function finish6(record, event) {
  finishActor2(record, event);
  finishClient(record, event);
  if (event.target !== void 0) {
    const type = TARGET_TYPES.find(([name]) => asText(member(record, name)) !== void 0)?.[1] ?? "record";
    event.target = { ...event.target, type, id: type === "entity" ? event.target.id : canonicalId(event.target.id) };
  }
  addDetails(event, {
    rows: asNumber(readRows(record)),
    query: asText(readQuery(record))?.slice(0, 500),
    method: asText(readMethod(record)),
    loginType: asText(readLoginType(record)),
    status: asText(readStatus(record)),
    platform: fact(asText(member(record, "Platform"))),
    request: asText(member(record, "REQUEST_ID")),
    score: asNumber(member(record, "Score")),
    policyOutcome: asText(member(record, "PolicyOutcome")),
    guest: asText(readUserType(record)) === "Guest" || void 0
  });
  const sentence = asText(member(record, "Display"));
  const section = asText(member(record, "Section"));
  if (sentence === void 0 && section === void 0)
    return;
  const delegate = fact(asText(readDelegate(record)));
  addDetails(event, { section, text: sentence?.slice(0, 500), impersonatedBy: delegate?.toLowerCase() });
  event.activity = SECTIONS.get(section?.toLowerCase() ?? "") ?? event.activity;
  readSetup(sentence ?? "", event);
}
function finishActor2(record, event) {
  const { actor } = event;
  if (actor === void 0)
    return;
  const ids = readActorIds.flatMap((name) => fact(asText(member(record, name))) ?? []).map(canonicalId);
  const named4 = actor.id.includes("@") || !readActorIds.some((name) => asText(member(record, name))?.toLowerCase() === actor.id);
  const id = named4 ? actor.id : ids[0] ?? actor.id;
  if (fact(id) === void 0) {
    delete event.actor;
    return;
  }
  const automated = id === "automated process" || asText(readUserType(record)) === "AutomatedProcess";
  event.actor = { ...actor, id, type: automated ? "system" : "user" };
  addAliases(event, [ids[0], fact(asText(member(record, "USER_EMAIL")))]);
}
function finishClient(record, event) {
  const id = fact(event.app?.id);
  const name = fact(event.app?.name);
  if (id === void 0 && name === void 0 || name === "Browser")
    delete event.app;
  else
    event.app = { id: id ?? (name ?? "").toLowerCase(), ...name !== void 0 && { name } };
  const agent = fact(event.userAgent);
  if (agent === void 0 || /^\d+$/.test(agent))
    delete event.userAgent;
  else {
    const platform = fact(asText(member(record, "Platform")));
    if (platform !== void 0 && agent === asText(member(record, "Browser")))
      event.userAgent = `${agent} (${platform})`;
  }
  for (const field of ["session", "country", "city"])
    if (fact(event[field]) === void 0)
      delete event[field];
}
function readSetup(text4, event) {
  const { user, userId, role, before, app } = readSentence(text4);
  if (app !== void 0)
    event.app = { id: app.toLowerCase(), name: app };
  const target2 = person4(user, userId);
  if (target2 !== void 0)
    event.target = target2;
  const isRole = event.operation.toLowerCase().startsWith("permset") || /profile|role/i.test(event.operation);
  addDetails(event, isRole ? { role, before } : { after: role, before });
  if (isRole && role !== void 0 && (roleTier7(role) ?? 3) <= 2)
    event.privileged = true;
}
function person4(user, userId) {
  const vendor = fact(userId) === void 0 ? void 0 : canonicalId(userId ?? "");
  const login = fact(user);
  if (login === void 0)
    return vendor === void 0 ? void 0 : { type: "user", id: vendor };
  const id = isUserId(login) ? canonicalId(login) : login.toLowerCase();
  const chosen = id.includes("@") ? id : vendor ?? id;
  return {
    type: "user",
    id: chosen,
    ...!login.includes("@") && { name: login },
    ...vendor !== void 0 && vendor !== chosen && { aliases: [vendor] }
  };
}
function readLoginAs(record, event) {
  const delegate = fact(asText(readDelegate(record)));
  if (delegate === void 0)
    return;
  const user = event.actor;
  const vendor = fact(asText(member(record, "DELEGATED_USER_ID_DERIVED") ?? member(record, "DELEGATED_USER_ID")));
  const id = isUserId(delegate) ? canonicalId(delegate) : delegate.toLowerCase();
  event.actor = { type: "user", id, ...id.includes("@") && { email: id } };
  if (vendor !== void 0)
    addAliases(event, [canonicalId(vendor)]);
  if (user !== void 0) {
    event.target = { type: "user", id: user.id, ...user.aliases !== void 0 && { aliases: user.aliases } };
  }
  event.privileged = true;
}
function readLogin2(record, event) {
  event.ok = event.activity === "login";
  const failed3 = event.activity === "login.failed";
  if (failed3)
    addDetails(event, { reason: asText(readStatus(record)) });
  if (asText(readLoginType(record)) === "Remote Access 2.0")
    addDetails(event, { oauth: true });
}

// dist/src/sources/salesforce/activities.js
var readStatus2 = compilePaths(["LOGIN_STATUS", "Status"]);
var readRows2 = compilePaths(["ROWS_PROCESSED", "RowsProcessed", "RowsReturned"]);
var readOperation = compilePaths(["OPERATION_TYPE", "OPERATION", "Operation", "operation"]);
var MANY_ROWS = 2e3;
var failedLogin = when("the status is there and is neither LOGIN_NO_ERROR nor Success", (record) => {
  const status2 = asText(readStatus2(record));
  return status2 !== void 0 && !/^(login_no_error|success)$/i.test(status2);
});
var manyRows = when(`${MANY_ROWS} rows or more`, (record) => (asNumber(readRows2(record)) ?? 0) >= MANY_ROWS);
var queries = when("the job is a query", (record) => /query/i.test(asText(readOperation(record)) ?? ""));
var writes = when("the job writes", (record) => /insert|update|upsert|delete/i.test(asText(readOperation(record)) ?? ""));
var onlyReads = when("the operation describes, lists or retrieves", (record) => /describe|list|retrieve|read/i.test(asText(readOperation(record)) ?? ""));
var exportsReport = when("the origin or operation is an export", (record) => /export/i.test(`${asText(member(record, "ORIGIN")) ?? ""} ${asText(readOperation(record)) ?? ""}`));
var uploads = when("the transaction uploads or saves", (record) => /upload|save|insert|create/i.test(transaction(record)));
var previews = when("the transaction is a preview", (record) => /rendition|preview|view/i.test(transaction(record)));
var downloads = when("the transaction downloads", (record) => /download/i.test(transaction(record)));
var shares = when("the action creates a link", (record) => /insert|create|share/i.test(transaction(record)));
var takenAway = when("the sentence removes", (record) => /^(removed|deleted|revoked)\b|\bunassigned\b/i.test((asText(member(record, "Display")) ?? "").slice(0, 500)));
var bySelf = when("the actor is the user named", (record) => {
  const actor = asText(member(member(record, "CreatedBy"), "Username") ?? member(record, "CreatedBy.Username"))?.toLowerCase();
  return actor !== void 0 && (asText(member(record, "Display")) ?? "").slice(0, 500).toLowerCase().includes(`user ${actor}`);
});
function transaction(record) {
  return asText(member(record, "TRANSACTION_TYPE") ?? member(record, "ACTION") ?? member(record, "FileAction") ?? member(record, "SHARING_OPERATION")) ?? "";
}
var signIn4 = [
  { activity: "login.failed", when: failedLogin, read: readLogin2 },
  { activity: "login", read: readLogin2 }
];
var apiCall = [{ activity: "bulk.query", when: manyRows }, { activity: "api.call" }];
var grant = [
  { activity: "admin.change", when: takenAway, details: { change: "revoke" } },
  { activity: "role.grant" }
];
var revoked2 = { activity: "admin.change", details: { change: "revoke" } };
var takesAccess2 = [{ activity: "other", when: bySelf }, { activity: "account.lockout" }];
function asLockedOut(_record, event) {
  event.ok = false;
  addDetails(event, { automatic: true, lockedOut: true });
}
var setup = {
  ...each("account.create", ["createduser", "createdcustomersuccessuser"]),
  ...each("account.disable", ["deactivateduser", "frozeuser"]),
  // Too many wrong passwords: the sign-in policy at work, no administrator.
  userlockedout: { activity: "login.failed", read: asLockedOut },
  ...each("account.enable", ["activateduser", "unfrozeuser", "unlockeduser"]),
  ...each(takesAccess2, ["resetpassword", "changedpassword", "changedemail", "useremailchangesent", "changedfederationid"]),
  // Without the licence the work is out of reach; a permission set less is an everyday change.
  PermSetLicenseUnassign: "account.lockout",
  ...each(revoked2, ["PermSetUnassign", "PermSetGroupUnassign", "changedroleforusertonone"]),
  ...each("role.grant", [
    "changedprofileforuser",
    "changedprofileforusercusttostd",
    "changedprofileforuserstdtocust",
    "changedprofileforuserstdtostd",
    "PermSetAssign",
    "PermSetGroupAssign",
    "PermSetLicenseAssign",
    "changedroleforuser",
    "changedroleforuserfromnone"
  ]),
  ...each(grant, ["addedtodelegatedgroup", "groupMembership", "queueMembership"]),
  ...each("admin.change", [
    "profilePermChangedCustom",
    "profileFlsChangedStandard",
    "profileOlpChangedCustom",
    "PermSetCreateNoLicense",
    "PermSetCreate",
    "PermSetDelete",
    "createdrole",
    "createIpWhitelist",
    "deployedchangeset",
    "changedsenderemail"
  ]),
  ...each("app.install", ["insertConnectedApplication", "InstalledPackage"]),
  ...each("credential.add", ["insertCertificate", "signCert", "decryptionCertificate"]),
  ...each("mfa.change", [
    "insertTwoFactorInfo2",
    "deleteTwoFactorInfo2",
    "insertAuthenticatorPairing",
    "deleteAuthenticatorPairing",
    "insertTwoFactorTempCode",
    "deleteTwoFactorTempCode",
    "registeredUserPhoneNumber",
    "changedUserPhoneNumber"
  ]),
  suOrgAdminLogin: { activity: "session.anomaly", details: { loginAs: true } },
  suOrgAdminLogout: { activity: "session.anomaly", details: { loginAs: true, change: "end" } },
  dataExport: "file.export"
};
var eventLog = {
  Login: signIn4,
  LoginAs: { activity: "session.anomaly", read: readLoginAs, details: { loginAs: true } },
  ...each(apiCall, ["API", "RestApi", "ApexRestApi", "ApexSoap"]),
  ApiTotalUsage: "api.call",
  BulkApi: [{ activity: "bulk.query", when: queries }, { activity: "api.call" }],
  // A job of the second version is a query unless it says that it writes.
  BulkApi2: [{ activity: "api.call", when: writes }, { activity: "bulk.query" }],
  MetadataApiOperation: [{ activity: "api.call", when: onlyReads }, { activity: "admin.change" }],
  ...each("admin.change", ["ChangeSetOperation", "PermissionUpdate"]),
  PackageInstall: "app.install",
  ...each("file.export", ["ReportExport", "WaveDownload"]),
  // Formatted exports are only here; every other run of a report reads records.
  Report: [{ activity: "file.export", when: exportsReport }, { activity: "bulk.query" }],
  ContentTransfer: [
    { activity: "file.read", when: previews },
    { activity: "file.download", when: downloads },
    { activity: "file.upload", when: uploads }
  ],
  DocumentAttachmentDownloads: "file.download",
  ContentDistribution: [
    { activity: "file.download", when: downloads },
    { activity: "file.share", when: shares },
    { activity: "file.read" }
  ],
  ContentDocumentLink: [{ activity: "file.share", when: shares }]
};
var objects2 = {
  ...each(signIn4, ["LoginEvent", "LoginHistory"]),
  LoginAsEvent: { activity: "session.anomaly", read: readLoginAs, details: { loginAs: true } },
  ...each("session.anomaly", [
    "SessionHijackingEventStore",
    "CredentialStuffingEventStore",
    "ApiAnomalyEventStore",
    "ReportAnomalyEventStore",
    "GuestUserAnomalyEventStore"
  ]),
  ApiEvent: apiCall,
  BulkApiResultEventStore: "bulk.query",
  ReportEvent: [{ activity: "file.export", when: exportsReport }, { activity: "bulk.query" }],
  PermissionSetEventStore: [
    {
      activity: "admin.change",
      when: when("the operation is an unassignment", (record) => /unassign/i.test(asText(readOperation(record)) ?? "")),
      details: { change: "revoke" }
    },
    { activity: "role.grant" }
  ],
  FileEventStore: [
    { activity: "file.read", when: previews },
    { activity: "file.download", when: downloads },
    { activity: "file.upload", when: uploads }
  ]
};
var activities8 = joinTables(setup, eventLog, objects2);
var CODES = new Map(Object.keys(setup).map((code) => [code.toLowerCase(), code]));
function canonicalCode(code) {
  return CODES.get(code.toLowerCase()) ?? code;
}

// dist/src/sources/salesforce/blind-spots.js
var blindSpots8 = [
  {
    activities: [],
    kind: "licence",
    text: "Most event log files and all real-time events need Event Monitoring (Shield or add-on); without it a few types are kept for one day."
  },
  {
    activities: [],
    kind: "retention",
    text: "The setup audit trail and the sign-in history reach back 6 months, event log files 30 days (up to a year with more storage)."
  },
  {
    activities: [
      "account.create",
      "account.disable",
      "account.enable",
      "account.lockout",
      "role.grant",
      "admin.change",
      "mfa.change"
    ],
    kind: "not-logged",
    text: "The setup audit trail has no address and no session: where a change came from is only in the sign-in history."
  },
  {
    activities: ["account.delete"],
    kind: "not-logged",
    text: "Users of Salesforce cannot be deleted, only deactivated or frozen."
  },
  {
    activities: ["app.grant"],
    kind: "not-logged",
    text: "No log lists the scopes of a connected app; its first sign-in (Remote Access 2.0) is the nearest sign."
  },
  {
    activities: ["file.export"],
    kind: "not-logged",
    text: "ReportExport has the exports of details only and no number of rows; formatted exports show as Report."
  },
  {
    activities: ["bulk.query", "api.call"],
    kind: "not-logged",
    text: "BulkApi and BulkApi2 are separate event types, and ApiEvent has queries only, without the mobile app and the Tooling API."
  },
  {
    activities: [
      "mail.read",
      "mail.search",
      "mail.rule",
      "repo.clone",
      "repo.download",
      "repo.fetch",
      "repo.push",
      "repo.visibility"
    ],
    kind: "not-logged",
    text: "Salesforce logs no mailboxes and holds no repositories."
  }
];

// dist/src/sources/salesforce/fields.js
var fields8 = {
  time: ["TIMESTAMP_DERIVED", "TIMESTAMP", "EventDate", "LoginTime", "CreatedDate"],
  id: ["EventIdentifier", "Id"],
  operation: ["SetupAction", "EventObject", "EVENT_TYPE"],
  // A user name where the row has one; most event types have the id alone.
  actorId: [
    "CreatedBy.Username",
    '"CreatedBy.Username"',
    "Username",
    "USER_NAME",
    "USER_EMAIL",
    "USER_ID_DERIVED",
    "UserId",
    "CreatedById",
    "USER_ID"
  ],
  appId: ["CONNECTED_APP_ID", "ConnectedAppId"],
  appName: ["CONNECTED_APP_NAME", "Application", "CLIENT_NAME", "CLIENT_ID", "Client"],
  targetId: [
    "REPORT_ID_DERIVED",
    "REPORT_ID",
    "ReportId",
    "DOCUMENT_ID_DERIVED",
    "DOCUMENT_ID",
    "DocumentId",
    "ENTITY_ID",
    "VERSION_ID",
    "JOB_ID",
    "ENTITY_NAME",
    "ENTITY_TYPE",
    "QueriedEntities",
    "URI_ID_DERIVED"
  ],
  targetName: ["REPORT_NAME", "Name"],
  ip: ["CLIENT_IP", "SourceIp", "SOURCE_IP", "ClientIp"],
  country: ["CountryIso", "Country", "COUNTRY_CODE"],
  city: "City",
  userAgent: ["USER_AGENT", "BROWSER_TYPE", "CLIENT_INFO", "UserAgent", "Browser"],
  // The login key ties together everything of one sign-in; the session key is still empty in the sign-in's own row.
  session: ["LOGIN_KEY", "LoginKey", "SESSION_KEY", "SessionKey"],
  outcome: ["LOGIN_STATUS", "Status", "REQUEST_STATUS", "SUCCESS"],
  bytes: ["SIZE_BYTES", "RESPONSE_SIZE", "ContentSize"]
};

// dist/src/sources/salesforce/formats.js
var SETUP_LACKS = [
  "ip",
  "asn",
  "asOrg",
  "country",
  "city",
  "proxy",
  "userAgent",
  "session",
  "token",
  "device",
  "outcome"
];
var TRAIL_COLUMNS = {
  Date: "CreatedDate",
  User: "CreatedBy.Username",
  "Source Namespace Prefix": "ResponsibleNamespacePrefix",
  Action: "Display",
  Section: "Section",
  "Delegate User": "DelegateUser"
};
var HISTORY_COLUMNS = {
  Username: "Username",
  "Login Time": "LoginTime",
  "Source IP": "SourceIp",
  "Login Type": "LoginType",
  Status: "Status",
  Browser: "Browser",
  Platform: "Platform",
  Application: "Application",
  "Client Version": "ClientVersion",
  "API Type": "ApiType",
  "API Version": "ApiVersion",
  "Login URL": "LoginUrl",
  Country: "Country",
  "Country Code": "CountryIso"
};
var TELLTALES = [
  ["LoginAsEvent", ["DelegatedUsername"]],
  ["LoginEvent", ["LoginType", "LoginUrl"]],
  ["LoginEvent", ["LoginType", "LoginGeoId"]],
  ["PermissionSetEventStore", ["PermissionList"]],
  ["PermissionSetEventStore", ["PermissionType"]],
  ["ReportEvent", ["ReportId", "Operation"]],
  ["FileEventStore", ["FileAction"]],
  ["ApiEvent", ["QueriedEntities", "ApiType"]],
  ["ListViewEvent", ["ListViewId"]]
];
var formats8 = [
  {
    id: "event-log-file",
    title: "Event log file (CSV of one event type)",
    has: ["EVENT_TYPE", "TIMESTAMP", "ORGANIZATION_ID"],
    reshape: (record) => isHeader(record["EVENT_TYPE"]) ? [] : [record],
    note: "Most event types have the user\u2019s id alone."
  },
  {
    id: "event-log-file-part",
    title: "Event log file, some columns of it",
    has: ["EVENT_TYPE", "TIMESTAMP", "USER_ID"],
    reshape: (record) => isHeader(record["EVENT_TYPE"]) ? [] : [record]
  },
  {
    id: "event-log-json",
    title: "Event log file as JSON, names in lower case",
    has: ["event_type", "timestamp", "organization_id"],
    reshape: (record) => isHeader(record["event_type"]) ? [] : [upperCase(record, false)]
  },
  {
    id: "sentinel-salesforce-cl",
    title: "Microsoft Sentinel, table SalesforceServiceCloud_CL",
    has: ["event_type_s", "organization_id_s"],
    reshape: (record) => [upperCase(record, true)]
  },
  {
    id: "event-log-object",
    title: "Event log object (SOQL), e.g. ReportExportEventLog",
    has: ["attributes.type", "Timestamp"],
    test: (record) => objectName(record)?.endsWith("EventLog") === true,
    reshape: (record) => [fromEventLogObject(record)]
  },
  {
    id: "event-log-file-record",
    title: "List of event log files (SOQL on EventLogFile)",
    has: ["EventType", "LogDate", "LogFile"],
    reshape: () => [],
    note: "Names the files that there are; the events are in the files themselves."
  },
  {
    id: "real-time-event",
    title: "Real-time event monitoring object (SOQL, API)",
    has: ["EventDate", "EventIdentifier"],
    reshape: (record) => [withObject(record, objectName(record) ?? inferred(record))]
  },
  {
    id: "real-time-stream",
    title: "Real-time event monitoring, streamed",
    has: ["schema", "payload.EventDate", "event.replayId"],
    reshape: (record) => {
      const payload = member(record, "payload");
      return isObject(payload) ? [withObject(payload, objectName(payload) ?? inferred(payload))] : [];
    }
  },
  {
    id: "login-history",
    title: "LoginHistory (SOQL, API)",
    has: ["LoginTime", "UserId", "LoginType", "Status"],
    reshape: (record) => [withObject(record, "LoginHistory")],
    lacks: ["session", "asn", "proxy", "device"],
    note: "Has the user\u2019s id alone."
  },
  {
    id: "login-history-csv",
    title: "Setup, Login History, CSV",
    has: ["Username", "Login Time", "Source IP", "Login Type", "Status"],
    reshape: renameColumns(HISTORY_COLUMNS, { finish: (row) => [withObject(row, "LoginHistory")] }),
    lacks: ["session", "asn", "proxy", "device", "id"],
    note: "Times without a zone are in the zone of the person who downloaded the file; they are read as UTC."
  },
  {
    id: "setup-audit-trail",
    title: "SetupAuditTrail (SOQL, API)",
    has: ["Action", "CreatedDate", "CreatedById"],
    reshape: (record) => [withAction(record, asText(record["Action"]))],
    lacks: SETUP_LACKS,
    note: "Has no address and no session; often the user\u2019s id alone."
  },
  {
    id: "setup-audit-trail-text",
    title: "SetupAuditTrail (SOQL, API), without the user\u2019s id",
    has: ["Action", "Display", "CreatedDate"],
    reshape: (record) => [withAction(record, asText(record["Action"]))],
    lacks: SETUP_LACKS
  },
  {
    id: "setup-audit-trail-csv",
    title: "Setup, View Setup Audit Trail, Download",
    has: ["Date", "User", "Source Namespace Prefix", "Action", "Section"],
    reshape: renameColumns(TRAIL_COLUMNS, { finish: (row) => [withAction(row, fromSentence(row))] }),
    lacks: [...SETUP_LACKS, "id"],
    note: "The change is an English sentence without a code; times carry the zone of the person who downloaded the file (without one: read as UTC)."
  }
];
function isHeader(value) {
  return value === "EVENT_TYPE";
}
function objectName(record) {
  return asText(member(member(record, "attributes"), "type"));
}
function inferred(record) {
  return TELLTALES.find(([, names]) => names.every((name) => Object.hasOwn(record, name)))?.[0] ?? "Unknown real-time event";
}
function withObject(record, name) {
  return { ...record, EventObject: name };
}
function withAction(record, action) {
  return { ...record, ...action !== void 0 && { SetupAction: canonicalCode(action) } };
}
function fromSentence(row) {
  const sentence = asText(row["Display"]);
  return sentence === void 0 ? void 0 : codeOf(sentence) ?? `Setup: ${asText(row["Section"]) ?? "no section"}`;
}
function upperCase(record, suffixed) {
  const upper = emptyObject();
  for (const [name, value] of Object.entries(record)) {
    if (name === "__proto__" || value === "" || value === null)
      continue;
    const bare = suffixed ? name.replace(/ \[utc\]$/i, "").replace(/_[sdgbt]$/, "") : name.replace(/_$/, "");
    upper[bare.toUpperCase()] ??= value;
  }
  return upper;
}
function fromEventLogObject(record) {
  const upper = emptyObject();
  for (const [name, value] of Object.entries(record)) {
    if (name !== "__proto__" && name !== "attributes" && name !== "Id")
      upper[name.replace(/(?!^)([A-Z])/g, "_$1").toUpperCase()] = value;
  }
  upper["EVENT_TYPE"] = objectName(record)?.replace(/EventLog$/, "");
  upper["Id"] = record["Id"];
  return upper;
}

// dist/src/sources/salesforce/times.js
var ZONES = /* @__PURE__ */ new Map([
  ["PST", -480],
  ["PDT", -420],
  ["MST", -420],
  ["MDT", -360],
  ["CST", -360],
  ["CDT", -300],
  ["EST", -300],
  ["EDT", -240],
  ["AKST", -540],
  ["AKDT", -480],
  ["HST", -600],
  ["BRT", -180],
  ["WET", 0],
  ["WEST", 60],
  ["BST", 60],
  ["CET", 60],
  ["CEST", 120],
  ["EET", 120],
  ["EEST", 180],
  ["MSK", 180],
  ["IST", 330],
  ["SGT", 480],
  ["HKT", 480],
  ["JST", 540],
  ["KST", 540],
  ["AEST", 600],
  ["AEDT", 660],
  ["NZST", 720],
  ["NZDT", 780]
]);
function parseConsoleTime(text4) {
  if (text4.length > 60)
    return void 0;
  const match = /^(.*\d(?: ?[AP]M)?) ([A-Z]{2,5})([+-]\d{1,2}(?::?\d{2})?)?$/.exec(text4.replaceAll("\u202F", " ").trim());
  const [, local, name, offset] = match ?? [];
  if (local === void 0 || name === void 0)
    return void 0;
  const minutes = offset === void 0 ? ZONES.get(name) : name === "GMT" || name === "UTC" ? offsetMinutes(offset) : void 0;
  const time = parseTime(local);
  return time === void 0 || minutes === void 0 ? void 0 : time - minutes * 6e4;
}
function offsetMinutes(offset) {
  const [hours = "0", minutes = "0"] = offset.slice(1).includes(":") ? offset.slice(1).split(":") : [offset.slice(1, 3), offset.slice(3)];
  return (offset.startsWith("-") ? -1 : 1) * (Number(hours) * 60 + Number(minutes === "" ? "0" : minutes));
}

// dist/src/sources/salesforce/index.js
var salesforce = {
  id: "salesforce",
  title: "Salesforce",
  references: [
    "https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_eventlogfile_supportedeventtypes.htm (event types and their columns)",
    "https://developer.salesforce.com/docs/atlas.en-us.platform_events.meta/platform_events/sforce_api_objects_loginevent.htm (real-time events)",
    "https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_setupaudittrail.htm (setup audit trail)",
    "https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_loginhistory.htm (sign-in history)"
  ],
  formats: formats8,
  fields: fields8,
  activities: activities8,
  // Request states: S success, F failure, A error of authorisation; a redirect, a missing page or an undefined state says neither.
  outcomes: { success: ["success", "login_no_error", "s", "1"], failure: ["f", "a", "0"] },
  finish: finish6,
  weakId: isPlaceholder,
  parseTime: parseConsoleTime,
  scopeTier: scopeTier7,
  roleTier: roleTier7,
  blindSpots: blindSpots8,
  consoleFilter: (actor, start, end) => `SELECT CreatedDate, Action, Section, Display FROM SetupAuditTrail WHERE CreatedBy.Username = '${actor.replace(/['\\]/g, "\\$&")}' AND CreatedDate >= ${start} AND CreatedDate < ${end}`
};

// dist/src/sources/slack/details.js
function finish7(record, event) {
  const user = member(record["actor"], "user");
  if (event.actor === void 0)
    actAsApp(event);
  addAliases(event, [asText(member(user, "id"))]);
  const target2 = targetOf5(record["entity"]);
  if (target2 !== void 0)
    event.target = target2;
  const location = member(record["context"], "location");
  const agent = member(record["context"], "acting_agent");
  addDetails(event, {
    workspace: asText(member(location, "name")) ?? asText(member(location, "domain")),
    agent: agent === void 0 ? void 0 : true
  });
}
function actAsApp(event) {
  if (event.app === void 0)
    return;
  event.actor = { type: "app", id: event.app.id, ...event.app.name !== void 0 && { name: event.app.name } };
}
var NAMES = { usergroup: "group", account_type_role: "role" };
function targetOf5(entity) {
  const type = asText(member(entity, "type"));
  if (type === void 0)
    return void 0;
  const inner = member(entity, type);
  const id = asText(member(inner, "id"));
  const name = asText(member(inner, "name")) ?? asText(member(inner, "title"));
  if (type === "user")
    return userTarget(asText(member(inner, "email")) ?? id, name, [id]);
  if (id === void 0 && name === void 0)
    return void 0;
  const kind2 = Object.hasOwn(NAMES, type) ? NAMES[type] ?? type : type;
  return { type: kind2, id: id ?? name ?? "", ...name !== void 0 && { name } };
}
function scopesIn(place2, keys) {
  return [...new Set(keys.flatMap((key) => asTexts(member(place2, key)) ?? []))];
}
function onApp4(record, event) {
  const app = member(record["entity"], "app");
  const id = asText(member(app, "id")) ?? asText(member(app, "name"));
  const name = asText(member(app, "name"));
  if (id !== void 0)
    event.app = { id: id.toLowerCase(), ...name !== void 0 && { name } };
  const { details } = record;
  const now = scopesIn(details, ["new_scopes", "scopes", "bot_scopes"]);
  const held = scopesIn(app, ["scopes", "scopes_bot", "bot_scopes"]);
  const before = scopesIn(details, ["previous_scopes", "old_scopes"]);
  const scopes = now.length > 0 ? now : held;
  if (scopes.length > 0)
    event.scopes = scopes;
  const added = scopes.filter((scope) => !before.includes(scope));
  addDetails(event, {
    added: before.length > 0 ? added.join(" ") : void 0,
    distributed: asFlag(member(app, "is_distributed")),
    directoryApproved: asFlag(member(app, "is_directory_approved"))
  });
}
function onRole4(role) {
  return (record, event) => {
    const { details, entity } = record;
    const named4 = asText(member(member(entity, "role"), "name")) ?? textOrName(member(details, "role")) ?? textOrName(member(details, "new_role"));
    const person6 = member(details, "target_user") ?? member(entity, "user");
    const target2 = userTarget(textOrName(person6) ?? asText(member(person6, "email")));
    if (target2 !== void 0 && event.target?.type !== "user")
      event.target = target2;
    addDetails(event, { role: role ?? named4 });
  };
}
function textOrName(value) {
  return asText(value) ?? asText(member(value, "email")) ?? asText(member(value, "name")) ?? asText(member(value, "id"));
}
function onSetting2(record, event) {
  const { details } = record;
  addDetails(event, {
    oldValue: textOrName(member(details, "previous_value") ?? member(details, "old_value")),
    newValue: textOrName(member(details, "new_value"))
  });
}
function onAnomaly(record, event) {
  const reason = member(record["details"], "reason");
  addDetails(event, { reason: asTexts(reason)?.join(" ") ?? textOrName(reason) });
}
function succeeds(ok) {
  return (_record, event) => {
    event.ok = ok;
  };
}
function onPublicLink(_record, event) {
  event.external = true;
}

// dist/src/sources/slack/settings.js
var SETTINGS2 = [
  "admin_retention_override_changed agentforce_workspaces_settings_changed ai_feature_default_access_changed allow_calls",
  "allow_canvas_version_history_changed allow_cea_for_hippa_team_changed allow_huddles",
  "allow_huddles_transcriptions_changed allow_lists allow_message_deletion allow_native_gif_picker",
  "allow_native_giphy_gif_picker allow_slack_ai_changed allow_sponsored_slack_connections anomaly_event_response_changed",
  "app_dir_only app_whitelist_enabled atlas_org_charts_access_changed atlas_profiles_access_changed",
  "block_download_and_copy_on_untrusted_mobile block_file_download_for_unapproved_ip can_receive_shared_channels_invites",
  "canvas_changed canvas_retention_changed commands_only_regular content_review_enabled custom_tos",
  "disallow_public_file_urls display_real_names dlp_access_changed dm_retention_changed dm_retention_redaction_duration",
  "dnd_enabled dnd_end_hour dnd_start_hour emoji_only_admins ent_browser_control ent_required_browser",
  "ent_required_browser_name enterprise_default_channels enterprise_mobile_device_check enterprise_search_connectors",
  "enterprise_search_connectors_changed enterprise_search_connectors_config_changed enterprise_search_enabled",
  "enterprise_search_enabled_changed enterprise_team_creation_request ext_audit_log_retention_duration_changed",
  "ext_audit_log_retention_type_changed file_retention_changed flag_content_custom_link flag_content_review_note_required",
  "flag_content_users_to_notify flag_message_author_outcome_notif flag_message_flagger_outcome_notif",
  "flagged_content_review_channel hermes_has_accepted_tos hermes_triggers_trippable_by_slack_connected_teams",
  "hide_referers invite_requests_approval_channel_changed invited_user_preset invites_only_admins_changed",
  "loading_only_admins max_guest_duration member_analytics_disabled members_only ml_opt_out",
  "mobile_secondary_auth_timeout_changed mobile_session_duration_changed msg_edit_window_mins notification_redaction_type",
  "platform_beta_enabled platform_beta_external_triggers_enabled",
  "platform_beta_interactions_with_external_triggers_and_workflows_enabled private_channel_analytics_disabled",
  "private_channel_retention_changed private_record_channel_redaction_duration_changed",
  "private_record_channel_retention_changed private_record_channel_retention_duration_changed",
  "private_retention_redaction_duration public_channel_retention_changed public_record_channel_redaction_duration_changed",
  "public_record_channel_retention_changed public_record_channel_retention_duration_changed",
  "public_retention_redaction_duration required_minimum_desktop_version_changed required_minimum_mobile_version_changed",
  "retention_override_changed session_duration_changed session_duration_type_changed show_join_leave_changed",
  "show_join_leave_welcome_party_changed sign_in_with_slack_disabled slack_ai_allow_detailed_feedback_changed",
  "slack_ai_allow_feedback_changed slack_ai_allow_file_summaries_changed slack_ai_allow_huddle_notes_changed",
  "slack_ai_allow_recap_changed slack_ai_allow_translations_changed slack_ai_allow_workflow_builder_changed",
  "slack_ai_allowed_search_files_changed slack_ai_allowed_workspaces_changed slack_connect_allowed_workspaces",
  "slack_connect_approval_type slack_connect_dm_only_verified_orgs slackbot_ai_canvas_write_enabled_changed",
  "slackbot_responses_disabled slackbot_responses_only_admins sso_setting_changed sso_sync_with_provider",
  "stats_only_admins uneditable_user_profile_fields username_policy who_can_archive_channels",
  "who_can_create_delete_user_groups who_can_create_private_channels who_can_create_public_channels who_can_dm_anyone",
  "who_can_edit_user_groups who_can_manage_channel_posting_prefs who_can_manage_ext_shared_channels who_can_manage_guests",
  "who_can_manage_shared_channels who_can_remove_from_private_channels who_can_remove_from_public_channels",
  "who_can_use_platform_beta workspace_access_changed"
];
var settingActions = SETTINGS2.flatMap((line) => line.split(" ")).map((name) => `pref.${name}`);

// dist/src/sources/slack/activities.js
var apps4 = joinTables(each({ activity: "app.install", read: onApp4 }, [
  "app_installed",
  "org_app_installed",
  "app_approved",
  "org_app_workspace_added",
  "child_app_auto_installed",
  "app_deployed",
  "cli_app_install",
  "app_mcp_server_added",
  "agentforce_agent_activated",
  // Rows of the integration log have no action of their own: the kind of change is given one when they are read.
  "integration_added",
  "integration_enabled"
]), each({ activity: "app.grant", read: onApp4 }, [
  "app_scopes_expanded",
  "app_resources_granted",
  "app_token_preserved",
  "bot_token_upgraded",
  "permissions_assigned",
  "workflow_trigger_permission_added",
  "integration_expanded"
]), each({ activity: "token.create", read: onApp4 }, ["external_auth_oauth2_token_fetched"]), each({ activity: "credential.add", read: onApp4 }, ["app_variable_added"]));
var administration3 = joinTables(each({ activity: "admin.change", read: onSetting2 }, settingActions), each({ activity: "mfa.change", details: { policy: true }, read: onSetting2 }, [
  "pref.two_factor_auth_changed",
  "pref.two_factor_prevent_sms_changed"
]), each("admin.change", [
  "ekm_unenrolled",
  "organization_domain_changed",
  "app_restricted",
  "app_allowlist_rule_deleted",
  "barrier_deleted",
  "legal_hold_policy_released",
  "native_dlp_rule_deactivated",
  "service_owner_transferred",
  "idp_configuration_added",
  "idp_configuration_deleted",
  "idp_prod_configuration_updated",
  "ip_allowlist_disabled",
  "team_authorized_ip_range_set",
  "team_authorized_ip_range_added",
  "enterprise_managed_auth_disabled",
  // Allows exports; the exports themselves are logged on their own.
  "corporate_exports_approved"
]), each({ activity: "role.grant", read: onRole4() }, ["role_assigned", "role_added_to_usergroup"]), {
  role_change_to_admin: { activity: "role.grant", read: onRole4("admin") },
  role_change_to_owner: { activity: "role.grant", read: onRole4("owner") },
  owner_transferred: { activity: "role.grant", read: onRole4("primary owner") },
  org_owner_created: { activity: "role.grant", read: onRole4("org owner") }
});
var people5 = joinTables(
  each("account.create", ["user_created", "guest_created"]),
  // A person who is known already comes into one more workspace.
  each({ activity: "account.create", details: { joined: true } }, ["user_joined_workspace", "guest_joined_workspace"]),
  each("account.disable", ["user_deactivated", "guest_deactivated"]),
  each({ activity: "account.disable", details: { expired: true } }, ["guest_expired"]),
  each("account.enable", ["user_reactivated", "guest_reactivated"]),
  each("account.lockout", [
    "user_session_reset_by_admin",
    "user_session_invalidated",
    "user_password_reset_by_admin",
    "user_logout_compromised",
    "user_password_reset_slack_security"
  ]),
  each({ activity: "account.lockout", details: { everybody: true } }, ["bulk_session_reset_by_admin"]),
  // The passkey is listed as credential and its removal as factor: a person's own sign-in counts as a factor both ways.
  each("mfa.change", ["user_passkey_created", "user_passkey_removed"]),
  each({ activity: "login", read: succeeds(true) }, ["user_login", "cli_login"]),
  each({ activity: "login.failed", read: succeeds(false) }, ["user_login_failed", "ip_allowlist_access_denied"]),
  each({ activity: "session.anomaly", read: onAnomaly }, [
    "anomaly",
    "user_sessions_reset_by_anomaly_event_response",
    "user_sessions_reset_by_circuit_breaker"
  ])
);
var content2 = joinTables(
  each("file.read", [
    "canvas_opened",
    "list_opened",
    "public_channel_preview",
    "private_message_forwarded",
    "message_activity_viewed",
    "mcp_slack_read_file_tool_called",
    "mcp_slack_read_canvas_tool_called",
    "mcp_slack_read_channel_tool_called",
    "mcp_slack_read_thread_tool_called"
  ]),
  each("file.download", ["file_downloaded", "canvas_downloaded", "list_downloaded"]),
  each({ activity: "file.download", details: { blocked: true }, read: succeeds(false) }, [
    "file_downloaded_blocked",
    "file_download_blocked"
  ]),
  each("other", ["file_malicious_content_detected"]),
  each("file.export", [
    "manual_export_started",
    "manual_user_export_started",
    "scheduled_export_started",
    "channels_export_started",
    "workflow_responses_csv_download",
    "manual_export_downloaded",
    "manual_user_export_downloaded",
    "scheduled_export_downloaded",
    "channels_export_downloaded",
    "channel_audit_export_downloaded",
    "audit_logs_export_csv_started",
    "audit_logs_export_json_started",
    "export_private_channel_analytics_created"
  ]),
  // The same export, done: it counts once, when it starts.
  each({ activity: "file.export", details: { companion: true } }, ["manual_export_completed", "manual_user_export_completed"]),
  each({ activity: "file.export", details: { policy: true } }, ["corporate_exports_enabled"]),
  each("file.upload", ["file_uploaded"]),
  each("file.create", ["canvas_created", "list_created"]),
  each("file.share", ["file_shared", "canvas_shared", "list_shared", "canvas_access_added", "list_access_added"]),
  each({ activity: "file.share", read: onPublicLink }, ["file_public_link_created"]),
  each({ activity: "file.share", details: { link: true } }, ["canvas_linksharing_enabled", "list_linksharing_enabled"]),
  each("bulk.query", ["mcp_slack_search_public_tool_called", "mcp_slack_search_public_and_private_tool_called"])
);
var activities9 = joinTables(apps4, administration3, people5, content2);

// dist/src/sources/slack/blind-spots.js
var blindSpots9 = [
  {
    activities: [],
    kind: "licence",
    text: "Audit logs need Enterprise Grid; other paid plans have only the access log and the integration log."
  },
  {
    activities: ["file.read", "mail.read", "mail.search", "bulk.query"],
    kind: "not-logged",
    text: "Reading and searching messages is not logged, save through an assistant\u2019s tools."
  },
  {
    activities: ["account.delete"],
    kind: "not-logged",
    text: "Accounts are deactivated, never deleted: there is no such event."
  },
  {
    activities: ["login", "session.anomaly"],
    kind: "not-logged",
    text: "There is no country or city, and the address of a bot\u2019s act may be Slack\u2019s own."
  },
  { activities: [], kind: "not-logged", text: "External people may have no e-mail address in the log." },
  {
    activities: [
      "mail.rule",
      "file.copy",
      "repo.clone",
      "repo.download",
      "repo.fetch",
      "repo.push",
      "repo.visibility",
      "api.call"
    ],
    kind: "not-logged",
    text: "Slack has neither mailboxes nor repositories, and logs no API calls."
  }
];

// dist/src/sources/slack/fields.js
var fields9 = {
  time: "date_create",
  id: "id",
  operation: "action",
  actorId: ["actor.user.email", "actor.user.id"],
  actorName: "actor.user.name",
  appId: "context.app.id",
  appName: "context.app.name",
  ip: "context.ip_address",
  country: "context.country",
  userAgent: "context.ua",
  session: "context.session_id",
  items: "count"
};

// dist/src/sources/slack/formats.js
var ACTION2 = /^(?:pref\.)?[a-z][a-z0-9_]{2,99}$/;
var NESTED2 = ["actor", "entity", "context", "details"];
var hasAction = (record) => ACTION2.test(asText(record["action"]) ?? "");
var ENTITIES = "app user usergroup workspace enterprise file channel message huddle role workflow barrier list canvas function".split(" ");
var fromUnderscores2 = renameColumns({
  action: "action",
  id: "id",
  date_create: "date_create",
  timegenerated: "date_create",
  actor_type: "actor.type",
  actor_user_id: "actor.user.id",
  actor_user_name: "actor.user.name",
  actor_user_email: "actor.user.email",
  actor_user_team: "actor.user.team",
  context_ip_address: "context.ip_address",
  context_ua: "context.ua",
  context_session_id: "context.session_id",
  context_location_type: "context.location.type",
  context_location_id: "context.location.id",
  context_location_name: "context.location.name",
  context_location_domain: "context.location.domain",
  context_app_id: "context.app.id",
  context_app_name: "context.app.name",
  entity_type: "entity.type",
  ...Object.fromEntries(ENTITIES.flatMap((entity) => ["id", "name", "email", "title", "is_distributed", "is_directory_approved", "scopes", "scopes_bot", "bot_scopes"].map((name) => [`entity_${entity}_${name}`, `entity.${entity}.${name}`]))),
  ...Object.fromEntries([
    "scopes",
    "bot_scopes",
    "new_scopes",
    "previous_scopes",
    "old_scopes",
    "reason",
    "role",
    "new_value",
    "previous_value"
  ].map((name) => [`details_${name}`, `details.${name}`])),
  entity: "entity",
  details: "details"
}, {
  stripTypeSuffix: true,
  stripUtcSuffix: true,
  json: [
    "entity",
    "details",
    "entity.app.scopes",
    "entity.app.scopes_bot",
    "entity.app.bot_scopes",
    "details.scopes",
    "details.bot_scopes",
    "details.new_scopes",
    "details.previous_scopes",
    "details.old_scopes",
    "details.reason"
  ]
});
function fromDotted3(record) {
  const native = emptyObject();
  for (const [column, cell] of Object.entries(record)) {
    if (cell !== void 0 && cell !== null && cell !== "")
      setPath(native, column.replace(/^\ufeff/, "").trim(), cell);
  }
  return [native];
}
var elasticNames = renameColumns({
  "slack.audit.date_create": "date_create",
  "@timestamp": "date_create",
  "event.action": "action",
  "event.id": "id",
  "slack.audit.actor.type": "actor.type",
  "slack.audit.actor.user.id": "actor.user.id",
  "slack.audit.actor.user.email": "actor.user.email",
  "slack.audit.actor.user.name": "actor.user.name",
  "user.email": "actor.user.email",
  "user.id": "actor.user.id",
  "user.full_name": "actor.user.name",
  "user.name": "actor.user.name",
  "source.ip": "context.ip_address",
  "source.address": "context.ip_address",
  "user_agent.original": "context.ua"
}, { nested: true });
function fromElastic5(record) {
  const audit = member(record["slack"], "audit");
  return elasticNames(record).map((row) => {
    const native = emptyObject();
    if (isObject(audit)) {
      for (const name of ["entity", "details"])
        if (isObject(audit[name]))
          native[name] = audit[name];
    }
    const context = member(audit, "context");
    const own = row["context"];
    native["context"] = { ...isObject(context) ? context : {}, ...isObject(own) ? own : {} };
    if (isObject(context) && context["location"] === void 0 && context["domain"] !== void 0) {
      native["context"] = {
        ...native["context"],
        location: { name: context["name"] ?? null, domain: context["domain"] }
      };
    }
    for (const [name, value] of Object.entries(row))
      if (name !== "context")
        native[name] = value;
    return native;
  });
}
function fromAccessLog(record) {
  return [
    {
      action: "user_login",
      date_create: record["date_last"],
      count: record["count"],
      actor: { type: "user", user: { id: record["user_id"] ?? null, name: record["username"] ?? null } },
      context: { ip_address: record["ip"] ?? null, ua: record["user_agent"] ?? null, country: record["country"] ?? null }
    }
  ];
}
function fromIntegrationLog(record) {
  const scopes = record["scope"];
  const app = {
    id: record["app_id"] ?? record["service_id"] ?? null,
    name: record["service_type"] ?? record["app_type"] ?? null
  };
  return [
    {
      action: `integration_${asText(record["change_type"]) ?? "changed"}`,
      date_create: record["date"],
      actor: { type: "user", user: { id: record["user_id"] ?? null, name: record["user_name"] ?? null } },
      entity: { type: "app", app },
      ...scopes !== void 0 && { details: { scopes } }
    }
  ];
}
var formats9 = [
  {
    id: "entry",
    title: "Audit Logs API entry: page, array or one a line",
    has: ["action", "date_create", "actor", "entity"],
    test: (record) => hasAction(record) && isObject(record["actor"])
  },
  {
    id: "entry-trimmed",
    title: "Audit Logs API entry without its entity",
    has: ["action", "date_create", "actor"],
    test: (record) => hasAction(record) && isObject(record["actor"]) && !Object.hasOwn(record, "entity")
  },
  {
    id: "entry-text",
    title: "Entries whose nested members are JSON as text",
    has: ["action", "date_create", "actor"],
    test: (record) => hasAction(record) && NESTED2.some((name) => typeof record[name] === "string"),
    reshape: (record) => [jsonCells(record, NESTED2)]
  },
  {
    id: "dotted",
    title: "CSV made from entries, with dotted column names",
    has: ["action", "date_create", '"actor.type"'],
    test: hasAction,
    reshape: fromDotted3
  },
  {
    id: "sentinel",
    title: "Microsoft Sentinel table SlackAudit_CL",
    has: ["action_s", "date_create_d"],
    test: (record) => ACTION2.test(asText(record["action_s"]) ?? ""),
    reshape: fromUnderscores2,
    note: "The session number is stored as floating point and may have lost digits."
  },
  {
    id: "underscored",
    title: "Tables with `actor_user_email` and the like",
    has: ["action", "date_create", "actor_user_id"],
    test: hasAction,
    reshape: fromUnderscores2
  },
  {
    id: "elastic",
    title: "Elastic integration `slack.audit`, without the original line",
    has: ["@timestamp", "event", "slack"],
    test: (record) => ACTION2.test(asText(member(record["event"], "action")) ?? ""),
    reshape: fromElastic5
  },
  {
    id: "access-log",
    title: "Access log of plans below Enterprise Grid (`team.accessLogs`)",
    has: ["user_id", "username", "date_first", "date_last", "user_agent"],
    reshape: fromAccessLog,
    lacks: ["id", "actorEmail", "session", "appId", "appName", "targetId", "targetName", "scopes"],
    note: "A row joins the sign-ins of one person from one address and program: its time is that of the last one."
  },
  {
    id: "integration-log",
    title: "Integration log of plans below Enterprise Grid (`team.integrationLogs`)",
    has: ["user_id", "user_name", "date", "change_type"],
    test: (record) => ["service_id", "app_id"].some((name) => Object.hasOwn(record, name)),
    reshape: fromIntegrationLog,
    lacks: ["id", "actorEmail", "session", "ip", "userAgent"]
  }
];

// dist/src/sources/slack/scopes.js
var TIERS4 = {
  1: "admin auditlogs:read scim admin.users:write",
  2: [
    "channels:history groups:history im:history mpim:history files:read search:read discovery:read discovery:write chat:write:user",
    "client users:read.email admin.users:read admin.conversations:read admin.apps:read"
  ].join(" "),
  3: "files:write chat:write users:read channels:read groups:read im:read mpim:read channels:manage canvases:read canvases:write identify",
  0: "commands incoming-webhook reactions:read reactions:write emoji:read team:read users.profile:read app_mentions:read dnd:read"
};
var TIER_OF3 = new Map([1, 2, 3, 0].flatMap((tier) => TIERS4[tier].split(" ").map((scope) => [scope, tier])));
function scopeTier8(scope) {
  const name = scope.trim().toLowerCase();
  if (name.startsWith("admin") && name.endsWith(":write"))
    return 1;
  if (name.startsWith("search:read"))
    return 2;
  return TIER_OF3.get(name) ?? (name.startsWith("admin.") ? 2 : void 0);
}
var ROLES4 = {
  "primary owner": 1,
  "org owner": 1,
  owner: 1,
  admin: 1,
  "org admin": 1,
  "roles admin": 1,
  "users admin": 2,
  "channel admin": 2,
  "security admin": 2,
  "analytics admin": 3,
  user: 0,
  guest: 0
};
function roleTier8(role) {
  const name = role.trim().toLowerCase();
  return Object.hasOwn(ROLES4, name) ? ROLES4[name] : void 0;
}

// dist/src/sources/slack/index.js
var slack = {
  id: "slack",
  title: "Slack",
  references: [
    "https://docs.slack.dev/admins/audit-logs-api (shape and actions)",
    "https://docs.slack.dev/reference/methods/team.accessLogs and https://docs.slack.dev/reference/methods/team.integrationLogs",
    "https://docs.slack.dev/reference/scopes (scopes)"
  ],
  formats: formats9,
  fields: fields9,
  activities: activities9,
  finish: finish7,
  weakId: (id) => id.length < 8 || /^[0-]+$/.test(id),
  scopeTier: (scope) => scopeTier8(scope),
  roleTier: roleTier8,
  blindSpots: blindSpots9,
  consoleFilter: (actor, start, end) => `Audit logs: Actor ${actor}, Date range ${start.slice(0, 10)} \u2013 ${end.slice(0, 10)}`
};

// dist/src/sources/zoom/operation-detail.js
var MAX_LENGTH2 = 4e3;
function parseDetail(text4) {
  const [head = "", ...rest] = text4.slice(0, MAX_LENGTH2).split(" - ");
  const attributes = rest.flatMap((part) => attribute(part.trim()));
  const account2 = address2(head) ?? attributes.map(({ name }) => address2(name)).find((found) => found !== void 0);
  return { head: head.trim(), attributes, ...account2 !== void 0 && { account: account2 } };
}
function address2(text4) {
  for (const word of text4.split(" ")) {
    const bare = word.replace(/^[<("']/, "").replace(/[>)"',;:]$/, "");
    const at2 = bare.indexOf("@");
    if (at2 > 0 && at2 < bare.length - 1)
      return bare.toLowerCase();
  }
  return void 0;
}
function attribute(text4) {
  const colon = text4.indexOf(": ");
  if (colon < 0)
    return text4 === "" ? [] : [{ name: text4 }];
  const name = text4.slice(0, colon);
  const value = text4.slice(colon + 2).trim();
  if (value.startsWith("set to "))
    return [{ name, after: value.slice(7).trim() }];
  const to = value.startsWith("from ") ? value.indexOf(" to ", 5) : -1;
  if (to < 0)
    return [{ name, after: value }];
  return [{ name, before: value.slice(5, to).trim(), after: value.slice(to + 4).trim() }];
}

// dist/src/sources/zoom/roles.js
function roleTier9(role) {
  const name = role.trim().toLowerCase().replace(/[_-]/g, " ");
  if (["owner", "co owner", "admin", "account owner", "account admin", "group admin"].includes(name))
    return 1;
  if (name === "billing admin")
    return 2;
  return ["user", "member", "basic", "licensed", "none"].includes(name) ? 0 : void 0;
}
var TAKES_OVER3 = /* @__PURE__ */ new Set([
  "user:write:admin",
  "role:write:admin",
  "account:write:admin",
  "account:master",
  "group:write:admin",
  "sip_trunk:write:admin",
  "scim2"
]);
var BROAD3 = /* @__PURE__ */ new Set([
  "recording:read:admin",
  "recording:write:admin",
  "report:read:admin",
  "chat_message:read:admin",
  "chat_channel:read:admin",
  "imchat:read:admin",
  "dashboard:read:admin",
  "phone:read:admin",
  "phone_recording:read:admin",
  "user:read:admin",
  "marketplace_app:write:admin",
  "information_barriers:write:admin",
  "archiving:read:admin"
]);
var ONE_PERSON = /* @__PURE__ */ new Set(["recording:read", "chat_message:read", "meeting:write"]);
var RESOURCE = /^[a-z0-9_]+(?::[a-z0-9_]+)*$/;
function scopeTier9(scope) {
  const name = scope.trim().toLowerCase();
  if (!RESOURCE.test(name))
    return void 0;
  const parts = name.split(":");
  const last = parts.at(-1);
  const classic = parts.length > 3 ? `${parts[0]}:${granularAction(parts[1])}:${last}` : name;
  if (last === "master" || TAKES_OVER3.has(classic))
    return 1;
  if (BROAD3.has(classic))
    return 2;
  if (last === "admin")
    return 3;
  if (ONE_PERSON.has(name) || name.includes(":write"))
    return 3;
  return parts.length > 1 || name === "user_profile" ? 0 : void 0;
}
function granularAction(action) {
  return action === "list" || action === "read" || action === "view" ? "read" : "write";
}

// dist/src/sources/zoom/details.js
var readText = compilePath("operation_detail");
var readObject = compilePath("payload.object");
var readOperatorId = compilePath("payload.operator_id");
var SELF = /* @__PURE__ */ new Set(["user.signed_in", "user.signed_out", "user.presence_status_updated", "user.invitation_accepted"]);
function finish8(record, event) {
  finishActor3(record, event);
  if (event.app !== void 0 && fact(event.app.id) === void 0)
    delete event.app;
  const text4 = asText(readText(record));
  if (text4 !== void 0)
    finishRow(text4, event);
  else
    finishObject(record, event);
  addDetails(event, {
    channel: asText(member(record, "channel")),
    version: fact(asText(member(record, "version")) ?? asText(member(readObject(record), "version"))),
    loginType: asText(member(readObject(record), "login_type"))
  });
}
function finishActor3(record, event) {
  const object = readObject(record);
  if (SELF.has(event.operation))
    setActor2(event, person5(member(object, "email"), member(object, "id")));
  else if (event.operation.startsWith("recording.") && event.actor === void 0)
    setActor2(event, person5(member(object, "host_email"), member(object, "host_id")));
  if (event.actor !== void 0 && fact(event.actor.id) === void 0)
    delete event.actor;
  addAliases(event, [fact(asText(readOperatorId(record)))]);
  if (event.actor !== void 0 && asText(member(record, "channel")) === "scim")
    event.actor = { ...event.actor, type: "service" };
}
function setActor2(event, target2) {
  if (target2 === void 0)
    return;
  const { id, aliases } = target2;
  event.actor = { type: "user", id, ...id.includes("@") && { email: id }, ...aliases !== void 0 && { aliases } };
}
function finishRow(text4, event) {
  const { account: account2, attributes } = parseDetail(text4);
  const target2 = event.operation.startsWith("User /") ? userTarget(account2) : void 0;
  if (target2 !== void 0)
    event.target = target2;
  else
    delete event.target;
  const [only, ...more] = attributes.filter(({ before, after }) => before !== void 0 || after !== void 0);
  addDetails(event, {
    text: text4.slice(0, 500),
    before: more.length === 0 ? only?.before : void 0,
    after: more.length === 0 ? only?.after : void 0
  });
}
function finishObject(record, event) {
  const object = readObject(record);
  if (!isObject(object)) {
    delete event.target;
    return;
  }
  const family = event.operation.split(".", 1)[0] ?? "";
  if (family === "user") {
    const target2 = person5(member(object, "email"), member(object, "id"));
    const name = [member(object, "first_name"), member(object, "last_name")].flatMap((part) => asText(part) ?? []).join(" ");
    if (target2 !== void 0)
      event.target = { ...target2, ...name !== "" && { name } };
    return;
  }
  const file = member(object, "file");
  if (isObject(file)) {
    const name = asText(member(file, "file_name"));
    const id = asText(member(file, "file_id")) ?? name;
    if (id !== void 0)
      event.target = { type: "file", id, ...name !== void 0 && { name } };
    return;
  }
  if (event.target !== void 0)
    event.target = { ...event.target, type: family.replace("information_barriers", "policy") };
}
function person5(email, id) {
  const address3 = fact(asText(email));
  const vendor = fact(asText(id));
  return userTarget(address3 ?? vendor, void 0, [vendor]);
}
function readRoleChange(record, event) {
  const { attributes } = parseDetail(asText(readText(record)) ?? "");
  const changes = attributes.filter(({ after }) => after !== void 0);
  const roles2 = [...new Set(changes.flatMap(({ after }) => after ?? []))];
  if (roles2.length === 0)
    return;
  addDetails(event, { role: roles2.join(", ") });
  if (changes.length > 1)
    event.items = changes.length;
  if (roles2.every((role) => roleTier9(role) === 0)) {
    event.activity = "admin.change";
    addDetails(event, { change: "revoke" });
  } else if (roles2.some((role) => (roleTier9(role) ?? 3) <= 2))
    event.privileged = true;
}
function readRoleUpdate(record, event) {
  const role = asText(member(readObject(record), "role")) ?? asText(member(readObject(record), "role_name"));
  const before = asText(member(member(member(record, "payload"), "old_object"), "role"));
  addDetails(event, { role, before });
  if (role !== void 0 && (roleTier9(role) ?? 3) <= 2)
    event.privileged = true;
}
function readAdmins(record, event) {
  const object = readObject(record);
  const people6 = asObjects(member(object, "admins")).flatMap((each2) => person5(member(each2, "email"), member(each2, "id")) ?? []);
  addDetails(event, { role: "Group admin", group: asText(member(object, "id")) });
  const [first2] = people6;
  if (first2 !== void 0)
    event.target = first2;
  if (people6.length > 1)
    event.items = people6.length;
  if (event.activity === "role.grant")
    event.privileged = true;
}
function readSettings(record, event) {
  const old = member(member(record, "payload"), "old_object");
  addDetails(event, { before: shown3(member(old, "settings") ?? old), after: shown3(member(readObject(record), "settings")) });
}
function readRecording(record, event) {
  const files2 = asObjects(member(readObject(record), "recording_files"));
  if (files2.length > 1)
    event.items = files2.length;
  const bytes = files2.reduce((sum, file) => sum + Math.max(0, asNumber(member(file, "file_size")) ?? 0), 0);
  if (event.bytes === void 0 && bytes > 0)
    event.bytes = bytes;
}
function readApproval(record, event) {
  const scopes = asObjects(member(record, "scopes")).flatMap((scope) => asText(member(scope, "scope_name")) ?? []);
  if (scopes.length > 0)
    event.scopes = scopes;
  const approval = member(record, "approval_info");
  setActor2(event, person5(void 0, member(approval, "approver_id")));
  const type = asText(member(approval, "approved_type"));
  addDetails(event, {
    tenantWide: type === "forAllUser" || void 0,
    appType: asText(member(record, "app_type")),
    developer: asText(member(record, "app_developer_type"))
  });
}
function shown3(value) {
  return isObject(asJson(value)) ? JSON.stringify(value).slice(0, 500) : void 0;
}

// dist/src/sources/zoom/activities.js
var readText2 = compilePath("operation_detail");
var readObject2 = compilePath("payload.object");
var readOperation2 = compilePath("payload.operation");
function says(text4, test) {
  return when(text4, (record) => {
    const detail2 = parseDetail(asText(readText2(record)) ?? "");
    const head = detail2.head.toLowerCase().split(" ").filter((word) => !word.includes("@")).join(" ");
    return test(head, detail2);
  });
}
function status(detail2) {
  const found = detail2.attributes.find(({ name }) => /^(user )?status$/i.test(name));
  return found?.after?.toLowerCase() ?? "";
}
var changesRole = says("the detail begins with Change Role", (head) => head.startsWith("change role"));
var disables = says("the detail deactivates, disables, suspends or unlinks a user", (head, detail2) => /^\W*(batch )?(deactivat|disabl|suspend|unlink|disassociat|inactivat)/.test(head) || /^(inactive|deactivated|disabled|suspended)$/.test(status(detail2)));
var enables = says("the detail activates, enables or reactivates a user", (head, detail2) => /^\W*(batch )?(activat|enabl|reactivat)/.test(head) || /^(active|activated|enabled)$/.test(status(detail2)));
var deletes = says("the detail deletes a user", (head) => head.startsWith("delete user"));
var twoFactor = says("the detail names two-factor authentication", (head, { attributes }) => /two-?\s?factor|\b2fa\b/.test(`${head} ${attributes.map(({ name }) => name).join(" ")}`.toLowerCase()));
var namesMarketplace = says("the detail names the marketplace", (head) => head.includes("marketplace"));
var hasRole = when("the object has a role", (record) => asText(member(readObject2(record), "role") ?? member(readObject2(record), "role_name")) !== void 0);
var signsOutAnother = when("password changed or devices signed out by another", (record) => isCredentialChange(record) && !bySelf2(record));
var ownCredential = when("password changed or devices signed out", isCredentialChange);
function isCredentialChange(record) {
  return ["change_password", "sign_out_from_all_devices"].includes(asText(readOperation2(record)) ?? asText(member(readObject2(record), "operation")) ?? "");
}
function bySelf2(record) {
  const payload = member(record, "payload");
  const object = readObject2(record);
  return asText(member(payload, "operator_id")) === asText(member(object, "id")) || asText(member(payload, "operator"))?.toLowerCase() === asText(member(object, "email"))?.toLowerCase();
}
function callOutcome(record, event) {
  const status2 = asNumber(member(record, "http_status"));
  if (status2 !== void 0)
    event.ok = status2 < 400;
  addDetails(event, { method: asText(member(record, "method")), uri: asText(member(record, "url_pattern")), status: status2 });
}
var operationRows = {
  "User / Add": "account.create",
  "User / Delete": [{ activity: "account.disable", when: disables }, { activity: "account.delete" }],
  "User / Update": [
    { activity: "role.grant", when: changesRole, read: readRoleChange },
    { activity: "account.disable", when: disables },
    { activity: "account.enable", when: enables },
    { activity: "account.delete", when: deletes },
    { activity: "mfa.change", when: twoFactor }
  ],
  // Not met in a real row, but these words can mean nothing else.
  ...each("account.disable", ["User / Deactivate", "User / Disable", "User / Suspend", "User / Unlink"]),
  ...each("account.enable", ["User / Activate", "User / Enable", "User / Reactivate"]),
  "Role / Add": "role.grant",
  "Role / Update": { activity: "role.grant", read: readRoleChange },
  // A role taken away grants nothing.
  "Role / Delete": { activity: "admin.change", details: { change: "revoke" } },
  "Account / Update": [
    { activity: "mfa.change", when: twoFactor },
    { activity: "app.install", when: namesMarketplace },
    { activity: "admin.change" }
  ],
  ...each("admin.change", ["User Group / Add", "User Group / Update", "User Group / Delete"]),
  ...each("file.export", ["Billing / Export", "Report / Export"])
};
var signInRows = { "Sign in": "login" };
var webhooks = {
  ...each("account.create", ["user.created", "user.invitation_accepted", "account.created"]),
  ...each("account.disable", ["user.deactivated", "user.disassociated", "account.disassociated"]),
  "user.activated": "account.enable",
  "user.deleted": "account.delete",
  "user.updated": [
    { activity: "role.grant", when: hasRole, read: readRoleUpdate },
    // Somebody else's password or sessions: the person is locked out for now. One's own: a new credential.
    { activity: "account.lockout", when: signsOutAnother },
    { activity: "credential.add", when: ownCredential }
  ],
  "group.admin_added": { activity: "role.grant", read: readAdmins },
  "group.admin_deleted": { activity: "admin.change", read: readAdmins, details: { change: "revoke" } },
  ...each({ activity: "admin.change", read: readSettings }, [
    "account.settings_updated",
    "account.lock_settings_updated",
    "account.updated",
    "group.settings_updated",
    "group.lock_settings_updated"
  ]),
  ...each("admin.change", [
    "information_barriers.policy_created",
    "information_barriers.policy_deleted",
    "information_barriers.policy_updated"
  ]),
  // A user asks for an app; that an administrator agreed is only in the marketplace's list.
  "app.authorization_request_created": { activity: "app.install", details: { change: "requested" } },
  app_deauthorized: { activity: "admin.change", details: { change: "revoke" } },
  "user.signed_in": "login",
  ...each("session.anomaly", ["meeting.risk_alert", "meeting.alert"]),
  ...each("file.download", [
    "team_chat.file_downloaded",
    "meeting.chat_message_file_downloaded",
    "webinar.chat_message_file_downloaded"
  ]),
  "team_chat.file_uploaded": "file.upload",
  "team_chat.file_shared": "file.share",
  ...each({ activity: "file.create", read: readRecording }, [
    "recording.completed",
    "recording.transcript_completed",
    "recording.archive_files_completed"
  ])
};
var marketplace = {
  "Marketplace app approved": { activity: "app.install", read: readApproval },
  "Marketplace app requested": { activity: "app.install", details: { change: "requested" } },
  "Marketplace API call": { activity: "api.call", read: callOutcome }
};
var activities10 = joinTables(operationRows, signInRows, webhooks, marketplace);

// dist/src/sources/zoom/blind-spots.js
var blindSpots10 = [
  {
    activities: [],
    kind: "licence",
    text: "The operation and sign-in reports need a Pro plan or higher, and an administrator with the right to reports."
  },
  { activities: [], kind: "retention", text: "A call covers one month; the sign-in report reaches back 6 months." },
  {
    activities: [],
    kind: "setting",
    text: "Webhooks carry only the events that an app of the account subscribed to; the same event may come twice."
  },
  {
    activities: [
      "account.create",
      "account.disable",
      "account.enable",
      "account.delete",
      "role.grant",
      "admin.change",
      "mfa.change"
    ],
    kind: "not-logged",
    text: "Operation rows have no address, device or session: the operator\u2019s nearest sign-in is the only hint at where from."
  },
  {
    activities: ["account.disable", "account.enable", "role.grant"],
    kind: "not-logged",
    text: "What was done is an English sentence that differs by release and language: a row in other words is counted as other."
  },
  { activities: ["login.failed"], kind: "not-logged", text: "Failed sign-ins are in no report." },
  {
    activities: ["app.grant"],
    kind: "not-logged",
    text: "The scopes of an app are in no log, only in the marketplace\u2019s list of apps."
  },
  { activities: ["api.call", "bulk.query"], kind: "not-logged", text: "API calls are logged for one\u2019s own apps only." },
  { activities: ["file.export"], kind: "not-logged", text: "Downloading a recording by the portal or the API leaves no event." },
  {
    activities: [
      "token.create",
      "repo.clone",
      "repo.download",
      "repo.fetch",
      "repo.push",
      "repo.visibility",
      "mail.read",
      "mail.search",
      "mail.rule"
    ],
    kind: "not-logged",
    text: "Zoom logs no tokens and holds no mail and no repositories."
  }
];

// dist/src/sources/zoom/fields.js
var fields10 = {
  time: [
    "event_ts",
    "time",
    "payload.event_ts",
    "payload.time_stamp",
    "payload.deauthorization_time",
    "payload.object.date_time",
    "approval_info.approved_time",
    "request_date_time"
  ],
  id: "trace_id",
  operation: "event",
  actorId: [
    "operator",
    "email",
    "payload.operator",
    "payload.operator_id",
    "payload.user_id",
    "request_user_email",
    "request_user_id"
  ],
  appId: ["payload.client_id", "app_id"],
  appName: ["payload.app_name", "app_name"],
  targetId: ["payload.object.email", "payload.object.id", "payload.object.uuid"],
  targetName: ["payload.object.name", "payload.object.topic"],
  ip: "ip_address",
  // The reports name the client with one word; there is no user agent.
  userAgent: ["client_type", "payload.object.client_type"],
  bytes: ["payload.object.file.file_size", "payload.object.total_size"]
};

// dist/src/sources/zoom/formats.js
var ROW_LACKS = [
  "ip",
  "asn",
  "asOrg",
  "country",
  "city",
  "proxy",
  "userAgent",
  "session",
  "token",
  "device",
  "outcome",
  "id"
];
var SIGN_IN_LACKS = ["asn", "asOrg", "country", "city", "proxy", "session", "device", "outcome", "id"];
var OPERATION_COLUMNS = {
  time: "time",
  "date/time": "time",
  operator: "operator",
  category: "category_type",
  "category type": "category_type",
  action: "action",
  "operation detail": "operation_detail",
  "operation details": "operation_detail"
};
var SIGN_IN_COLUMNS2 = {
  email: "email",
  user: "email",
  "date/time": "time",
  time: "time",
  type: "type",
  "ip address": "ip_address",
  "client type": "client_type",
  version: "version"
};
var SENTINEL_COLUMNS3 = {
  Time: "time",
  TimeGenerated: "time",
  Operator: "operator",
  CategoryType: "category_type",
  EventCategoryType: "category_type",
  Action: "action",
  OperationDetail: "operation_detail",
  EventOriginalMessage: "operation_detail",
  Email: "email",
  UserEmail: "email",
  Type: "type",
  EventType: "type",
  EventName: "type",
  IpAddress: "ip_address",
  SrcIpAddr: "ip_address",
  ClientType: "client_type",
  SrcDvcModelName: "client_type",
  Version: "version",
  SrcDvcModelNumber: "version"
};
var formats10 = [
  {
    id: "webhook",
    title: "Webhook body",
    has: ["event", "payload"],
    lacks: ["ip", "asn", "country", "session", "outcome", "id"],
    note: "Only the events that some app has subscribed to; no address."
  },
  {
    id: "operation-log",
    title: "Operation report (GET /report/operationlogs)",
    has: ["time", "operator", "category_type", "action", "operation_detail"],
    reshape: (record) => [asRow({ ...record })],
    lacks: ROW_LACKS,
    note: "What was done stands in an English sentence; no address, device or session."
  },
  {
    id: "sign-in-report",
    title: "Sign-in report (GET /report/activities)",
    has: ["email", "time", "type", "client_type"],
    reshape: (record) => [asSignIn({ ...record })],
    lacks: SIGN_IN_LACKS
  },
  {
    id: "operation-csv",
    title: "Portal, Reports, Operation Logs, CSV",
    has: ["Time", "Operator", "Action", "Operation Detail"],
    reshape: renameColumns(OPERATION_COLUMNS, { finish: (row) => [asRow(row)] }),
    lacks: ROW_LACKS,
    note: "Times are in the account\u2019s time zone, which the file does not name; they are read as UTC."
  },
  {
    id: "sign-in-csv",
    title: "Portal, Reports, Sign In / Sign Out, CSV",
    has: ["Email", "Date/Time", "Type", "IP Address"],
    reshape: renameColumns(SIGN_IN_COLUMNS2, { finish: (row) => [asSignIn(row)] }),
    lacks: SIGN_IN_LACKS,
    note: "Times are in the account\u2019s time zone, which the file does not name; they are read as UTC."
  },
  {
    id: "sentinel-zoom-cl",
    title: "Microsoft Sentinel, table Zoom_CL",
    has: ["CategoryType", "OperationDetail", "ClientType"],
    reshape: renameColumns(SENTINEL_COLUMNS3, { stripUtcSuffix: true, finish: fromSentinel3 })
  },
  {
    id: "marketplace-apps",
    title: "Marketplace, list of apps",
    has: ["app_id", "app_name", "approval_info"],
    reshape: (record) => asText(member(member(record, "approval_info"), "approved_time")) === void 0 ? [] : [{ ...record, event: "Marketplace app approved" }],
    note: "A list of the day it was made, not a log: only when an app was approved is an event."
  },
  {
    id: "marketplace-app-page",
    title: "Marketplace, list of apps, whole page",
    has: ["apps"],
    test: (record) => asObjects(member(record, "apps")).some((app) => member(app, "app_id") !== void 0),
    reshape: (record) => asObjects(member(record, "apps")).filter((app) => asText(member(member(app, "approval_info"), "approved_time")) !== void 0).map((app) => ({ ...app, event: "Marketplace app approved" }))
  },
  {
    id: "marketplace-requests",
    title: "Marketplace, requests for an app",
    has: ["request_user_id", "request_date_time", "status"],
    reshape: (record) => [{ ...record, event: "Marketplace app requested" }]
  },
  {
    id: "marketplace-calls",
    title: "Marketplace, API call log of one app",
    has: ["url_pattern", "time", "http_status", "method"],
    reshape: (record) => [{ ...record, event: "Marketplace API call" }]
  }
];
function asRow(row) {
  let action = asText(row["action"]) ?? "";
  let channel;
  if (/^scim api\b/i.test(action)) {
    channel = "scim";
    action = action.slice(8).replace(/^[\s:-]{1,9}/, "");
  } else if (/^batch /i.test(action)) {
    channel = "batch";
    action = action.slice(6);
  }
  row["event"] = `${titleCase(asText(row["category_type"]) ?? "Unknown")} / ${titleCase(action === "" ? "Unknown" : action)}`;
  if (channel !== void 0)
    row["channel"] = channel;
  return row;
}
function asSignIn(row) {
  const type = (asText(row["type"]) ?? "").toLowerCase().replace(/[\s_-]+/g, " ").trim();
  row["event"] = type === "sign in" ? "Sign in" : type === "sign out" ? "Sign out" : asText(row["type"]) ?? "Unknown";
  return row;
}
function fromSentinel3(row) {
  return [asText(row["operation_detail"]) === void 0 ? asSignIn(row) : asRow(row)];
}
function titleCase(text4) {
  const words = text4.slice(0, 80).trim().replaceAll("_", " ").toLowerCase().split(" ");
  return words.filter((word) => word !== "").map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
}

// dist/src/sources/zoom/index.js
var zoom = {
  id: "zoom",
  title: "Zoom",
  references: [
    "https://developers.zoom.us/docs/api/ (Reports: operation logs, sign-in and sign-out activity; Marketplace: apps)",
    "https://developers.zoom.us/docs/api/webhooks/ (names and bodies of the events)",
    "https://developers.zoom.us/docs/integrations/oauth-scopes/ (scopes)"
  ],
  formats: formats10,
  fields: fields10,
  activities: activities10,
  finish: finish8,
  // The reports have no ids at all, and a trace id may stand for several calls.
  weakId: () => true,
  scopeTier: scopeTier9,
  roleTier: roleTier9,
  blindSpots: blindSpots10
};

// dist/src/sources/index.js
var SOURCES = [box, entra, github, gitlab, googleWorkspace, m365, okta, salesforce, slack, zoom];

export {
  parseAddress,
  compilePath,
  firstName,
  asText,
  asNumber,
  asFlag,
  asTexts,
  SOURCES
};
