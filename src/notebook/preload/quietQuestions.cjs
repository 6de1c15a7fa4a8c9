/* eslint-disable @typescript-eslint/no-require-imports -- `node --require` loads CommonJS */
// For the kernelspec of a JupyterLab whose panel asks the kernel questions between cells. A silent request that begins with
// `// sojourn: question` runs like a cell, but is not counted (tslab counts every request), does not take over what timers of
// earlier cells still print, and is never a failure (after one, tslab drops the cells that wait). Its answer goes through the
// writer that stands, meanwhile, under Symbol.for("sojourn.question"). Loaded before tslab's main script.
"use strict";
const { createRequire } = require("node:module");

const { JupyterHandlerImpl } = createRequire(require.resolve(process.argv[1]))("../dist/jupyter.js");

const QUESTION = Symbol.for("sojourn.question");
const isQuestion = ({ silent, code }) => silent && code.startsWith("// sojourn: question");

const { handleExecuteImpl } = JupyterHandlerImpl.prototype;
JupyterHandlerImpl.prototype.handleExecuteImpl = async function answerOrExecute(request, writeStream, writeDisplayData) {
  if (!isQuestion(request)) return handleExecuteImpl.call(this, request, writeStream, writeDisplayData);
  globalThis[QUESTION] = writeDisplayData;
  try {
    await this.executor.execute(request.code);
  } finally {
    delete globalThis[QUESTION];
  }
  return { count: this.execCount };
};
