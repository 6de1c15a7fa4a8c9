import { AGE_WEIGHTS, CONTACT_WEIGHTS, DECKS, RANKS } from "./distributions";
import { CHANGCHUN, MARGINS, SOUTH } from "./margins";
import type { People } from "./people";
import { emptyPeople } from "./people";
import type { Random } from "./random";
import { everyAnswerIsMixed } from "./settlePeople";

/**
 * The 777 at coded level for any seed: Table 1's counts dealt out as decks, everything else from a stated model.
 *
 * - Answers are independent of each other within the two groups; the groups differ as `DECKS` says, so that the
 *   standard errors come out near the printed ones.
 * - Ages and contact scores have one distribution each, some drawn again until the printed means hold.
 * - The outcome is one latent wish to stay, η + noise, cut at fixed ranks within each group: with η from the paper's
 *   Models 1 and 3, the refitted models resemble the printed ones. The noise is a sum of twelve uniform draws, with
 *   the spread of a logistic variable; all is whole-number arithmetic.
 */
export function drawPeople(random: Random): People {
  const people = emptyPeople(MARGINS.n, CHANGCHUN);
  deal(people, random);
  drawAges(people, random);
  drawContact(people, random);
  do drawOutcomes(people, random);
  while (!everyAnswerIsMixed(people, (i) => i < CHANGCHUN) || !everyAnswerIsMixed(people, (i) => i >= CHANGCHUN));
  return people;
}

function deal(people: People, random: Random): void {
  for (const [fact, deck] of Object.entries(DECKS) as [keyof typeof DECKS, readonly (readonly [number, number, number])[]][]) {
    people[fact].set(random.shuffle(deck.flatMap(([value, changchun]) => Array<number>(changchun).fill(value))), 0);
    people[fact].set(random.shuffle(deck.flatMap(([value, , south]) => Array<number>(south).fill(value))), CHANGCHUN);
  }
}

/** The stand-in promises that no age is above 7% of the 777, which is 54. */
const MOST_OF_ONE_AGE = 50;

const drawAges = ({ age }: People, random: Random): void =>
  drawWithMean(age, AGE_WEIGHTS, { mean: MARGINS.ageMean, divisor: 1, most: MOST_OF_ONE_AGE }, random);

const drawContact = ({ n, contactSum }: People, random: Random): void =>
  drawWithMean(contactSum, CONTACT_WEIGHTS, { mean: MARGINS.contactMean, divisor: 3, most: n }, random);

interface Wanted {
  /** From the first to just below the second, after division. */
  readonly mean: readonly [number, number];
  readonly divisor: number;
  /** How often one value may occur. */
  readonly most: number;
}

/** Draws each value by its weight, then draws some again, those that bring the mean nearer, until it lies where it should. */
function drawWithMean(values: Int16Array, weights: Readonly<Record<string, number>>, { mean: [low, high], divisor, most }: Wanted, random: Random): void {
  const count = values.length * divisor;
  const often = new Map<number, number>();
  const tally = (value: number, by: number): void => void often.set(value, (often.get(value) ?? 0) + by);
  const draw = (): number => {
    for (;;) {
      const value = Number(random.pick(weights));
      if ((often.get(value) ?? 0) < most) return value;
    }
  };
  let sum = 0;
  values.forEach((_, i) => {
    values[i] = draw();
    tally(values[i], 1);
    sum += values[i];
  });
  while (sum < low * count || sum >= high * count) {
    const i = random.below(values.length);
    const value = draw();
    if (sum < low * count ? value <= values[i] : value >= values[i]) continue;
    tally(values[i], -1);
    tally(value, 1);
    sum += value - values[i];
    values[i] = value;
  }
}

/** Slopes of the latent wish, in ten-thousandths: Model 1 (age² with a minus) and Model 3, rounded. */
const SLOPES = {
  changchun: { age2: -4, gender: 530, education: -16850, cumulativeCausation: 4230, contact: 490, reception: [8020, 10160, 18640, 0], behaviour: 26640, cognition: 8180 },
  south: { age2: -1, gender: -3480, education: 5470, cumulativeCausation: 5350, contact: 3390, reception: [2920, 2650, 8250, 0], behaviour: 3680, cognition: 3910 },
} as const;

function drawOutcomes(people: People, random: Random): void {
  const wish = Array.from({ length: people.n }, (_, i) => latentWish(people, i, random));
  const rank = (from: number, count: number, cuts: readonly (readonly [number, number])[]): void => {
    const order = Array.from({ length: count }, (_, i) => from + i).sort((a, b) => wish[b] - wish[a] || a - b);
    let next = 0;
    for (const [outcome, size] of cuts) for (let s = 0; s < size; s++) people.outcome[order[next++]] = outcome;
  };
  rank(0, CHANGCHUN, RANKS.changchun);
  rank(CHANGCHUN, SOUTH, RANKS.south);
}

function latentWish(people: People, i: number, random: Random): number {
  const slopes = i < people.changchun ? SLOPES.changchun : SLOPES.south;
  const eta = slopes.age2 * people.age[i] * people.age[i] + slopes.gender * people.gender[i]
    + slopes.education * people.education[i] + slopes.cumulativeCausation * people.cumulativeCausation[i]
    + Math.floor((slopes.contact * people.contactSum[i]) / 3) + slopes.reception[people.reception[i]]
    + slopes.behaviour * people.behaviour[i] + slopes.cognition * people.cognition[i];
  return eta + noise(random);
}

/** Sum of twelve uniforms on ±9,070 ten-thousandths: nearly normal, standard deviation 1.814, a logistic's. */
function noise(random: Random): number {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += random.below(2 * 9070 + 1) - 9070;
  return sum;
}
