// For the kernels of a JupyterLab: a stack shows the reader's own lines and those of packages, not the kernel's and Node's own
// twenty. Loaded before tslab's main script; a cell that sets Error.prepareStackTrace itself has its way.
"use strict";

const KERNELS = /[\\/](node_modules[\\/](tslab|@tslab|zeromq)|notebook[\\/]preload)[\\/]|^node:/;

Error.prepareStackTrace = function readersLines(error, frames) {
  const shown = frames.filter((frame) => !KERNELS.test(frame.getFileName() ?? frame.getScriptNameOrSourceURL?.() ?? ""));
  let head;
  try {
    head = String(error);
  } catch {
    head = "Error"; // one whose name or message throws
  }
  return [head, ...shown.map((frame) => `    at ${frame}`)].join("\n");
};
