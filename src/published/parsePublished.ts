import { DEFAULT_CUTOFFS } from "./cutoffs";
import { JsonSpot } from "./jsonSpot";
import type { PublishedModel, PublishedRow, PublishedTable, PublishedTable1, Unsure } from "./publishedTable";
import { readMargins, readMeasurementNote, readScales } from "./readAround";

/**
 * A published table from JSON already parsed (format: `data/published.json`), every number still the text that was printed;
 * `file` is the name that refusals give it. Reads no file, so that it also runs in a browser.
 *
 * @throws {BadInput} naming model, term and field: a number that is no printed number (or not in quotes), an unknown or
 *   missing key, stars that no cut-off explains, a negative standard error, a term twice in a model, `pooled` or
 *   `categories` of a model or term that the table does not have
 */
export function parsePublished(json: unknown, file: string): PublishedTable {
  const top = new JsonSpot(json, file).record(
    ["models"],
    [
      "source", "table1", "parallelLinesP", "pooled", "cutoffs", "categories", "pseudoR2Definition", "unsure",
      "standardErrors", "statistic", "margins", "scales", "measurement",
    ],
  );
  const cutoffs = top.cutoffs && readCutoffs(top.cutoffs);
  const models = readModels(top.models, Object.keys(cutoffs ?? DEFAULT_CUTOFFS));
  return {
    ...(top.source && { source: top.source.text() }),
    ...(top.table1 && { table1: readTable1(top.table1) }),
    ...(top.parallelLinesP && { parallelLinesP: readProbability(top.parallelLinesP) }),
    models,
    ...(top.pooled && { pooled: readPooled(top.pooled, Object.keys(models)) }),
    ...(cutoffs && { cutoffs }),
    ...(top.categories && { categories: readCategories(top.categories, models) }),
    ...(top.pseudoR2Definition && { pseudoR2Definition: top.pseudoR2Definition.text() }),
    ...(top.standardErrors && { standardErrors: top.standardErrors.oneOf<"model-based" | "robust" | "weighted">(["model-based", "robust", "weighted"]) }),
    ...(top.statistic && { statistic: top.statistic.oneOf<"z" | "t">(["z", "t"]) }),
    ...(top.margins && { margins: readMargins(top.margins) }),
    ...(top.scales && { scales: readScales(top.scales) }),
    ...(top.measurement && { measurement: top.measurement.list((_, i) => `measurement ${i + 1}`).map(readMeasurementNote) }),
    ...(top.unsure && { unsure: top.unsure.list((_, i) => `unsure ${i + 1}`).map(readUnsure) }),
  };
}

function readModels(spot: JsonSpot, stars: readonly string[]): Record<string, PublishedModel> {
  const models = spot.entries((id) => `model ${id}`);
  if (models.length === 0) spot.refuse("no model", "at least one");
  return Object.fromEntries(models.map(([id, model]) => [id, readModel(id, model, stars)]));
}

/** What only names a model (table, heading, group, outcome) may be absent: an outside reviewer's file is about its numbers. */
function readModel(id: string, spot: JsonSpot, stars: readonly string[]): PublishedModel {
  const model = spot.record(["family", "n", "rows"], ["table", "heading", "group", "groupEn", "outcome", "pseudoR2", "logLik", "levels"]);
  const group = model.group?.text() ?? "";
  const n = model.n.count();
  if (n === 0) model.n.refuse("0", "a whole number above 0");
  return {
    table: model.table?.count() ?? 1,
    heading: model.heading?.text() ?? id,
    group,
    groupEn: model.groupEn?.text() ?? group,
    outcome: model.outcome?.text() ?? "",
    family: model.family.oneOf(["binary logit", "ordered logit"]),
    n,
    ...(model.pseudoR2 && { pseudoR2: model.pseudoR2.printed() }),
    ...(model.logLik && { logLik: model.logLik.printed() }),
    ...(model.levels && { levels: model.levels.count() }),
    rows: readRows(model.rows, stars),
  };
}

