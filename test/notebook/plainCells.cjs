/* eslint-disable @typescript-eslint/no-require-imports -- `node --require` loads CommonJS */
// For kernels of tests that ask nothing of TypeScript (how a run is stopped, what a kernel may send): tslab without its compiler,
// which starts with a fifth of the work. A cell is JavaScript, and runs as it stands. Given by NODE_OPTIONS, before all else.
"use strict";
const { createRequire } = require("node:module");

if (/[\\/]tslab$/.test(process.argv[1] ?? "")) {
  const fromTslab = createRequire(require.resolve(process.argv[1]));
  const stand = (name, exports) => {
    const id = fromTslab.resolve(name);
    require.cache[id] = { id, filename: id, loaded: true, children: [], paths: [], exports };
  };
  stand("@tslab/typescript-for-tslab", { sys: {} }); // the preloads change it, and nobody asks it
  stand("../dist/metadata.js", { getCodeMetadata: () => ({ mode: "node" }) });
  stand("../dist/converter.js", {
    createConverter: () => ({
      convert: (_declared, output) => ({ output, declOutput: "", diagnostics: [], hasToplevelAwait: /\bawait\b/.test(output) }),
      close: () => undefined,
    }),
  });
}
