import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as fit from "../../src/cli/fit";
import { expectAllClose, expectClose, fixture } from "../models/fixtures";
import { inProcess } from "./inProcess";

interface Row { readonly term: string; readonly estimate: number; readonly standardError: number; readonly lower: number; readonly upper: number }
interface Fixture {
  csv: Record<string, string>;
  formulas: { data: string; formula: string; names: string[]; estimate: number[]; standardError: number[]; logLik: number }[];
  subset: { n: number; estimate: number[] };
  odds: { estimate: number[]; wald90: number[][]; profile90: number[][] };
  standardError: number[];
  cauchit: { estimate: number[]; logLik: number; expected: number[] };
  loglog: { estimate: number[]; logLik: number; expected: number[] };
  ordered: Record<"loglog" | "cauchit", { estimate: number[]; alpha: number[]; standardError: number[]; logLik: number }>;
  nominal: { alpha: number[][]; beta: number[]; logLik: number };
}
const r = fixture<Fixture>("commands");
const folder = mkdtempSync(join(tmpdir(), "sojourn-commands-"));
for (const [name, text] of Object.entries(r.csv)) writeFileSync(join(folder, `${name}.csv`), text);
const birth = join(folder, "birthwt.csv");
const run = inProcess(fit);
const json = async (...more: string[]) => {
  const { stdout, stderr, exit } = await run("fit", ...more, "--json");
  expect(exit, stderr).toBe(0);
  return JSON.parse(stdout) as { n: number; logLik: number; coefficients: Row[]; thresholds: Row[]; oddsRatios: Row[]; covariance: { terms: string[]; matrix: number[][] } };
};
const refused = async (...more: string[]): Promise<string> => {
  const { exit, stderr } = await run("fit", ...more);
  expect(exit).toBe(2);
  return stderr;
};
const binary = ["--outcome", "low", "--terms", "age,lwt,smoke,ht", "--family", "binomial"];
const ordered = ["--outcome", "weight", "--terms", "age,lwt,smoke,ht", "--family", "ordered"];
const estimates = (rows: readonly Row[]): number[] => rows.map((row) => row.estimate);
const errors = (rows: readonly Row[]): number[] => rows.map((row) => row.standardError);

describe("fit --formula means what R's formulas mean", () => {
  it.each(r.formulas.map((one) => [one.formula, one] as const))("%s", async (formula, expected) => {
    const found = await json(join(folder, `${expected.data}.csv`), "--formula", formula, "--family", "binomial");
    expect(found.coefficients.map(({ term }) => term.replaceAll("=", ""))).toEqual(expected.names.map((name) => (name === "(Intercept)" ? "const" : name.replace(/factor\((\w+)\)/, "$1"))));
    expectAllClose(estimates(found.coefficients), expected.estimate, 1e-8, expected.standardError);
    expectAllClose(errors(found.coefficients), expected.standardError, 1e-8);
    expectClose(found.logLik, expected.logLik, 1e-10);
  });

  it("refuses what it does not offer, saying what", async () => {
    const of = (formula: string) => refused(birth, "--formula", formula, "--family", "binomial");
    expect(await of("low ~ 0 + age")).toContain("without constant");
    expect(await of("low ~ poly(age, 2)")).toContain("poly(age, 2) is not offered");
    expect(await of("low ~ age +")).toContain("ends too soon");
    for (const factor of ["factor(race, smoke)", "factor(age + 1)", "factor(1)", "as.factor(log(age))"]) expect(await of(`low ~ ${factor}`)).toMatch(/is not understood|stands where a column is expected/);
    expect(await of("low ~ log(smoke)")).toMatch(/row 2, column log\(smoke\): log\(smoke\) is -Infinity/);
    expect(await of("low ~ log(race)")).toMatch(/row 2.*"black" is text/);
    expect(await of("low ~ agee")).toContain("column agee: there is no such column");
    expect(await of("low ~ age ^ 2 + lwt $ 3")).toContain('character 15, "$"');
    expect(await refused(birth, "--formula", "low ~ age", "--outcome", "low", "--family", "binomial")).toContain("neither --outcome nor --terms");
  });

  it("--terms 1 is the model without terms, of either family", async () => {
    const constant = await json(birth, "--outcome", "low", "--terms", "1", "--family", "binomial");
    expectClose(constant.coefficients[0].estimate, Math.log(59 / 130), 1e-12);
    const cuts = await json(birth, "--outcome", "weight", "--terms", "1", "--family", "ordered");
    expect(cuts.coefficients).toEqual([]);
    expectClose(cuts.thresholds[0].estimate, Math.log(59 / 130), 1e-10);
  });
});

