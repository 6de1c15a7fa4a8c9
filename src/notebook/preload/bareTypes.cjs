/* eslint-disable @typescript-eslint/no-require-imports -- `node --require` loads CommonJS */
// For the runner's kernels, of which nobody asks what a name means: TypeScript reads declarations without their comments. It
// parses each of them as documentation, which is two fifths of its reading of Node's types, and a fifth of a kernel's start.
// Lines stay where they are. Loaded before tslab's main script; a JupyterLab's kernels keep the comments, which they show.
"use strict";
const { createRequire } = require("node:module");

const { sys } = createRequire(require.resolve(process.argv[1]))("@tslab/typescript-for-tslab");

/** A comment that begins a line: what looks like one within a line may be part of a text, `"src/**"`. */
const COMMENT = /^[ \t]*\/\*[\s\S]*?\*\//gm;

const { readFile } = sys;
sys.readFile = function withoutComments(path, encoding) {
  const text = readFile.call(sys, path, encoding);
  return text !== undefined && /\.d\.[cm]?ts$/.test(path) ? text.replace(COMMENT, (comment) => comment.replace(/[^\n]+/g, "")) : text;
};
