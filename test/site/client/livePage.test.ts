// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { defaultReadings, readingEntries } from "../../../src/sfrc/readings";
import { editLink } from "../../../src/site/client/live/editLink";
import { LivePage } from "../../../src/site/client/live/page";
import { LIVE } from "../../../src/site/client/live/words";

const asked: { kind: string; source?: string; change?: unknown; files?: unknown }[] = [];
let broken: string | undefined;
let never: string | undefined;
let missing: string | undefined;
let panel: unknown;
/** What the outputs of each cell say that they were made from. */
let origin: Record<string, unknown> = {};
let workers = 0;
const given: Readonly<Record<string, readonly [string, unknown]>> = {
  "kernel.js": ["sojournKernel", "kernel"], "kernel2.js": ["sojournKernel", "kernel"], "files.js": ["sojournFiles", {}],
  "notebook.js": ["sojournNotebook", { nbformat: 4, cells: [{ id: "cell-1", source: "a" }, { id: "cell-2", source: "b" }, { id: "cell-3", source: "c" }] }],
};
vi.mock("../../../src/site/client/loadScript", () => ({
  loadScript: (address: string) => {
    if (address === missing) return Promise.reject(new Error(`${address} is not there`));
    const [name, value] = given[address];
    (window as unknown as Record<string, (one: unknown) => void>)[name](value);
    return Promise.resolve();
  },
}));

/** Answers every cell with its own text, but for one that fails and one that never ends. */
class FakeWorker extends EventTarget {
  constructor() {
    super();
    workers += 1;
  }
  terminate(): void {}
  postMessage(question: { id: number; kind: string; source?: string }): void {
    asked.push(question);
    if (question.id === 0 || (question.source !== undefined && question.source === never)) return;
    const result = { outputs: [{ output_type: "stream", name: "stdout", text: `ran ${question.source ?? ""}`, metadata: { sojourn: origin[question.source!] } }], ...(question.source === broken && { error: { name: "RangeError", message: "no" } }) };
    const answer = question.kind === "panel" ? { panel: panel ?? { error: "none", readings: defaultReadings } } : question.kind === "run" ? { result } : {};
    queueMicrotask(() => this.dispatchEvent(new MessageEvent("message", { data: { id: question.id, ...answer } })));
  }
}

const body = (needsNode = "") => `<main data-notebook="01" data-version="7"><section>intro</section>${["a", "b", "c"].map((text, i) =>
  `<section class="cell" id="cell-${i + 1}"${text === needsNode ? " data-needs-node" : ""}><details class="code"><summary>code</summary><pre>${text}</pre></details><div class="outputs">old ${text}</div></section>`).join("")}</main>`;
const ADDRESSES = { kernel: "kernel.js", files: "files.js", formats: "formats.js", editor: "e", word: "w", notebook: "notebook.js", types: "t", declarations: "d" };
const page = (needsNode?: string, language: "en" | "zh" = "en") => {
  document.body.innerHTML = body(needsNode);
  return new LivePage(language, ADDRESSES);
};
const ran = () => asked.filter(({ kind }) => kind === "run").map(({ source }) => source);
const status = (cell: { section: HTMLElement }) => cell.section.querySelector("[role=status]")!.textContent;
const button = (text: string, within: ParentNode = document) => [...within.querySelectorAll("button")].find(({ textContent }) => textContent === text)!;

