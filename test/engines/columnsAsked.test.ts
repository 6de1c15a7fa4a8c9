import { describe, expect, it } from "vitest";
import { columnsAsked } from "../../src/engines/columnsAsked";
import type { SourceColumn } from "../../src/engines/engine";
import type { ModelDataSpec } from "../../src/models/data/modelData";

const column = (name: string, kind: SourceColumn["kind"]): SourceColumn => ({ name, kind, type: kind.toUpperCase() });
const COLUMNS = [column("y", "integer"), column("a", "double"), column("b", "boolean"), column("town", "text"), column("day", "date"), column("list", "other"), column("w", "double"), column("o", "double")];
const asked = (spec: object, columns = COLUMNS) => columnsAsked("t", columns, { outcome: "y", terms: ["a"], family: "binomial", ...spec } as ModelDataSpec).map(({ name, as }) => `${name} ${as}`);

describe("the columns that a model needs of a source", () => {
  it("are its outcome, the parts of its terms, weights and offset, each once, as numbers or as labels", () => {
    expect(asked({})).toEqual(["a number", "y number"]);
    expect(asked({ terms: ["a", "a:b"], weights: "w", offset: "o", labels: ["town"], factors: [{ column: "b" }] })).toEqual(["town label", "a number", "b label", "y number", "o number", "w number"]);
    expect(asked({ terms: ["day"], factors: [{ column: "day" }] })).toEqual(["day label", "y number"]);
  });

  it("an ordered outcome whose levels are named is a label", () => {
    expect(asked({ family: "ordered", levels: ["low", "high"] })).toEqual(["a number", "y label"]);
    expect(asked({ family: "ordered" })).toEqual(["a number", "y number"]);
    expect(asked({ levels: ["low", "high"] })).toEqual(["a number", "y number"]);
  });

  it("of a formula are what stands in it; those of text are its factors", () => {
    expect(asked({ formula: "y ~ town + log(a)" })).toEqual(["town label", "a number", "y number"]);
    expect(asked({ formula: "y ~ a + b" })).toEqual(["a number", "b number", "y number"]);
  });

  it("are refused where they are not there, or hold what no model can read", () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => column(`c${i}`, "double"));
    const names = (count: number) => many(count).map(({ name }) => name).join(", ");
    expect(() => asked({ terms: ["c0"] }, many(30))).toThrow(`t, column y: there is no such column (expected ${names(30)}).`);
    expect(() => asked({ terms: ["c0"] }, many(31))).toThrow(`t, column y: there is no such column (expected ${names(30)}, …).`);
    expect(() => asked({ labels: ["list"] })).toThrow("t, column list: its type is OTHER, which is neither number nor text (expected a column of numbers or text). Take what you need out of it in --sql.");
    expect(() => asked({ terms: ["day"] })).toThrow("t, column day: its type is DATE, and a date is no number (expected a number, such as days since a date). Calculate it in --sql, or give it as --factor day.");
  });
});
