import { describe, expect, it } from "vitest";
import { cellColumns } from "../../../../src/published/table/grid/columns";
import { type Grid, rowOf, spannedRow } from "../../../../src/published/table/grid/grid";
import { readLine } from "../../../../src/published/table/grid/lines";
import { readHeads } from "../../../../src/published/table/roles/heads";
import { modelsOf } from "../../../../src/published/table/roles/models";
import { isReference, readBody } from "../../../../src/published/table/roles/rows";
import { parseCell } from "../../../../src/published/table/grid/cell";

const grid = (...rows: readonly (readonly string[])[]): Grid => ({ before: [], rows: rows.map(rowOf), after: [], columns: "given", unplaced: [] });
const heads = (...rows: readonly (readonly string[])[]) => {
  const { depth, labels, columns, stub } = readHeads(grid(...rows));
  return { depth, labels, stub, columns: columns.map(({ at: _, ...head }) => head) };
};

describe("the headings of a grid", () => {
  it("end where estimates begin, the column of labels named apart", () => {
    expect(heads(["Stay", "Coef.", "SE"], ["Age", "0.5", "0.1"])).toEqual({ depth: 1, labels: 1, stub: "Stay", columns: [{ role: "coef", names: [] }, { role: "se", names: [] }] });
    expect(heads(["Variable", "(1)", "(2)"], ["", "North", "South"], ["Age", "0.5*", "0.1"])).toEqual({ depth: 2, labels: 1, stub: "", columns: [{ names: ["(1)", "North"] }, { names: ["(2)", "South"] }] });
    expect(heads(["", "(1)"], ["N", "187"], ["Age", "0.5"])).toMatchObject({ depth: 1 });
    expect(heads(["", "90", "95"], ["Age", "0.5", "0.6"])).toMatchObject({ depth: 1 });
  });

  it("a line of one name right above the rows is a panel's, not a heading", () => {
    expect(heads(["", "(1)"], ["Men", ""], ["Age", "0.5"]).depth).toBe(1);
    expect(heads(["", "(1)"], ["Variable", ""], ["Age", "0.5"]).depth).toBe(2);
    const panel = { ...grid(["", "(1)", "(2)"], ["Age", "0.5", "0.6"]) };
    expect(readHeads({ ...panel, rows: [panel.rows[0], spannedRow([{ text: "Men", span: 3 }]), panel.rows[1]] }).depth).toBe(1);
  });

  it("columns of words after the first are labels too, where most rows have some", () => {
    expect(heads(["", "", "B"], ["Sex", "Male", "0.5"], ["", "Female", "0.6"])).toMatchObject({ labels: 2, columns: [{ role: "coef" }] });
    expect(heads(["", "", "B"], ["Sex", "Male", "0.5"], ["Age", "", "0.6"], ["Kin", "", "0.7"])).toMatchObject({ labels: 1 }); // in one of three
    expect(heads(["", "", "B"], ["Sex", "Male", "0.5"], ["Age", "", "0.6"])).toMatchObject({ labels: 2 }); // in one of two
    expect(heads(["", "", "B"], ["Sex", "Male", "0.5"], ["Age", "0.2", "0.6"])).toMatchObject({ labels: 1 });
    expect(heads(["", "", "B"], ["Sex", "Male", "0.5"], ["Age", "0.2", ""])).toMatchObject({ labels: 1 });
    expect(heads(["", "", "B"], ["Sex", "Yes", "0.5"], ["Age", "No", "0.6"])).toMatchObject({ labels: 1 });
    expect(heads(["", "a"], ["Sex", "Male 0.5"], ["Age", "Old"])).toMatchObject({ labels: 1 }); // a table has one column beside
  });

  it("stand one to the left where the source left the second label's out", () => {
    expect(heads(["", "B", "S.E.", ""], ["Sex", "Male", "0.5", "0.1"], ["", "Female", "0.6", "0.2"]).columns.map(({ role }) => role)).toEqual(["coef", "se"]);
    expect(heads(["", "B", "S.E.", "x"], ["Sex", "Male", "0.5", "0.1"], ["", "Female", "0.6", "0.2"]).columns.map(({ role }) => role)).toEqual(["se", undefined]);
  });

  it("roles may be broken over two rows, with a robust above, brackets below, or the name beside", () => {
    expect(heads(["", "Std.", "Coef."], ["", "Err.", ""], ["Age", "0.5", "0.1"]).columns[0]).toMatchObject({ role: "se", names: [] });
    expect(heads(["", "", "Robust"], ["", "Coef.", "Std. Err."], ["Age", "0.5", "0.1"]).columns).toEqual([{ role: "coef", names: [] }, { role: "se", names: [], adjunct: "Robust" }]);
    expect(heads(["", "Coef.", "Coef."], ["", "(SE)", "(SE)"], ["Age", "0.5 (0.1)", "0.6 (0.2)"]).columns).toEqual([{ bracket: "se", names: [] }, { bracket: "se", names: [] }]);
    expect(heads(["", "Model 1", "", "Model 2", ""], ["", "B", "SE", "B", "SE"], ["Age", "0.5", "0.1", "0.6", "0.2"]).columns.map(({ role, names }) => [role, ...names])).toEqual([["coef", "Model 1"], ["se", "Model 1"], ["coef", "Model 2"], ["se", "Model 2"]]);
  });

  it("a letter is a role only where its column can hold one", () => {
    const names = (...rows: readonly (readonly string[])[]) => heads(...rows).columns.map(({ role, names: own }) => role ?? own.join());
    expect(names(["", "B", "P"], ["Age", "0.5", "0.1"], ["Sex", "0.6", "0.2"])).toEqual(["coef", "p"]);
    expect(names(["", "P", "B"], ["Age", "2.5", "0.1"], ["Sex", "1.6", "0.2"])).toEqual(["P", "B"]); // no probability is 2.5
    expect(names(["", "P", "B"], ["Age", "2.5", "0.1"], ["Sex", "0.6", "0.2"])).toEqual(["p", "coef"]); // one may be an error
    expect(names(["", "P", "B"], ["Age", "0.5 (0.1)", "0.1 (0.2)"], ["Sex", "0.6 (0.1)", "0.2 (0.2)"])).toEqual(["P", "B"]);
    expect(names(["", "P", "North"], ["Age", "0.5", "0.1"], ["Sex", "0.6", "0.2"])).toEqual(["P", "North"]);
  });
});

