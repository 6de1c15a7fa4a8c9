import type { Unsure } from "../../publishedTable";
import type { CellContent } from "../grid/cell";
import { doubt } from "../doubts";
import { asBracketKind, type BracketKind } from "../meaning/notes";
import type { ModelColumns } from "../roles/models";
import { isReference, type TermRow } from "../roles/rows";
import { type Role, roleOf } from "../roles/vocabulary";

/** One model's row, before it is settled what its brackets hold. */
export interface Estimate {
  readonly term: string;
  readonly label: string;
  readonly coef: string;
  readonly marks: readonly string[];
  readonly fields: Map<Field, string>;
  /** A number in brackets, or in an unnamed column, of which nothing said what it is. */
  readonly pending?: { readonly text: string; readonly from: "brackets" | "column" };
}
type Field = "se" | "z" | "t" | "wald" | "p" | "lower" | "upper" | "oddsRatio";

export interface Said {
  readonly any?: BracketKind;
  readonly round?: BracketKind;
  readonly square?: BracketKind;
}

/** What one model's columns give for a term: undefined where the model has not the term. */
export function estimateOf(row: TermRow, term: string, model: ModelColumns, said: Said, id: string, doubts: Unsure[]): Estimate | undefined {
  const { at, bracket: headed } = model.main;
  const cell = row.cells[at];
  const where = (field: string | null) => ({ model: id, term, field });
  if (isReference(cell) || row.below.some(({ cells }) => isReference(cells[at]))) return undefined;
  const beside = [...model.beside.values()].map((j) => row.cells[j]);
  if (beside.some(isReference)) return undefined;
  if (cell.main === undefined && holdsValue(cell)) {
    doubts.push(doubt("junk", [cell.words], where(null)));
    return undefined;
  }
  if (cell.main === undefined) {
    const numbers = [...numbersOf(cell), ...beside.flatMap(({ main }) => (main ? [main.text] : [])), ...row.below.flatMap(({ cells }) => numbersOf(cells[at]))];
    if (numbers.length > 0) doubts.push(doubt("errorless", [numbers.join(", ")], where(null)));
    return undefined;
  }
  // "Std. Errors" over a block of its own, or nothing at all, names no term.
  if (row.label === "" || (asBracketKind(roleOf(row.label)) !== undefined && row.label.length > 1)) {
    doubts.push(doubt("nameless", [cell.main.text], where(null)));
    return undefined;
  }
  if (cell.words !== "") doubts.push(doubt("junk", [`${cell.main.text}${cell.main.marks} ${cell.words}`], where(null)));
  if (cell.more.length > 0) doubts.push(doubt("severalNumbers", [[cell.main, ...cell.more].map(({ text }) => text).join(" ")], where(null)));
  if (REFERENCE.test(row.label) && cell.brackets.length === 0 && row.below.length === 0 && beside.every(({ main, brackets }) => main === undefined && brackets.length === 0)) return undefined;
  const fields = new Map<Field, string>();
  const marks = [cell.main.marks];
  let pending: Estimate["pending"];
  const put = (kind: BracketKind | Role | undefined, numbers: readonly string[], from: "brackets" | "column") => {
    if (numbers.length === 2) limits(numbers, fields);
    else if (kind === undefined) {
      if (pending) doubts.push(doubt("unnamedNumbers", [`${pending.text} ${numbers[0]}`], where(null)));
      else pending = { text: numbers[0], from };
    }
    else if (kind === "ci") {
      if (fields.has("lower")) fields.set("upper", numbers[0]);
      else fields.set("lower", numbers[0]);
    } else if (isField(kind) && !fields.has(kind)) fields.set(kind, numbers[0]);
  };
  cell.brackets.forEach(({ numbers, open, marks: own, said: inside, bound }, i) => {
    marks.push(own);
    put(asBracketKind(inside as Role) ?? (i === 0 ? asBracketKind(headed) : undefined) ?? byShape(open, said), bounded(numbers, bound), "brackets");
  });
  row.below.forEach(({ said: named, cells }, i) => {
    const below = cells[at];
    if (below.main === undefined && below.brackets.length === 0 && holdsValue(below)) doubts.push(doubt("junk", [below.words], where(null)));
    for (const { numbers, open, marks: own, said: inside, bound } of below.brackets) {
      marks.push(own);
      put(asBracketKind(inside as Role) ?? asBracketKind(named) ?? (i === 0 ? asBracketKind(headed) : undefined) ?? byShape(open, said), bounded(numbers, bound), "brackets");
    }
    if (below.main) {
      marks.push(below.main.marks);
      put(asBracketKind(named) ?? (i === 0 ? asBracketKind(headed) ?? said.any : undefined), bounded([below.main.text], below.main.bound), "brackets");
    }
  });
  for (const [role, j] of model.beside) {
    const other = row.cells[j];
    const numbers = numbersOf(other);
    if (numbers.length > 0 && (other.words !== "" || other.more.length > 0)) {
      doubts.push(doubt("junk", [[...numbers, other.words, ...other.more.map(({ text }) => text)].filter(Boolean).join(" ")], where(role === "ci" ? "lower" : role)));
      continue;
    }
    marks.push(...marksOf(other));
    if (numbers.length > 0 && (isField(role) || role === "ci")) put(role, numbers, "column");
    for (const { cells } of row.below) {
      const under = numbersOf(cells[j]);
      if (under.length > 0 && (isField(role) ? !fields.has(role) : role === "ci" && !fields.has("upper"))) put(role, under, "column");
    }
  }
  if (model.unnamed !== undefined) {
    const numbers = numbersOf(row.cells[model.unnamed]);
    marks.push(...marksOf(row.cells[model.unnamed]));
    if (numbers.length > 0) put(undefined, numbers, "column");
  }
  return { term, label: row.label, coef: cell.main.text, marks: marks.filter(Boolean), fields, ...(pending && { pending }) };
}

/** Digits that make no number, the error of a spreadsheet (#REF!) or a formula without its value. */
const holdsValue = ({ words }: CellContent): boolean => /\p{N}|^[#=]/u.test(words);

/** "Primary (ref.)": its 1.00 or 0 is no estimate. */
const REFERENCE = /[([](?:ref(?:\.|erence|erent)?(?: (?:group|category))?|base(?:line)?|参照组?|对照组?|基准组?)[)\]]/i;
const FIELDS: readonly string[] = ["se", "z", "t", "wald", "p", "lower", "upper", "oddsRatio"];
const isField = (role: string): role is Field => FIELDS.includes(role);
const bounded = (numbers: readonly string[], bound: string | undefined): string[] => numbers.map((number, i) => (i === 0 && bound?.startsWith("<") ? `<${number}` : number));
const byShape = (open: string, { any, round, square }: Said): BracketKind | undefined => (open === "[" || open === "{" ? square : open === "(" ? round : undefined) ?? any;

function numbersOf({ main, brackets }: CellContent): string[] {
  if (main) return main.bound?.startsWith(">") ? [] : bounded([main.text], main.bound);
  return brackets.length > 0 ? bounded(brackets[0].numbers, brackets[0].bound) : [];
}
const marksOf = ({ main, brackets }: CellContent): string[] => [main?.marks ?? "", ...brackets.map(({ marks }) => marks)];

function limits([lower, upper]: readonly string[], fields: Map<Field, string>): void {
  if (!fields.has("lower")) fields.set("lower", lower).set("upper", upper);
}
