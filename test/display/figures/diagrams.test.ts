import { describe, expect, it } from "vitest";
import { conceptMap } from "../../../src/display/figures/conceptMap";
import { arrowHead, arrowLabel, arrowLine, boxHeight, boxShape, boxText, pixelAxes, textRoom } from "../../../src/display/figures/diagram";
import { type ConceptLink, type ConceptNode, placed } from "../../../src/display/figures/layers";
import { plotLabel } from "../../../src/display/figures/plotText";
import { sampleFlow } from "../../../src/display/figures/sampleFlow";
import { checkFlow } from "../../../src/display/flow";
import { rounded } from "./rounded";

const title = { en: "图", zh: "图" };
const base = { id: "f", title, synthetic: false };

describe("boxes and arrows", () => {
  const label = plotLabel("甲乙", 100);

  it("are laid out in pixels, y downwards, a pixel of air around", () => {
    expect(pixelAxes(300, 200)).toEqual({ xaxis: { range: [-1, 301], visible: false, fixedrange: true }, yaxis: { range: [201, -1], visible: false, fixedrange: true } });
    expect(rounded([boxHeight(label), textRoom(100)])).toEqual([29.6, 86]);
  });

  it("a box is a rectangle with its text in the middle, at the size it was measured with", () => {
    const box = { x: 10, y: 20, width: 100, height: 30, label };
    expect(boxShape(box)).toEqual({ type: "rect", xref: "x", yref: "y", x0: 10, x1: 110, y0: 20, y1: 50, fillcolor: "#ffffff", line: { color: "#666666", width: 1.3, dash: "solid" }, layer: "below" });
    expect(boxShape({ ...box, fill: "#eee", border: "#000", dash: "dot" })).toMatchObject({ fillcolor: "#eee", line: { color: "#000", dash: "dot" } });
    expect(rounded(boxText(box))).toEqual({ text: "甲乙", showarrow: false, xref: "x", yref: "y", x: 60, y: 35, align: "center", borderpad: 0, font: { size: 12, color: "#222222" } });
    expect(rounded(boxText({ ...box, label: plotLabel("甲\n乙", 100, 11) }).font)).toMatchObject({ size: 11 });
    expect(boxText({ ...box, size: 9 }).font).toMatchObject({ size: 9 });
  });

  it("an arrow is a shaft by its corners, a head with a stem of 8 pixels along its last piece, and a label in the middle", () => {
    expect(arrowLine({ from: [0, 1], via: [[2, 3], [4, 5]], to: [6, 7] })).toEqual({ type: "scatter", mode: "lines", x: [0, 2, 4, 6], y: [1, 3, 5, 7], line: { color: "#666666", width: 1.3, dash: "solid" }, hoverinfo: "skip", showlegend: false });
    expect(arrowLine({ from: [0, 1], to: [6, 7], dashed: true, colour: "#b00", width: 2 })).toMatchObject({ x: [0, 6], y: [1, 7], line: { color: "#b00", width: 2, dash: "dash" } });
    expect(rounded(arrowHead({ from: [2, 3], to: [32, 43] }))).toEqual({
      text: "", showarrow: true, arrowhead: 2, arrowsize: 1.1, arrowwidth: 1.3, arrowcolor: "#666666", xref: "x", yref: "y", axref: "x", ayref: "y", x: 32, y: 43, ax: 27.2, ay: 36.6,
    });
    expect(rounded(arrowHead({ from: [0, 0], via: [[9, 9], [42, -37]], to: [102, 43], colour: "#b00", width: 2 }))).toMatchObject({ arrowwidth: 2, arrowcolor: "#b00", ax: 97.2, ay: 36.6 });
    expect(arrowHead({ from: [5, 5], to: [5, 5] })).toMatchObject({ ax: 5, ay: 5 });
    expect(arrowLabel({ from: [10, 20], to: [30, 50], label: "±" })).toEqual([{ text: "±", showarrow: false, xref: "x", yref: "y", x: 20, y: 35, yanchor: "bottom", yshift: 1, font: { size: 13 } }]);
    expect([arrowLabel({ from: [1, 2], to: [3, 4] }), arrowLabel({ from: [1, 2], to: [3, 4], label: "" })]).toEqual([[], []]);
  });
});

// A box of one line is 11 · 1.3 + 14 = 28.3 pixels high; 12 are between two.
const node = (id: string, layer: number): ConceptNode => ({ id, layer, label: "甲" });
const link = (from: string, to: string): ConceptLink => ({ from, to });
const middles = (nodes: readonly ConceptNode[], links: readonly ConceptLink[], layers: number) => Object.fromEntries(placed(nodes, links, layers, "m").boxes.map(({ id, y, height }) => [id, rounded(y + height / 2)]));

