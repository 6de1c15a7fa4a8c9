import { describe, expect, it } from "vitest";
import type { AuditReport } from "../../../src/audit/audit";
import { auditHtml, reportSections } from "../../../src/display/auditReport/auditHtml";
import { auditText } from "../../../src/display/auditReport/auditText";
import { fieldName, placeOf } from "../../../src/display/auditReport/place";
import { countsOf, SEVERITY_WORDS, SUPPOSED_FIELDS, VERDICT_WORDS } from "../../../src/display/auditReport/words";
import type { PublishedTable } from "../../../src/published/publishedTable";
import { misplaced, pairs } from "../../languages";

const DEFINITIONS = ["mcFadden", "mcFaddenAdjusted", "coxSnell", "nagelkerke", "aldrichNelson", "veallZimmermann", "estrella", "horowitz"] as const;
const most = (start: number) => Object.fromEntries(DEFINITIONS.map((definition, i) => [definition, start + i / 100])) as Record<(typeof DEFINITIONS)[number], number>;
const finding = (severity: "inconsistent" | "note", more: object = {}) => ({ check: "stars", severity, model: "m1", term: "age", printed: {}, message: "the message", messageZh: "说明", reference: "A & B (2000)", code: "a < b", weight: 50, ...more });
const result = (check: string, verdict: string, more: object = {}) => ({ check, model: "m1", term: "age", verdict, why: "because", whyZh: "因为", ...more });
const empty = { models: { m1: "模型1 <南方>", m2: "模型2" }, terms: { age: { en: "age", zh: "年龄" }, sex: { en: "sex", zh: "性别" } }, pseudoR2: { definition: null, candidates: [], events: {}, mirror: {}, settledBy: null, settledByZh: null, attainable: {} }, pooling: [], groupDifferences: [], claims: [], checks: [], notRun: [], findings: [] };
const report = (more: object = {}) => ({ ...empty, ...more }) as unknown as AuditReport;
const table = { models: {} } as PublishedTable;

/** A section of the page, `zh|en` for what is said in both, a line for each row, item and paragraph. */
function section(html: string, id: string): string[] | undefined {
  const found = new RegExp(`<section id="${id}">([^]*?)</section>`).exec(html)?.[1];
  return found?.replace(/<span lang="zh">([^]*?)<\/span><span lang="en">([^]*?)<\/span>/g, "$1|$2").replace(/<\/(?:td|th)>(?=<t[dh])/g, " ; ").replace(/<\/(?:tr|caption|h2|p|li|summary|details)>|\n/g, "\n").replace(/<[^>]*>/g, "").split("\n").map((line) => line.trim()).filter(Boolean);
}
const of = (more: object, id: string, published = table) => section(reportSections(report(more), published), id);

