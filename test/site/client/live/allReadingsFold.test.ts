// @vitest-environment jsdom
import { expect, it } from "vitest";
import type { Language } from "../../../../src/bilingual";
import { SYNTHETIC_BANNER } from "../../../../src/display/synthetic";
import type { AllReadingsShare, ReadingUniverse } from "../../../../src/exhibits/allReadings";
import { AllReadingsFold } from "../../../../src/site/client/live/allReadingsFold";

const universe = (hypothesis: string, group: string, more: Partial<ReadingUniverse> = {}): ReadingUniverse => ({ hypothesis, group, model: "M4", paper: true, changes: [], likelihood: `${hypothesis}${group}`, estimate: 0.25, stars: "*", supported: true, ...more });
const share = (from: number, to: number, synthetic: boolean): AllReadingsShare => ({
  from, to, of: 4, data: "d", synthetic, study: { id: "sfrc" }, leftOut: [],
  universes: [
    universe("H1", "south"), universe("H2", "north", { estimate: -0.5, supported: false, stars: "" }), universe("H2", "south", { estimate: 1, stars: "***" }),
    universe("H2", "south", { paper: false, changes: ["age=withAge"], likelihood: `other ${from}`, estimate: 0.125, stars: "", supported: false }),
  ],
});

/** The fold with questions that are answered by hand. */
function fold(language: Language) {
  const answers: ((given: AllReadingsShare | undefined) => void)[] = [];
  const { element } = new AllReadingsFold(language, () => new Promise((resolve) => { answers.push(resolve); }), (id) => id.toUpperCase());
  const [start, cancel] = element.querySelectorAll("button");
  const bar = element.querySelector("progress")!;
  const state = () => [element.dataset.standing, start.hidden, cancel.hidden, bar.hidden, bar.value, bar.max, element.querySelector("[role=status]")!.textContent];
  return { element, answers, start, cancel, bar, state, settled: () => new Promise((resolve) => { setTimeout(resolve); }) };
}

it("says how far all readings are, and can be cancelled", async () => {
  const { element, answers, start, cancel, bar, state, settled } = fold("en");
  expect([element.className, bar.getAttribute("aria-label"), state(), element.querySelectorAll("table, p").length]).toEqual(["live-all-readings", "All readings", ["none", false, true, true, 0, 1, " "], 0]);
  start.click();
  expect(state()).toEqual(["running", true, false, false, 0, 1, " "]);
  answers[0](share(0, 3, true));
  await settled();
  expect([state(), element.querySelectorAll("table").length]).toEqual([["running", true, false, false, 3, 4, " 3 of 4"], 1]);
  cancel.click();
  expect(state()).toEqual(["cancelled", false, true, true, 3, 4, " Cancelled; what was done until then: 3 of 4"]);
});

it.each<[Language, boolean, string, string[][]]>([
  ["en", true, `Verdicts under all readings · ${SYNTHETIC_BANNER.en}`, [
    ["", "SOUTH", "NORTH"], ["H1", "▸ ✓ 0.250*|stands in 100% of 1|0.250 to 0.250", ""], ["H2", "▸ ✓ 1.000***|stands in 50% of 2|0.125 to 1.000|turned by age=withAge", "▸ ✗ −0.500|stands in 100% of 1|−0.500 to −0.500"],
  ]],
  ["zh", false, "全部编码方案下的判定", [
    ["", "SOUTH", "NORTH"], ["H1", "▸ ✓ 0.250*|1 种中 100% 结论不变|0.250 至 0.250", ""], ["H2", "▸ ✓ 1.000***|2 种中 50% 结论不变|0.125 至 1.000|改变结论者：age=withAge", "▸ ✗ −0.500|1 种中 100% 结论不变|−0.500 至 −0.500"],
  ]],
])("tables what they found by hypothesis and group (%s)", async (language, synthetic, caption, rows) => {
  const { element, answers, start, settled } = fold(language);
  start.click();
  answers[0](share(0, 4, synthetic));
  await settled();
  const table = element.querySelector("table")!;
  expect([element.dataset.standing, table.caption!.textContent]).toEqual(["done", caption]);
  const textOf = (cell: Element) => Array.from(cell.childNodes, (node) => (node.nodeName === "BR" ? "|" : node.textContent)).join("");
  expect(Array.from(table.rows, (row) => Array.from(row.cells, textOf))).toEqual(rows);
  expect(Array.from(table.querySelectorAll("th"), ({ scope }) => scope)).toEqual(["col", "col", "col", "row", "row"]);
  expect([table.rows[2].dataset.hypothesis, table.querySelector("strong")!.title, element.querySelectorAll("p").length]).toEqual(["H2", language === "en" ? "paper's own readings" : "论文自己的编码方案", 1]);
});
