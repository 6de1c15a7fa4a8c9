import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import * as diagnose from "../../src/cli/diagnose";
import * as effects from "../../src/cli/effects";
import * as fit from "../../src/cli/fit";
import * as predict from "../../src/cli/predict";
import { expectAllClose, fixture } from "../models/fixtures";
import { inProcess } from "./inProcess";

type Row = Record<"estimate" | "standardError" | "lower" | "upper" | "z" | "p", number> & { contrast: string; pAdjusted?: number; term: string; level?: number; at?: Record<string, string> };
type Columns = Record<"estimate" | "standardError" | "lower" | "upper" | "z", number[]>;
type Measures = Record<"difference" | "ratio" | "oddsRatio", Columns>;
type Emm = Record<"none" | "holm" | "tukey", Record<"difference" | "ratio" | "oddsRatio" | "link", Columns & { contrast: string[]; p: number[] }>>;
interface Partial { readonly new: Record<string, number>[]; readonly terms: string[]; readonly estimate: number[][]; readonly standardError: number[][]; readonly lower: number[][]; readonly upper: number[][];
  readonly effects: Columns[]; readonly average: Pick<Columns, "estimate" | "standardError">; readonly elasticity: Columns }
const r = fixture<{
  emmeans: Record<"race" | "age" | "economy", Emm>; margins: Record<"birthwt" | "beps", Record<"pairwise" | "second", Measures & { predictions: Columns }>>;
  ordered: Record<"birthwt" | "beps", Record<"difference" | "oddsRatio", Columns>[]>; effectsAt: Record<"age" | "lwt" | "smoke", Columns>[]; effectPairs: Columns & { tukey: number[]; holm: number[] };
  elasticities: Record<"eyex" | "dyex" | "eydx", Columns>; elasticitiesAtMean: Columns; orderedElasticity: Columns; partial: Record<"birthwt" | "beps", Partial>;
  brantByFactor: Record<"birthwt" | "beps", Record<string, { statistic: number; df: number; p: number }>>;
}>("contrasts");
const { csv } = fixture<{ csv: Record<"birthwt" | "beps", string> }>("commands");
const folder = mkdtempSync(join(tmpdir(), "sojourn-contrasts-"));
const file = (name: string): string => join(folder, name);
const commands = { fit: inProcess(fit), predict: inProcess(predict), effects: inProcess(effects), diagnose: inProcess(diagnose) };
const run = async (name: keyof typeof commands, ...argv: string[]): Promise<{ predictions: Row[]; contrasts: Row[]; effects: Row[] }> => {
  const { stdout, stderr, exit } = await commands[name](name, ...argv, "--json");
  expect(exit, stderr).toBe(0);
  return JSON.parse(stdout) as never;
};
const refused = async (name: keyof typeof commands, ...argv: string[]): Promise<string> => {
  const { exit, stderr } = await commands[name](name, ...argv);
  expect(exit).toBe(2);
  return stderr;
};
function same(found: readonly Row[], expected: Partial_<Columns>, tolerance = 1e-8): void {
  for (const column of ["estimate", "standardError", "lower", "upper", "z"] as const) {
    if (expected[column]) expectAllClose(found.map((one) => one[column]), [expected[column]].flat(), tolerance, [expected.standardError!].flat(), column);
  }
}
type Partial_<T> = { readonly [K in keyof T]?: T[K] | undefined };

