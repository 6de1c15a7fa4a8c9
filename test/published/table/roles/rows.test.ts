import { describe, expect, it } from "vitest";
import { parseCell } from "../../../../src/published/table/grid/cell";
import { type Grid, type Row, rowOf, spannedRow } from "../../../../src/published/table/grid/grid";
import { readHeads } from "../../../../src/published/table/roles/heads";
import { isReference, readBody } from "../../../../src/published/table/roles/rows";

const made = (row: Row | readonly string[]): Row => ("cells" in row ? row : rowOf(row));
/** The rows under headings that are the first row; columns as a file gives them, or found by place in a text. */
const gridOf = (columns: Grid["columns"], rows: readonly (Row | readonly string[])[]): Grid => ({ before: [], rows: rows.map((row, i) => ({ ...made(row), ...(columns !== "given" && { head: i === 0 }) })), after: [], columns, unplaced: [] });
const bodyOf = (columns: Grid["columns"], ...rows: readonly (Row | readonly string[])[]) => {
  const grid = gridOf(columns, rows);
  const { terms, statistics, notes, unused } = readBody(grid, readHeads(grid));
  return {
    terms: terms.map(({ label, section, below, lost }) => [...(section === "" ? [] : [`${section}:`]), label, ...below.map(({ said }) => `+${said ?? "under"}`), ...(lost ? ["lost"] : [])].join(" ")),
    statistics: statistics.map(({ kind, label }) => `${kind} ${label}`), notes, unused: unused.map(({ where, text }) => `${where} ${text}`),
  };
};
const given = (...rows: readonly (Row | readonly string[])[]) => bodyOf("given", ...rows);
const placed = (...rows: readonly (Row | readonly string[])[]) => bodyOf("by place", ...rows);
const none = { terms: [], statistics: [], notes: [], unused: [] };
const ONE = ["", "(1)"], TWO = ["", "(1)", "(2)"];

describe("labels of rows", () => {
  it("lose the letter of a footnote, and are the last of several", () => {
    expect(given(ONE, ["Age^a", "0.5"], ["x^ab", "0.5"]).terms).toEqual(["Age", "x^ab"]);
    expect(given(["", "", "B"], ["Sex", "Male", "0.5"], ["", "Female", "0.6"]).terms).toEqual(["Male", "Female"]);
    expect(given(["", "", "B"], ["Sex", "Male", "0.5"], ["", "Female", "0.6"], ["Kin", "", "0.7"]).terms).toEqual(["Male", "Female", "Kin"]);
  });

  it("broken over lines of a text are made one where the first half wants more", () => {
    expect(placed(ONE, ["Support of", ""], ["the employer and", ""], ["town", "0.5"]).terms).toEqual(["Support of the employer and town"]);
    expect(placed(ONE, ["Years (since", ""], ["Arrival)", "0.5"]).terms).toEqual(["Years (since Arrival)"]);
    expect(placed(ONE, ["Years since", ""], ["Arrival", "0.5"]).terms).toEqual(["Years since: Arrival"]);
    expect(placed(ONE, ["Years [since", ""], ["arrival]", "0.5"], ["Kin", "0.5"]).terms).toEqual(["Years [since arrival]", "Kin"]);
    expect(placed(ONE, ["City size", ""], ["small", "0.5"]).terms).toEqual(["City size small"]);
    expect(placed(ONE, ["City size:", ""], ["small", "0.5"]).terms).toEqual(["City size: small"]);
    expect(placed(ONE, ["City SIZE", ""], ["small", "0.5"]).terms).toEqual(["City SIZE: small"]);
    expect(placed(ONE, ["City", ""], ["small", "0.5"]).terms).toEqual(["City: small"]);
    expect(placed(ONE, ["City size", ""], ["Small", "0.5"]).terms).toEqual(["City size: Small"]);
    expect(placed(ONE, ["城市和", ""], ["乡村", "0.5"]).terms).toEqual(["城市和乡村"]);
    expect(given(ONE, ["Support of", ""], ["town", "0.5"]).terms).toEqual(["Support of: town"]);
    expect(given(ONE, ["City", ""], ["", "0.5"], ["Kin", "0.6"]).terms).toEqual(["City", "Kin"]);
  });

  it("with their numbers between their halves, too", () => {
    expect(placed(ONE, ["Support of", "0.5"], ["the employer", ""], ["", "(0.1)"]).terms).toEqual(["Support of the employer +under"]);
    expect(placed(ONE, ["Support", "0.5"], ["Employer", ""], ["", "(0.1)"]).terms).toEqual(["Support Employer +under"]);
    expect(placed(TWO, ["Support", "0.5", "0.6"], ["Employer", "", ""], ["", "(0.1)", ""]).terms).toEqual(["Support Employer +under"]);
    expect(placed(ONE, ["Support", "0.5"], ["Employer", ""], ["", "0.1 (0.2)"]).terms).toEqual(["Support", "Employer"]);
    expect(placed(ONE, ["Support", "0.5"], ["Employer", ""], ["Town", "(0.1)"]).terms).toEqual(["Support", "Employer: Town"]);
    expect(placed(ONE, ["Age group", "0.5"], ["older than 40", ""], ["Kin", "0.6"]).terms).toEqual(["Age group older than 40", "Kin"]);
    expect(placed(ONE, ["Age group", "0.5"], ["Older than 40", ""], ["Kin", "0.6"]).terms).toEqual(["Age group", "Older than 40: Kin"]);
    expect(placed(ONE, ["Age", "0.5"], ["older", ""], ["Kin", "0.6"]).terms).toEqual(["Age", "older: Kin"]);
    expect(placed(ONE, ["Age group", "0.5"], ["", "(0.1)"], ["older than 40", ""], ["Kin", "0.6"]).terms).toEqual(["Age group +under", "older than 40: Kin"]);
    expect(given(ONE, ["Age group", "0.5"], ["older than 40", ""], ["Kin", "0.6"]).terms).toEqual(["Age group", "older than 40: Kin"]);
    expect(placed(ONE, ["Support", "0.5"], ["of town", "(0.1)"]).terms).toEqual(["Support of town +under"]);
    expect(placed(TWO, ["Support", "0.5", "0.6"], ["of town", "(0.1)", "0.2"]).terms).toEqual(["Support", "of town"]);
  });
});

