import { describe, expect, it } from "vitest";
import { fitTable, testText } from "../../src/cli/fitText";
import { sideBySide } from "../../src/cli/sideBySide";
import type { Table } from "../../src/display/table";
import type { Coefficient, Fit } from "../../src/models/fit";

const coefficient = (term: string, estimate: number, change: Partial<Coefficient> = {}): Coefficient => ({ term, estimate, standardError: 0.25, z: estimate / 0.25, p: 0.03, lower: estimate - 0.5, upper: estimate + 0.5, ...change });
const fit = (change: Partial<Fit> = {}): Fit => ({
  family: "binomial", link: "logit", n: 100, events: 40, converged: true, iterations: 5, logLik: -60.12346, logLikNull: -67.3, aic: 126.2469, bic: 134.06244, pseudoR2: { mcFadden: 0.10666, coxSnell: 0.13, nagelkerke: 0.1765 },
  coefficients: [coefficient("const", -1), coefficient("x", 0.5)], covarianceKind: "observed", penalised: false, warnings: [], ...change,
} as unknown as Fit);
const shown = (one: Fit, { tests, dropped = [], ...how }: { tests?: object; dropped?: { term: string; why: string }[]; level?: number; interval?: "wald" | "profile"; oddsRatios?: boolean; synthetic?: boolean } = {}) => fitTable("a.csv", one, { dropped } as never, tests, { level: 0.95, interval: "wald", synthetic: false, ...how });
const cellsOf = (table: Table) => table.rowGroups[0].rows.map(({ header, cells }) => [header, ...cells.map((cell) => ("text" in cell ? cell.text : "number" in cell ? cell.number : cell))]);
const headers = (table: Table) => table.columnGroups[0].columns.map(({ header }) => header);
const inChinese = (table: Table) => table.notes.map((note) => (note as { zh: string }).zh);
const notes = (table: Table) => table.notes.map((note) => (note as { en: string }).en);