describe("columns of boxes", () => {
  it("are as wide as a page lets them, 44 pixels apart, between 130 and 200", () => {
    const of = (layers: number) => placed([node("a", layers - 1)], [], layers, "m");
    expect([1, 2, 5, 6, 7, 8].map((layers) => of(layers).columnWidth)).toEqual([200, 200, 188, 150, 130, 130]);
    expect([of(1).width, of(2).width, of(6).width]).toEqual([200, 444, 1120]);
    expect(of(6).boxes).toMatchObject([{ id: "a", layer: 5, x: 970, width: 150 }]);
  });

  it("stand evenly where they are fullest, the others at the height of what they are linked to", () => {
    const left = [node("a", 0), node("b", 0)];
    expect(rounded(placed([...left, node("c", 1)], [link("a", "c"), link("b", "c")], 2, "m"))).toMatchObject({
      height: 82.6, width: 444, columnWidth: 200, // 2 · 40.3 + 2
      boxes: [{ id: "a", x: 0, y: 6.5, width: 200, height: 28.3 }, { id: "b", x: 0, y: 47.8 }, { id: "c", layer: 1, x: 244, y: 27.15 }],
    });
    expect(middles([...left, node("c", 1)], [link("b", "c")], 2)).toEqual({ a: 20.65, b: 61.95, c: 61.95 });
    expect(middles([...left, node("c", 1)], [], 2)).toEqual({ a: 20.65, b: 61.95, c: 41.3 });
    // Of two that are as full the first stands evenly, and the other follows it.
    expect(middles([...left, node("d", 1), node("e", 1)], [link("b", "d"), link("a", "e")], 2)).toEqual({ a: 20.65, b: 61.95, d: 61.95, e: 20.65 });
  });

  it("go outwards from the fullest to both sides, moved apart where they would overlap, within the height", () => {
    const middle = [node("a", 1), node("b", 1), node("c", 1)]; // evenly: 20.483, 61.45, 102.417 of 122.9
    expect(middles([...middle, node("p", 0), node("q", 2)], [link("p", "c"), link("p", "b"), link("a", "q")], 3)).toMatchObject({ a: 20.483333333, b: 61.45, c: 102.416666667, p: 81.933333333, q: 20.483333333 });
    expect(middles([...middle, node("d", 2), node("e", 2)], [link("a", "d"), link("a", "e")], 3)).toMatchObject({ d: 20.483333333, e: 60.783333333 });
    expect(middles([...middle, node("d", 2), node("e", 2)], [link("c", "d"), link("c", "e")], 3)).toMatchObject({ d: 67.45, e: 107.75 });
    expect(middles([...middle, node("d", 0), node("e", 0)], [link("d", "c"), link("e", "c")], 3)).toMatchObject({ d: 67.45, e: 107.75 });
    // Who is linked to a column that does not stand yet alone is in the middle.
    expect(middles([...middle, node("p", 0), node("q", 2)], [link("p", "q")], 3)).toMatchObject({ p: 61.45, q: 61.45 });
    // Farther out they follow their neighbours, not the fullest column.
    expect(middles([...middle, node("d", 2), node("f", 3)], [link("c", "d"), link("d", "f"), link("a", "f")], 4)).toMatchObject({ d: 102.416666667, f: 61.45 });
  });

  it("keep a tall box in the picture", () => {
    const tall = { id: "t", layer: 1, label: "甲\n乙\n丙" }; // 56.9 high
    expect(middles([node("a", 0), node("b", 0), node("c", 0), tall], [link("a", "t")], 2)).toMatchObject({ t: 29.45 });
    expect(middles([node("a", 0), node("b", 0), node("c", 0), tall], [link("c", "t")], 2)).toMatchObject({ t: 93.45 });
  });

  it.each<[string, ConceptNode[], ConceptLink[]]>([
    ["figure m: b stands in column 2 (expected 0 to 1)", [node("a", 0), node("b", 2)], []],
    ["figure m: b stands in column -1 (expected 0 to 1)", [node("a", 0), node("b", -1), node("c", 7)], []],
    ["figure m: b stands in column 0.5 (expected 0 to 1)", [node("a", 0), node("b", 0.5)], []],
    ["figure m: a link from a to z, and no box of the name z", [node("a", 0)], [link("a", "z")]],
    ["figure m: a link from z to a, and no box of the name z", [node("a", 0)], [link("z", "a")]],
    ["figure m: two boxes of the name b (expected names of their own)", [node("a", 0), node("b", 0), node("c", 1), node("b", 1)], [link("a", "b")]],
    ["figure m: the link from a to b does not lead to the right", [node("a", 1), node("b", 1)], [link("a", "b")]],
  ])("are refused: %s", (said, nodes, links) => {
    expect(() => placed(nodes, links, 2, "m")).toThrow(new RangeError(said));
  });
});