describe("fit --where", () => {
  it("keeps the rows for which the filter is true, as R's subset", async () => {
    const found = await json(birth, "--outcome", "low", "--terms", "age,lwt", "--family", "binomial", "--where", 'age >= 18 & race %in% c("white", "other")');
    expect(found.n).toBe(r.subset.n);
    expectAllClose(estimates(found.coefficients), r.subset.estimate, 1e-8, 1);
  });

  it("leaves rows out whose answer is unknown, and says how many", async () => {
    const file = join(folder, "holes.csv");
    writeFileSync(file, readFileSync(birth, "utf8").replace("0,19,182,black", "0,NA,182,black"));
    const { stderr, exit } = await run("fit", file, "--outcome", "low", "--terms", "lwt", "--family", "binomial", "--where", "age > 17");
    expect(exit).toBe(0);
    expect(stderr).toContain("for 1 it is unknown, and they are left out");
  });

  it("refuses filters that keep nothing, or are no question", async () => {
    expect(await refused(birth, ...binary, "--where", "age > 99")).toContain("no row");
    expect(await refused(birth, ...binary, "--where", "age + 1")).toContain("something true or false");
    expect(await refused(birth, ...binary, "--where", 'race > "a"')).toContain("compares numbers");
  });
});

describe("odds ratios and intervals", () => {
  it("are R's, at another level", async () => {
    const found = await json(birth, ...binary, "--odds-ratios", "--level", "0.9");
    expectAllClose(estimates(found.oddsRatios), r.odds.estimate, 1e-8);
    found.oddsRatios.forEach(({ lower, upper }, j) => expectAllClose([lower, upper], r.odds.wald90[j], 1e-8));
    expectClose(found.oddsRatios[1].standardError, r.odds.estimate[1] * r.standardError[1], 1e-8);
    expect((await run("fit", birth, ...binary, "--odds-ratios", "--level", "90")).stdout).toMatch(/odds ratio[^]*intervals: 90%/);
  });

  it("by the profile are where the likelihood has fallen by half a χ² quantile", async () => {
    const found = await json(birth, ...binary, "--interval", "profile", "--level", "0.9");
    found.coefficients.forEach(({ lower, upper }, j) => expectAllClose([lower, upper], r.odds.profile90[j], 1e-8, r.standardError[j]));
  });

  it("are refused where they mean nothing", async () => {
    expect(await refused(birth, ...binary, "--odds-ratios", "--link", "probit")).toContain("no logarithms of odds");
    expect(await refused(birth, ...binary, "--interval", "profile", "--se", "HC1")).toContain("profile intervals are of the likelihood");
    expect(await refused(birth, ...binary, "--firth", "--level", "0.9")).toContain("Firth's intervals");
    expect(await refused(birth, ...binary, "--level", "0")).toContain("a share such as 0.9");
  });
});