beforeAll(async () => {
  writeFileSync(file("birthwt.csv"), csv.birthwt);
  const wider = csv.beps.trimEnd().split("\n").map((line, i) => { const cells = line.split(","); const [economy, europe, knowledge] = [2, 3, 4].map((j) => Number(cells[j])); return i === 0 ? `${line},female,k,stance,economy3` : `${line},${cells[5] === "female" ? 1 : 0},${Math.min(knowledge, 2)},${europe <= 4 ? "a" : europe <= 8 ? "b" : "c"},${Math.min(Math.max(economy - 1, 1), 3)}`; });
  writeFileSync(file("beps.csv"), `${wider.join("\n")}\n`);
  const fits: Record<string, string[]> = {
    "m.json": ["birthwt.csv", "--formula", "low ~ age + lwt + race + smoke + ht"], "m2.json": ["beps.csv", "--formula", "labour ~ age + economy + Europe + gender + knowledge"],
    "mi.json": ["birthwt.csv", "--terms", "age,lwt,smoke,ht,lwt:smoke", "--outcome", "low"], "mb.json": ["beps.csv", "--outcome", "labour", "--terms", "age,economy,knowledge,Europe,economy:knowledge"],
  };
  for (const [out, [data, ...more]] of Object.entries(fits)) await run("fit", file(data), ...more, "--family", "binomial", "--out", file(out));
  await run("fit", file("birthwt.csv"), "--outcome", "weight", "--terms", "age,lwt,smoke,ht", "--family", "ordered", "--out", file("o.json"));
  await run("fit", file("beps.csv"), "--outcome", "economy", "--terms", "age,Europe,knowledge", "--family", "ordered", "--out", file("oe.json"));
});

/** R has 2−1, 3−1, 3−2, 4−1, …; here each place is followed by those after it: 2−1, 3−1, 4−1, 3−2, …. */
function inOurOrder<T extends Columns & { p: number[] }>(columns: T, k: number): T {
  const place = Array.from({ length: k }, (_, b) => Array.from({ length: k - 1 - b }, (__, step) => { const a = b + 1 + step; return (a * (a - 1)) / 2 + b; })).flat();
  return Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, place.map((i) => (values as number[])[i])])) as T;
}

const TYPICAL: Record<keyof typeof r.emmeans, string[]> = { race: ["m.json", "race=black,other,white"], age: ["m.json", "age=15,20,30,40;race=white"], economy: ["m2.json", "economy=1,2,3,4,5;gender=female"] };

