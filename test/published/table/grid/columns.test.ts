import { describe, expect, it } from "vitest";
import { cellColumns } from "../../../../src/published/table/grid/columns";
import { readLine } from "../../../../src/published/table/grid/lines";
import { readTable } from "../../../../src/published/table/joinTables";

/** The rows of a text as its columns have them; `heads` are lines of headings, of which one may hold roles and one numbers of models. */
const layout = (heads: readonly string[], ...texts: readonly string[]) => {
  const read = heads.map((text) => readLine(text, "range"));
  const roles = read.find(({ kind }) => kind === "roles")?.roles ?? [];
  const lines = texts.map((text) => readLine(text, "range"));
  const { places, place, ...rest } = cellColumns(lines, roles, read.find(({ kind }) => kind === "numbering")?.text, heads);
  return { ...rest, places: places?.map(({ from, to }) => [from, to]), rows: lines.map((line) => {
    const row = place(line);
    return "cells" in row ? [row.label, ...row.cells].join("|") : `${row.code} ${row.values.join(" of ")}`;
  }) };
};
const rows = (heads: readonly string[], ...texts: readonly string[]) => layout(heads, ...texts).rows;

describe("the roles in the headings", () => {
  it("are borne out by a fifth of the rows, those about the whole model not counted", () => {
    const bad = ["Age 0.5", "Sex 0.6", "Kin 0.7", "Edu 0.8"];
    expect(layout(["Variable B SE p"], "Job 0.5 0.1 0.02", ...bad)).toMatchObject({ rolesHeld: true, width: 3 });
    expect(layout(["Variable B SE p"], "Job 0.5 0.1 0.02", ...bad, "City 0.9")).toMatchObject({ rolesHeld: false, width: 1 });
    expect(layout(["Variable B SE p"], "Job 0.5 0.1 0.02", ...bad, "N 187", "AIC 12.5")).toMatchObject({ rolesHeld: true });
    expect(layout(["Variable B SE p"], "N 187")).toMatchObject({ rolesHeld: false, width: 1, models: 1 });
    expect(layout([], "Age 0.5")).toMatchObject({ rolesHeld: true });
  });

  it("say how many models there are, and where each begins: where the first of them stands again", () => {
    expect(layout(["Variable Coef. SE Coef. SE p"], "Age 0.5 0.1 0.6 0.2 0.03")).toMatchObject({ models: 2, starts: [0, 2] });
    expect(layout(["Variable Mean Coef. SE"], "Age 3.5 0.5 0.1")).toMatchObject({ models: 1, starts: [1] });
    expect(layout(["Variable OR CI OR CI"], "Age 0.5 0.1-0.9 0.6 0.2-0.8")).toMatchObject({ width: 4, models: 2, starts: [0, 2] });
    expect(layout(["Variable OR p CI OR p CI"], "Age 0.5 0.04 0.1 0.9 0.6 0.03 0.2 0.8")).toMatchObject({ width: 8, models: 2, starts: [0, 4] });
    expect(layout(["(1) (2)"], "Age 0.5 0.6", "Sex 0.6 0.7")).toMatchObject({ models: 2, starts: [] });
  });

  it("count brackets with their numbers or apart, as more rows bear out", () => {
    expect(layout(["Variable Coef. SE"], "Age 0.5 (0.1)")).toMatchObject({ width: 2, rows: ["Age|0.5|(0.1)"] });
    expect(rows(["Variable Coef. SE"], "Age 0.5 (0.1) 0.6", "Sex 0.6 (0.2)", "Kin 0.7 (0.3)")).toEqual(["tooMany 3 of 2", "Sex|0.6|(0.2)", "Kin|0.7|(0.3)"]);
    expect(rows(["Variable Coef. SE"], "Age 0.5 (0.3) 0.1", "Sex 0.6 (0.3) 0.2", "Kin 0.7 (0.3)")).toEqual(["Age|0.5 (0.3)|0.1", "Sex|0.6 (0.3)|0.2", "tooFew 1 of 2"]);
  });

  it("an interval is one cell of two numbers or two of one: a lone number is none", () => {
    expect(rows(["Variable B SE z p CI"], "Age 0.5 (0.1) 5.0 0.02 0.3 0.7", "Sex 0.6 (0.2) 3.0 0.03 0.2 1.0")).toEqual(["Age|0.5|(0.1)|5.0|0.02|0.3|0.7", "Sex|0.6|(0.2)|3.0|0.03|0.2|1.0"]);
    expect(rows(["Variable B CI z p"], "Age 0.5 (0.3, 0.7) 5.0 0.02")).toEqual(["Age|0.5|(0.3, 0.7)|5.0|0.02"]);
    expect(rows(["Variable OR CI p"], "Age 1.5 - 0.02", "Sex 1.6 - 0.03", "Kin 1.5 1.1-1.9 0.04")).toEqual(["Age|1.5|-|0.02", "Sex|1.6|-|0.03", "Kin|1.5|1.1-1.9|0.04"]);
    // Standard errors in brackets and limits side by side: six numbers under five headings.
    expect(Object.values(readTable("Variable B SE z p CI\nAge 0.5 (0.1) 5.0 0.02 0.3 0.7\nSex 0.6 (0.2) 3.0 0.03 0.2 1.0\n")!.models)[0].rows[0]).toEqual({ term: "Age", label: "Age", coef: "0.5", stars: "", se: "0.1", z: "5.0", p: "0.02", lower: "0.3", upper: "0.7" });
  });
});

