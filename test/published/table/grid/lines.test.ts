import { describe, expect, it } from "vitest";
import { headRow, piecesOf, splitHeading } from "../../../../src/published/table/grid/heads";
import { even, MOST_COLUMNS, rowOf, spannedRow } from "../../../../src/published/table/grid/grid";
import { apart, readLine } from "../../../../src/published/table/grid/lines";

const kind = (text: string) => readLine(text, "range").kind;
const values = (text: string) => {
  const { kind: what, label, cells } = readLine(text, "range");
  expect(what).toBe("values");
  return [label, ...cells.map(({ text: cell }) => cell)];
};

describe("a line of a table", () => {
  it.each([
    ["", "blank"], ["   ", "blank"], ["-----", "rule"], ["==", "text"], ["Table 2. Logit models", "caption"], ["Table 2 (continued)", "rule"], ["Note: robust", "note"], ["注：括号内为标准误", "note"],
    ["Variable  Coef.  Std. Err.  z  P>|z|", "roles"], ["(1) (2) (3)", "numbering"], ["(1)", "numbering"], ["(2)", "values"], ["Model 1 Model 2", "numbering"], ["模型一 模型二", "numbering"], ["Model I", "numbering"], ["Model fit", "text"], ["Log likelihood = -114.9", "said"], ["Number of obs = 189", "said"],
    ["Age 0.5 0.6", "values"], ["Age", "text"], ["Controls Yes", "text"], ["Controls Yes Yes", "values"], ["Never or no", "text"],
  ])("%j is %s", (text, expected) => expect(kind(text)).toBe(expected));

  it("has a label and its cells: numbers with the brackets that follow them", () => {
    expect(values("Age in years 0.05** (0.02) 0.06* (0.03)")).toEqual(["Age in years", "0.05** (0.02)", "0.06* (0.03)"]);
    expect(values("(0.02) (0.03)")).toEqual(["", "(0.02)", "(0.03)"]);
    expect(values("Age 0.5 (0.1) (0.2)")).toEqual(["Age", "0.5 (0.1)", "(0.2)"]);
    expect(values("Wave 2 0.5 0.6")).toEqual(["Wave", "2", "0.5", "0.6"]);
    expect(readLine("Age in years 0.05** (0.02)", "range").cells[0]).toMatchObject({ from: 13, to: 26 });
    expect(apart(readLine("Age 0.5 (0.1) 0.6 (0.2)", "range").cells).map(({ text, from }) => [text, from])).toEqual([["0.5", 4], ["(0.1)", 8], ["0.6", 14], ["(0.2)", 18]]);
  });

  it("has thousands apart where wider gaps part its cells", () => {
    expect(values("Observations   2 345   12 345")).toEqual(["Observations", "2345", "12345"]);
    expect(values("Observations 2 345")).toEqual(["Observations", "2", "345"]);
    expect(values("Count   12   34")).toEqual(["Count", "12", "34"]);
    expect(values("N   2 34   5 678")).toEqual(["N", "2", "34", "5678"]);
  });

  it("of roles says where each stands, brackets beside a role with it", () => {
    const { roles, label } = readLine("Variable   Coef.   Std. Err.   [95% Conf. Interval]", "range");
    expect(label).toBe("Variable");
    expect(roles.map(({ role, text, from }) => [role, text, from])).toEqual([["coef", "Coef.", 11], ["se", "Std. Err.", 19], ["ci", "[95% Conf. Interval]", 31]]);
    expect(readLine("OR (SE) p", "range").roles.map(({ role, text }) => [role, text])).toEqual([["oddsRatio", "OR (SE)"], ["p", "p"]]);
    expect(kind("This gives the odds ratio and its standard error")).toBe("text");
    expect(kind("Coef. Coef.")).toBe("roles");
    expect(kind("b se")).toBe("roles");
    expect(kind("b p")).toBe("text");
    expect(kind("Coef. 0.5 Std. Err.")).not.toBe("roles");
  });

  it("that says one number after a colon is said, not a row", () => {
    expect(kind("Deviance: 12.5")).toBe("said");
    expect(kind("Age: 12.5 13.5")).toBe("values");
  });
});

describe("a line of roles", () => {
  it.each([
    ["My own very Coef. SE", "roles"], ["My own very long Coef. SE", "text"], ["My own very long  Coef. SE", "text"], ["My own very long row titles   Coef. SE", "roles"], ["My own very long row titles here   Coef. SE", "text"],
    ["Coef. foo SE", "roles"], ["Coef. foo bar SE", "text"], ["Coef. Coef. foo", "roles"], ["b b", "text"], ["b p Coef.", "roles"], ["Coef. foo bar Coef.", "text"], ["Coef.", "text"],
    ["Coef. Std. Err. 0.025 0.975", "roles"], ["Coef. Std. Err. 0.025 0.5", "values"], ["Coef. SE Mean", "roles"],
  ])("%j is %s", (text, expected) => expect(kind(text)).toBe(expected));

  it("begins with no role of another kind: that is the name of the labels", () => {
    const { label, roles } = readLine("Mean Coef. SE", "range");
    expect([label, ...roles.map(({ role }) => role)]).toEqual(["Mean", "coef", "se"]);
    expect(readLine("Coef. SE Mean", "range").roles.map(({ role, text }) => `${role} ${text}`)).toEqual(["coef Coef.", "se SE", "other Mean"]);
    expect(readLine("(SE) Coef. p", "range").roles.map(({ text }) => text)).toEqual(["Coef.", "p"]);
  });
});

