import { describe, expect, it } from "vitest";
import { SYNTHETIC_LINE } from "../../src/display/synthetic";
import { boxes, traceAxes } from "../../src/site/figureAxes";
import { figureNumbers } from "../../src/site/figureNumbers";
import type { PlotlyFigure, PlotlyTrace } from "../../src/site/plotlyFigure";
import { wordsOf } from "../../src/site/words";

const words = wordsOf("en");
const numbers = (data: readonly PlotlyTrace[], layout?: PlotlyFigure["layout"]) => figureNumbers({ data, ...(layout && { layout }) } as PlotlyFigure, words);
const note = (text: string, x: number, y: number, more: object = {}) => ({ text, xref: "paper", yref: "paper", x, y, showarrow: false, ...more });
const bar = (error: object, x: unknown = [1], y: unknown = [10]) => numbers([{ type: "bar", x, y, error_y: error } as PlotlyTrace]).rows;

describe("what an axis measures", () => {
  const axes = (layout: object, trace: object = { type: "scatter" }, others: readonly object[] = []) => {
    const { panel, x, y } = traceAxes(trace as PlotlyTrace, { data: [trace, ...others], layout } as PlotlyFigure, words);
    return [panel, x, y];
  };

  it("is its title, else what stands below or above the plot, else that it has items, else its letter", () => {
    const notes = [note("below", 0.5, 0), note("of it", 0.5, -0.1), note("above", 0.5, 1.02)];
    expect(axes({ xaxis: { title: { text: "X" } }, yaxis: { title: "Y" }, annotations: notes })).toEqual(["", "X", "Y"]);
    expect(axes({ annotations: notes })).toEqual(["", "below of it", "above"]);
    expect(axes({ xaxis: { ticktext: ["a"] }, yaxis: { ticktext: ["b"] } })).toEqual(["", "Item (x)", "Item (y)"]);
    expect(axes({ xaxis: { title: "same" }, yaxis: { title: "same" } })).toEqual(["", "same (x)", "same (y)"]);
    expect(axes({})).toEqual(["", "x", "y"]);
    expect(axes({ annotations: [note("inside", 0.5, 0.5), note("arrow", 0.5, 1, { showarrow: true }), note("data", 0.5, 1, { xref: "x" }), note("data", 0.5, 1, { yref: "y" }), note(SYNTHETIC_LINE, 0, 1), note("text", 0.5, Number.NaN)] })).toEqual(["", "x", "y"]);
    // By number, and by no text for one.
    expect(axes({ annotations: [note("words", 0.5, 1, { y: "1" }), note("words", 0.5, 0, { y: "0" }), note("aside", 0.5, 1, { x: "0.5" })] })).toEqual(["", "x", "y"]);
  });

  it("is that of the trace's own axes; a heading names the panel over whose width it stands, ends included", () => {
    const layout = { xaxis: { domain: [0, 0.4], title: "left" }, xaxis2: { domain: [0.6, 1] }, yaxis3: { title: "third" }, annotations: [note("A", 0.4, 1), note("B", 0.6, 1), note("under", 0.5, 0)] };
    const [first, second] = [{ type: "bar" }, { type: "bar", xaxis: "x2", yaxis: "y3" }];
    expect(axes(layout, first, [second])).toEqual(["A", "left", "y"]);
    expect(axes(layout, second, [first])).toEqual(["B", "under", "third"]);
    expect(axes(layout, first, [{ type: "bar", xaxis: "x" }])).toEqual(["", "left", "A"]); // one panel: its heading is what the vertical axis measures
    expect(axes({ ...layout, annotations: [note("A", 0.41, 1), note("B", 0.59, 1)] }, second, [first])).toEqual(["", "x", "third"]);
  });

  it("calls values by their ticks", () => {
    const write = (tickvals: readonly unknown[], ticktext: readonly unknown[], values: readonly unknown[]) => {
      const { writeX } = traceAxes({ type: "bar" } as PlotlyTrace, { data: [{ type: "bar" }], layout: { xaxis: { tickvals, ticktext } } } as unknown as PlotlyFigure, words);
      return values.map(writeX);
    };
    expect(write([0, 1, 2], ["a", "b<br>c", "d"], [1, 0.51, 1.49, 1.5, 2.5, -0.49, "1", null])).toEqual(["b c", "b c", "b c", "d", 2.5, "a", "1", null].map((one, i) => (i === 3 ? 1.5 : one)));
    expect(write([0, 0.25, 0.5], ["0%", "25%", "50%"], [0.5, 0.25, 0.3, 0])).toEqual(["50%", "25%", 0.3, "0%"]);
    expect(write([0, 1], ["0", "1"], [0.9])).toEqual([0.9]); // numbers at their own places
    expect(write([0, 1], ["0", "one"], [1, 0])).toEqual(["one", "0"]);
    expect(write(["u", "v"], ["U", "V"], ["v", "w"])).toEqual(["V", "w"]);
  });

  it("boxes are the texts among the marks, without markup, in their order", () => {
    const annotations = [note("paper", 0, 0), { text: "b<br>c", xref: "x", x: 1, y: 1, showarrow: false }, { text: "", xref: "x", showarrow: false }, { text: "arrow", xref: "x", showarrow: true }, { text: "a", showarrow: false }];
    expect(boxes({ data: [], layout: { annotations } } as unknown as PlotlyFigure)).toEqual(["b c", "a"]);
    expect(boxes({ data: [] })).toEqual([]);
  });
});

