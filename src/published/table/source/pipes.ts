import { RULE_LINE } from "./console";
import { even, type Grid, linesOf, rowOf } from "../grid/grid";

/** The line under a Markdown table's headings. */
const RULE_OF_MARKDOWN = /^ {0,8}\|? {0,8}:?-{2,300}:? {0,300}(?:[|+] {0,300}:?-{2,300}:? {0,300}){1,200}\|? {0,8}$/;
/** A rule drawn with signs: no row. */
const RULE = /^[\s|│┃+=_~:╌─━═┄┈┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╒╕╘╛╞╡╤╧╪╭╮╰╯╟╢╥╨╫#-]+$/;

/** Is the text a table whose columns are drawn with | or │ (Markdown, PSPP, org, reStructuredText)? Stata's single bar is no column. */
export function hasPipes(lines: readonly string[]): boolean {
  if (lines.some((line) => line.length < 5000 && RULE_OF_MARKDOWN.test(line) && line.includes("|"))) return true;
  const filled = lines.filter((line) => line.trim() !== "" && !RULE.test(line));
  return filled.filter((line) => barsIn(line) >= 3).length >= 3 && filled.filter((line) => barsIn(line) >= 3).length >= 0.4 * filled.length;
}

const barsIn = (line: string): number => line.split(/(?<!\\)[|│┃║]/).length - 1;

/** The tables of such a text: runs of lines with bars. */
export function pipeGrids(text: string): Grid[] {
  const lines = text.split("\n").filter((line) => line !== RULE_LINE);
  const runs: { from: number; to: number }[] = [];
  lines.forEach((line, i) => {
    const isRow = line.trim() !== "" && (barsIn(line) >= 2 || RULE_OF_MARKDOWN.test(line) || (barsIn(line) === 1 && (runs.at(-1)?.to === i || RULE_OF_MARKDOWN.test(lines.at(i + 1) ?? ""))));
    if (!isRow) return;
    if (runs.at(-1)?.to === i) runs[runs.length - 1].to = i + 1;
    else runs.push({ from: i, to: i + 1 });
  });
  // Two tables under one another without a line between: a second rule of Markdown begins a second one.
  return runs.filter(({ from, to }) => to - from >= 2).map(({ from, to }, k, kept) => {
    const rows = lines.slice(from, to).filter((line) => !RULE.test(line) && !/\+-{2,}/.test(line));
    const framed = rows.filter((line) => /^\s*[|│┃║]/.test(line)).length >= 0.6 * rows.length;
    return {
      before: linesOf(printed(lines.slice(kept[k - 1]?.to, from))),
      rows: even(rows.map((line) => rowOf(cellsOf(line, framed)))),
      after: linesOf(printed(lines.slice(to, kept[k + 1]?.from))), columns: "given", unplaced: [],
    };
  });
}

/** Lines around a table as Markdown prints them: "\\*\\* p < 0.01" is a legend of two stars. */
const printed = (lines: readonly string[]): string =>
  lines.join("\n").replace(/\\([\\`*_{}[\]()#+.!|<>~-])/g, "$1").replace(/&(?:#124|#42|lt|gt|nbsp|amp);/g, (entity) => ENTITIES[entity]).replace(/<\/?su[bp]>/gi, "");

function cellsOf(line: string, framed: boolean): string[] {
  const bare = framed ? line.trim().replace(/^[|│┃║]/, "") : line;
  return bare.replace(/[|│┃║]\s*$/, "").split(/(?<!\\)[|│┃║]/).map((cell) =>
    unmarked(cell.replace(/\\([|*_#-])/g, (_, sign: string) => (sign === "*" ? "\u0001" : sign)).replace(/&(?:#124|#42|lt|gt|nbsp|amp);/g, (entity) => ENTITIES[entity]).replace(/<br ?\/?>/gi, "\n").replace(/<sup>2<\/sup>/gi, "²").replace(/<\/?(?:su[bp]|em|strong|i|b)>/gi, "").trim()).replaceAll("\u0001", "*"));
}

const ENTITIES: Readonly<Record<string, string>> = { "&#124;": "|", "&#42;": "*", "&lt;": "<", "&gt;": ">", "&nbsp;": " ", "&amp;": "&" };

/** Without Markdown's emphasis; stars after a number are its own. */
const unmarked = (cell: string): string => cell.replace(/^(\*{1,2}|_{1,2})(?=[^*_\s])([^*_]*[\p{L}\d)])\1(?!\*)$/u, "$2").replace(/^(\*\*)([^*]+)\1/u, "$2");
