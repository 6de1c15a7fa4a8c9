import type { PublishedTable } from "../published/publishedTable";
import { type Said, saidInNotes } from "../published/saidInNotes";
import { type GroupDifference, groupDifferencesOf } from "./differences";
import type { AuditOptions } from "./options";
import type { Rounding } from "./printedInterval";
import { printedModel, type PrintedModel } from "./printedModel";
import { type PseudoR2Answer, pseudoR2Answer } from "./pseudoR2Answer";

/**
 * What every check is given: the table, each printed number's interval (derived once), what its notes say, what was
 * supposed in reading it, and the two answers that several checks build on.
 */
export class Given {
  readonly models: ReadonlyMap<string, PrintedModel>;
  readonly rounding: Rounding;
  readonly said: ReadonlySet<Said>;
  private events?: PseudoR2Answer;
  private differences?: readonly GroupDifference[];

  constructor(readonly table: PublishedTable, readonly options: AuditOptions = {}) {
    this.rounding = options.rounding ?? "any";
    this.models = new Map(Object.entries(table.models).map(([id, model]) => [id, printedModel(id, model, this.rounding)]));
    this.said = saidInNotes(table);
  }

  model(id: string): PrintedModel {
    const found = this.models.get(id);
    if (!found) throw new Error(`there is no model ${id}`);
    return found;
  }

  /** Models that are parts of wholes, as far as the table has them all. */
  get pools(): { readonly whole: PrintedModel; readonly parts: readonly PrintedModel[] }[] {
    return (this.table.pooled ?? []).map(({ whole, parts }) => ({ whole: this.model(whole), parts: parts.map((id) => this.model(id)) }));
  }

  /** Was this supposed in reading the table, of the model or of all? Then nothing can be proved by it. */
  supposes(field: string, model?: string): boolean {
    return (this.table.supposed ?? []).some((one) => one.field === field && (one.model === undefined || one.model === null || one.model === model));
  }

  /** Is the model, as printed and not as supposed, a logit whose coefficients and standard errors are log-odds? */
  isInLogOdds({ id, isLogit, scale, published: { brackets = "se" } }: PrintedModel): boolean {
    return isLogit && scale === "logOdds" && brackets === "se" && !["family", "scale", "brackets"].some((field) => this.supposes(field, id));
  }

  /** Was the cell (or a number of the model) left in doubt by whoever read the table? Then nothing can be proved by it. */
  doubts(model: string, term: string | null): boolean {
    return (this.table.unsure ?? []).some((one) => one.model === model && one.term === term);
  }

  /** Unweighted maximum likelihood on the rows counted: what sums of counts, log-likelihoods and R² are proofs of. */
  get rowsAreCounted(): boolean {
    return !["weights", "survey", "rows left out", "imputation"].some((word) => this.said.has(word as Said));
  }

  /** Standard errors from the model's own information: what their floors are proofs of. */
  get modelBased(): boolean {
    const { standardErrors } = this.table;
    return this.rowsAreCounted && (standardErrors === undefined || standardErrors === "model-based")
      && !["robust", "clusters", "resampling"].some((word) => this.said.has(word as Said));
  }

  get pseudoR2(): PseudoR2Answer {
    return (this.events ??= pseudoR2Answer(this.table, this.rounding));
  }

  get groupDifferences(): readonly GroupDifference[] {
    return (this.differences ??= groupDifferencesOf(this));
  }
}