describe("the number of columns where no heading tells", () => {
  it("is that of brackets alone on their lines, two or more: a label's own numbers do not count", () => {
    const labelled = ["Wave 2 0.5 0.6", "Wave 3 0.7 0.8"];
    expect(rows([], labelled[0], "(0.1) (0.2)", labelled[1], "(0.1) (0.2)")).toEqual(["Wave 2|0.5|0.6", "|(0.1)|(0.2)", "Wave 3|0.7|0.8", "|(0.1)|(0.2)"]);
    expect(layout([], ...labelled, "(0.1) (0.2)")).toMatchObject({ width: 3 });
    expect(layout([], labelled[0], "(0.1) (0.2)", labelled[1], "(0.1)")).toMatchObject({ width: 2 });
    expect(layout([], "Wave 2 0.5", "(0.1)", "Wave 3 0.6", "(0.1)")).toMatchObject({ width: 1 });
    expect(layout([], ...labelled, "(0.1) (0.2)", "(0.1) (0.2)", "Bounds (0.1) (0.2) (0.3) (0.4)", "0.1 0.2 0.3 0.4", "(0.1) 0.2 0.3 0.4")).toMatchObject({ width: 2 });
  });

  it("else the largest that two rows have or the models' numbers bear out, else that of the fullest row", () => {
    expect(layout([], "Age 0.5 0.6", "Sex 0.5 0.6", "Kin 0.1 0.2 0.3", "Edu 0.1", "Job 0.2")).toMatchObject({ width: 2, models: 2 });
    expect(layout(["(1) (2) (3)"], "Age 0.5 0.6", "Sex 0.5 0.6", "Kin 0.1 0.2 0.3")).toMatchObject({ width: 3 });
    expect(layout([], "Age 0.5 0.6", "Kin 0.1 0.2 0.3")).toMatchObject({ width: 3 });
    expect(layout([], "Age 0.5", "Sex 0.6")).toMatchObject({ width: 1 });
    expect(layout([], "Age 0.5 0.6", "N 10 20 30", "N 10 20 30")).toMatchObject({ width: 2 });
  });
});

