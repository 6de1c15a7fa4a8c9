import { readFileSync } from "node:fs";
import { join } from "node:path";
import { BadInput } from "../badInput";
import { projectFolder } from "../projectFolder";
import type { Claim } from "../published/claims";
import type { PublishedTable } from "../published/publishedTable";
import { coefficientOf } from "../study/coefficientIn";
import { runStudy } from "../study/runStudy";
import { starCutoffs, starsOf } from "../study/stars";
import { columnOf } from "../survey/codebook";
import type { Respondent } from "../survey/respondent";
import type { CodedSample } from "./codeSample";
import type { Readings } from "./readings";
import { sfrcCodebook } from "./readSfrc";
import { sfrcStudy } from "./study";
import { variableOf } from "./variables";

/** One number of a table, back to the question it comes from: the JSON of `sojourn trace`. */
export interface Trace {
  readonly model: string;
  readonly term: string;
  readonly synthetic: boolean;
  /** With how many of the model's people gave each answer. */
  readonly questions: readonly TracedQuestion[];
  /** Null for the constant, which no question gives. */
  readonly rule: { readonly file: string; readonly line: number; readonly reading: string } | null;
  /** How many of the model's people have each value of the design column. */
  readonly coded: Readonly<Record<string, number>>;
  readonly printed: { readonly coef: string; readonly se: string; readonly stars: string };
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

/**
 * Follows a printed coefficient back to its questions: answers → rule → counts → design column → estimate → star → claims.
 *
 * @param cell  MODEL.TERM, such as M4.supportUnit
 * @throws {BadInput} a cell that the tables do not have; {RefusedModel} where the model is refused on these data
 */
export function trace(cell: string, coded: CodedSample, published: PublishedTable, claims: readonly Claim[]): Trace {
  const { model, term, printed } = printedCell(cell, published);
  const result = runStudy(sfrcStudy(coded.readings), coded, { models: [model] });
  const { estimate, standardError, z, p } = coefficientOf(result, model, term);
  const { X, terms, people } = result.samples[model];
  const members = new Set<unknown>(people);
  const respondents = coded.respondents.filter((_, i) => members.has(coded.people[i]));
  return {
    model, term, synthetic: coded.synthetic,
    questions: term === CONSTANT ? [] : variableOf(term).reads.map((column) => questionOf(column, respondents)),
    rule: term === CONSTANT ? null : ruleOf(term, coded.readings),
    coded: countValues(X.map((row) => row[terms.indexOf(term)])),
    printed,
    refitted: { estimate, standardError, z, p, stars: starsOf(p, starCutoffs(published.cutoffs)) },
    claims: claims.filter((claim) => isAbout(claim, model, term)).map(({ id }) => id),
  };
}

function printedCell(cell: string, { models }: PublishedTable) {
  const [model, term, ...rest] = cell.split(".");
  const known = Object.keys(models);
  if (!models[model]) throw new BadInput({ file: cell }, `there is no model "${model}"`, `MODEL.TERM with a model of ${known.join(", ")}`);
  const row = rest.length === 0 ? models[model].rows.find((printed) => printed.term === term) : undefined;
  if (!row) throw new BadInput({ file: cell }, `${model} prints no term "${[term, ...rest].join(".")}"`, `one of ${models[model].rows.map((printed) => printed.term).join(", ")}`);
  return { model, term, printed: { coef: row.coef, se: row.se, stars: row.stars } };
}

function questionOf(column: string, respondents: readonly Respondent[]): TracedQuestion {
  const { question, answers, missing } = columnOf(sfrcCodebook(), column);
  const counts = countValues(respondents.map((who) => who[column] ?? ""));
  const listed = answers?.map(({ code, zh, en }) => ({ code, zh, en, count: counts[code] ?? 0 }))
    ?? Object.keys(counts).filter((code) => code !== "").map((code) => ({ code, zh: code, en: code, count: counts[code] }));
  const silent = counts[""] ? [{ code: missing[0] ?? "", zh: "未答或不适用", en: "no answer, or not applicable", count: counts[""] }] : [];
  return { column, zh: question.zh, en: question.en, answers: [...listed, ...silent] };
}

/** Where the rule of a variable begins, in the file named after it. */
function ruleOf(term: string, readings: Readings): NonNullable<Trace["rule"]> {
  const variable = variableOf(term);
  const file = `src/sfrc/coding/${variable.file}`;
  const lines = readFileSync(join(projectFolder, file), "utf8").split("\n");
  const name = `code${variable.name[0].toUpperCase()}${variable.name.slice(1)}`;
  const at = lines.findIndex((line) => line.startsWith(`export function ${name}(`));
  if (at < 0) throw new Error(`${file} has no function ${name}: src/sfrc/variables.ts names the wrong file`);
  const chosen = readings as Readonly<Record<string, string>>;
  return { file, line: at + 1, reading: variable.readings.map((reading) => `${reading}=${chosen[reading]}`).join(", ") };
}

/** Numbers in their order, then texts. */
function countValues(values: readonly (string | number)[]): Record<string, number> {
  const counts = new Map<string | number, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const order = [...counts.keys()].sort((a, b) => (typeof a === "number" && typeof b === "number" ? a - b : String(a) < String(b) ? -1 : 1));
  return Object.fromEntries(order.map((value) => [String(value), counts.get(value)!]));
}

function isAbout({ model, models, terms, against }: Claim, asked: string, term: string): boolean {
  const about = [...(models ?? []), ...(model ? [model] : []), ...(against ? [against] : [])];
  return about.includes(asked) && (terms === "all" ? term !== CONSTANT : terms.includes(term));
}
