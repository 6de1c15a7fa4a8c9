import { describe, expect, it } from "vitest";
import { type CellPlace, FailedCell } from "../../../src/notebook/run/failedCell";

const message = (place: Partial<CellPlace>, reason: string, sourceLine?: string) => new FailedCell({ notebook: "n.ipynb", ...place }, reason, sourceLine).message;

describe("a notebook that did not run through", () => {
  it.each<[Partial<CellPlace>, string, string]>([
    [{}, "why", "n.ipynb › why"], [{ cell: 7 }, "why\n", "n.ipynb › cell 7 › why"], [{ cell: 7, heading: "" }, "why", "n.ipynb › cell 7 › why"], [{ cell: 7, heading: "Data" }, "why", 'n.ipynb › cell 7 "Data" › why'], [{ heading: "Data" }, "why", "n.ipynb › why"],
    [{ cell: 7, line: 2 }, "why", "n.ipynb › cell 7 › line 2 › why"], [{ cell: 7, line: 2, column: 5 }, "why", "n.ipynb › cell 7 › line 2:5 › why"], [{ cell: 7, column: 5 }, "why", "n.ipynb › cell 7 › why"],
    [{}, "a\nb\nc\nd", "n.ipynb › a\nb\nc\nd"], [{}, "a\nb\nc\nd\ne", "n.ipynb › a\nb\nc\n…"], [{}, "x".repeat(200), `n.ipynb › ${"x".repeat(200)}`], [{}, "x".repeat(201), `n.ipynb › ${"x".repeat(199)}…`], [{}, "a\u001bb", "n.ipynb › a\\u001bb"],
  ])("%j, %j", (place, reason, text) => expect(message(place, reason)).toBe(text));

  it("shows the line, and a caret under the column", () => {
    expect(message({ cell: 1, line: 12, column: 3 }, "why", "\tab = 1")).toBe("n.ipynb › cell 1 › line 12:3 › why\n  12 | \tab = 1\n     | \t ^");
    expect(message({ cell: 1, line: 12, column: 1 }, "why", "ab")).toBe("n.ipynb › cell 1 › line 12:1 › why\n  12 | ab\n     | ^");
    expect(message({ cell: 1, line: 12 }, "why", "ab")).toBe("n.ipynb › cell 1 › line 12 › why\n  12 | ab");
    expect(message({ cell: 1, line: 1, column: 3 }, "why", "a\u001bb")).toBe("n.ipynb › cell 1 › line 1:3 › why\n  1 | a\\u001bb\n    |        ^");
  });

  it("shows of a long line what stands around the place", () => {
    const digits = Array.from({ length: 50 }, (_, i) => String(i).padStart(10, ".")).join(""); // 500 characters, ten by ten
    const shown = (line: string, column?: number) => message({ line: 1, ...(column === undefined ? {} : { column }) }, "why", line).split("\n").slice(1).map((text) => text.slice("  1 | ".length));
    expect(shown(digits.slice(0, 200), 150)).toEqual([digits.slice(0, 200), `${" ".repeat(149)}^`]);
    expect(shown(digits)).toEqual([`${digits.slice(0, 200)}…`]);
    expect(shown(digits, 100)).toEqual([`${digits.slice(0, 200)}…`, `${" ".repeat(99)}^`]);
    const at = (column: number) => {
      const [line, caret] = shown(digits, column);
      return [line, line[caret.length - 1], digits[column - 1]];
    };
    expect(at(230)).toEqual([`…${digits.slice(130, 330)}…`, "2", "2"]); // the 230th character ends ".......22"
    expect(at(400)).toEqual([`…${digits.slice(300, 500)}`, "9", "9"]);
    expect(at(101)).toEqual([`…${digits.slice(1, 201)}…`, ".", "."]);
  });

  it("that does not find the package is told where it may lie", () => {
    const remedy = "\nThe notebook lies outside the clone, and no node_modules beside or above it has Sojourn: move it into the clone, or install the package there (docs/anywhere.md).";
    expect(message({}, "Cannot find module 'sojourn'\nRequire stack:\n- x")).toBe(`n.ipynb › Cannot find module 'sojourn'${remedy}`);
    expect(message({}, "Cannot find module 'sojourn/stats'")).toBe(`n.ipynb › Cannot find module 'sojourn/stats'${remedy}`);
    expect(message({}, "Cannot find module 'sojournal'")).toBe("n.ipynb › Cannot find module 'sojournal'");
  });

  it("keeps its place and reason", () => {
    const failed = new FailedCell({ notebook: "n", cell: 2 }, "why");
    expect([failed.name, failed.place, failed.reason, failed.sourceLine]).toEqual(["FailedCell", { notebook: "n", cell: 2 }, "why", undefined]);
  });
});