describe("what stands below a term", () => {
  it("has no label, or one that says what it is", () => {
    expect(given(ONE, ["Age", "0.5"], ["(SE)", "0.1"], ["[p]", "0.04"], ["标准误", "0.1"], ["OR", "1.6"], ["Coef.", "0.5"]).terms).toEqual(["Age +se +p +se", "OR", "Coef."]);
    expect(given(ONE, ["Age", "0.5"], ["", "0.7*"]).terms).toEqual(["Age +under"]);
    expect(given(TWO, ["Age", "0.5*", "0.6"], ["", "(0.1)", "(0.2)"], ["", "0.7", "0.8"]).terms).toEqual(["Age +under +under"]);
    expect(given(TWO, ["Age", "0.5*", "0.6"], ["", "(0.1)", "(0.2)"], ["", "0.7", "0.8 (0.3)"]).terms).toEqual(["Age +under", ""]);
    expect(given(TWO, ["Age", "0.5*", "0.6"], ["", "(0.1)", "(0.2)"], ["", "0.7*", "0.8"]).terms).toEqual(["Age +under", ""]);
    expect(given(TWO, ["Age", "0.5*", "0.6"], ["", "(0.1)", "(0.2)"], ["", "[0.3]", "[0.4]"]).terms).toEqual(["Age +under +under"]);
  });

  it("ends with an empty row", () => expect(given(ONE, ["Age", "0.5"], ["", ""], ["", "0.7"]).terms).toEqual(["Age", ""]));
  it("rows whose numbers could not be placed are kept as lost", () => expect(given(TWO, ["Age", "0.5", "0.6"], ["Sex", "\u0003", "\u0003"], ["", "(0.1)", "(0.2)"]).terms).toEqual(["Age", "Sex +under lost"]));
  it("a damaged number keeps its row", () => {
    expect(given(TWO, ["Age", "0.5", "0.6"], ["Sex", "O.23", ""], ["Kin", "0.5", "0.6"])).toEqual({ ...none, terms: ["Age", "Sex", "Kin"] });
    expect(given(TWO, ["Age", "0.5", "0.6"], ["N", "l.23", ""]).terms).toEqual(["Age"]);
  });
});

