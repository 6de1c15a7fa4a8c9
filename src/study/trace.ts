import { BadInput } from "../badInput";
import { said } from "../faults/said";
import type { Claim } from "../published/claims";
import type { PublishedTable } from "../published/publishedTable";
import { columnOf, type Codebook } from "../survey/codebook";
import type { Respondent } from "../survey/respondent";
import { refuseOtherScale } from "./refuseOtherScale";
import { coefficientOf } from "./results";
import { runStudy } from "./runStudy";
import { starCutoffs, starsOf } from "./stars";
import type { CodedPeople, Study } from "./study";

/** One number of a table, back to the question it comes from: the JSON of `sojourn trace`. */
export interface Trace {
  readonly model: string;
  readonly term: string;
  readonly synthetic: boolean;
  /** With how many of the model's people gave each answer. */
  readonly questions: readonly TracedQuestion[];
  /** Null for the constant, which no question gives; the line of the file where the rule begins. */
  readonly rule: { readonly file: string; readonly line: number; readonly reading: string } | null;
  /** How many of the model's people have each value of the design column. */
  readonly coded: Readonly<Record<string, number>>;
  /** Null where the study has no printed table. */
  readonly printed: { readonly coef: string; readonly se: string; readonly stars: string } | null;
  readonly refitted: { readonly estimate: number; readonly standardError: number; readonly z: number; readonly p: number; readonly stars: string };
  /** Ids of what the text says of it. */
  readonly claims: readonly string[];
}

export interface TracedQuestion {
  readonly column: string;
  readonly zh: string;
  readonly en: string;
  readonly answers: readonly { readonly code: string; readonly zh: string; readonly en: string; readonly count: number }[];
}

const CONSTANT = "const";

/** All that a trace is made of. */
export interface Traced {
  readonly study: Study;
  /** Coded people, and the same people before coding in the same order. */
  readonly coded: CodedPeople & { readonly respondents: readonly Respondent[] };
  readonly codebook: Codebook;
  readonly published?: PublishedTable | undefined;
  readonly claims: readonly Claim[];
  /** The raw columns behind a term. */
  readonly readsOf: (term: string) => readonly string[];
  readonly ruleOf: (term: string) => NonNullable<Trace["rule"]>;
}

/**
 * Follows a coefficient back to its questions: answers → rule → counts → design column → estimate → star → claims.
 *
 * @param cell  MODEL.TERM, such as M4.supportUnit
 * @throws {BadInput} a cell that the tables (without any, the models) do not have; {RefusedModel} where the model is refused on these data
 */
export function traceCell(cell: string, { study, coded, codebook, published, claims, readsOf, ruleOf }: Traced): Trace {
  const { model, term, printed } = published ? printedCell(cell, published) : { ...modelCell(cell, study), printed: null };
  const result = runStudy(study, coded, { models: [model] });
  const { estimate, standardError, z, p } = coefficientOf(result, model, term);
  const { X, terms, people } = result.samples[model];
  const members = new Set<unknown>(people);
  const respondents = coded.respondents.filter((_, i) => members.has(coded.people[i]));
  const constant = term === CONSTANT;
  return {
    model, term, synthetic: coded.synthetic,
    questions: constant ? [] : readsOf(term).map((column) => questionOf(column, respondents, codebook)),
    rule: constant ? null : ruleOf(term),
    coded: countValues(X.map((row) => row[terms.indexOf(term)])),
    printed,
    refitted: { estimate, standardError, z, p, stars: starsOf(p, starCutoffs(published?.cutoffs)) },
    claims: claims.filter((claim) => isAbout(claim, model, term)).map(({ id }) => id),
  };
}

/** A term without its model: which models have it. */
function refuseTermAlone(cell: string, models: readonly { readonly id: string; readonly terms: readonly string[] }[]): void {
  const having = models.filter(({ id, terms }) => id !== cell && terms.includes(cell)).map(({ id }) => `${id}.${cell}`);
  if (having.length > 0) throw new BadInput({ file: cell }, "this is a term, of several models", having.join(", "), "Name the model with it.");
}

function printedCell(cell: string, { models }: PublishedTable) {
  const [model, term, ...rest] = cell.split(".");
  const known = Object.keys(models);
  refuseTermAlone(cell, Object.entries(models).map(([id, { rows }]) => ({ id, terms: rows.map((row) => row.term) })));
  if (!models[model]) throw new BadInput({ file: cell }, said`there is no model "${model}"`, said`MODEL.TERM with a model of ${known.join(", ")}`);
  refuseOtherScale(model, models[model]);
  const row = rest.length === 0 ? models[model].rows.find((printed) => printed.term === term) : undefined;
  if (!row) throw new BadInput({ file: cell }, said`${model} prints no term "${[term, ...rest].join(".")}"`, said`one of ${models[model].rows.map((printed) => printed.term).join(", ")}`);
  if (row.se === undefined) throw new BadInput({ file: cell }, said`${model} prints no standard error of ${term}`, "a coefficient with its standard error");
  return { model, term, printed: { coef: row.coef, se: row.se, stars: row.stars } };
}

function modelCell(cell: string, { models }: Study): { model: string; term: string } {
  const [id, term, ...rest] = cell.split(".");
  const model = models.find((one) => one.id === id);
  refuseTermAlone(cell, models);
  if (!model) throw new BadInput({ file: cell }, said`there is no model "${id}"`, said`MODEL.TERM with a model of ${models.map((one) => one.id).join(", ")}`);
  const terms = [...(model.family === "binomial" ? [CONSTANT] : []), ...model.terms];
  if (rest.length > 0 || !terms.includes(term)) throw new BadInput({ file: cell }, said`${id} has no term "${[term, ...rest].join(".")}"`, said`one of ${terms.join(", ")}`);
  return { model: id, term };
}

function questionOf(column: string, respondents: readonly Respondent[], codebook: Codebook): TracedQuestion {
  const { question, answers, missing } = columnOf(codebook, column);
  const counts = countValues(respondents.map((who) => who[column] ?? ""));
  const listed = answers?.map(({ code, zh, en }) => ({ code, zh, en, count: counts[code] ?? 0 }))
    ?? Object.keys(counts).filter((code) => code !== "").map((code) => ({ code, zh: code, en: code, count: counts[code] }));
  const silent = counts[""] ? [{ code: missing[0] ?? "", zh: "未答或不适用", en: "no answer, or not applicable", count: counts[""] }] : [];
  return { column, zh: question.zh, en: question.en, answers: [...listed, ...silent] };
}

/** How often each value is there, texts in their order: of numbers an object keeps an order of its own. */
function countValues(values: readonly (string | number)[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(String(value), (counts.get(String(value)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The coded values from the smallest to the largest, with how many people have each. */
export const codedValues = ({ coded }: Pick<Trace, "coded">): { value: string; count: number }[] =>
  Object.entries(coded).map(([value, count]) => ({ value, count })).sort((a, b) => Number(a.value) - Number(b.value));

function isAbout({ model, models, terms, against }: Claim, asked: string, term: string): boolean {
  const about = [...(models ?? []), ...(model ? [model] : []), ...(against ? [against] : [])];
  return about.includes(asked) && (terms === "all" ? term !== CONSTANT : terms.includes(term));
}
