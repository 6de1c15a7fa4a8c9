import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { readNotebook } from "../../src/notebook/nbformat/readNotebook";
import { projectFolder } from "../../src/projectFolder";

const root = mkdtempSync(join(tmpdir(), "sojourn-new-"));
const make = (...words: string[]) => spawnSync(process.execPath, [join(projectFolder, "scripts/new.mjs"), "--root", root, ...words], { encoding: "utf8" });

/** The package's declarations and the language's, parsed once. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** The type errors of a file as if it stood in the project: written over it in memory. */
function typeErrors(files: readonly string[]): string[] {
  const config = ts.getParsedCommandLineOfConfigFile(join(projectFolder, "tsconfig.test.json"), {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (d) => { throw new Error(String(d.messageText)); } })!;
  const host = ts.createCompilerHost(config.options);
  const made = new Map(files.map((file) => [join(projectFolder, file), readFileSync(join(root, file), "utf8")]));
  const { fileExists, readFile } = host;
  host.fileExists = (path) => made.has(path) || fileExists(path);
  host.readFile = (path) => made.get(path) ?? readFile(path);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...more) => {
    if (made.has(path)) return ts.createSourceFile(path, made.get(path)!, ts.ScriptTarget.ES2022, true);
    if (!parsed.has(path)) parsed.set(path, getSourceFile(path, ...more));
    return parsed.get(path);
  };
  const program = ts.createProgram([...made.keys(), ...config.fileNames.filter((file) => file.endsWith(".d.ts"))], config.options, host);
  return [...made.keys()].flatMap((path) => ts.getPreEmitDiagnostics(program, program.getSourceFile(path)).map((d) => `${path}: ${ts.flattenDiagnosticMessageText(d.messageText, " ")}`));
}

describe("npm run new", () => {
  it.each([
    ["variable", "yearsInChina", ["src/sfrc/coding/yearsInChina.ts", "test/sfrc/coding/yearsInChina.test.ts"]],
    ["check", "roundNumbers", ["src/audit/checks/roundNumbers.ts", "test/audit/roundNumbers.test.ts"]],
    ["exhibit", "agesByCity", ["src/exhibits/agesByCity.ts", "test/exhibits/agesByCity.test.ts"]],
  ])("writes a %s that has its types right and names what is left to do", (kind, name, files) => {
    const { status, stdout } = make(kind, name);
    expect(status).toBe(0);
    for (const file of files) expect(stdout).toContain(`written: ${file}`);
    expect(stdout).toMatch(/Left to do[\s\S]*1\. /);
    // What it sends to, but the new files, is there; a test is proved by npm test, which looks at types first.
    const named = [...stdout.matchAll(/\b(?:src|test|data|scripts)\/[\w./-]+\.(?:ts|mjs|json|csv)\b/g)].map(([file]) => file);
    expect(named.length).toBeGreaterThan(files.length);
    expect(named.filter((file) => !files.includes(file) && !existsSync(join(projectFolder, file)))).toEqual([]);
    expect(stdout).toMatch(/npm test -- test\//);
    // A name that is in no list yet is what the tests of the new file are there to say.
    expect(typeErrors(files).filter((error) => !error.includes(`"${name}"`))).toEqual([]);
  }, 120_000);

  it("writes both editions of a notebook, with one code", () => {
    expect(make("notebook", "13-what-if").status).toBe(0);
    const [en, zh] = ["notebooks/13-what-if.ipynb", "notebooks/zh/13-what-if.ipynb"].map((file) => readNotebook(join(root, file)).cells);
    const code = (cells: typeof en) => cells.filter(({ cell_type: type }) => type === "code").map(({ source }) => source);
    expect(code(zh)).toEqual(code(en));
    expect(code(en)).toHaveLength(2);
    expect(code(en)[0]).toMatch(/await show\(/); // a notebook that shows nothing fails test/notebooks/form.test.ts
  });

  it("tells to build before notebooks are run, which run what was built", () => {
    for (const [kind, name] of [["variable", "builtVariable"], ["check", "builtCheck"], ["exhibit", "builtExhibit"], ["notebook", "15-built"]]) {
      const steps = make(kind, name).stdout.split("\n").filter((line) => /sojourn run/.test(line));
      expect(steps.length, kind).toBeGreaterThan(0);
      expect(steps.filter((line) => !/npm run build/.test(line))).toEqual([]);
    }
  });

  it("calls no exhibit a table twice", () => {
    expect(make("exhibit", "cityTable").stdout).toContain("export { cityTable } from");
    expect(readFileSync(join(root, "src/exhibits/cityTable.ts"), "utf8")).toContain("export function cityTable(");
    expect(typeErrors(["src/exhibits/cityTable.ts", "test/exhibits/cityTable.test.ts"])).toEqual([]);
  }, 120_000);

  it("overwrites nothing, and refuses names and kinds that are none", () => {
    make("exhibit", "twice");
    expect(make("exhibit", "twice")).toMatchObject({ status: 2, stderr: expect.stringContaining("is there already") as string });
    expect(make("exhibit", "Bad-Name").status).toBe(2);
    expect(make("poem", "x")).toMatchObject({ status: 2, stderr: expect.stringContaining("npm run new -- variable") as string });
    expect(make("check", "../../x").status).toBe(2);
    make("notebook", "16-first");
    expect(make("notebook", "16-second")).toMatchObject({ status: 2, stderr: "notebooks/16-first.ipynb has that number already. Choose another. Nothing was written.\n" });
    expect(readdirSync(root).every((one) => statSync(join(root, one)).isDirectory())).toBe(true);
    expect(existsSync(join(root, "..", "x.ts"))).toBe(false);
  });
});
