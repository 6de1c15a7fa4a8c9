// @ts-check
// npm run lab: JupyterLab on the notebooks, with the project's own kernel and extension, from a clone with Node and Python alone.
//
//   npm run lab -- [DIR] [--study FOLDER] [--no-browser] [--port N] [--prepare-only]
import { spawn } from "node:child_process";
import { statSync } from "node:fs";
import { join, resolve } from "node:path";
import { endWithNpm } from "./end-with-npm.mjs";
import { command, jupyterEnvironment, LAB, PROJECT } from "./lab/places.mjs";
import { prepare } from "./lab/prepare.mjs";
import { say } from "./say.mjs";
import { Trouble } from "./lab/trouble.mjs";
import { optionsOf } from "./options.mjs";

const PATIENCE_MS = 2_000;

// Below this only functions: what runs here must find nothing that is not defined yet.
try {
  await main();
} catch (error) {
  if (!(error instanceof Trouble)) throw error;
  console.error(`${say("lab: ", "lab：")}${error.message}`);
  process.exitCode = 2;
}

async function main() {
  const options = read();
  const version = prepare();
  if (options.study !== undefined) await settle(options.study, options.folder);
  if (options.prepareOnly) console.log(say(`JupyterLab ${version} is ready in .lab/. Start it with: npm run lab`, `JupyterLab ${version} 已在 .lab/ 中就绪。启动：npm run lab`));
  else process.exitCode = await open(version, options);
}

function read() {
  const { values, positionals } = optionsOf("lab", { allowPositionals: true, options: { study: { type: "string" }, "no-browser": { type: "boolean" }, port: { type: "string" }, "prepare-only": { type: "boolean" } } }, say("Options: DIR, --study FOLDER, --no-browser, --port N, --prepare-only", "选项：DIR、--study FOLDER、--no-browser、--port N、--prepare-only"));
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(/^\d+$/.test(values.port) && port >= 1 && port <= 65_535)) throw new Trouble(say(`--port ${values.port} is no port (a number from 1 to 65535)`, `--port ${values.port} 不是端口（应为 1 至 65535 的数）`));
  const study = values.study === undefined ? undefined : fromHere(values.study);
  return { port, study, folder: folderOf(positionals, study), noBrowser: values["no-browser"], prepareOnly: values["prepare-only"] };
}

/** What a user names is relative to where the user stands. @param {string} path */
function fromHere(path) {
  return resolve(process.env.INIT_CWD ?? process.cwd(), path);
}

/** The folder that JupyterLab shows. @param {string[]} positionals @param {string} [study] */
function folderOf(positionals, study) {
  if (positionals.length > 1) throw new Trouble(say(`${positionals[1]}: one folder is enough (${positionals[0]} is named already)`, `${positionals[1]}：只需一个文件夹（已给出 ${positionals[0]}）`));
  const folder = fromHere(positionals[0] ?? join(study ?? PROJECT, "notebooks"));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new Trouble(say(`${positionals[0] ?? folder}: is no folder (a folder of notebooks is expected)`, `${positionals[0] ?? folder}：不是文件夹（应为笔记本的文件夹）`));
  return folder;
}

/** As `sojourn lab --study` does. @param {string} study @param {string} folder */
async function settle(study, folder) {
  const { settleStudy } = await import("../dist/cli/studyChoice.js");
  try {
    settleStudy(study, folder);
  } catch (error) {
    throw error.name === "BadInput" ? new Trouble(say(error.message, error.inLanguage("zh"))) : error;
  }
}

/** Runs until it is stopped; gives the exit code. JupyterLab has a process group of its own, so that one Ctrl-C is one request to end. */
async function open(version, { port, folder, noBrowser }) {
  console.log(say(`JupyterLab ${version}, for you on this machine alone. Stop it with Ctrl-C.`, `JupyterLab ${version}，只供本机上的您使用。按 Ctrl-C 停止。`));
  const args = [
    join(PROJECT, "scripts", "lab", "serve.py"), `--ServerApp.root_dir=${folder}`, "--ServerApp.ip=127.0.0.1", "--ServerApp.allow_remote_access=False",
    ...socketFiles(), ...(port ? [`--ServerApp.port=${port}`, "--ServerApp.port_retries=0"] : []), ...(noBrowser ? ["--no-browser"] : []), ...asRoot(),
  ];
  const lab = spawn(command("python"), args, { cwd: PROJECT, stdio: ["ignore", "inherit", "inherit"], env: jupyterEnvironment(), detached: process.platform !== "win32" });
  const stop = stopping(lab);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined); // a terminal that has closed
  endWithNpm(stop);
  return new Promise((ended) => {
    lab.once("error", (error) => (console.error(say(`lab: JupyterLab does not start (${error.message}). Remove .lab/ and try again: npm run lab`, `lab：JupyterLab 无法启动（${error.message}）。请删去 .lab/ 后重试：npm run lab`)), ended(2)));
    lab.once("exit", (code, signal) => ended(signal === "SIGTERM" ? 0 : code ?? 1));
  });
}

/** The first request asks; one that comes later, when that has not helped, ends at once (kernels end by themselves then). */
function stopping(lab) {
  let asked;
  return () => {
    asked ??= Date.now();
    lab.kill(Date.now() - asked < PATIENCE_MS ? "SIGTERM" : "SIGKILL");
  };
}

/** In a container there is often no other user; Jupyter wants to be told. */
function asRoot() {
  return process.getuid?.() === 0 ? ["--allow-root"] : [];
}

/** Kernels speak through files of the user's own folder, where the platform has such sockets and their names fit (107 bytes). */
function socketFiles() {
  const longest = Buffer.byteLength(join(LAB, "runtime", `kernel-${"0".repeat(36)}-ipc-99`));
  return process.platform === "win32" || longest > 100 ? [] : ["--KernelManager.transport=ipc"];
}
