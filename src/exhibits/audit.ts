import { attainableR2, eventCounts } from "../audit/eventCounts";
import { floorsOf, rowsOfContrast } from "../audit/floors";
import { definitionsLeft, printedFit } from "../audit/definitionsLeft";
import { DEFINITION_NAMES, PSEUDO_R2_DEFINITIONS } from "../audit/pseudoR2Definitions";
import type { AuditReport } from "../audit/audit";
import { VERDICTS } from "../audit/check";
import { CHECK_COUNT, checkNamed, CHECKS } from "../audit/registry";
import type { Bilingual } from "../bilingual";
import { placeOf } from "../display/auditReport/place";
import { VERDICT_WORDS } from "../display/auditReport/words";
import type { Figure } from "../display/figure";
import { differencePlot } from "../display/figures/differencePlot";
import { intervalPanels } from "../display/figures/intervalPanels";
import type { Table } from "../display/table";
import { plainTable } from "../display/tables/plainTable";
import { PROVENANCE } from "../display/vocabulary";
import { WALD_95 } from "../models/coefficients";
import type { PublishedTable } from "../published/publishedTable";
import { fromPrint } from "../provenance";

/** How many questions each check put to the table, and how it was answered. */
export const auditSummaryTable = ({ checks, findings }: AuditReport): Table =>
  plainTable({
    id: "audit-summary", ...fromPrint(), provenance: PROVENANCE.fromPrint,
    title: { en: `${CHECK_COUNT.en} of the printed tables`, zh: `对原文表格的 ${CHECK_COUNT.zh}` },
    stub: { en: "check", zh: "检查" },
    columns: [...VERDICTS.map((verdict) => VERDICT_WORDS[verdict]), { en: "findings", zh: "提示" }],
    rows: CHECKS.map(({ name, title }) => [
      title,
      ...VERDICTS.map((verdict) => ({ number: checks.filter((one) => one.check === name && one.verdict === verdict).length, format: { decimals: 0 } })),
      { number: findings.filter((one) => one.check === name).length, format: { decimals: 0 } },
    ]),
  });

/** What a check found, in words. */
export function findingsTable({ findings, terms, models }: AuditReport, check: string): Table {
  const found = findings.filter((one) => one.check === check);
  return plainTable({
    id: `findings-${check}`, ...fromPrint(), provenance: PROVENANCE.fromPrint,
    title: checkNamed(check).title,
    stub: { en: "where", zh: "位置" },
    columns: [{ en: "finding", zh: "发现" }],
    rows: found.length > 0
      ? found.map((finding) => [placeOf({ models, terms }, finding) ?? { en: "the table", zh: "全表" }, { en: finding.message, zh: finding.messageZh }])
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
    id: "pseudo-r2", ...fromPrint(), provenance: PROVENANCE.fromPrint,
    title: { en: "Event counts that give the printed R² and log-likelihood", zh: "能给出原文的 R² 与对数似然值的事件数" },
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
    id: "attainable-r2", ...fromPrint(),
    title: { en: "What each pseudo R² can reach, and what is printed", zh: "各定义的伪 R² 所能达到的范围与原文的数值" },
    rows: PSEUDO_R2_DEFINITIONS.map((definition) => DEFINITION_NAMES[definition]),
    series: [{ en: "most it can reach, at any event count", zh: "任何事件数下的最大值" }, { en: "printed", zh: "原文报告" }],
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
    id: `ladder-${a}-${b}`, ...fromPrint(),
    title: { en: `${a} less ${b}: differences in their own standard errors`, zh: `${a} 减 ${b}：以标准误为单位的差异` },
    rows: rungs.map(({ term }) => labelOf(term, published)),
    series: [{ en: "difference / SE, 95% interval", zh: "差/标准误，95%区间" }],
    panels: [{ title: "", series: [rungs.map(({ z }) => ({ estimate: z, lower: z - WALD_95, upper: z + WALD_95 }))] }],
    axis: { en: "z of the difference; an interval that holds 0 is no difference at 5%", zh: "差异的 z 值；区间含 0 即 5% 水平下无差异" },
    reference: 0,
    decimals: 3,
  });
}

/** Printed standard errors over the least that model-based inference allows; under 1 something must be otherwise. */
export function floorsFigure(published: PublishedTable, levels = 3): Figure {
  const models = Object.keys(published.categories ?? {});
  const terms = Object.keys(published.categories?.[models[0]] ?? {});
  return differencePlot({
    id: "floors", ...fromPrint(),
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
