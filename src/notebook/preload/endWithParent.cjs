/* eslint-disable @typescript-eslint/no-require-imports -- `node --require` loads CommonJS */
// A kernel that outlives whoever started it (killed with -9, say: a runner, a JupyterLab, a closed terminal) would linger for
// ever. A thread of its own watches, since the kernel's own loop stands still while a cell loops. What a cell starts is marked
// by a variable that children inherit, wherever they go.
"use strict";
const { join } = require("node:path");
const { Worker } = require("node:worker_threads");
const { MARK } = require("./marked.cjs");

const OPTION = "--config-path=";
const connection = process.argv.find((word) => word.startsWith(OPTION))?.slice(OPTION.length);
if (connection) {
  process.env[MARK] = connection;
  // No inherited --require: the preloads are for the kernel. Not waited for: a finished kernel may end.
  new Worker(join(__dirname, "watchParent.cjs"), { execArgv: [], workerData: { connection, parent: process.ppid, folder: process.env.SOJOURN_KERNEL_FOLDER } }).unref();
}