describe("sojourn predict --contrast", () => {
  it.each(Object.keys(TYPICAL) as (keyof typeof TYPICAL)[])("compares typical rows as emmeans does: %s, by every measure and correction", async (name) => {
    const [path, at] = TYPICAL[name];
    for (const adjust of ["none", "holm", "tukey"] as const) {
      for (const measure of ["difference", "ratio", "oddsRatio", "link"] as const) {
        const { contrasts } = await run("predict", file(path), "--grid", "--at", at, "--contrast", "pairwise", "--adjust", adjust, ...(measure === "link" ? ["--scale", "link"] : ["--measure", measure]));
        const expected = inOurOrder(r.emmeans[name][adjust][measure], at.split(";")[0].split(",").length);
        same(contrasts, { ...expected, lower: undefined, upper: undefined }, 1e-8);
        same(contrasts, { standardError: expected.standardError, lower: expected.lower, upper: expected.upper }, adjust === "tukey" ? 1e-4 : 1e-8); // R's qtukey stops at 1e-4
        expectAllClose(contrasts.map(({ p, pAdjusted }) => pAdjusted ?? p), expected.p, 1e-8, 1e-2);
      }
    }
  });

  it.each(["birthwt", "beps"] as const)("compares averages over the rows, and takes second differences: %s", async (name) => {
    const [path, at] = name === "birthwt" ? ["mi.json", "smoke=0,1;ht=0,1"] : ["mb.json", "economy=2,4;knowledge=0,3"];
    for (const measure of ["difference", "ratio", "oddsRatio"] as const) {
      for (const contrast of ["pairwise", "second"] as const) {
        const found = await run("predict", file(path), "--at", at, "--contrast", contrast, "--measure", measure);
        same(found.contrasts, r.margins[name][contrast][measure]);
        same(found.predictions, { estimate: r.margins[name].pairwise.predictions.estimate, standardError: r.margins[name].pairwise.predictions.standardError });
      }
      const { contrasts } = await run("predict", file(path), "--at", at, "--contrast", "reference", "--measure", measure);
      same(contrasts, { estimate: r.margins[name].pairwise[measure].estimate.slice(0, 3), standardError: r.margins[name].pairwise[measure].standardError.slice(0, 3) });
    }
  });

  it.each(["birthwt", "beps"] as const)("compares each level of an ordered outcome by itself: %s", async (name) => {
    const argv = name === "birthwt" ? [file("o.json"), "--at", "smoke=0,1"] : [file("oe.json"), "--at", "Europe=3,9"];
    for (const measure of ["difference", "oddsRatio"] as const) {
      const { contrasts } = await run("predict", ...argv, "--contrast", "pairwise", "--measure", measure);
      contrasts.forEach((one, j) => same([one], r.ordered[name][j][measure]));
      if (measure === "difference") expect(Math.abs(contrasts.reduce((sum, one) => sum + one.estimate, 0))).toBeLessThan(1e-12);
    }
  });

  it("names what is compared, and leaves out what is the same everywhere", async () => {
    const { contrasts } = await run("predict", file("mi.json"), "--at", "age=25;smoke=0,1;ht=0,1", "--contrast", "second", "--measure", "ratio");
    expect(contrasts.map(({ contrast }) => contrast)).toEqual(["[smoke=1 / smoke=0] at ht=1 / [smoke=1 / smoke=0] at ht=0"]);
    const { stdout } = await commands.predict("predict", file("mi.json"), "--at", "age=25;smoke=0,1", "--contrast", "pairwise", "--adjust", "holm");
    expect(stdout).toContain("smoke=1 − smoke=0");
    expect(stdout).toMatch(/Bonferroni/);
  });

  it("corrects one comparison by nothing, and by Holm never below its own p", async () => {
    for (const adjust of ["holm", "tukey"]) {
      const [one] = (await run("predict", file("mi.json"), "--at", "smoke=0,1", "--contrast", "pairwise", "--adjust", adjust)).contrasts;
      expectAllClose([one.pAdjusted!], [one.p], 1e-10);
    }
    for (const one of (await run("predict", file("m.json"), "--at", "age=15,25,35", "--contrast", "pairwise", "--adjust", "holm")).contrasts) expect(one.pAdjusted!).toBeGreaterThanOrEqual(one.p);
  });

  it("refuses what is no comparison", async () => {
    const m = file("m.json");
    expect(await refused("predict", m, "--at", "age=30", "--contrast", "pairwise")).toContain("nothing to compare with one place only");
    expect(await refused("predict", m, "--contrast", "pairwise", "--adjust", "tukey")).toContain("nothing to compare with one place only");
    expect(await refused("predict", m, "--at", "age=20,30", "--contrast", "reference", "--adjust", "tukey")).toContain("Tukey's correction is of all pairs");
    expect(await refused("predict", m, "--at", "age=20,30", "--contrast", "second")).toContain("second differences are over two columns with several values each, and here are 1");
    expect(await refused("predict", m, "--at", "age=20,30;smoke=0,1;ht=0,1", "--contrast", "second")).toContain("and here are 3");
    expect(await refused("predict", m, "--at", "age=20,30", "--adjust", "holm")).toContain("no comparisons to correct");
    expect(await refused("predict", m, "--at", "age=20,30", "--measure", "ratio")).toContain("no comparisons to measure");
    expect(await refused("predict", m, "--at", "age=20,30", "--contrast", "pairwise", "--scale", "link", "--measure", "ratio")).toContain("not of the linear predictor");
    expect(await refused("predict", m, "--at", "age=20,20", "--contrast", "pairwise")).toContain("a value is given twice");
    expect(await refused("predict", m, "--at", "age=20,20.0", "--contrast", "pairwise")).toContain("the same whatever the coefficients");
    expect(await refused("predict", m, "--at", "height=1,2", "--contrast", "pairwise")).toContain("the model has no such column");
    expect(await refused("predict", m, "--at", "race=black,green", "--contrast", "pairwise")).toContain('"green" is a level');
  });
});

const QUADRATIC = ["birthwt.csv", "--outcome", "low", "--terms", "age,age:age,lwt,smoke,lwt:smoke", "--family", "binomial"];
const quadratic = [file(QUADRATIC[0]), ...QUADRATIC.slice(1)];

