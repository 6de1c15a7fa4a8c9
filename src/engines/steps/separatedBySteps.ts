import { said } from "../../faults/said";
import { RefusedModel } from "../../models/refusedModel";
import type { Engine } from "../engine";
import { readRow } from "./answers";
import { marginsSql, type StepQuestion } from "./stepSql";

/** A column that moves less than this of the one that moves most has no part in the direction. */
const NO_PART = 1e-3;

/**
 * Asks whether the direction in which the steps run away separates the outcomes: whether along it no row of outcome 0 lies
 * beyond one of outcome 1. One query decides it; what it finds is certain, what it does not find proves nothing.
 *
 * @param step on the standardised columns, the constant first
 * @throws {RefusedModel} separation, naming the terms of the direction
 */
export async function refuseSeparatedBySteps(engine: Engine, question: StepQuestion, step: Float64Array, scale: Float64Array, n: number): Promise<void> {
  const slopes = [...step.slice(1)];
  const most = Math.max(...slopes.map(Math.abs));
  const direction = slopes.map((value, j) => (Math.abs(value) < NO_PART * most ? 0 : value / scale[j + 1]));
  if (direction.every((value) => value === 0)) return;
  const [leastOf1, mostOf0] = await readRow(engine, marginsSql(question, engine, rounded(direction)));
  if (!(leastOf1 >= mostOf0)) return;
  const terms = question.columns.flatMap(({ name }, j) => (direction[j] === 0 ? [] : [name]));
  throw new RefusedModel("separation", terms, said`${terms.join(", ")} together foretell outcomes among ${n} rows without error, so no finite estimate exists. Merge the category or drop the term.`);
}

/** Directions of separation are often simple: ±1 for columns that play the same part. */
function rounded(direction: readonly number[]): number[] {
  const most = Math.max(...direction.map(Math.abs));
  const simple = direction.map((value) => value / most);
  return simple.every((value) => Math.abs(value - Math.round(value)) < 1e-3) ? simple.map(Math.round) : simple;
}
