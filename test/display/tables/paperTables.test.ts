import { describe, expect, it } from "vitest";
import { claimsTable } from "../../../src/display/tables/claimsTable";
import { descriptiveTable } from "../../../src/display/tables/descriptiveTable";
import { flowTable } from "../../../src/display/tables/flowTable";
import { plainTable } from "../../../src/display/tables/plainTable";
import { regressionTable } from "../../../src/display/tables/regressionTable";
import type { Cell } from "../../../src/display/table";
import { termTable } from "../../../src/display/tables/termTable";
import { thresholdGroup } from "../../../src/display/tables/thresholdGroup";
import { verdictTable } from "../../../src/display/tables/verdictTable";
import type { JudgedClaim } from "../../../src/published/judgeClaims";
import type { Verdict } from "../../../src/study/verdicts";
import { smallPublished, smallResult } from "../smallStudy";

const title = { en: "t", zh: "表" };
const notes = [{ en: "mine", zh: "我的" }];
const STARS = { en: "*** p < 0.01, ** p < 0.05, * p < 0.1 (two-sided, from the unrounded p)", zh: "*** p < 0.01，** p < 0.05，* p < 0.1（双侧，按未四舍五入的 p）" };
const estimate = { en: "estimate", zh: "系数" };
const standardError = { en: "standard error", zh: "标准误" };
const empty = { text: "" };

describe("cut points", () => {
  const base = smallResult();
  const result = {
    ...base,
    fits: {
      ...base.fits, O3: { ...base.fits.O3, thresholds: [{ between: "1|2", estimate: -0.5, standardError: 0.041 }, { between: "2|3", estimate: 1.5, standardError: 0.25 }] },
      O4: { ...base.fits.O3, thresholds: [{ between: "2|3", estimate: 2, standardError: 0.5 }, { between: "3|4", estimate: 3, standardError: 0.00041 }] },
    },
  };
  const number = (value: number, parentheses?: true) => ({ number: value, format: { decimals: 5, ...(parentheses && { parentheses }) } });
  const label = { en: "cut points: P(y ≤ j) = logit⁻¹(θ − xβ)", zh: "切点：P(y ≤ j) = logit⁻¹(θ − xβ)" };

  it("stand one below the other with their standard errors, in the refitted one of three columns or in the only one", () => {
    for (const hasPrint of [true, false]) {
      const cells = (...refitted: Cell[]) => refitted.flatMap((cell) => (hasPrint ? [empty, cell, empty] : [cell]));
      expect(thresholdGroup(["O3", "M3", "O4", "none"], result, hasPrint)).toEqual([{
        label,
        rows: [
          { header: "1|2", cells: cells(number(-0.5), empty, empty, empty) },
          { header: standardError, continues: true, cells: cells(number(0.041, true), empty, empty, empty) },
          { header: "2|3", cells: cells(number(1.5), empty, number(2), empty) },
          { header: standardError, continues: true, cells: cells(number(0.25, true), empty, number(0.5, true), empty) },
          { header: "3|4", cells: cells(empty, empty, number(3), empty) },
          { header: standardError, continues: true, cells: cells(empty, empty, number(0.00041, true), empty) },
        ],
      }]);
    }
  });

  it("are no group where no model has any", () => {
    expect(thresholdGroup(["M3", "none"], result, true)).toEqual([]);
  });
});