describe("sojourn effects", () => {
  it("--at columns set to values, averaged over the rows: a square moves with its column", async () => {
    const found = (await run("effects", ...quadratic, "--at", "age=20,30,40")).effects;
    expect(found.map(({ at }) => at!.age)).toEqual(["20", "20", "20", "30", "30", "30", "40", "40", "40"]);
    r.effectsAt.forEach((expected, i) => (["age", "lwt", "smoke"] as const).forEach((term) => same([found.slice(3 * i, 3 * i + 3).find((one) => one.term === term)!], expected[term])));
  });

  it("--contrast compares them, with Tukey's and Holm's corrections", async () => {
    for (const adjust of ["tukey", "holm"] as const) {
      const { contrasts } = await run("effects", ...quadratic, "--at", "age=20,30,40", "--contrast", "pairwise", "--adjust", adjust);
      const own = contrasts.filter(({ term }) => term === "smoke");
      expect(own.map(({ contrast }) => contrast)).toEqual(["age=30 − age=20", "age=40 − age=20", "age=40 − age=30"]);
      same(own, { estimate: r.effectPairs.estimate, standardError: r.effectPairs.standardError, z: r.effectPairs.z });
      expectAllClose(own.map(({ pAdjusted }) => pAdjusted!), r.effectPairs[adjust], 1e-8);
    }
  });

  it("a column that is 0 or 1 in the data has a step even where it is set to one value", async () => {
    const set = (await run("effects", ...quadratic, "--at", "smoke=1")).effects.find(({ term }) => term === "smoke")!;
    const free = (await run("effects", ...quadratic)).effects.find(({ term }) => term === "smoke")!;
    same([set], { estimate: [free.estimate], standardError: [free.standardError] }, 1e-12);
  });

  it.each(["eyex", "dyex", "eydx"] as const)("--elasticity %s averages each row's own", async (kind) => {
    const found = (await run("effects", ...quadratic, "--elasticity", kind)).effects;
    expect(found.map(({ term }) => term)).toEqual(kind === "eydx" ? ["age", "lwt", "smoke"] : ["age", "lwt"]);
    same(found, r.elasticities[kind]);
  });

  it("elasticities at the mean, and of an ordered outcome", async () => {
    same((await run("effects", ...quadratic, "--elasticity", "eyex", "--at", "mean")).effects, r.elasticitiesAtMean);
    const ordered = await run("effects", file("beps.csv"), "--outcome", "economy", "--terms", "age,Europe,knowledge", "--family", "ordered", "--elasticity", "eyex");
    same(ordered.effects.filter(({ term }) => term === "Europe"), r.orderedElasticity);
  });

  it("an elasticity does not change with the unit of its column", async () => {
    const scaled = csv.birthwt.trimEnd().split("\n").map((line, i) => (i === 0 ? `${line},kg` : `${line},${Number(line.split(",")[2]) * 0.4536}`));
    writeFileSync(file("kg.csv"), `${scaled.join("\n")}\n`);
    const of = async (column: string) => (await run("effects", file("kg.csv"), "--outcome", "low", "--terms", `age,${column}`, "--family", "binomial", "--elasticity", "eyex")).effects.find(({ term }) => term === column)!;
    const [lb, kg] = [await of("lwt"), await of("kg")];
    same([kg], { estimate: [lb.estimate], standardError: [lb.standardError] }, 1e-9);
  });

  it("refuses a place that is none, and elasticities of steps alone", async () => {
    expect(await refused("effects", ...quadratic, "--at", "height=1")).toContain("the model has no such column");
    expect(await refused("effects", ...quadratic, "--at", "median")).toContain("is not understood");
    expect(await refused("effects", ...quadratic, "--at", "age=30", "--contrast", "pairwise")).toContain("one place only");
    expect(await refused("effects", ...quadratic, "--at", "age=20,30", "--by", "race")).toContain("averaged over all rows");
    expect(await refused("effects", ...quadratic, "--adjust", "tukey")).toContain("no comparisons to correct");
    expect(await refused("effects", file("birthwt.csv"), "--outcome", "low", "--terms", "smoke,ht", "--family", "binomial", "--elasticity", "eyex")).toContain("no share of the variable");
  });
});

