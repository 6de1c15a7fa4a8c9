import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { inspect } from "node:util";
import { expect, test } from "vitest";
import { BadInput } from "../../src/badInput";
import { firstLines, printable } from "../../src/io/printable";
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
