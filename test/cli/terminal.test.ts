import { afterEach, expect, it, vi } from "vitest";
import { terminalWidth, wrapLines } from "../../src/cli/terminal";

afterEach(() => vi.unstubAllEnvs());

it.each<[number | undefined, string | undefined, number]>([
  [120, undefined, 120], [120, "50", 120], [undefined, "50", 50], [undefined, undefined, 80], [undefined, "", 80], [undefined, "wide", 80], [undefined, "72.5", 80], [undefined, "-50", 80], [0, "60", 80], [1, undefined, 40], [40, undefined, 40], [41, undefined, 41], [undefined, "7", 40],
])("of a terminal that says %s, and COLUMNS %s, the width is %d", (columns, said, width) => expect(terminalWidth(columns ?? (undefined as never), said === undefined ? {} : { COLUMNS: said })).toBe(width));

it("long lines go on below, set in by two, with a quarter of the width as the most that they were set in before", () => {
  expect(wrapLines("one two three four\nshort", 10)).toBe("one two\n  three\n  four\nshort");
  expect(wrapLines("  one two three", 12)).toBe("  one two\n    three");
  expect(wrapLines("        one two three", 12)).toBe("   one two\n     three"); // three of eight
  expect(wrapLines("exactly 10\nexactly ten", 10)).toBe("exactly 10\nexactly\n  ten");
  expect(wrapLines("一二三四五 六", 10)).toBe("一二三四\n  五 六"); // each as wide as two letters
});

it("JSON stays as it is, and so does what goes to a file", () => {
  for (const json of ['{"a": "one two three"}', ' \n[1, 2, "one two three"]']) expect(wrapLines(json, 10)).toBe(json);
  expect(wrapLines("one two three", Infinity)).toBe("one two three");
  vi.stubEnv("COLUMNS", "40");
  expect(wrapLines("x".repeat(38) + " y".repeat(9))).toBe(`${"x".repeat(38)}\n  ${"y ".repeat(9).trim()}`);
});
