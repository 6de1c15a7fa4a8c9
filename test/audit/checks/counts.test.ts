import { describe, expect, it } from "vitest";
import { checkSum, counts } from "../../../src/audit/checks/counts";
import { exampleModel } from "../../../src/audit/exampleTable";
import { Given } from "../../../src/audit/given";
import type { PublishedTable } from "../../../src/published/publishedTable";

const run = (table: Partial<PublishedTable>) => counts.run(new Given({ models: {}, ...table }));
const models = (sizes: Readonly<Record<string, number | undefined>>) => Object.fromEntries(Object.entries(sizes).map(([id, n]) => [id, exampleModel([], n === undefined ? {} : { n })]));

describe("the parts of a whole", () => {
  const pooled = [{ whole: "W", parts: ["A", "B", "C"] }];

  it("add up to it, or do not", () => {
    expect(run({ models: models({ A: 187, B: 300, C: 290, W: 777 }), pooled })).toEqual({
      results: [{ model: "W", term: null, verdict: "consistent", interval: [777, 777], why: "A + B + C = 187 + 300 + 290 = 777, the n of W is 777.", whyZh: "A + B + C = 187 + 300 + 290 = 777，等于 W 的样本量 777。" }],
      findings: [], needs: [], answer: null,
    });
    expect(run({ models: models({ A: 187, B: 300, C: 290, W: 776 }), pooled })).toMatchObject({
      results: [{ verdict: "inconsistent", why: "A + B + C = 187 + 300 + 290 = 777, but the n of W is 776.", whyZh: "A + B + C = 187 + 300 + 290 = 777，而 W 的样本量为 776。" }],
      findings: [{
        severity: "inconsistent", model: "W", term: null, printed: { "n of W": "776", "n of A": "187", "n of B": "300", "n of C": "290" }, code: "checkSum(776, [187,300,290])",
        message: "A + B + C = 187 + 300 + 290 = 777, but the n of W is 776. One of the numbers is misprinted, or the groups do not share out the whole sample.",
        messageZh: "A + B + C = 187 + 300 + 290 = 777，而 W 的样本量为 776。其中必有一个印错，或各组并未恰好分割全样本。",
      }],
    });
    expect([checkSum(6, [1, 2, 3]), checkSum(7, [1, 2, 3]), checkSum(0, [])]).toEqual(["consistent", "inconsistent", "consistent"]);
  });

  it("prove nothing where rows are weighted or left out", () => {
    for (const note of ["Weighted estimates", "Missing values were dropped"]) {
      const { results, findings } = run({ models: models({ A: 1, B: 2, C: 3, W: 7 }), pooled, notes: [note] });
      expect([results[0].verdict, findings[0].severity], note).toEqual(["cannot-tell", "note"]);
    }
    expect(run({ models: models({ A: 1, B: 2, C: 3, W: 6 }), pooled, notes: ["Weighted estimates"] }).results[0].verdict).toBe("consistent");
  });

  it("are left alone where one has no number", () => {
    const needs = [{ model: null, en: "counts: a descriptive table, or a whole whose parts are named", zh: "频数：描述统计表，或注明各部分的合并模型" }];
    expect(run({ models: models({ A: 1, B: undefined, C: 3, W: 7 }), pooled })).toEqual({ results: [], findings: [], needs, answer: null });
    expect(run({ models: models({ A: 1, B: 2, C: 3, W: undefined }), pooled })).toEqual({ results: [], findings: [], needs, answer: null });
  });
});

describe("the categories of a term", () => {
  const of = (one: number, reference: number, n: number | undefined = 100) => run({ models: models({ A: n }), categories: { A: { x: { one, reference } } } });

  it("fit into n, all of it or less", () => {
    expect(of(40, 60).results).toEqual([{ model: "A", term: "x", verdict: "consistent", interval: [100, 100], why: "40 with 1 and 60 in the reference category fit into n = 100.", whyZh: "取 1 的 40 人与参照组 60 人不超过样本量 100。" }]);
    expect(of(40, 59).results[0]).toMatchObject({ verdict: "consistent", interval: [99, 99] });
    expect(of(40, 61)).toMatchObject({
      results: [{ verdict: "inconsistent", interval: [101, 101], why: "40 with 1 and 61 in the reference category are more than n = 100.", whyZh: "取 1 的 40 人与参照组 61 人超过样本量 100。" }],
      findings: [{
        severity: "inconsistent", model: "A", term: "x", printed: { one: "40", reference: "61", n: "100" }, code: "40 + 61 <= 100",
        message: "40 with 1 and 61 in the reference category are more than n = 100. One of the three is misprinted or counts other rows.", messageZh: "取 1 的 40 人与参照组 61 人超过样本量 100。三者必有一个印错，或计数对象不同。",
      }],
    });
  });

  it("are left alone in a model without n", () => expect(run({ models: models({ A: undefined }), categories: { A: { x: { one: 1, reference: 2 } } } }).results).toEqual([]));
});

