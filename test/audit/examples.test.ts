import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import * as audit from "../../src/audit/audit";
import { CHECKS } from "../../src/audit/registry";
import { parsePublished } from "../../src/published/parsePublished";

const FOLDER = join(__dirname, "../../src/audit");
const EXAMPLE = /^ \* @example (.+?)  \/\/ (.+)$/gm;

const files = readdirSync(FOLDER, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const sources = files.map((name) => ({ name, text: readFileSync(join(FOLDER, name), "utf8") }));
const examples = sources.flatMap(({ name, text }) => [...text.matchAll(EXAMPLE)].map(([, expression, answer]) => ({ name, expression, answer })));

/** Runs a line as a reader of the docstring would, with what the package exports in scope. */
const evaluate = (line: string): unknown => new Function(...Object.keys(audit), `return (${line});`)(...Object.values(audit));

describe("the examples in the audit's docstrings", () => {
  it.each(examples)("$name: $expression", ({ expression, answer }) => {
    expect(evaluate(expression)).toEqual(evaluate(answer));
  });

  it("stand at every function that a finding's line of code may call", () => {
    const called = new Set(examples.flatMap(({ expression }) => expression.match(/^\w+/)?.[0] ?? []));
    const missing = Object.keys(audit).filter((name) => !["audit", "holm", "shareOfLogLik", "floorsOf", "informationNeeded", "rowsOfContrast", "rowsInFirst", "eventsAmong"].includes(name) && !called.has(name));
    expect(missing).toEqual([]);
  });
});

describe("the registry", () => {
  it("holds every file in checks/, each under its file's name", () => {
    const inFolder = files.filter((name) => name.startsWith("checks")).map((name) => basename(name, ".ts"));
    expect(CHECKS.map(({ name }) => name).sort()).toEqual(inFolder.sort());
  });

  it.each(CHECKS.map((check) => [check.name, check] as const))("%s: finds nothing in its passing example, and something in its failing one", (name, { passes, fails, proves }) => {
    const found = ({ table, options }: typeof passes) => audit.audit(parsePublished(table, "example"), options).findings.filter(({ check }) => check === name);
    expect(found(passes)).toEqual([]);
    expect(found(fails).map(({ severity }) => severity)).toContain(proves ? "inconsistent" : "note");
  });

  it.each(CHECKS.map((check) => [check.name, check] as const))("%s: looks at something in both", (name, { passes, fails }) => {
    for (const { table, options } of [passes, fails]) {
      if (name !== "measurement") expect(audit.audit(parsePublished(table, "example"), options).checks.some(({ check }) => check === name)).toBe(true);
    }
  });

  // As a table that was read is: the models have ids of the reader's making, and are called by their headings.
  it.each(CHECKS.map((check) => [check.name, check] as const))("%s: names models by their ids, and in sentences by their headings", (name, { passes, fails, proves }) => {
    const powerAsStated = { table: { models: { A: { ...passes.table.models[Object.keys(passes.table.models)[0]], n: 60, rows: [{ term: "x", coef: "1.00", se: "0.50", stars: "**" }] } } }, options: { trueEffects: { x: 0.2 } } };
    for (const { table, options } of [passes, fails, ...(name === "power" ? [powerAsStated] : [])]) {
      const places = Object.keys(table.models);
      const renamed = JSON.parse(JSON.stringify({ table, options }), (_, value: unknown) => {
        if (typeof value === "string") return places.includes(value) ? `m${places.indexOf(value) + 1}` : value;
        if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [places.includes(key) ? `m${places.indexOf(key) + 1}` : key, inner]));
      }) as typeof passes;
      const headed = { ...renamed.table, models: Object.fromEntries(Object.entries(renamed.table.models).map(([id, model]) => [id, { ...model, heading: `Column ${id.slice(1)}`, group: "" }])) };
      const report = audit.audit(parsePublished(headed, "example"), renamed.options);
      const ids: (string | null)[] = [null, ...Object.keys(headed.models)];
      expect([...report.findings, ...report.checks].filter(({ model }) => !ids.includes(model))).toEqual([]);
      for (const { check, model, message, messageZh } of report.findings) if (check === name && model !== null) expect([message, messageZh]).toEqual([expect.stringMatching(/Column \d/), expect.stringMatching(/Column \d/)]);
      if (proves && table === fails.table) expect(report.findings.some(({ check }) => check === name)).toBe(true);
    }
  });

  it.each(CHECKS.map((check) => [check.name, check] as const))("%s: is titled in both languages and sourced, and a proof is argued", (name, { title, source, proves }) => {
    expect(title.en).toMatch(/[a-z]/);
    expect(title.zh).toMatch(/\p{Script=Han}/u);
    expect(source.length).toBeGreaterThan(20);
    if (!proves) return;
    const texts = sources.filter(({ text }) => text.includes("Inconsistent means")).map(({ name: file }) => basename(file, ".ts"));
    expect([...texts, ...(texts.includes("definitionsLeft") ? ["pseudoR2"] : [])]).toContain(name);
  });
});
