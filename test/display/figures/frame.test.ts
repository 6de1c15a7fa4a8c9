import { describe, expect, it } from "vitest";
import { framed, type FrameInput } from "../../../src/display/figures/frame";
import { rounded } from "./rounded";

const title = { en: "图", zh: "图" };
const FAMILY = 'Noto Sans SC, Arial, "Microsoft YaHei", "PingFang SC", sans-serif';
const room = { left: 50.6, right: 20.6, above: 10.7, below: 30.5 };
const bare: FrameInput = { id: "f", title, synthetic: false, lines: [], data: [], layout: { dragmode: "pan" }, width: 400, plotHeight: 100, room };

// A Chinese character is as wide as its size, a line 1.3 times as high: the title's line has 16 · 1.3 = 20.8 pixels.
describe("the frame of a figure", () => {
  it("leaves 16 pixels above the title and 6 below it, and 8 beneath everything", () => {
    expect(rounded(framed(bare).layout)).toEqual({
      dragmode: "pan", width: 400,
      height: 192, // 53.5 above + 100 + 38.5 below
      title: { text: "图", x: 0.04, xref: "container", xanchor: "left", y: rounded(1 - 28.8 / 192), yref: "container", yanchor: "top", font: { size: 16 } },
      font: { family: FAMILY, size: 12, color: "#222222" },
      margin: { l: 51, r: 21, t: 54, b: 39 },
      paper_bgcolor: "#ffffff", plot_bgcolor: "#ffffff", showlegend: false,
      legend: { orientation: "h", x: 0.04, xref: "container", xanchor: "left", y: rounded(6 / 192), yref: "container", yanchor: "bottom", font: { size: 12 } },
      annotations: [],
    });
  });

  it("adds room for the banner (24), the level's name (22) and each row of the legend (22), and sets both at the left edge", () => {
    const own = { text: "own" };
    const { layout } = framed({ ...bare, synthetic: true, layout: { annotations: [own] }, room: { ...room, left: 50.4, above: 10.6 }, plotHeight: 100.4, yTitle: { en: "n", zh: "人" }, legend: ["甲", "乙乙"] });
    expect(layout).toMatchObject({
      height: 260, // 16 + 20.8 + 6 + 24 + 32.6 above, 100.4, 30.5 + 22 + 8 below
      margin: { l: 50, r: 21, t: 99, b: 61 }, showlegend: true,
      annotations: [
        own,
        { text: "n / 人", showarrow: false, xref: "paper", x: 0, xanchor: "left", xshift: -34, yref: "paper", y: 1, yanchor: "bottom", yshift: 11 },
        {
          text: "Synthetic stand-in: no evidence about anybody / 合成替代数据：不能作为实证依据", showarrow: false, font: { size: 11, color: "#7a1f00" }, bgcolor: "#fff4d6", bordercolor: "#b36b00",
          borderpad: 2, xref: "paper", x: 0, xanchor: "left", xshift: -34, yref: "paper", y: 1, yanchor: "bottom", yshift: 37,
        },
      ],
    });
  });

  it.each([
    // An entry takes 75 pixels beside the widest name; 16 are left free on either side.
    [["甲"], 400, 1],
    [["甲", "乙乙"], 230, 1],
    [["甲", "乙乙"], 229, 2],
    [["乙乙", "甲", "丙"], 230, 2],
    [["甲", "乙乙"], 100, 2],
    [Array.from({ length: 7 }, () => "字".repeat(10)), 400, 7],
  ])("a legend of %j in %i pixels has %i row(s)", (legend, width, rows) => {
    expect(framed({ ...bare, legend, width, room: { ...room, below: 30 } }).layout).toMatchObject({ margin: { b: 38 + 22 * rows }, showlegend: true });
  });

  it("breaks a title that would come nearer than 16 pixels to either side", () => {
    const titled = (characters: number) => framed({ ...bare, title: { en: "字".repeat(characters), zh: "字".repeat(characters) } }).layout;
    expect(titled(23)).toMatchObject({ title: { text: "字".repeat(23) }, margin: { t: 54 } });
    expect(titled(24)).toMatchObject({ title: { text: `${"字".repeat(23)}<br>字` }, margin: { t: 74 } });
  });

  it("has words: title, banner where synthetic, lines, in each language", () => {
    const lines = [{ en: "one", zh: "一" }, { en: "two", zh: "二" }];
    expect(framed({ ...bare, title: { en: "t", zh: "题" }, lines }).words).toEqual({ en: "t\none\ntwo", zh: "题\n一\n二" });
    expect(framed({ ...bare, title: { en: "t", zh: "题" }, lines, synthetic: true }).words).toEqual({
      en: "t\nSynthetic stand-in: no evidence about anybody\none\ntwo", zh: "题\n合成替代数据：不能作为实证依据\n一\n二",
    });
  });
});