describe("the questions of a descriptive table", () => {
  const of = (table1: NonNullable<PublishedTable["table1"]>) => {
    const { results, findings } = run({ table1 });
    return { results: results.map(({ model, term, verdict, why }) => `${model} ${term} ${verdict}: ${why}`), zh: results.map(({ whyZh }) => whyZh), findings };
  };

  it("have percentages of n, or of their own answers, whichever most of them fit", () => {
    expect(of({ n: 777, city: { a: [187, "24.1"], b: [590, "75.9"] } })).toEqual({
      results: ["table1 city consistent: city, a: 187 of 777 is 24.067%, printed 24.1.", "table1 city consistent: city, b: 590 of 777 is 75.933%, printed 75.9.", "table1 city consistent: city: its answers add up to 777, which is n."],
      zh: ["city，a：187/777 为 24.067%，表中为 24.1。", "city，b：590/777 为 75.933%，表中为 75.9。", "city：各选项合计 777，样本量为 777。"], findings: [],
    });
    expect(of({ n: 100, q: { a: [20, "25.0"], b: [60, "75.0"] } }).results).toEqual(["table1 q consistent: q, a: 20 of 80 is 25.000%, printed 25.0.", "table1 q consistent: q, b: 60 of 80 is 75.000%, printed 75.0.", "table1 q cannot-tell: q: its answers add up to 80, n is 100."]);
    expect(of({ n: 100, q: { a: [20, "20.0"], b: [60, "60.0"], c: [5, "7.0"] } }).results[2]).toBe("table1 q inconsistent: q, c: 5 of 100 is 5.000%, printed 7.0.");
    expect(of({ q: { a: [20, "25.0"], b: [60, "75.0"] } }).results).toHaveLength(2); // without n nothing to add up to
    expect(of({ n: 100, q: { a: [20, "50.0"], b: [60, "90.0"] } }).results[0]).toContain("20 of 100"); // of two that fit alike, n
  });

  it("whose percentage is another's are told, with what may be wrong", () => {
    expect(of({ n: 777, city: { a: [187, "21.4"], b: [590, "75.9"] } }).findings).toEqual([{
      severity: "inconsistent", model: "table1", term: "city", printed: { answer: "a", count: "187", percentage: "21.4" }, code: 'checkPercentage(187, 777, "21.4")',
      message: "city, a: 187 of 777 is 24.067%, printed 21.4. Count or percentage is misprinted, or the percentage is of another base.", messageZh: "city，a：187/777 为 24.067%，表中为 21.4。频数或百分比印错，或百分比的基数不同。",
    }]);
  });

  it("whose answers are fewer or more than n are noted", () => {
    const sum = (a: number) => of({ n: 100, q: { a: [a, String(a)], b: [60, "60"] } }).findings.map(({ severity, message, messageZh, code, printed }) => ({ severity, message, messageZh, code, printed }));
    expect(sum(40)).toEqual([]);
    expect(sum(39)).toEqual([{ severity: "note", message: "q: its answers add up to 99, n is 100. Some answers are missing, or a count is misprinted.", messageZh: "q：各选项合计 99，样本量为 100。可能有缺失值，或有频数印错。", code: "checkSum(100, [39,60])", printed: { a: "39", b: "60" } }]);
    expect(sum(41)).toMatchObject([{ severity: "note", message: "q: its answers add up to 101, n is 100. Several answers were allowed, or a count is misprinted.", messageZh: "q：各选项合计 101，样本量为 100。可能为多选题，或有频数印错。" }]);
  });
});

