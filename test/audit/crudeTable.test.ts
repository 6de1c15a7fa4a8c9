import { describe, expect, it } from "vitest";
import { crudeTables } from "../../src/audit/checks/crudeTables";
import { type Constraint, eventsAmong, leastError, rowsInFirst, woolf } from "../../src/audit/crudeTable";
import { exampleModel } from "../../src/audit/exampleTable";
import { Given } from "../../src/audit/given";
import { linkedCounts } from "../../src/audit/linkedCounts";
import { settleMirror } from "../../src/audit/settleMirror";
import type { PublishedModel, PublishedRow, PublishedTable } from "../../src/published/publishedTable";

/** Every crude table of so many ones, reference rows, rows and events: [a, b, c, d] with all cells filled. */
function tables(one: number, reference: number, n: number, events: number): number[][] {
  const all: number[][] = [];
  for (let a = 1; a < one; a++) for (let c = 1; c < reference; c++) {
    const others = events - a - c;
    if (others >= 0 && others <= n - one - reference) all.push([a, one - a, c, reference - c]);
  }
  return all;
}
const variance = (cells: readonly number[]) => cells.reduce((sum, cell) => sum + 1 / cell, 0);

describe("the least error of a crude table", () => {
  it("is that of the best of all tables", () => {
    expect([woolf(1, 2, 4, 8), woolf(0, 2, 4, 8), woolf(1, 2, 4, 0), woolf(1, -2, 4, 8)]).toEqual([1.875, Infinity, Infinity, Infinity]);
    for (const [one, reference, n] of [[5, 9, 14], [4, 7, 15], [6, 6, 12], [2, 11, 16]]) for (let events = 0; events <= n; events++) {
      const best = Math.sqrt(Math.min(...tables(one, reference, n, events).map(variance)));
      expect(leastError(one, reference, { n, events }), `${one} ${reference} ${n} ${events}`).toBeCloseTo(best, 10);
    }
  });

  it("says how many of the ones may have the event, and how many ones may be in a part", () => {
    const allowed = (ones: number, { n, events }: { n: number; events: number }, se: number) => tables(ones, n - ones, n, events).filter((cells) => Math.sqrt(variance(cells)) <= se * (1 + 1e-10)).map(([a]) => a);
    for (const se of [0.6, 0.75, 0.9, 1.2]) for (const ones of [3, 6, 10]) for (const events of [4, 11, 20]) {
      const all = allowed(ones, { n: 30, events }, se);
      expect(eventsAmong(ones, { n: 30, events }, se), `${se} ${ones} ${events}`).toEqual({ least: Math.min(...all), most: Math.max(...all) });
    }
    const [whole, first, second]: Constraint[] = [{ n: 50, events: 24, se: 0.75 }, { n: 20, events: 9, se: 1.3 }, { n: 30, events: 15, se: 0.9 }];
    for (const total of [8, 12, 20]) {
      const possible: [number, number][] = [];
      for (let ones = 1; ones < Math.min(total, 20); ones++) {
        const [a, b, w] = [allowed(ones, first, first.se), allowed(total - ones, second, second.se), allowed(total, whole, whole.se)];
        if (a.some((x) => b.some((y) => w.includes(x + y)))) for (const x of a) possible.push([ones, x]);
      }
      const ends = (k: 0 | 1) => ({ least: Math.min(...possible.map((one) => one[k])), most: Math.max(...possible.map((one) => one[k])) });
      expect(rowsInFirst(total, whole, first, second), String(total)).toEqual({ ...ends(0), events: ends(1) });
    }
    expect(rowsInFirst(4, { n: 50, events: 24, se: 0.2 }, first, second)).toEqual({ least: Infinity, most: -Infinity, events: { least: Infinity, most: -Infinity } });
  });
});

