import { describe, expect, it } from "vitest";
import { gridTable } from "../../../../src/published/table/draft/gridTable";
import { type Grid, type Row, rowOf, spannedRow } from "../../../../src/published/table/grid/grid";

type Cells = Row | readonly string[];
const tableOf = (rows: readonly Cells[], more: Partial<Grid> = {}, place = 1) =>
  gridTable({ before: [], rows: rows.map((row) => ("cells" in row ? row : rowOf(row))), after: [], columns: "given", unplaced: [], ...more }, place);
/** What was read: of each model its rows, then doubts, suppositions (but those of family, scale and stars), and what was not used. */
const read = (...given: Parameters<typeof tableOf>) => {
  const table = tableOf(...given);
  if (!table) return undefined;
  const doubts = table.unsure.filter(({ code }) => code !== "noN").map(({ code, model, term, field, values = [] }) => [code, model ?? "", term ?? "", field ?? "", ...values].join("|"));
  const supposed = table.supposed.filter(({ field }) => !["family", "scale", "cutoffs"].includes(field)).map(({ field, value, why, model }) => [model ?? "", field, value, why].join("|"));
  return {
    rows: Object.values(table.models).map(({ rows }) => rows.map(({ term, label: _, coef, stars, ...beside }) => [term, coef + stars, ...Object.entries(beside).map(([name, value]) => `${name} ${String(value)}`)].join(", "))),
    ...(doubts.length > 0 && { doubts }), ...(supposed.length > 0 && { supposed }), ...(table.unused.length > 0 && { unused: table.unused.map(({ where, text }) => `${where} ${text}`) }),
  };
};
const ONE = ["", "(1)"], SE = ["", "B", "SE"];
const AGE = ["Age", "0.5", "0.1"], SEX = ["Sex", "0.6", "0.2"];
const plain = { rows: [["Age, 0.5, se 0.1", "Sex, 0.6, se 0.2"]] };

describe("a grid holds a regression table", () => {
  it("with two rows and two columns at the least", () => {
    expect(tableOf([["Age", "0.5* (0.1)"]])).toBeUndefined();
    expect(read([["Age", "0.5* (0.1)"], ["Sex", "0.6* (0.2)"]], { after: ["Standard errors in parentheses"] })).toEqual({ rows: [["Age, 0.5*, se 0.1", "Sex, 0.6*, se 0.2"]] });
    expect(tableOf([["Age 0.5* (0.1)"], ["Sex 0.6* (0.2)"]])).toBeUndefined();
    expect(tableOf([ONE, ["Age", "0.5* (0.1)"]])).toBeDefined();
  });

  it("where a number with a decimal has stars, brackets or numbers below or beside it", () => {
    const holds = (...rows: readonly Cells[]) => tableOf(rows) !== undefined;
    expect(holds(["", "Coef.", "SE"], ["Age", "0.5", ""])).toBe(false);
    expect(holds(["", "Coef.", "SE"], ["Age", "0.5*", ""])).toBe(true);
    expect(holds(SE, ["Age", "0.5", "0.1"])).toBe(true);
    expect(holds(SE, ["Age", "0.5", "(0.1)"])).toBe(true);
    expect(holds(["", "B", "SE", "p"], ["Age", "0.5", "", "0.04"])).toBe(true);
    expect(holds(SE, ["Age", "5", "1"])).toBe(false);
    expect(holds(["", "Coef.", "SE"], ["Sex", "0.5", ""], ["Age", "5", "1"], ["Kin", "6", ""])).toBe(true);
    expect(holds(ONE, ["Age", "0.5*"], ["Sex", "0.6"])).toBe(false); // nothing says that these are coefficients
    expect(holds(ONE, ["Age", "0.5"], ["", "(0.1)"], ["Sex", "0.6"])).toBe(true);
    expect(holds(["", "(1)", "(2)"], ["Age", "0.5*", "0.5 (0.1)"])).toBe(true);
    expect(holds(["", "(1)", "(2)"], ["Age", "0.5*", ""], ["Sex", "", "0.6 (0.1)"])).toBe(true);
  });

  it("not where it says that its numbers are means with deviations", () => {
    const means = (cells: readonly (readonly string[])[], head = "Mean (SD)", before: readonly string[] = []) => tableOf([["", head], ...cells], { before }) !== undefined;
    const two = [["Age", "35.4 (9.8)"], ["Kin", "1.5 (0.5)"]];
    expect(means(two)).toBe(false);
    expect(means(two, "(1)")).toBe(true);
    expect(means(two, "(1)", ["Means and standard deviations", "a", "b"])).toBe(false);
    expect(means(two, "(1)", ["Mean (SD)", "a", "b"])).toBe(false);
    expect(means(two, "(1)", ["Mean (SD)", "a", "b", "c"])).toBe(true); // four lines above
    expect(means(two, "(1)", ["Mean (SD), logit"])).toBe(true);
    expect(means([["Age", "35.4* (9.8)"], ["Kin", "1.5 (0.5)"]], "(1)", ["Mean (SD)"])).toBe(true);
    expect(means([["Age", "35.4 (9.8)"], ["Kin", "-1.5 (0.5)"]], "(1)", ["Mean (SD)"])).toBe(true);
  });

  it("under rows that are its caption, or one cell over all columns", () => {
    expect(tableOf([["Table 7. Logit models", "", ""], SE, AGE, SEX])?.models.m1).toMatchObject({ table: 7 });
    const over = tableOf([spannedRow([{ text: "Of the town", span: 3 }]), ["Table 7.", " ", "Logit models"], SE, AGE, SEX], { before: ["Above"] });
    expect([over?.notes, over?.models.m1.table]).toEqual([["Above", "Of the town", "Table 7. Logit models"], 7]);
    expect(tableOf([spannedRow([{ text: "Of the town", span: 3 }]), SE, AGE, SEX])?.models.m1.heading).toBe("");
    expect(tableOf([spannedRow([{ text: "", span: 1 }, { text: "Of the town", span: 2 }]), SE, AGE, SEX])?.notes).toEqual([]);
  });
});

