import { describe, expect, it } from "vitest";
import { columnOf, curveColumns, type CurvePoint } from "../../../src/display/figures/curveColumns";
import { curveGrid } from "../../../src/display/figures/curveGrid";
import { shareGrid } from "../../../src/display/figures/shareGrid";
import { specificationCurve } from "../../../src/display/figures/specificationCurve";
import { carriesUniverses, universePoint, universesIn } from "../../../src/display/figures/universesIn";
import { universeTable, type UniverseRecord, type UniversesMeta } from "../../../src/display/figures/universeTable";
import { textWidth } from "../../../src/display/stills/textWidth";
import { rounded } from "./rounded";

const title = { en: "图", zh: "图" };
const base = { id: "f", title, synthetic: false };
const point = (estimate: number, more: Partial<CurvePoint> = {}): CurvePoint => ({ estimate, lower: estimate - 0.25, upper: estimate + 0.5, starred: false, paper: false, options: [], hover: () => `at ${estimate}`, ...more });
const points = [
  point(0.375, { starred: true, options: [0], band: 0.25, record: () => ({ id: "c" }) }),
  point(-0.25, { options: [1], band: 0.15, record: () => ({ id: "a" }) }),
  point(0.125, { options: [0, 1], band: 0.2, paper: true, record: () => ({ id: "b" }) }),
];
const curve = { ...base, points, rows: ["甲", "乙乙"], caption: { en: "three", zh: "三" } };

