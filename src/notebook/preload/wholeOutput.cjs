/* eslint-disable @typescript-eslint/no-require-imports -- `node --require` loads CommonJS */
// Keeps a cell's output whole, however much it writes. Loaded as `node --require wholeOutput.cjs …/tslab kernel …`,
// by the runner and by any kernelspec. Without it a cell that writes more than about 480 times in one turn of the
// event loop loses the rest of its output, and the message that ends it, so that its client waits for ever.
//
// Two limits of zeromq are at work. (1) zeromq.js completes 512 sends at once, puts off the next to a later turn of the
// event loop, and refuses any send meanwhile with EBUSY; tslab does not wait for its sends. A socket that never waits
// to send (timeout 0) has no such limit, and a publisher need never wait. (2) A publisher drops what exceeds 1,000
// messages that its reader has not yet fetched. Both must be set before the socket is bound.
"use strict";
const { Publisher } = require("zeromq");

const { bind } = Publisher.prototype; // Socket's, and read-only there: hence a property of publishers alone
Object.defineProperty(Publisher.prototype, "bind", {
  configurable: true,
  value: function bindWithoutLimits(address) {
    this.sendTimeout = 0;
    this.sendHighWaterMark = 0;
    return bind.call(this, address);
  },
});
