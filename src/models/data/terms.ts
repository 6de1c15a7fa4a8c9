import { BadInput } from "../../badInput";
import { said } from "../../faults/said";
import type { FactorSpec } from "./factor";
import { isQuoted, splitUnquoted, unquoted } from "./quoted";

/** A term of a model: a column, or a product of columns. */
export interface Term {
  /** As asked for, without quotes. */
  readonly name: string;
  readonly parts: readonly string[];
}

/**
 * Understands terms such as `a`, `a:b` and `"a:b"` (the column of that name).
 * @param columns of the file
 * @throws {BadInput} where a term makes no sense, is named twice, or could mean two things
 */
export function parseTerms(terms: readonly string[], columns: readonly string[], file: string): Term[] {
  const parsed = terms.map((term) => parseTerm(term, columns, file));
  const key = ({ parts }: Term): string => JSON.stringify([...parts].sort());
  const seen = new Set<string>();
  for (const term of parsed) {
    if (seen.has(key(term))) throw new BadInput({ file, column: term.name }, "the term is named twice", "each term once");
    seen.add(key(term));
  }
  return parsed;
}

function parseTerm(term: string, columns: readonly string[], file: string): Term {
  const pieces = splitUnquoted(term, ":");
  if (pieces.some((piece) => unquoted(piece) === "")) throw new BadInput({ file }, said`the term "${term}" is not understood`, "a column, or columns joined by a colon such as a:b");
  const parts = pieces.map(unquoted);
  if (parts.length === 1 && parts[0] === "const") throw new BadInput({ file }, "the term const is not asked for", "columns", "The constant is in every model by itself.");
  const whole = parts.join(":");
  if (parts.length > 1 && !pieces.some(isQuoted) && columns.includes(whole)) {
    if (!parts.every((part) => columns.includes(part))) return { name: whole, parts: [whole] };
    throw new BadInput({ file, column: whole }, said`${whole} could be the column of that name or a product of columns`, said`"${whole}" in quotes for the column, ${parts.map((part) => `"${part}"`).join(":")} for the product`);
  }
  return { name: whole, parts };
}

/** Refuses factors that are not used, named twice, or multiplied by themselves. */
export function refuseFactors(terms: readonly Term[], factors: readonly FactorSpec[]): void {
  factors.forEach(({ column }, f) => {
    if (factors.findIndex((other) => other.column === column) !== f) throw new BadInput({ file: "--factor", column }, "the factor is named twice", "each factor once");
    if (!terms.some(({ parts }) => parts.includes(column))) throw new BadInput({ file: "--factor", column }, "the factor is not among the terms", terms.map(({ name }) => name).join(", "));
    const squared = terms.find(({ parts }) => parts.indexOf(column) !== parts.lastIndexOf(column));
    if (squared) throw new BadInput({ file: "--terms", column }, said`${squared.name} multiplies a factor by itself`, "different columns");
  });
}

/**
 * Whether a factor is coded by all its levels within a term, as R does: by contrasts where the term without it is in the
 * model as well (nothing being the constant), else by a column for every level.
 */
export function codedInFull(term: Term, factor: string, terms: readonly Term[]): boolean {
  const rest = term.parts.filter((part) => part !== factor);
  if (rest.length === 0) return false;
  const margin = new Set(rest);
  return !terms.some(({ parts }) => new Set(parts).size === margin.size && parts.every((part) => margin.has(part)));
}
