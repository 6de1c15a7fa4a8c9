/* eslint-disable @typescript-eslint/no-require-imports -- `node --require` loads CommonJS */
// For the kernelspec of a JupyterLab whose panel asks the kernel questions between cells. A silent request that begins with
// `// sojourn: question` runs like a cell, but is not counted (tslab counts every request), does not take over what timers of
// earlier cells still print, and is never a failure (after one, tslab drops the cells that wait). What the question itself
// prints goes to whoever asked, and so does its answer: through the writer that stands, meanwhile, under
// Symbol.for("sojourn.question"). Loaded before tslab's main script.
"use strict";
const { AsyncLocalStorage } = require("node:async_hooks");
const { createRequire } = require("node:module");

const { JupyterHandlerImpl } = createRequire(require.resolve(process.argv[1]))("../dist/jupyter.js");

const QUESTION = Symbol.for("sojourn.question");
const isQuestion = ({ silent, code }) => silent && code.startsWith("// sojourn: question");

/** Holds within a question, and not in the timers of cells that run beside it. */
const asked = new AsyncLocalStorage();

const { handleExecuteImpl } = JupyterHandlerImpl.prototype;
JupyterHandlerImpl.prototype.handleExecuteImpl = async function answerOrExecute(request, writeStream, writeDisplayData) {
  if (!isQuestion(request)) return handleExecuteImpl.call(this, request, writeStream, writeDisplayData);
  const restore = ["stdout", "stderr"].map((name) => divert(name, writeStream));
  globalThis[QUESTION] = writeDisplayData;
  try {
    await asked.run(true, () => this.executor.execute(request.code));
  } finally {
    delete globalThis[QUESTION];
    restore.forEach((back) => back());
  }
  return { count: this.execCount };
};

/** What the question prints goes to its own request; what a cell's timer prints stays with the cell. */
function divert(name, writeStream) {
  const stream = process[name];
  const { write } = stream;
  stream.write = function writeWhereItBelongs(text, ...rest) {
    if (!asked.getStore()) return write.call(stream, text, ...rest);
    writeStream(name, String(text));
    return true;
  };
  return () => (stream.write = write);
}
