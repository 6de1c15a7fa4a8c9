import { describe, expect, it } from "vitest";
import type { Grid } from "../../../../src/published/table/grid/grid";
import { htmlGrids } from "../../../../src/published/table/source/html";

const cells = (grid: Grid | undefined) => grid?.rows.map((row) => row.cells.join(" | "));

describe("HTML as it comes", () => {
  const row = (html: string) => cells(htmlGrids(`<table><tr>${html}</tr></table>`)[0])![0];
  it.each([
    ["\n<td>a</td>\n<td> b\n c </td>\n", "a | b c"], ["<td>a<sup/>b</td>", "ab"], ["<td>a<sup> b,\n c </sup></td>", "a^b^c"], ["<td>a<script>x</script><!-- y --></td><td>1</td>", "a | 1"], ["<td>a <br> b</td>", "a\nb"], ["<td><div>a</div> <div>b</div></td>", "a\n\nb"],
  ])("%j is %j", (html, shown) => expect(row(html)).toBe(shown));

  it("a title that JATS closes at once does not swallow the table; lines of the source are no lines of text", () => {
    expect(htmlGrids("<title/><p>Of the\n town</p><table><tr><td>a</td></tr></table>").map((grid) => [cells(grid), grid.before])).toEqual([[["a"], ["Of the town"]]]);
    expect(htmlGrids(`<table><tr><td>a</td></tr></table>${Array.from({ length: 41 }, (_, i) => `<p>l${i}</p>`).join("")}`)[0].after).toEqual(Array.from({ length: 40 }, (_, i) => `l${i}`));
  });

  it("cells over rows and columns at once are repeated in all of them, where they hold a letter", () => {
    expect(htmlGrids('<table><tr><td colspan="2" rowspan="2">M1</td><td>1</td></tr><tr><td>2</td></tr></table>')[0].rows).toEqual([{ cells: ["M1", "", "1"], spans: [2, 0, 1] }, { cells: ["M1", "M1", "2"], spans: [1, 1, 1] }]);
    expect(cells(htmlGrids('<table><tr><td colspan="2" rowspan="2">0.5</td><td>1</td></tr><tr><td>2</td></tr></table>')[0])).toEqual(["0.5 |  | 1", " |  | 2"]);
    expect(htmlGrids('<table><tr><td colspan="10">a</td></tr></table>')[0].rows[0].spans[0]).toBe(10);
    const last = `<table><tr>${"<td>a</td>".repeat(199)}<td rowspan="2">w</td></tr><tr>${"<td>b</td>".repeat(199)}</tr></table>`;
    expect(htmlGrids(last)[0].rows[1].cells.slice(198)).toEqual(["b", "w"]); // the last of the columns that a table may have
  });

  it("a row is a heading where all but its first cell are, and there is more than one", () => {
    const heads = (html: string) => htmlGrids(`<table><tr>${html}</tr><tr><td>x</td><td>y</td><td>z</td></tr></table>`)[0].rows[0].head ?? false;
    expect(["<td></td><th>a</th><th>b</th>", "<td></td><th>a</th><td>b</td>", "<td>Men</td>", "<th>Men</th>"].map(heads)).toEqual([true, false, false, false]);
  });
});
