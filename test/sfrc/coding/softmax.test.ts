import fc from "fast-check";
import { expect, test } from "vitest";
import { chinaOrHome } from "../../../src/sfrc/coding/chinaOrHome";
import { softmax } from "../../../src/sfrc/coding/softmax";

test("softmax of 2 and 1 is 1/(1 + e⁻¹) and its complement", () => {
  const [china, home] = softmax([2, 1]);
  expect(china).toBeCloseTo(0.7310585786300049, 15);
  expect(home).toBeCloseTo(0.2689414213699951, 15);
});

test("probabilities are positive, sum to 1, keep the order of the counts and do not overflow (property)", () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -300, max: 300 }), { minLength: 1, maxLength: 5 }), fc.constantFrom(0, 5000), (counts, shift) => {
    const p = softmax(counts.map((count) => count + shift));
    expect(p.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
    p.forEach((pi, i) => {
      expect(pi).toBeGreaterThan(0);
      p.forEach((pj, j) => { if (counts[i] === counts[j]) expect(pi).toBe(pj); else if (counts[i] > counts[j]) expect(pi).toBeGreaterThan(pj); });
    });
  }));
});

test("the larger count wins whatever the reading of ties; a tie is read as told", () => {
  for (let china = 0; china <= 3; china++) {
    for (let home = 0; home <= 3; home++) {
      for (const tie of ["home", "china", "missing"] as const) {
        const expected = china > home ? 1 : china < home ? 0 : { home: 0, china: 1, missing: undefined }[tie];
        expect(chinaOrHome(china, home, tie)).toBe(expected);
      }
    }
  }
});
