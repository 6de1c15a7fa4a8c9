import { noted } from "../../faults/noted";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { JUPYTER_PRELOADS } from "../../notebook/kernel/kernelProcess";
import { projectFolder } from "../../projectFolder";
import { absent, type Finding, there } from "./finding";

const REMEDY = "npm run lab";

/** What `npm run lab` has made, asked of its own scripts. */
export async function labFindings(): Promise<Finding[]> {
  const { findPython, fits, installedLab } = await script<{ findPython(): string; fits(version: string): boolean; installedLab(): string | undefined }>("python.mjs");
  const { EXTENSION, KERNELSPEC } = await script<{ EXTENSION: string; KERNELSPEC: string }>("places.mjs");
  const { sourcesDigest } = await script<{ sourcesDigest(): string }>("extension.mjs");
  return [pythonFinding(findPython), environmentFinding(installedLab(), fits), kernelspecFinding(join(KERNELSPEC, "kernel.json")), extensionFinding(join(EXTENSION, "built-from.txt"), sourcesDigest)];
}

const script = async <T>(name: string): Promise<T> => (await import(pathToFileURL(join(projectFolder, "scripts", "lab", name)).href)) as T;

function pythonFinding(find: () => string): Finding {
  try {
    return there(noted`Python, for JupyterLab`, find());
  } catch (error) {
    return absent(noted`Python, for JupyterLab`, noted`none that is new enough`, error instanceof Error ? error.message : String(error));
  }
}

function environmentFinding(version: string | undefined, fits: (version: string) => boolean): Finding {
  const what = noted`JupyterLab in .lab/`;
  if (!version) return absent(what, noted`not installed`, REMEDY);
  return fits(version) ? there(what, version) : absent(what, noted`${version}, for which the extension is not built`, REMEDY);
}

function kernelspecFinding(file: string): Finding {
  const what = noted`kernel of JupyterLab`;
  if (!existsSync(file)) return absent(what, noted`not registered in .lab/`, REMEDY);
  const [node, ...argv] = (JSON.parse(readFileSync(file, "utf8")) as { argv: string[] }).argv;
  const gone = [node, ...argv.filter((word) => word.startsWith(projectFolder))].find((path) => !existsSync(path));
  const whole = JUPYTER_PRELOADS.every((preload) => argv.includes(preload));
  if (gone) return absent(what, noted`names ${gone}, which is gone`, REMEDY);
  return whole ? there(what, noted`with its preloads`) : absent(what, noted`lacks a preload`, REMEDY);
}

function extensionFinding(stamp: string, sourcesDigest: () => string): Finding {
  const what = noted`extension of JupyterLab`;
  if (!existsSync(stamp)) return absent(what, noted`not installed in .lab/`, REMEDY);
  return readFileSync(stamp, "utf8") === sourcesDigest() ? there(what, noted`installed, current`) : absent(what, noted`older than its sources`, REMEDY);
}
