import { describe, expect, it } from "vitest";
import { readLegend } from "../../../../src/published/table/meaning/legend";
import { bracketsSaid } from "../../../../src/published/table/meaning/notes";

describe("what stands in brackets, of several kinds that a note names", () => {
  it("is the one said first, of the kind that stands within ninety signs before", () => {
    expect(bracketsSaid(["Standard errors in parentheses.", "p values in parentheses of Table 3"])).toEqual({ any: "se" });
    expect(bracketsSaid([`Standard errors in parentheses. ${"We say no more of them. ".repeat(9)}`])).toEqual({ any: "se" });
    expect([90, 91].map((far) => bracketsSaid([`Standard errors${" ".repeat(far - 15)}parentheses`]))).toEqual([{ any: "se" }, {}]);
    expect(bracketsSaid(["Numbers in parentheses are, as is usual, standard errors, and no p values"])).toEqual({ any: "se" });
  });

  it("is not looked for in a line longer than any note", () => expect([2999, 3000].map((length) => bracketsSaid(["Standard errors in parentheses".padEnd(length)]))).toEqual([{ any: "se" }, {}]));
});

it.each([
  ["*, ** denote significance at 5, 1 level", undefined], ["*, **, *** denote significance at 0.05, 0.01 level", undefined],
])("the legend %j gives no limits", (line, cutoffs) => expect(readLegend([line]).cutoffs).toEqual(cutoffs));

it.each([
  ["*, **, *** denote significance at 0.05, 0.01 level; + p<0.1", { "+": "0.1" }], ["† p<0.1; *, **, *** denote significance at 0.05, 0.01", { "†": "0.1" }],
])("of the legend %j only what has its own limit is read", (line, cutoffs) => expect(readLegend([line]).cutoffs).toEqual(cutoffs));
