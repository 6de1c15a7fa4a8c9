import type * as Docx from "docx";
import { describe, expect, it } from "vitest";
import { tableDocx } from "../../../src/display/render/tableDocx";
import { columnWidth } from "../../../src/display/render/columnWidth";
import { fittedTable } from "../../../src/display/render/fittedTable";
import type { Table } from "../../../src/display/table";
import { smallTable } from "../smallTable";

/** A library that keeps what it is asked for: `new Paragraph(options)` is `{ Paragraph: options }`. */
const made = (name: string) => function Made(this: object, options: object) { return { [name]: options }; };
const library = {
  ...Object.fromEntries(["Document", "Table", "TableRow", "TableCell", "Paragraph", "TextRun"].map((name) => [name, made(name)])),
  PageOrientation: { LANDSCAPE: "landscape" }, WidthType: { PERCENTAGE: "%" }, BorderStyle: { SINGLE: "single", NONE: "none" }, AlignmentType: { LEFT: "left", RIGHT: "right", CENTER: "centre" },
} as unknown as typeof Docx;
const written = (table: Table, languages: "en" | "zh" | "both" = "en") => (tableDocx(table, languages, library) as unknown as { Document: { sections: { properties: object; children: { Table?: { rows: { TableRow: { children: object[] } }[] } }[] }[] } }).Document;
const run = (text: string, letters: object = {}) => ({ TextRun: { text, ...letters } });
const paragraph = (text: string, letters: object = {}) => ({ Paragraph: { spacing: { before: 0, after: 80 }, children: [run(text, letters)] } });
const cell = (text: string, alignment: string, letters: object = {}, more: object = {}) =>
  ({ TableCell: { ...more, margins: { left: 60, right: 60 }, children: [{ Paragraph: { alignment, spacing: { before: 0, after: 0 }, children: [run(text, letters)] } }] } });
const row = (children: object[], tableHeader = false) => ({ TableRow: { children, tableHeader, cantSplit: true } });
const ruled = { borders: { bottom: { style: "single", size: 6, color: "000000" } } };
const bold = { bold: true };

describe("a table as a Word document", () => {
  it("has its title, the warning, three lines, merged headers that repeat, and the notes beneath", () => {
    const line = { style: "single", size: 12, color: "000000" };
    const none = { style: "none", size: 0, color: "auto" };
    expect(written(smallTable)).toEqual({
      title: "Staying", creator: "Sojourn", styles: { default: { document: { run: { size: 18, font: { ascii: "Times New Roman", eastAsia: "SimSun", hAnsi: "Times New Roman" } } } } },
      sections: [{
        properties: {},
        children: [
          paragraph("Staying", bold), paragraph("Synthetic stand-in: no evidence about anybody / 合成替代数据：不能作为实证依据", bold),
          {
            Table: {
              width: { size: 100, type: "%" }, borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: none, insideVertical: none },
              rows: [
                row([cell("variable", "left", bold, { rowSpan: 2, ...ruled }), cell("South", "centre", bold, { columnSpan: 2 }), cell("", "centre", bold)], true),
                row([cell("printed", "right", bold, ruled), cell("refitted", "right", bold, ruled), cell("n", "right", bold, ruled)], true),
                row([cell("age squared", "left", {}, { rowSpan: 2 }), cell("−0.0001", "right"), cell("−0.0001**", "right"), cell("", "left")]),
                row([cell("(0.0001)", "right"), cell("(0.0001)", "right"), cell("", "left")]),
                row([cell("fit", "left", { italics: true }, { columnSpan: 4 })]),
                row([cell("N", "left"), cell("590", "right"), cell("590", "right"), cell("all", "left")]),
              ],
            },
          },
          paragraph("Numbers: reproduced on the stand-in by construction", { size: 16 }),
          paragraph("*** p < 0.01, ** p < 0.05, * p < 0.1 (two-sided, from the unrounded p)", { size: 16 }),
        ],
      }],
    });
  });

  it("of columns without spanners has one line of headers; of seven columns and more it lies on its side", () => {
    const plain = (columns: number, continues: readonly boolean[] = [false]): Table => ({
      ...smallTable, synthetic: false, columnGroups: [{ columns: Array.from({ length: columns }, (_, c) => ({ header: `c${c}` })) }],
      rowGroups: [{ rows: continues.map((one, i) => ({ header: `r${i}`, ...(one && { continues: true }), cells: Array.from({ length: columns }, () => ({ text: { en: "t", zh: "文" } })) })) }],
    });
    const { sections: [{ properties, children }] } = written(plain(1), "zh");
    expect(properties).toEqual({});
    expect(children.slice(0, 2)).toMatchObject([paragraph("居留意愿", bold), { Table: { rows: [row([cell("变量", "left", bold, ruled), cell("c0", "right", bold, ruled)], true), row([cell("r0", "left"), cell("文", "left")])] } }]);
    expect([6, 7].map((columns) => written(plain(columns)).sections[0].properties)).toEqual([{}, { page: { size: { orientation: "landscape" } } }]);
    // A header covers the rows that continue it, up to the next that does not.
    const heads = written(plain(1, [false, true, true, false, true, false])).sections[0].children[1].Table!.rows.slice(1).map(({ TableRow }) => TableRow.children.length > 1 && (TableRow.children[0] as { TableCell: { rowSpan?: number } }).TableCell.rowSpan);
    expect(heads).toEqual([3, false, false, 2, false, undefined]);
    const spans = written(plain(1, [false, false, true, false])).sections[0].children[1].Table!.rows.slice(1).map(({ TableRow: { children: [first] } }) => (first as { TableCell: { rowSpan?: number } }).TableCell.rowSpan);
    expect(spans).toEqual([undefined, 2, undefined, undefined]);
  });
});

