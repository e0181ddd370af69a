import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);

// dist/src/model/finding.js
var SEVERITIES = ["low", "medium", "high", "critical"];

export {
  SEVERITIES
};
