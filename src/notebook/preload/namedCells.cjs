/* eslint-disable @typescript-eslint/no-require-imports -- `node --require` loads CommonJS */
// For the runner's error messages: gives the code of each cell a name, `cell-7`, so that a stack tells which cell a
// line belongs to (tslab compiles all cells under one name), and leaves the JavaScript that was compiled from it in the
// folder SOJOURN_KERNEL_FOLDER, so that the runner can find the line of the notebook. Loaded before tslab's main script.
"use strict";
const { writeFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { join } = require("node:path");
const vm = require("node:vm");

const folder = process.env.SOJOURN_KERNEL_FOLDER;
const { JupyterHandlerImpl } = createRequire(require.resolve(process.argv[1]))("../dist/jupyter.js");

let count = 0;
const { handleExecuteImpl } = JupyterHandlerImpl.prototype;
JupyterHandlerImpl.prototype.handleExecuteImpl = function noteCount(...request) {
  count = this.execCount + 1;
  return handleExecuteImpl.apply(this, request);
};

const { runInThisContext } = vm;
vm.runInThisContext = function runNamed(code, options) {
  if (!options?.breakOnSigint) return runInThisContext(code, options); // not a cell
  const filename = `cell-${count}`;
  writeFileSync(join(folder, `${filename}.js`), code);
  return runInThisContext(code, { ...options, filename });
};
