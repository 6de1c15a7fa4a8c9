import { expect, test } from "vitest";
import { alignedText, padded } from "../../../src/display/render/alignedText";
import { columnWidth } from "../../../src/display/render/columnWidth";

test("a Chinese character takes two columns, so what follows stands in one line", () => {
  const lines = alignedText([["age", "0.1", "x"], ["年龄平方", "-12.30", "x"], ["", "1", "x"]]).split("\n");
  expect(lines).toEqual(["age       0.1     x", "年龄平方  -12.30  x", "          1       x"]);
  expect(new Set(lines.map((line) => columnWidth(line.slice(0, line.indexOf("x"))))).size).toBe(1);
});

test("nothing hangs behind a line, and no rows are no text", () => {
  expect(alignedText([["a", ""], ["bb", "c"]])).toBe("a\nbb  c");
  expect(alignedText([])).toBe("");
});

test("a text wider than the width stays whole", () => expect([padded("中文", 6), padded("中文", 3)]).toEqual(["中文  ", "中文"]));
