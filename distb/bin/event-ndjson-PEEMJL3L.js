import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  eventLine,
  isoTime
} from "./chunk-S2SSKV4R.js";
import "./chunk-D4CHUSP5.js";
import "./chunk-NFCWV5CJ.js";
export {
  eventLine,
  isoTime
};
