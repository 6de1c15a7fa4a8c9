import { describe, expect, it } from "vitest";
import type { Grid } from "../../../../src/published/table/grid/grid";
import { bareConsole } from "../../../../src/published/table/source/console";
import { delimitedGrid } from "../../../../src/published/table/source/delimited";
import { htmlGrids, raised } from "../../../../src/published/table/source/html";
import { latexGrids } from "../../../../src/published/table/source/latex";
import { hasPipes, pipeGrids } from "../../../../src/published/table/source/pipes";
import { rtfGrids } from "../../../../src/published/table/source/rtf";

const cells = (grid: Grid | undefined) => grid?.rows.map((row) => row.cells.join(" | "));
const around = ({ before, after }: Grid) => ({ before, after });

describe("delimited text", () => {
  it("has quotes, doubled quotes and line breaks within them", () => {
    expect(cells(delimitedGrid('a,"b, c",d\n1,"say ""yes""",2\n3,"x\ny",4'))).toEqual(["a | b, c | d", '1 | say "yes" | 2', "3 | x\ny | 4"]);
    expect(cells(delimitedGrid('a;b\n "q";2\n3;4'))).toEqual(["a | b", "q | 2", "3 | 4"]);
    expect(cells(delimitedGrid('a,"b\n1,2\n3,4'))).toEqual(['a | "b', "1 | 2", "3 | 4"]); // never closed
    expect(cells(delimitedGrid('a,5" tall\n1,2\n3,4'))).toEqual(['a | 5" tall', "1 | 2", "3 | 4"]);
  });

  it("keeps lines in one piece above and below as captions and notes", () => {
    const grid = delimitedGrid("Table 1\n\na,b\n1,2\n3,4\n\nNote x\n")!;
    expect([cells(grid), around(grid), grid.columns]).toEqual([["a | b", "1 | 2", "3 | 4"], { before: ["Table 1"], after: ["Note x"] }, "given"]);
  });

  it("is by tabs where there are some, else semicolons, else commas; regular in six of ten lines", () => {
    expect(cells(delimitedGrid("a\tb;c\n1\t2;3"))).toEqual(["a | b;c", "1 | 2;3"]);
    expect(cells(delimitedGrid("a;b,c\n1;2,3\n4;5,6"))).toEqual(["a | b,c", "1 | 2,3", "4 | 5,6"]);
    expect(cells(delimitedGrid("a;b\nx,y\n1,2\n3,4\n5,6"))).toEqual(["x | y", "1 | 2", "3 | 4", "5 | 6"]);
    expect(delimitedGrid("a,b\n1,2")).toBeUndefined(); // two lines of commas are a sentence
    expect(delimitedGrid("a\tb")).toBeUndefined();
    expect(delimitedGrid("one, two\nthree\nfour\nfive, six\nseven")).toBeUndefined();
    expect(delimitedGrid("one\ttwo\nx\ny\nz\na\tb\nu\nv")).toBeUndefined(); // tabs in two of seven lines
    expect(cells(delimitedGrid("a\tb\nx\nc\td\ny\nz"))?.[0]).toBe("a | b"); // in two of five
  });

  it("mends cells with line breaks of their own where every row then is as wide as the first", () => {
    expect(cells(delimitedGrid("v\tm1\tm2\nage\t0.5\n(0.2)\t0.6\n(0.3)\nsex\t0.7\n(0.1)\t0.8\n(0.2)"))).toEqual(["v | m1 | m2", "age | 0.5\n(0.2) | 0.6\n(0.3)", "sex | 0.7\n(0.1) | 0.8\n(0.2)"]);
    expect(cells(delimitedGrid("v\tm1\tm2\nage\t0.5\t0.6\nsex\t0.7\t0.8\nx\t1"))).toEqual(["v | m1 | m2", "age | 0.5 | 0.6", "sex | 0.7 | 0.8", "x | 1 | "]);
  });
});

