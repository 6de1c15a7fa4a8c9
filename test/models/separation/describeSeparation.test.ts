import { describe, expect, it } from "vitest";
import { inLanguage } from "../../../src/faults/said";
import { describeSeparation } from "../../../src/models/separation/describeSeparation";
import { fewestTerms, refuseSeparation } from "../../../src/models/separation/refuseSeparation";
import type { SeparationQuestion } from "../../../src/models/separation/separationQuestion";
import { RefusedModel } from "../../../src/models/refusedModel";

interface Asked { values: Record<string, number[]>; y: number[]; weights?: number[]; levels?: (string | number)[]; firth?: boolean; rows?: number[]; complete?: boolean; terms?: string[] }
const question = ({ values, y, weights, levels = [0, 1], firth = true }: Asked): SeparationQuestion => ({
  cone: { rows: 0, columns: 0, values: new Float64Array(), owner: [] }, seen: { y: Float64Array.from(y), names: [], ...(weights && { weights: Float64Array.from(weights) }) },
  terms: [], levels, valueOf: (term, i) => values[term][i], ...(firth && { firthOffered: true }),
});
const said = (asked: Asked) => (["en", "zh"] as const).map((language) => inLanguage(describeSeparation(question(asked), asked.terms ?? Object.keys(asked.values), asked.rows ?? asked.y.map((_, i) => i), asked.complete ?? false), language));

describe("what is said of separated data", () => {
  it.each<[string, Asked, string, string]>([
    ["a cell that is empty", { values: { d: [0, 0, 1, 1, 1] }, y: [0, 1, 1, 1, 1] }, "of the 3 rows with d = 1 none has outcome 0, so its estimate is infinite (the data are separated in part). Merge the category, drop the term or use --firth.", "d = 1 的 3 行中，没有一行的结果为 0，因此"],
    ["both cells", { values: { d: [7, 2, 7] }, y: [1, 0, 1], complete: true }, "of the 1 rows with d = 2 none has outcome 1; of the 2 rows with d = 7 none has outcome 0, so its estimate is infinite (the data are separated completely). Merge the category, drop the term or use --firth.", "d = 2 的 1 行中，没有一行的结果为 1"],
    ["cells of two terms, rows counted", { values: { d: [0, 0, 1, 1], e: [1, 0, 0, 0] }, y: [0, 1, 1, 1], weights: [2, 1, 3, 4] }, "of the 7 rows with d = 1 none has outcome 0; of the 8 rows with e = 0 none has outcome 0; of the 2 rows with e = 1 none has outcome 1, so their estimates are infinite (the data are separated in part). Merge the category, drop the term or use --firth.", "d = 1 的 7 行中"],
    ["levels of three that a cell has not", { values: { d: [0, 0, 0, 1] }, y: [0, 1, 2, 2], levels: ["lo", "mid", "hi"], firth: false }, "of the 1 rows with d = 1 none has outcome lo or mid, so its estimate is infinite (the data are separated in part). Merge the category or drop the term.", "lo"],
    ["a weight that counts no rows", { values: { d: [0, 0, 1, 1] }, y: [0, 1, 1, 1], weights: [1, 1, 2.5, 1] }, "of the 2 rows with d = 1 none has outcome 0, so its estimate is infinite (the data are separated in part). Merge the category, drop the term or use --firth.", "d = 1 的 2 行中"],
    ["the reference of a factor", { values: { "f=b": [0, 0, 1, 1, 0, 0], "f=c": [0, 0, 0, 0, 1, 1] }, y: [1, 1, 0, 1, 0, 1] }, "of the 2 rows with f=b = f=c = 0 none has outcome 0, so their estimates are infinite (the data are separated in part). Merge the category, drop the term or use --firth.", "f=b = f=c = 0 的 2 行中"],
    ["one number, all rows", { values: { x: [1, 2, 3, 4] }, y: [0, 0, 1, 1], complete: true }, "x alone foretells the outcome of all 4 rows without error, so no finite estimate exists (the data are separated completely). Merge the category, drop the term or use --firth.", "x 单独完全预测了全部 4 行的结果"],
    ["some rows, counted", { values: { x: [1, 2, 3, 4] }, y: [0, 0, 1, 1], rows: [0, 3], weights: [3, 1, 1, 2], firth: false }, "x alone foretells the outcome of 5 of 7 rows without error, so no finite estimate exists (the data are separated in part). Merge the category or drop the term.", "x 单独完全预测了7 行中的 5 行的结果"],
    ["some rows, weighed", { values: { x: [1, 2, 3, 4] }, y: [0, 0, 1, 1], rows: [0, 3, 1], weights: [3, 1.5, 1, 2] }, "x alone foretells the outcome of 3 of 4 rows without error, so no finite estimate exists (the data are separated in part). Merge the category, drop the term or use --firth.", "4 行中的 3 行"],
    ["columns of 0 and 1 and a number", { values: { d: [0, 0, 1, 1], x: [3, 1, 0, 2] }, y: [0, 1, 0, 1] }, "d, x together foretell the outcome of all 4 rows without error, so no finite estimate exists (the data are separated in part). Merge the category, drop the term or use --firth.", "d, x 合起来完全预测了全部 4 行的结果"],
    ["columns of 0 and 1 without rows of their reference", { values: { d: [0, 1, 0, 1], e: [1, 0, 1, 1] }, y: [0, 0, 1, 1] }, "of the 1 rows with e = 0 none has outcome 1, so their estimates are infinite (the data are separated in part). Merge the category, drop the term or use --firth.", "e = 0"],
    ["columns whose reference has all outcomes", { values: { d: [0, 0, 1, 0, 1, 0], e: [0, 0, 1, 1, 0, 1] }, y: [0, 1, 0, 0, 1, 1] }, "d, e together foretell the outcome of all 6 rows without error, so no finite estimate exists (the data are separated in part). Merge the category, drop the term or use --firth.", "d, e 合起来"],
  ])("%s", (_, asked, en, zh) => {
    const [english, chinese] = said(asked);
    expect(english).toBe(en);
    expect(chinese).toContain(zh);
    expect(chinese).not.toMatch(/[a-z]{6}/);
  });
});

