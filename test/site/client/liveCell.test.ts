// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type CellPage, LiveCell } from "../../../src/site/client/live/cell";
import { LIVE } from "../../../src/site/client/live/words";

const asked: string[] = [];
const page = (language: "en" | "zh" = "en"): CellPage => ({
  language, word: "", editor: "editor.js", traced: new Set(), assist: () => ({}) as never, next: () => undefined,
  run: (cell, above) => { asked.push(`run ${cell.number}${above ? " above" : ""}`); return Promise.resolve(undefined); },
  exercise: () => Promise.resolve(""), stop: () => asked.push("stop"), keep: () => asked.push("keep"), link: () => asked.push("link"),
});

function cell({ language = "en", kept, needsNode = false, made }: { language?: "en" | "zh"; kept?: string; needsNode?: boolean; made?: unknown[] } = {}): { section: HTMLElement; cell: LiveCell } {
  document.body.innerHTML = `<section id="cell-03"${needsNode ? " data-needs-node" : ""}><details class="code"><summary>code</summary><pre>1 + 1</pre></details><div class="outputs"></div>`
    + `${made ? `<script class="live-made" type="application/json">${JSON.stringify(made)}</script>` : ""}</section>`;
  const section = document.querySelector("section")!;
  return { section, cell: new LiveCell(section, 3, page(language), kept) };
}
const button = (section: Element, text: string) => [...section.querySelectorAll("button")].find(({ textContent }) => textContent === text)!;
const status = (section: Element) => section.querySelector("[role=status]")!.textContent;
const stale = (section: Element) => section.querySelector<HTMLElement>(".live-stale")!;

beforeEach(() => void (asked.length = 0));

describe("a cell on a live page", () => {
  it("is the author's at first: it can be run, alone or with those above, and linked to", () => {
    const { section, cell: one } = cell();
    expect([one.id, one.text, one.isEdited, one.needsNode, one.hasRun]).toEqual(["cell-03", "1 + 1", false, false, false]);
    for (const text of [`▶ ${LIVE.run.en}`, LIVE.runAbove.en, LIVE.link.en, `■ ${LIVE.stop.en}`]) button(section, text).click();
    expect(asked).toEqual(["run 3", "run 3 above", "link", "stop"]);
    expect([button(section, `■ ${LIVE.stop.en}`).hidden, button(section, LIVE.original.en).hidden, stale(section).hidden, section.className]).toEqual([true, true, true, ""]);
  });

  it("shows the reader's text where one was kept, says so, and goes back to the author's", () => {
    const { section, cell: one } = cell({ language: "zh", kept: "2 + 2" });
    expect([one.text, one.original, one.isEdited, section.querySelector("pre")!.textContent, status(section), section.className]).toEqual(["2 + 2", "1 + 1", true, "2 + 2", LIVE.edited.zh, "is-edited"]);
    button(section, LIVE.original.zh).click();
    expect([one.text, one.isEdited, section.querySelector("pre")!.textContent, status(section), section.className]).toEqual(["1 + 1", false, "1 + 1", "", ""]);
    expect(asked).toEqual(["keep"]);
  });

  it("says that it needs Node, where it does", () => expect(status(cell({ needsNode: true }).section)).toBe(LIVE.needsNode.en));

  it("is busy while it runs, can then be stopped and not be run again, and says how it ended", () => {
    const { section, cell: one } = cell();
    one.running(true);
    expect([section.getAttribute("aria-busy"), button(section, `■ ${LIVE.stop.en}`).hidden, button(section, `▶ ${LIVE.run.en}`).disabled, status(section)]).toEqual(["true", false, true, LIVE.running.en]);
    one.running(false);
    expect([section.getAttribute("aria-busy"), button(section, `■ ${LIVE.stop.en}`).hidden, button(section, `▶ ${LIVE.run.en}`).disabled]).toEqual(["false", true, false]);
    one.show({ outputs: [] });
    expect([status(section), one.hasRun]).toEqual([`✓ ${LIVE.ran.en}`, true]);
    one.show({ outputs: [], error: { name: "RangeError", message: "p = 2" } });
    expect([status(section), one.hasRun]).toEqual([`✗ ${LIVE.failed.en}`, false]);
    expect(section.querySelector(".outputs")!.textContent).toContain("p = 2");
  });

  it("has not run any more once its text is another", () => {
    const { cell: one } = cell();
    one.show({ outputs: [] });
    one.setText("3");
    expect([one.hasRun, one.isEdited]).toEqual([false, true]);
  });

  it.each([["en", "; "], ["zh", "；"]] as const)("says by which readings its result was made where others are in force (%s)", (language, between) => {
    const { section, cell: one } = cell({ language });
    const readings = [{ name: "gender", made: "female", now: "male" }, { name: "age", made: "squareOnly", now: "withAge" }];
    one.markStale({ readings, otherData: true });
    expect([stale(section).hidden, stale(section).textContent]).toEqual([false, `${LIVE.stale[language]} ${["gender: female → male", "age: squareOnly → withAge", LIVE.otherData[language]].join(between)}`]);
    one.markStale({ readings: [], otherData: true });
    expect(stale(section).textContent).toBe(`${LIVE.stale[language]} ${LIVE.otherData[language]}`);
    one.markStale(undefined);
    expect(stale(section).hidden).toBe(true);
  });

  it("knows from the page what its committed results were made from", () => {
    const from = { data: ["d1"], readings: {}, version: "1" };
    expect(cell({ made: [from] }).cell.made).toEqual([from]);
    expect(cell().cell.made).toEqual([]);
  });

  it("opens its editor once, and takes the reader's text from it", async () => {
    const { section, cell: one } = cell();
    let told: { changed: (text: string) => void; run: () => void; label: string } | undefined;
    const made = { focus: vi.fn(), set: vi.fn(), mark: vi.fn() };
    Object.assign(window, { sojournEditor: (_: unknown, text: string, options: typeof told) => { asked.push(`editor of ${text}`); told = options; return made; } });
    await one.edit();
    await one.edit(false);
    expect([asked, made.focus.mock.calls.length, section.querySelector("pre")!.hidden, told!.label]).toEqual([["editor of 1 + 1"], 1, true, `${LIVE.editor.en} 3`]);
    told!.changed("1 + 2");
    expect([one.text, one.isEdited, status(section)]).toEqual(["1 + 2", true, LIVE.edited.en]);
    told!.changed("1 + 1");
    expect([one.isEdited, status(section)]).toEqual([false, ""]);
    one.show({ outputs: [], error: { name: "E", message: "m", line: 2 } });
    expect(made.mark).toHaveBeenLastCalledWith({ line: 2, column: 1, message: "m" });
    told!.run();
    expect(asked.at(-1)).toBe("run 3");
  });
});
