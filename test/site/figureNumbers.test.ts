import { expect, it } from "vitest";
import { figureNumbers, shown } from "../../src/site/figureNumbers";
import { wordsOf } from "../../src/site/words";
import { coefficientPlot } from "./exampleNotebooks";

const words = wordsOf("en");
const numbers = (figure: Parameters<typeof figureNumbers>[0]) => figureNumbers(figure, words);

it("gives a row for each mark under the names of its axes, with the ends of its interval", () => {
  const { columns, rows } = numbers(coefficientPlot);
  expect(columns).toEqual(["Series", "group / 组别", "log-odds / 对数几率", "From", "To"]);
  expect(rows[0]).toEqual(["refitted / 重新拟合", "Changchun 长春", 0.213, 0.213 - 0.6, 0.213 + 0.6]);
  expect(rows).toHaveLength(6);
  expect(rows[3]).toEqual(["printed / 论文", "Changchun 长春", 0.2, null, null]);
});

it("takes the two sides of an interval for what they are", () => {
  const { rows } = numbers({ data: [{ type: "scatter", x: [1], y: [10], error_y: { type: "data", symmetric: false, array: [3], arrayminus: [2] } }] });
  expect(rows).toEqual([[1, 10, 8, 13]]);
});

it("calls marks by the tick they stand beside, and panels by their heading", () => {
  const { columns, rows } = numbers({
    data: [
      { type: "scatter", name: "a", x: [0.5], y: [1.15], xaxis: "x", yaxis: "y" },
      { type: "scatter", name: "a", x: [0.7], y: [-0.15], xaxis: "x2", yaxis: "y" },
    ],
    layout: {
      xaxis: { domain: [0, 0.48] }, xaxis2: { domain: [0.52, 1] },
      yaxis: { tickvals: [0, 1], ticktext: ["kin<br>亲友", "p &lt; .1"] },
      annotations: [
        { text: "South", xref: "paper", yref: "paper", x: 0.76, y: 1, showarrow: false },
        { text: "Changchun", xref: "paper", yref: "paper", x: 0.24, y: 1, showarrow: false },
        { text: "log-odds", xref: "paper", yref: "paper", x: 0.5, y: 0, showarrow: false },
      ],
    },
  });
  expect(columns).toEqual(["Panel", "Series", "Item", "log-odds"]);
  expect(rows).toEqual([["Changchun", "a", "p < .1", 0.5], ["South", "a", "kin 亲友", 0.7]]);
});

it("leaves furniture out: hidden traces, nameless lines that cannot be hovered over", () => {
  const { rows } = numbers({ data: [
    { type: "scatter", x: [0], y: [0], hoverinfo: "skip" }, { type: "bar", x: [0], y: [0], visible: false }, { type: "bar", name: "kept", x: ["a"], y: [2] },
  ] });
  expect(rows).toEqual([["kept", "a", 2]]);
});

it("takes a heading above a plot without panels for the name of its y axis, and ticks for names on x too", () => {
  const { columns, rows } = numbers({
    data: [{ type: "bar", name: "a", x: [0.2, 1.2], y: [0.5, 0.7] }],
    layout: {
      xaxis: { tickvals: [0, 1], ticktext: ["1", "1.33"] },
      annotations: [{ text: "probability", xref: "paper", yref: "paper", x: 0, y: 1, showarrow: false }],
    },
  });
  expect(columns).toEqual(["Series", "Item", "probability"]);
  expect(rows).toEqual([["a", "1", 0.5], ["a", "1.33", 0.7]]);
});

it("lists the texts of a diagram, which has no numbers", () => {
  const { columns, rows } = numbers({
    data: [{ type: "scatter", mode: "lines", x: [0, 1], y: [0, 1], hoverinfo: "skip", showlegend: false }],
    layout: { annotations: [
      { text: "2004 rows<br>2004 行", xref: "x", yref: "y", x: 1, y: 2, showarrow: false }, { text: "777 left", xref: "x", yref: "y", x: 1, y: 3, showarrow: false },
      { text: "a heading", xref: "paper", yref: "paper", x: 0, y: 1, showarrow: false }, { text: "", xref: "x", yref: "y", x: 1, y: 2, showarrow: true },
    ] },
  });
  expect(columns).toEqual(["Label"]);
  expect(rows).toEqual([["2004 rows 2004 行"], ["777 left"]]);
});

it("reads a heatmap cell by cell", () => {
  const { columns, rows } = numbers({ data: [{ type: "heatmap", x: ["a", "b"], y: ["c"], z: [[1, 2]] }] });
  expect(columns).toEqual(["y", "x", "z"]);
  expect(rows).toEqual([["c", "a", 1], ["c", "b", 2]]);
});

it("passes gaps over", () => {
  expect(numbers({ data: [{ type: "scatter", x: [1, 2, 3], y: [1, null, 3] }] }).rows).toEqual([[1, 1], [3, 3]]);
});

it("writes numbers short, with a real minus, and a dash for nothing", () => {
  expect([1 / 3, -0.5, 1e-9, 777, null, "長"].map(shown)).toEqual(["0.333333", "−0.5", "1e−9", "777", "–", "長"]);
});
