import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { projectFolder } from "../../src/projectFolder";

const lab = (environment: Readonly<Record<string, string>>): string =>
  spawnSync(process.execPath, [join(projectFolder, "scripts", "lab.mjs"), "nowhere"], { encoding: "utf8", env: { ...process.env, LC_ALL: "", LC_MESSAGES: "", SOJOURN_LANG: "", ...environment } }).stderr;

test("npm run lab speaks the language that the command line passes on, else the system's", () => {
  const [english, chinese] = ["lab: nowhere: is no folder (a folder of notebooks is expected)\n", "lab：nowhere：不是文件夹（应为笔记本的文件夹）\n"];
  expect([lab({ LANG: "C" }), lab({ LANG: "zh_CN.UTF-8" }), lab({ LANG: "C", SOJOURN_LANG: "zh" }), lab({ LANG: "zh_CN.UTF-8", SOJOURN_LANG: "en" })]).toEqual([english, chinese, chinese, english]);
});
