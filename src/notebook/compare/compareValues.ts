import { isObject } from "../../isObject";

/** A place where two values differ. */
export interface ValueDifference {
  readonly where: string;
  readonly was: string;
  readonly is: string;
}

/** How far two numbers may lie apart, relative to the larger. */
export const RELATIVE_TOLERANCE = 1e-9;

/** A number in a text; not the digits of a name such as H2 or x_1. */
const NUMBER = /(?<![A-Za-z0-9_.])(?:[-+\u2212](?=[\d.]))?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?/g;

/**
 * Are two texts equal, but for numbers that differ by no more than the tolerance?
 *
 * A number must look the same or differ in its value: 1.50 and 1.5 are two ways to print one number, and so a change of
 * the text; 0.3 and 0.30000000000000004 are two results of one sum. Whole numbers must be equal.
 *
 * @param name  how the difference names the text
 * @returns     the first difference, or nothing
 */
export function compareText(was: string, is: string, name: string): ValueDifference[] {
  if (was === is) return [];
  const [before, after] = [was, is].map((text) => text.match(NUMBER) ?? []);
  const [shapeBefore, shapeAfter] = [was, is].map((text) => text.split(NUMBER));
  const differs = shapeBefore.findIndex((piece, index) => piece !== shapeAfter[index]);
  const number = before.findIndex((token, index) => after[index] !== undefined && !sameToken(token, after[index]));
  if (number >= 0 && (differs < 0 || number < differs)) {
    return [{ where: `${name}, number ${number + 1}`, was: near(was, nth(was, number)), is: near(is, nth(is, number)) }];
  }
  if (differs < 0 && before.length === after.length) return [];
  const at = firstDifference(was, is);
  return [{ where: `${name}, line ${was.slice(0, at).split("\n").length}`, was: near(was, at), is: near(is, at) }];
}

/** All places where two JSON values differ by more than the tolerance; texts in them are compared as texts. */
export function compareJson(was: unknown, is: unknown, path: string): ValueDifference[] {
  if (typeof was === "number" && typeof is === "number") return sameNumber(was, is) ? [] : [plain(path, was, is)];
  if (typeof was === "string" && typeof is === "string") return compareText(was, is, path);
  if (Array.isArray(was) && Array.isArray(is)) {
    if (was.length !== is.length) return [{ where: `${path}, length`, was: String(was.length), is: String(is.length) }];
    return was.flatMap((item, index) => compareJson(item, is[index], `${path}[${index}]`));
  }
  if (isObject(was) && isObject(is)) {
    const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])].sort();
    return keys.flatMap((key) => compareJson(was[key], is[key], `${path}.${key}`));
  }
  return was === is ? [] : [plain(path, was, is)];
}

/** A value in a message: on one line, and not the whole of a figure. */
export function shorten(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = (typeof value === "string" ? value : JSON.stringify(value)).replace(/\s+/g, " ");
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS - 1)}…`;
}

const MOST_CHARACTERS = 80;

function sameToken(was: string, is: string): boolean {
  if (was === is) return true;
  if (/^[-+\u2212]?\d+$/.test(was) && /^[-+\u2212]?\d+$/.test(is)) return false;
  const [a, b] = [was, is].map((token) => Number(token.replace("\u2212", "-")));
  return a !== b && sameNumber(a, b);
}

const sameNumber = (a: number, b: number): boolean => a === b || Math.abs(a - b) <= RELATIVE_TOLERANCE * Math.max(Math.abs(a), Math.abs(b));

const plain = (where: string, was: unknown, is: unknown): ValueDifference => ({ where, was: shorten(was), is: shorten(is) });

const nth = (text: string, index: number): number => [...text.matchAll(NUMBER)][index].index;

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}

/** The text around a place: some characters before, and what follows. */
const near = (text: string, at: number): string => `"${shorten(text.slice(Math.max(0, at - 20), at + 40))}"`;
