import { BadInput } from "../../badInput";
import type { Bilingual } from "../../bilingual";
import type { PseudoR2 } from "../../models/fit";
import { normalQuantile } from "../../models/numeric/normal";
import type { PublishedModel, PublishedRow, PublishedTable } from "../../published/publishedTable";
import { JsonSpot } from "../../published/jsonSpot";
import { compareModels } from "../../study/compareModels";
import type { NumberComparison } from "../../study/comparison";
import { notRun } from "../../study/results";
import type { StudyResult } from "../../study/runStudy";
import { cutoffsOf, starNote, starsOf } from "../../study/stars";
import { decimalsFor } from "../decimals";
import { LABEL, NOTES } from "../labels";
import { type Cell, type CoefficientPart, type ColumnGroup, EMPTY, type Estimate, type Row, type RowGroup, type Table } from "../table";
import { PROVENANCE, REASON } from "../vocabulary";
import { thresholdGroup } from "./thresholdGroup";
import { originOf } from "../../provenance";

export interface RegressionTableInput {
  readonly id: string;
  readonly title: Bilingual;
  /** As fitted; its study names models and terms. */
  readonly result: StudyResult;
  readonly models: readonly string[];
  /** The table that a paper prints of these models; without it, only the refitted numbers are shown. */
  readonly published?: PublishedTable | undefined;
  /** Which pseudo R² the printed one is taken for. */
  readonly pseudoR2?: keyof PseudoR2 | undefined;
  /** Average marginal effects by model, then term; a viewer may show them instead of the coefficients. */
  readonly effects?: Readonly<Record<string, Readonly<Record<string, Estimate>>>>;
  /** Further notes, after the table's own. */
  readonly notes?: readonly Bilingual[];
}

const SE_FORMAT = { parentheses: true } as const;
export const PSEUDO_R2: Readonly<Record<keyof PseudoR2, string>> = { mcFadden: "McFadden", coxSnell: "Cox–Snell", nagelkerke: "Nagelkerke" };

/**
 * A table of regression models as papers print it: coefficients with their stars, standard errors in parentheses beneath,
 * then N, pseudo R² and log-likelihood. Beside each printed number stand the refitted one and the reason of a difference.
 *
 * @throws {BadInput} a title in one language, no models, or one that the run does not have
 */
export function regressionTable({ id, title, result, models, published, pseudoR2 = "nagelkerke", effects, notes = [] }: RegressionTableInput): Table {
  refuseTable({ id, title, result, models, published, notes });
  const columns = models.map((model) => new ModelColumns(model, result, published, pseudoR2, effects?.[model]));
  const terms = allTerms(columns.map((column) => column.terms()));
  const cutoffs = cutoffsOf(result, published);
  return {
    kind: "table", id, title, ...originOf(result),
    stub: LABEL.variable,
    columnGroups: columns.map((column) => column.heading()),
    rowGroups: [
      { rows: terms.flatMap((term) => termRows(term, columns, labelOf(term, result, published))) },
      ...thresholdGroup(models, result, published !== undefined),
      fitGroup(columns, pseudoR2),
    ],
    notes: [
      NOTES.standardErrors,
      starNote(cutoffs),
      ...openCodingNotes(result, models, published),
      ...notes,
    ],
    ...(result.synthetic && published && { provenance: PROVENANCE.byConstruction }),
  };
}

/** Those of all models, each once; the constant beneath them all, unless some model has it further up. */
function allTerms(ofModels: readonly (readonly string[])[]): string[] {
  const all = new Set(ofModels.flat());
  const atTheEnd = all.has("const") && ofModels.every((terms) => !terms.slice(0, -1).includes("const"));
  if (atTheEnd) all.delete("const");
  return [...all, ...(atTheEnd ? ["const"] : [])];
}

/** One model's columns: printed, refitted, reason; or the refitted one alone. */
class ModelColumns {
  private readonly printedModel: PublishedModel | undefined;
  private readonly comparisons: readonly NumberComparison[];

