/**
 * Sees to it that labels of rows (clusters, strata, units) are one for each row: a missing one would be a cluster of its own.
 *
 * @throws {RangeError} too few or too many, or a row without a label
 */
export function refuseLabels(labels: readonly unknown[] | undefined, rows: number, what: string): void {
  if (labels === undefined) return;
  if (labels.length !== rows) throw new RangeError(`there are ${labels.length} ${what} labels for ${rows} rows`);
  for (let i = 0; i < rows; i++) if (labels[i] === undefined || labels[i] === null || Number.isNaN(labels[i])) throw new RangeError(`row ${i + 1} has no ${what} label`);
}
