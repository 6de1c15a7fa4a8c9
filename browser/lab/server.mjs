// @ts-check
// A JupyterLab of the private environment on copies of the notebooks, at a free port, for as long as the checks run.
import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { command, jupyterEnvironment, LAB, PROJECT } from "../../scripts/lab/places.mjs";

const START_MS = 60_000;
export const FOLDER = join(LAB, "checks", "notebooks");

/** @returns where it listens, and how to stop it */
export async function startServer() {
  copyNotebooks();
  const [port, token] = [await freePort(), randomBytes(16).toString("hex")];
  const workspaces = join(LAB, "checks", "workspaces");
  const settings = join(LAB, "checks", "settings");
  for (const folder of [workspaces, settings]) rmSync(folder, { recursive: true, force: true });
  const args = ["--no-browser", "--allow-root", "--expose-app-in-browser", `--ServerApp.root_dir=${FOLDER}`, `--ServerApp.port=${port}`, "--ServerApp.port_retries=0", "--IdentityProvider.token=" + token];
  const server = spawn(command("jupyter-lab"), args, {
    env: { ...jupyterEnvironment(), JUPYTERLAB_WORKSPACES_DIR: workspaces, JUPYTERLAB_SETTINGS_DIR: settings }, stdio: "pipe",
  });
  let log = "";
  for (const stream of [server.stdout, server.stderr]) stream.setEncoding("utf8").on("data", (text) => (log = (log + text).slice(-20_000)));
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    const ended = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    setTimeout(() => server.kill("SIGKILL"), 8_000).unref();
    await ended;
  };
  for (const end = Date.now() + START_MS; ; ) {
    if (server.exitCode !== null || Date.now() > end) throw new Error(`JupyterLab did not start:\n${log.slice(-2000)}`);
    const answer = await fetch(`${url}/api/status?token=${token}`).catch(() => undefined);
    if (answer?.ok) return { url, token, stop, log: () => log };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** Copies, inside the clone so that `import "sojourn"` is found: nothing that JupyterLab saves reaches the committed ones. */
function copyNotebooks() {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  cpSync(join(PROJECT, "notebooks"), FOLDER, { recursive: true });
}

/** All of them, and of the Chinese ones, whose code is the same, the first. */
export function notebookNames() {
  const notebooksIn = (folder) => (existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".ipynb")).sort() : []);
  return [...notebooksIn(join(PROJECT, "notebooks")), ...notebooksIn(join(PROJECT, "notebooks", "zh")).slice(0, 1).map((name) => `zh/${name}`)];
}

/** A notebook of our own making among the copies. */
export function writeNotebook(name, sources) {
  const cells = sources.map((source, i) => ({ cell_type: "code", id: `made-${i + 1}`, metadata: {}, execution_count: null, outputs: [], source }));
  const metadata = { kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" } };
  writeFileSync(join(FOLDER, name), JSON.stringify({ nbformat: 4, nbformat_minor: 5, metadata, cells }));
}

const freePort = () => new Promise((resolve, reject) => {
  const server = createServer().once("error", reject).listen(0, "127.0.0.1", () => {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    server.close(() => resolve(port));
  });
});
