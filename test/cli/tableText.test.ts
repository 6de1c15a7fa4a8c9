import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { useLanguage } from "../../src/cli/language";
import { tableText } from "../../src/cli/tableText";
import type { DraftModel, DraftTable } from "../../src/published/table/draft/draftTable";

const model = (table: number, rows: Partial<DraftModel["rows"][number]>[], change: Partial<DraftModel> = {}): DraftModel => ({ table, heading: "", group: "", groupEn: "", outcome: "", family: "binary logit", rows: rows.map((row) => ({ term: "x", coef: "1", stars: "", ...row })), ...change });
const draft = (change: Partial<DraftTable>): DraftTable => ({ models: {}, unsure: [], supposed: [], unused: [], ...change });

beforeEach(() => useLanguage("en"));
afterEach(() => useLanguage(undefined));

describe("what was read of a pasted table", () => {
  it("is its models side by side, each printed table for itself", () => {
    expect(tableText(draft({ models: {
      m1: model(2, [{ term: "age", coef: "0.10", stars: "**", se: "0.03" }, { term: "sex", coef: "1.2", lower: "0.8", upper: "1.9" }], { heading: "Model 1", group: "men", n: 120, pseudoR2: "0.2", scale: "oddsRatio" }),
      m2: model(3, [{ coef: "5" }], { logLik: "-9" }), m3: model(2, [{ term: "sex", coef: "-2", z: "1.5", p: "0.1" }, { term: "edu", coef: "0.5", lower: "0" }], { familyPrinted: "probit", family: "other" }),
    } }))).toBe([
      "        m1              m3", "        Model 1", "        men", "        binary logit    probit", "        oddsRatio", "age     0.10** (0.03)", "sex     1.2 [0.8, 1.9]  -2 z 1.5", "edu                     0.5", "n       120", "R²      0.2", "logLik",
      "", "        m2", "        binary logit", "x       5", "n", "R²", "logLik  -9", "", "Nothing is unsure.",
    ].join("\n"));
  });

  it.each<[Partial<DraftModel["rows"][number]>, string]>([[{ t: "2", wald: "4", p: "0.1" }, "1 t 2"], [{ wald: "4", p: "0.1" }, "1 wald 4"], [{ p: "0.1", oddsRatio: "3" }, "1 p 0.1"], [{ oddsRatio: "3" }, "1 oddsRatio 3"], [{ upper: "2" }, "1"], [{ se: "0.1", lower: "0", upper: "2", z: "3" }, "1 (0.1)"]])("beside a coefficient stands the first there is: %j", (row, text) => {
    expect(tableText(draft({ models: { m: model(1, [row]) } })).split("\n")[2].replace(/^x +/, "")).toBe(text);
  });

  it("begins with counts and shares, and says what its signs mean", () => {
    expect(tableText(draft({ table1: { n: 12, city: { north: [5, "41.7"], south: [7, "58.3"] } } as never, cutoffs: { "*": "0.05", "**": "0.01" }, pseudoR2Definition: "McFadden", standardErrors: "robust" }))).toBe("n        12\ncity\n  north  5   41.7\n  south  7   58.3\n\n* p < 0.05, ** p < 0.01; R²: McFadden; SE: robust\n\nNothing is unsure.");
    expect(tableText(draft({ standardErrors: "weighted" }))).toBe("SE: weighted\n\nNothing is unsure.");
  });

  it("ends with what is unsure, supposed and not used, in the reader's language", () => {
    const table = draft({
      unsure: [{ model: "m1", term: "age", field: "se", why: "two numbers" }, { model: null, term: null, field: "cutoffs", why: "no legend" }],
      supposed: [{ field: "statistic", value: "z", why: "a logit", model: "m1" }, { field: "cutoffs", value: "*", why: "usual", model: null }], unused: [{ where: "row 9", text: "x".repeat(160) }, { where: "note", text: "y".repeat(161) }],
    });
    const body = [["- m1, age, se: two numbers", "- cutoffs: no legend"], ["- m1, statistic: z (a logit)", "- cutoffs: * (usual)"], [`- row 9: ${"x".repeat(160)}`, `- note: ${"y".repeat(160)}…`]];
    const headed = (...heads: string[]) => heads.map((head, i) => [head, ...body[i]].join("\n")).join("\n\n");
    expect(tableText(table)).toBe(headed("unsure (2):", "supposed (2):", "not used (2):"));
    useLanguage("zh");
    expect(tableText(table)).toBe(headed("存疑（2）：", "推定（2）：", "未用（2）："));
    expect(tableText(draft({}))).toBe("没有存疑之处。");
  });
});
