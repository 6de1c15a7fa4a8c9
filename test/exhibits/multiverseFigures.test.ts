import { describe, expect, it } from "vitest";
import { specificationCurveFigure } from "../../src/exhibits/specificationCurve";
import { universeRecord, universesMeta } from "../../src/exhibits/universeRecords";
import { verdictSharesFigure } from "../../src/exhibits/verdictShares";
import type { Curve } from "../../src/multiverse/curves";
import type { FittedUniverse, Outcome } from "../../src/multiverse/fitUniverses";
import type { Spec } from "../../src/multiverse/spec";
import { rounded } from "../display/figures/rounded";

const option = (id: string, paper: boolean, kind = "notEquivalent") => ({ id, paper, kind, reason: { en: "由", zh: "由" }, source: `§${id}`, when: {} });
const decision = (id: string) => ({ id, en: `${id} in words`, zh: `${id}项`, options: [option("o", true, "equivalent"), option("v", false), option("w", false, "uncertain")] });
const spec = { decisions: ["a", "b", "c", "d", "e"].map(decision) } as unknown as Spec;
const own = { a: "o", b: "o", c: "o", d: "o", e: "o" };
const universe = (id: string, estimate: number, standardError: number, stars: string, options: object, more: object = {}) =>
  ({ id, model: "M1", term: "kin", status: "fitted", paper: false, estimate, standardError, p: 0.04, stars, n: 590, likelihood: id, options: { ...own, ...options }, ...more }) as unknown as FittedUniverse;
const distinct = [
  universe("third", 1, 0.5, "*", { a: "v", b: "v", c: "v" }, { p: 0.03, n: 400 }), universe("own", 0.5, 0.25, "**", {}, { paper: true, p: 0.02 }), universe("first", -0.25, 0.125, "", { a: "w" }, { df: 10, p: 0.5, n: 500 }),
  universe("last", 2, 0.5, "", { a: "v", b: "v", c: "v", d: "v" }, { p: 0.6, n: 300 }),
];
const refused = { ...universe("refused", 0, 0, "", {}), status: "refused", reason: "separated", why: { en: "", zh: "" } } as unknown as Outcome;
const curve: Curve = { model: "M1", term: "kin", distinct, universes: [...distinct, refused, refused, distinct[0]], counted: { fitted: 5, refused: 2, sameLikelihood: 1 } };
const terms = [{ name: "self", label: { en: "self", zh: "自行" } }, { name: "kin", label: { en: "kin", zh: "亲缘" } }];

