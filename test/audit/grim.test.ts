import { describe, expect, it } from "vitest";
import { checkPercentage, debit, grim, grimmer } from "../../src/audit/grim";

const verdicts = <Case extends readonly unknown[]>(cases: readonly (readonly [...Case, string])[], check: (...args: Case) => { verdict: string }) => {
  for (const one of cases) expect(check(...(one.slice(0, -1) as unknown as Case)).verdict, JSON.stringify(one)).toBe(one.at(-1));
};

/** Every sample of n whole answers from `low` to `high`, as sum and sum of squares. */
function samples(n: number, low: number, high: number): [number, number][] {
  let all: [number, number][] = [[0, 0]];
  for (let i = 0; i < n; i++) all = all.flatMap(([s, q]) => Array.from({ length: high - low + 1 }, (_, k): [number, number] => [s + low + k, q + (low + k) ** 2]));
  return [...new Map(all.map((one) => [one.join(), one])).values()];
}
const sdOf = (s: number, q: number, n: number) => Math.sqrt(Math.max(0, (q - (s * s) / n) / (n - 1)));

describe("GRIM", () => {
  it("says of every mean of two places whether n answers have it", () => {
    for (const n of [3, 7, 8, 20]) for (let hundredths = 100; hundredths <= 300; hundredths++) {
      const mean = (hundredths / 100).toFixed(2);
      const some = Array.from({ length: 3 * n + 1 }, (_, s) => s / n);
      const near = some.some((m) => Math.abs(m - hundredths / 100) <= 0.005 + 1e-9), cut = some.some((m) => m >= hundredths / 100 - 1e-9 && m <= hundredths / 100 + 0.01 + 1e-9);
      expect(grim(mean, { n }, "nearest").verdict, `${mean} of ${n}`).toBe(near ? "consistent" : "inconsistent");
      expect(grim(mean, { n }, "truncated").verdict, `${mean} of ${n}, cut`).toBe(cut ? (near ? "consistent" : "only-by-rounding") : "inconsistent");
      expect(grim(mean, { n }).verdict, `${mean} of ${n}, either`).toBe(near ? "consistent" : cut ? "only-by-rounding" : "inconsistent");
    }
  });

  it("counts in the steps of the answers", () => {
    verdicts([["2.17", { n: 2, step: 1 / 3 }, "nearest", "consistent"], ["2.17", { n: 2 }, "nearest", "inconsistent"], ["4", { n: 2, step: 2 }, "nearest", "consistent"], ["4.5", { n: 2, step: 2 }, "nearest", "inconsistent"]], grim);
    expect(grim("2.17", { n: 2, step: 1 / 3 }, "nearest").power).toBeCloseTo(1 - 0.01 * 6, 12);
  });
});

describe("GRIMMER", () => {
  it("says of no mean and deviation that exist that they cannot, and of few that do not that they can", () => {
    for (const [n, low, high] of [[3, 1, 5], [4, 1, 4], [5, 0, 3]] as const) {
      const real = samples(n, low, high).map(([s, q]) => [(s / n).toFixed(2), sdOf(s, q, n).toFixed(2)].join());
      const wrong: string[] = [];
      let [passed, all] = [0, 0];
      for (const mean of new Set(real.map((one) => one.split(",")[0]))) for (let hundredths = 0; hundredths <= 250; hundredths++) {
        const sd = (hundredths / 100).toFixed(2);
        const { verdict } = grimmer(mean, sd, { n, lower: low, upper: high }, "nearest");
        if (real.includes(`${mean},${sd}`)) {
          if (verdict !== "consistent") wrong.push(`${mean} ${sd}`);
        } else {
          all++;
          if (verdict === "consistent") passed++;
        }
      }
      expect(wrong).toEqual([]);
      expect(passed / all, String(n)).toBeLessThan(0.01);
    }
  });

  it("may be saved by rounding, by the parity of the squares, and is held to the ends of the scale", () => {
    verdicts([
      ["2.5", "0.70", { n: 2 }, "any", "only-by-rounding"], ["2.5", "0.70", { n: 2 }, "nearest", "inconsistent"], ["2.5", "0.70", { n: 2 }, "truncated", "only-by-rounding"], // √½ = .7071, cut
      ["2.0", "0.00", { n: 2 }, "nearest", "consistent"], ["2.5", "0.00", { n: 2 }, "nearest", "inconsistent"],
      ["3.0", "2.83", { n: 2, lower: 1, upper: 5 }, "nearest", "consistent"], ["3.0", "2.83", { n: 2, lower: 2, upper: 5 }, "nearest", "inconsistent"], ["3.0", "2.83", { n: 2, lower: 2 }, "nearest", "consistent"], ["3.0", "2.83", { n: 2, upper: 4 }, "nearest", "consistent"], // 1 and 5
      ["1.50", "0.71", { n: 2, step: 0.5, lower: 1, upper: 2 }, "nearest", "consistent"], ["1.50", "0.35", { n: 2, step: 0.5, lower: 1, upper: 2 }, "nearest", "inconsistent"], ["1.75", "0.35", { n: 2, step: 0.5, lower: 1, upper: 2 }, "nearest", "consistent"],
    ], grimmer);
    expect(grimmer("2.5", "0.70", { n: 2 }, "nearest").interval).toEqual({ lower: expect.closeTo(0.695, 12), upper: expect.closeTo(0.705, 12) });
  });
});

