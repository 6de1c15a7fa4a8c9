import { describe, expect, it } from "vitest";
import type { Grid } from "../../../../src/published/table/grid/grid";
import { delimitedGrid } from "../../../../src/published/table/source/delimited";

const cells = (grid: Grid | undefined) => grid?.rows.map((row) => row.cells.join(" | "));

describe("delimited text at its limits", () => {
  it("keeps rows with empty cells, and fields that are empty in quotes", () => {
    expect(cells(delimitedGrid('v,"",m2\nage,0.5,\nsex,,0.7'))).toEqual(["v |  | m2", "age | 0.5 | ", "sex |  | 0.7"]);
    expect(cells(delimitedGrid('a,5" tall,"x, y"\n1,2,3\n4,5,6'))).toEqual(['a | 5" tall | x, y', "1 | 2 | 3", "4 | 5 | 6"]); // inches are no quote
    expect(cells(delimitedGrid('a,"b,""c\n1,2,3\n4,5,6'))).toEqual(['a | "b | ""c', "1 | 2 | 3", "4 | 5 | 6"]); // never closed: nor is the next
  });

  it("is regular where six in ten rows are as wide as the widest or one narrower, 200 columns at most", () => {
    expect(cells(delimitedGrid("a,b,c\n1,2\n3,4"))).toEqual(["a | b | c", "1 | 2 | ", "3 | 4 | "]);
    expect(delimitedGrid("a,b,c,d\n1,2\n3,4")).toBeUndefined();
    const wide = (width: number) => Array(width).fill("1").join(",");
    expect(delimitedGrid([wide(200), wide(200), wide(200)].join("\n"))?.rows[0].cells).toHaveLength(200);
    expect(delimitedGrid(["a,b,c", wide(201), "1,2,3", "4,5,6"].join("\n"))?.rows).toHaveLength(4);
  });

  it("mends broken cells where three in ten lines are narrow, empty lines and cells aside", () => {
    const broken = "sex\t0.7\n(0.1)\t0.8\n(0.2)"; // three narrow lines
    const whole = (many: number) => Array(many).fill("age\t0.5\t0.6").join("\n");
    expect(cells(delimitedGrid(`${whole(7)}\n${broken}`))?.slice(7)).toEqual(["sex | 0.7\n(0.1) | 0.8\n(0.2)"]); // 3 of 10
    expect(cells(delimitedGrid(`${whole(7)}\n${broken}\n${whole(1)}`))?.slice(7, 10)).toEqual(["sex | 0.7 | ", "(0.1) | 0.8 | ", "(0.2) |  | "]); // 3 of 11
    expect(cells(delimitedGrid(`v\tm1\tm2\n\nage\t0.5\n(0.2)\t\n\n${broken}`))).toEqual(["v | m1 | m2", "age | 0.5\n(0.2) | ", "sex | 0.7\n(0.1) | 0.8\n(0.2)"]);
  });
});