describe("a fit as a table", () => {
  it("has a row for each coefficient, and says what was fitted", () => {
    const table = shown(fit());
    expect(table).toMatchObject({ id: "fit", title: { en: "Binary logit, observed standard errors of a.csv", zh: "a.csv：二元 logit 回归，经典标准误（观测信息阵）" }, synthetic: false });
    expect(cellsOf(table)).toEqual([["const", "-1.0000", "0.25000", -4, 0.03, "-1.5000", "-0.50000"], ["x", "0.50000", "0.25000", 2, 0.03, "0.0000", "1.0000"]]);
    expect(headers(table)).toEqual([{ en: "estimate", zh: "系数" }, { en: "SE", zh: "标准误" }, "z", "p", { en: "lower", zh: "下限" }, { en: "upper", zh: "上限" }]);
    expect(table.rowGroups[0].rows[0].cells.slice(2, 4)).toEqual([{ number: -4, format: { decimals: 2, floor: false } }, { number: 0.03, format: { decimals: 4, floor: true } }]);
    expect(notes(table)).toEqual(["n 100, events 40; converged in 5 Newton steps", "log-likelihood -60.1235 (without terms -67.3000); AIC 126.247, BIC 134.062", "pseudo-R²: McFadden 0.1067, Cox-Snell 0.1300, Nagelkerke 0.1765"]);
    expect(inChinese(table)).toEqual(["n 100，事件 40；牛顿迭代 5 步收敛", "对数似然 -60.1235（空模型 -67.3000）；AIC 126.247，BIC 134.062", "伪 R²：McFadden 0.1067，Cox-Snell 0.1300，Nagelkerke 0.1765"]);
    expect(shown(fit(), { synthetic: true }).synthetic).toBe(true);
  });

  it("gives odds ratios beside them where they are asked for; cut points have none", () => {
    const ordered = fit({ family: "ordered", events: null, coefficients: [coefficient("x", Math.log(2))], thresholds: [{ between: "1|2", estimate: 0.5, standardError: 0.1 }] });
    const table = shown(ordered, { oddsRatios: true });
    expect(headers(table).slice(6)).toEqual([{ en: "odds ratio", zh: "优势比" }, { en: "lower", zh: "下限" }, { en: "upper", zh: "上限" }]);
    expect(cellsOf(table)).toEqual([["x", "0.69315", "0.25000", Math.log(2) / 0.25, 0.03, "0.19315", "1.1931", "2.0000", (2 * Math.exp(-0.5)).toPrecision(5), (2 * Math.exp(0.5)).toPrecision(5)], ["1|2", "0.50000", "0.10000", "", "", "", "", "", "", ""]]);
    expect(cellsOf(shown(ordered))[1]).toEqual(["1|2", "0.50000", "0.10000", "", "", "", ""]);
    expect([shown({ ...ordered, link: "probit" }).title.en, notes(table)[0]]).toEqual(["Ordered probit, observed standard errors of a.csv", "n 100; converged in 5 Newton steps"]);
  });

  it("says of an odds ratio that no double holds how large it is: it was Infinity", () => {
    const cells = cellsOf(shown(fit({ coefficients: [coefficient("x", 709.5)] }), { oddsRatios: true }))[0]; // e^709.78 is the largest double
    expect(cells.slice(7)).toEqual([Math.exp(709.5).toPrecision(5), Math.exp(709).toPrecision(5), "> 1.8e308"]);
  });

  it("says what is undetermined, how intervals were made, and what else a reader should know", () => {
    expect(cellsOf(shown(fit({ coefficients: [coefficient("x", 1, { standardError: NaN, p: NaN, lower: NaN, upper: NaN })] })))[0].filter((cell) => JSON.stringify(cell) === `{"en":"undetermined","zh":"无法确定"}`)).toHaveLength(4);
    expect(notes(shown(fit(), { level: 0.9 }))[0]).toBe("intervals: 90%");
    expect(notes(shown(fit(), { level: 0.999 }))[0]).toBe("intervals: 99.9%");
    expect(notes(shown(fit(), { level: 0.9999999 }))[0]).toBe("intervals: 99.99999%"); // it was 100%
    expect(notes(shown(fit(), { interval: "profile" }))[0]).toBe("intervals: 95%, by the profile likelihood");
    expect(notes(shown(fit({ aic: null, bic: null })))[1]).toBe("pseudo-log-likelihood -60.1235 (without terms -67.3000)");
    expect(shown(fit({ penalised: true, covarianceKind: "HC1" })).title.en).toBe("Binary logit, Firth's penalised likelihood (z by Wald; p and intervals of the penalised likelihood ratio), HC1 standard errors of a.csv");
    expect(notes(shown(fit({ warnings: ["few events", "large"] }), { tests: { brant: { statistic: 3.14159, df: 2, p: 0.2079 }, by: { brant: [] }, none: null, score: { statistic: null, df: 1, p: null, note: "too few" } }, dropped: [{ term: "z", why: "constant" }] })).slice(3)).toEqual([
      "parallel lines, brant: χ² 3.142 on 2, p 0.2079", "parallel lines, score: not tested; too few", "left out: z (constant)", "! few events", "! large",
    ]);
    const spoken = shown(fit({ aic: null, bic: null, penalised: true, covarianceKind: "CR2", warnings: ["4 clusters are so few that no standard error is reliable"] }), { interval: "profile", level: 0.9, tests: { lr: { statistic: 3.14159, df: 2, p: 0.2079 } }, dropped: [{ term: "z", why: "no row has a and b" }] });
    expect(inChinese(spoken).filter((_, i) => i !== 3)).toEqual(["置信区间：90%，剖面似然", "n 100，事件 40；牛顿迭代 5 步收敛", "伪对数似然 -60.1235（空模型 -67.3000）", "平行线假定，似然比检验：χ² 3.142，自由度 2，p 0.2079", "未进入模型：z（没有一行同时满足 a 和 b）", "! 只有 4 个聚类，任何标准误都不可靠"]);
    expect(spoken.title).toMatchObject({ zh: "a.csv：二元 logit 回归，Firth 惩罚似然（z 按 Wald；p 与区间按惩罚似然比），CR2 聚类稳健标准误" });
  });

  it("says by how many degrees of freedom p takes t", () => {
    const by = (...df: (number | undefined)[]) => notes(shown(fit({ coefficients: df.map((one, i) => coefficient(`x${i}`, 1, one === undefined ? {} : { df: one })) })))[0];
    expect(by(12, 12)).toBe("p and intervals by t on 12 degrees of freedom");
    expect(inChinese(shown(fit({ coefficients: [coefficient("a", 1, { df: 12.345 }), coefficient("b", 1, { df: 8 })] })))[0]).toBe("p 与置信区间按 t 分布，自由度 12.3（a）、8.0（b）");
    expect(by(12.345, 8)).toBe("p and intervals by t on 12.3 (x0), 8.0 (x1) degrees of freedom");
    expect(by(undefined, undefined)).toMatch(/^n 100/);
  });
});

