import { describe, expect, it } from "vitest";
import { type Grid, type Row, rowOf, spannedRow } from "../../../../src/published/table/grid/grid";
import { readHeads, spread } from "../../../../src/published/table/roles/heads";

const LOST = "\u0003";
const made = (row: Row | readonly string[]): Row => ("cells" in row ? row : rowOf(row));
const read = (...rows: readonly (Row | readonly string[])[]) => readHeads({ before: [], rows: rows.map(made), after: [], columns: "given", unplaced: [] } satisfies Grid);
const depth = (...rows: readonly (Row | readonly string[])[]) => read(...rows).depth;
const labels = (...rows: readonly (Row | readonly string[])[]) => read(...rows).labels;
/** Each column as "at role(bracket) names ?unknown". */
const columns = (...rows: readonly (Row | readonly string[])[]) => read(...rows).columns.map(({ at, role, bracket, names, unknown, adjunct }) =>
  [String(at), ...(role === undefined && bracket === undefined ? [] : [`${role ?? ""}${bracket === undefined ? "" : `(${bracket})`}`]), ...(adjunct === undefined ? [] : [`<${adjunct}>`]), ...names, ...(unknown === undefined ? [] : [`?${unknown}`])].join(" "));

describe("the row where headings end", () => {
  it("is the first with an estimate, with numbers that could not be placed, or with a statistic", () => {
    expect(depth(["", "A", "B"], ["Sex", LOST, ""], ["Age", "0.5", "0.6"])).toBe(1);
    expect(depth(["", "A", "B"], ["Sex", "", LOST], ["Age", "0.5", "0.6"])).toBe(1);
    expect(depth(["", "A", "B"], ["N", "187", ""], ["Age", "0.5", "0.6"])).toBe(1);
    expect(depth(["", "A", "B"], ["Year", "187", ""], ["Age", "0.5", "0.6"])).toBe(2);
    expect(depth(["", "A"], ["Age", "(0.1)"], ["Sex", "0.5"])).toBe(1);
    expect(depth(["", "A", "B"], { ...rowOf(["N", "187", "200"]), head: true }, ["Age", "0.5", "0.6"])).toBe(2); // a heading as the source says
  });

  it("is none of levels of confidence, but is where another estimate stands beside", () => {
    expect(depth(["", "95.0", "99.0"], ["Age", "0.5", "0.6"])).toBe(1);
    expect(depth(["", "A", "B"], ["Age", "95.0", "0.5"], ["Sex", "0.5", "0.5"])).toBe(1);
    expect(depth(["", "A", "B"], ["Age", "x", "0.5"], ["Sex", "0.5", "0.5"])).toBe(1);
    expect(depth(["", "A", "B"], ["Age", "85.0", "85.0"], ["Sex", "0.5", "0.5"])).toBe(1);
  });

  it("comes after no panel, which has a name over everything or nothing beside it", () => {
    expect(depth(["", "A", "B"], ["Men", "", ""], ["Age", "0.5", "0.6"])).toBe(1);
    expect(depth(["", "A", "B"], ["Men", "x", ""], ["Age", "0.5", "0.6"])).toBe(2);
    expect(depth(["", "A", "B"], ["Men", "", "x"], ["Age", "0.5", "0.6"])).toBe(2);
    expect(depth(["", "A", "B"], ["", "", ""], ["Age", "0.5", "0.6"])).toBe(2);
    expect(depth(["", "A", "B"], spannedRow([{ text: "Men", span: 3 }]), ["Age", "0.5", "0.6"])).toBe(1);
    expect(depth(["", "A", "B"], spannedRow([{ text: "Men", span: 2 }, { text: "x", span: 1 }]), ["Age", "0.5", "0.6"])).toBe(2);
    expect(depth(["", "A"], ["Men", ""], ["All", ""], ["Age", "0.5"])).toBe(1);
    expect(depth(["Men", ""], ["Age", "0.5"])).toBe(1); // the only heading there is
  });
});

