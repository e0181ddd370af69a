import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  SOURCES
} from "./chunk-PKZJ77W4.js";
import "./chunk-SEKZNX7F.js";
import "./chunk-FI5JWCXQ.js";
import "./chunk-OTXOMCGJ.js";
import "./chunk-NFCWV5CJ.js";
export {
  SOURCES
};
