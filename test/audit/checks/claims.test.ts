import { describe, expect, it } from "vitest";
import { claims as check } from "../../../src/audit/checks/claims";
import { exampleModel } from "../../../src/audit/exampleTable";
import { Given } from "../../../src/audit/given";
import type { Claim } from "../../../src/published/claims";
import type { PublishedRow } from "../../../src/published/publishedTable";

const row = (term: string, coef: string, se: string, stars = "", names: Partial<PublishedRow> = {}): PublishedRow => ({ term, coef, se, stars, ...names });
const A = exampleModel([row("const", "1.00", "0.10", "***"), row("x", "0.50", "0.20", "**", { label: "亲属", en: "kin" }), row("y", "-0.10", "0.20"), row("w", "0.30", "0.10", "*")], { heading: "North" });
const B = exampleModel([row("x", "0.10", "0.20", "", { label: "亲属", en: "kin" }), row("y", "-0.60", "0.10", "***"), row("w", "0.30", "0.10")]);
const claim = (id: string, about: Partial<Claim>): Claim => ({ id, section: "4.1", hypotheses: [], terms: ["x"], expect: "+", checkable: "table", en: `${id} is so`, zh: `${id}成立`, ...about });
const run = (...all: Claim[]) => check.run(new Given({ models: { m1: A, B } }, { claims: { claims: all }, pairs: [["m1", "B"]] }));
const of = (about: Partial<Claim>) => run(claim("C", about));
const code = "audit(published, { claims }).claims.find(({ id }) => id === \"C\").verdict";

describe("a sentence of the text", () => {
  it("holds where every cell does", () => {
    expect(of({ model: "m1", terms: ["x", "w"] })).toMatchObject({ results: [{ model: "m1", term: null, verdict: "consistent", interval: null, why: "C: C is so. holds (2 of 2 cells).", whyZh: "C：C成立。成立（2 格中 2 格）。" }], needs: [] });
    expect(of({ model: "B", terms: ["y"], expect: "-" }).findings.filter(({ model }) => model !== null)).toEqual([]);
  });

  it("in part where some do: the others are told as they are printed", () => {
    const { results, findings, answer } = of({ model: "m1", terms: ["x", "y", "w"] });
    expect(results).toMatchObject([{ verdict: "cannot-tell", why: "C: C is so. holds in part (2 of 3 cells).", whyZh: "C：C成立。部分成立（3 格中 2 格）。" }]);
    expect(findings[0]).toEqual({
      severity: "note", model: "m1", term: "y", printed: { "m1.y": "-0.10 (0.20)" }, code,
      message: 'C (§4.1), "C is so": holds in part, 2 of 3 cells bear it out. Not so: North y -0.10 (0.20).', messageZh: "C（§4.1）“C成立”：部分成立，3 格中 2 格支持。不符者：North y -0.10 (0.20)。",
    });
    expect(answer[0]).toMatchObject({ id: "C", section: "4.1", en: "C is so", zh: "C成立", verdict: "holds in part", against: [{ model: "m1", term: "y", printed: "-0.10 (0.20)" }] });
  });

  it("or does not follow: of one group, of several, or of one beside another", () => {
    const two = of({ models: ["B", "m1"], terms: ["x", "y"], expect: "-", section: "abstract" });
    expect(two.results[0]).toMatchObject({ model: "B", why: "C: C is so. holds in part (1 of 4 cells)." });
    expect(two.findings).toEqual([{
      severity: "note", model: "B", term: null, printed: { "B.x": "0.10 (0.20)", "m1.x": "0.50** (0.20)", "m1.y": "-0.10 (0.20)" }, code,
      message: 'C (abstract), "C is so": holds in part, 1 of 4 cells bear it out. Not so: B kin 0.10 (0.20); North kin 0.50** (0.20); North y -0.10 (0.20).', messageZh: "C（摘要）“C成立”：部分成立，4 格中 1 格支持。不符者：B 亲属 0.10 (0.20)；North 亲属 0.50** (0.20)；North y -0.10 (0.20)。",
    }]);
    const same = of({ model: "m1", against: "B", terms: ["x"], expect: "same-as" });
    expect(same.findings).toEqual([{
      severity: "note", model: "m1", term: "x", printed: { "m1.x": "0.50** (0.20) / 0.10 (0.20)" }, code,
      message: 'C (§4.1), "C is so": does not follow, 0 of 1 cells bear it out. Not so: North kin 0.50** (0.20) / 0.10 (0.20).', messageZh: "C（§4.1）“C成立”：不能由表得出，1 格中 0 格支持。不符者：North 亲属 0.50** (0.20) / 0.10 (0.20)。",
    }]);
    expect(same.answer[0]).toMatchObject({ differences: [], against: [{ printed: "0.50** (0.20)", compared: "0.10 (0.20)" }] });
    expect(of({ model: "B", terms: "all", expect: "0" }).findings[0]).toMatchObject({ model: "B", term: null, printed: { "B.y": "-0.60*** (0.10)" } }); // of all, not of the one
  });

  it("is none that the table could bear out, and why", () => {
    expect(of({ expect: "description" })).toMatchObject({ results: [{ model: null, verdict: "cannot-tell", why: "C: C is so. not checkable from the table. A description: no coefficient bears on it.", whyZh: "C：C成立。无法由表核对。描述性内容：没有系数与之对应。" }], findings: [] });
    expect(of({ checkable: "microdata", models: ["B"] })).toMatchObject({ results: [{ model: "B", why: "C: C is so. not checkable from the table. Only the microdata could tell." }], findings: [] });
    expect(of({ model: "m1", terms: ["v"] }).results[0].why).toBe("C: C is so. not checkable from the table. The table has no v in m1.");
  });

  it("that the text does not say is told where the table prints it", () => {
    expect(of({ expect: "unsaid", model: "m1", terms: ["x", "w"] }).findings).toEqual([{
      severity: "note", model: "m1", term: null, printed: { "m1.x": "0.50** (0.20)", "m1.w": "0.30* (0.10)" }, code,
      message: "C (§4.1): the text passes over kin 0.50** (0.20), w 0.30* (0.10) in North. A reader of the text alone would not know it.", messageZh: "C（§4.1）：文中未提及 North 的 亲属 0.50** (0.20)、w 0.30* (0.10)。只读正文的读者无从得知。",
    }]);
    expect(of({ expect: "unsaid", model: "B", terms: ["v", "y"] }).findings).toMatchObject([{ model: "B", term: "y", printed: { "B.y": "-0.60*** (0.10)" } }]);
    for (const nothing of [{ model: "m1", terms: ["v"] }, { model: "m1", terms: "all" as const }, { model: null }, {}]) expect(of({ expect: "unsaid", ...nothing }).findings).toEqual([]);
  });

  it("is missed where there is none", () => {
    expect(run()).toEqual({ results: [], findings: [], answer: [], needs: [{ model: null, en: "what the text says of its table (--claims FILE)", zh: "正文对表格的论断（--claims 文件）" }] });
    expect(check.run(new Given({ models: { A } })).needs).toHaveLength(1);
  });
});

