import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { audit, checkAttainableSE, checkPercentage, checkStars, debit, definitionsLeft, eventCounts, grim, grimmer, groupDifference, linkedCounts, poolingTest, retrodesign } from "../../src/audit/audit";
import { logLikOfEvents } from "../../src/audit/eventCounts";
import { leastRarer } from "../../src/audit/floors";
import { printedInterval, type Rounding } from "../../src/audit/printedInterval";
import { namedDefinition, PSEUDO_R2_DEFINITIONS, pseudoR2 } from "../../src/audit/pseudoR2Definitions";
import { marksIn, verdictOn } from "../../src/audit/starMarks";
import { holm } from "../../src/models/hypotheses/holm";
import { twoSidedP } from "../../src/models/numeric/normal";
import { fitBinaryLogit } from "../../src/models/binary";
import { fitOrderedLogit } from "../../src/models/ordered";
import type { PublishedModel, PublishedTable } from "../../src/published/publishedTable";

const model = (change: Partial<PublishedModel> = {}): PublishedModel => ({
  table: 1, heading: "", group: "", groupEn: "", outcome: "", family: "binary logit", n: 200, rows: [], ...change,
});
const row = (term: string, coef: string, se: string, stars = "") => ({ term, coef, se, stars });
const inconsistent = (table: PublishedTable, options = {}) =>
  audit(table, options).findings.filter(({ severity }) => severity === "inconsistent").map(({ check, model: id, term }) => `${check} ${id} ${term}`);

/** x cut to `decimals` places, three ways. */
const print: Record<"halfUp" | "halfEven" | "truncated", (x: number, decimals: number) => string> = {
  halfUp: (x, decimals) => (Math.sign(x) * Math.floor(Math.abs(x) * 10 ** decimals + 0.5) / 10 ** decimals).toFixed(decimals),
  halfEven: (x, decimals) => x.toFixed(decimals),
  truncated: (x, decimals) => (Math.trunc(x * 10 ** decimals) / 10 ** decimals).toFixed(decimals),
};

describe("a printed interval", () => {
  it("holds every number that prints so, however it was rounded", () => {
    fc.assert(fc.property(fc.double({ min: -9, max: 9, noNaN: true }), fc.integer({ min: 0, max: 4 }), fc.constantFrom("halfUp", "halfEven", "truncated" as const), (x, decimals, how) => {
      const { lower, upper } = printedInterval(print[how as keyof typeof print](x, decimals));
      expect(x).toBeGreaterThanOrEqual(lower - 1e-9);
      expect(x).toBeLessThanOrEqual(upper + 1e-9);
    }), { numRuns: 500 });
  });

  it.each([
    ["0.20", "any", 0.195, 0.21], ["0.20", "nearest", 0.195, 0.205], ["0.20", "truncated", 0.2, 0.21], ["-0.20", "any", -0.21, -0.195], ["-0.20", "nearest", -0.205, -0.195],
    // A zero may have had either sign; a minus before it says which.
    ["0.00", "any", -0.01, 0.01], ["0.00", "nearest", -0.005, 0.005], ["-0.00", "any", -0.01, 0], ["-0.00", "nearest", -0.005, 0], ["-0.00", "truncated", -0.01, 0],
  ] as const)("of %s, rounded %s, is from %d to %d", (text, rounding, lower, upper) => {
    expect(printedInterval(text, rounding).lower).toBeCloseTo(lower, 12);
    expect(printedInterval(text, rounding).upper).toBeCloseTo(upper, 12);
  });

  it("refuses what is no printed number", () => expect(() => printedInterval("0.4x")).toThrow(/not a printed number/));
});

