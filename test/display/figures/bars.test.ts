import { describe, expect, it } from "vitest";
import { distribution } from "../../../src/display/figures/distribution";
import { binned, histogram, readableWidth } from "../../../src/display/figures/histogram";
import { levelShares } from "../../../src/display/figures/levelShares";
import { probabilityBars } from "../../../src/display/figures/probabilityBars";
import { probabilityCurve } from "../../../src/display/figures/probabilityCurve";
import { rounded } from "./rounded";

// Labels are Chinese, since a character is as wide as its size: 12 pixels, on a line of 15.6.
const title = { en: "图", zh: "图" };
const base = { id: "f", title, synthetic: false };
const x = { en: "x", zh: "轴" };

describe("a distribution", () => {
  it("sets the bars of three groups beside each other in each row, as long as their shares", () => {
    const groups = [{ name: "一", counts: [30, 10, 0] }, { name: "二二", counts: [5, 5, 10] }, { name: "三", counts: [0, 0, 1] }];
    const { data, layout, words } = distribution({ ...base, categories: ["甲", "乙乙", { en: "c", zh: "丙" }], groups });
    const bar = (colour: string, shape: string) => ({ color: colour, line: { color: colour, width: 1.2 }, pattern: { shape, fgcolor: colour, bgcolor: "#ffffff", size: 6, solidity: 0.35 } });
    const common = { type: "bar", orientation: "h", width: [0.245333333, 0.245333333, 0.245333333], textposition: "outside", textfont: { size: 11, color: "#222222" }, cliponaxis: false, hoverinfo: "text" };
    const hover = (name: string, texts: string[]) => ["甲", "乙乙", "c / 丙"].map((category, i) => `${category}<br>${name}: ${texts[i]}`);
    const texts = [["30 (75.0%)", "10 (25.0%)", "0 (0.0%)"], ["5 (25.0%)", "5 (25.0%)", "10 (50.0%)"], ["0 (0.0%)", "0 (0.0%)", "1 (100.0%)"]];
    expect(rounded(data)).toEqual([
      { ...common, name: "一", x: [0.75, 0.25, 0], y: [2.266666667, 1.266666667, 0.266666667], text: texts[0], marker: bar("#0072B2", ""), hovertext: hover("一", texts[0]) },
      { ...common, name: "二二", x: [0.25, 0.25, 0.5], y: [2, 1, 0], text: texts[1], marker: bar("#D55E00", "/"), hovertext: hover("二二", texts[1]) },
      { ...common, name: "三", x: [0, 0, 1], y: [1.733333333, 0.733333333, -0.266666667], text: texts[2], marker: bar("#009E73", "x"), hovertext: hover("三", texts[2]) },
    ]);
    expect(layout).toMatchObject({
      width: 760, height: 351, margin: { l: 44, r: 24, t: 49, b: 82 }, showlegend: true, barmode: "overlay", // 48.8 + (3 · 70 + 10) + 52 + 22 + 8
      xaxis: { title: { text: "share of the group / 占本组的比例", standoff: 8, font: { size: 12 } }, range: [0, 1.22], tickformat: ".0%", zeroline: true },
      yaxis: { range: [-0.5, 2.5], tickvals: [2, 1, 0], ticktext: ["甲", "乙乙", "c<br>丙"], showgrid: false, zeroline: false, automargin: true },
    });
    expect(words.en.split("\n")[2]).toBe("二二 (n = 20): 甲 5 (25.0%); 乙乙 5 (25.0%); c 10 (50.0%)");
    expect(words.zh.split("\n")[2]).toBe("二二（n = 20）：甲 5 (25.0%)；乙乙 5 (25.0%)；丙 10 (50.0%)");
  });

  it("of one group has no legend; a label of three lines makes its row taller, not its bar", () => {
    const { data, layout } = distribution({ ...base, categories: ["甲\n乙\n丙"], groups: [{ name: "一", counts: [4] }] });
    expect(rounded(data)).toMatchObject([{ y: [0], width: [0.335766423] }]); // 0.92 · 20 / 54.8
    expect(layout).toMatchObject({ height: 174, margin: { l: 32, r: 24, t: 49, b: 60 }, showlegend: false, xaxis: { title: { text: "share / 比例" } } });
  });

  it("of two groups has their names beneath", () => {
    const { layout } = distribution({ ...base, categories: ["甲"], groups: [{ name: "一", counts: [4] }, { name: "二", counts: [1] }] });
    expect(layout).toMatchObject({ showlegend: true, xaxis: { title: { text: "share of the group / 占本组的比例" } } });
  });

  it.each([
    [[1, 2, 3], "figure f, G: 3 counts (expected 2, one for each category)"],
    [[1, 1.5], "figure f, G: a count of 1.5"],
    [[-1, 1.5], "figure f, G: a count of -1"],
    [[0, 0], "figure f, G: nobody in it"],
  ])("refuses counts of %j", (counts, said) => {
    expect(() => distribution({ ...base, categories: ["a", "b"], groups: [{ name: "A", counts: [0, 1] }, { name: { en: "G", zh: "组" }, counts }] })).toThrow(new RangeError(said));
  });
});