describe("columns taken together into models", () => {
  type Head = Parameters<typeof modelsOf>[0][number];
  const columns = (...all: readonly Partial<Head>[]) => all.map((head, i): Head => ({ at: i + 1, names: [], ...head }));
  const found = (all: readonly Head[], bracketed: readonly number[] = []) => {
    const { models, unused } = modelsOf(all, (at) => bracketed.includes(at));
    return { models: models.map(({ names, main, scale, beside, unnamed }) => [names.join(), main.at, scale, Object.fromEntries(beside), ...(unnamed === undefined ? [] : [unnamed])]), unused };
  };

  it("a new one begins where a role comes again or another name stands over it", () => {
    expect(found(columns({ role: "coef" }, { role: "se" }, { role: "coef" }, { role: "se" }))).toEqual({ models: [["", 1, "coef", { se: 2 }], ["", 3, "coef", { se: 4 }]], unused: [] });
    expect(found(columns({ role: "coef", names: ["A"] }, { role: "oddsRatio", names: ["B"] }))).toEqual({ models: [["A", 1, "coef", {}], ["B", 2, "oddsRatio", {}]], unused: [] });
    expect(found(columns({ role: "coef", names: ["A"] }, { role: "se", names: ["B"] }))).toEqual({ models: [["A", 1, "coef", { se: 2 }]], unused: [] });
    expect(found(columns({ role: "coef" }, { role: "oddsRatio", names: ["B"] }))).toEqual({ models: [["B", 1, "coef", { oddsRatio: 2 }]], unused: [] });
    expect(found(columns({ names: ["(1)"] }, { names: ["(2)"] }))).toEqual({ models: [["(1)", 1, "coef", {}], ["(2)", 2, "coef", {}]], unused: [] });
  });

  it("two columns of an interval are its limits", () => {
    expect(found(columns({ role: "coef" }, { role: "ci" }, { role: "ci" }))).toEqual({ models: [["", 1, "coef", { lower: 2, upper: 3 }]], unused: [] });
    expect(found(columns({ role: "coef" }, { role: "ci" }, {}))).toEqual({ models: [["", 1, "coef", { lower: 2, upper: 3 }]], unused: [] });
    expect(found(columns({ role: "coef" }, { role: "ci" }))).toEqual({ models: [["", 1, "coef", { ci: 2 }]], unused: [] });
  });

  it("a column without a name right of the coefficients is kept; others are told as unused", () => {
    expect(found(columns({ role: "coef" }, {}, {}))).toEqual({ models: [["", 1, "coef", {}, 2]], unused: [{ at: 3, text: "" }] });
    expect(found(columns({ role: "coef" }, { role: "se" }, { unknown: "Tau" }))).toEqual({ models: [["", 1, "coef", { se: 2 }]], unused: [{ at: 3, text: "Tau" }] });
    expect(found(columns({ role: "coef" }, { unknown: "North" }, { role: "se" }))).toEqual({ models: [["", 1, "coef", {}], ["North", 2, "coef", { se: 3 }]], unused: [] });
    expect(found(columns({ role: "coef" }, {}), [2])).toEqual({ models: [["", 1, "coef", {}], ["", 2, "coef", {}]], unused: [] });
    expect(found(columns({ role: "other", names: ["M"] }, { role: "coef" }))).toEqual({ models: [["", 2, "coef", {}]], unused: [{ at: 1, text: "M, other" }] });
    expect(found(columns({ role: "se" }, { role: "p" }))).toEqual({ models: [], unused: [{ at: 1, text: "se" }, { at: 2, text: "p" }] });
  });

  it("an effect beside a coefficient, and what follows it, is not the model's", () => {
    expect(found(columns({ role: "coef" }, { role: "se" }, { role: "effect" }, { role: "se" }))).toEqual({ models: [["", 1, "coef", { se: 2 }]], unused: [{ at: 4, text: "se" }, { at: 3, text: "effect" }] });
    expect(found(columns({ role: "effect" }, { role: "se" }))).toEqual({ models: [["", 1, "effect", { se: 2 }]], unused: [] });
    expect(found(columns({ bracket: "se", names: ["A"] }))).toEqual({ models: [["A", 1, "coef", {}]], unused: [] });
  });
});