describe("stars", () => {
  const marks = (p: number) => (p < 0.01 ? "***" : p < 0.05 ? "**" : p < 0.1 ? "*" : "");

  it("are never called inconsistent where they were made from the unrounded numbers", () => {
    fc.assert(fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: 0.001, max: 3, noNaN: true }), fc.integer({ min: 1, max: 4 }), fc.constantFrom("halfUp", "halfEven", "truncated" as const), (b, se, decimals, how) => {
      const cut = print[how as keyof typeof print];
      const { verdict, possible } = checkStars({ coef: cut(b, decimals), se: cut(se, decimals), stars: marks(twoSidedP(b / se)) });
      expect(verdict).not.toBe("inconsistent");
      expect(possible).toContain(marks(twoSidedP(b / se)));
    }), { numRuns: 2000 });
  });

  it("are inconsistent exactly where no point of the box has them (a fine grid finds none, or one)", () => {
    for (const [coef, se] of [["0.32", "0.17"], ["-0.2", "0.1"], ["0.05", "0.03"], ["1.0", "0.4"]]) {
      const found = new Set<string>();
      const [b, s] = [printedInterval(coef), printedInterval(se)];
      for (let i = 0; i <= 400; i++) for (let j = 0; j <= 400; j++) {
        found.add(marks(twoSidedP((b.lower + ((b.upper - b.lower) * i) / 400) / (s.lower + ((s.upper - s.lower) * j) / 400))));
      }
      for (const stars of ["", "*", "**", "***"]) {
        expect(checkStars({ coef, se, stars }).verdict === "inconsistent", `${coef} (${se}) ${stars}`).toBe(!found.has(stars));
      }
    }
  });

  it("follow the table's own legend, and t where the table says so", () => {
    const cutoffs = { "***": "0.001", "**": "0.01", "*": "0.05", "+": "0.1" };
    expect(checkStars({ coef: "0.818", se: "0.370", stars: "*" }, cutoffs).verdict).toBe("consistent");
    expect(checkStars({ coef: "0.200", se: "0.100", stars: "**" }).verdict).toBe("consistent");
    expect(checkStars({ coef: "0.20", se: "0.10", stars: "**" }).verdict).toBe("cannot-tell");
    expect(checkStars({ coef: "2.000", se: "1.000", stars: "**" }, undefined, "any", 6).verdict).toBe("inconsistent"); // p = .0924
  });

  it("of a standard error printed as zero cannot be told, and give no NaN", () => {
    expect(checkStars({ coef: "0.001", se: "0.000", stars: "" }).verdict).toBe("cannot-tell");
    expect(checkStars({ coef: "0.000", se: "0.000", stars: "" })).toMatchObject({ verdict: "cannot-tell", face: undefined });
  });

  it("are left alone in a table without any, and at thresholds", () => {
    const rows = [row("x", "1.00", "0.10"), row("1|2", "3.00", "0.10")];
    expect(inconsistent({ models: { A: model({ rows }) } })).toEqual([]);
    expect(inconsistent({ models: { A: model({ rows: [...rows, row("y", "1.00", "0.10", "***")] }) } })).toEqual(["stars A x"]);
  });
});

describe("counts", () => {
  it("name the whole whose parts do not add up", () => {
    const models = { A: model({ n: 187 }), B: model({ n: 509 }), W: model({ n: 777 }) };
    expect(inconsistent({ models, pooled: [{ whole: "W", parts: ["A", "B"] }] })).toEqual(["counts W null"]);
  });

  it("name the question whose percentage is not its count's, on n or on the answers given", () => {
    const table1 = { n: 777, city: { a: [187, "24.1"], b: [590, "75.9"] }, member: { yes: [79, "11.3"], no: [620, "88.7"] } } as const;
    expect(inconsistent({ models: { A: model() }, table1 })).toEqual([]);
    expect(inconsistent({ models: { A: model() }, table1: { ...table1, city: { a: [187, "21.4"], b: [590, "75.9"] } } })).toEqual(["counts table1 city"]);
    expect(audit({ models: { A: model() }, table1 }).findings.filter(({ check }) => check === "counts").map(({ term, severity }) => [term, severity])).toEqual([["member", "note"]]);
  });

  it("pass every true percentage of every count", () => {
    for (let n = 3; n < 60; n++) for (let count = 0; count <= n; count++) for (const cut of Object.values(print)) {
      expect(checkPercentage(count, n, cut((100 * count) / n, 1))).not.toBe("inconsistent");
    }
  });

  it("GRIM, GRIMMER and DEBIT pass every small sample that exists and fail one that does not", () => {
    const sd = (x: number[]) => Math.sqrt(x.reduce((sum, v) => sum + (v - mean(x)) ** 2, 0) / (x.length - 1));
    const mean = (x: number[]) => x.reduce((sum, v) => sum + v, 0) / x.length;
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 3, maxLength: 40 }), fc.constantFrom(...Object.values(print)), (answers, cut) => {
      const scale = { n: answers.length, lower: 1, upper: 5 };
      expect(grim(cut(mean(answers), 2), scale).verdict).not.toBe("inconsistent");
      expect(grimmer(cut(mean(answers), 2), cut(sd(answers), 2), scale).verdict).not.toBe("inconsistent");
      const zeroOne = answers.map((v) => Number(v > 2));
      expect(debit(cut(mean(zeroOne), 2), cut(sd(zeroOne), 2), zeroOne.length).verdict).not.toBe("inconsistent");
    }), { numRuns: 400 });
    expect(grim("2.37", { n: 20 }).verdict).toBe("inconsistent");
    expect(grimmer("3.44", "2.47", { n: 18 }, "nearest").verdict).toBe("inconsistent"); // the parity example of Anaya (2016)
    expect(grimmer("3.00", "2.60", { n: 20, lower: 1, upper: 5 }).verdict).toBe("inconsistent"); // beyond the ends of the scale
    expect(debit("0.25", "0.35", 100).verdict).toBe("inconsistent");
  });

  it("say how much GRIM can see", () => {
    const answers = { n: 777, step: 100 };
    expect(grim("41.6", answers, "nearest").power).toBeCloseTo(0.223, 3);
    expect(grim("41.60", answers, "nearest").power).toBeCloseTo(0.922, 3);
    expect(grim("3.8", { n: 777 }, "nearest").power).toBe(0);
    expect(grim("3.80", { n: 777 }, "nearest").power).toBe(0);
    expect(grim("3.800", { n: 777 }, "nearest").power).toBeCloseTo(0.223, 3);
  });
});