describe("what small samples allow, tried out whole", () => {
  const within = (ones: number, { n, events, se }: Constraint) => Array.from({ length: Math.max(0, ones - 1) }, (_, i) => i + 1).filter((a) => [a, ones - a, events - a, n - ones - events + a].every((cell) => cell > 0) && variance([a, ones - a, events - a, n - ones - events + a]) <= se ** 2 * (1 + 1e-10));
  const ends = (values: readonly number[]) => ({ least: Math.min(...values), most: Math.max(...values) });

  it("of rows with 1 and their events, by every constraint of three", () => {
    const found = new Set<string>();
    for (const total of [2, 3, 5, 7]) for (const w of [1.1, 1.3, 1.6]) for (const a of [1.5, 1.8, 2.2]) for (const b of [1.5, 1.9, 2.5]) for (const events of [5, 6, 9]) {
      const [whole, first, second]: Constraint[] = [{ n: 24, events, se: w }, { n: 10, events: 3, se: a }, { n: 14, events: events - 3, se: b }];
      const shares: [number, number[]][] = [];
      for (let ones = 1; ones < total; ones++) {
        const [x, y, both] = [within(ones, first), within(total - ones, second), within(total, whole)];
        if (x.some((one) => y.some((other) => both.includes(one + other)))) shares.push([ones, x]);
      }
      const expected = { ...ends(shares.map(([ones]) => ones)), events: ends(shares.flatMap(([, x]) => x)) };
      expect(rowsInFirst(total, whole, first, second), JSON.stringify({ total, w, a, b, events })).toEqual(expected);
      found.add(`${expected.least} ${expected.most}`);
    }
    expect(found.size).toBeGreaterThan(6); // none, one alone, the first, ranges
  });

  it("whose parts' events do not add up to the whole's, below or above", () => {
    // 8 and 8 ones alone allow the parts' errors, with 3 and 5 events: 8 of the 16.
    const [first, second]: Constraint[] = [{ n: 40, events: 8, se: Math.sqrt(0.775) }, { n: 40, events: 32, se: Math.sqrt(0.775) }];
    expect([within(8, first), within(8, second), within(7, first), within(7, second)]).toEqual([[3], [5], [], []]);
    for (const [events, se2, ofWhole, least] of [[40, 0.314, [8], 8], [12, 0.455, [5, 6], Infinity], [68, 0.455, [10, 11], Infinity]] as const) {
      const whole = { n: 80, events, se: Math.sqrt(se2) };
      expect([within(16, whole), rowsInFirst(16, whole, first, second).least]).toEqual([ofWhole, least]);
    }
  });

  it("a standard error at the bound itself is allowed, and one a hair below it, but no more", () => {
    // 3 of 6 ones, 3 of the 6 others: 4/3; rounded, its root squared falls short of it.
    for (const cells of [[3, 3, 3, 3], [1, 2, 3, 4], [2, 5, 3, 1]]) {
      const [a, b, c, d] = cells, v = woolf(a, b, c, d), of = (se: number) => eventsAmong(a + b, { n: a + b + c + d, events: a + c }, se);
      const best = within(a + b, { n: a + b + c + d, events: a + c, se: Math.sqrt(v) });
      expect(of(Math.sqrt(v)), String(cells)).toEqual(ends(best));
      expect(of(Math.sqrt(v / (1 + 0.9e-9)))).toEqual(ends(best));
      const fewer = best.filter((one) => variance([one, a + b - one, a + c - one, d - a + one]) < v * (1 - 1e-8));
      expect(of(Math.sqrt(v / (1 + 1.5e-9)))).toEqual(ends(fewer));
    }
  });

  it("of odd numbers of reference rows the split is as even as it can be", () => {
    expect(leastError(2, 3, { n: 9, events: 4 })).toBeCloseTo(Math.sqrt(1 + 1 + 1 / 2 + 1), 12);
    expect(leastError(2, 5, { n: 7, events: 3 })).toBeCloseTo(Math.sqrt(1 + 1 + 1 / 2 + 1 / 3), 12); // nobody else: 2 of the 5
    expect(leastError(2, 5, { n: 7, events: 5 })).toBeCloseTo(Math.sqrt(1 + 1 + 1 / 4 + 1), 12); // 4 of them
    expect(leastError(2, 3, { n: 5, events: 1 })).toBe(Infinity); // the only event is the ones'
    expect(leastError(1, 3, { n: 5, events: 2 })).toBe(Infinity);
  });
});

