import { describe, expect, it } from "vitest";
import { textGrids } from "../../../../src/published/table/grid/textGrids";

const shown = (cell: string): string => (cell === "\u0003" ? "?" : cell);
/** The tables of a text as lines; what is empty is left out. */
const grids = (text: string, before: readonly string[] = ["Table 1"], after: readonly string[] = ["After"]) =>
  textGrids({ before, lines: text.split("\n"), after }, "range").map((grid) => Object.fromEntries(Object.entries({
    before: grid.before, over: grid.over, rows: grid.rows.map(({ cells, spans, head }) => `${head ? "# " : ""}${cells.map((cell, j) => `${shown(cell)}${spans[j] > 1 ? `<${spans[j]}>` : ""}`).join("|")}`),
    after: grid.after, unplaced: grid.unplaced.map(({ label, code, text: line }) => `${code} ${label}: ${line}`),
  }).filter(([, value]) => value !== undefined && value.length > 0)));
const TWO = "Age 0.5 0.6\nSex 0.7 0.8";
const rowsOf = (text: string) => grids(text).map(({ rows }) => rows);

describe("what stands above the rows", () => {
  it("reaches up to a note, a sentence, a number said of the model or a caption, which stand before the table", () => {
    const above = (line: string) => grids(`${line}\nStay\n(1) (2)\n${TWO}`)[0];
    const rows = ["# |(1)|(2)", "Age|0.5|0.6", "Sex|0.7|0.8"];
    for (const line of ["Note: robust errors", "Number of obs = 189", "Table 2. Logit models", "We show here what the people of this town said that they would do, and why they would do so."]) {
      expect(above(line), line).toEqual({ before: ["Table 1", line], over: ["Stay"], rows, after: ["After"] });
    }
    expect(above("Of all of the town")).toEqual({ before: ["Table 1"], over: ["Of all of the town", "Stay"], rows, after: ["After"] });
    expect(above("-----")).toEqual({ before: ["Table 1"], over: ["Stay"], rows, after: ["After"] });
  });

  it("ends at an empty line, but for one right above the rows", () => {
    expect(grids(`Some of the words\n\nStay\n(1) (2)\n\n${TWO}\nKin 0.1 0.2\nEdu 0.1 0.2\nJob 0.1 0.2`)[0]).toMatchObject({ before: ["Table 1", "Some of the words"], over: ["Stay"] });
    expect(grids(`Some of the words\n\nStay\n(1) (2)\n${TWO}\nKin 0.1 0.2\nEdu 0.1 0.2\nJob 0.1 0.2`)[0]).toMatchObject({ before: ["Table 1", "Some of the words"], over: ["Stay"] });
  });

  it("is of eight lines at most, rules not counted", () => {
    const names = ["Men of town", "Men of land", "Men of sea", "Men of war", "Men of law", "Men of art", "Men of old", "Men of yore"];
    expect(grids(`Men of now\n${names.slice(1).join("\n-----\n")}\n(1) (2)\n${TWO}`)[0]).toMatchObject({ before: ["Table 1", "Men of now"], over: names.slice(1) });
    expect(grids(`${names.slice(1).join("\n-----\n")}\n(1) (2)\n${TWO}`)[0]).toMatchObject({ before: ["Table 1"], over: names.slice(1) });
  });

  it("leaves the title below a caption that is only a number to the caption", () => {
    expect(grids(`Table 2\nWho would stay\n(1) (2)\n${TWO}`)[0]).toMatchObject({ before: ["Table 1", "Table 2", "Who would stay"], rows: ["# |(1)|(2)", "Age|0.5|0.6", "Sex|0.7|0.8"] });
    expect(grids(`Table 2. Of them\nWho would stay\n(1) (2)\n${TWO}`)[0]).toMatchObject({ before: ["Table 1", "Table 2. Of them"], over: ["Who would stay"] });
    expect(grids(`Table 2\n(1) (2)\nMen of town\n${TWO}`)[0]).toMatchObject({ before: ["Table 1", "Table 2"] });
  });

  it("holds the last line of roles; words below it name a panel", () => {
    expect(rowsOf(`Variable Coef. SE\n(1)\nVariable OR p\nMen\n${TWO}`)).toEqual([["# Variable|Coef.|SE", "# |(1)<2>|", "# Variable|OR|p", "Men||", "Age|0.5|0.6", "Sex|0.7|0.8"]]);
    expect(rowsOf(`(1) (2)\nPanel A of men\nPanel B of women\n${TWO}`)).toEqual([["# |(1)|(2)", "Panel A of men||", "Panel B of women||", "Age|0.5|0.6", "Sex|0.7|0.8"]]);
  });
});

