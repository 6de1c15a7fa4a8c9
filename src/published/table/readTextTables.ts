import { BadInput } from "../../badInput";
import { said } from "../../faults/said";
import { descriptiveTable, isDescriptive } from "./descriptive/descriptive";
import type { DraftTable } from "./draft/draftTable";
import { gridTable } from "./draft/gridTable";
import type { Grid, Row } from "./grid/grid";
import { NOTE, PANEL } from "./grid/lines";
import { textGrids } from "./grid/textGrids";
import { roleOf } from "./roles/vocabulary";
import { plainCharacters } from "./source/characters";
import { bareConsole, RULE_LINE, smclText } from "./source/console";
import { delimitedGrid } from "./source/delimited";
import { htmlGrids } from "./source/html";
import { latexGrids } from "./source/latex";
import { hasPipes, pipeGrids } from "./source/pipes";
import { isContinuation, isProse, regionsOf } from "./source/regions";
import { rtfGrids } from "./source/rtf";

/** Longer than any table, or a line longer than any row: refused before time is spent on it. */
const [LONGEST_TEXT, LONGEST_LINE, MOST_LINES] = [20_000_000, 20_000, 15_000];

/**
 * The tables of a text: pasted, LaTeX, HTML or JATS, Markdown, CSV or TSV, RTF, Stata's and R's output. Numbers come out as
 * printed, in ASCII.
 *
 * @param name  the file's name, for messages and for what its ending says
 * @returns a table for each that was understood, in printed order; none where nothing was
 * @throws {BadInput} a text too long for any table
 * @example readTextTables("Age 0.05* (0.02)\nConstant 1.1 (0.4)")[0].models.m1.rows[0].coef  // "0.05"
 */
export function readTextTables(text: string, name = "the text"): DraftTable[] {
  if (text.length > LONGEST_TEXT) throw new BadInput({ file: name }, said`${text.length} characters`, "a table", "Cut the table out of it.");
  return tablesOf(gridsOf(text, name));
}

/** The tables of grids, whatever form they came in. */
export function tablesOf(given: readonly Grid[]): DraftTable[] {
  const grids = given.flatMap(stackedIn).flatMap(panelsOf);
  const alone = grids.map((grid, i) => gridTable(grid, i + 1));
  const read = alone.map((table) => table !== undefined);
  const last = read.lastIndexOf(true);
  return grids.flatMap((grid, i) => {
    if (!read[i]) return describedIn(grid);
    // A table of statistics beside it (statsmodels, jtools and SPSS print several) is text around the regression's.
    const previous = read.lastIndexOf(true, i - 1);
    const above = i === 0 ? [] : grids.slice(previous + 1, i).flatMap(({ before, rows }) => [...before, ...rows.flatMap(saidIn)]);
    const below = i === last ? grids.slice(i + 1).flatMap(({ rows, after }) => [...rows.flatMap(saidIn), ...after]) : [];
    if (above.length === 0 && below.length === 0) return alone[i] ?? [];
    return gridTable({ ...grid, before: [...above, ...grid.before], after: [...grid.after, ...below] }, i + 1) ?? [];
  });
}

