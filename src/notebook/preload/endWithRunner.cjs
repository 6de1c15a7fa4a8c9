/* eslint-disable @typescript-eslint/no-require-imports -- `node --require` loads CommonJS */
// A kernel that outlives its runner (killed with -9, say) would linger for ever. The runner holds the other end of
// standard input: when that closes, the kernel removes its folder and ends.
"use strict";
const { rmSync } = require("node:fs");

process.stdin.on("close", () => {
  rmSync(process.env.SOJOURN_KERNEL_FOLDER, { recursive: true, force: true });
  process.exit();
});
process.stdin.resume();
process.stdin.unref(); // nothing to wait for: it must not keep a finished kernel alive
