// @vitest-environment jsdom
import { expect, test } from "vitest";
import type { AllReadingsShare } from "../../../src/exhibits/allReadings";
import type { PanelState } from "../../../src/exhibits/panelState";
import { defaultReadings, readingEntries, type Readings } from "../../../src/sfrc/readings";
import { ReadingsPanel } from "../../../src/site/client/live/readingsPanel";
import { LIVE } from "../../../src/site/client/live/words";

const share = (data: string, synthetic: boolean): AllReadingsShare => ({
  from: 0, to: 1, of: 1, data, synthetic, study: { id: "sfrc" }, leftOut: [],
  universes: [{ hypothesis: "H1", group: "all", model: "M4", paper: true, changes: [], likelihood: "l", estimate: 0.25, stars: "*", supported: true }],
});
const state = (...data: string[]): PanelState => ({
  readings: defaultReadings, study: { id: "sfrc", title: { en: "", zh: "" }, hypotheses: [], groups: [] }, files: [], synthetic: false,
  inForce: { data, readings: {}, version: "1" }, verdicts: [],
});

test("all readings of other data than those in force do not stay beneath the verdicts, and why is said", async () => {
  const panel = new ReadingsPanel("en", false, () => undefined, () => undefined, async () => share("mine", false));
  const all = panel.element.querySelector<HTMLElement>(".live-all-readings")!;
  all.querySelector("button")!.click();
  await expect.poll(() => all.dataset.standing).toBe("done");
  panel.show(state("another questionnaire", "mine"));
  expect(all.querySelectorAll("table").length).toBe(1);
  panel.show(state("the stand-in"));
  expect(all.querySelectorAll("table").length).toBe(0);
  expect(all.querySelector("[role=status]")!.textContent).toContain("other data");
  expect(all.querySelector("button")!.hidden).toBe(false);
});

test("a button's name has the words that stand on it, and its help is told beside it", () => {
  const { element } = new ReadingsPanel("zh", false, () => undefined, () => undefined, async () => undefined);
  const start = Array.from(element.querySelectorAll("button")).find(({ textContent }) => textContent === "全部编码方案")!;
  expect([start.hasAttribute("aria-label"), start.title.length > 10]).toEqual([false, true]);
  for (const one of element.querySelectorAll("button")) expect(one.getAttribute("aria-label") ?? one.textContent).toContain(one.textContent);
});

const verdict = (hypothesis: string, group: string, supported: boolean | null, level = "") => ({ hypothesis, group, supported, level }) as unknown as PanelState["verdicts"][number];
const groups = [{ id: "south", label: { en: "South", zh: "南方" }, model: "M3" }, { id: "all", label: { en: "All", zh: "全部" }, model: "M4" }];
const full: PanelState = {
  ...state("mine"), study: { id: "sfrc", title: { en: "", zh: "" }, hypotheses: [{ id: "H1" }, { id: "H2" }] as unknown as PanelState["study"]["hypotheses"], groups },
  verdicts: [verdict("H1", "all", false, "n.s."), verdict("H2", "south", true, "**"), verdict("H1", "south", true, "*"), verdict("H2", "all", null)],
};
/** A panel, and the readings that were chosen in it. */
function panelOf(language: "en" | "zh" = "en", study = false) {
  const told: (Readings | "rerun")[] = [];
  const panel = new ReadingsPanel(language, study, (readings) => void told.push(readings), () => void told.push("rerun"), () => Promise.resolve(undefined));
  const rows = () => Array.from(panel.element.querySelectorAll("table")[0]?.rows ?? [], (row) => Array.from(row.cells, ({ textContent }) => textContent));
  return { panel, told, rows, element: panel.element, selects: Array.from(panel.element.querySelectorAll("select")), press: (text: string) => Array.from(panel.element.querySelectorAll("button")).find(({ textContent }) => textContent === text)!.click() };
}

