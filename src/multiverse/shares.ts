import { seededRandom } from "../models/numeric/random";
import { type CrossTable, crossTable } from "./crossTable";
import type { Choice } from "./spec";

/** To so many decisions all orders are averaged over; beyond, so many that are drawn. */
const EXACT = 12;
const ORDERINGS = 500;
const SEED = 1;
/** Less of a column's sum of squares left than this is rounding. */
const DEPENDENT = 1e-9;

/** How much of what varies between universes a decision accounts for. */
export interface DecisionShare {
  readonly decision: string;
  /** Of the variance, 0 to 1; the shares of all add up to R² of the decisions without their interplay. */
  readonly share: number;
  /** Of a share from orders that were drawn; 0 where all were averaged over. */
  readonly standardError: number;
}

/**
 * Shares of variance by decision, each decision's rise in R² averaged over all orders in which decisions can enter a
 * regression on their options (LMG). Decisions that do not vary have 0; so have all where the value does not vary.
 *
 * @param options  by universe, then decision: the option's name
 * @param values   by universe: what varies
 * Source: Lindeman, Merenda & Gold (1980); Grömping (2007), American Statistician 61. R `relaimpo` is the same for columns in groups.
 */
export function lmgShares(decisions: readonly string[], options: readonly Choice[], values: readonly number[]): DecisionShare[] {
  const varied = decisions.filter((id) => options.some((choice) => choice[id] !== options[0][id]));
  const r2 = rSquared(varied, options, values);
  const found = varied.length <= EXACT ? exact(varied.length, r2) : drawn(varied.length, r2);
  return decisions.map((decision) => ({ decision, ...(found[varied.indexOf(decision)] ?? { share: 0, standardError: 0 }) }));
}

/** R² of each beginning of an order of decisions: of the first, of the first two, … */
type AlongOrder = (order: readonly number[]) => number[];
type Share = Omit<DecisionShare, "decision">;

function exact(players: number, r2: AlongOrder): Share[] {
  const membersOf = (set: number): number[] => Array.from({ length: players }, (_, j) => j).filter((j) => (set >> j) & 1);
  const value = Float64Array.from({ length: 2 ** players }, (_, set) => r2(membersOf(set)).at(-1) ?? 0);
  const weight: number[] = [1 / players];
  for (let size = 1; size < players; size++) weight[size] = (weight[size - 1] * size) / (players - size);
  return Array.from({ length: players }, (_, j) => {
    let share = 0;
    for (let set = 0; set < value.length; set++) if (!((set >> j) & 1)) share += weight[membersOf(set).length] * (value[set | (1 << j)] - value[set]);
    return { share, standardError: 0 };
  });
}

function drawn(players: number, r2: AlongOrder): Share[] {
  const random = seededRandom(SEED);
  const sums = Array.from({ length: players }, () => ({ sum: 0, squares: 0 }));
  for (let ordering = 0; ordering < ORDERINGS; ordering++) {
    const order = Array.from({ length: players }, (_, j) => j);
    for (let last = players - 1; last > 0; last--) {
      const other = Math.floor(random() * (last + 1));
      [order[last], order[other]] = [order[other], order[last]];
    }
    const r2s = r2(order);
    order.forEach((j, at) => {
      const rise = r2s[at] - (r2s[at - 1] ?? 0);
      sums[j].sum += rise;
      sums[j].squares += rise ** 2;
    });
  }
  return sums.map(({ sum, squares }) => ({ share: sum / ORDERINGS, standardError: Math.sqrt(Math.max(0, squares / ORDERINGS - (sum / ORDERINGS) ** 2) / ORDERINGS) }));
}

/** R² of regressions on the options of decisions, from one table of cross products. */
function rSquared(decisions: readonly string[], options: readonly Choice[], values: readonly number[]): AlongOrder {
  let places = 0;
  const indicators = new Map(decisions.map((id) => [id, new Map([...new Set(options.map((choice) => choice[id]))].slice(1).map((option) => [option, places++]))]));
  const columnsOf = decisions.map((id) => [...indicators.get(id)!.values()]);
  const { cross, withOutcomes: [withY], totals: [total] } = crossTable(indicators, options, [values]);
  const nothing = values.length === 0 || total <= 1e-24 * values.length * values.reduce((most, value) => Math.max(most, value * value), 0);
  return (order) => {
    const sums = explained(order.flatMap((j) => columnsOf[j]), cross, withY);
    let columns = 0;
    return order.map((j) => (nothing ? 0 : sums[(columns += columnsOf[j].length) - 1] / total));
  };
}

/** Sum of squares that the first column explains, the first two, …, by Cholesky; one that depends on those before it explains nothing more. */
function explained(columns: readonly number[], cross: CrossTable["cross"], withY: Float64Array): number[] {
  const rows: { readonly row: Float64Array; readonly y: number }[] = [];
  const sums: number[] = [];
  for (const [at, a] of columns.entries()) {
    const row = new Float64Array(at + 1);
    let [spare, y] = [cross[a][a], withY[a]];
    for (let i = 0; i < at; i++) {
      const known = rows[i];
      let value = cross[a][columns[i]];
      for (let j = 0; j < i; j++) value -= row[j] * known.row[j];
      row[i] = known.row[i] === 0 ? 0 : value / known.row[i];
      spare -= row[i] ** 2;
      y -= row[i] * known.y;
    }
    row[at] = spare > DEPENDENT * cross[a][a] ? Math.sqrt(spare) : 0;
    rows.push({ row, y: row[at] === 0 ? 0 : y / row[at] });
    sums.push((sums[at - 1] ?? 0) + rows[at].y ** 2);
  }
  return sums;
}
