import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);

// dist/src/model/activity.js
var ACTIVITIES = [
  "login",
  "login.failed",
  "session.anomaly",
  "app.install",
  "app.grant",
  "credential.add",
  "token.create",
  "role.grant",
  "admin.change",
  "account.create",
  "account.disable",
  "account.enable",
  "account.delete",
  "account.lockout",
  "mfa.change",
  "mail.read",
  "mail.search",
  "mail.rule",
  "file.read",
  "file.download",
  "file.export",
  "file.upload",
  "file.create",
  "file.copy",
  "file.share",
  "repo.clone",
  "repo.download",
  "repo.fetch",
  "repo.push",
  "repo.visibility",
  "api.call",
  "bulk.query",
  "other"
];
var KNOWN = new Set(ACTIVITIES);
function isActivity(text) {
  return KNOWN.has(text);
}

export {
  ACTIVITIES,
  isActivity
};