describe("the rows under the headings", () => {
  const body = (given: Grid) => {
    const { terms, statistics, notes, unused } = readBody(given, readHeads(given));
    return { terms: terms.map(({ label, section, below }) => [section, label, ...below.map(({ said }) => said ?? "under")].join(" | ")), statistics: statistics.map(({ kind, label }) => `${kind} ${label}`), notes, unused };
  };

  it("are terms with what stands below them, statistics, notes", () => {
    expect(body(grid(["", "(1)"], ["Age", "0.5*"], ["", "(0.1)"], ["标准误", "0.2"], ["Sex", "0.6"], ["N", "187"], ["Note: x", ""]))).toEqual({ terms: [" | Age | under | se", " | Sex"], statistics: ["n N"], notes: ["Note: x"], unused: [] });
  });

  it("a number with stars and no label after brackets has lost its name", () => expect(body(grid(["", "(1)"], ["Age", "0.5*"], ["", "(0.1)"], ["", "0.7*"], ["", "(0.2)"])).terms).toEqual([" | Age | under", " |  | under"]));

  it("a statistic with an error is a term, but n", () => {
    expect(body(grid(["", "(1)"], ["Age", "0.5"], ["Scale", "0.7 (0.1)"], ["Rho", "0.2"]))).toMatchObject({ terms: [" | Age", " | Scale"], statistics: ["other Rho"] });
    expect(body(grid(["", "(1)"], ["Age", "0.5"], ["N", "187 (12)"]))).toMatchObject({ statistics: ["n N"] });
    expect(body(grid(["", "(1)"], ["Age", "0.5"], ["N", "0.7 (0.1)"]))).toMatchObject({ terms: [" | Age", " | N"], statistics: [] });
  });

  it("names without numbers are sections, or the first half of a label where places were told", () => {
    const rows = [["", "(1)"], ["City", ""], ["North", "0.5"], ["Support of the", ""], ["employer", "0.6"]];
    expect(body(grid(...rows)).terms).toEqual(["City | North", "Support of the | employer"]);
    const byPlace = (...all: readonly (readonly string[])[]): Grid => ({ ...grid(...all), columns: "by place", rows: grid(...all).rows.map((row, i) => ({ ...row, head: i === 0 })) });
    expect(body(byPlace(...rows)).terms).toEqual(["City | North", " | Support of the employer"]);
    expect(body(byPlace(["", "(1)"], ["Support", "0.5"], ["of employer", "(0.1)"])).terms).toEqual([" | Support of employer | under"]);
  });

  it("rows of words are told as unused, references and dashes are not", () => {
    expect(body(grid(["", "(1)", "(2)"], ["Age", "0.5", "0.6"], ["Controls", "Yes", "Yes"], ["Sex", "ref.", ""], ["City", "-", "-"], ["", "words here", ""])).unused).toEqual([{ where: "row", text: "Controls: Yes" }, { where: "row", text: "words here" }]);
    expect(["ref.", "(omitted)", "参照组", "Yes", "Age"].map((text) => isReference(parseCell(text)))).toEqual([true, true, true, false, false]);
  });

  it("numbered as R numbers the rows of a data frame lose their numbers", () => {
    expect(body(grid(["term", "estimate"], ["1 Age", "0.5"], ["2 Sex", "0.6"])).terms).toEqual([" | Age", " | Sex"]);
    expect(body(grid(["term", "estimate"], ["1 Age", "0.5"], ["3 Sex", "0.6"])).terms).toEqual([" | 1 Age", " | 3 Sex"]);
  });
});