describe("one term in several models", () => {
  const result = { ...smallResult(), fits: { M3: smallResult().fits.M3 } };
  const effects = { M3: { estimate: 0.1212, lower: -0.0021, upper: 0.02 }, X: { estimate: 1, lower: 0, upper: 2 } };

  it("has print, estimate, odds ratio, effect, p and stars by column, each with decimals of its own", () => {
    expect(termTable({ id: "t", term: "education", result, published: smallPublished, effects, notes })).toEqual({
      kind: "table", id: "t", synthetic: true, madeFrom: undefined,
      title: { en: "education across models", zh: "教育程度：各模型比较" }, stub: { en: "model", zh: "模型" },
      columnGroups: [{
        columns: [
          { header: { en: "printed (SE)", zh: "原文（标准误）" }, role: "printed" }, { header: estimate, role: "refitted" }, { header: standardError, role: "refitted" }, { header: { en: "odds ratio [95%]", zh: "优势比 [95%]" }, role: "refitted" },
          { header: { en: "average marginal effect [95%]", zh: "平均边际效应 [95%]" }, role: "refitted" }, { header: { en: "p", zh: "p 值" }, role: "refitted" }, { header: { en: "stars", zh: "星号" }, role: "refitted" },
        ],
      }],
      rowGroups: [{
        rows: [
          {
            header: { en: "Model 3", zh: "模型3" },
            cells: [
              { text: "0.547** (0.269)", place: { model: "M3", term: "education" } }, { number: 0.61, format: { decimals: 3 } }, { number: 0.2690001, format: { decimals: 3 } },
              { number: Math.exp(0.61), format: { decimals: 3 }, interval: [Math.exp(0.61 - 1.96 * 0.2690001), Math.exp(0.61 + 1.96 * 0.2690001)] },
              { number: 0.1212, format: { decimals: 4 }, interval: [-0.0021, 0.02] }, // a quarter of the interval is 0.0055
              { number: 0.0496, format: { decimals: 3, floor: true } }, { text: "**" },
            ],
          },
          {
            header: { en: "Table 3: South", zh: "表3：南方组" },
            cells: [{ text: "0.042 (0.269)", place: { model: "O3", term: "education" } }, { text: { en: "not fitted", zh: "未拟合" } }, empty, empty, empty, empty, empty],
          },
        ],
      }],
      notes: [
        STARS,
        { en: "Odds ratio: e to the coefficient. An ordered model's is for a higher level of the outcome.", zh: "优势比：系数的指数；定序模型中指结果处于更高等级。" },
        { en: "Average marginal effect: on the probability, averaged over the sample; 0/1 variables from 0 to 1.", zh: "平均边际效应：对概率的影响，在样本上平均；0/1 变量由 0 变为 1。" },
        ...notes,
      ],
    });
  });

  it("is as short as what is given: no print, no effects, one model", () => {
    const table = termTable({ id: "t", term: "age2", result, models: ["M3", "O3"], title });
    expect(table.title).toBe(title);
    expect(table.columnGroups[0].columns.map((column) => Object.keys(column))).toEqual(Array.from({ length: 5 }, () => ["header"]));
    expect(table.rowGroups[0].rows.map(({ header, cells }) => [header, cells.length])).toEqual([[{ en: "Model 3", zh: "模型3" }, 5], [expect.anything(), 5]]);
    expect(table.rowGroups[0].rows[0].cells[0]).toEqual({ number: -0.00014, format: { decimals: 6 } });
    expect(table.notes).toHaveLength(2);
    expect(() => termTable({ id: "t", term: "constant of nobody", result, published: smallPublished })).toThrow('termTable: "constant of nobody" is not known');
    expect(() => termTable({ id: "t", term: "age2", result, models: ["M3", "M9"] })).toThrow("study small: model M9 was not run");
    const lacking = { ...result, study: { ...result.study, terms: [...result.study.terms, { name: "own", label: title }] } };
    expect(termTable({ id: "t", term: "own", result: lacking, models: ["M3"] }).rowGroups[0].rows[0].cells[0]).toEqual({ text: { en: "not in the model", zh: "模型中无此项" } });
  });

  it("takes the narrowest interval of its effects for the decimals", () => {
    const narrow = { ...effects, O3: { estimate: 0.5, lower: 0.49, upper: 0.4901 } };
    expect(termTable({ id: "t", term: "education", result: smallResult(), effects: narrow }).rowGroups[0].rows.map(({ cells }) => cells[3])).toMatchObject([{ format: { decimals: 6 } }, { number: 0.5, format: { decimals: 6 } }]);
  });
});

