import { expect, it } from "vitest";
import { BadInput } from "../../src/badInput";
import type { DataTable } from "../../src/io/table";
import { locateColumns } from "../../src/survey/locateColumns";
import type { Mapping } from "../../src/survey/mapping";
import { Misfits } from "../../src/survey/misfits";
import { small } from "./smallCodebook";

const FULL = ["id", "source", "wave", "age", "gender", "talk"];
const mappingOf = (columns: Record<string, string>, wave?: string): Mapping => ({ file: "m.json", columns: new Map(Object.entries(columns)), values: new Map(), missing: { everywhere: new Set(), within: new Map() }, files: new Map(), ...(wave === undefined ? {} : { wave }) });
function located(header: readonly string[], mapping?: Mapping) {
  const misfits = new Misfits();
  const table: DataTable = { file: "a.csv", format: "CSV", notes: [], header: { line: 3, cells: header }, rows: [], columns: header.map(() => ({ label: "", labels: new Map(), missing: new Set() })) };
  const { cellOf, notes } = locateColumns(table, small, mapping, misfits);
  return { cellOf: Object.fromEntries(cellOf), notes, misfits: misfits.list.map(({ error }) => error.message) };
}

it("each column stands where the mapping or its own name says", () => {
  expect(located([...FULL].reverse())).toEqual({ cellOf: { id: 5, source: 4, wave: 3, age: 2, gender: 1, talk: 0 }, notes: [], misfits: [] });
  expect(located(["id", "source", "wave", "years", "gender", "talk", "age"], mappingOf({ age: "years" }))).toMatchObject({ cellOf: { age: 3 }, misfits: [], notes: [{ en: 'a.csv: not in the codebook, so not read: "age"' }] });
});

it("a mapped heading is found in either form of Unicode, and with invisible signs, where one alone looks so", () => {
  const mapping = mappingOf({ age: "a\u0302ge", gender: "genre" });
  expect(located(["id", "source", "wave", "\u00e2ge", "\u200bgenre", "talk"], mapping)).toMatchObject({ cellOf: { age: 3, gender: 4 }, misfits: [], notes: [] });
  expect(located(["id", "source", "wave", "\u00e2ge", "\u200bgenre", "talk", "genre\u2060"], mapping).misfits).toHaveLength(1);
});

it("a required column that is not there is a misfit; an optional one is none, nor the year that a mapping gives", () => {
  const rest = "(expected every column that selecting or coding the sample needs). Add it, correct its name or map it. Nothing was written.";
  expect(located(["id", "source", "wave", "gendre", "age"]).misfits).toEqual([`a.csv, row 3, column gender: missing column gender; did you mean "gendre"? ${rest}`]);
  expect(located(["id", "source", "age", "gender", "talk"]).misfits).toEqual([`a.csv, row 3, column wave: missing column wave ${rest}`]);
  expect(located(["id", "source", "age", "gender", "talk"], mappingOf({}, "2018")).misfits).toEqual([]);
  expect(located(["id", "source", "age", "gender"], mappingOf({ talk: "chatt" }, "2018")).misfits).toEqual([`a.csv, row 3, column talk: missing column talk, which the mapping calls "chatt" ${rest}`]);
  expect(located(["id", "source", "age", "gender", "chat"], mappingOf({ talk: "chatt" }, "2018")).misfits).toEqual([`a.csv, row 3, column talk: missing column talk, which the mapping calls "chatt"; did you mean "chat"? ${rest}`]);
  expect(located(["id", "source", "age", "gender"], mappingOf({ wave: "yr" }, "2018")).misfits).toHaveLength(1); // a mapped column wins over a year
});

it("a column that lost characters is refused where it is read, and only there", () => {
  const fault = new BadInput({ file: "a.csv", row: 4 }, "lost");
  const lostAt = (place: number) => () => locateColumns({ file: "a.csv", format: "CSV", notes: [], header: { line: 1, cells: [...FULL, "remarks"] }, rows: [], columns: [...FULL, ""].map(() => ({ label: "", labels: new Map(), missing: new Set<string>() })), lost: new Map([[place, fault]]) }, small, undefined, new Misfits());
  expect(lostAt(6)().cellOf.size).toBe(6);
  expect(lostAt(4)).toThrow(fault);
});

it("what is not read is told: six by name, with what was likely meant, in either language", () => {
  const extra = ["q1", "", "q3", "q4", "q5", "q6"];
  expect(located([...FULL, ...extra]).notes).toEqual([{ en: 'a.csv: not in the codebook, so not read: "q1", (no name), "q3", "q4", "q5", "q6"', zh: expect.stringMatching(/^a\.csv：编码手册中没有、因而未读取的列："q1"、（?.+"q6"$/) }]);
  expect(located([...FULL, ...extra, "q7", "q8"]).notes).toEqual([{ en: 'a.csv: not in the codebook, so not read: "q1", (no name), "q3", "q4", "q5", "q6" and 2 more', zh: expect.stringMatching(/"q6"等，另有 2 列$/) }]);
  expect(located(["id", "source", "wave", "age", "gender", "tlak"]).notes[0].en).toBe('a.csv: not in the codebook, so not read: "tlak"; did you mean "talk"?');
});

it("a heading that stands twice is refused, two empty ones are not", () => {
  expect(() => located(["id", "x", "age", "x", "age"])).toThrow("a.csv, row 3, column x: the header names it twice, in cells 2 and 4 (expected every column once). Rename or delete one of them. Nothing was written.");
  expect(() => located(["id", "id"])).toThrow("in cells 1 and 2");
  expect(() => located([...FULL, "", ""])).not.toThrow();
});
