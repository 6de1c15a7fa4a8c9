/* eslint-disable @typescript-eslint/no-require-imports -- `node --require` loads CommonJS */
// Keeps what V8 makes of TypeScript's nine megabytes of JavaScript, a sixth of a kernel's start, for the next kernel. V8 takes it
// only if it is of its own version, settings and processor; else the source is compiled as ever, and what is kept is replaced.
// The folder lies within the package: whoever can write to it could change the package itself. Loaded before what needs TypeScript.
"use strict";
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require("node:fs");
const Module = require("node:module");
const { dirname, join } = require("node:path");
const { Script } = require("node:vm");

const fromTslab = Module.createRequire(require.resolve(process.argv[1]));
const typescript = fromTslab.resolve("@tslab/typescript-for-tslab");
const { version } = fromTslab("@tslab/typescript-for-tslab/package.json");
const kept = join(__dirname, "../../../build/compiled", `typescript-${version}-node-${process.versions.node}-${process.arch}`);

const { _compile } = Module.prototype;
Module.prototype._compile = function compileOrTake(source, filename, ...more) {
  if (filename !== typescript) return _compile.call(this, source, filename, ...more);
  Module.prototype._compile = _compile; // the only one
  const script = new Script(Module.wrap(source), { filename, cachedData: read() });
  if (script.cachedDataRejected !== false) process.once("exit", () => keep(script)); // by then with the functions that were needed
  return script.runInThisContext().call(this.exports, this.exports, Module.createRequire(filename), this, filename, dirname(filename));
};

function read() {
  try {
    return readFileSync(kept);
  } catch {
    return undefined; // the first kernel
  }
}

function keep(script) {
  const own = `${kept}-${process.pid}`; // another kernel may read meanwhile
  try {
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(own, script.createCachedData());
    renameSync(own, kept);
  } catch {
    // the package is another user's, or the disk is full: the next kernel compiles again
  }
}
