import type { Command } from "commander";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join, resolve } from "node:path";
import { endingSignals } from "../io/signals";
import { projectFolder } from "../projectFolder";
import { refuseOutsideClone } from "./inClone";
import { messageLanguage } from "./language";
import { conclude } from "./outcome";
import { notebooksOf, settleStudy } from "./studyChoice";

interface Options {
  readonly study?: string;
  readonly browser: boolean;
  readonly port?: string;
  readonly prepareOnly?: boolean;
}

/** `sojourn lab`: the same as `npm run lab`. */
export function register(program: Command): void {
  program
    .command("lab")
    .description("Open the notebooks in a JupyterLab of their own, with the extension")
    .argument("[dir]", "the folder of notebooks to open (notebooks/ where none is named)")
    .option("--study <folder>", "the notebooks of a study of your own (FOLDER/notebooks, or DIR), whose cells read it by readStudy()")
    .option("--no-browser", "start JupyterLab without opening a browser")
    .option("--port <n>", "where JupyterLab listens")
    .option("--prepare-only", "install and build what is missing, and start nothing")
    .action((dir: string | undefined, options: Options) => conclude(() => run(dir, options)));
}

async function run(dir: string | undefined, { study, browser, port, prepareOnly }: Options): Promise<number> {
  refuseOutsideClone("lab");
  const folder = dir ?? (study === undefined ? undefined : notebooksOf(study));
  if (study !== undefined) settleStudy(study, folder!);
  const words = [...(folder === undefined ? [] : [resolve(folder)]), ...(browser ? [] : ["--no-browser"]), ...(port === undefined ? [] : ["--port", port]), ...(prepareOnly ? ["--prepare-only"] : [])];
  const lab = spawn(process.execPath, [join(projectFolder, "scripts", "lab.mjs"), ...words], { stdio: "inherit", env: { ...process.env, SOJOURN_PARENT: String(process.pid), SOJOURN_LANG: messageLanguage() } });
  for (const signal of endingSignals) process.on(signal, () => lab.kill(signal));
  const [code] = (await once(lab, "exit")) as [number | null];
  return code ?? 1;
}
