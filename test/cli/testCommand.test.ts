import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import * as fit from "../../src/cli/fit";
import * as test from "../../src/cli/test";
import { expectClose, fixture } from "../models/fixtures";
import { inProcess } from "./inProcess";

interface Test { readonly term?: string; readonly statistic: number; readonly df: number; readonly p: number }
interface Found extends Test { readonly hypothesis: string; readonly method: string }
const r = fixture<{ csv: Record<string, string>; tests: Record<"joint" | "linear" | "combination" | "lr", Test> & Record<"wald2" | "lr2" | "wald2beps" | "drop1" | "score1", Test[]> }>("commands");
const folder = mkdtempSync(join(tmpdir(), "sojourn-test-"));
const [runFit, run] = [inProcess(fit), inProcess(test)];
const file = (name: string): string => join(folder, name);
const make = async (name: string, data: string, formula: string, ...more: string[]): Promise<void> =>
  expect((await runFit("fit", file(data), "--formula", formula, "--family", "binomial", "--out", file(name), ...more)).exit).toBe(0);

beforeAll(async () => {
  for (const [name, text] of Object.entries(r.csv)) writeFileSync(file(`${name}.csv`), text);
  await make("g.json", "birthwt.csv", "low ~ age + lwt + race + smoke + ht + smoke:ht");
  await make("small.json", "birthwt.csv", "low ~ age + lwt");
  await make("robust.json", "birthwt.csv", "low ~ age + lwt + smoke", "--se", "HC1");
  await make("other.json", "birthwt.csv", "low ~ ui");
  await make("fewer.json", "birthwt.csv", "low ~ age", "--where", "age > 18");
  await make("renamed.json", "birthwt.csv", "low ~ I(age * 2 + lwt)");
  await make("beps.json", "beps.csv", "labour ~ age + economy + Europe * gender");
});
const tests = async (...argv: string[]): Promise<Found[]> => {
  const { stdout, stderr, exit } = await run("test", ...argv, "--json");
  expect(exit, stderr).toBe(0);
  return (JSON.parse(stdout) as { tests: Found[] }).tests;
};
const refused = async (...argv: string[]): Promise<string> => {
  const { exit, stderr } = await run("test", ...argv);
  expect(exit).toBe(2);
  return stderr;
};
function same(found: readonly Found[], expected: readonly Test[], method: string): void {
  expect(found.map(({ df, method: by }) => [df, by])).toEqual(expected.map(({ df }) => [df, method]));
  found.forEach(({ statistic, p }, i) => { expectClose(statistic, expected[i].statistic, 1e-8, 0, found[i].hypothesis); expectClose(p, expected[i].p, 1e-8); });
}

describe("sojourn test gives R's tests", () => {
  it("that terms are 0 together (linearHypothesis)", async () => same(await tests(file("g.json"), "--terms", "race"), [r.tests.joint], "Wald"));

  it("linear hypotheses, together and one by one", async () => {
    const found = await tests(file("g.json"), "--hypothesis", "smoke = ht; age = 0.02");
    expect(found.map(({ hypothesis }) => hypothesis)).toEqual(["smoke = ht; age = 0.02", "smoke = ht", "age = 0.02"]);
    same(found.slice(0, 1), [r.tests.linear], "Wald");
    same(await tests(file("g.json"), "--hypothesis", "2*smoke - 0.5*ht == 1"), [r.tests.combination], "Wald");
    same(await tests(file("g.json"), "--hypothesis", "`race=other` = 0; `race=white` = 0").then(([both]) => [both]), [r.tests.joint], "Wald");
  });

  it("type II by term, by Wald and by likelihood ratio (car's Anova), on two data sets", async () => {
    same(await tests(file("g.json")), r.tests.wald2, "Wald");
    same(await tests(file("g.json"), "--method", "lr"), r.tests.lr2, "likelihood ratio");
    same(await tests(file("beps.json")), r.tests.wald2beps, "Wald");
  });

  it("each term left out, by likelihood ratio and score (drop1)", async () => {
    same(await tests(file("g.json"), "--drop1"), r.tests.drop1, "likelihood ratio");
    same(await tests(file("g.json"), "--drop1", "--method", "score"), r.tests.score1, "score");
  });

  it("nested fits by the likelihood ratio, in either order, whatever the columns are called", async () => {
    same(await tests(file("small.json"), file("g.json")), [r.tests.lr], "likelihood ratio");
    same(await tests(file("g.json"), file("small.json")), [r.tests.lr], "likelihood ratio");
    const [{ df }] = await tests(file("renamed.json"), file("small.json")); // 2·age + lwt lies within age and lwt
    expect(df).toBe(1);
  });

  it("as a table for people", async () => expect((await run("test", file("g.json"))).stdout).toMatch(/race = 0.*7\.447.*2.*0\.0242.*Wald/));
});

describe("sojourn test refuses", () => {
  it("fits that are not nested, of other rows, or that do not trust their likelihood", async () => {
    expect(await refused(file("other.json"), file("small.json"))).toContain("not nested: ui of the smaller");
    expect(await refused(file("fewer.json"), file("small.json"))).toMatch(/fits are of \d+ and 189 rows/);
    expect(await refused(file("small.json"), file("robust.json"))).toContain("HC1 standard errors");
    expect(await refused(file("small.json"), file("beps.json"))).toMatch(/rows/);
    expect(await refused(file("robust.json"), "--drop1")).toContain("do not trust its likelihood");
  });

  it("terms and coefficients the fit has not, and what is no linear equation", async () => {
    expect(await refused(file("g.json"), "--terms", "wages")).toMatch(/column wages: the fit has no such term \(expected age, lwt, race/);
    expect(await refused(file("g.json"), "--hypothesis", "age = wages")).toContain("column wages");
    expect(await refused(file("g.json"), "--hypothesis", "age * lwt = 0")).toContain("not linear");
    expect(await refused(file("g.json"), "--hypothesis", "age")).toContain("no equation");
    expect(await refused(file("g.json"), "--hypothesis", "age = age")).toContain("nothing of a coefficient");
    expect(await refused(file("g.json"), "--hypothesis", "age = 0", "--terms", "age")).toContain("one test at a time");
  });

  it("a fit whose data have changed, whose numbers were edited, or that is none", async () => {
    writeFileSync(file("copy.csv"), r.csv.birthwt);
    await make("copy.json", "copy.csv", "low ~ age");
    writeFileSync(file("copy.csv"), r.csv.birthwt.replace("0,19,182", "0,20,182"));
    expect(await refused(file("copy.json"))).toContain("copy.csv, have changed");
    const text = readFileSync(file("small.json"), "utf8");
    writeFileSync(file("edited.json"), text.replace(/"term": "age",\s*"estimate": -?[\d.]+/, '"term": "age", "estimate": 0.5'));
    expect(await refused(file("edited.json"))).toContain("column age: its numbers are not those of its data");
    writeFileSync(file("none.json"), "{}");
    expect(await refused(file("none.json"))).toContain("sojourn fit --out");
  });
});
