import type { Bilingual } from "../../bilingual";
import { WALD_95 } from "../../models/coefficients";
import type { Fit } from "../../models/fit";
import type { PublishedModel, PublishedTable } from "../../published/publishedTable";
import { refuseOtherScale } from "../../study/refuseOtherScale";
import type { StudyResult } from "../../study/runStudy";
import type { Figure } from "../figure";
import { LABEL } from "../labels";
import { refuseTerms, refuseUnrun } from "../refuseUnrun";
import { labelOf } from "../tables/regressionTable";
import { intervalPanels } from "./intervalPanels";
import type { Interval } from "./numberWords";
import { originOf } from "../../provenance";

export interface CoefficientPlotInput {
  readonly id: string;
  readonly title: Bilingual;
  readonly result: StudyResult;
  readonly models: readonly string[];
  /** Its coefficients stand beside the refitted ones. */
  readonly published?: PublishedTable;
  /** All terms of the models by default, without the constant. */
  readonly terms?: readonly string[];
  /** Odds ratios on a log axis instead of coefficients. */
  readonly oddsRatios?: boolean;
}

/**
 * Coefficients (or odds ratios) with 95% intervals, a panel for each model, printed beside refitted.
 * @throws {BadInput} a model or a term that is neither in the run nor in print; a printed model that is not in log-odds with standard errors
 */
export function coefficientPlot({ id, title, result, models, published, terms, oddsRatios = false }: CoefficientPlotInput): Figure {
  refuseUnrun(result, models, published);
  if (terms) refuseTerms("coefficientPlot", terms, result, models, published);
  for (const model of models) if (published?.models[model]) refuseOtherScale(model, published.models[model]);
  const rows = terms ?? [...new Set(models.flatMap((model) => termsOf(result.fits[model], published?.models[model])))];
  const scaled = (mark: Interval | undefined) => (mark && oddsRatios ? exponentiated(mark) : mark);
  return intervalPanels({
    id, title, ...originOf(result),
    rows: rows.map((term) => labelOf(term, result, published)),
    series: [...(published ? [LABEL.printed] : []), LABEL.refitted],
    panels: models.map((model) => ({
      title: result.study.models.find((spec) => spec.id === model)?.title ?? model,
      series: [
        ...(published ? [rows.map((term) => scaled(printedInterval(published.models[model], term)))] : []),
        rows.map((term) => scaled(refittedInterval(result.fits[model], term))),
      ],
    })),
    axis: oddsRatios ? { en: "odds ratio with 95% interval, log axis", zh: "优势比及95%区间（对数轴）" } : { en: "coefficient (log-odds) with 95% interval", zh: "系数（对数优势）及95%区间" },
    scale: oddsRatios ? "log" : "linear",
    reference: oddsRatios ? 1 : 0,
  });
}

const termsOf = (fit: Fit | undefined, printed: PublishedModel | undefined): string[] =>
  [...(printed?.rows ?? []), ...(fit?.coefficients ?? [])].map(({ term }) => term).filter((term) => term !== "const");

/** The printed estimate ± 1.96 printed standard errors. */
function printedInterval(model: PublishedModel | undefined, term: string): Interval | undefined {
  const row = model?.rows.find((printed) => printed.term === term);
  if (!row) return undefined;
  const [estimate, reach] = [Number(row.coef), WALD_95 * Number(row.se)];
  return { estimate, lower: estimate - reach, upper: estimate + reach };
}

const refittedInterval = (fit: Fit | undefined, term: string): Interval | undefined =>
  fit?.coefficients.find((coefficient) => coefficient.term === term);

const exponentiated = ({ estimate, lower, upper }: Interval): Interval => ({
  estimate: Math.exp(estimate),
  ...(lower !== undefined && upper !== undefined && { lower: Math.exp(lower), upper: Math.exp(upper) }),
});
