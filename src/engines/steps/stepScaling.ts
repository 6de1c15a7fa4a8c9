import { BadInput } from "../../badInput";
import { said } from "../../faults/said";
import { MISSING_CODES } from "../../models/data/cells";
import type { ModelDataSpec } from "../../models/data/modelData";
import { RefusedModel } from "../../models/refusedModel";
import type { Engine } from "../engine";
import { readRow } from "./answers";
import { missingSql, rangesSql, squaresSql, type StepQuestion } from "./stepSql";

/** What the first queries tell of the rows. */
export interface StepScaling {
  readonly centre: Float64Array;
  readonly scale: Float64Array;
  readonly rows: number;
  /** How often the outcome is 0 and 1, by weight. */
  readonly others: number;
  readonly events: number;
}

/** Of each column rangesSql gives least, most, mean, then least and most where y is 0 and where it is 1. */
const PER_COLUMN = 7;

/**
 * How many rows lack something.
 * @param complete  what holds of a row that lacks nothing
 * @param labels    whether texts may count as missing
 * @throws {BadInput} where some do and are not to be left out, or all do
 */
export async function countMissing(engine: Engine, complete: string, labels: boolean, { dropMissing }: ModelDataSpec): Promise<number> {
  const file = engine.name;
  const [all, missing] = await readRow(engine, missingSql(complete, engine));
  if (all === 0) throw new BadInput({ file }, "there are no rows", "at least one row");
  if (missing > 0 && !dropMissing) {
    const found = labels ? said`a cell is empty, or counts as missing (${MISSING_CODES.join(", ")}); ${missing} rows lack something` : said`the cell is empty; ${missing} rows lack something`;
    throw new BadInput({ file }, found, "a value", "Fill it, or leave such rows out with --missing drop.");
  }
  if (missing === all) throw new BadInput({ file }, "every row has an empty cell", "at least one row");
  return missing;
}

/**
 * Reads means and mean squares, by which the columns are standardised, and refuses what no step could mend.
 *
 * @throws {BadInput} outcomes other than 0 and 1, weights that count no rows, infinite numbers, whole numbers beyond 2^53
 * @throws {RefusedModel} constant-outcome; collinear: a column of one value; separation: a column that alone foretells the outcome
 */
export async function readScaling(engine: Engine, question: StepQuestion, { outcome, weights }: ModelDataSpec): Promise<StepScaling> {
  const file = engine.name;
  const [rows, weight, events, strange, broken, ...ranges] = await readRow(engine, rangesSql(question, engine));
  if (strange > 0) throw new BadInput({ file, column: outcome }, said`the outcome of ${strange} rows is neither 0 nor 1`, "0 or 1", "For an outcome of several levels, use --family ordered.");
  if (broken > 0) throw new BadInput({ file, column: weights }, said`${broken} weights are no whole numbers from 0`, "whole numbers that count equal rows");
  const others = weight - events;
  if (!(events > 0 && others > 0)) throw new RefusedModel("constant-outcome", [], said`the outcome is ${events > 0 ? 1 : 0} in all ${rows} rows`);
  const m = question.columns.length + 1;
  const centre = new Float64Array(m);
  const scale = new Float64Array(m).fill(1);
  question.columns.forEach(({ name: column }, j) => {
    const [least, most, mean, least0, most0, least1, most1] = ranges.slice(j * PER_COLUMN, (j + 1) * PER_COLUMN);
    if (![least, most, mean].every(Number.isFinite)) throw new BadInput({ file, column }, "an infinite number stands in it", "finite numbers", "Leave such rows out in --sql.");
    if (Math.max(Math.abs(least), Math.abs(most)) > Number.MAX_SAFE_INTEGER && Number.isInteger(least) && Number.isInteger(most)) throw new BadInput({ file, column }, said`${Math.abs(least) > Math.abs(most) ? least : most} is a whole number beyond 2^53, which a double does not hold`, "smaller numbers", said`Make it smaller in --sql, or give it as --factor ${column}, if it is a label.`);
    if (least === most) throw new RefusedModel("collinear", [column], said`${column} has the same value in every row. Drop it.`);
    if (least1 >= most0 || least0 >= most1) throw new RefusedModel("separation", [column], said`${column} alone foretells the outcome: it is ${least0} to ${most0} where the outcome is 0, and ${least1} to ${most1} where it is 1, so no finite estimate exists. Merge the category or drop the term.`);
    centre[j + 1] = mean;
  });
  (await readRow(engine, squaresSql(question, engine, centre))).forEach((square, j) => (scale[j + 1] = Math.sqrt(square)));
  return { centre, scale, rows, others, events };
}
