import type { calibrate, Detection, FalseAlarms, LayoutAlarms } from "./trust";

export interface TrustFigures {
  readonly run: { readonly tables: number; readonly broken: number; readonly planted: number; readonly seed: number };
  readonly right: FalseAlarms;
  readonly broken: Readonly<Record<string, FalseAlarms>>;
  readonly layouts: LayoutAlarms;
  readonly noted: LayoutAlarms;
  readonly planted: readonly Detection[];
  readonly calibration: ReturnType<typeof calibrate>;
}

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}%`);

const alarmRows = (alarms: LayoutAlarms): string =>
  Object.entries(alarms).map(([name, { tables, inconsistent, seeds }]) => `| ${name} | ${tables} | ${inconsistent}${inconsistent > 0 ? ` (seeds ${seeds.join(", ")})` : ""} |`).join("\n");

/** The page that the docs show: every number on it comes from one run. */
export function trustPage({ run, right, broken, layouts, noted, planted, calibration }: TrustFigures): string {
  return `# How far the audit can be trusted

Written by \`node scripts/audit-trust.mjs\` (seed ${run.seed}); do not edit. Each table is made of fits to simulated answers: binary or ordered logit, two groups of unequal size and their whole, printed with two to four decimals, rounded half-up, half-even or truncated, with any of eight pseudo R², named in three tables of ten.

## Right tables

${right.tables} tables (${Object.entries(right.byCut).map(([cut, n]) => `${cut} ${n}`).join(", ")}): **${right.inconsistent} called inconsistent**${right.inconsistent > 0 ? ` (seeds ${right.seeds.join(", ")})` : ""}. That is what the proofs promise; the run would show a mistake in them or in the code.

Of ${right.definition.binary} binary tables the R² was named rightly in ${right.definition.right} (${percent(right.definition.right, right.definition.binary)}), left open in ${right.definition.open} and named wrongly in ${right.definition.wrong}. Where it was named rightly, the true event counts, up to the mirror, were among those left in ${percent(right.events.among, right.definition.right)} and the only ones in ${percent(right.events.alone, right.definition.right)}; in ${percent(right.events.missedByTruncation, right.definition.right)} a truncated table could as well have been rounded to the nearest, with other counts (truncation is tried only where the nearest leaves nothing).

## Right tables in every layout

The same tables as other software would print them, with stars from the unrounded p. Where a layout leaves something open (what kind of standard error an odds ratio has, which legend its stars follow), the audit has to let the table settle it or prove nothing.

| layout | tables | called inconsistent |
|---|---|---|
${alarmRows(layouts)}

## Notes that are no proofs

Of ${calibration.inverseVarianceMean.tables} right tables ${calibration.inverseVarianceMean.cried} had a pooled coefficient that the audit notes as far from the inverse-variance mean of its parts. Of ${calibration.likelihood.tables} right tables of ordered models ${calibration.likelihood.cried} were told that their R² can hardly be one that it was or is not named as. In ordered models LR over Σz² lies between ${calibration.lrPerWald.lower} and ${calibration.lrPerWald.upper} (1st to 99th percentile).

## Tables that break an assumption

The checks assume model-based standard errors, no weights, and parts that share out the whole's rows. Where a table does otherwise and does not say so, the audit may cry wolf:

| broken on purpose | tables | called inconsistent |
|---|---|---|
${Object.entries(broken).map(([name, alarms]) => `| ${name} | ${alarms.tables} | ${alarms.inconsistent} (${percent(alarms.inconsistent, alarms.tables)}) |`).join("\n")}

The same, said in a note of the table:

| said in a note | tables | called inconsistent |
|---|---|---|
${alarmRows(noted)}

## One planted error

*Named*: called inconsistent at the very cell (for a model's own numbers, at it or its whole). *Noted*: a note there that was not before. *Elsewhere*: inconsistent, but at another cell only. The rest went unseen: most such errors leave the table possible.

| error | planted | named | noted | elsewhere | unseen | first unseen seeds |
|---|---|---|---|---|---|---|
${planted.map(({ kind, planted: n, named, noted, elsewhere, missed }) =>
    `| ${kind} | ${n} | ${percent(named, n)} | ${percent(noted, n)} | ${percent(elsewhere, n)} | ${percent(n - named - noted - elsewhere, n)} | ${missed.join(", ")} |`).join("\n")}

R² errors are planted in binary tables only: an ordered outcome's null log-likelihood hangs on counts that tables do not print. A lost sign is no contradiction in itself; where the spread of the terms is printed, the check of level and sign can point at it.
`;
}
