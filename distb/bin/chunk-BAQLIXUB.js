import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);

// dist/src/cli/exit.js
var EXIT = { done: 0, found: 1, usage: 2, defect: 3, interrupted: 130 };
var cleanups = /* @__PURE__ */ new Set();
function onExit(cleanup) {
  cleanups.add(cleanup);
  return () => cleanups.delete(cleanup);
}
function cleanUp() {
  for (const cleanup of cleanups) {
    try {
      cleanup();
    } catch {
    }
  }
  cleanups.clear();
}
function leave(code) {
  cleanUp();
  process.exit(code);
}
function watchSignals() {
  process.once("SIGINT", () => leave(EXIT.interrupted));
  process.once("SIGTERM", () => leave(143));
  process.stdout.on("error", (error) => leave(error.code === "EPIPE" ? EXIT.done : EXIT.usage));
  process.stderr.on("error", () => {
  });
}

export {
  EXIT,
  onExit,
  leave,
  watchSignals
};