describe("a specification curve", () => {
  it("goes from the smallest estimate to the largest, starred and not, with the paper's own above them, and the grid beneath", () => {
    const { data, layout, words } = specificationCurve({ ...curve, band: { en: "band", zh: "带" }, meta: { of: "all" } });
    const meta = { of: "all" };
    const markers = (name: string, color: string, symbol: string, places: readonly (readonly [number, number, string])[]) => ({
      type: "scatter", mode: "markers", name, x: places.map(([x]) => x), y: places.map(([, y]) => y),
      error_y: { type: "data", symmetric: false, thickness: 1, width: 0, color, array: places.map(() => 0.5), arrayminus: places.map(() => 0.25) },
      marker: { color, symbol, size: 5 }, hoverinfo: "text", hovertext: places.map(([, y]) => `at ${y}`), customdata: places.map(([, , id]) => ({ id })), meta,
    });
    const line = (colour: string, x: (number | null)[], y: (number | null)[]) => ({ type: "scatter", mode: "lines", yaxis: "y2", showlegend: false, hoverinfo: "skip", line: { color: colour, width: 12 }, x, y });
    expect(rounded(data)).toEqual([
      {
        type: "scatter", mode: "lines", showlegend: false, hoverinfo: "skip", fill: "toself", fillcolor: "rgba(110,110,110,0.18)", line: { color: "#666666", width: 1, dash: "dot" },
        x: [-0.5, 0.5, 0.5, 1.5, 1.5, 2.5, 2.5, 1.5, 1.5, 0.5, 0.5, -0.5], y: [0.15, 0.15, 0.2, 0.2, 0.25, 0.25, -0.25, -0.25, -0.2, -0.2, -0.15, -0.15],
      },
      { type: "scatter", mode: "markers", name: "null band / 零假设带", hoverinfo: "skip", x: [null], y: [null], marker: { symbol: "square", size: 11, color: "rgba(110,110,110,0.18)", line: { color: "#666666", width: 1 } } },
      markers("starred / 显著", "#0072B2", "circle", [[2, 0.375, "c"]]),
      markers("not starred / 不显著", "#666666", "circle-open", [[0, -0.25, "a"], [1, 0.125, "b"]]),
      {
        type: "scatter", mode: "markers", name: "the paper's own / 论文自身", x: [1], y: [0.125], marker: { color: "#D55E00", symbol: "diamond", size: 12, line: { color: "#222222", width: 1 } },
        hoverinfo: "text", hovertext: ["the paper's own / 论文自身<br>at 0.125"], customdata: [{ id: "b" }], meta,
      },
      line("#f2f2f2", [-0.5, 2.5, null, -0.5, 2.5, null], [0, 0, null, 1, 1, null]),
      line("rgb(228,240,248)", [], []), line("rgb(160,184,203)", [], []), line("rgb(92,128,157)", [], []),
      line("rgb(24,72,112)", [0.5, 2.5, null, -0.5, 1.5, null], [0, 0, null, 1, 1, null]),
    ]);
    // 260 for the curve, 14 between, 17 a row; beneath them 30, the legend's two rows of 22 (three entries fit into one) and 8.
    expect(rounded(layout)).toMatchObject({
      width: 804, margin: { l: 44, r: 16, t: 73, b: 82 }, hoverlabel: { align: "left" }, showlegend: true,
      xaxis: { range: [-1, 3], showgrid: false, zeroline: false, showticklabels: false, anchor: "y2", title: { text: "universes, from the smallest estimate to the largest / 各设定，由小到大排列", standoff: 6, font: { size: 12 } } },
      yaxis: { domain: [rounded(48 / 308), 1], zeroline: true, zerolinecolor: "#222222", gridcolor: "#eeeeee" },
      yaxis2: { domain: [0, rounded(34 / 308)], range: [1.5, -0.5], tickvals: [0, 1], ticktext: ["甲", "乙乙"], showgrid: false, zeroline: false },
      annotations: [{ text: "coefficient (log-odds, or its link's scale) with 95% interval / 系数（对数优势，或所用联系函数的尺度）及95%区间" }],
    });
    expect(words).toEqual({
      en: "图\nthree\nband\nthe paper's own: 0.125 [-0.125, 0.625], 2 of 3 from the smallest",
      zh: "图\n三\n带\n论文自身：0.125 [-0.125, 0.625]，由小到大第2个，共3个",
    });
  });

  it("sorted by something else says so and counts the paper's own from the left", () => {
    const { data, layout, words } = specificationCurve({ ...curve, sortedBy: { name: { en: "n", zh: "数" }, key: ({ estimate }) => (estimate < 0 ? 1 : 0) } });
    expect(data.map(({ x, y }) => [x, y]).slice(0, 3)).toEqual([[[1], [0.375]], [[0, 2], [0.125, -0.25]], [[0], [0.125]]]);
    expect(layout.xaxis).toMatchObject({ title: { text: "universes by n, then from the smallest estimate to the largest / 各设定按数、再由小到大排列" } });
    expect(words).toEqual({
      en: "图\nthree\nuniverses by n, then from the smallest estimate to the largest\nthe paper's own: 0.125 [-0.125, 0.625], 1 of 3 from the left",
      zh: "图\n三\n各设定按数、再由小到大排列\n论文自身：0.125 [-0.125, 0.625]，自左起第1个，共3个",
    });
  });

  it("has its legend in a row where there are three entries, in two where there are four", () => {
    const below = (more: object) => (specificationCurve({ ...curve, ...more }).layout.margin as { b: number }).b;
    const first = { sortedBy: { name: { en: "n", zh: "数" }, key: ({ estimate }: CurvePoint) => -estimate } };
    const own = { points: points.map((one) => ({ ...one, paper: one.estimate === 0.375 })) };
    const band = { band: { en: "band", zh: "带" } };
    expect([below({}), below(first), below({ ...first, ...own, ...band }), below({ points: points.map((one) => ({ ...one, paper: false })), ...band })]).toEqual([60, 60, 82, 60]);
  });

  it("is as wide as its longest label asks, to the nearest pixel", () => {
    for (const label of ["i", "ii", "iiii", "ab", "abc", "甲i"]) expect(Math.abs((specificationCurve({ ...curve, rows: ["", label] }).layout.width) - 780 - textWidth(label, 12))).toBeLessThanOrEqual(0.5);
  });

  it("and so is a grid of shares", () => {
    for (const label of ["i", "ii", "iiii", "ab", "abc"]) expect(Math.abs(shareGrid({ ...base, rows: [label], columns: ["c"], cells: [[undefined]], notes: [] }).layout.width - (24 + 170 + 16) - textWidth(label, 12))).toBeLessThanOrEqual(0.5);
  });

  it("of 900 universes rounds the share that is starred", () => {
    const many = Array.from({ length: 900 }, (_, i) => point(i, { starred: i < 2 || i > 897 }));
    const { data } = specificationCurve({ ...curve, points: many });
    expect((data[0].hovertext as string[]).map((text) => text.split(" starred")[0])).toEqual(["universes 1–3 of 900: 0.000 – 2.000, 67%", "universes 898–900 of 900: 897.000 – 899.000, 67%"]);
  });

  it("without the paper's own, a band or records has no traces for them", () => {
    const plain = [point(1, { band: 1 }), point(2, { starred: true })];
    const { data, words } = specificationCurve({ ...curve, points: plain });
    expect(data.map(({ name }) => name)).toEqual(["starred / 显著", "not starred / 不显著", undefined, undefined, undefined, undefined, undefined]);
    expect(data.flatMap((trace) => Object.keys(trace))).not.toContain("customdata");
    expect(words.en).toBe("图\nthree");
    expect(specificationCurve({ ...curve, points: [points[1], { ...points[2], paper: false, record: undefined }] }).data.flatMap((trace) => Object.keys(trace.customdata ?? {}))).toEqual([]);
    // Said, but of no column: there is none.
    expect(specificationCurve({ ...curve, points: [point(1)], band: { en: "band", zh: "带" } }).words.en).toBe("图\nthree");
    expect(specificationCurve({ ...curve, points: [point(1)] }).layout.xaxis).toMatchObject({ range: [-1, 1] });
    expect(specificationCurve({ ...curve, points: [], rows: [] }).layout).toMatchObject({ xaxis: { range: [-1, 1] }, margin: { l: 20 }, width: 780 });
  });

  it("has a band in the columns alone whose universes all have one", () => {
    const { data } = specificationCurve({ ...curve, points: [point(1), point(2, { band: 0.5 }), point(3, { band: 0.25 })], band: { en: "band", zh: "带" } });
    expect(data[0]).toMatchObject({ x: [0.5, 1.5, 1.5, 2.5, 2.5, 1.5, 1.5, 0.5], y: [0.5, 0.5, 0.25, 0.25, -0.25, -0.25, -0.5, -0.5] });
  });

  it("of 600 universes has two in a column, and says which and what they are", () => {
    const many = Array.from({ length: 600 }, (_, i) => point(i, { starred: i === 1 || i === 4 || i === 5, options: i % 2 === 0 ? [0] : [0, 1], paper: i === 3, record: () => ({ id: String(i) }) }));
    const { data, words, layout } = specificationCurve({ ...curve, points: many });
    expect(layout.xaxis).toMatchObject({ range: [-1, 300] });
    // Column 0 has one starred of two: not most of them.
    expect(data[0]).toMatchObject({
      x: [2], y: [5], customdata: [{ id: "5", among: { from: 5, to: 6, of: 600, least: 4, most: 5, shareStarred: 1 } }],
      hovertext: ["universes 5–6 of 600: 4.000 – 5.000, 100% starred; the middle one: / 第5–6个，共600个：4.000 – 5.000，100%显著；居中者：<br>at 5"],
    });
    expect((data[1].hovertext as string[])[0]).toBe("universes 1–2 of 600: 0.000 – 1.000, 50% starred; the middle one: / 第1–2个，共600个：0.000 – 1.000，50%显著；居中者：<br>at 1");
    expect(data[2]).toMatchObject({ x: [1], y: [3], customdata: [{ id: "3" }] });
    // Half of a column's universes have the second option: the second of four shades.
    expect(data.slice(3).map(({ x }) => x)).toEqual([[-0.5, 299.5, null, -0.5, 299.5, null], [], [-0.5, 299.5, null], [], [-0.5, 299.5, null]]);
    expect(words.en.split("\n")[2]).toBe("the paper's own: 3.000 [2.750, 3.500], 4 of 600 from the smallest");
  });
});

