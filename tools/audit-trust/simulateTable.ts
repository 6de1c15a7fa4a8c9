import { fitBinaryLogit } from "../../src/models/binary";
import type { Fit } from "../../src/models/fit";
import { fitOrderedLogit } from "../../src/models/ordered";
import { RefusedModel } from "../../src/models/refusedModel";
import { DEFAULT_CUTOFFS, type PublishedModel, type PublishedTable } from "../../src/published/publishedTable";
import { PSEUDO_R2_DEFINITIONS, pseudoR2, type PseudoR2Definition } from "../../src/audit/pseudoR2Definitions";
import { twoSidedP } from "../../src/models/numeric/normal";
import { Chance } from "./chance";
import { type Cut, CUTS, printNumber } from "./printing";
import { drawRows, makePlan, type Plan, type SampleRows } from "./sample";

/** A table whose truth is known. */
export interface SimulatedTable {
  readonly table: PublishedTable;
  readonly definition: PseudoR2Definition;
  /** Events by model, where the outcome is binary. */
  readonly events: Readonly<Record<string, number>>;
  readonly cut: Cut;
  readonly decimals: number;
  readonly fits: Readonly<Record<string, Fit>>;
}

/** How a broken assumption changes a fit before it is printed; the rows are those that the model is said to be of. */
export type Breakage = (fit: Fit, rows: SampleRows, plan: Plan, chance: Chance, id: string) => Fit;

const PARTS = ["A", "B"] as const;
const WHOLE = "W";

/**
 * A table of two groups and their whole, fitted to simulated answers and printed as tables are: either family, groups of
 * unequal size, one of three roundings, two to four decimals, any of eight R² definitions, stars from the unrounded p.
 * A draw that no model can be fitted to (separated, say) is drawn again.
 *
 * @param seed  the same seed, the same table
 */
export function simulateTable(seed: number, breakage?: Breakage): SimulatedTable {
  const chance = new Chance(seed);
  for (;;) {
    const plan = makePlan(chance);
    const parts = { A: drawRows(plan, chance.whole(80, 400), chance), B: drawRows(plan, chance.whole(150, 700), chance) };
    const rows: Record<string, SampleRows> = { ...parts, [WHOLE]: { X: [...parts.A.X, ...parts.B.X], y: [...parts.A.y, ...parts.B.y] } };
    const fits = fitAll(plan, rows);
    if (!fits) continue;
    const printed = breakage ? Object.fromEntries(Object.entries(fits).map(([id, fit]) => [id, breakage(fit, rows[id], plan, chance, id)])) : fits;
    return print(plan, rows, printed, chance);
  }
}

export const fitRows = (plan: Plan, { X, y }: SampleRows, weights?: readonly number[]): Fit =>
  plan.family === "binomial"
    ? fitBinaryLogit(X, y, plan.terms, { weights })
    : fitOrderedLogit(X, y, plan.terms, Array.from({ length: plan.levels }, (_, j) => j), { weights });

function fitAll(plan: Plan, rows: Readonly<Record<string, SampleRows>>): Record<string, Fit> | undefined {
  try {
    return Object.fromEntries(Object.entries(rows).map(([id, sample]) => [id, fitRows(plan, sample)]));
  } catch (error) {
    if (error instanceof RefusedModel) return undefined;
    throw error;
  }
}

function print(plan: Plan, rows: Readonly<Record<string, SampleRows>>, fits: Readonly<Record<string, Fit>>, chance: Chance): SimulatedTable {
  const cut = chance.one(CUTS);
  const decimals = chance.whole(2, 4);
  const definition = chance.one(PSEUDO_R2_DEFINITIONS);
  const named = chance.yes(0.3);
  const models = Object.fromEntries(Object.entries(fits).map(([id, fit]) => [id, printModel(plan, id, fit, rows[id].y.length, definition, decimals, cut)]));
  const table: PublishedTable = {
    models,
    pooled: [{ whole: WHOLE, parts: [...PARTS] }],
    categories: Object.fromEntries(Object.keys(fits).map((id) => [id, categoriesOf(plan, rows[id])])),
    table1: describe(plan, rows[WHOLE], cut),
    ...(named && { pseudoR2Definition: definition }),
  };
  const events = plan.family === "binomial" ? Object.fromEntries(Object.entries(rows).map(([id, { y }]) => [id, y.filter((one) => one === 1).length])) : {};
  return { table, definition, events, cut, decimals, fits };
}

function printModel(plan: Plan, id: string, fit: Fit, n: number, definition: PseudoR2Definition, decimals: number, cut: Cut): PublishedModel {
  const k = fit.coefficients.length + (fit.thresholds?.length ?? 0);
  return {
    table: 1, heading: id, group: id, groupEn: id, outcome: "stays",
    family: plan.family === "binomial" ? "binary logit" : "ordered logit",
    n,
    pseudoR2: printNumber(pseudoR2(definition, { logLik: fit.logLik, logLikNull: fit.logLikNull, n: fit.n, k }), 3, cut),
    logLik: printNumber(fit.logLik, 3, cut),
    ...(plan.family === "ordered" && { levels: plan.levels }),
    rows: fit.coefficients.map(({ term, estimate, standardError }) => ({
      term,
      coef: printNumber(estimate, decimals, cut),
      se: printNumber(standardError, decimals, cut),
      stars: starsOf(twoSidedP(estimate / standardError)),
    })),
  };
}

export const starsOf = (p: number): string =>
  Object.entries(DEFAULT_CUTOFFS).sort((a, b) => Number(a[1]) - Number(b[1])).find(([, cutoff]) => p < Number(cutoff))?.[0] ?? "";

function categoriesOf({ factor, dummies, terms }: Plan, { X }: SampleRows): Record<string, { one: number; reference: number }> {
  const ones = (term: string) => X.filter((row) => row[terms.indexOf(term)] === 1).length;
  const reference = X.length - factor.reduce((sum, term) => sum + ones(term), 0);
  return Object.fromEntries([
    ...factor.map((term) => [term, { one: ones(term), reference }] as const),
    ...dummies.map((term) => [term, { one: ones(term), reference: X.length - ones(term) }] as const),
  ]);
}

/** A descriptive table of the whole: counts with percentages of every dummy. */
function describe(plan: Plan, whole: SampleRows, cut: Cut): NonNullable<PublishedTable["table1"]> {
  const n = whole.X.length;
  const share = (count: number): [number, string] => [count, printNumber((100 * count) / n, 1, cut)];
  const counted = Object.entries(categoriesOf(plan, whole)).filter(([term]) => plan.dummies.includes(term));
  return { n, ...Object.fromEntries(counted.map(([term, { one, reference }]) => [term, { yes: share(one), no: share(reference) }])) };
}