it("a map of concepts joins the right side of a box to the left of the next, and heads its columns", () => {
  const nodes: ConceptNode[] = [{ id: "a", layer: 0, label: { en: "甲", zh: "甲" } }, { id: "b", layer: 0, label: "乙" }, { id: "c", layer: 1, label: { en: "丙", zh: "丙" } }];
  const links: ConceptLink[] = [{ from: "a", to: "c", signOpen: true }, { from: "b", to: "c", label: { en: "<助>", zh: "<助>" } }];
  const { data, layout, words } = conceptMap({ ...base, layers: ["论", { en: "H", zh: "假" }], nodes, links });
  const shaft = (y: number, line: object) => ({ type: "scatter", mode: "lines", x: [200, 244], y: [y, 41.3], line, hoverinfo: "skip", showlegend: false });
  expect(rounded(data)).toEqual([shaft(20.65, { color: "#b34700", width: 1.8, dash: "dash" }), shaft(61.95, { color: "#666666", width: 1.3, dash: "solid" })]);
  expect(layout).toMatchObject({ width: 484, height: 177, margin: { l: 20, r: 20, t: 83, b: 12 }, xaxis: { range: [-1, 445] } }); // above: 33.8 of a heading of two lines and 6
  expect(layout.shapes).toMatchObject([{ fillcolor: "#f3f0fa" }, { fillcolor: "#f3f0fa" }, { x0: 244, fillcolor: "#eaf3f9" }]);
  const heading = (text: string, x: number) => ({ text, showarrow: false, xref: "x", x, yref: "paper", y: 1, yanchor: "bottom", yshift: 2, align: "center", font: { size: 13 } });
  expect((layout.annotations as object[]).slice(-2)).toEqual([heading("论", 100), heading("H<br>假", 344)]);
  expect(rounded(layout.annotations)).toMatchObject([
    { text: "甲" }, { text: "乙" }, { text: "丙" }, { arrowcolor: "#b34700", arrowwidth: 1.8, x: 244, y: 41.3 }, { arrowcolor: "#666666", x: 244, y: 41.3 },
    { text: "±", x: 222, y: 30.975 }, { text: "&lt;助&gt;", x: 222, y: 51.625 }, {}, {},
  ]);
  expect(words).toEqual({ en: "图\n论 → H\n甲 → 丙 (either sign)\n乙 → 丙", zh: "图\n论 → 假\n甲 → 丙（方向未定）\n乙 → 丙" });
});

it("a map of concepts has a seventh column filled as the first, headings over empty ones at the left, and labels in both languages", () => {
  const nodes = [0, 1, 6].map((layer) => ({ id: `n${layer}`, layer, label: { en: `n\n${layer}`, zh: `点${layer}` } }));
  const links = [{ from: "n0", to: "n1", label: { en: "helps", zh: "助" }, signOpen: true }, { from: "n0", to: "n6" }];
  const { layout, words } = conceptMap({ ...base, layers: ["一", "二", "三", "四", "五", "六", "七"], nodes, links });
  expect(layout.shapes).toMatchObject([{ fillcolor: "#f3f0fa" }, { fillcolor: "#eaf3f9" }, { fillcolor: "#f3f0fa" }]);
  expect((layout.annotations as { text: string; x: number }[]).slice(5)).toMatchObject([{ text: "helps 助" }, { text: "一", x: 65 }, { text: "二", x: 239 }, { text: "三", x: 65 }, {}, {}, {}, { text: "七", x: 1109 }]);
  expect(words).toEqual({ en: "图\n一 → 二 → 三 → 四 → 五 → 六 → 七\nn 0 → n 1 (either sign); n 6", zh: "图\n一 → 二 → 三 → 四 → 五 → 六 → 七\n点0 → 点1（方向未定）；点6" });
});