describe("rows about the whole model", () => {
  it("with an error beside or below are terms, but for counts", () => {
    expect(given(ONE, ["Age", "0.5"], ["Scale", "0.7"], ["", "(0.1)"])).toEqual({ ...none, terms: ["Age", "Scale +under"] });
    expect(given(TWO, ["Age", "0.5", "0.6"], ["Scale", "0.7", ""], ["", "(0.1)", ""]).terms).toEqual(["Age", "Scale +under"]);
    expect(given(ONE, ["Age", "0.5"], ["Scale", "0.7"], ["Kin", "(0.1)"])).toMatchObject({ terms: ["Age", "Kin"], statistics: ["other Scale"] });
    expect(given(ONE, ["Age", "0.5"], ["Scale", "0.7"], ["", "0.1"])).toMatchObject({ statistics: ["other Scale"] });
    expect(given(["", "B", "SE"], ["Age", "0.5", "0.1"], ["Scale", "0.7", "0.1"])).toEqual({ ...none, terms: ["Age", "Scale"] });
    expect(given(["", "B", "SE"], ["Age", "0.5", "0.1"], ["Scale", "0.7", ""])).toEqual({ ...none, terms: ["Age"], statistics: ["other Scale"] });
    expect(given(["", "B", "SE"], ["Age", "0.5", "0.1"], ["Scale", "", "0.1"])).toMatchObject({ statistics: ["other Scale"] });
    expect(given(["", "OR", "SE"], ["Age", "0.5", "0.1"], ["Scale", "0.7", "0.1"]).statistics).toEqual([]);
    expect(given(ONE, ["Age", "0.5"], ["N", "187"], ["", "(12)"]).statistics).toEqual(["n N"]);
  });
});

describe("rows of words", () => {
  it("over everything are notes where they speak of brackets or limits, else a section", () => {
    const wide = (text: string) => given(TWO, ["Age", "0.5", "0.6"], spannedRow([{ text, span: 3 }]), ["Kin", "0.5", "0.6"]);
    expect(wide("t statistics in brackets")).toEqual({ ...none, terms: ["Age", "Kin"], notes: ["t statistics in brackets"] });
    expect(wide("括号内为稳健标准误")).toMatchObject({ notes: ["括号内为稳健标准误"] });
    expect(wide("a p < 0.05")).toMatchObject({ notes: ["a p < 0.05"] });
    expect(wide("Panel A")).toEqual({ ...none, terms: ["Age", "Panel A: Kin"] });
    expect(given(TWO, ["Age", "0.5", "0.6"], spannedRow([{ text: "", span: 1 }, { text: "t in brackets", span: 2 }]))).toMatchObject({ notes: ["t in brackets"] });
    expect(given(TWO, ["Age", "0.5", "0.6"], ["t in brackets", "", ""], ["Kin", "0.5", "0.6"])).toEqual({ ...none, terms: ["Age", "t in brackets: Kin"] });
  });

  it("that begin a note, or hold a legend, are notes with all that stands in them", () => {
    expect(given(TWO, ["Age", "0.5", "0.6"], ["Note: one", "two\n three", ""]).notes).toEqual(["Note: one two three"]);
    expect(given(TWO, ["Age", "0.5", "0.6"], ["* p<0.1, ** p<0.05", "", ""]).notes).toEqual(["* p<0.1, ** p<0.05"]);
    expect(given(TWO, ["Age", "0.5", "0.6"], ["Notes:", "0.5", ""], ["", "0.1", ""])).toMatchObject({ terms: ["Age", ""], notes: ["Notes: 0.5"] });
  });

  it("beside terms are told as unused, unless they are dashes or references", () => {
    const row = (...cells: string[]) => given(TWO, ["Age", "0.5", "0.6"], cells, ["", "(0.1)", "(0.2)"]);
    expect(row("Controls", "Yes", "No").unused).toEqual(["row Controls: Yes No"]);
    expect(row("Controls", "ref.", "Yes").unused).toEqual(["row Controls: ref. Yes"]);
    for (const cells of [["ref.", "ref."], ["-", "--"], ["…", ""], ["...", "-"], ["", "ref."]]) expect(row("City", ...cells).unused, cells.join()).toEqual([]);
    expect(row("", "some words", "").unused).toEqual(["row some words"]);
    expect(row("", "-", "").unused).toEqual([]);
    expect(row("Controls", "Yes", "No").terms).toEqual(["Age", ""]); // what follows is not Age's
  });

  it("a reference is told by its cell's words, also beside a number", () => expect(["0.5 ref.", "0.5 about", "(empty)", "dropped"].map((text) => isReference(parseCell(text)))).toEqual([true, false, true, true]));
});

