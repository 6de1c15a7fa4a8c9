import { describe, expect, it } from "vitest";
import { level } from "../../../src/audit/checks/level";
import { exampleModel } from "../../../src/audit/exampleTable";
import { Given } from "../../../src/audit/given";
import { averageProbability, componentsOf, linearPredictor } from "../../../src/audit/spread";
import type { PublishedModel, PublishedRow, PublishedTable } from "../../../src/published/publishedTable";

const row = (term: string, coef: string, names: Partial<PublishedRow> = {}): PublishedRow => ({ term, coef, se: "0.300", stars: "", ...names });
const p = (eta: number) => 1 / (1 + Math.exp(-eta));
/** Half of 100 had the event, by log-likelihood and Nagelkerke's R²: (1 − exp(2·(63 − 100 ln 2)/100))/(1 − ¼) = .15819. */
const HALF = { n: 100, logLik: "-63.0000", pseudoR2: "0.1582" };
const run = (rows: readonly PublishedRow[], around: Partial<PublishedTable> = {}, change: Partial<PublishedModel> = {}) =>
  level.run(new Given({ models: { A: exampleModel(rows, { ...HALF, ...change }) }, pseudoR2Definition: "Nagelkerke", ...around }));

describe("the share of events that coefficients imply", () => {
  const rows = [row("x", "1.000"), row("const", "-0.500")];
  const half = { margins: { x: { share: 0.5 } } };

  it("against the one that the table's own numbers imply", () => {
    const at = (constant: number, slope: number) => (p(constant) + p(constant + slope)) / 2;
    expect(run(rows, half)).toEqual({
      results: [{ model: "A", term: null, verdict: "consistent", interval: [expect.closeTo(at(-0.5005, 0.9995), 3), expect.closeTo(at(-0.4995, 1.0005), 3)], why: "The coefficients imply 0.500 events, the table's own numbers 0.500.", whyZh: "系数隐含的事件比例为 0.500，由表中数字推出的比例为 0.500。" }],
      findings: [], needs: [], answer: [expect.objectContaining({ model: "A", implied: expect.closeTo(0.5, 10), observed: 0.5 }) as unknown],
    });
    const unknown = run(rows, half, { logLik: undefined });
    expect(unknown).toMatchObject({ results: [{ verdict: "cannot-tell", why: "The coefficients imply 0.500 events; how many there were is not known.", whyZh: "系数隐含的事件比例为 0.500；实际比例未知。" }], findings: [], needs: [{ model: "A", en: "the number of events, or log-likelihood and R² that give it", zh: "事件数，或可推出事件数的对数似然值与 R²" }] });
  });

  it("where they are far apart, with the one change that brings them together", () => {
    // Without and with x p(1.5) = .818 and p(2.5) = .924; with the constant 1.5 no change of x alone has half.
    const { results, findings } = run([rows[0], row("const", "1.500")], half);
    expect(results[0].verdict).toBe("cannot-tell");
    expect(findings).toEqual([{
      severity: "note", model: "A", term: null, printed: {}, code: 'impliedShare(published, "A")',
      message: "A: averaged over the margins the coefficients imply 0.871 events, but log-likelihood and R² imply 0.500. No single sign or 1/2 coding brings them together.",
      messageZh: "A：按边际分布平均，系数隐含的事件比例为 0.871，而对数似然与 R² 隐含 0.500。改动任何单个符号或 1/2 编码都不能吻合。",
    }]);
    // 1 + 2 for those with x: p(1) and p(3); turned, p(1) and p(−1): half. Coded 2 and 1 it is p(5) and p(3), 1 and 2 p(3) and p(5).
    const turned = run([row("x", "2.000", { stars: "*", label: "亲属", en: "kin" }), row("const", "1.000")], half).findings;
    expect(turned).toMatchObject([{
      term: "x", printed: { coef: "2.000", se: "0.300", stars: "*" },
      message: "A: averaged over the margins the coefficients imply 0.842 events, but log-likelihood and R² imply 0.500. One change alone would bring them together: kin with the other sign (0.500); a likely story, not a proof, since the margins are approximate.",
      messageZh: "A：按边际分布平均，系数隐含的事件比例为 0.842，而对数似然与 R² 隐含 0.500。只改一处即可吻合：亲属 符号相反（0.500）；边际分布只是近似，这是较可能的解释，并非证明。",
    }]);
    // −1.5 with 1: p(−1.5) and p(−0.5); as 1 and 2 p(−0.5) and p(0.5): half. As 2 and 1 p(0.5) and p(−0.5) likewise.
    const coded = run([row("x", "1.000"), row("const", "-1.500")], half).findings;
    expect(coded).toMatchObject([{
      message: expect.stringContaining("imply 0.280 events, but log-likelihood and R² imply 0.500. One change alone would bring them together: x coded 1 and 2 (0.500); x coded 2 and 1 (0.500); a likely"), messageZh: expect.stringContaining("x 编码为 1/2（0.500）；x 编码为 2/1（0.500）；"),
    }]);
    const other = run([row("x", "-1.000"), row("const", "1.500")], half).findings;
    expect(other[0]).toMatchObject({ message: expect.stringContaining("x coded 1 and 2 (0.500)"), messageZh: expect.stringContaining("x 编码为 1/2（0.500）") });
    const two = run([row("x", "1.000"), row("y", "1.000"), row("const", "-1.500")], { margins: { x: { share: 0.5 }, y: { share: 0 } } }).findings;
    expect(two[0]).toMatchObject({ term: null, printed: {}, message: expect.stringContaining("x coded 1 and 2 (0.500); x coded 2 and 1 (0.500); y coded 1 and 2 (0.500); a likely"), messageZh: expect.stringContaining("x 编码为 2/1（0.500）；y 编码为 1/2（0.500）；边际") });
  });

  it("says which margins are supposed", () => {
    const margins = { x: { share: 0.5, assumed: true }, y: { mean: 0, sd: 1, assumed: true }, z: { share: 0.25 } };
    const { findings } = run([row("x", "0.000", { label: "亲属", en: "kin" }), row("y", "0.000"), row("z", "0.000"), row("const", "3.000")], { margins });
    expect(findings[0].message).toMatch(/ Supposed, not printed: kin share 0\.50, y SD 1\.$/);
    expect(findings[0].messageZh).toMatch(/以下为推定，并非表中所列：亲属 占 0\.50，y 标准差 1。$/);
    expect(findings[0].message).toContain("averaged over the margins the coefficients imply 0.953 events"); // p(3)
  });

  it("needs to know how every term is spread, and a constant", () => {
    expect(run([row("x", "1", { label: "亲属", en: "kin" }), row("y", "1")])).toMatchObject({
      results: [{ model: "A", term: null, verdict: "cannot-tell", interval: null, why: "Not known: how kin, y, the constant are spread.", whyZh: "未知：亲属、y、常数项 的分布。" }],
      needs: [{ model: "A", en: "how its terms are spread (margins or counts of 3 of them)", zh: "自变量的分布（尚缺 3 项的边际分布或频数）" }], answer: [], findings: [],
    });
    const none = [{ model: null, en: "a binary logit in log-odds", zh: "以对数优势报告的二元 logit 模型" }];
    expect(run(rows, half, { scale: "oddsRatio" })).toMatchObject({ results: [], needs: none });
    expect(run(rows, half, { family: "ordered logit" })).toMatchObject({ results: [], needs: none });
  });
});

