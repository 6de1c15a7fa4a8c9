import { withClusteredCovariance, withRobustCovariance } from "../../src/models/covariance/robust";
import type { Fit } from "../../src/models/fit";
import { RefusedModel } from "../../src/models/refusedModel";
import { audit, type AuditReport } from "../../src/audit/audit";
import { DEFINITION_NAMES } from "../../src/audit/pseudoR2Definitions";
import { twoSidedT } from "../../src/models/numeric/studentT";
import { Chance } from "./chance";
import { laidOut, LAYOUTS } from "./layouts";
import { ERROR_KINDS, type ErrorKind, type Planted, plantError } from "./plantError";
import type { Cut } from "./printing";
import type { SampleRows } from "./sample";
import { type Breakage, fitRows, type SimulatedTable, simulateTable, starsOf } from "./simulateTable";

/** What the audit says of tables that are right. */
export interface FalseAlarms {
  readonly tables: number;
  /** Tables with at least one "inconsistent", and the first seeds among them. */
  readonly inconsistent: number;
  readonly seeds: readonly number[];
  /** Binary tables by what the audit made of their R². */
  readonly definition: { readonly binary: number; readonly right: number; readonly open: number; readonly wrong: number };
  /**
   * Among those named rightly: whether the true counts (or their mirror) are among those left, and are the only ones;
   * missed: truncated tables that could as well have been rounded to the nearest, with other counts.
   */
  readonly events: { readonly among: number; readonly alone: number; readonly missedByTruncation: number };
  readonly byCut: Readonly<Record<Cut, number>>;
}

export interface Detection {
  readonly kind: ErrorKind;
  readonly planted: number;
  /** Named as inconsistent at the planted cell (or at the whole of the planted part). */
  readonly named: number;
  /** Not named, but a note stands at the cell that was not there before. */
  readonly noted: number;
  /** Inconsistent somewhere else only. */
  readonly elsewhere: number;
  /** The first seeds that went unseen. */
  readonly missed: readonly number[];
}

const MOST_SEEDS = 5;
const isInconsistent = ({ severity }: { severity: string }): boolean => severity === "inconsistent";

/** Right tables, seeds from … on. */
export function falseAlarms(tables: number, from: number, breakage?: Breakage): FalseAlarms {
  const seeds: number[] = [];
  const definition = { binary: 0, right: 0, open: 0, wrong: 0 };
  const events = { among: 0, alone: 0, missedByTruncation: 0 };
  const byCut: Record<Cut, number> = { "half-up": 0, "half-even": 0, truncated: 0 };
  let inconsistent = 0;
  for (let seed = from; seed < from + tables; seed++) {
    const truth = simulateTable(seed, breakage);
    byCut[truth.cut]++;
    const report = audit(truth.table);
    if (report.findings.some(isInconsistent)) {
      inconsistent++;
      if (seeds.length < MOST_SEEDS) seeds.push(seed);
    }
    if (Object.keys(truth.events).length === 0) continue;
    definition.binary++;
    const found = report.pseudoR2.definition;
    if (found === null) definition.open++;
    else if (found !== truth.definition) definition.wrong++;
    else {
      definition.right++;
      const left = countsLeft(report, truth);
      if (left.every((counts) => counts.among)) events.among++;
      else if (truth.cut === "truncated" && report.pseudoR2.rounding === "nearest") events.missedByTruncation++;
      if (left.every((counts) => counts.among && counts.alone)) events.alone++;
    }
  }
  return { tables, inconsistent, seeds, definition, events, byCut };
}

/** For each model, is the larger of the true count and its mirror among the counts left, and alone? */
const countsLeft = ({ pseudoR2: { candidates } }: AuditReport, { table, events }: SimulatedTable): { among: boolean; alone: boolean }[] =>
  Object.entries(events).map(([id, count]) => {
    const left = candidates[0].events[id];
    return { among: left.includes(Math.max(count, table.models[id].n! - count)), alone: left.length === 1 };
  });