it("a plain table takes texts, labels and cells alike, and says where its numbers come from if it is told", () => {
  const input = { id: "p", title, stub: "s", columns: ["a", { en: "b", zh: "乙" }, "c"], rows: [["r", "text", { en: "e", zh: "中" }, { number: 1, format: { decimals: 0 } }]], synthetic: true } as const;
  const table = { kind: "table", id: "p", title, stub: "s", synthetic: true, madeFrom: undefined, notes: [], columnGroups: [{ columns: [{ header: "a" }, { header: { en: "b", zh: "乙" } }, { header: "c" }] }], rowGroups: [{ rows: [{ header: "r", cells: [{ text: "text" }, { text: { en: "e", zh: "中" } }, { number: 1, format: { decimals: 0 } }] }] }] };
  expect(plainTable(input)).toEqual(table);
  expect(plainTable({ ...input, notes, provenance: title })).toEqual({ ...table, notes, provenance: title });
});

describe("verdicts on hypotheses", () => {
  const base = smallResult(false);
  const decided = (model: string, estimated: number | null, supported: boolean | null, level = ""): Omit<Verdict, "hypothesis" | "group"> => ({ model, estimate: estimated, standardError: 0.1, p: 0.05, supported, level });
  const group = (id: string, en: string, zh: string) => ({ id, label: { en, zh }, where: {} });
  const hypothesis = (id: string, term: string, opposed?: true) => ({ id, term, claim: { en: `claim of ${id}`, zh: `${id}的论断` }, decidedBy: [], ...(opposed && { opposed }) });
  const result = {
    ...base,
    study: { ...base.study, groups: [group("south", "South", "南"), group("nobody", "Nobody", "无"), group("north", "North", "北")], hypotheses: [hypothesis("H1", "education"), hypothesis("H2", "age2", true), hypothesis("H3", "unnamed", true)] },
    verdicts: [
      { hypothesis: "H1", group: "south", ...decided("M3", 0.61, true, "**"), also: decided("O3", 0.3, false) },
      { hypothesis: "H1", group: "north", ...decided("M9", null, null) },
      { hypothesis: "H2", group: "north", ...decided("M3", 0.00014, true, "*"), also: decided("M8", null, null) },
    ],
  };
  const note = (en: string, zh: string) => ({ en, zh });
  const none = { text: { en: "no model decides", zh: "无模型判定" } };

  it("stand by group, print beside refit, and say which sign was turned", () => {
    const columns = [{ header: { en: "printed", zh: "原文报告" }, role: "printed" }, { header: { en: "refitted", zh: "重新估计" }, role: "refitted" }];
    expect(verdictTable({ id: "v", title, result, published: smallPublished, notes })).toEqual({
      kind: "table", id: "v", title, synthetic: false, madeFrom: undefined, stub: { en: "hypothesis", zh: "假设" },
      columnGroups: [{ label: { en: "South", zh: "南" }, columns }, { label: { en: "North", zh: "北" }, columns }],
      rowGroups: [{
        rows: [
          {
            header: { en: "H1 education", zh: "H1 教育程度" },
            cells: [
              { text: "✓ 0.547** (M3); – 0.042 (O3)" }, { text: "✓ 0.610** (M3); – 0.300 (O3)" },
              { text: { en: "not printed (M9)", zh: "原文未报告（M9）" } }, { text: { en: "not fitted (M9)", zh: "未拟合（M9）" } },
            ],
          },
          {
            header: { en: "H2 age squared", zh: "H2 年龄²" },
            cells: [
              none, none, { text: { en: "– 0.0001 (M3); not printed (M8)", zh: "– 0.0001 (M3)；原文未报告（M8）" } }, { text: { en: "✓ 0.00014* (M3); not fitted (M8)", zh: "✓ 0.00014* (M3)；未拟合（M8）" } },
            ],
          },
          { header: { en: "H3 claim of H3", zh: "H3 H3的论断" }, cells: [none, none, none, none] },
        ],
      }],
      notes: [
        note("✓ supported: the coefficient is positive and has a star. – not supported.", "✓ 支持：系数为正且显著（带星号）。– 不支持。"), STARS,
        note("H2, H3: as read, the coefficient is the effect of the opposite; its sign, printed and refitted, is turned here.", "H2、H3：在所取编码方案下，系数表示相反一方的影响；此处原文与重新估计的系数均已变号。"),
        ...notes,
      ],
    });
  });

  it("without print have one column a group, and no note of signs where none was turned", () => {
    const table = verdictTable({ id: "v", title, result: { ...result, study: { ...result.study, hypotheses: result.study.hypotheses.slice(0, 1) } } });
    expect(table.columnGroups.map(({ columns }) => columns)).toEqual([[{ header: { en: "refitted", zh: "重新估计" } }], [{ header: { en: "refitted", zh: "重新估计" } }]]);
    expect(table.rowGroups[0].rows.map(({ cells }) => cells)).toEqual([[{ text: "✓ 0.610** (M3); – 0.300 (O3)" }, { text: { en: "not fitted (M9)", zh: "未拟合（M9）" } }]]);
    expect(table.notes).toHaveLength(2);
    expect(verdictTable({ id: "v", title, result }).rowGroups[0].rows[2].cells).toEqual([none, none]);
  });
});

