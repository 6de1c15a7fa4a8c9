import type { Notebook } from "./notebook";

const LONGEST = 60;

/** The last markdown heading above a cell, without its marks: how a reader finds the cell. Undefined above the first. */
export function nearestHeading(notebook: Notebook, cellIndex: number): string | undefined {
  for (let index = cellIndex - 1; index >= 0; index--) {
    const cell = notebook.cells[index];
    const heading = cell.cell_type === "markdown" ? headings(cell.source).at(-1) : undefined;
    if (heading) return heading;
  }
  return undefined;
}

/** Headings of the form `## text`, outside fenced code. */
function headings(markdown: string): string[] {
  const prose = markdown.replace(/^(```|~~~)[^]*?^\1/gm, "");
  return [...prose.matchAll(/^ {0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*$/gm)].map(([, text]) => shorten(plain(text)));
}

const plain = (text: string): string => text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/<[^>]+>/g, "").replace(/[*`]|__/g, "").trim();

const shorten = (text: string): string => {
  const characters = [...text];
  return characters.length <= LONGEST ? text : `${characters.slice(0, LONGEST - 1).join("").trimEnd()}…`;
};