describe("the number of a table", () => {
  it.each([
    [["Table 2. a", "Table 3. b", "c"], ["Table 9. d"], 3], [["c"], ["d", "Table 4. a", "Table 5. b"], 4], [[], [], 6],
  ])("from %j above and %j below is %d", (before, after, number) => expect(tableOf([SE, AGE, SEX], { before, after }, 6)?.models.m1.table).toBe(number));
});

describe("what is not used of a grid is told", () => {
  it("columns that no model has, with three of their numbers", () => {
    const wide = (many: number) => read([["", "B", "SE", "Tau"], ...["Age", "Sex", "Kin", "Edu"].map((label, i) => [label, "0.5", "0.1", i < many ? `0.${i + 1}` : "x"])])?.unused;
    expect([wide(3), wide(4)]).toEqual([["column Tau"], ["column Tau"]]);
    const nameless = (many: number) => read([["", "B", "SE", ""], ...["Age", "Sex", "Kin", "Edu"].map((label, i) => [label, "0.5", "0.1", i < many ? `0.${i + 1}` : "x"])])?.unused;
    expect([nameless(3), nameless(4)]).toEqual([["column 0.1, 0.2, 0.3"], ["column 0.1, 0.2, 0.3, …"]]);
    expect(read([["", "(1)", "(2)"], ["Age", "0.5* (0.1)", ""], ["Sex", "0.6 (0.2)", "(0.3)"]], { after: ["Standard errors in parentheses"] })).toEqual({ rows: [["Age, 0.5*, se 0.1", "Sex, 0.6, se 0.2"]], unused: ["column (2): (0.3)"] });
  });

  it("where nothing else says how exact the coefficients are, that column is in doubt", () => {
    expect(read([["", "Coef.", "Tau"], ["Age", "0.5*", "0.1"], ["Sex", "0.6", "0.2"]])).toEqual({ rows: [["Age, 0.5*", "Sex, 0.6"]], doubts: ["columnsUnused|m1||se|Tau"], unused: ["column Tau"] });
    expect(read([["", "Coef.", "SE", "Tau"], ["Age", "0.5*", "0.1", "3"], ["Sex", "0.6", "", "4"]])?.doubts).toBeUndefined();
    expect(read([["", "Coef."], ["Age", "0.5*"], ["Sex", "0.6"]])?.doubts).toBeUndefined();
  });

  it("headings over all models that are not their outcome", () => {
    expect(read([SE, AGE, SEX], { over: ["Survey of 2019", "Wants to stay"] })?.unused).toEqual(["heading Survey of 2019"]);
    expect(tableOf([SE, AGE, SEX], { over: ["Survey of 2019", "Wants to stay"] })?.models.m1.outcome).toBe("Wants to stay");
  });

  it("rows without a place: of a statistic, without a name, else in doubt", () => {
    const unplaced = (label: string, ...rows: readonly Cells[]) => read([SE, AGE, SEX, ...rows], { unplaced: [{ label, text: `${label} 7 8`.trim(), code: "tooFew", values: [2, 3] }] });
    expect(unplaced("AIC")).toEqual({ ...plain, unused: ["statistic AIC 7 8"] });
    expect(unplaced("")).toEqual({ ...plain, unused: ["row 7 8"] });
    expect(unplaced("Kin")).toEqual({ ...plain, doubts: ["tooFew||Kin||2|3|Kin 7 8"] });
    expect(unplaced("", ["Kin", "\u0003", "\u0003"])).toEqual({ ...plain, doubts: ["tooFew||||2|3|7 8"] });
  });
});