describe("columns of a curve", () => {
  it("are one a universe up to 300, then neighbours, none left out", () => {
    expect([[0, 300], [299, 300], [0, 301], [1, 301], [2, 301], [300, 301], [599, 600], [450, 900]].map(([place, of]) => columnOf(place, of))).toEqual([0, 299, 0, 0, 1, 299, 299, 150]);
    const sorted = Array.from({ length: 301 }, (_, i) => point(i));
    const columns = curveColumns(sorted, 0);
    expect(columns.map(({ count }) => count).filter((count) => count > 1)).toEqual([2]);
    expect([columns[0].from, columns[0].count, columns[1].from, columns[299].from]).toEqual([0, 2, 2, 300]);
    sorted.forEach((_, place) => {
      const { from, count } = columns[columnOf(place, 301)];
      expect(place >= from && place < from + count).toBe(true);
    });
  });

  it("hold medians of estimates and limits, their ends, and shares of stars and options", () => {
    const unsorted = [[5, 1, 9, 0.1], [1, 0, 2, 0.3], [3, 2, 4, 0.2]].map(([estimate, lower, upper, band], i) => point(estimate, { lower, upper, band, starred: i !== 0, options: i === 1 ? [1] : [1, 2] }));
    const rest = Array.from({ length: 897 }, (_, i) => point(10 + i));
    const [first] = curveColumns([...unsorted, ...rest], 3);
    expect(first).toMatchObject({ from: 0, count: 3, estimate: 3, lower: 1, upper: 4, band: 0.2, starred: true, shareStarred: 2 / 3, least: 1, most: 5, options: [0, 1, 2 / 3] });
    expect(first.middle).toBe(unsorted[2]);
    expect(curveColumns([{ ...unsorted[0], band: undefined }, ...unsorted.slice(1), ...rest], 3)[0].band).toBeUndefined();
  });

  it("are shaded by quarters, rounded up, each stretch of neighbours in one piece", () => {
    const column = (share: number) => ({ ...curveColumns([point(0)], 1)[0], options: [share] });
    const lines = curveGrid([0.25, 0.01, 0, 0.26, 0.5, 0.2, 0.51, 0.75, 0.76, 1].map(column), 1);
    expect(lines.map(({ x }) => x)).toEqual([[-0.5, 9.5, null], [-0.5, 1.5, null, 4.5, 5.5, null], [2.5, 4.5, null], [5.5, 7.5, null], [7.5, 9.5, null]]);
    expect(lines[1].y).toEqual([0, 0, null, 0, 0, null]);
    expect(curveGrid([], 2).map(({ x }) => x)).toEqual([[], [], [], [], []]);
  });
});