beforeEach(() => {
  asked.length = 0;
  [broken, never, missing, panel, workers, origin] = [undefined, undefined, undefined, undefined, 0, {}];
  vi.stubGlobal("Worker", FakeWorker);
  URL.createObjectURL = () => "blob:x";
  Element.prototype.scrollIntoView = () => undefined;
  localStorage.clear();
  history.replaceState(null, "", "#");
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a live page", () => {
  it("loads nothing until it is needed, and one worker then", async () => {
    const live = page();
    expect([live.cells.length, workers]).toEqual([3, 0]);
    await live.ready();
    await live.ready();
    expect([workers, ran()]).toEqual([1, []]);
  });

  it("runs a cell, another text where one is given, one after the other", async () => {
    const live = page();
    const both = await Promise.all([live.run(live.cells[1]), live.run(live.cells[0], "2 + 2")]);
    expect([ran(), both.map(({ error }) => error), live.cells[0].text, live.cells[1].hasRun]).toEqual([["b", "2 + 2"], [undefined, undefined], "2 + 2", true]);
    expect(live.cells[1].section.querySelector(".outputs")!.textContent).toContain("ran b");
  });

  it("its button runs what stands above and has not run, once, and ends at the first error", async () => {
    const live = page();
    const run = (cell: number) => button(`▶ ${LIVE.run.en}`, live.cells[cell].section).click();
    run(1);
    await expect.poll(() => ran()).toEqual(["a", "b"]);
    await expect.poll(() => live.cells[1].hasRun).toBe(true);
    run(2);
    await expect.poll(() => ran()).toEqual(["a", "b", "c"]);
    await expect.poll(() => live.cells[2].hasRun).toBe(true);
    broken = "a";
    button(`▶ ${LIVE.runAll.en}`).click();
    await expect.poll(() => status(live.cells[0])).toBe(`✗ ${LIVE.failed.en}`);
    await live.run(live.cells[1]);
    expect(ran()).toEqual(["a", "b", "c", "a", "b"]);
  });

  it("a cell that needs Node keeps its committed output, unless the reader wrote another text", async () => {
    const live = page("b");
    expect(await live.run(live.cells[1])).toEqual({ outputs: [] });
    expect([ran(), status(live.cells[1]), live.cells[1].hasRun, live.cells[1].section.querySelector(".outputs")!.textContent]).toEqual([[], LIVE.needsNode.en, true, "old b"]);
    await live.run(live.cells[1], "mine");
    await live.run(live.cells[0]);
    expect(ran()).toEqual(["mine", "a"]);
  });

  it("stops a cell on demand and says so; nothing counts as run then", async () => {
    const live = page();
    await live.run(live.cells[0]);
    never = "b";
    const running = live.run(live.cells[1]);
    await expect.poll(() => ran()).toEqual(["a", "b"]);
    button(`■ ${LIVE.stop.en}`, live.cells[1].section).click();
    expect((await running).error).toEqual({ name: "Stopped", message: LIVE.stopped.en });
    expect([live.cells[0].hasRun, live.cells[1].hasRun]).toEqual([false, false]);
    await live.run(live.cells[2]);
    expect(workers).toBe(2);
  });

  it("a cell without end is stopped after twenty seconds", async () => {
    const live = page();
    await live.ready();
    vi.useFakeTimers();
    never = "a";
    const running = live.run(live.cells[0]);
    await vi.advanceTimersByTimeAsync(19_900);
    expect(live.cells[0].section.getAttribute("aria-busy")).toBe("true");
    await vi.advanceTimersByTimeAsync(200);
    expect((await running).error!.name).toBe("Stopped");
  });

  it("says in a cell why its package cannot be loaded, and tries again with the next", async () => {
    vi.resetModules();
    const { LivePage: Fresh } = await import("../../../src/site/client/live/page.js");
    document.body.innerHTML = body();
    const live = new Fresh("en", { ...ADDRESSES, kernel: "kernel2.js" });
    missing = "kernel2.js";
    expect((await live.run(live.cells[0])).error).toEqual({ name: "Error", message: "kernel2.js is not there" });
    expect([status(live.cells[0]), live.cells[0].section.getAttribute("aria-busy"), live.cells[0].section.querySelector(".outputs")!.textContent]).toEqual([`✗ ${LIVE.failed.en}`, "false", "Error: kernel2.js is not there"]);
    missing = undefined;
    expect((await live.run(live.cells[1])).error).toBe(undefined);
  });

  it("is reset: a new worker, and no word of what was", async () => {
    const live = page();
    await live.run(live.cells[0]);
    expect(status(live.cells[0])).not.toBe("");
    button(LIVE.reset.en).click();
    await expect.poll(() => workers).toBe(2);
    expect(live.cells.map(status)).toEqual(["", "", ""]);
    expect(live.cells[0].hasRun).toBe(false);
  });

  it("looks at the readings after a cell where their panel is open", async () => {
    const live = page();
    await live.run(live.cells[0]);
    expect(asked.some(({ kind }) => kind === "panel")).toBe(false);
    document.querySelector<HTMLDetailsElement>(".live-readings")!.open = true;
    await live.run(live.cells[0]);
    expect(asked.some(({ kind }) => kind === "panel")).toBe(true);
  });

  it("keeps the reader's texts for the next visit, and gives them with the notebook", async () => {
    localStorage.setItem("sojourn-cells:en/01:7", JSON.stringify({ "cell-2": "mine\nof two lines" }));
    const live = page();
    expect(live.cells.map(({ text }) => text)).toEqual(["a", "mine\nof two lines", "c"]);
    let saved: Blob | undefined;
    URL.createObjectURL = (blob) => ((saved = blob as Blob), "blob:x");
    URL.revokeObjectURL = () => undefined;
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) { expect(this.download).toBe("01.ipynb"); });
    button(LIVE.download.en).click();
    await expect.poll(() => saved).toBeDefined();
    const reader = new FileReader();
    const text = await new Promise<string>((resolve) => { reader.onload = () => resolve(reader.result as string); reader.readAsText(saved!); });
    expect(JSON.parse(text)).toEqual({ nbformat: 4, cells: [{ id: "cell-1", source: "a" }, { id: "cell-2", source: ["mine\n", "of two lines"] }, { id: "cell-3", source: "c" }] });
    vi.restoreAllMocks();
  });
});

