import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);

// dist/src/model/json.js
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export {
  isObject
};