test.each([["en", ["", "South", "All"], "Verdicts under these readings", ["supported *", "not supported n.s."], ["supported **", "not fitted"]], ["zh", ["", "南方", "全部"], "当前编码方案下的判定", ["支持 *", "不支持 n.s."], ["支持 **", "未拟合"]]] as const)("verdicts stand by hypothesis and group (%s)", (language, head, caption, first, second) => {
  const { panel, rows, element } = panelOf(language);
  panel.show(full);
  expect([rows(), element.querySelector("caption")!.textContent]).toEqual([[[...head], ["H1", ...first], ["H2", ...second]], caption]);
  expect(Array.from(element.querySelectorAll("th"), ({ scope }) => scope)).toEqual(["col", "col", "col", "row", "row"]);
  panel.show({ ...full, verdicts: full.verdicts.slice(0, 1) });
  expect(rows()[2].slice(1)).toEqual([LIVE.notFitted[language], LIVE.notFitted[language]]);
  panel.show({ readings: defaultReadings, error: "no data" });
  expect([rows(), element.textContent!.includes("no data")]).toEqual([[], true]);
});

test.each(["en", "zh"] as const)("each reading can be chosen among its choices with their meaning, the default marked; what is in force is shown (%s)", (language) => {
  const { panel, told, element, selects, press } = panelOf(language);
  expect([element.className, element.querySelector("summary")!.textContent, element.querySelector("summary + p")!.textContent, selects.length]).toEqual(["live-readings", LIVE.readings[language], LIVE.readingsHelp[language], readingEntries.length]);
  readingEntries.forEach(({ name, choices, meanings, paperSection, ...words }, k) => {
    const meaning = (choice: string) => (meanings as Readonly<Record<string, Readonly<Record<"en" | "zh", string>> | undefined>>)[choice]?.[language];
    expect(Array.from(selects[k].options, ({ text }) => text)).toEqual(choices.map((choice) => `${choice}${choice === defaultReadings[name] ? ` (${LIVE.byDefault[language]})` : ""}${meaning(choice) === undefined ? "" : `: ${meaning(choice)}`}`));
    const label = selects[k].closest("label")!;
    expect([label.querySelector("span")!.textContent, label.querySelector("small")!.textContent]).toEqual([`${words[language]} `, paperSection]);
  });
  const [{ name, choices }] = readingEntries;
  const other = choices.find((choice) => choice !== defaultReadings[name])!;
  panel.show({ ...full, readings: { ...defaultReadings, [name]: other } });
  expect([panel.readings, selects.map((select) => select.closest("label")!.className).filter(Boolean), selects[0].closest("label")!.className]).toEqual([{ ...defaultReadings, [name]: other }, ["is-changed"], "is-changed"]);
  selects[0].value = defaultReadings[name];
  selects[0].dispatchEvent(new Event("change"));
  selects[0].value = other;
  press(LIVE.allDefaults[language]);
  press(LIVE.rerun[language]);
  expect(told).toEqual([defaultReadings, defaultReadings, "rerun"]);
});

test("how many cells are stale is said, and they can be run again", () => {
  for (const language of ["en", "zh"] as const) {
    const { panel, element } = panelOf(language);
    const rerun = Array.from(element.querySelectorAll("button")).find(({ textContent }) => textContent === LIVE.rerun[language])!;
    const note = element.querySelector("p[role=status]")!;
    expect([rerun.hidden, note.textContent]).toEqual([true, ""]);
    panel.showStale(1);
    expect([rerun.hidden, note.textContent]).toEqual([false, `1 ${LIVE.staleCount[language]}`]);
    panel.showStale(0);
    expect([rerun.hidden, note.textContent]).toEqual([true, LIVE.noneStale[language]]);
  }
});

test("a study of somebody's own has verdicts on its data, and nothing to choose", () => {
  const { panel, element, rows, selects } = panelOf("en", true);
  panel.show(full);
  expect([element.querySelector("summary")!.textContent, element.querySelector("caption")!.textContent, rows()[1], selects.length, Array.from(element.querySelectorAll("button"), ({ textContent }) => textContent)]).toEqual([LIVE.verdictsOf.en, LIVE.verdictsOnData.en, ["H1", "supported *", "not supported n.s."], 0, [LIVE.rerun.en]]);
});

test("groups of all readings are called as the panel calls them", async () => {
  const panel = new ReadingsPanel("zh", false, () => undefined, () => undefined, async () => share("mine", false));
  panel.show({ ...full, inForce: { data: ["mine"], readings: {}, version: "1" } });
  const all = panel.element.querySelector<HTMLElement>(".live-all-readings")!;
  all.querySelector("button")!.click();
  await expect.poll(() => all.dataset.standing).toBe("done");
  expect(all.querySelectorAll("th")[1].textContent).toBe("全部");
});
