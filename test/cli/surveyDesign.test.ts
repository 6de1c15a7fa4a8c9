import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as effects from "../../src/cli/effects";
import * as fit from "../../src/cli/fit";
import { expectAllClose, fixture } from "../models/fixtures";
import { inProcess } from "./inProcess";

interface Shown { readonly estimate: number[]; readonly standardError: number[]; readonly df: number; readonly p: number[]; readonly lower: number[]; readonly n?: number }
interface Row { readonly term: string; readonly estimate: number; readonly standardError: number; readonly df?: number; readonly p: number; readonly lower: number }
const r = fixture<{
  csv: Record<string, string>; ordered: { estimate: number[]; zeta: number[]; standardError: number[] }; robust: number[];
  cr2: Record<"four" | "many", { standardError: number[]; df: number[]; p: number[] }> & { fixed: { standardError: number[]; df: number[] } };
} & Record<"strat" | "stratNo" | "twice" | "clus" | "plain" | "subpopulation", Shown>>("design");
const folder = mkdtempSync(join(tmpdir(), "sojourn-design-"));
const [run, inEffects] = [inProcess(fit), inProcess(effects)];
const file = (name: string): string => join(folder, `${name}.csv`);
for (const [name, text] of Object.entries(r.csv)) writeFileSync(file(name), text);
const json = async (...argv: string[]) => {
  const { stdout, stderr, exit } = await run("fit", ...argv, "--json");
  expect(exit, stderr).toBe(0);
  return JSON.parse(stdout) as { n: number; aic: number | null; coefficients: Row[]; thresholds: Row[]; covarianceKind: string; warnings: string[] };
};
const refused = async (...argv: string[]): Promise<string> => {
  const { exit, stderr } = await run("fit", ...argv);
  expect(exit).toBe(2);
  return stderr;
};
const survey = (name: string, ...more: string[]): string[] => [file(name), "--outcome", "high", "--terms", "meals,ell", "--family", "binomial", "--weights", "pw", "--weight-type", "probability", ...more];
function same(rows: readonly Row[], expected: Shown): void {
  expectAllClose(rows.map((row) => row.estimate), expected.estimate, 1e-8, expected.standardError);
  expectAllClose(rows.map((row) => row.standardError), expected.standardError, 1e-7);
  expect(rows.map((row) => row.df)).toEqual(rows.map(() => expected.df));
  expectAllClose(rows.map((row) => row.p), expected.p, 1e-6, 1e-12);
  expectAllClose(rows.map((row) => row.lower), expected.lower, 1e-7, expected.standardError);
}

describe("a survey's design, by Taylor linearisation", () => {
  it("is svyglm's: strata, with and without the finite population; units within strata; units alone", async () => {
    same((await json(...survey("strat", "--strata", "stype", "--fpc", "fpc"))).coefficients, r.strat);
    same((await json(...survey("strat", "--strata", "stype"))).coefficients, r.stratNo);
    same((await json(...survey("strat", "--strata", "stype", "--psu", "dnum"))).coefficients, r.twice);
    const clusters = await json(...survey("clus", "--psu", "dnum", "--fpc", "fpc"));
    same(clusters.coefficients, r.clus);
    expect(clusters).toMatchObject({ covarianceKind: "linearised", aic: null });
  });

  it("is svyolr's for an ordered outcome", async () => {
    const found = await json(file("strat"), "--outcome", "band", "--terms", "meals,ell", "--family", "ordered", "--weights", "pw", "--weight-type", "probability", "--strata", "stype", "--fpc", "fpc");
    expectAllClose([...found.coefficients, ...found.thresholds].map((row) => row.estimate), [...r.ordered.estimate.slice(0, 2), ...r.ordered.zeta], 1e-5, 0.01);
    expectAllClose(found.coefficients.map((row) => row.standardError), r.ordered.standardError.slice(0, 2), 1e-4);
  });

  it("keeps the units outside a subpopulation, whose absence would change the errors", async () => {
    const design = ["--strata", "stype", "--psu", "dnum"];
    const found = await json(...survey("strat", ...design, "--where", "meals > 30"));
    expect(found.n).toBe(r.subpopulation.n);
    same(found.coefficients, r.subpopulation);
  });

  it("without strata or units is the robust covariance with n/(n − 1)", async () => {
    const robust = (await json(...survey("strat", "--se", "robust"))).coefficients;
    expectAllClose(robust.map((row) => row.standardError), r.plain.standardError, 1e-7);
    const all = await json(file("birth"), "--outcome", "low", "--terms", "lwt,smoke,ht", "--family", "binomial", "--se", "robust");
    expectAllClose(all.coefficients.map((row) => row.standardError), r.robust, 1e-8);
  });

  it("is refused with one unit in a stratum, sizes that cannot be, or other standard errors beside it", async () => {
    const lonely = join(folder, "lonely.csv");
    const rows = r.csv.strat.trim().split("\n");
    writeFileSync(lonely, [...rows, rows[1].replace(/^[EHM],/, "X,")].join("\n") + "\n");
    expect(await refused(lonely, ...survey("strat", "--strata", "stype").slice(1))).toContain("stratum X has one primary sampling unit");
    const few = join(folder, "few.csv");
    writeFileSync(few, rows.map((row, i) => (i === 0 ? row : row.replace(/,[\d.]+,([01]),(\d)$/, ",20,$1,$2"))).join("\n") + "\n");
    expect(await refused(few, ...survey("strat", "--strata", "stype", "--fpc", "fpc").slice(1))).toMatch(/units drawn of a population of 20/);
    expect(await refused(...survey("strat", "--strata", "stype", "--se", "HC1"))).toContain("design makes the standard errors");
    expect((await inEffects("effects", ...survey("strat", "--strata", "stype", "--se", "HC1"))).stderr).toContain("design makes the standard errors");
    expect(await refused(...survey("strat", "--strata", "stype", "--impute", "5"))).toContain("--strata");
    expect(await refused(file("strat"), "--outcome", "high", "--terms", "meals", "--family", "binomial", "--weights", "pw", "--strata", "stype")).toContain("--weight-type probability");
  });
});

describe("CR2 with Satterthwaite degrees of freedom is clubSandwich's", () => {
  const model = [file("birth"), "--outcome", "low", "--terms", "lwt,smoke,ht", "--family", "binomial"];
  it.each(["four", "many"] as const)("by %s", async (cluster) => {
    const found = await json(...model, "--se", `CR2:${cluster}`);
    expectAllClose(found.coefficients.map((row) => row.standardError), r.cr2[cluster].standardError, 1e-7);
    expectAllClose(found.coefficients.map((row) => row.df!), r.cr2[cluster].df, 1e-6);
    expectAllClose(found.coefficients.map((row) => row.p), r.cr2[cluster].p, 1e-6);
    expect(found.warnings.some((warning) => warning.includes("no standard error is reliable"))).toBe(cluster === "four");
  });

  it("with a dummy for every cluster, where the adjustment has no inverse", async () => {
    const found = await json(file("birth"), "--formula", "low ~ lwt + smoke + four", "--family", "binomial", "--se", "CR2:four");
    const [lwt, smoke] = found.coefficients.slice(1, 3);
    expectAllClose([lwt.standardError, smoke.standardError], r.cr2.fixed.standardError.slice(1, 3), 1e-6);
    expectAllClose([lwt.df!, smoke.df!], r.cr2.fixed.df.slice(1, 3), 1e-5);
  });

  it("is refused for an ordered fit", async () => expect(await refused(file("strat"), "--outcome", "band", "--terms", "meals", "--family", "ordered", "--se", "CR2:stype")).toContain("binary logit"));
});
