import { statisticOf } from "../roles/statistics";
import type { Role } from "../roles/vocabulary";
import type { Unplaced } from "./grid";
import { type Column, piecesOf, splitHeading } from "./heads";
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
  const roles = bornOut(lines, given) ? given : [];
  const wanted = roles.length > 0 ? [roles.length, roles.length + roles.filter(({ role }) => role === "ci").length] : [];
  const models = modelsIn(roles);
  const ways = [lines.map(({ cells }) => cells), lines.map(({ cells }) => apart(cells))];
  const [way, width] = bestWidth(lines, ways, wanted, numbering);
  const separate = way === 1;
  const cellsIn = (line: Line): readonly TextCell[] => (separate ? apart(line.cells) : line.cells);
  const places = placesOf(lines, cellsIn, width, wanted.length > 0, heads);
  return {
    rolesHeld: roles.length > 0 || given.length === 0, width: places?.length ?? width, models: roles.length > 0 ? models : places?.length ?? width, starts: startsIn(roles, places?.length ?? width), ...(places && { places }),
    place: (line, now) => {
      const all = places?.length ?? width;
      const order = (one: Line, partly = false) => byOrder(one, cellsIn(one), all, roles.length > 0 ? models : 0, roles, now, partly);
      // A full row has its order; one that is not, its places.
      if (places && cellsIn(line).length !== all) {
        const placed = byPlace(line, cellsIn(line), places);
        if (placed) return placed;
      }
      const ordered = order(line);
      if ("cells" in ordered) return ordered;
      // "0.7 - 0.9" may be two numbers or an empty cell between them: the count tells.
      const otherwise = (["minus", "blank", "range"] as const).map((dash) => readLine(line.text, dash)).filter(({ kind }) => kind === "values").map((one) => order(one)).filter((one) => "cells" in one);
      return otherwise[0] ?? order(line, true);
    },
  };
}

/** Do rows with as many numbers as there are roles make up a good part of the table? */
function bornOut(lines: readonly Line[], roles: readonly Phrase[]): boolean {
  const limits = roles.filter(({ role }) => role === "ci").length;
  const rows = lines.filter(({ label }) => statisticOf(label) === undefined);
  const fitting = rows.filter(({ cells }) => [cells.length, apart(cells).length].some((count) => count === roles.length || count === roles.length + limits)).length;
  return roles.length > 0 && fitting > 0 && fitting >= 0.2 * rows.length;
}

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

/** The way of counting (brackets with their numbers, or apart) and the number of columns that most rows bear out. */
function bestWidth(lines: readonly Line[], ways: readonly (readonly TextCell[])[][], wanted: readonly number[], numbering: string | undefined): [number, number] {
  const counts = ways.map((way) => {
    const seen = new Map<number, number>();
    way.forEach((cells, i) => {
      if (statisticOf(lines[i].label) === undefined) seen.set(cells.length, (seen.get(cells.length) ?? 0) + 1);
    });
    return seen;
  });
  const borneOut = ways.flatMap((_, way) => wanted.map((width) => ({ way, width, rows: counts[way].get(width) ?? 0 }))).sort((a, b) => b.rows - a.rows || a.way - b.way)[0];
  if (borneOut && borneOut.rows > 0) return [borneOut.way, borneOut.width];
  // Brackets alone on a line are counted without a label's own numbers.
  const below = lines.filter(({ label, cells }) => label === "" && cells.length > 0 && cells.every(({ tokens }) => tokens.every(({ kind }) => kind === "bracket"))).map(({ cells }) => cells.length);
  if (below.length >= 2) return [0, below.reduce((most, width) => Math.max(most, width), 1)];
  const widths = [...counts[0]].filter(([width]) => width > 0);
  const often = widths.filter(([width, rows]) => rows >= 2 || (numbering !== undefined && splitHeading(numbering, width) !== undefined)).map(([width]) => width);
  return [0, (often.length > 0 ? often : widths.map(([width]) => width)).reduce((most, width) => Math.max(most, width), 1)];
}

