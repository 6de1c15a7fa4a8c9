import { columnWidth } from "../display/render/columnWidth";
import { fittedTable } from "../display/render/fittedTable";
import type { Table } from "../display/table";
import { wrapText } from "../display/wrapText";
import { tableLanguages } from "./language";

const USUAL = 80;
const NARROWEST = 40;

/** How wide the terminal is: as it says itself, else as COLUMNS says, else 80. */
export function terminalWidth(columns = process.stdout.columns, environment: NodeJS.ProcessEnv = process.env): number {
  const said = columns ?? Number(environment.COLUMNS);
  return Number.isInteger(said) && said > 0 ? Math.max(NARROWEST, said) : USUAL;
}

/** A table as the terminal takes it: no wider, and in the language that --lang names. */
export const terminalTable = (table: Table): string => fittedTable(table, tableLanguages(), terminalWidth());

/** Whether somebody looks at lines of a width: what goes to a file or another program keeps its lines whole, for grep finds them so. */
const hasWidth = (): boolean => process.stdout.isTTY || process.env.COLUMNS !== undefined;

/** Long lines go on below, set in by two; JSON stays as it is. */
export function wrapLines(text: string, width = hasWidth() ? terminalWidth() : Infinity): string {
  if (width === Infinity || /^\s*[[{]/.test(text)) return text;
  return text.split("\n").flatMap((line) => {
    if (columnWidth(line) <= width) return [line];
    const indent = /^ */.exec(line)![0].slice(0, width / 4);
    const [first, ...more] = wrapText(line.trimStart(), width - indent.length - 2, columnWidth);
    return [indent + first, ...more.map((rest) => `${indent}  ${rest}`)];
  }).join("\n");
}
