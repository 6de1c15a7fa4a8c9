import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { JUPYTER_PRELOADS, RUNNER_PRELOADS } from "../../src/notebook/kernel/kernelProcess";

const PRELOAD = RUNNER_PRELOADS.find((path) => path.endsWith("compiledBefore.cjs"))!;

/** A kernel of a line, with its TypeScript, and the preload in a package of its own. */
function place() {
  const folder = mkdtempSync(join(tmpdir(), "sojourn-compiled-"));
  const [preload, typescript] = [join(folder, "src", "notebook", "preload", "compiledBefore.cjs"), join(folder, "node_modules", "@tslab", "typescript-for-tslab")];
  cpSync(PRELOAD, preload);
  mkdirSync(join(typescript, "lib"), { recursive: true });
  const install = (version: string, says: string) => {
    writeFileSync(join(typescript, "package.json"), JSON.stringify({ version, main: "./lib/typescript.js" }));
    writeFileSync(join(typescript, "lib", "typescript.js"), `exports.says = () => "${says} " + require("./beside.js") + (module.exports === this && __filename.endsWith("typescript.js"));`);
  };
  writeFileSync(join(typescript, "lib", "beside.js"), `module.exports = "beside ";`);
  writeFileSync(join(folder, "kernel.js"), `console.log(require("@tslab/typescript-for-tslab").says());`);
  const compiled = join(folder, "build", "compiled");
  return { install, compiled, run: () => spawnSync(process.execPath, ["--require", preload, join(folder, "kernel.js")], { encoding: "utf8" }) };
}

test("a kernel takes over what the one before it has compiled, of the same TypeScript and Node, and is none the worse where it cannot", () => {
  const { install, compiled, run } = place();
  install("5.0.4", "one");
  expect(run()).toMatchObject({ stdout: "one beside true\n", stderr: "" });
  const [kept] = readdirSync(compiled);
  expect(kept).toBe(`typescript-5.0.4-node-${process.versions.node}-${process.arch}`);

  // Only what was kept still says "one": V8 tells sources apart by their lengths.
  install("5.0.4", "two");
  expect(run()).toMatchObject({ stdout: "one beside true\n", stderr: "" });
  install("5.0.5", "two");
  expect(run()).toMatchObject({ stdout: "two beside true\n", stderr: "" });
  expect(readdirSync(compiled).length).toBe(2);

  install("5.0.4", "six");
  writeFileSync(join(compiled, kept), "of another V8");
  expect(run()).toMatchObject({ stdout: "six beside true\n", stderr: "" });
  expect(readFileSync(join(compiled, kept), "latin1")).not.toBe("of another V8");

  rmSync(compiled, { recursive: true });
  writeFileSync(compiled, "no folder");
  expect(run()).toMatchObject({ stdout: "six beside true\n", stderr: "" });
});

test("it does so before anything needs TypeScript, here and in a JupyterLab", () => {
  for (const preloads of [RUNNER_PRELOADS, JUPYTER_PRELOADS]) {
    const needing = preloads.findIndex((path) => readFileSync(path, "utf8").includes("typescript-for-tslab"));
    expect(preloads[needing]).toBe(PRELOAD);
  }
});
