import { expect, test } from "vitest";
import { editDistance } from "../../src/faults/nearest";
import { alike } from "../../src/survey/similar";

/** The definition: a whole table, nothing left out. */
function plainDistance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (__, j) => (i === 0 ? j : i)));
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? table[i - 2][j - 2] + 1 : Infinity;
      table[i][j] = Math.min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), swapped);
    }
  }
  return table[a.length][b.length];
}

let state = 11;
const draw = (below: number): number => Math.floor((((state = (Math.imul(state, 1664525) + 1013904223) >>> 0) + 0.5) / 2 ** 32) * below);
const text = (most: number): string => Array.from({ length: draw(most) }, () => "ab性c"[draw(4)]).join("");
const PAIRS = Array.from({ length: 1500 }, () => [text(12), text(30)] as const);

test("the distance by three rows is that of the whole table", () => {
  for (const [a, b] of PAIRS) expect([a, b, editDistance(a, b)]).toEqual([a, b, plainDistance(a, b)]);
});

test("what lengths forbid is not looked at, and the greatest score is the same", () => {
  for (const [a, b] of PAIRS) for (const found of [0, 0.2, 0.5]) expect(Math.max(found, alike(a, b, found))).toBe(Math.max(found, alike(a, b)));
  expect(alike("age", "x".repeat(70), 0.2)).toBe(0);
  expect(alike("age", `the age ${"x".repeat(70)}`, 0.5)).toBeGreaterThan(0.6); // a whole word inside
});

test.each<[string, string, number, number]>([
  ["", "a", 0, 0], ["a", "", 0, 0], ["", "", 0, 0], ["A b", "ab", 0, 1], ["gender_", "Ｇender", 0, 1], ["a.b-c", "abc", 0.9, 1], ["a", "b", 0, 0], ["a", "ab", 0, 1 / 2], ["ab", "ba", 0, 1 / 2], ["abc", "abd", 0, 2 / 3], ["kitten", "sitting", 0, 4 / 7],
  ["性别", "您的性别是", 0, 0.6 + 0.4 * (2 / 5)], ["您的性别是", "性别", 0, 0.6 + 0.4 * (2 / 5)], ["性", "您的性", 0, 1 / 3], ["abcdefghi", "abcdefghij", 0, 0.96], // a whole word inside counts more than one letter of ten
  ["ab", "abc", 0.9, 0.6 + 0.4 * (2 / 3)], ["ac", "abc", 0.66, 2 / 3], ["ac", "abc", 2 / 3, 0],
])("%j and %j, beyond %d, are alike by %d", (a, b, beyond, score) => expect(alike(a, b, beyond)).toBeCloseTo(score, 14));