describe("how the terms of a model are spread", () => {
  const table = (around: Partial<PublishedTable>, models: Readonly<Record<string, Partial<PublishedModel>>> = { A: { n: 100 } }): PublishedTable => ({ models: Object.fromEntries(Object.entries(models).map(([id, change]) => [id, exampleModel([], change)])), ...around });
  const counts = (x: [number, number]) => ({ x: { one: x[0], reference: x[1] } });
  const shareOf = (given: PublishedTable, id = "A") => {
    const { components, missing } = componentsOf(given, id, ["x"]);
    return missing.length > 0 ? missing : components[0].rows.map(({ values, weight }) => [values["x"], weight]);
  };

  it("is that of its own counts, else its whole's, else of the whole of a model with the same rows, else the margins", () => {
    const margins = { x: { share: 0.9 } };
    expect(shareOf(table({ margins, categories: { A: counts([30, 70]) } }))).toEqual([[1, 0.3], [0, 0.7]]);
    const models = { A: { n: 100, group: "g" }, B: { n: 100, group: "h" }, W: { n: 200 }, C: { n: 100, group: "g" }, D: { n: 100, group: "k" }, E: { n: 99, group: "g" } };
    const pooled = [{ whole: "W", parts: ["A", "B"] }];
    expect(["A", "C", "D", "E"].map((id) => shareOf(table({ margins, pooled, categories: { W: counts([50, 150]) } }, models), id)[0])).toEqual([[1, 0.25], [1, 0.25], [1, 0.9], [1, 0.9]]);
    expect(shareOf(table({ margins }))[0]).toEqual([1, 0.9]);
    expect(shareOf(table({ margins: { y: { share: 0.5 } } }))).toEqual(["x"]);
    expect(shareOf(table({}))).toEqual(["x"]);
    expect(shareOf(table({ margins, categories: { A: counts([30, 70]) } }, { A: {} }))[0]).toEqual([1, 0.9]); // no n
  });

  it("dummies that share a reference and fill the sample are one question's answers", () => {
    const of = (categories: Readonly<Record<string, { one: number; reference: number }>>) => componentsOf(table({ categories: { A: categories } }), "A", ["x", "y", "z"]).components;
    expect(of({ x: { one: 20, reference: 50 }, y: { one: 30, reference: 50 }, z: { one: 40, reference: 60 } })).toEqual([
      { terms: ["x", "y"], rows: [{ values: { x: 0, y: 0 }, weight: 0.5 }, { values: { x: 1, y: 0 }, weight: 0.2 }, { values: { x: 0, y: 1 }, weight: 0.3 }] },
      { terms: ["z"], rows: [{ values: { z: 1 }, weight: 0.4 }, { values: { z: 0 }, weight: 0.6 }] },
    ]);
    expect(of({ x: { one: 20, reference: 50 }, y: { one: 31, reference: 50 } }).map(({ terms }) => terms)).toEqual([["x"], ["y"]]); // more than there are
    expect(componentsOf(table({ categories: { A: { x: { one: 20, reference: 50 }, y: { one: 30, reference: 50 } } } }), "A", ["x"])).toEqual({ components: [], missing: ["x"] });
  });

  it("a number is spread as the normal curve, within its ends, or as a power of what was measured", () => {
    const rows = (margin: NonNullable<PublishedTable["margins"]>[string]) => componentsOf(table({ margins: { x: margin } }), "A", ["x"]).components[0].rows.map(({ values, weight }) => ({ x: values["x"], weight }));
    const mean = (all: readonly { x: number; weight: number }[], power = 1) => all.reduce((sum, { x, weight }) => sum + x ** power * weight, 0);
    const plain = rows({ mean: 10, sd: 2 });
    expect([plain.length, plain[0].x, plain.at(-1)!.x, mean(plain, 0)]).toEqual([41, 2, 18, expect.closeTo(1, 12)]);
    expect([mean(plain), mean(plain, 2)]).toEqual([expect.closeTo(10, 10), expect.closeTo(104, 1)]);
    expect(mean(rows({ mean: 10, sd: 2, power: 2 }))).toBeCloseTo(mean(plain, 2), 10);
    const cut = rows({ mean: 10, sd: 2, lower: 9, upper: 11 }).map(({ x }) => x);
    expect([Math.min(...cut), Math.max(...cut), cut[20]]).toEqual([9, 11, 10]);
  });

  it("and what they add up to is averaged by the logistic curve", () => {
    const { components } = componentsOf(table({ margins: { x: { share: 0.25 }, y: { share: 0.5 } } }), "A", ["x", "y"]);
    const spread = linearPredictor(components, { x: 1, y: -0.5 }, 0.25);
    expect([...spread].sort((a, b) => a.value - b.value)).toEqual([{ value: -0.25, weight: 0.375 }, { value: 0.25, weight: 0.375 }, { value: 0.75, weight: 0.125 }, { value: 1.25, weight: 0.125 }]);
    expect(averageProbability(spread)).toBeCloseTo(0.375 * (p(-0.25) + p(0.25)) + 0.125 * (p(0.75) + p(1.25)), 12);
    // Two that meet are one.
    expect(linearPredictor(componentsOf(table({ margins: { x: { share: 0.5 }, y: { share: 0.5 } } }), "A", ["x", "y"]).components, { x: 1, y: 1 }, 0).length).toBe(3);
  });
});