describe("standard errors against the crude table", () => {
  const row = (se?: string, term = "x"): PublishedRow => ({ term, coef: "0.500", stars: "", ...(se !== undefined && { se }) });
  // 50 of 100 had it (Nagelkerke's R² as in the level's test); 20 : 80 rows at best 10, 10, 40, 40: √.25 = 0.5.
  const HALF = { n: 100, logLik: "-63.0000", pseudoR2: "0.1582" };
  const run = (se: string | undefined, around: Partial<PublishedTable> = {}, change: Partial<PublishedModel> = {}) =>
    crudeTables.run(new Given({ models: { A: exampleModel([row(se)], { ...HALF, ...change }) }, pseudoR2Definition: "Nagelkerke", categories: { A: { x: { one: 20, reference: 80 } } }, ...around }, { rounding: "nearest" }));

  it("are no less than it allows at the events known", () => {
    expect(run("0.501")).toMatchObject({ results: [{ model: "A", term: "x", verdict: "consistent", interval: [expect.closeTo(0.5005, 12), expect.closeTo(0.5015, 12)], why: "With 20 : 80 rows and the events known, the crude table allows no SE below 0.500; printed 0.501.", whyZh: "在 20 : 80 的频数与已知事件数下，由交叉表得到的标准误不低于 0.500；表中为 0.501。" }], findings: [], needs: [] });
    expect(run("0.500").results[0].verdict).toBe("cannot-tell");
    expect(run("0.499")).toMatchObject({
      results: [{ verdict: "inconsistent" }],
      findings: [{
        severity: "inconsistent", model: "A", term: "x", weight: 60, printed: { coef: "0.500", se: "0.499", one: "20", reference: "80" }, code: 'leastError(20, 80, {"n":100,"events":null})',
        message: "A, x: the SE in 0.500 (0.499) is below 0.500, the least that any crude table with 20 : 80 rows and this many events allows. The term was coded otherwise than counted, the SE is not model-based, or one of the numbers is misprinted.",
        messageZh: "A，x：0.500 (0.499) 中的标准误低于 0.500，而在 20 : 80 的频数与该事件数下任何交叉表都不容许更小。该变量的编码与频数不符，或标准误并非基于模型，或有数字印错。",
      }],
    });
  });

  it("at the bound itself are allowed, and below it by a billionth of it", () => {
    // 0.15819 is 0.1581 where digits are dropped.
    const at = (se: string, rounding: "any" | "nearest" | "truncated") => crudeTables.run(new Given({ models: { A: exampleModel([row(se)], { ...HALF, ...(rounding === "truncated" && { pseudoR2: "0.1581" }) }) }, pseudoR2Definition: "Nagelkerke", categories: { A: { x: { one: 20, reference: 80 } } } }, { rounding })).results[0].verdict;
    expect([at("0.499", "any"), at("0.500", "truncated"), at("0.499", "truncated"), at("0.498", "any")]).toEqual(["cannot-tell", "consistent", "cannot-tell", "inconsistent"]);
    expect([at("0.4999999996", "nearest"), at("0.4999999993", "nearest")]).toEqual(["cannot-tell", "inconsistent"]);
  });

  it("are held against the least of all event counts that are left", () => {
    // −26 over 0.75 to 0.85 is a null of −34.7 to −30.6: 89 events of 100 (−34.65) or 90 (−32.51).
    const given = new Given({ models: { A: exampleModel([row("0.680")], { n: 100, logLik: "-26.0000", pseudoR2: "0.2" }) }, pseudoR2Definition: "McFadden", categories: { A: { x: { one: 20, reference: 80 } } } }, { rounding: "nearest" });
    expect(given.pseudoR2.candidates[0].events.A).toEqual([89, 90]);
    // Of 89: 15 and 5, 74 and 6; of 90 15 and 5, 75 and 5 at best, which is .693.
    const least = Math.sqrt(1 / 15 + 1 / 5 + 1 / 74 + 1 / 6);
    expect(crudeTables.run(given).results).toMatchObject([{ verdict: "consistent", why: `With 20 : 80 rows and the events known, the crude table allows no SE below ${least.toFixed(3)}; printed 0.680.` }]);
  });

  it("of each model by itself: one lacks events, another has them, a third is no binary logit", () => {
    const counted = { x: { one: 20, reference: 80 } };
    const { results, needs } = crudeTables.run(new Given({
      models: { A: exampleModel([row("0.501")], HALF), B: exampleModel([row("0.501")], { n: 100 }), C: exampleModel([row("0.101")], { ...HALF, family: "ordered logit" }) },
      pseudoR2Definition: "Nagelkerke", categories: { A: counted, B: counted, C: counted },
    }, { rounding: "nearest" }));
    expect([results.map(({ model, verdict }) => `${model} ${verdict}`), needs.map(({ model }) => model)]).toEqual([["A consistent"], ["B"]]);
  });

  it("prove nothing by a definition that is not named, and need events and model-based errors", () => {
    const unnamed = crudeTables.run(new Given({ models: { A: exampleModel([row("0.499")], HALF) }, categories: { A: { x: { one: 20, reference: 80 } } } }, { rounding: "nearest" }));
    expect(unnamed).toMatchObject({ results: [{ verdict: "cannot-tell" }], findings: [{ severity: "note" }] });
    expect(run("0.499", { notes: ["robust"] })).toEqual({ results: [], findings: [], needs: [{ model: null, en: "model-based, unweighted standard errors", zh: "基于模型的、未加权的标准误" }], answer: null });
    expect(run("0.499", {}, { pseudoR2: undefined })).toMatchObject({ results: [], needs: [{ model: "A", en: "the number of events, or log-likelihood and R² that give it", zh: "事件数，或可推出事件数的对数似然值与 R²" }] });
    const none = [{ model: null, en: "how many rows each category has (categories)", zh: "各类别的频数（categories）" }];
    expect(run("0.499", { categories: {} })).toMatchObject({ results: [], needs: none });
    expect(run(undefined)).toMatchObject({ results: [], needs: none });
    expect(run("0.499", { categories: { A: { x: { one: 20, reference: 81 } } } }).results).toEqual([]);
    expect(run("0.499", {}, { scale: "oddsRatio" }).results).toEqual([]);
  });
});

