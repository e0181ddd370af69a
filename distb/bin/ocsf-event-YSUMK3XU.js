import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  OCSF_ACTIVITIES,
  OCSF_PRODUCTS,
  OCSF_VERSION,
  classified
} from "./chunk-ZC6ECIX3.js";
import {
  escapedJson
} from "./chunk-D4CHUSP5.js";
import "./chunk-NFCWV5CJ.js";

// dist/src/render/ocsf-event.js
var NOT_RECORDED = "not recorded";
function ocsfLine(event) {
  return `${escapedJson(JSON.stringify(eventToOcsf(event)))}
`;
}
function eventToOcsf(event) {
  const mapping = OCSF_ACTIVITIES[event.activity];
  const failed = event.ok === false || event.ok === void 0 && event.activity === "login.failed";
  return {
    ...classified(mapping),
    time: event.time,
    severity_id: 1,
    severity: "Informational",
    ...event.ok === void 0 && !failed ? { status_id: 0, status: "Unknown" } : failed ? { status_id: 2, status: "Failure" } : { status_id: 1, status: "Success" },
    message: event.operation,
    count: event.items,
    metadata: {
      version: OCSF_VERSION,
      product: OCSF_PRODUCTS[event.platform],
      event_code: event.operation,
      log_name: event.ref.file,
      uid: event.ref.id,
      sequence: event.ref.record
    },
    ...ofClass(event, mapping),
    observables: observables(event, mapping),
    unmapped: unmapped(event, mapping)
  };
}
function ofClass(event, { class: name }) {
  const { platform, operation, app, target } = event;
  const actor = actorPart(event);
  const endpoint = endpointPart(event);
  const http = event.userAgent === void 0 ? void 0 : { user_agent: event.userAgent };
  const product = OCSF_PRODUCTS[platform];
  switch (name) {
    case "authentication":
      return {
        user: userPart(event.actor),
        src_endpoint: endpoint,
        http_request: http,
        session: sessionPart(event),
        service: { name: product.name },
        is_remote: true
      };
    case "account":
      return { actor, user: subjectPart(event), src_endpoint: endpoint, http_request: http };
    case "access":
      return { actor, user: subjectPart(event), privileges: privileges(event), src_endpoint: endpoint, http_request: http };
    case "entity":
      return { actor, entity: entityPart(event), src_endpoint: endpoint, http_request: http };
    case "lifecycle":
      return { app: { name: app?.name ?? target?.name ?? app?.id ?? target?.id ?? NOT_RECORDED, uid: app?.id ?? target?.id } };
    case "file":
      return {
        actor: actor ?? { invoked_by: NOT_RECORDED },
        src_endpoint: endpoint ?? { name: NOT_RECORDED },
        file: filePart(event)
      };
    case "datastore":
      return {
        actor: actor ?? { invoked_by: NOT_RECORDED },
        src_endpoint: endpoint ?? { name: NOT_RECORDED },
        http_request: http,
        type_id: 2,
        type: "Databucket",
        databucket: {
          name: target?.name ?? target?.id ?? product.name,
          uid: target?.id,
          type_id: 99,
          type: target?.type ?? "unknown"
        }
      };
    case "api":
      return {
        actor: actor ?? { invoked_by: NOT_RECORDED },
        src_endpoint: endpoint ?? { name: NOT_RECORDED },
        http_request: http,
        api: { operation, service: { name: product.name } },
        resources: target === void 0 ? void 0 : [{ uid: target.id, name: target.name, type: target.type }]
      };
    case "base":
    case "finding":
      return {};
  }
}
function userPart(actor) {
  if (actor === void 0)
    return { name: NOT_RECORDED };
  const type = { user: [1, "User"], service: [99, "Service"], app: [99, "Application"], system: [3, "System"] }[actor.type];
  return {
    name: actor.id,
    full_name: actor.name,
    email_addr: actor.email,
    uid_alt: actor.aliases?.[0],
    type_id: type[0],
    type: type[1]
  };
}
function subjectPart(event) {
  const { activity, app, target, actor } = event;
  if (activity === "app.grant" && app !== void 0)
    return { name: app.name ?? app.id, uid: app.id, type_id: 99, type: "Application" };
  if (target === void 0)
    return userPart(actor);
  return {
    name: target.name ?? target.id,
    uid: target.id,
    type_id: target.type === "user" ? 1 : 99,
    type: target.type === "user" ? "User" : target.type
  };
}
function actorPart({ actor, app, session }) {
  if (actor === void 0 && app === void 0 && session === void 0)
    return void 0;
  return {
    user: actor === void 0 ? void 0 : userPart(actor),
    app_name: app?.name,
    app_uid: app?.id,
    session: session === void 0 ? void 0 : { uid: session }
  };
}
function sessionPart({ session }) {
  return session === void 0 ? void 0 : { uid: session };
}
function endpointPart({ ip, country, city, asn, asOrg }) {
  if (ip === void 0)
    return void 0;
  const code = country !== void 0 && /^[A-Z]{2}$/.test(country) ? country : void 0;
  const located = code !== void 0 || city !== void 0;
  const numbered = asn !== void 0 || asOrg !== void 0;
  return {
    ip,
    location: located ? { country: code, city } : void 0,
    autonomous_system: numbered ? { number: asn, name: asOrg } : void 0
  };
}
function entityPart({ target, app, operation }) {
  if (target !== void 0)
    return { name: target.name ?? target.id, uid: target.id, type_id: target.type === "user" ? 2 : 99, type: target.type };
  if (app !== void 0)
    return { name: app.name ?? app.id, uid: app.id, type_id: 99, type: "app" };
  return { name: operation, type_id: 99, type: "operation" };
}
function filePart({ target, bytes }) {
  if (target === void 0)
    return { name: NOT_RECORDED, type_id: 0 };
  const type = target.type === "file" ? 1 : target.type === "folder" ? 2 : 99;
  return { name: target.name ?? target.id, uid: target.id, type_id: type, type: target.type, size: bytes };
}
function privileges({ scopes, details }) {
  if (scopes !== void 0 && scopes.length > 0)
    return scopes;
  return typeof details?.["role"] === "string" ? [details["role"]] : [NOT_RECORDED];
}
function observables({ ip, actor, activity, target }, { class: name }) {
  const found = [];
  const bare = name === "base" || name === "lifecycle";
  if (ip !== void 0)
    found.push({ name: bare ? "unmapped.ip" : "src_endpoint.ip", type_id: 2, type: "IP Address", value: ip });
  if (actor !== void 0) {
    const user = bare ? "unmapped.actor.id" : activity.startsWith("login") || name === "authentication" ? "user.name" : "actor.user.name";
    found.push({ name: user, type_id: 4, type: "User Name", value: actor.id });
  }
  if (name === "file" && target !== void 0)
    found.push({ name: "file.name", type_id: 7, type: "File Name", value: target.name ?? target.id });
  return found.length === 0 ? void 0 : found;
}
function unmapped(event, { class: name }) {
  const { platform, activity, token, tokenKind, device, privileged, restricted, external, proxy, scopes, details, userAgent } = event;
  const common = { platform, activity, token, token_kind: tokenKind, device, privileged, restricted, external, proxy };
  const scoped = name === "access" ? {} : { scopes };
  const agent = name === "file" || name === "lifecycle" || name === "base" ? { user_agent: userAgent } : {};
  const sorted = details === void 0 ? void 0 : Object.fromEntries(Object.keys(details).sort().map((key) => [key, details[key]]));
  if (name !== "base" && name !== "lifecycle")
    return { ...common, ...scoped, ...agent, details: sorted };
  const { actor, app, target, ip, country, city, asn, session, bytes } = event;
  return { ...common, ...scoped, ...agent, actor, app, target, ip, country, city, asn, session, bytes, details: sorted };
}
export {
  eventToOcsf,
  ocsfLine
};
