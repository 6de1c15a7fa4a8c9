import { describe, expect, it } from "vitest";
import { BadInput } from "../../src/badInput";
import type { ColumnNotes } from "../../src/io/table";
import { cellCode, remedyFor } from "../../src/survey/cellCode";
import { checkAnswer } from "../../src/survey/checkAnswer";
import type { Column } from "../../src/survey/codebook";
import type { Mapping } from "../../src/survey/mapping";
import { bothLanguages } from "../io/bothLanguages";
import { columnOfSmall, small } from "./smallCodebook";

const refuse = (found: ConstructorParameters<typeof BadInput>[1], expected: ConstructorParameters<typeof BadInput>[2]) => new BadInput({ file: "a.csv" }, found, expected);
const mapping: Mapping = { file: "m.json", columns: new Map(), values: new Map([["gender", new Map([["w", "female"], ["Herr", "male"], ["6", "refused"]])]]), missing: { everywhere: new Set(["-", "keine"]), within: new Map([["gender", new Set(["9"])]]) }, files: new Map() };
const notes: ColumnNotes = { label: "", labels: new Map([["1", "Herr"], ["2", "woman"], ["3", "keine"], ["4", "nobody knows"]]), missing: new Set(["8"]) };
const of = (cell: string, column = "gender", words: { mapping?: Mapping; notes?: ColumnNotes } = { mapping, notes }) => cellCode(cell, columnOfSmall(column), { codebook: small, mapping: words.mapping, notes: words.notes }, refuse);

describe("a cell is understood", () => {
  it.each<[string, string | undefined]>([["w", "female"], ["1", "male"], ["2", "female"], ["3", undefined], ["9", undefined], ["-", undefined], ["8", undefined], ["6", undefined], ["female", "female"], ["女", "female"], ["refused", undefined], ["", undefined]])("as mapped by itself or by its label, as the file has it, or as the codebook does: %j is %s", (cell, code) => expect(of(cell)).toBe(code));

  it.each<[string, string | undefined]>([["w\u200b", "female"], ["\uff57", "female"], ["\u2060Herr", "male"], ["\u200b9", undefined], ["\uff0d", undefined]])("as what looks like it, where nothing is mapped exactly so: %j is %s", (cell, code) => expect(of(cell)).toBe(code));

  it("as it stands where nothing is mapped, and in ids and labels", () => {
    expect([of("male", "gender", {}), of("w", "source"), of("-", "source"), of("-", "id"), of("9", "talk", { mapping, notes: { ...notes, missing: new Set(["9"]) } })]).toEqual(["male", "w", "-", "-", undefined]);
    expect(bothLanguages(() => of("w", "gender", {}))[0]).toBe('a.csv: "w" is not in the codebook (expected female, male, refused, dontKnow).');
    expect(bothLanguages(() => of("4"))[0]).toBe('a.csv: "4" is not in the codebook (expected female, male, refused, dontKnow).');
  });

  it("or is to be corrected; one that is no id may be mapped", () => {
    expect([remedyFor(columnOfSmall("id")), remedyFor(columnOfSmall("source")), remedyFor(columnOfSmall("gender"))]).toEqual(["Correct it. Nothing was written.", "Correct it or map it. Nothing was written.", "Correct it or map it. Nothing was written."]);
  });
});

describe("an answer that is none is refused with what there is", () => {
  const refused = (text: string, column: Column) => bothLanguages(() => checkAnswer(text, column, refuse));
  const coded = (many: number): Column => ({ ...columnOfSmall("gender"), missing: [], answers: Array.from({ length: many }, (_, i) => ({ code: `c${i + 1}`, en: "e", zh: "z" })) });

  it("all codes to nine, of more the first nine and how many they are", () => {
    expect(refused("q", coded(9))[0]).toBe('a.csv: "q" is not in the codebook (expected c1, c2, c3, c4, c5, c6, c7, c8, c9).');
    expect(refused("q", coded(10))).toEqual(['a.csv: "q" is not in the codebook (expected c1, c2, c3, c4, c5, c6, c7, c8, c9, … (all 10 are in data/codebook.json)).', expect.stringContaining("c8, c9")]);
  });

  it("to sixty letters, a longer one cut", () => {
    const [sixty, more] = ["q".repeat(60), "q".repeat(61)];
    expect(refused(sixty, coded(2))[0]).toBe(`a.csv: "${sixty}" is not in the codebook (expected c1, c2).`);
    expect(refused(more, coded(2))[0]).toBe(`a.csv: "${"q".repeat(59)}…" is not in the codebook (expected c1, c2).`);
  });

  it("numbers by their ends, which are in", () => {
    const age = columnOfSmall("age");
    expect(["16", "95", "016"].map((text) => checkAnswer(text, age, refuse))).toEqual(["16", "95", "16"]);
    for (const [text, what] of [["15", "is out of range"], ["96", "is out of range"], ["1.5", "is not a whole number"], ["-16", "is not a whole number"]]) expect(refused(text, age)[0]).toBe(`a.csv: "${text}" ${what} (expected a whole number from 16 to 95).`);
  });
});
