import { describe, expect, it } from "vitest";
import { coefficientPlot } from "../../../src/display/figures/coefficientPlot";
import { differencePlot } from "../../../src/display/figures/differencePlot";
import { effectPlot } from "../../../src/display/figures/effectPlot";
import { intervalPanels, type IntervalPanelsInput } from "../../../src/display/figures/intervalPanels";
import { decimalsWithin, intervalText, percentText, wordsLine } from "../../../src/display/figures/numberWords";
import { textWidth } from "../../../src/display/stills/textWidth";
import { smallPublished, smallResult } from "../smallStudy";
import { rounded } from "./rounded";

const title = { en: "图", zh: "图" };
const axis = { en: "轴", zh: "轴" };
const base = { id: "f", title, synthetic: false };
const one: IntervalPanelsInput = { ...base, rows: ["行"], series: ["甲"], panels: [{ title: "", series: [[{ estimate: 1 }]] }], axis, reference: 0 };

describe("three panels of two series", () => {
  const drawn = () => intervalPanels({
    ...base, rows: ["行", { en: "row", zh: "行行" }], series: ["甲", { en: "b", zh: "乙" }], axis, reference: 0, band: [-0.5, 0.75],
    panels: [
      { title: "左", series: [[undefined, undefined], [{ estimate: -1 }, { estimate: 0, lower: -1, upper: 1 }]] },
      { title: { en: "middle", zh: "中" }, series: [[{ estimate: 1, lower: 0.5, upper: 2 }, undefined], [{ estimate: 0.5, lower: 0.25, upper: 0.625 }, undefined]] },
      { title: "右", series: [[undefined, { estimate: 0.25 }], [undefined, undefined]] },
    ],
  });

  it("draw each series in each panel at its own height in the row, and name it in the legend once, where it is first drawn", () => {
    const { data } = drawn();
    const trace = (panel: string, series: 0 | 1, showlegend: boolean, x: number[], y: number[], array: number[], arrayminus: number[], hovertext: string[]) => {
      const [color, symbol, name] = [["#0072B2", "circle", "甲"], ["#D55E00", "diamond-open", "b / 乙"]][series];
      return {
        type: "scatter", mode: "markers", xaxis: panel, yaxis: "y", name, legendgroup: String(series), showlegend, x, y, marker: { symbol, size: 8, color, line: { width: 1.5, color } },
        error_x: { type: "data", symmetric: false, array, arrayminus, color, thickness: 1.5, width: 0 }, hoverinfo: "text", hovertext,
      };
    };
    expect(rounded(data)).toEqual([
      trace("x", 0, false, [], [], [], [], []),
      trace("x", 1, true, [-1, 0], [0.85, -0.15], [0, 1], [0, 1], ["行<br>b / 乙: -1.000", "row / 行行<br>b / 乙: 0.000 [-1.000, 1.000]"]),
      trace("x2", 0, true, [1], [1.15], [1], [0.5], ["行<br>甲: 1.000 [0.500, 2.000]"]),
      trace("x2", 1, false, [0.5], [0.85], [0.125], [0.25], ["行<br>b / 乙: 0.500 [0.250, 0.625]"]),
      trace("x3", 0, false, [0.25], [0.15], [0], [0], ["row / 行行<br>甲: 0.250"]),
      trace("x3", 1, false, [], [], [], [], []),
    ]);
  });

  it("are 240 pixels wide each, 14 apart, on one axis that holds all ends with 4% of air", () => {
    const { layout } = drawn();
    const xaxis = (from: number, to: number) => ({
      domain: rounded([from / 748, to / 748]), anchor: "y", range: [-1.12, 2.12], type: "linear", gridcolor: "#dddddd", zeroline: false, showline: true, linecolor: "#666666", mirror: true, nticks: 6, tickfont: { size: 11 },
    });
    expect(rounded(layout)).toMatchObject({ xaxis: xaxis(0, 240), xaxis2: xaxis(254, 494), xaxis3: xaxis(508, 748) });
    expect(layout.yaxis).toEqual({ range: [-0.5, 1.5], tickvals: [1, 0], ticktext: ["行", "row<br>行行"], automargin: true, showgrid: false, zeroline: false, ticks: "" });
    // left: 24 of the widest label and 24; a row: 31.2 of two lines and 14; above: 31.2 of a heading and 8.
    expect(layout).toMatchObject({ width: 816, height: 252, margin: { l: 48, r: 20, t: 82, b: 80 }, showlegend: true });
  });

  it("have a band and a dashed line to read against in each, a rule between rows, headings, and the axis named below", () => {
    const { layout } = drawn();
    const shapes = ["x", "x2", "x3"].flatMap((xref) => [
      { xref, yref: "y", y0: -0.5, y1: 1.5, layer: "below", type: "rect", x0: -0.5, x1: 0.75, fillcolor: "#eeeeee", line: { width: 0 } },
      { xref, yref: "y", y0: -0.5, y1: 1.5, layer: "between", type: "line", x0: 0, x1: 0, line: { color: "#222222", width: 1.2, dash: "dash" } },
    ]);
    expect(layout.shapes).toEqual([...shapes, { type: "line", xref: "paper", yref: "y", x0: 0, x1: 1, y0: 0.5, y1: 0.5, layer: "between", line: { color: "#dddddd", width: 1 } }]);
    const heading = (text: string, x: number) => ({ text, showarrow: false, xref: "paper", yref: "paper", x: rounded(x / 748), xanchor: "center", y: 1, yanchor: "bottom", yshift: 3, align: "center" });
    expect(rounded(layout.annotations)).toEqual([
      heading("左", 120), heading("middle<br>中", 374), heading("右", 628),
      { text: "轴", showarrow: false, xref: "paper", yref: "paper", x: 0.5, xanchor: "center", y: 0, yanchor: "top", yshift: -24 },
    ]);
  });

  it("are said panel by panel, without rows that have nothing", () => {
    expect(drawn().words).toEqual({
      en: "图\n左: 轴\n行: b -1.000\nrow: b 0.000 [-1.000, 1.000]\nmiddle: 轴\n行: 甲 1.000 [0.500, 2.000]; b 0.500 [0.250, 0.625]\n右: 轴\nrow: 甲 0.250",
      zh: "图\n左：轴\n行：乙 -1.000\n行行：乙 0.000 [-1.000, 1.000]\n中：轴\n行：甲 1.000 [0.500, 2.000]；乙 0.500 [0.250, 0.625]\n右：轴\n行行：甲 0.250",
    });
  });
});

