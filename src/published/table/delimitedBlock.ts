import { type Block, even, MOST_COLUMNS } from "./block";

/** CSV with commas or semicolons, or TSV: most lines have the same number of delimiters. */
export function delimitedBlock(text: string): Block | undefined {
  for (const delimiter of ["\t", ";", ","]) {
    const rows = splitDelimited(text, delimiter);
    const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
    const widths = filled.map((row) => row.length);
    const width = Math.max(0, ...widths.filter((w) => w <= MOST_COLUMNS));
    const regular = widths.filter((w) => w > 1 && w >= width - 1).length;
    if (filled.length >= 3 && width >= 2 && regular >= 0.6 * filled.length) return { before: "", grid: even(filled), after: "" };
  }
  return undefined;
}

/** Fields may be quoted, with doubled quotes and line breaks inside; a quote that never closes is a sign like any other. */
function splitDelimited(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  let field = "";
  let at = 0;
  const endField = () => {
    rows.at(-1)!.push(field);
    field = "";
  };
  while (at < text.length) {
    const closed = field.trim() === "" && text[at] === '"' ? quoted(text, at) : undefined;
    if (closed) {
      field = closed.field;
      at = closed.next;
    } else if (text[at] === delimiter || text[at] === "\n") {
      endField();
      if (text[at] === "\n") rows.push([]);
      at++;
    } else field += text[at++];
  }
  endField();
  return rows;
}

function quoted(text: string, open: number): { field: string; next: number } | undefined {
  const pattern = /"((?:[^"]|"")*)"/y;
  pattern.lastIndex = open;
  const match = pattern.exec(text);
  return match ? { field: match[1].replaceAll('""', '"'), next: pattern.lastIndex } : undefined;
}
