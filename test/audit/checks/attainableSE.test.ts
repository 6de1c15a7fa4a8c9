import { describe, expect, it } from "vitest";
import { attainableSE as check, checkAttainableSE } from "../../../src/audit/checks/attainableSE";
import { exampleModel } from "../../../src/audit/exampleTable";
import { informationNeeded, informationOfRow, leastRarer, rowsOfContrast } from "../../../src/audit/floors";
import { Given } from "../../../src/audit/given";
import type { PublishedModel, PublishedRow, PublishedTable } from "../../../src/published/publishedTable";

const row = (se?: string, term = "x"): PublishedRow => ({ term, coef: "0.5", stars: "", ...(se !== undefined && { se }) });
const run = (se: string, change: Partial<PublishedModel> = {}, around: Partial<PublishedTable> = {}, counts = { one: 100, reference: 100 }) =>
  check.run(new Given({ models: { A: exampleModel([row(se)], change) }, categories: { A: { x: counts } }, ...around }, { rounding: "nearest" }));

describe("the least error that so many rows allow", () => {
  // 100 : 100 are worth 50: 1/√(50/4) = .2828; ordered 1/√(50/3) = .2449 and 1/√(50/2) = .2, with three levels 1/√(50·8/27) = .2598.
  it("is told beside the printed one", () => {
    expect(run("0.283")).toMatchObject({ results: [{ model: "A", term: "x", verdict: "cannot-tell", interval: [expect.closeTo(0.2825, 12), expect.closeTo(0.2835, 12)], why: "With 100 : 100 rows a model-based SE is at least 0.283; printed 0.283.", whyZh: "在 100 : 100 的频数下，基于模型的标准误至少为 0.283；表中为 0.283。" }], findings: [], needs: [] });
    expect(run("0.284").results[0].verdict).toBe("consistent");
    expect(run("0.282")).toMatchObject({
      results: [{ verdict: "inconsistent" }],
      findings: [{
        severity: "inconsistent", model: "A", term: "x", printed: { coef: "0.5", se: "0.282", one: "100", reference: "100" }, code: 'checkAttainableSE("0.282", {"one":100,"reference":100}, "binary logit")',
        message: "A, x: the SE in 0.5 (0.282) is below what 100 : 100 rows allow (0.283). The term was coded otherwise than counted, the SE is not model-based, or it is misprinted.",
        messageZh: "A，x：0.5 (0.282) 中的标准误低于 100 : 100 的频数所容许的下限（0.283）。该变量的编码与频数不符，或标准误并非基于模型，或有印刷错误。",
      }],
    });
  });

  it("of an ordered logit is two: between them a note", () => {
    const ordered = (se: string, levels?: number) => run(se, { family: "ordered logit", ...(levels !== undefined && { levels }) });
    expect(ordered("0.260", 3)).toMatchObject({ results: [{ verdict: "cannot-tell", why: "With 100 : 100 rows a model-based SE is at least 0.260 under expected and 0.200 under observed information; printed 0.260.", whyZh: "在 100 : 100 的频数下，基于模型的标准误至少为 期望信息下 0.260、观测信息下 0.200；表中为 0.260。" }], findings: [] });
    expect(ordered("0.261", 3).results[0].verdict).toBe("consistent");
    expect(ordered("0.259", 3)).toMatchObject({
      results: [{ verdict: "cannot-tell" }],
      findings: [{
        severity: "note", code: 'checkAttainableSE("0.259", {"one":100,"reference":100}, "ordered logit", 3)',
        message: "A, x: the SE in 0.5 (0.259) is below what 100 : 100 rows allow (0.260 under expected and 0.200 under observed information). To be right, the term was coded otherwise than counted, the SE is robust or weighted, or the data break parallel lines far enough to lift observed above expected information.",
        messageZh: "A，x：0.5 (0.259) 中的标准误低于 100 : 100 的频数所容许的下限（期望信息下 0.260、观测信息下 0.200）。若无误，则该变量的编码与频数不符，或标准误为稳健/加权标准误，或数据明显违背平行性以致观测信息高于期望信息。",
      }],
    });
    expect(ordered("0.259")).toMatchObject({
      results: [{ verdict: "consistent", why: "With 100 : 100 rows a model-based SE is at least 0.245 under expected and 0.200 under observed information; printed 0.259." }],
      findings: [{
        severity: "note",
        message: "A, x: the SE in 0.5 (0.259) is below what 100 : 100 rows allow (0.245 under expected and 0.200 under observed information; 0.260 with three levels). To be right, the outcome has more than three levels, the term was coded otherwise than counted, the SE is robust or weighted, or the data break parallel lines far enough to lift observed above expected information.",
        messageZh: expect.stringContaining("（期望信息下 0.245、观测信息下 0.200；三个等级时为 0.260）。若无误，则因变量多于三个等级，该变量的编码与频数不符"),
      }],
    });
    expect(ordered("0.260").findings).toEqual([]);
    expect([ordered("0.199").results[0].verdict, ordered("0.200").results[0].verdict]).toEqual(["inconsistent", "cannot-tell"]);
    expect([checkAttainableSE("0.259", { one: 100, reference: 100 }, "ordered logit", 3, "nearest"), checkAttainableSE("0.199", { one: 100, reference: 100 }, "ordered logit", 3, "nearest"), checkAttainableSE("0.282", { one: 100, reference: 100 }, "binary logit", undefined, "nearest")].map(({ betweenFloors }) => betweenFloors)).toEqual([true, false, false]);
  });

  it("is none of robust or weighted errors, and of models in another scale", () => {
    expect(run("0.1", {}, { notes: ["robust"] })).toMatchObject({ results: [{ model: "A", term: "x", verdict: "cannot-tell", interval: null, why: "Robust, clustered or weighted standard errors have no such floor.", whyZh: "稳健、聚类或加权标准误没有这样的下限。" }], findings: [] });
    expect(run("0.1", { scale: "oddsRatio" })).toMatchObject({ results: [], needs: [{ model: "A", en: "a logit in log-odds: the floor is a logit's", zh: "以对数优势报告的 logit 模型（该下限只适用于此）" }] });
    expect(check.run(new Given({ models: { A: exampleModel([row("0.1")]) } })).needs).toEqual([{ model: "A", en: "how many rows each category has (categories)", zh: "各类别的频数（categories）" }]);
    expect(check.run(new Given({ models: { A: exampleModel([row()]) }, categories: { A: { x: { one: 1, reference: 2 }, y: { one: 1, reference: 2 } } } })).results).toEqual([]);
  });
});

