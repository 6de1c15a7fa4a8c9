import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import mammoth from "mammoth";
import { describe, expect, it } from "vitest";
import * as fit from "../../src/cli/fit";
import { fixture } from "../models/fixtures";
import { inProcess } from "./inProcess";

const r = fixture<{ csv: Record<string, string>; odds: { estimate: number[] } }>("commands");
const folder = mkdtempSync(join(tmpdir(), "sojourn-fit-table-"));
const file = (name: string): string => join(folder, name);
writeFileSync(file("birthwt.csv"), r.csv.birthwt);
const run = inProcess(fit);
const model = (terms: string): string[] => ["fit", file("birthwt.csv"), "--outcome", "low", "--terms", terms, "--family", "binomial"];
const written = async (name: string, terms: string, ...more: string[]): Promise<string> => {
  const { exit, stderr } = await run(...model(terms), "--table", file(name), ...more);
  expect(exit, stderr).toBe(0);
  return name.endsWith(".docx") ? (await mammoth.extractRawText({ path: file(name) })).value : readFileSync(file(name), "utf8");
};
/** smoke's odds ratio as R has it, to the digits shown. */
const ratio = r.odds.estimate[3].toPrecision(5);

describe("fit --table", () => {
  it.each([["a.md", /^\| /m], ["a.tex", /\\begin\{tabular/], ["a.csv", /^.*smoke.*$/m], ["a.html", /<table/], ["a.docx", /smoke/]])("writes %s with the numbers of the fit", async (name, form) => {
    const text = await written(name, "age,lwt,smoke,ht", "--odds-ratios");
    expect(text).toMatch(form);
    expect(text).toContain(ratio);
  });

  it("sets several fits side by side, a term that one has not staying empty", async () => {
    await run(...model("age,lwt"), "--out", file("M1.json"));
    await run(...model("age,smoke"), "--out", file("M2.json"), "--se", "HC1");
    const lines = (await written("side.csv", "age,lwt,smoke,ht", "--beside", file("M1.json"), "--beside", file("M2.json"))).split("\n");
    const row = (term: string): string => lines.find((line) => line.startsWith(term))!;
    expect(lines.find((line) => line.includes("M1"))).toMatch(/M1,M2,birthwt/);
    expect(row("smoke")).toMatch(/^smoke,,[^,]+,[^,]+/);
    expect(row("ht")).toMatch(/^ht,,,[^,]+/);
    expect(row("n,")).toMatch(/^n,189,189,189/);
    expect(lines.join("\n")).toContain("M2: binary logit, HC1 standard errors");
  });

  it("refuses an ending that is no format, and fits beside no table", async () => {
    expect((await run(...model("age"), "--table", file("a.pdf"))).stderr).toMatch(/ends in no format of a table \(expected \.md, \.tex, \.csv, \.html, \.docx\)/);
    expect((await run(...model("age"), "--beside", file("M1.json"))).stderr).toContain("--table FILE");
  });
});