describe("claims of a text", () => {
  const claim = (id: string) => ({ id, section: "4.2", hypotheses: [], model: "M3", terms: ["a"], expect: "+" as const, en: `${id} says`, zh: `${id}说`, checkable: "table" as const });
  const judged: JudgedClaim[] = [
    {
      claim: claim("A"), verdict: "holds in part",
      parts: [
        { model: "M3", term: "a", holds: true, found: { estimate: 0.5, stars: "*" }, against: { estimate: 0.12345, stars: "" } },
        { model: "M4", term: "b", holds: false, found: { estimate: -0.123456, stars: "**" } },
        { model: "M5", term: "c", holds: true, found: { estimate: 12, stars: "" } },
      ],
    },
    { claim: claim("B"), verdict: "not checkable from the table", parts: [], why: { en: "why not", zh: "何以不能" } },
  ];

  it("stand beside what the table shows, part by part, with the places of print", () => {
    const table = claimsTable({ id: "c", title, judged, labels: { a: { en: "age", zh: "年龄" }, b: "bee" } });
    expect(table).toMatchObject({
      kind: "table", id: "c", title, synthetic: false, stub: { en: "claim", zh: "论断" },
      columnGroups: [{ columns: [{ header: { en: "section", zh: "章节" } }, { header: { en: "the text says", zh: "文中表述" } }, { header: { en: "the table shows", zh: "表中所示" } }, { header: { en: "verdict", zh: "判断" } }] }],
      rowGroups: [{
        rows: [
          {
            header: "A",
            cells: [{}, { text: { en: "A says", zh: "A说" } }, {
              text: {
                en: "✓ M3 age 0.500* against 0.12345; × M4 bee -0.123**; ✓ M5 c 12.000",
                zh: "✓ M3 年龄 0.500*，对照 0.12345；× M4 bee -0.123**；✓ M5 c 12.000",
              },
            }, { text: { en: "holds in part" } }],
          },
          { header: "B", cells: [{}, {}, { text: { en: "why not", zh: "何以不能" } }, {}] },
        ],
      }],
      provenance: { en: "recomputed from print" },
    });
    expect(table.notes).toHaveLength(1);
    expect(table.notes[0].en).toBe("holds: every coefficient it is about bears it out; holds in part: some do; does not follow: none does.");
  });

  it("held against the stand-in do not call themselves recomputed from print", () => {
    const table = claimsTable({ id: "c", title, judged, synthetic: true });
    expect([table.synthetic, "provenance" in table]).toEqual([true, false]);
  });
});

