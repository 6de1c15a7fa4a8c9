import { describe, expect, it } from "vitest";
import type { Unsure } from "../../../../src/published/publishedTable";
import { estimateOf } from "../../../../src/published/table/draft/estimates";
import { parseCell } from "../../../../src/published/table/grid/cell";
import type { ModelColumns } from "../../../../src/published/table/roles/models";
import type { Role } from "../../../../src/published/table/roles/vocabulary";

type Below = { readonly said?: Role; readonly cells: readonly string[] };
/** What a model has of a row: the coefficient in the first column, then columns with roles. */
const estimate = (cells: readonly string[], { label = "Age", below = [], beside = {}, bracket, unnamed }: { label?: string; below?: readonly Below[]; beside?: Partial<Record<Role, number>>; bracket?: Role; unnamed?: number } = {}) => {
  const doubts: Unsure[] = [];
  const columns: ModelColumns = { names: [], main: { at: 1, names: [], ...(bracket && { bracket }) }, scale: "coef", beside: new Map(Object.entries(beside) as [Role, number][]), ...(unnamed !== undefined && { unnamed }) };
  const found = estimateOf({ label, section: "", cells: ["", ...cells].map(parseCell), below: below.map((row) => ({ ...row, cells: ["", ...row.cells].map(parseCell) })), lost: false }, label, columns, {}, "m1", doubts);
  return { ...(found && { coef: found.coef, ...Object.fromEntries(found.fields), ...(found.pending && { pending: `${found.pending.text} ${found.pending.from}` }) }), ...(doubts.length > 0 && { doubts: doubts.map(({ code, values = [] }) => [code, ...values].join(" ")) }) };
};

describe("what stands beside and below a coefficient", () => {
  it("has two numbers of which nothing is said: the second is told", () => expect(estimate(["0.5 (0.1) (0.2)"])).toEqual({ coef: "0.5", pending: "0.1 brackets", doubts: ["unnamedNumbers 0.1 0.2"] }));

  it("of a kind the first counts", () => {
    expect(estimate(["0.5"], { below: [{ said: "se", cells: ["0.1"] }, { said: "se", cells: ["0.2"] }] })).toEqual({ coef: "0.5", se: "0.1" });
    expect(estimate(["0.5", "0.1"], { beside: { se: 2 }, below: [{ cells: ["", "0.9"] }] })).toEqual({ coef: "0.5", se: "0.1" });
    expect(estimate(["0.5", ""], { beside: { se: 2 }, below: [{ cells: ["", ""] }, { cells: ["", "0.1"] }] })).toEqual({ coef: "0.5", se: "0.1" });
  });

  it("an interval may stand a line below, or its limits on two lines", () => {
    expect(estimate(["0.5", ""], { beside: { ci: 2 }, below: [{ cells: ["", "(0.1, 0.9)"] }] })).toEqual({ coef: "0.5", lower: "0.1", upper: "0.9" });
    expect(estimate(["0.5", "0.1"], { beside: { ci: 2 }, below: [{ cells: ["", "0.9"] }, { cells: ["", "0.7"] }] })).toEqual({ coef: "0.5", lower: "0.1", upper: "0.9" });
  });

  it("the heading's kind is that of the first brackets below only", () => {
    expect(estimate(["0.5"], { bracket: "se", below: [{ cells: ["(0.1)"] }, { cells: ["(2.2)"] }] })).toEqual({ coef: "0.5", se: "0.1", pending: "2.2 brackets" });
  });

  it("is told where it has digits that are no number, or two numbers; words and nothing are none", () => {
    expect(estimate(["0.5"], { below: [{ cells: ["O.1x"] }] })).toEqual({ coef: "0.5", doubts: ["junk O.1x"] });
    expect(estimate(["0.5", "0.1 0.2"], { beside: { se: 2 } })).toEqual({ coef: "0.5", doubts: ["junk 0.1 0.2"] });
    expect(estimate(["0.5", "about"], { beside: { se: 2 } })).toEqual({ coef: "0.5" });
    expect(estimate(["0.5", ""], { unnamed: 2 })).toEqual({ coef: "0.5" });
  });

  it("of a reference an error in brackets beside makes it an estimate", () => {
    expect(estimate(["1.00", "(0.3)"], { label: "Primary (ref.)", beside: { se: 2 } })).toEqual({ coef: "1.00", se: "0.3" });
    expect(estimate(["1.00", ""], { label: "Primary (ref.)", beside: { se: 2 } })).toEqual({});
  });
});
