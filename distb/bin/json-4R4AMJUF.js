import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  jsonText,
  renderInspectJson,
  renderJson
} from "./chunk-JACRTCVE.js";
import "./chunk-EL3V4KXM.js";
import "./chunk-D4CHUSP5.js";
import "./chunk-NFCWV5CJ.js";
export {
  jsonText,
  renderInspectJson,
  renderJson
};