describe("a line of numbers of models", () => {
  it.each([
    ["Model 1 Model 2 fit", "numbering"], ["Model 1 Model 2 fit here", "text"], ["Model 1", "numbering"], ["Model 1 fit", "text"], ["Stay Model 1 Model 2", "numbering"], ["N (1) (2)", "values"], ["Stay (1) (2)", "numbering"], ["Stay here (1)", "numbering"],
    [Array(50).fill("Model 1").join(" "), "numbering"], [Array(51).fill("Model 1").join(" "), "values"],
  ])("%j is %s", (text, expected) => expect(kind(text)).toBe(expected));
});

describe("fillers and thousands", () => {
  it("a filler right after words is theirs where a number follows", () => {
    expect(values("Never or no   0.5 0.6")).toEqual(["Never or no", "0.5", "0.6"]);
    expect(values("Never or no 0.5 no")).toEqual(["Never or no", "0.5", "no"]);
    expect(values("Never  no  0.5")).toEqual(["Never", "no", "0.5"]);
    expect(values("Never NO 0.5")).toEqual(["Never", "NO", "0.5"]);
    expect(values("Never no no")).toEqual(["Never", "no", "no"]);
    expect(values("no 0.5")).toEqual(["", "no", "0.5"]);
  });

  it("fillers alone are words, dashes are cells", () => {
    expect(["Yes Yes", "Yes", "Never Yes"].map(kind)).toEqual(["text", "text", "text"]);
    expect(values("Age -")).toEqual(["Age", "-"]);
    expect(values("Age Yes -")).toEqual(["Age", "Yes", "-"]);
  });

  it("thousands are set apart only among whole numbers", () => {
    expect(values("Count   12 345 678")).toEqual(["Count", "12345678"]);
    expect(values("Count   2 345   6.5")).toEqual(["Count", "2", "345", "6.5"]);
    expect(values("Count   2 345   (6)")).toEqual(["Count", "2", "345 (6)"]);
    expect(values("   2 345   1 234")).toEqual(["", "2345", "1234"]);
    expect(values("Count 345 678")).toEqual(["Count", "345", "678"]);
  });

  it("a number said in words is said in a short line", () => {
    const line = (length: number) => `Number of obs = 189 ${"x".repeat(length - 20)}`;
    expect([line(299), line(300)].map(kind)).toEqual(["said", "text"]);
  });
});

