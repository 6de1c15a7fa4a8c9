import type { PublishedModel, PublishedRow, PublishedTable } from "../published/publishedTable";

/** A model for an example: what is not under test is left blank. */
export const exampleModel = (rows: readonly PublishedRow[], change: Partial<PublishedModel> = {}): PublishedModel =>
  ({ table: 1, heading: "", group: "", groupEn: "", outcome: "", family: "binary logit", rows, ...change });

/** A table of one model "A". */
export const exampleTable = (rows: readonly PublishedRow[], change: Partial<PublishedModel> = {}, around: Partial<PublishedTable> = {}): { readonly table: PublishedTable } =>
  ({ table: { models: { A: exampleModel(rows, change) }, ...around } });