describe("a whole's counts shared out between two parts", () => {
  const row = (se: string, coef = "0.500"): PublishedRow => ({ term: "x", coef, se, stars: "" });
  const HALF = { n: 100, logLik: "-63.0000", pseudoR2: "0.1582" };
  const run = (whole: string, a: string, b: string, around: Partial<PublishedTable> = {}) => crudeTables.run(new Given({
    models: { A: exampleModel([row(a)], HALF), B: exampleModel([row(b)], HALF), W: exampleModel([row(whole)], { n: 200, logLik: "-126.0000", pseudoR2: "0.1582" }) },
    pooled: [{ whole: "W", parts: ["A", "B"] }], pseudoR2Definition: "Nagelkerke", categories: { W: { x: { one: 40, reference: 160 } } }, ...around,
  }, { rounding: "nearest" }));
  const [W, A, B]: Constraint[] = [{ n: 200, events: 100, se: 0.4005 }, { n: 100, events: 50, se: 0.5205 }, { n: 100, events: 50, se: 0.6005 }];

  it("leave a range of rows for the first", () => {
    const { least, most } = rowsInFirst(40, W, A, B);
    expect(run("0.400", "0.520", "0.600")).toMatchObject({ results: [{ term: "x" }, { model: "W", term: "x", verdict: "consistent", interval: [least, most], why: `Of the 40 rows of the rarer answer ${least} to ${most} are in A.`, whyZh: `较少一类的 40 人中，A 有 ${least} 至 ${most} 人。` }], findings: [] });
    expect(least).toBeGreaterThan(1);
    expect(most).toBeLessThan(39);
  });

  it("or none, and that is told", () => {
    const none = run("0.400", "0.460", "0.460");
    expect(none.results[1]).toEqual({ model: "W", term: "x", verdict: "inconsistent", interval: null, why: "No way to share out the 40 rows of the rarer answer gives the SEs of whole and parts.", whyZh: "较少一类的 40 人无论怎样分配，都得不到全样本与各组的标准误。" });
    expect(none.findings).toEqual([{
      severity: "inconsistent", model: "W", term: "x", weight: 60, printed: { se: "0.400", "se of A": "0.460", "se of B": "0.460", rarer: "40" },
      code: 'rowsInFirst(40, {"n":200,"events":100,"se":0.4005}, {"n":100,"events":50,"se":0.4605}, {"n":100,"events":50,"se":0.4605})',
      message: "x: no way to share out the 40 rows of the rarer answer between A and B gives the three SEs at these event counts. The term was coded otherwise than counted, or an SE is misprinted or not model-based.",
      messageZh: "x：在已知事件数下，较少一类的 40 人无论怎样在 A 与 B 之间分配，都得不到这三个标准误。该变量的编码与频数不符，或某标准误印错或并非基于模型。",
    }]);
  });

  it("are asked where the counts fill the whole and no part prints its own", () => {
    const many = (around: Partial<PublishedTable>) => run("0.400", "0.460", "0.460", around).results.filter(({ why }) => why.includes("rarer answer")).length;
    expect([many({}), many({ categories: { W: { x: { one: 40, reference: 159 } } } }), many({ categories: { W: { x: { one: 40, reference: 160 } }, A: { x: { one: 20, reference: 80 } } } }), many({ categories: { W: { y: { one: 40, reference: 160 } } } }), many({ pooled: [{ whole: "W", parts: ["A"] }] })]).toEqual([1, 0, 0, 0, 0]);
    expect(many({ categories: { W: { x: { one: 160, reference: 40 } } } })).toBe(1); // the rarer answer is counted, whichever is 1
  });
});

