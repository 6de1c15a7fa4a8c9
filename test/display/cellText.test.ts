import { describe, expect, it } from "vitest";
import { cellText, formatNumber, PLAIN, PRINT, withMinus } from "../../src/display/cellText";
import { decimalsFor } from "../../src/display/decimals";

describe("a number in a cell", () => {
  it("has in a text the same minus as beside it, and hyphens stay hyphens", () => {
    expect(withMinus("× O1 -0.084 : -1.685**; H3a-c, 2017-2018, SYN-0007 (-.5)", PRINT)).toBe("× O1 −0.084 : −1.685**; H3a-c, 2017-2018, SYN-0007 (−.5)");
    expect(withMinus("−0.5 [−1, 2]", PLAIN)).toBe("-0.5 [-1, 2]");
  });

  it("has a true minus in print and an ASCII one where a program reads on, and none on a zero", () => {
    expect(formatNumber(-1.685, { decimals: 3 }, PRINT)).toBe("−1.685");
    expect(formatNumber(-1.685, { decimals: 3 }, PLAIN)).toBe("-1.685");
    expect(formatNumber(-0.0004, { decimals: 3 }, PLAIN)).toBe("0.000");
    expect(formatNumber(-0, { decimals: 1 }, PLAIN)).toBe("0.0");
  });

  it("is below its smallest place where a p-value would print as 0", () => {
    expect(formatNumber(0.0004, { decimals: 3, floor: true }, PLAIN)).toBe("<0.001");
    expect(formatNumber(0.0006, { decimals: 3, floor: true }, PLAIN)).toBe("0.001");
    expect(formatNumber(0.0004, { decimals: 3 }, PLAIN)).toBe("0.000");
    // Half of the place prints as the place: it is not below it.
    expect(formatNumber(0.0005, { decimals: 3, floor: true }, PLAIN)).toBe("0.001");
    expect(formatNumber(-0.0004, { decimals: 3, floor: true }, PLAIN)).toBe("0.000");
    expect(formatNumber(0, { decimals: 3, floor: true }, PLAIN)).toBe("<0.001");
  });

  it("may have a sign, a percent sign, parentheses, stars and an interval", () => {
    expect(formatNumber(0.5, { decimals: 1, signed: true, percent: true }, PLAIN)).toBe("+0.5%");
    expect(formatNumber(-0.25, { decimals: 2, parentheses: true }, PLAIN)).toBe("(-0.25)");
    expect(cellText({ number: 1.32, format: { decimals: 2 }, stars: "**", interval: [-1, 1.6] }, "en", PRINT)).toBe("1.32** [−1.00, 1.60]");
    expect(cellText({ printed: "-0.50", stars: "*", parentheses: true }, "en", PRINT)).toBe("(−0.50*)");
  });

  it("is never NaN or infinite", () => {
    expect(() => formatNumber(Number.NaN, { decimals: 2 }, PLAIN)).toThrow(RangeError);
    expect(() => formatNumber(Infinity, { decimals: 2 }, PLAIN)).toThrow(RangeError);
  });
});

describe("how many decimals", () => {
  it("are three, or what the smallest number needs for two digits, six at most", () => {
    expect([decimalsFor(1.2), decimalsFor(0.05), decimalsFor(2, -0.00042), decimalsFor(1e-9), decimalsFor(0)]).toEqual([3, 3, 5, 6, 3]);
  });
});
