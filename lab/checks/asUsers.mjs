// @ts-check
// `npm run lab` and `sojourn lab` as users start and end them: in a terminal, with the words of the README. Each time the notebook
// page answers, a notebook is opened and run, and the end (Ctrl-C, a closed terminal, kill -9) leaves no kernel, nothing that a
// cell has started, and no file with a key. After `node scripts/lab.mjs --prepare-only`. Linux and macOS only.
import { spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { command, jupyterEnvironment, LAB, PROJECT } from "../../scripts/lab/places.mjs";
import { check, close } from "./report.mjs";

const NOTEBOOK = "01-start-here.ipynb";
const PATIENCE_MS = 240_000;
const CHECKS = join(PROJECT, "lab", "checks");
/** Prints the pids of the kernel and of a child that has left its group, and says whether the sockets are files. */
const CELL = `import { spawn as spawnFree } from "node:child_process";
const free = spawnFree("setsid", ["sleep", "1000"], { stdio: "ignore", detached: true });
free.unref();
console.log("PIDS " + process.pid + " " + free.pid);`;
const LOOP = "setTimeout(() => { for (;;); }, 200); 1";

async function lives(name, words, end, inOrder = false, more = [], notebook = NOTEBOOK) {
  const port = await freePort();
  const terminal = open([...words, String(port)]);
  try {
    const token = await terminal.says(new RegExp(`http://127\\.0\\.0\\.1:${port}/lab\\?token=([0-9a-f]+)`));
    const url = `http://127.0.0.1:${port}`;
    /** @type {Response | undefined} */
    let page;
    await becomes(async () => (page = await fetch(`${url}/lab/tree/${notebook}?token=${token}`).catch(() => undefined))); // it tells the address first
    check(`${name}: its notebook page answers 200`, page?.status === 200, String(page?.status));
    const stranger = await fetch(`${url}/api/contents`);
    check(`${name}: nobody comes in without the token`, stranger.status === 403, String(stranger.status));
    const ran = python("runCells.py", url, token, notebook, CELL, ...more);
    const cells = ran.cells ?? [];
    check(`${name}: a notebook opens and runs`, cells.length > 2 && cells.every(({ status }) => status === "ok"), ran.said ?? `${cells.length} cells`);
    const pids = (cells.map(({ text }) => /PIDS (\d+) (\d+)/.exec(text)).find(Boolean) ?? []).slice(1).map(Number);
    if (pids.length !== 2) throw new Error("the kernel did not tell its pid");
    const server = parentOf(pids[0]);
    const key = join(LAB, "runtime", `kernel-${ran.kernel}.json`);
    check(`${name}: the kernel's sockets are files of the user's own`, existsSync(key.replace(/\.json$/, "-ipc-1")));
    end(terminal, server);
    if (inOrder) check(`${name}: it ends`, ["EXIT 0", "EXIT 130", "SIGNAL 2"].includes(await terminal.ended), await terminal.ended); // npm passes Ctrl-C on to its shell
    const left = async () => [server, ...pids].filter(runs);
    check(`${name}: no server, kernel or child is left`, await becomes(async () => (await left()).length === 0), `pids ${(await left()).join(", ") || "none"}`);
    check(`${name}: no file with a key and no socket is left`, await becomes(() => kernelFiles().length === 0), kernelFiles().join(", "));
  } catch (error) {
    check(`${name}: goes through`, false, `${error.message}\n${terminal.text().slice(-1500)}`);
  } finally {
    terminal.close();
  }
}

/** A terminal with a command in it. */
function open(words) {
  const child = spawn(command("python"), [join(CHECKS, "terminal.py"), ...words], { cwd: PROJECT, env: { ...process.env, BROWSER: "true" }, stdio: ["pipe", "pipe", "inherit"] });
  let said = "";
  const listeners = new Set();
  child.stdout.setEncoding("utf8").on("data", (text) => { said += text; listeners.forEach((listener) => listener()); });
  child.stdin.on("error", () => undefined);
  const ended = new Promise((resolve) => child.once("close", () => resolve(/(?:EXIT|SIGNAL) \d+(?=\s*$)/.exec(said)?.[0])));
  const says = (pattern) => new Promise((resolve, reject) => {
    const look = () => { const match = pattern.exec(said); if (match) { done(); resolve(match[1]); } };
    const timer = setTimeout(() => { done(); reject(new Error("JupyterLab gave no address")); }, PATIENCE_MS);
    const done = () => { clearTimeout(timer); listeners.delete(look); };
    listeners.add(look);
    void ended.then(() => { done(); reject(new Error("it ended before it gave an address")); });
    look();
  });
  return { says, ended, text: () => said, type: (key) => child.stdin.write(`${key}\n`), first: () => childOf(child.pid), close: () => child.kill("SIGTERM") };
}

function python(script, ...args) {
  const ran = spawnSync(command("python"), [join(CHECKS, script), ...args], { encoding: "utf8", env: jupyterEnvironment(), timeout: PATIENCE_MS });
  return ran.status === 0 ? JSON.parse(ran.stdout) : { said: ran.stderr.trim().split("\n").at(-1) };
}

const ps = (...args) => spawnSync("ps", args, { encoding: "utf8" }).stdout.trim();
const parentOf = (pid) => Number(ps("-o", "ppid=", "-p", String(pid)));
const childOf = (pid) => Number(ps("-o", "pid=", "--ppid", String(pid)).split("\n")[0]);
/** A process that has ended and that nobody has asked after is none. */
const runs = (pid) => /^[^Z]/.test(ps("-o", "stat=", "-p", String(pid)));
const kernelFiles = () => (existsSync(join(LAB, "runtime")) ? readdirSync(join(LAB, "runtime")).filter((name) => name.startsWith("kernel-")) : []);

async function becomes(holds) {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 200))) if (await holds()) return true;
  return false;
}