describe("pseudo R²", () => {
  const printed = (definition: (typeof PSEUDO_R2_DEFINITIONS)[number], n: number, events: number, lift: number, cut = print.halfEven) => {
    const logLik = logLikOfEvents(events, n) * (1 - lift);
    return { n, logLik: cut(logLik, 3), pseudoR2: cut(pseudoR2(definition, { logLik, logLikNull: logLikOfEvents(events, n), n, k: 6 }), 3), rows: [1, 2, 3, 4, 5].map((j) => row(`x${j}`, "1.000", "0.500", "**")).concat(row("const", "0.000", "0.500")) };
  };

  it("of every definition leaves the true count among the candidates", () => {
    fc.assert(fc.property(fc.constantFrom(...PSEUDO_R2_DEFINITIONS), fc.integer({ min: 40, max: 600 }), fc.double({ min: 0.2, max: 0.5, noNaN: true }), fc.double({ min: 0.05, max: 0.4, noNaN: true }), fc.constantFrom(...Object.values(print)), (definition, n, share, lift, cut) => {
      const events = Math.max(1, Math.round(share * n));
      const { logLik, pseudoR2: r2 } = printed(definition, n, events, lift, cut);
      expect(eventCounts(definition, { n, logLik, pseudoR2: r2, slopes: 5 }, "any")).toContain(Math.max(events, n - events));
    }), { numRuns: 200 });
  });

  it("named by the table is held to it, and what it could be instead is said", () => {
    const models = { A: model(printed("nagelkerke", 187, 76, 0.16)) };
    expect(inconsistent({ models, pseudoR2Definition: "Nagelkerke" })).toEqual([]);
    const wrong = audit({ models, pseudoR2Definition: "McFadden's R²" });
    expect(wrong.findings[0]).toMatchObject({ severity: "inconsistent", check: "pseudoR2", model: "A", term: null });
    expect(wrong.findings[0].message).toContain("Nagelkerke");
  });

  it("above what any definition can reach is inconsistent, as is a log-likelihood below n·log(1/2)", () => {
    expect(inconsistent({ models: { A: model({ ...printed("nagelkerke", 187, 76, 0.16), pseudoR2: "0.557" }) } })).toEqual(["pseudoR2 A null"]);
    expect(inconsistent({ models: { A: model({ ...printed("nagelkerke", 187, 76, 0.16), logLik: "-160.527" }) } })).toEqual(["pseudoR2 A null"]);
  });

  it("mixed in one model of three is noted there, not called an error", () => {
    const models = { A: model(printed("nagelkerke", 187, 76, 0.16)), B: model(printed("nagelkerke", 150, 60, 0.13)), D: model(printed("nagelkerke", 211, 80, 0.21)), C: model(printed("mcFadden", 121, 40, 0.11)) };
    const { pseudoR2: answer, findings } = audit({ models });
    expect(answer.definition).toBeNull();
    expect(findings.filter(({ check }) => check === "pseudoR2").map(({ severity, model: id }) => [severity, id])).toEqual([["note", "C"]]);
  });

  it("uses the parts of a whole to rule out counts that do not add up", () => {
    expect(linkedCounts({ A: [30], B: [60], W: [90] }, { A: 50, B: 100, W: 150 }, [{ whole: "W", parts: ["A", "B"] }])).toEqual([[{ A: 30, B: 60, W: 90 }, { A: 20, B: 40, W: 60 }]]);
    expect(linkedCounts({ A: [30], B: [60], W: [91] }, { A: 50, B: 100, W: 150 }, [{ whole: "W", parts: ["A", "B"] }])).toEqual([[]]);
  });

  it("is left alone in samples so large that any count fits", () => {
    const parts = { A: model(printed("mcFadden", 60_000, 20_000, 0.12)), B: model(printed("mcFadden", 90_000, 40_000, 0.1)) };
    const models = { ...parts, W: model(printed("mcFadden", 150_000, 60_000, 0.11)), X: model({ ...printed("mcFadden", 100, 40, 0.1), n: 2e9 }) };
    const { pseudoR2: answer, findings } = audit({ models, pooled: [{ whole: "W", parts: ["A", "B"] }] });
    expect(answer.candidates.find(({ definition }) => definition === "mcFadden")!.events.A).toContain(40_000);
    expect(findings.filter(({ severity }) => severity === "inconsistent")).toEqual([]);
  });

  it("names are read in the ways people write them", () => {
    expect(["McFadden R2", "McFadden's adjusted R²", "Cox & Snell", "Nagelkerke R Square", "Veall-Zimmermann", "Tjur"].map(namedDefinition))
      .toEqual(["mcFadden", "mcFaddenAdjusted", "coxSnell", "nagelkerke", "veallZimmermann", undefined]);
  });

  it("is not asked of an ordered logit", () => {
    expect(definitionsLeft({ models: { A: model({ ...printed("nagelkerke", 187, 76, 0.16), family: "ordered logit" }) } })).toEqual([]);
  });

  it("of truncated tables is found once rounding to the nearest leaves nothing", () => {
    const models = { A: model(printed("nagelkerke", 487, 186, 0.163, print.truncated)), B: model(printed("nagelkerke", 590, 169, 0.0529, print.truncated)) };
    expect(audit({ models }).pseudoR2).toMatchObject({ definition: "nagelkerke", rounding: "truncated" });
  });
});

