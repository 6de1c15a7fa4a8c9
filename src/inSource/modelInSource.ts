import type { Engine } from "../engines/engine";
import { TooManyPatterns } from "../engines/modelDataFrom";
import { S } from "../engines/patternsSql";
import { quotedName, quotedText } from "../engines/sqlText";
import { readRow } from "../engines/steps/answers";
import { fitBySteps } from "../engines/steps/fitBySteps";
import { type Said, said } from "../faults/said";
import type { Fit } from "../models/fit";
import type { ParallelLines } from "../models/parallelLines";
import { RefusedModel } from "../models/refusedModel";
import type { ModelSample } from "../study/modelSample";
import { runStudy } from "../study/runStudy";
import type { Group, ModelSpec, Study } from "../study/study";
import { countedPeople } from "./countedPeople";

/** One model of a study as its source gives it: fitted or refused. */
export interface ModelInSource {
  readonly sample: ModelSample;
  readonly fit?: Fit | undefined;
  readonly refused?: RefusedModel | undefined;
  readonly parallelLines?: ParallelLines | undefined;
}

/** By what models are fitted (default: steps where there are too many patterns), and how many patterns are too many. */
export interface WayInSource {
  readonly way?: "patterns" | "steps" | undefined;
  readonly most: number;
}

/**
 * Fits one model on its group in the source: by patterns of its own columns, or, where these are too many or steps are asked
 * for, by Newton steps in SQL, which are of binary outcomes.
 *
 * @throws {TooManyPatterns} where patterns are asked for
 */
export async function modelInSource(coded: Engine, study: Study, spec: ModelSpec, { way, most }: WayInSource): Promise<ModelInSource> {
  const group = study.groups.find(({ id }) => id === spec.group)!;
  const within: Engine = { ...coded, rows: `(SELECT * FROM ${coded.rows} AS m${whereSql(group)})` };
  const columns = [...Object.keys(group.where), spec.outcome, ...spec.terms];
  const counted = way === "steps" ? undefined : await countedPeople(within, columns, most);
  if (counted === undefined && way === "patterns") throw new TooManyPatterns(coded.name, columns, most);
  if (counted === undefined) return bySteps(within, spec, way === "steps" ? notBySteps(spec) : tooMany(spec));
  // A study of this model alone: its patterns lack the columns by which other models' groups are told.
  const { samples, fits, refused, parallelLines } = runStudy({ ...study, models: [spec], groups: [group], hypotheses: [] }, { ...counted, synthetic: false });
  return { sample: samples[spec.id], fit: fits[spec.id], refused: refused[spec.id], parallelLines: parallelLines[spec.id] };
}

/** Groups of the paper are told by a text; others have not been asked of a source. */
function whereSql({ where }: Group): string {
  const conditions = Object.entries(where).map(([column, value]) => {
    if (typeof value !== "string") throw new Error(`a group by ${column} is not offered in a source`);
    return `${quotedName(column)} = ${quotedText(value)}`;
  });
  return conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
}

const notBySteps = ({ id }: ModelSpec): Said => said`${id} is of an ordered outcome, and ordered outcomes are not fitted by steps. Leave --way steps out.`;
const tooMany = ({ id }: ModelSpec): Said => said`${id} is of an ordered outcome, which is fitted by patterns only, and its columns have too many. Choose readings of fewer values (contactWillingness=possibleRange).`;

/** @param ordered why no ordered outcome is fitted */
async function bySteps(within: Engine, { outcome, family, terms }: ModelSpec, ordered: Said): Promise<ModelInSource> {
  const sample = await sampleOf(within, [outcome, ...terms]);
  const refuse = (refused: RefusedModel): ModelInSource => ({ sample, refused });
  if (family !== "binomial") return refuse(new RefusedModel("bad-input", [], ordered));
  if (sample.leftOut.people === sample.members) return refuse(new RefusedModel("bad-input", [], sample.members === 0 ? "nobody belongs to its group" : "nobody of its group has a value in every column"));
  try {
    return { sample, fit: (await fitBySteps(within, { outcome, terms, family, dropMissing: true }, { family })).fit };
  } catch (error) {
    if (error instanceof RefusedModel) return refuse(error);
    throw error;
  }
}

/** Who is left out for want of a value, and how many there are; nobody is fetched. */
async function sampleOf(within: Engine, columns: readonly string[]): Promise<ModelSample & { readonly members: number }> {
  const names = columns.map((name) => `${S}.${quotedName(name)}`);
  const counted = (condition: string, j: number): string => `CAST(sum(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS ${within.dialect.double}) AS r${j}`;
  const lacking = [names.map((name) => `${name} IS NULL`).join(" OR "), ...names.map((name) => `${name} IS NULL`)];
  const [members, people, ...each] = (await readRow(within, `SELECT CAST(count(*) AS ${within.dialect.double}) AS n, ${lacking.map(counted).join(", ")} FROM ${within.rows} AS ${S}`)).map((count) => count || 0); // of nobody a sum is NULL
  const byColumn = Object.fromEntries(columns.flatMap((column, j) => (each[j] > 0 ? [[column, each[j]]] : [])));
  return { members, people: [], X: [], y: [], terms: columns.slice(1), leftOut: { people, byColumn } };
}