const freePort = () => new Promise((resolve, reject) => {
  const server = createServer().once("error", reject).listen(0, "127.0.0.1", () => {
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    server.close(() => resolve(port));
  });
});

// Last, so that everything above is defined when it runs.
await lives("npm run lab, Ctrl-C", ["npm", "run", "lab", "--", "--no-browser", "--port"], (terminal) => terminal.type("ctrl-c"), true);
await lives("npm run lab, the terminal closes", ["npm", "run", "lab", "--", "--no-browser", "--port"], (terminal) => terminal.type("hang-up"));
mkdirSync(join(LAB, "checks", "users"), { recursive: true });
cpSync(join(PROJECT, "notebooks", NOTEBOOK), join(LAB, "checks", "users", NOTEBOOK));
await lives("sojourn lab DIR, Ctrl-C", ["npx", "--no-install", "sojourn", "lab", ".lab/checks/users", "--no-browser", "--port"], (terminal) => terminal.type("ctrl-c"), true);
const study = join(".lab", "checks", "mine");
rmSync(join(PROJECT, study), { recursive: true, force: true });
spawnSync(process.execPath, [join("dist", "cli", "main.js"), "new", "study", study], { cwd: PROJECT });
await lives("npm run lab --study FOLDER, Ctrl-C", ["npm", "run", "lab", "--", "--study", study, "--no-browser", "--port"], (terminal) => terminal.type("ctrl-c"), true, [], readdirSync(join(PROJECT, study, "notebooks")).find((name) => name.endsWith(".ipynb")));
await lives("npm run lab, the server is killed with -9 while a cell loops", ["npm", "run", "lab", "--", "--no-browser", "--port"], (_, server) => process.kill(server, "SIGKILL"), false, [LOOP]);
await lives("npm run lab, npm is killed with -9", ["npm", "run", "lab", "--", "--no-browser", "--port"], (terminal) => process.kill(terminal.first(), "SIGKILL"));
close();
