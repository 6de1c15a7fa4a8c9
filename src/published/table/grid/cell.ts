import { lex, type Token } from "./lex";

/** A number as printed, with what stands at it. */
interface Printed {
  readonly text: string;
  readonly marks: string;
  readonly bound?: string;
}

/** What stands in one cell of a table. */
export interface CellContent {
  /** The number in the open, if any. */
  readonly main?: Printed;
  /** Numbers in brackets, and intervals, in printed order. */
  readonly brackets: readonly Bracket[];
  /** Further numbers in the open: the cell holds more than one. */
  readonly more: readonly Printed[];
  /** "Yes", "-", "ref.", or undefined. */
  readonly filler?: string;
  /** Words that are neither. */
  readonly words: string;
}

interface Bracket {
  readonly numbers: readonly string[];
  readonly marks: string;
  /** "(" "[" "{", or "" for an interval in the open. */
  readonly open: string;
  readonly said?: string;
  readonly bound?: string;
}

const EMPTY: CellContent = { brackets: [], more: [], words: "" };

/** Reads a cell's text, in plain characters. */
export function parseCell(text: string): CellContent {
  const oneBlank = text.replace(/\s+/g, " ").trim();
  // Thousands set apart by blanks.
  const trimmed = /^-?\d{1,3}(?: \d{3})+(?:\.\d+)?$/.test(oneBlank) ? oneBlank.replace(/ /g, "") : oneBlank;
  if (trimmed === "") return EMPTY;
  return contentOf(lex(trimmed, /^- ?[.\d]/.test(trimmed) ? "minus" : "range"), trimmed);
}

function contentOf(tokens: readonly Token[], text: string): CellContent {
  const opens = tokens.filter(({ kind }) => kind === "number").map(printed);
  const brackets = tokens.filter(({ kind }) => kind === "bracket" || kind === "range").map(({ numbers, marks, open = "", said, bound }): Bracket =>
    ({ numbers, marks, open, ...(said && { said }), ...(bound && { bound }) }));
  const words = tokens.filter(({ kind }) => kind === "word").map(({ text: word }) => word).join(" ");
  const percent = tokens.some(({ kind, text: shown }) => kind === "number" && shown.includes("%"));
  const filler = tokens.find(({ kind }) => kind === "filler")?.text;
  if (opens.length === 0 && brackets.length === 0) return { ...EMPTY, words: filler === text ? "" : text, ...(filler !== undefined && filler === text && { filler }) };
  return { ...(opens.length > 0 && { main: opens[0] }), more: opens.slice(1), brackets, words: [words, ...(filler ? [filler] : []), ...(percent ? ["%"] : [])].filter(Boolean).join(" ") };
}

const printed = ({ numbers, marks, bound }: Token): Printed => ({ text: numbers[0], marks, ...(bound && { bound }) });

/** Are there numbers in it, and hardly any words? */
export const isValue = ({ main, brackets }: CellContent): boolean => main !== undefined || brackets.length > 0;

/** A decimal point, a mark or a bracket: what coefficients have and numbered headings have not. */
export const looksEstimated = (content: CellContent): boolean =>
  content.words === "" && ((content.main !== undefined && (content.main.text.includes(".") || /\*/.test(content.main.marks)))
    || content.brackets.some(({ numbers }) => numbers.some((number) => number.includes("."))));