  constructor(
    private readonly model: string,
    private readonly result: StudyResult,
    private readonly published: PublishedTable | undefined,
    private readonly pseudoR2: keyof PseudoR2,
    private readonly effects: Readonly<Record<string, Estimate>> | undefined,
  ) {
    this.printedModel = published?.models[model];
    this.comparisons = published ? compareModels(published, result, pseudoR2).numbers.filter((number) => number.model === model) : [];
  }

  heading(): ColumnGroup {
    const label = this.result.study.models.find(({ id }) => id === this.model)?.title ?? this.model;
    const roles = this.published ? (["printed", "refitted", "reason"] as const) : (["refitted"] as const);
    return { label, columns: roles.map((role) => ({ header: LABEL[role], role })) };
  }

  /** In printed order where there is print. */
  terms = (): string[] => [...new Set([
    ...(this.printedModel?.rows.map(({ term }) => term) ?? []),
    ...(this.fit()?.coefficients.map(({ term }) => term).filter((term) => term !== "const") ?? []),
    ...(this.fit()?.coefficients.some(({ term }) => term === "const") ? ["const"] : []),
  ])];

  /** Of a term in this model; none where it is not fitted. */
  standardErrors = (term: string): number[] => [this.fitted(term)?.standardError].filter((error) => error !== undefined);

  coefficient(term: string, decimals: number): Cell[] {
    const [found, row] = [this.fitted(term), this.row(term)];
    const stars = found && starsOf(found.p, cutoffsOf(this.result, this.published));
    const cells = this.cells(row && { printed: row.coef, stars: row.stars }, found?.estimate, { stars, decimals }, this.compared(term, "coef"));
    return this.partsOf(term, "estimate", cells);
  }

  standardError(term: string, decimals: number): Cell[] {
    const [found, row] = [this.fitted(term), this.row(term)];
    const cells = this.cells(row?.se === undefined ? undefined : { printed: row.se, ...SE_FORMAT }, found?.standardError, { ...SE_FORMAT, decimals }, this.compared(term, "se"));
    return this.partsOf(term, "spread", cells);
  }

  /** Says of each number which coefficient it belongs to: the printed one's from print, the refitted one's from the fit. */
  private partsOf(term: string, part: CoefficientPart["part"], cells: readonly Cell[]): Cell[] {
    const [found, row] = [this.fitted(term), this.row(term)];
    return cells.map((cell) => {
      if ("printed" in cell && row) return { ...cell, of: { part, coefficient: printedEstimate(row) }, place: { model: this.model, term } };
      if ("number" in cell && found) return { ...cell, of: { part, coefficient: estimateOnly(found), ...(this.effects?.[term] && { effect: estimateOnly(this.effects[term]) }) } };
      return cell;
    });
  }

  foot(field: "n" | "pseudoR2" | "logLik"): Cell[] {
    const fit = this.fit();
    const refitted = field === "pseudoR2" ? fit?.pseudoR2[this.pseudoR2] : fit?.[field];
    const comparison = this.compared(null, field);
    return this.cells(comparison && { printed: comparison.printed.text }, refitted, { decimals: field === "n" ? 0 : 3 }, comparison);
  }

  private fit = () => this.result.fits[this.model];

  private fitted = (term: string) => this.fit()?.coefficients.find((coefficient) => coefficient.term === term);

  private row = (term: string) => this.printedModel?.rows.find((printed) => printed.term === term);

  private compared = (term: string | null, field: string) =>
    this.comparisons.find((number) => number.term === term && number.field === field);

  /** @param decimals  where no number is printed that says how many */
  private cells(
    printed: Cell | undefined,
    refitted: number | undefined,
    { stars, parentheses, decimals }: { stars?: string | undefined; parentheses?: boolean; decimals: number },
    comparison: NumberComparison | undefined,
  ): Cell[] {
    const places = comparison?.printed.decimals ?? decimals;
    const ours: Cell = refitted === undefined
      ? (this.fit() ? EMPTY : { text: LABEL.notFitted })
      : { number: refitted, format: { decimals: places, ...(parentheses && { parentheses }) }, ...(stars && { stars }) };
    if (!this.published) return [ours];
    return [printed ?? EMPTY, ours, comparison ? { text: REASON[comparison.reason] } : EMPTY];
  }
}

