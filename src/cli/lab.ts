import type { Command } from "commander";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { projectFolder } from "../projectFolder";
import { conclude } from "./outcome";

interface Options {
  readonly browser: boolean;
  readonly port?: string;
  readonly prepareOnly?: boolean;
}

/** `sojourn lab`: the same as `npm run lab`. */
export function register(program: Command): void {
  program
    .command("lab")
    .description("Open the notebooks in a JupyterLab of their own, with the extension")
    .option("--no-browser", "start JupyterLab without opening a browser")
    .option("--port <n>", "where JupyterLab listens")
    .option("--prepare-only", "install and build what is missing, and start nothing")
    .action((options: Options) => conclude(() => run(options)));
}

async function run({ browser, port, prepareOnly }: Options): Promise<number> {
  const words = [...(browser ? [] : ["--no-browser"]), ...(port === undefined ? [] : ["--port", port]), ...(prepareOnly ? ["--prepare-only"] : [])];
  const lab = spawn(process.execPath, [join(projectFolder, "scripts", "lab.mjs"), ...words], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => lab.kill(signal));
  const [code] = (await once(lab, "exit")) as [number | null];
  return code ?? 1;
}