describe("panels of intervals", () => {
  it("are as wide as their longest label asks, to the nearest pixel", () => {
    for (const label of ["i", "ii", "iiii", "ab", "abc"]) expect(Math.abs(intervalPanels({ ...one, rows: one.rows.map(() => label) }).layout.width - (24 + 480 + 20) - textWidth(label, 12))).toBeLessThanOrEqual(0.5);
  });

  it("stand 170 pixels wide at least, 480 alone", () => {
    const panels = (count: number) => Array.from({ length: count }, () => one.panels[0]);
    expect([1, 4, 5].map((count) => intervalPanels({ ...one, panels: panels(count) }).layout.width)).toEqual([36 + 480 + 20, 36 + 4 * 180 + 3 * 14 + 20, 36 + 5 * 170 + 4 * 14 + 20]);
  });

  it("have rows of 18 pixels a series and 8, of 11 where all are points alone; series 0.3 apart while they have room", () => {
    const of = (count: number, mark: { estimate: number; lower?: number; upper?: number }) =>
      intervalPanels({ ...one, series: Array.from({ length: count }, () => "甲"), panels: [{ title: "", series: Array.from({ length: count }, (_, s) => [s === 0 ? mark : { estimate: 1 }]) }] });
    const point = of(4, { estimate: 1 });
    const interval = of(4, { estimate: 1, lower: 0, upper: 2 });
    // 16 + 20.8 + 6 + 15.6 + 8 above; 34 + 15.6 + 22 + 8 below
    expect([point.layout.height, interval.layout.height]).toEqual([Math.round(66.4 + 4 * 11 + 8 + 79.6), Math.round(66.4 + 4 * 18 + 8 + 79.6)]);
    expect(rounded(interval.data.map(({ y }) => y))).toEqual([[0.3], [0.1], [-0.1], [-0.3]]); // 0.8 / 4 apart
    expect(rounded(of(2, { estimate: 1 }).data.map(({ y }) => y))).toEqual([[0.15], [-0.15]]);
  });

  it("have room for intervals where one panel has some, and break a heading 4 pixels before its panel's end", () => {
    const panels = [{ title: "字".repeat(40), series: [[{ estimate: 1, lower: 0, upper: 2 }], [undefined]] }, { title: "", series: [[{ estimate: 1 }], [undefined]] }];
    const { layout } = intervalPanels({ ...one, series: ["甲", "乙"], panels: panels.slice(0, 1) });
    expect((layout.annotations as { text: string }[])[0].text).toBe(`${"字".repeat(39)}<br>字`);
    // 42.8 + 31.2 + 8 above; 18 · 2 + 8; 34 + 15.6 + 22 + 8 below
    expect(layout.height).toBe(Math.round(82 + 44 + 79.6));
    expect(intervalPanels({ ...one, series: ["甲", "乙"], panels: [{ ...panels[0], title: "" }, panels[1]] }).layout.height).toBe(Math.round(66.4 + 44 + 79.6));
  });

  it("break what the axis measures where it is longer than the plot", () => {
    const named = (length: number) => intervalPanels({ ...one, axis: { en: "字".repeat(length), zh: "字".repeat(length) } });
    expect((named(40).layout.annotations as { text: string }[])[1].text).toBe("字".repeat(40));
    expect((named(41).layout.annotations as { text: string }[])[1].text).toBe(`${"字".repeat(40)}<br>字`);
    expect(named(41).layout.margin).toMatchObject({ b: Math.round(34 + 31.2 + 8) });
  });

  it("have half a unit of axis about a reference that is all there is", () => {
    const { layout, data } = intervalPanels({ ...one, panels: [{ title: "", series: [[undefined]] }] });
    expect(layout.xaxis).toMatchObject({ range: [-0.04, 0.04] });
    expect(layout.shapes).toMatchObject([{ type: "line", x0: 0 }]);
    expect(data[0]).toMatchObject({ x: [], showlegend: false });
  });

  it("reach to the reference and the band where the marks do not", () => {
    const range = (more: Partial<IntervalPanelsInput>) => rounded((intervalPanels({ ...one, panels: [{ title: "", series: [[{ estimate: 2, lower: 1.5, upper: 2.5 }]] }], ...more }).layout.xaxis as { range: number[] }).range);
    expect(range({})).toEqual([-0.1, 2.6]);
    expect(range({ reference: 5 })).toEqual([1.36, 5.14]);
    expect(range({ band: [-1, 1] })).toEqual([-1.14, 2.64]);
    expect(range({ band: [0, 3] })).toEqual([-0.12, 3.12]);
  });

  it.each([
    [0.5, 4, [0.5, 1, 2]],
    [0.05, 2, [0.05, 0.1, 0.2, 0.5, 1, 2]],
    [0.05, 5, [0.1, 1]],
    [0.001, 5000, [0.001, 0.01, 0.1, 1, 10, 100, 1000]],
    [1, 1, [1]],
  ])("on a log axis from %d to %d have ticks at %j", (low, high, ticks) => {
    const { layout } = intervalPanels({ ...one, panels: [{ title: "", series: [[{ estimate: low, lower: low, upper: high }]] }], scale: "log", reference: 1 });
    const air = 0.04 * (Math.log10(high / low) || 1);
    expect(rounded(layout.xaxis)).toMatchObject({ type: "log", range: rounded([Math.log10(low) - air, Math.log10(high) + air]), tickvals: ticks, ticktext: ticks.map(String) });
  });

  it.each<[string, Partial<IntervalPanelsInput>]>([
    ["figure f: a panel has 2 series (expected 1)", { panels: [one.panels[0], { title: "", series: [[undefined], [undefined]] }] }],
    ["figure f: a series has 2 marks (expected 1, one for each row)", { panels: [{ title: "", series: [[undefined, undefined]] }] }],
    ["figure f: 0 cannot stand on a log axis", { scale: "log", panels: [{ title: "", series: [[{ estimate: 0 }]] }] }],
    ["figure f: 1 cannot stand on a log axis", { scale: "log", panels: [{ title: "", series: [[{ estimate: 1, lower: 0, upper: 2 }]] }] }],
    ["figure f: -1 cannot stand on a log axis", { scale: "log", rows: ["行", "二"], panels: [{ title: "", series: [[{ estimate: -1 }, { estimate: -2 }]] }] }],
  ])("are refused: %s", (said, wrong) => {
    expect(() => intervalPanels({ ...one, reference: 1, ...wrong })).toThrow(new RangeError(said));
  });
});