const estimateOnly = ({ estimate, standardError, lower, upper }: Estimate): Estimate => ({ estimate, standardError, lower, upper });

/** With a Wald interval, as a reader would work it out from the two printed numbers. */
function printedEstimate({ coef, se }: PublishedRow): Estimate {
  const [estimate, standardError] = [Number(coef), Number(se)];
  const half = normalQuantile(0.975) * standardError;
  return { estimate, standardError, lower: estimate - half, upper: estimate + half };
}

/** With one number of decimals along the row, by its smallest standard error. */
function termRows(term: string, columns: readonly ModelColumns[], header: Bilingual | string): Row[] {
  const decimals = decimalsFor(...columns.flatMap((column) => column.standardErrors(term)));
  return [
    { header, cells: columns.flatMap((column) => column.coefficient(term, decimals)) },
    { header: LABEL.standardError, continues: true, cells: columns.flatMap((column) => column.standardError(term, decimals)) },
  ];
}

const fitGroup = (columns: readonly ModelColumns[], pseudoR2: keyof PseudoR2): RowGroup => ({
  label: { en: "fit", zh: "拟合" },
  rows: [
    { header: { en: "N", zh: "样本数量" }, cells: columns.flatMap((column) => column.foot("n")) },
    { header: { en: `pseudo R² (${PSEUDO_R2[pseudoR2]})`, zh: `伪 R²（${PSEUDO_R2[pseudoR2]}）` }, cells: columns.flatMap((column) => column.foot("pseudoR2")) },
    { header: { en: "log-likelihood", zh: "对数似然值" }, cells: columns.flatMap((column) => column.foot("logLik")) },
  ],
});

/** A term under the study's name, else under the one it is printed with. */
export function labelOf(term: string, { study }: StudyResult, published?: PublishedTable): Bilingual | string {
  const named = study.terms.find(({ name }) => name === term)?.label;
  const row = Object.values(published?.models ?? {}).flatMap(({ rows }) => rows).find((printed) => printed.term === term);
  if (named ?? row?.label) return named ?? { en: row!.en ?? term, zh: row!.label! };
  return term === "const" ? { en: "constant", zh: "常数项" } : term;
}

/** Why the coding of some cells counts as unknown, said once under the table. */
const openCodingNotes = ({ study }: StudyResult, models: readonly string[], published?: PublishedTable): Bilingual[] =>
  published ? (study.openCodings ?? []).filter((coding) => coding.models.some((model) => models.includes(model))).map(({ why }) => ({ en: `Coding unknown: ${why.en}.`, zh: `编码不明：${why.zh}。` })) : [];

/**
 * Refuses what a cell gives wrongly for a table of models: a model that was not run would stand there as an empty column, and a
 * title that is a plain text nowhere.
 *
 * @throws {BadInput}
 */
function refuseTable({ id, title, result, models, published, notes }: Pick<RegressionTableInput, "id" | "title" | "result" | "models" | "published" | "notes">): void {
  const spot = (value: unknown, name: string): JsonSpot => new JsonSpot(value, "regressionTable", [name]);
  spot(id, "id").text();
  spot(title, "title").bilingual();
  for (const note of spot(notes, "notes").list((_, i) => `note ${i + 1}`)) note.bilingual();
  const { study, fits, refused } = (result ?? {}) as Partial<StudyResult>;
  if (!study || !fits || !refused) throw new BadInput({ file: "regressionTable" }, result === undefined ? "no result" : "the result is none of a run", "what runStudy gives");
  const asked = spot(models, "models").list((_, i) => `model ${i + 1}`);
  if (asked.length === 0) spot(models, "models").refuse("an empty list", "at least one");
  const names = asked.map((model) => model.text());
  for (const [i, name] of names.entries()) {
    if (names.indexOf(name) < i) asked[i].refuse("it stands twice", "each once");
    if (!study.models.some((model) => model.id === name) && !published?.models[name]) throw notRun(study, name);
  }
}
