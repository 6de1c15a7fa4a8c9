import { statisticOf } from "../roles/statistics";
import type { Role } from "../roles/vocabulary";
import type { Unplaced } from "./grid";
import { type Column, splitHeading } from "./heads";
import { apart, type Line, type Phrase, readLine, type TextCell } from "./lines";

/** Where the cells of a text go. */
export interface Layout {
  /** Columns, the labels' not counted. */
  readonly width: number;
  readonly models: number;
  /** Where each model's columns begin, where roles tell. */
  readonly starts: readonly number[];
  readonly places?: readonly Column[];
  /** Whether the rows bear out the roles in the headings. */
  readonly rolesHeld: boolean;
  /** A line's cells by column, or why they cannot be told. */
  readonly place: (line: Line, roles?: readonly Phrase[]) => { label: string; cells: string[] } | Unplaced;
}

/**
 * Finds the columns of a text: by the place of its cells where they line up, else by their number in the fullest rows, which
 * the roles in the headings (or the models' numbers) have to bear out.
 */
export function cellColumns(lines: readonly Line[], given: readonly Phrase[], numbering: string | undefined, heads: readonly string[]): Layout {
  const counted = lines.map((line) => ({ ...line, ...withClass(line.label, line.cells, given) }));
  const rolesBornOut = bornOut(counted, given);
  const roles = rolesBornOut ? given : [];
  const models = rolesBornOut ? modelsIn(roles) : 0;
  const [separate, width] = bestWidth(counted, roles, numbering);
  const cellsIn = (line: Line): readonly TextCell[] => (separate ? apart(line.cells) : line.cells);
  const places = placesOf(lines, cellsIn, width, rolesBornOut, heads);
  const all = places?.length ?? width;
  return {
    rolesHeld: rolesBornOut || given.length === 0, width: all, models: models || all, starts: startsIn(roles, all), ...(places && { places }),
    place: (line, now) => {
      const order = (one: Line, partly = false) => byOrder(one, cellsIn(one), all, models, roles, now, partly);
      const cells = cellsIn(line);
      // A full row has its order, unless its first number is its label ("18-24"); one that is not, its places.
      if (places && (cells.length !== all || (isClass(cells[0]) && cells[0].to <= places[0].from))) {
        const placed = byPlace(line, cells, places);
        if (placed) return placed;
      }
      const ordered = order(line);
      if ("cells" in ordered) return ordered;
      // "0.7 - 0.9" may be two numbers or an empty cell between them: the count tells.
      const otherwise = (["minus", "blank", "range"] as const).map((dash) => order(readLine(line.text, dash))).find((one) => "cells" in one);
      return otherwise ?? order(line, true);
    },
  };
}

/** Do rows with as many numbers as there are roles make up a good part of the table? */
function bornOut(lines: readonly Line[], roles: readonly Phrase[]): boolean {
  const rows = termsOf(lines);
  const fitting = rows.filter(({ cells }) => fits(cells, roles) || fits(apart(cells), roles)).length;
  return fitting > 0 && fitting >= 0.2 * rows.length;
}

/** Lines that say nothing of a whole model. */
const termsOf = (lines: readonly Line[]): Line[] => lines.filter(({ label }) => statisticOf(label) === undefined);

const withLimits = (roles: readonly Phrase[]): number => roles.length + roles.filter(({ role }) => role === "ci").length;

/** A cell for each role, an interval in one cell or its limits in two. A lone number is no interval. */
const fits = (cells: readonly TextCell[], roles: readonly Phrase[]): boolean =>
  cells.length === withLimits(roles) || (cells.length === roles.length && roles.every(({ role }, j) => role !== "ci" || cells[j].tokens.flatMap(({ numbers }) => numbers).length !== 1));

/** How often the first role stands: that many models. */
function modelsIn(roles: readonly Phrase[]): number {
  const first = roles.find(({ role }) => role !== "other")?.role;
  return Math.max(1, roles.filter(({ role }) => role === first).length);
}

function startsIn(roles: readonly Phrase[], width: number): number[] {
  const first = roles.find(({ role }) => role !== "other")?.role;
  const wide = roles.length < width;
  const starts: number[] = [];
  roles.reduce((at, { role }) => {
    if (role === first) starts.push(at);
    return at + (wide && role === "ci" ? 2 : 1);
  }, 0);
  return starts;
}

/** Whether brackets are counted apart from their numbers, and the number of columns that most rows bear out. */
function bestWidth(lines: readonly Line[], roles: readonly Phrase[], numbering: string | undefined): [boolean, number] {
  const rows = termsOf(lines).map(({ cells }) => cells);
  const borneOut = [false, true].flatMap((separate) => [roles.length, withLimits(roles)].map((width) => ({
    separate, width, rows: rows.map((cells) => (separate ? apart(cells) : cells)).filter((cells) => cells.length === width && fits(cells, roles)).length,
  }))).sort((a, b) => b.rows - a.rows)[0];
  if (borneOut.rows > 0) return [borneOut.separate, borneOut.width];
  // Brackets alone on a line are counted without a label's own numbers.
  const below = lines.filter(({ label, cells }) => label === "" && cells.every(({ tokens }) => tokens[0].kind === "bracket")).map(({ cells }) => cells.length);
  if (below.length >= 2) return [false, Math.max(...new Set(below))];
  const widths = rows.map(({ length }) => length);
  const often = widths.filter((width, i) => widths.indexOf(width) < i || (numbering !== undefined && splitHeading(numbering, width) !== undefined));
  return [false, Math.max(...new Set(often.length > 0 ? often : widths), 1)];
}