describe("rows at the limits of their kinds", () => {
  const AGE = ["Age", "0.5", "0.6"], KIN = ["Kin", "0.5", "0.6"];
  it("a label of several lines in one cell is a line; one section does not go on in another", () => {
    expect(given(ONE, ["City\nsize", ""], ["small town", ""], ["Kin", "0.5"]).terms).toEqual(["City size small town: Kin"]);
    expect(given(ONE, ["City", ""], ["Town", ""], ["Kin", "0.5"]).terms).toEqual(["Town: Kin"]);
    expect(placed(ONE, ["City of typeA", ""], ["small", "0.5"]).terms).toEqual(["City of typeA: small"]);
  });

  it("a note may have lost its numbers, or stand over all columns with one; a label that speaks of brackets is no note", () => {
    expect(given(TWO, AGE, ["Note: robust", "\u0003", ""])).toEqual({ ...none, terms: ["Age"], notes: ["Note: robust"] });
    expect(given(TWO, AGE, spannedRow([{ text: "", span: 1 }, { text: "0.5 in parentheses", span: 2 }]))).toMatchObject({ terms: ["Age"], notes: ["0.5 in parentheses"] });
    expect(given(ONE, ["Age", "0.5"], ["Tax bracket", "0.6"])).toEqual({ ...none, terms: ["Age", "Tax bracket"] });
  });

  it("a number of the model with an error in one column only is a term; a number or nothing below it is no error", () => {
    expect(given(TWO, AGE, ["Scale", "0.7 (0.1)", "0.8"])).toEqual({ ...none, terms: ["Age", "Scale"] });
    expect(given(TWO, AGE, ["Scale", "0.7", "0.8"], ["", "0.9", ""])).toMatchObject({ terms: ["Age", ""], statistics: ["other Scale"] });
    expect(given(["", "", "B"], ["Sex", "Male", "0.5"], ["", "Female", "0.6"], ["Scale", "", "0.7"], ["", "old", "(0.1)"])).toMatchObject({ terms: ["Male", "Female", "old"], statistics: ["other Scale"] });
    expect(given(TWO, AGE, ["N", "0.5 (0.1)", "5 (1)"])).toEqual({ ...none, terms: ["Age", "N"] });
    expect(given(TWO, AGE, ["N", "", ""], KIN)).toEqual({ ...none, terms: ["Age", "N: Kin"] });
  });

  it("words in one column are told; a dash over all columns is an empty row", () => {
    expect(given(TWO, AGE, ["Town", "south", ""], KIN)).toEqual({ ...none, terms: ["Age", "Kin"], unused: ["row Town: south"] });
    expect(given(TWO, AGE, spannedRow([{ text: "Sex", span: 1 }, { text: "-", span: 2 }]), KIN)).toEqual({ ...none, terms: ["Age", "Kin"] });
  });

  it("brackets below the second half of a label, and nothing else, belong to the first", () => {
    expect(placed(TWO, ["Support", "0.5", "0.6"], ["Employer", "", ""], ["", "(0.1)", "0.2"]).terms).toEqual(["Support", "Employer"]);
    expect(placed(ONE, ["Support", "0.5"], ["Employer", ""], ["", ""], ["Kin", "0.6"]).terms).toEqual(["Support", "Employer: Kin"]);
  });

  it("the numbers that R gives the rows of a frame are no part of their names, where all have them in turn", () => {
    expect(given(ONE, ["1 Age", "0.5"], ["2 Kin", "0.6"], ["3 Sex", "0.6"]).terms).toEqual(["Age", "Kin", "Sex"]);
    expect(given(ONE, ["1 Age", "0.5"], ["3 Kin", "0.6"]).terms).toEqual(["1 Age", "3 Kin"]);
    expect(given(ONE, ["1 Age", "0.5"]).terms).toEqual(["1 Age"]);
  });
});
