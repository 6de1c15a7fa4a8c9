import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "../projectFolder";
import { type Curve, type CurveStatistics, statisticsOf } from "./curves";
import type { Meanwhile } from "./fitUniverses";
import { type NullBand, nullBand } from "./nullBand";
import { type NullCurve, nullCurve } from "./nullCurve";
import { type Draw, drawShare } from "./nullDraw";
import type { Plan } from "./plan";
import { isDrawable } from "./plannedFit";

/** The compiled file that a worker thread runs, from wherever this one is run. */
const WORKER = join(projectFolder, "dist", "multiverse", "drawsWorker.js");
/** Draws that a thread is handed at a time: each universe's design is laid out once for them. */
const SHARE = 20;

export interface Drawing {
  readonly draws: number;
  readonly seed: number;
  readonly workers?: number;
  /** Draws that were made before: they are not made again. */
  readonly known?: DrawsDone | undefined;
  /** Told of each share as it is made. */
  readonly keep?: ((curve: Curve, from: number, draws: readonly Draw[]) => void) | undefined;
  readonly meanwhile?: Meanwhile;
}

/** By curve (`keyOf`), then number of the draw. */
export type DrawsDone = ReadonlyMap<string, ReadonlyMap<number, Draw>>;

export const keyOf = ({ model, term }: Pick<Curve, "model" | "term">): string => JSON.stringify([model, term]);

/** What the null says of one statistic of a curve. */
export interface NullTest {
  readonly model: string;
  readonly term: string;
  readonly statistic: keyof CurveStatistics;
  readonly observed: number;
  /** (b + 1)/(B + 1), b being the draws at least as extreme. */
  readonly p: number;
  readonly draws: number;
  /** Draws that could not be fitted in some universe: they count as at least as extreme. */
  readonly failed: number;
  /** Distinct universes that are not drawn (imputed answers, partial proportional odds): no statistic of the test has them. */
  readonly undrawn: number;
}

export interface CurveTests {
  readonly tests: readonly NullTest[];
  /** Max-type adjusted p by universe's id, for each curve's distinct universes. */
  readonly adjusted: ReadonlyMap<string, number>;
  /** Of each curve that was tested. */
  readonly bands: readonly NullBand[];
}

/**
 * Tests each curve against data drawn from the model without its term: parametric bootstrap, one uniform number a person and
 * draw for all universes, all refitted. The numbers depend on the seed, not on the number of workers.
 */
export async function testCurves(plan: Plan, curves: readonly Curve[], options: Drawing): Promise<CurveTests> {
  const { draws, seed, workers = 1, known, keep, meanwhile = async () => "on" } = options;
  const undrawn = new Map(curves.map((curve) => [keyOf(curve), curve.distinct.filter((universe) => !isDrawable(plan.fits[universe.fit!])).length]));
  const tested = curves.map((curve) => ({ ...curve, distinct: curve.distinct.filter(({ fit }) => isDrawable(plan.fits[fit!])) })).filter(({ distinct }) => distinct.length > 0);
  const pool = workers > 1 ? await threads(workers) : undefined;
  const run = (curve: NullCurve, from: number, to: number): Draw[] | Promise<Draw[]> => pool ? pool.run({ curve, seed, from, to }) as Promise<Draw[]> : drawShare({ curve, seed, from, to });
  const done = new Map<string, Map<number, Draw>>(tested.map((curve) => [keyOf(curve), new Map(known?.get(keyOf(curve)))]));
  let finished = 0;
  let stopped = false;
  try {
    for (const curve of tested) {
      const mine = done.get(keyOf(curve))!;
      const under = nullCurve(plan, curve);
      const starts = Array.from({ length: Math.ceil(draws / SHARE) }, (_, i) => i * SHARE);
      const work = async (): Promise<void> => {
        for (let from = starts.shift(); from !== undefined && !stopped; from = starts.shift()) {
          const to = Math.min(from + SHARE, draws);
          const missing = Array.from({ length: to - from }, (_, i) => from + i).some((draw) => !mine.has(draw));
          if (missing) {
            const made = await run(under, from, to);
            made.forEach((draw, i) => mine.set(from + i, draw));
            keep?.(curve, from, made);
          }
          finished += to - from;
          if ((await meanwhile(finished, draws * tested.length)) === "stop") stopped = true;
        }
      };
      await Promise.all(Array.from({ length: workers }, work));
      if (stopped) break;
    }
  } finally {
    await pool?.close({ force: true });
  }
  const made = tested.map((curve) => ({ curve, draws: [...done.get(keyOf(curve))!].filter(([draw]) => draw < draws).map(([, draw]) => draw) }));
  const results = made.map((one) => judge(one.curve, one.draws, undrawn.get(keyOf(one.curve))));
  return { tests: results.flatMap(({ tests }) => tests), adjusted: new Map(results.flatMap(({ adjusted }) => adjusted)), bands: made.map((one) => nullBand(one.curve, one.draws)) };
}

const STATISTICS = ["median", "shareSignificant", "shareOfSign", "max"] as const;
/** What differs by a smaller share than this differs by rounding: standard errors of refitted draws are right to so much. */
const TIE = 1e-5;
const reaches = (drawn: number, observed: number): boolean => Math.abs(drawn) >= Math.abs(observed) * (1 - TIE);

/** What draws say of a curve: p of its statistics, and of each universe by the largest |z| of a draw. */
export function judge(curve: Curve, draws: readonly Draw[], undrawn = 0): { readonly tests: readonly NullTest[]; readonly adjusted: readonly (readonly [string, number])[] } {
  if (draws.length === 0) return { tests: [], adjusted: [] };
  const observed = statisticsOf(curve.distinct);
  const p = (extreme: (draw: CurveStatistics) => boolean): number => (draws.filter((draw) => draw === null || extreme(draw)).length + 1) / (draws.length + 1);
  const failed = draws.filter((draw) => draw === null).length;
  return {
    tests: STATISTICS.map((statistic) => ({
      model: curve.model, term: curve.term, statistic, observed: observed[statistic],
      p: p((draw) => reaches(draw[statistic], observed[statistic])), draws: draws.length, failed, undrawn,
    })),
    adjusted: curve.distinct.map(({ id, estimate, standardError }) => [id, p(({ max }) => reaches(max, estimate / standardError))] as const),
  };
}

async function threads(workers: number) {
  if (!existsSync(WORKER)) throw new Error("the worker threads run the built package: run `npm run build` first");
  const { Piscina } = await import("piscina");
  return new Piscina({ filename: WORKER, minThreads: workers, maxThreads: workers, concurrentTasksPerWorker: 1 });
}