describe("the columns of labels", () => {
  it("hold words in half of the rows that have numbers and a label", () => {
    expect(labels(["", "", "B"], ["Sex", "Male", "0.5"], ["Age", "", "0.6"], ["Kin", "", "0.7"], ["a", "x", ""], ["b", "y", ""], ["c", "z", ""])).toBe(1);
    expect(labels(["", "", "B"], ["Sex", "Male", "0.5"], ["", "", "0.1"], ["", "", "0.2"])).toBe(2);
    expect(labels(["", "", "", "B"], ["Sex", "Male", "young", "0.5"], ["", "Female", "old", "0.6"])).toBe(3);
    expect(labels(["", ""], ["Sex", "Male"])).toBe(1);
  });

  it("without numbers anywhere are one", () => expect(read(["", "A"], ["Sex", "x"])).toMatchObject({ labels: 1, columns: [] }));

  it("may lie under headings one to the left, where nothing stands over the last, or it goes on with the one before", () => {
    const rows = [["Sex", "Male", "0.5", "0.1"], ["", "Female", "0.6", "0.2"]];
    expect(columns(["", "B", "S.E.", ""], ...rows)).toEqual(["2 coef", "3 se"]);
    expect(columns(["", "Model", "Model", "Model"], ["", "B", "S.E.", ""], ...rows)).toEqual(["2 coef Model", "3 se Model"]);
    expect(columns(["", "Model", "Model", "Other"], ["", "B", "S.E.", ""], ...rows)[0]).not.toMatch(/coef/);
    expect(columns(["", "", "B", "S.E."], ...rows)).toEqual(["2 coef", "3 se"]);
    expect(read(["B", "", "", ""], ...rows)).toMatchObject({ stub: "B", columns: [{ at: 2, names: [] }, { at: 3, names: [] }] }); // over the labels no role moves anything
  });
});

describe("a column", () => {
  it("is one with a number below its headings, or one that could not be placed", () => {
    expect(columns(["", "A", "Words", "B"], ["Age", "0.5", "Yes", ""], ["Sex", "0.5", "", "0.7"])).toEqual(["1 A", "3 B"]);
    expect(columns(["", "A", "B"], ["Age", LOST, LOST], ["Sex", "0.5", ""])).toEqual(["1 A", "2 B"]);
  });

  it("is called by all that stands over it, empty cells left out", () => {
    expect(columns(["", "", ""], ["", "North", "South"], ["Age", "0.5", "0.6"])).toEqual(["1 North", "2 South"]);
    expect(columns(["Stay", "", "North", ""], ["", "B", "B", "SE"], ["Age", "0.5", "0.6", "0.1"])).toEqual(["1 coef", "2 coef North", "3 se North"]);
    expect(columns(["", "North", "North"], ["", "Coef.", "Tau"], ["Age", "0.5", "0.6"])).toEqual(["1 coef North", "2 North ?Tau"]);
    expect(columns(["", "North", "North"], ["", "Coef.", ""], ["Age", "0.5", "0.6"])).toEqual(["1 coef North", "2 North"]);
  });

  it("has a role that may run over two rows, with a robust above it, brackets or a name below", () => {
    expect(columns(["", "North", "South"], ["", "Odds", "SE"], ["", "Ratio", ""], ["Age", "0.5", "0.6"])).toEqual(["1 oddsRatio North", "2 se South"]);
    expect(columns(["", "Odds", ""], ["", "Ratio", "SE"], ["Age", "0.5", "0.6"])).toEqual(["1 oddsRatio", "2 se"]);
    expect(columns(["", "Logit", "Logit"], ["", "Coef.", "SE"], ["Age", "0.5", "0.6"])).toEqual(["1 coef Logit", "2 se Logit"]); // the whole of a role, and a name
    expect(columns(["", "North", "North"], ["", "", "Robust"], ["", "B", "SE"], ["Age", "0.5", "0.6"])).toEqual(["1 coef North", "2 se <Robust> North"]);
    expect(columns(["", "North"], ["", "B"], ["", "(SE)"], ["Age", "0.5 (0.1)"])).toEqual(["1 (se) North"]);
    expect(columns(["", "North", "South"], ["", "B", "SE"], ["", "men", "men"], ["Age", "0.5", "0.6"])).toEqual(["1 coef North men", "2 se South men"]);
    expect(columns(["", "B (SE)", "p"], ["Age", "0.5 (0.1)", "0.6"])).toEqual(["1 coef(se)", "2 p"]);
    expect(columns(["", "North B", "North Std. Err."], ["Age", "0.5", "0.6"])).toEqual(["1 ?North B", "2 se North"]); // a letter is a role only alone
  });
});

