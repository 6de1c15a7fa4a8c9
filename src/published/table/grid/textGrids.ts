import type { Role } from "../roles/vocabulary";
import { statisticOf } from "../roles/statistics";
import { RULE_LINE } from "../source/console";
import type { Dash } from "./lex";
import type { Region } from "../source/regions";
import { cellColumns, type Layout } from "./columns";
import { type Grid, type Row, rowOf, spannedRow, type Unplaced } from "./grid";
import { headRow } from "./heads";
import { type Line, PANEL, readLines } from "./lines";
import { rowsOfStream } from "./streams";

/** Lines of headings taken above the first row: more would be prose. */
const MOST_HEADS = 8;

/**
 * The tables of a region of running text: headings, rows by place (or, where the text keeps no places, by order), and what
 * stands around them. Several where new headings begin within.
 */
export function textGrids({ before, lines: texts, after }: Region, dash: Dash): Grid[] {
  const rows = rowsOfStream(texts, dash);
  if (rows === undefined) return [];
  const read = readLines(rows, dash);
  // Where every other line is empty, empty lines part nothing.
  const filled = read.filter(({ kind }) => kind !== "blank");
  const lines = filled.length < 0.65 * read.length ? filled : read;
  const blocks = blocksOf(lines);
  return blocks.flatMap((block, k) => oneGrid(block, rows !== texts, k === 0 ? before : before.slice(-1), k === blocks.length - 1 ? after : []));
}

interface Block {
  readonly above: readonly Line[];
  readonly heads: readonly Line[];
  readonly body: readonly Line[];
}

const isHead = ({ kind }: Line): boolean => kind === "roles" || kind === "numbering";
const hasPoint = ({ cells }: Line): boolean => cells.some(({ tokens }) => tokens.some(({ numbers, marks }) => marks !== "" || numbers.some((number) => number.includes("."))));
const isRow = (line: Line): boolean => line.kind === "values" && (hasPoint(line) || statisticOf(line.label) !== undefined);
/** Lines that stand right above new headings: their upper lines. */
const UPPER: readonly Line["kind"][] = ["text", "numbering", "said", "blank"];

function blocksOf(lines: readonly Line[]): Block[] {
  const blocks: Block[] = [];
  let at = 0;
  for (let first = firstRow(lines, at); first !== -1; first = firstRow(lines, at)) {
    let start = first;
    let taken = 0;
    // Headings reach up to a note, a rule of prose, what says a number of the model, or the rows of another table.
    while (start > at && taken < MOST_HEADS) {
      const line = lines[start - 1];
      if (line.kind === "note" || line.kind === "prose" || line.kind === "said" || line.kind === "caption" || isRow(line)) break;
      if (line.kind === "blank" && taken > 0) break;
      // The line below a caption that is only a number is its title.
      if (line.kind === "text" && taken > 0 && lines[start - 2]?.kind === "caption" && /^\s*\S+\s?\S+\s*$/.test(lines[start - 2].text)) break;
      if (line.kind !== "blank" && line.kind !== "rule") taken++;
      start--;
    }
    // Words below a line of roles name a panel or an equation.
    const roleAt = lines.slice(start, first).findLastIndex(({ kind }) => kind === "roles");
    const panelAt = lines.slice(start, first).findIndex(({ text }) => PANEL.test(text));
    const begin = roleAt !== -1 ? start + roleAt + 1 : panelAt !== -1 ? start + panelAt : first;
    const heads = lines.slice(start, begin);
    let end = first;
    let headAt = first;
    while (end < lines.length && !beginsAnew(lines, end, heads, headAt)) {
      if (isHead(lines[end])) headAt = end;
      end++;
    }
    if (end < lines.length) {
      // A row with such a number for each model is this table's last.
      const another = lines.slice(headAt + 1, end).findIndex((line) => ANOTHER.test(line.text) && !isRow(line));
      if (another !== -1) end = headAt + 1 + another;
      // What stands right above new headings goes with them; the first row, at least, does not.
      while (UPPER.includes(lines[end - 1].kind)) end--;
    }
    blocks.push({ above: lines.slice(at, start), heads, body: lines.slice(begin, end) });
    at = end;
  }
  return blocks;
}

