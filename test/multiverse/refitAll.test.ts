import { expect, test } from "vitest";
import { seededRandom } from "../../src/models/numeric/random";
import { curvesOf } from "../../src/multiverse/curves";
import { enumerate } from "../../src/multiverse/enumerate";
import { fitUniverses } from "../../src/multiverse/fitUniverses";
import { nullCurve } from "../../src/multiverse/nullCurve";
import { drawOutcomes } from "../../src/multiverse/nullDraw";
import { fitPlanned } from "../../src/multiverse/fitPlanned";
import { planUniverses } from "../../src/multiverse/plan";
import { refitAll } from "../../src/multiverse/refitAll";
import { controls, decision, option, outcome, smallPeople, smallSpec, smallStudy } from "./small";

const link = decision("link", option("logit"), option("probit", { link: "probit" }));
const covariance = decision("covariance", option("classical"), option("HC1", { covariance: "HC1" }), option("city", { covariance: "cluster:city" }));
const who = decision("who", option("all"), option("noGap", { adds: ["gap"] }));

test("universes refitted to draws together are those fitted one by one; a draw that one of them refuses is none", async () => {
  const people = smallPeople(60);
  const plan = planUniverses(smallSpec([controls, outcome, link, covariance, who]), smallStudy, enumerate(smallSpec([controls, outcome, link, covariance, who])), () => people);
  const [curve] = curvesOf(await fitUniverses(plan));
  const under = nullCurve(plan, curve);
  const drawn = Array.from({ length: 5 }, (_, i) => drawOutcomes(under, seededRandom(i)));
  const nobody = new Map([...drawn[0]].map(([column, values]) => [column, values.map((value) => (value === value ? 1 : NaN))]));
  const found = refitAll(under, [...drawn, nobody]);
  expect(curve.distinct.length).toBeGreaterThan(60);
  expect(found[5]).toBeNull();
  drawn.forEach((outcomes, d) => {
    under.fits.forEach(({ plan: one, place, sign }, at) => {
      const alone = fitPlanned(plan.arena, one, outcomes.get(one.outcome));
      if ("refused" in alone) return expect(found[d]).toBeNull();
      if (found[d] === null) return undefined;
      expect(found[d][at].estimate).toBeCloseTo(sign * alone.estimate[place], 8);
      expect(found[d][at].standardError / alone.standardError[place]).toBeCloseTo(1, 4);
      return expect(found[d][at].p).toBeCloseTo(alone.p[place], 4);
    });
  });
  expect(found.filter((draw) => draw !== null).length).toBeGreaterThan(0);
});
