import { JUPYTER_PRELOADS, tslabCommand } from "../kernel/kernelProcess";
import { kernelEnvironment } from "./kernelEnvironment";

/** What Jupyter reads in a kernel.json. */
export interface Kernelspec {
  readonly argv: readonly string[];
  readonly display_name: string;
  readonly language: string;
  readonly interrupt_mode: "signal";
  readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The tslab kernel of this Sojourn, with what keeps outputs whole and ends it with its server, for a JupyterLab.
 *
 * @param node  the binary that it runs on
 */
export const kernelspec = (node = process.execPath): Kernelspec => ({
  argv: [node, ...JUPYTER_PRELOADS.flatMap((path) => ["--require", path]), tslabCommand(), "kernel", "--config-path={connection_file}"],
  display_name: "TypeScript",
  language: "typescript",
  interrupt_mode: "signal",
  env: kernelEnvironment({}, {}), // colours, time zone and language as in `sojourn run`
});
