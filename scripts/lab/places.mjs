// @ts-check
// Where `npm run lab` puts things: all in .lab/, which git ignores; nothing outside the clone is touched.
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const PROJECT = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
export const LAB = join(PROJECT, ".lab");
/** A Python environment of its own. */
export const ENVIRONMENT = join(LAB, "env");
const BIN = process.platform === "win32" ? "Scripts" : "bin";
const EXE = process.platform === "win32" ? ".exe" : "";

/** A command of the environment: python, jupyter-lab, jupyter-nbconvert … */
export const command = (name) => join(ENVIRONMENT, BIN, `${name}${EXE}`);

export const KERNELSPEC = join(ENVIRONMENT, "share", "jupyter", "kernels", "tslab");
export const EXTENSION = join(ENVIRONMENT, "share", "jupyter", "labextensions", "sojourn-lab");

/** What of the caller's environment would lead Python or Jupyter elsewhere: to other settings, another token, other packages. */
const LEADS_ELSEWHERE = /^(JUPYTER|JPY_|PYTHONPATH$|PYTHONHOME$|PYTHONSTARTUP$)/;

/** Jupyter's folders for settings, kernels and sessions, so that it neither reads nor writes those of the user. */
export const jupyterEnvironment = (inherited = process.env) => {
  return {
    ...Object.fromEntries(Object.entries(inherited).filter(([name]) => !LEADS_ELSEWHERE.test(name))),
    PYTHONNOUSERSITE: "1",
    JUPYTER_CONFIG_DIR: join(LAB, "config"),
    JUPYTER_DATA_DIR: join(LAB, "data"),
    JUPYTER_RUNTIME_DIR: join(LAB, "runtime"),
    JUPYTERLAB_SETTINGS_DIR: join(LAB, "config", "lab", "user-settings"),
    JUPYTERLAB_WORKSPACES_DIR: join(LAB, "config", "lab", "workspaces"),
    IPYTHONDIR: join(LAB, "ipython"),
    JUPYTER_PREFER_ENV_PATH: "1",
    JUPYTER_PLATFORM_DIRS: "0",
  };
};