describe("coefficients", () => {
  it("stand as printed, with 1.96 printed standard errors, above the refitted ones", () => {
    const { data, layout, words } = coefficientPlot({ ...base, result: smallResult(false), models: ["M3", "O3"], published: smallPublished });
    const near = (reach: number) => rounded([1.959963984540054 * reach]);
    expect(layout.yaxis).toMatchObject({ ticktext: ["age squared<br>年龄²", "education<br>教育程度"] });
    expect(rounded(data.map(({ x }) => x))).toEqual([[-0.0001, 0.547], [-0.00014, 0.61], [0.0001, 0.042], [0.0002, 0.3]]);
    expect(rounded((data[2].error_x as { array: number[] }).array)).toEqual([...near(0.0001), ...near(0.269)]);
    expect(rounded((data[0].error_x as { arrayminus: number[] }).arrayminus)).toEqual([...near(0.0001), ...near(0.269)]);
    expect(layout.shapes).toMatchObject([{ x0: 0, xref: "x" }, { x0: 0, xref: "x2" }, { type: "line", y0: 0.5 }]);
    expect(layout.annotations).toMatchObject([{ text: "Model 3<br>模型3" }, { text: "Table 3: South<br>表3：南方组" }, { text: "coefficient (log-odds) with 95% interval / 系数（对数优势）及95%区间" }]);
    expect(words.en.split("\n").slice(1, 4)).toEqual([
      "Model 3: coefficient (log-odds) with 95% interval", "age squared: printed -0.00010 [-0.00030, 0.00010]; refitted -0.00014 [-0.00033, 0.00005]", "education: printed 0.547 [0.020, 1.074]; refitted 0.610 [0.083, 1.137]",
    ]);
    expect(words.zh.split("\n")[1]).toBe("模型3：系数（对数优势）及95%区间");
    expect(data.map(({ name }) => name)).toEqual(["printed / 原文报告", "refitted / 重新估计", "printed / 原文报告", "refitted / 重新估计"]);
  });

  it("as odds ratios are their exponentials against 1, on a log axis; asked terms alone, in their order", () => {
    const small = smallResult(false);
    const { data, layout, words } = coefficientPlot({ ...base, result: { ...small, study: { ...small.study, terms: [...small.study.terms, { name: "nothing", label: base.title }] } }, models: ["M3"], terms: ["education", "age2", "nothing"], oddsRatios: true });
    const [x, reach] = [(data[0].x as number[]), data[0].error_x as { array: number[]; arrayminus: number[] }];
    expect(rounded(x)).toEqual(rounded([Math.exp(0.61), Math.exp(-0.00014)]));
    expect(rounded(reach.array[0])).toBe(rounded(Math.exp(0.61 + 1.96 * 0.2690001) - Math.exp(0.61)));
    expect(rounded(reach.arrayminus[0])).toBe(rounded(Math.exp(0.61) - Math.exp(0.61 - 1.96 * 0.2690001)));
    expect(layout).toMatchObject({ xaxis: { type: "log" }, yaxis: { tickvals: [2, 1, 0] }, showlegend: false });
    expect((layout.shapes as { x0: number }[])[0].x0).toBe(1);
    expect(words.en.split("\n")[1]).toBe("Model 3: odds ratio with 95% interval, log axis");
    expect(words.zh.split("\n")[1]).toBe("模型3：优势比及95%区间（对数轴）");
  });

  it("refuses print on another scale beside refitted coefficients, of the models that it shows", () => {
    const published = { models: { ...smallPublished.models, M3: { ...smallPublished.models.M3, scale: "oddsRatio" as const } } };
    expect(() => coefficientPlot({ ...base, result: smallResult(), models: ["M3"], published })).toThrow("M3: its printed coefficients are odds ratios");
    expect(() => coefficientPlot({ ...base, result: smallResult(), models: ["O3"], published })).not.toThrow();
  });

  it("of a model that was not fitted are those of print, under its id where the study lacks it; a model or a term that is neither is refused: it was an empty panel or row", () => {
    const nothing = { ...smallResult(false), fits: {} };
    const { data, layout } = coefficientPlot({ ...base, result: { ...nothing, study: { ...nothing.study, models: [] } }, models: ["O3"], published: smallPublished });
    expect(data.map(({ x }) => x)).toEqual([[0.0001, 0.042], []]);
    expect((layout.annotations as { text: string }[])[0].text).toBe("O3");
    expect(() => coefficientPlot({ ...base, result: nothing, models: ["O3", "M9"], published: smallPublished })).toThrow("study small: model M9 was not run");
    expect(() => coefficientPlot({ ...base, result: smallResult(false), models: ["M3"], terms: ["educaton"] })).toThrow('coefficientPlot: "educaton" is not known; did you mean "education"?');
  });
});

