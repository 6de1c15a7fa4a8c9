/* eslint-disable @typescript-eslint/no-require-imports -- `node --require` loads CommonJS */
// Lets no kernel go deaf at its start. tslab reads its sockets and only then binds them; while a socket is being bound,
// zeromq.js refuses to read or write it (EBUSY). A question that arrives between two of the five binds ends tslab's loop
// over that socket for good, or loses an answer: the kernel lives, and never answers. Here nothing is read before every
// bind has ended. Loaded before tslab's main script, and after whatever else changes `bind`.
"use strict";
const { Publisher, Reply, Router } = require("zeromq");

const binds = [];
let begun;
const firstBind = new Promise((resolve) => (begun = resolve));
// tslab asks for its five binds in one turn: once there is a first, a turn later all are there.
const allBound = firstBind.then(() => new Promise(setImmediate)).then(() => Promise.allSettled(binds));

for (const { prototype } of [Publisher, Reply, Router]) {
  const { bind, receive } = prototype;
  Object.defineProperty(prototype, "bind", {
    configurable: true,
    value: function bindAndTell(address) {
      const bound = bind.call(this, address);
      binds.push(bound);
      begun();
      return bound;
    },
  });
  if (receive === undefined) continue; // a publisher is not read
  Object.defineProperty(prototype, "receive", {
    configurable: true,
    value: async function receiveOnceBound() {
      await allBound;
      return receive.call(this);
    },
  });
}
