import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { CellTimeout, KernelError } from "../../../src/notebook/kernel/kernelErrors";
import type { Kernel } from "../../../src/notebook/kernel/kernel";
import type { Message } from "../../../src/notebook/kernel/message";
import type { Cell, CodeCell, Notebook } from "../../../src/notebook/nbformat/notebook";
import { type CellProgress, NotebookRun, type RunOptions } from "../../../src/notebook/run/notebookRun";

const folder = mkdtempSync(join(tmpdir(), "notebook-run-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a cell does: the messages of the kernel, how it ends, and what comes when it has. */
interface Play {
  readonly says?: readonly (readonly [type: string, content: Record<string, unknown>])[];
  readonly status?: "ok" | "error";
  readonly throws?: Error;
  /** Messages of an earlier cell, 1 for the first, that come while this one runs. */
  readonly late?: readonly [cell: number, text: string];
}

const stdout = (text: string) => ["stream", { name: "stdout", text }] as const;
const stderr = (text: string) => ["stream", { name: "stderr", text }] as const;
const shown = (text: string, display_id?: string) => ["display_data", { data: { "text/plain": text }, metadata: {}, ...(display_id && { transient: { display_id } }) }] as const;
const code = (source: string, play: Play = {}, tags?: readonly string[]): [CodeCell, Play] => [{ cell_type: "code", id: source.trim() || "empty", source, metadata: tags ? { tags } : {}, execution_count: 7, outputs: [{ output_type: "stream", name: "stdout", text: "old" }] }, play];
const text = (source: string): [Cell, Play] => [{ cell_type: "markdown", id: "text", source, metadata: {} }, {}];

/** A run on a kernel that does what the cells say. */
function run(cells: readonly (readonly [Cell, Play])[], options: RunOptions = {}, quiet: () => Promise<void> = async () => undefined) {
  const asked: { code: string; limitMs: number }[] = [];
  const log: string[] = [];
  const takers: ((message: Message) => void)[] = [];
  const message = ([msg_type, content]: readonly [string, Record<string, unknown>]) => ({ header: { msg_type }, content }) as unknown as Message;
  const kernel = {
    connection: { folder }, kill: () => void log.push("kill"), quiet: async (...waits: number[]) => (log.push(`quiet ${waits.join()}`), quiet()),
    execute: async (source: string, { limitMs, onOutput }: { limitMs: number; onOutput: (message: Message) => void }) => {
      asked.push({ code: source, limitMs });
      takers.push(onOutput);
      const { says = [], status = "ok", throws, late } = cells.find(([cell]) => cell.source === source)![1];
      if (late) takers[late[0] - 1](message(stderr(late[1])));
      for (const one of says) onOutput(message(one));
      if (throws) throw throws;
      return { status };
    },
  } as unknown as Kernel;
  const notebook: Notebook = { nbformat: 4, nbformat_minor: 5, metadata: { title: "kept" }, cells: cells.map(([cell]) => cell) };
  return { asked, log, takers, message, done: new NotebookRun(notebook, "a.ipynb", { kernel, languageInfo: { name: "typescript" } }, options).execute(folder) };
}
const outputsOf = (notebook: Notebook) => notebook.cells.flatMap((cell) => (cell.cell_type === "code" ? [[cell.execution_count, cell.outputs]] : []));
const failure = async (cells: readonly (readonly [Cell, Play])[], options?: RunOptions) => run(cells, options).done.then(() => "no failure", (error: Error) => error.message);

it("cells run one after the other, the empty ones left out; each has its outputs and its place", async () => {
  const progress: CellProgress[] = [];
  const { asked, log, done } = run([code("first", { says: [stdout("a"), stdout("b\n"), stderr("c"), stdout("d")] }), text("# One"), text("## *Two*\n\ntext"), code(" \n"), code("second", { says: [shown("x")] }), code("third")], { onCell: (at) => progress.push(at) });
  const { notebook, warnings, milliseconds } = await done;
  expect(outputsOf(notebook)).toEqual([
    [1, [{ output_type: "stream", name: "stdout", text: "ab\n" }, { output_type: "stream", name: "stderr", text: "c" }, { output_type: "stream", name: "stdout", text: "d" }]],
    [null, []], [2, [{ output_type: "display_data", data: { "text/plain": "x" }, metadata: {} }]], [3, []],
  ]);
  expect(notebook.metadata).toEqual({ title: "kept", kernelspec: { display_name: "TypeScript", language: "typescript", name: "tslab" }, language_info: { name: "typescript" } });
  expect(progress).toEqual([{ n: 1, of: 3, heading: undefined }, { n: 2, of: 3, heading: "Two" }, { n: 3, of: 3, heading: "Two" }]);
  expect(asked).toEqual(["first", "second", "third"].map((source) => ({ code: source, limitMs: 120_000 })));
  expect(log).toEqual(["quiet 200,2000"]);
  expect(warnings).toEqual([]);
  expect(milliseconds).toBeLessThan(60_000);
  expect(milliseconds).toBeGreaterThanOrEqual(0);
});

it("a notebook of no code is not waited for; the limit of a cell is the one asked for", async () => {
  expect((await Promise.all([run([text("# One")])].map(async ({ log, done }) => [(await done).notebook.cells.length, log])))[0]).toEqual([1, []]);
  const { asked, done } = run([code("a")], { cellTimeoutMs: 5_000 });
  await done;
  expect(asked[0].limitMs).toBe(5_000);
});

it("a display is updated where it stands, also by a later cell, and one that was never shown nowhere", async () => {
  const update = (words: string, display_id?: string) => ["update_display_data", { data: { "text/plain": words }, ...(display_id && { transient: { display_id } }) }] as const;
  const { notebook } = await run([code("a", { says: [shown("one", "i"), shown("two", "j"), shown("three", "i"), shown("four")] }), code("b", { says: [update("new", "i"), update("nobody", "k"), update("nobody")] })]).done;
  expect(outputsOf(notebook)).toEqual([[1, ["new", "two", "new", "four"].map((words) => ({ output_type: "display_data", data: { "text/plain": words }, metadata: {} }))], [2, []]]);
});

it("a cell that throws ends the run, told by its place; one that was to throw is told in its outputs", async () => {
  const throws: Play = { says: [stdout("before\n"), stderr("RangeError: too far\n    at cell-2:1:1\n")], status: "error" };
  const { asked, done } = run([text("# Here"), code("one"), code("two", throws), code("three")]);
  await expect(done).rejects.toThrow(/^a\.ipynb › cell 2 "Here" › RangeError: too far$/);
  expect(asked.map((one) => one.code)).toEqual(["one", "two"]);
  const began = performance.now();
  const { notebook } = await run([code("two", throws, ["other", "raises-exception"]), code("three")]).done;
  expect(performance.now() - began).toBeGreaterThan(240); // tslab aborts what comes sooner
  expect(outputsOf(notebook)).toEqual([[1, [{ output_type: "stream", name: "stdout", text: "before\n" }, { output_type: "error", ename: "RangeError", evalue: "too far", traceback: ["RangeError: too far"] }]], [2, []]]);
  expect(await failure([code("calm", {}, ["raises-exception"])])).toBe("a.ipynb › cell 1 › is tagged raises-exception but raised nothing");
  expect(await failure([code("calm", { says: [stderr("careful")] }, ["raises-exception"])])).toContain("raised nothing");
});

it("the compiler's complaint is told with its line", async () => {
  expect(await failure([code("ok"), code("let n = 1;\nn = true;", { says: [stderr("2:1 - Type 'boolean' is not assignable.\n")], status: "error" })])).toBe("a.ipynb › cell 2 › line 2:1 › Type 'boolean' is not assignable.\n  2 | n = true;\n    | ^");
});

it("an error that a cell left behind ends the run in the cell where it is from", async () => {
  const behind = "UnhandledPromiseRejection: Error: late\n    at cell-1:1:1\n";
  const told = "Error: late (nothing awaited it, so the cell had gone on)";
  expect(await failure([text("# A"), code("one"), text("# B"), code("two", { says: [stderr("UncaughtException: Error: late\n")] }), code("three")])).toBe(`a.ipynb › cell 2 "B" › ${told}`);
  expect(await failure([text("# A"), code("one"), text("# B"), code("two", { says: [stderr(behind)] })])).toBe(`a.ipynb › cell 1 "A" › ${told}`);
  expect(await failure([code("one"), code("two", { late: [1, behind] })])).toBe(`a.ipynb › cell 1 › ${told}`);
  const atLast = run([code("one")], {}, async () => atLast.takers[0](atLast.message(stderr(behind))));
  await expect(atLast.done).rejects.toThrow(told);
});

it("what comes after a cell's end is warned of, and what reads otherwise tomorrow", async () => {
  const late = run([code("one"), code("two", { says: [stdout("since 2026-01-02T03:04\n")] }), code("three")], {}, async () => late.takers[2](late.message(stdout("late"))));
  expect((await late.done).warnings).toEqual([
    "a.ipynb › cell 3 wrote more after it had ended: await what it starts, or that output may move to another cell",
    "a.ipynb › cell 2 shows a time (2026-01-02T03:04): it will read otherwise elsewhere or tomorrow",
  ]);
});

it("what the kernel refuses is the cell's failure; any other error stays what it is", async () => {
  expect(await failure([code("one"), code("two", { throws: new CellTimeout(120_000, "interrupted") })])).toBe("a.ipynb › cell 2 › ran past its limit of 120 s and was interrupted (--cell-timeout changes the limit)");
  expect(await failure([code("one", { throws: new TypeError("ours") })])).toBe("ours");
  const atLast = run([code("one"), code("two")], {}, async () => {
    throw new KernelError("died");
  });
  await expect(atLast.done).rejects.toThrow(/^a\.ipynb › cell 2 › died$/);
});

it("a run that is stopped kills its kernel and ends with the reason; one that is done hears no more of it", async () => {
  const stop = new AbortController();
  const stopped = run([code("one", { throws: new KernelError("killed") })], { signal: stop.signal, onCell: () => stop.abort(new Error("Ctrl-C")) });
  await expect(stopped.done).rejects.toThrow("Ctrl-C");
  expect(stopped.log).toEqual(["kill"]);
  const never = run([code("one")], { signal: AbortSignal.abort(new Error("before")) });
  await expect(never.done).rejects.toThrow("before");
  expect(never.asked).toEqual([]);
  const after = new AbortController();
  const done = run([code("one")], { signal: after.signal });
  await done.done;
  after.abort();
  expect(done.log).toEqual(["quiet 200,2000"]);
});
