/** Where in a notebook a run failed. Lines and columns count from 1. */
export interface CellPlace {
  readonly notebook: string;
  /** The cell's execution count, as Jupyter shows it: [7] is the seventh code cell that runs. Undefined before the first. */
  readonly cell?: number;
  /** The nearest markdown heading above the cell. */
  readonly heading?: string;
  readonly line?: number;
  readonly column?: number;
}

const MOST_REASON_LINES = 3;

/**
 * A notebook that did not run through: which cell, where in it and why.
 *
 * The message reads `notebooks/h2.ipynb › cell 7 "heading" › line 2:7 › why`, with the source line below.
 */
export class FailedCell extends Error {
  constructor(readonly place: CellPlace, readonly reason: string, readonly sourceLine?: string) {
    super(sentence(place, reason, sourceLine));
    this.name = "FailedCell";
  }
}

function sentence({ notebook, cell, heading, line, column }: CellPlace, reason: string, sourceLine?: string): string {
  const where = [
    notebook,
    cell === undefined ? "" : `cell ${cell}${heading ? ` "${heading}"` : ""}`,
    line === undefined ? "" : `line ${line}${column === undefined ? "" : `:${column}`}`,
  ].filter(Boolean).join(" › ");
  return `${where} › ${firstLines(reason)}${sourceLine === undefined ? "" : `\n${pointer(sourceLine, line ?? 0, column)}`}`;
}

/** The line as in an editor, with a caret under the column. */
function pointer(sourceLine: string, line: number, column?: number): string {
  const gutter = `  ${line} | `;
  const shown = gutter + sourceLine;
  if (column === undefined) return shown;
  // Tabs stay tabs, so that the caret stands below its character.
  return `${shown}\n${gutter.replace(/\d/g, " ")}${sourceLine.slice(0, column - 1).replace(/[^\t]/g, " ")}^`;
}

function firstLines(text: string): string {
  const lines = text.trimEnd().split("\n");
  return lines.length <= MOST_REASON_LINES ? lines.join("\n") : [...lines.slice(0, MOST_REASON_LINES), "…"].join("\n");
}
