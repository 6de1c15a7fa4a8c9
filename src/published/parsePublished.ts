import { said } from "../faults/said";
import { dictionary } from "./dictionary";
import { JsonSpot } from "./jsonSpot";
import { BRACKETS, DEFAULT_CUTOFFS, FAMILIES, type PublishedModel, type PublishedRow, type PublishedTable, type PublishedTable1, SCALES, STATISTICS, type Supposition, type Unsure, type Unused } from "./publishedTable";
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
      "standardErrors", "statistic", "margins", "scales", "measurement", "supposed", "unused", "notes",
    ],
  );
  const cutoffs = top.cutoffs && readCutoffs(top.cutoffs);
  // What `sojourn table` read is print, mistakes and all: the audit tells them. What somebody wrote by hand is held to the format.
  const asPrinted = Boolean(top.supposed ?? top.unused);
  const models = readModels(top.models, { stars: Object.keys(cutoffs ?? DEFAULT_CUTOFFS), asPrinted });
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
    ...(top.supposed && { supposed: top.supposed.list((_, i) => `supposed ${i + 1}`).map(readSupposition) }),
    ...(top.notes && { notes: top.notes.list((_, i) => `note ${i + 1}`).map((note) => note.text()) }),
    ...(top.unused && { unused: top.unused.list((_, i) => `unused ${i + 1}`).map(readUnused) }),
  };
}

/** The marks that the cut-offs explain, and whether the table may hold what only a misprint explains. */
interface Format {
  readonly stars: readonly string[];
  readonly asPrinted: boolean;
}

function readModels(spot: JsonSpot, format: Format): Record<string, PublishedModel> {
  const models = spot.entries((id) => `model ${id}`);
  if (models.length === 0) spot.refuse("no model", "at least one");
  return dictionary(models.map(([id, model]) => [id, readModel(id, model, format)]));
}

/** What only names a model (table, heading, group, outcome) may be absent: an outside reviewer's file is about its numbers. */
function readModel(id: string, spot: JsonSpot, format: Format): PublishedModel {
  const model = spot.record(["family", "rows"], ["n", "confidence", "table", "heading", "group", "groupEn", "outcome", "pseudoR2", "logLik", "levels", "familyPrinted", "scale", "brackets"]);
  const group = model.group?.text() ?? "";
  const n = model.n?.count();
  if (n === 0) model.n!.refuse("0", "a whole number above 0");
  return {
    table: model.table?.count() ?? 1,
    heading: model.heading?.text() ?? id,
    group,
    groupEn: model.groupEn?.text() ?? group,
    outcome: model.outcome?.text() ?? "",
    family: model.family.oneOf(FAMILIES),
    ...(model.familyPrinted && { familyPrinted: model.familyPrinted.text() }),
    ...(model.scale && { scale: model.scale.oneOf(SCALES) }),
    ...(model.brackets && { brackets: model.brackets.oneOf(BRACKETS) }),
    ...(n !== undefined && { n }),
    ...(model.confidence && { confidence: model.confidence.printed() }),
    ...(model.pseudoR2 && { pseudoR2: model.pseudoR2.printed() }),
    ...(model.logLik && { logLik: model.logLik.printed() }),
    ...(model.levels && { levels: model.levels.count() }),
    rows: readRows(model.rows, format),
  };
}

function readRows(spot: JsonSpot, format: Format): PublishedRow[] {
  const spots = spot.list((item, i) => `term ${termOf(item) ?? `of row ${i + 1}`}`);
  const seen = new Set<string>();
  return spots.map((row) => {
    const read = readRow(row, format);
    if (seen.has(read.term)) row.refuse("stands twice in this model", "each term once");
    seen.add(read.term);
    return read;
  });
}