describe("an ordered model on the rows of a part", () => {
  const row = (se: string): PublishedRow => ({ term: "x", coef: "0.500", se, stars: "" });
  const HALF = { n: 100, logLik: "-63.0000", pseudoR2: "0.1582" };
  type Change = Partial<PublishedModel>;
  const run = (se: string, ofOrdered: Change, around: (models: PublishedTable["models"]) => Partial<PublishedTable> = () => ({})) => {
    const models = {
      A: exampleModel([row("0.520")], { ...HALF, group: "a" }), B: exampleModel([row("0.600")], { ...HALF, group: "b" }), W: exampleModel([row("0.400")], { n: 200, logLik: "-126.0000", pseudoR2: "0.1582" }),
      O: exampleModel([row(se)], { n: 100, family: "ordered logit", levels: 3, ...ofOrdered }),
    };
    return crudeTables.run(new Given({ models, pooled: [{ whole: "W", parts: ["A", "B"] }], pseudoR2Definition: "Nagelkerke", categories: { W: { x: { one: 40, reference: 160 } } }, ...around(models) }, { rounding: "nearest" }));
  };
  const { least, most } = rowsInFirst(40, { n: 200, events: 100, se: 0.4005 }, { n: 100, events: 50, se: 0.5205 }, { n: 100, events: 50, se: 0.6005 });
  /** Of m in 100 rows the error is at least 1/√(8/27 · m(100 − m)/100): printed so that it needs m rows and no more. */
  const needing = (m: number) => (Math.ceil(1e4 / Math.sqrt((8 / 27) * ((m * (100 - m)) / 100))) / 1e4).toFixed(4);

  it("needs no more of the rarer answer than the binary models leave it", () => {
    for (const [group, left] of [["a", most], ["b", 40 - least]] as const) {
      expect(run(needing(left), { group }).findings, group).toEqual([]);
      const [finding] = run(needing(left + 1), { group }).findings;
      expect(finding).toMatchObject({
        severity: "note", model: "O", term: "x", weight: 58, printed: { se: "0.400", "se of A": "0.520", "se of B": "0.600", rarer: "40", "se of O": needing(left + 1) },
        message: `O, x: its SE ${needing(left + 1)} needs at least ${left + 1} rows of the rarer answer under expected information, but the binary models on the same people leave at most ${left} of 40. So the term was coded otherwise there, or its SE is not model-based (observed information could go lower).`,
        messageZh: `O，x：按期望信息，其标准误 ${needing(left + 1)} 至少需要较少一类 ${left + 1} 人，而同一批人的二元模型表明最多只有 ${left} 人（共 40 人）。可见该变量在此编码不同，或标准误并非基于模型（观测信息下可更小）。`,
      });
    }
  });

  it("is none of another n, another group, another scale, another family or without an error", () => {
    const told = (change: Change, se = needing(most + 3)) => run(se, { group: "a", ...change }).findings.length;
    expect([told({}), told({ n: 101 }), told({ group: "c" }), told({ scale: "oddsRatio" }), told({ family: "other" }), told({ rows: [{ term: "x", coef: "0.5", stars: "" }] })]).toEqual([1, 0, 0, 0, 0, 0]);
  });

  it("is not asked where whole and parts are not all binary logits with one number of events and an error", () => {
    const asked = (id: string, change: Change) => run("0.900", { group: "a" }, (models) => ({ models: { ...models, [id]: { ...models[id], ...change } } })).results.filter(({ why }) => why.includes("rarer answer")).length;
    expect(asked("A", {})).toBe(1);
    for (const id of ["A", "B", "W"]) expect([asked(id, { family: "ordered logit" }), asked(id, { scale: "oddsRatio" }), asked(id, { rows: [{ term: "x", coef: "0.5", stars: "" }] }), asked(id, { pseudoR2: undefined })], id).toEqual([0, 0, 0, 0]);
  });
});

