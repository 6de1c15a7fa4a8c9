import { expect, it, test } from "vitest";
import { readTable } from "../../../src/published/table/joinTables";
import { latexGrids } from "../../../src/published/table/source/latex";

/** A table of two models in which one coefficient and its error are set oddly. */
const tableWith = (coef: string, error = "(0.05)") => `Table 2. Logit of staying
\tModel 1\tModel 2
Gender\t0.51**\t0.45*
\t(0.17)\t(0.20)
Age\t${coef}\t0.30**
\t${error}\t(0.10)
Income\t-0.40\t-0.31
\t(0.30)\t(0.30)
N\t500\t500
Standard errors in parentheses. * p<0.05, ** p<0.01, *** p<0.001
`;
const read = (text: string) => {
  const { models, unsure, unused } = readTable(text)!;
  return { age: models.m1.rows.find(({ term }) => term === "Age"), told: JSON.stringify([unsure, unused]) };
};

test.each(["\u00ad0.12", "\u00ad .12", "⁻0.12", "➖0.12"])("%j is below 0: a soft hyphen at a number is the hyphen of its PDF", (coef) => {
  expect(Number(read(tableWith(coef)).age?.coef)).toBe(-0.12);
});

it("but within a word it says where the word may break", () => {
  expect(Object.values(readTable(tableWith("0.12").replace("Gender", "Gen\u00adder"))!.models)[0].rows[0].term).toBe("Gender");
});

test.each(["-٠٫١٢", "-0.12a", "①"])("a coefficient that is no number we read, %j, is told", (coef) => {
  const { age, told } = read(tableWith(coef));
  expect(age).toBeUndefined();
  expect(told).toContain(coef);
});

test.each(["(0.05", "0.05)", "【0.05】", "±0.05", "((0.05))", "(0,05)"])("an error that is none we read, %j, is told, and (0,05) is no interval from 0 to 5", (error) => {
  const { age, told } = read(tableWith("-0.12**", error));
  expect(age?.se ?? age?.lower).toBeUndefined();
  expect(told).toContain(error);
});

it("integers with a blank after their comma are an interval all the same", () => {
  expect(read(tableWith("1.12**", "[0, 5]")).age).toMatchObject({ lower: "0", upper: "5" });
});

it("a column of which nothing could be read does not vanish: its numbers are named", () => {
  const { models, unused } = readTable("\tModel 1\tModel 2\nAge\t-0.12a\t0.30**\n\t(0.05)\t(0.10)\nN\t500\t500\n")!;
  expect(Object.keys(models)).toEqual(["m1"]);
  expect(unused).toContainEqual({ where: "column", text: "Model 1: -0.12a, (0.05), 500" });
});

it("a cell too many in a Markdown row is told", () => {
  const rows = ["|  | Model 1 | Model 2 |", "|---|---|---|", "| Sex | 0.51 | 0.45 |", "|  | (0.17) | (0.20) |", "| Age | 0.2 | 0.12 | 0.37 |", "|  | (0.05) | (0.10) |"];
  expect(readTable(rows.join("\n"))!.unsure).toContainEqual(expect.objectContaining({ model: "m2", term: "Age", code: "unnamedNumbers", values: ["0.10 0.37"] }));
  const wide = [...rows.slice(0, 4), "| Age | 0.2 | 0.12 |  | 0.37 |", rows[5]];
  expect(readTable(wide.join("\n"))!.unused).toContainEqual({ where: "column", text: "0.37" });
});

it("a legend in Markdown may escape its stars, as Markdown asks for", () => {
  const rows = ["|  | Model 1 |", "|---|---|", "| Sex | 0.51\\*\\* |", "|  | (0.17) |", "| Age | 0.20 |", "|  | (0.50) |", "", "\\* p<0.05, \\*\\* p&lt;0.01, <sup>\\*\\*\\*</sup> p<0.001"];
  expect(readTable(rows.join("\n"))).toMatchObject({ cutoffs: { "*": "0.05", "**": "0.01", "***": "0.001" }, models: { m1: { rows: [{ stars: "**" }, { stars: "" }] } } });
});

it("what LaTeX escapes is printed", () => {
  const [grid] = latexGrids("\\begin{tabular}{lc}\nIncome (\\$1,000) & 0.5 \\\\\nShare \\% \\{a\\_b\\} \\textdollar & $-0.1^{**}$ \\\\\n\\end{tabular}");
  expect(grid.rows.slice(0, 2).map(({ cells }) => cells)).toEqual([["Income ($1,000)", "0.5"], ["Share % {a_b} $", "-0.1**"]]);
});