it("differences are dots about 0, with what still agrees shaded to either side", () => {
  const { data, layout, words } = differencePlot({ ...base, rows: ["行", "二"], series: [{ name: "甲", values: [0, null] }, { name: "乙", values: [-0.25, 3] }], band: 2 });
  expect(data.map(({ x, hovertext }) => [x, hovertext])).toEqual([[[0], ["行<br>甲: 0.00"]], [[-0.25, 3], ["行<br>乙: -0.25", "二<br>乙: 3.00"]]]);
  expect(layout.shapes).toMatchObject([{ type: "rect", x0: -2, x1: 2 }, { type: "line", x0: 0, x1: 0 }, { y0: 0.5 }]);
  expect(words.en.split("\n").slice(1)).toEqual(["refitted − printed, in printed standard errors", "行: 甲 0.00; 乙 -0.25", "二: 乙 3.00"]);
  expect(words.zh.split("\n")[1]).toBe("重新估计值减原文值（以原文标准误为单位）");
  expect(differencePlot({ ...base, rows: ["行"], series: [{ name: "甲", values: [1] }] }).layout.shapes).toMatchObject([{ type: "line", x0: 0, x1: 0 }]);
});

it("effects are percentage points unless a scale is given, with both ends of an interval or none", () => {
  const groups = [{ name: "甲", effects: [{ estimate: 0.05, lower: -0.02, upper: 0.12 }, undefined, { estimate: 0.01, lower: 0 }] }];
  const { data, words, layout } = effectPlot({ ...base, rows: ["行", "二", "三"], groups });
  expect(rounded(data[0])).toMatchObject({ x: [5, 1], error_x: { array: [7, 0], arrayminus: [7, 0] }, hovertext: ["行<br>甲: 5.00 [-2.00, 12.00]", "三<br>甲: 1.00"] });
  expect(layout).toMatchObject({ shapes: [{ x0: 0, x1: 0 }, {}, {}], yaxis: { range: [-0.5, 2.5] } });
  expect(words.en.split("\n")[1]).toBe("average marginal effect, percentage points, 95% interval");
  expect(words.zh.split("\n")[1]).toBe("平均边际效应（百分点）及95%区间");
  expect(rounded(effectPlot({ ...base, rows: ["行", "二", "三"], groups, scale: 2, axis }).data[0])).toMatchObject({ x: [0.1, 0.02], error_x: { array: [0.14, 0] } });
});

