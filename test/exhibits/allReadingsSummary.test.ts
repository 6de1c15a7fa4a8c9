import { describe, expect, it } from "vitest";
import type { ReadingUniverse } from "../../src/exhibits/allReadings";
import { ALL_READINGS, allReadingsNote, signed, summariesOf, summaryWords, type ReadingsSummary } from "../../src/exhibits/allReadingsSummary";
import { misplaced, pairs } from "../languages";

const of = (likelihood: string, estimate: number | null, supported: boolean | null, more: Partial<ReadingUniverse> = {}): ReadingUniverse =>
  ({ hypothesis: "H1", group: "south", model: "M3", paper: false, changes: [`a=${likelihood}`], likelihood, estimate, stars: "*", supported, ...more });
const why = (en: string) => ({ en, zh: `${en}（中）` });

describe("what all readings say of a hypothesis", () => {
  it("counts each likelihood once, by the first of it, and each refusal", () => {
    const universes = [
      of("p", 0.5, true, { paper: true, changes: [], stars: "**" }), of("q", -0.25, false), of("p", 0.75, false, { changes: ["b=1"] }), of("r", 0.125, true, { changes: ["a=1", "b=2"] }), of("s", 0.25, false, { changes: ["a=1", "b=3"] }),
      of("-", null, null, { reason: why("separated") }), of("-", null, null, { reason: why("constant") }), of("-", null, null, { reason: why("separated") }), of("t", 2, false, { hypothesis: "H2" }),
    ];
    expect(summariesOf([{ universes: universes.slice(0, 3) }, { universes: universes.slice(3) }])).toEqual([
      {
        hypothesis: "H1", group: "south", model: "M3", paper: { estimate: 0.5, stars: "**", supported: true }, distinct: 4, refused: 3, standing: 2, from: -0.25, to: 0.5,
        turnedBy: ["a=q", "b=1"], reasons: [{ reason: why("separated"), count: 2 }, { reason: why("constant"), count: 1 }],
      },
      { hypothesis: "H2", group: "south", model: "M3", paper: null, distinct: 1, refused: 0, standing: 0, from: 2, to: 2, turnedBy: [], reasons: [] },
    ]);
  });

  it("has no verdict to turn where the paper's own readings were refused", () => {
    const [summary] = summariesOf([{ universes: [of("-", null, null, { paper: true, reason: why("separated") }), of("q", 1, true), of("r", 2, false, { group: "south" })] }]);
    expect(summary).toMatchObject({ paper: null, distinct: 2, refused: 1, standing: 0, turnedBy: [] });
    expect(summariesOf([{ universes: [of("q", 1, true), of("r", 2, false, { group: "north" })] }]).map(({ group }) => group)).toEqual(["south", "north"]);
    expect(summariesOf([])).toEqual([]);
  });
});

describe("a summary in words", () => {
  const summary: ReadingsSummary = { hypothesis: "H1", group: "south", model: "M3", paper: { estimate: -0.1234, stars: "**", supported: false }, distinct: 8, refused: 2, standing: 5, from: -0.5, to: 1, turnedBy: ["a=1", "b=2"], reasons: [] };

  it("says verdict, share, range, what turns it and what was refused", () => {
    expect(summaryWords(summary, "en")).toEqual({ paper: "✗ −0.123**", standing: "stands in 63% of 8", range: "−0.500 to 1.000", turnedBy: "turned by a=1, b=2", refused: "2 refused" });
    expect(summaryWords(summary, "zh")).toEqual({ paper: "✗ −0.123**", standing: "8 种中 63% 结论不变", range: "−0.500 至 1.000", turnedBy: "改变结论者：a=1、b=2", refused: "2 种拒绝拟合" });
    expect(summaryWords({ ...summary, paper: { estimate: 0.5, stars: "", supported: true } }, "zh").paper).toBe("✓ 0.500");
  });

  it("says nothing of what there is none of", () => {
    const none = { ...summary, paper: null, turnedBy: [], refused: 0 };
    expect(summaryWords(none, "en")).toEqual({ paper: "refused", standing: "–", range: "−0.500 to 1.000", turnedBy: "", refused: "" });
    expect(summaryWords({ ...none, distinct: 0 }, "zh")).toEqual({ paper: "拒绝拟合", standing: "–", range: "", turnedBy: "", refused: "" });
    expect(summaryWords({ ...summary, distinct: 0 }, "en")).toMatchObject({ standing: "–", range: "" });
    expect(summaryWords({ ...summary, refused: 1, turnedBy: ["a=1"] }, "en")).toMatchObject({ turnedBy: "turned by a=1", refused: "1 refused" });
    expect(summaryWords({ ...summary, distinct: 1, standing: 1 }, "en")).toMatchObject({ standing: "stands in 100% of 1", range: "−0.500 to 1.000" });
  });

  it.each([[0, 1000, "0%"], [1, 1000, "< 1%"], [4, 1000, "< 1%"], [5, 1000, "1%"], [14, 1000, "1%"], [15, 1000, "2%"], [995, 1000, "> 99%"], [996, 1000, "> 99%"], [994, 1000, "99%"], [1000, 1000, "100%"]])("%i of %i stand: %s", (standing, distinct, share) => {
    expect(summaryWords({ ...summary, standing, distinct }, "en").standing).toBe(`stands in ${share} of ${distinct}`);
  });

  it("writes a coefficient with a minus", () => {
    expect([-0.5, 0.0004, 12.3456].map(signed)).toEqual(["−0.500", "0.000", "12.346"]);
  });

  it("is followed by what is to be known: how many, what counts, what was refused and not varied", () => {
    const counts = "Each likelihood counts once. A verdict stands where it is the one under the paper's own readings; the range is of the coefficients.";
    expect(allReadingsNote({ of: 9, leftOut: [] }, [], "en")).toBe(`9 choices of readings: the paper's own (marked), every other choice by itself, and every two together. ${counts} Nothing was refused.`);
    expect(allReadingsNote({ of: 9, leftOut: ["x", "y"] }, [summary, { ...summary, refused: 3 }], "en")).toBe(
      `9 choices of readings: the paper's own (marked), every other choice by itself, and every two together. ${counts} Refused and counted: 5 fits. Not varied, since no coefficient depends on them: x, y.`);
    expect(allReadingsNote({ of: 9, leftOut: ["x", "y"] }, [summary], "zh")).toBe(
      "共 9 种编码组合：论文自己的（已标出）、每次只改一项、每次改两项。似然相同者只计一次。“结论不变”指与论文自己的编码方案所得判定相同；范围为系数的范围。拒绝拟合（已计入）：2 次。以下各项不影响系数，未变动：x、y。");
    expect(allReadingsNote({ of: 9, leftOut: ["x"] }, [{ ...summary, refused: 1 }], "en")).toMatch(/: 1 fits\. Not varied, since no coefficient depends on them: x\.$/);
    expect(allReadingsNote({ of: 9, leftOut: [] }, [], "zh")).toMatch(/没有拒绝拟合的组合。$/);
  });

  it("has buttons and states in each language", () => {
    expect(misplaced(pairs(ALL_READINGS, "all readings")).filter(({ zh }) => zh !== "/")).toEqual([]);
  });
});
