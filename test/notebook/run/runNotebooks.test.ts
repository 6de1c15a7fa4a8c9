import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import type { Kernel } from "../../../src/notebook/kernel/kernel";
import type { Message } from "../../../src/notebook/kernel/message";
import type { NotebookFile } from "../../../src/notebook/run/findNotebooks";
import { defaultJobs, type RanNotebook, type RunOptions, runNotebooks } from "../../../src/notebook/run/runNotebooks";
import { type SmallCell, temporaryFolder, writeNotebook } from "../smallNotebook";

/** Kernels that print each cell's own text, or fail where it says so; `log` tells what happens in order. */
function madeKernels(log: string[] = []) {
  let [running, most] = [0, 0];
  const kernel = {
    connection: { folder: "/none" }, kill: () => undefined, quiet: async () => undefined, shutdown: async () => undefined,
    execute: async (source: string, { onOutput }: { onOutput: (message: Message) => void }) => {
      most = Math.max(most, ++running);
      log.push(source);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      onOutput({ header: { msg_type: "stream" }, content: { name: source.startsWith("bad") ? "stderr" : "stdout", text: `${source.split(" ")[0]}\n` } } as unknown as Message);
      return { status: source.startsWith("bad") ? "error" : "ok" };
    },
  } as unknown as Kernel;
  return { options: { kernel: Promise.resolve({ kernel, languageInfo: { name: "typescript" } }) } as RunOptions, log, most: () => most };
}

function notebooks(folder: string, of: Readonly<Record<string, readonly SmallCell[]>>): NotebookFile[] {
  return Object.entries(of).map(([copy, cells]) => {
    mkdirSync(join(folder, copy, ".."), { recursive: true });
    return { path: writeNotebook(folder, cells, copy), named: copy, copy };
  });
}
const printed = (path: string) => (JSON.parse(readFileSync(path, "utf8")) as { cells: { outputs: { text: string[] }[] }[] }).cells.map(({ outputs }) => outputs.map(({ text }) => text.join("")).join(""));
const told = (log: string[]) => ({
  started: ({ named }: NotebookFile) => void log.push(`start ${named}`), cell: ({ named }: NotebookFile, { n, of }: { n: number; of: number }) => void log.push(`${named} ${n}/${of}`),
  finished: ({ named }: NotebookFile, { outcome }: RanNotebook) => void log.push(`${outcome} ${named}`), failed: ({ named }: NotebookFile, error: unknown) => void log.push(`failed ${named}: ${(error as Error).message.split(" › ").at(-1)}`),
});

it("one after the other, each is brought up to date and told; one that is current is not touched", async () => {
  const folder = temporaryFolder();
  const files = notebooks(folder, { "a.ipynb": ["a1", "a2"], "b.ipynb": ["b1"] });
  const { options, log, most } = madeKernels();
  const ran = await runNotebooks(files, { ...options, jobs: 1, progress: told(log) });
  expect(log).toEqual(["start a.ipynb", "a.ipynb 1/2", "a1", "a.ipynb 2/2", "a2", "updated a.ipynb", "start b.ipynb", "b.ipynb 1/1", "b1", "updated b.ipynb"]);
  expect([most(), ran.map(({ outcome, ranAs, differences, milliseconds }) => [outcome, ranAs, differences.length, milliseconds >= 0 && milliseconds < 60_000])]).toEqual([1, [["updated", undefined, expect.any(Number), true], ["updated", undefined, expect.any(Number), true]]]);
  expect(ran.every(({ differences }) => differences.length > 0)).toBe(true);
  expect(files.map(({ path }) => printed(path))).toEqual([["a1\n", "a2\n"], ["b1\n"]]);
  const before = files.map(({ path }) => readFileSync(path, "utf8"));
  const again = await runNotebooks(files, { ...options, jobs: 1 });
  expect(again.map(({ outcome, differences }) => [outcome, differences])).toEqual([["unchanged", []], ["unchanged", []]]);
  expect(files.map(({ path }) => readFileSync(path, "utf8"))).toEqual(before);
});

