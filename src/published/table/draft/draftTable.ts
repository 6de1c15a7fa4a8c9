import type { PublishedModel, PublishedRow, PublishedTable, Supposition, Unsure, Unused } from "../../publishedTable";

/** A published table as far as it was read: what print did not give is absent. */
export interface DraftTable extends Omit<PublishedTable, "models" | "unsure" | "supposed" | "unused"> {
  readonly models: Readonly<Record<string, DraftModel>>;
  /** Cells in doubt, with the reason. */
  readonly unsure: readonly Unsure[];
  /** What was supposed, since nothing printed says it. */
  readonly supposed: readonly Supposition[];
  /** What was seen and not used. */
  readonly unused: readonly Unused[];
}
export type DraftModel = Omit<PublishedModel, "n" | "rows"> & { readonly n?: number; readonly rows: readonly DraftRow[] };
export type DraftRow = Omit<PublishedRow, "se"> & { readonly se?: string };
