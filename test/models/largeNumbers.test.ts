import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { fitModelData } from "../../src/models/data/fitModelData";
import { readImputedData } from "../../src/models/data/imputedData";
import { type ModelData, readModelData } from "../../src/models/data/modelData";
import { typicalRow } from "../../src/models/data/otherRows";
import { predictInside } from "../../src/models/effects/predictInside";
import { expectClose } from "./fixtures";

const folder = mkdtempSync(join(tmpdir(), "sojourn-large-"));
function written(name: string, lines: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${lines.join("\n")}\n`);
  return file;
}

/** Populations of 10^9 and more, whose squares are beyond 2^53. */
const y = [0, 0, 1, 0, 1, 1, 0, 1, 1, 1, 0, 0];
const read = (separator: string, decimal: "." | ","): ModelData =>
  readModelData(written(`pop${decimal}.csv`, [`y${separator}pop`, ...y.map((one, i) => `${one}${separator}${i + 1}000000000`)]), { outcome: "y", terms: [], formula: "y ~ pop + I(pop^2)", family: "binomial", decimal });

// R 4.2.2: pop <- 1e9 * 1:12; m <- glm(y ~ pop + I(pop^2), binomial, control = glm.control(epsilon = 1e-15, maxit = 100)); coef(m);
// predict(m, data.frame(pop = mean(pop)), type = "response"). It was refused: "a whole number beyond 2^53".
it.each([[",", "."], [";", ","]] as const)("a calculation beyond 2^53 is a number like any other (cells between %s)", (separator, decimal) => {
  const data = read(separator, decimal);
  const fit = fitModelData(data, { family: "binomial" });
  [-5.33629735765365, 2.03760993099546e-9, -1.4874734371194e-19].forEach((expected, j) => expectClose(fit.coefficients[j].estimate, expected, 1e-9));
  expectClose(predictInside(fit, typicalRow(data, {}).X)[0].estimate, 0.83528990422164, 1e-9);
});

it("so are the mean of a column that a file writes with exponents, and what is drawn from it", () => {
  const rows = y.map((one, i) => `${one},${i + 2}e16`);
  const data = readModelData(written("big.csv", ["y,x", ...rows]), { outcome: "y", terms: ["x"], family: "binomial" });
  expect(typicalRow(data, {}).X[0][1]).toBe(7.5e16); // of 2 … 13; before, whole numbers from 2^53 on were refused
  const file = written("gaps.csv", ["y,x", ...rows, "1,", "0,"]);
  const { data: drawn } = readImputedData(file, { outcome: "y", terms: ["x"], family: "binomial" }, { imputations: 2, seed: 1 });
  for (const { X } of drawn) for (const row of X.slice(12)) expect(data.X.map(([, x]) => x)).toContain(row[1]);
});
