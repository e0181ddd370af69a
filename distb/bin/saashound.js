#!/usr/bin/env node
import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);

// dist/bin/saashound.js
import * as nodeModule from "node:module";
var enable = Reflect.get(nodeModule, "enableCompileCache");
if (typeof enable === "function")
  enable();
var { main } = await import("./main-WIJW5RKP.js");
await main(process.argv.slice(2));
