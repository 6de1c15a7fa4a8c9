import { describe, expect, it } from "vitest";
import { crossing } from "../../../src/models/profile/crossing";

/** Where the fall was asked for, beside what was found. */
function asked(fall: (b: number) => number, estimate: number, step: number, height = 4) {
  const at: number[] = [];
  const found = crossing((b) => { at.push(b); return fall(b); }, estimate, step, height);
  return { found, at };
}
const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 10) as number);

describe("where a profile crosses a height", () => {
  // Of a parabola the root of twice the fall is a line: b, which is 2 (the root of 4) at 2.
  it("of a parabola is found by one secant, on either side, from however short a step", () => {
    expect(asked((b) => b * b / 2, 0, 3)).toEqual({ found: { at: 2 }, at: [3, 2] });
    expect(asked((b) => (b - 7) ** 2 / 2, 7, -3)).toEqual({ found: { at: 5 }, at: [4, 5] });
    expect(asked((b) => b * b / 2, 0, 0.3)).toEqual({ found: { at: expect.closeTo(2, 10) as number }, at: near([0.3, 0.6, 1.2, 2.4, 2]) });
    expect(asked((b) => (b - 1) ** 2 / 2, 1, -0.3).at).toEqual(near([0.7, 0.4, -0.2, -1.4, -1]));
  });

  it("of a curve is found by secants, every third step by halving", () => {
    // b⁴/2: the root is b², 2 at √2. Secants from 0 and 2: 1, then 4/3; half of what is left is 5/3; from there a secant again.
    const { found, at } = asked((b) => b ** 4 / 2, 0, 2);
    expect(at.slice(0, 5)).toEqual(near([2, 1, 4 / 3, 5 / 3, 4 / 3 + (2 / 9) / 3]));
    expect(found.at).toBeCloseTo(Math.SQRT2, 9);
    expect(at.length).toBeLessThan(20); // halving alone takes 35
  });

  it("of a curve that hardly falls at first begins its next secant at the little that it fell", () => {
    // b⁸/2: the root is b⁴, 2 at the fourth root of 2. The first secant, from −2 at 0 and 14 at 2, is 1/4, where it is 1/256 − 2.
    const { found, at } = asked((b) => b ** 8 / 2, 0, 2);
    const there = 1 / 256 - 2;
    expect(at.slice(0, 3)).toEqual(near([2, 1 / 4, 1 / 4 - (there * (7 / 4)) / (14 - there)]));
    expect(found.at).toBeCloseTo(2 ** 0.25, 9);
  });

  it("is infinite where it never falls so far, after sixty doublings", () => {
    const up = asked(() => 0.4, 0, 1);
    expect([up.found, up.at.length, up.at[1], up.at.at(-1)]).toEqual([{ at: Infinity }, 61, 2, 2 ** 60]);
    expect(asked(() => -1, 3, -1).found).toEqual({ at: -Infinity }); // a rise by rounding is no fall
  });

  it("is not told where the profile cannot be followed, or jumps past the height", () => {
    expect(asked((b) => (b > 3 ? NaN : 0.1), 0, 1).found).toEqual({ at: null, why: "the profile could not be followed to 4.0000" });
    expect(asked((b) => (b === 3 ? b * b / 2 : NaN), 0, 3).found).toEqual({ at: null, why: "the profile could not be followed to 2.0000" });
    expect(asked((b) => (b < 1 ? 0.1 : 5), 0, 2).found).toEqual({ at: null, why: "the profile jumps at 1.0000, from a fall of 0.100 to one of 5.000, past 2.000" });
    for (const [estimate, step] of [[NaN, 1], [Infinity, 1], [0, 0], [0, NaN], [0, Infinity]]) expect(asked((b) => b * b, estimate, step)).toEqual({ found: { at: null, why: "the estimate has no standard error to begin with" }, at: [] });
  });
});
