import type { Code } from "./plan";
import { codingsOf, howCoded, keyOfCoding } from "./resolve";
import type { Choice, Spec } from "./spec";

/** So many choices are planned at a time at most, … */
const MOST_CHOICES = 256;
/** … and so many codings are held at a time. Each is all people with all their columns. */
export const MOST_CODINGS = 16;

/**
 * Choices in parts that are planned, fitted and let go of one after the other, so that memory does not grow with their number.
 * Those that have people coded alike stand together, in the order of the first of them: each coding is made once.
 */
export function* partsOf(spec: Spec, choices: readonly Choice[]): Generator<readonly Choice[]> {
  const alike = new Map<string, { readonly codings: number; readonly choices: Choice[] }>();
  for (const choice of choices) {
    const how = howCoded(spec, choice);
    const key = keyOfCoding(how);
    if (!alike.has(key)) alike.set(key, { codings: codingsOf(how).length, choices: [] });
    alike.get(key)!.choices.push(choice);
  }
  let part: Choice[] = [];
  let held = 0;
  for (const { codings, choices: mine } of alike.values()) {
    if (part.length > 0 && held + codings > MOST_CODINGS) {
      yield part;
      [part, held] = [[], 0];
    }
    held += codings;
    for (const choice of mine) {
      part.push(choice);
      if (part.length < MOST_CHOICES) continue;
      yield part;
      [part, held] = [[], codings];
    }
  }
  if (part.length > 0) yield part;
}

/** A coding that the part before had, too, is not made again. */
export function rememberingLast(code: Code): Code {
  const known = new Map<string, ReturnType<Code>>();
  return (how) => {
    const key = keyOfCoding(how);
    const people = known.get(key) ?? code(how);
    known.delete(key); // the one asked for last stands last
    known.set(key, people);
    if (known.size > MOST_CODINGS) known.delete(known.keys().next().value!);
    return people;
  };
}

/** Beyond so many choices a mistake that only some of them make is looked for before the work begins. */
const MANY = 1_000;

/** Of many choices, the first with each option: planned first of all, they show what a run would otherwise be refused for after hours. */
export function firstOfEach({ decisions }: Spec, choices: readonly Choice[]): Choice[] {
  if (choices.length <= MANY) return [];
  const wanted = new Set(decisions.flatMap(({ id, options }) => options.map((option) => `${id}=${option.id}`)));
  return choices.filter((choice) => {
    const before = wanted.size;
    for (const { id } of decisions) wanted.delete(`${id}=${choice[id]}`);
    return wanted.size < before;
  });
}