describe("the fewest terms that separate", () => {
  const cone = (A: readonly (readonly number[])[], owner = A.map((_, i) => i)) => ({ rows: A.length, columns: A[0].length, values: Float64Array.from(A.flat()), owner });

  it("are each that does alone, or else a set of which none can be spared; constants come with any", () => {
    // The first column is the constant; of the others each is of a term.
    const alone = [[1, 1, 0, 1], [-1, 1, 0, 1], [1, -1, 1, 0], [-1, 0, 1, -1]];
    expect(fewestTerms({ cone: cone(alone.map((row) => row.toSpliced(2, 1, 1))), terms: [null, "a", "b", "c"] })).toEqual(["b"]);
    expect(fewestTerms({ cone: cone([[1, 1, 1, 1], [-1, 1, 1, -1], [1, 1, 2, 1]]), terms: [null, "a", "b", "c"] })).toEqual(["a", "b"]);
    // Only the sum of the first two lifts all; the third has no part in it.
    const sum = [[1, -0.5, 0.5], [-0.5, 1, -1], [1, 0.5, -1], [0.2, 0.2, 1]];
    expect(fewestTerms({ cone: cone(sum), terms: ["a", "b", "c"] })).toEqual(["a", "b"]);
    expect(fewestTerms({ cone: cone(sum.map(([a, b, c]) => [c, a, b])), terms: ["c", "a", "b"] })).toEqual(["a", "b"]);
    // Two columns of one term go together.
    expect(fewestTerms({ cone: cone(sum), terms: ["f", "f", "c"] })).toEqual(["f"]);
  });

  it("are named by the refusal, with each row once that they separate", () => {
    const A = [[1, 2], [-1, 1], [1, 0], [-1, 0]];
    const asked: SeparationQuestion = { ...question({ values: { x: [5, 6, 7] }, y: [0, 2, 1], levels: [1, 2, 3], firth: false }), cone: cone(A, [1, 1, 0, 2]), terms: [null, "x"], seen: { y: Float64Array.of(0, 2, 1), names: [11, 12, 13] } };
    let error: unknown;
    try { refuseSeparation(asked); } catch (thrown) { error = thrown; }
    expect(error).toBeInstanceOf(RefusedModel);
    expect(error).toMatchObject({ kind: "separation", terms: ["x"], rows: [12] });
    expect((error as RefusedModel).message).toBe("Model refused (separation): x alone foretells the outcome of 1 of 3 rows without error, so no finite estimate exists (the data are separated in part). Merge the category or drop the term.");
    expect(refuseSeparation({ ...asked, cone: cone([[1, 0], [-1, 0], [0, 1], [0, -1]]) })).toBe("overlap");
  });
});
