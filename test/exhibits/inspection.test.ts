import { describe, expect, it } from "vitest";
import { inLanguage } from "../../src/display/words";
import type { Cell, Table } from "../../src/display/table";
import { answersFound, lostTable, oddities } from "../../src/exhibits/inspection";
import type { Inspection } from "../../src/sfrc/inspection";
import { misplaced, pairs } from "../languages";

const places = (...rows: number[]) => rows.map((row) => ({ file: "f.csv", row }));
const from = (first: number, many: number) => Array.from({ length: many }, (_, i) => first + i);
const inspection = {
  rows: 12, synthetic: false,
  columns: [
    { column: "gender", label: { en: "Gender", zh: "性别" }, answered: 10, answers: [{ code: "f", en: "women", zh: "女", count: 6 }, { code: "m", en: "men", zh: "男", count: 4 }], missing: [{ kind: "", count: 1 }, { kind: "99", count: 2 }] },
    { column: "age", label: { en: "Age", zh: "年龄" }, answered: 12, range: { least: 18, most: 70, median: 35 }, missing: [] },
    { column: "note", label: { en: "Note", zh: "备注" }, answered: 3, missing: [] },
  ],
  combinations: [{ kind: "impossible", en: "too young", zh: "太年轻", places: places(4) }, { kind: "unlikely", en: "odd", zh: "奇怪", places: [] }],
  duplicates: { rows: [places(1, 2), places(3, 4), places(5, 6), places(7, 8), places(9, 10), places(11, 12), places(13, 14)], ids: [{ id: "a", waves: ["2019"], places: places(1, 9) }, { id: "b", waves: ["2019", "2020"], places: places(...from(20, 9)) }, ...from(40, 6).map((row) => ({ id: `${row}`, waves: ["2019"], places: places(row) }))] },
  straightLining: { answered: 8, same: 2, byAnswer: [{ code: "5", en: "fully", zh: "非常愿意", count: 2 }] },
  flow: [{ reason: "all", en: "all", zh: "全部", dropped: 0, left: 12 }, { reason: "age", en: "age missing", zh: "缺年龄", dropped: 2, left: 10 }, { reason: "work", en: "students", zh: "学生", dropped: 0, left: 10 }],
  lost: [{ step: "age", what: "female", en: "women", zh: "女性", lost: { share: 0.5 }, left: { share: 0.6125 } }, { step: "age", what: "family", en: "family came", zh: "家人", lost: { share: undefined }, left: { share: 0.25 } }, { step: "work", what: "female", en: "women", zh: "女性", lost: { share: 1 }, left: { share: 0 } }],
} as unknown as Inspection;

const textOf = (cell: Cell, language: "en" | "zh") => ("text" in cell ? inLanguage(cell.text, language) : JSON.stringify(cell));
const rowsOf = (table: Table, language: "en" | "zh" = "en") => table.rowGroups.flatMap(({ rows }) => rows.map(({ header, cells }) => [inLanguage(header, language), ...cells.map((cell) => textOf(cell, language))]));

describe("what an inspection shows", () => {
  it("every column's answers, or its range, and why others are missing", () => {
    expect(rowsOf(answersFound(inspection))).toEqual([["Gender (gender)", "10", "women 6; men 4", "empty 1; 99 2"], ["Age (age)", "12", "18–70, median 35", "none"], ["Note (note)", "3", "–", "none"]]);
    expect(rowsOf(answersFound(inspection), "zh")).toEqual([["性别 gender", "10", "女 6；男 4", "空格 1；99 2"], ["年龄 age", "12", "18–70，中位数 35", "无"], ["备注 note", "3", "–", "无"]]);
  });

  it("what cannot be, with the rows to look at: six of a kind, eight rows each", () => {
    expect(rowsOf(oddities(inspection))).toEqual([
      ["impossible: too young", "1", "4"], ["unlikely: odd", "0", "–"], ["rows that agree in every answer", "7", "1, 2; 3, 4; 5, 6; 7, 8; 9, 10; 11, 12"],
      ["ids that stand more than once", "8", "1, 9; 20, 21, 22, 23, 24, 25, 26, 27 … (9); 40; 41; 42; 43"], ["of these, over several waves", "1", "–"], ["one answer to all contact items (of 8 with at least three)", "2 (25.0%)", "fully 2"],
    ]);
    expect(rowsOf(oddities(inspection), "zh").map(([header]) => header).slice(0, 2)).toEqual(["不可能：太年轻", "少见：奇怪"]);
    const { straightLining: _, ...quiet } = inspection;
    const none = oddities({ ...quiet, combinations: [], duplicates: { rows: [], ids: [] } });
    expect([rowsOf(none), none.notes]).toEqual([[["rows that agree in every answer", "0", "–"], ["ids that stand more than once", "0", "–"], ["of these, over several waves", "0", "–"]], []]);
    expect(oddities(inspection).notes).toHaveLength(1);
    expect(rowsOf(oddities({ ...inspection, straightLining: { answered: 0, same: 0, byAnswer: [] } })).at(-1)![1]).toBe("0 (–)");
  });

  it("who is lost at each step, beside who stays", () => {
    expect(rowsOf(lostTable(inspection))).toEqual([["age missing", "2", "10", "50.0% / 61.3%", "– / 25.0%"], ["students", "0", "10", "100.0% / 0.0%"]]);
  });

  it("in each language what is in it", () => {
    for (const table of [answersFound(inspection), oddities(inspection), lostTable(inspection)]) expect(misplaced(pairs(table, table.id))).toEqual([]);
  });
});