describe("readings and data on a live page", () => {
  const inForce = (readings: Record<string, string>, synthetic = true) => ({ readings: { ...defaultReadings, ...readings }, study: { id: "sfrc", title: { en: "", zh: "" }, hypotheses: [], groups: [] }, files: [], synthetic, inForce: { data: ["d"], readings: { ...defaultReadings, ...readings }, version: "1" }, verdicts: [] });
  const made = (readings: Record<string, string>) => ({ data: ["d"], readings, version: "1" });
  const stale = (live: LivePage) => live.cells.map(({ section }) => !section.querySelector<HTMLElement>(".live-stale")!.hidden);
  const open = async () => {
    const details = document.querySelector<HTMLDetailsElement>(".live-readings")!;
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
    await expect.poll(() => asked.some(({ kind }) => kind === "panel")).toBe(true);
    asked.length = 0;
  };

  it("are looked at when their panel is opened, not when it is closed", async () => {
    page();
    await open();
    const details = document.querySelector<HTMLDetailsElement>(".live-readings")!;
    details.open = false;
    details.dispatchEvent(new Event("toggle"));
    await Promise.resolve();
    expect(asked).toEqual([]);
  });

  it("mark what departs from them; a choice runs all that it needs again, to the last such cell, and names only what is no default", async () => {
    const live = page();
    origin = { a: made({ gender: "male" }), b: made({ gender: "female" }), c: made({}) };
    panel = inForce({});
    for (const cell of live.cells) await live.run(cell);
    await open();
    await expect.poll(() => stale(live)).toEqual([true, false, false]);
    origin.b = made({ gender: "male" });
    panel = inForce({ gender: "male" });
    const select = document.querySelectorAll<HTMLSelectElement>(".live-readings select")[readingEntries.findIndex(({ name }) => name === "gender")];
    select.value = "male";
    select.dispatchEvent(new Event("change"));
    await expect.poll(ran).toEqual(["a", "b"]);
    expect(asked.find(({ change }) => change)!.change).toEqual({ gender: "male" });
    await expect.poll(() => stale(live)).toEqual([false, false, false]);
    origin.b = made({ gender: "female" });
    await live.run(live.cells[1]);
    await expect.poll(() => stale(live)).toEqual([false, true, false]);
    broken = "a";
    asked.length = 0;
    button(LIVE.rerun.en).click();
    await expect.poll(() => status(live.cells[0])).toBe(`✗ ${LIVE.failed.en}`);
    await live.run(live.cells[2]);
    expect(ran()).toEqual(["a", "c"]);
  });

  it("are the reader's own once a file is chosen: every cell runs on it, the mark of the stand-in goes and comes back with it", async () => {
    const live = page();
    const mark = document.querySelector("main")!.insertAdjacentElement("afterbegin", Object.assign(document.createElement("p"), { className: "synthetic" })) as HTMLElement;
    panel = inForce({}, false);
    const choose = (name: string): void => {
      const input = document.querySelector<HTMLInputElement>(".live-data input")!;
      Object.defineProperty(input, "files", { configurable: true, value: [{ name, arrayBuffer: () => Promise.resolve(new TextEncoder().encode("a,b").buffer) }] });
      input.dispatchEvent(new Event("change"));
    };
    choose("mine.csv");
    await expect.poll(ran).toEqual(["a", "b", "c"]);
    await expect.poll(() => document.querySelector(".live-data [role=status]")!.textContent).toBe(`${LIVE.dataTaken.en}: mine.csv`);
    expect([mark.hasAttribute("hidden"), workers]).toEqual([true, 2]);
    asked.length = 0;
    panel = inForce({});
    button(LIVE.dataBack.en).click();
    await expect.poll(() => mark.hasAttribute("hidden")).toBe(false);
    expect(ran()).toEqual([]);
    panel = undefined;
    choose("other.csv");
    await expect.poll(() => document.querySelector(".live-data [role=status]")!.textContent).toBe(`✗ ${LIVE.dataRefused.en} none`);
    expect(live.cells.length).toBe(3);
  });
});