describe("pooling", () => {
  it("calls a whole above the sum of its parts inconsistent only beyond rounding", () => {
    expect(poolingTest("-100.00", ["-50.00", "-50.01"], 3).verdict).toBe("only-by-rounding");
    expect(poolingTest("-100.00", ["-50.00", "-50.10"], 3).verdict).toBe("inconsistent");
    expect(poolingTest("-100.00", ["-50.00", "-50.00"], 3)).toMatchObject({ verdict: "cannot-tell", p: 1 }); // 0 agrees, but half of what rounding leaves is below;
  });

  const rows = [row("x", "1.00", "0.50", "**"), row("const", "0.10", "0.50")];
  const table = (whole: Partial<PublishedModel> = {}): PublishedTable => ({
    models: { A: model({ n: 100, logLik: "-50.00", rows }), B: model({ n: 100, logLik: "-50.00", rows }), W: model({ n: 200, logLik: "-99.00", rows, ...whole }) },
    pooled: [{ whole: "W", parts: ["A", "B"] }],
  });

  it("names the whole", () => expect(inconsistent(table())).toEqual(["pooling W null"]));

  it("cannot tell where a part lacks a term of the whole, or the rows do not add up", () => {
    const verdict = (t: PublishedTable) => audit(t).checks.find(({ check, model: id, term }) => check === "pooling" && id === "W" && term === null)!.verdict;
    expect(verdict(table({ rows: [...rows, row("group", "0.50", "0.50")] }))).toBe("cannot-tell");
    expect(verdict(table({ n: 201 }))).toBe("cannot-tell");
    expect(verdict(table({ family: "ordered logit" }))).toBe("cannot-tell");
  });

  it("notes a pooled coefficient outside its parts", () => {
    const noted = audit(table({ logLik: "-101.00", rows: [row("x", "2.00", "0.50", "***"), rows[1]] })).findings.filter(({ check }) => check === "pooling");
    expect(noted.map(({ severity, model: id, term }) => [severity, id, term])).toEqual([["note", "W", "x"]]);
  });
});