const meta: UniversesMeta = {
  universes: { en: "H1", zh: "假设1" },
  decisions: [
    { id: "age", en: "age", zh: "年龄", options: [{ id: "all", en: "everybody", zh: "全部", paper: true, ground: "§3", kind: { en: "k", zh: "类" } }, { id: "adults", en: "adults", zh: "成人", paper: false, ground: "§4", kind: { en: "stricter", zh: "更严" } }] },
    { id: "link", en: "link", zh: "联系", options: [{ id: "logit", en: "odds", zh: "优势", paper: true, ground: "§5", kind: { en: "k", zh: "类" } }, { id: "probit", en: "normal", zh: "正态", paper: false, ground: "§6", kind: { en: "other", zh: "其他" } }] },
  ],
};
const record: UniverseRecord = { id: "all+probit", n: 590, estimate: 0.12345, standardError: 0.0456, p: 0.006789, stars: "***", options: [0, 1] };

describe("the table of a universe", () => {
  it("begins with what departs from the paper, and says what came of it", () => {
    const table = universeTable({ ...meta, synthetic: true }, { ...record, adjustedP: 0.04321, among: { from: 3, to: 5, of: 900, least: 0.1, most: 0.25, shareStarred: 0.748 } });
    expect(table).toMatchObject({
      id: "universe", synthetic: true, title: { en: "H1: all+probit", zh: "假设1：all+probit" }, stub: { en: "decision", zh: "决定" },
      rowGroups: [{
        rows: [
          { header: { en: "link", zh: "联系" }, cells: [{ text: "probit" }, { text: { en: "normal", zh: "正态" } }, { text: "§6" }, { text: { en: "other", zh: "其他" } }] },
          { header: { en: "age", zh: "年龄" }, cells: [{ text: "all *" }, { text: { en: "everybody", zh: "全部" } }, { text: "§3" }, { text: { en: "the paper's", zh: "论文所选" } }] },
        ],
      }],
      notes: [
        { en: "estimate 0.123*** (0.046), p = 0.00679, n = 590; among all universes p = 0.0432.", zh: "系数 0.123*** (0.046), p = 0.00679, n = 590；在全部设定中校正后 p = 0.0432。" },
        { en: "It departs from the paper in 1 of 2 decisions.", zh: "与论文相比，2项决定中改变了1项。" },
        { en: "It stands for universes 3 to 5 of 900: estimates 0.100 to 0.250, 75% of them starred.", zh: "它代表第3至5个设定（共900个）：系数0.100至0.250，其中75%显著。" },
      ],
    });
    expect(table.columnGroups[0].columns.map(({ header }) => header)).toEqual([
      { en: "option (* the paper's)", zh: "选项（* 论文所选）" }, { en: "why it is defensible", zh: "为何可辩护" }, { en: "source", zh: "出处" }, { en: "beside the paper's", zh: "与论文相比" },
    ]);
  });

  it("of the paper's own says so", () => {
    const { notes, synthetic, rowGroups } = universeTable(meta, { ...record, options: [0, 0], stars: "" });
    expect(synthetic).toBe(false);
    expect(rowGroups[0].rows.map(({ header }) => header)).toEqual([{ en: "age", zh: "年龄" }, { en: "link", zh: "联系" }]);
    expect(notes).toEqual([
      { en: "estimate 0.123 (0.046), p = 0.00679, n = 590.", zh: "系数 0.123 (0.046), p = 0.00679, n = 590。" },
      { en: "It is the paper's own.", zh: "此即论文自身的设定。" },
    ]);
  });
});