describe("a histogram", () => {
  it("draws bins as bars of their width, half a bin of air on either side, and the mean as a line", () => {
    const { data, layout, words } = histogram({ ...base, values: [18, 19, 31.5, 25, 25.5], binWidth: 5, x: { en: "age", zh: "年龄" } });
    expect(data).toEqual([{
      type: "bar", x: [17.5, 22.5, 27.5, 32.5], y: [2, 0, 2, 1], width: [5, 5, 5, 5], marker: { color: "#56B4E9", line: { color: "#0072B2", width: 1 } },
      hoverinfo: "text", hovertext: ["15–20: 2", "20–25: 0", "25–30: 2", "30–35: 1"],
    }]);
    expect(layout).toMatchObject({
      width: 720, height: 429, margin: { l: 56, r: 24, t: 85, b: 64 }, showlegend: false,
      xaxis: { title: { text: "age / 年龄", standoff: 8, font: { size: 12 } }, range: [12.5, 37.5], showgrid: false, zeroline: false, showline: true },
      yaxis: { rangemode: "tozero", zeroline: false, automargin: true },
      shapes: [{ type: "line", x0: 23.8, x1: 23.8, y0: 0, y1: 1, yref: "paper", line: { color: "#666666", width: 1.5, dash: "dash" } }],
      annotations: [
        { text: "mean 23.80 / 均值 23.80", x: 23.8, xref: "x", y: 1, yref: "paper", yanchor: "bottom", showarrow: false, font: { size: 11 } },
        { text: "respondents / 人数", xshift: -40, yshift: 20 },
      ],
    });
    expect(words).toEqual({
      en: "图\nage: n = 5, mean 23.80, from 18 to 31.5\ncounts by 5: 15: 2, 20: 0, 25: 2, 30: 1",
      zh: "图\n年龄：n = 5，均值 23.80，从 18 到 31.5\n以 5 为组距的频数：15: 2, 20: 0, 25: 2, 30: 1",
    });
  });

  it("names the ends of bins without what binary fractions add", () => {
    expect(histogram({ ...base, values: [0.15, 0.25], binWidth: 0.1, x }).data[0].hovertext).toEqual(["0.1–0.2: 1", "0.2–0.3: 1"]);
  });

  it.each<[number, number[], string[]]>([
    [1e-12, [1e-12, 2.5e-12, 3.5e-12], ["1e-12–2e-12: 1", "2e-12–3e-12: 1", "3e-12–4e-12: 1"]],
    [0.2, [3.6, 3.9], ["3.6–3.8: 1", "3.8–4: 1"]], [2e9, [-5e8, 5e9], ["-2000000000–0: 1", "0–2000000000: 0", "2000000000–4000000000: 0", "4000000000–6000000000: 1"]], [7e-5, [0.00021, 0.0003], ["0.00021–0.00028: 1", "0.00028–0.00035: 1"]],
  ])("of bins %d wide names their ends to 1e-9 of it", (binWidth, values, hovertext) => {
    expect(histogram({ ...base, values, binWidth, x }).data[0].hovertext).toEqual(hovertext);
  });

  it("says a mean to the places that its bins ask for", () => {
    const mean = (binWidth: number, ...values: number[]) => histogram({ ...base, values, binWidth, x }).words.en.split(", ")[1];
    expect([mean(5, 1, 2), mean(0.05, 0.1, 0.111), mean(1e-4, 0.0011, 0.0012), mean(1e-12, 1e-12, 2e-12)]).toEqual(["mean 1.50", "mean 0.1055", "mean 0.001150", "mean 0.00000000000150"]);
  });

  it("forgives 1e-9 of a bin and no more", () => {
    expect(binned([1 - 0.5e-9, 1 - 1.5e-9], 1)).toEqual([{ from: 0, count: 1 }, { from: 1, count: 1 }]);
    expect(binned([0.1, 0.3], 0.1)).toEqual([{ from: 0.1, count: 1 }, { from: 0.2, count: 0 }, { from: 0.3, count: 1 }]);
  });

  it.each([[[], 1], [[1], 0], [[1], -1], [[1], Number.NaN], [[1, Infinity], 1]])("refuses to bin %j by %d", (values, width) => {
    expect(() => binned(values, width)).toThrow(new RangeError(`cannot bin ${values.length} values by ${width} (expected finite values and a positive width)`));
  });

  it("takes a range for one stretch, and refuses half a one", () => {
    expect([readableWidth(3, 1), readableWidth(10, 1), readableWidth(0.03, 1), readableWidth(7, 2), readableWidth(7, 1)]).toEqual([5, 10, 0.05, 5, 10]);
    expect(() => readableWidth(1, 0.5)).toThrow("a range of 1 cannot be divided into 0.5 (expected a positive range, 1 stretch or more)");
    expect(() => readableWidth(Number.NaN, 2)).toThrow("a range of NaN");
  });
});

