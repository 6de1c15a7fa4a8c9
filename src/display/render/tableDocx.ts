import type * as Docx from "docx";
import { cellText, PRINT } from "../cellText";
import { footLines } from "../footLines";
import { SYNTHETIC_LINE } from "../synthetic";
import { type Cell, checkTable, columnsOf, type RowGroup, type Table } from "../table";
import { asLine, type Languages, type Words } from "../words";

/**
 * A table as a Word document: three lines, headers that repeat on each page, spanners and covering row headers merged, the
 * warning and the notes beneath.
 *
 * @param docx  the library, which is loaded only where a file is wanted
 * @throws {RangeError} see `checkTable`
 */
export function tableDocx(table: Table, languages: Languages, docx: typeof Docx): Docx.Document {
  checkTable(table);
  const writer = new Writer(table, languages, docx);
  const landscape = columnsOf(table).length > 6;
  return new docx.Document({
    title: asLine(table.title, languages),
    creator: "Sojourn",
    styles: { default: { document: { run: { size: 18, font: { ascii: "Times New Roman", eastAsia: "SimSun", hAnsi: "Times New Roman" } } } } },
    sections: [{
      properties: landscape ? { page: { size: { orientation: docx.PageOrientation.LANDSCAPE } } } : {},
      children: [writer.title(), ...writer.warning(), writer.table(), ...writer.notes()],
    }],
  });
}

class Writer {
  constructor(private readonly source: Table, private readonly languages: Languages, private readonly docx: typeof Docx) {}

  title = () => this.paragraph(this.line(this.source.title), { bold: true });

  /** In the caption, as everywhere: nobody may miss it. */
  warning = () => (this.source.synthetic ? [this.paragraph(SYNTHETIC_LINE, { bold: true })] : []);

  notes = () => footLines({ ...this.source, synthetic: false }).map((note) => this.paragraph(this.line(note), { small: true }));

  table(): Docx.Table {
    const { WidthType, BorderStyle, Table: DocxTable } = this.docx;
    const line = { style: BorderStyle.SINGLE, size: 12, color: "000000" };
    const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
    return new DocxTable({
      width: { size: 100, type: WidthType.PERCENTAGE },
      borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: none, insideVertical: none },
      rows: [...this.headers(), ...this.source.rowGroups.flatMap((group) => this.body(group))],
    });
  }

  private headers(): Docx.TableRow[] {
    const { columnGroups, stub } = this.source;
    const spanned = columnGroups.some(({ label }) => label !== undefined);
    const lower = columnsOf(this.source).map(({ header }) => this.cell(this.line(header), { right: true, ruled: true, bold: true }));
    if (!spanned) return [this.row([this.cell(this.line(stub), { ruled: true, bold: true }), ...lower], true)];
    const spanners = columnGroups.map(({ label, columns }) => this.cell(label === undefined ? "" : this.line(label), { span: columns.length, centred: true, bold: true }));
    return [this.row([this.cell(this.line(stub), { down: 2, ruled: true, bold: true }), ...spanners], true), this.row(lower, true)];
  }

  private body({ label, rows }: RowGroup): Docx.TableRow[] {
    const width = columnsOf(this.source).length + 1;
    const heading = label === undefined ? [] : [this.row([this.cell(this.line(label), { span: width, italic: true })])];
    return [...heading, ...rows.map((row, place) => {
      const below = rows.slice(place + 1);
      const next = below.findIndex(({ continues }) => !continues);
      const header = row.continues ? [] : [this.cell(this.line(row.header), { down: 1 + (next < 0 ? below.length : next) })];
      return this.row([...header, ...row.cells.map((cell) => this.dataCell(cell))]);
    })];
  }

  private dataCell = (cell: Cell) => this.cell(cellText(cell, this.languages, PRINT), { right: !("text" in cell) });

  private row = (children: Docx.TableCell[], tableHeader = false) => new this.docx.TableRow({ children, tableHeader, cantSplit: true });

  private cell(text: string, { span, down, right, centred, ruled, ...letters }: { span?: number; down?: number; right?: boolean; centred?: boolean; ruled?: boolean; bold?: boolean; italic?: boolean } = {}): Docx.TableCell {
    const { AlignmentType, BorderStyle, TableCell } = this.docx;
    const alignment = centred ? AlignmentType.CENTER : right ? AlignmentType.RIGHT : AlignmentType.LEFT;
    return new TableCell({
      ...(span && span > 1 && { columnSpan: span }),
      ...(down && down > 1 && { rowSpan: down }),
      ...(ruled && { borders: { bottom: { style: BorderStyle.SINGLE, size: 6, color: "000000" } } }),
      margins: { left: 60, right: 60 },
      children: [this.paragraph(text, { ...letters, alignment, tight: true })],
    });
  }

  private paragraph(text: string, { bold, italic, small, tight, alignment }: { bold?: boolean; italic?: boolean; small?: boolean; tight?: boolean; alignment?: (typeof Docx.AlignmentType)[keyof typeof Docx.AlignmentType] } = {}): Docx.Paragraph {
    return new this.docx.Paragraph({
      ...(alignment && { alignment }), spacing: { before: 0, after: tight ? 0 : 80 },
      children: [new this.docx.TextRun({ text, ...(bold && { bold }), ...(italic && { italics: italic }), ...(small && { size: 16 }) })],
    });
  }

  private line = (words: Words): string => asLine(words, this.languages);
}
