import { describe, expect, it } from "vitest";
import type { Grid } from "../../../../src/published/table/grid/grid";
import { rtfGrids } from "../../../../src/published/table/source/rtf";

const cells = (grid: Grid | undefined) => grid?.rows.map((row) => row.cells.join(" | "));

describe("Rich Text as it comes", () => {
  const R = String.raw;
  it.each([
    [R`{\rtf1\trowd x{\super {\i a}b}c\cell\row}`, "xabc"], [R`{\rtf1\trowd a\super 2\nosupersub 2\cell\row}`, "a²2"], [R`{\rtf1\trowd a\super 2\super0 2\cell\row}`, "a²2"], [R`{\rtf1\trowd a\trowd b\cell\row}`, "ab"], [R`{\rtf1\trowd \u8211\'961\'96\cell\row}`, "-1-"], [R`{\rtf1\trowd a\*b\cell\row}`, "ab"], ["{\\rtf1\\trowd a\nb\r\nc\\cell\\row}", "abc"], [R`\info\trowd a\cell\row`, "a"], [R`{\info secret}\trowd a\cell\row`, "a"],
  ])("%j has the cell %j", (source, shown) => expect(cells(rtfGrids(source)[0])).toEqual([shown]));
  it("a hidden group alone shows nothing above the table", () => expect(rtfGrids(R`{\info secret}\trowd a\cell\row`)[0].before).toEqual([]));
});
