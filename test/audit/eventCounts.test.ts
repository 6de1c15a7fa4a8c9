import { describe, expect, it } from "vitest";
import { attainableR2, eventCounts, logLikOfEvents, shareOfLogLik } from "../../src/audit/eventCounts";
import { PSEUDO_R2_DEFINITIONS } from "../../src/audit/pseudoR2Definitions";

const entropy = (events: number, n: number) => events * Math.log(events / n) + (n - events) * Math.log(1 - events / n);
/** A fit so far above the constant alone of so many events, printed. */
const mcFadden = (n: number, events: number, r2: number, decimals = 4) => ({ n, logLik: ((1 - r2) * entropy(events, n)).toFixed(decimals), pseudoR2: r2.toFixed(decimals), slopes: 3 });

it("a constant alone is sure of what all or none do", () => {
  expect([logLikOfEvents(0, 9), logLikOfEvents(9, 9), logLikOfEvents(4, 8), logLikOfEvents(3, 12), logLikOfEvents(9, 12)]).toEqual([0, 0, expect.closeTo(-8 * Math.LN2, 12), expect.closeTo(entropy(3, 12), 12), expect.closeTo(entropy(3, 12), 12)]);
});

describe("the events behind a printed R²", () => {
  it.each([[20, 10], [20, 11], [20, 15], [20, 18], [20, 19], [21, 11], [21, 20], [100, 99], [100, 50]])("of %d people are %d, half and nearly all included", (n, events) => {
    expect(eventCounts("mcFadden", mcFadden(n, events, 0.2))).toEqual([events]);
    expect(eventCounts("mcFadden", mcFadden(n, n - events, 0.2))).toEqual([events]); // the larger of each mirrored two
  });

  it("are all that fit, from the fewest", () => {
    const found = eventCounts("mcFadden", { n: 100, logLik: "-50", pseudoR2: "0.2", slopes: 3 });
    // By hand: −50.5 to −49.5 over a null of 1/(1 − 0.15) to 1/(1 − 0.25) of it, that is −67.3 to −58.2.
    const fits = Array.from({ length: 50 }, (_, i) => 50 + i).filter((events) => entropy(events, 100) >= -50.5 / 0.75 && entropy(events, 100) <= -49.5 / 0.85);
    expect(found).toEqual(fits);
    expect(fits.length).toBeGreaterThan(5);
    expect(eventCounts("mcFadden", { n: 100, logLik: "-80.0", pseudoR2: "0.0", slopes: 3 })).toEqual([]); // below any constant alone
  });

  it("fit where R² charges for the slopes, with or without the constant", () => {
    const none = entropy(60, 100);
    for (const k of [4, 3]) expect(eventCounts("mcFaddenAdjusted", { n: 100, logLik: "-50.0000", pseudoR2: (1 - (-50 - k) / none).toFixed(4), slopes: 3 })).toContain(60);
    expect(eventCounts("mcFaddenAdjusted", { n: 100, logLik: "-50.0000", pseudoR2: (1 - (-50 - 5) / none).toFixed(4), slopes: 3 })).not.toContain(60);
  });
});

describe("the most that R² can reach", () => {
  it.each([[100, 50], [101, 51]])("of %d people is that of %d", (n, even) => {
    const most = attainableR2({ n, logLik: "-60.000", slopes: 3 }, "nearest")!;
    expect(Object.keys(most)).toEqual([...PSEUDO_R2_DEFINITIONS]);
    expect(most.mcFadden).toBeCloseTo(1 + 59.9995 / entropy(even, n), 12);
    expect(most.mcFaddenAdjusted).toBeCloseTo(1 + (59.9995 + 3) / entropy(even, n), 12); // by the slopes alone
    expect(most.horowitz).toBeCloseTo(1 + (59.9995 + 1.5) / entropy(even, n), 12);
  });

  it("is none below n·log ½, and 0 there", () => {
    expect(attainableR2({ n: 100, logLik: "-69.400", slopes: 3 }, "nearest")).toBeUndefined(); // −69.315
    expect(attainableR2({ n: 100, logLik: "-69.315", slopes: 3 }, "nearest")!.mcFadden).toBeCloseTo(0, 5);
    expect(attainableR2({ n: 100, logLik: "-69.316", slopes: 3 }, "nearest")).toBeUndefined();
  });
});

describe("over what share of a log-likelihood's rounding the count fits", () => {
  // Null of 50 in 100: −69.3147; R² 0.20 to the nearest is −55.798 to −55.105 (0.195 and 0.205).
  const fit = (logLik: string) => ({ n: 100, logLik, pseudoR2: "0.20", slopes: 3 });
  const [low, high] = [0.195, 0.205].map((r2) => (1 - r2) * entropy(50, 100));

  it.each(["-55.5", "-56", "-55", "-55.8", "-54", "-57"])("printed %s", (logLik) => {
    const half = 10 ** -(logLik.split(".")[1]?.length ?? 0) / 2;
    const steps = Array.from({ length: 201 }, (_, i) => Number(logLik) - half + (2 * half * i) / 200);
    expect(shareOfLogLik("mcFadden", fit(logLik), 50)).toEqual({ share: expect.closeTo(steps.filter((at) => at >= low && at <= high).length / 201, 12), face: Number(logLik) >= low && Number(logLik) <= high });
  });

  it("is all, some or none", () => {
    expect(["-55.5", "-56", "-50"].map((logLik) => shareOfLogLik("mcFadden", fit(logLik), 50))).toEqual([{ share: 1, face: true }, { share: 60 / 201, face: false }, { share: 0, face: false }]);
    // Counted with the constant only: 1 − (−55.45 − 4)/−69.31 prints 0.14.
    expect(shareOfLogLik("mcFaddenAdjusted", { n: 100, logLik: "-55.4500", pseudoR2: "0.1423", slopes: 3 }, 50)).toEqual({ share: 1, face: true });
  });
});
