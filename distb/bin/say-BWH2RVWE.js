import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  say
} from "./chunk-5TMPNL4B.js";
import "./chunk-D4CHUSP5.js";
import "./chunk-NFCWV5CJ.js";
export {
  say
};