function readRows(spot: JsonSpot, stars: readonly string[]): PublishedRow[] {
  const spots = spot.list((item, i) => `term ${termOf(item) ?? `of row ${i + 1}`}`);
  if (spots.length === 0) spot.refuse("no row", "one a printed term");
  const seen = new Set<string>();
  return spots.map((row) => {
    const read = readRow(row, stars);
    if (seen.has(read.term)) row.refuse("stands twice in this model", "each term once");
    seen.add(read.term);
    return read;
  });
}

function readRow(spot: JsonSpot, stars: readonly string[]): PublishedRow {
  const row = spot.record(["term", "coef", "se", "stars"], ["label", "en"]);
  const se = row.se.printed();
  if (se.startsWith("-")) row.se.refuse(`"${se}" is negative`, "a standard error, 0 or above");
  return {
    term: row.term.text(),
    ...(row.label && { label: row.label.text() }),
    ...(row.en && { en: row.en.text() }),
    coef: row.coef.printed(),
    se,
    stars: row.stars.oneOf(["", ...stars]),
  };
}

const termOf = (item: unknown): string | undefined => {
  const term = (item as { term?: unknown } | null)?.term;
  return typeof term === "string" ? term : undefined;
};

/** {variable: {answer: [count, "percentage"]}}, counts alone (`n`) and means as printed. */
function readTable1(spot: JsonSpot): PublishedTable1 {
  return Object.fromEntries(spot.entries((variable) => `variable ${variable}`).map(([variable, value]) => {
    if (typeof value.value === "number") return [variable, value.count()];
    if (typeof value.value === "string") return [variable, value.printed()];
    return [variable, Object.fromEntries(value.entries((answer) => `${value.name}, answer ${answer}`).map(([answer, pair]) => [answer, readShare(pair)]))];
  }));
}

function readShare(spot: JsonSpot): [number, string] {
  const pair = spot.list((_, i) => `${spot.name}, ${["count", "percentage"][i] ?? `item ${i + 1}`}`);
  if (pair.length !== 2) spot.refuse(`${pair.length} items`, '[count, "percentage"]');
  return [pair[0].count(), pair[1].printed()];
}

function readProbability(spot: JsonSpot): string {
  const text = spot.printed();
  return Number(text) >= 0 && Number(text) <= 1 ? text : spot.refuse(`"${text}"`, "a probability, 0 to 1");
}

function readCutoffs(spot: JsonSpot): Record<string, string> {
  return Object.fromEntries(spot.entries((stars) => `cut-off ${stars}`).map(([stars, p]) => [stars, readProbability(p)]));
}

function readPooled(spot: JsonSpot, models: readonly string[]): { whole: string; parts: string[] }[] {
  return spot.list((_, i) => `pooled ${i + 1}`).map((entry) => {
    const { whole, parts } = entry.record(["whole", "parts"]);
    return { whole: whole.oneOf(models), parts: parts.list((_, i) => `part ${i + 1}`).map((part) => part.oneOf(models)) };
  });
}

function readCategories(
  spot: JsonSpot,
  models: Readonly<Record<string, PublishedModel>>,
): Record<string, Record<string, { one: number; reference: number }>> {
  return Object.fromEntries(spot.entries((id) => `categories of model ${id}`).map(([id, terms]) => {
    if (!Object.hasOwn(models, id)) terms.refuse("there is no such model", Object.keys(models).join(", "));
    const printed = models[id].rows.map((row) => row.term);
    return [id, Object.fromEntries(terms.entries((term) => `${terms.name}, term ${term}`).map(([term, counts]) => {
      if (!printed.includes(term)) counts.refuse("the model has no such term", printed.join(", "));
      const { one, reference } = counts.record(["one", "reference"]);
      return [term, { one: one.count(), reference: reference.count() }];
    }))];
  }));
}

function readUnsure(spot: JsonSpot): Unsure {
  const { model, term, field, why } = spot.record(["model", "term", "field", "why"]);
  const nameOrNull = (name: JsonSpot) => (name.value === null ? null : name.text());
  return { model: nameOrNull(model), term: nameOrNull(term), field: nameOrNull(field), why: why.text() };
}