describe("where a table ends", () => {
  it("at new headings, whose upper lines go with them", () => {
    for (const upper of ["Women of town", "Number of obs = 189", "", "(1)"]) {
      const [first, second] = grids(`Variable B SE\n${TWO}\nKin 0.1 0.2\n${upper}\nVariable OR p\nAge 1.5 0.01\nSex 1.6 0.02`);
      expect(first, upper).toEqual({ before: ["Table 1"], rows: ["# Variable|B|SE", "Age|0.5|0.6", "Sex|0.7|0.8", "Kin|0.1|0.2"] });
      expect(second.rows?.slice(-3), upper).toEqual(["# Variable|OR|p", "Age|1.5|0.01", "Sex|1.6|0.02"]);
    }
  });

  it("the first of several tables has what stands before them all, the others the line right before, the last what comes after", () => {
    expect(grids(`(1) (2)\n${TWO}\n(3) (4)\n${TWO}\n(5) (6)\n${TWO}`, ["One", "Two"]).map(({ before, rows, after }) => [before, rows?.[0], after])).toEqual([[["One", "Two"], "# |(1)|(2)", undefined], [["Two"], "# |(3)|(4)", undefined], [["Two"], "# |(5)|(6)", ["After"]]]);
  });

  it("headings like those before begin none, unless the printout of another model stands between", () => {
    const rows = "Age 0.5 0.1\nSex 0.6 0.2\nKin 0.6 0.2";
    expect(rowsOf(`Variable  B  SE\n${rows}\nVariable B   SE\n${rows}`)).toHaveLength(1);
    expect(rowsOf(`Variable B SE p\nAge 0.5 0.1 0.02\nSex 0.6 0.2 0.03\nKin 0.6 0.2 0.03\nThreshold B SE\nCut 0.5 0.1`)).toEqual([["# Variable|B|SE|p", "Age|0.5|0.1|0.02", "Sex|0.6|0.2|0.03", "Kin|0.6|0.2|0.03", "Cut|0.5|0.1|"]]);
    expect(rowsOf(`Call: glm\nVariable B SE\n${rows}\nCall: glm\nVariable B SE\n${rows}`)).toHaveLength(2);
    expect(rowsOf(`(1) (2)\n${rows}\nNumber of obs = 9\n(1) (2)\n${rows}`)).toHaveLength(2);
    expect(rowsOf(`Variable B SE\n${rows}\n(1) (2)\n${rows}`)).toHaveLength(1); // the first had no numbers of models
    expect(rowsOf(`(1) (2)\n${rows}\n(3) (4)`)).toHaveLength(1); // no rows follow
    expect(rowsOf(`Variable B SE\n${rows}\nVariable OR p\nNo rows here`)).toHaveLength(1);
  });

  it("what a printout says of another model goes with that one", () => {
    expect(grids("Call: the first of them\nVariable B SE\nAge 0.5 0.1\nSex 0.6 0.2\nKin 0.6 0.2\nNote: x\nCall: the second of them\nVariable B SE\nAge 0.7 0.1\nSex 0.8 0.2\nKin 0.6 0.2")).toEqual([
      { before: ["Table 1"], rows: ["# |Call: the first of them<2>|", "# Variable|B|SE", "Age|0.5|0.1", "Sex|0.6|0.2", "Kin|0.6|0.2"], after: ["Note: x"] },
      { before: ["Table 1"], rows: ["# |Call: the second of them<2>|", "# Variable|B|SE", "Age|0.7|0.1", "Sex|0.8|0.2", "Kin|0.6|0.2"], after: ["After"] },
    ]);
  });

  it("a row or two above the first line of roles are no part of the table", () => {
    expect(grids(`Fit 0.5 0.6\nVariable B SE\n${TWO}`)[0].rows).toEqual(["# Variable|B|SE", "Age|0.5|0.6", "Sex|0.7|0.8"]);
    expect(grids(`Fit 0.5 0.6\nFat 0.5 0.6\nVariable B SE\n${TWO}`)[0].rows).toEqual(["# Variable|B|SE", "Age|0.5|0.6", "Sex|0.7|0.8"]);
    expect(grids(`Fit 0.5 0.6\nFat 0.5 0.6\nFut 0.5 0.6\nVariable B SE\n${TWO}`)[0].rows).toEqual(["Fit|0.5|0.6", "Fat|0.5|0.6", "Fut|0.5|0.6"]);
    expect(grids("Fit 0.5 0.6\nVariable B SE\nNone")).toHaveLength(1);
  });
});

