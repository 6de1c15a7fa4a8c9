// @ts-check
// Builds the prebuilt extension: TypeScript → lib/ → labextension/ (25 s). Needs Node alone, and this folder's packages
// without the development ones, which are for the types: `npm ci --omit=dev`.
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { TSC } from "../scripts/typecheck.mjs";

process.chdir(fileURLToPath(new URL(".", import.meta.url)));
const require = createRequire(import.meta.url);

function run(script, ...args) {
  const done = spawnSync(process.execPath, [script, ...args], { stdio: "inherit" });
  if (done.status !== 0) process.exit(done.status ?? 1);
}

rmSync("lib", { recursive: true, force: true });
// Types are checked by `npm run typecheck`; here their packages (400 MB) may be absent.
run(`../${TSC}`, "--noCheck");

// The builder asks for JupyterLab's own package.json, to learn what the page shares; core-meta carries it.
mkdirSync("core", { recursive: true });
copyFileSync(require.resolve("@jupyterlab/core-meta/core.package.json"), "core/package.json");
run(require.resolve("@jupyterlab/builder/lib/build-labextension.js"), "--core-path", "core", ".");
