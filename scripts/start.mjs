// npm start: installs what is missing, builds, runs every notebook on a tslab kernel, renders the site,
// and prints where it is and the verdict on each hypothesis.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { installIfNeeded } from "./install-if-needed.mjs";
import { build } from "./build.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
installIfNeeded();
build();

for (const command of [["run"], ["site"], ["verdicts"]]) {
  const done = spawnSync(process.execPath, ["dist/cli/main.js", ...command], { stdio: "inherit" });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