/** The first row from here; where a line of roles follows a row or two that are no part of it, the first after it. */
function firstRow(lines: readonly Line[], from: number): number {
  let first = -1;
  let rows = 0;
  let belowRoles = false;
  for (let i = from; i < lines.length; i++) {
    if (isRow(lines[i])) {
      if (belowRoles) return i;
      if (first === -1) first = i;
      rows++;
      if (rows > 2) return first;
    } else if (lines[i].kind === "roles") belowRoles = true;
  }
  return first;
}

const rolesOf = ({ roles }: Line): Role[] => roles.map(({ role }) => role);
const same = (a: Line, b: Line): boolean => a.text.replace(/\s+/g, "") === b.text.replace(/\s+/g, "");

/** New headings: not those of before, nor their first columns. */
function beginsAnew(lines: readonly Line[], at: number, known: readonly Line[], since: number): boolean {
  const line = lines[at];
  if (!isHead(line)) return false;
  const another = lines.slice(since, at).some(({ text }) => ANOTHER.test(text));
  if ((!another && known.some((head) => same(head, line))) || !lines.slice(at).some(isRow)) return false;
  if (line.kind === "numbering") return known.some(({ kind }) => kind === "numbering");
  const before = known.findLast(({ kind }) => kind === "roles");
  const sameStart = before !== undefined && rolesOf(line).every((role, j) => role === rolesOf(before)[j]);
  return another || !sameStart;
}

/** What a printout says first of another model. */
const ANOTHER = /^\s*Call:|Number of obs\b|No\. Observations|^\s*(?:formula|Dep\. Variable):/;

function oneGrid({ above, heads, body }: Block, wasStream: boolean, before: readonly string[], after: readonly string[]): Grid[] {
  if (isRagged(body)) return [];
  const roleLine = heads.findLast(({ kind }) => kind === "roles");
  const numbering = heads.findLast(({ kind }) => kind === "numbering");
  const layout = cellColumns(body.filter(({ kind }) => kind === "values"), roleLine?.roles ?? [], numbering?.text, heads.map(({ text }) => text));
  // Rows that do not have a number for each role: cells stand on several lines, and nothing says which are whose.
  if (!layout.rolesHeld && roleLine && new Set(rolesOf(roleLine)).size > 1) return [];
  const over: string[] = [];
  const rows: Row[] = [];
  for (const line of heads) {
    if (line.kind === "blank" || line.kind === "rule") continue;
    const row = line === roleLine && layout.rolesHeld ? roleRow(line, layout.width) : headRow(line.text, layout.places, layout.width, layout.models, layout.starts);
    if (row) rows.push(row);
    else over.push(line.text.trim());
  }
  const { rows: bodyRows, notes, unplaced } = bodyOf(body, layout, heads, wasStream);
  return [{
    before: [...before, ...above.map(({ text }) => text)].map((text) => text.trim()).filter((text) => text !== "" && text !== RULE_LINE), over,
    rows: [...rows, ...bodyRows], after: [...notes, ...after].map((text) => text.trim()).filter((text) => text !== "" && text !== RULE_LINE),
    columns: layout.places ? "by place" : "by order", unplaced,
  }];
}

/**
 * Cells that run over several lines beside others that do not: a number without a label, and below it a label beside that
 * number's brackets. Such lines cannot be put together with certainty.
 */
function isRagged(body: readonly Line[]): boolean {
  const rows = body.filter(({ kind }) => kind === "values");
  const split = rows.filter((line, i) => {
    const above = rows[i - 1];
    return above !== undefined && above.label === "" && line.label !== "" && above.cells.some(({ tokens }) => tokens[0].kind === "number")
      && line.cells.some(({ tokens }) => tokens[0].kind === "bracket" && tokens[0].open !== "") && line.cells.some(({ tokens }) => tokens[0].kind === "number");
  });
  // Or rows run on into one another: labels full of numbers.
  const full = rows.filter(({ label }) => [...label.matchAll(/(?<![\w.])\d*\.\d+/g)].length >= 3);
  return split.length >= 2 || full.length >= 2;
}