describe("group differences", () => {
  it("bound z by the corners of the rounding box", () => {
    const [a, b] = [{ coef: "0.4", se: "0.2" }, { coef: "-0.1", se: "0.3" }];
    const { zInterval } = groupDifference(a, b, "nearest");
    const grid = [-1, 0, 1];
    const all = grid.flatMap((i) => grid.flatMap((j) => grid.flatMap((k) => grid.map((l) => (0.5 + 0.05 * i - 0.05 * j) / Math.hypot(0.2 + 0.05 * k, 0.3 + 0.05 * l)))));
    expect(zInterval.lower).toBeCloseTo(Math.min(...all), 9);
    expect(zInterval.upper).toBeCloseTo(Math.max(...all), 9);
  });

  it("correct as R's p.adjust(method = 'holm')", () => {
    holm([0.01, 0.04, 0.03, 0.005]).forEach((p, i) => expect(p).toBeCloseTo([0.03, 0.06, 0.06, 0.02][i], 12));
  });

  it("are made for the pairs asked for, once each", () => {
    const rows = [row("x", "1.00", "0.50", "**")];
    const models = { A: model({ rows }), B: model({ rows: [row("x", "0.20", "0.50")] }) };
    const { groupDifferences, findings } = audit({ models }, { pairs: [["A", "B"], ["B", "A"]] });
    expect(groupDifferences).toHaveLength(1);
    expect(findings.filter(({ check }) => check === "groupDifferences")).toHaveLength(1);
  });
});

describe("attainable standard errors", () => {
  it("cannot be told of robust or weighted ones", () => {
    const table: PublishedTable = { models: { A: model({ rows: [row("x", "1.000", "0.050", "***")] }) }, categories: { A: { x: { one: 100, reference: 100 } } } };
    expect(inconsistent(table)).toEqual(["attainableSE A x"]);
    expect(inconsistent({ ...table, standardErrors: "robust" })).toEqual([]);
  });

  it("of a balanced binary contrast reach their floor where nothing is explained, and never go below it", () => {
    const X = Array.from({ length: 200 }, (_, i) => [1, i % 2]);
    const y = X.map((_, i) => Number(i % 4 < 2));
    const { standardError } = fitBinaryLogit(X, y, ["const", "x"]).coefficients[1];
    const { floor } = checkAttainableSE("0.283", { one: 100, reference: 100 }, "binary logit");
    expect(floor.observed).toBeCloseTo(standardError, 9);
    expect(floor.expected).toBe(floor.observed);
  });

  it("of an ordered logit reach the expected floor with three even levels where nothing is explained", () => {
    const X = Array.from({ length: 300 }, (_, i) => [i % 2]);
    const y = X.map((_, i) => Math.floor(i / 2) % 3);
    const { standardError } = fitOrderedLogit(X, y, ["x"], [0, 1, 2]).coefficients[0];
    expect(checkAttainableSE("0.210", { one: 150, reference: 150 }, "ordered logit", 3).floor.expected).toBeCloseTo(standardError, 9);
  });

  it("have the floors of the design: 0.264 and 0.1825 with three levels", () => {
    expect(checkAttainableSE("0.229", { one: 725, reference: 52 }, "ordered logit", 3).floor.expected).toBeCloseTo(0.26374, 5);
    expect(checkAttainableSE("0.180", { one: 381, reference: 138 }, "ordered logit", 3).floor.expected).toBeCloseTo(0.1825, 4);
  });

  it("say how many rows of the rarer answer a part must have", () => {
    expect(leastRarer(14.2, 187)).toBe(16);
    expect(leastRarer(46.4, 590)).toBe(51);
    expect(leastRarer(50, 187)).toBe(Infinity);
    for (let m = 1; m < 90; m++) expect(leastRarer((m * (187 - m)) / 187, 187)).toBe(m);
  });
});

