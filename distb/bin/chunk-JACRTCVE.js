import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  DOCUMENT_SHAPE,
  INSPECT_SHAPE,
  ordered
} from "./chunk-EL3V4KXM.js";
import {
  escapedJson
} from "./chunk-D4CHUSP5.js";

// dist/src/render/json.js
function renderJson(document, options) {
  return jsonText(ordered(document, DOCUMENT_SHAPE), options.pretty);
}
function renderInspectJson(result, options) {
  return jsonText(ordered(result, INSPECT_SHAPE), options.pretty);
}
function jsonText(value, pretty) {
  return `${escapedJson(JSON.stringify(value, null, pretty ? 2 : 0))}
`;
}

export {
  renderJson,
  renderInspectJson,
  jsonText
};
