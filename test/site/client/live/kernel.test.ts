// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { defaultReadings } from "../../../../src/sfrc/readings";
import { TypeAssist } from "../../../../src/site/client/live/assist";
import { PageKernel, Stopped } from "../../../../src/site/client/live/kernel";
import { LIVE } from "../../../../src/site/client/live/words";

type Asked = Readonly<Record<string, unknown>> & { readonly id: number; readonly kind: string };

/** A worker that answers nothing by itself. */
class FakeWorker extends EventTarget {
  readonly asked: Asked[] = [];
  ended = false;
  constructor() {
    super();
    workers.push(this);
  }
  terminate(): void {
    this.ended = true;
  }
  postMessage(question: Asked): void {
    this.asked.push(question);
  }
  answer(answer: object, k = -1): void {
    this.dispatchEvent(new MessageEvent("message", { data: { id: this.asked.at(k)!.id, ...answer } }));
  }
}
let workers: FakeWorker[] = [];
let loaded: string[] = [];
/** Scripts that cannot be loaded, or that say nothing. */
let missing: string[] = [];
let silent: string[] = [];
let sources: unknown[] = [];
let page = 0;

beforeEach(() => {
  [workers, loaded, missing, silent, sources] = [[], [], [], [], []];
  page += 1; // scripts are known by their addresses, for as long as the page is there
  vi.stubGlobal("Worker", FakeWorker);
  vi.stubGlobal("Blob", class { constructor(parts: string[]) { sources.push(parts); } });
  Object.assign(URL, { createObjectURL: () => "blob:x" });
  vi.spyOn(document.head, "append").mockImplementation((loader) => {
    const { onerror, onload } = loader as unknown as { onerror: () => void; onload: () => void };
    const name = (loader as HTMLScriptElement).getAttribute("src")!.replace(/\d+$/, "");
    loaded.push(name);
    queueMicrotask(() => {
      if (missing.includes(name)) return onerror();
      if (!silent.includes(name)) (window as unknown as Record<string, (given: unknown) => void>)[name](name === "sojournFiles" ? { a: "b" } : `${name}'s text`);
      onload();
    });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const kernel = (language: "en" | "zh" = "en") => new PageKernel(language, { kernel: `sojournKernel${page}`, files: `sojournFiles${page}`, formats: `sojournFormats${page}` });
const settled = () => new Promise((resolve) => { setTimeout(resolve); });
const file = (path: string, ...bytes: number[]) => ({ path, content: Uint8Array.from(bytes) });
const kinds = (worker: FakeWorker) => worker.asked.map(({ id, kind }) => `${id} ${kind}`);

it("begins with the first question, one worker of the text and the files that its scripts bring; answers find their questions", async () => {
  const one = kernel("zh");
  const [run, exercise, panel, share] = [one.run("1 + 1"), one.exercise("4a", { step: 1 }), one.panel(), one.allReadings(64)];
  await settled();
  expect([workers.length, loaded.sort(), sources]).toEqual([1, ["sojournFiles", "sojournKernel"], [['globalThis.sojournProject={"a":"b"};', "sojournKernel's text"]]]);
  const [{ asked }] = workers;
  expect(asked).toEqual([
    { id: 1, kind: "run", language: "zh", source: "1 + 1" }, { id: 2, kind: "exercise", language: "zh", exercise: "4a", step: 1 }, { id: 3, kind: "panel", language: "zh" }, { id: 4, kind: "allReadings", language: "zh", from: 64 },
  ]);
  workers[0].answer({ share: "share" }, 3);
  workers[0].answer({ said: "hint 1" }, 1);
  workers[0].answer({ panel: "state" }, 2);
  workers[0].answer({ result: "2" }, 0);
  workers[0].dispatchEvent(new MessageEvent("message", { data: { id: 99 } }));
  expect(await Promise.all([run, exercise, panel, share])).toEqual(["2", "hint 1", "state", "share"]);
});

it("a worker that is stopped, or ends, tells what waits; the next one is given the reader's files, their library and the readings again", async () => {
  const one = kernel();
  const run = one.run("x");
  await settled();
  one.stop("enough");
  await expect(run).rejects.toThrow(expect.objectContaining({ name: "Stopped", message: "enough" }));
  expect(workers[0].ended).toBe(true);
  await one.start();
  const given = one.files([file("/own/a.csv", 97, 44), file("/own/b.csv.gz", 0x1f, 0x8b, 8, 0, 1)]);
  await settled();
  expect(kinds(workers[1])).toEqual(["2 formats"]);
  workers[1].answer({ done: true });
  await settled();
  workers[1].answer({ done: true });
  await given;
  void one.panel({ age: "withAge" } as never).catch(() => undefined);
  await settled();
  expect(workers[1].asked).toMatchObject([{ id: 2, kind: "formats", source: "sojournFormats's text" }, { id: 3, kind: "files", files: [{ path: "/own/a.csv" }, { path: "/own/b.csv.gz" }] }, { id: 4, kind: "panel", change: { age: "withAge" } }]);
  const share = one.allReadings(0);
  await settled();
  workers[1].dispatchEvent(Object.assign(new Event("error"), { message: "" }));
  expect(await share).toBe(undefined);
  void one.run("y").catch(() => undefined);
  await settled();
  expect(workers[2].asked.map(({ id, kind }) => `${id} ${kind}`)).toEqual(["0 formats", "0 files", "0 panel", "6 run"]);
  expect(workers[2].asked[1]).toMatchObject({ files: [{ path: "/own/a.csv" }, { path: "/own/b.csv.gz" }] });
  expect(workers[2].asked[2]).toMatchObject({ language: "en", change: { age: "withAge" } });
});

it.each([["", LIVE.workerEnded.zh], ["out of memory", "out of memory"]])("a worker that ends by itself with %j says why", async (message, why) => {
  const run = kernel("zh").run("x");
  await settled();
  workers[0].dispatchEvent(Object.assign(new Event("error"), { message }));
  await expect(run).rejects.toThrow(new Stopped(why));
});

it("a question that could not be answered is told why; the others are answered", async () => {
  const one = kernel("zh");
  const [run, other] = [one.run("x"), one.run("y")];
  await settled();
  workers[0].answer({ trouble: "无法发送" }, 0);
  workers[0].answer({ result: "y" }, 1);
  await expect(run).rejects.toThrow("无法发送");
  expect(await other).toBe("y");
});

it.each<[string, number[], boolean]>([
  ["a workbook", [0x50, 0x4b, 3, 4, 20], true], ["Parquet", [0x50, 0x41, 0x52, 0x31, 9], true], ["what is packed", [0x1f, 0x8b, 8, 0], true], ["text", [0x61, 0x50, 0x4b, 3, 4], false], ["half a mark", [0x50, 0x4b, 3], false], ["nothing", [], false],
])("for %s the library comes, where it is needed, once", async (_, bytes, needed) => {
  const one = kernel();
  await one.start();
  for (let k = 0; k < 2; k++) {
    const given = one.files([file("/own/a", 97), file("/own/b", ...bytes)]);
    await settled();
    if (needed && k === 0) {
      workers[0].answer({ done: true });
      await settled();
    }
    workers[0].answer({ done: true });
    await given;
  }
  await Promise.all([one.files([{ path: "/own/none", content: undefined }]), settled().then(() => workers[0].answer({ done: true }))]);
  expect(workers[0].asked.map(({ kind }) => kind)).toEqual([...(needed ? ["formats"] : []), "files", "files", "files"]);
});

it("readings hold for a worker to come only once some were chosen", async () => {
  const one = kernel();
  void one.panel().catch(() => undefined);
  await settled();
  one.stop("");
  void one.panel({ ...defaultReadings }).catch(() => undefined);
  await settled();
  expect(kinds(workers[1])).toEqual(["0 panel", "2 panel"]);
});

it("a script that cannot be loaded, or that says nothing, is named, and asked for again by the next question", async () => {
  const one = kernel();
  missing = ["sojournKernel"];
  await expect(one.run("x")).rejects.toThrow(`sojournKernel${page} cannot be loaded`);
  [missing, silent] = [[], ["sojournKernel"]];
  await expect(one.run("x")).rejects.toThrow(`sojournKernel${page}: nothing in it`);
  silent = [];
  const run = one.run("x");
  await settled();
  workers[0].answer({ result: "at last" });
  expect([await run, workers.length, loaded]).toEqual(["at last", 1, ["sojournKernel", "sojournFiles", "sojournKernel", "sojournKernel"]]);
});

it("what knows the types is asked of a cell with the cells above it, in one worker, whose script is tried again", async () => {
  const assist = new TypeAssist({ types: `sojournTypeWorker${page}`, declarations: `sojournTypes${page}` }).for(() => ["a", "b"]);
  missing = ["sojournTypes"];
  await expect(assist.diagnostics("c")).rejects.toThrow("cannot be loaded");
  missing = [];
  const [faults, completions, hover] = [assist.diagnostics("c"), assist.completions("c.", 2), assist.hover("cd", 1)];
  await settled();
  expect([workers.length, workers[0].asked, sources.at(-1)]).toEqual([1, [
    { id: 1, kind: "diagnostics", above: ["a", "b"], text: "c", at: 0 }, { id: 2, kind: "completions", above: ["a", "b"], text: "c.", at: 2 }, { id: 3, kind: "hover", above: ["a", "b"], text: "cd", at: 1 },
  ], ['globalThis.sojournTypes="sojournTypes\'s text";', "sojournTypeWorker's text"]]);
  for (const k of [2, 0, 1]) workers[0].answer({ answer: `answer ${k}` }, k);
  expect(await Promise.all([faults, completions, hover])).toEqual(["answer 0", "answer 1", "answer 2"]);
});