it("a χ² test in a line", () => {
  expect([testText({ statistic: 3, df: 1, p: 0.0001 }), testText({ statistic: 30.5, df: 4, p: 0.00009999 }), testText({ statistic: 3, df: 1, p: 0.5, note: "few rows" })].map(({ en }) => en)).toEqual(["χ² 3.000 on 1, p 0.0001", "χ² 30.500 on 4, p 1.00e-4", "χ² 3.000 on 1, p 0.5000; few rows"]);
  expect([testText({ statistic: 3, df: 1, p: 0.5, note: "whether the data are separated was too close to call" }).zh, testText({ statistic: null, df: 1, p: null, note: "there are no terms" }).zh]).toEqual(["χ² 3.000，自由度 1，p 0.5000；数据是否分离难以判定", "未检验：没有自变量"]);
});

describe("fits side by side", () => {
  const binary = fit({ coefficients: [coefficient("const", -1, { p: 0.0009 }), coefficient("x", 0.5, { p: 0.05 })], warnings: ["few events"] });
  const ordered = fit({ family: "ordered", penalised: true, aic: null, bic: null, coefficients: [coefficient("z", 2, { p: 0.009 }), coefficient("x", 0.25, { p: 0.0499 }), coefficient("u", 3, { standardError: NaN, p: NaN })], thresholds: [{ between: "1|2", estimate: 0.1, standardError: 0.2 }] });
  const table = sideBySide([{ name: "A", fit: binary }, { name: "B", fit: ordered }], true);

  it("have a row for each term in the order of first appearance, cut points, counts and fit beneath", () => {
    expect(headers(table)).toEqual(["A", "B"]);
    expect(cellsOf(table)).toEqual([
      ["const", "-1.000*** (0.250)", ""], ["x", "0.500 (0.250)", "0.250* (0.250)"], ["z", "", "2.000** (0.250)"], ["u", "", { en: "3.000 (undetermined)", zh: "3.000（无法确定）" }], ["1|2", "", "0.100 (0.200)"], ["n", "100", "100"],
      [{ en: "log-likelihood", zh: "对数似然" }, "-60.123", "–"], ["AIC", "126.25", "–"], ["BIC", "134.06", "–"], [{ en: "McFadden's R²", zh: "McFadden R²" }, "0.1067", "0.1067"],
    ]);
  });

  it("say what stars mean, what each is, and what each warns of", () => {
    expect(table.notes[0]).toEqual({ en: "Standard errors in parentheses. *** p < 0.001, ** p < 0.01, * p < 0.05 (two-sided, from the unrounded p)", zh: "括号内为标准误。*** p < 0.001，** p < 0.01，* p < 0.05（双侧，按未四舍五入的 p）" });
    expect(notes(table).slice(1)).toEqual(["A: binary logit, observed standard errors", "B: ordered logit, observed standard errors, Firth's penalised likelihood", "! A: few events"]);
    expect(inChinese(table).slice(1)).toEqual(["A：二元 logit 回归，经典标准误（观测信息阵）", "B：有序 logit 回归，经典标准误（观测信息阵），Firth 惩罚似然", "! A：few events"]);
    expect([table.synthetic, sideBySide([{ name: "A", fit: binary }], false).synthetic]).toEqual([true, false]);
  });
});