describe("the audit as a page", () => {
  it("counts verdicts by check, and findings by severity", () => {
    const checks = [result("stars", "consistent"), result("stars", "consistent"), result("stars", "cannot-tell"), result("stars", "only-by-rounding"), result("stars", "inconsistent"), result("stars", "inconsistent"), result("stars", "inconsistent"), result("claims", "cannot-tell")];
    expect(of({ checks, findings: [finding("inconsistent"), finding("note"), finding("note")] }, "summary")).toEqual([
      "摘要|Summary",
      "1 处不相符，2 条提示。“不相符”指任何数据经四舍五入或截断都得不到这些数字；“提示”指需要追问或知悉。|1 inconsistent, 2 notes. “Inconsistent” means that no data, rounded or truncated as printed, give these numbers; a note means that something should be asked or known.",
      "各项检查的结论|Verdicts by check", "检查|check ; 相符|consistent ; 无法判断|cannot tell ; 仅靠舍入相符|only by rounding ; 不相符|inconsistent",
      "星号与系数、标准误是否相符|Stars against coefficient and standard error ; 2 ; 1 ; 1 ; 3", "正文论断|The text&#39;s claims ; 0 ; 1 ; 0 ; 0",
    ]);
  });

  it("tells each finding with its place, its numbers, its method and its code; none, if there is none", () => {
    expect(of({ findings: [finding("inconsistent", { printed: { "se of m2": "0.1<", n: "590" } }), finding("note", { model: null, term: null })] }, "findings")).toEqual([
      "发现|Findings",
      "不相符|inconsistent · 星号与系数、标准误是否相符|Stars against coefficient and standard error · 模型1 &lt;南方&gt; · 年龄|模型1 &lt;南方&gt; · age", "说明|the message", "表中：|printed: 标准误（模型2）|se of 模型2 0.1&lt;, 样本量|n 590",
      "方法与代码|method and code", "A &amp; B (2000)", "a &lt; b",
      "提示|note · 星号与系数、标准误是否相符|Stars against coefficient and standard error", "说明|the message", "方法与代码|method and code", "A &amp; B (2000)", "a &lt; b",
    ]);
    expect(of({}, "findings")).toEqual(["发现|Findings", "无。|None."]);
  });

  it("says what did not run and what for, what was supposed and what was not used, or nothing", () => {
    const notRun = [{ check: "pooling", models: [], needs: "a whole", needsZh: "全样本" }, { check: "stars", models: ["m1", "m2"], needs: "stars", needsZh: "星号" }];
    expect(of({ notRun }, "not-run")).toEqual([
      "未能进行的检查及原因|What was not checked, and why", "未能进行（或仅部分进行）的检查|Checks that did not run, wholly or for some models", "检查|check ; 位置|where ; 所缺信息|what would let it run",
      "全样本与各组|The whole against its parts ; 全表|the table ; 全样本|a whole", "星号与系数、标准误是否相符|Stars against coefficient and standard error ; 模型1 &lt;南方&gt;, 模型2 ; 星号|stars",
    ]);
    const supposed = [{ field: "scale", value: "logOdds", why: "no word" }, { field: "odd", value: "x", why: "<y>" }];
    const unused = [{ where: "row", text: "Controls" }];
    const head = "推定与未用的内容|What was supposed, and what was not used";
    const [first, second] = [
      ["表中未说明、由读取推定者：不能据此断定有误|Supposed, since nothing printed says it: it proves nothing", "项目|what ; 推定为|taken as ; 原因|why", "系数的尺度|scale of the coefficients ; logOdds ; no word", "odd|odd ; x ; &lt;y&gt;"],
      ["已见但未用|Seen and not used", "位置|where ; 内容|text", "row ; Controls"],
    ];
    expect(of({}, "supposed", { ...table, supposed, unused })).toEqual([head, ...first, ...second]);
    expect(of({}, "supposed", { ...table, supposed })).toEqual([head, ...first]);
    expect(of({}, "supposed", { ...table, unused })).toEqual([head, ...second]);
    expect(["not-run", "supposed", "pseudo-r2"].map((id) => of({}, id))).toEqual([undefined, undefined, undefined]);
  });

  it("shows how far each definition of R² reaches, and up to five counts of events that give it", () => {
    const pseudoR2 = { ...empty.pseudoR2, attainable: { m1: most(0.5), m2: null }, candidates: [{ definition: "coxSnell", events: { m1: [3, 4, 5, 6, 7], m2: [1, 2, 3, 4, 5, 6] } }], settledBy: "the share", settledByZh: "比例" };
    const rows = ["McFadden", "McFadden (adjusted)", "Cox–Snell", "Nagelkerke", "Aldrich–Nelson", "Veall–Zimmermann", "Estrella", "Horowitz"].map((name, i) => `${name} ; ${(0.5 + i / 100).toFixed(3)} ; – ; ${i === 2 ? "模型1 &lt;南方&gt; 3/4/5/6/7, 模型2 1/2/3/4/5/…" : "–"}`);
    expect(of({ pseudoR2 }, "pseudo-r2")).toEqual([
      "伪 R² 的定义与事件数|Which pseudo R², and how many events", "各定义的最大值，以及能在所有模型中给出表中数值的事件数|The most each definition can reach, and the event counts that give the printed value in all models",
      "定义|definition ; 模型1 &lt;南方&gt;：最大值|模型1 &lt;南方&gt;: at most ; 模型2：最大值|模型2: at most ; 可能的事件数|event counts left", ...rows, "比例|the share",
    ]);
    expect(of({ pseudoR2: { ...pseudoR2, settledBy: null } }, "pseudo-r2")!.at(-1)).toBe(rows.at(-1));
  });

  it("shows tests of pools, differences and claims, with a dash for what is not known", () => {
    const pool = { whole: "m2", parts: ["m1", "m2"], lr: 29.306, df: 11, p: 0.00204, lrInterval: [29.3, 29.3125], level: 9.2, rest: 20.106 };
    expect(of({ pooling: [pool, { ...pool, level: null, rest: null }] }, "pooling")!.slice(1)).toEqual([
      "系数是否相等|Equal coefficients?", "全样本|whole ; 各组|parts ; 似然比|LR ; 自由度|df ; p|p ; 似然比的舍入范围|LR by rounding ; 其中：水平|of it level ; 其余（非检验）|and rest (no test)",
      "模型2 ; 模型1 &lt;南方&gt; + 模型2 ; 29.306 ; 11 ; .0020 ; 29.300 – 29.313 ; 9.200 ; 20.106", "模型2 ; 模型1 &lt;南方&gt; + 模型2 ; 29.306 ; 11 ; .0020 ; 29.300 – 29.313 ; – ; –",
    ]);
    expect(of({ groupDifferences: [{ term: "age", a: "m2", b: "m1", difference: -0.5, z: 2.34, zInterval: [2.3, 2.4], p: 0.019, pHolm: 0.21 }] }, "differences")!.slice(1)).toEqual([
      "独立组之间的 z 检验|z tests between independent groups", "项|term ; 组|groups ; 差|difference ; z|z ; z 的舍入范围|z by rounding ; p|p ; p（Holm）|p (Holm)",
      "年龄|age ; 模型2 − 模型1 &lt;南方&gt; ; −0.500 ; 2.34 ; 2.30 – 2.40 ; .019 ; .210",
    ]);
    const claim = { id: "A", section: "4.1", en: "it says", zh: "文说", verdict: "holds", differences: [] };
    expect(of({ claims: [claim, { ...claim, id: "B", differences: [{ term: "age", tested: false }] }, { ...claim, id: "C", verdict: "does not follow", differences: [{ term: "age", tested: true }, { term: "sex", tested: true }] }] }, "claims")!.slice(1)).toEqual([
      "正文与表格对照|The text against its table", "编号|claim ; 章节|§ ; 论断|statement ; 结论|verdict ; 有检验的组间差异|tested difference",
      "A ; 4.1 ; 文说|it says ; 成立|holds ;", "B ; 4.1 ; 文说|it says ; 成立|holds ; –", "C ; 4.1 ; 文说|it says ; 不能由表得出|does not follow ; 年龄、性别|age, sex",
    ]);
    expect(["pooling", "differences", "claims"].map((id) => of({}, id))).toEqual([undefined, undefined, undefined]);
  });

  it("lists every question but those of measurement and claims, which have tables of their own, and the methods", () => {
    const checks = [result("stars", "consistent"), result("claims", "consistent"), result("measurement", "consistent"), result("pooling", "cannot-tell", { model: null, term: null })];
    expect(of({ checks }, "every-check")).toEqual([
      "全部检查|Every check", "对该表的全部 2 项检查|all 2 questions put to the table", "每行为对一个单元格的一次检查|One row a question put to a cell", "检查|check ; 模型|model ; 项|term ; 结论|verdict ; 依据|why",
      "星号与系数、标准误是否相符|Stars against coefficient and standard error ; 模型1 &lt;南方&gt;|模型1 &lt;南方&gt; ; 年龄|age ; 相符|consistent ; 因为|because", "全样本与各组|The whole against its parts ; | ; | ; 无法判断|cannot tell ; 因为|because",
    ]);
    expect(of({}, "methods")!.length).toBeGreaterThan(10);
  });

  it("is headed by what the table is called", () => {
    const page = (published: PublishedTable, source?: string) => /<\/h1>\n(.*)\n/.exec(auditHtml(published, report(), source))![1];
    expect([page(table), page({ ...table, source: "A <paper>" }), page({ ...table, source: "A" }, "mine")]).toEqual(["", "<p>A &lt;paper&gt;</p>", "<p>mine</p>"]);
    expect(of({}, "methods")![0]).toBe("方法|Methods");
    expect(auditHtml(table, report())).toContain("<title>这张表自洽吗？ · Does this table hold together?</title>");
  });
});

