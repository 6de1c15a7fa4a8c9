// @ts-check
// The tslab kernel of this clone, with its preloads, registered in the private environment alone.
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { KERNELSPEC, PROJECT } from "./places.mjs";

const require = createRequire(join(PROJECT, "package.json"));

/** @param node  the binary to run the kernel on */
export function writeKernelspec(folder = KERNELSPEC, node = process.execPath) {
  const { kernelspec } = require(join(PROJECT, "dist/notebook/run/kernelspec.js")); // there once the project is built
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "kernel.json"), `${JSON.stringify(kernelspec(node), null, 1)}\n`);
}
