import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import * as fit from "../../src/cli/fit";
import * as predict from "../../src/cli/predict";
import { expectAllClose, fixture } from "../models/fixtures";
import { inProcess } from "./inProcess";

type Columns = "estimate" | "standardError" | "lower" | "upper";
type Band = Record<Columns | "link" | "linkSE", number[]>;
interface Prediction extends Record<Columns, number> { readonly at: Record<string, string | number>; readonly level?: number }
const r = fixture<{ csv: Record<string, string>; predictions: {
  new: Record<string, number | string>[]; band: Band; grid: Band; margins: Record<"estimate" | "standardError", number>[];
  orderedNew: Record<string, number>[]; ordered: Record<Columns, number[][]>;
} }>("commands");
const folder = mkdtempSync(join(tmpdir(), "sojourn-predict-"));
const [runFit, run] = [inProcess(fit), inProcess(predict)];
const file = (name: string): string => join(folder, name);
const csv = (name: string, rows: readonly Record<string, unknown>[]): string => {
  writeFileSync(file(name), [Object.keys(rows[0]).join(","), ...rows.map((row) => Object.values(row).join(","))].join("\n") + "\n");
  return file(name);
};
const predictions = async (...argv: string[]): Promise<Prediction[]> => {
  const { stdout, stderr, exit } = await run("predict", ...argv, "--json");
  expect(exit, stderr).toBe(0);
  return (JSON.parse(stdout) as { predictions: Prediction[] }).predictions;
};
const refused = async (...argv: string[]): Promise<string> => {
  const { exit, stderr } = await run("predict", ...argv);
  expect(exit).toBe(2);
  return stderr;
};
function same(found: readonly Prediction[], expected: Record<Columns, readonly number[]>): void {
  for (const column of ["estimate", "standardError", "lower", "upper"] as const) expectAllClose(found.map((one) => one[column]), expected[column], 1e-7, 0, column);
}

beforeAll(async () => {
  writeFileSync(file("birthwt.csv"), r.csv.birthwt);
  for (const [out, ...more] of [["p.json", "--formula", "low ~ age + lwt + race + smoke + I(age^2)", "--family", "binomial"], ["o.json", "--outcome", "weight", "--terms", "age,lwt,smoke,ht", "--family", "ordered"]]) {
    expect((await runFit("fit", file("birthwt.csv"), ...more, "--out", file(out))).exit).toBe(0);
  }
});

describe("sojourn predict gives R's predictions", () => {
  it("for new rows, with intervals made on the link", async () => {
    const found = await predictions(file("p.json"), "--new", csv("new.csv", r.predictions.new));
    same(found, r.predictions.band);
    expect(found[1].at).toEqual({ row: 3, age: "30", lwt: "150", race: "other", smoke: "1" });
    const { band } = r.predictions;
    const onLink = await predictions(file("p.json"), "--new", file("new.csv"), "--scale", "link");
    expectAllClose(onLink.map((one) => one.estimate), band.link, 1e-8);
    expectAllClose(onLink.map((one) => one.standardError), band.linkSE, 1e-8);
  });

  it("for each level of an ordered outcome, low to high, summing to 1", async () => {
    const found = await predictions(file("o.json"), "--new", csv("newo.csv", r.predictions.orderedNew));
    expect(found.map(({ level }) => level)).toEqual([1, 2, 3, 4, 1, 2, 3, 4]);
    const { ordered } = r.predictions;
    same(found, { estimate: ordered.estimate.flat(), standardError: ordered.standardError.flat(), lower: ordered.lower.flat(), upper: ordered.upper.flat() });
    expectAllClose([found.slice(0, 4).reduce((sum, one) => sum + one.estimate, 0)], [1], 1e-12);
  });

  it("averaged with columns set to values, as Stata's margins, at(): I(age^2) moves with age", async () => {
    const found = await predictions(file("p.json"), "--at", "age=20,30;smoke=0,1");
    expect(found.map(({ at }) => at)).toEqual([{ age: "20", smoke: "0" }, { age: "20", smoke: "1" }, { age: "30", smoke: "0" }, { age: "30", smoke: "1" }]);
    expectAllClose(found.map((one) => one.estimate), r.predictions.margins.map((one) => one.estimate), 1e-8);
    expectAllClose(found.map((one) => one.standardError), r.predictions.margins.map((one) => one.standardError), 1e-8);
    for (const { lower, upper } of found) expect(lower > 0 && upper < 1).toBe(true);
  });

  it("for a typical row: means and the most common levels where nothing is set", async () => {
    same(await predictions(file("p.json"), "--grid", "--at", "age=20,30;race=black,other,white;smoke=0,1"), r.predictions.grid);
    const [typical] = await predictions(file("p.json"), "--grid", "--at", "age=30;smoke=1");
    same([typical], { estimate: [r.predictions.grid.estimate[11]], standardError: [r.predictions.grid.standardError[11]], lower: [r.predictions.grid.lower[11]], upper: [r.predictions.grid.upper[11]] }); // most are white
  });

  it("for the rows that were fitted, whose mean is the share of events", async () => {
    const found = await predictions(file("p.json"));
    expect(found).toHaveLength(189);
    expectAllClose([found.reduce((sum, one) => sum + one.estimate, 0) / 189], [59 / 189], 1e-9);
  });

  it("as a table for people", async () => expect((await run("predict", file("p.json"), "--at", "age=20")).stdout).toMatch(/age=20/));
});

describe("sojourn predict refuses", () => {
  it("a new level, a missing column, an empty cell, with the row", async () => {
    const [row] = r.predictions.new;
    expect(await refused(file("p.json"), "--new", csv("level.csv", [row, { ...row, race: "green" }]))).toMatch(/row 3, column race: "green" is a level that the model was not fitted with \(expected black, other, white\)/);
    expect(await refused(file("p.json"), "--new", csv("column.csv", [{ age: 20, lwt: 100, race: "white" }]))).toContain("column smoke: there is no such column");
    expect(await refused(file("p.json"), "--new", csv("empty.csv", [{ ...row, lwt: "" }]))).toMatch(/row 2, column lwt: the cell is empty/);
    expect(await refused(file("p.json"), "--new", csv("text.csv", [{ ...row, lwt: "heavy" }]))).toMatch(/row 2, column lwt: "heavy" is not a number/);
  });

  it("values for columns the model has not, and values that are none", async () => {
    expect(await refused(file("p.json"), "--at", "height=170")).toContain("column height: the model has no such column");
    expect(await refused(file("p.json"), "--at", "age=old")).toContain('"old" is not a number');
    expect(await refused(file("p.json"), "--at", "race=green")).toContain('"green" is a level');
    expect(await refused(file("p.json"), "--at", "age")).toContain("is not understood");
    expect(await refused(file("p.json"), "--at", "age=1;age=2")).toContain("set twice");
    expect(await refused(file("p.json"), "--at", "age=20", "--new", file("new.csv"))).toContain("neither --at nor --grid");
  });
});