describe("columns by place", () => {
  const places = (...texts: readonly string[]) => layout([], ...texts).places;

  it("are told from two lines on, where a quarter of the gaps are of three blanks or more", () => {
    expect(places("Age   0.5   0.6")).toBeUndefined();
    expect(places("Age   0.5   0.6", "Sex   0.7   0.8")).toEqual([[6, 9], [12, 15]]);
    expect(places("Age   0.5 0.6", "Sexes 0.7 0.8")).toEqual([[6, 9], [10, 13]]); // one gap of four
    expect(places("Age   0.5 0.6", "Sexes 0.7 0.8", "Lives 0.7")).toBeUndefined(); // one of five
    expect(places("Age  0.5 0.6", "Sex  0.7 0.8")).toBeUndefined();
    expect(places("Age    0.5 0.6", "Sexes  0.7 0.8")).toEqual([[7, 10], [11, 14]]);
  });

  it("the gap before a line without a label is none", () => {
    expect(places("Age 0.5 0.6", "    0.1 0.2")).toBeUndefined();
    expect(places("Age 0.5 0.6", "    0.1   0.2")).toEqual([[4, 7], [8, 13]]);
    expect(places("Age    0.5 0.6", "Sex    0.7 0.8")).toEqual([[7, 10], [11, 14]]);
  });

  it("leave out what begins more than one place left of the first number that has a label", () => {
    const table = ["Age         0.5     0.6", "Sex         0.7     0.8"];
    expect(places(...table, "          12")).toEqual([[12, 15], [20, 23]]);
    expect(places(...table, "           (0.1)   (0.2)")).toEqual([[11, 16], [19, 24]]);
    expect(places(...table, "           5")).toBeUndefined(); // a third column
    expect(places("0.5     0.6", "0.7     0.8")).toBeUndefined(); // nothing has a label
  });

  it("hold cells that lie over each other, also in part; cells that only touch are two", () => {
    expect(places("A         12.345   0.6", "B          0.5     0.6", "C              0.7 0.6")).toEqual([[10, 18], [19, 22]]);
    expect(layout(["Variable Coef.  SE"], "Age    0.5(0.1)", "Sex    0.7(0.2)").places).toEqual([[7, 10], [10, 15]]);
  });

  it("are more than the fullest row has only where a line of headings has as many and roles do not say otherwise", () => {
    const gappy = ["Age         0.5                 0.7", "Sex                   0.6       0.8", "Kin         0.5                 0.7"];
    expect(layout(["Men Women All"], ...gappy)).toMatchObject({ width: 3, models: 3, places: [[12, 15], [22, 25], [32, 35]], rows: ["Age|0.5||0.7", "Sex||0.6|0.8", "Kin|0.5||0.7"] });
    expect(layout(["Men Women"], ...gappy)).toMatchObject({ width: 2, places: undefined });
    expect(layout(["Variable Coef. SE", "Men Women All"], ...gappy)).toMatchObject({ width: 2, places: undefined });
    expect(layout(["Men Women"], "Age         0.5", "Sex         0.6")).toMatchObject({ width: 1, places: undefined }); // one column needs no places
  });

  it("a class left of them all is a label, also beside as many numbers as there are columns; two in one column are counted by order", () => {
    const full = ["Age       0.5     0.6     0.7", "Sex       0.8     0.9     1.1"];
    expect(rows([], ...full, "18-24     0.5             0.7", "65+               0.6     0.7", "3         0.5     0.6     0.7")).toEqual(["Age|0.5|0.6|0.7", "Sex|0.8|0.9|1.1", "18-24|0.5||0.7", "65+||0.6|0.7", "3|0.5|0.6|0.7"]);
    // Only classes: numbers whose places were lost keep their order, or are told.
    expect(rows([], ...full, "0.5       0.6     0.7", "(0.1)     0.6", "187       190     210", "1.5-2.5   0.5     0.7")).toEqual(["Age|0.5|0.6|0.7", "Sex|0.8|0.9|1.1", "|0.5|0.6|0.7", "tooFew 2 of 3", "|187|190|210", "|1.5-2.5|0.5|0.7"]);
    expect(rows([], "Age       0.5000000     0.6   0.7", "Sex       0.8           0.9   1.1", "Kin       0.5 0.6")).toEqual(["Age|0.5000000|0.6|0.7", "Sex|0.8|0.9|1.1", "tooFew 2 of 3"]);
  });
});

