import type { Unused } from "../../publishedTable";
import { type CellContent, isValue, parseCell } from "../grid/cell";
import type { Grid } from "../grid/grid";
import { NOTE } from "../grid/lines";
import { tidyLabel } from "../source/characters";
import { isProse } from "../source/regions";
import { type Headed, spread } from "./heads";
import { type Statistic, statisticOf } from "./statistics";
import { type Role, roleOf } from "./vocabulary";

/** A term: its row, and those under it. */
export interface TermRow {
  label: string;
  readonly section: string;
  /** By column of the grid. */
  readonly cells: readonly CellContent[];
  readonly below: { readonly said?: Role; readonly cells: readonly CellContent[] }[];
  /** Its numbers could not be placed. */
  readonly lost: boolean;
}

export interface Body {
  readonly terms: readonly TermRow[];
  readonly statistics: readonly { readonly kind: Statistic; readonly label: string; readonly cells: readonly CellContent[] }[];
  readonly notes: readonly string[];
  readonly unused: readonly Unused[];
}

const LOST = "\u0003";
/** "Reference", "omitted": a category without an estimate. */
export const isReference = ({ filler, words }: CellContent): boolean => /^\(?(?:ref|omitted|empty|base|dropped|constrained|参照|基准)/i.test(filler ?? words);

/** The rows under the headings: terms with what stands below them, statistics of the models, notes, and what is neither. */
export function readBody(grid: Grid, { depth, labels, columns }: Headed): Body {
  const rows = grid.rows.slice(depth);
  const parsed = rows.map(({ cells }) => cells.map((cell) => (cell === LOST ? parseCell("") : parseCell(cell))));
  const at = columns.map((column) => column.at);
  const terms: TermRow[] = [];
  const statistics: { kind: Statistic; label: string; cells: CellContent[] }[] = [];
  const notes: string[] = [];
  const unused: Unused[] = [];
  let section = "";
  let waiting = "";
  let open: TermRow | undefined;
  rows.forEach((row, i) => {
    const labelTexts = row.cells.slice(0, labels).map((text) => text.trim());
    const bare = (labelTexts.findLast((text) => text !== "") ?? "").replace(/\^[a-z0-9](?![a-z0-9])/g, "").replace(/\s+/g, " ");
    const label = tidyLabel(bare);
    const cells = parsed[i];
    const lost = row.cells.includes(LOST);
    const whole = row.cells.filter((text) => text !== LOST).join(" ").replace(/\s+/g, " ").trim();
    const filled = at.filter((j) => isValue(cells[j]));
    const isWide = row.spans.some((span) => span >= 2 && span >= row.cells.length - labels) && filled.length <= 1;
    if (/^(?:notes?|注|signif|legend)[:.]?$/i.test(label) || ((filled.length === 0 || isWide) && (NOTE.test(whole) || isProse(whole) || /\*+ ?(?:p|P)? ?[<=]/.test(whole) || (isWide && /p ?[<=] ?0?\.\d|parenthes|bracket|括号/i.test(whole))))) {
      notes.push(whole);
      open = undefined;
      return;
    }
    if (lost) {
      open = { label, section, cells, below: [], lost: true };
      terms.push(open);
      return;
    }
    const said = roleOf(label.replace(/^[([](.*)[)\]]$/, "$1"));
    // Numbers with stars or brackets of their own and no label are a row whose name is lost, no error of the row above.
    const isNameless = label === "" && open !== undefined && open.below.length > 0 && filled.some((j) => cells[j].main !== undefined && (cells[j].main.marks.includes("*") || cells[j].brackets.length > 0));
    if (open && !isNameless && (label === "" || (said !== undefined && said !== "coef" && said !== "other" && said !== "oddsRatio")) && (filled.length > 0)) {
      open.below.push({ ...(said && { said }), cells });
      return;
    }
    const kind = statisticOf(label);
    const next = parsed[i + 1];
    const hasError = filled.some((j) => cells[j].brackets.length > 0)
      || (next !== undefined && rows[i + 1].cells.slice(0, labels).every((text) => text.trim() === "") && at.some((j) => next[j].brackets.length > 0 && next[j].main === undefined))
      || columns.some(({ role, at: j }) => role === "se" && isValue(cells[j]));
    if (kind !== undefined && filled.length > 0 && !(hasError && columnsFilled(columns, cells) && kind !== "n" || (hasError && kind === "n" && filled.some((j) => cells[j].main?.text.includes("."))))) {
      statistics.push({ kind, label, cells });
      open = undefined;
      return;
    }
    if (filled.length === 0) {
      if (label === "") {
        if (whole !== "" && !at.every((j) => cells[j].filler !== undefined || row.cells[j].trim() === "")) unused.push({ where: "row", text: whole });
        if (whole === "") open = undefined;
        return;
      }
      const fillers = at.filter((j) => cells[j].filler !== undefined);
      const texts = spread(row).slice(labels).filter(Boolean);
      if (at.some((j) => /\d\.?\d/.test(cells[j].words)) && kind === undefined) {
        // A damaged number: its row is known, and in doubt.
        open = { label, section, cells, below: [], lost: false };
        terms.push(open);
        waiting = "";
        return;
      }
      if (fillers.length > 0 || (texts.length > 0 && !isWide)) {
        if (!at.every((j) => row.cells[j].trim() === "" || /^(?:-+|…|\.+)$/.test(row.cells[j].trim()) || isReference(cells[j]))) unused.push({ where: "row", text: `${label}: ${[...new Set(texts)].join(" ")}` });
        open = undefined;
      } else if (open && open.below.length === 0 && grid.columns !== "given" && (onlyBrackets(parsed[i + 1], rows[i + 1]?.cells, labels, at) || (label !== open.label && /^[a-z(（]/.test(label) && runsOn(open.label, label)))) {
        // A label broken over lines, its numbers between them.
        open.label = tidyLabel(`${open.label} ${label}`);
      } else {
        // With the colon that a section may end in, which says that no line goes on with it.
        waiting = runsOn(waiting, label) ? `${waiting} ${bare}` : bare;
        section = tidyLabel(waiting);
        open = undefined;
      }
      return;
    }
    const bracketsOnly = filled.every((j) => cells[j].main === undefined);
    if (open && bracketsOnly && open.below.length === 0 && label !== "" && waiting === "") {
      // A label broken over two lines, its second half beside the brackets.
      open.label = tidyLabel(`${open.label} ${label}`);
      open.below.push({ cells });
      return;
    }
    const joined = grid.columns !== "given" && runsOn(waiting, label) ? tidyLabel(`${waiting} ${label}`) : waiting !== "" && label === "" ? tidyLabel(waiting) : label;
    if (joined !== label) section = "";
    waiting = "";
    open = { label: joined, section, cells, below: [], lost: false };
    terms.push(open);
  });
  // R numbers the rows of a data frame.
  const numbered = terms.length >= 2 && terms.every(({ label }, i) => label.startsWith(`${i + 1} `));
  return { terms: numbered ? terms.map((term) => ({ ...term, label: term.label.replace(/^\d+ /, "") })) : terms, statistics, notes, unused };
}

const onlyBrackets = (cells: readonly CellContent[] | undefined, texts: readonly string[] | undefined, labels: number, at: readonly number[]): boolean =>
  cells !== undefined && texts !== undefined && texts.slice(0, labels).every((text) => text.trim() === "") && at.some((j) => cells[j].brackets.length > 0) && at.every((j) => cells[j].main === undefined);

const columnsFilled = (columns: Headed["columns"], cells: readonly CellContent[]): boolean => columns.some(({ role, at }) => (role === undefined || role === "coef" || role === "oddsRatio") && cells[at].main !== undefined);

/** Does a label go on in the next line? An open bracket, a word that wants another, a line that begins small. */
function runsOn(first: string, next: string): boolean {
  const opens = (first.match(/[([]/g)?.length ?? 0) > (first.match(/[)\]]/g)?.length ?? 0);
  return opens || /(?:[-,/&、]|\b(?:of|the|and|or|to|in|for|with|by|on|from|a|an|per|at|than|as)|[和或与及的])$/i.test(first) || (/^[a-z(]/.test(next) && !/[:：]$/.test(first) && /\p{Ll}/u.test(first.slice(-1)) && first.split(" ").length >= 2);
}
