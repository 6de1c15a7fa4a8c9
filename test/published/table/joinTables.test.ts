import { describe, expect, it } from "vitest";
import type { DraftTable } from "../../../src/published/table/draft/draftTable";
import { joinTables, readTable } from "../../../src/published/table/joinTables";

const model = (...terms: string[]): DraftTable["models"][string] => ({ table: 1, heading: "", group: "", groupEn: "", outcome: "", family: "binary logit", rows: terms.map((term) => ({ term, coef: "0.5", stars: term.includes("*") ? "*" : "" })) });
const table = (models: DraftTable["models"], more: Partial<DraftTable> = {}): DraftTable => ({ models, unsure: [], supposed: [], unused: [], ...more });

describe("several tables as one", () => {
  it("have their models numbered on, and what is said of a model goes with it", () => {
    const [a, b, c] = [model("a"), model("b"), model("c")];
    const doubt = { model: "m1", term: "c", field: null, why: "w" };
    expect(joinTables([
      table({ m1: a, m2: b }, { notes: ["one", "both"], unused: [{ where: "row", text: "x" }], supposed: [{ field: "cutoffs", value: "", why: "" }, { field: "scale", value: "", why: "", model: "m2" }] }),
      table({ m1: c }, { notes: ["both", "two"], unsure: [doubt, { ...doubt, model: null }], unused: [{ where: "row", text: "y" }], supposed: [{ field: "family", value: "", why: "", model: "m1" }, { field: "scale", value: "", why: "", model: null }] }),
    ])).toStrictEqual({
      models: Object.assign(Object.create(null), { m1: a, m2: b, m3: c }) as DraftTable["models"], notes: ["one", "both", "two"],
      unsure: [{ ...doubt, model: "m3" }, { ...doubt, model: null }],
      supposed: [{ field: "cutoffs", value: "", why: "" }, { field: "scale", value: "", why: "", model: "m2" }, { field: "family", value: "", why: "", model: "m3" }, { field: "scale", value: "", why: "", model: null }],
      unused: [{ where: "row", text: "x" }, { where: "row", text: "y" }],
    });
  });

  it("take what is said of a whole table from the first that says it", () => {
    expect(joinTables([
      table({ m1: model("a") }),
      table({ m1: model("b") }, { cutoffs: { "*": "0.1" }, pseudoR2Definition: "McFadden", standardErrors: "robust", statistic: "t", table1: { age: "30.1" }, scales: { age: { sd: "2" } } }),
      table({ m1: model("c") }, { pseudoR2Definition: "Nagelkerke", standardErrors: "weighted", statistic: "z", table1: { kin: "2.0" }, scales: { kin: { sd: "1" } } }),
    ])).toMatchObject({ cutoffs: { "*": "0.1" }, pseudoR2Definition: "McFadden", standardErrors: "robust", statistic: "t", table1: { age: "30.1", kin: "2.0" }, scales: { age: { sd: "2" }, kin: { sd: "1" } } });
  });

  it("with another legend have their stars in doubt, those alone", () => {
    const legends = (...cutoffs: (DraftTable["cutoffs"] | null)[]) => joinTables(cutoffs.map((own, i) => table({ m1: model(`a${i}*`, `b${i}`) }, own ? { cutoffs: own } : {}))).unsure.map(({ model: id, term, field, code, values }) => [id, term, field, code, ...values!].join(" "));
    expect(legends({ "*": "0.1" }, { "*": "0.05" }, { "*": "0.1" })).toEqual(["m2 a1* stars otherLegend 2"]);
    expect(legends({ "*": "0.1" }, null)).toEqual([]);
    expect(legends(null, { "*": "0.1" }, { "*": "0.05" })).toEqual(["m3 a2* stars otherLegend 3"]);
    expect(legends(null, null)).toEqual([]);
  });

  it("one alone is itself; a text without any is none", () => {
    const only = table({ m1: model("a") });
    expect(joinTables([only])).toBe(only);
    expect(readTable("nothing here")).toBeUndefined();
  });
});
