import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as diagnose from "../../src/cli/diagnose";
import * as effects from "../../src/cli/effects";
import { fitBinaryLogit } from "../../src/models/binary";
import { resamples } from "../../src/models/bootstrap/resample";
import { expectClose, fixture } from "../models/fixtures";
import { expectEffects, type REffect } from "../models/expectEffects";
import { inProcess } from "./inProcess";

const r = fixture<{ terms: string[]; X: number[][]; y: number[]; y4: number[]; logit: REffect[]; ordered: REffect[]; interaction: REffect[] }>("effects");
const file = join(mkdtempSync(join(tmpdir(), "sojourn-effects-")), "births.csv");
writeFileSync(file, ["low,weight,city,age,lwt,smoke,ht", ...r.X.map(([, ...x], i) => [r.y[i], r.y4[i], "abc"[i % 3], ...x].join(","))].join("\n"));
const binary = [file, "--outcome", "low", "--terms", "age,lwt,smoke,ht", "--family", "binomial"];
const ordered = [file, "--outcome", "weight", "--terms", "age,lwt,smoke,ht", "--family", "ordered"];

describe("sojourn effects", () => {
  const run = inProcess(effects);
  const json = async (...argv: string[]) => JSON.parse((await run("effects", ...argv, "--json")).stdout);

  it("prints R's average marginal effects", async () => {
    expectEffects((await json(...binary)).effects, r.logit);
    expectEffects((await json(...ordered)).effects, r.ordered);
    expectEffects((await json(file, "--outcome", "low", "--terms", "lwt,smoke,lwt:smoke", "--family", "binomial")).effects, r.interaction);
  });

  it("leaves a group of rows of weight 0 out and says so: it ended as a defect", async () => {
    const weighted = file.replace("births", "weighted");
    const rows = r.X.map(([, ...x], i) => [r.y[i], "abc"[i % 3], i % 3 === 2 ? 0 : 1 + (i % 2), ...x].join(","));
    writeFileSync(weighted, ["low,city,w,age,lwt,smoke,ht", ...rows].join("\n"));
    const model = ["--outcome", "low", "--terms", "age,smoke", "--family", "binomial", "--by", "city", "--weights", "w"];
    const { stdout, stderr, exit } = await run("effects", weighted, ...model, "--json");
    expect([exit, stderr.trim()]).toEqual([0, "--by: city = c has rows of weight 0 only, and no effects"]);
    const without = await json(weighted, ...model, "--where", "w > 0"); // as if they were not there
    expect(JSON.parse(stdout).effects).toEqual(without.effects);
    expect(JSON.parse(stdout).contrasts).toEqual(without.contrasts);
    expect((await run("effects", weighted, ...model, "--bootstrap", "100", "--seed", "1")).exit).toBe(0);
  });

  it("averages within groups and compares them", async () => {
    const found = await json(...binary, "--by", "city");
    expect(found.effects).toHaveLength(12);
    expect(found.contrasts).toHaveLength(12);
    const of = (group: string): number => found.effects.find((e: { term: string; group: string }) => e.term === "smoke" && e.group === group).estimate;
    const contrast = found.contrasts.find((c: { term: string; contrast: string }) => c.term === "smoke" && c.contrast === "b − a");
    expectClose(contrast.estimate, of("b") - of("a"), 1e-10);
  });

  it("draws the same bootstrap for the same seed, near the delta method", async () => {
    const [a, b] = [await json(...binary, "--bootstrap", "200", "--seed", "5"), await json(...binary, "--bootstrap", "200", "--seed", "5")];
    expect(a).toEqual(b);
    a.effects.forEach((effect: REffect, i: number) => {
      expectClose(effect.estimate, r.logit[i].estimate, 1e-8, r.logit[i].standardError);
      expect(Math.abs(effect.standardError / r.logit[i].standardError - 1)).toBeLessThan(0.25);
    });
  });

  it("draws as many of each group as there are, where effects are by group", async () => {
    const found = await json(...binary, "--by", "city", "--bootstrap", "100", "--seed", "3");
    const city = r.X.map((_, i) => "abc"[i % 3]);
    const smoke = r.terms.indexOf("smoke");
    const p = (row: readonly number[], beta: readonly number[]) => 1 / (1 + Math.exp(-row.reduce((eta, x, j) => eta + x * beta[j], 0)));
    const effectIn = (group: string, counts: readonly number[], beta: readonly number[]) => {
      const own = [...r.X.keys()].filter((i) => city[i] === group);
      return own.reduce((sum, i) => sum + counts[i] * (p(r.X[i].with(smoke, 1), beta) - p(r.X[i].with(smoke, 0), beta)), 0) / own.reduce((sum, i) => sum + counts[i], 0);
    };
    const drawn: number[][] = [];
    for (const counts of resamples(r.X.length, { replicates: 100, seed: 3, strata: city })) {
      const weights = Array.from(counts);
      const beta = fitBinaryLogit(r.X, r.y, r.terms, { weights }).coefficients.map(({ estimate }) => estimate);
      drawn.push(["a", "b", "c"].map((group) => effectIn(group, weights, beta)));
    }
    ["a", "b", "c"].forEach((group, g) => {
      const mean = drawn.reduce((sum, one) => sum + one[g], 0) / drawn.length;
      const standardError = Math.sqrt(drawn.reduce((sum, one) => sum + (one[g] - mean) ** 2, 0) / (drawn.length - 1));
      expectClose(found.effects.find((one: { term: string; group: string }) => one.term === "smoke" && one.group === group).standardError, standardError, 1e-6);
    });
  });

  it("gives effects of the average person: β·p(1 − p) at the mean of every column", async () => {
    const { effects: [age] } = await json(...binary, "--at", "mean");
    const fit = fitBinaryLogit(r.X, r.y, r.terms);
    const eta = fit.coefficients.reduce((sum, { estimate }, j) => sum + (estimate * r.X.reduce((total, row) => total + row[j], 0)) / r.X.length, 0);
    const p = 1 / (1 + Math.exp(-eta));
    expect(age.term).toBe("age");
    expectClose(age.estimate, fit.coefficients[1].estimate * p * (1 - p), 1e-10);
  });

  it("takes robust standard errors to the effects", async () => {
    const [classical, robust] = [await json(...binary), await json(...binary, "--se", "cluster:city")];
    expectClose(robust.effects[0].estimate, classical.effects[0].estimate, 1e-12);
    expect(robust.effects[0].standardError).not.toBe(classical.effects[0].standardError);
  });

  it("prints a table for people", async () => {
    const { exit, stdout } = await run("effects", ...ordered);
    expect(exit).toBe(0);
    expect(stdout).toContain("smoke · 4");
  });

  it.each([["--bootstrap", "200"], ["--se", "HC9"], ["--se", "HC1", "--bootstrap", "200", "--seed", "1"], ["--seed", "1"], ["--bootstrap", "5", "--seed", "1"], ["--bootstrap", "200", "--seed", "x"], ["--at", "mean", "--by", "city"], ["--by", "town"], ["--grop", "city"]])("refuses %s %s %s %s %s %s", async (...more) => {
    const { exit, stdout } = await run("effects", ...binary, ...more);
    expect([exit, stdout]).toEqual([2, ""]);
  });
});

