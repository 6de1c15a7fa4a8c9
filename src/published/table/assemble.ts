import type { PublishedModel, PublishedRow, PublishedTable, PublishedTable1, Scale, Unsure } from "../publishedTable";
import { tidyLabel } from "./characters";
import { isModelNumber } from "./headings";
import { type NotesRead, readNotes } from "./notes";
import type { Doubt, RawCell, RawTable } from "./rawTable";
import { isConstantLabel, isThresholdLabel, kindOf } from "./rowKind";

/** A published table as far as it was read: what print did not give is absent. */
export interface DraftTable extends Omit<PublishedTable, "models" | "unsure"> {
  readonly models: Readonly<Record<string, DraftModel>>;
  readonly unsure: readonly Unsure[];
}
export type DraftModel = Omit<PublishedModel, "n" | "rows"> & { readonly n?: number; readonly rows: readonly DraftRow[] };
export type DraftRow = Omit<PublishedRow, "se"> & { readonly se?: string };

/** Joins the tables of one text: models get ids m1, m2 … in printed order, terms the name that is printed. */
export function assembleTables(raws: readonly RawTable[], descriptive: readonly { table1: PublishedTable1; scales: Readonly<Record<string, Scale>>; doubts: readonly Doubt[] }[]): DraftTable {
  const models: Record<string, DraftModel> = {};
  const unsure: Unsure[] = descriptive.flatMap(({ doubts }) => doubts.map((doubt) => ({ ...doubt, model: null })));
  const read = raws.map((raw) => readNotes(`${raw.caption}\n${raw.over.join("\n")}\n${raw.notes}\n${raw.rows.map(({ label }) => label).join("\n")}`));
  raws.forEach((raw, k) => {
    const offset = Object.keys(models).length;
    const count = raw.rows[0]?.cells.length ?? 0;
    for (let j = 0; j < count; j++) {
      const id = `m${offset + j + 1}`;
      const { model, doubts } = modelOf(raw, j, read[k], k + 1);
      models[id] = model;
      unsure.push(...doubts.map((doubt) => ({ ...doubt, model: id })));
    }
    unsure.push(...raw.doubts.map((doubt) => ({ ...doubt, model: doubt.model === null ? null : `m${offset + doubt.model + 1}` })));
  });
  const first = <T>(pick: (notes: NotesRead) => T | undefined) => read.map(pick).find((one) => one !== undefined);
  const cutoffs = first(({ cutoffs: found }) => found);
  const definition = first(({ definition: found }) => found);
  const scales = Object.assign({}, ...descriptive.map((one) => one.scales)) as Record<string, Scale>;
  return {
    ...(descriptive.length > 0 && { table1: Object.assign({}, ...descriptive.map((one) => one.table1)) as PublishedTable1 }),
    models,
    ...(cutoffs && { cutoffs }),
    ...(definition && { pseudoR2Definition: definition }),
    ...(read.some(({ robust }) => robust) && { standardErrors: "robust" as const }),
    ...(Object.keys(scales).length > 0 && { scales }),
    unsure,
  };
}