describe("numbers in words", () => {
  it("are as long as their size asks for, or as they are told, without a minus before 0", () => {
    expect(intervalText({ estimate: 0.00042, lower: -0.00001, upper: 0.00085 })).toBe("0.00042 [-0.00001, 0.00085]");
    expect(intervalText({ estimate: -0.0004, lower: -12.34567, upper: -0.0006 }, 3)).toBe("0.000 [-12.346, -0.001]");
    expect([intervalText({ estimate: -0.4 }, 0), intervalText({ estimate: -10 }, 0), intervalText({ estimate: -0.5, upper: 1 }, 1), intervalText({ estimate: 1, lower: 0 }, 1)]).toEqual(["0", "-10", "-0.5", "1.0"]);
  });

  it("of a range have places that tell its parts, two at least", () => {
    expect([0, 1000, 10, 1, 0.999, 0.1, 0.004, 1e-12, 1e-120].map(decimalsWithin)).toEqual([2, 2, 2, 2, 3, 3, 5, 14, 100]);
  });

  it("are percentages without decimals, or with as many as asked", () => {
    expect([percentText({ estimate: 0.5306, lower: 0.4812, upper: 0.5799 }), percentText({ estimate: 0.5306, lower: 0.4812, upper: 0.5799 }, 1)]).toEqual(["53% [48%, 58%]", "53.1% [48.1%, 58.0%]"]);
    expect([percentText({ estimate: 0.5, lower: 0.25 }), percentText({ estimate: 0.5, upper: 0.75 })]).toEqual(["50%", "50%"]);
  });

  it("follow their name in each language's marks", () => {
    expect(wordsLine({ en: "a", zh: "甲" }, ["1", { en: "two", zh: "二" }])).toEqual({ en: "a: 1; two", zh: "甲：1；二" });
  });
});
