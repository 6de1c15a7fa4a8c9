import { describe, expect, it } from "vitest";
import { compareDescriptive, meanOf, printDescriptive, sharesOf } from "../../src/study/descriptiveTable";

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
