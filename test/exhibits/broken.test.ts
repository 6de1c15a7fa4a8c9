import { expect, test } from "vitest";
import type { Figure } from "../../src/display/figure";
import { plainTable } from "../../src/display/tables/plainTable";
import { placesUnseen } from "./broken";

const table = plainTable({
  id: "two", title: { en: "two", zh: "二" }, stub: "", columns: ["estimate", "what"], synthetic: false,
  rows: [["a", { number: 1.25, format: { decimals: 2 }, stars: "*", interval: [1, 1.5] }, "first"], ["b", { number: 2, format: { decimals: 2 } }, "second"]],
});

test("a check is told which columns it does not look at", () => {
  expect(placesUnseen(table, (shown) => expect(shown).toEqual(table))).toEqual([]);
  expect(placesUnseen(table, ({ rowGroups: [{ rows }] }) => expect(rows[0].cells[0]).toMatchObject({ number: 1.25, stars: "*" }))).toEqual(["headers of rows", "interval 1", "column 2"]);
  // Presence is no value.
  expect(placesUnseen(table, ({ rowGroups: [{ rows }] }) => expect(rows.map(({ cells }) => cells.length)).toEqual([2, 2]))).toEqual(["headers of rows", "column 1", "interval 1", "stars 1", "column 2"]);
});

test("and which numbers of a figure's words", () => {
  const figure = { kind: "figure", id: "f", title: { en: "", zh: "" }, data: [], layout: { width: 1, height: 1 }, words: { en: "M1 0.50 of 12", zh: "M1 0.50/12" }, synthetic: false } satisfies Figure;
  expect(placesUnseen(figure, ({ words }) => expect(words.en).toMatch(/0\.50/))).toEqual(["number 2 of a line"]);
});
