import { describe, expect, it } from "vitest";
import type { Grid } from "../../../../src/published/table/grid/grid";
import { latexGrids } from "../../../../src/published/table/source/latex";

const cells = (grid: Grid | undefined) => grid?.rows.map((row) => row.cells.join(" | "));

describe("LaTeX as it comes", () => {
  const R = String.raw;
  const of = (source: string) => latexGrids(source).map((grid) => [grid.before, cells(grid), grid.after]);

  it("a long table's caption and heads stand within it", () => {
    expect(of(R`\begin{longtable} {lc}\caption[s]{My \emph{long} \{a\} table}\\ h & a \endhead x & 1 \\ y & 2\end{longtable}`)).toEqual([[["My long {a} table"], ["h | a", "x | 1", "y | 2"], []]]);
    expect(of(R`\begin{longtable}{lc}\caption{Open x & 1\end{longtable}`)[0][0]).toEqual(["Open x & 1"]); // never closed
    expect(of(R`Words\caption*[s]{Title} \begin{tabular}{l}x & 1\end{tabular}Note\end{table} Not here`)).toEqual([[["Words", "Title"], ["x | 1"], ["Note"]]]);
    expect(of(R`\begin{talltblr}[note{a} = {Of \textit{all}}]{ll} x & 1 \end{talltblr} End`)).toEqual([[[], ["x | 1"], ["Of all", "End"]]]);
  });

  it("an end without a beginning is none; what never ends begins where it says", () => {
    expect(of(R`x & 1 \\ y & 2 \end{tabular}`)).toEqual([[[], ["x | 1", "y | 2"], []]]);
    expect(of(R`Cap \begin{tabular}{l}x & 1 \\ y & 2`)).toEqual([[["Cap"], ["x | 1", "y | 2"], []]]);
  });

  it("a cell over three rows is repeated in all of them", () => {
    expect(cells(latexGrids(R`\begin{tabular}{lc}\multirow{3}{*}{City} & a \\ & b \\ & c \\ & d\end{tabular}`)[0])).toEqual(["City | a", "City | b", "City | c", " | d"]);
  });

  it("of tabularray's cells the covered ones stand in the source too", () => {
    const [grid] = latexGrids(R`\begin{tblr}{lllll} & \SetCell[c=2]{c} Stay & & \SetCell[c=2]{c} Go & \\ x & 1 & 2 & 3 & 4 \\ \SetCell[r=2]{l} City & 5 & 6 & 7 & 8 \\ & 5 & 6 & 7 & 9 \end{tblr}`);
    expect(grid.rows[0]).toEqual({ cells: ["", "Stay", "", "Go", ""], spans: [1, 2, 0, 2, 0] });
    expect(cells(grid)!.slice(1)).toEqual(["x | 1 | 2 | 3 | 4", "City | 5 | 6 | 7 | 8", "City | 5 | 6 | 7 | 9"]);
    expect(cells(latexGrids(R`\begin{tblr}{lll}\SetCell[r=2,c=2]{c} Both & & a \\ & & b\end{tblr}`)[0])).toEqual(["Both |  | a", "Both |  | b"]);
  });

  it("lines within a cell are no rows: a tabular in a tabular, a stack, a cell made of lines", () => {
    expect(cells(latexGrids(R`\begin{tabular}{lcc} & \begin{tabular}[c]{@{}c@{}}Model\\ one \& only\end{tabular} & \makecell[l]{North\\[2pt]and South} \\ \shortstack{Age \\ in years} & 0.5 & {0.6} \\ Kin & 1 & 2\end{tabular}`)[0])).toEqual([" | Model one & only | North and South", "Age in years | 0.5 | 0.6", "Kin | 1 | 2"]);
    expect(cells(latexGrids(R`{\small x & 1 \\ y & 2 \\}`)[0])).toEqual(["x | 1", "y | 2"]); // braces about rows are about rows
    expect(cells(latexGrids(R`\{a\} & 1 \\ \{b\} & 2`)[0])).toEqual(["{a} | 1", "{b} | 2"]);
  });

  it.each([
    [R`0.5$^\dagger$`, "0.5†"], [R`0.5$^*$`, "0.5*"], [R`0.5\textsuperscript{\dag}`, "0.5†"], [R`0.5\ddag`, "0.5‡"], [R`[$-0.5$--$-0.2$]`, "[-0.5--0.2]"], [R`[$-.5$--$-.2$]`, "[-.5--.2]"], [R`[0.2--0.5]`, "[0.2-0.5]"],
    [R`\(-0.5\)`, "-0.5"], [R`\makecell[l]{a}`, "a"], [R`\addlinespace[2pt] a`, "a"], [R`a\ifmmode b\else c\fi{}d`, "ad"], [R`\.z\=a\~n\^o\"u`, "żāñôü"], [R`Gro\ss{}e`, "Große"], [R`\O{}st`, "Øst"],
  ])("%s shows as %j", (source, shown) => expect(latexGrids(`k & ${source}`)[0].rows[0].cells[1]).toBe(shown));
});