describe("the columns of a text", () => {
  const layout = (...texts: readonly string[]) => {
    const lines = texts.map((text) => readLine(text, "range"));
    const roles = lines.find(({ kind }) => kind === "roles")?.roles ?? [];
    const rows = lines.filter(({ kind }) => kind === "values");
    const { width, models, starts, rolesHeld, places, place } = cellColumns(rows, roles, lines.find(({ kind }) => kind === "numbering")?.text, texts.slice(0, 1));
    return { width, models, starts, rolesHeld, placed: places !== undefined, rows: rows.map((line) => {
      const row = place(line);
      return "cells" in row ? [row.label, ...row.cells].join("|") : row.code;
    }) };
  };

  it("are told by place where runs of blanks keep cells in place", () => {
    expect(layout("            (1)       (2)", "Age         0.5       0.6", "Sex                   0.7", "Kin         0.8")).toMatchObject({ placed: true, width: 2, rows: ["Age|0.5|0.6", "Sex||0.7", "Kin|0.8|"] });
    expect(layout("(1) (2)", "Age 0.5 0.6", "Sex 0.7", "Edu 0.1 0.2")).toMatchObject({ placed: false, width: 2, rows: ["Age|0.5|0.6", "tooFew", "Edu|0.1|0.2"] });
  });

  it("or by order, where the roles bear them out: brackets apart, limits apart", () => {
    expect(layout("Variable B SE p", "Age 0.5 0.1 0.02", "Sex 0.6 0.2 0.03")).toMatchObject({ width: 3, models: 1, starts: [0], rolesHeld: true, rows: ["Age|0.5|0.1|0.02", "Sex|0.6|0.2|0.03"] });
    expect(layout("Variable Coef. SE Coef. SE", "Age 0.5 (0.1) 0.6 (0.2)", "Sex 0.6 (0.2) 0.7 (0.1)")).toMatchObject({ width: 4, models: 2, starts: [0, 2], rows: ["Age|0.5|(0.1)|0.6|(0.2)", "Sex|0.6|(0.2)|0.7|(0.1)"] });
    expect(layout("Variable OR CI OR CI", "Age 0.5 0.1 0.9 0.6 0.2 0.8")).toMatchObject({ width: 6, starts: [0, 3], rows: ["Age|0.5|0.1|0.9|0.6|0.2|0.8"] });
    expect(layout("Variable B SE p", "Age 0.5", "Sex 0.6")).toMatchObject({ rolesHeld: false });
  });

  it("whole numbers before the cells are the label's; a number for each model stands in its first column", () => {
    expect(layout("Variable Coef. SE Coef. SE", "Age 0.5 0.1 0.6 0.2", "Age 18-24 0.5 0.1 0.6 0.2", "Wave 2 0.5 0.1 0.6 0.2", "Wave 2.5 0.5 0.1 0.6 0.2", "Observations 187 590", "Sex 0.5 0.1 0.6 0.2", "Kin 0.5 0.1 0.6 0.2", "Edu 0.5 0.1 0.6 0.2")).toMatchObject({ rows: ["Age|0.5|0.1|0.6|0.2", "Age 18-24|0.5|0.1|0.6|0.2", "Wave 2|0.5|0.1|0.6|0.2", "tooMany", "Observations|187||590|", "Sex|0.5|0.1|0.6|0.2", "Kin|0.5|0.1|0.6|0.2", "Edu|0.5|0.1|0.6|0.2"] });
  });

  it("a dash is the empty cell or minus that makes the count right", () => {
    expect(layout("(1) (2) (3)", "Age 0.5 0.6 0.7", "Sex 0.7 - 0.9", "Edu 0.1 0.2 0.3").rows[1]).toBe("Sex|0.7|-|0.9");
    expect(layout("(1) (2)", "Age 0.5 0.6", "Sex 0.7 - 0.9", "Edu 0.1 0.2").rows[1]).toBe("Sex|0.7|- 0.9");
  });

  it("one model's row that ends early has no interval", () => expect(layout("B SE z p CI", "Age 0.5 0.1 5.0 0.02 0.3 0.7", "Kin 0.5 0.1 5.0 0.02 0.3 0.7", "Sex 0.6 0.2 3.0 0.03", "Edu 0.6 0.2").rows).toEqual(["Age|0.5|0.1|5.0|0.02|0.3|0.7", "Kin|0.5|0.1|5.0|0.02|0.3|0.7", "Sex|0.6|0.2|3.0|0.03||", "tooFew"]));
});
