import type { Study } from "../study/study";
import { type Curve, curvesOf } from "./curves";
import { enumerate } from "./enumerate";
import { fitUniverses, type Meanwhile, type Outcome } from "./fitUniverses";
import { type Flip, flipOf, supports } from "./flips";
import { influenceOf, type OptionInfluence } from "./influence";
import { firstOfEach, partsOf, rememberingLast } from "./parts";
import { type Code, planUniverses } from "./plan";
import { type DecisionShare, lmgShares } from "./shares";
import type { Choice, Spec } from "./spec";
import { type CurveTests, type Drawing, testCurves } from "./testCurves";

export interface MultiverseOptions extends Partial<Omit<Drawing, "meanwhile">> {
  /** Cross these decisions only. */
  readonly only?: readonly string[] | undefined;
  /** Only every `of`-th choice, from the `index`-th on: a part that other runs complete. */
  readonly shard?: { readonly index: number; readonly of: number } | undefined;
  /** Told of the universes of a part as soon as it is fitted, and where each choice (`options`) stands among all. Parts are not in that order. */
  readonly each?: ((universes: readonly Outcome[], places: ReadonlyMap<Choice, number>) => void) | undefined;
  /** Whether universes are of interest to `each` only: they are let go of, and there are no curves of them. Not with `draws`. */
  readonly letGo?: boolean | undefined;
  /** Told what is done of which stage (of universes, for all terms of a model at once); may stop it: what is done is kept. */
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
  /** Where each choice stands among all of the multiverse, the paper's first, whichever of them were fitted. */
  readonly places: ReadonlyMap<Choice, number>;
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
export async function runMultiverse(spec: Spec, study: Study, code: Code, { only, shard, draws = 0, seed = 1, each, letGo = false, meanwhile, ...drawing }: MultiverseOptions = {}): Promise<Multiverse> {
  let stopped = false;
  const during = (stage: "universes" | "draws"): Meanwhile => async (done, of) => {
    const answer = meanwhile ? await meanwhile(stage, done, of) : "on";
    stopped ||= answer === "stop";
    return answer;
  };
  const all = enumerate(spec, only);
  const places = new Map(all.map((choice, place) => [choice, place]));
  const choices = shard ? all.filter((_, i) => i % shard.of === shard.index - 1) : all;
  // A draw is refitted in all universes of a curve: then they are held together.
  const whole = draws > 0 ? planUniverses(spec, study, choices, code) : undefined;
  const universes: Outcome[] = [];
  for await (const part of whole ? [fitUniverses(whole, during("universes"))] : fittedInParts(spec, study, choices, code, during("universes"))) {
    each?.(part, places);
    if (!letGo) for (const universe of part) universes.push(universe);
    if (stopped) break;
  }
  universes.sort((a, b) => places.get(a.options)! - places.get(b.options)!); // a sort that leaves a choice's own as they are
  const curves = curvesOf(universes);
  const tested = whole && !stopped ? await testCurves(whole, curves, { draws, seed, ...drawing, meanwhile: during("draws") }) : { tests: [], adjusted: new Map(), bands: [] };
  return { ...tested, universes, curves, importance: importanceOf(spec, curves), influence: curves.flatMap((curve) => influenceOf(spec.decisions, curve)), flips: curves.map(flipOf), places, stopped };
}

async function* fittedInParts(spec: Spec, study: Study, choices: readonly Choice[], code: Code, meanwhile: Meanwhile): AsyncGenerator<Outcome[]> {
  const recent = rememberingLast(code);
  for (const rehearsed of partsOf(spec, firstOfEach(spec, choices))) planUniverses(spec, study, rehearsed, recent);
  let before = 0;
  for (const part of partsOf(spec, choices)) {
    const plan = planUniverses(spec, study, part, recent);
    yield await fitUniverses(plan, (done) => meanwhile(before + done, choices.length * spec.models.length));
    before += part.length * spec.models.length;
  }
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