describe("the universes of a figure", () => {
  it("are those of its points, from the left", () => {
    const at = (id: string) => ({ ...record, id });
    const data = [{ meta, customdata: [at("c"), at("a"), { id: "none" }], x: [4, -1, 0] }, { meta, customdata: [at("b")], x: [2] }, { meta, x: [1] }, { customdata: [at("d")], x: [9] }];
    expect(universesIn(data).map(({ record: { id } }) => id)).toEqual(["a", "b", "c"]);
    expect(universesIn([{ meta, customdata: [at("x"), at("y")] }, { meta, customdata: [at("z")], x: [0.5] }]).map(({ record: { id } }) => id)).toEqual(["x", "z", "y"]);
    expect(universePoint(meta, record)).toEqual({ meta, record });
    expect([carriesUniverses(data), carriesUniverses([{ meta }, { customdata: [] }]), carriesUniverses([])]).toEqual([true, false, false]);
  });

  it.each<[unknown, unknown]>([
    [undefined, record], [null, record], [[meta], record], [{ ...meta, universes: "H1" }, record], [{ ...meta, decisions: {} }, record], ["meta", record],
    [meta, undefined], [meta, null], [meta, [record]], [meta, { ...record, id: 3 }], [meta, { ...record, n: "590" }], [meta, { ...record, estimate: null }],
    [meta, { ...record, standardError: undefined }], [meta, { ...record, p: "0" }], [meta, { ...record, options: "01" }], [meta, { ...record, options: [0] }], [meta, { ...record, options: [0, 1, 0] }],
  ])("are none of %j with %j", (shared, of) => {
    expect(universePoint(shared, of)).toBeUndefined();
  });
});

