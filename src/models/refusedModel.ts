/** Why a model was refused. */
export type RefusalKind = "separation" | "collinear" | "constant-outcome" | "not-converged" | "bad-input" | "negative-probability";

/**
 * A model whose numbers would not be worth printing, with the terms (and rows, as file lines where known) to blame.
 * Thrown instead of returning an estimate.
 */
export class RefusedModel extends Error {
  constructor(
    readonly kind: RefusalKind,
    readonly terms: readonly string[],
    reason: string,
    readonly rows: readonly number[] = [],
  ) {
    super(`Model refused (${kind}): ${reason}`);
    this.name = "RefusedModel";
    this.reason = reason;
  }

  private readonly reason: string;

  /** The same refusal with more names to find it by. */
  alsoNaming(terms: readonly string[]): RefusedModel {
    return new RefusedModel(this.kind, [...new Set([...this.terms, ...terms])], this.reason, this.rows);
  }
}
