import type { Bilingual } from "../bilingual";
import type { Place } from "../badInput";
import { grouped } from "../grouped";
import type { Column } from "./codebook";
import type { Respondent, Survey } from "./respondent";

/** What stands in a column, before anything is selected or coded. */
export interface InspectedColumn {
  readonly column: string;
  readonly label: Bilingual;
  readonly answered: number;
  /** Answers with a code, in the codebook's order, those that nobody gave included. */
  readonly answers?: readonly (Bilingual & { readonly code: string; readonly count: number })[];
  /** Of numbers. */
  readonly range?: { readonly least: number; readonly median: number; readonly most: number };
  /** Why there is no answer: the file's own code or label; "" an empty cell. */
  readonly missing: readonly { readonly kind: string; readonly count: number }[];
}

/** Rows that are the same person, or look it. */
export interface Duplicates {
  /** Rows that agree in every answer, whatever their ids. */
  readonly rows: readonly (readonly Place[])[];
  /** Rows that have one id; `waves` says whether they come from several. */
  readonly ids: readonly { readonly id: string; readonly places: readonly Place[]; readonly waves: readonly string[] }[];
}

/** Each column of the codebook that the files have: answers, and missing by kind. */
export function inspectColumns({ respondents, codebook, missing }: Survey): InspectedColumn[] {
  return codebook.columns.filter(({ type }) => type !== "id").map((column) => {
    const given = respondents.map((who) => who[column.name]).filter((answer) => answer !== undefined);
    return {
      column: column.name, label: column.label, answered: given.length,
      ...(column.answers ? { answers: countAnswers(column, given) } : {}),
      ...(column.type === "whole number" && given.length > 0 ? { range: rangeOf(given.map(Number)) } : {}),
      missing: [...(missing?.get(column.name) ?? [])].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count),
    };
  });
}

function countAnswers({ answers = [] }: Column, given: readonly string[]): NonNullable<InspectedColumn["answers"]> {
  const counts = new Map<string, number>();
  for (const code of given) counts.set(code, (counts.get(code) ?? 0) + 1);
  return answers.map(({ code, zh, en }) => ({ code, zh, en, count: counts.get(code) ?? 0 }));
}

function rangeOf(values: readonly number[]): NonNullable<InspectedColumn["range"]> {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return { least: sorted[0], median: (sorted[Math.floor(middle)] + sorted[Math.ceil(middle)]) / 2, most: sorted[sorted.length - 1] };
}

/** Rows that agree in every answer, and ids that stand more than once. A row without any answer is no duplicate. */
export function findDuplicates({ respondents, codebook }: Survey): Duplicates {
  const columns = codebook.columns.filter(({ type }) => type !== "id" && type !== "label").map(({ name }) => name);
  const answered = respondents.filter((who) => columns.some((name) => who[name] !== undefined));
  return {
    rows: groups(answered, (who) => JSON.stringify(columns.map((name) => who[name] ?? null))).map((group) => group.map(({ place }) => place)),
    ids: groups(respondents, ({ id }) => id).map((group) => ({ id: group[0].id, places: group.map(({ place }) => place), waves: [...new Set(group.map(({ wave }) => wave ?? ""))] })),
  };
}

/** Groups of at least two that have the same key. */
function groups(respondents: readonly Respondent[], keyOf: (who: Respondent) => string): Respondent[][] {
  return [...grouped(respondents, keyOf).values()].filter(({ length }) => length > 1);
}
