import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import * as diagnose from "../../src/cli/diagnose";
import * as fit from "../../src/cli/fit";
import * as predict from "../../src/cli/predict";
import { expectAllClose, fixture } from "../models/fixtures";
import { inProcess } from "./inProcess";

const r = fixture<{ csv: { strat: string } }>("design");
const folder = mkdtempSync(join(tmpdir(), "sojourn-counted-"));
const file = (name: string): string => join(folder, name);
writeFileSync(file("strat.csv"), r.csv.strat);
const [run, predicting, diagnosing] = [inProcess(fit), inProcess(predict), inProcess(diagnose)];
const survey = ["--weights", "pw", "--weight-type", "probability", "--strata", "stype", "--psu", "dnum"];
interface Shown { readonly coefficients: { readonly term: string; readonly estimate: number; readonly standardError: number }[]; readonly thresholds?: { readonly estimate: number }[] }
const shown = (text: string): Shown => JSON.parse(text) as Shown;

// R 4.2.2, survey 4.1-1: twice <- svydesign(id = ~dnum, strata = ~stype, weights = ~pw, data = S, nest = TRUE), S as in test/fixtures/models/design.R;
// svyglm(high ~ meals + stype, subset(twice, stype != "M"), family = quasibinomial()). It was refused: "stype=M has the same value in every row".
it("a subpopulation without a level of a factor is fitted, and its units outside count", async () => {
  const words = ["fit", file("strat.csv"), "--formula", "high ~ meals + stype", "--family", "binomial", ...survey, "--where", "stype != 'M'"];
  const { stdout, stderr, exit } = await run(...words, "--out", file("fit.json"), "--json");
  expect(exit, stderr).toBe(0);
  expect(stderr).toContain("stype: no row that counts has M, which is no level");
  const { coefficients } = shown(stdout);
  expect(coefficients.map(({ term }) => term)).toEqual(["const", "meals", "stype=H"]);
  expectAllClose(coefficients.map(({ estimate }) => estimate), [5.25914594457314, -0.11286040055553, -3.75318300018471], 1e-8);
  expectAllClose(coefficients.map(({ standardError }) => standardError), [1.002646723433424, 0.020901706898781, 0.771203363505368], 1e-7);
  // What is listed row by row are rows of the subpopulation, and none of M under another's name.
  const { predictions } = JSON.parse((await predicting("predict", file("fit.json"), "--json")).stdout) as { predictions: { at: { row: number; stype: string } }[] };
  const lines = r.csv.strat.trim().split("\n");
  const [header, ...rows] = lines.map((line) => line.split(","));
  const own = rows.flatMap((row, i) => (row[header.indexOf("stype")] === "M" ? [] : [i + 2]));
  expect(predictions.map(({ at }) => at.row)).toEqual(own);
  for (const { at } of predictions) expect(lines[at.row - 1].split(",")[header.indexOf("stype")]).toBe(at.stype);
  expect((await diagnosing("diagnose", ...words.slice(1), "--rows-out", file("rows.csv"))).exit).toBe(0);
  expect(readFileSync(file("rows.csv"), "utf8").trim().split("\n").slice(1).map((line) => Number(line.split(",")[0]))).toEqual(own);
});

// R: ordinal::clm(ordered(band) ~ meals + ell, data = subset(S, band < 4), weights = pw). It was refused: "no row has outcome 4".
it.each([[[]], [["--levels", "1,2,3"]]])("and one without a level of an ordered outcome (%j)", async (levels) => {
  const { stdout, stderr, exit } = await run("fit", file("strat.csv"), "--formula", "band ~ meals + ell", "--family", "ordered", ...survey, "--where", "band < 4", ...levels, "--json");
  expect(exit, stderr).toBe(0);
  const { coefficients, thresholds } = shown(stdout);
  expectAllClose([...thresholds!, ...coefficients].map(({ estimate }) => estimate), [-5.5566544261917, -3.1871020771145, -0.0556369757213, -0.0287566334567], 1e-6);
});

it("a factor's level that only rows of frequency weight 0 have is none either", async () => {
  const lines = ["y,g,w", ...Array.from({ length: 24 }, (_, i) => `${[0, 1, 1][i % 3]},${"abc"[(i >> 1) % 3]},${(i >> 1) % 3 === 2 ? 0 : 1 + (i % 2)}`)];
  writeFileSync(file("zero.csv"), lines.join("\n") + "\n");
  writeFileSync(file("without.csv"), lines.filter((line) => !line.includes(",c,")).join("\n") + "\n");
  const of = async (name: string): Promise<Shown> => shown((await run("fit", file(name), "--formula", "y ~ g", "--family", "binomial", "--weights", "w", "--json")).stdout);
  expect((await of("zero.csv")).coefficients).toEqual((await of("without.csv")).coefficients);
});