describe("names of terms", () => {
  it("have their section where a label comes again or is a number; one that still comes again is counted and in doubt", () => {
    const names = (...rows: readonly (readonly string[])[]) => read([SE, ...rows.map(([label, bare]) => (bare === undefined ? [label, "0.5", "0.1"] : bare === "?" ? [label, "\u0003", "\u0003"] : [label, "", ""]))]);
    const row = (name: string) => `${name}, 0.5, se 0.1`;
    expect(names(["City", ""], ["North"], ["South"], ["Work", ""], ["North"], ["1"])).toEqual({ rows: [["City: North", "South", "Work: North", "Work 1"].map(row)] });
    expect(names(["Age"], ["Sex"], ["Age"], ["Age"])).toEqual({ rows: [["Age", "Sex", "Age (2)", "Age (3)"].map(row)], doubts: ["twice||Age (2)|label|Age", "twice||Age (3)|label|Age"] });
    expect(names(["Age"], ["Sex"], ["Age", "?"])).toEqual({ rows: [["Age", "Sex"].map(row)] });
  });
});

describe("numbers of which nothing says what they are", () => {
  const rows = (...cells: readonly string[]) => [ONE, ...cells.map((cell, i) => [`x${"abcdefgh"[i]}`, cell])];
  it("are supposed to be errors, or t where two of them are negative", () => {
    expect(read(rows("0.5 (0.1)", "-0.6 (-0.2)"))).toMatchObject({ supposed: ["m1|brackets|se|nothing says what stands in brackets"], doubts: ["negativeError|m1|xb|se|-0.2"] });
    expect(read(rows("0.5 (2.1)", "-0.6 (-1.2)", "-0.7 (-1.3)"))).toEqual({ rows: [["xa, 0.5, t 2.1", "xb, -0.6, t -1.2", "xc, -0.7, t -1.3"]], supposed: ["m1|brackets|t|nothing says what stands in brackets"] });
    expect(read([["", "Coef.", ""], ["Age", "0.5*", "0.1"], SEX])).toEqual({ rows: [["Age, 0.5*, se 0.1", "Sex, 0.6, se 0.2"]], supposed: ["m1|brackets|se|the column beside the coefficients has no heading"] });
    expect(read([["", "(1)", "(2)"], ["Age", "0.5 (0.1)", "0.7*"], ["Sex", "0.6", "0.8"]])?.supposed).toEqual(["m1|brackets|se|nothing says what stands in brackets"]);
  });

  it("are what the stars bear out, by the legend that is printed", () => {
    const after = ["* p<0.1, ** p<0.05, *** p<0.01"];
    expect(read(rows(...Array<string>(5).fill("1.000*** (0.300)")), { after })).toEqual({ rows: [["xa", "xb", "xc", "xd", "xe"].map((name) => `${name}, 1.000***, se 0.300`)] });
    expect(read(rows(...Array<string>(5).fill("1.000** (2.200)")), { after })?.rows[0][0]).toBe("xa, 1.000**, t 2.200");
  });
});

