import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { columnsOf, type Table } from "../../src/display/table";
import { EXPORTED, failsWhileBroken, placesSeen, shownOf, type Checks } from "./checks/given";
import { ofData } from "./checks/ofData";
import { ofModels } from "./checks/ofModels";
import { ofPrint } from "./checks/ofPrint";
import { ofReadings } from "./checks/ofReadings";
import { FORMATS } from "./formats";
import { misplaced, pairs } from "../languages";

/*
 * What each table and figure of the walk-through shows, held against R, against print, or against a count made here: no column
 * without a value. That none is without is itself tested: each column is broken once, and the exhibit's check must fail.
 */
const CHECKS: Checks = { ...ofData, ...ofModels, ...ofPrint, ...ofReadings };
/** How each column writes its numbers, as formats.ts has it. */
const placesOfColumns = (table: Table): string => columnsOf(table).map((_, place) => {
  const cells = table.rowGroups.flatMap(({ rows }) => rows.map((row) => row.cells[place]));
  const written = cells.flatMap((cell) => ("format" in cell ? [`${cell.format.decimals}${cell.format.signed ? "+" : ""}${cell.format.floor ? "<" : ""}${cell.format.percent ? "%" : ""}${cell.format.parentheses ? "()" : ""}`] : "printed" in cell ? ["printed"] : []));
  return [...new Set(written)].join("/") || "–";
}).join(" | ");
const NO_EXHIBITS = ["paperMultiverse", "wvsMultiverse"];

describe("every table and figure of the walk-through shows what R, print or a count gives", () => {
  it("has a check for each that the package exports, here or in a test that bears its file's name", () => {
    // Their values have tests of their own: test/study, test/multiverse.
    const elsewhere = ["printedDifferences", "specificationCurveFigure"];
    const without = EXPORTED.filter(({ name, file }) => !elsewhere.includes(name) && !(name in CHECKS) && !existsSync(join(__dirname, `${file}.test.ts`)));
    expect(without.map(({ name }) => name)).toEqual([]);
  });

  describe.each(Object.entries(CHECKS))("%s", (name, check) => {
    it("shows it", async () => {
      await check();
    });

    it.skipIf(NO_EXHIBITS.includes(name))("writes its numbers to the places that tell something", () => {
      const written = shownOf(name).flatMap((shown) => (shown.kind === "table" ? [placesOfColumns(shown)] : [])).filter((columns) => /\d/.test(columns));
      expect([...new Set(written)].sort()).toEqual(FORMATS[name] ?? []);
    });

    it.skipIf(NO_EXHIBITS.includes(name))("says in each language what is in it", () => {
      const all = pairs(shownOf(name), name);
      expect(all.length).toBeGreaterThan(0);
      expect(misplaced(all)).toEqual([]);
    });

    it.skipIf(NO_EXHIBITS.includes(name))("has no column that its check does not look at", async () => {
      await check();
      const places = placesSeen(name);
      expect(places.length).toBeGreaterThan(0);
      const unseen = [];
      for (const place of places) if (!(await failsWhileBroken(name, place, check))) unseen.push(place);
      expect(unseen).toEqual([]);
    });
  });
});
