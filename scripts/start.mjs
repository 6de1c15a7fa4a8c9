// npm start: installs what is missing, builds, runs every notebook on a tslab kernel, renders the site,
// and prints the verdict on each hypothesis and where the site is.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { installIfNeeded } from "./install-if-needed.mjs";
import { build } from "./build.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
installIfNeeded();
build();

for (const command of ["run", "site", "verdicts"]) {
  console.log(`\n— sojourn ${command}`);
  const done = spawnSync(process.execPath, ["dist/cli/main.js", command], { stdio: "inherit" });
  if (done.status !== 0) process.exit(done.status ?? 1);
}
console.log("\nOpen build/site/index.html in a browser to read the notebooks. 用浏览器打开 build/site/index.html 即可阅读。");