describe("the audit on a terminal", () => {
  const full = report({
    findings: [finding("inconsistent"), finding("note", { check: "pooling" })], checks: [result("stars", "consistent"), result("pooling", "inconsistent")],
    pseudoR2: { ...empty.pseudoR2, definition: "nagelkerke", events: { m1: 111, m2: 421 }, mirror: { m1: 76, m2: 169 }, settledBy: "the share", settledByZh: "比例" },
    pooling: [{ whole: "m2", parts: ["m1", "m2"], lr: 29.306, df: 11, p: 0.00204 }], notRun: [{ check: "pooling", models: [], needs: "a whole", needsZh: "全样本" }, { check: "stars", models: ["m1", "m2"], needs: "stars", needsZh: "星号" }],
  });

  it("tells findings, what the table gives away, verdicts and what did not run", () => {
    expect(auditText(full)).toBe(`1 inconsistent, 1 note.
✗ [Stars against coefficient and standard error] the message
· [The whole against its parts] the message

pseudo R²: Nagelkerke; events (mirror): 模型1 <南方> 111 (76), 模型2 421 (169)
the share
模型2 = 模型1 <南方> + 模型2: LR 29.306, df 11, p = .0020

Stars against coefficient and standard error  consistent   1  cannot tell   0  only by rounding   0  inconsistent   0
The whole against its parts                   consistent   0  cannot tell   0  only by rounding   0  inconsistent   1

Not run, and what would let it run:
- The whole against its parts: needs a whole
- Stars against coefficient and standard error (模型1 <南方>, 模型2): needs stars`);
    expect(auditText(full, "zh")).toBe(`1 处不相符，1 条提示。
✗ [星号与系数、标准误是否相符] 说明
· [全样本与各组] 说明

伪 R²：Nagelkerke；事件数（镜像）：模型1 <南方> 111 (76), 模型2 421 (169)
比例
模型2 = 模型1 <南方> + 模型2: LR 29.306, 自由度 11, p = .0020

星号与系数、标准误是否相符  相符   1  无法判断   0  仅靠舍入相符   0  不相符   0
全样本与各组                相符   0  无法判断   0  仅靠舍入相符   0  不相符   1

未能进行的检查及所缺信息：
- 全样本与各组：需要全样本
- 星号与系数、标准误是否相符（模型1 <南方>、模型2）：需要星号`);
  });

  it("of a table about which there is nothing to say, says that", () => {
    expect([auditText(report()), auditText(report(), "zh")]).toEqual(["No findings.", "没有发现。"]);
  });
});

