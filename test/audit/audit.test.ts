import { expect, it } from "vitest";
import { audit } from "../../src/audit/audit";
import { exampleModel } from "../../src/audit/exampleTable";
import { checkNamed, CHECKS } from "../../src/audit/registry";
import { ofTodaysChecks } from "./todaysChecks";

it("findings are told with what is proved first, then by what hangs on them; of equals in the order of the checks", () => {
  // The stars are saved by rounding only, events are few, the percentage and z·error are wrong, and a mean lacks its SD.
  const report = audit({
    models: { A: exampleModel([{ term: "x", coef: "0.40", se: "0.20", stars: "*" }, { term: "y", coef: "0.40", se: "0.10", stars: "***", z: "9.0" }], { n: 20 }) },
    table1: { n: 20, x: { a: [5, "31.0"], b: [15, "75.0"] }, yMean: "2.50" },
  });
  expect(ofTodaysChecks(report.findings).map(({ check, severity, weight }) => [check, severity, weight])).toEqual([
    ["row", "inconsistent", 100], ["counts", "inconsistent", 100], ["stars", "note", 35], ["power", "note", 15], ["measurement", "note", 10],
  ]);
  expect(report.findings[0].reference).toBe(checkNamed("row").source);
  expect([report.models, report.terms]).toEqual([{ A: "A" }, { x: { en: "x", zh: "x" }, y: { en: "y", zh: "y" } }]);
  expect(() => checkNamed("nothing")).toThrow("there is no check nothing");
  expect(CHECKS.map(({ name }) => checkNamed(name).name)).toEqual(CHECKS.map(({ name }) => name));
});

it("of notes what weighs more is told first, though its check comes later", () => {
  const row = (term: string, coef: string, se: string, stars: string) => ({ term, coef, se, stars });
  const { findings } = audit({
    models: { A: exampleModel([row("y", "0.40", "0.20", "*"), row("x", "1.000", "0.300", "***"), row("const", "1.500", "0.300", "***")], { n: 100, logLik: "-63.0000", pseudoR2: "0.1582" }) },
    margins: { x: { share: 0.5 }, y: { share: 0.5 } }, pseudoR2Definition: "Nagelkerke",
  });
  expect(ofTodaysChecks(findings).map(({ check, severity, weight }) => [check, severity, weight])).toEqual([["level", "note", 60], ["stars", "note", 35]]);
});

it("what kept a check from running is told once, with the models that lack it", () => {
  const rows = [{ term: "x", coef: "0.4", se: "0.2", stars: "" }];
  const { notRun } = audit({ models: { A: exampleModel(rows), B: exampleModel(rows), C: exampleModel(rows, { n: 400 }) } });
  expect(notRun.filter(({ check }) => check === "power")).toEqual([{ check: "power", models: ["A", "B"], needs: "the number of observations", needsZh: "样本量" }]);
  expect(notRun.filter(({ check }) => check === "pooling")).toEqual([{ check: "pooling", models: [], needs: "which model pools which others (pooled)", needsZh: "哪个模型由哪些组合并而成（pooled）" }]);
});