describe("the rows of a text", () => {
  it("have a decimal, a mark, or a name that says a number of the model", () => {
    for (const row of ["Age 1 0.5", "Age 1 2*"]) expect(rowsOf(`(1) (2)\nYear 1 2\n${row}`), row).toEqual([["# |(1)|(2)", row.replace(/ /g, "|")]]);
    expect(rowsOf(`(1) (2)\nN 187 590\n${TWO}`)).toEqual([["# |(1)|(2)", "N|187|590", "Age|0.5|0.6", "Sex|0.7|0.8"]]);
    expect(grids("(1) (2)\nYear 1 2")).toEqual([]);
  });

  it("have roles over them, an interval over two columns where its limits stand apart", () => {
    expect(rowsOf("Variable OR CI p\nAge 1.5 1.1 1.9 0.02\nSex 1.6 1.2 2.0 0.03")).toEqual([["# Variable|OR|CI<2>||p", "Age|1.5|1.1|1.9|0.02", "Sex|1.6|1.2|2.0|0.03"]]);
    expect(rowsOf("Variable OR CI p\nAge 1.5 1.1-1.9 0.02\nSex 1.6 1.2-2.0 0.03")).toEqual([["# Variable|OR|CI|p", "Age|1.5|1.1-1.9|0.02", "Sex|1.6|1.2-2.0|0.03"]]);
    expect(grids("Variable B SE\nAge 0.5 0.1 0.2 0.3\nSex 0.6 0.2 0.3 0.4")).toEqual([]); // which is the error?
    expect(rowsOf("Variable B B\nAge 0.5 0.1 0.2 0.3\nSex 0.6 0.2 0.3 0.4")).toHaveLength(1);
  });

  it("of fewer roles from a line of roles on stand in the first columns", () => {
    expect(rowsOf("Variable B SE p\nAge 0.5 0.1 0.02\nSex 0.6 0.2 0.03\nKin 0.7 0.2 0.03\n(1)\nThreshold B SE\n(1)\nCut 1.5 0.4")[0]?.at(-1)).toBe("Cut|1.5|0.4|");
  });

  it("end with the notes; after a number said of the model come no rows without a label", () => {
    const table = `(1) (2)\n${TWO}`;
    expect(grids(`${table}\nNumber of obs = 189\n0.1 0.2\nKin 0.3 0.4\nWords`)).toEqual([{ before: ["Table 1"], rows: ["# |(1)|(2)", "Age|0.5|0.6", "Sex|0.7|0.8", "Kin|0.3|0.4"], after: ["Number of obs = 189", "Words", "After"], unplaced: ["noLabel : 0.1 0.2"] }]);
    expect(grids(`${table}\nNote: x\nKin 0.3 0.4\nWords`)).toEqual([{ before: ["Table 1"], rows: ["# |(1)|(2)", "Age|0.5|0.6", "Sex|0.7|0.8"], after: ["Note: x", "Words", "After"], unplaced: ["noLabel : Kin 0.3 0.4"] }]);
    expect(grids("(1) (2)\nAge 0.5 0.6\nNote: x\nKin 0.3 0.4")[0]).toMatchObject({ rows: ["# |(1)|(2)", "Age|0.5|0.6", "Kin|0.3|0.4"], after: ["Note: x", "After"] });
    expect(grids(`${table}\nNote: x\nmore of it\n\nMen\nKin 0.3 0.4\n\n\nEdu 0.1 0.2`)[0]).toMatchObject({ after: ["Note: x", "more of it", "Men", "After"], unplaced: ["noLabel : Kin 0.3 0.4", "noLabel : Edu 0.1 0.2"] });
    expect(grids(`${table}\nWomen\nKin 0.3 0.4`)[0]).toMatchObject({ rows: ["# |(1)|(2)", "Age|0.5|0.6", "Sex|0.7|0.8", "Women||", "Kin|0.3|0.4"], after: ["After"] });
    expect(grids(`${table}\nNote: x\n(1) (2)\nKin 0.3 0.4\nWomen\nEdu 0.1 0.2`)[0]).toMatchObject({ rows: ["# |(1)|(2)", "Age|0.5|0.6", "Sex|0.7|0.8", "Kin|0.3|0.4", "Women||", "Edu|0.1|0.2"] });
    expect(grids(`Stay of them\n${table}\nStay  of them\nKin 0.3 0.4`)[0].rows).toEqual(["# |(1)|(2)", "Age|0.5|0.6", "Sex|0.7|0.8", "Kin|0.3|0.4"]);
  });

  it("where cells came one a line, a label may have come last", () => {
    expect(grids("(1)\nAge\n0.5\n(0.1)\nSex\n0.6\n(0.2)\nEdu\n0.7\n(0.3)\nNote: x\nKin\n0.8\n(0.4)")[0].unplaced).toEqual(["noLabel Kin: Kin 0.8 (0.4)"]);
  });

  it("brackets below a row that is not full stand under its numbers, one for each", () => {
    const table = (...under: string[]) => grids(`               (1)       (2)       (3)\nAge            0.5       0.6       0.7\nSex            0.5                 0.7\n${under.join("\n")}\nKin            0.5       0.6       0.7`)[0].rows?.slice(3, -1);
    expect(table("(0.1) (0.2)")).toEqual(["|(0.1)||(0.2)"]);
    expect(table("0.1 0.2")).toEqual(["|?|?|?"]);
    expect(table("(0.1) 0.2")).toEqual(["|?|?|?"]);
    expect(table("(0.1)")).toEqual(["|?|?|?"]);
    expect(table("SE (0.1) (0.2)")).toEqual(["SE|?|?|?"]);
  });

  it("a whole number alone is a page's, in a table of several columns, or right after the words of a sentence", () => {
    const table = "             (1)       (2)\nAge          0.5       0.6\nSex          0.7       0.8";
    expect(grids(`${table}\n12`)[0]).toMatchObject({ rows: ["# |(1)|(2)", "Age|0.5|0.6", "Sex|0.7|0.8"], after: ["12", "After"] });
    expect(grids(`${table}\nTowns of ca. 12`)[0]).toMatchObject({ after: ["Towns of ca. 12", "After"] });
    expect(grids(`${table}\nJournal      12`)[0]).toMatchObject({ rows: ["# |(1)|(2)", "Age|0.5|0.6", "Sex|0.7|0.8", "Journal|12|"], after: ["After"] });
    expect(grids(`${table}\nObservations 12`)[0]).toMatchObject({ rows: ["# |(1)|(2)", "Age|0.5|0.6", "Sex|0.7|0.8", "Observations|12|"] });
    expect(grids("(1)\nAge 0.5\nSex 0.7\n12")[0].rows).toEqual(["# |(1)", "Age|0.5", "Sex|0.7", "|12"]);
  });

  it("rules and the marks of them are not shown around a table", () => {
    expect(grids(`(1) (2)\n${TWO}\nNote: x`, ["  One ", "", "\u0001"], ["", " Two "])[0]).toMatchObject({ after: ["Note: x", "Two"] });
  });

  it("run on into one another, or over lines, are no table: twice, not once", () => {
    const split = (times: number) => `(1) (2)\n${["0.5 0.6\nAge (0.1) 0.9", "0.7 0.8\nSex (0.2) 0.8"].slice(0, times).join("\n")}\nEdu 0.1 0.2`;
    expect([1, 2].map((times) => grids(split(times)).length)).toEqual([1, 0]);
    const full = "Age 0.5 0.1 Sex 0.6 Edu 0.7 Kin 0.1 0.2";
    expect([1, 2].map((times) => grids(`(1) (2)\n${Array(times).fill(full).join("\n")}\n${TWO}`).length)).toEqual([1, 0]);
    expect(grids(`(1) (2)\n${Array(2).fill("Age 0.5 Sex 0.6 Kin 0.1 0.2").join("\n")}\n${TWO}`)).toHaveLength(1); // a label of two numbers
    expect(grids(`(1) (2)\n0.5 0.6\nAge {0.1} 0.9\n0.7 0.8\nSex 0.2 0.8`)).toHaveLength(1);
  });
});