it("texts over several columns stand in each, their blanks made one", () => expect(spread(spannedRow([{ text: " a\n b ", span: 2 }, { text: "c", span: 1 }]))).toEqual(["a b", "a b", "c"]));

it("of letters the lowest is the one that a column is called by where it can be no role", () => {
  expect(columns(["", "A", "C"], ["", "P", "B"], ["Age", "2.5", "0.1"], ["Sex", "1.6", "0.2"])).toEqual(["1 A P", "2 C B"]);
  // One outside of 0 to 1, or just 1, may be an error.
  expect(columns(["", "P", "B"], ["Age", "1.0", "0.1"], ["Sex", "-1.0", "0.2"])).toEqual(["1 p", "2 coef"]);
  expect(columns(["", "P", "B"], ["Age", "-1.5", "0.1"], ["Sex", "1.5", "0.2"])).toEqual(["1 P", "2 B"]);
  expect(columns(["", "P", "B"], ["Age", "0.5 (0.1)", "0.1"], ["Sex", "0.5", "0.2"])).toEqual(["1 p", "2 coef"]);
});

describe("headings at the limits of their kinds", () => {
  it("end at a number of the model in every column; a word for variables is no panel", () => {
    expect(depth(["", "A", "B"], ["N", "187", "200"], ["Age", "0.5", "0.6"])).toBe(1);
    expect(depth(["", "A", "B"], ["Variable", "", ""], ["Age", "0.5", "0.6"])).toBe(2);
  });

  it("stand over a column of words in half of the rows that have numbers, and of no estimate", () => {
    expect(labels(["", "", "B"], ["Sex", "Male", "0.5"], ["Age", "", "0.6"], ["Kin", "", "0.7"], ["Town", "North", ""], ["Land", "South", ""])).toBe(1);
    expect(labels(["", "", "B"], ["Sex", "Male", "0.5"])).toBe(2);
    expect(labels(["", "", "B"], ["Sex", "Male", "0.5"], ["Age", "", "0.6"])).toBe(2);
    expect(labels(["", "", "B"], ["Sex", "Male", "0.5"], ["Age", "0.3", "0.6"])).toBe(1);
  });

  it("over the first of several columns hold for those right of it", () => {
    expect(columns(["", "Stay", "", "Go", ""], ["", "B", "SE", "B", "SE"], ["Age", "0.5", "0.1", "0.6", "0.2"])).toEqual(["1 coef Stay", "2 se Stay", "3 coef Go", "4 se Go"]);
  });

  it("of one letter are roles where their numbers can be", () => {
    expect(columns(["", "P", "B"], ["Age", "0.5 (0.1)", "0.1"], ["Sex", "0.5 (0.2)", "0.2"])).toEqual(["1 P", "2 B"]);
    expect(columns(["", "B", "P"], ["Age", "0.5 (0.1)", "0.1"], ["Sex", "0.5 (0.2)", "0.2"])).toEqual(["1 coef", "2 p"]);
    expect(columns(["", "B"], ["Age", "0.5"])).toEqual(["1 coef"]);
  });
});