describe("columns by order", () => {
  it("classes at the beginning of lines are labels, however many rows they name, and where a number is missing too", () => {
    expect(rows([], "18-24 0.5 0.6", "25-34 0.7 0.8", "65+ 0.2 0.3", "Kin 0.1 0.2")).toEqual(["18-24|0.5|0.6", "25-34|0.7|0.8", "65+|0.2|0.3", "Kin|0.1|0.2"]);
    expect(rows([], "Age 18-24 0.5 0.6", "25-34 0.7", "Age 35-44 0.7", "Kin 0.1 0.2", "Sex 0.1 0.2")).toEqual(["Age 18-24|0.5|0.6", "tooFew 1 of 2", "tooFew 1 of 2", "Kin|0.1|0.2", "Sex|0.1|0.2"]);
    expect(rows(["Variable B SE"], "18-24 0.5 0.1", "25-34 0.7 0.1", "35-44 0.2 0.1")).toEqual(["18-24|0.5|0.1", "25-34|0.7|0.1", "35-44|0.2|0.1"]);
    // A plus after words may be a mark; an interval may head the columns; a number of the model has no classes; a class alone is a number.
    expect(rows([], "Kin 12+ 5", "Sex 10 6", "Edu 11+ 4")).toEqual(["Kin|12+|5", "Sex|10|6", "Edu|11+|4"]);
    expect(rows(["Variable CI OR"], "Kin 1-3 2.5", "Sex 1-4 2.5")).toEqual(["Kin|1-3|2.5", "Sex|1-4|2.5"]);
    expect(rows([], "Kin 0.1 0.2", "Sex 0.1 0.2", "N 10-20 30")).toEqual(["Kin|0.1|0.2", "Sex|0.1|0.2", "N|10-20|30"]);
    expect(rows([], "Kin 0.1", "Sex 0.1", "18-24")).toEqual(["Kin|0.1", "Sex|0.1", "|18-24"]);
  });

  it("whole numbers before a full row's cells are the label's, also with a plus or a bracket", () => {
    expect(rows(["Variable B SE"], "Kids 3 0.5", "Age 65+ 0.5 0.1", "Age 18-24 0.5 0.1", "Wave 2 (1) 0.5 0.1")).toEqual(["Kids|3|0.5", "Age 65+|0.5|0.1", "Age 18-24|0.5|0.1", "Wave 2 (1)|0.5|0.1"]);
    expect(rows(["Variable B SE"], "Kin 0.5 0.1", "Age 2* 0.5 0.1", "Age 1-2.5 0.5 0.1", "Age 2.5-4 0.5 0.1", "Wave 2 (0.5) 0.5 0.1")).toEqual(["Kin|0.5|0.1", "tooMany 3 of 2", "tooMany 3 of 2", "tooMany 3 of 2", "tooMany 3 of 2"]);
  });

  it("a number for each model stands in its first column, where the columns divide among them", () => {
    const two = ["Variable Coef. SE Coef. SE"], age = "Age 0.5 0.1 0.6 0.2";
    expect(rows(two, age, "Controls Yes No", "N 187 590", "Sex 0.5 0.6", "Kin 0.5 Yes")).toEqual([`Age|0.5|0.1|0.6|0.2`, "Controls|Yes||No|", "N|187||590|", "tooFew 2 of 4", "tooFew 2 of 4"]);
    expect(rows(["Variable Coef. SE Coef."], "Age 0.5 0.1 0.6", "N 187 590")).toEqual(["Age|0.5|0.1|0.6", "tooFew 2 of 3"]);
    expect(rows(["(1) (2) (3)"], "Age 0.5 0.1 0.6", "Sex 0.5 0.1 0.6", "N 187")).toEqual(["Age|0.5|0.1|0.6", "Sex|0.5|0.1|0.6", "tooFew 1 of 3"]);
  });

  it("fewer roles from here on are the first columns, where they are the same", () => {
    const roles = (text: string) => readLine(text, "range").roles;
    const lines = ["Age 0.5 0.1 0.02", "Sex 0.6 0.2 0.03", "Cut 1.5 0.4"].map((text) => readLine(text, "range"));
    const { place } = cellColumns(lines, roles("Variable B SE p"), undefined, []);
    expect(place(lines[2], roles("Threshold B SE"))).toEqual({ label: "Cut", cells: ["1.5", "0.4", ""] });
    for (const now of ["Threshold B p", "Threshold SE SE", "Threshold SE B", "Threshold B SE z"]) expect(place(lines[2], roles(now)), now).toMatchObject({ code: "tooFew" });
    const wide = ["Age 1.5 1.1 1.9", "Sex 1.6 1.2 2.0", "Kin 1.7 1.3"].map((text) => readLine(text, "range"));
    // The same headings once more are not fewer: of which limit 1.3 is, nothing says.
    expect(cellColumns(wide, roles("Variable OR CI"), undefined, []).place(wide[2], roles("Variable OR CI"))).toMatchObject({ code: "tooFew", values: [2, 3] });
  });

  it("a dash is read so that the count is right before a row counts as one that ends early", () => {
    expect(rows(["Variable B SE z p CI"], "Age 0.5 0.1 5.0 0.02 0.3-0.7", "Kin 0.5 0.1 5.0 0.02 0.3-0.7", "Sex 0.6 0.2 3.0 0.03 - 0.04")).toEqual(["Age|0.5|0.1|5.0|0.02|0.3-0.7", "Kin|0.5|0.1|5.0|0.02|0.3-0.7", "Sex|0.6|0.2|3.0|0.03|- 0.04"]);
  });

  it("one model's row ends early after four numbers, where only limits are missing", () => {
    expect(rows(["Variable B SE z p Lower Upper"], "Age 0.5 0.1 5.0 0.02 0.3 0.7", "Sex 0.6 0.2 3.0 0.03")).toEqual(["Age|0.5|0.1|5.0|0.02|0.3|0.7", "Sex|0.6|0.2|3.0|0.03||"]);
    expect(rows(["Variable B SE z p t"], "Age 0.5 0.1 5.0 0.02 0.3", "Sex 0.6 0.2 3.0 0.03")[1]).toBe("tooFew 4 of 5");
    expect(rows(["Variable B SE z p t Upper"], "Age 0.5 0.1 5.0 0.02 0.3 0.7", "Sex 0.6 0.2 3.0 0.03")[1]).toBe("tooFew 4 of 6");
    expect(rows(["Variable OR SE Lower Upper"], "Age 0.5 0.1 0.3 0.7", "Sex 0.6 0.2")[1]).toBe("tooFew 2 of 4");
    expect(rows(["Variable B SE z p B SE z p CI"], "Age 0.5 0.1 5.0 0.02 0.5 0.1 5.0 0.02 0.3-0.7", "Sex 0.6 0.2 3.0 0.03 0.6 0.2 3.0 0.03")[1]).toBe("tooFew 8 of 9");
  });
});