/** The columns by place: cells of all rows that lie over each other; undefined where the text does not keep them in place. */
function placesOf(lines: readonly Line[], cellsIn: (line: Line) => readonly TextCell[], width: number, hasRoles: boolean, heads: readonly string[]): Column[] | undefined {
  const labelled = lines.filter(({ label }) => label !== "");
  // Runs of blanks keep cells in place; a text with single blanks only says their order.
  const gaps = lines.slice(0, 2000).flatMap((line) => gapsOf(line, cellsIn(line)));
  if (labelled.length === 0 || lines.length < 2 || gaps.filter((gap) => gap >= 3).length < 0.25 * gaps.length) return undefined;
  const from = Math.min(...labelled.slice(0, 500).flatMap((line) => cellsIn(line).slice(0, 1).map((cell) => cell.from)));
  const intervals = lines.flatMap((line) => cellsIn(line).filter((cell) => cell.from >= from - 1 || line.label !== "")).filter((cell) => cell.from >= from - 1).sort((a, b) => a.from - b.from);
  const columns: { from: number; to: number }[] = [];
  for (const cell of intervals) {
    const last = columns.at(-1);
    if (last && cell.from < last.to) last.to = Math.max(last.to, cell.to);
    else columns.push({ from: cell.from, to: cell.to });
  }
  const bornOut = columns.length === width || (!hasRoles && columns.length > width && heads.some((head) => piecesOf(head).length === columns.length || splitHeading(head, columns.length) !== undefined));
  return bornOut && columns.length > 1 ? columns : undefined;
}

function gapsOf(line: Line, cells: readonly TextCell[]): number[] {
  const ends = [line.text.indexOf(line.label) + line.label.length, ...cells.map(({ to }) => to)];
  return cells.map(({ from }, j) => from - ends[j]).slice(line.label === "" ? 1 : 0);
}

function byPlace(line: Line, cells: readonly TextCell[], places: readonly Column[]): { label: string; cells: string[] } | undefined {
  const found = Array<string>(places.length).fill("");
  let label = line.label;
  for (const cell of cells) {
    const middle = (cell.from + cell.to) / 2;
    const over = places.flatMap((column, j) => (cell.from < column.to && cell.to > column.from ? [j] : []));
    if (over.length === 0 && cell.to <= places[0].from && found.every((text) => text === "")) label = `${label} ${cell.text}`.trim();
    else {
      const j = over.length === 1 ? over[0] : over.find((k) => middle >= places[k].from && middle <= places[k].to);
      if (j === undefined || found[j] !== "") return undefined;
      found[j] = cell.text;
    }
  }
  return { label, cells: found };
}

function byOrder(line: Line, given: readonly TextCell[], width: number, models: number, roles: readonly Phrase[], now: readonly Phrase[] | undefined, partly: boolean): { label: string; cells: string[] } | Unplaced {
  let { label } = line;
  let cells = given;
  // Numbers without a point before the cells are the label's own: "Level 2", "18-24".
  while (cells.length > width && cells[0].tokens.every(({ numbers, marks }) => (marks === "" || marks === "+") && numbers.every((number) => !number.includes(".")))) {
    label = `${label} ${cells[0].text}`.trim();
    cells = cells.slice(1);
  }
  const texts = cells.map(({ text }) => text);
  if (texts.length === width) return { label, cells: texts };
  const told = (code: Unplaced["code"]): Unplaced => ({ label, text: line.text.trim(), code, values: [texts.length, width] });
  if (texts.length > width) return told("tooMany");
  // Fewer roles from here on (thresholds have no p): the columns of the same roles.
  if (now && now !== roles && now.length === texts.length && now.every(({ role }, j) => role === roles[j]?.role)) return { label, cells: [...texts, ...Array<string>(width - texts.length).fill("")] };
  const aboutModel = statisticOf(label) !== undefined || cells.every(({ tokens }) => tokens.every(({ kind }) => kind === "filler"));
  if (aboutModel && models > 0 && texts.length === models && width % models === 0) {
    const found = Array<string>(width).fill("");
    texts.forEach((text, k) => {
      found[k * (width / models)] = text;
    });
    return { label, cells: found };
  }
  if (partly && models === 1 && roles.length > 0) return ofOneModel(label, texts, width, roles) ?? told("tooFew");
  return told("tooFew");
}

/** One model's row that ends early: only what its columns cannot confuse. A lone number under "B" may be anything. */
function ofOneModel(label: string, texts: readonly string[], width: number, roles: readonly Phrase[]): { label: string; cells: string[] } | undefined {
  const tail: Role[] = roles.slice(texts.length).map(({ role }) => role);
  const limits = tail.every((role) => role === "ci" || role === "lower" || role === "upper");
  return limits && texts.length >= 4 ? { label, cells: [...texts, ...Array<string>(width - texts.length).fill("")] } : undefined;
}
