/** Half-open ranges of whole numbers, ends included; empty where least > most. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** A model's rows of which `events` had the event. */
export interface Events {
  readonly n: number;
  readonly events: number;
}

/**
 * The least variance of a dummy's log odds ratio, whatever else is in the model: Woolf's 1/a + 1/b + 1/c + 1/d of its crude
 * table; Infinity where a cell is empty (then no maximum exists).
 *
 * Proof     fitted probabilities add up to the events among the rows with 1 and among those with 0 (the score equations of
 *           the dummy and the constant). Rows with 1 carry Σ p(1 − p), which by concavity is at most n₁·p̄(1 − p̄), the
 *           information of the crude cell; likewise those with 0. The term's information is at most that of the two sums
 *           in series (a direction that moves the constant along), so its variance is at least 1/a + 1/b + 1/c + 1/d.
 * Source    Woolf (1955) for the variance; McCullagh & Nelder (1989) §4.4 for the score equations.
 *
 * @example woolf(10, 20, 30, 40).toFixed(4)  // "0.2083"
 */
export const woolf = (a: number, b: number, c: number, d: number): number => (Math.min(a, b, c, d) <= 0 ? Infinity : 1 / a + 1 / b + 1 / c + 1 / d);

/**
 * The least standard error that a 0/1 term can have at these counts, over every way to share out the events.
 *
 * @param one, reference  rows with 1 and in the reference category; where they do not fill n, the others take what is left
 * @example leastError(52, 725, { n: 777, events: 532 }).toFixed(3)  // "0.289"
 */
export function leastError(one: number, reference: number, { n, events }: Events): number {
  let least = Infinity;
  const others = n - one - reference;
  for (let a = 1; a < one; a++) {
    const [low, high] = [Math.max(0, events - a - others), Math.min(reference, events - a)];
    if (low > high) continue;
    // For a given split of the ones, the even split of the reference rows is best; the nearest that is open is taken.
    const c = Math.min(high, Math.max(low, Math.round(reference / 2)));
    least = Math.min(least, woolf(a, one - a, c, reference - c));
  }
  return Math.sqrt(least);
}

/** Which numbers of events among `ones` rows of n allow so small a standard error; the bound is convex, so they are a range. */
export function eventsAmong(ones: number, { n, events }: Events, se: number): Range {
  let [least, most] = [Infinity, -Infinity];
  for (let a = 1; a < ones; a++) {
    if (woolf(a, ones - a, events - a, n - ones - (events - a)) > se * se * (1 + 1e-9)) continue;
    least = Math.min(least, a);
    most = Math.max(most, a);
  }
  return { least, most };
}

/** What is printed of one 0/1 term in one model: the largest standard error that its digits allow. */
export interface Constraint extends Events {
  readonly se: number;
}

/**
 * How many of a whole's `total` rows with 1 may be in the first of its two parts, given the standard errors of all three
 * and their events.
 *
 * @returns the range, and how many of the first part's rows with 1 may have had the event; empty where nothing is possible,
 *          so that one of the numbers is wrong
 * @example rowsInFirst(52, { n: 777, events: 532, se: 0.3435 }, { n: 187, events: 111, se: 0.8375 }, { n: 590, events: 421, se: 0.3695 }).least  // 6
 */
export function rowsInFirst(total: number, whole: Constraint, first: Constraint, second: Constraint): Range & { readonly events: Range } {
  let [least, most] = [Infinity, -Infinity];
  let [fewest, largest] = [Infinity, -Infinity];
  const w = eventsAmong(total, whole, whole.se);
  for (let ones = 1; ones < total; ones++) {
    const a = eventsAmong(ones, first, first.se);
    const b = eventsAmong(total - ones, second, second.se);
    // The sums of two ranges are a range, and the whole's is one: they meet or they do not; an empty one meets none.
    if (a.least + b.least > w.most || a.most + b.most < w.least) continue;
    least = Math.min(least, ones);
    most = Math.max(most, ones);
    fewest = Math.min(fewest, a.least);
    largest = Math.max(largest, a.most);
  }
  return { least, most, events: { least: fewest, most: largest } };
}
