import { expect, it } from "vitest";
import { type DataFile, missingKind, type Variable } from "../../src/io/dataFile";
import { dataFileTable } from "../../src/io/dataFileTable";

const variable = (values: readonly (number | string)[], more: Partial<Variable> = {}): Variable => ({
  name: "v", label: "a question", kind: typeof values[0] === "string" ? "text" : "number", format: "", values: typeof values[0] === "string" ? (values as string[]) : Float64Array.from(values as number[]),
  labels: new Map(), tags: new Map(), tagLabels: new Map(), missing: { values: [] }, ...more,
});
const tableOf = (format: string, ...variables: Variable[]) => dataFileTable({ name: "a", format, encoding: { name: "utf-8", from: "declared" }, rows: variables[0].values.length, variables, notes: [{ en: "a note", zh: "一条说明" }] } satisfies DataFile);
const columnOf = (format: string, one: Variable) => {
  const { rows, columns: [{ label, labels, missing }] } = tableOf(format, one);
  return { cells: rows.map(({ cells }) => cells[0]), label, labels: Object.fromEntries(labels), missing: [...missing] };
};

it("rows are numbered from 1, cells stand under their names", () => {
  expect(tableOf("SPSS .sav", variable([1, NaN, -0]), variable([" x ", "", "y"], { name: "w", label: "" }))).toEqual({
    file: "a", format: "SPSS .sav", notes: [{ en: "a note", zh: "一条说明" }], header: { line: 1, cells: ["v", "w"] },
    rows: [{ line: 1, cells: ["1", "x"] }, { line: 2, cells: ["", ""] }, { line: 3, cells: ["0", "y"] }],
    columns: [{ label: "a question", labels: new Map(), missing: new Set() }, { label: "", labels: new Map(), missing: new Set() }],
  });
});

it("labels and missing values of codes and texts stand by the cells' texts; a range holds both its ends", () => {
  expect(columnOf("SPSS .sav", variable([1, 96, 97, 98, 99, 100, -1, NaN], { labels: new Map([[1, "yes"], [-0, "none"], [99, "refused"]]), missing: { values: [-1], range: [97, 99] } }))).toEqual({
    label: "a question", cells: ["1", "96", "97", "98", "99", "100", "-1", ""], labels: { 0: "none", 1: "yes", 99: "refused" }, missing: ["-1", "97", "98", "99"],
  });
  expect(columnOf("SPSS .sav", variable(["a ", "n.a.", ".a", "5"], { labels: new Map([["a  ", "first"]]), missing: { values: ["n.a."], range: [1, 9] } }))).toEqual({
    label: "a question", cells: ["a", "n.a.", ".a", "5"], labels: { a: "first" }, missing: ["n.a."],
  });
});

it("Stata's tagged missing values are texts of their own, a text like one is none", () => {
  expect(columnOf("Stata .dta 118", variable([1, NaN, NaN, NaN], { tags: new Map([[1, "b"], [3, "z"]]), tagLabels: new Map([["b", "refused"]]), labels: new Map([[1, "yes"]]) }))).toEqual({
    label: "a question", cells: ["1", ".b", "", ".z"], labels: { 1: "yes", ".b": "refused" }, missing: [".b", ".z"],
  });
  expect(columnOf("Stata .dta 118", variable([".b", "c"])).missing).toEqual([]);
});

// SPSS counts seconds from 14 October 1582, Stata days or milliseconds from 1 January 1960.
const SPSS_2000 = (2_451_545 - 2_299_160 - 0) * 86_400; // Julian day numbers of 1 January 2000 and 14 October 1582
it.each([
  ["SPSS .sav", "date", SPSS_2000, "2000-01-01"], ["SPSS .sav", "datetime", SPSS_2000 + 61.5, "2000-01-01 00:01:01.500"], ["SPSS .sav", "time", 3600, "3600"],
  ["Stata .dta 118", "date", -1, "1959-12-31"], ["Stata .dta 118", "date", 14_610, "2000-01-01"], ["Stata .dta 118", "datetime", 14_610 * 86_400_000 + 1000, "2000-01-01 00:00:01"], ["Stata .dta 118", "time", 5, "5"],
] as const)("%s: a %s of %d is %s, in labels and missing values too", (format, kind, value, text) => {
  expect(columnOf(format, variable([value, value + 1e9], { kind, labels: new Map([[value, "then"]]), missing: { values: [value] } }))).toMatchObject({ cells: [text, expect.any(String)], labels: { [text]: "then" }, missing: [text] });
  const next = kind === "date" && format.startsWith("SPSS") ? 86_400 : 1;
  const { cells, missing } = columnOf(format, variable([value - next, value, value + next], { kind, missing: { values: [], range: [value, value + next] } }));
  expect(missing).toEqual(cells.slice(1));
});

it("a number that no date can be stays a number", () => {
  expect(columnOf("Stata .dta 118", variable([1e9, 0], { kind: "date" })).cells).toEqual(["1000000000", "1960-01-01"]);
});

it("whether a value is missing and in which way", () => {
  const told = variable([1, 98, 99, 100, NaN, NaN, -3], { tags: new Map([[5, "a"]]), missing: { values: [-3], range: [98, 99] } });
  expect([...told.values].map((_, i) => missingKind(told, i))).toEqual([undefined, "declared", "declared", undefined, "system", "tagged", "declared"]);
  expect(missingKind(variable(["98"], { missing: { values: [], range: [1, 99] } }), 0)).toBeUndefined();
});