describe("Table 1", () => {
  const published = { n: 777, education: { 大学以下: [52, "6.7"], 大学及以上: [725, "93.3"] }, ageMean: "35.4" } as const;

  it("has three columns for counts and three for shares, and says where nothing could be counted", () => {
    const table = descriptiveTable({ id: "d", title, published, counted: { n: 777, education: { 大学以下: [52, 6.692] } }, synthetic: true, labels: { 大学以下: { en: "below", zh: "以下" } } });
    const columns = [{ header: { en: "printed", zh: "原文报告" }, role: "printed" }, { header: { en: "counted", zh: "重算" }, role: "refitted" }, { header: { en: "compared with the published table", zh: "与原文对照" }, role: "reason" }];
    const met = { text: { en: "met" } };
    const nothing = { text: { en: "none", zh: "无" } };
    expect(table).toMatchObject({
      kind: "table", id: "d", title, synthetic: true, stub: { en: "variable", zh: "变量" }, notes: [], provenance: {},
      columnGroups: [{ label: { en: "count", zh: "频数" }, columns }, { label: { en: "% or mean", zh: "百分比 / 均值" }, columns }],
      rowGroups: [
        {
          label: "education",
          rows: [
            { header: { en: "below", zh: "以下" }, cells: [{ printed: "52" }, { number: 52, format: { decimals: 0 } }, met, { printed: "6.7" }, { number: 6.692, format: { decimals: 1 } }, met] },
            { header: "大学及以上", cells: [{ printed: "725" }, nothing, {}, { printed: "93.3" }, nothing, {}] },
          ],
        },
        {
          label: { en: "whole sample: size and means", zh: "全样本：样本量与均值" },
          rows: [
            { header: "n", cells: [{ printed: "777" }, { number: 777, format: { decimals: 0 } }, met, empty, empty, empty] },
            { header: "ageMean", cells: [empty, empty, empty, { printed: "35.4" }, nothing, {}] },
          ],
        },
      ],
    });
  });

  it("of real data has no word of where the numbers come from", () => {
    expect(descriptiveTable({ id: "d", title, published, counted: { n: 777 }, synthetic: false })).not.toHaveProperty("provenance");
  });
});

it("a table of the sample flow names its columns, its ends and its one rule", () => {
  const count = (number: number) => ({ number, format: { decimals: 0 } });
  const steps = [{ en: "rows", zh: "行", dropped: 0, left: 10 }, { en: "nobody's", zh: "无人", dropped: 0, left: 10 }, { en: "young", zh: "未成年", dropped: 3, left: 7, parts: [{ en: "students", zh: "学生", dropped: 3 }] }];
  expect(flowTable({ id: "f", title, steps, ends: [{ label: { en: "all", zh: "全部" }, count: 7 }], synthetic: false })).toEqual({
    kind: "table", id: "f", title, synthetic: false, madeFrom: undefined, stub: { en: "step: reason to leave", zh: "步骤：排除原因" },
    columnGroups: [{ columns: [{ header: { en: "left out", zh: "排除" } }, { header: { en: "left", zh: "剩余" } }] }],
    rowGroups: [
      {
        rows: [
          { header: { en: "rows", zh: "行" }, cells: [empty, count(10)] }, { header: { en: "nobody's", zh: "无人" }, cells: [count(0), count(10)] },
          { header: { en: "young", zh: "未成年" }, cells: [count(3), count(7)] }, { header: { en: "of these: students", zh: "其中：学生" }, cells: [count(3), empty] },
        ],
      },
      { label: { en: "made up of", zh: "构成" }, rows: [{ header: { en: "all", zh: "全部" }, cells: [empty, count(7)] }] },
    ],
    notes: [{ en: "Each respondent who leaves is counted once, under the first reason that holds.", zh: "每位被排除者只计一次，归入最先成立的原因。" }],
  });
  expect(flowTable({ id: "f", title, steps, synthetic: true }).rowGroups).toHaveLength(1);
});

