import { inLanguage, said, type Text } from "../../faults/said";
import { labelNumber } from "../data/cells";
import type { Node } from "./parse";

/** What an expression comes to in a row; undefined where a cell it needs is empty. */
export type Value = number | string | boolean | undefined;

/** The functions of a formula or filter, of one number. */
export const FUNCTIONS: Readonly<Record<string, (x: number) => number>> = {
  I: (x) => x, log: Math.log, log2: Math.log2, log10: Math.log10, log1p: Math.log1p, exp: Math.exp, expm1: Math.expm1, sqrt: Math.sqrt, abs: Math.abs,
};

/** Something in an expression that has no meaning for the values it meets. */
export class NoMeaning extends Error {
  constructor(readonly found: Text) {
    super(inLanguage(found, "en"));
  }
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b, "-": (a, b) => a - b, "*": (a, b) => a * b, "/": (a, b) => a / b, "^": (a, b) => a ** b,
};
const COMPARISON: Readonly<Record<string, (order: number) => boolean>> = {
  "==": (o) => o === 0, "!=": (o) => o !== 0, "<": (o) => o < 0, ">": (o) => o > 0, "<=": (o) => o <= 0, ">=": (o) => o >= 0,
};

/**
 * The value of an expression in a row, as R has it: a comparison is 1 or 0 in arithmetic; what meets an empty cell is empty
 * (but `FALSE & empty` is FALSE, `TRUE | empty` TRUE).
 *
 * @param cell a column's value in the row: a number where it writes one, else text
 * @throws {NoMeaning} text in arithmetic, an unknown function
 */
export function evaluate(node: Node, cell: (name: string) => Value): Value {
  if (node.kind === "number" || node.kind === "text") return node.value;
  if (node.kind === "name") return node.name === "TRUE" ? true : node.name === "FALSE" ? false : cell(node.name);
  const inner = (): Value[] => node.inner.map((part) => evaluate(part, cell));
  if (node.kind === "call") {
    const applied = Object.hasOwn(FUNCTIONS, node.name) ? FUNCTIONS[node.name] : undefined;
    if (!applied || node.inner.length !== 1) throw new NoMeaning(said`${node.text}: the functions are ${Object.keys(FUNCTIONS).join(", ")}, of one thing`);
    const [x] = inner();
    return x === undefined || (node.name === "I" && typeof x === "string") ? x : applied(asNumber(x));
  }
  const { name } = node;
  if (name === "%in%") return isIn(node.inner[1], evaluate(node.inner[0], cell), cell);
  const [a, b] = inner();
  if (name === "!") return a === undefined ? undefined : !asTruth(a);
  if (name[0] === "&") return a === false || b === false ? false : a === undefined || b === undefined ? undefined : asTruth(a) && asTruth(b);
  if (name[0] === "|") return a === true || b === true ? true : a === undefined || b === undefined ? undefined : asTruth(a) || asTruth(b);
  if (a === undefined || (node.inner.length === 2 && b === undefined)) return undefined;
  if (node.inner.length === 1) return name === "-" ? -asNumber(a) : asNumber(a);
  if (Object.hasOwn(COMPARISON, name)) return COMPARISON[name](order(a, b!, name));
  if (Object.hasOwn(ARITHMETIC, name)) return ARITHMETIC[name](asNumber(a), asNumber(b!));
  throw new NoMeaning(said`${name} joins terms of a formula; in a calculation it has no meaning`);
}

function isIn(list: Node, value: Value, cell: (name: string) => Value): Value {
  if (list.kind !== "call" || list.name !== "c") throw new NoMeaning("%in% is followed by a list such as c(1, 2)");
  if (value === undefined) return undefined;
  return list.inner.some((item) => {
    const other = evaluate(item, cell);
    return other !== undefined && order(value, other, "==") === 0;
  });
}

/** Numbers by size; two texts are the same or not, and have no order that every machine agrees on. */
function order(a: NonNullable<Value>, b: NonNullable<Value>, name: string): number {
  if (typeof a !== "string" && typeof b !== "string") return Number(a) - Number(b);
  if (name !== "==" && name !== "!=") throw new NoMeaning(said`${name} compares numbers, and "${typeof a === "string" ? a : String(b)}" is text`);
  return isSame(a, b) ? 0 : 1;
}

/** A cell is a number where it writes one: "007" is the label of 7, as it is of a factor. */
function isSame(a: NonNullable<Value>, b: NonNullable<Value>): boolean {
  if (typeof a === "boolean" || typeof b === "boolean") return truthIn(a) === truthIn(b);
  if (typeof a === typeof b) return a === b;
  const [text, number] = typeof a === "string" ? [a, b] : [String(b), a];
  return text === String(number) || labelNumber(text) === number;
}

/** What programs write for true and false. */
const TRUTHS: Readonly<Record<string, boolean>> = { true: true, t: true, false: false, f: false };

function truthIn(value: NonNullable<Value>): boolean {
  if (typeof value !== "string") return Boolean(value);
  const truth = Object.hasOwn(TRUTHS, value.toLowerCase()) ? TRUTHS[value.toLowerCase()] : undefined;
  if (truth === undefined) throw new NoMeaning(said`"${value}" is neither true nor false`);
  return truth;
}

function asNumber(value: NonNullable<Value>): number {
  if (typeof value === "string") throw new NoMeaning(said`"${value}" is text, with which nothing can be calculated`);
  return Number(value);
}

function asTruth(value: NonNullable<Value>): boolean {
  if (typeof value === "string") throw new NoMeaning(said`"${value}" is neither true nor false`);
  return Boolean(value);
}
