import type { Figure } from "../display/figure";
import { intervalPanels } from "../display/figures/intervalPanels";
import type { Table } from "../display/table";
import { labelOf, regressionTable } from "../display/tables/regressionTable";
import { plainTable } from "../display/tables/plainTable";
import { joinWords } from "../display/words";
import { fitBinaryLogit } from "../models/binary";
import type { Family, Fit } from "../models/fit";
import { holm } from "../models/hypotheses/holm";
import { coefficientDifferences } from "../study/differences";
import { fitOf, refuseShared, sampleOf } from "../study/results";
import type { StudyResult } from "../study/runStudy";
import { modelId, wvs } from "../wvs/wvs";
import { originOf } from "../provenance";

const countries = wvs.groups.filter(({ id }) => id !== "all");

/** The models of one family, a column a country and all four together. */
export const countriesTable = (result: StudyResult, family: Family): Table =>
  regressionTable({
    id: `wvs-${family}`, result, models: wvs.groups.map(({ id }) => modelId(family, id)),
    title: family === "binomial"
      ? { en: "Too little against the rest: binary logits", zh: "“过少”对其余：二元 logit" }
      : { en: "Too little, about right, too much: ordered logits", zh: "过少、恰当、过多：有序 logit" },
  });

/** Country against country, each coefficient of the binary models; Holm over all comparisons. @throws {BadInput} models that share people */
export function countryDifferencesTable(result: StudyResult): Table {
  const pairs = countries.flatMap((a, place) => countries.slice(place + 1).map((b) => ({ a, b })));
  const rows = pairs.flatMap(({ a, b }) => {
    const [one, other] = [a, b].map(({ id }) => modelId("binomial", id));
    const differences = coefficientDifferences(fitOf(result, one), fitOf(result, other));
    refuseShared(result, one, other);
    return differences.filter(({ term }) => term !== "const").map((difference) => ({ ...difference, between: joinWords([a.label, b.label], " − ") }));
  });
  const corrected = holm(rows.map(({ p }) => p));
  const differing = rows.map((row, i) => ({ ...row, pHolm: corrected[i] })).sort((one, other) => one.p - other.p).slice(0, MOST_ROWS);
  return plainTable({
    id: "country-differences", ...originOf(result),
    title: { en: "Where countries differ most", zh: "国家之间差异最大之处" },
    stub: { en: "variable, countries", zh: "变量与国家" },
    columns: [{ en: "difference", zh: "差" }, "z", "p", { en: "p, Holm", zh: "p（Holm）" }],
    rows: differing.map(({ term, between, difference, z, p, pHolm }) => [
      joinWords([labelOf(term, result), between], ": "),
      { number: difference, format: { decimals: 3, signed: true } },
      { number: z, format: { decimals: 2, signed: true } },
      { number: p, format: { decimals: 4, floor: true } },
      { number: pHolm, format: { decimals: 4, floor: true } },
    ]),
    notes: [{ en: `The ${MOST_ROWS} smallest of ${rows.length} p-values; Holm over all ${rows.length}.`, zh: `列出 ${rows.length} 个 p 值中最小的 ${MOST_ROWS} 个；Holm 校正涵盖全部。` }],
  });
}

const MOST_ROWS = 10;

/** Each country's two binary logits, one a cut: where parallel lines hold, the pair of slopes is one. */
export function cutSlopesFigure(result: StudyResult): Figure {
  const { terms } = sampleOf(result, modelId("ordered", countries[0].id));
  return intervalPanels({
    id: "cut-slopes", ...originOf(result),
    title: { en: "The slopes at each cut", zh: "两个切点各自的斜率" },
    rows: terms.map((term) => labelOf(term, result)),
    series: [{ en: "above too little", zh: "高于“过少”" }, { en: "too much", zh: "“过多”" }],
    panels: countries.map(({ id, label }) => ({
      title: label,
      series: [1, 2].map((cut) => {
        const fit = fitAtCut(result, id, cut);
        return terms.map((term) => fit.coefficients.find((c) => c.term === term));
      }),
    })),
    axis: { en: "coefficient (log-odds) with 95% interval", zh: "系数（对数优势）及95%区间" },
    reference: 0,
  });
}

function fitAtCut(result: StudyResult, country: string, cut: number): Fit {
  const { X, y, terms } = sampleOf(result, modelId("ordered", country));
  return fitBinaryLogit(X.map((row) => [1, ...row]), y.map((level) => Number(level > cut)), ["const", ...terms]);
}
