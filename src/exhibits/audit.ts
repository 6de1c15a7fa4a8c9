import { attainableR2, eventCounts } from "../audit/eventCounts";
import { floorsOf, rowsOfContrast } from "../audit/floors";
import { definitionsLeft, printedFit } from "../audit/definitionsLeft";
import { DEFINITION_NAMES, PSEUDO_R2_DEFINITIONS } from "../audit/pseudoR2Definitions";
import type { AuditReport } from "../audit/audit";
import { CHECKS, type CheckName, type Verdict } from "../audit/vocabulary";
import type { Bilingual } from "../bilingual";
import type { Figure } from "../display/figure";
import { differencePlot } from "../display/figures/differencePlot";
import { intervalPanels } from "../display/figures/intervalPanels";
import type { Table } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import { PROVENANCE } from "../display/vocabulary";
import { WALD_95 } from "../models/coefficients";
import type { PublishedTable } from "../published/publishedTable";

const CHECK: Readonly<Record<CheckName, Bilingual>> = {
  stars: { en: "stars against coefficient and SE", zh: "星号与系数、标准误" },
  counts: { en: "counts, percentages, means", zh: "频数、百分比与均值" },
  pseudoR2: { en: "which pseudo R²", zh: "伪 R² 的定义" },
  pooling: { en: "the whole against its parts", zh: "全样本与各组" },
  groupDifferences: { en: "differences between groups", zh: "组间差异" },
  attainableSE: { en: "attainable standard errors", zh: "标准误的下限" },
  level: { en: "level and sign", zh: "水平与符号" },
  power: { en: "power and exaggeration", zh: "检验力与夸大" },
  claims: { en: "claims of the text", zh: "正文论断" },
  measurement: { en: "measurement", zh: "测量" },
};

const VERDICTS: readonly (readonly [Verdict, Bilingual])[] = [
  ["consistent", { en: "consistent", zh: "相符" }],
  ["cannot-tell", { en: "cannot tell", zh: "无法判断" }],
  ["only-by-rounding", { en: "only by rounding", zh: "仅靠舍入" }],
  ["inconsistent", { en: "inconsistent", zh: "不相符" }],
];

/** How many questions each check put to the table, and how it was answered. */
export const auditSummaryTable = ({ checks, findings }: AuditReport): Table =>
  plainTable({
    id: "audit-summary", synthetic: false, provenance: PROVENANCE.fromPrint,
    title: { en: "Ten checks of the printed tables", zh: "对刊印表格的十项检查" },
    stub: { en: "check", zh: "检查" },
    columns: [...VERDICTS.map(([, words]) => words), { en: "findings", zh: "提示" }],
    rows: CHECKS.map((check) => [
      CHECK[check],
      ...VERDICTS.map(([verdict]) => ({ number: checks.filter((one) => one.check === check && one.verdict === verdict).length, format: { decimals: 0 } })),
      { number: findings.filter((one) => one.check === check).length, format: { decimals: 0 } },
    ]),
  });

/** What a check found, in words. */
export function findingsTable({ findings }: AuditReport, check: CheckName): Table {
  const found = findings.filter((one) => one.check === check);
  return plainTable({
    id: `findings-${check}`, synthetic: false, provenance: PROVENANCE.fromPrint,
    title: CHECK[check],
    stub: { en: "where", zh: "位置" },
    columns: [{ en: "finding", zh: "发现" }],
    rows: found.length > 0
      ? found.map(({ model, term, message, messageZh }) => [[model, term].filter(Boolean).join(" · ") || { en: "the table", zh: "全表" }, { en: message, zh: messageZh }])
      : [[{ en: "the table", zh: "全表" }, { en: "Nothing to report.", zh: "无。" }]],
  });
}

/** For each definition of pseudo R² and each model: the event counts that give what is printed. */
export function pseudoR2Table(published: PublishedTable): Table {
  const fits = Object.entries(published.models).flatMap(([id, model]) => {
    const fit = printedFit(model);
    return fit ? [{ id, fit }] : [];
  });
  const left = definitionsLeft(published).map(({ definition }) => definition);
  return plainTable({
    id: "pseudo-r2", synthetic: false, provenance: PROVENANCE.fromPrint,
    title: { en: "Event counts that give the printed R² and log-likelihood", zh: "能给出所印 R² 与对数似然值的事件数" },
    stub: { en: "definition", zh: "定义" },
    columns: [...fits.map(({ id, fit }) => `${id} (n = ${fit.n})`), { en: "left?", zh: "可能？" }],
    rows: PSEUDO_R2_DEFINITIONS.map((definition) => [
      DEFINITION_NAMES[definition],
      ...fits.map(({ fit }) => countsText(eventCounts(definition, fit))),
      left.includes(definition) ? { en: "yes", zh: "可能" } : { en: "no", zh: "不可能" },
    ]),
    notes: [{ en: "Counts of the commoner answer; 0 and 1 may be mirrored. A definition must serve every model, and parts must add up to the whole.", zh: "为较多一类的人数，0 与 1 可互换。同一定义须适用于所有模型，且各组之和等于全样本。" }],
  });
}

