// @ts-check
// npm run typecheck: the types of src and its tests, of what runs in a browser, of the scripts, and of the JupyterLab extension.
// The extension has packages of its own: it is checked where they are installed, as in CI.
// The build checks src/; the others read its declarations in dist/ (project references), so each file is checked once.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const PROJECTS = [
  { name: "types of the tests", project: "tsconfig.test.json" },
  { name: "types in the browser", project: "tsconfig.client.json" },
  { name: "types of the scripts", project: "tsconfig.scripts.json" },
  { name: "types of the extension", project: "lab/tsconfig.json", needs: "lab/node_modules/@jupyterlab" },
];

/**
 * Whether a project can be checked here: the packages it needs are there.
 *
 * @param {{ needs?: string }} project
 */
export const isCheckable = ({ needs }) => needs === undefined || existsSync(needs);

/** The compiler in machine code, a fifth of the time of the one in JavaScript, whose API the other tools need (docs/decisions/0010). */
export const TSC = "node_modules/typescript-native/bin/tsc";

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.chdir(fileURLToPath(new URL("..", import.meta.url)));
  const ok = (...words) => spawnSync(process.execPath, [TSC, ...words], { stdio: "inherit" }).status === 0;
  const failed = ok("-p", "tsconfig.json") ? PROJECTS.filter(isCheckable).filter(({ project }) => !ok("--noEmit", "-p", project)) : ["src"];
  for (const { name, needs } of PROJECTS.filter((one) => !isCheckable(one))) console.log(`${name}: left out, since ${needs} is not there (npm ci --prefix lab)`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}
