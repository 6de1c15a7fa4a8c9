import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as effects from "../../src/cli/effects";
import * as fit from "../../src/cli/fit";
import * as predict from "../../src/cli/predict";
import * as test from "../../src/cli/test";
import { expectAllClose, expectClose, fixture } from "../models/fixtures";
import { inProcess } from "./inProcess";

/** What must hold whatever the data: beside the numbers of R, which could be wrong in the same way as ours. */
interface Row { readonly term: string; readonly estimate: number; readonly standardError: number; readonly lower: number; readonly upper: number; readonly df?: number; readonly level?: number; readonly at?: Record<string, string> }
interface Test { readonly hypothesis: string; readonly statistic: number; readonly df: number; readonly p: number }
interface Answer { coefficients: Row[]; thresholds: Row[]; oddsRatios: Row[]; effects: Row[]; predictions: Row[]; tests: Test[] }
const { csv } = fixture<{ csv: Record<"mroz" | "births" | "wine" | "clus", string> }>("secondData");
const folder = mkdtempSync(join(tmpdir(), "sojourn-limits-"));
const file = (name: string): string => join(folder, name);
/** The table with further columns, each made of a row's cells. */
function wider(name: keyof typeof csv, columns: Record<string, (row: Record<string, string>, i: number) => string | number> = {}): string {
  const [head, ...rows] = csv[name].trim().split("\n").map((line) => line.split(","));
  const made = rows.map((cells, i) => { const row = Object.fromEntries(head.map((column, j) => [column, cells[j]])); return Object.values({ ...row, ...Object.fromEntries(Object.entries(columns).map(([column, make]) => [column, make(row, i)])) }).join(","); });
  const path = file(`${name}-${Object.keys(columns).join("-")}.csv`);
  writeFileSync(path, [[...new Set([...head, ...Object.keys(columns)])].join(","), ...made].join("\n") + "\n");
  return path;
}
const commands = { fit: inProcess(fit), predict: inProcess(predict), effects: inProcess(effects), test: inProcess(test) };
const run = async (name: keyof typeof commands, ...argv: string[]): Promise<Answer> => {
  const { stdout, stderr, exit } = await commands[name](name, ...argv, "--json");
  expect(exit, stderr).toBe(0);
  return JSON.parse(stdout) as Answer;
};
const of = (rows: readonly Row[], column: "estimate" | "standardError" | "lower" | "upper"): number[] => rows.map((row) => row[column]);
const women = ["--outcome", "lfp", "--terms", "k5,age,wc,inc", "--family", "binomial"];
const births = ["--outcome", "low", "--terms", "age,lwt,smoke,ht", "--family", "binomial"];
const wines = ["--outcome", "rating", "--terms", "warm,contact", "--family", "ordered"];

describe("standard errors in the limit", () => {
  it("CR2 is HC2, and clusters are n/(n − 1), where each row is its own cluster", async () => {
    const data = wider("births", { id: (_, i) => `b${i}` });
    const errors = async (se: string): Promise<number[]> => of((await run("fit", data, ...births, "--se", se)).coefficients, "standardError");
    expectAllClose(await errors("CR2:id"), await errors("HC2"), 1e-9);
    expectAllClose(await errors("cluster:id"), await errors("robust"), 1e-12);
    const glasses = wider("wine", { id: (_, i) => `g${i}` });
    const ordered = async (se: string): Promise<number[]> => { const { coefficients, thresholds } = await run("fit", glasses, ...wines, "--se", se); return of([...coefficients, ...thresholds], "standardError"); };
    expectAllClose(await ordered("cluster:id"), await ordered("robust"), 1e-12);
  });

  it("of a design: a huge population is none, one stratum is none, half of the population drawn halves the variance", async () => {
    const data = wider("clus", { huge: () => 1e12, one: () => "all", half: () => 30, share: () => 0.5 }); // 15 districts were drawn
    const errors = async (...design: string[]): Promise<number[]> => of((await run("fit", data, "--outcome", "band", "--terms", "meals", "--family", "ordered", "--weights", "pw", "--weight-type", "probability", "--psu", "dnum", ...design)).coefficients, "standardError");
    const plain = await errors();
    expectAllClose(await errors("--fpc", "huge"), plain, 1e-10);
    expectAllClose(await errors("--strata", "one"), plain, 1e-12);
    for (const column of ["half", "share"]) expectAllClose(await errors("--fpc", column), plain.map((se) => se * Math.sqrt(0.5)), 1e-12);
  });
});

