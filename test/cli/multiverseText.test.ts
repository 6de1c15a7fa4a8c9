import { afterEach, describe, expect, it } from "vitest";
import { useLanguage } from "../../src/cli/language";
import { multiverseText } from "../../src/cli/multiverseText";
import { curvesOf } from "../../src/multiverse/curves";
import type { Outcome } from "../../src/multiverse/fitUniverses";
import { flipOf } from "../../src/multiverse/flips";
import type { Multiverse } from "../../src/multiverse/runMultiverse";
import type { Spec } from "../../src/multiverse/spec";

afterEach(() => useLanguage(undefined));

const spec = { title: { en: "A multiverse", zh: "多重宇宙" } } as Spec;
const universe = (options: Record<string, string>, estimate: number, p: number, change: object = {}): Outcome => ({ model: "M4", term: "x", options, paper: false, status: "fitted", estimate, standardError: 1, p, stars: p < 0.01 ? "***" : p < 0.05 ? "**" : p < 0.1 ? "*" : "", likelihood: `l${estimate}`, ...change }) as unknown as Outcome;
const refused = (options: Record<string, string>, why: string, change: object = {}): Outcome => ({ model: "M4", term: "x", options, paper: false, status: "refused", why: { en: why, zh: `拒：${why}` }, ...change }) as unknown as Outcome;
const outcomes = [
  universe({ a: "0", b: "0" }, 1.2, 0.001, { paper: true }), universe({ a: "1", b: "0" }, 0.4, 0.2), universe({ a: "0", b: "1" }, -0.3, 0.02), universe({ a: "2", b: "0" }, 0.2, 0.4), universe({ a: "1", b: "1" }, 0.6, 0.04), universe({ a: "3", b: "0" }, 0.6, 0.04), refused({ a: "2", b: "1" }, "rare"), refused({ a: "3", b: "1" }, "separated"), refused({ a: "4", b: "1" }, "separated"),
  refused({ a: "0", b: "0" }, "separated", { term: "w", paper: true }), universe({ a: "1", b: "0" }, 2.5, 0.07, { term: "v", paper: true }),
];
const result = (change: Partial<Multiverse> = {}): Multiverse => {
  const curves = curvesOf(outcomes);
  return { universes: outcomes, curves, flips: curves.map(flipOf), tests: [], importance: { estimate: [{ decision: "a", share: 0.6543, standardError: 0.0005 }, { decision: "b", share: 0.1, standardError: 0.00049 }], verdict: [{ decision: "a", share: 0.3 }, { decision: "b", share: 0.0004 }] }, influence: [], places: new Map(), stopped: false, ...change } as unknown as Multiverse;
};
const told = (language: "en" | "zh", change?: Partial<Multiverse>, more: Partial<Parameters<typeof multiverseText>[2]> = {}) => {
  useLanguage(language);
  return multiverseText(spec, result(change), { seconds: 1.26, workers: 2, synthetic: false, ...more }).split("\n").map((line) => line.trim().split(/\s{2,}/));
};