describe("a text at the limits of its tables", () => {
  it("rows after the last headings that have none of their own belong to the table before", () => {
    expect(grids(`(1) (2)\n${TWO}\nWords\n\nMore words`)).toEqual([{ before: ["Table 1"], rows: ["# |(1)|(2)", "Age|0.5|0.6", "Sex|0.7|0.8", "Words||", "More words||"], after: ["After"] }]);
  });

  it("one row between headings is a table of its own, and keeps what stands above the next", () => {
    expect(rowsOf("(1) (2)\nAge 0.5 0.6\n(3) (4)\nSex 0.7 0.8")).toEqual([["# |(1)|(2)", "Age|0.5|0.6"], ["# |(3)|(4)", "Sex|0.7|0.8"]]);
    expect(grids("Variable B SE\nAge 0.5 0.1\nSex 0.6 0.2\nKin 0.6 0.2\nWomen of town\nNumber of obs = 189\n\nVariable OR p\nAge 1.5 0.01\nSex 1.6 0.02").map(({ before, rows, after }) => [before, rows?.length, after])).toEqual([[["Table 1"], 4, undefined], [["Table 1", "Women of town", "Number of obs = 189"], 3, ["After"]]]);
  });

  it("brackets below a row that is not full: as many as its numbers, none of them without brackets, none under a label", () => {
    const table = (under: string) => grids(`               (1)       (2)       (3)\nAge            0.5       0.6       0.7\nSex            -0.5                <0.7\n${under}\nKin            0.5       0.6       0.7`)[0].rows?.[3];
    expect([table("(0.1) (0.2)"), table("(0.1) 0.2"), table("(0.1) (0.2) (0.3)")]).toEqual(["|(0.1)||(0.2)", "|?|?|?", "|(0.1)|(0.2)|(0.3)"]);
  });

  it("labels of two numbers with points are labels, of three in two rows none", () => {
    const full = (numbers: string) => grids(`(1) (2)\nAge ${numbers} Kin 0.1 0.2\nSex ${numbers} Edu 0.1 0.2\n${TWO}`).length;
    expect([full("0.5 x 0.6 y"), full("0.5 x 0.6 y 0.7")]).toEqual([1, 0]);
  });
});

