import type { CellScript, Place } from "./cellSource";

/** A cell's text that tells the scope to which of its statements it has come: what is thrown without a place arose there. */
export interface MarkedCell {
  readonly code: string;
  /** Of a place in `code`, the place in what was written; lines and columns from 1. */
  readonly where: (line: number, column: number) => Place;
  /** Where a statement begins in what was written. */
  readonly statement: (mark: number) => Place | undefined;
}

export function markedCell({ code, statements, columnOf }: Pick<CellScript, "code" | "statements" | "columnOf">): MarkedCell {
  const marks = statements.map((statement, i) => ({ ...statement, text: `$scope.at=${i};` }));
  const written = (line: number, column: number): Place => ({ line, column: columnOf(line, column) });
  return {
    code: marks.reduceRight((text, mark) => text.slice(0, mark.start) + mark.text + text.slice(mark.start), code),
    where: (line, column) => {
      let unmarked = column;
      for (const mark of marks) if (mark.line === line && mark.column < unmarked) unmarked = Math.max(mark.column, unmarked - mark.text.length);
      return written(line, unmarked);
    },
    statement: (mark) => (marks[mark] ? written(marks[mark].line, marks[mark].column) : undefined),
  };
}
