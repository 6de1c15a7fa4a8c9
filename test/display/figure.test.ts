import { expect, it } from "vitest";
import { checkFigure, type Figure } from "../../src/display/figure";

const figure = (data: readonly object[], layout: object = {}) => ({ kind: "figure", id: "f", title: { en: "t", zh: "图" }, data, layout: { width: 1, height: 1, ...layout }, words: { en: "w", zh: "词" }, synthetic: false }) as unknown as Figure;

it("a figure has traces of four kinds, and what JSON keeps", () => {
  expect(() => checkFigure(figure(["scatter", "bar", "box", "heatmap"].map((type) => ({ type, x: [1, null, "a", true], more: { y: [] } }))))).not.toThrow();
});

it.each<[readonly object[], object, string]>([
  [[{ type: "bar" }, { type: "pie" }], {}, 'figure f, trace 2: type "pie" (expected scatter, bar, box, heatmap)'],
  [[{}], {}, "figure f, trace 1: type undefined (expected scatter, bar, box, heatmap)"],
  [[{ type: "bar", y: [1, Number.NaN] }], {}, "figure f.data.0.y.1: NaN cannot be drawn (expected a finite number, or null for a gap)"],
  [[], { xaxis: { range: [0, -Infinity] } }, "figure f.layout.xaxis.range.1: -Infinity cannot be drawn (expected a finite number, or null for a gap)"],
  [[], { title: undefined }, "figure f.layout.title: undefined is not JSON"],
  [[{ type: "bar", text: [() => "a"] }], {}, "figure f.data.0.text.0: function is not JSON"],
  [[], { size: 1n }, "figure f.layout.size: bigint is not JSON"],
])("is refused by the place of what would be lost: %#", (data, layout, sentence) => expect(() => checkFigure(figure(data, layout))).toThrow(new RangeError(sentence)));
