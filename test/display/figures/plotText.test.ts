import { describe, expect, it } from "vitest";
import { nth, steps } from "../../../src/display/figures/palette";
import { escapePlot, plotLabel, plotLine } from "../../../src/display/figures/plotText";
import { rounded } from "./rounded";

describe("text in a picture", () => {
  it("is never markup", () => {
    expect(escapePlot("<b>a & b</b> <&>")).toBe("&lt;b&gt;a &amp; b&lt;/b&gt; &lt;&amp;&gt;");
    expect(plotLine({ en: "a < b", zh: "甲" })).toBe("a &lt; b / 甲");
    expect(plotLabel("<甲>\n&", 100).text).toBe("&lt;甲&gt;<br>&amp;");
  });

  it("is broken to a width, English above Chinese, and as wide as its widest line", () => {
    expect(rounded(plotLabel({ en: "甲乙丙", zh: "子丑寅卯辰" }, 36))).toEqual({ text: "甲乙丙<br>子丑寅<br>卯辰", lines: 3, width: 36, height: 46.8 });
    expect(rounded(plotLabel("甲\n乙丙丁\n戊", 100, 10))).toEqual({ text: "甲<br>乙丙丁<br>戊", lines: 3, width: 30, height: 39 });
  });
});

describe("shades", () => {
  it("go evenly from the lightest to the darkest; one is the lightest", () => {
    expect(steps(1)).toEqual([{ colour: "rgb(228,240,248)", isDark: false }]);
    expect(steps(4)).toEqual([
      { colour: "rgb(228,240,248)", isDark: false }, { colour: "rgb(160,184,203)", isDark: false }, // 248 - 136 / 3 is 202.67
      { colour: "rgb(92,128,157)", isDark: true }, { colour: "rgb(24,72,112)", isDark: true },
    ]);
    expect(steps(2).map(({ isDark }) => isDark)).toEqual([false, true]);
  });

  it("are dark beyond 55% of the way", () => {
    expect(steps(21).findIndex(({ isDark }) => isDark)).toBe(12);
  });
});

it("a list begins again where it ends", () => {
  expect([0, 2, 3, 7].map((place) => nth(["a", "b", "c"], place))).toEqual(["a", "c", "a", "b"]);
});