/** One error a table, until `times` were planted. */
export function detection(kind: ErrorKind, times: number, from: number): Detection {
  let [planted, named, noted, elsewhere] = [0, 0, 0, 0];
  const missed: number[] = [];
  for (let seed = from; planted < times; seed++) {
    const truth = simulateTable(seed);
    const error = plantError(truth, kind, new Chance(seed ^ 0x5f3759df));
    if (!error) continue;
    planted++;
    const before = audit(truth.table);
    const after = audit(error.table);
    const where = after.findings.filter((finding) => isAt(error, finding));
    if (where.some(isInconsistent)) named++;
    else if (after.findings.some(isInconsistent)) elsewhere++;
    else if (where.some(({ check, model, term }) => !before.findings.some((one) => one.check === check && one.model === model && one.term === term))
      || after.pseudoR2.exceptFor.some(({ model }) => error.terms.length === 0 && model === error.model)) noted++;
    else if (missed.length < MOST_SEEDS) missed.push(seed);
  }
  return { kind, planted, named, noted, elsewhere, missed };
}

/** A finding about several models names their whole. */
const isAt = ({ model, terms }: Planted, finding: { model: string | null; term: string | null }): boolean =>
  (finding.model === model || (terms.length === 0 && finding.model === "W")) && (terms.length === 0 ? finding.term === null : finding.term !== null && terms.includes(finding.term));

export const allDetections = (times: number, from: number): Detection[] => ERROR_KINDS.map((kind) => detection(kind, times, from));

/** Assumptions broken on purpose: the table keeps its words, the numbers come from something else. */
export const BREAKAGES: Readonly<Record<"robust standard errors" | "weights" | "dropped rows", Breakage>> = {
  "robust standard errors": (fit, rows) => withRobustCovariance(fit, rows, "HC1"),
  weights: (fit, rows, plan, chance) => orAsIs(fit, () => fitRows(plan, rows, normalised(rows.y.map(() => chance.between(0.3, 3))))),
  // Every tenth row of a part has a missing answer, but the n of the whole sample is printed.
  "dropped rows": (fit, rows, plan, chance, id) => (id === "W" ? fit : orAsIs(fit, () => {
    const kept = rows.y.map(() => !chance.yes(0.1));
    return fitRows(plan, { X: rows.X.filter((_, i) => kept[i]), y: rows.y.filter((_, i) => kept[i]) });
  })),
};

/** Weights that add up to the number of rows, as survey weights do. */
function normalised(weights: readonly number[]): number[] {
  const mean = weights.reduce((sum, w) => sum + w, 0) / weights.length;
  return weights.map((w) => w / mean);
}

function orAsIs<T>(value: T, change: () => T): T {
  try {
    return change();
  } catch (error) {
    if (error instanceof RefusedModel) return value;
    throw error;
  }
}

/** How many right tables, in each layout, had anything called inconsistent, and the first seeds among them. */
export type LayoutAlarms = Readonly<Record<string, { readonly tables: number; readonly inconsistent: number; readonly seeds: readonly number[] }>>;

/** The same right tables in every layout. */
export function layoutAlarms(tables: number, from: number): LayoutAlarms {
  const counts = new Map(Object.keys(LAYOUTS).map((name) => [name, { tables, inconsistent: 0, seeds: [] as number[] }]));
  for (let seed = from; seed < from + tables; seed++) {
    const truth = simulateTable(seed);
    for (const [name, layout] of Object.entries(LAYOUTS)) {
      if (!audit(laidOut(truth, layout)).findings.some(isInconsistent)) continue;
      const count = counts.get(name)!;
      count.inconsistent++;
      if (count.seeds.length < MOST_SEEDS) count.seeds.push(seed);
    }
  }
  return Object.fromEntries(counts);
}

