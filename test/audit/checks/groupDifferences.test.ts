import { describe, expect, it } from "vitest";
import { groupDifferences as check } from "../../../src/audit/checks/groupDifferences";
import { comparable, groupDifference, pairsOf } from "../../../src/audit/differences";
import { exampleModel } from "../../../src/audit/exampleTable";
import { Given } from "../../../src/audit/given";
import { twoSidedP } from "../../../src/models/numeric/normal";
import type { PublishedModel, PublishedRow, PublishedTable } from "../../../src/published/publishedTable";

const row = (coef: string, se: string | undefined, stars = "", term = "x"): PublishedRow => ({ term, coef, stars, ...(se !== undefined && { se }) });
const givenOf = (a: readonly PublishedRow[], b: readonly PublishedRow[], change: Partial<PublishedModel> = {}, rounding: "any" | "nearest" = "nearest") =>
  new Given({ models: { A: exampleModel(a), B: exampleModel(b, change) } }, { pairs: [["A", "B"]], rounding });
const run = (...all: Parameters<typeof givenOf>) => check.run(givenOf(...all));

describe("the difference of two groups' coefficients", () => {
  // 0.3 and 0.4 make 0.5.
  it("has z, its p and Holm's, told with the names of both", () => {
    expect(run([row("1.5", "0.3", "**")], [row("0.5", "0.4", "*")]).results).toEqual([{
      model: "A", term: "x", verdict: "consistent", interval: [expect.closeTo(0.9 / Math.hypot(0.35, 0.45), 10), expect.closeTo(1.1 / Math.hypot(0.25, 0.35), 10)],
      why: "A − B = 1.000, z = 2.00, p = .046, Holm p = .046.", whyZh: "A − B = 1.000，z = 2.00，p = .046，Holm p = .046。",
    }]);
    const two = run([row("1.5", "0.3", "**"), row("0.5", "0.3", "*", "y")], [row("0.5", "0.4", "*"), row("0.5", "0.4", "*", "y")]);
    expect(two.results.map(({ why }) => why)).toEqual(["A − B = 1.000, z = 2.00, p = .046, Holm p = .091.", "A − B = 0.000, z = 0.00, p = 1.000, Holm p = 1.000."]);
    expect(two.answer.map(({ term, a, b, pHolm }) => [term, a, b, pHolm])).toEqual([["x", "A", "B", expect.closeTo(2 * twoSidedP(2), 12)], ["y", "A", "B", 1]]);
  });

  it("starred here, not there, is noted where the difference itself is not significant", () => {
    const { results, findings } = run([row("0.6", "0.3", "**")], [row("0.1", "0.4")]);
    expect(results[0]).toMatchObject({ verdict: "cannot-tell", why: "A − B = 0.500, z = 1.00, p = .317, Holm p = .317; starred in one group only.", whyZh: "A − B = 0.500，z = 1.00，p = .317，Holm p = .317；仅一组有星号。" });
    expect(findings).toEqual([{
      severity: "note", model: "A", term: "x", printed: { A: "0.6** (0.3)", B: "0.1 (0.4)" }, code: 'groupDifference({"coef":"0.6","se":"0.3"}, {"coef":"0.1","se":"0.4"})',
      message: "x: starred in A, not in B, yet the difference itself is not significant (z = 1.00, p = .317; Holm p = .317). A sentence that the groups differ in it rests on two separate tests, not on a tested difference.",
      messageZh: "x：A 有星号而 B 没有，但二者之差本身并不显著（z = 1.00，p = .317；Holm p = .317）。称两组在此有差异，依据的是两次单独检验，而非对差异的检验。",
    }]);
    expect(run([row("0.1", "0.4")], [row("0.6", "0.3", "**")]).findings[0].message).toContain("starred in B, not in A,");
    // By rounding z may be significant: 0.9 is 1.8, from 0.8/0.57 to 1.0/0.43.
    expect(run([row("1.0", "0.3", "**")], [row("0.1", "0.4")]).findings[0]).toMatchObject({ message: expect.stringContaining("Holm p = .072; by rounding z may be 1.40 to 2.32)."), messageZh: expect.stringContaining("；按舍入范围 z 介于 1.40 与 2.32）。") });
    expect(run([row("0.1", "0.4")], [row("1.0", "0.3", "**")]).findings[0].message).toContain("by rounding z may be −2.32 to −1.40");
  });

  it("is consistent with the stars only where it is significant whatever the digits stand for", () => {
    const verdict = (a: string, b: string) => {
      const { results, findings } = run([row(a, "0.3", "**")], [row(b, "0.4")]);
      return [results[0].verdict, findings.length];
    };
    expect([verdict("2.0", "0.1"), verdict("0.1", "2.0"), verdict("1.1", "0.1"), verdict("1.0", "0.1")]).toEqual([["consistent", 0], ["consistent", 0], ["cannot-tell", 0], ["cannot-tell", 1]]);
    for (const term of ["const", "1|2"]) {
      const { results, findings } = run([row("0.6", "0.3", "**", term)], [row("0.1", "0.4", "", term)]);
      expect([results[0].verdict, findings], term).toEqual(["consistent", []]);
    }
  });

  it("of errors printed as 0 has no bound, and none where both are", () => {
    expect(groupDifference({ coef: "0.5", se: "0.0" }, { coef: "0.5", se: "0.0" }, "nearest").zInterval).toEqual({ lower: -Infinity, upper: Infinity });
    expect(groupDifference({ coef: "1", se: "0" }, { coef: "0", se: "0" }, "truncated").zInterval).toEqual({ lower: 0, upper: Infinity });
    expect(run([row("0.5", "0.0")], [row("0.5", "0.0")]).results).toEqual([]);
    expect(run([row("0.5", "0.1")], [row("0.5", "0.0")]).results).toHaveLength(1);
  });
});

