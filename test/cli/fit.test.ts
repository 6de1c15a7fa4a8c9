import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as fit from "../../src/cli/fit";
import { expectAllClose, expectClose, fixture } from "../models/fixtures";
import type { BinaryCase } from "../models/binaryCase";
import { inProcess } from "./inProcess";

const run = inProcess(fit);
const folder = mkdtempSync(join(tmpdir(), "sojourn-fit-"));
const { cases } = fixture<{ cases: BinaryCase[] }>("binary");
const birth = cases.find((c) => c.name === "ageSquared")!;

function csv(name: string, header: string, rows: readonly (readonly unknown[])[]): string {
  const file = join(folder, `${name}.csv`);
  writeFileSync(file, [header, ...rows.map((row) => row.join(","))].join("\n") + "\n");
  return file;
}
const births = csv("births", "low,lwt,age2,age4,city,text", birth.X.map(([, ...x], i) => [birth.y[i], ...x, i % 4, "a"]));
const base = ["fit", births, "--outcome", "low", "--terms", "lwt,age2,age4", "--family", "binomial"];

describe("sojourn fit", () => {
  it("prints R's numbers as JSON, and nothing else", async () => {
    const { exit: code, stdout: out } = await run(...base, "--json");
    const fitted = JSON.parse(out);
    expect(code).toBe(0);
    expect(fitted.coefficients.map((row: { term: string }) => row.term)).toEqual(["const", "lwt", "age2", "age4"]);
    expectAllClose(fitted.coefficients.map((row: { estimate: number }) => row.estimate), birth.estimate, 1e-8, birth.standardError);
    expectClose(fitted.logLik, birth.logLik, 1e-12);
    expect(Object.keys(fitted)).toEqual(expect.arrayContaining(["n", "events", "family", "converged", "iterations", "logLik", "logLikNull", "aic", "bic", "pseudoR2", "coefficients"]));
    expect(fitted).not.toHaveProperty("parallelLines");
  });

  it("prints a table for people", async () => {
    const { exit: code, stdout: out } = await run(...base);
    expect(code).toBe(0);
    expect(out).toContain("n 189, events 59");
  });

  it("prints thresholds and tests of parallel lines of an ordered outcome, whose events are null", async () => {
    const file = csv("ordered", "grade,x,z", Array.from({ length: 90 }, (_, i) => [1 + ((i * 7) % 3), Math.sin(i), i % 5]));
    const fitted = JSON.parse((await run("fit", file, "--outcome", "grade", "--terms", "x,z", "--family", "ordered", "--json")).stdout);
    expect(fitted.events).toBeNull();
    expect(fitted.thresholds.map((threshold: { between: string }) => threshold.between)).toEqual(["1|2", "2|3"]);
    expect(fitted.parallelLines.lr.df).toBe(2);
  });

  it("refuses a separated file with exit code 2 and the term, as JSON on stdout and a sentence on stderr", async () => {
    const file = csv("separated", "y,x,d", Array.from({ length: 40 }, (_, i) => [i % 3 === 0 ? 1 : 0, Math.sin(i), i % 6 === 0 ? 1 : 0]));
    const { exit: code, stdout: out, stderr: err } = await run("fit", file, "--outcome", "y", "--terms", "x,d", "--family", "binomial", "--json");
    const { error } = JSON.parse(out);
    expect(code).toBe(2);
    expect(error).toMatchObject({ kind: "separation", terms: ["d"] });
    expect(error.rows).toEqual([2, 8, 14, 20, 26, 32, 38]);
    expect(err).toContain("with d = 1 none has outcome 0");
  });

  it("takes the expected information where asked, which a probit's observed is not", async () => {
    const errors = async (...more: string[]) => JSON.parse((await run(...base, "--link", "probit", "--json", ...more)).stdout).coefficients.map((row: { standardError: number }) => row.standardError);
    const [observed, expected] = [await errors(), await errors("--se", "expected")];
    expect(expected[1]).not.toBe(observed[1]);
    expectAllClose(expected, observed, 0.1);
  });

  it("offers --firth for it", async () => {
    const { exit: code, stdout: out } = await run("fit", join(folder, "separated.csv"), "--outcome", "y", "--terms", "x,d", "--family", "binomial", "--firth", "--json");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ penalised: true });
  });

  it("refuses a collinear file naming the terms, and text that is no factor", async () => {
    const collinear = csv("collinear", "y,a,b,c", Array.from({ length: 40 }, (_, i) => [(i * 7) % 5 > 2 ? 1 : 0, i, i * i, 3 + 2 * i - i * i]));
    const { exit: code, stdout: out } = await run("fit", collinear, "--outcome", "y", "--terms", "a,b,c", "--family", "binomial", "--json");
    expect(code).toBe(2);
    expect(JSON.parse(out).error).toMatchObject({ kind: "collinear", terms: ["c", "a", "b"] });
    const text = await run("fit", births, "--outcome", "low", "--terms", "text", "--family", "binomial", "--json");
    expect(JSON.parse(text.stdout).error).toMatchObject({ kind: "bad-input", terms: ["text"], rows: [2] });
  });

  it("counts the rows it leaves out on stderr", async () => {
    const file = csv("missing", "y,x", Array.from({ length: 30 }, (_, i) => [(i * 7) % 5 > 2 ? 1 : 0, i === 4 ? "" : i]));
    expect((await run("fit", file, "--outcome", "y", "--terms", "x", "--family", "binomial")).exit).toBe(2);
    const dropped = await run("fit", file, "--outcome", "y", "--terms", "x", "--family", "binomial", "--missing", "drop", "--json");
    expect(dropped.exit).toBe(0);
    expect(JSON.parse(dropped.stdout).n).toBe(29);
    expect(dropped.stderr).toContain("1 rows with an empty cell");
  });

  it.each([
    ["a misspelt option", ["--wieghts", "city"]],
    ["an unknown standard error", ["--se", "HC9"]],
    ["a weight type without weights", ["--weight-type", "frequency"]],
    ["classical standard errors of probability weights", ["--weights", "city", "--weight-type", "probability", "--se", "classical"]],
    ["Firth with a probit", ["--firth", "--link", "probit"]],
    ["Firth with robust standard errors", ["--firth", "--se", "HC1"]],
    ["levels of a binary outcome", ["--levels", "0,1"]],
    ["an unknown family", ["--family", "poisson"]],
    ["a list with a hole", ["--terms", "lwt,,age2"]],
    ["a cluster that is no column", ["--se", "cluster:town"]],
  ])("refuses %s", async (_, more) => {
    const { exit: code, stdout: out } = await run(...base, ...more);
    expect(code).toBe(2);
    expect(out).toBe("");
  });
});
