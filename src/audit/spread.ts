import { dictionary } from "../published/dictionary";
import type { Margin, PublishedModel, PublishedTable } from "../published/publishedTable";

/** A distribution on finitely many points. */
export type Spread = readonly { readonly value: number; readonly weight: number }[];

/** Terms that vary together (the dummies of one question), and what rows they take: values by term, and a share. */
export interface Component {
  readonly terms: readonly string[];
  readonly rows: readonly { readonly values: Readonly<Record<string, number>>; readonly weight: number }[];
}

/** Points of the normal curve that stand for a number known by mean and SD. */
const POINTS = 41;
const REACH_IN_SDS = 4;
/** Steps of the linear predictor's grid in one unit. */
const STEPS = 256;

/**
 * How the terms of a model are spread over its sample, taken as independent of one another but for the dummies of one
 * question: from the model's own category counts, else those of the whole it is a part of, else the table's `margins`.
 *
 * @returns the components, and the terms of which nothing is known
 */
export function componentsOf(table: PublishedTable, id: string, slopes: readonly string[]): { components: Component[]; missing: string[] } {
  const source = sourceOfCategories(table, id);
  const counted = source?.model.n !== undefined ? categoryComponents(source.model.n, source.categories).filter(({ terms }) => terms.every((term) => slopes.includes(term))) : [];
  const known = new Set(counted.flatMap(({ terms }) => terms));
  const missing: string[] = [];
  const components = [...counted];
  for (const term of slopes.filter((one) => !known.has(one))) {
    const margin = table.margins && Object.hasOwn(table.margins, term) ? table.margins[term] : undefined;
    if (margin) components.push({ terms: [term], rows: marginRows(term, margin) });
    else missing.push(term);
  }
  return { components, missing };
}

type Categories = Readonly<Record<string, { readonly one: number; readonly reference: number }>>;

function sourceOfCategories(table: PublishedTable, id: string): { model: PublishedModel; categories: Categories } | undefined {
  const wholes = (table.pooled ?? []).filter(({ parts }) => parts.includes(id)).map(({ whole }) => whole);
  // A model of the same rows as a part of some whole (another outcome, say) is found by its n.
  const sameRows = (table.pooled ?? [])
    .filter(({ parts }) => parts.some((part) => table.models[part].n === table.models[id].n && table.models[part].group === table.models[id].group))
    .map(({ whole }) => whole);
  const source = [id, ...wholes, ...sameRows].find((one) => table.categories && Object.hasOwn(table.categories, one));
  return source === undefined ? undefined : { model: table.models[source], categories: table.categories![source] };
}

/** Dummies that share a reference category and together fill the sample are the answers of one question. */
function categoryComponents(n: number, categories: Categories): Component[] {
  const references = [...new Set(Object.values(categories).map(({ reference }) => reference))];
  return references.flatMap((reference) => {
    const entries = Object.entries(categories).filter(([, counts]) => counts.reference === reference);
    const total = entries.reduce((sum, [, { one }]) => sum + one, reference);
    if (entries.length > 1 && total === n) return [oneQuestion(entries, reference, n)];
    return entries.map(([term, { one }]) => ({ terms: [term], rows: marginRows(term, { share: one / n }) }));
  });
}

function oneQuestion(entries: readonly [string, { one: number }][], reference: number, n: number): Component {
  const terms = entries.map(([term]) => term);
  const zeros = dictionary(terms.map((term) => [term, 0] as const));
  return {
    terms,
    rows: [
      { values: zeros, weight: reference / n },
      ...entries.map(([term, { one }]) => ({ values: { ...zeros, [term]: 1 }, weight: one / n })),
    ],
  };
}

function marginRows(term: string, margin: Margin): Component["rows"] {
  if ("share" in margin) {
    return [{ values: { [term]: 1 }, weight: margin.share }, { values: { [term]: 0 }, weight: 1 - margin.share }];
  }
  const { mean, sd, power = 1, lower = -Infinity, upper = Infinity } = margin;
  const points = Array.from({ length: POINTS }, (_, i) => {
    const z = -REACH_IN_SDS + (2 * REACH_IN_SDS * i) / (POINTS - 1);
    return { x: Math.min(upper, Math.max(lower, mean + sd * z)), weight: Math.exp((-z * z) / 2) };
  });
  const total = points.reduce((sum, { weight }) => sum + weight, 0);
  return points.map(({ x, weight }) => ({ values: { [term]: x ** power }, weight: weight / total }));
}

/** The linear predictor: the sum of independent components, merged on a grid so that it stays small (the logistic curve is straight over a step). */
export function linearPredictor(components: readonly Component[], coefficients: Readonly<Record<string, number>>, constant: number): Spread {
  let sofar = new Map([[0, 1]]); // by whole steps: what is a small integer is found several times faster
  for (const { terms, rows } of components) {
    const next = new Map<number, number>();
    for (const { values, weight } of rows) {
      const shift = Math.round(terms.reduce((sum, term) => sum + coefficients[term] * values[term], 0) * STEPS);
      for (const [step, share] of sofar) next.set(step + shift, (next.get(step + shift) ?? 0) + share * weight);
    }
    sofar = next;
  }
  return [...sofar].map(([step, weight]) => ({ value: step / STEPS + constant, weight }));
}

/** The mean of the logistic curve over a spread: the event share that a binary logit implies. */
export const averageProbability = (spread: Spread): number =>
  spread.reduce((sum, { value, weight }) => sum + weight / (1 + Math.exp(-value)), 0);