describe("the legend", () => {
  const errors = (marks: string, head = "B") => [["", head, "SE"], ..."abcde".split("").map((name) => [`x${name}`, `1.000${marks}`, "0.5556"])]; // z = 1.8, p = 0.072
  const usual = { "*": "0.1", "**": "0.05", "***": "0.01" };
  it("is the printed one, else the one that the stars bear out, unless these may be odds ratios", () => {
    expect(tableOf(errors("*"))?.cutoffs).toEqual(usual);
    expect(tableOf(errors("*"))?.supposed.map(({ field }) => field)).not.toContain("cutoffs");
    expect(tableOf(errors("*"), { after: ["* p<0.05, ** p<0.01"] })?.cutoffs).toEqual({ "*": "0.05", "**": "0.01" });
    for (const table of [tableOf(errors("*", "OR")), tableOf(errors("*"), { after: ["Odds ratios are shown."] })]) {
      expect(table?.cutoffs).toBeUndefined();
      expect(table?.supposed.filter(({ field }) => field === "cutoffs")).toEqual([{ field: "cutoffs", value: "* 0.1, ** 0.05, *** 0.01", why: "no legend of the stars was read" }]);
    }
  });

  it("marks that it does not explain are in doubt; points and letters are told", () => {
    const marks = (mark: string, legend = "* p<0.1, ** p<0.05") => read([SE, ["Age", `0.5${mark}`, "0.1"], SEX], { after: [legend] });
    expect(marks("**")).toEqual({ rows: [["Age, 0.5**, se 0.1", "Sex, 0.6, se 0.2"]] });
    expect(marks("***")).toEqual({ ...plain, doubts: ["marks|m1|Age|stars|***"] });
    expect(marks("†")).toEqual({ ...plain, doubts: ["marks|m1|Age|stars|†"] });
    expect(marks("^a")).toEqual({ ...plain, unused: ["mark Age: a"] });
    expect(marks(" .")).toEqual({ ...plain, unused: ["mark Age: ."] });
  });
});

describe("numbers that cannot be", () => {
  const row = (heads: readonly string[], ...cells: readonly string[]) => read([["", "B", ...heads], ["Age", ...cells], ["Sex", "0.6", ...heads.map((head) => (head === "p" ? "0.5" : "0.7"))]]);
  const doubts = (heads: readonly string[], ...cells: readonly string[]) => [row(heads, ...cells)?.rows[0][0], ...(row(heads, ...cells)?.doubts ?? [])];
  it("are left out or in doubt", () => {
    expect(doubts(["SE"], "0.5", "-0.1")).toEqual(["Age, 0.5", "negativeError|m1|Age|se|-0.1"]);
    expect(doubts(["SE"], "0.5", "0.0")).toEqual(["Age, 0.5, se 0.0"]);
    expect(doubts(["SE", "p"], "0.5", "<0.1", "<0.001")).toEqual(["Age, 0.5, p <0.001"]);
    expect(doubts(["SE", "p"], "0.5", "0.1", "1.2")).toEqual(["Age, 0.5, se 0.1", "notProbability|m1|Age|p|1.2"]);
    expect(doubts(["SE", "p"], "0.5", "0.1", "<1.2")).toEqual(["Age, 0.5, se 0.1", "notProbability|m1|Age|p|<1.2"]);
    expect(doubts(["SE", "p"], "0.5", "0.1", "-0.2")).toEqual(["Age, 0.5, se 0.1", "notProbability|m1|Age|p|-0.2"]);
    expect(doubts(["SE", "p"], "0.5", "0.1", "0.000")).toEqual(["Age, 0.5, se 0.1, p 0.000"]);
    expect(doubts(["SE", "p"], "0.5", "0.1", "1.000")).toEqual(["Age, 0.5, se 0.1, p 1.000"]);
    expect(doubts(["SE"], "12.", "0.1")).toEqual(["Age, 12, se 0.1", "lostDigits|m1|Age|coef|12."]);
    expect(doubts(["Lower", "Upper"], "0.5", "0.9", "0.1")).toEqual(["Age, 0.5, lower 0.9, upper 0.1", "limitsCross|m1|Age|lower|0.9|0.1"]);
    expect(doubts(["Lower", "Upper"], "0.5", "0.5", "0.5")).toEqual(["Age, 0.5, lower 0.5, upper 0.5"]);
    expect(doubts(["Lower", "Upper"], "0.5", "0.9", "")).toEqual(["Age, 0.5, lower 0.9"]);
  });

  it("a number without an error, where two others have one, is no coefficient, unless it is the constant", () => {
    expect(read([SE, AGE, SEX, ["Kin", "0.7**", ""], ["Constant", "0.8", ""]])).toEqual({ rows: [[...plain.rows[0], "Constant, 0.8"]], doubts: ["noError|m1|Kin||0.7**"] });
    expect(read([SE, AGE, ["Kin", "0.7**", ""]])).toEqual({ rows: [["Age, 0.5, se 0.1", "Kin, 0.7**"]] });
    expect(read([["", "B", "OR"], ["Age", "0.5", "1.649"], ["Kin", "0.7*", "2.014"]])?.doubts).toBeUndefined();
  });
});

