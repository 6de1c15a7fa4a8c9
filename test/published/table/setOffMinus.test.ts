import { expect, it } from "vitest";
import { readTextTables } from "../../../src/published/table/readTextTables";

it("a minus sign set off by a blank belongs to its number", () => {
  const text = `Table 2
                 Model 1      Model 2
education        0.400∗       0.300
                 (0.230)      (0.400)
income           − 0.900∗∗∗   0.700∗∗∗
                 (0.200)      (0.350)
Constant         0.100        0.200
                 (0.300)      (0.310)
N                500          400
Standard errors in parentheses. ∗ p<0.1, ∗∗ p<0.05, ∗∗∗ p<0.01`;
  const [{ models }] = readTextTables(text);
  expect(models.m1.rows.map(({ term, coef, stars }) => [term, coef, stars])).toEqual([["education", "0.400", "*"], ["income", "-0.900", "***"], ["Constant", "0.100", ""]]);
  expect(models.m2.rows[1]).toMatchObject({ coef: "0.700", stars: "***", se: "0.350" });
});
