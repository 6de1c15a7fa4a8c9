import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as command from "../../src/cli/audit";
import { dataFile } from "../../src/projectFolder";
import { inProcess } from "./inProcess";

const sojourn = inProcess(command);
const folder = mkdtempSync(join(tmpdir(), "sojourn-audit-"));
const table = dataFile("published.json");
const published = JSON.parse(readFileSync(table, "utf8"));

/** The paper's table with a change, as a file. */
function changed(name: string, change: (table: typeof published) => void): string {
  const copy = structuredClone(published);
  change(copy);
  writeFileSync(join(folder, name), JSON.stringify(copy));
  return join(folder, name);
}

describe("sojourn audit", () => {
  it("ends 0 on the paper's tables, and its JSON has the keys of the contract", async () => {
    const { exit, stdout, stderr } = await sojourn("audit", table, "--claims", dataFile("claims.json"), "--json");
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    const json = JSON.parse(stdout);
    expect(Object.keys(json)).toEqual(expect.arrayContaining(["pseudoR2", "pooling", "groupDifferences", "checks", "findings"]));
    expect(json.pseudoR2).toMatchObject({ definition: "nagelkerke", events: { M1: 111 }, mirror: { M1: 76 }, candidates: [{ definition: "nagelkerke" }] });
    expect(typeof json.pseudoR2.settledBy).toBe("string");
    expect(Object.keys(json.groupDifferences[0])).toEqual(expect.arrayContaining(["term", "a", "b", "difference", "z", "p", "pHolm"]));
    expect(Object.keys(json.checks[0])).toEqual(expect.arrayContaining(["check", "model", "term", "verdict", "interval", "why"]));
    expect(Object.keys(json.findings[0])).toEqual(expect.arrayContaining(["check", "severity", "model", "term", "printed", "message"]));
  });

  it("ends 1 and names the cell where a star is wrong", async () => {
    const file = changed("star.json", (copy) => { copy.models.M3.rows[3].stars = "*"; });
    const { exit, stdout } = await sojourn("audit", file, "--json");
    expect(exit).toBe(1);
    const proved = JSON.parse(stdout).findings.filter(({ severity }: { severity: string }) => severity === "inconsistent");
    expect(proved.map(({ check, model, term }: Record<string, string>) => [check, model, term])).toEqual([["stars", "M3", "cumulativeCausation"]]);
  });

  it("compares the pairs asked for besides the parts of wholes", async () => {
    const { stdout } = await sojourn("audit", table, "--pairs", "M2:M3", "--json");
    expect(JSON.parse(stdout).groupDifferences.filter(({ a, b }: Record<string, string>) => a === "M2" && b === "M3")).toHaveLength(11);
  });

  it("writes one page, also where there is a finding", async () => {
    const page = join(folder, "report.html");
    const { exit } = await sojourn("audit", changed("n.json", (copy) => { copy.models.M4.n = 776; }), "--html", page);
    expect(exit).toBe(1);
    expect(readFileSync(page, "utf8")).toContain("<!doctype html>");
  });

  it.each([
    ["a pair that is no two models", ["--pairs", "M1:M9"], /--pairs M1:M9/],
    ["a claims file that is not there", ["--claims", join(folder, "none.json")], /none\.json/],
    ["a page that would overwrite the table", ["--html", table], /overwrite/],
    ["an unknown option", ["--quick"], /--quick/],
    ["a rounding of its own", ["--rounding", "up"], /rounding/],
  ])("refuses %s", async (_, argv, message) => {
    const { exit, stdout, stderr } = await sojourn("audit", table, ...argv);
    expect(exit).toBe(2);
    expect(stderr).toMatch(message);
    expect(stdout).toBe("");
  });

  it("refuses a number that is not as printed, by model, term and field, in JSON too", async () => {
    const file = changed("bad.json", (copy) => { copy.models.M1.rows[2].coef = -1.685; });
    const { exit, stdout } = await sojourn("audit", file, "--json");
    expect(exit).toBe(2);
    expect(JSON.parse(stdout).error.message).toMatch(/M1.*education.*coef/);
  });
});