describe("power", () => {
  it("agrees with a simulation of significant estimates", () => {
    const runs = 200_000;
    let [seed, kept, wrong, size] = [1, 0, 0, 0];
    const uniform = () => ((seed = (seed * 48271) % 2147483647) / 2147483647);
    for (let i = 0; i < runs; i++) {
      const estimate = 0.3 + 0.25 * Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
      if (Math.abs(estimate) <= 1.959964 * 0.25) continue;
      kept++;
      size += Math.abs(estimate);
      if (estimate < 0) wrong++;
    }
    const { power, typeS, typeM } = retrodesign(0.3, 0.25);
    expect(power).toBeCloseTo(kept / runs, 2);
    expect(typeS).toBeCloseTo(wrong / kept, 2);
    expect(typeM).toBeCloseTo(size / kept / 0.3, 1);
  });

  it("is the level itself where there is no effect, half of it in the wrong direction", () => {
    expect(retrodesign(1e-9, 1).power).toBeCloseTo(0.05, 9);
    expect(retrodesign(1e-9, 1).typeS).toBeCloseTo(0.5, 6);
  });

  it("notes few events, and weak terms only under effects that the reader states", () => {
    const table: PublishedTable = { models: { A: model({ n: 60, rows: [1, 2, 3, 4].map((j) => row(`x${j}`, "1.00", "0.50", "**")) }) } };
    const terms = (options = {}) => audit(table, options).findings.filter(({ check }) => check === "power").map(({ term }) => term);
    expect(terms()).toEqual([null]);
    expect(terms({ trueEffects: { x2: 0.2 } })).toEqual(["x2", null]);
  });
});

describe("rounding", () => {
  it("to the nearest, where it is known, rules out what truncation would allow", () => {
    const verdict = (rounding?: Rounding) => checkStars({ coef: "1.958", se: "1.000", stars: "**" }, undefined, rounding).verdict;
    expect(verdict("nearest")).toBe("inconsistent"); // |z| is at most 1.9595
    expect(verdict()).toBe("only-by-rounding"); // 1.959/0.9995 is 1.96
  });
});

describe("a mark's range of p", () => {
  const cutoffs = { "*": "0.1", "**": "0.05", "***": "0.01" };
  const at = (stars: string, face: number | undefined, [lower, upper] = [0.03, 0.07]) => verdictOn(stars, cutoffs, { p: { lower, upper }, likelyP: { lower, upper }, face });

  it("has both its ends: a p at a cut-off may stand on either side", () => {
    expect(["*", "**"].map((stars) => at(stars, 0.05))).toEqual(["cannot-tell", "cannot-tell"]);
    expect(["*", "**"].map((stars) => at(stars, 0.0501))).toEqual(["cannot-tell", "only-by-rounding"]);
    expect(["*", "**"].map((stars) => at(stars, 0.0499))).toEqual(["only-by-rounding", "cannot-tell"]);
    expect(["*", "**"].map((stars) => at(stars, 0.05, [0.05, 0.05]))).toEqual(["consistent", "consistent"]);
    expect(["", "***"].map((stars) => at(stars, 0.05))).toEqual(["inconsistent", "inconsistent"]);
    expect(at("**", undefined)).toBe("cannot-tell");
    expect(at("+", 0.05)).toBe("cannot-tell");
    expect(marksIn({ lower: 0.05, upper: 0.05 }, cutoffs)).toEqual(["*", "**"]);
    expect(marksIn({ lower: 0.0005, upper: 0.2 }, cutoffs)).toEqual(["", "*", "**", "***"]);
  });
});

describe("how often GRIM can fail a made-up mean", () => {
  // Means of 20 whole answers lie 0.05 apart, two places 0.01: each excuses one printed value, by rounding or truncation one and a half.
  it.each([["2.35", 20, "nearest", 0.8], ["2.35", 20, "truncated", 0.8], ["2.35", 20, "any", 0.7], ["2.35", 200, "any", 0], ["2.3", 4, "nearest", 0.6]] as const)("%s of %d answers, rounded %s: %d", (mean, n, rounding, power) => {
    expect(grim(mean, { n }, rounding).power).toBeCloseTo(power, 12);
  });
});