describe("headings that come again", () => {
  const rows = "Age 0.5 0.1\nSex 0.6 0.2\nKin 0.7 0.3";
  const cells = ["Age|0.5|0.1", "Sex|0.6|0.2", "Kin|0.7|0.3"];

  it("below a row of its own a line of roles begins another table, also where that is the first's only row", () => {
    expect(rowsOf("Variable B SE\nAge 0.5 0.1\nVariable OR p\nAge 1.5 0.01")).toEqual([["# Variable|B|SE", "Age|0.5|0.1"], ["# Variable|OR|p", "Age|1.5|0.01"]]);
  });

  it("a row of each model's number of observations is the last of its table, not the first of the next", () => {
    expect(rowsOf(`(1) (2)\n${rows}\nNo. Observations 189 190\n(3) (4)\n${rows}`)).toEqual([["# |(1)|(2)", ...cells, "No. Observations|189|190"], ["# |(3)|(4)", ...cells]]);
    expect(rowsOf(`(1) (2)\nNumber of obs 189 190\n${rows}\n(3) (4)\n${rows}`)).toEqual([["# |(1)|(2)", "Number of obs|189|190", ...cells], ["# |(3)|(4)", ...cells]]);
  });

  it("with the same first roles they begin none, with others they do; of two lines of roles the lower counts", () => {
    expect(rowsOf(`Variable OR SE\n${rows}\nVariable OR p\nAge 0.5 0.01`)).toEqual([["# Variable|OR|SE", ...cells], ["# Variable|OR|p", "Age|0.5|0.01"]]);
    expect(rowsOf(`Variable Coef. SE\n(1)\nVariable OR p\n${rows}\nThreshold OR p\nCut 1.5 0.4`)).toEqual([["# Variable|Coef.|SE", "# |(1)<2>|", "# Variable|OR|p", ...cells, "Cut|1.5|0.4"]]);
    // Numbers of models begin one wherever the headings before, of whatever other lines, had such numbers.
    expect(rowsOf(`Variable B SE\nModel 1\nVariable B SE\n${rows}\nModel 2\n${rows}`)).toHaveLength(2);
    expect(rowsOf(`(1) (2)\nVariable B SE\n${rows}\n(1)  (2)\n${rows}`)).toHaveLength(1);
  });

  it("after another model's printout begins, from its first line on all is the next table's", () => {
    const table = (between: string) => grids(`Variable B SE\n${rows}\n${between}\nVariable B SE\n${rows}`).map(({ before, rows: shown, after }) => [before, shown?.length, after]);
    for (const between of ["Call: second\nNote: of it", "Call: second\nNote: of it\nformula: y ~ x\nNote: more"]) expect(table(between), between).toEqual([[["Table 1"], 4, undefined], [["Table 1", ...between.split("\n")], 4, ["After"]]]);
    expect(grids(`Variable B SE\n${rows}\nNumber of obs: 180, groups: of them, 18\nVariable B SE\n${rows}`)[0]).toEqual({ before: ["Table 1"], rows: ["# Variable|B|SE", ...cells] });
    // Right below the first row, too; what stands above the last headings is of the first.
    expect(grids("(1) (2)\nAge 0.5 0.6\nCall: second\nNote: of it\n(3) (4)\nAge 0.5 0.6").map(({ rows: shown, after }) => [shown?.length, after])).toEqual([[2, undefined], [2, ["After"]]]);
    expect(grids(`Variable B SE\n${rows}\nCall: second\n(1) (2)\n${rows}\nNote: of it\nVariable OR p\n${rows}`).map(({ rows: shown }) => shown?.length)).toEqual([8, 4]);
  });

  it.each(["Women of town", "(1)", "Number of obs = 189", ""])("lines right above new ones go with them: %j", (upper) => {
    const [first, second, ...others] = grids(`Variable B SE\n${rows}\nNote: x\n${upper}\n${upper}\nVariable OR p\nAge 1.5 0.01`);
    expect([first, others]).toEqual([{ before: ["Table 1"], rows: ["# Variable|B|SE", ...cells], after: ["Note: x"] }, []]);
    expect([...(second.before ?? []), ...(second.over ?? []), ...(second.rows ?? [])].filter((text) => text.includes(upper || "Table 1"))).toHaveLength(upper === "" ? 1 : 2);
  });
});

