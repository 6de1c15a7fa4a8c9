import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseFactor } from "../../src/models/data/factor";
import { fitModelData, type StandardErrors } from "../../src/models/data/fitModelData";
import { readModelData } from "../../src/models/data/modelData";
import type { Family, Link } from "../../src/models/fit";
import { expectAllClose, expectClose, fixture } from "./fixtures";

interface Call {
  family: Family; link: Link; terms: string[]; se: StandardErrors; logLik: number; estimates: number[]; standardErrors: number[];
  data: Record<"y" | "x" | "z" | "d" | "g" | "w" | "o", string | number>[];
}
const { calls } = fixture<{ calls: Call[] }>("random");
const folder = mkdtempSync(join(tmpdir(), "sojourn-random-"));
const names = ["y", "x", "z", "d", "g", "w", "o"] as const;

describe("forty random calls give R's numbers", () => {
  it.each(calls.map((call, i) => [i + 1, call.family, call.link, call.terms.join(","), call.se, call] as const))("%d: %s %s %s %s", (i, family, link, _, standardErrors, call) => {
    const file = join(folder, `${i}.csv`);
    writeFileSync(file, [names.join(","), ...call.data.map((row) => names.map((name) => row[name]).join(","))].join("\n"));
    const factors = call.terms.some((term) => term.split(":").includes("g")) ? [parseFactor("g")] : [];
    const data = readModelData(file, { outcome: "y", terms: call.terms, family, factors, weights: "w", offset: "o" });
    const fit = fitModelData(data, { family, link, standardErrors });
    expectClose(fit.logLik, call.logLik, 1e-9);
    expectAllClose(fit.coefficients.map((row) => row.estimate), call.estimates, 1e-6, call.standardErrors);
    expectAllClose(fit.coefficients.map((row) => row.standardError), call.standardErrors, 1e-6);
    expect(fit.converged).toBe(true);
  });
});
