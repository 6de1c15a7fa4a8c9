import { even, type Grid, MOST_COLUMNS, rowOf } from "../grid/grid";

const LONGEST = 2_000_000;

/** CSV with commas or semicolons, or TSV: most lines have the same number of delimiters. */
export function delimitedGrid(text: string): Grid | undefined {
  if (text.length > LONGEST) return undefined;
  for (const delimiter of ["\t", ";", ","]) {
    if (!text.includes(delimiter)) continue;
    const split = splitDelimited(text, delimiter);
    const rows = delimiter === "\t" ? mended(split) : split;
    const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
    const many = filled.filter((row) => row.length > 1);
    if (delimiter === "\t" ? many.length < 2 || many.length < 0.4 * filled.length : !isRegular(filled)) continue;
    // Lines in one piece above and below the table are captions and notes.
    const first = filled.findIndex((row) => row.length > 1);
    const last = filled.length - [...filled].reverse().findIndex((row) => row.length > 1);
    const lone = (part: readonly (readonly string[])[]) => part.map(([cell]) => cell.trim());
    return { before: lone(filled.slice(0, first)), rows: even(filled.slice(first, last).map(rowOf)), after: lone(filled.slice(last)), columns: "given", unplaced: [] };
  }
  return undefined;
}

/** Cells with line breaks, unquoted (as a spreadsheet pastes them), put together where that makes every row as wide as the first. */
function mended(rows: readonly string[][]): string[][] {
  const filled = rows.filter((row) => row.some((cell) => cell.trim() !== ""));
  const width = filled[0]?.length ?? 0;
  if (filled.filter((row) => row.length < width).length < 0.3 * filled.length) return [...rows];
  const joined: string[][] = [];
  for (const row of filled) {
    const last = joined.at(-1);
    if (last && (last.length < width || (row.length === 1 && /^\s*[([]/.test(row[0])))) {
      last[last.length - 1] += `\n${row[0]}`;
      last.push(...row.slice(1));
    } else joined.push([...row]);
  }
  return joined.every((row) => row.length === width) ? joined : [...rows];
}

function isRegular(filled: readonly (readonly string[])[]): boolean {
  const widths = filled.map((row) => row.length);
  const width = widths.filter((w) => w <= MOST_COLUMNS).reduce((most, w) => Math.max(most, w), 0);
  const regular = widths.filter((w) => w > 1 && w >= width - 1).length;
  return filled.length >= 3 && width >= 2 && regular >= 0.6 * filled.length;
}

/** Fields may be quoted, with doubled quotes and line breaks inside; a quote that never closes is a sign like any other. */
function splitDelimited(text: string, delimiter: string): string[][] {
  const rows: string[][] = [[]];
  let field = "";
  let at = 0;
  let unclosed = false;
  const endField = () => {
    rows[rows.length - 1].push(field);
    field = "";
  };
  while (at < text.length) {
    const closed = !unclosed && text[at] === '"' && field.trim() === "" ? quoted(text, at) : undefined;
    if (closed) {
      field = closed.field;
      at = closed.next;
    } else if (text[at] === delimiter || text[at] === "\n") {
      endField();
      if (text[at] === "\n") rows.push([]);
      at++;
    } else {
      if (text[at] === '"' && field.trim() === "") unclosed = true;
      field += text[at++];
    }
  }
  endField();
  return rows;
}

function quoted(text: string, open: number): { field: string; next: number } | undefined {
  let at = open + 1;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close === -1) return undefined;
    if (text[close + 1] !== '"') return { field: text.slice(open + 1, close).replaceAll('""', '"'), next: close + 1 };
    at = close + 2;
  }
}
