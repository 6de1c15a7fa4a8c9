import type { Bilingual } from "../bilingual";
import { PAPER_CUTOFFS, starsOf, type StarCutoff } from "../study/stars";
import type { Plan, Universe } from "./plan";
import { fitPlanned } from "./fitPlanned";
import type { Fitted } from "./plannedFit";

/** A universe with what came of it. */
export type Outcome = Universe & (
  | { readonly status: "fitted"; readonly estimate: number; readonly standardError: number; readonly p: number; readonly stars: string; /** Where p is by Student's t. */ readonly df?: number }
  | { readonly status: "refused"; readonly reason: string; readonly why: Bilingual });

export type FittedUniverse = Extract<Outcome, { status: "fitted" }>;

/** A piece of work that others wait for may look up here: how much is done, and whether to stop. */
export type Meanwhile = (done: number, of: number) => Promise<"on" | "stop">;

/** Fits are so short that looking up after each would take longer. */
const BETWEEN_LOOKS = 64;

/**
 * Fits every model of a plan, each once. Stopped early, it tells the universes whose fits are done.
 *
 * Estimates are of the effect that hypotheses speak of: the negative of the coefficient where the term is coded the
 * other way round.
 */
export async function fitUniverses({ arena, fits, universes }: Plan, meanwhile: Meanwhile = async () => "on", cutoffs: readonly StarCutoff[] = PAPER_CUTOFFS): Promise<Outcome[]> {
  const fitted: Fitted[] = [];
  for (const plan of fits) {
    fitted.push(fitPlanned(arena, plan));
    if (fitted.length % BETWEEN_LOOKS === 0 && (await meanwhile(fitted.length, fits.length)) === "stop") break;
  }
  return universes
    .filter(({ fit }) => fit === undefined || fit < fitted.length)
    .map((universe) => outcomeOf(universe, universe.fit === undefined ? undefined : fitted[universe.fit], universe.fit === undefined ? -1 : fits[universe.fit].terms.indexOf(universe.term), cutoffs));
}

function outcomeOf(universe: Universe, fitted: Fitted | undefined, place: number, cutoffs: readonly StarCutoff[]): Outcome {
  if (!fitted) return refusedFor(universe, { en: `its model has no term ${universe.term}`, zh: `其模型中没有变量 ${universe.term}` });
  if ("refused" in fitted) return refusedFor(universe, fitted.refused);
  const p = fitted.p[place];
  if (Number.isNaN(fitted.estimate[place])) return refusedFor(universe, { en: `the slope of ${universe.term} differs from cut point to cut point: it has no one estimate`, zh: `${universe.term} 的斜率在各切点不同，没有单一的估计值` });
  return {
    ...universe, status: "fitted", estimate: universe.sign * fitted.estimate[place], standardError: fitted.standardError[place], p, stars: starsOf(p, cutoffs), ...(fitted.df && { df: fitted.df[place] }),
  };
}

/** A refusal is told in English to programs and files, in the reader's language to people. */
const refusedFor = (universe: Universe, why: Bilingual): Outcome => ({ ...universe, status: "refused", reason: why.en, why });
