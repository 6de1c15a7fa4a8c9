import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ExecutedNotebook } from "../../src/notebook/run/notebookRun";
import type { NotebookFile } from "../../src/notebook/run/findNotebooks";
import { maySeeItsFolder, sameRunAs, withOutputsOf } from "../../src/notebook/run/sharedRun";
import { readNotebook } from "../../src/notebook/nbformat/readNotebook";
import { bothEditions, codeCells } from "../notebooks/theNotebooks";
import { temporaryFolder, writeNotebook, type SmallCell } from "./smallNotebook";

/** A notebook and its Chinese edition, in the order in which a folder's run. */
function pair(cells: readonly SmallCell[], chinese: readonly SmallCell[] = cells): [NotebookFile, NotebookFile] {
  const folder = temporaryFolder();
  mkdirSync(join(folder, "zh"));
  return [[folder, cells, "a.ipynb"], [join(folder, "zh"), chinese, "zh/a.ipynb"]].map(([place, written, copy]) =>
    ({ path: writeNotebook(place as string, written as readonly SmallCell[], "a.ipynb"), named: copy as string, copy: copy as string })) as [NotebookFile, NotebookFile];
}

describe("a Chinese edition runs as the one beside it", () => {
  it("where code and tags are the same, whatever the prose", () => {
    const [beside, chinese] = pair([{ markdown: "One" }, "1"], [{ markdown: "一" }, "1"]);
    expect(sameRunAs(chinese, [beside], undefined)).toBe(beside);
    expect(sameRunAs(beside, [chinese], undefined)).toBeUndefined();
    expect(sameRunAs(chinese, [], undefined)).toBeUndefined(); // it alone is run
  });

  it.each<[string, readonly SmallCell[]]>([["code", ["2"]], ["tags", [{ code: "1", tags: ["raises-exception"] }]], ["cells", ["1", "1"]]])("not where its %s differ", (_, cells) => {
    const [beside, chinese] = pair(["1"], cells);
    expect(sameRunAs(chinese, [beside], undefined)).toBeUndefined();
  });

  it("not where its folder has data of its own, unless one choice holds for all", () => {
    const [beside, chinese] = pair(["1"]);
    writeFileSync(join(chinese.path, "..", "sojourn.json"), "{}");
    expect(sameRunAs(chinese, [beside], undefined)).toBeUndefined();
    expect(sameRunAs(chinese, [beside], "/chosen/sojourn.json")).toBe(beside);
  });

  it.each([
    `import { readFileSync } from "node:fs";`, `import x from "./x";`, `export * from '../x';`, `import "sojourn/../x";`, `console.log(process.cwd());`, `require("os")`, `await import("sojourn")`,
    `import.meta`, `globalThis["pro" + "cess"]`, `eval("1")`, `(() => 0).constructor("1")`, `new Function("1")`, `readSurvey("extract.csv")`, `read("data" + ".csv")`, "read(`${folder}/x`)", `read("../x")`, `read('C:\\\\x')`,
  ])("not where the code may tell one folder from the other: %s", (source) => {
    const [beside, chinese] = pair([source]);
    expect(sameRunAs(chinese, [beside], undefined)).toBeUndefined();
  });

  it("not where one cell of several may", () => {
    const [beside, chinese] = pair(["1", "process.cwd()", "2"]);
    expect(sameRunAs(chinese, [beside], undefined)).toBeUndefined();
  });

  it("and so do all committed ones", () => {
    for (const { named, notebook } of bothEditions()) expect(codeCells(notebook).map(({ source }) => source).filter(maySeeItsFolder), named).toEqual([]);
  });
});

it("takes outputs and counts of the cells that ran, keeps its own prose, and repeats no warning", () => {
  const [beside, chinese] = pair([{ markdown: "One" }, "1", " ", "2"], [{ markdown: "一" }, "1", " ", "2"]);
  const notebook = readNotebook(beside.path);
  const said = (text: string) => [{ output_type: "stream" as const, name: "stdout", text }];
  [said("one"), [], said("two")].forEach((outputs, i) => Object.assign(codeCells(notebook)[i], { outputs, execution_count: [1, null, 2][i] }));
  notebook.metadata.language_info = { name: "typescript" };
  const executed: ExecutedNotebook = { notebook, milliseconds: 1, warnings: ["a warning"] };
  const taken = withOutputsOf(executed, chinese);
  expect(taken.notebook.cells[0].source).toBe("一");
  expect(codeCells(taken.notebook).map(({ outputs, execution_count }) => [outputs, execution_count])).toEqual([[said("one"), 1], [[], null], [said("two"), 2]]);
  expect(taken.notebook.metadata.language_info).toEqual({ name: "typescript" });
  expect(taken.warnings).toEqual([]);
});