function modelOf(raw: RawTable, j: number, notes: NotesRead, place: number): { model: DraftModel; doubts: Omit<Unsure, "model">[] } {
  const doubts: Omit<Unsure, "model">[] = [];
  const heads = glued(raw.headings).map((line) => tidyLabel(line[j]).replace(/(?<=\p{Script=Han}) (?=\d)/u, ""));
  const heading = heads.find(isModelNumber) ?? (raw.headings.length > 1 ? heads[0] : undefined);
  const group = heads.find((head) => head !== heading) ?? "";
  const statistics = new Map<string, string>();
  const rows: DraftRow[] = [];
  for (const { label, cells } of raw.rows) {
    const cell = cells[j];
    if (!cell) continue;
    const kind = kindOf(label);
    // A standard error makes a term of a row whatever its name: "N" may be a variable.
    if (kind === "term" && cell.se === undefined) {
      doubts.push({ term: label, field: null, why: `${cell.coef}${cell.stars} stands without a standard error: it may be no coefficient` });
    } else if (cell.se !== undefined) rows.push(rowOf(label, { ...cell, se: cell.se }, rows, notes, doubts));
    else if (kind !== "other") statistics.set(kind, cell.coef);
  }
  const n = statistics.get("n");
  if (n === undefined) doubts.push({ term: null, field: "n", why: "no number of observations was found" });
  else if (!/^\d+$/.test(n)) doubts.push({ term: null, field: "n", why: `"${n}" is not a whole number` });
  return {
    model: {
      table: raw.number ?? place,
      heading: heading ?? (raw.number === undefined ? raw.caption : `表${raw.number}`),
      group, groupEn: group, outcome: raw.over.map(outcomeIn).find(Boolean) ?? "",
      family: familyOf(notes, rows, doubts),
      ...(n !== undefined && /^\d+$/.test(n) && { n: Number(n) }),
      ...(statistics.has("pseudoR2") && { pseudoR2: statistics.get("pseudoR2")! }),
      ...(statistics.has("logLik") && { logLik: statistics.get("logLik")! }),
      rows,
    },
    doubts,
  };
}

/** Headings broken over two lines, as a hyphen shows, made one. */
function glued(headings: RawTable["headings"]): string[][] {
  const lines: string[][] = [];
  for (const line of headings) {
    const last = lines.at(-1);
    if (last?.some((head) => /\p{L}-$/u.test(head))) lines[lines.length - 1] = last.map((head, j) => (/-$/.test(head) ? head.slice(0, -1) + line[j] : `${head} ${line[j]}`));
    else lines.push([...line]);
  }
  return lines;
}

/** "Dependent variable: low" names an outcome; the words alone do not. */
const outcomeIn = (over: string): string => over.replace(/^(?:dependent variables?|outcomes?|因变量|被解释变量)\s*[:：]?\s*/i, "").trim();

function rowOf(label: string, { coef, stars, se }: Required<RawCell>, rows: readonly DraftRow[], { brackets }: NotesRead, doubts: Omit<Unsure, "model">[]): DraftRow {
  const twice = rows.filter(({ term }) => term === label || term.startsWith(`${label} (`)).length;
  const term = twice === 0 ? label : `${label} (${twice + 1})`;
  if (twice > 0) doubts.push({ term, field: "label", why: `"${label}" stands more than once` });
  const errors = brackets === undefined || brackets === "se";
  if (!errors) doubts.push({ term, field: "se", why: `the notes say that brackets hold ${brackets} values, not standard errors: (${se})` });
  else if (se.startsWith("-")) doubts.push({ term, field: "se", why: `a standard error cannot be negative: (${se})` });
  if (stars.length > 3) doubts.push({ term, field: "stars", why: `${stars.length} stars` });
  return { term, label, coef, ...(errors && !se.startsWith("-") && { se }), stars };
}

/** By the words around the table; else by its constant, which an ordered model has not. */
function familyOf(notes: NotesRead, rows: readonly DraftRow[], doubts: Omit<Unsure, "model">[]): PublishedModel["family"] {
  if (rows.some(({ term }) => isThresholdLabel(term))) return "ordered logit";
  const constant = rows.some(({ term }) => isConstantLabel(term));
  if (notes.family === "ordered logit" || (notes.family === "binary logit" && constant)) return notes.family;
  if (notes.family === undefined && !constant) {
    doubts.push({ term: null, field: "family", why: "nothing names the kind of model; it has no constant, so it is read as an ordered logit" });
    return "ordered logit";
  }
  if (notes.family === undefined) doubts.push({ term: null, field: "family", why: "nothing names the kind of model; it has a constant, so it is read as a binary logit" });
  return "binary logit";
}