describe("means", () => {
  const of = (table: Partial<PublishedTable>) => {
    const { results, findings } = run(table);
    return { results, findings };
  };

  it("of so many answers can be, or cannot", () => {
    expect(of({ table1: { n: 20, age: "2.35" } })).toEqual({
      results: [{ model: "table1", term: "age", verdict: "consistent", interval: [expect.closeTo(2.345, 12), expect.closeTo(2.36, 12)], why: "age: the mean 2.35 can come from 20 answers in steps of 1.000; GRIM can fail 70.0% of such means.", whyZh: "age：20 个步长为 1.000 的取值可以得到该均值；GRIM 对此类均值的检出率为 70.0%。" }], findings: [],
    });
    expect(of({ table1: { n: 20, age: "2.37" } })).toMatchObject({
      results: [{ verdict: "inconsistent", why: "age: no 20 answers in steps of 1.000 have the mean 2.37.", whyZh: "age：20 个步长为 1.000 的取值不可能得到均值 2.37。" }],
      findings: [{ severity: "inconsistent", printed: { mean: "2.37" }, code: 'grim("2.37", {"n":20,"step":1})', message: "age: no 20 answers in steps of 1.000 have the mean 2.37. Mean, SD or n is misprinted, or the scale is another.", messageZh: "age：20 个步长为 1.000 的取值不可能得到均值 2.37。均值、标准差或样本量印错，或量表不同。" }],
    });
    expect(of({ table1: { n: 20, age: "2.34" } }).results[0]).toMatchObject({ verdict: "only-by-rounding" }); // 2.35 cut is 2.35, rounded too; 2.34 holds 2.35 only if cut
    expect(of({ table1: { n: 777, age: "3.80" } }).results[0]).toMatchObject({ verdict: "cannot-tell", why: "age: the mean 3.80 can come from 777 answers in steps of 1.000; GRIM can fail 0.0% of such means, that is none." });
  });

  it("with their standard deviation, by GRIMMER or, of noughts and ones, by DEBIT", () => {
    const scale = (q: NonNullable<PublishedTable["scales"]>[string]) => of({ table1: { n: 777 }, scales: { q } });
    expect(scale({ mean: "2.0", sd: "1.00", n: 3 }).results[0]).toMatchObject({ verdict: "consistent", why: "q: the mean 2.0 with SD 1.00 can come from 3 answers in steps of 1.000; GRIM can fail 55.0% of such means." }); // 1, 2, 3; 1 − 1.5·0.1·3
    expect(scale({ mean: "2.0", sd: "0.90", n: 3 })).toMatchObject({
      results: [{ verdict: "inconsistent", why: "q: no 3 answers in steps of 1.000 have the mean 2.0 with SD 0.90.", whyZh: "q：3 个步长为 1.000 的取值不可能得到均值 2.0、标准差 0.90。" }],
      findings: [{ printed: { mean: "2.0", sd: "0.90" }, code: 'grimmer("2.0", "0.90", {"n":3,"step":1})' }],
    });
    expect(scale({ mean: "0.50", sd: "0.50", lower: 0, upper: 1 }).results[0].verdict).toBe("consistent"); // 777 answers: √(¼·777/776) is .500
    expect(scale({ mean: "0.50", sd: "0.40", lower: 0, upper: 1 }).results[0].verdict).toBe("inconsistent");
    expect(scale({ mean: "0.50", sd: "0.40", step: 0.5, lower: 0, upper: 1 }).results[0].verdict).toBe("consistent"); // halves between need not be as wide
    expect(scale({ mean: "0.50", sd: "0.60", step: 0.5, lower: 0, upper: 1 }).results[0].verdict).toBe("inconsistent"); // but none is wider
    expect(scale({ mean: "0.50", sd: "0.40", lower: 0 }).results[0].verdict).toBe("inconsistent"); // nor have whole numbers around a half less than a half
    expect(scale({ mean: "0.50", sd: "0.60", lower: 0, upper: 2 }).results[0].verdict).toBe("consistent");
  });

  it("are taken from the table or from the scales, each with its own n or the table's", () => {
    const terms = (table: Partial<PublishedTable>) => of(table).results.map(({ term, why }) => `${term}: ${/mean (\S+)/.exec(why)![1]} of ${/(\d+) answers/.exec(why)![1]}`);
    expect(terms({ table1: { n: 20, a: "2.35", b: "2.40" }, scales: { b: { n: 10 }, c: { mean: "1.50" } } })).toEqual(["a: 2.35 of 20", "b: 2.40 of 10", "c: 1.50 of 20"]);
    expect(terms({ table1: { n: 20, a: "2.35" }, scales: { a: { mean: "2.45" } } })).toEqual(["a: 2.45 of 20"]);
    expect(terms({ table1: { a: "2.35" } })).toEqual([]);
    expect(terms({ table1: { n: 20 }, scales: { c: { sd: "1.5" } } })).toEqual([]);
    expect(terms({ scales: { c: { mean: "1.50", n: 4 } } })).toEqual(["c: 1.50 of 4"]);
  });
});