describe("places and fields", () => {
  it("are called as the table calls them", () => {
    expect([["m1", "age"], ["m2", null], [null, "sex"], ["table1", null], ["else", "unknown"], [null, null], ["toString", null]].map(([model, term]) => placeOf(report(), { model, term }))).toEqual([
      { en: "模型1 <南方> · age", zh: "模型1 <南方> · 年龄" }, { en: "模型2", zh: "模型2" }, { en: "sex", zh: "性别" }, { en: "descriptive table", zh: "描述统计表" }, { en: "else · unknown", zh: "else · unknown" }, undefined, { en: "toString", zh: "toString" },
    ]);
    expect(["se of m2", "coef of else", "size of m1", "pseudoR2", "m1.age", "m1.unknown", "a.b.age", "m2", "whatever", "toString", "toString of m1"].map((key) => fieldName(report({ models: { ...empty.models, "a.b": "AB" } }), key))).toEqual([
      { en: "se of 模型2", zh: "标准误（模型2）" }, { en: "coef of else", zh: "系数（else）" }, { en: "size of m1", zh: "size of m1" }, { en: "pseudoR2", zh: "伪 R²" }, { en: "模型1 <南方> · age", zh: "模型1 <南方> · 年龄" },
      { en: "m1.unknown", zh: "m1.unknown" }, { en: "AB · age", zh: "AB · 年龄" }, { en: "模型2", zh: "模型2" }, { en: "whatever", zh: "whatever" }, { en: "toString", zh: "toString" }, { en: "toString of m1", zh: "toString of m1" },
    ]);
  });

  it("and verdicts have words in each language", () => {
    expect(misplaced(pairs({ VERDICT_WORDS, SEVERITY_WORDS, SUPPOSED_FIELDS }, "words"))).toEqual([]);
    expect([[], ["note"], ["inconsistent", "note", "note"]].map((severities) => countsOf(severities.map((severity) => ({ severity }))).en)).toEqual(["0 inconsistent, 0 notes.", "0 inconsistent, 1 note.", "1 inconsistent, 2 notes."]);
  });
});
