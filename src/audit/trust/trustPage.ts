import type { Detection, FalseAlarms } from "./trust";

export interface TrustFigures {
  readonly run: { readonly tables: number; readonly broken: number; readonly planted: number; readonly seed: number };
  readonly right: FalseAlarms;
  readonly broken: Readonly<Record<string, FalseAlarms>>;
  readonly planted: readonly Detection[];
}

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}%`);

/** The page that the docs show: every number on it comes from one run. */
export function trustPage({ run, right, broken, planted }: TrustFigures): string {
  return `# How far the audit can be trusted

Written by \`node scripts/audit-trust.mjs\` (seed ${run.seed}); do not edit. Each table is made of fits to simulated answers: binary or ordered logit, two groups of unequal size and their whole, printed with two to four decimals, rounded half-up, half-even or truncated, with any of eight pseudo R², named in three tables of ten.

## Right tables

${right.tables} tables (${Object.entries(right.byCut).map(([cut, n]) => `${cut} ${n}`).join(", ")}): **${right.inconsistent} called inconsistent**${right.inconsistent > 0 ? ` (seeds ${right.seeds.join(", ")})` : ""}. That is what the proofs promise; the run would show a mistake in them or in the code.

Of ${right.definition.binary} binary tables the R² was named rightly in ${right.definition.right} (${percent(right.definition.right, right.definition.binary)}), left open in ${right.definition.open} and named wrongly in ${right.definition.wrong}. Where it was named rightly, the true event counts, up to the mirror, were among those left in ${percent(right.events.among, right.definition.right)} and the only ones in ${percent(right.events.alone, right.definition.right)}; in ${percent(right.events.missedByTruncation, right.definition.right)} a truncated table could as well have been rounded to the nearest, with other counts (truncation is tried only where the nearest leaves nothing).

## Tables that break an assumption

The checks assume model-based standard errors, no weights, and parts that share out the whole's rows. Where a table does otherwise and does not say so, the audit may cry wolf:

| broken on purpose | tables | called inconsistent |
|---|---|---|
${Object.entries(broken).map(([name, alarms]) => `| ${name} | ${alarms.tables} | ${alarms.inconsistent} (${percent(alarms.inconsistent, alarms.tables)}) |`).join("\n")}

A table that says its standard errors are robust or weighted (\`standardErrors\`) is not held to their floor.

## One planted error

*Named*: called inconsistent at the very cell (for a model's own numbers, at it or its whole). *Noted*: a note there that was not before. *Elsewhere*: inconsistent, but at another cell only. The rest went unseen: most such errors leave the table possible.

| error | planted | named | noted | elsewhere | unseen | first unseen seeds |
|---|---|---|---|---|---|---|
${planted.map(({ kind, planted: n, named, noted, elsewhere, missed }) =>
    `| ${kind} | ${n} | ${percent(named, n)} | ${percent(noted, n)} | ${percent(elsewhere, n)} | ${percent(n - named - noted - elsewhere, n)} | ${missed.join(", ")} |`).join("\n")}

R² errors are planted in binary tables only: an ordered outcome's null log-likelihood hangs on counts that tables do not print. A lost sign is no contradiction in itself; where the spread of the terms is printed, check 7 (level and sign) can point at it.
`;
}
