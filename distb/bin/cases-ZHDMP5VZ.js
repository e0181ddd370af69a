import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  findCases,
  readCase
} from "./chunk-5VTDLDHR.js";
import "./chunk-FI5JWCXQ.js";
import "./chunk-OTXOMCGJ.js";
import "./chunk-NFCWV5CJ.js";
export {
  findCases,
  readCase
};
