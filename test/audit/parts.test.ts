import { describe, expect, it } from "vitest";
import { basesOf } from "../../src/audit/basesOf";
import { changedAnswers } from "../../src/audit/changedAnswers";
import { errorOf, ratioOf } from "../../src/audit/evidence";
import { grimmer } from "../../src/audit/grim";

const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, i) => first + i);

describe("the number of rows behind a percentage", () => {
  it("is every one whose share rounds to it, both ends of the rounding included", () => {
    expect(basesOf(187, "44.31").bases).toEqual([422]);
    expect(basesOf(1, "33.3").bases).toEqual([3]);
    expect(basesOf(7, "3").bases).toEqual(from(200, 280)); // 7/200 is 3.5%, 7/280 is 2.5%
    expect(basesOf(1, "0.5").bases).toEqual(from(182, 222)); // 1/182 is 0.549%, 1/222 is 0.450%
    expect(basesOf(9, "90").bases).toEqual([10]);
    expect(basesOf(3, "100").bases).toEqual([3]); // no more answers than rows
  });
  it("is nothing where there are none, or none of them", () => {
    for (const none of [basesOf(0, "5"), basesOf(5, "0.0")]) expect(none).toEqual({ bases: [], chance: 0 });
  });
  it("may be met by chance: as far as one unit of print reaches between two numbers of rows, at most surely", () => {
    expect(basesOf(187, "44.31").chance).toBeCloseTo(0.01 / (18700 / (18700 / 44.31) ** 2), 10);
    expect(basesOf(7, "3").chance).toBe(1);
  });
});

it("the answers that would have to change, within the rounding of all three numbers", () => {
  const { sum, each, interval } = changedAnswers("0.5", "0.2", "0.1", 9);
  expect([sum, each]).toEqual([expect.closeTo(30, 10), expect.closeTo(30 / 9, 10)]);
  // The difference is 0.2 to 0.4, the error 0.05 to 0.15.
  expect(interval).toEqual({ lower: expect.closeTo(0.2 / 0.0225 / 9, 10), upper: expect.closeTo(0.4 / 0.0025 / 9, 10) });
  expect(changedAnswers("0.2", "0.5", "0.1", 9).interval).toEqual({ lower: expect.closeTo(-0.4 / 0.0025 / 9, 10), upper: expect.closeTo(-0.2 / 0.0225 / 9, 10) });
});

describe("a standard deviation of whole answers", () => {
  it("is possible where some answers give it", () => {
    expect(grimmer("2.5", "0.71", { n: 2 }, "nearest").verdict).toBe("consistent"); // 2 and 3
    expect(grimmer("2.5", "0.72", { n: 2 }, "nearest").verdict).toBe("inconsistent");
    expect(grimmer("2.5", "2.12", { n: 2 }, "nearest").verdict).toBe("consistent"); // 1 and 4
    expect(grimmer("2.5", "2.12", { n: 2, lower: 2, upper: 3 }, "nearest").verdict).toBe("inconsistent");
    expect(grimmer("2.0", "1.00", { n: 3 }, "nearest").verdict).toBe("consistent"); // 1, 2, 3
    expect(grimmer("2.0", "0.90", { n: 3 }, "nearest").verdict).toBe("inconsistent");
  });
  it("counts in the steps of the answers", () => {
    expect(grimmer("2.25", "0.35", { n: 2, step: 0.5 }, "nearest").verdict).toBe("consistent"); // 2 and 2.5
    expect(grimmer("2.25", "0.36", { n: 2, step: 0.5 }, "nearest").verdict).toBe("inconsistent");
    expect(grimmer("2.25", "0.35", { n: 2 }, "nearest").verdict).toBe("inconsistent");
    expect(grimmer("4.00", "1.41", { n: 2 }, "nearest").verdict).toBe("consistent"); // 3 and 5
    expect(grimmer("4.00", "1.41", { n: 2, step: 2 }, "nearest").verdict).toBe("inconsistent"); // 4 and 4, or 2 and 6
  });
});

describe("the error of an estimate by what stands in print", () => {
  type Row = Parameters<typeof errorOf>[0];
  type Reading = Parameters<typeof errorOf>[1];
  const of = (se: readonly [number, number] | undefined, coef: readonly [number, number], reading: Partial<Reading>) =>
    errorOf({ ...(se && { se: { lower: se[0], upper: se[1] } }), coef: { lower: coef[0], upper: coef[1] } } as unknown as Row, { brackets: "se", oddsRatios: true, errors: "delta", ...reading } as unknown as Reading);

  it("is itself beside a coefficient; beside an odds ratio as the reading has it", () => {
    expect(of([0.1, 0.2], [2, 4], { oddsRatios: false })).toEqual({ lower: 0.1, upper: 0.2 });
    expect(of([0.1, 0.2], [2, 4], { errors: "own" })).toEqual({ lower: 0.1, upper: 0.2 });
    expect(of([0.1, 0.2], [2, 4], {})).toEqual({ lower: 0.025, upper: 0.1 });
    expect(of([0.1, 0.2], [-1, 4], {})).toEqual({ lower: 0.025, upper: Infinity });
    expect([of([0.1, 0.2], [-1, 0], {}), of(undefined, [2, 4], {}), of([0.1, 0.2], [2, 4], { brackets: "z" })]).toEqual([undefined, undefined, undefined]);
    expect(of([1.1, 1.2], [2, 4], { errors: "exponentiated" })).toEqual({ lower: Math.log(1.1), upper: Math.log(1.2) });
    expect(of([0.8, 1.2], [2, 4], { errors: "exponentiated" })).toEqual({ lower: 0, upper: Math.log(1.2) });
    expect(of([0.5, 0.9], [2, 4], { errors: "exponentiated" })).toBeUndefined();
  });

  it("|b|/se is least at the ends that are nearest to 0 and farthest", () => {
    const ratio = (b: readonly [number, number], se: readonly [number, number]) => ratioOf({ lower: b[0], upper: b[1] }, { lower: se[0], upper: se[1] });
    expect([ratio([-2, -1], [0.5, 1]), ratio([-1, 2], [0.5, 1]), ratio([1, 2], [0, 1]), ratio([1, 2], [0.5, 4])]).toEqual([{ lower: 1, upper: 4 }, { lower: 0, upper: 4 }, { lower: 1, upper: Infinity }, { lower: 0.25, upper: 4 }]);
  });
});
