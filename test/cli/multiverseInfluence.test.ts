import { expect, test } from "vitest";
import { influenceTable } from "../../src/cli/multiverseInfluence";

const at = (option: string, percentOfMean: number | null, significant: number | null) => ({ model: "S", term: "x", decision: "d", against: "paper", universes: 2, option, estimate: significant === null ? null : 1, percentOfMean, significant });

test("an option's row has the medians over its curves, the strongest first, and says where it is never apart", () => {
  expect(influenceTable([at("weak", 3, 0.1), at("weak", -5, 0.1), at("strong", -40, -0.25), at("alias", null, null)]).slice(1)).toEqual([
    ["d=strong", "1", "-40", "40", "-25"], ["d=weak", "2", "-1", "4", "+10"], ["d=alias", "0", "", "", "never apart from others"],
  ]);
});
