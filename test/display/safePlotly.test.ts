import { describe, expect, it } from "vitest";
import { isPixels, safePlotly } from "../../src/display/safe/safePlotly";
import { someFigures } from "./someFigures";

const bar = { type: "bar", x: [1], y: [2] };
const deep = (levels: number): unknown => Array.from({ length: levels }).reduce((inner) => [inner], 1 as unknown);

describe("a figure from a notebook", () => {
  it("of ours is drawn as it is", () => {
    for (const { data, layout } of Object.values(someFigures())) expect(safePlotly({ data, layout })).toEqual({ data, layout, leftOut: [] });
  });

  it.each([
    ["a picture of the layout", { data: [bar], layout: { images: [{ source: "https://example.org/a.png" }] } }, ["layout.images"]],
    ["buttons that would bring one", { data: [bar], layout: { updatemenus: [{ buttons: [{ args: ["images", []] }] }], sliders: [] } }, ["layout.updatemenus", "layout.sliders"]],
    ["a template, which is a layout again", { data: [bar], layout: { template: { layout: { images: [{}] } } } }, ["layout.template"]],
    ["a trace that is a picture", { data: [{ type: "image", source: "https://example.org/a.png" }, bar] }, ["data[0] (image)"]],
    ["a map", { data: [{ type: "scattermapbox" }] }, ["data[0] (scattermapbox)"]],
    ["a style in a text", { data: [{ ...bar, text: ['<span style="cursor:url(https://example.org/a)">a</span>'] }] }, ["data[0].text[0]"]],
    ["a link in a title", { data: [bar], layout: { title: { text: '<a href="https://example.org">a</a>' } } }, ["layout.title.text"]],
    ["a mark with an attribute in an axis", { data: [bar], layout: { xaxis: { ticktext: ["<b style='background:url(//example.org)'>1</b>"] } } }, ["layout.xaxis.ticktext[0]"]],
    ["a colour that is fetched", { data: [{ ...bar, marker: { color: "url(https://example.org/a.svg#b)" } }] }, ["data[0].marker.color"]],
  ])("goes without %s, and says so", (_, figure, leftOut) => {
    const kept = safePlotly(figure);
    expect(kept.leftOut).toEqual(leftOut);
    expect(JSON.stringify(kept.data) + JSON.stringify(kept.layout)).not.toMatch(/example|style|href|<a|scattermapbox|images/);
  });

  it("keeps plain marks and signs of comparison", () => {
    const text = "<b>p</b> < 0.05<br>a > b <i>x</i><sub>2</sub><extra></extra>";
    expect(safePlotly({ data: [{ ...bar, hovertemplate: text }] }).data[0].hovertemplate).toBe(text);
  });

  it("keeps styles that fetch nothing, and texts that name what would", () => {
    const trace = { type: "bar", marker: { color: "red", pattern: { shape: "/" } }, text: ["an url( of expression"], hovertemplate: "@import", line: { dash: "dot" } };
    expect(safePlotly({ data: [trace] })).toEqual({ data: [trace], layout: {}, leftOut: [] });
  });

  it("may have a trace without a type, which is a scatter", () => {
    expect(safePlotly({ data: [{ x: [1] }, { type: null, x: [2] }] })).toEqual({ data: [{ x: [1] }, { type: null, x: [2] }], layout: {}, leftOut: [] });
  });

  it("is 1 to 20000 pixels wide", () => {
    expect([1, 1.5, 20_000].map(isPixels)).toEqual([true, true, true]);
    expect([0.99, 0, -5, 20_000.5, Number.NaN, Infinity, "500", undefined, null].map(isPixels)).toEqual(Array.from({ length: 9 }, () => false));
  });

  it.each([
    [[], "a figure is a list (expected an object with data and layout)"],
    [{ data: () => 1 }, "data of a figure is function (expected a list of traces)"],
    [undefined, "a figure is missing (expected an object with data and layout)"],
    [{ data: "x".repeat(50) }, `data of a figure is "${"x".repeat(39)} (expected a list of traces)`],
    [{ data: [], layout: { shapes: [{}, 1] } }, "layout.shapes[1] of a figure is 1 (expected an object)"],
    [{ data: [], layout: { xaxis: {}, yaxis2: 1 } }, "layout.yaxis2 of a figure is 1 (expected an object)"],
    [{ data: "x" }, 'data of a figure is "x" (expected a list of traces)'],
    [{ data: [1] }, "data[0] of a figure is 1 (expected an object)"],
    [{ data: [], layout: [] }, "layout of a figure is a list (expected an object)"],
    [{ data: [], layout: { annotations: {} } }, "layout.annotations of a figure is {} (expected a list)"],
    [{ data: [], layout: { xaxis: { ticktext: "ab" } } }, 'layout.xaxis.ticktext of a figure is "ab" (expected a list)'],
    [{ data: [], layout: { width: "1px;position:fixed" } }, 'layout.width of a figure is "1px;position:fixed" (expected pixels, 1 to 20000)'],
    [{ data: deep(5000) }, "is nested more than 120 levels deep"],
  ])("is refused where it is none: %#", (figure, message) => expect(() => safePlotly(figure)).toThrow(message));
});
