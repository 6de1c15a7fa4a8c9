import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Fit } from "../../src/models/fit";
import { brantTest } from "../../src/models/parallelLines/brant";
import { dataFile } from "../../src/projectFolder";
import { runStudy } from "../../src/study/runStudy";
import { codeWvs, modelId, readWvs, wvs } from "../../src/wvs/wvs";

interface RFit {
  readonly n: number;
  readonly logLik: number;
  readonly logLikNull: number;
  readonly terms: readonly string[];
  readonly estimate: readonly number[];
  readonly standardError: readonly number[];
}
interface ROrdered extends RFit {
  readonly thresholds: readonly number[];
  readonly thresholdSE: readonly number[];
  readonly parallelLines: { readonly statistic: number; readonly df: number; readonly p: number };
  readonly parallelLinesByTerm: Readonly<Record<string, { readonly statistic: number }>>;
}
const R = JSON.parse(readFileSync(join(__dirname, "../fixtures/wvs.json"), "utf8")) as {
  readonly binary: Record<string, RFit & { readonly events: number }>;
  readonly ordered: Record<string, ROrdered>;
};
const result = runStudy(wvs, codeWvs(readWvs()));
const GROUPS = ["all", "Australia", "Norway", "Sweden", "USA"];
const COUNTRIES = ["norway", "sweden", "usa"];

/** |a − b| ≤ 1e-7·(|b| + SE). */
function near(a: number, b: number, standardError = 0): void {
  expect(Math.abs(a - b), `${a} against R's ${b}`).toBeLessThanOrEqual(1e-7 * (Math.abs(b) + standardError));
}

function sameFit(fit: Fit, r: RFit): void {
  expect(fit.n).toBe(r.n);
  near(fit.logLik, r.logLik);
  near(fit.logLikNull, r.logLikNull);
  expect(fit.coefficients.map(({ term }) => term)).toEqual(r.terms);
  fit.coefficients.forEach(({ estimate, standardError }, j) => {
    near(estimate, r.estimate[j], r.standardError[j]);
    near(standardError, r.standardError[j]);
  });
}

describe("the companion study on real answers", () => {
  it("codes each answer, the ordered outcome running against the binary one", () => {
    const [first] = codeWvs(readWvs()).people;
    expect(first).toEqual({ id: "2", country: "USA", tooLittle: 1, amount: 1, male: 1, religion: 1, degree: 0, age: 44, norway: 0, sweden: 0, usa: 1, enough: 0, tooMuch: 0 });
    expect(codeWvs(readWvs()).synthetic).toBe(false);
    expect(wvs.models.find(({ id }) => id === "binaryUSA")!.title.en).toBe("USA: too little is done against the rest");
  });

  it("keeps all 5,381 respondents in every pooled model", () => {
    expect(result.refused).toEqual({});
    expect(result.fits.orderedAll.n).toBe(5381);
    expect(Object.values(result.samples).every(({ leftOut }) => leftOut.people === 0)).toBe(true);
  });

  it.each(GROUPS)("its binary logit in %s is R's glm", (group) => {
    const fit = result.fits[modelId("binomial", group)];
    sameFit(fit, R.binary[group.toLowerCase()]);
    expect(fit.events).toBe(R.binary[group.toLowerCase()].events);
  });

  it.each(GROUPS)("its ordered logit and parallel-lines test in %s are R's clm", (group) => {
    const id = modelId("ordered", group);
    const r = R.ordered[group.toLowerCase()];
    sameFit(result.fits[id], r);
    result.fits[id].thresholds!.forEach(({ estimate, standardError }, j) => {
      near(estimate, r.thresholds[j], r.thresholdSE[j]);
      near(standardError, r.thresholdSE[j]);
    });
    const { lr } = result.parallelLines[id];
    // The statistic is twice a difference of log-likelihoods, each right to 1e-7 of itself at worst and 1e-12 as a rule.
    expect(Math.abs(lr.statistic! - r.parallelLines.statistic)).toBeLessThan(1e-6);
    expect(lr.df).toBe(r.parallelLines.df);
    expect(lr.p! / r.parallelLines.p).toBeCloseTo(1, 5);
  });

  it("parallel lines are rejected in the pooled model, and within countries only in Australia and Sweden", () => {
    expect(result.parallelLines.orderedAll.lr.statistic).toBeCloseTo(370.9, 1);
    expect(result.parallelLines.orderedAll.lr.df).toBe(7);
    const rejected = GROUPS.filter((group) => result.parallelLines[modelId("ordered", group)].lr.p! < 0.05);
    expect(rejected).toEqual(["all", "Australia", "Sweden"]);
  });

  it("most of that comes from the countries: their terms break parallel lines most, by Brant's test as by R's nominal_test", () => {
    const { X, y, terms } = result.samples.orderedAll;
    const byStatistic = (tests: readonly (readonly [string, number])[]) => [...tests].sort((a, b) => b[1] - a[1]).map(([term]) => term);
    const brant = brantTest(result.fits.orderedAll, X, y, terms).terms.map(({ term, statistic }) => [term, statistic!] as const);
    const inR = Object.entries(R.ordered.all.parallelLinesByTerm).map(([term, { statistic }]) => [term, statistic] as const);
    expect(new Set(byStatistic(brant).slice(0, 3))).toEqual(new Set(COUNTRIES));
    expect(new Set(byStatistic(inR).slice(0, 3))).toEqual(new Set(COUNTRIES));
  });
});

it("what tells countries apart is in the pooled models alone; a file of one's own is read by the same codebook", () => {
  for (const { id, terms } of wvs.models) expect([id, terms.filter((term) => COUNTRIES.includes(term))]).toEqual([id, id.endsWith("All") ? COUNTRIES : []]);
  expect([modelId("binomial", "all"), modelId("ordered", "all"), modelId("binomial", "USA"), modelId("ordered", "Norway")]).toEqual(["binaryAll", "orderedAll", "binaryUSA", "orderedNorway"]);
  const path = join(mkdtempSync(join(tmpdir(), "wvs-")), "own.csv");
  writeFileSync(path, readFileSync(dataFile("wvs.csv"), "utf8").split("\n").slice(0, 4).join("\n") + "\n");
  expect(readWvs(path).respondents.map(({ id }) => id)).toEqual(readWvs().respondents.slice(0, 3).map(({ id }) => id));
});