it("several side by side, as many as are asked for; what became of each stands in the order given", async () => {
  const files = notebooks(temporaryFolder(), { "a.ipynb": ["a1", "a2", "a3"], "b.ipynb": ["b1"], "c.ipynb": ["c1"] });
  const { options, log, most } = madeKernels();
  const ran = await runNotebooks(files, { ...options, jobs: 2, progress: { finished: ({ named }) => void log.push(named) } });
  expect(most()).toBe(2);
  expect(log.indexOf("b.ipynb")).toBeLessThan(log.indexOf("a.ipynb"));
  expect(ran.map(({ executed }) => executed.notebook.cells[0].source)).toEqual(["a1", "b1", "c1"]);
  expect([1, 2]).toContain(defaultJobs());
});

it("copies go to their folder, by their names, and the notebooks stay as they are", async () => {
  const folder = temporaryFolder();
  const files = notebooks(folder, { "a.ipynb": ["1"], "zh/a.ipynb": [{ markdown: "一" }, "1"] });
  const before = readFileSync(files[0].path, "utf8");
  const { options, log } = madeKernels();
  const ran = await runNotebooks(files, { ...options, out: join(folder, "out"), jobs: 1 });
  expect(ran.map(({ outcome, differences, ranAs }) => [outcome, differences, ranAs?.named])).toEqual([["copied", [], undefined], ["copied", [], "a.ipynb"]]);
  expect(log).toEqual(["1"]); // of two editions with the same code one runs
  expect([printed(join(folder, "out", "a.ipynb")), readFileSync(files[0].path, "utf8")]).toEqual([["1\n"], before]);
  expect(existsSync(join(folder, "out", "zh", "a.ipynb"))).toBe(true);
  await expect(runNotebooks(files.slice(0, 1), { ...options, out: join(files[0].path, "out") })).rejects.toThrow(/a\.ipynb\/out/);
  await expect(runNotebooks(files.slice(0, 1), { ...options, out: folder })).rejects.toThrow(/a\.ipynb/); // over itself
});

it("the first failure ends the others, and is the one that is told; what was done is written", async () => {
  const files = notebooks(temporaryFolder(), { "a.ipynb": ["a1"], "b.ipynb": ["bad b"], "c.ipynb": ["c1"] });
  const { options, log } = madeKernels();
  await expect(runNotebooks(files, { ...options, jobs: 1, progress: told(log) })).rejects.toThrow(/^b\.ipynb › cell 1 › /);
  expect(log).toEqual(["start a.ipynb", "a.ipynb 1/1", "a1", "updated a.ipynb", "start b.ipynb", "b.ipynb 1/1", "bad b", "failed b.ipynb: Error: bad"]);
  expect(files.map(({ path }) => printed(path)[0])).toEqual(["a1\n", "", ""]);
  const both = notebooks(temporaryFolder(), { "a.ipynb": ["bad a"], "b.ipynb": ["b1", "b2"] });
  await expect(runNotebooks(both, { ...options, jobs: 2 })).rejects.toThrow(/^a\.ipynb › cell 1/);
  expect(printed(both[1].path)).toEqual(["", ""]);
});

it("a run that was stopped before, or is stopped, ends with its reason", async () => {
  const files = notebooks(temporaryFolder(), { "a.ipynb": ["a1"], "b.ipynb": ["b1"] });
  const { options, log } = madeKernels();
  await expect(runNotebooks(files, { ...options, signal: AbortSignal.abort(new Error("before")) })).rejects.toThrow("before");
  expect(log).toEqual([]);
  const stop = new AbortController();
  await expect(runNotebooks(files, { ...options, jobs: 1, signal: stop.signal, progress: { cell: () => stop.abort(new Error("now")) } })).rejects.toThrow("now");
  expect(printed(files[1].path)).toEqual([""]);
});

it("a file that is no notebook is refused before anything runs", async () => {
  const files = notebooks(temporaryFolder(), { "a.ipynb": ["a1"] });
  const { options, log } = madeKernels();
  await expect(runNotebooks([...files, { path: "/none/b.ipynb", named: "b.ipynb", copy: "b.ipynb" }], options)).rejects.toThrow(/^b\.ipynb/);
  expect(log).toEqual([]);
});
