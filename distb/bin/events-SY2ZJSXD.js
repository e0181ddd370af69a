import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  readEvidence
} from "./chunk-7RKEG6IH.js";
import "./chunk-OLEF4D7Q.js";
import {
  SOURCES
} from "./chunk-PKZJ77W4.js";
import "./chunk-SEKZNX7F.js";
import "./chunk-FI5JWCXQ.js";
import "./chunk-OTXOMCGJ.js";
import "./chunk-NFCWV5CJ.js";

// dist/src/hunt/events.js
async function events(request, sink, keep) {
  const kept = [];
  const read = await readEvidence(request, SOURCES, (event, _place, tie) => {
    if (keep === void 0 || keep(event))
      kept.push({ event, tie });
  });
  kept.sort((a, b) => a.event.time - b.event.time || a.tie - b.tie);
  for (const { event } of kept)
    sink(event);
  return read.inputs.map(({ summary }) => summary);
}
export {
  events
};
