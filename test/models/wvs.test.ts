import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseFactor } from "../../src/models/data/factor";
import { fitModelData } from "../../src/models/data/fitModelData";
import { readModelData } from "../../src/models/data/modelData";
import { parallelLinesByLikelihoodRatio } from "../../src/models/parallelLines";
import { expectAllClose, expectClose, fixture } from "./fixtures";
import type { OrderedCase } from "./orderedCase";

const FILE = join(__dirname, "..", "..", "data", "wvs.csv");

describe("the World Values Survey's poverty question, from the file itself", () => {
  const { wvs } = fixture<{ wvs: OrderedCase }>("ordered");
  const data = readModelData(FILE, {
    outcome: "poverty", family: "ordered", levels: ["Too Little", "About Right", "Too Much"], terms: ["religion", "degree", "country", "age", "gender"],
    factors: ["religion", "degree", "country:Australia", "gender"].map(parseFactor),
  });
  const fit = fitModelData(data, { family: "ordered" });

  it("has R's estimates and standard errors", () => {
    const rows = [...fit.coefficients, ...fit.thresholds!];
    expect(fit.n).toBe(readFileSync(FILE, "utf8").trim().split("\n").length - 1);
    expectAllClose(rows.map((row) => row.estimate), wvs.estimate, 1e-8, wvs.standardError, "estimate");
    expectAllClose(rows.map((row) => row.standardError), wvs.standardError, 1e-8, 0, "SE");
    expectClose(fit.logLik, wvs.logLik, 1e-12);
  });

  it("has R's likelihood-ratio test of parallel lines", () => {
    const test = parallelLinesByLikelihoodRatio(fit, data.X, data.y, data.columns);
    expect(test.df).toBe(wvs.lrDf);
    expectClose(test.statistic!, wvs.lr!, 1e-8);
  });
});