describe("level", () => {
  it("is what each change of one term would make of it, by hand", () => {
    const table: PublishedTable = {
      models: { A: model({ n: 100, logLik: "-63.000", pseudoR2: "0.158", rows: [row("x", "1.000", "0.300", "***"), row("const", "-0.500", "0.300")] }) },
      margins: { x: { share: 0.3 } }, pseudoR2Definition: "Nagelkerke",
    };
    const [{ implied, changes }] = audit(table).level;
    const p = (eta: number) => 1 / (1 + Math.exp(-eta));
    const share = (with0: number, with1: number) => 0.7 * p(with0) + 0.3 * p(with1);
    expect(implied).toBeCloseTo(share(-0.5, 0.5), 12);
    expect(changes.map(({ term, change }) => `${term} ${change}`)).toEqual(["x sign", "x coded 1 and 2", "x coded 2 and 1"]);
    // Without and with it: turned 0 and −1; as 1 and 2; as 2 and 1.
    [share(-0.5, -1.5), share(0.5, 1.5), share(1.5, 0.5)].forEach((expected, i) => expect(changes[i].implied).toBeCloseTo(expected, 12));
  });
});

describe("stars that nothing printed bears on", () => {
  const bare = (term: string) => ({ term, coef: "0.30", stars: "*" });
  const lacking = (rows: PublishedModel["rows"][]) => audit({ models: Object.fromEntries(rows.map((own, i) => [`M${i + 1}`, model({ rows: own })])) }).notRun.filter(({ check }) => check === "stars").map(({ models, needs }) => [models, needs]);

  it("are missed in the models where no row has evidence, and in those alone", () => {
    const evidence = "standard errors, z, t, Wald, p or confidence limits beside the coefficients";
    expect(lacking([[bare("x"), bare("z")], [row("x", "0.30", "0.15", "*"), bare("z")], [row("x", "0.30", "0.15", "*")]])).toEqual([[["M1"], evidence]]);
    expect(lacking([[row("x", "0.30", "0.15", "*"), bare("z")]])).toEqual([]);
  });
});

describe("events a variable", () => {
  const table = (change: Partial<PublishedModel>): PublishedTable => ({ models: { A: model({ n: 61, rows: [1, 2, 3, 4].map((j) => row(`x${j}`, "1.00", "0.50")), ...change }) } });
  const of = (change: Partial<PublishedModel>, options = {}) => audit(table(change), options).checks.find(({ check, term }) => check === "power" && term === null)!;

  it("lie between none and half of the people where events are not known", () => {
    expect(of({})).toMatchObject({ interval: [0, 7.5], verdict: "cannot-tell", why: "At most 7.5 events of the rarer kind per variable (30 on 4)." });
    expect(of({ n: 80 })).toMatchObject({ interval: [0, 10], verdict: "cannot-tell" });
  });

  it("are known where log-likelihood and R² give them: of the rarer kind", () => {
    // 200 people, 50 events: null log-likelihood 50·ln ¼ + 150·ln ¾; McFadden's R² of a fit 10 above it.
    const none = 50 * Math.log(0.25) + 150 * Math.log(0.75);
    const known = of({ n: 200, logLik: (none + 10).toFixed(3), pseudoR2: (1 - (none + 10) / none).toFixed(4) }, { pseudoR2Definition: "McFadden" });
    expect(known.interval).toEqual([12.5, 12.5]);
    expect(known.verdict).toBe("consistent");
    expect(known.why).toBe("12.5 events of the rarer kind per variable (50 on 4).");
  });
});

describe("a pooled coefficient", () => {
  const ofPooled = (pooled: string, ...parts: string[]) => audit({
    models: Object.fromEntries([["W", pooled], ...parts.map((part, i) => [`P${i + 1}`, part])].map(([id, coef], i) => [id, model({ n: i === 0 ? 200 : 100, rows: [row("x", coef, "0.100")] })])),
    pooled: [{ whole: "W", parts: parts.map((_, i) => `P${i + 1}`) }],
  }).checks.find(({ check, term }) => check === "pooling" && term === "x")!;

  it("is between its parts, their own values included", () => {
    for (const pooled of ["0.200", "0.300", "0.400"]) expect(ofPooled(pooled, "0.200", "0.400").why).toMatch(/is between its parts/);
    expect(ofPooled("0.199", "0.200", "0.400").why).toMatch(/is outside, but for rounding, its parts/);
    expect(ofPooled("0.401", "0.200", "0.400").why).toMatch(/is outside, but for rounding, its parts/);
    expect(ofPooled("0.450", "0.200", "0.400").why).toMatch(/is outside its parts/);
    expect(["0.300", "0.200", "0.199", "0.450"].map((pooled) => ofPooled(pooled, "0.200", "0.400").verdict)).toEqual(["consistent", "cannot-tell", "only-by-rounding", "cannot-tell"]);
  });
});
