import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import * as fit from "../../src/cli/fit";
import * as predict from "../../src/cli/predict";
import * as testCommand from "../../src/cli/test";
import { inProcess } from "./inProcess";

const folder = mkdtempSync(join(tmpdir(), "sojourn-synthetic-"));
const file = (name: string): string => join(folder, name);
const [runFit, runPredict, runTest] = [inProcess(fit), inProcess(predict), inProcess(testCommand)];
const BANNER = /no evidence about anybody/;
const fitting = (data: string, out: string, ...more: string[]) => runFit("fit", file(data), "--outcome", "y", "--terms", "x,z", "--family", "binomial", "--out", file(out), ...more);

beforeAll(async () => {
  const rows = Array.from({ length: 40 }, (_, i) => [i % 2, (i * 7) % 11, (i * i) % 5, (i * 3) % 7 > 3 === (i % 3 > 0) ? 1 : 0]);
  for (const [name, id] of [["invented.csv", "SYN-"], ["real.csv", "P"]]) writeFileSync(file(name), ["id,w,x,z,y", ...rows.map((row, i) => [`${id}${i + 1}`, ...row].join(","))].join("\n") + "\n");
  for (const name of ["invented", "real"]) expect((await fitting(`${name}.csv`, `${name}.json`)).exit).toBe(0);
});

describe("what is made of a fit of invented rows says that it is no evidence, and of others does not", () => {
  it.each([
    ["predictions", 1, () => (name: string) => runPredict("predict", file(name), "--at", "x=1,5")],
    ["predictions and their comparisons", 2, () => (name: string) => runPredict("predict", file(name), "--at", "x=1,5", "--contrast", "pairwise")],
    ["tests", 1, () => (name: string) => runTest("test", file(name))],
  ])("%s", async (_, tables, made) => {
    const run = made();
    expect((await run("invented.json")).stdout.match(new RegExp(BANNER, "g"))).toHaveLength(tables);
    expect((await run("real.json")).stdout).not.toMatch(BANNER);
  });

  it("a table of fits side by side, one of them of invented rows", async () => {
    expect((await fitting("real.csv", "again.json", "--table", file("both.md"), "--beside", file("invented.json"))).exit).toBe(0);
    expect(readFileSync(file("both.md"), "utf8")).toMatch(BANNER);
    expect((await fitting("real.csv", "again.json", "--table", file("real.md"), "--beside", file("real.json"))).exit).toBe(0);
    expect(readFileSync(file("real.md"), "utf8")).not.toMatch(BANNER);
  });
});

it.each(["patterns", "steps"])("--way %s is refused where no source is named", async (way) => {
  const { exit, stderr } = await fitting("real.csv", "way.json", "--way", way);
  expect(exit).toBe(2);
  expect(stderr).toMatch(/--way.*--from SOURCE beside it/);
});