describe("the specification curve of a multiverse", () => {
  it("has each universe's interval by what its p is by, what it departs in, and a row for each option that is taken", () => {
    const { id, title, data, layout, words } = specificationCurveFigure(spec, curve, terms, { synthetic: false });
    expect([id, title]).toEqual(["curve-M1-kin", { en: "kin in M1: every defensible choice", zh: "M1中的亲缘：每一种可辩护的选择" }]);
    // 1.959964 · 0.25 and 0.5; Student's t on 10 degrees of freedom, 2.228139 · 0.125.
    expect(rounded(data.slice(0, 2))).toMatchObject([
      { x: [1, 2], y: [0.5, 1], error_y: { array: [0.489990996, 0.979981992], arrayminus: [0.489990996, 0.979981992] } },
      { x: [0, 3], y: [-0.25, 2], error_y: { array: [0.278517356, 0.979981992], arrayminus: [0.278517356, 0.979981992] } },
    ]);
    const said = (name: string, kind = "not equivalent / 不等价") => `<b>${name}</b> (${kind})`;
    expect(data[0].hovertext).toEqual(["0.500** (0.250), n = 590", `1.000* (0.500), n = 400<br>${["a=v", "b=v", "c=v"].map((name) => `${said(name)}<br>由`).join("<br>")}`]);
    expect(data[1].hovertext).toEqual([`-0.250 (0.125), n = 500<br>${said("a=w", "uncertain / 不确定")}<br>由`, `2.000 (0.500), n = 300<br>${["a=v", "b=v", "c=v", "d=v"].map((name) => said(name)).join("<br>")}<br>reasons: in its table / 理由见其表`]);
    expect(layout.yaxis2).toMatchObject({ ticktext: ["a=o * / a项", "a=v / a项", "a=w / a项", "b=o * / b项", "b=v / b项", "c=o * / c项", "c=v / c项", "d=o * / d项", "d=v / d项"] });
    // By column: own has the first option of each; "first" the third of a.
    expect(data.at(-1)!.y).toEqual([0, 0, null, 1, 1, null, 2, 2, null, 3, 3, null, 4, 4, null, 5, 5, null, 6, 6, null, 7, 7, null, 8, 8, null]);
    expect(data.at(-1)!.x).toEqual([0.5, 1.5, null, 1.5, 3.5, null, -0.5, 0.5, null, -0.5, 1.5, null, 1.5, 3.5, null, -0.5, 1.5, null, 1.5, 3.5, null, -0.5, 2.5, null, 2.5, 3.5, null]);
    expect(words.en.split("\n")).toEqual(["kin in M1: every defensible choice", "7 universes: 4 distinct ones in the curve, 1 with the likelihood of one of them, 2 refused; * the paper's option", "the paper's own: 0.500 [0.010, 0.990], 2 of 4 from the smallest"]);
    expect(words.zh.split("\n")[1]).toBe("共7个设定：图中4个互异，1个与其似然相同，2个拒绝拟合；* 为论文的选择");
    expect((data[0].customdata as object[])[0]).toEqual({ id: "own", n: 590, estimate: 0.5, standardError: 0.25, p: 0.02, stars: "**", options: [0, 0, 0, 0, 0] });
    expect(specificationCurveFigure(spec, { ...curve, term: "age" }, terms, { synthetic: false }).title.zh).toBe("M1中的age：每一种可辩护的选择");
  });

  it("has the null band of its own model and term, in the columns that were drawn", () => {
    const bands = [{ model: "M2", term: "kin", critical: 9 }, { model: "M1", term: "self", critical: 9 }, { model: "M1", term: "kin", critical: 2.25 }];
    const tested = (adjusted: Map<string, number>) => ({ tested: { bands, adjusted } as never });
    const some = specificationCurveFigure(spec, curve, terms, { synthetic: false }, tested(new Map([["own", 0.2], ["first", 0.3]])));
    expect(rounded([data0(some).x, data0(some).y])).toEqual([[-0.5, 0.5, 0.5, 1.5, 1.5, 0.5, 0.5, -0.5], [0.28125, 0.28125, 0.5625, 0.5625, -0.5625, -0.5625, -0.28125, -0.28125]]);
    const said = "null band: without any effect, the largest |z| of all universes stays below 2.25 in 95% of draws; an estimate beyond it has an adjusted p of at most .05";
    expect(some.words.en.split("\n")[2]).toBe(`${said}; 2 of them (imputed answers or partial proportional odds) are not drawn under the null and have no band`);
    const all = specificationCurveFigure(spec, curve, terms, { synthetic: false }, tested(new Map(distinct.map(({ id }) => [id, 0.5]))));
    expect(all.words.en.split("\n")[2]).toBe(said);
    expect(all.words.zh.split("\n")[2]).toBe("零假设带：若毫无影响，全部设定中最大的 |z| 在95%的抽样中低于2.25；超出此带者校正后 p 不大于.05");
    expect((all.data[2].customdata as { adjustedP: number }[])[0].adjustedP).toBe(0.5);
    const none = specificationCurveFigure(spec, { ...curve, model: "M9" }, terms, { synthetic: false }, tested(new Map()));
    expect(none.words.en).not.toContain("null band");
  });
  const data0 = ({ data }: { data: readonly object[] }) => data[0] as { x: number[]; y: number[] };

  it("may be sorted by p, n or a decision's options first, and by nothing else", () => {
    const order = (sortBy: string) => {
      const { data, words } = specificationCurveFigure(spec, curve, terms, { synthetic: false }, { sortBy });
      const placed = data.slice(0, 2).flatMap(({ x, customdata }) => (x as number[]).map((at, i) => [at, (customdata as { id: string }[])[i].id] as const));
      return [placed.sort(([a], [b]) => a - b).map(([, name]) => name), words.zh.split("\n")[2]];
    };
    expect(order("p")).toEqual([["own", "third", "first", "last"], "各设定按p 值、再由小到大排列"]);
    expect(order("n")).toEqual([["last", "third", "first", "own"], "各设定按样本量、再由小到大排列"]);
    expect(order("a")).toEqual([["own", "third", "last", "first"], "各设定按a项、再由小到大排列"]);
    expect(order("e")[0]).toEqual(["first", "own", "third", "last"]);
    expect(() => order("z")).toThrow('sortBy: there is nothing "z" to sort by (expected p, n, a, b, c, d, e). Nothing was drawn.');
  });

  it("carries its universes' tables: decisions with their options, and each universe by places", () => {
    expect(universesMeta({ ...spec, decisions: spec.decisions.slice(0, 1) }, { en: "U", zh: "设" }, true)).toEqual({
      universes: { en: "U", zh: "设" }, synthetic: true,
      decisions: [{ id: "a", en: "a in words", zh: "a项", options: [
        { id: "o", paper: true, en: "由", zh: "由", ground: "§o", kind: { en: "equivalent", zh: "等价" } }, { id: "v", paper: false, en: "由", zh: "由", ground: "§v", kind: { en: "not equivalent", zh: "不等价" } },
        { id: "w", paper: false, en: "由", zh: "由", ground: "§w", kind: { en: "uncertain", zh: "不确定" } },
      ] }],
    });
    expect(universesMeta(spec, { en: "U", zh: "设" }, false)).not.toHaveProperty("synthetic");
    expect(universeRecord(spec, distinct[2], 0)).toEqual({ id: "first", n: 500, estimate: -0.25, standardError: 0.125, p: 0.5, stars: "", adjustedP: 0, options: [2, 0, 0, 0, 0] });
    expect(universeRecord(spec, distinct[2], undefined)).not.toHaveProperty("adjustedP");
  });
});