describe("sentences on one group", () => {
  // A − B: kin 0.4/√0.08 = 1.41; y 0.5/√0.05 = 2.24, p .025; w 0.
  const rests = (...all: Claim[]) => run(...all).findings.filter(({ model }) => model === null);

  it("are held against the tested difference of their terms from the other group's", () => {
    const { answer } = run(claim("C", { model: "m1", terms: ["x", "y"] }), claim("D", { model: "B", terms: ["y"] }), claim("E", { models: ["B"], terms: ["y"] }));
    expect(answer.map(({ differences }) => differences.map(({ term, z, p, tested }) => [term, z.toFixed(3), p.toFixed(4), tested]))).toEqual([[["x", "1.414", "0.1573", false], ["y", "2.236", "0.0253", true]], [["y", "2.236", "0.0253", true]], []]);
    expect(answer[0].differences.map(({ pHolm }) => pHolm.toFixed(4))).toEqual(["0.3146", "0.0760"]); // of three
  });

  it("rest on it, or on none", () => {
    expect(rests(claim("C", { model: "m1", terms: ["x", "y"] }), claim("D", { model: "m1", terms: ["x"] }), claim("E", { model: "B", terms: ["w", "x"] }), claim("F", { models: ["B"], terms: ["y"] }), claim("G", { model: "B", terms: ["y"], expect: "-" }))).toEqual([{
      severity: "note", model: null, term: null, weight: 30, printed: {}, code: "audit(published, { claims }).claims.map(({ id, differences }) => [id, differences])", reference: expect.stringMatching(/^Gelman & Stern \(2006\)/),
      message: "Of 4 statements on one group, 2 rest on no tested difference between groups (D, E). A difference at .05 stands behind C: y (z = 2.24, p = .025); G: y (z = 2.24, p = .025); Holm's correction is in the table of differences.",
      messageZh: "4 条关于单个组的论断中，2 条没有组间差异检验的支持（D、E）。在 .05 水平上有差异支持的：C: y (z = 2.24, p = .025); G: y (z = 2.24, p = .025)；Holm 校正见组间差异表。",
    }]);
    expect(rests(claim("D", { model: "m1", terms: ["x"] }))).toMatchObject([{ message: "Of 1 statements on one group, 1 rest on no tested difference between groups (D). None has a difference at .05 behind it.", messageZh: "1 条关于单个组的论断中，1 条没有组间差异检验的支持（D）。没有一条在 .05 水平上有差异支持。" }]);
    expect(rests(claim("C", { model: "m1", terms: ["x"], expect: "same-as", against: "B" }), claim("F", { models: ["m1"] }), claim("H", { model: "m1", terms: ["const"] }))).toEqual([]);
    expect(rests(claim("C", { model: "m1", terms: ["x"], expect: "+" }), claim("I", { model: "B", terms: ["x", "y"], expect: "0" }))[0].message).toContain("(C). A difference at .05 stands behind I: y (z = 2.24");
  });
});
