import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  ndjsonText,
  renderNdjson
} from "./chunk-ZW6KX3U6.js";
import "./chunk-EL3V4KXM.js";
import "./chunk-D4CHUSP5.js";
import "./chunk-NFCWV5CJ.js";
export {
  ndjsonText,
  renderNdjson
};
