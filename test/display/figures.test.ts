import { describe, expect, it } from "vitest";
import { checkFigure, type JsonObject } from "../../src/display/figure";
import { conceptMap } from "../../src/display/figures/conceptMap";
import { binned, readableWidth } from "../../src/display/figures/histogram";
import { intervalPanels } from "../../src/display/figures/intervalPanels";
import { placed } from "../../src/display/figures/layers";
import { levelShares } from "../../src/display/figures/levelShares";
import { probabilityCurve } from "../../src/display/figures/probabilityCurve";
import { shareGrid } from "../../src/display/figures/shareGrid";
import { SYNTHETIC_LINE } from "../../src/display/synthetic";
import { someFigures } from "./someFigures";

const title = { en: "t", zh: "图" };
const figures = someFigures();

describe.each(Object.entries(figures))("%s", (_, figure) => {
  it("carries the banner in the picture and in both languages' words", () => {
    expect((figure.layout.annotations as JsonObject[]).map(({ text }) => text)).toContain(SYNTHETIC_LINE);
    expect(figure.words.en).toContain("Synthetic stand-in: no evidence about anybody");
    expect(figure.words.zh).toContain("合成替代数据：不能作为实证依据");
  });

  it("is plain JSON of plain traces: nothing is lost on the way to a viewer", () => {
    expect(() => checkFigure(figure)).not.toThrow();
    expect(JSON.parse(JSON.stringify(figure))).toEqual(figure);
  });

  it("has both languages' title in the picture", () => {
    const text = (figure.layout.title as JsonObject).text as string;
    expect(text.replaceAll("<br>", " ")).toBe(`${figure.title.en} ${figure.title.zh}`);
    expect(text.split("<br>").length).toBeGreaterThan(2); // the long one was broken
  });
});

describe("the words of a figure hold its numbers", () => {
  it.each([
    ["coefficientPlot", "education: printed 0.547 [0.020, 1.074]; refitted 0.610 [0.083, 1.137]", "教育程度：原文报告 0.547 [0.020, 1.074]；重新估计 0.610 [0.083, 1.137]"],
    ["oddsRatios", "education: 1.840 [1.086, 3.118]", "教育程度：1.840 [1.086, 3.118]"],
    ["differencePlot", "b: M2 0.30", "b：M2 0.30"],
    ["effectPlot", "interethnic contact willingness: 5.00 [-1.00, 11.00]", "族际交往意愿：5.00 [-1.00, 11.00]"],
    ["probabilityCurve", "South: 50% [40%, 60%] at 1; 60% [50%, 70%] at 3; 70% [60%, 80%] at 5", "南方组：1 处 50% [40%, 60%]；3 处 60% [50%, 70%]；5 处 70% [60%, 80%]"],
    ["probabilityBars", "South: without 50% [40%, 60%]; with 70%", "南方组：without 50% [40%, 60%]；with 70%"],
    ["distribution", "South (n = 40): interethnic contact willingness 30 (75.0%); b 10 (25.0%)", "南方组（n = 40）：族际交往意愿 30 (75.0%)；b 10 (25.0%)"],
    ["histogram", "counts by 5: 15: 2, 20: 0, 25: 2, 30: 1", "以 5 为组距的频数：15: 2, 20: 0, 25: 2, 30: 1"],
    ["levelShares", "1: leave soon 25%; permanently 75%", "1：leave soon 25%；永久居留 75%"],
    ["sampleFlow", "3 left out: under 18; 7 left", "排除 3：未成年；剩余 7"],
    ["conceptMap", "networks → stays (either sign)", "网络 → 居留（方向未定）"],
  ])("%s", (name, en, zh) => {
    expect(figures[name].words.en.split("\n")).toContain(en);
    expect(figures[name].words.zh.split("\n")).toContain(zh);
  });
});

describe("without synthetic data", () => {
  it("no figure speaks of a stand-in", () => {
    const figure = levelShares({ id: "l", title, levels: ["a", "b"], bars: [{ name: "1", shares: [0.5, 0.5] }], x: title, synthetic: false });
    expect(JSON.stringify(figure)).not.toMatch(/stand-in|替代/);
  });
});

describe("meaning never hangs on colour alone", () => {
  it("series differ in symbol, pattern or dash as well", () => {
    const looks = (name: string, look: (trace: JsonObject) => unknown) => figures[name].data.filter(({ showlegend }) => showlegend !== false).map(look);
    const distinct = (values: unknown[]) => new Set(values.map((value) => JSON.stringify(value))).size === values.length && values.length > 1;
    expect(distinct(looks("differencePlot", ({ marker }) => (marker as JsonObject).symbol))).toBe(true);
    expect(distinct(looks("probabilityBars", ({ marker }) => ((marker as JsonObject).pattern as JsonObject).shape))).toBe(true);
  });
});