describe("a multiverse for a terminal", () => {
  it("has a row for each curve: the paper's own, the distinct ones' middle, ends and shares, and what turns the verdict", () => {
    const lines = told("en");
    expect(lines.slice(0, 3)).toEqual([["A multiverse"], [""], ["model", "term", "universes", "refused", "distinct", "paper", "median", "from", "to", "p < 0.05", "supported", "changes to turn"]]);
    // distinct 1.2, 0.4, −0.3, 0.2, 0.6: p < .05 of three of five, positive and starred two of five
    expect(lines[3]).toEqual(["M4", "x", "9", "3", "5", "1.200***", "0.400", "-0.300", "1.200", "60%", "40%", "1: a=1; b=1; 1 more"]);
    expect(lines[4]).toEqual(["M4", "w", "1", "1", "0", "refused", "none turns it"]);
    expect(lines[5]).toEqual(["M4", "v", "1", "0", "1", "2.500*", "2.500", "2.500", "2.500", "0%", "100%", "none turns it"]);
    expect(lines[7][0]).toMatch(/^11 universes: 7 fitted, 4 refused\. distinct: each likelihood once/);
  });

  it("tells what decisions account for, with an error that is no nought, and why universes were refused", () => {
    const lines = told("en");
    expect(lines).toContainEqual(["decision", "share of the estimate's variance", "of the verdict's"]);
    expect(lines).toContainEqual(["a", "0.654 ± 0.001", "0.300"]);
    expect(lines).toContainEqual(["b", "0.100", "0.000"]);
    expect(lines.slice(-6)).toEqual([[""], ["Refused:"], ["3 × separated"], ["1 × rare"], [""], ["1.3 s, 2 workers"]]);
    expect(told("en", { universes: [outcomes[0]] }, { workers: 1, seconds: 61 }).slice(-3)).toEqual([expect.anything(), [""], ["61.0 s, 1 worker"]]);
    expect(told("en", { universes: [outcomes[0]] }).flat()).not.toContain("Refused:");
  });

  it("tells the null where it was drawn, and a stand-in wherever it is one", () => {
    const tests = (["median", "shareSignificant", "shareOfSign", "max"] as const).map((statistic, i) => ({ model: "M4", term: "x", statistic, observed: 1.23456 + i, p: 0.01234, draws: 500, failed: 3, undrawn: 2 }));
    const lines = told("en", { tests }, { synthetic: true });
    expect(lines.slice(0, 3)).toEqual([["A multiverse"], ["Synthetic stand-in: no evidence about anybody"], [""]]);
    expect(lines).toContainEqual(["model", "term", "statistic", "observed", "p under the null", "draws", "failed", "not drawn"]);
    expect(lines).toContainEqual(["M4", "x", "share significant", "2.235", "0.0123", "500", "3", "2"]);
    expect(lines.flat().some((text) => text.startsWith("Null: parametric bootstrap"))).toBe(true);
    expect(told("en").flat().some((text) => text.startsWith("Null:"))).toBe(false);
    expect(told("zh", { tests }).filter(([model, term]) => model === "M4" && term === "x").map((cells) => cells[2])).toEqual(["9", "中位数", "显著比例", "同号比例", "最大 |z|"]);
  });

  it("shows both of two changes that turn a verdict, and shares by whole percents", () => {
    // Of three distinct two are significant: 66.7%.
    const three = [universe({ a: "0", b: "0" }, 1, 0.001, { paper: true }), universe({ a: "1", b: "0" }, -2, 0.001), universe({ a: "0", b: "1" }, -3, 0.5)];
    const curves = curvesOf(three);
    expect(told("en", { universes: three, curves, flips: curves.map(flipOf) })[3].slice(-3)).toEqual(["67%", "33%", "1: a=1; b=1"]);
    expect(told("en", { universes: three }).flat().filter((text) => /^(LMG|Influence of an option)/.test(text))).toHaveLength(2);
  });

  it("in Chinese all of it is", () => {
    const lines = told("zh", undefined, { synthetic: true });
    expect(lines.slice(0, 4)).toEqual([["多重宇宙"], ["合成替代数据：不能作为实证依据"], [""], ["模型", "变量", "设定数", "拒绝", "互异", "论文", "中位数", "最小", "最大", "p < 0.05", "支持", "改变结论所需改动"]]);
    expect(lines[4].at(-1)).toBe("1: a=1; b=1; 另有 1 组");
    expect(lines[5]).toEqual(["M4", "w", "1", "1", "0", "拒绝", "没有能改变者"]);
    expect(lines[8][0]).toMatch(/^共 11 个设定：拟合 7 个，拒绝 4 个。/);
    expect(lines.slice(-5)).toEqual([["拒绝拟合："], ["3 × 拒：separated"], ["1 × 拒：rare"], [""], ["1.3 秒，2 个线程"]]);
  });
});
