import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { JUPYTER_PRELOADS, RUNNER_PRELOADS } from "../../src/notebook/kernel/kernelProcess";
import { projectFolder } from "../../src/projectFolder";
import { temporaryFolder } from "./smallNotebook";

const preload = (name: string): string => RUNNER_PRELOADS.find((path) => path.endsWith(`/${name}.cjs`))!;
const TSLAB = join(projectFolder, "node_modules", "tslab", "bin", "tslab");

/** What tslab's compiler makes of cells, one after the other, as a kernel asks it to. */
const COMPILES = `
  process.argv[1] = ${JSON.stringify(TSLAB)};
  const preloads = JSON.parse(process.argv[2]);
  for (const path of preloads) require(path);
  const { createConverter } = require(${JSON.stringify(join(projectFolder, "node_modules", "tslab", "dist", "converter.js"))});
  const converter = createConverter({ isJS: false, isBrowser: false });
  let declared = "";
  const made = JSON.parse(process.argv[3]).map((cell) => {
    if (Array.isArray(cell)) return converter.addModule(...cell);
    const { diagnostics, declOutput = declared, ...rest } = converter.convert(declared, cell);
    declared = diagnostics.length > 0 ? declared : declOutput;
    return { diagnostics, declOutput, ...rest };
  });
  const completed = converter.complete(declared, "cou", 3).candidates;
  const ts = require(${JSON.stringify(join(projectFolder, "node_modules", "@tslab", "typescript-for-tslab"))});
  const itsOwn = ts.createWatchCompilerHost([], {}, ts.sys).createProgram === ts.createEmitAndSemanticDiagnosticsBuilderProgram;
  process.stdout.write(JSON.stringify({ made, completed, itsOwn }));
`;

function compiled(cells: readonly (string | readonly string[])[], folder: string, preloads: readonly string[]) {
  const script = join(folder, "compiles.cjs");
  writeFileSync(script, COMPILES);
  const { stdout, stderr } = spawnSync(process.execPath, [script, JSON.stringify(preloads), JSON.stringify(cells)], { cwd: folder, encoding: "utf8", maxBuffer: 1e8 });
  expect(stderr).toBe("");
  return JSON.parse(stdout) as { made: { diagnostics: { messageText: string }[]; sideOutputs?: { path: string }[]; output?: string; hasToplevelAwait?: boolean }[]; completed: string[]; itsOwn: boolean };
}

describe("a kernel whose compiler answers only what it is asked", () => {
  test("makes of every cell what TypeScript's own watch mode makes of it", () => {
    const folder = temporaryFolder();
    const files = {
      "first.ts": `import { second } from "./second";\nexport const first: number = second + 1;`,
      "second.ts": `/// <reference path="./third.ts" />\nexport const second = 2;`,
      "third.ts": `export const third = "3";`,
      "plain.js": `export const plain = 4;`,
      "through.d.ts": `export * from "./behind";`,
      "behind.ts": `export const behind = 5;`,
      "wrong.ts": `export const wrong: string = 6;`,
    };
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const cells = [
      `const count = 1, text = "a";`,
      `count + 1`,
      `const count: string = 1;`,
      `import { first } from "./first";\nimport { plain } from "./plain.js";\nfirst + plain`,
      `import { behind } from "./through";\nlet count = await Promise.resolve(behind);`,
      `interface Row { id: number }\nfunction half(row: Row) { return row.id / 2; }\nclass Kept { a = 1 }\nenum E { One = 1 }`,
      `half({ id: "x" })`,
      `import * as fs from "node:fs";\nimport type { Stats } from "node:fs";\nconst size: Stats | undefined = undefined; fs.existsSync(".")`,
      ["beside", `export const beside = 7;`],
      `import { beside } from "./beside";\nbeside * 2`,
      `import { wrong } from "./wrong";`,
      `declare global { interface Array<T> { mine: T } }\n[1].mine`,
      `const b: Buffer = Buffer.from(text); new Kept().a + count`,
      `count = ;`,
    ];
    const others = ["nothingWatched", "nodeTypesOnly", "bareTypes"].map(preload);
    const ours = compiled(cells, folder, [...others, preload("onlyWhatIsAsked")]);
    const typescripts = compiled(cells, folder, others);
    expect([ours.itsOwn, typescripts.itsOwn]).toEqual([false, true]);
    expect({ ...ours, itsOwn: true }).toEqual(typescripts);
    // And that is what the cells say.
    expect(ours.made[0].output).toContain("exports.count = count;");
    expect(ours.made[2].diagnostics.map(({ messageText }) => messageText)).toEqual(["Type 'number' is not assignable to type 'string'."]);
    expect(ours.made[3].sideOutputs?.map(({ path }) => path.slice(folder.length + 1))).toEqual(["first.js", "plain.js", "second.js", "third.js"]);
    expect(ours.made[4].sideOutputs?.map(({ path }) => path.slice(folder.length + 1))).toEqual(["behind.js"]);
    expect(ours.made[4].hasToplevelAwait).toBe(true);
    expect(ours.made[10].diagnostics.map(({ messageText }) => messageText)).toEqual(["Type 'number' is not assignable to type 'string'."]);
    expect(ours.completed[0]).toBe("count");
  });

  test("is that of every kernel, and before it V8 is told to take its time", () => {
    for (const preloads of [RUNNER_PRELOADS, JUPYTER_PRELOADS]) {
      expect(preloads[0]).toBe(preload("lateOptimised"));
      expect(preloads).toContain(preload("onlyWhatIsAsked"));
    }
  });
});

test("a function must run longer before V8 makes it fast, where V8 can be told so, and nothing is said where it cannot", () => {
  const script = "function sum(n) { let s = 0; for (let i = 0; i < n; i++) s += i; return s; }\nlet calls = 0;\nwhile (!(%GetOptimizationStatus(sum) & 16) && calls < 1e6) sum(10), calls++;\nconsole.log(calls);";
  const calls = (...options: string[]) => {
    const { stdout, stderr } = spawnSync(process.execPath, ["--allow-natives-syntax", "--no-concurrent-recompilation", ...options, "-e", script], { encoding: "utf8" });
    expect(stderr).toBe("");
    return Number(stdout);
  };
  const [before, after] = [calls(), calls("--require", preload("lateOptimised"))];
  expect(before).toBeLessThan(1e6);
  if (process.versions.v8.startsWith("11.")) expect(after / before).toBeGreaterThan(3);
  else expect(after).toBe(before);
});
