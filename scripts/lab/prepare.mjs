// @ts-check
// Everything that JupyterLab needs here, made where it is missing: packages, build, Python environment, kernel, extension.
import { build } from "../build.mjs";
import { installIfNeeded } from "../install-if-needed.mjs";
import { ensureExtension } from "./extension.mjs";
import { writeKernelspec } from "./kernelspec.mjs";
import { PROJECT } from "./places.mjs";
import { ensureLab } from "./python.mjs";
import { writeSettings } from "./settings.mjs";

/** @returns JupyterLab's version */
export function prepare() {
  process.chdir(PROJECT);
  installIfNeeded();
  build();
  const version = ensureLab();
  writeKernelspec();
  writeSettings();
  ensureExtension();
  return version;
}
