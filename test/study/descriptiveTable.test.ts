import { describe, expect, it } from "vitest";
import { compareDescriptive, meanOf, printDescriptive, sharesOf, sizeOf } from "../../src/study/descriptiveTable";

const people = [{ city: "A", age: 20 }, { city: "A", age: 31 }, { city: "B", age: undefined }];
const city = sharesOf(people, { A: (p) => p.city === "A", B: (p) => p.city === "B", C: (p) => p.city === "C" });
const table = { n: 3, city, ageMean: meanOf(people, ({ age }) => age) };
const published = { n: 3, city: { A: [2, "66.7"], B: [1, "33.4"], C: [0, "0.0"] }, ageMean: "25" } as const;

describe("a descriptive table", () => {
  it("counts answers, takes shares of everybody and the mean of those with a value", () => {
    expect(city.A).toEqual([2, 200 / 3]);
    expect(city.C).toEqual([0, 0]);
    expect(table.ageMean).toBe(25.5);
    expect(meanOf([{ age: undefined }], ({ age }) => age)).toBeNull();
  });

  it("prints with the decimals of the published one, and an empty text where nobody has a value", () => {
    expect(printDescriptive(table, published)).toEqual({ n: 3, city: { A: [2, "66.7"], B: [1, "33.3"], C: [0, "0.0"] }, ageMean: "26" });
    expect(printDescriptive({ ...table, ageMean: null }, {})).toMatchObject({ ageMean: "", city: { A: [2, "66.7"] } });
  });

  it("is held against print number by number", () => {
    const { numbers } = compareDescriptive(published, table, false);
    expect(numbers).toHaveLength(8);
    expect(numbers.filter(({ met }) => !met).map(({ term, field, reason }) => [term, field, reason]))
      .toEqual([["city", "percentage of B", "mismatch"]]);
    expect(compareDescriptive(published, { ...table, city: {}, ageMean: null }, true).numbers.filter(({ refitted }) => refitted === null)).toHaveLength(7);
  });
});

describe("people who were counted together", () => {
  it("count as many as they are, in numbers, shares and means", () => {
    const counts = [1, 4, 5];
    expect([sizeOf(people), sizeOf(people, counts), sizeOf([], []), sizeOf([])]).toEqual([3, 10, 0, 0]);
    expect(sharesOf(people, { A: (p) => p.city === "A", B: (p) => p.city === "B", C: (p) => p.city === "C" }, counts)).toEqual({ A: [5, 50], B: [5, 50], C: [0, 0] });
    expect(meanOf(people, ({ age }) => age, counts)).toBe((20 + 4 * 31) / 5);
    expect(meanOf(people.slice(2), ({ age }) => age, [5])).toBeNull();
    expect(meanOf([{ age: 0 }, { age: -3 }], ({ age }) => age)).toBe(-1.5);
  });
});

it("each number is printed as the like of it is, with one decimal where there is none", () => {
  expect(printDescriptive({ n: 7, mean: 1.25, whole: 2, shares: { a: [1, 12.345], b: [2, 33.35] }, none: null }, { mean: "9", whole: 9, shares: { a: [1, "12.35"] }, none: "1.0" })).toEqual({ n: "7.0", mean: "1", whole: 2, shares: { a: [1, "12.35"], b: [2, "33.4"] }, none: "" });
});

it("each printed number is compared by what it is: count, mean, count and percentage of an answer", () => {
  const { numbers, stars } = compareDescriptive({ n: 4, mean: "2.5", city: { A: [1, "25.0"], B: [3, "75.1"] }, gone: { X: [1, "2.0"] }, odd: "1.0" }, { n: 4, mean: 2.5, city: { A: [1, 25], B: [3, 75] }, odd: { A: [1, 1] } }, true);
  expect(stars).toEqual([]);
  expect(numbers.map(({ term, field, met, refitted }) => [term, field, met, refitted])).toEqual([
    ["n", "count", true, 4], ["mean", "mean", true, 2.5], ["city", "count of A", true, 1], ["city", "percentage of A", true, 25], ["city", "count of B", true, 3], ["city", "percentage of B", false, 75],
    ["gone", "count of X", false, null], ["gone", "percentage of X", false, null], ["odd", "mean", false, null],
  ]);
});
