import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import * as diagnose from "../../src/cli/diagnose";
import { useLanguage } from "../../src/cli/language";
import { expectAllClose, expectClose, fixture } from "../models/fixtures";
import { inProcess } from "./inProcess";

interface Test { readonly statistic: number; readonly df: number; readonly p: number }
const r = fixture<{
  csv: Record<string, string>; hl8: Test; hl5: Test; ordinal: Test; ordinal6: Test; housing: Test; cut30: Record<string, number>; cut50: Record<string, number>;
  rows: Record<"fitted" | "linear" | "pearson" | "deviance" | "leverage" | "cook" | "rstandard", number[]>;
}>("diagnoseMore");
const folder = mkdtempSync(join(tmpdir(), "sojourn-diagnose-"));
const run = inProcess(diagnose);
for (const [name, text] of Object.entries(r.csv)) writeFileSync(join(folder, `${name}.csv`), text);
const birth = join(folder, "birthwt.csv");
const binary = [birth, "--outcome", "low", "--terms", "age,lwt,smoke,ht", "--family", "binomial"];
const ordered = [birth, "--outcome", "grade", "--terms", "age,lwt,smoke,ht", "--family", "ordered"];
const json = async (...argv: string[]) => {
  const { stdout, stderr, exit } = await run("diagnose", ...argv, "--json");
  expect(exit, stderr).toBe(0);
  return JSON.parse(stdout) as { hosmerLemeshow: Test; classification: Record<string, number> | null; vif: { vif: number }[]; reasons: Record<string, string> };
};
const same = ({ statistic, df, p }: Test, expected: Test): void => {
  expect(df).toBe(expected.df);
  expectClose(statistic, expected.statistic, 1e-7);
  expectClose(p, expected.p, 1e-6);
};
const refused = async (...argv: string[]): Promise<string> => {
  const { exit, stderr } = await run("diagnose", ...argv);
  expect(exit).toBe(2);
  return stderr;
};

describe("sojourn diagnose", () => {
  it("tests calibration in as many groups as asked, with any link", async () => {
    same((await json(...binary, "--groups", "8")).hosmerLemeshow, r.hl8);
    same((await json(...binary, "--groups", "5", "--link", "probit")).hosmerLemeshow, r.hl5);
  });

  it("tests the calibration of an ordered fit, on two data sets", async () => {
    same((await json(...ordered)).hosmerLemeshow, r.ordinal);
    same((await json(...ordered, "--groups", "6")).hosmerLemeshow, r.ordinal6);
    same((await json(join(folder, "housing.csv"), "--outcome", "sat", "--terms", "infl,cont", "--family", "ordered")).hosmerLemeshow, r.housing);
  });

  it("counts right and wrong calls at a cut", async () => {
    for (const [more, expected] of [[["--cut", "0.3"], r.cut30], [["--link", "probit"], r.cut50]] as const) {
      const found = (await json(...binary, ...more)).classification!;
      for (const [name, value] of Object.entries(expected)) expectClose(found[name], value, 1e-13, 0, name);
    }
    expect((await run("diagnose", ...binary, "--cut", "0.3")).stdout).toContain(`called events from 0.3: ${r.cut30.truePositives} of 59 events`);
    expect((await json(...ordered)).reasons.classification).toContain("binary");
  });

  it("writes fitted values, residuals and influence of every row, as R has them", async () => {
    const out = join(folder, "rows.csv");
    await json(...binary, "--link", "probit", "--rows-out", out);
    const [header, ...lines] = readFileSync(out, "utf8").trim().split("\n").map((line) => line.split(","));
    const column = (name: string): number[] => lines.map((line) => Number(line[header.indexOf(name)]));
    expect(header.slice(-5)).toEqual(["const", "age", "lwt", "smoke", "ht"].map((term) => `dfbeta:${term}`));
    for (const [name, expected] of [["fitted", "fitted"], ["linear", "linear"], ["pearson", "pearson"], ["deviance", "deviance"], ["leverage", "leverage"], ["cooksDistance", "cook"], ["standardised", "rstandard"]] as const) {
      expectAllClose(column(name), r.rows[expected], 1e-7, 1e-3, name);
    }
    await json(...ordered, "--rows-out", out);
    const [levels, ...probabilities] = readFileSync(out, "utf8").trim().split("\n").map((line) => line.split(","));
    expect(levels.slice(2)).toEqual([1, 2, 3, 4].map((level) => `fitted:${level}`));
    for (const line of probabilities) expectClose(line.slice(2).reduce((sum, value) => sum + Number(value), 0), 1, 1e-12);
  });

  it("takes VIF from the covariance asked for", async () => {
    const [classical, robust] = [await json(...binary), await json(...binary, "--se", "HC1")];
    expect(robust.vif[0].vif).not.toBeCloseTo(classical.vif[0].vif, 6);
  });

  it("refuses what makes no sense", async () => {
    expect(await refused(...binary, "--groups", "2")).toContain("too few");
    expect(await refused(...binary, "--cut", "1.5")).toContain("between 0 and 1");
    expect(await refused(...ordered, "--cut", "0.5")).toContain("not called by one cut");
    expect(await refused(...binary, "--rows-out", birth)).toContain("overwrite");
  });
});

it("says in the reader's language why tests of parallel lines part", async () => {
  useLanguage("zh");
  onTestFinished(() => useLanguage(undefined));
  const { stdout } = await run("diagnose", ...ordered);
  expect(stdout).toMatch(/似然比/);
  expect(stdout).not.toMatch(/The likelihood ratio fits/);
});