function readRow(spot: JsonSpot, { stars, asPrinted }: Format): PublishedRow {
  const row = spot.record(["term", "coef", "stars"], ["se", "label", "en", ...STATISTICS]);
  const beside = STATISTICS.flatMap((name) => (row[name] ? [[name, name === "p" ? row[name].printedP() : row[name].printed()]] : []));
  if (!row.se && beside.length === 0 && !asPrinted) spot.refuse("no se", said`a standard error, or one of ${STATISTICS.join(", ")}`);
  const se = row.se?.printed();
  if (se?.startsWith("-") && !asPrinted) row.se!.refuse(said`"${se}" is negative`, "a standard error, 0 or above");
  return {
    term: row.term.text(),
    ...(row.label && { label: row.label.text() }),
    ...(row.en && { en: row.en.text() }),
    coef: row.coef.printed(),
    ...(se !== undefined && { se }),
    stars: asPrinted ? row.stars.text() : row.stars.oneOf(["", ...stars]),
    ...(Object.fromEntries(beside) as Partial<PublishedRow>),
  };
}

const termOf = (item: unknown): string | undefined => {
  const term = (item as { term?: unknown } | null)?.term;
  return typeof term === "string" ? term : undefined;
};

/** {variable: {answer: [count, "percentage"]}}, counts alone (`n`) and means as printed. */
function readTable1(spot: JsonSpot): PublishedTable1 {
  return dictionary(spot.entries((variable) => `variable ${variable}`).map(([variable, value]): [string, PublishedTable1[string]] => {
    if (typeof value.value === "number") return [variable, value.count()];
    if (typeof value.value === "string") return [variable, value.printed()];
    return [variable, dictionary(value.entries((answer) => `${value.name}, answer ${answer}`).map(([answer, pair]) => [answer, readShare(pair)]))];
  }));
}

function readShare(spot: JsonSpot): [number, string] {
  const pair = spot.list((_, i) => `${spot.name}, ${i === 0 ? "count" : "percentage"}`);
  if (pair.length !== 2) spot.refuse(said`${pair.length} items`, '[count, "percentage"]');
  return [pair[0].count(), pair[1].printed()];
}

function readProbability(spot: JsonSpot): string {
  const text = spot.printed();
  return Number(text) >= 0 && Number(text) <= 1 ? text : spot.refuse(said`"${text}"`, "a probability, 0 to 1");
}

function readCutoffs(spot: JsonSpot): Record<string, string> {
  return dictionary(spot.entries((stars) => `cut-off ${stars}`).map(([stars, p]) => [stars, readProbability(p)]));
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
  return dictionary(spot.entries((id) => `categories of model ${id}`).map(([id, terms]) => {
    if (!Object.hasOwn(models, id)) terms.refuse("there is no such model", Object.keys(models).join(", "));
    const printed = models[id].rows.map((row) => row.term);
    return [id, dictionary(terms.entries((term) => `${terms.name}, term ${term}`).map(([term, counts]) => {
      if (!printed.includes(term)) counts.refuse("the model has no such term", printed.join(", "));
      const { one, reference } = counts.record(["one", "reference"]);
      return [term, { one: one.count(), reference: reference.count() }];
    }))];
  }));
}

function readUnsure(spot: JsonSpot): Unsure {
  const { model, term, field, why, code, values } = spot.record(["model", "term", "field", "why"], ["code", "values"]);
  const nameOrNull = (name: JsonSpot) => (name.value === null ? null : name.text());
  return {
    model: nameOrNull(model), term: nameOrNull(term), field: nameOrNull(field), why: why.text(),
    ...(code && { code: code.text() }),
    ...(values && { values: values.list((_, i) => `value ${i + 1}`).map((value) => (typeof value.value === "number" ? value.value : value.text())) }),
  };
}

function readSupposition(spot: JsonSpot): Supposition {
  const { field, value, why, model } = spot.record(["field", "value", "why"], ["model"]);
  return { field: field.text(), value: value.text(), why: why.text(), ...(model && { model: model.value === null ? null : model.text() }) };
}

function readUnused(spot: JsonSpot): Unused {
  const { where, text } = spot.record(["where", "text"]);
  return { where: where.text(), text: text.text() };
}