describe("a table on a terminal is set in blocks", () => {
  const table: Table = {
    kind: "table", id: "wide", synthetic: false, title: { en: "A", zh: "宽表" }, stub: "term", provenance: { en: "from print", zh: "原文" },
    columnGroups: [0, 1, 2, 3].map((group) => ({ label: `M${group}`, columns: [0, 1, 2].map((column) => ({ header: `c${group}${column}` })) })),
    rowGroups: [{ rows: [{ header: "x", cells: Array.from({ length: 12 }, (_, i) => ({ number: 1000 + i, format: { decimals: 3 } })) }] }], notes: [],
  };

  it.each([
    // The first column has 4 characters, each other 8 and 2 before them: 4 + 10 a column.
    [124, [12]], [123, [9, 3]], [94, [9, 3]], [93, [6, 6]], [64, [6, 6]], [63, [3, 3, 3, 3]], [34, [3, 3, 3, 3]], [33, [2, 1, 2, 1, 2, 1, 2, 1]], [24, [2, 1, 2, 1, 2, 1, 2, 1]], [23, Array.from({ length: 12 }, () => 1)], [14, Array.from({ length: 12 }, () => 1)],
  ])("%i wide: %j columns each, groups together where they fit", (width, columns) => {
    const text = fittedTable(table, "en", width);
    expect(text.split("term").slice(1).map((block) => (block.match(/c\d\d/g) ?? []).length)).toEqual(columns);
    expect(text.match(/from\s+print/g)).toHaveLength(1);
    expect(text.trimEnd()).toMatch(/from\s+print$/);
  });

  it("has its title and warning above the first block alone, the notes beneath the last", () => {
    const text = fittedTable({ ...table, synthetic: true, notes: [{ en: "a note", zh: "注" }] }, "en", 63);
    expect(text.startsWith("A\n")).toBe(true);
    expect([/^A$/gm, /evidence/g, /a note/g].map((once) => text.match(once)?.length)).toEqual([1, 1, 1]);
    expect(text.trimEnd().endsWith("a note")).toBe(true);
  });

  const widest = (text: string) => Math.max(...text.split("\n").map(columnWidth));
  const texts = (columns: number): Table => ({ ...table, provenance: { en: "p", zh: "p" }, columnGroups: [{ columns: Array.from({ length: columns }, (_, c) => ({ header: `c${c}` })) }], rowGroups: [{ rows: [{ header: "x", cells: Array.from({ length: columns }, () => ({ text: "字".repeat(60) })) }] }] });

  it.each([
    // Texts of cells go on in the next line, at 44, 32, 24 or 16 columns, beside 6 of the first column: what fits; else at half the terminal, 24 at most.
    [1, 126, 50], [1, 50, 50], [1, 49, 38], [1, 38, 38], [1, 37, 30], [1, 30, 30], [1, 29, 22], [1, 22, 22], [1, 21, 16], [1, 20, 16], [1, 18, 14],
    [2, 96, 96], [2, 95, 72], [2, 40, 40], [2, 39, 24], [4, 76, 76], [4, 75, 56],
  ])("texts of %i column(s) at %i: as wide as %i", (columns, width, expected) => {
    expect(widest(fittedTable(texts(columns), "en", width))).toBe(expected);
  });

  it("keeps groups of one, two and three columns together", () => {
    const uneven = { ...table, columnGroups: [1, 2, 3, 2].map((size, group) => ({ label: `M${group}`, columns: Array.from({ length: size }, (_, column) => ({ header: `c${group}${column}` })) })), rowGroups: [{ rows: [{ header: "x", cells: Array.from({ length: 8 }, (_, i) => ({ number: 1000 + i, format: { decimals: 3 } })) }] }] };
    // 4 + 10 a column: four fit, then five.
    const blocks = (width: number) => fittedTable(uneven, "en", width).split("term").slice(1).map((block) => (block.match(/c\d\d/g) ?? []).length);
    expect([blocks(84), blocks(44), blocks(54)]).toEqual([[8], [3, 3, 2], [3, 5]]);
  });

  it("gives a text the whole terminal before it breaks it", () => {
    const one = (text: string) => ({ ...table, provenance: { en: "p", zh: "p" }, columnGroups: [{ columns: [{ header: "c" }] }], rowGroups: [{ rows: [{ header: "x", cells: [{ text }] }] }] });
    // 4 of the first column, 2 between, and the text.
    expect(fittedTable(one("abcde ".repeat(6).trim()), "en", 41)).toContain("abcde ".repeat(6).trim());
    expect(fittedTable(one("abcde ".repeat(6).trim()), "en", 40)).not.toContain("abcde ".repeat(6).trim());
  });

  it("breaks notes at the terminal's end, at 100 columns at most", () => {
    const noted = { ...table, columnGroups: table.columnGroups.slice(0, 1), rowGroups: [], notes: [{ en: "字".repeat(80), zh: "注" }] };
    expect([200, 101, 100, 90].map((width) => widest(fittedTable(noted, "en", width)))).toEqual([100, 100, 100, 90]);
    expect(widest(fittedTable({ ...noted, notes: [{ en: "a ".repeat(80).trim(), zh: "注" }] }, "en", 200))).toBe(99);
  });
});
