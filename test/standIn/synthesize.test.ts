import { parse } from "csv-parse/sync";
import { expect, it } from "vitest";
import { sfrcCodebook } from "../../src/sfrc/readSfrc";
import { answer } from "../../src/standIn/answers/answer";
import { excluded } from "../../src/standIn/excluded/excluded";
import { personAt } from "../../src/standIn/person";
import { Random } from "../../src/standIn/random";
import { peopleOfSeed, synthesize } from "../../src/standIn/synthesize";

const codebook = sfrcCodebook();
const people = peopleOfSeed(21);
const text = synthesize(21, people, codebook);
const rows = parse(text, { columns: true }) as Record<string, string>[];

it("has everybody, numbered in their order, in the columns that are answered", () => {
  const answered = ["id", ...Object.keys(answer(personAt(people, 0), new Random(1)))];
  expect(text.slice(0, text.indexOf("\n")).split(",")).toEqual(codebook.columns.map(({ name }) => name).filter((name) => answered.includes(name)));
  const asked = { ...codebook, columns: codebook.columns.filter(({ name }) => answered.includes(name)) };
  expect(rows).toHaveLength(777 + excluded(asked, new Random(1)).length);
  expect(rows.map(({ id }) => id)).toEqual(rows.map((_, i) => `SYN-${String(i + 1).padStart(4, "0")}`));
  expect([rows[0].id, rows[999].id]).toEqual(["SYN-0001", "SYN-1000"]);
  expect(text.endsWith("\n") && !text.endsWith("\n\n")).toBe(true);
  expect(new Set(rows.map(({ id: _, ...answers }) => JSON.stringify(answers))).size).toBe(rows.length);
});

it("leaves out an optional question that nobody answers, and not one that all must", () => {
  const column = { question: { en: "", zh: "" }, type: "choice", missing: [], answers: [] };
  const more = synthesize(21, people, { ...codebook, columns: [...codebook.columns, { ...column, name: "asked" }, { ...column, name: "left", optional: true }] } as unknown as typeof codebook);
  expect(more.slice(0, more.indexOf("\n"))).toBe(`${text.slice(0, text.indexOf("\n"))},asked`);
});

it("has people of its own for each seed, the same for the same", () => {
  expect(peopleOfSeed(22)).not.toEqual(people);
  expect(peopleOfSeed(21)).toEqual(people);
});
