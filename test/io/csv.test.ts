import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BadInput } from "../../src/badInput";
import { checkShapes, readCsv } from "../../src/io/csv";
import { readText } from "../../src/io/file";
import type { Separator } from "../../src/io/separator";
import { bothLanguages } from "./bothLanguages";
import { refusedWith } from "../refusedWith";

const linesOf = (text: string, separator?: Separator) => readCsv(text, "a.csv", separator).rows.map(({ line, cells }) => [line, ...cells]);

const refusal = (text: string): BadInput => refusedWith(BadInput, () => checkShapes(readCsv(text, "a.csv")));

test("a row's line is that of the file, the header being 1, whatever the line ends", () => {
  for (const end of ["\n", "\r\n", "\r"]) expect(linesOf(["a,b", "1,2", "3,4", ""].join(end))).toEqual([[2, "1", "2"], [3, "3", "4"]]);
  expect(linesOf("a,b\r\n1,2\n3,4")).toEqual([[2, "1", "2"], [3, "3", "4"]]);
});

test("a quoted cell over several lines and blank lines do not shift the count", () => {
  for (const end of ["\n", "\r\n"]) {
    expect(linesOf(["a,b", "1,\"x", "y", "z\"", "", "2,w"].join(end)).map(([line]) => line)).toEqual([2, 6]);
  }
});

test("the line of the last row is right however the rows before it are quoted (property)", () => {
  const cell = fc.stringMatching(/^[a-z\n",]{1,6}$/);
  fc.assert(fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), fc.constantFrom("\n", "\r\n"), fc.constantFrom<Separator>(",", ";", "\t"), (rows, end, separator) => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""').replaceAll("\n", end)}"`;
    const before = [`first${separator}second`, ...rows.map(([a, b]) => `${quoted(a)}${separator}${quoted(b)}`), ""].join(end);
    expect(readCsv(`${before}last${separator}row`, "a.csv", separator).rows.at(-1)).toEqual({ line: before.split(end).length, cells: ["last", "row"] });
  }));
});

test("spaces around a cell are dropped, Chinese ones too, beside quotation marks and within", () => {
  expect(linesOf("a,b\n  1 ,\u3000x y\u3000\n")).toEqual([[2, "1", "x y"]]);
  expect(linesOf("a,b\n \"1\" ,\" 3 \"\n")).toEqual([[2, "1", "3"]]);
});

test("a blank line is no row; two quotation marks alone are an empty cell where there is one column", () => {
  expect(linesOf("a,b\n\n1,2\n  \n3,4\n")).toEqual([[3, "1", "2"], [5, "3", "4"]]);
  expect(linesOf("a\n1\n\"\"\n\n2\n")).toEqual([[2, "1"], [3, ""], [5, "2"]]);
});

test("columns at the end without heading and content are none; with content they are, and what is too long stays so", () => {
  const { header, rows } = readCsv("a,b,,\n1,2,,\n3,4\n", "a.csv");
  expect([header.cells, ...rows.map(({ cells }) => cells)]).toEqual([["a", "b"], ["1", "2"], ["3", "4"]]);
  expect(readCsv("a,b,,\n1,2,,\n3,4,,5\n", "a.csv").header.cells).toEqual(["a", "b", "", ""]);
  expect(refusal("a,b,,\n1,2,,,\n")).toMatchObject({ place: { row: 2 }, message: expect.stringContaining("too long") as string });
  expect(readCsv("a,,b\n1,,2\n", "a.csv").header.cells).toEqual(["a", "", "b"]);
});

describe("the separator", () => {
  test.each<[string, string, Separator]>([
    ["semicolons", "y;x\n1;2\n", ";"],
    ["semicolons with decimal commas", "y;x\n1,5;2,0\n0,5;3,25\n", ";"],
    ["quoted semicolons, as write.csv2 has them", "\"y\";\"x\"\n\"1\";\"2\"\n", ";"],
    ["tabs, an empty cell among them", "y\tx\n\t2\n", "\t"],
    ["commas in a table whose cells hold semicolons", "y,x\n1,a;b\n2,c\n", ","],
    ["commas where there is one column", "y\n1\n", ","],
    ["what Excel's first line says", "sep=;\ny;x,z\n1;2,3\n", ";"],
  ])("is found: %s", (_, text, separator) => expect(readCsv(text, "a.csv").separator).toBe(separator));

  test("of Excel's first line does not shift the rows", () => {
    expect(linesOf("sep=;\r\ny;x\r\n1;2\r\n")).toEqual([[3, "1", "2"]]);
    expect(linesOf("sep=\t\r\ny\tx\r\n1\t2\r\n")).toEqual([[3, "1", "2"]]);
  });

  test("is taken where it is named", () => {
    expect(linesOf("y;x,z\n1;2,3\n", ",")).toEqual([[2, "1;2", "3"]]);
    expect(linesOf("y|x\n1|2\n", "|")).toEqual([[2, "1", "2"]]);
  });

  test.each([
    ["two fit", "y;x,z\n1;2,3\n", /commas \(2\) or by semicolons \(2\).*--separator/],
    ["it is a bar", "y|x\n1|2\n", /bars.*--separator/],
    ["the first line names none", "sep=x\nyxz\n", /names a separator that is not known/],
  ])("is refused where %s", (_, text, message) => expect(() => readCsv(text, "a.csv")).toThrow(message));

  test("is refused where the file says another", () => expect(() => readCsv("sep=;\ny;x\n1;2\n", "a.csv", ",")).toThrow(/says semicolons, --separator commas/));
});

