// npm run lab: JupyterLab on the notebooks, with the project's own kernel and extension, from a clone with Node and Python alone.
//
//   npm run lab -- [--no-browser] [--port N] [--prepare-only]
import { spawn } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { command, jupyterEnvironment, PROJECT } from "./lab/places.mjs";
import { prepare } from "./lab/prepare.mjs";
import { Trouble } from "./lab/trouble.mjs";

try {
  const options = read();
  const version = prepare();
  if (options["prepare-only"]) console.log(`JupyterLab ${version} is ready in .lab/. Start it with: npm run lab`);
  else open(version, options);
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  console.error(`lab: ${error.message}`);
  process.exitCode = 2;
}

function read() {
  try {
    const { values } = parseArgs({ options: { "no-browser": { type: "boolean" }, port: { type: "string" }, "prepare-only": { type: "boolean" } } });
    if (values.port !== undefined && !/^\d{1,5}$/.test(values.port)) throw new Error(`--port ${values.port} is no port`);
    return values;
  } catch (error) {
    throw new Trouble(`${error.message}. Options: --no-browser, --port N, --prepare-only`);
  }
}

/** In a container there is often no other user; Jupyter wants to be told. */
const asRoot = () => (process.getuid?.() === 0 ? ["--allow-root"] : []);

/** Runs until it is stopped; Ctrl-C goes to JupyterLab, which asks and then ends. */
function open(version, { port, "no-browser": noBrowser }) {
  console.log(`JupyterLab ${version}. Stop it with Ctrl-C, twice.`);
  const args = [`--ServerApp.root_dir=${join(PROJECT, "notebooks")}`, ...(port ? [`--ServerApp.port=${port}`] : []), ...(noBrowser ? ["--no-browser"] : []), ...asRoot()];
  const lab = spawn(command("jupyter-lab"), args, { cwd: PROJECT, stdio: "inherit", env: jupyterEnvironment() });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => lab.kill(signal));
  lab.on("exit", (code) => (process.exitCode = code ?? 0));
}