describe("in which share of the universes a hypothesis holds", () => {
  const groups = [{ id: "south", label: { en: "South", zh: "南" }, where: {} }, { id: "all", label: { en: "All", zh: "全" }, where: {} }, { id: "none", label: { en: "None", zh: "无" }, where: {} }];
  const hypothesis = (id: string, term: string, decidedBy: object[]) => ({ id, term, claim: { en: `claim ${id}`, zh: `${id}论断` }, decidedBy });
  const hypotheses = [
    hypothesis("H1", "kin", [{ group: "all", model: "M4" }, { group: "south", model: "M1" }]), hypothesis("H2", "self", [{ group: "south", model: "M1" }]), hypothesis("H3", "absent", [{ group: "south", model: "M1" }]), hypothesis("H4", "odd", [{ group: "all", model: "M5" }]),
  ];
  const refusedOwn = { ...refused, paper: true } as Outcome;
  const curves: Curve[] = [
    curve, { ...curve, model: "M4", distinct: distinct.slice(1, 2), universes: distinct.slice(1, 2), counted: { fitted: 1, refused: 0, sameLikelihood: 0 } },
    { ...curve, term: "self", distinct: distinct.slice(2), universes: [...distinct.slice(2), refusedOwn], counted: { fitted: 2, refused: 1, sameLikelihood: 0 } },
    { ...curve, model: "M5", term: "odd", distinct: [], universes: [refusedOwn], counted: { fitted: 0, refused: 1, sameLikelihood: 0 } },
  ];

  it("shows it by hypothesis and group, with the paper's own beneath, and counts what was refused", () => {
    const figure = verdictSharesFigure(curves, { groups, hypotheses, terms } as never, { synthetic: false });
    expect(figure.layout.xaxis).toMatchObject({ ticktext: ["South (M1)<br>南（M1）", "All (M4, M5)<br>全（M4, M5）"] });
    expect(figure.layout.yaxis).toMatchObject({ ticktext: ["H1 kin<br>H1 亲缘", "H2 self<br>H2 自行", "H4 claim H4<br>H4 H4论断"] });
    expect(figure.data[4]).toMatchObject({ x: [0, 1, 0], y: [0, 0, 1], text: ["50%<br>✓ 0.500**", "100%<br>✓ 0.500**", "0%<br>?"] });
    expect(figure.words.en.split("\n").slice(1)).toEqual([
      "✓ supported by the paper's own universe: positive and starred; – not. Shares are of the distinct universes that could be fitted.", "12 universes in all, 4 of them refused",
      "H1 kin: South (M1) 50% (2 of 4, 2 refused; ✓ 0.500**); All (M4, M5) 100% (1 of 1; ✓ 0.500**)", "H2 self: South (M1) 0% (0 of 2, 1 refused; the paper's own was refused); All (M4, M5) none", "H4 claim H4: South (M1) none; All (M4, M5) none",
    ]);
    expect(figure.words.zh.split("\n").slice(1)).toEqual([
      "✓ 论文自身的设定支持：系数为正且带星号；– 不支持。比例以可拟合的互异设定为分母。", "共12个设定，其中4个拒绝拟合",
      "H1 亲缘：南（M1） 50% （2/4，2个拒绝拟合；✓ 0.500**）；全（M4, M5） 100% （1/1；✓ 0.500**）", "H2 自行：南（M1） 0% （0/2，1个拒绝拟合；论文自身的设定拒绝拟合）；全（M4, M5） 无", "H4 H4论断：南（M1） 无；全（M4, M5） 无",
    ]);
  });

  it("says of the paper's own where it does not support, to the places that its size asks for", () => {
    const small = { ...distinct[1], estimate: -0.00042, stars: "*" };
    const figure = verdictSharesFigure([{ ...curve, universes: [distinct[0], small], distinct: [distinct[0], small] }], { groups, hypotheses: hypotheses.slice(0, 1), terms: [] } as never, { synthetic: false });
    expect(figure.data[4].text).toEqual(["50%<br>– -0.00042*"]);
    expect(figure.words.en.split("\n")[3]).toBe("H1 claim H1: South (M1) 50% (1 of 2, 2 refused; – -0.00042*)");
  });
});
