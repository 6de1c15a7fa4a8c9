import { BadInput } from "../../badInput";
import { said } from "../../faults/said";
import { numberIn } from "../../io/number";
import { MISSING_CODES, missingTest } from "../data/cells";
import type { FactorSpec } from "../data/factor";
import { columnIndex, type Table } from "../data/table";
import { FUNCTIONS } from "./evaluate";
import { namesIn, type Node, parseExpression } from "./parse";

/** What a formula asks for, in the words of `ModelDataSpec`. */
export interface Formula {
  readonly outcome: string;
  readonly terms: readonly string[];
  readonly factors: readonly FactorSpec[];
  readonly offset?: string;
  /** Columns that are to be calculated first, by their names in the formula. */
  readonly calculated: ReadonlyMap<string, Node>;
}

/** A term: the variables multiplied in it. */
type Product = readonly string[];

/**
 * Understands `y ~ a*b + I(x^2) + log(z)` as R does: a*b is a + b + a:b, (a+b)^2 all products of up to two, a/b is a + a:b,
 * `-` takes a term away, `.` stands for every column that the outcome is not made of; terms are ordered by how many variables they multiply, and a
 * column of text is a factor.
 *
 * @throws {BadInput} where it is not understood, or asks for what is not offered (a model without constant)
 * Source: R's `terms.formula`, Wilkinson & Rogers (1973), Applied Statistics 22; test/fixtures/models/formula.R.
 */
export function readFormula(text: string, table: Table, given: readonly FactorSpec[] = [], codes: readonly string[] = MISSING_CODES): Formula {
  const sides = text.split("~");
  if (sides.length !== 2 || sides[0].trim() === "") throw new BadInput({ file: "--formula" }, said`"${text}" is no formula`, "an outcome, ~ and terms, such as y ~ a*b + log(z)");
  const reader = new Reader(table);
  const left = parseExpression(sides[0].trim(), "--formula");
  const outcome = reader.variable(left);
  reader.left = namesIn(left);
  const products = reader.expand(parseExpression(sides[1].trim(), "--formula"));
  const ordered = [...products].sort((a, b) => a.length - b.length);
  const used = [...new Set(ordered.flat())];
  const isMissing = missingTest(codes, table.decimal);
  const isText = (column: string): boolean => {
    const j = columnIndex(table, column);
    return table.rows.some((row) => !isMissing(row[j].trim()) && numberIn(row[j].trim(), table.decimal) === undefined);
  };
  const automatic = used.filter((name) => !given.some(({ column }) => column === name) && !reader.calculated.has(name) && (reader.factors.has(name) || isText(name)));
  return {
    outcome, terms: ordered.map((product) => product.map(quoted).join(":")), calculated: reader.calculated,
    factors: [...given, ...automatic.map((column): FactorSpec => ({ column, contrast: "treatment" }))],
    ...(reader.offset !== undefined && { offset: reader.offset }),
  };
}

const quoted = (name: string): string => (name.includes('"') ? `\`${name}\`` : `"${name}"`);
const key = (product: Product): string => JSON.stringify([...product].sort());
const union = (...lists: (readonly Product[])[]): Product[] => lists.flat().filter((product, i, all) => all.findIndex((other) => key(other) === key(product)) === i);
const without = (all: readonly Product[], gone: readonly Product[]): Product[] => all.filter((product) => !gone.some((other) => key(other) === key(product)));
const cross = (a: readonly Product[], b: readonly Product[]): Product[] => union(a.flatMap((one) => b.map((other) => [...new Set([...one, ...other])])));

class Reader {
  readonly calculated = new Map<string, Node>();
  readonly factors = new Set<string>();
  offset?: string;
  /** Columns that the outcome is made of: a dot does not bring them in again. */
  left: readonly string[] = [];

  constructor(private readonly table: Table) {}

  expand(node: Node): Product[] {
    if (node.kind === "number") return this.constant(node.value === 1);
    if (node.kind === "name" && node.name === "." && !this.table.columns.includes(".")) return this.table.columns.filter((column) => !this.left.includes(column)).map((column) => [column]);
    if (node.kind === "call" && node.name === "offset") return this.takeOffset(node);
    if (node.kind !== "operator") return [[this.variable(node)]];
    const [left, right] = node.inner;
    if (!right) return node.name === "-" ? this.minus([], left) : this.expand(left);
    if (node.name === "-") return this.minus(this.expand(left), right);
    if (node.name === "^") return this.power(this.expand(left), right);
    const [a, b] = [this.expand(left), this.expand(right)];
    if (node.name === "+") return union(a, b);
    if (node.name === ":") return cross(a, b);
    if (node.name === "*") return union(a, b, cross(a, b));
    if (node.name === "/") return union(a, cross([[...new Set(a.flat())]], b));
    throw new BadInput({ file: "--formula" }, said`${node.name} has no meaning between terms`, "+, -, :, *, / or ^; I(…) around a calculation");
  }

  /** A column's name; a calculation is taken down under the name it has in the formula. */
  variable(node: Node): string {
    if (node.kind === "name") {
      columnIndex(this.table, node.name);
      return node.name;
    }
    if (node.kind !== "call") throw new BadInput({ file: "--formula" }, "a calculation stands where a column is expected", "I(…) around it");
    if (node.name === "factor" || node.name === "as.factor") {
      const [inner, ...more] = node.inner;
      if (inner?.kind !== "name" || more.length > 0) throw new BadInput({ file: "--formula" }, said`${node.text} is not understood`, "factor(COLUMN)", "Give the reference with --factor COLUMN:REFERENCE.");
      columnIndex(this.table, inner.name);
      this.factors.add(inner.name);
      return inner.name;
    }
    if (!Object.hasOwn(FUNCTIONS, node.name) || node.inner.length !== 1) throw new BadInput({ file: "--formula" }, said`${node.text} is not offered`, said`${Object.keys(FUNCTIONS).join(", ")}, factor or offset, of one thing`, "Calculate the column in the file.");
    this.calculated.set(node.text, node);
    return node.text;
  }

  private constant(one: boolean): Product[] {
    if (one) return [];
    throw new BadInput({ file: "--formula" }, "a model without constant is not offered", "formulas without 0 or -1");
  }

  private minus(from: readonly Product[], node: Node): Product[] {
    if (node.kind === "number") return node.value === 0 ? [...from] : this.constant(false);
    return without(from, this.expand(node));
  }

  private power(terms: readonly Product[], exponent: Node): Product[] {
    if (exponent.kind !== "number" || !Number.isInteger(exponent.value) || exponent.value < 1) throw new BadInput({ file: "--formula" }, "the exponent of terms is no whole number above 0", "(a + b)^2", "For a square write I(x^2).");
    let all = [...terms];
    for (let times = 1; times < Math.min(exponent.value, 20); times++) all = union(all, cross(all, terms));
    return all;
  }

  private takeOffset(node: Node & { readonly kind: "call" }): Product[] {
    if (node.inner.length !== 1 || this.offset !== undefined) throw new BadInput({ file: "--formula" }, said`${node.text} is not understood`, "one offset(COLUMN)");
    this.offset = this.variable(node.inner[0]);
    return [];
  }
}