describe("sojourn diagnose", () => {
  const run = inProcess(diagnose);

  it("prints a binary fit's diagnostics, and null where it has none", async () => {
    const found = JSON.parse((await run("diagnose", ...binary, "--json")).stdout);
    expect([found.parallelLines, found.brant]).toEqual([null, null]);
    expect(found.hosmerLemeshow.df).toBe(8);
    expect(found.auc).toBeGreaterThan(0.5);
    expect(found.vif.map((row: { term: string }) => row.term)).toEqual(["age", "lwt", "smoke", "ht"]);
    expect(found.influence[0]).toMatchObject({ row: 2 });
    expectClose(found.influence.reduce((sum: number, row: { leverage: number }) => sum + row.leverage, 0), 5, 1e-9);
    expectClose(found.eventsPerVariable, 59 / 4, 1e-12);
  });

  it("prints an ordered fit's tests of parallel lines, and null elsewhere", async () => {
    const found = JSON.parse((await run("diagnose", ...ordered, "--json")).stdout);
    expect(found.parallelLines.brant.df).toBe(8);
    expect(found.brant.map((row: { term: string; df: number }) => [row.term, row.df])).toEqual([["age", 2], ["lwt", 2], ["smoke", 2], ["ht", 2]]);
    expect(found.hosmerLemeshow.df).toBe(26); // ten groups, four levels: (10 − 2)(4 − 1) + (4 − 2), Fagerland and Hosmer (2013)
    expect([found.auc, found.influence, found.eventsPerVariable]).toEqual([null, null, null]);
  });

  it("prints lines and the most influential rows for people", async () => {
    expect((await run("diagnose", ...binary)).stdout).toContain("Cook's distance");
    expect((await run("diagnose", ...ordered)).stdout).toContain("Brant, smoke");
  });

  it("refuses an option it does not know", async () => {
    expect((await run("diagnose", ...binary, "--firth")).exit).toBe(2);
  });
});
