import { firstLines, printable } from "../../io/printable";

/** Where in a notebook a run failed. Lines and columns count from 1. */
export interface CellPlace {
  readonly notebook: string;
  /** The cell's execution count, as Jupyter shows it: [7] is the seventh code cell that runs. Undefined before the first. */
  readonly cell?: number;
  /** The nearest markdown heading above the cell. */
  readonly heading?: string | undefined;
  readonly line?: number | undefined;
  readonly column?: number | undefined;
}

const MOST_REASON_LINES = 4; // with the two of the source line, six
const LONGEST_LINE = 200;

/**
 * A notebook that did not run through: which cell, where in it and why.
 *
 * The message reads `notebooks/h2.ipynb › cell 7 "heading" › line 2:7 › why`, with the source line below.
 */
export class FailedCell extends Error {
  constructor(readonly place: CellPlace, readonly reason: string, readonly sourceLine?: string) {
    super(sentence(place, withRemedy(reason), sourceLine));
    this.name = "FailedCell";
  }
}

/** What a notebook outside a clone meets first. */
const withRemedy = (reason: string): string => (/^Cannot find module 'sojourn(?:\/[a-z]+)?'/.test(reason)
  ? `${reason.split("\n")[0]}\nThe notebook lies outside the clone, and no node_modules beside or above it has Sojourn: move it into the clone, or install the package there (docs/anywhere.md).`
  : reason);

function sentence({ notebook, cell, heading, line, column }: CellPlace, reason: string, sourceLine?: string): string {
  const where = [
    notebook,
    cell === undefined ? "" : `cell ${cell}${heading ? ` "${heading}"` : ""}`,
    line === undefined ? "" : `line ${line}${column === undefined ? "" : `:${column}`}`,
  ].filter(Boolean).join(" › ");
  return `${where} › ${printable(firstLines(reason.trimEnd(), MOST_REASON_LINES, LONGEST_LINE))}${sourceLine === undefined ? "" : `\n${pointer(sourceLine, line ?? 0, column)}`}`;
}

/** The line as in an editor, with a caret under the column. */
function pointer(sourceLine: string, line: number, column?: number): string {
  const gutter = `  ${line} | `;
  // Of a long line, what stands around the place.
  const from = column === undefined || sourceLine.length <= LONGEST_LINE ? 0 : Math.max(0, column - LONGEST_LINE / 2);
  const part = `${from > 0 ? "…" : ""}${sourceLine.slice(from, from + LONGEST_LINE)}${from + LONGEST_LINE < sourceLine.length ? "…" : ""}`;
  const shown = gutter + printable(part);
  if (column === undefined) return shown;
  const before = printable(part.slice(0, column - 1 - from + (from > 0 ? 1 : 0)));
  // Tabs stay tabs, so that the caret stands below its character.
  return `${shown}\n${gutter.replace(/\d/g, " ")}${before.replace(/[^\t]/g, " ")}^`;
}
