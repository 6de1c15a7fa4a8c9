import { expect, test } from "vitest";
import { alignedText, padded } from "../../../src/display/render/alignedText";
import { columnWidth } from "../../../src/display/render/columnWidth";

test("a Chinese character takes two columns, so what follows stands in one line", () => {
  const lines = alignedText([["age", "0.1", "x"], ["年龄平方", "-12.30", "x"], ["", "1", "x"]]).split("\n");
  expect(lines).toEqual(["age       0.1     x", "年龄平方  -12.30  x", "          1       x"]);
  expect(new Set(lines.map((line) => columnWidth(line.slice(0, line.indexOf("x"))))).size).toBe(1);
});

test("columns from the first of numbers on end in one line", () => {
  expect(alignedText([["a", "bb", "1"], ["年", "c", "10"]], 1)).toBe("a   bb   1\n年   c  10");
  expect(alignedText([["a", "1"], ["bb", "10"]], 0)).toBe(" a   1\nbb  10");
});

test("nothing hangs behind a line, and no rows are no text", () => {
  expect(alignedText([["a", ""], ["bb", "c"]])).toBe("a\nbb  c");
  expect(alignedText([])).toBe("");
});

test("a text wider than the width stays whole", () => expect([padded("中文", 6), padded("中文", 3)]).toEqual(["中文  ", "中文"]));