describe("a figure that would mislead is refused", () => {
  it("an estimate that is not a number, by the path to it", () => {
    expect(() => checkFigure({ ...figures.distribution, data: [{ type: "bar", x: [Number.NaN], y: [1] }] })).toThrow(/figure distribution\.data\.0\.x\.0: NaN/);
  });

  it("a trace that small Plotly bundles draw as something else", () => {
    expect(() => checkFigure({ ...figures.distribution, data: [{ type: "histogram", x: [1] }] })).toThrow(/type "histogram" \(expected scatter, bar, box, heatmap\)/);
  });

  it("a probability beyond 1, shares that do not add up, a ratio below 0 on a log axis", () => {
    expect(() => probabilityCurve({ id: "c", title, x: title, curves: [{ name: "k", x: [1], estimate: [1.2] }], synthetic: true })).toThrow(/curve k: estimate 1.2/);
    expect(() => levelShares({ id: "l", title, levels: ["a", "b"], bars: [{ name: "1", shares: [0.5, 0.4] }], x: title, synthetic: true })).toThrow(/add up to 0.9/);
    expect(() => intervalPanels({ id: "p", title, rows: ["r"], series: ["s"], panels: [{ title: "", series: [[{ estimate: -1 }]] }], axis: title, scale: "log", reference: 1, synthetic: true })).toThrow(/-1 cannot stand on a log axis/);
  });

  it("no label's line end breaks a line of the words", () => {
    const nodes = [{ id: "a", layer: 0, label: { en: "first\nline", zh: "第一\n行" } }, { id: "b", layer: 1, label: { en: "to\nthere", zh: "到\n那里" } }];
    const { words } = conceptMap({ id: "m", title, layers: ["x", "y"], nodes, links: [{ from: "a", to: "b" }], synthetic: false });
    expect(words.en.split("\n").slice(-1)).toEqual(["first line → to there"]);
    expect(words.zh.split("\n").slice(-1)).toEqual(["第一 行 → 到 那里"]);
  });

  it("an arrow that leads nowhere, or back", () => {
    const nodes = [{ id: "a", layer: 0, label: "a" }, { id: "b", layer: 1, label: "b" }];
    const map = (from: string, to: string) => () => conceptMap({ id: "m", title, layers: ["x", "y"], nodes, links: [{ from, to }], synthetic: false });
    expect(map("a", "c")).toThrow(/no box of the name c/);
    expect(map("b", "a")).toThrow(/from b to a does not lead to the right/);
  });
});

describe("layout", () => {
  it("bins by the left end, forgiving what decimal fractions lose in binary", () => {
    expect(binned([3.6, 3.4, 3.8], 0.2)).toEqual([{ from: 3.4, count: 1 }, { from: 3.6, count: 1 }, { from: 3.8, count: 1 }]);
    expect(() => binned([1, Number.NaN], 1)).toThrow(RangeError);
  });

  it("never lets two boxes of a column overlap, however many lead to one", () => {
    const nodes = Array.from({ length: 9 }, (_, i) => ({ id: `n${i}`, layer: i < 7 ? 0 : 1, label: `a label of some length, number ${i}` }));
    const links = nodes.slice(0, 7).map(({ id }) => ({ from: id, to: "n7" }));
    const { boxes, height } = placed(nodes, links, 2, "m");
    for (const layer of [0, 1]) {
      const column = boxes.filter((box) => box.layer === layer).sort((a, b) => a.y - b.y);
      column.slice(1).forEach((box, i) => expect(box.y).toBeGreaterThan(column[i].y + column[i].height));
      expect(column[0].y).toBeGreaterThanOrEqual(0);
      expect(column.at(-1)!.y + column.at(-1)!.height).toBeLessThanOrEqual(height);
    }
  });
});

it("chooses widths of 1, 2 and 5 times a power of ten for bins", () => {
  expect([[4140, 13], [13, 13], [14, 13], [26.1, 13], [0.6, 3], [1, 1], [65, 13]].map(([range, most]) => readableWidth(range, most))).toEqual([500, 1, 2, 5, 0.2, 1, 5]);
  expect(() => readableWidth(0, 13)).toThrow(/range of 0/);
});

it("shades the cells of a grid of shares by thirds, 0 apart, each with its number where it stands", () => {
  const cell = (share: number) => ({ share, beneath: `of ${share}`, words: { en: "held", zh: "成立" } });
  const shares = [0, 0.01, 1 / 3, 0.34, 2 / 3, 0.67, 1];
  const figure = shareGrid({
    id: "g", title: { en: "g", zh: "g" }, rows: shares.map((share) => ({ en: `row ${share}`, zh: `行 ${share}` })), columns: [{ en: "one", zh: "一" }, { en: "two", zh: "二" }],
    cells: shares.map((share) => [cell(share), undefined]), notes: [], synthetic: false,
  });
  const [...shades] = figure.data.slice(0, 4) as unknown as { x: (number | null)[]; y: (number | null)[] }[];
  // Six points outline a cell, the last of them a gap.
  const rowsOf = ({ y }: (typeof shades)[number]): number[] => y.filter((_, i) => i % 6 === 0).map((value) => Math.round(value! + 0.46));
  expect(shades.map(rowsOf)).toEqual([[0], [1, 2], [3, 4], [5, 6]]);
  expect(shades[0]).toMatchObject({ x: [-0.48, 0.48, 0.48, -0.48, -0.48, null], y: [-0.46, -0.46, 0.46, 0.46, -0.46, null] });
  const told = figure.data[4] as unknown as { x: number[]; y: number[]; text: string[] };
  expect(told.x).toEqual(shares.map(() => 0));
  expect(told.y).toEqual([0, 1, 2, 3, 4, 5, 6]);
  expect(told.text.map((text) => text.split("<br>")[0])).toEqual(["0%", "1%", "33%", "34%", "67%", "67%", "100%"]);
  // Half a cell beyond the outermost on either side; the first row on top.
  expect(figure.layout).toMatchObject({ xaxis: { range: [-0.5, 1.5], tickvals: [0, 1] }, yaxis: { range: [6.5, -0.5], tickvals: [0, 1, 2, 3, 4, 5, 6] } });
});