describe("what the level bears", () => {
  const half = { margins: { x: { share: 0.5 } } };

  it("changes of a term coded 0/1 alone are also of its coding", () => {
    // 0.5 and −0.75: turned p(−0.75) and p(−1.25); as 1 and 2 p(−0.25) and p(0.25); as 2 and 1 p(0.25) and p(−0.25).
    const { answer } = run([row("x", "0.500"), row("const", "-0.750")], half);
    expect(answer[0].changes).toEqual([["sign", (p(-0.75) + p(-1.25)) / 2], ["coded 1 and 2", 0.5], ["coded 2 and 1", 0.5]].map(([change, implied]) => ({ term: "x", change, implied: expect.closeTo(implied as number, 10) as number })));
    // A number that goes through 1, or 0, and the answers of one question, are no 0/1 terms.
    const kinds = (around: Partial<PublishedTable>, ...terms: string[]) => run([...terms.map((term) => row(term, "0.500")), row("const", "0.000")], around).answer[0].changes.map(({ term, change }) => `${term} ${change}`);
    expect([kinds({ margins: { x: { mean: 1, sd: 1 } } }, "x"), kinds({ margins: { x: { mean: 0, sd: 2, lower: 0, upper: 1 } } }, "x")]).toEqual([["x sign"], ["x sign"]]);
    expect(kinds({ categories: { A: { x: { one: 20, reference: 50 }, y: { one: 30, reference: 50 } } } }, "x", "y")).toEqual(["x sign", "y sign"]);
    expect(kinds({ categories: { A: { x: { one: 20, reference: 50 } } }, margins: { y: { mean: 0, sd: 1 } } }, "x", "y")).toEqual(["x sign", "x coded 1 and 2", "x coded 2 and 1", "y sign"]);
  });

  it("is consistent where all that rounding leaves is near", () => {
    // Of 0.2, 0.15 to 0.25: p is .537 to .562.
    const of = (constant: string) => run([row("x", "0.000"), row("const", constant)], half).results[0];
    expect(of("0.2")).toMatchObject({ verdict: "cannot-tell", interval: [expect.closeTo(p(0.15), 3), expect.closeTo(p(0.25), 3)] });
    expect([of("0.1").verdict, of("-0.1").verdict, of("-0.2").verdict, of("0.20").verdict]).toEqual(["consistent", "consistent", "cannot-tell", "cannot-tell"]);
    // Of a term that is below 0 the larger coefficient has the smaller share.
    const [low, high] = run([row("x", "1.0"), row("const", "2.0")], { margins: { x: { mean: -2, sd: 0.001 } } }).results[0].interval!;
    expect([low, high]).toEqual([expect.closeTo(p(2.05 - 2 * 1.05), 2), expect.closeTo(p(1.95 - 2 * 0.95), 2)]);
    expect(low).toBeLessThan(high);
  });

  it("supposes nothing where the table has no margins, or none of the term", () => {
    const counted = { categories: { A: { x: { one: 50, reference: 50 } } } };
    for (const around of [counted, { ...counted, margins: { y: { share: 0.5, assumed: true } } }]) expect(run([row("x", "0.000"), row("const", "3.000")], around).findings[0].message).toMatch(/No single sign or 1\/2 coding brings them together\.$/);
  });
});
