import { describe, expect, it } from "vitest";
import { readLine } from "../../../../src/published/table/grid/lines";
import { cellColumns } from "../../../../src/published/table/grid/columns";
import { rowsOfStream } from "../../../../src/published/table/grid/streams";
import { textGrids } from "../../../../src/published/table/grid/textGrids";
import { readTable } from "../../../../src/published/table/joinTables";

const rows = (text: string) => rowsOfStream(text.split("\n"), "range");

describe("a text with one cell a line", () => {
  it("is put into rows, a label with its numbers", () => {
    expect(rows("Age\n0.5\n(0.1)\nSex\n0.6\n(0.2)\nEdu\n0.7\n(0.3)")).toEqual(["Age 0.5 (0.1)", "Sex 0.6 (0.2)", "Edu 0.7 (0.3)"]);
    expect(rows("Age\n0.5\n0.1\n0.2\n0.3\nSex\n0.6\n0.2\n0.2\n0.3")).toEqual(["Age 0.5 0.1 0.2 0.3", "Sex 0.6 0.2 0.2 0.3"]);
    expect(rows("Model 1\nModel 2\nAge\n0.5\n0.1\nNo\n0.3\nSex\n0.6\n0.2\n-\n0.3")).toEqual(["Model 1   Model 2", "Age 0.5 0.1 No 0.3", "Sex 0.6 0.2 - 0.3"]);
  });

  it("has its headings side by side, a line each in the source", () => {
    const rows3 = "Age\n0.5\n(0.1)\nSex\n0.6\n(0.2)\nEdu\n0.7\n(0.3)";
    expect(rows(`Coef.\n  SE\n${rows3}`)![0]).toBe("Coef.   SE");
    expect(rows(`Model A1\nModel B1\n${rows3}`)!.slice(0, 2)).toEqual(["Model A1   Model B1", "Age 0.5 (0.1)"]);
    expect(rows(`Stay\nCoef.\n${rows3}`)!.slice(0, 2)).toEqual(["Stay", "Coef."]);
    expect(rows(`Model 1\nModel 2 Model 3\n${rows3}`)!.slice(0, 2)).toEqual(["Model 1", "Model 2 Model 3"]);
    expect(rows(`${rows3}\nKin\n\n0.8\n(0.4)`)).toEqual(["Age 0.5 (0.1)", "Sex 0.6 (0.2)", "Edu 0.7 (0.3)", "Kin 0.8 (0.4)"]);
  });

  it("two lines of a label and its numbers are no such text, three are", () => {
    const two = ["Age", "0.5", "(0.1)", "Sex", "0.6", "(0.2)"];
    expect(rowsOfStream(two, "range")).toBe(two);
    expect(rowsOfStream(["Age", "0.5", "0.1", "Sex", "0.6", "0.2", "Edu", "0.7", "0.3"], "range")).toHaveLength(9); // without brackets nothing says so
  });

  it("any other text is unchanged, also one with a few lone cells", () => {
    const four = ["Age 0.5 0.6", "0.1", "0.2", "0.3", "0.4", "Sex 0.6 0.7"];
    expect(rowsOfStream(four, "range")).toBe(four);
    expect(rowsOfStream([...four.slice(0, 5), "0.5", "Sex 0.6 0.7"], "range")).toEqual(["Age 0.5 0.6 0.1 0.2 0.3 0.4 0.5", "Sex 0.6 0.7"]); // five one after the other
    const fewer = [...four.slice(0, 5), "0.5", "Sex 0.6 0.7", "Edu 0.1 0.2", "Kin 0.1 0.2"]; // five of nine
    expect(rowsOfStream(fewer, "range")).toBe(fewer);
  });

  it("is one where six in ten rows are lone cells and three of them follow two others, from its first line on", () => {
    const lone = ["0.1", "0.2", "0.3", "0.4", "0.5"];
    expect(rowsOfStream([...lone, "Age 0.5 0.6"], "range")).toEqual(["0.1 0.2 0.3 0.4 0.5", "Age 0.5 0.6"]);
    expect(rowsOfStream(["Age 0.5 0.6", ...lone, "0.6", "Sex 0.6 0.7", "Edu 0.1 0.2", "Kin 0.1 0.2"], "range")).toEqual(["Age 0.5 0.6 0.1 0.2 0.3 0.4 0.5 0.6", "Sex 0.6 0.7", "Edu 0.1 0.2", "Kin 0.1 0.2"]); // six of ten
    for (const row of ["0.5 0.6", "Age 0.5"]) {
      const other = ["Age 0.5 0.6", ...Array<string>(6).fill(row)];
      expect(rowsOfStream(other, "range"), row).toBe(other);
    }
  });

  it("has the numbers of its models side by side, but for a line that has them all", () => {
    const rows3 = "Age\n0.5\n(0.1)\nSex\n0.6\n(0.2)\nEdu\n0.7\n(0.3)";
    expect(rows(`(1)\n(2)\n${rows3}`)!.slice(0, 2)).toEqual(["(1)   (2)", "Age 0.5 (0.1)"]);
    expect(rows(`(1)\n(2) (3) (4) (5)\n${rows3}`)!.slice(0, 2)).toEqual(["(1)", "(2) (3) (4) (5)"]);
  });

  it("of two runs of words as long as the columns the first holds the labels", () => {
    expect(rows("B\nSE\n\nAge\nSex\nEdu\n\n0.5\n0.6\n0.7\n\n0.1\n0.2\n0.3\n\nNone of it\nis here\nnow")).toEqual(["B   SE", "Age   0.5   0.1", "Sex   0.6   0.2", "Edu   0.7   0.3", "", "None of it", "is here", "now"]);
  });

  it("columns of unequal length are none: the label's numbers stay its own", () => {
    expect(rows("B\nSE\np\n\nAge\nSex\nEdu\n\n0.5\n0.6\n0.7\n\n0.1\n0.2\n0.3\n\n0.1\n0.2\n0.3\n0.4")).toHaveLength(4);
  });

  it("whole columns under one another become rows where there is a heading for each, notes below", () => {
    expect(rows("Table 1. Logit\n\nB\nSE\n\nAge\nSex\nEdu\n\n0.5\n0.6\n0.7\n\n0.1\n0.2\n0.3\n\nNote: x")).toEqual(["Table 1. Logit", "B   SE", "Age   0.5   0.1", "Sex   0.6   0.2", "Edu   0.7   0.3", "", "Note: x"]);
    expect(rows("B\n\nAge\nSex\nEdu\n\n0.5\n0.6\n0.7\n\n0.1\n0.2\n0.3")).toBeUndefined(); // which is B?
    expect(rows("B\nSE\n\nAge\nSex\n\n0.5\n0.6\n0.7\n\n0.1\n0.2\n0.3")).toBeUndefined(); // two labels for three numbers
  });

  it("blocks of unequal length, or with brackets within, are a label's numbers, no columns", () => {
    expect(rows("Age\n\n0.5\n0.6\n0.7\n\nSex\n\n0.1\n0.2\n0.3\n0.4")).toEqual(["Age 0.5 0.6 0.7", "Sex 0.1 0.2 0.3 0.4"]);
    expect(rows("Age\n\n0.5\n(0.1)\n0.6\n(0.2)\n\nSex\n\n0.7\n(0.3)\n0.8\n(0.4)")).toEqual(["Age 0.5 (0.1) 0.6 (0.2)", "Sex 0.7 (0.3) 0.8 (0.4)"]);
    expect(rows("Age\n\n0.5\n0.6\n0.7\n0.8\n\nSex\n\n0.1\n0.2\n0.3\n0.4")).toBeUndefined(); // columns of four, as it seems
    expect(rows("Age\n\n0.5\nNo\n0.7\n0.8\n0.9\n\nSex\n\n0.1\n0.2\n0.3\n0.4\n0.5")).toBeUndefined(); // also where one of them is empty
  });
});

