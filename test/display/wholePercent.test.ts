import { expect, it } from "vitest";
import { wholePercent } from "../../src/display/wholePercent";

it("rounds a share to whole percent, but nothing to none or all that is neither", () => {
  expect([0, 1 / 1000, 0.004_99, 0.005, 0.125, 0.994, 0.995, 999 / 1000, 1].map(wholePercent)).toEqual(["0%", "< 1%", "< 1%", "1%", "13%", "99%", "> 99%", "> 99%", "100%"]);
});
