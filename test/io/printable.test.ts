import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { inspect } from "node:util";
import { expect, test, vi } from "vitest";
import { BadInput } from "../../src/badInput";
import { firstLines, printable, printOnlyPrintable } from "../../src/io/printable";
import { projectFolder } from "../../src/projectFolder";

test("what acts on a terminal is shown; tabs, line ends and all languages stay", () => {
  expect(printable("a\u001b[31m\u0007\u009b\u202e\rb")).toBe("a\\u001b[31m\\u0007\\u009b\\u202e\\u000db");
  expect(printable("教育\té\n−0.5 مرحبا")).toBe("教育\té\n−0.5 مرحبا");
});

test("in a JSON text it means the same as before", () => {
  const value = { "\u202ename": "a\u009b\u001bb", n: 1 };
  expect(JSON.parse(printable(JSON.stringify(value, null, 1)))).toEqual(value);
});

test("a message has as many lines as are read, none without end", () => {
  expect(firstLines("a\nb", 2)).toBe("a\nb");
  expect(firstLines("a\nb\nc", 2)).toBe("a\n…");
  expect(firstLines("x".repeat(5e6), 6)).toBe(`${"x".repeat(599)}…`);
  expect(firstLines(`${"x".repeat(5e6)}\nb`, 6, 10)).toBe(`${"x".repeat(9)}…\nb`);
  expect(firstLines("", 6)).toBe("");
});

test("each sign that acts on a terminal is shown, and none beside it", () => {
  for (const [from, to] of [[0, 8], [0x0b, 0x1f], [0x7f, 0x9f], [0x61c, 0x61c], [0x200b, 0x200b], [0x200e, 0x200f], [0x202a, 0x202e], [0x2060, 0x2060], [0x2066, 0x2069], [0xfeff, 0xfeff]]) {
    for (const acting of [from, to]) expect(printable(`a${String.fromCharCode(acting)}b`)).toBe(`a\\u${acting.toString(16).padStart(4, "0")}b`);
    for (const beside of [from - 1, to + 1].filter((code) => code >= 0)) expect(printable(String.fromCharCode(beside))).toBe(String.fromCharCode(beside));
  }
});

test("lines are counted and cut exactly at their limits", () => {
  expect(firstLines("a\nb\nc", 3)).toBe("a\nb\nc");
  expect(firstLines("a\nb\nc\nd", 3)).toBe("a\nb\n…");
  expect(firstLines("a\nb\n", 2)).toBe("a\n…"); // an empty last line is a line
  expect(firstLines("a\n", 2)).toBe("a\n");
  expect(firstLines("a\nb", 1)).toBe("a\n…");
  expect(firstLines("a\nb", 0)).toBe("a\n…");
  expect(firstLines("1234567890\n12345678901", 6, 10)).toBe("1234567890\n123456789…");
  expect(firstLines("12345678901\n123456789012\n1234567890123", 6, 10)).toBe("123456789…\n123456789…\n123456789…");
  expect([firstLines("x".repeat(600), 1), firstLines("x".repeat(601), 1)]).toEqual(["x".repeat(600), `${"x".repeat(599)}…`]);
});

test("what the console writes is printable from then on, other than texts as it is", () => {
  const written: unknown[][] = [];
  for (const name of ["log", "error", "warn"] as const) vi.spyOn(console, name).mockImplementation((...parts) => void written.push([name, ...parts]));
  const spied = { log: console.log, error: console.error, warn: console.warn };
  try {
    printOnlyPrintable();
    const thing = { a: "\u001b" };
    console.log("a\u001b", 1, thing);
    console.error("\u0007");
    console.warn("\u009b", "b");
    expect(written).toEqual([["log", "a\\u001b", 1, thing], ["error", "\\u0007"], ["warn", "\\u009b", "b"]]);
  } finally {
    Object.assign(console, spied);
    vi.restoreAllMocks();
  }
});

test("a command sends no escape of a file's or an argument's name to the terminal", () => {
  const run = spawnSync(process.execPath, [join(projectFolder, "dist", "cli", "main.js"), "trace", "M4.\u001b]0;title\u0007"], { encoding: "utf8" });
  expect(run.status).toBe(2);
  expect(run.stderr + run.stdout).not.toMatch(/[\u001b\u0007]/);
  expect(run.stderr).toContain("\\u001b]0;title");
});

test("an error of ours reads in a cell as one sentence, without a stack, a dump, or what only a command would say", () => {
  const shown = inspect(new BadInput({ file: "reading gender" }, "\"mail\" is not one of its choices", "female or male", "List them. Nothing was written."));
  expect(shown).toBe("BadInput: reading gender: \"mail\" is not one of its choices (expected female or male). List them.");
});
