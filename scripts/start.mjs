// @ts-check
// npm start: installs what is missing, builds, runs every notebook on a tslab kernel, renders the site,
// and prints the verdict on each hypothesis and where the site is.
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { fileURLToPath } from "node:url";
import { endWithNpm } from "./end-with-npm.mjs";
import { installIfNeeded } from "./install-if-needed.mjs";
import { build } from "./build.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
installIfNeeded();
build();
await inOrder(["run", "site", "verdicts"]);
console.log("\nOpen build/site/index.html in a browser to read the notebooks. 用浏览器打开 build/site/index.html 即可阅读。");

/** A signal goes on to the command at work, which puts its kernels and files away; then this ends as that did. */
async function inOrder(commands) {
  let atWork;
  let stopped;
  const stop = (signal) => { stopped ??= signal; atWork?.kill(signal); };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
  endWithNpm(() => stop("SIGTERM"));
  for (const command of commands) {
    console.log(`\n— sojourn ${command}`);
    atWork = spawn(process.execPath, ["dist/cli/main.js", command], { stdio: "inherit", env: { ...process.env, SOJOURN_PARENT: String(process.pid) } });
    const code = await new Promise((ended) => atWork.once("exit", (status, signal) => ended(status ?? 128 + constants.signals[signal])));
    if (code !== 0) process.exit(code);
    if (stopped) process.exit(128 + constants.signals[stopped]);
  }
}
