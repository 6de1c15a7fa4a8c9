import { describe, expect, it, onTestFinished } from "vitest";
import { useLanguage } from "../../src/cli/language";
import * as reproduce from "../../src/cli/reproduce";
import { inventedFile } from "../sfrc/inventedSurvey";
import { inProcess } from "./inProcess";

const sojourn = inProcess(reproduce);
const file = inventedFile();
const MODELS = ["M1", "M2", "M3", "M4", "O1", "O3", "O4"];

describe("sojourn reproduce", () => {
  it("prints the three tables, the verdicts and how much agrees, under the synthetic banner", async () => {
    const { exit, stdout, stderr } = await sojourn("reproduce", "--data", file);
    expect(exit).toBe(0);
    expect(stderr).toBe("");
    for (const title of ["Table 1", "Table 2", "Table 3", "Hypotheses"]) expect(stdout).toMatch(new RegExp(`^${title}.*\\n.*no evidence about anybody`, "m"));
    expect(stdout).toMatch(/as printed: \d+ \/ 202 .* \d+ \/ 74/);
    expect(stdout).toMatch(/parallel lines, O1: lr χ²\(10\) = /);
    expect(stdout).toMatch(/printed p = 0\.87, held against O4/);
  });

  it("says in Chinese, too, why numbers differ", async () => {
    useLanguage("zh");
    onTestFinished(() => useLanguage(undefined));
    const { stdout } = await sojourn("reproduce", "--data", file);
    const [agreed] = /^与原文一致：.*$/m.exec(stdout) ?? [];
    expect(agreed).toMatch(/（.*~ 替代数据 \d+/);
    expect(stdout).toMatch(/^文中 p = 0\.87，与 O4 对照：\S (一致|替代数据|编码不明|不符)$/m);
    expect(agreed).not.toMatch(/stand-in|unknown/);
  });

  it("prints no banner on data that are not synthetic", async () => {
    const real = inventedFile((row) => ({ ...row, source: "" }));
    const { stdout } = await sojourn("reproduce", "--data", real);
    expect(stdout).not.toMatch(/evidence about anybody/);
    expect(stdout).toMatch(/≠ mismatch \d/);
  });

  it("--json prints the models as `fit` does, Table 1 as published, the tests, verdicts and counts, and nothing else", async () => {
    const { exit, stdout } = await sojourn("reproduce", "--data", file, "--json");
    expect(exit).toBe(0);
    const json = JSON.parse(stdout);
    expect(Object.keys(json.models)).toEqual(MODELS);
    expect(Object.keys(json.models.M1)).toEqual(expect.arrayContaining(["n", "events", "family", "converged", "iterations", "logLik", "logLikNull", "aic", "bic", "pseudoR2", "coefficients"]));
    expect(json.models.M1.covariance.terms).toContain("const");
    expect(json.models.O4.thresholds.map(({ between }: { between: string }) => between)).toEqual(["1|2", "2|3"]);
    expect(json.models.O4.parallelLines.lr).toEqual(json.parallelLines.O4.lr);
    expect(Object.keys(json.parallelLines)).toEqual(["O1", "O3", "O4"]);
    expect(json.table1.city["长春"]).toEqual([101, "25.3"]);
    expect(json.hypotheses).toHaveLength(21);
    expect(json.hypotheses[0]).toEqual({
      id: "H1", group: "changchun", estimate: expect.any(Number), p: expect.any(Number), supported: false, level: "",
      alsoM2: { estimate: expect.any(Number), p: expect.any(Number), supported: false, level: "" },
    });
    expect(Object.keys(json.hypotheses[1])).toEqual(["id", "group", "estimate", "p", "supported", "level"]);
    expect(json.match).toEqual({ numbers: { met: expect.any(Number), of: 202 }, stars: { met: expect.any(Number), of: 74 } });
  });

  it("takes readings and says so", async () => {
    const { stdout } = await sojourn("reproduce", "--data", file, "--reading", "age=withAge", "--reading", "supportNetwork=otherLeftOut");
    expect(stdout).toMatch(/readings other than the default: .*age=withAge/);
    expect(stdout).toMatch(/M4: 95 people left out \(supportKin 95, supportUnit 95\)/);
    const left = JSON.parse((await sojourn("reproduce", "--data", file, "--reading", "supportNetwork=otherLeftOut", "--json")).stdout);
    expect(left.models.M4).toMatchObject({ n: 305, leftOut: 95 });
    expect(left.hypotheses.find(({ id }: { id: string }) => id === "H3a")).toMatchObject({ estimate: null, supported: null });
    const json = JSON.parse((await sojourn("reproduce", "--data", file, "--reading", "age=withAge", "--json")).stdout);
    expect(json.models.M4).not.toHaveProperty("leftOut");
    expect(json.readings.age).toBe("withAge");
    expect(json.models.M1.coefficients[1].term).toBe("age");
  });

  it("tells a refused model by name, prints the rest, and ends with 2", async () => {
    const separated = inventedFile((row) => ({ ...row, immigrationConsidered: row.city === "changchun" && row.familyChinaExperience === "yes" ? "afterComing" : row.immigrationConsidered }));
    const { exit, stdout, stderr } = await sojourn("reproduce", "--data", separated);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^M1: Model refused \(separation\): .*cumulativeCausation/);
    expect(stdout).toMatch(/M4 All \/ M4 全国组/);
    const json = JSON.parse((await sojourn("reproduce", "--data", separated, "--json")).stdout);
    expect(json.models.M1).toMatchObject({ error: { kind: "separation", terms: expect.arrayContaining(["cumulativeCausation"]), rows: expect.any(Array), message: expect.any(String) } });
    expect(json.hypotheses[0]).toMatchObject({ estimate: null, supported: null });
    expect(json.models.M4.n).toBe(400);
  });

  it("refuses a bad file, an unknown reading and an unknown option with 2", async () => {
    const bad = inventedFile((row, i) => (i === 5 ? { ...row, age: "x" } : row));
    expect(await sojourn("reproduce", "--data", bad)).toMatchObject({ exit: 2, stdout: "", stderr: expect.stringMatching(/row 7, column age: "x"/) });
    expect(await sojourn("reproduce", "--data", file, "--reading", "age=both")).toMatchObject({ exit: 2, stderr: expect.stringMatching(/reading age/) });
    expect(await sojourn("reproduce", "--dta", file)).toMatchObject({ exit: 2 });
    expect(JSON.parse((await sojourn("reproduce", "--data", bad, "--json")).stdout).error.kind).toBe("bad-input");
  });
});
