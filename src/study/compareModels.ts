import type { Fit, PseudoR2 } from "../models/fit";
import type { PublishedModel, PublishedRow, PublishedTable } from "../published/publishedTable";
import { compareNumber, reasonOf, type Comparison, type Circumstances, type NumberComparison, type StarsComparison } from "./comparison";
import { refuseOtherScale } from "./refuseOtherScale";
import type { StudyResult } from "./runStudy";
import { starCutoffs, starsOf, type StarCutoff } from "./stars";

/**
 * Every printed number and star of a published table of models beside the refitted one, in printed order.
 *
 * @param definition  which pseudo R² the printed one is taken for
 * @throws {BadInput} a printed model that is not in log-odds with standard errors
 */
export function compareModels(published: PublishedTable, result: StudyResult, definition: keyof PseudoR2): Comparison {
  const cutoffs = starCutoffs(published.cutoffs);
  for (const { id } of result.study.models) if (published.models[id]) refuseOtherScale(id, published.models[id]);
  const models = Object.entries(published.models).map(([id, model]) => new ModelComparison(id, model, result, definition, cutoffs));
  return { numbers: models.flatMap((model) => model.numbers()), stars: models.flatMap((model) => model.stars()) };
}

/** One published model beside its refit. */
class ModelComparison {
  private readonly exhibit: string;
  private readonly fit: Fit | undefined;

  constructor(
    private readonly id: string,
    private readonly model: PublishedModel,
    private readonly result: StudyResult,
    private readonly definition: keyof PseudoR2,
    private readonly cutoffs: readonly StarCutoff[],
  ) {
    this.exhibit = `Table ${model.table}`;
    this.fit = result.fits[id];
  }

  numbers(): NumberComparison[] {
    const { n, pseudoR2, logLik } = this.model;
    return [
      ...this.model.rows.flatMap((row) => [
        this.number(row.term, "coef", row.coef, this.coefficient(row)?.estimate),
        ...(row.se === undefined ? [] : [this.number(row.term, "se", row.se, this.coefficient(row)?.standardError)]),
      ]),
      ...(n === undefined ? [] : [this.number(null, "n", String(n), this.fit?.n)]),
      ...(pseudoR2 === undefined ? [] : [this.number(null, "pseudoR2", pseudoR2, this.fit?.pseudoR2[this.definition])]),
      ...(logLik === undefined ? [] : [this.number(null, "logLik", logLik, this.fit?.logLik)]),
    ];
  }

  stars(): StarsComparison[] {
    return this.model.rows.map((row) => {
      const coefficient = this.coefficient(row);
      const refitted = coefficient ? starsOf(coefficient.p, this.cutoffs) : null;
      const met = refitted === row.stars;
      const reason = reasonOf(met, this.circumstances(row.term, "coef"));
      return { exhibit: this.exhibit, model: this.id, term: row.term, printed: row.stars, refitted, met, reason };
    });
  }

  private number(term: string | null, field: string, printed: string, refitted: number | undefined): NumberComparison {
    return compareNumber({ exhibit: this.exhibit, model: this.id, term, field }, printed, refitted ?? null, this.circumstances(term, field));
  }

  private coefficient = (row: PublishedRow) => this.fit?.coefficients.find(({ term }) => term === row.term);

  private circumstances(term: string | null, field: string): Circumstances {
    const { openCodings = [], models } = this.result.study;
    const spec = models.find(({ id }) => id === this.id);
    const lacks = term !== null && term !== "const" && !spec?.terms.includes(term);
    const open = openCodings.some((coding) =>
      coding.models.includes(this.id) && (coding.term ?? null) === term && coding.fields.includes(field));
    return { synthetic: this.result.synthetic, codingOpen: lacks || open };
  }
}