/** Tables under one another in one grid (a sheet, a page pasted whole): a new one begins where roles head columns again. */
function stackedIn(grid: Grid): Grid[] {
  if (grid.columns !== "given") return [grid];
  const isRoles = ({ cells }: Row) => new Set(cells.slice(1).map((cell) => roleOf(cell)).filter(Boolean)).size >= 2 && !cells.some((cell) => /^-?\d*\.\d+\*{0,3}$/.test(cell.trim()));
  const holds = ({ cells }: Row) => cells.slice(1).some((cell) => /^[-<(]? ?\d*\.?\d/.test(cell.trim()));
  const key = ({ cells }: Row) => cells.map((cell) => roleOf(cell) ?? "").join(",");
  const at = grid.rows.flatMap((row, i) => (isRoles(row) && grid.rows.slice(0, i).some((before) => holds(before) && !isRoles(before)) ? [i] : []));
  const first = grid.rows.find(isRoles);
  const fresh = at.filter((i) => first === undefined || grid.rows[i] === first || key(grid.rows[i]) !== key(first));
  if (fresh.length === 0) return [{ ...grid, rows: grid.rows.filter((_, i) => !at.includes(i)) }];
  const starts = [0, ...fresh];
  return starts.map((from, k): Grid => ({ ...grid, before: k === 0 ? grid.before : [], rows: grid.rows.slice(from, starts[k + 1]), after: k === starts.length - 1 ? grid.after : [] }));
}

/** Panels A and B under the same headings are tables of their own. */
function panelsOf(grid: Grid): Grid[] {
  const at = grid.rows.flatMap(({ cells }, i) => (PANEL.test(cells.find((cell) => cell.trim() !== "") ?? "") && !/\.\d/.test(cells.join(" ")) ? [i] : []));
  if (at.length < 2) return [grid];
  const heads = grid.rows.slice(0, at[0]);
  return at.map((start, k) => {
    const name = grid.rows[start].cells.find((cell) => cell.trim() !== "") ?? "";
    return { ...grid, rows: [...heads, ...grid.rows.slice(start + 1, at[k + 1])], over: [...(grid.over ?? []), name] };
  }).filter(({ rows }) => rows.length > heads.length);
}

/** "name = value" of every pair of cells. */
const saidIn = ({ cells }: Row): string[] => {
  const filled = cells.map((cell) => cell.trim());
  return filled.flatMap((cell, j) => (j % 2 === 0 && cell !== "" && filled[j + 1] ? [`${cell.replace(/\s*[:=]$/, "")} = ${filled[j + 1]}`] : []));
};

const asLines = ({ before, rows }: Pick<Grid, "before" | "rows">) => ({
  caption: before.slice(-3).join(" "), lines: rows.map(({ cells }) => cells.filter((cell, j) => j === 0 || cell !== cells[j - 1] || /\d/.test(cell)).join("   ").replace(/\n/g, " ")),
});

function describedIn(grid: Pick<Grid, "before" | "rows">): DraftTable[] {
  const lines = asLines(grid);
  return isDescriptive(lines) ? described(lines) : [];
}

function described(lines: { caption: string; lines: readonly string[] }): DraftTable[] {
  const table = descriptiveTable(lines);
  return table ? [{ models: {}, table1: table.table1, ...(Object.keys(table.scales).length > 0 && { scales: table.scales }), unsure: table.unsure, supposed: [], unused: [] }] : [];
}

function gridsOf(given: string, name: string): Grid[] {
  const text = given.replace(/\r\n?/g, "\n").replace(/\n(?:[ \t]*\n){3,}/g, "\n\n\n");
  refuseEndless(text, name);
  if (/^\s{0,200}\{\\rtf/.test(text)) return rtfGrids(text);
  if (/<table[\s>]/i.test(text)) return htmlGrids(text);
  if (/\\begin ?\{(?:tabular|longtable|longtblr|talltblr|tblr|tabu)|&[^\n]{0,2000}\\\\/.test(text)) return latexGrids(text);
  const shown = /\{(?:txt|res|com|smcl)\}/.test(text.slice(0, 3000)) || /\.smcl$/i.test(name) ? smclText(text) : text;
  const plain = bareConsole(pointsForCommas(plainCharacters(shown)));
  const lines = plain.split("\n").map((line) => (line.length > LONGEST_LINE ? line.trim() : line));
  if (hasPipes(lines)) return pipeGrids(plain);
  const delimited = delimitedGrid(lines.join("\n"));
  // Tabs and commas also stand in running text.
  if (delimited && tablesOf([delimited]).length > 0) return [delimited];
  return runningGrids(lines);
}

/** Marked-up forms may stand in one line; running text may not. */
function refuseEndless(text: string, name: string): void {
  const lines = text.split("\n");
  if (lines.length > MOST_LINES) throw new BadInput({ file: name }, said`${lines.length} lines`, said`at most ${MOST_LINES}`, "Cut the table out of it.");
  if (/<table[\s>]|\\begin ?\{|^\s{0,200}\{\\rtf/i.test(text)) return;
  const long = lines.findIndex((line) => line.length > LONGEST_LINE && line.trim().length > LONGEST_LINE);
  if (long !== -1) throw new BadInput({ file: name, row: long + 1 }, said`a line of ${lines[long].length} characters`, "a row of a table", "Cut the table out of it.");
}

/** The grids of running text, region by region. */
function runningGrids(lines: readonly string[]): Grid[] {
  // Without a single minus at its number, a dash between blanks is one, unless intervals are spoken of.
  const dash = lines.some((line) => /(?:^|[\s(])-\d*\.\d/.test(line) || /\bc\.?i\b|confidence|置信|95 ?%/i.test(line.slice(0, 2000))) ? "range" : "minus";
  const bare = lines.map((line) => line.replace(/\t/g, "    ").replace(/(?<=^|\s)\|(?=\s|$)/g, " "));
  return regionsOf(bare).flatMap((region): Grid[] => {
    const rows = region.lines.filter((line) => line.trim() !== "" && line !== RULE_LINE && !isContinuation(line) && !NOTE.test(line) && !isProse(line) && !/^[\s=_~+|:-]{4,}$/.test(line));
    const caption = region.before.slice(-1);
    const grids = textGrids(region, dash);
    if (!isDescriptive({ caption: caption.join(" "), lines: rows }) || grids.some((grid) => gridTable(grid, 1))) return grids;
    return [{ before: caption, rows: rows.map((line) => ({ cells: [line], spans: [1] })), after: [], columns: "by order", unplaced: [] }];
  });
}

/** A text whose numbers have decimal commas ("0,257") and no decimal points. */
function pointsForCommas(text: string): string {
  if (/\d ?\. ?\d/.test(text)) return text;
  const commas = text.match(/\d,\d{1,6}(?![\d,])/g)?.length ?? 0;
  const commaOnly = text.split("\n").some((line) => /^[^,]*\d,\d[^,]*$/.test(line));
  return commas >= 3 && (/[;\t]/.test(text) || commaOnly) ? text.replace(/(\d),(?=\d)/g, "$1.").replace(/(?<=[\s([;<*-]|^),(?=\d)/gm, ".") : text;
}