describe("HTML", () => {
  it("has spans over columns, and rows whose words are repeated below but whose numbers are not", () => {
    expect(htmlGrids('<table><tr><th rowspan="2">V</th><th colspan="2">Stay</th></tr><tr><th>N</th><th>S</th></tr><tr><td>age</td><td rowspan="2">0.5</td><td>0.6</td></tr><tr><td>sex</td><td>0.7</td></tr></table>')[0].rows).toEqual([
      { cells: ["V", "Stay", ""], spans: [1, 2, 0], head: true }, { cells: ["V", "N", "S"], spans: [1, 1, 1], head: true },
      { cells: ["age", "0.5", "0.6"], spans: [1, 1, 1] }, { cells: ["sex", "", "0.7"], spans: [1, 1, 1] },
    ]);
  });

  it("shows a foot below its body, marks a head, and takes breaks for lines", () => {
    const [grid] = htmlGrids("<table><thead><tr><td>a</td><td>b</td></tr></thead><tfoot><tr><td>n</td><td>9</td></tr></tfoot><tbody><tr><td>x<br>y</td><td>1<p>2</p></td></tr></tbody></table>");
    expect(grid.rows.map(({ cells: texts, head }) => [...texts, head ?? false])).toEqual([["a", "b", true], ["x\ny", "1\n2", false].map((one) => one), ["n", "9", false]].map((row) => row));
  });

  it("a colspan in percent is the whole width, one that is no number one column", () => {
    expect(htmlGrids('<table><tr><td colspan="x">a</td><td colspan="0">b</td></tr></table>')[0].rows[0].spans).toEqual([1, 1]);
    expect(htmlGrids('<table><tr><td colspan="100%">a</td></tr></table>')[0].rows[0].spans[0]).toBe(200);
  });

  it("keeps what stands around: twelve lines above, its caption, the text below", () => {
    const [grid] = htmlGrids(`${Array.from({ length: 14 }, (_, i) => `<p>l${i}</p>`).join("")}<table><caption>Table 1</caption><tr><td>a</td><td>b</td></tr></table><p>Note.</p><script>no</script><p>End<sup>a</sup></p>`);
    expect(grid.before).toEqual([...Array.from({ length: 12 }, (_, i) => `l${i + 2}`), "Table 1"]);
    expect(grid.after).toEqual(["Note.", "End^a"]);
  });

  it("of tables within tables the inner ones count, each with the text before it; empty ones do not", () => {
    expect(htmlGrids("<table><tr><td>one<table><tr><td>a</td></tr></table>two<table><tr><td>b</td></tr></table></td></tr></table><table></table>").map((grid) => [cells(grid), grid.before, grid.after])).toEqual([[["a"], ["one"], ["two"]], [["b"], ["two"], []]]);
  });

  it("a table in a comment counts where there is no other", () => {
    expect(htmlGrids("<p>Cap</p><!-- <table><tr><td>a</td></tr></table> --><!-- nothing -->").map((grid) => [cells(grid), grid.before])).toEqual([[["a"], ["Cap"]]]);
    expect(htmlGrids("<!-- <table><tr><td>a</td></tr></table> --><table><tr><td>b</td></tr></table>").map(cells)).toEqual([["b"]]);
  });

  it("cells that JATS closes at once are empty", () => expect(cells(htmlGrids("<table><tr><td/><td>1</td></tr></table>")[0])).toEqual([" | 1"]));

  it("what is raised is a square, footnotes or stars", () => expect(["2", "a", "a,b", "A B", "**", "th", "3"].map(raised)).toEqual(["²", "^a", "^a^b", "^a^b", "**", "th", "^3"]));
});

describe("LaTeX", () => {
  it("has columns by & and spans", () => {
    const [grid] = latexGrids(String.raw`\begin{table}\caption{My \textbf{table}}\begin{tabular}[t]{l*{2}{c}}\hline & \multicolumn{2}{c}{Stay} \\ \cmidrule(lr){2-3} Kin \& age & $-0.5$\sym{**} & 0{,}5 \\[1em] \bottomrule \end{tabular} Note here \end{table} Not here`);
    expect(grid.rows).toEqual([{ cells: ["", "Stay", ""], spans: [1, 2, 0] }, { cells: ["Kin & age", "-0.5**", "0,5"], spans: [1, 1, 1] }]);
    expect(around(grid)).toEqual({ before: ["My table"], after: ["Note here"] });
  });

  it("repeats the words of a cell over several rows, not its numbers", () => {
    expect(cells(latexGrids(String.raw`\begin{tabular}{lcc}\multirow{2}{*}{City} & \multirow{2}{*}{0.5} & a \\ & & b \\ & & c \end{tabular}`)[0])).toEqual(["City | 0.5 | a", "City |  | b", " |  | c"]);
  });

  it("two tabulars are two tables; one within another is part of it; one that never ends goes to the end", () => {
    expect(latexGrids(String.raw`A \begin{tabular}{l}x & 1\end{tabular} B \begin{tabular}{l}y & 2\end{tabular} C`).map((grid) => [cells(grid), grid.before, grid.after])).toEqual([[["x | 1"], ["A"], ["B"]], [["y | 2"], ["B"], ["C"]]]);
    expect(latexGrids(String.raw`\begin{tabular}{l}x & 1 \\ y & 2`).map(cells)).toEqual([["x | 1", "y | 2"]]);
    expect(latexGrids(String.raw`x & 1 \\ y & 2 % note & more`).map(cells)).toEqual([["x | 1", "y | 2"]]);
  });

  it.each([
    [String.raw`\textasteriskcentered{}x`, "*x"], [String.raw`$\beta$`, "β"], [String.raw`\'{e}t\'e`, "été"], [String.raw`a\quad b`, "a b"], [String.raw`R$^2$`, "R²"], [String.raw`x\textsuperscript{a}`, "x^a"], [String.raw`x$^{**}$`, "x**"], [String.raw`\num{0.5}`, "0.5"], [String.raw`\makecell{a}`, "a"], [String.raw`5\% a\_b`, "5% a_b"], [String.raw`2--3`, "2-3"], ["a---b", "a-b"], [String.raw`\textcolor{red}{x}`, "x"], [String.raw`a\\[2pt]`, "a"], [String.raw`a~b\,c`, "a b c"], [String.raw`\SI[x]{12}`, "12"], [String.raw`\item[a] b`, "a b"], ["x{\\def\\y{z}}w", "xw"],
  ])("%s shows as %j", (source, shown) => expect(latexGrids(`k & ${source}`)[0].rows[0].cells[1]).toBe(shown));
});