describe("a sample flow", () => {
  const steps = [
    { en: "rows", zh: "行", dropped: 0, left: 10 },
    { en: "young", zh: "未成年", dropped: 3, left: 7, parts: [{ en: "students", zh: "学生", dropped: 1 }, { en: "others", zh: "其他", dropped: 2 }] },
    { en: "away", zh: "离开", dropped: 2, left: 5 },
  ];
  const ends = [{ label: { en: "甲", zh: "甲" }, count: 1 }, { label: { en: "乙", zh: "乙" }, count: 4 }];

  it("goes down the left, 12 pixels between boxes, each reason to the right of the arrow past it", () => {
    const { data, layout } = sampleFlow({ ...base, steps, ends });
    expect(rounded((layout.shapes as Record<string, number>[]).map(({ x0, x1, y0, y1 }) => [x0, x1, y0, y1]))).toEqual([
      [0, 230, 1, 30.6], [310, 680, 42.6, 87.8], [0, 230, 99.8, 129.4], [310, 680, 141.4, 186.6], [0, 230, 198.6, 228.2], [0, 334, 252.2, 281.8], [346, 680, 252.2, 281.8],
    ]);
    expect(layout.shapes).toMatchObject([
      { fillcolor: "#ffffff", line: { color: "#666666" } }, { fillcolor: "#f3f3f3", line: { dash: "dot" } }, { fillcolor: "#ffffff" }, { fillcolor: "#f3f3f3" },
      { fillcolor: "#eaf3f9", line: { color: "#000000" } }, { fillcolor: "#ffffff" }, { fillcolor: "#ffffff" },
    ]);
    expect(rounded(data.map(({ x, y }) => [x, y]))).toEqual([
      [[115, 115], [30.6, 99.8]], [[115, 310], [65.2, 65.2]], [[115, 115], [129.4, 198.6]], [[115, 310], [164, 164]],
      [[115, 115, 167, 167], [228.2, 240.2, 240.2, 252.2]], [[115, 115, 513, 513], [228.2, 240.2, 240.2, 252.2]],
    ]);
    expect((layout.annotations as { text: string }[]).map(({ text }) => text).filter(Boolean)).toEqual([
      "10 rows / 行 10", "− 3: young (students 1, others 2)<br>− 3：未成年（学生 1，其他 2）", "7 left / 剩余 7", "− 2: away<br>− 2：离开", "sample: 5 / 样本：5", "甲 1", "乙 4",
    ]);
    expect(layout).toMatchObject({ width: 720, height: Math.round(52.8 + 282.8 + 16), margin: { l: 20, r: 20, t: 53, b: 16 }, xaxis: { range: [-1, 681] } });
  });

  it("is told line by line", () => {
    expect(sampleFlow({ ...base, steps, ends }).words).toEqual({
      en: "图\n10 rows\n3 left out: young (students 1, others 2); 7 left\n2 left out: away; 5 left\nmade up of: 甲 1, 乙 4",
      zh: "图\n行 10\n排除 3：未成年（学生 1，其他 2）；剩余 7\n排除 2：离开；剩余 5\n构成：甲 1，乙 4",
    });
  });

  it("does not name those who are left after the reason under which nobody left", () => {
    const nobody = [steps[0], { en: "under 18", zh: "未成年", dropped: 0, left: 10 }, { en: "away", zh: "离开", dropped: 1, left: 9 }];
    const texts = (sampleFlow({ ...base, steps: nobody }).layout.annotations as { text: string }[]).map(({ text }) => text);
    expect(texts).toContain("10 left / 剩余 10");
    expect(texts).not.toContain("10 under 18 / 未成年 10");
  });

  it("divides the width among what the sample is made up of", () => {
    const { layout } = sampleFlow({ ...base, steps: steps.slice(0, 1), ends: [["A", "甲", 1], ["B", "乙", 3], ["C", "丙", 6]].map(([en, zh, count]) => ({ label: { en: String(en), zh: String(zh) }, count: Number(count) })) });
    expect(rounded((layout.shapes as Record<string, number>[]).slice(1).map(({ x0, x1 }) => [x0, x1]))).toEqual([[0, 218.666666667], [230.666666667, 449.333333333], [461.333333333, 680]]);
    expect((layout.annotations as { text: string }[]).slice(1, 4).map(({ text }) => text)).toEqual(["A 1<br>甲 1", "B 3<br>乙 3", "C 6<br>丙 6"]);
  });

  it("of one step is the sample", () => {
    const { layout, words, data } = sampleFlow({ ...base, steps: [steps[0]] });
    expect(data).toEqual([]);
    expect((layout.annotations as { text: string }[]).map(({ text }) => text)).toEqual(["sample: 10 / 样本：10"]);
    expect(layout.height).toBe(Math.round(52.8 + 31.6 + 16));
    expect(words.en).toBe("图\n10 rows");
  });

  it.each([
    ["a sample flow needs at least one step: everybody", [], []],
    ['sample flow, "away": 7 − 2 is not 4', [steps[0], steps[1], { ...steps[2], left: 4 }], []],
    ["sample flow: its ends add up to 1, not to 5", steps, [ends[0]]],
  ])("is refused: %s", (said, wrong, of) => {
    expect(() => checkFlow(wrong, of)).toThrow(new RangeError(said));
  });
});
