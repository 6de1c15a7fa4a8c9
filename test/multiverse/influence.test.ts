import { expect, test } from "vitest";
import { curvesOf } from "../../src/multiverse/curves";
import { influenceOf } from "../../src/multiverse/influence";
import fromR from "../fixtures/influence.json";
import { decision, option } from "./small";

const curveOf = (universes: readonly { estimate: number; p: number; options: Record<string, string> }[]) =>
  curvesOf(universes.map((one, i) => ({ ...one, id: String(i), likelihood: String(i), status: "fitted", standardError: 1, stars: "", model: "S", term: "x" }) as never))[0];

test("crossed evenly, influence is the difference of two means, by hand", () => {
  // Means of the estimate: a in 3, out 1; logit 2.5, probit 1.5; of all 2. Significant: a in 2/2, out 1/2; logit 1/2, probit 2/2.
  const at = (a: string, link: string, estimate: number, p: number) => ({ estimate, p, options: { a, link } });
  const curve = curveOf([at("in", "logit", 4, 0.01), at("in", "probit", 2, 0.04), at("out", "logit", 1, 0.2), at("out", "probit", 1, 0.01)]);
  const found = influenceOf([decision("a", option("in"), option("out")), decision("link", option("logit"), option("probit"), option("cloglog"))], curve);
  expect(found).toEqual([
    { model: "S", term: "x", decision: "a", option: "out", against: "in", universes: 2, estimate: expect.closeTo(-2, 12), percentOfMean: expect.closeTo(-100, 10), significant: expect.closeTo(-0.5, 12) },
    { model: "S", term: "x", decision: "link", option: "probit", against: "logit", universes: 2, estimate: expect.closeTo(-1, 12), percentOfMean: expect.closeTo(-50, 10), significant: expect.closeTo(0.5, 12) },
  ]);
});

test("not crossed evenly, it is R's regression on the options", () => {
  const decisions = [decision("induced", option("in"), option("out")), decision("age", option("in"), option("square"), option("out")), decision("spontaneous", option("in"), option("out")), decision("link", option("logit"), option("probit"))];
  const found = influenceOf(decisions, curveOf(fromR.universes.map(({ estimate, p, ...options }) => ({ estimate, p, options }))));
  expect(found).toHaveLength(5);
  for (const one of found) {
    const name = one.decision + one.option as keyof typeof fromR.estimate;
    expect(one.estimate).toBeCloseTo(fromR.estimate[name], 12);
    expect(one.significant).toBeCloseTo(fromR.significant[name], 12);
    expect(one.percentOfMean).toBeCloseTo((100 * fromR.estimate[name]) / Math.abs(fromR.mean), 9);
  }
});

test("options that are never apart have no influence of their own, others beside them have", () => {
  const at = (a: string, b: string, c: string, estimate: number) => ({ estimate, p: 0.01, options: { a, b, c } });
  const curve = curveOf([at("in", "in", "in", 1), at("out", "out", "in", 2), at("in", "in", "out", 4), at("out", "out", "out", 5)]);
  const decisions = ["a", "b", "c"].map((id) => decision(id, option("in"), option("out")));
  expect(influenceOf(decisions, curve).map(({ estimate }) => estimate)).toEqual([null, null, expect.closeTo(3, 12)]);
});

test("where no universe has the paper's option, the first one that some has is compared with", () => {
  const at = (a: string, estimate: number) => ({ estimate, p: 0.5, options: { a } });
  const [found] = influenceOf([decision("a", option("paper"), option("second"), option("third"))], curveOf([at("third", 3), at("second", 1)]));
  expect(found).toMatchObject({ option: "third", against: "second", estimate: 2, significant: 0 });
});

test("of a mean of 0 nothing is a percentage; p of .05 is not significant", () => {
  const at = (a: string, estimate: number, p: number) => ({ estimate, p, options: { a } });
  const [found] = influenceOf([decision("a", option("in"), option("out"))], curveOf([at("in", 1, 0.05), at("out", -1, 0.049)]));
  expect(found).toEqual({ model: "S", term: "x", decision: "a", option: "out", against: "in", universes: 1, estimate: expect.closeTo(-2, 12), percentOfMean: null, significant: expect.closeTo(1, 12) });
});