describe("after --nonparallel", () => {
  const CASES = { birthwt: ["birthwt.csv", "--outcome", "weight", "--terms", "age,lwt,smoke,ht", "--nonparallel", "smoke"], beps: ["beps.csv", "--outcome", "k", "--terms", "age,Europe,female", "--nonparallel", "female"] };

  it.each(["birthwt", "beps"] as const)("predictions are clm's (and VGAM's), effects their delta arithmetic: %s", async (name) => {
    const [data, ...model] = [...CASES[name], "--family", "ordered"];
    const expected = r.partial[name];
    await run("fit", file(data), ...model, "--out", file("p.json"));
    writeFileSync(file("new.csv"), `${expected.terms.join(",")}\n${expected.new.map((row) => expected.terms.map((term) => row[term]).join(",")).join("\n")}\n`);
    const { predictions } = await run("predict", file("p.json"), "--new", file("new.csv"));
    same(predictions, { estimate: expected.estimate.flat(), standardError: expected.standardError.flat(), lower: expected.lower.flat(), upper: expected.upper.flat() }, 1e-7);
    const found = (await run("effects", file(data), ...model)).effects;
    expected.terms.forEach((term, j) => same(found.filter((one) => one.term === term), expected.effects[j], 1e-7));
    const elasticity = (await run("effects", file(data), ...model, "--elasticity", "eyex")).effects;
    same(elasticity.filter((one) => one.term === expected.terms[0]), expected.elasticity, 1e-7);
    const average = (await run("predict", file("p.json"), "--at", `${model.at(-3)}=1`)).predictions;
    same(average, { estimate: expected.average.estimate, standardError: expected.average.standardError }, 1e-7);
  });

  it("effects of every term sum to 0 over the levels, at set values too", async () => {
    const found = (await run("effects", file("birthwt.csv"), ...CASES.birthwt.slice(1), "--family", "ordered", "--at", "age=20,30")).effects;
    for (const age of ["20", "30"]) {
      for (const term of ["age", "lwt", "smoke", "ht"]) expect(Math.abs(found.filter((one) => one.term === term && one.at!.age === age).reduce((sum, one) => sum + one.estimate, 0))).toBeLessThan(1e-12);
    }
  });

  it("refuses values where the lines cross, a linear predictor, and resamples", async () => {
    const model = [...CASES.birthwt.slice(1), "--family", "ordered"];
    await run("fit", file("birthwt.csv"), ...model, "--out", file("p.json"));
    expect(await refused("predict", file("p.json"), "--at", "smoke=-8")).toContain("lines cross");
    expect(await refused("predict", file("p.json"), "--at", "smoke=9000")).toContain("rounds to");
    expect(await refused("predict", file("p.json"), "--scale", "link")).toContain("no one linear predictor");
    expect(await refused("effects", file("birthwt.csv"), ...model, "--bootstrap", "100", "--seed", "1")).toContain("not fitted anew");
  });
});

describe("sojourn diagnose", () => {
  const MODELS = { birthwt: ["birthwt.csv", "--outcome", "weight", "--terms", "age,race,smoke", "--factor", "race"], beps: ["beps.csv", "--outcome", "economy3", "--terms", "age,stance,female", "--factor", "stance"] };

  it.each(["birthwt", "beps"] as const)("has Brant's test of all columns of a factor together: %s", async (name) => {
    const [data, ...model] = MODELS[name];
    const { stdout } = await commands.diagnose("diagnose", file(data), ...model, "--family", "ordered", "--json");
    const { brant, brantByTerm } = JSON.parse(stdout) as Record<"brant" | "brantByTerm", { term: string; statistic: number; df: number; p: number }[]>;
    const factor = name === "birthwt" ? "race" : "stance";
    expect(brantByTerm.map(({ term }) => term)).toEqual([factor]);
    for (const [term, expected] of Object.entries(r.brantByFactor[name])) {
      const found = [...brant, ...brantByTerm].find((one) => one.term === term)!;
      expect(found.df).toBe(expected.df);
      expectAllClose([found.statistic, found.p], [expected.statistic, expected.p], 1e-8, 0, term);
    }
    expect((await commands.diagnose("diagnose", file(data), ...model, "--family", "ordered")).stdout).toContain(`Brant, ${factor} (all its columns)`);
  });
});