describe("what a table says of all its models", () => {
  it("its statistic is t where notes or columns say so", () => {
    const brackets = [ONE, ["Age", "0.5 (2.5)"], ["Sex", "0.6 (3.0)"]];
    expect(tableOf(brackets, { after: ["t statistics in parentheses"] })).toMatchObject({ statistic: "t", models: { m1: { brackets: "t" } } });
    expect(tableOf([["", "B", "SE", "t"], ["Age", "0.5", "0.1", "5.0"], ["Sex", "0.6", "0.2", ""]])).toMatchObject({ statistic: "t", models: { m1: { brackets: "se" } } });
    expect(tableOf([["", "B", "SE", "z"], ["Age", "0.5", "0.1", "5.0"], ["Sex", "0.6", "0.2", ""]])).not.toHaveProperty("statistic");
  });

  it("its brackets are the first of what its rows have: error, interval, t, z, p", () => {
    const kind = (...heads: string[]) => tableOf([["", "B", ...heads], ["Age", "0.5*", ...heads.map((head) => (head === "CI" ? "0.1-0.9" : "0.5"))], ["Sex", "0.6", ...heads.map(() => "")]])?.models.m1.brackets;
    expect([kind("p", "z", "t", "CI", "SE"), kind("p", "z", "t", "CI"), kind("p", "z", "t"), kind("p", "z"), kind("p"), kind()]).toEqual(["se", "ci", "t", "z", "p", undefined]);
  });

  it("its errors are robust where their heading or the notes say so; its notes stand once each", () => {
    expect(tableOf([["", "", "Robust"], ["", "Coef.", "Std. Err."], AGE, SEX])?.standardErrors).toBe("robust");
    expect(tableOf([SE, AGE, SEX])).not.toHaveProperty("standardErrors");
    expect(tableOf([SE, AGE, SEX], { before: [" One ", ""], after: ["Two", "One", " "] })?.notes).toEqual(["One", "Two"]);
  });

  it("the kind of a model that is none of ours is told as printed", () => {
    expect(tableOf([SE, AGE, SEX], { before: ["OLS regression"] })?.models.m1).toMatchObject({ family: "other", familyPrinted: expect.stringMatching(/ols/i) });
    expect(tableOf([SE, AGE, SEX], { before: ["Logit"] })?.models.m1).not.toHaveProperty("familyPrinted");
  });

  it("a model of which nothing was read stays beside others; without any row there is no table", () => {
    expect(read([["", "(1)", "(2)"], ["Age", "0.5* (0.1)", "0.7 (0.2)"], ["", "0.1 (0.3)", ""]])).toBeDefined();
    expect(tableOf([ONE, ["SE", "0.5 (0.1)"], ["SE", "0.6 (0.2)"]])).toBeUndefined();
  });

  it("two columns of numbers with brackets, twice or more, are two models", () => {
    expect(read([["", "Coef.", ""], ["Age", "0.5 (0.1)", "0.7 (0.2)"], ["Sex", "0.6 (0.1)", "0.8 (0.2)"]])?.rows).toHaveLength(2);
    expect(read([["", "Coef.", ""], ["Age", "0.5", "0.7"], ["", "(0.1)", "(0.2)"], ["Sex", "0.6", "0.8"], ["", "(0.1)", "0.2"]])?.rows).toHaveLength(2);
    expect(read([["", "Coef.", ""], ["Age", "0.5 (0.1)", "0.7 (0.2)"], ["Sex", "0.6 (0.1)", "0.8"]])?.rows).toHaveLength(1);
  });
});