describe("the counts of a whole whose parts print none", () => {
  const shared = (a: string | undefined, b: string | undefined, around: Partial<PublishedTable> = {}, change: Partial<PublishedModel> = {}, whole: Partial<PublishedModel> = {}) => check.run(new Given({
    models: { A: exampleModel([row(a)], { n: 80, ...change }), B: exampleModel([row(b)], { n: 120, ...change }), W: exampleModel([row("0.5")], { n: 200, ...change, ...whole }) },
    pooled: [{ whole: "W", parts: ["A", "B"] }], categories: { W: { x: { one: 100, reference: 100 } } }, ...around,
  }, { rounding: "nearest" })).findings.filter(({ printed }) => "se of A" in printed);

  it("must hold what the parts' errors need together", () => {
    // 4/.4005² + 4/.4005² = 49.9 of 50, 4/.3995² twice 50.1.
    expect(shared("0.400", "0.400")).toEqual([]);
    const needed = 8 / 0.3995 ** 2;
    const alone = leastRarer(4 / 0.3995 ** 2, 120);
    expect(leastRarer(4 / 0.3995 ** 2, 80)).toBe(Infinity); // 80 rows are worth 20 at most
    expect(shared("0.399", "0.399")).toEqual([{
      severity: "inconsistent", model: "W", term: "x", printed: { one: "100", reference: "100", "se of A": "0.399", "se of B": "0.399" },
      message: `x: the parts' SEs (A 0.399, B 0.399) together need a contrast of at least ${needed.toFixed(1)} rows (n₁n₀/(n₁+n₀)), but the 100 : 100 rows of W hold 50.0; alone, rows of the rarer answer at least: A Infinity, B ${alone}. The term was coded otherwise than counted, or an SE is misprinted or not model-based.`,
      messageZh: `x：各组标准误（A 0.399, B 0.399）合计至少需要 n₁n₀/(n₁+n₀) = ${needed.toFixed(1)}，而 W 的频数 100 : 100 只有 50.0；各组单独至少需要较少一类：A Infinity，B ${alone}。该变量的编码与频数不符，或某标准误印错或并非基于模型。`,
      code: '["0.399","0.399"].reduce((sum, se) => sum + informationNeeded(Number(se), "binary logit", undefined, "observed"), 0) - rowsOfContrast({"one":100,"reference":100})',
    }]);
  });

  it("of ordered logits by expected information are noted", () => {
    // Three levels: 27/8 a row; 2·3.375/.367² = 50.1 of 50.
    const [note, ...others] = shared("0.366", "0.366", {}, { family: "ordered logit", levels: 3 });
    expect(others).toEqual([]);
    expect(note).toMatchObject({ severity: "note", message: expect.stringContaining(" They cannot all be right under expected information unless the term was coded otherwise than counted or the SEs are not model-based."), messageZh: expect.stringContaining("在期望信息下不可能全部成立，除非该变量的编码与频数不符，或标准误并非基于模型。"), code: expect.stringContaining('"ordered logit", 3, "expected"') });
    expect(shared("0.368", "0.368", {}, { family: "ordered logit", levels: 3 })).toEqual([]);
  });

  it("are asked only where all of it is printed, model-based and in log-odds", () => {
    expect(shared("0.1", undefined)).toEqual([]);
    expect(shared("0.1", "0.1", { notes: ["robust"] })).toEqual([]);
    expect(shared("0.1", "0.1", {}, { scale: "oddsRatio" })).toEqual([]);
    expect(shared("0.1", "0.1", {}, {}, { scale: "oddsRatio" })).toEqual([]);
    expect(shared("0.1", "0.1", {}, {}, { rows: [] })).toEqual([]);
    expect(shared("0.1", "0.1", { categories: { W: { x: { one: 100, reference: 100 } }, A: { x: { one: 40, reference: 40 } } } })).toEqual([]);
    expect(shared("0.1", "0.1", { categories: { W: { x: { one: 100, reference: 50 } } } })[0].message).toContain("100 : 50 rows of W hold 33.3. The term");
  });
});

