/**
 * Scores on the first principal component of some items, each item standardised.
 *
 * The component is the direction in which people differ most: the eigenvector of the correlations with the largest
 * eigenvalue, its sign such that its loadings add up to more than 0. Found by power iteration on correlations that are
 * made from sums of whole answers, which are exact: the order of people changes nothing.
 *
 * @param people  one row a person, one number an item
 * @param counts  how many people each row stands for; one each where absent
 * @returns one score a person; 0 for everybody where no item varies
 *
 * Source: R `prcomp(scale. = TRUE)`, test/fixtures/readings.R.
 */
export function firstComponent(people: readonly (readonly number[])[], counts?: readonly number[]): number[] {
  const items = (people[0] ?? []).map((_, item) => item);
  const sum = (value: (row: readonly number[]) => number): number => people.reduce((total, row, i) => total + (counts ? counts[i] : 1) * value(row), 0);
  const n = counts ? counts.reduce((total, count) => total + count, 0) : people.length;
  const totals = items.map((item) => sum((row) => row[item]));
  const joint = items.map((a) => items.map((b) => n * sum((row) => row[a] * row[b]) - totals[a] * totals[b]));
  const spread = items.map((item) => Math.sqrt(joint[item][item]));
  const correlations = items.map((a) => items.map((b) => (spread[a] > 0 && spread[b] > 0 ? joint[a][b] / (spread[a] * spread[b]) : 0)));
  const loadings = largestEigenvector(correlations);
  const scale = items.map((item) => (spread[item] > 0 ? Math.sqrt(n * (n - 1)) / spread[item] : 0));
  return people.map((row) => items.reduce((score, item) => score + loadings[item] * scale[item] * (row[item] - totals[item] / n), 0));
}

/** Enough for the ratio of two eigenvalues to lose sixteen digits unless they are within a few per cent. */
const STEPS = 1000;

function largestEigenvector(matrix: readonly (readonly number[])[]): number[] {
  // Unequal on purpose, so that it is at right angles to no eigenvector that matters.
  let vector = matrix.map((_, item) => 1 + item / 10);
  for (let step = 0; step < STEPS; step++) {
    const turned = matrix.map((row) => row.reduce((total, value, item) => total + value * vector[item], 0));
    const length = Math.hypot(...turned);
    if (length === 0) return matrix.map(() => 0);
    vector = turned.map((value) => value / length);
  }
  const sign = vector.reduce((total, value) => total + value, 0) < 0 ? -1 : 1;
  return vector.map((value) => sign * value);
}