/** What a note says where an assumption does not hold. */
export const NOTES: Readonly<Record<string, { readonly breakage: Breakage; readonly note: string; readonly df?: number }>> = {
  "robust standard errors": { breakage: BREAKAGES["robust standard errors"], note: "Robust standard errors in parentheses." },
  "clustered standard errors": { breakage: (fit, rows, _, chance) => withClusters(fit, rows, chance), note: "Standard errors clustered by city in parentheses." },
  weights: { breakage: BREAKAGES.weights, note: "Weighted by sampling weights." },
  "dropped rows": { breakage: BREAKAGES["dropped rows"], note: "Cases with missing answers are excluded." },
  "survey design": { breakage: (fit, rows, plan, chance, id) => withClusters(BREAKAGES.weights(fit, rows, plan, chance, id), rows, chance), note: "Survey-weighted estimates; standard errors adjusted for the survey design.", df: 7 },
};

const withClusters = (fit: Fit, rows: SampleRows, chance: Chance): Fit =>
  withClusteredCovariance(fit, rows, rows.y.map(() => String(chance.whole(1, 12))));

/** Tables that break an assumption and say so. */
export const notedAlarms = (tables: number, from: number): LayoutAlarms =>
  Object.fromEntries(Object.entries(NOTES).map(([name, { breakage, note, df }]) => {
    const seeds: number[] = [];
    let inconsistent = 0;
    for (let seed = from; seed < from + tables; seed++) {
      const truth = simulateTable(seed, breakage);
      const table = df === undefined ? truth.table : starredByT(truth, df);
      if (!audit({ ...table, notes: [note] }).findings.some(isInconsistent)) continue;
      inconsistent++;
      if (seeds.length < MOST_SEEDS) seeds.push(seed);
    }
    return [name, { tables, inconsistent, seeds }];
  }));

/** Stars by t with the few degrees of freedom of a survey's design. */
const starredByT = ({ table, fits }: SimulatedTable, df: number): SimulatedTable["table"] => ({
  ...table,
  models: Object.fromEntries(Object.entries(table.models).map(([id, model]) => [id, {
    ...model, rows: model.rows.map((row, i) => ({ ...row, stars: starsOf(twoSidedT(fits[id].coefficients[i].estimate / fits[id].coefficients[i].standardError, df)) })),
  }])),
});

/** How often notes that are no proofs cry on right tables, and where LR over Σz² lies in them, averaged over a table's models. */
export function calibrate(tables: number, from: number): { inverseVarianceMean: { tables: number; cried: number }; likelihood: { tables: number; cried: number }; lrPerWald: { lower: number; upper: number } } {
  let [far, cried, ordered] = [0, 0, 0];
  const ratios: number[] = [];
  for (let seed = from; ordered < tables || seed < from + tables; seed++) {
    const { table, fits, definition } = simulateTable(seed);
    const isOrdered = table.models.W.family === "ordered logit";
    const { findings } = audit(table);
    if (seed < from + tables && findings.some(({ check, message }) => check === "pooling" && message.includes("inverse-variance mean"))) far++;
    if (!isOrdered || ordered >= tables) continue;
    ordered++;
    // To be told what an R² is not is a false cry only where it is just that.
    if (findings.some(({ check, message }) => check === "likelihood" && message.split(":")[0].includes(DEFINITION_NAMES[definition]))) cried++;
    const own = Object.values(fits).map((fit) => {
      const slopes = fit.coefficients.filter(({ term }) => term !== "const");
      return (2 * (fit.logLik - fit.logLikNull)) / slopes.reduce((sum, { estimate, standardError }) => sum + (estimate / standardError) ** 2, 0);
    });
    ratios.push(own.reduce((sum, ratio) => sum + ratio, 0) / own.length);
  }
  ratios.sort((a, b) => a - b);
  const at = (share: number) => Number(ratios[Math.floor(share * (ratios.length - 1))].toFixed(2));
  return { inverseVarianceMean: { tables, cried: far }, likelihood: { tables, cried }, lrPerWald: { lower: at(0.01), upper: at(0.99) } };
}
