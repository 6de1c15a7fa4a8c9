import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import * as effects from "../../src/cli/effects";
import * as fit from "../../src/cli/fit";
import * as predict from "../../src/cli/predict";
import * as test from "../../src/cli/test";
import { orderedScoreTest } from "../../src/models/hypotheses/score";
import { expectAllClose, expectClose, fixture } from "../models/fixtures";
import { inProcess } from "./inProcess";

/** What commands.R, design.R, robust.R and hypotheses.R hold against one data set, on another (secondData.R). */
type Columns = Record<"estimate" | "standardError" | "lower" | "upper", number[]>;
type Shown = Pick<Columns, "estimate" | "standardError"> & { logLik: number };
type Errors = Record<"HC0" | "HC1" | "HC2" | "HC3", number[]>;
interface RTest { readonly term?: string; readonly statistic: number; readonly df: number; readonly p: number; readonly method?: string }
interface Row { readonly term: string; readonly estimate: number; readonly standardError: number; readonly lower: number; readonly upper: number; readonly df?: number; readonly p: number; readonly level?: number; readonly at?: Record<string, string> }
interface Answer { logLik: number; coefficients: Row[]; thresholds: Row[]; oddsRatios: Row[]; predictions: Row[]; effects: Row[]; tests: RTest[] }
const r = fixture<{
  csv: Record<string, string>; binary: { estimate: number[]; standardError: number[]; odds90: number[][]; profile90: number[][] }; links: Record<"cauchit" | "loglog", Shown>;
  tests: Record<"joint" | "linear" | "combination" | "lr", RTest> & Record<"wald2" | "lr2" | "drop1" | "score1", RTest[]>;
  predictions: { new: Record<string, number | string>[]; band: Columns & Record<"link" | "linkSE", number[]>; grid: Columns; margins: Columns }; effectsAt: Columns[]; elasticities: Record<"eyex" | "dyex" | "eydx", Columns>;
  ordered: Record<"wine" | "mroz", Record<"logit" | "loglog" | "cauchit", Shown>> & { profile: number[][]; lr: RTest; score: RTest; new: Record<string, number>[]; predictions: Record<keyof Columns, number[][]>; elasticity: Record<"age" | "inc", Columns>;
    robust: Record<"wine" | "mroz", Record<"HC0" | "robust" | "cluster", number[]>> };
  surveys: Record<"strat" | "clus" | "noFpc", { estimate: number[]; standardError: number[]; df: number }>; robust: Errors & Record<"robust" | "cluster", number[]>;
  probability: Errors & { estimate: number[] }; counts: Errors & { estimate: number[] }; cr2: Record<"k618" | "age", { standardError: number[]; df: number[]; p: number[] }>;
}>("secondData");
const folder = mkdtempSync(join(tmpdir(), "sojourn-second-"));
const file = (name: string): string => join(folder, name);
for (const [name, text] of Object.entries(r.csv)) writeFileSync(file(`${name}.csv`), text);
const commands = { fit: inProcess(fit), predict: inProcess(predict), effects: inProcess(effects), test: inProcess(test) };
const run = async (name: keyof typeof commands, from: string, ...more: string[]): Promise<Answer> => {
  const { stdout, stderr, exit } = await commands[name](name, file(from), ...more, "--json");
  expect(exit, stderr).toBe(0);
  return JSON.parse(stdout) as Answer;
};
const of = <K extends keyof Row>(rows: readonly Row[], column: K): Row[K][] => rows.map((row) => row[column]);
function same(found: readonly Row[], expected: Partial<Columns>, tolerance = 1e-8): void {
  for (const column of ["estimate", "standardError", "lower", "upper"] as const) if (expected[column]) expectAllClose(of(found, column), expected[column], tolerance, expected.standardError, column);
}
function sameTests(found: readonly RTest[], expected: readonly RTest[], tolerance = 1e-8): void {
  expect(found.map(({ df }) => df)).toEqual(expected.map(({ df }) => df));
  expectAllClose(found.map(({ statistic }) => statistic), expected.map(({ statistic }) => statistic), tolerance);
  expectAllClose(found.map(({ p }) => p), expected.map(({ p }) => p), 10 * tolerance);
}
const binary = ["--outcome", "lfp", "--terms", "k5,k618,age,wc,lwg,inc", "--family", "binomial"];
const ORDERED = { wine: ["--outcome", "rating", "--terms", "warm,contact", "--family", "ordered"], mroz: ["--outcome", "kids", "--terms", "age,wc,lwg,inc", "--family", "ordered"] };

