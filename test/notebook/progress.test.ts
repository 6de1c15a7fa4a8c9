import { expect, test, vi } from "vitest";
import type { Notebook } from "../../src/notebook/nbformat/notebook";
import { lineProgress, summaryLine, terminalProgress } from "../../src/notebook/run/progress";
import type { Outcome, RanNotebook } from "../../src/notebook/run/runNotebooks";

const files = ["a", "b", "c"].map((name) => ({ path: `/x/${name}.ipynb`, named: `${name}.ipynb`, copy: `${name}.ipynb` }));
const ran = (outcome: Outcome, differences: RanNotebook["differences"] = []): RanNotebook =>
  ({ outcome, differences, milliseconds: 1234, executed: { notebook: {} as Notebook, milliseconds: 1000, warnings: [] } });

test("in a log, each notebook is one line when it is done", () => {
  const lines: string[] = [];
  const progress = lineProgress((line) => lines.push(line));
  progress.started(files[0]);
  progress.cell(files[0], { n: 1, of: 2 });
  progress.finished(files[0], ran("updated", [{ cell: 1, output: 2, where: "stdout, line 1", was: "a", is: "b" }, { where: "x", was: "", is: "" }]));
  progress.failed(files[1], new Error("told elsewhere"));
  progress.finished(files[2], { ...ran("unchanged"), ranAs: files[0] });
  expect(lines).toEqual(["✔ a.ipynb  1.2 s  updated: cell 1, output 2, stdout, line 1: was a, is b (and 1 more)", "✖ b.ipynb", "✔ c.ipynb  ran as a.ipynb  unchanged"]);
});

test("on a terminal, what is done, failed and not run is shown to the end, and the end comes", async () => {
  const written: string[] = [];
  const spies = [vi.spyOn(process.stdout, "write"), vi.spyOn(process.stderr, "write")].map((spy) => spy.mockImplementation((text) => written.push(String(text)) > 0));
  const progress = terminalProgress(files, 2);
  progress.started(files[0]);
  progress.cell(files[0], { n: 1, of: 2, heading: "标题" });
  progress.finished(files[0], ran("unchanged"));
  progress.failed(files[1], new Error("told elsewhere"));
  await progress.end();
  spies.forEach((spy) => spy.mockRestore());
  const text = written.join("");
  for (const shown of ["a.ipynb  1.2 s  unchanged", "b.ipynb failed", "c.ipynb  not run"]) expect(text).toContain(shown);
  expect(text).not.toContain("told elsewhere");
});

test("the summary counts what became of all", () => {
  expect(summaryLine([ran("updated"), ran("unchanged"), ran("unchanged")], 61_000)).toBe("3 notebooks in 61.0 s: 1 updated, 2 unchanged");
  expect(summaryLine([ran("copied")], 900)).toBe("1 notebook in 0.9 s: 1 copied");
});
