import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as diagnose from "../../src/cli/diagnose";
import * as effects from "../../src/cli/effects";
import * as fit from "../../src/cli/fit";
import { inProcess } from "./inProcess";

const folder = mkdtempSync(join(tmpdir(), "sojourn-model-json-"));
const file = join(folder, "rows.csv");
const noise = (i: number): number => Math.abs(Math.sin(i * 12.9898) * 43758.5453) % 1;
writeFileSync(file, ["y,g,x,a,b,w,five", ...Array.from({ length: 200 }, (_, i) => {
  const [a, b] = [["p", "q", "r"][i % 3], i % 3 === 2 || i % 2 === 0 ? "s" : "t"];
  const latent = noise(i) * 4 - 2 + Math.sin(i);
  return [Number(latent > 0.2), latent < -0.8 ? 1 : latent < 1 ? 2 : 3, Math.sin(i).toFixed(3), a, b, (0.5 + (i % 4)).toFixed(1), 5].join(",");
})].join("\n"));
const model = ["--outcome", "y", "--terms", "x,a,b,a:b", "--factor", "a", "--factor", "b", "--family", "binomial"];

describe("the JSON of a model's commands", () => {
  const [runFit, runDiagnose, runEffects] = [inProcess(fit), inProcess(diagnose), inProcess(effects)];

  it("has the covariance by term, and what was left out of the design and why", async () => {
    const { exit, stdout, stderr } = await runFit("fit", file, ...model, "--json");
    expect(exit).toBe(0);
    const { covariance, dropped, coefficients, inference } = JSON.parse(stdout);
    expect(covariance.terms).toEqual(coefficients.map((row: { term: string }) => row.term));
    coefficients.forEach((row: { standardError: number }, j: number) => expect(Math.abs(Math.sqrt(covariance.matrix[j][j]) / row.standardError - 1)).toBeLessThan(1e-12));
    expect(dropped).toEqual([{ term: "a=r:b=t", why: "no row has a=r and b=t" }]);
    expect(stderr).toContain("a=r:b=t is left out");
    expect(inference).toBeUndefined();
  });

  it("says for every null of a diagnosis why it is null", async () => {
    const found = JSON.parse((await runDiagnose("diagnose", file, ...model, "--json")).stdout);
    for (const [field, value] of Object.entries(found)) if (value === null) expect(found.reasons[field]).toBeTypeOf("string");
    const ordered = JSON.parse((await runDiagnose("diagnose", file, "--outcome", "g", "--terms", "x", "--family", "ordered", "--json")).stdout);
    for (const [field, value] of Object.entries(ordered)) if (value === null) expect(ordered.reasons[field]).toBeTypeOf("string");
  });

  it("has no AIC and no tests of a likelihood with probability weights, in any command", async () => {
    const weights = ["--weights", "w", "--weight-type", "probability", "--json"];
    const ordered = ["--outcome", "g", "--terms", "x", "--family", "ordered"];
    const fitted = JSON.parse((await runFit("fit", file, ...ordered, ...weights)).stdout);
    expect([fitted.n, fitted.aic, fitted.bic, fitted.parallelLines]).toEqual([200, null, null, { lr: null, brant: null, score: null }]);
    const found = JSON.parse((await runDiagnose("diagnose", file, ...ordered, ...weights)).stdout);
    expect([found.parallelLines, found.brant, found.mcFaddenAdjusted]).toEqual([null, null, null]);
    const { effects: weighted } = JSON.parse((await runEffects("effects", file, ...ordered, ...weights)).stdout);
    const { effects: asked } = JSON.parse((await runEffects("effects", file, ...ordered, "--se", "HC0", ...weights)).stdout);
    expect(weighted).toEqual(asked); // robust without being asked for
    expect((await runEffects("effects", file, ...ordered, "--weights", "w", "--json")).stdout).toContain("--weight-type probability");
  });

  it("of effects at the mean is not moved by a constant offset, which is said", async () => {
    const asked = ["effects", file, "--outcome", "y", "--terms", "x", "--family", "binomial", "--at", "mean"];
    const [plain, offset] = [await runEffects(...asked, "--json"), await runEffects(...asked, "--offset", "five", "--json")];
    const [a, b] = [plain, offset].map(({ stdout }) => JSON.parse(stdout).effects[0]);
    expect(Math.abs(a.estimate - b.estimate)).toBeLessThan(1e-10);
    expect(Math.abs(a.standardError - b.standardError)).toBeLessThan(1e-10);
    expect(offset.stderr).toContain("takes its own, 5");
  });
});
