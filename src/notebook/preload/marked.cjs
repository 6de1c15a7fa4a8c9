/* eslint-disable @typescript-eslint/no-require-imports -- shared by the runner and by `node --require` */
// Processes that a kernel's cells have started, known by a variable they inherit: also those that have left the kernel's
// process group or have been adopted (setsid, a daemon). Linux only; elsewhere the process group is what ends.
"use strict";
const { readdirSync, readFileSync } = require("node:fs");

/** Holds the path of the kernel's connection file, which no two kernels share. */
const MARK = "SOJOURN_KERNEL";
const MOST_ROUNDS = 5;

/** Ends all that carry the mark, but for this process; again where one was started meanwhile. */
function killMarked(connection) {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const found = marked(connection);
    if (found.length === 0) return;
    for (const pid of found) kill(pid);
  }
}

function marked(connection) {
  if (process.platform !== "linux") return [];
  const entry = Buffer.from(`${MARK}=${connection}\0`);
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid && environment(name).includes(entry)).map(Number);
}

/** Another user's, or one that has ended since, or a zombie, has none for us. */
function environment(pid) {
  try {
    return readFileSync(`/proc/${pid}/environ`);
  } catch {
    return Buffer.alloc(0);
  }
}

function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // ended by itself
  }
}

module.exports = { MARK, killMarked };