describe("shares of levels", () => {
  const wide = "字".repeat(18); // 216 pixels: a third of 672, less 8
  const bars = [{ name: "一", shares: [0.02, 0.03, 0.95] }, { name: wide, shares: [0.5, 0.5, 0] }, { name: `${wide}字`, shares: [0.045, 0.955, 0] }];
  const levels = ["低", "中", { en: "high", zh: "高" }];

  it("stack from the lowest, lighter to darker, with numbers in segments of 4.5% and more", () => {
    const { data, layout, words } = levelShares({ ...base, levels, bars, x });
    const common = { type: "bar", x: [0, 1, 2], width: [0.78, 0.78, 0.78], textposition: "inside", insidetextanchor: "middle", textangle: 0, constraintext: "none", hoverinfo: "text" };
    const marker = (color: string) => ({ color, line: { color: "#ffffff", width: 1.5 } });
    const hover = (level: string, shares: string[]) => bars.map(({ name }, b) => `${name}<br>${level}: ${shares[b]}`);
    expect(data).toEqual([
      { ...common, name: "低", y: [0.02, 0.5, 0.045], text: ["", "50%", "5%"], textfont: { size: 12, color: "#222222" }, marker: marker("rgb(228,240,248)"), hovertext: hover("低", ["2.0%", "50.0%", "4.5%"]) },
      { ...common, name: "中", y: [0.03, 0.5, 0.955], text: ["", "50%", "96%"], textfont: { size: 12, color: "#222222" }, marker: marker("rgb(126,156,180)"), hovertext: hover("中", ["3.0%", "50.0%", "95.5%"]) },
      { ...common, name: "high / 高", y: [0.95, 0, 0], text: ["95%", "", ""], textfont: { size: 12, color: "#ffffff" }, marker: marker("rgb(24,72,112)"), hovertext: hover("high / 高", ["95.0%", "0.0%", "0.0%"]) },
    ]);
    const beside = (text: string, y: number) => ({ text, x: 0.39, xref: "x", xanchor: "left", y, yref: "y", yanchor: "middle", showarrow: false, font: { size: 11 } });
    // The upper of two that are near each other stands 4% above the lower.
    expect(rounded(layout.annotations)).toEqual([beside("2%", 0.01), beside("3%", 0.05)]);
    expect(layout).toMatchObject({
      width: 760, height: 486, margin: { l: 64, r: 24, t: 51, b: 95 }, showlegend: true, barmode: "stack",
      xaxis: { title: { text: "x / 轴", standoff: 10, font: { size: 12 } }, tickvals: [0, 1, 2], ticktext: ["一", wide, `${wide}<br>字`], tickangle: 0, range: [-0.5, 2.5], showgrid: false, zeroline: false },
      yaxis: { range: [0, 1], tickformat: ".0%", showgrid: false, zeroline: false, showline: true, automargin: true },
    });
    expect(words.zh.split("\n").slice(0, 3)).toEqual(["图", "轴", "一：低 2%；中 3%；高 95%"]);
    expect(words.en.split("\n").slice(0, 3)).toEqual(["图", "x", "一: 低 2%; 中 3%; high 95%"]);
  });

  it("have numbers beside their bars while 26 pixels are between these: five bars, not six", () => {
    const of = (count: number) => levelShares({ ...base, levels: ["低", "高"], bars: Array.from({ length: count }, () => ({ name: "一", shares: [0.97, 0.03] })), x }).layout.annotations;
    expect(rounded(of(5))).toMatchObject([0, 1, 2, 3, 4].map((bar) => ({ text: "3%", x: rounded(bar + 0.39), y: 0.985 })));
    expect(of(6)).toEqual([]);
  });

  it.each([
    [[0.5, 0.5, 0], "figure f, bar B: 3 shares (expected 2, one for each level)"],
    [[0.5, 0.5 + 2 ** -19], "figure f, bar B: shares add up to 1.0000019073486328 (expected 1, none below 0)"],
    [[0.5, 0.5 - 2 ** -19], "figure f, bar B: shares add up to 0.9999980926513672 (expected 1, none below 0)"],
    [[1.5, -0.5], "figure f, bar B: shares add up to 1 (expected 1, none below 0)"],
  ])("of %j are refused", (shares, said) => {
    expect(() => levelShares({ ...base, levels: ["a", "b"], bars: [{ name: "A", shares: [0, 1] }, { name: { en: "B", zh: "乙" }, shares }], x })).toThrow(said);
  });
});

