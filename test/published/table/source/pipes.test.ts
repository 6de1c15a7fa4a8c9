import { describe, expect, it } from "vitest";
import type { Grid } from "../../../../src/published/table/grid/grid";
import { hasPipes, pipeGrids } from "../../../../src/published/table/source/pipes";

const cells = (grid: Grid | undefined) => grid?.rows.map((row) => row.cells.join(" | "));

describe("columns drawn with bars, at their limits", () => {
  it("are counted among lines that are neither empty nor rules", () => {
    const bars = (many: number) => Array<string>(many).fill("1 | 2 | 3 | 4");
    expect(hasPipes([...bars(3), ..."abcd", "", " ", "-----", "====="])).toBe(true); // three of seven
    expect([6, 7].map((words) => hasPipes([...bars(4), ...Array<string>(words).fill("word")]))).toEqual([true, false]); // four of ten
    expect(hasPipes([...bars(2), "word"])).toBe(false);
  });

  it("two columns have one bar; their headings are above Markdown's rule", () => {
    expect(pipeGrids("Words\nTerm | Odds ratio\n--- | ---\nAge | 1.5\nSex | 1.6\nNote").map((grid) => [cells(grid), grid.before, grid.after])).toEqual([[["Term | Odds ratio", "Age | 1.5", "Sex | 1.6"], ["Words"], ["Note"]]]);
  });

  it("a line alone is no table, wherever it stands", () => {
    expect(pipeGrids("x\na | b | c\ny\n\n| a | b |\n|---|---|\n| 1 | 2 |").map((grid) => [cells(grid), grid.before])).toEqual([[["a | b", "1 | 2"], ["x", "a | b | c", "y"]]]);
    expect(pipeGrids("x\na | b").concat(pipeGrids("a | b"))).toEqual([]);
  });

  it("have a frame where six in ten rows begin with one, else an empty first cell", () => {
    expect(cells(pipeGrids("| a | b |\n| c | d |\n| e | f |\ng | h |\ni | j |")[0])).toEqual(["a | b", "c | d", "e | f", "g | h", "i | j"]);
    expect(cells(pipeGrids(" | m1 | m2\n--- | --- | ---\nage | 0.5 | 0.6\nsex | 0.7 | 0.8")[0])).toEqual([" | m1 | m2", "age | 0.5 | 0.6", "sex | 0.7 | 0.8"]);
  });

  it("lose the marks of Markdown and HTML, in the lines around them too", () => {
    const [grid] = pipeGrids("Of <sup>a</sup> town\n| a | b |\n|---|---|\n| <b>Age</b> | **Kin** (all) |\n\\*\\* p &lt; 0.01");
    expect([cells(grid), { before: grid.before, after: grid.after }]).toEqual([["a | b", "Age | Kin (all)"], { before: ["Of a town"], after: ["** p < 0.01"] }]);
  });
});
