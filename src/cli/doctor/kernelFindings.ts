import { noted } from "../../faults/noted";
import { existsSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { projectFolder } from "../../projectFolder";
import { absent, type Finding, missing, there } from "./finding";

/** Starts a kernel as `sojourn run` does and lets it run one cell. */
export async function kernelFinding(): Promise<Finding> {
  const start = performance.now();
  try {
    const { startKernel } = await import("../../notebook/kernel/startKernel.js");
    const { kernel } = await startKernel({ cwd: projectFolder, env: process.env });
    const { status } = await kernel.execute('import "sojourn";', { limitMs: 30_000, onOutput: () => undefined });
    await kernel.shutdown();
    if (status !== "ok") return missing(noted`tslab kernel`, noted`a cell that imports sojourn fails`, "npm ci && npm run build");
    return there(noted`tslab kernel`, noted`starts and imports sojourn (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    return missing(noted`tslab kernel`, error instanceof Error ? error.message.split("\n")[0] : String(error), "npm ci");
  }
}

const PRELOAD = "wholeOutput.cjs";

/** A tslab that someone has registered for all notebooks, without what keeps a cell's output whole. */
export function preloadFinding(folders = kernelFolders()): Finding {
  const plain = folders.map((folder) => join(folder, "tslab", "kernel.json")).filter((file) => existsSync(file) && !readFileSync(file, "utf8").includes(PRELOAD));
  return plain.length === 0
    ? there(noted`kernels registered`, noted`none that loses output`)
    : absent(noted`kernels registered`, noted`${plain[0]} is plain tslab: a cell that writes more than 480 times loses output there`, noted`open the notebooks with: npm run lab`);
}

/** Where Jupyter looks for kernels beside its own environment. */
const kernelFolders = (): string[] => [
  process.env.JUPYTER_DATA_DIR,
  ...(process.env.JUPYTER_PATH?.split(process.platform === "win32" ? ";" : ":") ?? []),
  ...(process.platform === "win32" ? [process.env.APPDATA && join(process.env.APPDATA, "jupyter")] : []),
  process.platform === "darwin" ? join(homedir(), "Library", "Jupyter") : join(homedir(), ".local", "share", "jupyter"),
  "/usr/local/share/jupyter", "/usr/share/jupyter",
].filter((folder): folder is string => Boolean(folder)).map((folder) => join(folder, "kernels"));