describe("a regression table's parts", () => {
  const effects = { M3: { education: { estimate: 0.12, standardError: 0.05, lower: 0.02, upper: 0.22 } } };
  const table = () => regressionTable({ id: "r", title, result: smallResult(), models: ["M3", "O3"], published: smallPublished, pseudoR2: "mcFadden", effects, notes });
  const ofRefit = (part: string) => ({ part, coefficient: { estimate: 0.61, standardError: 0.2690001, lower: 0.61 - 1.96 * 0.2690001, upper: 0.61 + 1.96 * 0.2690001 }, effect: effects.M3.education });

  it("say of each number which coefficient it belongs to, printed or refitted, with its effect", () => {
    const [, , coefficient, spread] = table().rowGroups[0].rows;
    const half = 1.959963984540054 * 0.269;
    const printed = { estimate: 0.547, standardError: 0.269 };
    expect(coefficient.cells.slice(0, 3)).toMatchObject([
      { printed: "0.547", stars: "**", of: { part: "estimate", coefficient: printed }, place: { model: "M3", term: "education" } },
      { number: 0.61, format: { decimals: 3 }, stars: "**", of: ofRefit("estimate") }, { text: { en: "stand-in" } },
    ]);
    const { lower, upper } = (coefficient.cells[0] as { of: { coefficient: { lower: number; upper: number } } }).of.coefficient;
    expect([lower, upper].map((end) => end.toFixed(9))).toEqual([(0.547 - half).toFixed(9), (0.547 + half).toFixed(9)]);
    expect(spread).toMatchObject({ header: standardError, continues: true, cells: [{ printed: "0.269", parentheses: true, of: { part: "spread", coefficient: printed } }, { number: 0.2690001, format: { decimals: 3, parentheses: true }, of: ofRefit("spread") }, {}, {}, {}, {}] });
    expect((coefficient.cells[4] as { of: object }).of).not.toHaveProperty("effect");
  });

  it("have headings, a foot under the pseudo R² that is asked for, and notes of open codings", () => {
    const { columnGroups, rowGroups, notes: said, stub } = table();
    const columns = ["printed", "refitted", "reason"].map((role) => ({ role }));
    expect(stub).toEqual({ en: "variable", zh: "变量" });
    expect(columnGroups).toMatchObject([{ label: { en: "Model 3", zh: "模型3" }, columns }, { label: { en: "Table 3: South", zh: "表3：南方组" }, columns }]);
    expect(rowGroups.at(-1)).toMatchObject({
      label: { en: "fit", zh: "拟合" },
      rows: [
        { header: { en: "N", zh: "样本数量" }, cells: [{ printed: "590" }, { number: 590, format: { decimals: 0 } }, {}, {}, {}, {}] },
        { header: { en: "pseudo R² (McFadden)", zh: "伪 R²（McFadden）" }, cells: [{ printed: "0.076" }, { number: 0.0499, format: { decimals: 3 } }, {}, {}, {}, {}] },
        { header: { en: "log-likelihood", zh: "对数似然值" }, cells: [{ printed: "-337.297" }, { number: -337.2971 }, {}, empty, { number: -337.2971, format: { decimals: 3 } }, empty] },
      ],
    });
    expect(said).toEqual([{ en: "Standard errors in parentheses.", zh: "括号内为标准误。" }, STARS, { en: "Coding unknown: a level or a dummy.", zh: "编码不明：等级或虚拟变量。" }, ...notes]);
    expect(regressionTable({ id: "r", title, result: smallResult(), models: ["M3"], published: smallPublished }).notes).toHaveLength(2);
    expect(regressionTable({ id: "r", title, result: smallResult(), models: ["O3"] }).notes).toHaveLength(2);
  });

  const withModels = (...ids: string[]) => {
    const { study } = smallResult();
    return { ...study, models: ids.map((id) => ({ ...study.models[0], id })) };
  };

  it.each<[string, object, RegExp]>([
    ["a model misspelt, which stood there as an empty column", { models: ["M33"] }, /^study \S+: model M33 was not run; did you mean "M3"\?/],
    ["a model twice", { models: ["M3", "M3"] }, /^regressionTable: model 2: it stands twice/],
    ["no models", { models: [] }, /^regressionTable: models: an empty list/],
    ["one model that is no list", { models: "M3" }, /^regressionTable: models: "M3" \(expected a list\)/],
    ["a title in no language, which stood nowhere", { title: "Mine" }, /^regressionTable: title: "Mine" \(expected both languages/],
    ["a note without its Chinese", { notes: [{ en: "a note" }] }, /^regressionTable: note 1: no zh/],
    ["a result that is awaited for", { result: Promise.resolve(smallResult()) }, /^regressionTable: the result is none of a run \(expected what runStudy gives\)/],
    ["no result", { result: undefined }, /^regressionTable: no result/],
    ["nothing of a run", { result: {} }, /^regressionTable: the result is none of a run/],
    ["fits without a study", { result: { fits: {}, refused: {} } }, /^regressionTable: the result is none of a run/],
    ["a study without fits", { result: { ...smallResult(), fits: undefined } }, /^regressionTable: the result is none of a run/],
    ["a run that does not say what it refused", { result: { ...smallResult(), refused: undefined } }, /^regressionTable: the result is none of a run/],
  ])("are refused: %s", (_, given, message) => {
    expect(() => regressionTable({ id: "r", title, result: smallResult(), models: ["M3"], ...given })).toThrow(message);
  });

  it("of a model that was not run are marked so; the constant comes last", () => {
    const { columnGroups, rowGroups } = regressionTable({ id: "r", title, result: { ...smallResult(false), study: withModels("M3", "X") }, models: ["M3", "X"] });
    expect(columnGroups[1]).toMatchObject({ columns: [{ header: { en: "refitted", zh: "重新估计" }, role: "refitted" }] });
    expect(rowGroups[0].rows.filter(({ continues }) => !continues).map(({ header }) => header)).toEqual([{ en: "age squared", zh: "年龄²" }, { en: "education", zh: "教育程度" }, { en: "constant", zh: "常数项" }]);
    expect(rowGroups[0].rows[0].cells[1]).toEqual({ text: { en: "not fitted", zh: "未拟合" } });
    expect(rowGroups.at(-1)!.rows[0].cells).toEqual([{ number: 590, format: { decimals: 0 } }, { text: { en: "not fitted", zh: "未拟合" } }]);
    expect(regressionTable({ id: "r", title, result: smallResult(), models: ["M3"] })).not.toHaveProperty("provenance");
    expect(regressionTable({ id: "r", title, result: smallResult(false), models: ["M3"], published: smallPublished })).not.toHaveProperty("provenance");
    expect(table()).toHaveProperty("provenance");
  });

  it("have the constant beneath the terms of all models, or where it is printed", () => {
    const { M3, O3 } = smallResult().fits;
    const short = { ...M3, coefficients: M3.coefficients.slice(0, 2) }; // constant and age2
    const rows = (fits: Record<string, typeof M3>, published?: typeof smallPublished) =>
      regressionTable({ id: "r", title, result: { ...smallResult(), study: withModels("A", "B", "C"), fits }, models: ["A", "B", "C"], published }).rowGroups[0].rows.filter(({ continues }) => !continues).map(({ header }) => (typeof header === "string" ? header : header.en));
    expect(rows({ A: short, B: M3, C: O3 })).toEqual(["age squared", "education", "constant"]);
    expect(rows({ C: O3 })).toEqual(["age squared", "education"]);
    const [age2, education, constant] = smallPublished.models.M3.rows;
    const printed = (first: typeof constant[], second: typeof constant[]) => ({ models: { A: { ...smallPublished.models.M3, rows: first }, B: { ...smallPublished.models.M3, rows: second } } });
    expect(rows({}, printed([age2, constant], [education, constant]))).toEqual(["age squared", "education", "constant"]);
    expect(rows({}, printed([constant, age2], [constant, education]))).toEqual(["constant", "age squared", "education"]);
  });

  it("call a term as the study does, else as it is printed, else by its own name", () => {
    const numbers = { coef: "0.1", se: "0.1", stars: "" };
    const published = { models: { M3: { ...smallPublished.models.M3, rows: [smallPublished.models.M3.rows[0], { ...numbers, term: "visa", label: "签证", en: "visa type" }, { ...numbers, term: "city", label: "城市" }, { ...numbers, term: "bare" }] } } };
    const { rowGroups } = regressionTable({ id: "r", title, result: { ...smallResult(), fits: {} }, models: ["M3"], published });
    expect(rowGroups[0].rows.filter(({ continues }) => !continues).map(({ header }) => header)).toEqual([{ en: "age squared", zh: "年龄²" }, { en: "visa type", zh: "签证" }, { en: "city", zh: "城市" }, "bare"]);
  });
});