describe("the numbers of a figure", () => {
  it.each<[string, object, unknown]>([
    ["to either side", { array: [3], arrayminus: [2] }, [8, 13]], ["alike where it says so", { array: [3], arrayminus: [2], symmetric: true }, [7, 13]], ["alike where one is given", { array: [3] }, [7, 13]],
    ["constant", { type: "constant", value: 4, array: [3], arrayminus: [2] }, [6, 14]], ["hidden", { array: [3], visible: false }, undefined], ["of one side alone", { array: [null], arrayminus: [2] }, undefined], ["short", { array: [3], arrayminus: [] }, undefined],
  ])("have the ends of an interval %s", (_, error, ends) => {
    expect(bar(error)).toEqual([[1, 10, ...((ends as number[] | undefined) ?? [])]]);
  });

  it("have intervals along x, too, and none around what is no number", () => {
    expect(numbers([{ type: "scatter", x: [1, 2], y: ["a", "b"], error_x: { array: [0.5, 0.25] } } as PlotlyTrace])).toEqual({ columns: ["y", "x", "From", "To"], rows: [["a", 1, 0.5, 1.5], ["b", 2, 1.75, 2.25]] });
    expect(bar({ array: [1] }, ["a"], ["b"])).toEqual([["a", "b"]]);
  });

  it("count where one axis has no values, and pass over gaps, infinities and missing ends", () => {
    expect(numbers([{ type: "bar", y: [5, 6] } as PlotlyTrace]).rows).toEqual([[0, 5], [1, 6]]);
    expect(numbers([{ type: "bar", x: [5, 6] } as PlotlyTrace]).rows).toEqual([[5, 0], [6, 1]]);
    expect(numbers([{ type: "bar", x: [1, 2, 3, 4, 5], y: [1, null, Infinity, ""] } as PlotlyTrace]).rows).toEqual([[1, 1]]);
    expect(numbers([{ type: "bar", x: [1], y: [1, 2] } as PlotlyTrace]).rows).toEqual([[1, 1]]);
  });

  it("have labels that say more than the axes, and leave empty columns out", () => {
    const trace = { type: "scatter", name: "s", x: ["a", "b", "c", "d"], y: [1, 2, 3, 4], text: ["a", 2, "more"] };
    expect(numbers([trace as unknown as PlotlyTrace])).toEqual({ columns: ["Series", "x", "y", "Label"], rows: [["s", "a", 1, null], ["s", "b", 2, null], ["s", "c", 3, "more"], ["s", "d", 4, null]] });
    expect(numbers([{ ...trace, text: "one for all" } as unknown as PlotlyTrace]).columns).toEqual(["Series", "x", "y"]);
    expect(numbers([{ ...trace, name: undefined, text: ["", "", "", ""] } as unknown as PlotlyTrace]).columns).toEqual(["x", "y"]);
  });

  it.each([
    [{ hoverinfo: "skip" }, false], [{ hoverinfo: "skip", name: "n" }, true], [{ hoverinfo: "skip", name: "n", showlegend: false }, false], [{ name: "n", showlegend: false }, true], [{}, true], [{ visible: false, name: "n" }, false], [{ visible: "legendonly" }, true],
  ])("of a trace with %j are kept: %s", (more, kept) => {
    expect(numbers([{ type: "bar", x: [1], y: [2], ...more } as PlotlyTrace]).rows.length).toBe(kept ? 1 : 0);
  });

  it("of a heatmap have the names at its ticks, or places where it has none", () => {
    const layout = { xaxis: { title: "to", tickvals: [0, 1], ticktext: ["p", "q"] }, yaxis: { title: "from" } };
    expect(numbers([{ type: "heatmap", name: "h", x: [0, 1], y: ["r"], z: [[1, null], [3, 4]] } as unknown as PlotlyTrace], layout)).toEqual({
      columns: ["Series", "from", "to", "z"], rows: [["h", "r", "p", 1], ["h", "r", "q", null], ["h", 1, "p", 3], ["h", 1, "q", 4]],
    });
    expect(numbers([{ type: "heatmap", z: [[7]] } as unknown as PlotlyTrace]).rows).toEqual([[0, 0, 7]]);
    expect(numbers([{ type: "heatmap" } as PlotlyTrace])).toEqual({ columns: ["Label"], rows: [] });
  });
});
