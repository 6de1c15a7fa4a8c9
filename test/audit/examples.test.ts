import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as audit from "../../src/audit/audit";

const FOLDER = join(__dirname, "../../src/audit");
const EXAMPLE = /^ \* @example (.+?)  \/\/ (.+)$/gm;

const sources = readdirSync(FOLDER).filter((name) => name.endsWith(".ts")).map((name) => ({ name, text: readFileSync(join(FOLDER, name), "utf8") }));
const examples = sources.flatMap(({ name, text }) => [...text.matchAll(EXAMPLE)].map(([, expression, answer]) => ({ name, expression, answer })));

/** Runs a line as a reader of the docstring would, with what the package exports in scope. */
const evaluate = (line: string): unknown => new Function(...Object.keys(audit), `return (${line});`)(...Object.values(audit));

describe("the examples in the audit's docstrings", () => {
  it.each(examples)("$name: $expression", ({ expression, answer }) => {
    expect(evaluate(expression)).toEqual(evaluate(answer));
  });

  it("stand in every check, at least one that passes and one that does not", () => {
    for (const check of ["stars", "counts", "grim", "definitionsLeft", "pooling", "groupDifferences", "attainableSE", "level", "power", "claims", "measurement"]) {
      expect(examples.filter(({ name }) => name === `${check}.ts`).length, check).toBeGreaterThanOrEqual(2);
    }
  });

  it("come with a method, a source, what inconsistent means and its assumptions, wherever a check may say inconsistent", () => {
    for (const check of ["stars", "counts", "definitionsLeft", "pooling", "attainableSE"]) {
      const text = sources.find(({ name }) => name === `${check}.ts`)!.text;
      for (const part of ["Method", "Source", "Inconsistent means", "Assumes"]) expect(text, `${check}: ${part}`).toContain(` * ${part}`);
    }
  });
});