describe("rows and lines at the edges of what is told", () => {
  it.each(["Age 1 (0.5) 2 (0.6)", "Age 1-1.5 2-2"])("a decimal anywhere makes a row: %s", (row) => expect(grids(`(1) (2)\n${row}`)).toHaveLength(1));

  it("where thirteen lines of twenty are filled empty ones part, of twenty-one they do not", () => {
    const text = (blanks: number) => `Some of the words\n\nStay\n${TWO}\n${Array<string>(9).fill("Kin 0.1 0.2").join("\n")}${"\n".repeat(blanks)}\n`;
    expect([5, 6].map((blanks) => [text(blanks).split("\n").length, grids(text(blanks))[0].over])).toEqual([[20, ["Stay"]], [21, ["Some of the words", "Stay"]]]);
  });

  it("a heading of one line ends at an empty line; words right above the rows are one, also below a caption", () => {
    expect(grids(`Words\n\nStay\n${TWO}\nKin 0.1 0.2\nEdu 0.1 0.2`)[0]).toMatchObject({ before: ["Table 1", "Words"], over: ["Stay"] });
    expect(grids(`Table 2\nStay\n${TWO}`)[0]).toMatchObject({ before: ["Table 1", "Table 2"], over: ["Stay"] });
  });

  it("the lowest line of roles and of models' numbers tells the columns", () => {
    expect(rowsOf("Variable B SE\nVariable B SE p\nAge 0.5 0.1 0.02\nSex 0.6 0.2 0.03")[0]?.slice(1)).toEqual(["# Variable|B|SE|p", "Age|0.5|0.1|0.02", "Sex|0.6|0.2|0.03"]);
    expect(rowsOf("(1) (2) (3)\n(1) (2)\nAge 0.5 0.6\nSex 0.7 0.8 0.9")[0]?.slice(-2)).toEqual(["Age|0.5|0.6", "Sex|?|?"]);
    expect(rowsOf("Threshold B SE\nVariable B SE p\nAge 0.5 0.1 0.02\nKin 0.1 0.2")[0]?.at(-1)).toBe("Kin|?|?|?");
  });

  it("one role over all columns tells nothing that could be wrong", () => expect(grids("Variable Coef. Coef.\nAge 0.5 0.1 0.2 0.3\nSex 0.6 0.2 0.3 0.4")).toHaveLength(1));

  it("lines run on: numbers beside fillers over labels with brackets, whatever lies between, but not labels with numbers only or brackets only", () => {
    const pairs = (upper: string, lower: string, between = "") => grids(`(1) (2)\n${[1, 2].map((i) => `${upper}\n${between}Age${i} ${lower}`).join("\n")}`).length;
    expect([pairs("0.5 0.6", "(0.1) 0.9"), pairs("0.5 Yes", "(0.1) 0.9"), pairs("0.5 0.6", "(0.1) 0.9", "Men\n")]).toEqual([0, 0, 0]);
    expect([pairs("0.5 0.6", "0.3 0.9"), pairs("0.5 0.6", "(0.1) (0.9)"), pairs("(0.5) (0.6)", "(0.1) 0.9")]).toEqual([1, 1, 1]);
    // Notes may be full of numbers.
    expect(grids(`(1) (2)\n${TWO}\n${"Note: * p<0.05 ** p<0.01 *** p<0.001\n".repeat(2)}`)).toHaveLength(1);
  });

  it("with one row above a note, words below it are the note's, and what follows is a row all the same", () => {
    for (const note of ["Note: x", "Number of obs = 189", "Table 2"]) {
      expect(grids(`(1) (2)\nAge 0.5 0.6\n${note}\nmore of it\n0.1 0.2\nKin 0.3 0.4`)[0], note).toEqual({ before: ["Table 1"], rows: ["# |(1)|(2)", "Age|0.5|0.6", "|0.1|0.2", "Kin|0.3|0.4"], after: [note, "more of it", "After"] });
    }
  });

  it("brackets stand under the numbers above, wherever the empty cell and whatever the label", () => {
    const table = (label: string, row: string, under: string) => grids(`               (1)       (2)       (3)\nAge            0.5       0.6       0.7\n${label.padEnd(15)}${row}\n${under}\nKin            0.5       0.6       0.7`)[0].rows?.[3];
    expect(table("Sex", "0.5       0.7", "(0.1) (0.2)")).toBe("|(0.1)|(0.2)|");
    expect(table("2 cars", "0.5                 0.7", "(0.1) (0.2)")).toBe("|(0.1)||(0.2)");
    expect(table("Sex", "0.5                 0.7", "0.2 (0.1) 0.3 (0.1)")).toBe("|?|?|?");
    expect(table("Sex", "0.5       0.6       0.7", "(0.1) (0.2) (0.3)")).toBe("|(0.1)|(0.2)|(0.3)");
  });

  it("columns are told by place where blanks keep them, else by order", () => {
    const columns = (text: string) => textGrids({ before: [], lines: text.split("\n"), after: [] }, "range").map((grid) => grid.columns);
    expect([columns("      (1)    (2)\nAge   0.5    0.6\nSex   0.7    0.8"), columns(`(1) (2)\n${TWO}`)]).toEqual([["by place"], ["by order"]]);
  });

  it("a page's number stands one blank behind its words, in a table that keeps places", () => {
    const table = "             (1)       (2)\nAge          0.5       0.6\nSex          0.7       0.8";
    expect(["Towns of ca 12", "Towns of c  12"].map((line) => grids(`${table}\n${line}`)[0].after)).toEqual([["Towns of ca 12", "After"], ["After"]]);
    expect(grids(`(1) (2)\n${TWO}\nTowns of ca. 12`)[0]).toMatchObject({ after: ["After"], unplaced: ["tooFew Towns of ca.: Towns of ca. 12"] });
  });
});