/** Roles over their columns (as many as the rows bear out), an interval over two where its limits stand apart. */
function roleRow({ label, roles }: Line, width: number): Row {
  return spannedRow([{ text: label, span: 1 }, ...roles.map(({ role, text }) => ({ text, span: role === "ci" && roles.length < width ? 2 : 1 }))], true);
}

function bodyOf(body: readonly Line[], layout: Layout, heads: readonly Line[], wasStream: boolean): { rows: Row[]; notes: string[]; unplaced: Unplaced[] } {
  const rows: Row[] = [];
  const notes: string[] = [];
  const unplaced: Unplaced[] = [];
  let noting = false;
  // After the notes nothing is a row until headings come again; after what says a number of the model, nothing without a label.
  let ended = false;
  let said = false;
  // Of a line of roles among the rows, which may have fewer than the headings.
  let roles: Line | undefined;
  for (const line of body) {
    if (line.kind === "blank") noting = false;
    else if (line.kind === "note" || line.kind === "prose" || line.kind === "said" || line.kind === "caption" || (noting && line.kind === "text")) {
      notes.push(line.text);
      noting = true;
      said ||= rows.length > 1;
      ended ||= rows.length > 1 && line.kind !== "said" && !(line.kind === "text" && !ended);
    } else if (line.kind === "values") {
      noting = false;
      if (isPageNumber(line, layout)) {
        notes.push(line.text);
        continue;
      }
      if (ended || (said && line.label === "")) {
        // Where cells came one a line, a label may have come last.
        unplaced.push({ label: wasStream ? line.label : "", text: line.text.trim(), code: "noLabel", values: ["", ""] });
        continue;
      }
      const placed = underPrevious(line, rows.at(-1)) ?? layout.place(line, roles?.roles);
      if ("cells" in placed) rows.push(rowOf([placed.label, ...placed.cells]));
      else {
        unplaced.push(placed);
        // Its place stays known: what follows may belong to it.
        rows.push(rowOf([placed.label, ...Array<string>(layout.width).fill("\u0003")]));
      }
    } else if ((ended || said) && line.kind === "text") notes.push(line.text);
    else if (isHead(line)) {
      ended = false;
      said = false;
      if (line.kind === "roles") roles = line;
    } else if (line.kind === "text" && !heads.some((head) => same(head, line))) rows.push(rowOf([line.text.trim(), ...Array<string>(layout.width).fill("")]));
  }
  return { rows, notes, unplaced };
}

/** Brackets alone, as many as there are numbers in the row above: each stands under its number. */
function underPrevious({ label, cells }: Line, above: Row | undefined): { label: string; cells: string[] } | undefined {
  if (label !== "" || above === undefined || !cells.every(({ tokens }) => tokens.every(({ kind }) => kind === "bracket"))) return undefined;
  const filled = above.cells.flatMap((cell, j) => (j > 0 && /^[<-]? ?\.?\d/.test(cell) ? [j] : []));
  if (filled.length !== cells.length) return undefined;
  const found = Array<string>(above.cells.length - 1).fill("");
  filled.forEach((j, k) => {
    found[j - 1] = cells[k].text;
  });
  return { label: "", cells: found };
}

/** A whole number alone in a table of several columns, or at the end of a sentence's words, is no row of it. */
function isPageNumber({ label, cells, text }: Line, { width, places }: Layout): boolean {
  if (cells.length !== 1 || !/^\d+$/.test(cells[0].text)) return false;
  return (label === "" && width > 1) || (places !== undefined && label !== "" && cells[0].from - (text.indexOf(label) + label.length) < 2 && statisticOf(label) === undefined);
}