describe("at the edges of a grid", () => {
  const LOST = ["Kin", "\u0003", "\u0003"];
  it("a column without heading of which nothing is left is not told", () => {
    expect(read([["", "B", "SE", ""], [...AGE, ""], [...SEX, ""], [...LOST, "\u0003"]])).toEqual(plain);
  });

  it("a line over all models is the outcome's where any model has that outcome", () => {
    expect(read([["", "Outcome: Stay", "Outcome: Leave"], ["", "(1)", "(2)"], ["Age", "0.5* (0.1)", "0.7 (0.2)"], ["Sex", "0.6 (0.2)", "0.8 (0.1)"]], { over: ["Who would Leave", "Survey of 2019"] })?.unused).toEqual(["heading Survey of 2019"]);
  });

  it("one row suffices for a doubt of an unused column; a model without rows, beside others, is in no such doubt", () => {
    expect(read([["", "Coef.", "Tau"], ["Age", "0.5*", "0.1"]])?.doubts).toEqual(["columnsUnused|m1||se|Tau"]);
    expect(read([["", "B", "SE", "Tau", "B", "SE"], ["Age", "0.5", "0.1", "3", "", ""], ["Sex", "0.6", "0.2", "4", "", ""], [...LOST, "\u0003", "\u0003", "\u0003"]])).toEqual({ rows: [...plain.rows, []], unused: ["column Tau"] });
  });

  it("a model called robust has not for that robust errors", () => {
    expect(tableOf([["", "Robust", "Plain"], ["Age", "0.5* (0.1)", "0.7 (0.2)"], ["Sex", "0.6 (0.2)", "0.8 (0.1)"]])).not.toHaveProperty("standardErrors");
  });

  it("t in one model of several makes the table's statistic t", () => {
    expect(tableOf([["", "B", "SE", "t", "B", "SE"], ["Age", "0.5", "0.1", "5.0", "0.7", "0.2"], ["Sex", "0.6", "0.2", "3.0", "0.8", "0.1"]])?.statistic).toBe("t");
  });

  it("has a legend, a kind of R², errors and a statistic only where it says so", () => {
    const keys = (...more: readonly string[]) => ["models", ...more, "notes", "unsure", "supposed", "unused"];
    expect(Object.keys(tableOf([SE, AGE, SEX])!)).toEqual(keys());
    expect(Object.keys(tableOf([SE, AGE, SEX], { after: ["* p<0.05, ** p<0.01", "McFadden's R2"] })!)).toEqual(keys("cutoffs", "pseudoR2Definition"));
  });

  it("means and deviations are told by any row of headings", () => {
    const holds = (over: string) => tableOf([["", over, ""], ["", "(1)", "(2)"], ["Age", "35.4 (9.8)", "33.1 (8.8)"], ["Kin", "1.5 (0.5)", "1.6 (0.6)"]]) !== undefined;
    expect([holds("Means (standard deviations)"), holds("Models of men")]).toEqual([false, true]);
  });

  it("a number below the first column makes no second model of the next", () => {
    expect(read([["", "Coef.", ""], ["Age", "0.5", "0.7"], ["", "(0.1)", ""], ["Sex", "0.6", "0.8"], ["", "(0.2)", ""]])?.rows).toHaveLength(1);
  });

  it("needs a decimal, and a number, bracket or mark with some coefficient", () => {
    expect(tableOf([SE, ["Age", "0.5", ""], ["Sex", "", "0.2"]])).toBeUndefined();
    expect(tableOf([SE, ["Age", "5", "1"], ["Sex", "6", "2"]])).toBeUndefined();
    expect(tableOf([SE, ["Age", "5", "1"], LOST])).toBeUndefined();
  });

  it("what was supposed of an unnamed column is said of it, also where a row has nothing there", () => {
    expect(read([["", "Coef.", ""], ["Age", "0.5*", "0.1"], SEX, ["Constant", "0.8", ""]])).toEqual({ rows: [["Age, 0.5*, se 0.1", "Sex, 0.6, se 0.2", "Constant, 0.8"]], supposed: ["m1|brackets|se|the column beside the coefficients has no heading"] });
    expect(read([SE, AGE, SEX, ["Kin", "0.7", ""]])?.doubts).toEqual(["noError|m1|Kin||0.7"]);
  });

  it("brackets are what their numbers were taken for, none where none was kept", () => {
    const brackets = (...cells: readonly string[]) => tableOf([ONE, ...cells.map((cell, i) => [`x${"abc"[i]}`, cell])])?.models.m1.brackets;
    expect([brackets("0.5 (2.1)", "-0.6 (-1.2)", "-0.7 (-1.3)"), brackets("0.5 (0.1)", "-0.6*"), brackets("0.5* (-0.1)", "0.6*")]).toEqual(["t", "se", undefined]);
  });
});
