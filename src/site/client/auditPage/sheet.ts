import { DEFAULT_CUTOFFS, type Family, type PublishedTable, type Supposition, type Unsure } from "../../../published/publishedTable";
import type { DraftTable } from "../../../published/table/draft/draftTable";
import { plainCharacters } from "../../../published/table/source/characters";

/** A table under correction: everything that can be changed is the text that stands in its box. */
export interface Sheet {
  readonly models: SheetModel[];
  readonly rows: SheetRow[];
  /** `*` → p, as text; an empty one is not used. */
  readonly cutoffs: Record<string, string>;
  standardErrors: "" | "robust" | "weighted";
  /** Which pools are taken. */
  readonly pooled: { readonly whole: string; readonly parts: readonly string[] }[];
  readonly unsure: readonly Unsure[];
  /** Cells that were corrected ("model/term") and fields that were chosen: no longer in doubt, no longer supposed. */
  readonly settled: Set<string>;
  /** What a table brings along that has no box: kept as it came. */
  readonly rest: Readonly<Record<string, unknown>>;
}

export interface SheetModel {
  readonly id: string;
  heading: string;
  group: string;
  family: Family;
  n: string;
  pseudoR2: string;
  logLik: string;
  readonly rest: Readonly<Record<string, unknown>>;
}

export interface SheetRow {
  /** As it was read: what doubts and other keys of the table call it. */
  readonly term: string;
  label: string;
  /** By model; a model without the term has two empty texts. */
  readonly cells: Record<string, SheetCell>;
}

export interface SheetCell {
  /** With its stars: "0.535***". */
  coefficient: string;
  standardError: string;
  /** What its row brings along that has no box. */
  readonly rest?: Readonly<Record<string, unknown>>;
}

/** A table as it was read, ready to be corrected. */
export function sheetOf({ models, cutoffs, standardErrors, pooled, unsure = [], ...rest }: DraftTable | PublishedTable): Sheet {
  const read = Object.entries(models);
  const terms = inPrintedOrder(read.map(([, { rows }]) => rows.map(({ term }) => term)));
  return {
    models: read.map(([id, { rows: _, heading, group, family, n, pseudoR2 = "", logLik = "", ...others }]) =>
      ({ id, heading, group, family, n: n === undefined ? "" : String(n), pseudoR2, logLik, rest: others })),
    rows: terms.map((term) => ({
      term,
      label: read.flatMap(([, { rows }]) => rows).find((row) => row.term === term)?.label ?? term,
      cells: Object.fromEntries(read.map(([id, { rows }]) => {
        const row = rows.find((one) => one.term === term);
        if (!row) return [id, { coefficient: "", standardError: "" }];
        const { term: _, label: __, coef, stars, se = "", ...others } = row;
        return [id, { coefficient: coef + stars, standardError: se, rest: others }];
      })),
    })),
    cutoffs: { ...(cutoffs ?? DEFAULT_CUTOFFS) },
    standardErrors: standardErrors === "robust" || standardErrors === "weighted" ? standardErrors : "",
    pooled: [...(pooled ?? [])],
    unsure, settled: new Set(), rest,
  };
}

/** What a model is called to someone who reads or hears the page. */
export const spoken = ({ id, heading, group }: SheetModel): string => [heading, group].filter((text) => text.trim() !== "").join(" ") || id;

/** What a correction of a cell (term null: of a model's own number) settles. */
export const cellKey = (model: string | null, term: string | null): string => JSON.stringify([model, term]);

/** Takes a row out of the table, or a model with all its cells. */
export function removeRow(sheet: Sheet, term: string): void {
  sheet.rows.splice(sheet.rows.findIndex((row) => row.term === term), 1);
}

export function removeModel(sheet: Sheet, id: string): void {
  sheet.models.splice(sheet.models.findIndex((model) => model.id === id), 1);
  for (const { cells } of sheet.rows) delete cells[id];
  const kept = sheet.pooled.filter(({ whole, parts }) => whole !== id && !parts.includes(id));
  sheet.pooled.splice(0, sheet.pooled.length, ...kept);
}

/** The terms of all models, each new one after the term that it follows in its own model. */
function inPrintedOrder(models: readonly (readonly string[])[]): string[] {
  const order: string[] = [];
  for (const terms of models) {
    terms.forEach((term, i) => {
      if (!order.includes(term)) order.splice(i === 0 ? 0 : order.indexOf(terms[i - 1]) + 1, 0, term);
    });
  }
  return order;
}

/** A number with the marks behind it, as they stand in a coefficient's box. */
export function partsOf(text: string): { readonly number: string; readonly stars: string } {
  const plain = plainCharacters(text).replace(/\s/g, "");
  const [, number, stars] = /^(.*?)([*†‡+#]*)$/u.exec(plain)!;
  return { number, stars };
}

/** What stands in a box of one number: digits, sign and point as ASCII; brackets around it are print. */
export const numberIn = (text: string): string => plainCharacters(text).replace(/\s/g, "").replace(/^[([]+|[)\]]+$/g, "");

/** The sheet as the JSON that the audit takes (`parsePublished` validates it). */
export function publishedJson(sheet: Sheet): unknown {
  const { models, rows, cutoffs, standardErrors, pooled, rest } = sheet;
  const given = Object.entries(cutoffs).map(([mark, p]): [string, string] => [mark, numberIn(p)]).filter(([, p]) => p !== "");
  const ids = new Set(models.map(({ id }) => id));
  const left = ({ model, term }: Unsure) => !sheet.settled.has(cellKey(model, term)) && (model === null || ids.has(model));
  return {
    ...rest,
    ...(sheet.unsure.length > 0 && { unsure: sheet.unsure.filter(left) }),
    ...(rest["supposed"] !== undefined && {
      supposed: (rest["supposed"] as readonly Supposition[]).filter(({ field, model }) => !sheet.settled.has(field) && !sheet.settled.has(`${field}/${model ?? ""}`)),
    }),
    models: Object.fromEntries(models.map((model) => [model.id, {
      ...model.rest,
      heading: model.heading.trim() || model.id, group: model.group.trim(), family: model.family,
      ...(numberIn(model.n) && { n: numberIn(model.n) }),
      ...(numberIn(model.pseudoR2) && { pseudoR2: numberIn(model.pseudoR2) }),
      ...(numberIn(model.logLik) && { logLik: numberIn(model.logLik) }),
      rows: rows.filter(({ cells }) => !isEmpty(cells[model.id])).map(({ term, label, cells }) => {
        const { number, stars } = partsOf(cells[model.id].coefficient);
        const se = numberIn(cells[model.id].standardError);
        return { term, label: label.trim(), ...cells[model.id].rest, coef: number, ...(se && { se }), stars };
      }),
    }])),
    ...(given.length > 0 && { cutoffs: Object.fromEntries(given) }),
    ...(standardErrors && { standardErrors }),
    ...(pooled.length > 0 && { pooled }),
  };
}

export const isEmpty = ({ coefficient, standardError }: SheetCell): boolean => coefficient.trim() === "" && standardError.trim() === "";
