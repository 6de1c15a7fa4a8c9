import { BadInput } from "../badInput";
import { said } from "../faults/said";
import { readModelData } from "../models/data/modelData";
import type { WildWeights } from "../models/hypotheses/wildDraws";
import { type WildTermsTest, wildTestTerms } from "../models/hypotheses/wildTerms";
import { labelsOf } from "./fitOptions";
import { dataFileOf, type SavedFit } from "./savedFit";

/** What `sojourn test --bootstrap` asks for. */
export interface WildOptions {
  readonly bootstrap?: number | undefined;
  readonly cluster?: string | undefined;
  readonly seed?: number | undefined;
  readonly wild?: WildWeights | undefined;
}

/** The test of some terms. @throws {BadInput} without a column of clusters that has a label in every row */
export function wildTest(saved: SavedFit, terms: readonly string[] | undefined, { bootstrap = 999, cluster, seed, wild }: WildOptions): WildTermsTest {
  if (terms === undefined) throw new BadInput({ file: "--bootstrap" }, "it tests that terms are 0 together", "--terms beside it");
  if (bootstrap < 99) throw new BadInput({ file: "--bootstrap" }, said`${bootstrap} draws are too few for a p`, "99 or more");
  const [own] = labelsOf(saved.model.options.standardErrors);
  const column = cluster ?? own;
  if (column === undefined) throw new BadInput({ file: "--bootstrap" }, "there are no clusters", "--cluster COLUMN, or a fit with --se cluster:COLUMN");
  return wildTestTerms({ ...saved, options: saved.model.options }, terms, { clusters: clustersOf(saved, column), replicates: bootstrap, seed, wild });
}

/** The labels of the rows that were fitted, from the data file. */
function clustersOf(saved: SavedFit, column: string): readonly string[] {
  const { data, model } = saved;
  if (Object.hasOwn(data.labels, column)) return data.labels[column];
  const file = dataFileOf(saved);
  if (file === undefined) throw new BadInput({ file: "--cluster", column }, "rows that were counted together have no such column", "a fit with --se cluster:COLUMN");
  const again = readModelData(file, { ...model.spec, labels: [column] });
  if (again.rows.length !== data.rows.length) {
    const row = data.rows.find((line) => !again.rows.includes(line));
    throw new BadInput({ file, row, column }, "the cell is empty, and the fit has the row", "a cluster for each row of the fit", "Fit the model with --se cluster:COLUMN, which leaves such rows out.");
  }
  return again.labels[column];
}