describe("a binary logit of Mroz's women", () => {
  it("has R's odds ratios, intervals by Wald and by the profile", async () => {
    const found = await run("fit", "mroz.csv", ...binary, "--odds-ratios", "--level", "0.9");
    expectAllClose(of(found.coefficients, "estimate"), r.binary.estimate, 1e-8, r.binary.standardError);
    found.oddsRatios.forEach(({ lower, upper }, j) => expectAllClose([lower, upper], r.binary.odds90[j], 1e-8));
    const profile = await run("fit", "mroz.csv", ...binary, "--interval", "profile", "--level", "0.9", "--odds-ratios");
    profile.coefficients.forEach(({ lower, upper }, j) => expectAllClose([lower, upper], r.binary.profile90[j], 1e-8, r.binary.standardError[j]));
    profile.oddsRatios.forEach(({ lower, upper }, j) => expectAllClose([lower, upper], r.binary.profile90[j].map(Math.exp), 1e-7));
  });

  it.each(["loglog", "cauchit"] as const)("by the %s link", async (link) => {
    const found = await run("fit", "mroz.csv", ...binary, "--link", link, "--se", "expected");
    same(found.coefficients, { estimate: r.links[link].estimate, standardError: r.links[link].standardError }, 1e-7);
    expectClose(found.logLik, r.links[link].logLik, 1e-10);
  });

  it.each(["HC0", "HC1", "HC2", "HC3", "robust", "cluster"] as const)("with %s errors; weights as probabilities and as counts", async (kind) => {
    const errors = async (...argv: [string, ...string[]]): Promise<number[]> => of((await run("fit", ...argv, "--se", kind === "cluster" ? "cluster:age" : kind)).coefficients, "standardError");
    expectAllClose(await errors("mroz.csv", ...binary), r.robust[kind], 1e-8);
    if (kind === "robust" || kind === "cluster") return;
    expectAllClose(await errors("mroz.csv", ...binary, "--weights", "pw", "--weight-type", "probability"), r.probability[kind], 1e-8);
    expectAllClose(await errors("esoph.csv", "--outcome", "case", "--terms", "age,alc,tob", "--family", "binomial", "--weights", "n"), r.counts[kind], 1e-8);
  });

  it.each(["k618", "age"] as const)("with CR2 errors and Satterthwaite's degrees of freedom, by %s", async (cluster) => {
    const { coefficients } = await run("fit", "mroz.csv", "--outcome", "lfp", "--terms", "k5,wc,inc", "--family", "binomial", "--se", `CR2:${cluster}`);
    expectAllClose(of(coefficients, "standardError"), r.cr2[cluster].standardError, 1e-8);
    expectAllClose(coefficients.map(({ df }) => df!), r.cr2[cluster].df, 1e-7);
    expectAllClose(of(coefficients, "p"), r.cr2[cluster].p, 1e-7);
  });
});

describe("tests of Mroz's women", () => {
  beforeAll(async () => {
    await run("fit", "mroz.csv", "--formula", "lfp ~ k5 + decade + wc * inc + lwg", "--family", "binomial", "--out", file("big.json"));
    await run("fit", "mroz.csv", "--formula", "lfp ~ k5 + inc", "--family", "binomial", "--out", file("small.json"));
  });

  it("are R's: joint, linear, nested", async () => {
    sameTests((await run("test", "big.json", "--terms", "decade")).tests, [r.tests.joint]);
    sameTests((await run("test", "big.json", "--hypothesis", "k5 = -1.5; wc = lwg")).tests.slice(0, 1), [r.tests.linear]);
    sameTests((await run("test", "big.json", "--hypothesis", "2*wc - 3*lwg = 0.25")).tests, [r.tests.combination]);
    sameTests((await run("test", "small.json", file("big.json"))).tests, [r.tests.lr]);
  });

  it("are R's: type II, and each left out", async () => {
    sameTests((await run("test", "big.json")).tests, r.tests.wald2);
    sameTests((await run("test", "big.json", "--method", "lr")).tests, r.tests.lr2);
    sameTests((await run("test", "big.json", "--drop1")).tests, r.tests.drop1);
    sameTests((await run("test", "big.json", "--drop1", "--method", "score")).tests, r.tests.score1);
  });
});

