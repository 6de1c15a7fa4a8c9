import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { figureText } from "../../src/display/bundles";
import type { Figure } from "../../src/display/figure";
import { tableHtml } from "../../src/display/render/tableHtml";
import { tableText } from "../../src/display/render/tableText";
import type { Table } from "../../src/display/table";
import * as sojourn from "../../src/index";
import { projectFolder } from "../../src/projectFolder";
import { standInFile } from "../../src/sfrc/ourSurvey";

const OF_A_STAND_IN = /stand-in|synthetic|invented|\bSYN-|drawn by the generator|替代数据|合成数据|虚构|抽取生成/i;
const NOTEBOOKS = readdirSync(join(projectFolder, "notebooks")).filter((name) => name.endsWith(".ipynb"));

interface Cell { readonly cell_type: string; readonly source: string | readonly string[] }
const cellsOf = (path: string): readonly Cell[] => (JSON.parse(readFileSync(join(projectFolder, "notebooks", path), "utf8")) as { cells: Cell[] }).cells;
const sourceOf = ({ source }: Cell): string => (typeof source === "string" ? source : source.join(""));

/** The stand-in as a real extract would look: other ids, and a source that is a survey. */
function relabelled(): string {
  const folder = mkdtempSync(join(tmpdir(), "own-data-"));
  const [header, ...rows] = readFileSync(standInFile(), "utf8").split("\n");
  writeFileSync(join(folder, "extract.csv"), [header, ...rows.map((row) => row.replace(/^SYN-/, "R").replace(/,synthetic,/, ",SFRC,"))].join("\n"));
  writeFileSync(join(folder, "sojourn.json"), JSON.stringify({ files: ["extract.csv"] }));
  return join(folder, "sojourn.json");
}

const IMPORT = /^import (type )?\{([^}]*)\} from "sojourn";$/gm;

/** Runs a notebook's cells in this process, and gives all that they show and print. */
async function outputsOf(notebook: string): Promise<string[]> {
  const cells = cellsOf(notebook).filter((cell) => cell.cell_type === "code" && !isToFail(cell)).map(sourceOf);
  const names = new Set(cells.flatMap((code) => [...code.matchAll(IMPORT)].filter(([, type]) => !type).flatMap(([, , list]) => list.split(",").map((name) => name.trim()).filter((name) => name && !name.startsWith("type ")))));
  const body = cells.map((code) => code.replace(IMPORT, "").replace(/^(const|let) /gm, "var ")).join("\n;\n");
  const js = ts.transpileModule(body, { compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext } }).outputText.replace(/^export \{\};$/gm, "");
  const said: string[] = [];
  const given: Record<string, unknown> = {
    ...sojourn,
    show: (item: Table | Figure) => void said.push(...(item.kind === "table" ? [tableText(item), tableHtml(item)] : [figureText(item), JSON.stringify([item.data, item.layout])])),
  };
  const print = { log: (...parts: unknown[]) => void said.push(parts.map((part) => (typeof part === "string" ? part : JSON.stringify(part))).join(" ")) };
  vi.spyOn(console, "log").mockImplementation(print.log); // what the package itself prints, as `check` does
  const run = new (Object.getPrototypeOf(async () => undefined).constructor as FunctionConstructor)("console", ...names, js) as (...values: unknown[]) => Promise<void>;
  await run(print, ...[...names].map((name) => given[name]));
  return said;
}

const isToFail = (cell: Cell): boolean => JSON.stringify(cell).includes("raises-exception");

describe("on someone's own data", () => {
  beforeAll(() => {
    vi.stubEnv("SOJOURN_CHOICE", relabelled());
    return () => vi.unstubAllEnvs();
  });

  it.each(NOTEBOOKS)("%s shows and prints no word of a stand-in", async (notebook) => {
    const said = await outputsOf(notebook);
    expect(said.length).toBeGreaterThan(0);
    for (const output of said) expect(OF_A_STAND_IN.exec(output)?.[0], output.slice(0, 200)).toBeUndefined();
  }, 60_000);

  it.each(NOTEBOOKS.flatMap((name) => [name, join("zh", name)]))("%s says none in its text", (notebook) => {
    for (const cell of cellsOf(notebook)) expect(OF_A_STAND_IN.exec(sourceOf(cell))?.[0], sourceOf(cell)).toBeUndefined();
  });
});
