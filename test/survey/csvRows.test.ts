import fc from "fast-check";
import { expect, test } from "vitest";
import { checkShapes, csvRows } from "../../src/survey/csvRows";
import { BadInput } from "../../src/badInput";

const linesOf = (text: string) => csvRows(text, "a.csv").rows.map(({ line, cells }) => [line, ...cells]);

function refusal(text: string): BadInput {
  try {
    checkShapes(csvRows(text, "a.csv"), "a.csv");
  } catch (error) {
    if (error instanceof BadInput) return error;
    throw error;
  }
  throw new Error("was not refused");
}

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
  fc.assert(fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 8 }), fc.constantFrom("\n", "\r\n"), (rows, end) => {
    const quoted = (text: string) => `"${text.replaceAll('"', '""').replaceAll("\n", end)}"`;
    const before = ["first,second", ...rows.map(([a, b]) => `${quoted(a)},${quoted(b)}`), ""].join(end);
    expect(csvRows(`${before}last,row`, "a.csv").rows.at(-1)).toEqual({ line: before.split(end).length, cells: ["last", "row"] });
  }));
});

test("spaces around a cell are dropped, Chinese ones too", () => {
  expect(linesOf("a,b\n  1 ,\u3000x y\u3000\n")).toEqual([[2, "1", "x y"]]);
});

test.each([
  ["", undefined, /the file is empty/],
  ["\n \n", undefined, /the file is empty/],
  ["a,b\n", 1, /a header and no respondents/],
  ["a;b\n1;2\n", 1, /semicolons/],
  ["a\tb\n1\t2\n", 1, /tabs/],
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