describe("the loglog and cauchit links are R's", () => {
  it.each(["loglog", "cauchit"] as const)("%s", async (link) => {
    const found = await json(birth, ...binary, "--link", link, "--se", "expected");
    expectAllClose(estimates(found.coefficients), r[link].estimate, 1e-7, r[link].expected);
    expectAllClose(errors(found.coefficients), r[link].expected, 1e-7);
    expectClose(found.logLik, r[link].logLik, 1e-10);
    const grades = await json(birth, ...ordered, "--link", link);
    expectAllClose(estimates([...grades.coefficients, ...grades.thresholds]), [...r.ordered[link].estimate, ...r.ordered[link].alpha], 1e-6, r.ordered[link].standardError);
    expectAllClose(errors([...grades.coefficients, ...grades.thresholds]), r.ordered[link].standardError, 1e-6);
    expectClose(grades.logLik, r.ordered[link].logLik, 1e-10);
  });

  it("loglog is cloglog seen from the other side", async () => {
    const turned = join(folder, "turned.csv");
    writeFileSync(turned, r.csv.birthwt.split("\n").map((line) => line.replace(/^([01]),/, (_, y) => `${1 - Number(y)},`)).join("\n"));
    const [there, here] = [await json(turned, ...binary, "--link", "cloglog"), await json(birth, ...binary, "--link", "loglog")];
    expectAllClose(estimates(here.coefficients), estimates(there.coefficients).map((b) => -b), 1e-9, errors(here.coefficients));
    expectAllClose(errors(here.coefficients), errors(there.coefficients), 1e-9);
  });
});

describe("fit --nonparallel", () => {
  it("gives a term a slope at every cut point, as clm(nominal = ~ …)", async () => {
    const found = await json(birth, ...ordered, "--nonparallel", "smoke");
    expectClose(found.logLik, r.nominal.logLik, 1e-10);
    const of = (term: string): number => found.coefficients.find((row) => row.term === term)!.estimate;
    expectAllClose(["age", "lwt", "ht"].map(of), r.nominal.beta, 1e-6, 0.01);
    // clm adds a nominal term to the cut point; here it is taken off.
    expectAllClose(["1|2", "2|3", "3|4"].map((cut) => -of(`smoke@${cut}`)), r.nominal.alpha[1], 1e-6, 0.1);
  });

  it("refuses a term it has not, a binary outcome, and crossing lines with their rows", async () => {
    expect(await refused(birth, ...ordered, "--nonparallel", "smoking")).toContain("there is no term smoking");
    expect(await refused(birth, ...binary, "--nonparallel", "smoke")).toContain("one cut point");
    const file = join(folder, "crossing.csv");
    const rows = Array.from({ length: 150 }, (_, i) => {
      const [x, u] = [i === 0 ? 12 : Math.sin(i * 1.3) * 2, (i * 0.6180339887498949) % 1];
      return [i === 0 ? 3 : u < 0.3 ? 1 : (u - 0.3) / 0.7 < 1 / (1 + Math.exp(1.2 * x)) ? 2 : 3, x];
    });
    writeFileSync(file, `y,x\n${rows.map((row) => row.join(",")).join("\n")}\n`);
    const { stdout, exit } = await run("fit", file, "--outcome", "y", "--terms", "x", "--family", "ordered", "--nonparallel", "x", "--json");
    expect(exit).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { kind: "negative-probability", terms: ["x"], rows: [2] } });
  });
});

it("fit --out writes the fit with its covariance, and what test and predict need", async () => {
  const out = join(folder, "FIT.json");
  await json(birth, ...binary, "--out", out);
  const saved = JSON.parse(readFileSync(out, "utf8")) as { covariance: { terms: string[]; matrix: number[][] }; coefficients: Row[]; model: { file: string; digest: string } };
  expect(saved.covariance.terms).toEqual(["const", "age", "lwt", "smoke", "ht"]);
  expectClose(Math.sqrt(saved.covariance.matrix[3][3]), r.standardError[3], 1e-8);
  expect(saved.model.file).toBe("birthwt.csv");
  expect(saved.model.digest).toMatch(/^[0-9a-f]{64}$/);
  expect(await refused(birth, ...binary, "--out", birth)).toContain("overwrite");
});