describe("DEBIT", () => {
  it("says of every mean and deviation of two places whether n noughts and ones have both", () => {
    for (const n of [2, 5, 12]) {
      const real = Array.from({ length: n + 1 }, (_, ones) => [ones / n, sdOf(ones, ones, n)] as const);
      const wrong: string[] = [];
      for (let mean = 0; mean <= 100; mean++) for (let sd = 0; sd <= 75; sd++) {
        const is = real.some(([m, s]) => Math.abs(m - mean / 100) <= 0.005 + 1e-9 && Math.abs(s - sd / 100) <= 0.005 + 1e-9);
        if ((debit((mean / 100).toFixed(2), (sd / 100).toFixed(2), n, "nearest").verdict === "consistent") !== is) wrong.push(`${mean} ${sd} of ${n}`);
      }
      expect(wrong).toEqual([]);
    }
  });

  it("may be saved by rounding", () => {
    // 1 of 3: .333 and √(2/9·3/2) = .577.
    verdicts([["0.33", "0.58", 3, "any", "consistent"], ["0.33", "0.57", 3, "any", "only-by-rounding"], ["0.33", "0.57", 3, "nearest", "inconsistent"], ["0.33", "0.56", 3, "any", "inconsistent"], ["0.66", "0.57", 3, "any", "only-by-rounding"], ["0.66", "0.57", 3, "truncated", "only-by-rounding"], ["1.00", "0.00", 3, "any", "consistent"], ["0.00", "0.00", 3, "any", "consistent"], ["1.50", "0.00", 3, "any", "inconsistent"]], debit);
  });
});

it("a percentage may be saved by rounding, where it is open", () => {
  // 2/3 is 66.67%.
  expect([checkPercentage(2, 3, "66.7"), checkPercentage(2, 3, "66.6"), checkPercentage(2, 3, "66.6", "nearest"), checkPercentage(2, 3, "66.6", "truncated"), checkPercentage(2, 3, "66.7", "truncated"), checkPercentage(2, 3, "66.8"), checkPercentage(1, 8, "12.5", "nearest")]).toEqual(["consistent", "only-by-rounding", "inconsistent", "consistent", "inconsistent", "inconsistent", "consistent"]);
});

describe("every small sample", () => {
  /** All answers of so many people on a scale, least first. */
  const answers = (n: number, scale: readonly number[]): number[][] => (n === 0 ? [[]] : answers(n - 1, scale).flatMap((rest) => scale.filter((one) => rest.length === 0 || one >= rest.at(-1)!).map((one) => [...rest, one])));
  const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const sdOf = (values: readonly number[]) => Math.sqrt(values.reduce((sum, value) => sum + (value - meanOf(values)) ** 2, 0) / (values.length - 1));

  it.each([[2, 1, [1, 2, 3, 4, 5]], [3, 1, [-2, -1, 0, 1, 2]], [4, 1, [0, 1, 2, 3]], [3, 0.5, [1, 1.5, 2, 2.5, 3]], [4, 2, [2, 4, 6, 8]], [3, 0.1, [0.1, 0.2, 0.3, 0.4]]] as const)("of %d in steps of %d has a mean and SD that can be, with the scale's ends and without", (n, step, scale) => {
    for (const values of answers(n, scale)) {
      const [mean, sd] = [meanOf(values).toFixed(4), sdOf(values).toFixed(4)];
      for (const ends of [{}, { lower: scale[0], upper: scale.at(-1)! }]) expect([values, grimmer(mean, sd, { n, step, ...ends }, "nearest").verdict]).toEqual([values, "consistent"]);
    }
  });

  it("of two answers has the SD of a sum of squares as odd or even as their sum, within the ends of the scale", () => {
    const can = (mean: string, ends = {}) => Array.from({ length: 300 }, (_, i) => (i / 100).toFixed(2)).filter((sd) => grimmer(mean, sd, { n: 2, ...ends }, "nearest").verdict !== "inconsistent");
    // √(Q − 6²/2) for Q of 18, 20, …, 26, and √(Q − 7²/2) for 25, 27, …, 33.
    expect([can("3.0"), can("3.5"), can("3.0", { lower: 2, upper: 4 }), can("3.0", { lower: 3, upper: 3 })]).toEqual([["0.00", "1.41", "2.00", "2.45", "2.83"], ["0.71", "1.58", "2.12", "2.55", "2.92"], ["0.00", "1.41"], ["0.00"]]);
  });

  it("of zeros and ones has the SD of its count, and no other", () => {
    for (const n of [2, 3, 7, 12]) for (let count = 0; count <= n; count++) {
      const own = sdOf(Array.from({ length: n }, (_, i) => Number(i < count)));
      const verdict = (sd: number) => debit((count / n).toFixed(4), sd.toFixed(4), n, "nearest").verdict;
      expect([n, count, verdict(own), verdict(own + 0.002), own < 0.002 ? "inconsistent" : verdict(own - 0.002)]).toEqual([n, count, "consistent", "inconsistent", "inconsistent"]);
    }
  });
});