describe("predictions and effects of Mroz's women", () => {
  const model = ["--formula", "lfp ~ k5 + age + I(age^2) + wc * inc + decade", "--family", "binomial"];
  const slopes = ["--outcome", "lfp", "--terms", "k5,age,age:age,inc,wc,inc:wc", "--family", "binomial"];
  beforeAll(async () => void (await run("fit", "mroz.csv", ...model, "--out", file("q.json"))));

  it("of new rows, on the probability and on the link", async () => {
    const { new: rows, band } = r.predictions;
    writeFileSync(file("new.csv"), [Object.keys(rows[0]).join(","), ...rows.map((row) => Object.values(row).join(","))].join("\n") + "\n");
    const { predictions } = await run("predict", "q.json", "--new", file("new.csv"));
    same(predictions, band);
    same((await run("predict", "q.json", "--new", file("new.csv"), "--scale", "link")).predictions, { estimate: band.link, standardError: band.linkSE });
  });

  it("at typical values, and averaged with columns set", async () => {
    same((await run("predict", "q.json", "--grid", "--at", "k5=0;decade=fifties,forties,thirties;wc=0,1")).predictions, r.predictions.grid);
    const { estimate, standardError } = r.predictions.margins;
    same((await run("predict", "q.json", "--at", "k5=0,2;wc=0,1")).predictions, { estimate, standardError });
  });

  it("effects with columns set, and elasticities", async () => {
    const found = (await run("effects", "mroz.csv", ...slopes, "--at", "age=35,50")).effects;
    r.effectsAt.forEach((expected, i) => same(["k5", "age", "inc", "wc"].map((term) => found.slice(4 * i, 4 * i + 4).find((one) => one.term === term)!), expected));
    for (const kind of ["eyex", "dyex", "eydx"] as const) {
      const rows = (await run("effects", "mroz.csv", ...slopes, "--elasticity", kind)).effects;
      same(["k5", "age", "inc", ...(kind === "eydx" ? ["wc"] : [])].map((term) => rows.find((one) => one.term === term)!), r.elasticities[kind]);
    }
  });
});

describe("ordered logits of wines and of Mroz's women", () => {
  const rows = ({ coefficients, thresholds }: Answer): Row[] => [...coefficients, ...thresholds];

  it.each(["wine", "mroz"] as const)("by the logit, loglog and cauchit links: %s", async (name) => {
    for (const link of ["logit", "loglog", "cauchit"] as const) {
      const found = await run("fit", `${name}.csv`, ...ORDERED[name], "--link", link);
      same(rows(found), { estimate: r.ordered[name][link].estimate, standardError: r.ordered[name][link].standardError }, 1e-7);
      expectClose(found.logLik, r.ordered[name][link].logLik, 1e-10);
    }
  });

  it.each(["wine", "mroz"] as const)("with HC0, n/(n − 1) and clustered errors: %s", async (name) => {
    for (const [kind, se] of [["HC0", "HC0"], ["robust", "robust"], ["cluster", name === "wine" ? "cluster:judge" : "cluster:age"]] as const) {
      expectAllClose(of(rows(await run("fit", `${name}.csv`, ...ORDERED[name], "--se", se)), "standardError"), r.ordered.robust[name][kind], 1e-7);
    }
  });

  it("with intervals by the profile, likelihood ratio and score", async () => {
    const profile = await run("fit", "wine.csv", ...ORDERED.wine, "--interval", "profile", "--out", file("wine.json"));
    profile.coefficients.forEach(({ lower, upper }, j) => expectAllClose([lower, upper], r.ordered.profile[j], 1e-8, r.ordered.wine.logit.standardError[j]));
    await run("fit", "wine.csv", "--outcome", "rating", "--terms", "warm", "--family", "ordered", "--out", file("warm.json"));
    sameTests((await run("test", "warm.json", file("wine.json"))).tests, [r.ordered.lr]);
    const cells = r.csv.wine.trim().split("\n").slice(1).map((line) => line.split(","));
    sameTests([orderedScoreTest(cells.map(([, warm, contact]) => [Number(warm), Number(contact)]), cells.map(([rating]) => Number(rating)), ["warm", "contact"], [1, 2, 3, 4, 5], ["contact"]) as RTest], [r.ordered.score], 1e-7);
  });

  it("with clm's predictions by level, and elasticities", async () => {
    await run("fit", "wine.csv", ...ORDERED.wine, "--out", file("o.json"));
    writeFileSync(file("glass.csv"), `warm,contact\n${r.ordered.new.map(({ warm, contact }) => `${warm},${contact}`).join("\n")}\n`);
    const { predictions } = r.ordered;
    same((await run("predict", "o.json", "--new", file("glass.csv"))).predictions, { estimate: predictions.estimate.flat(), standardError: predictions.standardError.flat(), lower: predictions.lower.flat(), upper: predictions.upper.flat() }, 1e-7);
    const found = (await run("effects", "mroz.csv", ...ORDERED.mroz, "--elasticity", "eyex")).effects;
    for (const term of ["age", "inc"] as const) same(found.filter((one) => one.term === term), r.ordered.elasticity[term]);
  });

  it.each([["strat", "--strata", "stype", "--fpc", "fpc"], ["clus", "--psu", "dnum", "--fpc", "fpc"], ["noFpc", "--psu", "dnum"]] as const)("of schools, by the linearisation that svyolr approximates: %s", async (name, ...design) => {
    const found = rows(await run("fit", name === "strat" ? "strat.csv" : "clus.csv", "--outcome", "band", "--terms", "meals,ell", "--family", "ordered", "--weights", "pw", "--weight-type", "probability", ...design));
    same(found, { estimate: r.surveys[name].estimate, standardError: r.surveys[name].standardError }, 1e-7);
    expect(of(found, "df").slice(0, 2)).toEqual([r.surveys[name].df, r.surveys[name].df]); // cut points are not tested
  });
});
