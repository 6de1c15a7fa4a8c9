import type { Language } from "../bilingual";
import { codeOf, inLanguage, type Text, type Value } from "../faults/said";
import { REFUSAL_KINDS } from "../faults/zh/notes";
import { SHOWN_IN_CELL, shownInCell } from "../shownInCell";

/** Why a model was refused. */
export type RefusalKind = keyof typeof REFUSAL_KINDS;

/**
 * A model whose numbers would not be worth printing, with the terms (and rows, as file lines where known) to blame.
 * Thrown instead of returning an estimate.
 */
export class RefusedModel extends Error {
  readonly code: string;
  readonly values: readonly Value[];

  constructor(
    readonly kind: RefusalKind,
    readonly terms: readonly string[],
    private readonly reason: Text,
    readonly rows: readonly number[] = [],
  ) {
    super(`Model refused (${kind}): ${inLanguage(reason, "en")}`);
    this.name = "RefusedModel";
    this.code = codeOf(reason);
    this.values = typeof reason === "string" ? [] : reason.values;
  }

  /** The message in a language. */
  inLanguage(language: Language): string {
    return language === "en" ? this.message : `模型被拒绝（${REFUSAL_KINDS[this.kind]}）：${inLanguage(this.reason, "zh")}`;
  }

  [SHOWN_IN_CELL](): string {
    return shownInCell(this);
  }

  /** The same refusal with more names to find it by. */
  alsoNaming(terms: readonly string[]): RefusedModel {
    return new RefusedModel(this.kind, [...new Set([...this.terms, ...terms])], this.reason, this.rows);
  }

  /** The same refusal of data whose rows have no numbers. */
  withoutRows(): RefusedModel {
    return new RefusedModel(this.kind, this.terms, this.reason);
  }
}