describe("columns drawn with bars", () => {
  it("are those of Markdown, or of three lines with three bars", () => {
    expect(hasPipes(["| a | b |", "|---|---|", "| 1 | 2 |"])).toBe(true);
    expect(hasPipes(["a | b | c | d", "1 | 2 | 3 | 4", "5 | 6 | 7 | 8"])).toBe(true);
    expect(hasPipes(["a | b | c | d", "1 | 2 | 3 | 4"])).toBe(false);
    expect(hasPipes(["age | 0.5  0.2", "sex | 0.6  0.2", "edu | 0.7 0.1"])).toBe(false); // Stata's single bar
    expect(hasPipes([..."1 | 2 | 3 | 4\n".repeat(3).trim().split("\n"), ..."abcd"])).toBe(true); // three of seven
    expect(hasPipes([..."1 | 2 | 3 | 4\n".repeat(3).trim().split("\n"), ..."abcde"])).toBe(false); // three of eight
  });

  it("are runs of lines, what stands between them around each", () => {
    const grids = pipeGrids("Cap\n| a | b |\n|---|---|\n| 1 | 2 |\nNote\n| c | d |\n|---|---|\n| 3 | 4 |\nEnd");
    expect(grids.map((grid) => [cells(grid), grid.before, grid.after])).toEqual([[["a | b", "1 | 2"], ["Cap"], ["Note"]], [["c | d", "3 | 4"], ["Note"], ["End"]]]);
    expect(pipeGrids("| a | b |\nwords").length).toBe(0);
  });

  it("may be unframed, with emphasis, escapes and entities", () => {
    expect(cells(pipeGrids("a | b | c\n--- | --- | ---\n1 | 2 | 3")[0])).toEqual(["a | b | c", "1 | 2 | 3"]);
    expect(cells(pipeGrids("| **Age** | 0.5** |\n| _x_ | 0.5\\*\\* |\n| a\\|b | &lt;0.1 |\n| c<br>d | e<sup>2</sup> |\n| *Sex* | &#42; |")[0])).toEqual(["Age | 0.5**", "x | 0.5**", "a|b | <0.1", "c\nd | e²", "Sex | *"]);
    expect(cells(pipeGrids(bareConsole("│ a │ b │\n├───┼───┤\n│ 1 │ 2 │"))[0])).toEqual(["a | b", "1 | 2"]);
  });
});

describe("Rich Text", () => {
  it("has cells, rows, raised signs and letters by number", () => {
    const grids = rtfGrids(String.raw`{\rtf1{\fonttbl Arial;}Table 1\par{\trowd\cell a{\super b}\cell x{\super 2}\cell\row}{\trowd\u24180?\'e9\cell 0.5{\super **}\cell\~\-\_\{\cell\row}Note {\super a} p\par}`);
    expect(grids.map((grid) => [cells(grid), grid.before, grid.after])).toEqual([[[" | a^b | x²", "年é | 0.5** | -{"], ["Table 1"], ["Note ^a p"]]]);
  });

  it("Word's dash is a minus, by its byte of Windows", () => expect(cells(rtfGrids(String.raw`{\rtf1\trowd a\cell \'960.5\cell\row}`)[0])).toEqual(["a | -0.5"]));

  it("a word that it does not know says nothing, whatever objects call their parts", () => expect(cells(rtfGrids(String.raw`{\rtf1\trowd a\constructor b\cell\row}`)[0])).toEqual(["ab"]));

  it("text between rows parts tables; hidden groups show nothing", () => {
    expect(rtfGrids(String.raw`{\rtf1\trowd a\cell\row Between\par\trowd b\cell\row{\info secret}End}`).map((grid) => [cells(grid), grid.before, grid.after])).toEqual([[["a"], [], ["Between"]], [["b"], ["Between"], ["End"]]]);
    expect(cells(rtfGrids(String.raw`{\rtf1\trowd a\u-3913?b\super c\nosupersub d\super 1\super0 e\line f\cell\row}`)[0])).toEqual(["a\uf0b7b^cd1e\nf"]);
    expect(rtfGrids("{\\rtf1 nothing}")).toEqual([]);
  });
});