describe("counts of linked models", () => {
  it("are all choices of counts and mirrors that add up, group by group", () => {
    expect(linkedCounts({ A: [3], B: [4], W: [7], X: [2] }, { A: 10, B: 10, W: 20, X: 5 }, [{ whole: "W", parts: ["A", "B"] }])).toEqual([[{ X: 2 }, { X: 3 }], [{ A: 3, B: 4, W: 7 }, { A: 7, B: 6, W: 13 }]]);
    expect(linkedCounts({ A: [5] }, { A: 10 }, [])).toEqual([[{ A: 5 }]]); // its own mirror
    expect(linkedCounts({ A: [3], W: [7] }, { A: 10, W: 20 }, [{ whole: "W", parts: ["A", "B"] }])).toEqual([[{ A: 3 }, { A: 7 }], [{ W: 7 }, { W: 13 }]]); // a part is not known
  });

  it("of pools that share models hold in all of them", () => {
    const counts = { A: [3], B: [4], C: [5], V: [7], W: [9] }, sizes = { A: 10, B: 10, C: 10, V: 20, W: 20 };
    expect(linkedCounts(counts, sizes, [{ whole: "V", parts: ["A", "B"] }, { whole: "W", parts: ["B", "C"] }])).toEqual([[{ A: 3, B: 4, V: 7, C: 5, W: 9 }, { A: 7, B: 6, V: 13, C: 5, W: 11 }]]);
    expect(linkedCounts({ ...counts, W: [8] }, sizes, [{ whole: "V", parts: ["A", "B"] }, { whole: "W", parts: ["B", "C"] }])).toEqual([[]]);
    expect(linkedCounts({ A: [3], B: [4], V: [7], U: [9], C: [2] }, { A: 10, B: 10, V: 20, U: 30, C: 10 }, [{ whole: "V", parts: ["A", "B"] }, { whole: "U", parts: ["V", "C"] }])).toEqual([[{ A: 3, B: 4, V: 7, C: 2, U: 9 }, { A: 7, B: 6, V: 13, C: 8, U: 21 }]]);
  });
});

