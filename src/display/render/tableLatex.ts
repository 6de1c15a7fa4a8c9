import { cellText, PRINT } from "../cellText";
import { footLines } from "../footLines";
import { type ColumnGroup, checkTable, columnsOf, type RowGroup, type Table } from "../table";
import { asLine, type Languages, type Words } from "../words";

/**
 * A three-line table for LaTeX: needs `booktabs`, and an engine that draws Chinese (XeLaTeX with `ctex` or `xeCJK`).
 * The warning and the notes stand inside the tabular, so that copying it takes them along.
 *
 * @throws {RangeError} see {@link checkTable}
 */
export function tableLatex(table: Table, languages: Languages = "both"): string {
  checkTable(table);
  const columns = columnsOf(table).length;
  const write = (words: Words) => escapeLatex(asLine(words, languages));
  return [
    "% booktabs; XeLaTeX with ctex or xeCJK for the Chinese",
    String.raw`\begin{table}[htbp]`,
    String.raw`\centering`,
    String.raw`\caption{${write(table.title)}}`,
    String.raw`\label{tab:${table.id}}`,
    String.raw`\begin{tabular}{l${"r".repeat(columns)}}`,
    String.raw`\toprule`,
    ...spanners(table.columnGroups, write),
    `${[table.stub, ...columnsOf(table).map(({ header }) => header)].map(write).join(" & ")} ${END}`,
    String.raw`\midrule`,
    ...table.rowGroups.flatMap((group) => body(group, columns, write, languages)),
    String.raw`\bottomrule`,
    ...footLines(table).map((note) => String.raw`\multicolumn{${columns + 1}}{p{0.95\linewidth}}{\footnotesize ${write(note)}} ${END}`),
    String.raw`\end{tabular}`,
    String.raw`\end{table}`,
  ].join("\n");
}

const END = String.raw`\\`;

const SPECIAL: Readonly<Record<string, string>> = {
  "\\": String.raw`\textbackslash{}`, "{": String.raw`\{`, "}": String.raw`\}`, "$": String.raw`\$`, "&": String.raw`\&`, "#": String.raw`\#`,
  "%": String.raw`\%`, "_": String.raw`\_`, "^": String.raw`\textasciicircum{}`, "~": String.raw`\textasciitilde{}`,
  "<": "$<$", ">": "$>$", "\u2212": "$-$", "[": "{[}", "]": "{]}", // a row that begins with [ would be read as the option of \\
};

/** Every character that LaTeX would take as a command, made harmless; an empty line would be a paragraph. */
export const escapeLatex = (text: string): string => text.replace(/[\\{}$&#%_^~<>\u2212[\]]/g, (c) => SPECIAL[c]).replace(/\s*\n\s*/g, " ");

function spanners(groups: readonly ColumnGroup[], write: (words: Words) => string): string[] {
  if (groups.every(({ label }) => label === undefined)) return [];
  let column = 2;
  const rules: string[] = [];
  const cells = groups.map(({ label, columns }) => {
    const [first, last] = [column, column + columns.length - 1];
    column = last + 1;
    if (label === undefined) return String.raw`\multicolumn{${columns.length}}{c}{}`;
    rules.push(String.raw`\cmidrule(lr){${first}-${last}}`);
    return String.raw`\multicolumn{${columns.length}}{c}{${write(label)}}`;
  });
  return [` & ${cells.join(" & ")} ${END}`, rules.join(" ")];
}

function body({ label, rows }: RowGroup, columns: number, write: (words: Words) => string, languages: Languages): string[] {
  const heading = label === undefined ? [] : [String.raw`\multicolumn{${columns + 1}}{l}{\textit{${write(label)}}} ${END}`];
  return [...heading, ...rows.map((row) => {
    const cells = row.cells.map((cell) => escapeLatex(cellText(cell, languages, PRINT)));
    return `${[row.continues ? "" : write(row.header), ...cells].join(" & ")} ${END}`;
  })];
}