describe("groups that are compared", () => {
  it("share terms with errors, or that is missed", () => {
    const needs = [{ model: "A", en: "terms with standard errors that A and B share", zh: "A 与 B 共有且带标准误的项" }];
    expect(run([row("1", "1")], [row("1", "1", "", "y")])).toMatchObject({ results: [], needs });
    expect(run([row("1", undefined)], [row("1", "1")])).toMatchObject({ results: [], needs });
    expect(run([row("1", "1")], [row("1", undefined)])).toMatchObject({ results: [], needs });
    expect(run([row("1", "1")], [row("1", "1")]).needs).toEqual([]);
  });

  it("are of one family and scale, log-odds or effects", () => {
    expect(run([row("1", "1")], [row("1", "1")], { family: "ordered logit" })).toMatchObject({ results: [{ model: "A", term: null, verdict: "cannot-tell", interval: null, why: "A and B are models of different families or scales.", whyZh: "A 与 B 的模型类型或尺度不同。" }], needs: [], answer: [] });
    const of = (a: Partial<PublishedModel>, b: Partial<PublishedModel>) => {
      const { models } = new Given({ models: { A: exampleModel([], a), B: exampleModel([], b) } });
      return comparable(models.get("A")!, models.get("B")!);
    };
    expect([of({}, {}), of({ scale: "marginalEffect" }, { scale: "marginalEffect" })]).toEqual([true, true]);
    expect([of({ scale: "oddsRatio" }, { scale: "oddsRatio" }), of({ scale: "other" }, { scale: "other" }), of({ scale: "marginalEffect" }, {}), of({ family: "other" }, {})]).toEqual(Array(4).fill(false));
  });

  it("are the parts of every whole and the pairs asked for, once each", () => {
    const of = (around: Partial<PublishedTable>, pairs: [string, string][] = []) =>
      pairsOf(new Given({ models: Object.fromEntries(["A", "B", "C", "W"].map((id) => [id, exampleModel([])])), ...around }, { pairs })).map((pair) => pair.map(({ id }) => id).join(""));
    expect(of({ pooled: [{ whole: "W", parts: ["A", "B", "C"] }] })).toEqual(["AB", "AC", "BC"]);
    expect(of({ pooled: [{ whole: "W", parts: ["A", "B"] }] }, [["B", "A"], ["C", "A"], ["A", "Z"], ["Z", "A"]])).toEqual(["AB", "CA"]);
    expect(check.run(new Given({ models: {} })).needs).toEqual([{ model: null, en: "which models are of different people (parts of a pooled model, or --pairs A:B)", zh: "哪些模型来自不同的人（合并模型的各部分，或 --pairs A:B）" }]);
  });
});

it("of three groups each pair has its own terms, once", () => {
  const { results, findings, answer } = check.run(new Given({ models: { A: exampleModel([row("1.5", "0.3", "**"), row("0.1", "0.3", "", "y")]), B: exampleModel([row("0.9", "0.4", "", "x")]), C: exampleModel([row("0.5", "0.4", "*", "x"), row("0.3", "0.3", "*", "y")]) } }, { pairs: [["A", "B"], ["A", "C"], ["B", "C"]], rounding: "nearest" }));
  expect(results.map(({ model, term, why }) => [model, term, why.split(" = ")[0]])).toEqual([["A", "x", "A − B"], ["A", "x", "A − C"], ["A", "y", "A − C"], ["B", "x", "B − C"]]);
  expect(findings.map(({ model, term }) => [model, term])).toEqual([["A", "x"], ["A", "y"], ["B", "x"]]);
  expect(answer.map(({ a, b, term }) => `${a}${b} ${term}`)).toEqual(["AB x", "AC x", "AC y", "BC x"]);
});
