import { isObject } from "../../isObject";
import { checkTable, type Table } from "../table";
import { refuseDeepJson } from "./nesting";

/**
 * Reads a table from a notebook's output, where anything may stand.
 *
 * @throws {RangeError} no table, by the place of what is wrong and what was expected
 */
export function safeTable(value: unknown): Table {
  refuseDeepJson(value);
  const table = object(value, "a table");
  if (table.kind !== "table") refuse("kind of a table", table.kind, '"table"');
  if (typeof table.id !== "string") refuse("id of a table", table.id, "a text");
  bilingual(table.title, "title of a table");
  words(table.stub, "stub of a table");
  if (typeof table.synthetic !== "boolean") refuse("synthetic of a table", table.synthetic, "true or false");
  if (table.provenance !== undefined) bilingual(table.provenance, "provenance of a table");
  list(table.notes, "notes of a table").forEach((note, i) => bilingual(note, `notes[${i}] of a table`));
  list(table.columnGroups, "columnGroups of a table").forEach((group, i) => columnGroup(group, `columnGroups[${i}] of a table`));
  list(table.rowGroups, "rowGroups of a table").forEach((group, i) => rowGroup(group, `rowGroups[${i}] of a table`));
  checkTable(value as Table);
  return value as Table;
}

function columnGroup(value: unknown, place: string): void {
  const group = object(value, place);
  if (group.label !== undefined) words(group.label, `label of ${place}`);
  list(group.columns, `columns of ${place}`).forEach((column, i) => words(object(column, `column ${i} of ${place}`).header, `header of column ${i} of ${place}`));
}

function rowGroup(value: unknown, place: string): void {
  const group = object(value, place);
  if (group.label !== undefined) words(group.label, `label of ${place}`);
  list(group.rows, `rows of ${place}`).forEach((one, i) => {
    const row = object(one, `row ${i} of ${place}`);
    words(row.header, `header of row ${i} of ${place}`);
    list(row.cells, `cells of row ${i} of ${place}`).forEach((inner, c) => cell(inner, `cell ${c} of row ${i} of ${place}`));
  });
}

function cell(value: unknown, place: string): void {
  const found = object(value, place);
  if ("text" in found) return words(found.text, place);
  if (found.stars !== undefined && typeof found.stars !== "string") refuse(`stars of ${place}`, found.stars, "a text");
  if (found.of !== undefined) part(found.of, place);
  if ("printed" in found) return typeof found.printed === "string" ? undefined : refuse(place, found.printed, "a printed number as text");
  const format = object(found.format, `format of ${place}`);
  if (typeof format.decimals !== "number" || !(format.decimals >= 0 && format.decimals <= 20)) refuse(`decimals of ${place}`, format.decimals, "0 to 20");
  if ("between" in found) return pair(found.between, place);
  if (typeof found.number !== "number") refuse(place, found.number, "a number");
  if (found.interval !== undefined) pair(found.interval, `interval of ${place}`);
}

/** What a viewer shows in a cell's stead: an odds ratio, an interval. */
function part(value: unknown, place: string): void {
  const { coefficient, effect } = object(value, `of of ${place}`);
  estimate(coefficient, `coefficient of ${place}`);
  if (effect !== undefined) estimate(effect, `effect of ${place}`);
}

const ESTIMATE = ["estimate", "standardError", "lower", "upper"];
function estimate(value: unknown, place: string): void {
  const found = object(value, place);
  if (ESTIMATE.some((name) => typeof found[name] !== "number")) refuse(place, value, "estimate, standardError, lower and upper");
}

function pair(value: unknown, place: string): void {
  if (!Array.isArray(value) || value.length !== 2 || value.some((number) => typeof number !== "number")) refuse(place, value, "two numbers");
}

const object = (value: unknown, place: string) => (isObject(value) ? value : refuse(place, value, "an object"));
const list = (value: unknown, place: string): readonly unknown[] => (Array.isArray(value) ? value : refuse(place, value, "a list"));
const bilingual = (value: unknown, place: string): void => {
  if (!isObject(value) || typeof value.en !== "string" || typeof value.zh !== "string") refuse(place, value, "a text in en and zh");
};
const words = (value: unknown, place: string): void => {
  if (typeof value !== "string") bilingual(value, place);
};

function refuse(place: string, found: unknown, expected: string): never {
  throw new RangeError(`${place} is ${JSON.stringify(found)?.slice(0, 40) ?? "missing"} (expected ${expected})`);
}