describe("intervals and links", () => {
  it("odds ratios of the opposite outcome are the reciprocals, by Wald and by the profile", async () => {
    const data = wider("mroz", { stays: ({ lfp }) => 1 - Number(lfp) });
    for (const interval of ["wald", "profile"]) {
      const [there, here] = [await run("fit", data, ...women, "--odds-ratios", "--interval", interval), await run("fit", data, "--outcome", "stays", ...women.slice(2), "--odds-ratios", "--interval", interval)];
      expectAllClose(of(here.oddsRatios, "lower"), of(there.oddsRatios, "upper").map((ratio) => 1 / ratio), 1e-8);
      expectAllClose(of(here.oddsRatios, "upper"), of(there.oddsRatios, "lower").map((ratio) => 1 / ratio), 1e-8);
    }
  });

  it("a profile interval follows its column's unit", async () => {
    const data = wider("mroz", { dollars: ({ inc }) => 1000 * Number(inc) });
    const interval = async (column: string): Promise<Row> => (await run("fit", data, "--outcome", "lfp", "--terms", `k5,${column}`, "--family", "binomial", "--interval", "profile")).coefficients[2];
    const [thousands, dollars] = [await interval("inc"), await interval("dollars")];
    expectAllClose([dollars.lower, dollars.upper].map((end) => 1000 * end), [thousands.lower, thousands.upper], 1e-8, thousands.standardError);
  });

  it.each([["cauchit", "cauchit"], ["probit", "probit"], ["loglog", "cloglog"]])("scales read from the other end: %s becomes %s, with every sign turned", async (link, other) => {
    const data = wider("wine", { poorness: ({ rating }) => 6 - Number(rating) });
    const [there, here] = [await run("fit", data, ...wines, "--link", link), await run("fit", data, "--outcome", "poorness", ...wines.slice(2), "--link", other)];
    expectAllClose(of(here.coefficients, "estimate"), of(there.coefficients, "estimate").map((b) => -b), 1e-7, of(there.coefficients, "standardError"));
    expectAllClose(of(here.thresholds, "estimate").reverse(), of(there.thresholds, "estimate").map((cut) => -cut), 1e-7, of(there.thresholds, "standardError"));
  });
});

describe("tests", () => {
  const formula = ["--formula", "low ~ age + lwt + race + smoke", "--family", "binomial"];
  it("of a factor do not depend on its reference level, and without interactions type II is each left out", async () => {
    const turned = wider("births", { race: ({ race }) => race.replace("1white", "9white") });
    await run("fit", wider("births"), ...formula, "--out", file("a.json"));
    await run("fit", turned, ...formula, "--out", file("b.json"));
    for (const more of [[], ["--method", "lr"], ["--method", "score"], ["--drop1"]]) {
      const [a, b] = [(await run("test", file("a.json"), ...more)).tests, (await run("test", file("b.json"), ...more)).tests];
      expectAllClose(b.map(({ statistic }) => statistic), a.map(({ statistic }) => statistic), 1e-8);
    }
    expect((await run("test", file("a.json"), "--drop1")).tests).toEqual((await run("test", file("a.json"), "--method", "lr")).tests);
  });

  it("of every row counted twice are twice as large; of the estimate itself, nothing", async () => {
    const data = wider("births", { twice: () => 2 });
    const { coefficients } = await run("fit", data, ...formula, "--out", file("once.json"));
    await run("fit", data, ...formula, "--weights", "twice", "--out", file("twice.json"));
    for (const method of ["wald", "lr", "score"]) {
      const [once, twice] = [(await run("test", file("once.json"), "--method", method)).tests, (await run("test", file("twice.json"), "--method", method)).tests];
      expectAllClose(twice.map(({ statistic }) => statistic), once.map(({ statistic }) => 2 * statistic), 1e-8);
    }
    const smoke = coefficients.find(({ term }) => term === "smoke")!;
    const [{ statistic, p }] = (await run("test", file("once.json"), "--hypothesis", `smoke = ${smoke.estimate}`)).tests;
    expect(statistic).toBeLessThan(1e-20);
    expectClose(p, 1, 1e-9);
  });
});

describe("effects", () => {
  it("at a value are what predictions about it differ by", async () => {
    const model = ["--outcome", "lfp", "--terms", "k5,age,age:age,inc,wc,inc:wc", "--family", "binomial"];
    await run("fit", wider("mroz"), ...model, "--out", file("q.json"));
    for (const [term, value, h] of [["age", 35, 0.01], ["inc", 20, 0.01]] as const) {
      const effect = (await run("effects", wider("mroz"), ...model, "--at", `${term}=${value}`)).effects.find((one) => one.term === term)!;
      const [below, above] = of((await run("predict", file("q.json"), "--at", `${term}=${value - h},${value + h}`)).predictions, "estimate");
      expectClose((above - below) / (2 * h), effect.estimate, 1e-6);
    }
  });

  it("of an ordered outcome cancel over its levels, as derivatives and by a share of the column", async () => {
    for (const more of [[], ["--elasticity", "dyex"]]) {
      const found = (await run("effects", wider("mroz"), "--outcome", "kids", "--terms", "age,lwg,inc", "--family", "ordered", ...more)).effects;
      for (const term of ["age", "lwg", "inc"]) expect(Math.abs(found.filter((one) => one.term === term).reduce((sum, one) => sum + one.estimate, 0))).toBeLessThan(1e-12);
    }
  });
});