/** The columns by place: cells of all rows that lie over each other; undefined where the text does not keep them in place. */
function placesOf(lines: readonly Line[], cellsIn: (line: Line) => readonly TextCell[], width: number, hasRoles: boolean, heads: readonly string[]): Column[] | undefined {
  // Runs of blanks keep cells in place; a text with single blanks only says their order.
  const gaps = lines.flatMap((line) => gapsOf(line, cellsIn(line)));
  if (lines.length < 2 || gaps.filter((gap) => gap >= 3).length < 0.25 * gaps.length) return undefined;
  const from = lines.reduce((least, line) => (line.label === "" ? least : Math.min(least, cellsIn(line)[0].from)), Infinity);
  const intervals = lines.flatMap(cellsIn).filter((cell) => cell.from >= from - 1).sort((a, b) => a.from - b.from);
  const columns: { from: number; to: number }[] = [];
  for (const cell of intervals) {
    const last = columns.at(-1);
    if (last && cell.from < last.to) last.to = Math.max(last.to, cell.to);
    else columns.push({ from: cell.from, to: cell.to });
  }
  if (columns.length < 2 || columns.length < width) return undefined;
  return columns.length === width || (!hasRoles && heads.some((head) => splitHeading(head, columns.length) !== undefined)) ? columns : undefined;
}

function gapsOf(line: Line, cells: readonly TextCell[]): number[] {
  const ends = [line.text.indexOf(line.label) + line.label.length, ...cells.map(({ to }) => to)];
  return cells.map(({ from }, j) => from - ends[j]).slice(line.label === "" ? 1 : 0);
}

function byPlace(line: Line, cells: readonly TextCell[], places: readonly Column[]): { label: string; cells: string[] } | undefined {
  const found = Array<string>(places.length).fill("");
  let { label } = line;
  for (const cell of cells) {
    const over = places.flatMap((column, j) => (cell.from < column.to && cell.to > column.from ? [j] : []));
    // A whole number left of all columns is a label: "18-24".
    if (over.length === 0 && isWhole(cell)) label = `${label} ${cell.text}`.trim();
    else {
      if (over.length !== 1 || found[over[0]] !== "") return undefined;
      found[over[0]] = cell.text;
    }
  }
  return { label, cells: found };
}

/** Whole numbers, of ages or years, say. */
const isWhole = ({ tokens }: TextCell): boolean => tokens.every(({ numbers, marks }) => (marks === "" || marks === "+") && numbers.every((number) => !number.includes(".")));

/** "18-24", "65+": a class of them, which no table holds as a number. */
const isClass = (cell: TextCell): boolean => isWhole(cell) && (cell.tokens[0].kind === "range" || cell.tokens[0].marks === "+");

/** A class of numbers that begins a line ("18-24" below "Age") is its label, or the end of it; a plus after words may be a mark. */
function withClass(label: string, cells: readonly TextCell[], roles: readonly Phrase[]): { label: string; cells: readonly TextCell[] } {
  const isLabel = cells.length > 1 && isClass(cells[0]) && (label === "" || cells[0].tokens[0].kind === "range") && statisticOf(label) === undefined && roles[0]?.role !== "ci";
  return isLabel ? { label: `${label} ${cells[0].text}`.trim(), cells: cells.slice(1) } : { label, cells };
}

function byOrder(line: Line, given: readonly TextCell[], width: number, models: number, roles: readonly Phrase[], now: readonly Phrase[] | undefined, partly: boolean): { label: string; cells: string[] } | Unplaced {
  let { label, cells } = withClass(line.label, given, roles);
  // Numbers without a point before the cells are the label's own: "Level 2", "18-24".
  while (cells.length > width && isWhole(cells[0])) {
    label = `${label} ${cells[0].text}`.trim();
    cells = cells.slice(1);
  }
  const texts = cells.map(({ text }) => text);
  const told = (code: Unplaced["code"]): Unplaced => ({ label, text: line.text.trim(), code, values: [texts.length, width] });
  if (texts.length >= width) return texts.length === width ? { label, cells: texts } : told("tooMany");
  // Fewer roles from here on (thresholds have no p): the columns of the same roles.
  if (now && now.length < roles.length && now.length === texts.length && now.every(({ role }, j) => role === roles[j].role)) return { label, cells: [...texts, ...Array<string>(width - texts.length).fill("")] };
  const aboutModel = statisticOf(label) !== undefined || cells.every(({ tokens }) => tokens[0].kind === "filler");
  if (aboutModel && texts.length === models && width % models === 0) {
    const found = Array<string>(width).fill("");
    texts.forEach((text, k) => {
      found[k * (width / models)] = text;
    });
    return { label, cells: found };
  }
  if (partly && models === 1) return ofOneModel(label, texts, width, roles) ?? told("tooFew");
  return told("tooFew");
}

/** One model's row that ends early: only what its columns cannot confuse. A lone number under "B" may be anything. */
function ofOneModel(label: string, texts: readonly string[], width: number, roles: readonly Phrase[]): { label: string; cells: string[] } | undefined {
  const tail: Role[] = roles.slice(texts.length).map(({ role }) => role);
  const limits = tail.every((role) => role === "ci" || role === "lower" || role === "upper");
  return limits && texts.length >= 4 ? { label, cells: [...texts, ...Array<string>(width - texts.length).fill("")] } : undefined;
}