describe("the package on a live page", () => {
  it("begins to load when somebody reaches for what runs cells, and not before", async () => {
    page();
    const reach = (selector: string, kind: string) => document.querySelector(selector)!.dispatchEvent(new Event(kind, { bubbles: true }));
    reach("main > section", "pointerover");
    reach("pre", "focusin");
    await new Promise((resolve) => { setTimeout(resolve); });
    expect(workers).toBe(0);
    reach(".cell .live-tools button", "pointerover");
    await expect.poll(() => workers).toBe(1);
  });

  it("gives each cell the texts above it, keeps what is edited, and goes on to the next cell", async () => {
    const live = page();
    let options: { changed: (text: string) => void; run: () => void } | undefined;
    Object.assign(window, { sojournEditor: (_: unknown, __: unknown, given: typeof options) => { options = given; return { focus: () => undefined, set: () => undefined, mark: () => undefined }; } });
    await live.cells[1].edit();
    options!.changed("mine");
    expect(localStorage.getItem("sojourn-cells:en/01:7")).toBe('{"cell-2":"mine"}');
    options!.run();
    expect(document.activeElement === live.cells[2].section.querySelector("button")).toBe(true);
    options!.changed("b");
    expect(localStorage.getItem("sojourn-cells:en/01:7")).toBe("{}");
    await live.cells[2].edit();
    options!.run();
    await expect.poll(() => ran().includes("c")).toBe(true);
    Reflect.deleteProperty(window, "sojournEditor");
  });
});

describe("a text that the address brings", () => {
  const carried = (cell: string, text: string) => history.replaceState(null, "", new URL(editLink("http://localhost/01.html", { cell, text })!).hash);

  it("is shown and taken only where the reader says so; it is never run by itself", () => {
    carried("cell-2", "theirs");
    const live = page();
    const notice = document.querySelector("main > .live-carried")!;
    expect([notice.querySelector("pre")!.textContent, notice.textContent!.includes(`${LIVE.linkBrought.en} 2`), live.cells[1].text, ran()]).toEqual(["theirs", true, "b", []]);
    button(LIVE.linkTake.en).click();
    expect([live.cells[1].text, document.querySelector(".live-carried"), localStorage.getItem("sojourn-cells:en/01:7"), ran()]).toEqual(["theirs", null, '{"cell-2":"theirs"}', []]);
  });

  it("may be left", () => {
    carried("cell-2", "theirs");
    const live = page();
    button(LIVE.linkLeave.en).click();
    expect([live.cells[1].text, document.querySelector(".live-carried")]).toEqual(["b", null]);
  });

  it("is said to be broken where no cell has its name, or nothing can be read", () => {
    for (const prepare of [() => carried("cell-9", "x"), () => history.replaceState(null, "", "#edit=***")]) {
      prepare();
      page(undefined, "zh");
      expect(document.querySelector(".live-carried")!.textContent).toBe(LIVE.linkBroken.zh);
    }
    history.replaceState(null, "", "#anchor");
    page();
    expect(document.querySelector(".live-carried")).toBeNull();
  });

  it("is made into a link that says it is copied, or that the text is too long", async () => {
    const live = page();
    let copied = "";
    Object.defineProperty(navigator, "clipboard", { configurable: true, value: { writeText: (text: string) => ((copied = text), Promise.resolve()) } });
    button(LIVE.link.en, live.cells[0].section).click();
    await expect.poll(() => status(live.cells[0])).toBe(LIVE.linkCopied.en);
    expect([copied, location.hash]).toEqual([editLink(location.href, { cell: "cell-1", text: "a" }), new URL(copied).hash]);
    live.cells[0].setText("x".repeat(4000));
    button(LIVE.link.en, live.cells[0].section).click();
    await expect.poll(() => status(live.cells[0])).toBe(LIVE.linkLong.en);
    Reflect.deleteProperty(navigator, "clipboard");
  });
});
