/* eslint-disable @typescript-eslint/no-require-imports -- a worker's script, CommonJS as the preload that starts it */
// The thread that ends a kernel without a parent, with what its cells have started, its sockets and the file that holds its key.
"use strict";
const { readdirSync, rmSync } = require("node:fs");
const { basename, dirname, join } = require("node:path");
const { workerData } = require("node:worker_threads");
const { killMarked } = require("./marked.cjs");

const { connection, parent, folder } = workerData;
const EVERY_MS = 500;

/** An orphan has another parent; on Windows it keeps the number of the dead one. */
function orphaned() {
  if (process.ppid !== parent) return true;
  if (process.platform !== "win32") return false;
  try {
    return !process.kill(parent, 0);
  } catch (error) {
    return error.code === "ESRCH";
  }
}

function clear() {
  if (folder) return rmSync(folder, { recursive: true, force: true });
  rmSync(connection, { force: true });
  const sockets = `${basename(connection, ".json")}-ipc-`; // as Jupyter names them, beside the connection file
  for (const name of readdirSync(dirname(connection))) if (name.startsWith(sockets)) rmSync(join(dirname(connection), name), { force: true });
}

setInterval(() => {
  if (!orphaned()) return;
  try {
    clear();
    killMarked(connection);
  } finally {
    process.kill(process.pid, "SIGKILL");
  }
}, EVERY_MS);
