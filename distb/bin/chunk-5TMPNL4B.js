import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);
import {
  visible
} from "./chunk-D4CHUSP5.js";

// dist/src/cli/say.js
function say(text) {
  process.stderr.write(`saashound: ${visible(text)}
`);
}

export {
  say
};
