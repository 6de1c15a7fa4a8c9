import { expect, test } from "vitest";
import { inverse } from "../../src/models/numeric/cholesky";
import { seededRandom } from "../../src/models/numeric/random";
import { lmgShares } from "../../src/multiverse/shares";

const shareOf = (found: ReturnType<typeof lmgShares>) => Object.fromEntries(found.map(({ decision, share }) => [decision, share]));

test("LMG of two decisions that are not crossed evenly, by hand", () => {
  // y = 0 2 2 6 at (a,b) = (0,0) (0,1) (1,0) (1,1), the last twice: n = 5, total = 28.8 (mean 3.2).
  const options = [["0", "0"], ["0", "1"], ["1", "0"], ["1", "1"], ["1", "1"]].map(([a, b]) => ({ a, b }));
  const values = [0, 2, 2, 6, 6];
  // Alone: means 1 and 14/3, so each explains 2·(1 − 3.2)² + 3·(14/3 − 3.2)² = 242/15 of 28.8.
  const alone = 242 / 15 / 28.8;
  // Together, y ≈ m + αa + βb: α = β = 22/7 and the sum of squares is α(Say) + β(Sby), Say = Sby = 4.4: 968/35.
  const together = ((22 / 7) * 4.4 * 2) / 28.8;
  const by = shareOf(lmgShares(["a", "b"], options, values));
  expect(by.a).toBeCloseTo((alone + (together - alone)) / 2, 12);
  expect(by.b).toBeCloseTo(together / 2, 12);
});

test("crossed evenly, a share is the decision's own R²; one that does not vary has none; interplay is nobody's", () => {
  const options = ["p", "q", "r"].flatMap((a) => ["0", "1"].map((b) => ({ a, b, c: "only" })));
  const effect: Record<string, number> = { p: 0, q: 3, r: 6 };
  const additive = options.map(({ a, b }) => effect[a] + 4 * Number(b));
  // Of a: 4·9 = 36; of b: 6·4 = 24; total 60.
  expect(shareOf(lmgShares(["a", "b", "c"], options, additive))).toEqual({ a: expect.closeTo(0.6, 12), b: expect.closeTo(0.4, 12), c: 0 });
  const interplay = options.map(({ a, b }) => (a === "q" ? 0 : (a === "p" ? 1 : -1) * (b === "1" ? 1 : -1)));
  const none = shareOf(lmgShares(["a", "b", "c"], options, interplay));
  expect(none.a + none.b).toBeCloseTo(0, 12);
  expect(lmgShares(["a"], options, options.map(() => 5))).toEqual([{ decision: "a", share: 0, standardError: 0 }]);
});

test("beyond twelve decisions orders are drawn: the shares add up to R², with an error where they are correlated", () => {
  const random = seededRandom(2);
  const ids = Array.from({ length: 14 }, (_, j) => `d${j}`);
  const options = Array.from({ length: 60 }, () => Object.fromEntries(ids.map((id) => [id, String(Number(random() < 0.5))])));
  const values = options.map((choice) => 2 * Number(choice.d0) - Number(choice.d5));
  const found = lmgShares(ids, options, values);
  expect(found.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  expect(found.some(({ standardError }) => standardError > 0)).toBe(true);
});

test("an error of drawn orders is that of a share of them: of two decisions that say the same, the one that comes first has all", () => {
  const ids = Array.from({ length: 13 }, (_, j) => `d${j}`);
  // d0 and d1 are one; the others vary and explain nothing: each of their options stands beside each value.
  const options = Array.from({ length: 2 ** 12 }, (_, row) => Object.fromEntries(ids.map((id, j) => [id, String((row >> Math.max(0, j - 1)) & 1)])));
  const values = options.map(({ d0 }) => Number(d0));
  const [first, second, ...others] = lmgShares(ids, options, values);
  const ORDERS = 500;
  expect(first.share + second.share).toBeCloseTo(1, 9);
  expect(Math.round(first.share * ORDERS)).toBeCloseTo(first.share * ORDERS, 6);
  expect(Math.abs(first.share - 0.5)).toBeLessThan(4 * Math.sqrt(0.25 / ORDERS));
  expect(first.standardError).toBeCloseTo(Math.sqrt((first.share * second.share) / ORDERS), 9);
  expect(others.every(({ share, standardError }) => share < 1e-9 && standardError < 1e-9)).toBe(true);
});

test("LMG of four decisions is the mean of their rises in R² over all orders, each regression made slowly", () => {
  const random = seededRandom(8);
  const ids = ["a", "b", "c", "d"];
  const options = Array.from({ length: 40 }, () => { const a = Math.floor(3 * random()); return { a: String(a), b: String(Number(random() < 0.3 + 0.2 * a)), c: String(Number(random() < 0.5)), d: String(Number(random() < 0.2 + 0.2 * a)) }; });
  const values = options.map(({ a, b, c, d }) => Number(a) + 2 * Number(b) - Number(c) * Number(d) + random());
  const mean = values.reduce((sum, value) => sum + value, 0) / 40;
  const total = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const r2 = (chosen: readonly string[]): number => {
    const X = options.map((choice) => [1, ...chosen.flatMap((id) => ["1", ...(id === "a" ? ["2"] : [])].map((level) => Number(choice[id as "a"] === level)))]);
    const inverted = inverse(X[0].map((_, j) => X[0].map((__, k) => X.reduce((sum, row) => sum + row[j] * row[k], 0))))!;
    const Xy = X[0].map((_, j) => X.reduce((sum, row, i) => sum + row[j] * (values[i] - mean), 0));
    return inverted.reduce((sum, row, j) => sum + Xy[j] * row.reduce((s, value, k) => s + value * Xy[k], 0), 0) / total;
  };
  const orders = (left: readonly string[]): string[][] => (left.length === 0 ? [[]] : left.flatMap((first) => orders(left.filter((id) => id !== first)).map((rest) => [first, ...rest])));
  const found = shareOf(lmgShares(ids, options, values));
  for (const id of ids) {
    const rises = orders(ids).map((order) => { const at = order.indexOf(id); return r2(order.slice(0, at + 1)) - r2(order.slice(0, at)); });
    expect(found[id]).toBeCloseTo(rises.reduce((sum, rise) => sum + rise, 0) / 24, 10);
  }
});
