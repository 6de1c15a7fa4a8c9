import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CRIES, LR_PER_WALD } from "../../src/audit/calibration";
import { audit } from "../../src/audit/audit";
import { Chance } from "../../tools/audit-trust/chance";
import { laidOut, LAYOUTS } from "../../tools/audit-trust/layouts";
import { ERROR_KINDS, plantError } from "../../tools/audit-trust/plantError";
import { printNumber } from "../../tools/audit-trust/printing";
import { simulateTable } from "../../tools/audit-trust/simulateTable";
import { allDetections, BREAKAGES, calibrate, detection, falseAlarms, layoutAlarms, notedAlarms } from "../../tools/audit-trust/trust";
import { trustPage } from "../../tools/audit-trust/trustPage";

describe("numbers are printed three ways", () => {
  it.each([
    [0.125, 2, ["0.13", "0.12", "0.12"]],
    [-0.125, 2, ["-0.13", "-0.12", "-0.12"]],
    [2.675, 2, ["2.68", "2.68", "2.67"]],
    [0.999, 2, ["1.00", "1.00", "0.99"]],
    [-0.0004, 3, ["-0.000", "-0.000", "-0.000"]],
  ])("%f to %i places", (x, decimals, expected) => {
    expect((["half-up", "half-even", "truncated"] as const).map((cut) => printNumber(x, decimals, cut))).toEqual(expected);
  });
});

describe("the audit against ground truth (200 tables; the full run is scripts/audit-trust.mjs)", () => {
  const right = falseAlarms(200, 50_001);

  it("calls no right table inconsistent", () => expect({ inconsistent: right.inconsistent, seeds: right.seeds }).toEqual({ inconsistent: 0, seeds: [] }));

  it("covers all three roundings", () => expect(Object.values(right.byCut).every((n) => n > 40)).toBe(true));

  it("names no R² wrongly, most rightly, and then has the true counts among those left", () => {
    const { binary, right: named, wrong } = right.definition;
    expect(wrong).toBe(0);
    expect(named / binary).toBeGreaterThan(0.9);
    expect(right.events.among + right.events.missedByTruncation).toBe(named);
    expect(right.events.among / named).toBeGreaterThan(0.9);
  });

  it("makes the same table from the same seed", () => {
    expect(simulateTable(7).table).toEqual(simulateTable(7).table);
    expect(simulateTable(7).table).not.toEqual(simulateTable(8).table);
  });
});

describe("right tables in other layouts", () => {
  it.each(Object.entries(layoutAlarms(40, 70_001)))("%s: nothing is called inconsistent", (_, { inconsistent, seeds }) => expect({ inconsistent, seeds }).toEqual({ inconsistent: 0, seeds: [] }));

  it.each(Object.entries(notedAlarms(25, 70_001)))("%s, said in a note: nothing is called inconsistent", (_, { inconsistent, seeds }) => expect({ inconsistent, seeds }).toEqual({ inconsistent: 0, seeds: [] }));

  it("are still told apart from wrong ones: a changed star, z or odds ratio is named where the layout proves it", () => {
    const provable = ["SE, z and p", "z in brackets", "B, SE, Wald, p, exp(B), limits", "odds ratios, SE by the delta method"];
    for (const name of provable) {
      let named = 0;
      for (let seed = 70_001; seed <= 70_020; seed++) {
        const table = laidOut(simulateTable(seed), LAYOUTS[name]);
        const row = table.models.W.rows[0];
        const rows = [{ ...row, stars: row.stars === "" ? "***" : "", ...(row.z !== undefined && row.se !== undefined && { z: "9.99" }), ...(row.oddsRatio !== undefined && { oddsRatio: "99.9" }) }, ...table.models.W.rows.slice(1)];
        const { findings } = audit({ ...table, models: { ...table.models, W: { ...table.models.W, rows } } });
        if (findings.some(({ severity, model, term }) => severity === "inconsistent" && model === "W" && term === row.term)) named++;
      }
      expect(named, name).toBeGreaterThan(16);
    }
  });
});

describe("planted errors", () => {
  it.each(ERROR_KINDS.map((kind) => [kind] as const))("%s: changes the table, and only where it says", (kind) => {
    for (let seed = 1; seed <= 12; seed++) {
      const truth = simulateTable(seed);
      const planted = plantError(truth, kind, new Chance(seed));
      if (!planted) continue;
      expect(planted.table).not.toEqual(truth.table);
      for (const [id, model] of Object.entries(planted.table.models)) {
        if (id !== planted.model) expect(model).toEqual(truth.table.models[id]);
        else for (const row of model.rows) if (!planted.terms.includes(row.term)) expect(row).toEqual(truth.table.models[id].rows.find(({ term }) => term === row.term));
      }
    }
  });

  it("are named nearly always where they must contradict: stars, n, counts", () => {
    for (const kind of ["star", "wrong n of a part", "count of a category"] as const) {
      const { named, planted } = detection(kind, 25, 60_001);
      expect(named / planted, kind).toBeGreaterThan(0.85);
    }
  });

  it("of stars are the only thing found", () => {
    for (let seed = 1; seed <= 15; seed++) {
      const { table, model, terms } = plantError(simulateTable(seed), "star", new Chance(seed))!;
      const found = audit(table).findings.filter(({ severity }) => severity === "inconsistent").map((one) => [one.check, one.model, one.term]);
      if (found.length > 0) expect(found).toEqual([["stars", model, terms[0]]]);
    }
  });
});

it("what notes say of how often they cry is what the last full run counted", () => {
  const { calibration } = JSON.parse(readFileSync(join(__dirname, "../../docs/audit-trust.json"), "utf8")) as { calibration: ReturnType<typeof calibrate> };
  expect({ ...CRIES, lrPerWald: LR_PER_WALD }).toEqual(calibration);
});

it("the page of a run holds its numbers", () => {
  const figures = {
    run: { tables: 4, broken: 3, planted: 1, seed: 1 },
    right: falseAlarms(4, 1),
    broken: Object.fromEntries(Object.entries(BREAKAGES).map(([name, breakage]) => [name, falseAlarms(3, 1, breakage)])),
    layouts: layoutAlarms(3, 1),
    noted: notedAlarms(3, 1),
    planted: allDetections(1, 1),
    calibration: calibrate(3, 1),
  };
  const page = trustPage(figures);
  expect(page).toContain("4 tables (half-up");
  expect(page).toContain("**0 called inconsistent**");
  for (const kind of ERROR_KINDS) expect(page).toContain(`| ${kind} | 1 |`);
  expect(page).not.toMatch(/NaN|undefined/);
});
