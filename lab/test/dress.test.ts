import { expect, test } from "vitest";
import { dressed, type Surroundings } from "../src/figure/dress";

const light: Surroundings = { dark: false, ink: "rgb(0, 0, 0)", line: "#bdbdbd", muted: "#757575", family: "sans" };
const dark: Surroundings = { ...light, dark: true, ink: "rgb(255, 255, 255)" };
const figure = {
  data: [{ type: "bar", marker: { color: "#0072B2", line: { color: "#000000" } } }, { type: "bar", textposition: "inside", textfont: { color: "#000000" }, marker: { color: "#E69F00" } }],
  layout: { paper_bgcolor: "#ffffff", font: { color: "#222222", size: 12 }, xaxis: { gridcolor: "#dddddd", title: { text: "x" } }, shapes: [{ fillcolor: "#e4f0f8" }], annotations: [{ font: { color: "#111111" } }, { bgcolor: "#fff4d6", font: { color: "#000000" } }] },
};

test("a figure takes the page's ground, ink and lines, and keeps its sizes and its own colours", () => {
  const { data, layout } = dressed(figure, light);
  expect(layout).toMatchObject({ paper_bgcolor: "rgba(0,0,0,0)", font: { color: "rgb(0, 0, 0)", size: 12, family: "sans" }, xaxis: { gridcolor: "#bdbdbd", title: { text: "x" } } });
  expect(data).toEqual(figure.data);
});

test("on a dark page black becomes the page's ink, light grounds dark, and what has a ground of its own stays", () => {
  const { data, layout } = dressed(figure, dark);
  expect(data[0]).toEqual({ type: "bar", marker: { color: "#0072B2", line: { color: "rgb(255, 255, 255)" } } });
  expect(data[1]).toEqual(figure.data[1]);
  const annotations = layout.annotations as { font: { color: string } }[];
  expect(annotations.map(({ font }) => font.color)).toEqual(["rgb(255, 255, 255)", "#000000"]);
  expect((layout.shapes as { fillcolor: string }[])[0].fillcolor).toMatch(/^rgb\((\d\d), \d\d, \d\d\)$/);
});
