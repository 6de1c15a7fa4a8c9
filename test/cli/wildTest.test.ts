import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import * as fit from "../../src/cli/fit";
import * as test from "../../src/cli/test";
import { expectClose, fixture } from "../models/fixtures";
import { inProcess } from "./inProcess";

const { csv, cases } = fixture<{ csv: Record<"birthwt" | "beps", string>; cases: { data: "birthwt" | "beps"; terms: string[]; cluster: string; wild: string; weighted?: boolean; r: { statistic: number; p: number; draws: number } }[] }>("wildScore");
const folder = mkdtempSync(join(tmpdir(), "sojourn-wild-"));
const file = (name: string): string => join(folder, name);
const [runFit, run] = [inProcess(fit), inProcess(test)];
const refused = async (...argv: string[]): Promise<string> => {
  const { exit, stderr } = await run("test", ...argv);
  expect(exit).toBe(2);
  return stderr;
};

beforeAll(async () => {
  writeFileSync(file("birthwt.csv"), csv.birthwt);
  writeFileSync(file("beps.csv"), csv.beps);
  writeFileSync(file("gap.csv"), csv.birthwt.split("\n").map((line, i) => (i === 5 ? line.replace(/,[a-e],/, ",,") : line)).join("\n"));
  const model = (data: string, ...more: string[]) => [file(`${data}.csv`), "--formula", data === "beps" ? "labour ~ age + economy + Europe + gender" : "low ~ age + lwt + smoke + ht + ui", "--family", "binomial", ...more];
  const fits: Record<string, string[]> = {
    birthwt: model("birthwt"), beps: model("beps"), clustered: model("birthwt", "--se", "cluster:clinic"), probit: model("birthwt", "--link", "probit"), gap: model("gap"),
    ordered: [file("birthwt.csv"), "--outcome", "weight", "--terms", "age,smoke", "--family", "ordered"], firth: model("birthwt", "--firth"),
  };
  for (const [out, argv] of Object.entries(fits)) expect((await runFit("fit", ...argv, "--out", file(`${out}.json`))).exit, out).toBe(0);
});

describe("sojourn test --bootstrap", () => {
  it.each(cases.filter(({ weighted }) => !weighted).map((one) => [`${one.data} ${one.terms.join(", ")} ${one.wild}`, one] as const))("prints R's enumerated p: %s", async (_, { data, terms, cluster, wild, r }) => {
    const { stdout, stderr } = await run("test", file(`${data}.json`), "--terms", terms.join(","), "--bootstrap", "99999", "--cluster", cluster, "--wild", wild, "--json");
    const [found] = (JSON.parse(stdout || stderr) as { tests: { statistic: number; p: number; enumerated: boolean; replicates: number; method: string }[] }).tests;
    expectClose(found.statistic, r.statistic, 1e-8);
    expectClose(found.p, r.p, 1e-12);
    expect(found).toMatchObject({ enumerated: true, replicates: r.draws, method: "score, wild cluster bootstrap" });
  });

  it("takes the fit's own clusters, and warns of few", async () => {
    const { stdout } = await run("test", file("clustered.json"), "--terms", "smoke", "--bootstrap", "999", "--seed", "7");
    expect(stdout).toContain("5 clusters, Webb's six weights, 999 draws");
    expect(stdout).toMatch(/no p of clustered\s+data is reliable/);
    const { stdout: again } = await run("test", file("clustered.json"), "--terms", "smoke", "--bootstrap", "999", "--seed", "7", "--cluster", "clinic");
    expect(again).toBe(stdout);
  });

  it("refuses what it cannot test", async () => {
    const plain = file("birthwt.json");
    expect(await refused(plain, "--terms", "smoke", "--bootstrap", "999")).toContain("there are no clusters");
    expect(await refused(plain, "--bootstrap", "999", "--cluster", "clinic")).toContain("it tests that terms are 0 together");
    expect(await refused(plain, "--terms", "smoke", "--bootstrap", "20", "--cluster", "clinic")).toContain("20 draws are too few");
    expect(await refused(plain, "--terms", "smoke", "--bootstrap", "999", "--cluster", "hospital")).toContain("column hospital: there is no such column");
    expect(await refused(plain, "--terms", "height", "--bootstrap", "999", "--cluster", "clinic")).toContain("the fit has no such term");
    expect(await refused(plain, "--terms", "smoke", "--bootstrap", "999", "--cluster", "clinic", "--method", "wald")).toContain("the bootstrap is of the score");
    expect(await refused(plain, "--terms", "smoke", "--seed", "1")).toContain("there is nothing to draw");
    expect(await refused(plain, file("clustered.json"), "--bootstrap", "999")).toContain("terms of one fit");
    expect(await refused(plain, "--terms", "age,lwt,smoke,ht,ui", "--bootstrap", "999", "--cluster", "clinic")).toContain("5 clusters cannot test 5 columns together");
    expect(await refused(file("gap.json"), "--terms", "smoke", "--bootstrap", "999", "--cluster", "clinic")).toMatch(/row 6, column clinic/);
    for (const [other, why] of Object.entries({ ordered: "an ordered outcome", firth: "a penalised likelihood", probit: "the probit link" })) {
      expect(await refused(file(`${other}.json`), "--terms", "smoke", "--bootstrap", "999", "--cluster", "clinic")).toContain(why);
    }
  });
});
