import { afterEach, expect, it } from "vitest";
import { useLanguage } from "../../src/cli/language";
import { influenceTable } from "../../src/cli/multiverseInfluence";

afterEach(() => useLanguage(undefined));
const one = (option: string, estimate: number | null, percentOfMean: number | null, significant: number | null) => ({ model: "M", term: "x", decision: "d", option, against: "p", universes: 1, estimate, percentOfMean, significant });

it("medians over the curves, the strongest first whatever the sign, with signs but for what rounds to nought", () => {
  const influence = [
    one("weak", 1, 0.49, 0.004), one("weak", 1, -0.3, 0.0049), // 0.095 % of the mean, 0.445 points
    one("strong", 1, -40, -0.2), one("strong", 1, 12, 0.1), one("strong", 1, -9, -0.006), // −9 of −40, −9, 12; sizes 9, 12, 40; points −20, −0.6, 10
    one("never", null, null, null), one("flat", 1, null, 0.006), one("tens", 1, 10, 1), one("tens", null, null, null), one("even", 1, 5, 0.02), one("even", 1, 8, 0.1), one("half", 1, 0.5, 0.005), one("minus", 1, -0.5, -0.01),
  ];
  useLanguage("en");
  expect(influenceTable(influence)).toEqual([
    ["option", "curves", "estimate", "size", "significant"],
    ["d=strong", "3", "-9", "12", "-1"], ["d=tens", "1", "+10", "10", "+100"], ["d=even", "2", "+7", "7", "+6"], ["d=half", "1", "+1", "1", "+1"], ["d=minus", "1", "-1", "1", "-1"], ["d=weak", "2", "0", "0", "0"], ["d=never", "0", "", "", "never apart from others"], ["d=flat", "1", "", "", "+1"],
  ]);
  useLanguage("zh");
  expect(influenceTable(influence.slice(5, 6))).toEqual([["选项", "曲线", "估计值", "大小", "显著"], ["d=never", "0", "", "", "从不单独出现"]]);
});

const at = (option: string, percentOfMean: number | null, significant: number | null) => ({ model: "S", term: "x", decision: "d", against: "paper", universes: 2, option, estimate: significant === null ? null : 1, percentOfMean, significant });

it("an option's row has the medians over its curves, the strongest first, and says where it is never apart", () => {
  expect(influenceTable([at("weak", 3, 0.1), at("weak", -5, 0.1), at("strong", -40, -0.25), at("alias", null, null)]).slice(1)).toEqual([
    ["d=strong", "1", "-40", "40", "-25"], ["d=weak", "2", "-1", "4", "+10"], ["d=alias", "0", "", "", "never apart from others"],
  ]);
});