describe("a grid of shares", () => {
  it("has numbers that can be read on light and dark, and room for its labels", () => {
    const cells = [[{ share: 1, beneath: "of <3>", words: { en: "held", zh: "成立" } }, undefined], [undefined, { share: 0.125, beneath: "", words: "甲" }]];
    const { data, layout, words } = shareGrid({ ...base, rows: ["行", { en: "row", zh: "行行" }], columns: ["一", { en: "two", zh: "二" }], cells, notes: [{ en: "note", zh: "注" }] });
    expect(data.slice(0, 4)).toMatchObject([{ x: [], fillcolor: "rgb(228,240,248)" }, { fillcolor: "rgb(170,192,209)" }, { x: [], fillcolor: "rgb(82,120,151)" }, { fillcolor: "rgb(24,72,112)" }]);
    expect(rounded([data[1].x, data[1].y, data[3].x, data[3].y])).toEqual([[0.52, 1.48, 1.48, 0.52, 0.52, null], [0.54, 0.54, 1.46, 1.46, 0.54, null], [-0.48, 0.48, 0.48, -0.48, -0.48, null], [-0.46, -0.46, 0.46, 0.46, -0.46, null]]);
    expect(data[0]).toMatchObject({ type: "scatter", mode: "lines", showlegend: false, hoverinfo: "skip", fill: "toself", line: { width: 0, color: "rgb(228,240,248)" } });
    expect(data[4]).toEqual({
      type: "scatter", mode: "text", name: "", showlegend: false, x: [0, 1], y: [0, 1], text: ["100%<br>of &lt;3&gt;", "13%<br>"], textfont: { size: 13, color: ["#ffffff", "#14406a"] },
      hoverinfo: "text", hovertext: ["行<br>一<br>100% held / 成立", "row / 行行<br>two / 二<br>13% 甲"],
    });
    expect(layout).toMatchObject({
      width: 48 + 2 * 170 + 16, height: 194, margin: { l: 48, r: 16, t: 86, b: 16 }, hoverdistance: 80, // 42.8 + 31.2 + 12 above; 46 a row
      xaxis: { ticktext: ["一", "two<br>二"], side: "top", showgrid: false, zeroline: false, ticks: "", fixedrange: true }, yaxis: { ticktext: ["行", "row<br>行行"], showgrid: false, zeroline: false, ticks: "", fixedrange: true },
    });
    expect(words).toEqual({ en: "图\nnote\n行: 一 100% held; two none\nrow: 一 none; two 13% 甲", zh: "图\n注\n行：一 100% 成立；二 无\n行行：一 无；二 13% 甲" });
  });

  it("never says all or none of a share that is neither, and writes so for Plotly", () => {
    const { data, words } = shareGrid({ ...base, rows: ["甲"], columns: ["a", "b"], cells: [[{ share: 999 / 1000, beneath: "", words: "x" }, { share: 1 / 1000, beneath: "", words: "y" }]], notes: [] });
    expect(data[4].text).toEqual(["&gt; 99%<br>", "&lt; 1%<br>"]);
    expect(words).toMatchObject({ en: "图\n甲: a > 99% x; b < 1% y" });
  });

  it("breaks a column's heading 8 pixels before its cell's end", () => {
    expect(shareGrid({ ...base, rows: ["甲"], columns: ["字".repeat(14), "字".repeat(13)], cells: [[undefined, undefined]], notes: [] }).layout.xaxis).toMatchObject({ ticktext: [`${"字".repeat(13)}<br>字`, "字".repeat(13)] });
  });

  it("has rows as high as four lines of a label and 10", () => {
    expect(shareGrid({ ...base, rows: ["甲\n乙\n丙\n丁"], columns: ["一"], cells: [[undefined]], notes: [] }).layout.height).toBe(Math.round(42.8 + 15.6 + 12 + 62.4 + 10 + 16));
  });
});
