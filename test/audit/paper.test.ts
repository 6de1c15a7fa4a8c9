import { describe, expect, it } from "vitest";
import * as exported from "../../src/audit/audit";
import { audit } from "../../src/audit/audit";
import { checkNamed } from "../../src/audit/registry";
import { dataFile } from "../../src/projectFolder";
import { readClaims } from "../../src/published/readClaims";
import { readPublished } from "../../src/published/readPublished";

const published = readPublished(dataFile("published.json"));
const claims = readClaims(dataFile("claims.json"));
const report = audit(published, { claims });
const results = (check: string) => report.checks.filter((one) => one.check === check);
const findings = (check: string) => report.findings.filter((one) => one.check === check);

describe("the paper's tables under audit", () => {
  it("hold no inconsistency", () => {
    expect(report.findings.filter(({ severity }) => severity === "inconsistent")).toEqual([]);
    expect(report.checks.filter(({ verdict }) => verdict === "inconsistent")).toEqual([]);
  });

  it("leave eight stars open by rounding, one of them only by rounding", () => {
    const open = results("stars").filter(({ verdict }) => verdict !== "consistent");
    expect(open.map(({ model, term }) => `${model}.${term}`).sort()).toEqual([
      "M1.age2", "M2.age2", "M3.age2", "M4.age2", "M4.participationBehaviour", "O1.age2", "O3.age2", "O3.supportUnit",
    ]);
    expect(open.filter(({ verdict }) => verdict === "only-by-rounding").map(({ model, term }) => `${model}.${term}`)).toEqual(["M4.age2"]);
    expect(results("stars")).toHaveLength(74);
  });

  it("print Nagelkerke's R², with one set of event counts up to the mirror", () => {
    const { definition, candidates, events, mirror } = report.pseudoR2;
    expect(definition).toBe("nagelkerke");
    expect(candidates).toEqual([{ definition: "nagelkerke", events: { M1: [111], M2: [102], M3: [421], M4: [532] } }]);
    expect(events).toEqual({ M1: 111, M2: 102, M3: 421, M4: 532 });
    expect(mirror).toEqual({ M1: 76, M2: 85, M3: 169, M4: 245 });
    expect(events.M1 + events.M3).toBe(events.M4);
    expect(Object.keys(events)).toEqual(["M1", "M2", "M3", "M4"]);
  });

  it("cannot print McFadden's for Models 1 and 2", () => {
    expect(report.pseudoR2.attainable.M1!.mcFadden).toBeCloseTo(0.178, 3);
    expect(report.pseudoR2.attainable.M2!.mcFadden).toBeCloseTo(0.13, 3);
  });

  it("give the mirror away by the level of Model 2, which is in no pool", () => {
    expect(report.pseudoR2.settledBy).toMatch(/M2 0\.545\d implied against 0\.5455, mirror 0\.4545/);
  });

  it("reject equal coefficients in the two groups", () => {
    expect(report.pooling).toHaveLength(1);
    const [{ whole, parts, lr, df, p, lrInterval }] = report.pooling;
    expect({ whole, parts, df }).toEqual({ whole: "M4", parts: ["M1", "M3"], df: 11 });
    expect(lr).toBeCloseTo(29.306, 9);
    expect(p).toBeCloseTo(0.00203, 5);
    expect(lrInterval[0]).toBeLessThan(lr);
    expect(lrInterval[1]).toBeGreaterThan(lr);
  });

  it("show three differences between the groups near .1, none of which survives Holm, and none in a network", () => {
    const of = (term: string) => report.groupDifferences.find((one) => one.a === "M1" && one.term === term)!;
    expect(of("education").z).toBeCloseTo(-2.44, 2);
    expect(of("education").p).toBeCloseTo(0.015, 3);
    expect(of("participationBehaviour").z).toBeCloseTo(1.96, 2);
    expect(of("participationBehaviour").p).toBeCloseTo(0.0497, 4);
    expect(of("supportUnit").z).toBeCloseTo(1.65, 2);
    expect(of("supportUnit").p).toBeCloseTo(0.099, 3);
    const pair = report.groupDifferences.filter(({ a }) => a === "M1");
    expect(pair).toHaveLength(11);
    expect(pair.every(({ pHolm }) => pHolm > 0.1)).toBe(true);
    for (const term of ["cumulativeCausation", "contactWillingness", "supportSelf", "supportKin", "supportUnit"]) expect(of(term).p).toBeGreaterThan(0.05);
  });

  it("print two standard errors of the ordered model below their expected floor, not below the observed one", () => {
    const notes = findings("attainableSE");
    expect(notes.every(({ severity }) => severity === "note")).toBe(true);
    expect(notes.map(({ model, term }) => `${model}.${term}`)).toEqual(["O4.education", "O4.supportSelf", "O4.education"]);
    expect(notes[0].message).toContain("0.264 under expected");
    expect(notes[1].message).toContain("0.183 under expected");
    expect(notes[2].message).toContain("O1 16, O3 51");
    expect(results("attainableSE").filter(({ verdict }) => verdict === "cannot-tell" ).map(({ model, term }) => [model, term])).toContainEqual(["O4", "education"]);
  });

  it("imply a level that Model 1's own numbers contradict, which one lost minus would mend", () => {
    const of = (id: string) => report.level.find(({ model }) => model === id)!;
    expect(of("M1").implied).toBeCloseTo(0.8, 2);
    expect(of("M1").observed).toBeCloseTo(0.594, 3);
    expect(of("M1").changes.find(({ term, change }) => term === "age2" && change === "sign")!.implied).toBeCloseTo(0.61, 2);
    expect(findings("level").map(({ model, term }) => [model, term])).toEqual([["M1", "age2"]]);
    // The network as a dummy, then as printed (1 = has, 2 = has not).
    const asPrinted = (id: string) => of(id).changes.find(({ term, change }) => term === "cumulativeCausation" && change === "coded 1 and 2")!;
    expect([of("M3").implied, of("M4").implied].map((x) => x.toFixed(2))).toEqual(["0.69", "0.65"]);
    expect(asPrinted("M3").implied).toBeGreaterThan(0.78);
  });

  it("do not bear out the robustness claims star by star", () => {
    const of = (id: string) => report.claims.find((one) => one.id === id)!;
    const changed = (id: string) => of(id).against.map(({ term }) => term);
    expect(changed("R1")).toEqual(["supportKin", "participationBehaviour"]);
    expect(changed("R2")).toEqual(["supportUnit", "participationBehaviour", "participationCognition"]);
    expect(changed("R3")).toEqual(["cumulativeCausation", "supportKin", "participationBehaviour", "participationCognition"]);
    expect(changed("C5")).toEqual(["age2", "supportKin"]);
    expect(of("C6").verdict).toBe("holds");
    expect(of("R4").verdict).toBe("not checkable from the table");
  });

  it("rest only two sentences on one group on a tested difference", () => {
    expect(report.claims.filter(({ differences }) => differences.some(({ tested }) => tested)).map(({ id }) => id)).toEqual(["C4", "S6"]);
  });

  it("have percentages that fit their counts, and means that GRIM has no power over", () => {
    const counts = results("counts");
    expect(counts.filter(({ verdict }) => verdict === "inconsistent" || verdict === "only-by-rounding")).toEqual([]);
    expect(counts.filter(({ verdict }) => verdict === "cannot-tell").map(({ term }) => term)).toEqual(["ageMean", "contactWillingnessMean"]);
  });

  it("describe every term of the models but gender", () => {
    expect(findings("measurement").filter(({ message }) => message.includes("not in the descriptive table")).map(({ term }) => term)).toEqual(["gender"]);
  });

  it("leave the reader these measurement notes", () => {
    const of = (text: RegExp) => findings("measurement").some(({ message }) => text.test(message));
    for (const text of [/without its linear term/, /1 = has, 2 = has not/, /linear one/, /reference category/, /ties/, /leaves out the outcome/, /gender is in the models/, /without standard deviations/, /counters/, /Four cities/]) {
      expect(of(text), String(text)).toBe(true);
    }
  });
});

describe("every finding", () => {
  const evaluate = (line: string): unknown =>
    new Function(...Object.keys(exported), "published", "claims", "readings", `return (${line});`)(...Object.values(exported), published, claims, []);

  it.each(report.findings.map((finding) => [`${finding.check} ${finding.model} ${finding.term}`, finding] as const))("%s: is told in two languages, with a reference and a line that runs", (_, finding) => {
    expect(finding.message).toMatch(/[a-z].*\./);
    expect(finding.messageZh).toMatch(/\p{Script=Han}/u);
    expect(`${finding.message}${finding.messageZh}`).not.toMatch(/NaN|undefined|Infinity/);
    expect(finding.reference.length).toBeGreaterThan(10);
    expect(() => evaluate(finding.code)).not.toThrow();
  });

  it("comes from a check that may prove, where it is inconsistent", () => {
    const broken = { ...published, models: { ...published.models, M4: { ...published.models.M4, n: 778 } } };
    const proved = audit(broken).findings.filter(({ severity }) => severity === "inconsistent");
    expect(proved.map(({ check, model, term }) => [check, model, term])).toEqual([["counts", "M4", null]]);
    expect(checkNamed(proved[0].check).proves).toBe(true);
  });
});