it("the information of a row, by family, levels and kind", () => {
  expect([informationOfRow("binary logit", undefined, "expected"), informationOfRow("binary logit", 5, "observed"), informationOfRow("ordered logit", 3, "observed"), informationOfRow("ordered logit", undefined, "expected"), informationOfRow("ordered logit", 3, "expected"), informationOfRow("ordered logit", 2, "expected")]).toEqual([1 / 4, 1 / 4, 1 / 2, 1 / 3, 8 / 27, 1 / 4]);
  expect(() => informationOfRow("other", 3, "expected")).toThrow("the information bounds are those of logits");
  expect(rowsOfContrast({ one: 30, reference: 60 })).toBe(20);
  expect(informationNeeded(0.5, "ordered logit", undefined, "expected")).toBeCloseTo(12, 12);
  expect([leastRarer(16, 64), leastRarer(16.1, 64), leastRarer(1, 64), leastRarer(15, 64)]).toEqual([32, Infinity, 2, 24]); // 24·40/64 = 15; 1·63/64 is less than 1
});

it("a standard error that may just be at its floor is not below it", () => {
  // 200 : 200 rows are worth 100: 1/√(100/4) is 0.2, where digits of 0.1 may end and those of 0.2 begin.
  const at = (se: string, rounding: "any" | "truncated") => checkAttainableSE(se, { one: 200, reference: 200 }, "binary logit", undefined, rounding);
  expect([at("0.1", "any"), at("0.2", "truncated"), at("0.19", "truncated"), at("0.18", "truncated")].map(({ verdict, betweenFloors }) => [verdict, betweenFloors])).toEqual([["cannot-tell", false], ["consistent", false], ["cannot-tell", false], ["inconsistent", false]]);
});
