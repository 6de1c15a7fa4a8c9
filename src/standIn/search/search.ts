import type { PublishedTable } from "../../published/publishedTable";
import { drawPeople } from "../drawPeople";
import type { People } from "../people";
import { copyPeople } from "../people";
import { Random } from "../random";
import { settlePeople } from "../settlePeople";
import { Annealing } from "./anneal";
import type { Tolerances } from "./cost";
import { parallelP } from "./parallelP";
import { modelTargets } from "./targets";

/** Asked of the committed stand-in. Far inside what it promises (a quarter of a standard error, 30% of one). */
const TOLERANCES: Tolerances = { estimate: 0.03, standardError: 0.03, halfUnits: 0.8, starMargin: 0.02, logLik: 0.05, nagelkerke: 0.0003 };

/** Falls geometrically; costs start in the thousands and end near 1. */
const TEMPERATURE = { first: 2, last: 0.0005 } as const;

/** Half of the printed unit of p is 0.005; a little inside it. */
const POLISH = { mostSteps: 3000, near: 0.003 } as const;

export interface SearchOptions {
  readonly seed: number;
  readonly moves: number;
  readonly onProgress?: (done: number, cost: number) => void;
}

/**
 * Looks for 777 people whose refitted models come near the published ones: a draw from the stated model, then
 * simulated annealing by swaps that keep every printed count, then small moves until the parallel-lines test also
 * rounds to the printed p. Its result is stored, since its decisions hang on exp and log.
 */
export function searchPeople(published: PublishedTable, { seed, moves, onProgress }: SearchOptions): People {
  const random = new Random(seed);
  const people = drawPeople(random);
  const annealing = new Annealing(people, modelTargets(published), random, TOLERANCES);
  for (let i = 0; i < moves; i++) {
    if (i % Math.ceil(moves / 20) === 0) onProgress?.(i, annealing.cost);
    annealing.propose(TEMPERATURE.first * (TEMPERATURE.last / TEMPERATURE.first) ** (i / moves));
  }
  annealing.refit();
  onProgress?.(moves, annealing.cost);
  if (published.parallelLinesP !== undefined) polish(annealing, published.parallelLinesP);
  settlePeople(people, random);
  return people;
}

/** Small moves at the last temperature; each is kept only where it brings p no farther from the printed one. */
function polish(annealing: Annealing, printedP: string): void {
  const far = (): number => Math.abs(parallelP(annealing.people) - Number(printedP));
  let distance = far();
  for (let steps = 0; steps < POLISH.mostSteps && distance > POLISH.near; steps++) {
    const before = copyPeople(annealing.people);
    while (!annealing.propose(TEMPERATURE.last));
    const after = far();
    if (after > distance) annealing.returnTo(before);
    else distance = after;
  }
}