describe("bars of probabilities", () => {
  const categories = ["甲", { en: "b", zh: "乙" }];
  const series = [{ name: "无", bars: [{ estimate: 0.5, lower: 0.4, upper: 0.625 }, undefined] }, { name: { en: "with", zh: "有" }, bars: [{ estimate: 0.75 }, { estimate: 0.25, lower: 0.125, upper: 0.375 }] }];

  it("stand beside each other about their category, each with its interval and its number above that", () => {
    const { data, layout, words } = probabilityBars({ ...base, categories, series });
    const marker = (colour: string, shape: string) => ({ color: colour, line: { color: colour, width: 1.5 }, pattern: { shape, fgcolor: colour, bgcolor: "#ffffff", fillmode: "replace", size: 7, solidity: 0.35 } });
    const reach = (array: number[], arrayminus: number[]) => ({ type: "data", symmetric: false, array, arrayminus, color: "#222222", thickness: 1.3, width: 4 });
    const above = { type: "scatter", mode: "text", textposition: "top center", textfont: { size: 12, color: "#222222" }, hoverinfo: "skip", showlegend: false, cliponaxis: false };
    expect(rounded(data)).toEqual([
      { type: "bar", name: "无", x: [-0.2], y: [0.5], width: [0.368], marker: marker("#0072B2", ""), error_y: reach([0.125], [0.1]), hoverinfo: "text", hovertext: ["无: 50.0% [40.0%, 62.5%]"] },
      { ...above, x: [-0.2], y: [0.625], text: ["50%"] },
      { type: "bar", name: "with / 有", x: [0.2, 1.2], y: [0.75, 0.25], width: [0.368, 0.368], marker: marker("#D55E00", "/"), error_y: reach([0, 0.125], [0, 0.125]), hoverinfo: "text", hovertext: ["with / 有: 75.0%", "with / 有: 25.0% [12.5%, 37.5%]"] },
      { ...above, x: [0.2, 1.2], y: [0.75, 0.375], text: ["75%", "25%"] },
    ]);
    expect(layout).toMatchObject({
      width: 720, height: 490, margin: { l: 60, r: 24, t: 73, b: 77 }, showlegend: true, barmode: "overlay", // 72.8 + 340 + 16 + 31.2 + 22 + 8
      xaxis: { range: [-0.5, 1.5], tickvals: [0, 1], ticktext: ["甲", "b<br>乙"], tickangle: 0, showgrid: false, zeroline: false, showline: true },
      yaxis: { range: [0, 1.08], tickvals: [0, 0.2, 0.4, 0.6, 0.8, 1], tickformat: ".0%", zeroline: false, automargin: true },
      annotations: [{ text: "predicted probability / 预测概率", xshift: -44, yshift: 8 }],
    });
    expect(words).toEqual({
      en: "图\npredicted probability\n甲: 无 50% [40%, 63%]; with 75%\nb: with 25% [13%, 38%]",
      zh: "图\n预测概率\n甲：无 50% [40%, 63%]；有 75%\n乙：有 25% [13%, 38%]",
    });
  });

  it("of one series are as wide as two and have no legend; 0 and 1 are probabilities", () => {
    const { data, layout } = probabilityBars({ ...base, categories, series: [{ name: "无", bars: [{ estimate: 0, lower: 0 }, { estimate: 1, upper: 1 }] }], y: x });
    expect(rounded(data[0])).toMatchObject({ x: [0, 1], width: [0.736, 0.736] });
    expect(layout).toMatchObject({ showlegend: false, annotations: [{ text: "x / 轴" }] });
  });

  it("break a category's name where it would run into the next", () => {
    const name = "字".repeat(17); // 204 of 660 / 3 - 10 pixels
    const bars = [{ estimate: 0 }, { estimate: 0 }, { estimate: 0 }];
    expect(probabilityBars({ ...base, categories: [name, `${name}字`, "甲"], series: [{ name: "无", bars }] }).layout.xaxis).toMatchObject({ ticktext: [name, `${name}<br>字`, "甲"] });
  });

  it.each([
    [[{ estimate: 0.5 }], "figure f, W: 1 bars (expected 2, one for each category)"],
    [[undefined, { estimate: 1.1 }], "figure f, W: 1.1 (expected a probability, 0 to 1)"],
    [[{ estimate: -0.1 }, undefined], "figure f, W: -0.1 (expected a probability, 0 to 1)"],
    [[{ estimate: 0.5, lower: -0.01, upper: 0.6 }, undefined], "figure f, W: -0.01 (expected a probability, 0 to 1)"],
    [[{ estimate: 0.5, lower: 0.1, upper: 1.01 }, undefined], "figure f, W: 1.01 (expected a probability, 0 to 1)"],
    [[{ estimate: 0.5, upper: 1.01 }, undefined], "figure f, W: 1.01 (expected a probability, 0 to 1)"],
    [[{ estimate: 0.5, lower: -0.01 }, undefined], "figure f, W: -0.01 (expected a probability, 0 to 1)"],
    [[{ estimate: -2, lower: -3, upper: 7 }, undefined], "figure f, W: -2 (expected a probability, 0 to 1)"],
  ])("of %j are refused", (bars, said) => {
    expect(() => probabilityBars({ ...base, categories, series: [series[0], { name: { en: "W", zh: "有" }, bars }] })).toThrow(new RangeError(said));
  });
});

