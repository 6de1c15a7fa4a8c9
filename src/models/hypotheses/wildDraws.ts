import { seededRandom } from "../numeric/random";

/** What clusters' scores are multiplied by: ±1, or Webb's six values ±√½, ±1, ±√(3/2). */
export type WildWeights = "rademacher" | "webb";

const VALUES: Readonly<Record<WildWeights, readonly number[]>> = {
  rademacher: [1, -1],
  webb: [1, -1, Math.SQRT1_2, -Math.SQRT1_2, Math.sqrt(1.5), -Math.sqrt(1.5)],
};

/**
 * Random weights for each of G clusters, one list a draw; where there are no more combinations than draws, each once (the
 * first being all 1: the data as they are).
 */
export function wildDraws(G: number, kind: WildWeights, replicates: number, seed: number): { draws: Iterable<readonly number[]>; enumerated: boolean } {
  const values = VALUES[kind];
  const combinations = values.length ** G;
  const enumerated = combinations <= replicates;
  return { enumerated, draws: enumerated ? all(G, values, combinations) : random(G, values, replicates, seed) };
}

function* all(G: number, values: readonly number[], combinations: number): Generator<number[]> {
  for (let code = 0; code < combinations; code++) yield Array.from({ length: G }, (_, g) => values[Math.floor(code / values.length ** g) % values.length]);
}

function* random(G: number, values: readonly number[], replicates: number, seed: number): Generator<number[]> {
  const next = seededRandom(seed);
  for (let draw = 0; draw < replicates; draw++) yield Array.from({ length: G }, () => values[Math.floor(next() * values.length)]);
}
