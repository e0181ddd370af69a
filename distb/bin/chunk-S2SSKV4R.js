import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  escapedJson
} from "./chunk-D4CHUSP5.js";

// dist/src/render/event-ndjson.js
function eventLine(event) {
  const { actor, app, target, ref } = event;
  const line = {
    time: isoTime(event.time),
    platform: event.platform,
    activity: event.activity,
    operation: event.operation,
    actor: actor && { type: actor.type, id: actor.id, name: actor.name, email: actor.email, aliases: actor.aliases },
    app: app && { id: app.id, name: app.name },
    target: target && { type: target.type, id: target.id, name: target.name, aliases: target.aliases },
    scopes: event.scopes,
    ip: event.ip,
    userAgent: event.userAgent,
    country: event.country,
    session: event.session,
    ok: event.ok,
    items: event.items,
    ref: { file: ref.file, record: ref.record, id: ref.id },
    city: event.city,
    asn: event.asn,
    asOrg: event.asOrg,
    proxy: event.proxy,
    token: event.token,
    tokenKind: event.tokenKind,
    device: event.device,
    privileged: event.privileged,
    restricted: event.restricted,
    external: event.external,
    bytes: event.bytes,
    details: event.details && sorted(event.details)
  };
  return `${escapedJson(JSON.stringify(line))}
`;
}
function isoTime(time) {
  const limit = 864e13;
  return new Date(Number.isNaN(time) ? 0 : Math.max(-limit, Math.min(limit, time))).toISOString();
}
function sorted(details) {
  const names = Object.keys(details).sort();
  return Object.fromEntries(names.map((name) => [name, details[name] ?? ""]));
}

export {
  eventLine,
  isoTime
};
