/* eslint-disable @typescript-eslint/no-require-imports -- `node --require` loads CommonJS */
// For the kernelspec of a JupyterLab: where its sockets are files (transport ipc), Jupyter names them `…-ipc-1`, tslab `…-ipc:1`.
// Loaded before tslab's main script, and before wholeOutput.cjs, whose `bind` calls this one.
"use strict";
const { Publisher, Reply, Router } = require("zeromq");

for (const { prototype } of [Publisher, Reply, Router]) {
  const { bind } = prototype;
  Object.defineProperty(prototype, "bind", {
    configurable: true,
    value: function bindAsJupyterNames(address) {
      return bind.call(this, address.replace(/^(ipc:.*):(\d+)$/, "$1-$2"));
    },
  });
}