describe("the columns of a text whose rows are not full", () => {
  const places = (...heads: string[]) => cellColumns(["Age         0.5                 0.7", "Sex                   0.6       0.8", "Kin         0.5                 0.7"].map((text) => readLine(text, "range")), [], undefined, heads).places?.length;
  it("are as many as stand side by side where a line of headings has as many", () => {
    expect(places("Dependent variable: stays here", "            (1)       (2)       (3)")).toBe(3);
    expect(places("Dependent variable: stays here")).toBeUndefined();
  });
});

describe("the tables of a running text", () => {
  const grids = (text: string) => textGrids({ before: ["Table 1"], lines: text.split("\n"), after: ["After"] }, "range").map(({ before, over, rows: all, after, columns, unplaced }) => ({ before, over, rows: all.map(({ cells }) => cells.map((cell) => (cell === "\u0003" ? "?" : cell)).join("|")), after, columns, unplaced: unplaced.map(({ code, text: shown }) => `${code} ${shown}`) }));

  it("have their headings, rows and notes; what comes after the notes is no row", () => {
    expect(grids("Title\n(1) (2)\nAge 0.5 0.6\n(0.1) (0.2)\nSex 0.7 0.8\nNote: x\ngoes on\nLater 0.1 0.2")).toEqual([{ before: ["Table 1"], over: ["Title"], rows: ["|(1)|(2)", "Age|0.5|0.6", "|(0.1)|(0.2)", "Sex|0.7|0.8"], after: ["Note: x", "goes on", "After"], columns: "by order", unplaced: ["noLabel Later 0.1 0.2"] }]);
  });

  it("brackets below a row that is not full stand under its numbers", () => {
    expect(grids("            (1)       (2)       (3)\nAge         0.5       0.6       0.7\nSex         0.7                 0.9\n(0.1) (0.3)\nEdu         0.5       0.6       0.7")[0].rows.slice(1)).toEqual(["Age|0.5|0.6|0.7", "Sex|0.7||0.9", "|(0.1)||(0.3)", "Edu|0.5|0.6|0.7"]);
  });

  it("a page number is no row", () => {
    expect(grids("(1) (2)\nAge 0.5 0.6\nSex 0.7 0.8\n17\nEdu 0.7 0.8")[0]).toMatchObject({ rows: ["|(1)|(2)", "Age|0.5|0.6", "Sex|0.7|0.8", "Edu|0.7|0.8"], after: ["17", "After"] });
  });

  it("new headings begin another table, the same ones do not", () => {
    const two = "Variable B SE\nAge 0.5 0.1\nSex 0.6 0.2\nKin 0.6 0.2\nVariable OR p\nAge 1.5 0.01\nSex 1.6 0.02";
    expect(grids(two).map(({ rows: all, before, after }) => [before, all, after])).toEqual([[["Table 1"], ["Variable|B|SE", "Age|0.5|0.1", "Sex|0.6|0.2", "Kin|0.6|0.2"], []], [["Table 1"], ["Variable|OR|p", "Age|1.5|0.01", "Sex|1.6|0.02"], ["After"]]]);
    expect(grids("Variable B SE\nAge 0.5 0.1\nSex 0.6 0.2\nCity 0.6 0.2\nVariable B SE\nEdu 1.5 0.01\nKin 1.6 0.02")).toMatchObject([{ rows: ["Variable|B|SE", "Age|0.5|0.1", "Sex|0.6|0.2", "City|0.6|0.2", "Edu|1.5|0.01", "Kin|1.6|0.02"] }]);
    expect(grids("(1) (2)\nAge 0.5 0.6\nSex 0.6 0.7\n(3) (4)\nAge 0.7 0.8\nSex 0.8 0.9").map(({ rows: all }) => all[0])).toEqual(["|(1)|(2)", "|(3)|(4)"]);
  });

  it("every other line empty parts nothing; a row with too few numbers keeps its place", () => {
    expect(grids("(1) (2)\n\nAge 0.5 0.6\n\nSex 0.7 0.8\n\nEdu 0.9\n\nKin 0.1 0.2")[0]).toMatchObject({ rows: ["|(1)|(2)", "Age|0.5|0.6", "Sex|0.7|0.8", "Edu|?|?", "Kin|0.1|0.2"], unplaced: ["tooFew Edu 0.9"] });
  });

  it("cells that run over lines beside others that do not are no table", () => {
    expect(grids("(1) (2)\n0.5 0.6\nAge (0.1) 0.9\n0.7 0.8\nSex (0.2) 0.8\nEdu 0.1 0.2")).toEqual([]);
    expect(grids("Age 0.5 0.1 Sex 0.6 0.2 Edu 0.7 Kin 0.1 0.2\nAge 0.5 0.1 Sex 0.6 0.2 Edu 0.7 Kin 0.1 0.2\n")).toEqual([]);
  });
});

it("models may share no term: each has its own rows", () => {
  expect(Object.values(readTable("\t(1)\t(2)\nAge\t0.5\t\n\t(0.1)\t\nSex\t\t0.6\n\t\t(0.2)")!.models).map(({ rows: all }) => all.map(({ term, coef, se }) => `${term} ${coef} ${se}`))).toEqual([["Age 0.5 0.1"], ["Sex 0.6 0.2"]]);
});
