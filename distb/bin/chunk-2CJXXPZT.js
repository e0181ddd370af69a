import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);

// dist/src/model/platform.js
var PLATFORMS = [
  "box",
  "entra",
  "github",
  "gitlab",
  "google_workspace",
  "m365",
  "okta",
  "salesforce",
  "slack",
  "zoom"
];
var KNOWN = new Set(PLATFORMS);
function isPlatform(text) {
  return KNOWN.has(text);
}

export {
  PLATFORMS,
  isPlatform
};
