/* eslint-disable @typescript-eslint/no-require-imports -- `node --require` loads CommonJS */
// Of the types that TypeScript takes in by itself (all of node_modules/@types), a cell gets those of Node. The others come with
// packages that cells may never use, and one of them brings a browser's 30,000 lines of types with it: a third of a kernel's
// start, and names such as `document` that do not exist when the cell runs. What a cell imports brings its own types as before.
// Loaded before tslab's main script.
"use strict";
const { createRequire } = require("node:module");

const { sys } = createRequire(require.resolve(process.argv[1]))("@tslab/typescript-for-tslab");

const { getDirectories } = sys;
sys.getDirectories = function onlyNode(path) {
  const names = getDirectories.call(sys, path);
  return /[\\/]node_modules[\\/]@types[\\/]?$/.test(path) ? names.filter((name) => name === "node") : names;
};
