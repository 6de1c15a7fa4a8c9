/* eslint-disable @typescript-eslint/no-require-imports -- `node --require` loads CommonJS */
// V8 makes a function fast once it has run for a while, and does so in earnest: work that pays in a server, and not in a kernel,
// most of whose life is TypeScript reading types once. Here a function must run seven times as long first; a loop over numbers
// does so within milliseconds. A fifth less work, of TypeScript's. Node 22 and later wait by themselves and know no such setting.
// Loaded before all that compiles.
"use strict";
const { setFlagsFromString } = require("node:v8");

if (process.versions.v8.startsWith("11.")) setFlagsFromString("--interrupt-budget=500000");
