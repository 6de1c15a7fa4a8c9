import { describe, expect, it } from "vitest";
import { dataFile } from "../../src/projectFolder";
import type { Claim } from "../../src/published/claims";
import { isSupport, printedCoefficients } from "../../src/published/coefficientTable";
import { judgeClaims } from "../../src/published/judgeClaims";
import { readClaims } from "../../src/published/readClaims";
import { readPublished } from "../../src/published/readPublished";

const table = {
  A: { age: { estimate: 0.3, stars: "**" }, sex: { estimate: -0.2, stars: "*" }, const: { estimate: 1, stars: "" } },
  B: { age: { estimate: 0.1, stars: "**" }, sex: { estimate: -0.2, stars: "" }, const: { estimate: 2, stars: "" } },
  D: { age: { estimate: -0.1, stars: "**" }, sex: { estimate: 0.2, stars: "" } },
};
const claim = (change: Partial<Claim>): Claim => ({
  id: "C", section: "4", hypotheses: [], model: "A", terms: ["age"], expect: "+", en: "", zh: "", checkable: "table", ...change,
});
const verdict = (change: Partial<Claim>) => judgeClaims([claim(change)], table)[0].verdict;

describe("a claim against a table", () => {
  it("that a term raises the outcome needs a positive sign and a star", () => {
    expect(verdict({})).toBe("holds");
    expect(verdict({ terms: ["sex"] })).toBe("does not follow");
    expect(verdict({ terms: ["age", "sex"] })).toBe("holds in part");
    expect(verdict({ models: ["B"], terms: ["sex"] })).toBe("does not follow");
  });

  it("that a term lowers it needs a negative sign and a star; that it does nothing, no star", () => {
    expect(verdict({ expect: "-", terms: ["sex"] })).toBe("holds");
    expect(verdict({ expect: "-", model: "B", terms: ["sex"] })).toBe("does not follow");
    expect(verdict({ expect: "0", model: "B", terms: ["sex"] })).toBe("holds");
    expect(verdict({ expect: "0" })).toBe("does not follow");
  });

  it("of sameness compares direction and stars term by term, the constant left out", () => {
    const [judged] = judgeClaims([claim({ expect: "same-as", against: "A", model: "B", terms: "all" })], table);
    expect(judged.verdict).toBe("holds in part");
    expect(judged.parts.map(({ term, holds }) => [term, holds])).toEqual([["age", true], ["sex", false]]);
    expect(judged.parts[1].against).toEqual({ estimate: -0.2, stars: "*" });
    const turned = judgeClaims([claim({ expect: "same-as", against: "D", model: "B", terms: "all" })], { ...table, B: { age: table.B.age, sex: table.B.sex } })[0];
    expect(turned.parts.map(({ term, holds }) => [term, holds])).toEqual([["age", false], ["sex", true]]);
  });

  it("is not checkable, with the reason, where the table cannot tell", () => {
    const reasons: readonly (readonly [Partial<Claim>, string, string])[] = [
      [{ checkable: "microdata" }, "Only the microdata could tell.", "只有微观数据才能检验。"], [{ checkable: "no" }, "It comes from outside the survey.", "该数字来自调查之外。"],
      [{ expect: "unsaid" }, "The text says nothing of it: there is no claim to hold against the table.", "文中未提及：没有可与表格对照的论断。"],
      [{ expect: "description" }, "A description: no coefficient bears on it.", "描述性内容：没有系数与之对应。"], [{ expect: "p > 0.05" }, "The table does not print this test.", "表中未列出该检验。"],
      [{ terms: ["height"] }, "The table has no height in A.", "表中A没有height。"], [{ terms: ["age", "height", "sex"] }, "The table has no height in A.", "表中A没有height。"],
      [{ model: "Z" }, "The table has no age in Z.", "表中Z没有age。"], [{ model: "Z", terms: "all" }, "The table has no term in Z.", "表中Z没有相应的项。"],
      [{ expect: "same-as", against: "Z" }, "The table has no age in A.", "表中A没有age。"], [{ model: null, terms: [] }, "The table has no term in the model meant.", "表中所指模型没有相应的项。"],
    ];
    for (const [change, en, zh] of reasons) expect(judgeClaims([claim(change)], table)[0]).toEqual({ claim: claim(change), verdict: "not checkable from the table", parts: [], why: { en, zh } });
  });
});

describe("the paper's claims against its own printed table", () => {
  const judged = judgeClaims(readClaims(dataFile("claims.json")).claims, printedCoefficients(readPublished(dataFile("published.json"))));
  const byId = Object.fromEntries(judged.map((j) => [j.claim.id, j]));
  const broken = (id: string) => byId[id].parts.filter((part) => !part.holds).map((part) => part.term);

  it("what it says of single coefficients holds", () => {
    for (const id of ["N1", "N2", "C1", "C2", "C3", "C4", "C6", "S1", "S2", "S3", "S4", "S5", "S6", "A2", "A3"]) {
      expect([id, byId[id].verdict]).toEqual([id, "holds"]);
    }
  });

  it("what it says of sameness holds in part, and the parts that do not are named", () => {
    expect(broken("C5")).toEqual(["age2", "supportKin"]);
    expect(broken("R1")).toEqual(["supportKin", "participationBehaviour"]);
    expect(broken("R2")).toEqual(["supportUnit", "participationBehaviour", "participationCognition"]);
    expect(broken("R3")).toEqual(["cumulativeCausation", "supportKin", "participationBehaviour", "participationCognition"]);
  });

  it("that all factors matter holds in part over the three groups", () => {
    expect(byId.A1.verdict).toBe("holds in part");
    expect(byId.A1.parts).toHaveLength(21);
  });

  it("the parallel-lines test, the silence on H3a and the descriptions are beyond the table", () => {
    for (const id of ["R4", "S7", "D1", "D2"]) expect(byId[id].verdict).toBe("not checkable from the table");
  });
});

it("reads odds ratios as what they are: above 1 is positive, below 1 negative", () => {
  const table = printedCoefficients({ models: { A: { table: 1, heading: "", group: "", groupEn: "", outcome: "", family: "binary logit", scale: "oddsRatio", rows: [{ term: "more", coef: "2.00", stars: "**" }, { term: "less", coef: "0.50", stars: "**" }, { term: "none", coef: "1.00", stars: "" }] } } });
  expect(table.A.more.estimate).toBeCloseTo(Math.LN2, 12);
  expect(table.A.less.estimate).toBeCloseTo(-Math.LN2, 12);
  expect([table.A.none.estimate, isSupport(table.A.more), isSupport(table.A.less), isSupport(table.A.none)]).toEqual([0, true, false, false]);
});
