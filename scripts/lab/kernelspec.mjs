// The tslab kernel of this clone, with its preloads, registered in the private environment alone.
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { KERNELSPEC, PROJECT } from "./places.mjs";

const require = createRequire(join(PROJECT, "package.json"));

/** @param node  the binary to run the kernel on */
export function kernelspec(node = process.execPath) {
  const { kernelEnvironment } = require(join(PROJECT, "dist/notebook/run/kernelEnvironment.js"));
  const { NOTHING_WATCHED_PRELOAD, QUESTIONS_PRELOAD, tslabCommand, WHOLE_OUTPUT_PRELOAD } = require(join(PROJECT, "dist/notebook/kernel/kernelProcess.js"));
  const preloads = [WHOLE_OUTPUT_PRELOAD, NOTHING_WATCHED_PRELOAD, QUESTIONS_PRELOAD].flatMap((path) => ["--require", path]);
  return {
    argv: [node, ...preloads, tslabCommand(), "kernel", "--config-path={connection_file}"],
    display_name: "TypeScript",
    language: "typescript",
    interrupt_mode: "signal",
    env: kernelEnvironment({}, {}), // colours, time zone and language as in `sojourn run`
  };
}

export function writeKernelspec(folder = KERNELSPEC, node = process.execPath) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "kernel.json"), `${JSON.stringify(kernelspec(node), null, 1)}\n`);
}