describe("curves of probabilities", () => {
  const south = { name: { en: "South", zh: "南" }, x: [1, 3.126, 5, 6], estimate: [0.5, 0.625, 0.75, 0.875], lower: [0.4, 0.5, 0.6, 0.7], upper: [0.6, 0.7, 0.8, 0.9] };

  it("have a band out along the lower end and back along the upper one, and a dash and a colour each", () => {
    const { data, layout, words } = probabilityCurve({ ...base, x, curves: [south, { name: "北", x: [1, 5], estimate: [0.25, 0.125] }] });
    expect(data).toEqual([
      {
        type: "scatter", mode: "lines", x: [1, 3.126, 5, 6, 6, 5, 3.126, 1], y: [0.4, 0.5, 0.6, 0.7, 0.9, 0.8, 0.7, 0.6], fill: "toself",
        fillcolor: "#0072B226", line: { width: 0, color: "#0072B2" }, hoverinfo: "skip", showlegend: false, legendgroup: "0",
      },
      {
        type: "scatter", mode: "lines", name: "South / 南", legendgroup: "0", x: south.x, y: south.estimate, line: { color: "#0072B2", width: 2.5, dash: "solid" }, hoverinfo: "text",
        hovertext: ["1: 50.0% [40.0%, 60.0%]", "3.126: 62.5% [50.0%, 70.0%]", "5: 75.0% [60.0%, 80.0%]", "6: 87.5% [70.0%, 90.0%]"].map((said) => `South / 南<br>${said}`),
      },
      { type: "scatter", mode: "lines", name: "北", legendgroup: "1", x: [1, 5], y: [0.25, 0.125], line: { color: "#D55E00", width: 2.5, dash: "dash" }, hoverinfo: "text", hovertext: ["北<br>1: 25.0%", "北<br>5: 12.5%"] },
    ]);
    expect(layout).toMatchObject({
      width: 720, height: 499, margin: { l: 60, r: 24, t: 73, b: 86 }, showlegend: true,
      xaxis: { title: { text: "x / 轴", standoff: 8, font: { size: 12 } }, zeroline: false, showline: true },
      yaxis: { range: [0, 1], tickformat: ".0%", zeroline: false, showline: true, automargin: true },
    });
    expect(words).toEqual({
      en: "图\npredicted probability along x, with 95% interval\nSouth: 50% [40%, 60%] at 1; 63% [50%, 70%] at 3.13; 88% [70%, 90%] at 6\n北: 25% at 1; 13% at 5",
      zh: "图\n预测概率随轴的变化，附95%区间\n南：1 处 50% [40%, 60%]；3.13 处 63% [50%, 70%]；6 处 88% [70%, 90%]\n北：1 处 25%；5 处 13%",
    });
  });

  it("along a narrow range say where in it", () => {
    const said = (...at: number[]) => probabilityCurve({ ...base, x, curves: [{ name: "a", x: at, estimate: at.map(() => 0.5) }] }).words.en.split("a: ")[1];
    expect([said(0.001, 0.0025, 0.004), said(0.002), said(0), said(-0.5, 0.25)]).toEqual(["50% at 0.001; 50% at 0.0025; 50% at 0.004", "50% at 0.002", "50% at 0", "50% at -0.5; 50% at 0.25"]);
  });

  it("without bands speak of none, and one has no legend", () => {
    const { words, layout, data } = probabilityCurve({ ...base, x, y: { en: "p", zh: "率" }, curves: [{ name: "北", x: [1, 2, 3], estimate: [0, 1, 0.5], lower: [0, 0.5, 0.25] }] });
    expect(data.map(({ mode, fill }) => [mode, fill])).toEqual([["lines", undefined]]);
    expect(layout.showlegend).toBe(false);
    expect(words.zh.split("\n")[2]).toBe("北：1 处 0%；2 处 100%；3 处 50%");
    expect(probabilityCurve({ ...base, x, y: { en: "p", zh: "率" }, curves: [{ name: "北", x: [1], estimate: [0] }] }).words).toEqual({ en: "图\np along x\n北: 0% at 1", zh: "图\n率随轴的变化\n北：1 处 0%" });
  });

  it.each([
    [{ x: [], estimate: [] }, "figure f, curve South: no points"],
    [{ estimate: [0.1] }, "figure f, curve South: 1 values of estimate for 4 of x"],
    [{ upper: [0.6, 0.7] }, "figure f, curve South: 2 values of upper for 4 of x"],
    [{ lower: [0.4, -0.5, 0.6, 2] }, "figure f, curve South: lower -0.5 (expected a probability, 0 to 1)"],
    [{ upper: [1, 1, 1, 1.5] }, "figure f, curve South: upper 1.5 (expected a probability, 0 to 1)"],
  ])("of %j are refused", (wrong, said) => {
    expect(() => probabilityCurve({ ...base, x, curves: [{ ...south, ...wrong }] })).toThrow(new RangeError(said));
  });
});
