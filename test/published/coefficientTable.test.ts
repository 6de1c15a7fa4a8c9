import { expect, it } from "vitest";
import { isSupport, printedCoefficients } from "../../src/published/coefficientTable";
import type { PublishedTable } from "../../src/published/publishedTable";

it("a coefficient supports where it is positive and starred", () => {
  expect([[0.5, "*"], [0.5, ""], [-0.5, "***"], [0, "*"]].map(([estimate, stars]) => isSupport({ estimate: Number(estimate), stars: String(stars) }))).toEqual([true, false, false, false]);
});

it("an odds ratio below 1 is printed support of nothing: its logarithm is negative", () => {
  const rows = [{ term: "age", coef: "0.5", stars: "*" }, { term: "sex", coef: "2", stars: "" }];
  const table = { models: { M1: { rows, scale: "oddsRatio" }, M2: { rows, scale: "logOdds" } } } as unknown as PublishedTable;
  expect(printedCoefficients(table)).toEqual({ M1: { age: { estimate: Math.log(0.5), stars: "*" }, sex: { estimate: Math.log(2), stars: "" } }, M2: { age: { estimate: 0.5, stars: "*" }, sex: { estimate: 2, stars: "" } } });
});