describe("counts or their mirrors", () => {
  const sizes = { A: 10, B: 20 };
  const settle = (groups: Parameters<typeof settleMirror>[0], shares: Readonly<Record<string, number>>) => settleMirror(groups, sizes, (id) => shares[id] ?? ["x"]);
  const mirrored = [{ A: 3, B: 8 }, { A: 7, B: 12 }];

  it("are settled by the shares that the coefficients imply, added over the models", () => {
    expect(settle([mirrored], { A: 0.31, B: 0.42 })).toEqual({
      events: { A: 3, B: 8 },
      settledBy: "The level settles it, the coefficients averaged over the margins: A 0.3100 implied against 0.3000, mirror 0.7000; B 0.4200 implied against 0.4000, mirror 0.6000.",
      settledByZh: "由水平（系数按边际分布平均）可以判定：A 隐含 0.3100，由表推出 0.3000，镜像 0.7000；B 隐含 0.4200，由表推出 0.4000，镜像 0.6000。",
    });
    expect(settle([mirrored], { A: 0.7 })).toMatchObject({ events: { A: 7, B: 12 }, settledBy: expect.stringMatching(/: A 0\.7000 implied against 0\.7000, mirror 0\.3000\.$/) });
    expect(settle([mirrored], { A: 0.4, B: 0.7 }).events).toEqual({ A: 7, B: 12 }); // .1 + .3 against .3 + .1 alike: the one with more
  });

  it("else the one with more events is taken, and nothing is said", () => {
    expect(settle([mirrored], {})).toEqual({ events: { A: 7, B: 12 }, settledBy: null, settledByZh: null });
    expect(settle([mirrored], { A: 0.48 })).toMatchObject({ events: { A: 7, B: 12 }, settledBy: null }); // .18 and .22
    expect(settle([mirrored], { A: 0.47 })).toMatchObject({ events: { A: 3, B: 8 } }); // .17 and .23
    expect(settle([[{ A: 3 }, { A: 6 }]], { A: 0.3 })).toMatchObject({ events: { A: 6 }, settledBy: null }); // no mirror to tell it from
    expect(settle([[{ A: 3, B: 8 }, { A: 7, B: 9 }]], { A: 0.3 })).toMatchObject({ events: { A: 7, B: 9 }, settledBy: null }); // a mirror in one of two
    expect(settle([[{ A: 6, B: 9 }, { A: 3, B: 8 }, { A: 7, B: 12 }, { A: 4, B: 11 }]], { A: 0.3 })).toMatchObject({ events: { A: 3, B: 8 } }); // whatever stands before it
    expect(settle([[{ A: 3, B: 8 }, { A: 3, B: 9 }, { A: 7, B: 12 }]], { A: 0.3 })).toMatchObject({ events: { A: 7, B: 12 }, settledBy: null }); // of two as near the one with more, which has no mirror
    expect(settle([[{ A: 3 }, { A: 7 }], [{ B: 8 }, { B: 12 }]], { B: 0.4 })).toMatchObject({ events: { A: 7, B: 8 }, settledBy: expect.stringMatching(/margins: B 0\.4000/) });
  });
});
