import { describe, expect, it } from "vitest";
import { BadInput } from "../../src/badInput";
import type { ColumnNotes, DataTable } from "../../src/io/table";
import type { Mapping } from "../../src/survey/mapping";
import { counted, proposeMapping } from "../../src/survey/proposeMapping";
import { small } from "./smallCodebook";

const none: ColumnNotes = { label: "", labels: new Map(), missing: new Set() };
const tableOf = (header: readonly string[], rows: readonly (readonly string[])[], notes: Record<string, Partial<ColumnNotes>> = {}): DataTable => ({
  file: "a.csv", format: "CSV", notes: [], header: { line: 1, cells: header }, rows: rows.map((cells, i) => ({ line: i + 2, cells })), columns: header.map((name) => ({ ...none, ...notes[name] })),
});
const mappingOf = (change: Partial<Mapping> = {}): Mapping => ({ file: "m.json", columns: new Map(), values: new Map(), missing: { everywhere: new Set(), within: new Map() }, files: new Map(), ...change });
const FULL = ["id", "source", "wave", "age", "gender", "talk"];
const person = (change: Record<string, string> = {}, header = FULL) => header.map((name) => ({ id: "a", source: "x", wave: "2018", age: "30", gender: "female", talk: "never", ...change })[name]!);

describe("how a file fits the codebook", () => {
  it("leaves nothing to ask where all fits", () => {
    expect(proposeMapping(tableOf(FULL, [person(), person({ gender: "", talk: "有时", age: "16" }), person({ gender: "拒答", age: "95" })]), small, undefined)).toEqual({
      file: "a.csv", rows: 3, found: new Map(FULL.map((name) => [name, name])), columns: new Map(), values: new Map(), doubtful: [], missing: [], leftOver: [],
    });
  });

  it("refuses a column that lost characters where it is one of the codebook's", () => {
    const fault = new BadInput({ file: "a.csv", row: 4 }, "lost");
    const table = tableOf([...FULL, "remarks"], [[...person(), "x"]]);
    expect(proposeMapping({ ...table, lost: new Map([[6, fault]]) }, small, undefined).found.size).toBe(6);
    expect(() => proposeMapping({ ...table, lost: new Map([[4, fault]]) }, small, undefined)).toThrow(fault);
  });

  it("asks for each answer that the codebook does not know, how often it is given and what it most likely means", () => {
    const table = tableOf(FULL, [person({ id: "1" }), person({ gender: "Femal", age: "15", source: "?" }), person({ gender: "xyz", age: "96" }), person({ gender: "Femal", talk: "2" })], { talk: { labels: new Map([["2", "now & then"]]) } });
    expect(proposeMapping(table, small, undefined).doubtful).toEqual([
      { file: "a.csv", column: "age", value: "15", count: 1 }, { file: "a.csv", column: "age", value: "96", count: 1 },
      { file: "a.csv", column: "gender", value: "Femal", count: 2, proposed: "female" }, { file: "a.csv", column: "gender", value: "xyz", count: 1 },
      { file: "a.csv", column: "talk", value: "2", count: 1, label: "now & then", proposed: "sometimes" },
    ]);
  });

  it("asks no more for what a mapping or the file itself says", () => {
    const table = tableOf(FULL, [person({ gender: "w", talk: "9" }), person({ gender: "m", talk: "8" }), person({ gender: "k.A.", talk: "7" }), person({ gender: "-", talk: "6" })], { gender: { labels: new Map([["m", "herr"]]) }, talk: { missing: new Set(["9"]) } });
    const mapping = mappingOf({ values: new Map([["gender", new Map([["w", "female"], ["herr", "male"]])]]), missing: { everywhere: new Set(["-", "8"]), within: new Map([["gender", new Set(["k.A."])]]) } });
    expect(proposeMapping(table, small, mapping).doubtful).toEqual([{ file: "a.csv", column: "talk", value: "7", count: 1 }, { file: "a.csv", column: "talk", value: "6", count: 1 }]);
  });

  it("names columns that are not there, but for those that may lack, and what nobody asks for", () => {
    const header = ["id", "gender", "colour", "notes"];
    const table = tableOf(header, [["1", "male", "red", "x"], ["2", "male", "blue", ""], ["3", "male", "red", ""]], { notes: { label: "what else" } });
    expect(proposeMapping(table, small, undefined)).toMatchObject({ found: new Map([["id", "id"], ["gender", "gender"]]), doubtful: [], missing: ["source", "wave", "age"], leftOver: [{ column: "colour", label: "", answers: 2 }, { column: "notes", label: "what else", answers: 1 }] });
    expect(proposeMapping(table, small, mappingOf({ wave: "2018" })).missing).toEqual(["source", "age"]);
  });

  it("finds a mapped column where the mapping says, and one that the mapping misses as if nothing were said", () => {
    const header = ["id", "source", "wave", "x", "gender", "age"];
    const table = tableOf(header, [["1", "a", "2018", "30", "male", "1"]]);
    expect(proposeMapping(table, small, mappingOf({ columns: new Map([["age", "x"], ["gender", "sexe"]]) }))).toMatchObject({ found: new Map([["id", "id"], ["source", "source"], ["wave", "wave"], ["gender", "gender"], ["age", "x"]]), doubtful: [], leftOver: [{ column: "age", label: "", answers: 1 }] });
  });

  it("proposes a column by its heading, its label, or its answers, each once, the likeliest first", () => {
    const doubts = (header: string[], rows: string[][], notes = {}) => proposeMapping(tableOf(header, rows, notes), small, mappingOf({ wave: "2018", columns: new Map([["id", "id"], ["source", "id"], ["age", "id"]]) })).doubtful.filter(({ value }) => value === undefined).map(({ column, proposed, label, count }) => [column, proposed, label, count]);
    expect(doubts(["id", "gendre"], [["1", "x"], ["2", "y"]])).toEqual([["gender", "gendre", undefined, 2]]); // one pair of letters swapped
    expect(doubts(["id", "q7"], [["1", "x"]], { q7: { label: "您的性别是" } })).toEqual([["gender", "q7", "您的性别是", 1]]);
    expect(doubts(["id", "q7"], [["1", "女"], ["2", "男"], ["3", ""]])).toEqual([["gender", "q7", undefined, 3]]); // answers alone: 0.6 · 0.9 is more than a half
    expect(doubts(["id", "q7"], [["1", "女"], ["2", "男"], ["3", "x"], ["4", "y"]])).toEqual([]); // a half of them fits
    expect(doubts(["id", "q7"], [["1", "女"], ["2", "x"], ["3", "y"]], { q7: { missing: new Set(["x", "y"]) } })).toEqual([["gender", "q7", undefined, 3]]);
    expect(doubts(["id", "q7"], [["1", "a"], ["2", "b"]], { q7: { labels: new Map([["a", "女"], ["b", "男"]]) } })).toEqual([["gender", "q7", undefined, 2]]);
    expect(doubts(["id", "q7"], [["1", ""], ["2", ""]])).toEqual([]);
    expect(doubts(["id", "gendr", "gendre"], [["1", "x", "女"], ["2", "y", "男"]])).toEqual([["gender", "gendre", undefined, 2]]);
    expect(doubts(["id", "q1", "q2"], [["1", "有时", "女"], ["2", "从不", "男"]])).toEqual([["gender", "q2", undefined, 2], ["talk", "q1", undefined, 2]]);
  });
});

it("answers are counted, empty cells and rows that end before are none", () => {
  expect([...counted(tableOf(["a", "b"], [["x", "1"], ["y", "2"], ["z", "1"], ["u", ""], ["v"]]), 1)]).toEqual([["1", 2], ["2", 1]]);
});
