import type { PublishedModel, PublishedRow, PublishedTable } from "../../published/publishedTable";
import { OUTCOME, TERMS } from "../people";
import { AGE2_SCALE } from "./termsOf";

/** What the search wants of one parameter; in the units of the search, so age² is scaled. */
export interface ParameterTarget {
  readonly term: string;
  readonly estimate: number;
  readonly standardError: number;
  /** Half a printed unit, where that and not the standard error measures closeness (age²). */
  readonly halfUnit?: { readonly estimate: number; readonly standardError: number } | undefined;
  /** |z| must lie here for the star to be the printed one. */
  readonly z: readonly [number, number];
  readonly sign: number;
  /** Asked of the estimate alone, within so many printed standard errors (the two halves of the ordered model). */
  readonly within?: number;
}

export interface ModelTarget {
  readonly id: string;
  readonly family: "binary" | "ordered";
  readonly inChangchun: boolean;
  readonly inSouth: boolean;
  /** From a person's outcome to the level the model sees (binary: 0, 1; ordered: 0, 1, 2). */
  readonly level: (outcome: number) => number;
  /** One for each parameter; undefined for thresholds and for constants that nothing is asked of. */
  readonly parameters: readonly (ParameterTarget | undefined)[];
  readonly n: number;
  readonly logLik?: number | undefined;
  readonly nagelkerke?: number | undefined;
}

const LEVELS: Record<string, (outcome: number) => number> = {
  transnational: (outcome) => (outcome === OUTCOME.goes ? 0 : 1),
  inMigration: (outcome) => (outcome >= OUTCOME.consideredAfter ? 1 : 0),
  stay: (outcome) => Math.max(0, outcome - OUTCOME.consideredAfter),
};

const OUTCOMES: Record<string, keyof typeof LEVELS> = {
  M1: "transnational", M2: "inMigration", M3: "transnational", M4: "transnational", O1: "stay", O3: "stay", O4: "stay",
};

/** M1's age² is printed +0.0004**; the stand-in takes it with a minus (data/README.md says why). */
const LOST_MINUS = new Set(["M1.age2"]);

const Z = { "***": [2.5758293, Infinity], "**": [1.959964, 2.5758293], "*": [1.6448536, 1.959964], "": [0, 1.6448536] } as const;

export function modelTargets(published: PublishedTable): ModelTarget[] {
  const printed = Object.entries(OUTCOMES).map(([id, outcome]) => modelTarget(id, outcome, published.models[id]));
  return [...printed, ...printed.filter(({ family }) => family === "ordered").flatMap(parallelTargets)];
}

/** In printed standard errors: near enough for the parallel-lines test not to reject (the paper prints p = .87). */
const PARALLEL_WITHIN = 0.55;

/**
 * Proportional odds says that both ways to cut the ordered outcome in two have the slopes of the ordered model:
 * two binary models whose slopes are asked to be near its own (and so to exist at all).
 */
function parallelTargets(ordered: ModelTarget): ModelTarget[] {
  return [1, 2].map((cut) => ({
    ...ordered,
    id: `${ordered.id}>${cut}`,
    family: "binary",
    level: (outcome) => (LEVELS.stay(outcome) >= cut ? 1 : 0),
    parameters: [undefined, ...ordered.parameters.slice(2).map((p) => p && { ...p, within: PARALLEL_WITHIN })],
    nagelkerke: undefined,
  }));
}

function modelTarget(id: string, outcome: string, printed: PublishedModel): ModelTarget {
  const binary = printed.family === "binary logit";
  if (printed.n === undefined) throw new Error(`${id}: a target needs its printed n`);
  const row = (term: string): PublishedRow | undefined => printed.rows.find((r) => r.term === term);
  const leading = binary ? [row("const")] : [undefined, undefined];
  return {
    id,
    family: binary ? "binary" : "ordered",
    inChangchun: !id.endsWith("3"),
    inSouth: id.endsWith("3") || id.endsWith("4"),
    level: LEVELS[outcome],
    parameters: [...leading, ...TERMS.map(row)].map((r) => r && parameterTarget(id, r)),
    n: printed.n,
    logLik: printed.logLik === undefined ? undefined : Number(printed.logLik),
    nagelkerke: Number(printed.pseudoR2),
  };
}

function parameterTarget(model: string, printed: PublishedRow): ParameterTarget {
  const scale = printed.term === "age2" ? AGE2_SCALE : 1;
  if (printed.se === undefined) throw new Error(`${model}.${printed.term}: a target needs its printed standard error`);
  const estimate = Number(printed.coef) * scale * (LOST_MINUS.has(`${model}.${printed.term}`) ? -1 : 1);
  return {
    term: printed.term,
    estimate,
    standardError: Number(printed.se) * scale,
    halfUnit: printed.term === "age2" ? { estimate: halfUnit(printed.coef) * scale, standardError: halfUnit(printed.se) * scale } : undefined,
    z: Z[printed.stars as keyof typeof Z],
    sign: Math.sign(estimate),
  };
}

/** Half of one unit of the last printed digit: "0.0004" → 0.00005. */
const halfUnit = (printed: string): number => 0.5 * 10 ** -(printed.split(".")[1]?.length ?? 0);
