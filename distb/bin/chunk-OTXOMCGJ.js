import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);

// dist/src/model/errors.js
var UsageError = class extends Error {
  name = "UsageError";
};
var EvidenceError = class extends Error {
  name = "EvidenceError";
};
var Defect = class extends Error {
  name = "Defect";
};
var BrokenCell = class extends Error {
  name = "BrokenCell";
  /** A short sentence: what would have been right. */
  expected;
  /** `message` says what was got, in one short sentence. */
  constructor(message, expected) {
    super(message);
    this.expected = expected;
  }
};

export {
  UsageError,
  EvidenceError,
  Defect,
  BrokenCell
};
