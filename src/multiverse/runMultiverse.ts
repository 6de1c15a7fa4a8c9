import type { Study } from "../study/study";
import { type Curve, curvesOf } from "./curves";
import { enumerate } from "./enumerate";
import { fitUniverses, type Meanwhile, type Outcome } from "./fitUniverses";
import { type Flip, flipOf, supports } from "./flips";
import { influenceOf, type OptionInfluence } from "./influence";
import { type Code, planUniverses } from "./plan";
import { type DecisionShare, lmgShares } from "./shares";
import type { Spec } from "./spec";
import { type CurveTests, type Drawing, testCurves } from "./testCurves";

export interface MultiverseOptions extends Partial<Omit<Drawing, "meanwhile">> {
  /** Cross these decisions only. */
  readonly only?: readonly string[] | undefined;
  /** Only every `of`-th choice, from the `index`-th on: a part that other runs complete. */
  readonly shard?: { readonly index: number; readonly of: number } | undefined;
  /** Told what is done of which stage; may stop it: what is done is kept. */
  readonly meanwhile?: (stage: "universes" | "draws", done: number, of: number) => Promise<"on" | "stop">;
}

/** What decisions account for, averaged over the curves in which something varies. */
export interface Importance {
  /** Of the estimates. */
  readonly estimate: readonly DecisionShare[];
  /** Of the verdicts: supported or not. */
  readonly verdict: readonly DecisionShare[];
}

export interface Multiverse extends CurveTests {
  readonly universes: readonly Outcome[];
  readonly curves: readonly Curve[];
  readonly importance: Importance;
  /** What each option does to each curve. */
  readonly influence: readonly OptionInfluence[];
  readonly flips: readonly Flip[];
  /** Whether it was stopped before all was done. */
  readonly stopped: boolean;
}

/**
 * Fits every universe of a multiverse; with `draws`, tests each curve under the null.
 *
 * @param code  how the study's people are coded under readings: of the paper, `codings(survey)`
 * @throws {BadInput} as `enumerate` and `planUniverses`
 *
 * @example
 * const spec = await readSpec("data/multiverse.json", sfrc);
 * const result = await runMultiverse(spec, sfrc, codings(readSurvey()), { only: ["stay"] });
 */
export async function runMultiverse(spec: Spec, study: Study, code: Code, { only, shard, draws = 0, seed = 1, meanwhile, ...drawing }: MultiverseOptions = {}): Promise<Multiverse> {
  let stopped = false;
  const during = (stage: "universes" | "draws"): Meanwhile => async (done, of) => {
    const answer = meanwhile ? await meanwhile(stage, done, of) : "on";
    stopped ||= answer === "stop";
    return answer;
  };
  const choices = enumerate(spec, only);
  const plan = planUniverses(spec, study, shard ? choices.filter((_, i) => i % shard.of === shard.index - 1) : choices, code);
  const universes = await fitUniverses(plan, during("universes"));
  const curves = curvesOf(universes);
  const tested = draws > 0 && !stopped ? await testCurves(plan, curves, { draws, seed, ...drawing, meanwhile: during("draws") }) : { tests: [], adjusted: new Map(), bands: [] };
  return { ...tested, universes, curves, importance: importanceOf(spec, curves), influence: curves.flatMap((curve) => influenceOf(spec.decisions, curve)), flips: curves.map(flipOf), stopped };
}

function importanceOf({ decisions }: Spec, curves: readonly Curve[]): Importance {
  const ids = decisions.map(({ id }) => id);
  const over = (value: (universe: Curve["distinct"][number]) => number): DecisionShare[] => {
    const shares = curves.map(({ distinct }) => lmgShares(ids, distinct.map(({ options }) => options), distinct.map(value)))
      .filter((found) => found.some(({ share }) => share !== 0));
    const mean = (of: (share: DecisionShare) => number, at: number): number => shares.reduce((sum, found) => sum + of(found[at]), 0) / Math.max(1, shares.length);
    return ids.map((decision, at) => ({
      decision, share: mean(({ share }) => share, at),
      standardError: Math.sqrt(mean(({ standardError }) => standardError ** 2, at) / Math.max(1, shares.length)),
    }));
  };
  return { estimate: over(({ estimate }) => estimate), verdict: over((universe) => Number(supports(universe))) };
}