describe("headings over columns", () => {
  const cells = (row: { cells: readonly string[]; spans: readonly number[] } | undefined) => row && row.cells.map((text, j) => `${text}:${row.spans[j]}`);
  const columns = [{ from: 20, to: 26 }, { from: 30, to: 36 }, { from: 40, to: 46 }];

  it("are parted by two blanks or more", () => expect(piecesOf("Model 1   Model 2 A  x")).toEqual([{ text: "Model 1", from: 0, to: 7 }, { text: "Model 2 A", from: 10, to: 19 }, { text: "x", from: 21, to: 22 }]));

  it("stand over the columns that they cover, or the nearest", () => {
    expect(cells(headRow("Variable            (1)       (2)       (3)", columns, 3, 3))).toEqual(["Variable:1", "(1):1", "(2):1", "(3):1"]);
    expect(cells(headRow("                    A long name here    (3)", columns, 3, 3))).toEqual([":1", "A long name here:2", ":0", "(3):1"]);
    expect(cells(headRow("                              (2)", columns, 3, 3))).toEqual([":1", ":1", "(2):1", ":1"]);
    expect(cells(headRow("                                    x", columns, 3, 3))).toEqual([":1", ":1", "x:1", ":1"]);
    expect(cells(headRow("                                     x", columns, 3, 3))).toBeUndefined(); // as near to the third
  });

  const at = (...pieces: readonly (readonly [number, string])[]) => pieces.reduce((line, [from, text]) => line.padEnd(from) + text, "");
  it.each([
    // A piece that ends before the first column is the labels' name; one that ends where it begins is a heading far from any.
    [[[0, "a".repeat(19)], [30, "(2)"]], [`${"a".repeat(19)}:1`, ":1", "(2):1", ":1"]], [[[0, "a".repeat(20)], [30, "(2)"]], undefined],
    // Alone it may begin two places before the first column.
    [[[18, "abcd"]], [":1", "abcd:1", ":1", ":1"]], [[[17, "abcd"]], undefined],
    // It covers what it lies over, not what it touches.
    [[[24, "abcdef"]], [":1", "abcdef:1", ":1", ":1"]], [[[26, "abcde"]], [":1", ":1", "abcde:1", ":1"]], [[[24, "abcdefg"]], [":1", "abcdefg:2", ":0", ":1"]],
    // Between two columns it belongs to one that is less than half as far, about.
    [[[26, "a"]], [":1", "a:1", ":1", ":1"]], [[[26, "ab"]], undefined],
    // Two over one column stand in order where there are as many as columns.
    [[[20, "ab"], [24, "cd"], [40, "ef"]], [":1", "ab:1", "cd:1", "ef:1"]], [[[20, "ab"], [24, "cd"]], undefined],
  ] as const)("%j are %j", (pieces, expected) => {
    const row = headRow(at(...pieces), columns, 3, 3);
    expect([cells(row), row?.head]).toEqual([expected, expected && true]);
  });

  it("are names of models where there is one for each, from eight places before the first column on", () => {
    const four = [...columns, { from: 50, to: 56 }];
    const named = (...pieces: readonly (readonly [number, string])[]) => cells(headRow(at(...pieces), four, 4, 2, [0, 2]));
    expect(named([12, "North"], [40, "South"])).toEqual([":1", "North:2", ":0", "South:2", ":0"]);
    expect(named([11, "North"], [40, "South"])).toEqual(["North:1", ":1", ":1", "South:1", ":1"]);
    expect(named([0, "a"], [5, "b"], [20, "North"], [40, "South"])).toEqual(["a b:1", "North:1", ":1", "South:1", ":1"]);
    expect(named([0, "a"], [15, "North of town"], [40, "South"])).toEqual(["a:1", "North of town:2", ":0", "South:2", ":0"]);
    expect(cells(headRow(at([30, "North"]), columns, 3, 1, [0]))).toEqual([":1", "North:3", ":0", ":0"]);
    expect(headRow(at([20, "North"], [40, "South"]), four, 4, 2, [0, 2])?.head).toBe(true);
  });

  it("that begin over the labels stand over the whole table", () => expect(headRow("   Dependent variable", columns, 3, 3)).toBeUndefined());

  it("of models stand over all of their columns", () => {
    expect(cells(headRow("Variable            North     South", [...columns, { from: 50, to: 56 }], 4, 2, [0, 2]))).toEqual(["Variable:1", "North:2", ":0", "South:2", ":0"]);
    expect(cells(headRow("x North South", undefined, 4, 2))).toBeUndefined();
    expect(cells(headRow("North South", undefined, 4, 2))).toEqual([":1", "North:2", ":0", "South:2", ":0"]);
  });

  it.each([
    ["Variable Model 1 Model 2", 2, { stub: "Variable", heads: ["Model 1", "Model 2"] }], ["Variable North South", 2, { stub: "Variable", heads: ["North", "South"] }], ["North South", 2, { stub: "", heads: ["North", "South"] }], ["(1) OLS (2) Logit", 2, { stub: "", heads: ["(1) OLS", "(2) Logit"] }],
    ["Stay Men  Stay Women", 2, { stub: "", heads: ["Stay Men", "Stay Women"] }], ["Variable", 1, undefined], ["Stay", 1, { stub: "", heads: ["Stay"] }], ["Number of them", 3, undefined], ["Place  North  South", 2, { stub: "Place", heads: ["North", "South"] }], ["Place North South", 2, undefined],
    ["Stay Men Stay Women", 2, { stub: "", heads: ["Stay Men", "Stay Women"] }], ["All here Stay Men Stay Women", 2, { stub: "All here", heads: ["Stay Men", "Stay Women"] }], ["All are here Stay Men Stay Women", 2, undefined],
    ["All Stay Men Stay Women", 2, { stub: "All", heads: ["Stay Men", "Stay Women"] }],
  ])("%j in %i", (text, many, expected) => expect(splitHeading(text, many)).toEqual(expected));
});

describe("rows of cells", () => {
  it("are made as long as the longest, empty ones dropped", () => {
    expect(even([rowOf(["a"]), rowOf(["", " "]), spannedRow([{ text: "b", span: 2 }], true)])).toEqual([{ cells: ["a", ""], spans: [1, 1] }, { cells: ["b", ""], spans: [2, 0], head: true }]);
  });

  it("have at most so many columns as any table has", () => {
    expect(rowOf(Array<string>(300).fill("x")).cells).toHaveLength(MOST_COLUMNS);
    expect(spannedRow([{ text: "a", span: 5000 }, { text: "b", span: 1 }])).toMatchObject({ cells: { length: MOST_COLUMNS } });
    expect(spannedRow([{ text: "a", span: 0 }, { text: "b", span: 2 }])).toEqual({ cells: ["a", "b", ""], spans: [1, 2, 0] });
  });
});