/** How far each definition can reach at the printed n and log-likelihood, whatever the events, and what is printed. */
export function attainableFigure(published: PublishedTable): Figure {
  const fits = Object.entries(published.models).flatMap(([id, model]) => {
    const fit = printedFit(model);
    const most = fit && attainableR2(fit);
    return fit && most ? [{ id, printed: Number(fit.pseudoR2), most }] : [];
  });
  return intervalPanels({
    id: "attainable-r2", synthetic: false,
    title: { en: "What each pseudo R² can reach, and what is printed", zh: "各定义的伪 R² 所能达到的范围与所印数值" },
    rows: PSEUDO_R2_DEFINITIONS.map((definition) => DEFINITION_NAMES[definition]),
    series: [{ en: "most it can reach, at any event count", zh: "任何事件数下的最大值" }, { en: "printed", zh: "刊印" }],
    panels: fits.map(({ id, printed, most }) => ({
      title: id,
      series: [
        PSEUDO_R2_DEFINITIONS.map((definition) => ({ estimate: most[definition], lower: 0, upper: most[definition] })),
        PSEUDO_R2_DEFINITIONS.map(() => ({ estimate: printed })),
      ],
    })),
    axis: { en: "pseudo R²", zh: "伪 R²" },
    reference: 0,
    decimals: 3,
  });
}

/** Few counts are listed; many say how many and from where to where. */
function countsText(counts: readonly number[]): Bilingual | string {
  if (counts.length === 0) return { en: "none", zh: "无" };
  return counts.length <= 3 ? counts.join(", ") : `${counts[0]}–${counts.at(-1)} (${counts.length})`;
}

/** The differences of two groups, the surest first, each with its 95% interval. */
export function differencesLadder({ groupDifferences }: AuditReport, published: PublishedTable, a: string, b: string): Figure {
  const rungs = groupDifferences.filter((one) => one.a === a && one.b === b).sort((one, other) => other.z ** 2 - one.z ** 2);
  return intervalPanels({
    id: `ladder-${a}-${b}`, synthetic: false,
    title: { en: `${a} less ${b}: differences in their own standard errors`, zh: `${a} 减 ${b}：以标准误为单位的差异` },
    rows: rungs.map(({ term }) => labelOf(term, published)),
    series: [{ en: "difference / SE, 95% interval", zh: "差/标准误，95%区间" }],
    panels: [{ title: "", series: [rungs.map(({ z }) => ({ estimate: z, lower: z - WALD_95, upper: z + WALD_95 }))] }],
    axis: { en: "z of the difference; an interval that meets 0 is no difference at 5%", zh: "差异的 z 值；区间含 0 即 5% 水平下无差异" },
    reference: 0,
    decimals: 2,
  });
}

/** Printed standard errors over the least that model-based inference allows; under 1 something must be otherwise. */
export function floorsFigure(published: PublishedTable, levels = 3): Figure {
  const models = Object.keys(published.categories ?? {});
  const terms = Object.keys(published.categories?.[models[0]] ?? {});
  return differencePlot({
    id: "floors", synthetic: false,
    title: { en: "Printed standard errors over their floors, less 1", zh: "标准误与其下限之比减 1" },
    rows: terms.map((term) => labelOf(term, published)),
    series: models.map((model) => ({
      name: model,
      values: terms.map((term) => {
        const { family, rows } = published.models[model];
        const counts = published.categories![model][term];
        const row = rows.find((printed) => printed.term === term);
        return row && counts ? Number(row.se) / floorsOf(rowsOfContrast(counts), family, family === "ordered logit" ? levels : undefined).expected - 1 : null;
      }),
    })),
    axis: { en: "share above the floor (expected information); left of 0 is below it", zh: "高出下限的比例（期望信息）；0 以左低于下限" },
  });
}

const labelOf = (term: string, { models }: PublishedTable): Bilingual | string => {
  const row = Object.values(models).flatMap(({ rows }) => rows).find((printed) => printed.term === term);
  return row?.label ? { en: row.en ?? term, zh: row.label } : term;
};
