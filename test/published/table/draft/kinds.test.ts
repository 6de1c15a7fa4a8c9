import { expect, it } from "vitest";
import type { Supposition } from "../../../../src/published/publishedTable";
import { familyOf, scaleOf } from "../../../../src/published/table/draft/kinds";

const NAMES = { names: [], heading: "", group: "", outcome: "" };

it.each([
  [["Age", "Constant"], "binary logit", "nothing names the kind of model; it has a constant"], [["Age"], "ordered logit", "nothing names the kind of model; it has no constant"], [["Age", "Constant", "/cut1"], "ordered logit", "nothing names the kind of model; it has thresholds"],
])("a model of %j is supposed to be a %s, and why is said", (terms, family, why) => {
  const supposed: Supposition[] = [];
  familyOf(NAMES, { before: [], after: [], stub: "", terms }, terms.map((term) => ({ term })) as never, "m1", supposed);
  expect(supposed).toEqual([{ field: "family", value: family, why, model: "m1" }]);
});

it("coefficients spoken of in the last three lines above make no marginal effects of them, further up they do not count", () => {
  const scale = (before: readonly string[]) => scaleOf({ names: [], main: { at: 1, names: [] }, scale: undefined as never, beside: new Map() }, NAMES, { before, after: [], family: { family: "binary logit", printed: "logit" }, rows: [{ term: "Constant" }] as never, all: [{ coef: "-0.5" }] as never, siblings: [], id: "m1" }, []);
  expect([["Coefficients", "Marginal effects", "b"], ["Coefficients", "Marginal effects", "b", "c"]].map(scale)).toEqual(["logOdds", "marginalEffect"]);
});