test.each([
  ["", undefined, /the file is empty/],
  ["\n \n", undefined, /the file is empty/],
  ["a,b\n1,2\n3\n", 3, /too short: 1 cells; ends before column b \(expected 2/],
  ["a,b\n1,2\n3,4,5\n", 3, /too long: 3 cells; beyond the last column: "5"/],
  ["a,b\n1,2\na,b\n3,4\n", 3, /header is repeated/],
  ["a,b\n1,2\n3,\"x\n4,y\n5,z\n", 3, /column b: a quotation mark .* never closed/],
  ["a,b\n1,\"x\n2,\"y\n3,z\n", 2, /column b: a quotation mark .* another one on line 3/],
  ["a,b\n1,x\"y\n2,y\n", 2, /column b: a quotation mark .* middle of a cell/],
])("%j is refused at row %j", (text, row, message) => {
  const error = refusal(text);
  expect(error.place).toMatchObject(row === undefined ? { file: "a.csv" } : { file: "a.csv", row });
  expect(error.message).toMatch(message);
  expect(error.message).toMatch(/Nothing was written\.$/);
});

test("the files by which readers once differed", () => {
  const fixture = (name: string) => readCsv(readText(join(__dirname, "../fixtures/io", name)).text, name);
  expect(fixture("gb3.csv").rows).toEqual(fixture("utf3.csv").rows);
  expect(new Set(fixture("gb3.csv").rows.map(({ cells }) => cells[2]))).toEqual(new Set(["长春", "广州", "哈尔滨"]));
  for (const name of ["multi.csv", "multicrlf.csv"]) expect(fixture(name).rows.find(({ cells }) => cells[1] === "oops")?.line).toBe(4);
  expect(fixture("semi.csv")).toMatchObject({ separator: ";", header: { cells: ["y", "x"] } });
});

test("Excel's first line that names tabs is no row", () => {
  expect(readCsv("sep=\t\r\ny\tx\r\n1\t2\r\n", "a.csv")).toEqual({ file: "a.csv", separator: "\t", header: { line: 2, cells: ["y", "x"] }, rows: [{ line: 3, cells: ["1", "2"] }] });
});

test("the header stands in its line, behind blank ones; columns at the end without heading and content go, but never the first", () => {
  const { header, rows } = readCsv("\n\na,b,,\n1,2,,\n3,4\n", "a.csv");
  expect([header, rows]).toEqual([{ line: 3, cells: ["a", "b"] }, [{ line: 4, cells: ["1", "2"] }, { line: 5, cells: ["3", "4"] }]]);
  expect(readCsv("a,b,c\n1,2,\n", "a.csv").header.cells).toEqual(["a", "b", "c"]); // a heading alone stays
  expect(readCsv("a,b,\n1,2,\n3,4,x\n", "a.csv").rows.map(({ cells }) => cells)).toEqual([["1", "2", ""], ["3", "4", "x"]]); // so does content
  expect(readCsv("a,b,\n1,2,\n3,4,,5\n", "a.csv").rows[1].cells).toEqual(["3", "4", "", "5"]); // what is too long stays so
  expect(readCsv(",\n,\n", "a.csv", ",")).toMatchObject({ header: { line: 1, cells: [""] }, rows: [{ line: 2, cells: [""] }] });
});

test("a row of another length is told by where it ends or what is beyond; the header once more by its first three names", () => {
  const refused = (text: string): string => bothLanguages(() => checkShapes(readCsv(text, "a.csv", ",")))[0];
  expect(refused("a,b,c\n1,2,3\n4,5\n")).toBe("a.csv, row 3: the row is too short: 2 cells; ends before column c (expected 3, as in the header). Correct the file. Nothing was written.");
  expect(refused(`a,b,c\n1,2,3,${"0123456789".repeat(6)}x,5\n`)).toBe(`a.csv, row 2: the row is too long: 5 cells; beyond the last column: "${"0123456789".repeat(6)}" (expected 3, as in the header). Correct the file. Nothing was written.`);
  expect(refused("a,b,c,d\n1,2,3,4\na,b,c,d\n")).toBe("a.csv, row 3: the header is repeated inside the file (a, b, c, …) (expected a row of values). Delete the line; give files one by one rather than pasted together. Nothing was written.");
  expect(() => checkShapes(readCsv("a,b\na,x\ny,b\n", "a.csv"))).not.toThrow();
});
